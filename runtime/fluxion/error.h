// The exceptions of Fluxion. Whatever goes wrong for a reason that a user can mend is an Error; our own mistakes
// assert.
#pragma once
#include <stdexcept>

namespace fluxion {

/// The base of all. `what()` says what was being done, on what, and what to do about it.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Shapes that do not fit the operation, or one another.
class ShapeError : public Error {
 public:
  using Error::Error;
};

/// A dtype that the operation does not have, or a value that the dtype cannot hold.
class DTypeError : public Error {
 public:
  using Error::Error;
};

/// A traced value used outside of the trace that made it.
class TracerError : public Error {
 public:
  using Error::Error;
};

/// The value of a traced array was asked for while only its shape and dtype are known.
class ConcretizationError : public TracerError {
 public:
  using TracerError::TracerError;
};

/// A program that cannot be compiled, loaded or linked.
class CompileError : public Error {
 public:
  using Error::Error;
};

/// A file that cannot be read or written, or does not hold what it should.
class IoError : public Error {
 public:
  using Error::Error;
};

/// Memory or a device that cannot be had.
class DeviceError : public Error {
 public:
  using Error::Error;
};

}  // namespace fluxion

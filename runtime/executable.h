// A program made ready to run: its code is loaded, its buffers are located, its memory is set aside.
#pragma once
#include <array>
#include <atomic>
#include <memory>

#include "runtime/program.h"

namespace fluxion::runtime {

struct Plan;

/// Runs a Program. May be called by several threads at once: each call has an arena of its own, kept for the next call.
class Executable {
 public:
  /// Loads all code. CompileError if the program contradicts itself or its code cannot be loaded.
  explicit Executable(ProgramPtr program);
  ~Executable();
  Executable(const Executable &) = delete;
  Executable &operator=(const Executable &) = delete;

  const Program &program() const { return *program_; }

  /// Computes `results` from `arguments`: the addresses of row-major arrays of the program's types, of which result i
  /// may be argument program().aliases[i], and no others may overlap. Allocates nothing once it has run as often at the
  /// same time before. DeviceError if the arena cannot be had; the results are then undefined.
  void run(void *const *arguments, void *const *results) const;

 private:
  struct Frame;
  class Lease;

  ProgramPtr program_;
  std::shared_ptr<const Plan> plan_;
  mutable std::array<std::atomic<Frame *>, 8> idle_{};
};

}  // namespace fluxion::runtime

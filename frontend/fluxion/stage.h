// The one door from a call to an op, built-in or yours.
#pragma once
#include <fluxion/array.h>

namespace fluxion {

/// Appends op `name` to the innermost trace, or runs it at once where nothing is being traced. Numbers among the
/// operands become arrays of the first array's dtype and shape. Errors: ShapeError or DTypeError with the caller's
/// line.
std::vector<Array> stage_all(std::string_view name, std::span<const Operand> operands,
                             const Attributes &attributes = {});
Array stage(std::string_view name, std::initializer_list<Operand> operands, const Attributes &attributes = {});

/// While it lives, ops carry the line of the call that made the first one: a composition's inner ops belong to its
/// user.
class At {
 public:
  explicit At(const Location &location);
  explicit At(const Operand &x) : At(x.location()) {}
  explicit At(std::source_location at) : At(Location{at.file_name(), at.line(), at.column(), at.function_name()}) {}
  ~At();
  At(const At &) = delete;
  At &operator=(const At &) = delete;

 private:
  bool outermost_;
};

/// Throws E with `message` and the line of the innermost At.
template <class E>
[[noreturn]] void fail(const std::string &message);

namespace detail {
Location current_location(const Location &otherwise);
std::string with_location(const std::string &message, const Location &location);
}  // namespace detail

template <class E>
void fail(const std::string &message) {
  throw E(detail::with_location("fluxion: " + message, detail::current_location({})));
}

}  // namespace fluxion

// Printing from programs while they run.
#pragma once
#include <fluxion/stage.h>

namespace fluxion {

namespace detail {

/// A format and the line that has it.
struct Format {
  std::string_view text;
  std::source_location at;
  template <class S>
    requires std::convertible_to<const S &, std::string_view>
  Format(const S &s, std::source_location where = std::source_location::current()) : text(s), at(where) {}
};

/// An argument of a print: an array, or the text of what is known already.
struct Printed {
  std::optional<Array> array;
  std::function<std::string(const std::string &field)> text;  // field: "{:.3f}"
};
inline Printed printed(const Array &a) { return {a, {}}; }
template <class T>
Printed printed(const T &value) {
  return {{}, [value](const std::string &field) { return fmt::format(fmt::runtime(field), value); }};
}
void print(const Format &format, const std::vector<Printed> &arguments);

}  // namespace detail

namespace debug {

/// Prints a line to standard output when the program gets there: `fx::debug::print("loss {:.4f} at {}", loss, step)`.
/// The format is fmt's. What follows the colon goes for each element of an array; without, arrays print as elsewhere.
/// Lines come in the order of the program and are never left out, printed twice or moved: not by the compiler, not by
/// grad (values, once), and under vmap there is one for each example. What a checkpoint computes again prints again.
/// Both branches of a cond print where vmap makes it compute both.
/// Errors  Error, when it is traced, for a format that does not fit.
template <class... A>
void print(const detail::Format &format, const A &...arguments) {
  detail::print(format, {detail::printed(arguments)...});
}

}  // namespace debug
}  // namespace fluxion

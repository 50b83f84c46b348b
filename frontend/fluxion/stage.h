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
/// user. Errors name that call's operands, with the lines that made them.
class At {
 public:
  explicit At(const Location &location);
  template <class... More>
    requires(std::same_as<More, Operand> && ...)
  explicit At(const Operand &x, const More &...more) : At(x.location()) {
    note(x);
    (note(more), ...);
  }
  explicit At(std::span<const Operand> operands) : At(operands.empty() ? Location() : operands[0].location()) {
    for (const Operand &x : operands) note(x);
  }
  explicit At(std::source_location at, std::span<const Array> operands = {})
      : At(Location{at.file_name(), at.line(), at.column(), at.function_name()}) {
    for (const Array &x : operands) note(x);
  }
  ~At();
  At(const At &) = delete;
  At &operator=(const At &) = delete;

  /// Calls f, a function of the user's that this call was given: its ops have their own lines.
  template <class F>
  decltype(auto) outside(F &&f) const {
    const Pause pause(outermost_);
    return f();
  }

  const Location &location() const { return location_; }
  std::span<const Array *const> operands() const { return {operands_, count_}; }

 private:
  class Pause {
   public:
    explicit Pause(bool pauses);
    ~Pause();
    Pause(const Pause &) = delete;
    Pause &operator=(const Pause &) = delete;

   private:
    const At *paused_;
  };

  static constexpr size_t kMost = 4;
  void note(const Array &x) {
    if (outermost_ && count_ < kMost) operands_[count_++] = &x;
  }
  void note(const Operand &x) {
    if (x.is_array()) note(x.array());
  }

  Location location_;
  bool outermost_;
  size_t count_ = 0;
  const Array *operands_[kMost];  // they live as long as the call
};

/// Throws E with `message`, the line of the outermost At and `notes`, which begin with a new line.
template <class E>
[[noreturn]] void fail(const std::string &message, const std::string &notes = {});

namespace detail {
Location current_location(const Location &otherwise);
std::string with_location(const std::string &message, const Location &location);
/// "\n  name f32[2] made at train.cpp:38", where that line is known and not `op`'s.
std::string made_at(std::string_view name, const ShapeDtype &type, const Location &made, const Location &op);
std::string made_at(std::string_view name, const Array &x, const Location &op);
/// The message with `location`, and where the operands of the outermost At were made.
std::string complaint(const std::string &message, const Location &location);
}  // namespace detail

template <class E>
void fail(const std::string &message, const std::string &notes) {
  throw E(detail::complaint("fluxion: " + message, detail::current_location({})) + notes);
}

}  // namespace fluxion

// Traces under construction. Each thread has a stack of them; ops go to the innermost.
#pragma once
#include <unordered_map>

#include "fluxion/array.h"
#include "fluxion/buffer.h"
#include "trace/compiler.h"

namespace fluxion::detail {

struct ArrayNode {
  ShapeDtype type;
  runtime::Buffer buffer;        // a concrete array's elements
  uint64_t trace = 0;            // else the serial number of its trace,
  trace::Value value = nullptr;  // its value there,
  Location location;             // and the line that made it
};

/// The compiler library, opened on first use. CompileError if it cannot be.
trace::Compiler &compiler();

/// One function being traced. What it uses from outside becomes an argument after its own ones.
class Frame {
 public:
  explicit Frame(std::string_view name);
  ~Frame();
  Frame(const Frame &) = delete;
  Frame &operator=(const Frame &) = delete;

  static Frame *current();
  /// The frame with this serial number among those being traced by this thread; null if it has ended.
  static Frame *find(uint64_t serial);

  uint64_t serial() const { return serial_; }
  trace::FunctionPtr function() const { return function_; }
  Array argument(const ShapeDtype &type, const Location &location);
  /// The value of `x` in this frame: its own, or a new argument for what comes from outside.
  trace::Value lift(const Array &x, const Location &location);
  /// Declares an argument for `x` even if nothing here uses it.
  Array wrap(trace::Value value, const Location &location);
  /// From here on, arrays from outside that no argument was declared for become constants.
  void seal() { sealed_ = true; }
  const std::vector<Array> &captures() const { return captures_; }
  int64_t own_arguments() const { return own_; }

  /// Ends the trace. Arguments are the declared ones and then the captures; with `captures_first` the other way round.
  trace::FunctionPtr finish(std::span<const Array> results, bool captures_first = false);

 private:
  uint64_t serial_;
  trace::FunctionPtr function_;
  int64_t own_ = 0;
  bool sealed_ = false;
  std::vector<Array> captures_;
  std::unordered_map<const ArrayNode *, trace::Value> captured_;
  std::vector<bool> is_capture_;  // by order of declaration
};

Array concrete(ShapeDtype type, runtime::Buffer buffer);

std::vector<Array> stage_in(Frame &frame, std::string_view op, std::span<const trace::Value> operands,
                            const Attributes &attributes, std::span<const trace::FunctionPtr> regions,
                            const Location &location);

}  // namespace fluxion::detail

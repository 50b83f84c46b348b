// Traces under construction. Each thread has a stack of them; ops go to the innermost.
#pragma once
#include <string>
#include <unordered_map>

#include "fluxion/array.h"
#include "fluxion/buffer.h"
#include "trace/compiler.h"

namespace fluxion::detail {

struct ArrayNode {
  ShapeDtype type;
  mutable runtime::Buffer buffer;  // a concrete array's elements; a traced one's if they were asked for and known; an
                                   // abstract array has neither them nor a trace
  uint64_t trace = 0;              // else the serial number of its trace,
  trace::Value value = nullptr;    // its value there,
  Location location;               // and the line that made it
};

/// Error: an operand has no elements and no type.
[[noreturn]] void throw_empty(const Location &location);
/// TracerError: `node` is of a trace that has ended.
[[noreturn]] void throw_leaked(const ArrayNode &node, const Location &location);

/// TracerError: `node` has a type and no value.
[[noreturn]] void throw_abstract(const ArrayNode &node, const Location &location);

/// The compiler library, opened on first use. CompileError if it cannot be.
trace::Compiler &compiler();
/// The one that takes pass plugins. It may be the same; functions go from one to the other as text.
trace::Compiler &plugin_compiler();

/// What is known of the values while a function is traced.
enum class Values {
  unknown,  // nothing: the function is traced once for many calls
  known     // what its arguments stand for, as far as that is given and known itself, and what it uses from outside
};

/// One function being traced. What it uses from outside becomes an argument after its own ones.
class Frame {
 public:
  explicit Frame(std::string_view name, Values values = Values::unknown);
  ~Frame();
  Frame(const Frame &) = delete;
  Frame &operator=(const Frame &) = delete;

  static Frame *current();
  /// The frame with this serial number among those being traced by this thread; null if it has ended.
  static Frame *find(uint64_t serial);

  uint64_t serial() const { return serial_; }
  const std::string &name() const { return name_; }
  trace::FunctionPtr function() const { return function_; }
  /// An argument; `stands_for`, if it is one, is an array that the traced function is called with.
  Array argument(const ShapeDtype &type, const Location &location, const Array &stands_for = {});
  /// The value of `x` in this frame: its own, or a new argument for what comes from outside.
  trace::Value lift(const Array &x, const Location &location);
  /// Declares an argument for `x` even if nothing here uses it.
  Array wrap(trace::Value value, const Location &location);
  /// From here on, arrays from outside that no argument was declared for become constants.
  void seal() { sealed_ = true; }
  const std::vector<Array> &captures() const { return captures_; }
  int64_t own_arguments() const { return own_; }

  /// Finds out what these values of the frame are, each op being run at most once while the frame lives. Null if that
  /// can be; else the frame whose argument some of them depend on.
  const Frame *learn(std::span<const trace::Value> values);
  /// A value that was learnt.
  const Array &learnt(trace::Value value) const { return known_.at(value); }

  /// Where the value of an earlier op of the same line that gives the same is kept, for ops that may be staged once: a
  /// constant that is one number, and a scalar that is broadcast. Null for all others, and where values are known,
  /// whose arrays are followed one by one.
  trace::Value *repeated(std::string_view op, std::span<const trace::Value> operands, const Attributes &attributes,
                         const Location &location);

  /// Ends the trace. Arguments are the declared ones and then the captures; with `captures_first` the other way round.
  trace::FunctionPtr finish(std::span<const Array> results, bool captures_first = false);

 private:
  bool is_kept(trace::Value value) const;
  void keep_track(const std::shared_ptr<ArrayNode> &node);

  uint64_t serial_;
  std::string name_;
  trace::FunctionPtr function_;
  int64_t own_ = 0;
  bool sealed_ = false;
  std::vector<Array> captures_;
  std::unordered_map<const ArrayNode *, trace::Value> captured_;
  std::vector<bool> is_capture_;  // by order of declaration
  std::unordered_map<std::string, trace::Value> repeated_;

  // Where values are known: what arguments stand for and what has been computed; and the arrays of the frame that may
  // still be used.
  const Frame *opaque_;  // the outermost frame, this one included, in which no value is known; null: there is none
  std::unordered_map<trace::Value, Array> known_;
  std::unordered_map<trace::Value, std::weak_ptr<const ArrayNode>> handles_;
  size_t prune_at_ = 64;
};

/// Finds out what the arrays are, the traced ones among them by running what has been traced so far, and puts concrete
/// arrays in their place. Null if that can be; else the frame whose argument some of them depend on.
const Frame *learn(std::vector<Array> &arrays);
/// Whether the elements of `x` can be had: it is concrete, or traced from known values.
bool has_value(const Array &x);

/// While it lives, nothing is being traced by this thread: functions of the host that a running program calls compute.
class FramesAside {
 public:
  FramesAside();
  ~FramesAside();
  FramesAside(const FramesAside &) = delete;
  FramesAside &operator=(const FramesAside &) = delete;

 private:
  std::vector<Frame *> aside_;
};

Array concrete(ShapeDtype type, runtime::Buffer buffer, const Location &made = {});
/// Memory for such an array. DeviceError that names it and the line that makes it, if there is not so much.
runtime::Buffer new_buffer(const ShapeDtype &type, const Location &made = {});

std::vector<Array> stage_in(Frame &frame, std::string_view op, std::span<const trace::Value> operands,
                            const Attributes &attributes, std::span<const trace::FunctionPtr> regions,
                            const Location &location);

}  // namespace fluxion::detail

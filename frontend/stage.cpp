// From a call to an op: in the innermost trace, or at once.
#include "fluxion/stage.h"

#include <cstring>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "frontend/executable_cache.h"
#include "frontend/frame.h"

namespace fluxion {
namespace {

thread_local const At *outermost = nullptr;

std::string function_name(std::string_view signature) {
  size_t paren = signature.find('(');
  // gcc and clang name lambdas and templates at length; the function's own name is what the user wrote.
  std::string_view head = signature.substr(0, paren);
  size_t space = head.rfind(' ');
  if (space != std::string_view::npos) head = head.substr(space + 1);
  while (!head.empty() && (head.front() == '*' || head.front() == '&')) head.remove_prefix(1);
  if (head.find_first_of("<{") != std::string_view::npos || head.ends_with(':')) return {};  // a lambda has no name
  return std::string(head);
}

// Numbers take the dtype of the first array; without one they are what asarray makes of them.
DType dtype_for(const Operand &number, std::span<const Operand> operands) {
  for (const Operand &o : operands)
    if (o.is_array()) return o.array().dtype();
  return asarray(number).dtype();
}

Literal literal(const std::variant<bool, int64_t, double> &number, DType dtype, Shape shape) {
  Literal out{{std::move(shape), dtype}, std::string(static_cast<size_t>(size_of(dtype)), '\0'), true};
  visit_dtype(dtype, [&]<class S>(S) {
    S value = std::visit([](auto v) { return detail::convert_element<S>(v); }, number);
    std::memcpy(out.bytes.data(), &value, sizeof value);
  });
  return out;
}

void append(std::string &key, const ShapeDtype &type) { key += to_string(type) + ";"; }

void append(std::string &key, const Attributes &attributes) {
  for (const auto &[name, value] : attributes) {
    key.append(name);
    key += '=';
    std::visit(
        [&]<class T>(const T &v) {
          if constexpr (std::is_same_v<T, std::string>)
            key += v;
          else if constexpr (std::is_same_v<T, std::vector<int64_t>>)
            for (int64_t i : v) key += std::to_string(i) + ",";
          else if constexpr (std::is_same_v<T, DType>)
            key.append(fluxion::name(v));
          else if constexpr (std::is_same_v<T, Literal>)
            append(key, v.type), key += v.bytes;
          else
            key += fmt::format("{}", v);
        },
        value);
    key += ';';
  }
}

// An op on concrete arrays is a program of its own, compiled once for each op, attributes and operand types.
std::vector<Array> run_eagerly(std::string_view name, std::span<const Operand> operands, const Attributes &attributes,
                               const Location &location) {
  static std::mutex mutex;
  static std::unordered_map<std::string, std::shared_ptr<const detail::Compiled>> programs;
  std::string key(name);
  std::vector<Array> arguments;
  key += '|';
  for (const Operand &o : operands) {
    if (o.is_array()) {
      arguments.push_back(o.array());
      if (o.array().is_traced() || !o.array().defined()) detail::Frame("eager").lift(o.array(), location);  // throws
      append(key, o.array().type());
    } else {
      DType dtype = dtype_for(o, operands);
      append(key, {{}, dtype});
      key += literal(o.number(), dtype, {}).bytes;
    }
  }
  append(key, attributes);
  std::shared_ptr<const detail::Compiled> program;
  {
    std::lock_guard lock(mutex);
    if (auto it = programs.find(key); it != programs.end()) program = it->second;
  }
  if (!program) {
    detail::Frame frame("eager");
    std::vector<Array> tracers;
    for (const Array &a : arguments) tracers.push_back(frame.argument(a.type(), location, a));
    std::vector<Operand> staged;
    size_t next = 0;
    for (const Operand &o : operands) staged.push_back(o.is_array() ? Operand(tracers[next++]) : o);
    std::vector<Array> results = stage_all(name, staged, attributes);
    trace::CompileOptions how;
    how.name = std::string(name);
    program = std::make_shared<const detail::Compiled>(frame.finish(results), how);
    std::lock_guard lock(mutex);
    programs.emplace(std::move(key), program);
  }
  return program->run(std::move(arguments), {&location, 1});
}

}  // namespace

At::At(const Location &location) : location_(location), outermost_(!outermost && location.line != 0) {
  if (outermost_) outermost = this;
}
At::~At() {
  if (outermost_) outermost = nullptr;
}

At::Pause::Pause(bool pauses) : paused_(pauses ? std::exchange(outermost, nullptr) : nullptr) {}
At::Pause::~Pause() {
  if (paused_) outermost = paused_;
}

namespace detail {

Location current_location(const Location &otherwise) { return outermost ? outermost->location() : otherwise; }

namespace {
std::string_view file_name(const Location &l) {
  std::string_view file = l.file;
  if (size_t slash = file.rfind('/'); slash != std::string_view::npos) file.remove_prefix(slash + 1);
  return file;
}
}  // namespace

std::string with_location(const std::string &message, const Location &l) {
  if (!l.line) return message;
  std::string in = function_name(l.function);
  return fmt::format("{}{}at {}:{}{}", message, message.empty() ? " " : "\n  ", file_name(l), l.line,
                     in.empty() ? "" : " in " + in + "()");
}

std::string made_at(std::string_view name, const ShapeDtype &type, const Location &made, const Location &op) {
  if (!made.line || (made.line == op.line && file_name(made) == file_name(op))) return {};
  return fmt::format("\n  {}{}{} made at {}:{}", name, name.empty() ? "" : " ", to_string(type), file_name(made),
                     made.line);
}
std::string made_at(std::string_view name, const Array &x, const Location &op) {
  return x.defined() ? made_at(name, x.type(), x.node()->location, op) : std::string();
}

std::string complaint(const std::string &message, const Location &l) {
  std::string text = with_location(message, l);
  if (!outermost) return text;
  std::span<const Array *const> operands = outermost->operands();
  for (size_t i = 0; i < operands.size(); ++i) {
    const std::string name = operands.size() == 1   ? ""
                             : operands.size() == 2 ? (i ? "rhs" : "lhs")
                                                    : fmt::format("operand {}", i);
    text += made_at(name, *operands[i], l);
  }
  return text;
}

}  // namespace detail

std::vector<Array> stage_all(std::string_view name, std::span<const Operand> operands, const Attributes &attributes) {
  At here(operands);
  Location location = detail::current_location({});
  detail::Frame *frame = detail::Frame::current();
  if (!frame) return run_eagerly(name, operands, attributes, location);
  std::vector<trace::Value> values;
  for (const Operand &o : operands) {
    if (o.is_array()) {
      values.push_back(frame->lift(o.array(), location));
      continue;
    }
    Literal value = literal(o.number(), dtype_for(o, operands), {});
    values.push_back(detail::stage_in(*frame, "fx.constant", {}, {{"value", value}}, {}, location)[0].node()->value);
  }
  return detail::stage_in(*frame, name, values, attributes, {}, location);
}

Array stage(std::string_view name, std::initializer_list<Operand> operands, const Attributes &attributes) {
  return stage_all(name, std::span(operands.begin(), operands.size()), attributes).at(0);
}

Array asarray(const Operand &x) {
  if (x.is_array()) return x.array();
  DType dtype = std::holds_alternative<bool>(x.number())      ? bool_
                : std::holds_alternative<int64_t>(x.number()) ? i32
                                                              : f32;
  Literal value = literal(x.number(), dtype, {});
  if (detail::Frame *frame = detail::Frame::current())
    return detail::stage_in(*frame, "fx.constant", {}, {{"value", value}}, {},
                            detail::current_location(x.location()))[0];
  return detail::from_bytes(value.type, value.bytes.data(), x.source());
}

}  // namespace fluxion

#include "frontend/frame.h"

#include <algorithm>
#include <atomic>

#include "fluxion/stage.h"
#include "runtime/allocator.h"

namespace fluxion::detail {
namespace {

thread_local std::vector<Frame *> frames;

uint64_t next_serial() {
  static std::atomic<uint64_t> counter{1};
  return counter++;
}

}  // namespace

void throw_empty(const Location &location) {
  throw Error(
      complaint("fluxion: an empty Array is used: it was never given a value, or was moved away, as by a "
                "call that it was donated to",
                location));
}

void throw_leaked(const ArrayNode &node, const Location &location) {
  std::string made = with_location("", node.location);
  throw TracerError(
      with_location(fmt::format("fluxion: a traced value {} is used after its trace has ended: return it from "
                                "the traced function instead of storing it{}",
                                to_string(node.type), made.empty() ? "" : "; it was made" + made),
                    location));
}

void throw_abstract(const ArrayNode &node, const Location &location) {
  const std::string made = with_location("", node.location);
  throw TracerError(with_location(
      fmt::format("fluxion: the value of {} is used, but it is abstract: a type for lower or eval_shape, without "
                  "elements{}",
                  to_string(node.type), made.empty() ? "" : "; it was made" + made),
      location));
}

Frame::Frame(std::string_view name, Values values)
    : serial_(next_serial()),
      name_(name),
      function_(compiler().create(name)),
      opaque_(!frames.empty() && frames.back()->opaque_ ? frames.back()->opaque_
              : values == Values::unknown               ? this
                                                        : nullptr) {
  frames.push_back(this);
}

Frame::~Frame() { std::erase(frames, this); }

Frame *Frame::current() { return frames.empty() ? nullptr : frames.back(); }

Frame *Frame::find(uint64_t serial) {
  auto it = std::find_if(frames.begin(), frames.end(), [&](Frame *f) { return f->serial() == serial; });
  return it == frames.end() ? nullptr : *it;
}

FramesAside::FramesAside() { aside_.swap(frames); }
FramesAside::~FramesAside() { aside_.swap(frames); }

Array Frame::argument(const ShapeDtype &type, const Location &location, const Array &stands_for) {
  ++own_;
  is_capture_.push_back(false);
  trace::Value value = compiler().argument(*function_, type, location);
  if (stands_for.defined() && !opaque_) known_.emplace(value, stands_for);
  return wrap(value, stands_for.defined() ? stands_for.node()->location : location);
}

Array Frame::wrap(trace::Value value, const Location &location) {
  auto node = std::make_shared<ArrayNode>();
  node->type = compiler().type(value);
  node->trace = serial_;
  node->value = value;
  node->location = location;
  if (!opaque_) keep_track(node);
  return Array(std::move(node));
}

trace::Value Frame::lift(const Array &x, const Location &location) {
  const ArrayNode *node = x.node().get();
  if (!node) throw_empty(location);
  if (node->trace == serial_) return node->value;
  if (node->trace && !find(node->trace)) throw_leaked(*node, location);
  if (x.is_abstract()) throw_abstract(*node, location);
  if (sealed_ && !node->trace && !captured_.contains(node)) {
    const auto bytes = static_cast<size_t>(node->type.bytes());
    Literal value{node->type, std::string(static_cast<const char *>(host_bytes(x, "trace", {})), bytes)};
    return stage_in(*this, "fx.constant", {}, {{"value", std::move(value)}}, {}, location)[0].node()->value;
  }
  auto [it, is_new] = captured_.try_emplace(node, nullptr);
  if (is_new) {
    it->second = compiler().argument(*function_, node->type, location);
    if (!opaque_) known_.emplace(it->second, x);
    captures_.push_back(x);
    is_capture_.push_back(true);
  }
  return it->second;
}

trace::FunctionPtr Frame::finish(std::span<const Array> results, bool captures_first) {
  std::vector<trace::Value> values;
  for (const Array &r : results) values.push_back(lift(r, current_location({})));
  std::vector<int64_t> order;
  for (bool captures : {captures_first, !captures_first})
    for (size_t i = 0; i < is_capture_.size(); ++i)
      if (is_capture_[i] == captures) order.push_back(static_cast<int64_t>(i));
  if (std::is_sorted(order.begin(), order.end())) order.clear();
  compiler().finish(*function_, values, order);
  return function_;
}

namespace {
template <class T>
void append_bytes(std::string &key, const T &value) {
  key.append(reinterpret_cast<const char *>(&value), sizeof value);
}
void append_sizes(std::string &key, std::span<const int64_t> sizes) {
  append_bytes(key, sizes.size());
  for (int64_t size : sizes) append_bytes(key, size);
}
}  // namespace

trace::Value *Frame::repeated(std::string_view op, std::span<const trace::Value> operands, const Attributes &attributes,
                              const Location &location) {
  if (!opaque_) return nullptr;
  std::string key;
  if (op == "fx.constant") {
    const auto &value = std::get<Literal>(attributes.front().second);
    if (!value.splat) return nullptr;
    append_bytes(key, value.type.dtype), append_sizes(key, value.type.shape.sizes()), key += value.bytes;
  } else if (op == "fx.broadcast_in_dim") {
    if (!std::get<std::vector<int64_t>>(attributes.front().second).empty()) return nullptr;  // no scalar
    append_sizes(key, std::get<std::vector<int64_t>>(attributes.back().second)), append_bytes(key, operands.front());
  } else {
    return nullptr;
  }
  append_bytes(key, location.file), append_bytes(key, location.line), append_bytes(key, location.column);
  return &repeated_[std::move(key)];
}

Array concrete(ShapeDtype type, runtime::Buffer buffer, const Location &made) {
  auto node = std::make_shared<ArrayNode>();
  node->type = std::move(type);
  node->buffer = std::move(buffer);
  node->location = made;
  return Array(std::move(node));
}

runtime::Buffer new_buffer(const ShapeDtype &type, const Location &made) try {
  return runtime::Buffer(type.bytes());
} catch (const runtime::OutOfMemory &e) {
  throw DeviceError(with_location(fmt::format("fluxion: {}, for {}", e.what(), to_string(type)), made));
}

namespace {
// What the verifier says of an operand's type, in our words; "" for any other message.
std::string refused_dtype(std::string_view op, std::string_view message, std::span<const trace::Value> operands) {
  constexpr std::string_view kMark = "' op operand #";
  const size_t at = message.find(kMark);
  if (at == std::string_view::npos) return {};
  size_t number = 0;
  for (char c : message.substr(at + kMark.size())) {
    if (c < '0' || c > '9') break;
    number = 10 * number + static_cast<size_t>(c - '0');
  }
  if (number >= operands.size()) return {};
  return fmt::format("{}: operand {} is {}, a dtype that it does not take", op.substr(op.find('.') + 1), number,
                     to_string(compiler().type(operands[number])));
}
}  // namespace

std::vector<Array> stage_in(Frame &frame, std::string_view op, std::span<const trace::Value> operands,
                            const Attributes &attributes, std::span<const trace::FunctionPtr> regions,
                            const Location &location) {
  std::vector<Array> out;
  trace::Value *before = frame.repeated(op, operands, attributes, location);
  if (before && *before) return {frame.wrap(*before, location)};
  try {
    for (trace::Value v : compiler().stage(*frame.function(), op, operands, attributes, regions, location))
      out.push_back(frame.wrap(v, location));
  } catch (const ShapeError &e) {
    if (const std::string dtype = refused_dtype(op, e.what(), operands); !dtype.empty())
      throw DTypeError(complaint("fluxion: " + dtype, location));
    throw ShapeError(complaint(fmt::format("fluxion: {}", e.what()), location));
  }
  if (before) *before = out.front().node()->value;
  return out;
}

}  // namespace fluxion::detail

// What traced values are, where a trace runs on known ones: outside of jit, derivatives know their arguments. The ops
// that a value depends on are compiled as a function of their own and run. What they compute is remembered for as long
// as something may use it, so a loop that asks for a value in each step runs each op once.
#include <map>

#include "fluxion/stage.h"
#include "frontend/executable_cache.h"

namespace fluxion::detail {

void Frame::keep_track(const std::shared_ptr<ArrayNode> &node) {
  handles_[node->value] = node;
  if (handles_.size() < prune_at_) return;
  std::erase_if(handles_, [](const auto &handle) { return handle.second.expired(); });
  prune_at_ = 2 * handles_.size() + 64;
}

bool Frame::is_kept(trace::Value value) const {
  auto it = handles_.find(value);
  return it != handles_.end() && !it->second.expired();
}

const Frame *Frame::learn(std::span<const trace::Value> values) {
  if (opaque_) return opaque_;
  trace::Slice slice = compiler().slice(
      *function_, values, [&](trace::Value v) { return known_.contains(v); },
      [&](trace::Value v) { return is_kept(v); });
  if (!slice.function) return this;
  std::vector<Array> inputs;
  for (trace::Value v : slice.inputs) inputs.push_back(known_.at(v));
  if (const Frame *unknown = detail::learn(inputs)) return unknown;
  for (size_t i = 0; i < inputs.size(); ++i) known_[slice.inputs[i]] = inputs[i];
  if (slice.outputs.empty()) return nullptr;
  std::vector<Array> outputs = compiled(slice.function)->run(std::move(inputs));
  for (size_t i = 0; i < outputs.size(); ++i) known_[slice.outputs[i]] = std::move(outputs[i]);
  return nullptr;
}

const Frame *learn(std::vector<Array> &arrays) {
  std::map<uint64_t, std::vector<trace::Value>> wanted;  // by frame
  for (const Array &x : arrays) {
    if (!x.is_traced() || x.node()->buffer) continue;
    if (!Frame::find(x.node()->trace)) throw_leaked(*x.node(), current_location({}));
    wanted[x.node()->trace].push_back(x.node()->value);
  }
  for (const auto &[serial, values] : wanted)
    if (const Frame *unknown = Frame::find(serial)->learn(values)) return unknown;
  for (Array &x : arrays) {
    if (!x.is_traced()) continue;
    const ArrayNode &node = *x.node();
    if (!node.buffer) node.buffer = Frame::find(node.trace)->learnt(node.value).node()->buffer;
    x = concrete(node.type, node.buffer);
  }
  return nullptr;
}

bool has_value(const Array &x) {
  if (!x.is_traced()) return x.defined();
  if (x.node()->buffer) return true;
  std::vector<Array> list{x};
  return Frame::find(x.node()->trace) && !learn(list);
}

}  // namespace fluxion::detail

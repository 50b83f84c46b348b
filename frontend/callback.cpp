// Callbacks: from arrays of the frontend to buffers of a running program, and back.
#include "fluxion/callback.h"

#include <cstring>
#include <map>
#include <mutex>

#include "frontend/callback_internal.h"
#include "frontend/frame.h"
#include "runtime/host.h"

namespace fluxion::detail {
namespace {

using runtime::HostFunctionPtr;

// What a callback returned has to be what was announced.
void check_results(std::string_view what, const Arrays &got, const std::vector<ShapeDtype> &wanted) {
  if (got.size() != wanted.size())
    throw Error(fmt::format("fluxion: {}: the function returned {} arrays, {} were announced", what, got.size(),
                            wanted.size()));
  for (size_t i = 0; i < got.size(); ++i) {
    if (!got[i].defined()) throw Error(fmt::format("fluxion: {}: the function returned an empty Array", what));
    if (!(got[i].type() == wanted[i]))
      throw Error(fmt::format("fluxion: {}: the function returned {} where {} was announced", what,
                              to_string(got[i].type()), to_string(wanted[i])));
  }
}

runtime::HostFunction::Call on_buffers(std::string what, Body body) {
  return [what = std::move(what), body = std::move(body)](void *const *buffers, const ShapeDtype *types, int operands,
                                                          int count) {
    const FramesAside aside;
    Arrays in;
    // Copies: the function may keep them, and the memory is the program's.
    for (int i = 0; i < operands; ++i) in.push_back(from_bytes(types[i], buffers[i], {}));
    const Arrays out = body(in);
    check_results(what, out, {types + operands, types + count});
    for (size_t i = 0; i < out.size(); ++i) {
      const auto bytes = out[i].bytes();
      std::memcpy(buffers[static_cast<size_t>(operands) + i], bytes.data(), bytes.size());
    }
  };
}

// The function in the table; one that is there already if it does the same.
HostFunctionPtr registered(const HostCall &call) {
  static std::mutex mutex;
  static auto *const known = new std::map<std::vector<uint64_t>, std::weak_ptr<const runtime::HostFunction>>;
  auto make = [&] {
    return runtime::add_host_function(runtime::unique_host_name(call.what),
                                      on_buffers(std::string(call.what), call.body));
  };
  if (call.id.empty()) return make();
  const std::lock_guard lock(mutex);
  constexpr size_t kMany = 1000;
  if (known->size() > kMany) std::erase_if(*known, [](const auto &entry) { return entry.second.expired(); });
  std::weak_ptr<const runtime::HostFunction> &place = (*known)[call.id];
  if (HostFunctionPtr function = place.lock()) return function;
  HostFunctionPtr function = make();
  place = function;
  return function;
}

std::string text_of(const std::vector<ShapeDtype> &types) {
  std::string text;
  for (const ShapeDtype &t : types) text += (text.empty() ? "" : " ") + to_string(t);
  return text;
}

}  // namespace

Arrays stage_host(const HostFunctionPtr &function, std::string_view effect, bool vectorized, const Arrays &inputs,
                  const std::vector<ShapeDtype> &results) {
  Frame &frame = *Frame::current();
  const Location location = current_location({});
  std::vector<trace::Value> values;
  for (const Array &a : inputs) values.push_back(frame.lift(a, location));
  return stage_in(frame, "fx.host_call", values,
                  {{"function", function->name},
                   {"effect", std::string(effect)},
                   {"types", text_of(results)},
                   {"vectorized", vectorized}},
                  {}, location);
}

Arrays call_host(const HostCall &call, const Arrays &inputs, const std::vector<ShapeDtype> &results) {
  if (is_tracing()) return stage_host(registered(call), call.effect, call.vectorized, inputs, results);
  for (const Array &a : inputs) host_bytes(a, std::string(call.what).c_str(), {});
  Arrays out = call.body(inputs);
  check_results(call.what, out, results);
  return out;
}

}  // namespace fluxion::detail

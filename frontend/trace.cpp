// Functions traced, transformed, called.
#include "fluxion/trace.h"

#include <numeric>
#include <unordered_map>

#include "fluxion/config.h"
#include "frontend/executable_cache.h"
#include "frontend/frame.h"

namespace fluxion::detail {

bool is_tracing() { return Frame::current() != nullptr; }

std::vector<ShapeDtype> types_of(const Arrays &arrays) {
  std::vector<ShapeDtype> types;
  for (const Array &a : arrays) types.push_back(a.type());
  return types;
}

namespace {
Arrays declare(Frame &frame, std::span<const ShapeDtype> types, const Arrays &stand_for = {}) {
  Arrays tracers;
  for (size_t i = 0; i < types.size(); ++i)
    tracers.push_back(frame.argument(types[i], current_location({}), i < stand_for.size() ? stand_for[i] : Array()));
  return tracers;
}
}  // namespace

namespace {
Traced finished(Frame &frame, const Arrays &results, bool captures_first) {
  std::vector<Location> made;
  for (const Array &r : results) made.push_back(r.defined() ? r.node()->location : Location());
  trace::FunctionPtr f = frame.finish(results, captures_first);
  return {std::move(f), frame.captures(), std::move(made)};
}
}  // namespace

Traced trace_function(std::string_view name, std::span<const ShapeDtype> types, const Body &body, bool captures_first,
                      const Arrays &arguments) {
  Frame frame(name);
  return finished(frame, body(declare(frame, types, arguments)), captures_first);
}

Traced trace_function_at(std::string_view name, std::span<const ShapeDtype> types, const Arrays &arguments,
                         const Body &body, bool captures_first) {
  Frame frame(name, Values::known);
  return finished(frame, body(declare(frame, types, arguments)), captures_first);
}

std::vector<Traced> trace_together(std::string_view name, const Arrays &arguments, std::span<const Body> bodies) {
  // Each body is traced once, to see what it uses from outside, and then copied behind the captures of all, declared in
  // one order. (To trace it again would double the work with each body within a body.)
  const std::vector<ShapeDtype> types = types_of(arguments);
  std::vector<Traced> alone;
  for (const Body &body : bodies) alone.push_back(trace_function(name, types, body, false, arguments));
  // What nobody else holds was made by the body itself: it is a constant of the body.
  auto is_constant = [](const Array &capture) {
    return !capture.is_traced() && !capture.is_abstract() && capture.node().use_count() == 1;
  };
  Arrays all;
  std::unordered_map<const ArrayNode *, size_t> number;
  for (const Traced &traced : alone)
    for (const Array &capture : traced.captures)
      if (!is_constant(capture) && number.try_emplace(capture.node().get(), all.size()).second) all.push_back(capture);
  std::vector<Traced> out;
  for (Traced &traced : alone) {
    Frame frame(name);
    const Location location = current_location({});
    Arrays in = declare(frame, types, arguments);
    for (const Array &capture : all) frame.lift(capture, location);
    frame.seal();
    append(in, traced.captures);
    out.push_back(finished(frame, call(traced.function, in), true));
    out.back().made = std::move(traced.made);
  }
  return out;
}

std::string at_path(const Paths &paths, size_t leaf) {
  const std::string path = paths ? paths(leaf) : "";
  return path.empty() ? path : " at " + path;
}

namespace {
// `inlined` puts the function's body behind a frame's ops, and gives its results.
template <class Inlined>
Arrays call_in(Frame &frame, const Arrays &arguments, const Location &location, Inlined inlined) {
  std::vector<trace::Value> values;
  for (const Array &a : arguments) values.push_back(frame.lift(a, location));
  Arrays out;
  for (trace::Value v : inlined(*frame.function(), values)) out.push_back(frame.wrap(v, location));
  return out;
}
}  // namespace

Arrays call(const trace::FunctionPtr &function, const Arrays &arguments) {
  const Location location = current_location({});
  Frame *frame = Frame::current();
  if (!frame) return compiled(function)->run(arguments, {&location, 1});
  return call_in(*frame, arguments, location, [&](trace::Function &into, std::span<const trace::Value> values) {
    return compiler().inline_call(into, *function, values, location);
  });
}

Arrays call(trace::FunctionPtr &&function, const Arrays &arguments) {
  Frame *frame = Frame::current();
  if (!frame || function.use_count() > 1) return call(std::as_const(function), arguments);
  const trace::FunctionPtr last = std::move(function);
  return call_in(*frame, arguments, current_location({}), [&](trace::Function &into, std::span<const trace::Value> in) {
    return compiler().inline_last_call(into, *last, in);
  });
}

std::vector<trace::FunctionPtr> transform(const trace::FunctionPtr &f, std::string_view name,
                                          std::vector<int64_t> arguments, std::vector<int64_t> results, int64_t size,
                                          std::string axis_name) {
  try {
    return compiler().transform(
        *f, name,
        {std::move(arguments), std::move(results), size, !config::nan_safe_gradients(), std::move(axis_name)});
  } catch (const Error &e) {
    // Of two lines, that of the op says more than that of the transformation, which follows.
    const std::string text = fmt::format("fluxion: {}", e.what());
    const bool placed = text.find("\n  at ") != std::string::npos;
    const Location made = current_location({});
    throw Error(placed && made.line ? text + "\n  differentiated or mapped" + with_location("", made)
                                    : complaint(text, made));
  }
}

std::string print(const trace::FunctionPtr &f) { return compiler().print(*f, false); }
std::vector<ShapeDtype> result_types(const trace::FunctionPtr &f) { return f->results(); }

void check_call(std::string_view what, const trace::FunctionPtr &function, const Arrays &leaves,
                const Arrays &constants) {
  const std::vector<ShapeDtype> types = function->arguments();
  if (leaves.size() + constants.size() != types.size())
    fail<ShapeError>(fmt::format("{}: the function was traced for {} arrays, and now there are {} and {} constants",
                                 what, types.size(), leaves.size(), constants.size()));
  for (size_t i = 0; i < types.size(); ++i) {
    const Array &x = i < leaves.size() ? leaves[i] : constants[i - leaves.size()];
    if (!x.defined()) throw_empty(current_location({}));
    if (x.type() == types[i]) continue;
    const std::string text = fmt::format("{}: array {} is {}, the function was traced for {}", what, i,
                                         to_string(x.type()), to_string(types[i]));
    x.shape() == types[i].shape ? fail<DTypeError>(text) : fail<ShapeError>(text);
  }
}

Arrays stage_regions(std::string_view op, const Arrays &operands, const Attributes &attributes,
                     const std::vector<trace::FunctionPtr> &regions) {
  Location location = current_location({});
  auto stage_here = [&](Frame &frame, const Arrays &inputs) {
    std::vector<trace::Value> values;
    for (const Array &a : inputs) values.push_back(frame.lift(a, location));
    return stage_in(frame, op, values, attributes, regions, location);
  };
  if (Frame *frame = Frame::current()) return stage_here(*frame, operands);
  Traced alone = trace_function(op.substr(op.find('.') + 1), types_of(operands),
                                [&](const Arrays &tracers) { return stage_here(*Frame::current(), tracers); });
  return compiled(alone.function)->run(operands, {&location, 1});
}

}  // namespace fluxion::detail

namespace fluxion::tree::detail {
void throw_structures_differ(size_t a, size_t b) {
  throw ShapeError(fmt::format("fluxion: tree::map: the trees have different numbers of arrays ({} vs {})", a, b));
}
}  // namespace fluxion::tree::detail

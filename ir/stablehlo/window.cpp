// Reductions over windows: running reductions where the window reaches back to the beginning, else by doubling.
#include "ir/stablehlo/windows.h"

namespace fluxion::ir::stablehlo {

Windows windowsOf(mlir::Operation *op, Tensor type) {
  const size_t rank = static_cast<size_t>(type.getRank());
  Windows w{integersOr(op, "window_dimensions", rank, 1),
            integersOr(op, "window_strides", rank, 1),
            integersOr(op, "base_dilations", rank, 1),
            integersOr(op, "window_dilations", rank, 1),
            {},
            {}};
  const Sizes padding = paddingOf(op, rank);
  for (size_t d = 0; d < rank; ++d) {
    w.low.push_back(padding[2 * d]);
    w.high.push_back(padding[2 * d + 1]);
    for (int64_t n : {w.size[d], w.strides[d], w.baseDilations[d], w.dilations[d]})
      if (n < 1 || n > (1 << 30)) Importer::refuse(op, "a window has a size, stride or dilation that is not positive");
  }
  return w;
}

namespace {

// The one dimension that has windows, if these make a running reduction: every window of n elements begins (or,
// reversed, ends) with the padding, and moves by one.
std::optional<std::pair<int64_t, bool>> runningDimension(const Windows &w, Tensor type) {
  std::optional<std::pair<int64_t, bool>> found;
  for (int64_t d = 0; d < type.getRank(); ++d) {
    const int64_t n = type.getDimSize(d);
    if (w.strides[d] != 1 || w.baseDilations[d] != 1 || w.dilations[d] != 1) return std::nullopt;
    if (w.size[d] == 1 && w.low[d] == 0 && w.high[d] == 0) continue;
    const bool forward = w.low[d] == n - 1 && w.high[d] == 0, backward = w.low[d] == 0 && w.high[d] == n - 1;
    if (found || w.size[d] != n || !(forward || backward)) return std::nullopt;
    found = std::pair(d, !forward);
  }
  return found;
}

// x[from…] along dimension d, `count` elements, every stride-th.
mlir::Value part(Importer &in, mlir::Value x, int64_t d, int64_t from, int64_t count, int64_t stride = 1) {
  Sizes starts(tensorType(x).getRank(), 0), limits(shapeOf(x)), strides(starts.size(), 1);
  starts[d] = from, limits[d] = from + count, strides[d] = stride;
  return in.slice(x, starts, limits, strides);
}

/// Combines windows with those that follow them.
using Join = llvm::function_ref<Values(Inputs)>;  // of all operands, and again

/// Of equal elements the first is taken, and so has the derivative, as in JAX; NaN wins.
Values firstOf(Importer &in, Combine kind, mlir::Value a, mlir::Value b) {
  mlir::Value first = in.compare(kind == Combine::maximum ? Comparison::GE : Comparison::LE, a, b);
  first = in.emit("fx.or", {first, in.compare(Comparison::NE, a, a)});
  return {in.emit("fx.select", {first, a, b})};
}

/// Element i of the result combines x[i], x[i + step], … (`size` of them) along dimension d: a window of m elements and
/// one that begins m steps further make one of 2 m.
Values slide(Importer &in, Join combine, const Values &x, int64_t d, int64_t size, int64_t step) {
  Values power = x, result;  // windows of 2^k elements; windows of the low bits of `size`
  int64_t done = 0;
  auto join = [&](const Values &a, const Values &b, int64_t offset) {
    const int64_t count = shapeOf(b[0])[d] - offset;
    Values operands;
    for (mlir::Value v : a) operands.push_back(part(in, v, d, 0, count));
    for (mlir::Value v : b) operands.push_back(part(in, v, d, offset, count));
    return combine(operands);
  };
  for (int64_t m = 1;; m *= 2) {
    if (size & m) {
      result = done == 0 ? power : join(result, power, done * step);
      done += m;
    }
    if (done == size) return result;
    power = join(power, power, m * step);
  }
}

Values slideGeneral(Importer &in, mlir::Operation *op, Values x, Inputs inits, const Windows &w, Join combine) {
  Sizes interior;
  for (int64_t n : w.baseDilations) interior.push_back(n - 1);
  for (auto [v, init] : llvm::zip_equal(x, inits))
    v = in.emit("fx.pad", {v, init},
                {{"low", in.list(w.low)}, {"high", in.list(w.high)}, {"interior", in.list(interior)}});
  for (int64_t d = tensorType(x[0]).getRank(); d-- > 0;) {  // the first in row-major order comes first
    const int64_t reach = (w.size[d] - 1) * w.dilations[d] + 1, n = shapeOf(x[0])[d];
    if (n < reach) in.refuse(op, "no import for windows that fit nowhere");
    if (w.size[d] > 1) x = slide(in, combine, x, d, w.size[d], w.dilations[d]);
    if (w.strides[d] > 1)
      for (mlir::Value &v : x) v = part(in, v, d, 0, shapeOf(v)[d], w.strides[d]);
  }
  return x;
}

Values reduceWindow(Importer &in, mlir::Operation *op, Inputs x) {
  const size_t n = op->getNumResults();
  if (op->getNumRegions() != 1 || n == 0 || x.size() != 2 * n)
    in.refuse(op, "a reduction has an initial value for each operand and a region");
  for (size_t i = 0; i < n; ++i)
    if (shapeOf(x[i]) != shapeOf(x[0]) || !shapeOf(x[n + i]).empty())
      in.refuse(op, "a reduction takes equally shaped operands and scalars");
  const Windows windows = windowsOf(op, tensorType(x[0]));
  const auto body = expressions(op->getRegion(0));
  if (body.size() != n) in.refuse(op, "a reducer returns one value for each operand");
  auto kind = n == 1 ? combinationOf(body[0], 0, 1) : std::nullopt;
  const bool neutral = kind && isNeutral(x[1], *kind);
  if (auto running = runningDimension(windows, tensorType(x[0])); running && neutral)
    return {in.emit(
        "fx.cumulative", {x[0]},
        {{"kind", in.kind(*kind)}, {"dimension", in.number(running->first)}, {"reverse", in.flag(running->second)}})};
  const bool chooses =
      kind && (*kind == Combine::maximum || *kind == Combine::minimum) && llvm::isa<mlir::FloatType>(elementType(x[0]));
  Values results = slideGeneral(in, op, Values(x.take_front(n)), x.drop_front(n), windows, [&](Inputs pairs) {
    return chooses ? firstOf(in, *kind, pairs[0], pairs[1]) : in.applyElementwise(op->getRegion(0), pairs);
  });
  if (neutral) return results;
  Values operands;
  for (size_t i = 0; i < n; ++i) operands.push_back(in.broadcastScalar(x[n + i], shapeOf(results[i])));
  operands.append(results);
  return in.applyElementwise(op->getRegion(0), operands);
}

}  // namespace

void addWindowRules(Rules &rules) {
  rules["stablehlo.reduce_window"] = reduceWindow;
  addSelectAndScatterRule(rules);
}

}  // namespace fluxion::ir::stablehlo

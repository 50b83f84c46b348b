// Reductions over windows: running reductions where the window reaches back to the beginning, else by doubling.
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

struct Windows {
  Sizes size, strides, baseDilations, dilations, low, high;
};

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

/// Element i of the result combines x[i], x[i + step], … (`size` of them) along dimension d: a window of m elements and
/// one that begins m steps further make one of 2 m.
Values slide(Importer &in, mlir::Region &body, const Values &x, int64_t d, int64_t size, int64_t step) {
  Values power = x, result;  // windows of 2^k elements; windows of the low bits of `size`
  int64_t done = 0;
  auto join = [&](const Values &a, const Values &b, int64_t offset) {
    const int64_t count = shapeOf(b[0])[d] - offset;
    Values operands;
    for (mlir::Value v : a) operands.push_back(part(in, v, d, 0, count));
    for (mlir::Value v : b) operands.push_back(part(in, v, d, offset, count));
    return in.applyElementwise(body, operands);
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

Values slideGeneral(Importer &in, mlir::Operation *op, Values x, Inputs inits, const Windows &w) {
  Sizes interior;
  for (int64_t n : w.baseDilations) interior.push_back(n - 1);
  for (auto [v, init] : llvm::zip_equal(x, inits))
    v = in.emit("fx.pad", {v, init},
                {{"low", in.list(w.low)}, {"high", in.list(w.high)}, {"interior", in.list(interior)}});
  for (int64_t d = 0, rank = tensorType(x[0]).getRank(); d < rank; ++d) {
    const int64_t reach = (w.size[d] - 1) * w.dilations[d] + 1, n = shapeOf(x[0])[d];
    if (n < reach) in.refuse(op, "no import for windows that fit nowhere");
    if (w.size[d] > 1) x = slide(in, op->getRegion(0), x, d, w.size[d], w.dilations[d]);
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
  Values results = slideGeneral(in, op, Values(x.take_front(n)), x.drop_front(n), windows);
  if (neutral) return results;
  Values operands;
  for (size_t i = 0; i < n; ++i) operands.push_back(in.broadcastScalar(x[n + i], shapeOf(results[i])));
  operands.append(results);
  return in.applyElementwise(op->getRegion(0), operands);
}

// The windows' elements number k, for all windows: x from `offset` on, every stride-th, as many as there are windows.
mlir::Value elementsAt(Importer &in, mlir::Value x, llvm::ArrayRef<int64_t> offset, llvm::ArrayRef<int64_t> count,
                       llvm::ArrayRef<int64_t> strides) {
  Sizes limits(offset);
  for (size_t d = 0; d < limits.size(); ++d) limits[d] += (count[d] - 1) * strides[d] + 1;
  return in.slice(x, offset, limits, strides);
}

// And back: zeros but for these places.
mlir::Value placeAt(Importer &in, mlir::Value y, mlir::Value zero, llvm::ArrayRef<int64_t> offset,
                    llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> strides) {
  Sizes high, interior;
  for (size_t d = 0; d < shape.size(); ++d) {
    interior.push_back(strides[d] - 1);
    high.push_back(shape[d] - offset[d] - ((shapeOf(y)[d] - 1) * strides[d] + 1));
  }
  return in.emit("fx.pad", {y, zero},
                 {{"low", in.list(offset)}, {"high", in.list(high)}, {"interior", in.list(interior)}});
}

// Every window gives its source element to the element that wins it, the first among equals (or the last, if the
// comparison does not hold for equals). One pass finds the winners' numbers, one adds up what they get.
Values selectAndScatter(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 3);
  if (op->getNumRegions() != 2) in.refuse(op, "select_and_scatter has two regions");
  const auto select = expressions(op->getRegion(0)), scatter = expressions(op->getRegion(1));
  auto direction = select.size() == 1 ? symbolizeComparison(llvm::StringRef(select[0]).split('(').first) : std::nullopt;
  if (!direction || !llvm::StringRef(select[0]).ends_with("(0,1)") || scatter.size() != 1 ||
      combinationOf(scatter[0], 0, 1) != Combine::add)
    in.refuse(op, "no import for a select_and_scatter but by a comparison and add");
  const Windows w = windowsOf(op, tensorType(x[0]));
  llvm::ArrayRef<int64_t> shape = shapeOf(x[0]), count = shapeOf(x[1]);
  if (count.size() != shape.size() || !shapeOf(x[2]).empty())
    in.refuse(op, "select_and_scatter's source does not fit its operand");
  int64_t taps = 1;
  for (size_t d = 0; d < shape.size(); ++d) {
    if (w.low[d] != 0 || w.high[d] != 0) in.refuse(op, "no import for a select_and_scatter with padding");
    if (count[d] < 1 || (count[d] - 1) * w.strides[d] + w.size[d] > shape[d] || (taps *= w.size[d]) > 4096)
      in.refuse(op, "no import for a select_and_scatter with such windows");
  }
  std::vector<Sizes> offsets{Sizes(shape.size(), 0)};
  for (int64_t k = 1; k < taps; ++k) {
    Sizes next = offsets.back();
    for (size_t d = shape.size(); d-- > 0 && ++next[d] == w.size[d];) next[d] = 0;
    offsets.push_back(next);
  }
  Tensor numbers = Tensor::get(count, in.builder().getI32Type());
  mlir::Value best = elementsAt(in, x[0], offsets[0], count, w.strides), winner = in.splat(numbers, 0);
  for (int64_t k = 1; k < taps; ++k) {
    mlir::Value other = elementsAt(in, x[0], offsets[k], count, w.strides), keep = in.compare(*direction, best, other);
    best = in.emit("fx.select", {keep, best, other});
    winner = in.emit("fx.select", {keep, winner, in.splat(numbers, static_cast<double>(k))});
  }
  mlir::Value zero = in.splat(Tensor::get({}, elementType(x[1])), 0), none = in.broadcastScalar(zero, count);
  mlir::Value sum = in.broadcastScalar(x[2], shape);
  for (int64_t k = 0; k < taps; ++k) {
    mlir::Value wins = in.compare(Comparison::EQ, winner, in.splat(numbers, static_cast<double>(k)));
    mlir::Value given = in.emit("fx.select", {wins, x[1], none});
    sum = in.emit("fx.add", {sum, placeAt(in, given, zero, offsets[k], shape, w.strides)});
  }
  return {sum};
}

}  // namespace

void addWindowRules(Rules &rules) {
  rules["stablehlo.reduce_window"] = reduceWindow;
  rules["stablehlo.select_and_scatter"] = selectAndScatter;
}

}  // namespace fluxion::ir::stablehlo

// select_and_scatter, the derivative of a maximum over windows: every window gives its source element to the element
// that its comparison chooses. One pass over the window's elements finds the winners' numbers, one combines what they
// get.
#include "ir/stablehlo/windows.h"

namespace fluxion::ir::stablehlo {
namespace {

constexpr int64_t kMaxTaps = 4096;  // elements of a window; each becomes some ops

/// The padded array, and the windows over it.
struct Padded {
  Sizes shape, strides;
  llvm::ArrayRef<int64_t> count;  // of windows
  std::vector<Sizes> taps;        // the places of a window's elements in its first window

  /// Element `tap` of all windows.
  mlir::Value elementsAt(Importer &in, mlir::Value x, const Sizes &tap) const {
    Sizes limits(tap);
    for (size_t d = 0; d < limits.size(); ++d) limits[d] += (count[d] - 1) * strides[d] + 1;
    return in.slice(x, tap, limits, strides);
  }
  /// And back: `otherwise` but for these places.
  mlir::Value placeAt(Importer &in, mlir::Value y, mlir::Value otherwise, const Sizes &tap) const {
    Sizes high, interior;
    for (size_t d = 0; d < shape.size(); ++d) {
      interior.push_back(strides[d] - 1);
      high.push_back(shape[d] - tap[d] - ((count[d] - 1) * strides[d] + 1));
    }
    return in.emit("fx.pad", {y, otherwise},
                   {{"low", in.list(tap)}, {"high", in.list(high)}, {"interior", in.list(interior)}});
  }
};

Padded paddedBy(Importer &in, mlir::Operation *op, const Windows &w, Inputs x) {
  llvm::ArrayRef<int64_t> shape = shapeOf(x[0]);
  Padded p{{}, w.strides, shapeOf(x[1]), {}};
  int64_t taps = 1;
  if (p.count.size() != shape.size() || !shapeOf(x[2]).empty())
    in.refuse(op, "select_and_scatter's source does not fit its operand");
  for (size_t d = 0; d < shape.size(); ++d) {
    const int64_t size = shape[d] + w.low[d] + w.high[d];
    if (w.low[d] < 0 || w.high[d] < 0 || size < w.size[d] || p.count[d] != (size - w.size[d]) / w.strides[d] + 1 ||
        (taps *= w.size[d]) > kMaxTaps)
      in.refuse(op, "no import for a select_and_scatter with such windows");
    p.shape.push_back(size);
  }
  p.taps.emplace_back(shape.size(), 0);
  for (int64_t k = 1; k < taps; ++k) {
    Sizes next = p.taps.back();
    for (size_t d = shape.size(); d-- > 0 && ++next[d] == w.size[d];) next[d] = 0;
    p.taps.push_back(next);
  }
  return p;
}

/// The numbers of the winning taps, −1 where a window has none: padding is never chosen.
mlir::Value winners(Importer &in, mlir::Region &select, mlir::Value x, const Windows &w, const Padded &p) {
  mlir::Type flag = in.builder().getI1Type();
  auto pad = [&](mlir::Value v, mlir::Value with) {
    return in.emit(
        "fx.pad", {v, with},
        {{"low", in.list(w.low)}, {"high", in.list(w.high)}, {"interior", in.list(Sizes(p.shape.size(), 0))}});
  };
  mlir::Value values = pad(x, in.splat(Tensor::get({}, elementType(x)), 0));
  mlir::Value inside = pad(in.splat(Tensor::get(shapeOf(x), flag), 1), in.splat(Tensor::get({}, flag), 0));
  const Tensor numbers = Tensor::get(p.count, in.builder().getI32Type());
  mlir::Value best, winner, found;
  for (auto [k, tap] : llvm::enumerate(p.taps)) {
    mlir::Value other = p.elementsAt(in, values, tap), there = p.elementsAt(in, inside, tap);
    mlir::Value number = in.splat(numbers, static_cast<double>(k));
    if (k == 0) {
      best = other, found = there;
      winner = in.emit("fx.select", {there, number, in.splat(numbers, -1)});
      continue;
    }
    mlir::Value keep = in.emit("fx.and", {found, in.applyElementwise(select, {best, other})[0]});
    mlir::Value take = in.emit("fx.and", {there, in.emit("fx.not", {keep})});
    best = in.emit("fx.select", {take, other, best});
    winner = in.emit("fx.select", {take, number, winner});
    found = in.emit("fx.or", {found, there});
  }
  return winner;
}

Values selectAndScatter(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 3);
  if (op->getNumRegions() != 2) in.refuse(op, "select_and_scatter has two regions");
  mlir::Region &scatter = op->getRegion(1);
  const auto chosen = expressions(op->getRegion(0)), body = expressions(scatter);
  if (chosen.size() != 1 || body.size() != 1) in.refuse(op, "a region of select_and_scatter returns one value");
  const Windows w = windowsOf(op, tensorType(x[0]));
  if (tensorType(x[1]).getNumElements() == 0) return {in.broadcastScalar(x[2], shapeOf(x[0]))};
  const Padded p = paddedBy(in, op, w, x);
  mlir::Value winner = winners(in, op->getRegion(0), x[0], w, p);
  mlir::Value zero = in.splat(Tensor::get({}, elementType(x[1])), 0), none = in.broadcastScalar(zero, p.count);
  mlir::Value never = in.splat(Tensor::get({}, in.builder().getI1Type()), 0);
  const bool adds = combinationOf(body[0], 0, 1) == Combine::add;
  mlir::Value result = in.broadcastScalar(x[2], p.shape);
  for (auto [k, tap] : llvm::enumerate(p.taps)) {
    mlir::Value wins = in.compare(Comparison::EQ, winner, in.splat(tensorType(winner), static_cast<double>(k)));
    mlir::Value given = p.placeAt(in, in.emit("fx.select", {wins, x[1], none}), zero, tap);
    if (adds) {
      result = in.emit("fx.add", {result, given});
      continue;
    }
    mlir::Value combined = in.applyElementwise(scatter, {result, given})[0];
    result = in.emit("fx.select", {p.placeAt(in, wins, never, tap), combined, result});
  }
  Sizes limits, ones(p.shape.size(), 1);
  for (size_t d = 0; d < p.shape.size(); ++d) limits.push_back(p.shape[d] - w.high[d]);
  return {in.slice(result, w.low, limits, ones)};
}

}  // namespace

void addSelectAndScatterRule(Rules &rules) { rules["stablehlo.select_and_scatter"] = selectAndScatter; }

}  // namespace fluxion::ir::stablehlo

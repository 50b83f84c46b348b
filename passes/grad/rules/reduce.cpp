// Derivatives of reductions and running reductions.
#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::Combine;
using ir::Comparison;
using ir::Sizes;

namespace {

// The tangents at the places that attain the extremum, shared equally where there are several.
Value extremum(ir::ReduceOp op, Value t, Emit &e) {
  Dims dims = op.getDimensions(), shape = ir::shapeOf(op.getX());
  Value attained = e.compare(Comparison::EQ, op.getX(), e.unreduce(op.getY(), dims, shape));
  Value places = e.convert(attained, ir::elementType(t));
  return e.div(e.reduceSum(e.mul(t, places), dims), e.reduceSum(places, dims));
}

// x with the dimensions of a reduction merged into one, which is last; the transposition and its shape are linear.
Value lastAndMerged(Value x, Dims dims, Emit &e) {
  Sizes order = otherDims(ir::tensorType(x).getRank(), dims), shape;
  int64_t merged = 1;
  for (int64_t d : order) shape.push_back(ir::shapeOf(x)[d]);
  for (int64_t d : dims) {
    order.push_back(d);
    merged *= ir::shapeOf(x)[d];
  }
  shape.push_back(merged);
  return e.reshape(e.transpose(x, order), shape);
}

// y[i] = x[i − distance] along `d`, and `value` where there is no such element. A negative distance looks ahead.
Value shifted(Value x, Value value, int64_t d, int64_t distance, Emit &e) {
  Sizes low(ir::tensorType(x).getRank(), 0), high = low, interior = low;
  low[d] = distance;
  high[d] = -distance;
  return e.pad(x, value, low, high, interior);
}

// d Π x = Σ (Π of the others)·dx. The products of the others come from running products from both ends: no division, so
// zeros do no harm.
Value product(ir::ReduceOp op, Value t, Emit &e) {
  Value x = lastAndMerged(op.getX(), op.getDimensions(), e), dx = lastAndMerged(t, op.getDimensions(), e);
  int64_t last = ir::tensorType(x).getRank() - 1;
  Value one = e.constant(ir::Tensor::get({}, ir::elementType(x)), 1);
  Value before = e.cumulative(Combine::multiply, shifted(x, one, last, 1, e), last, false);
  Value after = e.cumulative(Combine::multiply, shifted(x, one, last, -1, e), last, true);
  return e.reduceSum(e.mul(dx, e.mul(before, after)), {last});
}

// y[i] = x[i − distance] along `d`, and x[i] itself where there is no such element. A negative distance looks ahead.
Value earlier(Value x, int64_t d, int64_t distance, Emit &e) {
  const Dims shape = ir::shapeOf(x);
  const int64_t n = shape[static_cast<size_t>(d)], by = std::abs(distance);
  auto part = [&](int64_t first, int64_t last) {
    Sizes starts(shape.size(), 0), limits(shape), strides(shape.size(), 1);
    starts[static_cast<size_t>(d)] = first, limits[static_cast<size_t>(d)] = last;
    return e.slice(x, starts, limits, strides);
  };
  return distance > 0 ? e.concatenate({part(0, by), part(0, n - by)}, d)
                      : e.concatenate({part(by, n), part(n - by, n)}, d);
}

// The derivatives of running products and extrema are found by doubling: after the step of distance s, every element
// holds the combination of the 2s elements that end there. log₂ n steps of elementwise ops.

// Of an earlier part (a, da) and a later one (b, db): da·b + a·db
Value runningProduct(ir::CumulativeOp op, Value t, int64_t sign, Emit &e) {
  const int64_t d = op.getDimension(), n = op.getType().getDimSize(d);
  Value x = op.getX(), one = e.constant(ir::Tensor::get({}, ir::elementType(x)), 1);
  for (int64_t s = 1; s < n; s *= 2) {
    Value a = shifted(x, one, d, sign * s, e), da = shifted(t, Value(), d, sign * s, e);
    t = e.add(e.mul(da, x), e.mul(a, t));
    if (2 * s < n) x = e.mul(a, x);
  }
  return t;
}

// The tangent of the part that wins, or the mean of both. What has nothing before it is compared with itself.
Value runningExtremum(ir::CumulativeOp op, Value t, int64_t sign, Emit &e) {
  const int64_t d = op.getDimension(), n = op.getType().getDimSize(d);
  const bool isMaximum = op.getKind() == Combine::maximum;
  const Comparison wins = isMaximum ? Comparison::GT : Comparison::LT;
  Value x = op.getX();
  for (int64_t s = 1; s < n; s *= 2) {
    Value a = earlier(x, d, sign * s, e), da = earlier(t, d, sign * s, e), half = e.mul(e.add(da, t), 0.5);
    t = e.select(e.compare(wins, x, a), t, e.select(e.compare(wins, a, x), da, half));
    if (2 * s < n) x = isMaximum ? e.maximum(a, x) : e.minimum(a, x);
  }
  return t;
}

}  // namespace

void addReduceRules(JvpRules &rules) {
  rules.add<ir::ReduceOp>([](ir::ReduceOp op, Tangents t, Emit &e) {
    switch (op.getKind()) {
      case Combine::add:
        return e.reduceSum(t[0], op.getDimensions());
      case Combine::maximum:
      case Combine::minimum:
        return extremum(op, t[0], e);
      case Combine::multiply:
        return product(op, t[0], e);
      default:
        return Value();  // bits
    }
  });
  rules.add<ir::CumulativeOp>([](ir::CumulativeOp op, Tangents t, Emit &e) {
    switch (op.getKind()) {
      case Combine::add:
        return e.cumulative(Combine::add, t[0], op.getDimension(), op.getReverse());
      case Combine::multiply:
        return runningProduct(op, t[0], op.getReverse() ? -1 : 1, e);
      case Combine::maximum:
      case Combine::minimum:
        return runningExtremum(op, t[0], op.getReverse() ? -1 : 1, e);
      default:
        return Value();
    }
  });
  rules.addZero<ir::ArgReduceOp>();
}

void addReduceRules(TransposeRules &rules) {
  // ⟨c, Σx⟩ = Σ c·x
  rules.add<ir::ReduceOp>([](ir::ReduceOp op, Value ct, Linear, Emit &e) {
    assert(op.getKind() == Combine::add && "only sums are linear");
    return e.unreduce(ct, op.getDimensions(), ir::shapeOf(op.getX()));
  });
  // x[i] is in the running sums from i on
  rules.add<ir::CumulativeOp>([](ir::CumulativeOp op, Value ct, Linear, Emit &e) {
    assert(op.getKind() == Combine::add && "only sums are linear");
    return e.cumulative(Combine::add, ct, op.getDimension(), !op.getReverse());
  });
}

}  // namespace fluxion::passes

// Derivatives of the shape family. Its ops move elements, so each is its own derivative; the transposes move them back.
#include "ir/ops/sharding.h"
#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::Sizes;

namespace {

Sizes filled(int64_t rank, int64_t number) { return Sizes(static_cast<size_t>(rank), number); }

// The slice of x that begins at `start` along `dimension` and has `size` elements there.
Value part(Value x, int64_t dimension, int64_t start, int64_t size, Emit &e) {
  Sizes starts = filled(ir::tensorType(x).getRank(), 0), limits(ir::shapeOf(x));
  starts[dimension] = start;
  limits[dimension] = start + size;
  return e.slice(x, starts, limits, filled(starts.size(), 1));
}

// The dimensions of a broadcast's result along which elements were repeated.
Sizes repeated(ir::BroadcastInDimOp op) {
  auto from = ir::shapeOf(op.getX()), to = ir::shapeOf(op.getY());
  Sizes dims;
  for (int64_t d = 0; d < static_cast<int64_t>(to.size()); ++d) {
    auto source = llvm::find(op.getDimensions(), d);
    bool kept = source != op.getDimensions().end() && from[source - op.getDimensions().begin()] == to[d];
    if (!kept) dims.push_back(d);
  }
  return dims;
}

// A slice's elements, back in their places in zeros.
Value unslice(ir::SliceOp op, Value ct, Emit &e) {
  Sizes high, interior;
  for (auto [d, size] : llvm::enumerate(ir::shapeOf(op.getX()))) {
    int64_t n = op.getType().getDimSize(d), gap = op.getStrides()[d] - 1;
    interior.push_back(gap);
    high.push_back(size - op.getStarts()[d] - n - std::max<int64_t>(n - 1, 0) * gap);
  }
  return e.pad(ct, Value(), op.getStarts(), high, interior);
}

// The elements of x within pad(x): crop what `low` and `high` added, then take every (interior + 1)-th element.
Value unpad(ir::PadOp op, Value ct, Emit &e) {
  Sizes low, high, strides;
  for (auto [l, h, i] : llvm::zip(op.getLow(), op.getHigh(), op.getInterior())) {
    low.push_back(-l);
    high.push_back(-h);
    strides.push_back(i + 1);
  }
  Value cropped = e.pad(ct, Value(), low, high, filled(low.size(), 0));
  if (llvm::all_of(strides, [](int64_t s) { return s == 1; })) return cropped;
  return e.slice(cropped, filled(low.size(), 0), ir::shapeOf(cropped), strides);
}

}  // namespace

void addShapeRules(JvpRules &rules) {
  rules.addZero<ir::ConstantOp, ir::IotaOp>();
  rules.add<ir::BroadcastInDimOp>([](ir::BroadcastInDimOp op, Tangents t, Emit &e) {
    return e.broadcast(t[0], op.getDimensions(), op.getShape());
  });
  rules.add<ir::ReshapeOp>([](ir::ReshapeOp op, Tangents t, Emit &e) { return e.reshape(t[0], op.getShape()); });
  rules.add<ir::TransposeOp>(
      [](ir::TransposeOp op, Tangents t, Emit &e) { return e.transpose(t[0], op.getPermutation()); });
  rules.add<ir::SliceOp>([](ir::SliceOp op, Tangents t, Emit &e) {
    return e.slice(t[0], op.getStarts(), op.getLimits(), op.getStrides());
  });
  rules.add<ir::PadOp>([](ir::PadOp op, Tangents t, Emit &e) {
    Value x = e.orZeros(t[0], op.getX().getType());
    return e.pad(x, t[1], op.getLow(), op.getHigh(), op.getInterior());
  });
  rules.add<ir::ConcatenateOp>([](ir::ConcatenateOp op, Tangents t, Emit &e) {
    llvm::SmallVector<Value> parts;
    for (auto [part, x] : llvm::zip(t, op.getInputs())) parts.push_back(e.orZeros(part, x.getType()));
    return e.concatenate(parts, op.getDimension());
  });
  rules.add<ir::ReverseOp>([](ir::ReverseOp op, Tangents t, Emit &e) { return e.reverse(t[0], op.getDimensions()); });
  rules.add<ir::ShardingConstraintOp>([](ir::ShardingConstraintOp op, Tangents t, Emit &e) {
    return e.op<ir::ShardingConstraintOp>(t[0], op.getSharding());
  });
  // The tangents pass a barrier of their own; those of operands without derivative stay zero.
  rules.add<ir::OptimizationBarrierOp>(
      [](ir::OptimizationBarrierOp op, Tangents t, Emit &e) -> mlir::FailureOr<Derivative> {
        llvm::SmallVector<Value> present = llvm::to_vector(llvm::make_filter_range(t, [](Value v) { return bool(v); }));
        auto barrier = ir::OptimizationBarrierOp::create(e.builder, e.loc, present);
        Derivative d;
        auto next = barrier.getOutputs().begin();
        for (Value v : t) d.tangents.push_back(v ? Value(*next++) : v);
        return d;
      });
}

void addShapeRules(TransposeRules &rules) {
  // Σ over the copies
  rules.add<ir::BroadcastInDimOp>([](ir::BroadcastInDimOp op, Value ct, Linear, Emit &e) {
    return e.reshape(e.reduceSum(ct, repeated(op)), ir::shapeOf(op.getX()));
  });
  rules.add<ir::ReshapeOp>(
      [](ir::ReshapeOp op, Value ct, Linear, Emit &e) { return e.reshape(ct, ir::shapeOf(op.getX())); });
  rules.add<ir::TransposeOp>(
      [](ir::TransposeOp op, Value ct, Linear, Emit &e) { return e.transpose(ct, inverse(op.getPermutation())); });
  rules.add<ir::SliceOp>([](ir::SliceOp op, Value ct, Linear, Emit &e) { return unslice(op, ct, e); });
  // The value's cotangent is the sum over the padding: all of ct but the elements of x.
  rules.add<ir::PadOp>([](ir::PadOp op, Value ct, Linear in, Emit &e) {
    Value x = unpad(op, ct, e), value;
    auto sum = [&](Value v) { return e.reduceSum(v, otherDims(ir::tensorType(v).getRank(), {})); };
    if (in[1]) value = e.sub(sum(ct), sum(x));
    return Cotangents{x, value};
  });
  rules.add<ir::ConcatenateOp>([](ir::ConcatenateOp op, Value ct, Linear in, Emit &e) {
    Cotangents parts;
    int64_t start = 0, d = op.getDimension();
    for (auto [i, x] : llvm::enumerate(op.getInputs())) {
      int64_t size = ir::shapeOf(x)[d];
      parts.push_back(in[i] ? part(ct, d, start, size, e) : Value());
      start += size;
    }
    return parts;
  });
  rules.add<ir::ReverseOp>(
      [](ir::ReverseOp op, Value ct, Linear, Emit &e) { return e.reverse(ct, op.getDimensions()); });
  rules.add<ir::ShardingConstraintOp>([](ir::ShardingConstraintOp op, Value ct, Linear, Emit &e) {
    return e.op<ir::ShardingConstraintOp>(ct, op.getSharding());
  });
  rules.add<ir::OptimizationBarrierOp>([](ir::OptimizationBarrierOp op, llvm::ArrayRef<Value> ct, Linear, Emit &e) {
    llvm::SmallVector<Value> present = llvm::to_vector(llvm::make_filter_range(ct, [](Value v) { return bool(v); }));
    auto barrier = ir::OptimizationBarrierOp::create(e.builder, e.loc, present);
    auto next = barrier.getOutputs().begin();
    Cotangents result;
    for (Value v : ct) result.push_back(v ? Value(*next++) : v);
    return result;
  });
}

}  // namespace fluxion::passes

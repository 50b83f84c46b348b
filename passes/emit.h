// Emit: ops written as formulas. A null value is the symbolic zero (or, for vmap and others, an absent value), and
// every helper knows it: adding it changes nothing, multiplying by it gives it. So no rule tests for zeros.
#pragma once
#include "ir/ops.h"

namespace fluxion::passes {

using mlir::Value;
using Dims = llvm::ArrayRef<int64_t>;

class Emit {
 public:
  Emit(mlir::OpBuilder &builder, mlir::Location loc) : builder(builder), loc(loc) {}

  mlir::OpBuilder &builder;
  mlir::Location loc;

  /// An op of one result from the arguments of its builder.
  template <class Op, class... Args>
  Value op(Args &&...args) {
    return Op::create(builder, loc, std::forward<Args>(args)...)->getResult(0);
  }

  // ---- constants
  /// `number` in every element of the given type; integers saturate, bools take ≠ 0.
  Value constant(mlir::Type tensor, double number);
  Value like(Value x, double number) { return constant(x.getType(), number); }
  Value zeros(mlir::Type tensor) { return constant(tensor, 0); }
  Value zerosLike(Value x) { return zeros(x.getType()); }
  /// x, or zeros of the given type where x is the symbolic zero.
  Value orZeros(Value x, mlir::Type tensor) { return x ? x : zeros(tensor); }
  Value iota(mlir::Type tensor, int64_t dimension);
  /// y[i] = numbers[i[dimension]] as the integer tensor type; what its element type cannot hold saturates.
  Value ramp(mlir::Type tensor, Dims numbers, int64_t dimension);

  // ---- arithmetic
  Value neg(Value x) { return x ? op<ir::NegateOp>(x) : x; }
  Value add(Value a, Value b) { return a && b ? op<ir::AddOp>(a, b) : a ? a : b; }
  Value sub(Value a, Value b) { return a && b ? op<ir::SubtractOp>(a, b) : a ? a : neg(b); }
  Value mul(Value a, Value b) { return a && b ? op<ir::MultiplyOp>(a, b) : Value(); }
  Value mul(Value a, double number) { return a ? mul(a, like(a, number)) : a; }
  Value add(Value a, double number) { return add(a, like(a, number)); }
  /// number − a
  Value from(double number, Value a) { return sub(like(a, number), a); }
  /// a / b; b is never the symbolic zero.
  Value div(Value a, Value b) { return a ? op<ir::DivideOp>(a, b) : a; }
  Value maximum(Value a, Value b) { return op<ir::MaximumOp>(a, b); }
  Value minimum(Value a, Value b) { return op<ir::MinimumOp>(a, b); }

  // ---- choice and conversion
  Value compare(ir::Comparison direction, Value a, Value b) { return op<ir::CompareOp>(direction, a, b); }
  Value compare(ir::Comparison direction, Value a, double number) { return compare(direction, a, like(a, number)); }
  /// Two symbolic zeros give one. `pred` has the shape of the others.
  Value select(Value pred, Value onTrue, Value onFalse);
  Value convert(Value x, mlir::Type element);

  // ---- shapes
  Value broadcast(Value x, Dims dimensions, Dims shape);
  /// A scalar, repeated.
  Value splat(Value scalar, Dims shape) { return broadcast(scalar, {}, shape); }
  Value reshape(Value x, Dims shape);
  Value transpose(Value x, Dims permutation);
  Value reverse(Value x, Dims dimensions) { return x ? op<ir::ReverseOp>(x, dimensions) : x; }
  Value slice(Value x, Dims starts, Dims limits, Dims strides);
  /// `value` is a scalar; null pads with zeros.
  Value pad(Value x, Value value, Dims low, Dims high, Dims interior);
  Value concatenate(llvm::ArrayRef<Value> parts, int64_t dimension);

  // ---- reductions and products
  Value reduce(ir::Combine kind, Value x, Dims dimensions);
  Value reduceSum(Value x, Dims dimensions) { return reduce(ir::Combine::add, x, dimensions); }
  /// x without `dimensions`, as reductions leave it, repeated along them again.
  Value unreduce(Value x, Dims dimensions, Dims shape);
  Value cumulative(ir::Combine kind, Value x, int64_t dimension, bool reverse);
};

/// The numbers 0 ≤ d < rank that are not in `dims`, rising.
ir::Sizes otherDims(int64_t rank, Dims dims);
/// The permutation that undoes `permutation`.
ir::Sizes inverse(Dims permutation);

/// Whether values of this tensor type have derivatives.
inline bool isDifferentiable(mlir::Type tensor) {
  return llvm::isa<mlir::FloatType, mlir::ComplexType>(llvm::cast<ir::Tensor>(tensor).getElementType());
}

/// Whether x is a constant, all of whose elements are zero (of either sign).
bool isZeroConstant(Value x);

}  // namespace fluxion::passes

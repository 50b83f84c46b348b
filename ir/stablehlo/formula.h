// Formulas over arrays, as fx ops: what the export writes in place of an op that StableHLO does not have.
#pragma once
#include <functional>

#include "ir/ops.h"

namespace fluxion::ir::stablehlo {

/// An array of f64, or of bools, in a formula. All of a formula have the same shape.
class Number {
 public:
  Number(mlir::OpBuilder &b, mlir::Value v) : b_(&b), v_(v) {}
  mlir::Value value() const { return v_; }

  template <class Op, class... Args>
  Number make(Args &&...args) const {
    return {*b_, Op::create(*b_, b_->getUnknownLoc(), std::forward<Args>(args)...)->getResult(0)};
  }
  template <class Op>
  Number of() const {
    return make<Op>(v_);
  }
  /// `number`, or a truth, in every element.
  Number like(double number) const {
    auto type = Tensor::get(shapeOf(v_), b_->getF64Type());
    return make<ConstantOp>(type, mlir::DenseElementsAttr::get(type, number));
  }
  Number truth(bool value) const {
    auto type = Tensor::get(shapeOf(v_), b_->getI1Type());
    return make<ConstantOp>(type, mlir::DenseElementsAttr::get(type, value));
  }
  Number compare(Comparison direction, Number y) const { return make<CompareOp>(direction, v_, y.v_); }
  mlir::OpBuilder &builder() const { return *b_; }

 private:
  mlir::OpBuilder *b_;
  mlir::Value v_;
};

inline Number operator+(Number x, Number y) { return x.make<AddOp>(x.value(), y.value()); }
inline Number operator-(Number x, Number y) { return x.make<SubtractOp>(x.value(), y.value()); }
inline Number operator*(Number x, Number y) { return x.make<MultiplyOp>(x.value(), y.value()); }
inline Number operator/(Number x, Number y) { return x.make<DivideOp>(x.value(), y.value()); }
inline Number operator+(Number x, double y) { return x + x.like(y); }
inline Number operator-(Number x, double y) { return x - x.like(y); }
inline Number operator*(Number x, double y) { return x * x.like(y); }
inline Number operator/(Number x, double y) { return x / x.like(y); }
inline Number operator-(double x, Number y) { return y.like(x) - y; }
inline Number operator/(double x, Number y) { return y.like(x) / y; }
inline Number operator-(Number x) { return x.of<NegateOp>(); }

inline Number operator<(Number x, Number y) { return x.compare(Comparison::LT, y); }
inline Number operator<(Number x, double y) { return x < x.like(y); }
inline Number operator>(Number x, Number y) { return x.compare(Comparison::GT, y); }
inline Number operator>(Number x, double y) { return x > x.like(y); }
inline Number operator==(Number x, double y) { return x.compare(Comparison::EQ, x.like(y)); }
inline Number operator&(Number x, Number y) { return x.make<AndOp>(x.value(), y.value()); }
inline Number operator|(Number x, Number y) { return x.make<OrOp>(x.value(), y.value()); }

inline Number exp(Number x) { return x.of<ExponentialOp>(); }
inline Number log(Number x) { return x.of<LogOp>(); }
inline Number log1p(Number x) { return x.of<LogPlusOneOp>(); }
inline Number sqrt(Number x) { return x.of<SqrtOp>(); }
inline Number abs(Number x) { return x.of<AbsOp>(); }
inline Number lgamma(Number x) { return x.of<LgammaOp>(); }
inline Number digamma(Number x) { return x.of<DigammaOp>(); }
inline Number select(Number pred, Number x, Number y) { return x.make<SelectOp>(pred.value(), x.value(), y.value()); }
inline Number select(Number pred, double x, Number y) { return select(pred, y.like(x), y); }

using Numbers = llvm::SmallVector<Number, 6>;

/// What one iteration makes of the carry, and the elements that another one would change.
struct Iteration {
  Numbers next;
  Number moving;
};
/// (numbers that stay as they are, the carry)
using Body = std::function<Iteration(llvm::ArrayRef<Number>, llvm::ArrayRef<Number>)>;

/// Repeats `body` while any element moves, at most `most` times.
Numbers iterate(llvm::ArrayRef<Number> constants, llvm::ArrayRef<Number> carry, int most, const Body &body);

}  // namespace fluxion::ir::stablehlo

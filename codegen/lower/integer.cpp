#include "codegen/lower/integer.h"

#include <cmath>

#include "codegen/lower/elementwise.h"
#include "codegen/lower/float8.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
using arith::CmpIPredicate;

namespace {

struct Integers {
  mlir::OpBuilder &b;
  mlir::Location loc;
  mlir::Value of(mlir::Value like, int64_t v) const { return integerOf(b, loc, like.getType(), v); }
  mlir::Value compare(CmpIPredicate p, mlir::Value x, int64_t y) const {
    return arith::CmpIOp::create(b, loc, p, x, of(x, y));
  }
  mlir::Value select(mlir::Value c, mlir::Value t, mlir::Value f) const {
    return arith::SelectOp::create(b, loc, c, t, f);
  }
};

// The divisor 1 in place of 0, and of −1, whose quotient can overflow.
mlir::Value safeDivisor(const Integers &i, mlir::Type element, mlir::Value y) {
  mlir::Value unsafe = i.compare(CmpIPredicate::eq, y, 0);
  if (!isUnsigned(element)) unsafe = arith::OrIOp::create(i.b, i.loc, unsafe, i.compare(CmpIPredicate::eq, y, -1));
  return i.select(unsafe, i.of(y, 1), y);
}

}  // namespace

mlir::Value emitIntegerDivide(mlir::OpBuilder &b, mlir::Location loc, mlir::Type element, mlir::Value x,
                              mlir::Value y) {
  Integers i{b, loc};
  mlir::Value safe = safeDivisor(i, element, y), q;
  if (isUnsigned(element)) {
    q = arith::DivUIOp::create(b, loc, x, safe);
  } else {
    q = arith::DivSIOp::create(b, loc, x, safe);
    q = i.select(i.compare(CmpIPredicate::eq, y, -1), arith::SubIOp::create(b, loc, i.of(x, 0), x), q);
  }
  return i.select(i.compare(CmpIPredicate::eq, y, 0), i.of(x, -1), q);
}

mlir::Value emitIntegerRemainder(mlir::OpBuilder &b, mlir::Location loc, mlir::Type element, mlir::Value x,
                                 mlir::Value y) {
  Integers i{b, loc};
  mlir::Value safe = safeDivisor(i, element, y), r;
  if (isUnsigned(element))
    r = arith::RemUIOp::create(b, loc, x, safe);
  else
    r = arith::RemSIOp::create(b, loc, x, safe);
  return i.select(i.compare(CmpIPredicate::eq, y, 0), x, r);
}

mlir::Value emitIntegerPower(mlir::OpBuilder &b, mlir::Location loc, mlir::Type element, mlir::Value x, mlir::Value y) {
  Integers i{b, loc};
  unsigned bits = mlir::getElementTypeOrSelf(x.getType()).getIntOrFloatBitWidth();
  mlir::Value result = i.of(x, 1), square = x, exponent = y;
  for (unsigned bit = 0; bit < bits; ++bit) {
    mlir::Value odd = arith::AndIOp::create(b, loc, exponent, i.of(y, 1));
    mlir::Value taken = i.compare(CmpIPredicate::ne, odd, 0);
    result = i.select(taken, arith::MulIOp::create(b, loc, result, square), result);
    square = arith::MulIOp::create(b, loc, square, square);
    exponent = arith::ShRUIOp::create(b, loc, exponent, i.of(y, 1));
  }
  if (isUnsigned(element)) return result;
  mlir::Value odd = arith::AndIOp::create(b, loc, y, i.of(y, 1));
  mlir::Value sign = i.select(i.compare(CmpIPredicate::ne, odd, 0), i.of(x, -1), i.of(x, 1));
  mlir::Value negative = i.select(i.compare(CmpIPredicate::eq, x, 1), i.of(x, 1),
                                  i.select(i.compare(CmpIPredicate::eq, x, -1), sign, i.of(x, 0)));
  return i.select(i.compare(CmpIPredicate::slt, y, 0), negative, result);
}

mlir::Value emitShift(mlir::OpBuilder &b, mlir::Location loc, Shift kind, mlir::Value x, mlir::Value y) {
  Integers i{b, loc};
  int64_t bits = mlir::getElementTypeOrSelf(x.getType()).getIntOrFloatBitWidth();
  mlir::Value inside = i.compare(CmpIPredicate::ult, y, bits);
  mlir::Value amount = i.select(inside, y, i.of(y, kind == Shift::arithmetic ? bits - 1 : 0));
  if (kind == Shift::arithmetic) return arith::ShRSIOp::create(b, loc, x, amount);
  mlir::Value shifted = kind == Shift::left ? arith::ShLIOp::create(b, loc, x, amount).getResult()
                                            : arith::ShRUIOp::create(b, loc, x, amount).getResult();
  return i.select(inside, shifted, i.of(x, 0));
}

namespace {

// Towards zero; what does not fit becomes the nearest value that does, NaN becomes 0.
mlir::Value floatToInteger(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, mlir::Type to) {
  Integers i{b, loc};
  mlir::Type type = shapedLike(x.getType(), computeType(to));
  int bits = static_cast<int>(computeType(to).getIntOrFloatBitWidth());
  bool isU = isUnsigned(to);
  double high = std::ldexp(1.0, isU ? bits : bits - 1), low = isU ? 0 : -high;
  auto compare = [&](arith::CmpFPredicate p, double v) -> mlir::Value {
    return arith::CmpFOp::create(b, loc, p, x, floatOf(b, loc, x.getType(), v));
  };
  mlir::Value above = compare(arith::CmpFPredicate::OGE, high);
  mlir::Value below = isU ? compare(arith::CmpFPredicate::ULE, 0) : compare(arith::CmpFPredicate::OLT, low);
  mlir::Value nan = arith::CmpFOp::create(b, loc, arith::CmpFPredicate::UNO, x, x);
  mlir::Value outside = arith::OrIOp::create(b, loc, arith::OrIOp::create(b, loc, above, below), nan);
  mlir::Value safe = i.select(outside, floatOf(b, loc, x.getType(), 0), x);
  mlir::Value y = isU ? arith::FPToUIOp::create(b, loc, type, safe).getResult()
                      : arith::FPToSIOp::create(b, loc, type, safe).getResult();
  llvm::APInt most = isU ? llvm::APInt::getMaxValue(bits) : llvm::APInt::getSignedMaxValue(bits);
  llvm::APInt least = isU ? llvm::APInt(bits, 0) : llvm::APInt::getSignedMinValue(bits);
  y = i.select(above, integerOf(b, loc, type, most.getSExtValue()), y);
  if (!isU) y = i.select(below, integerOf(b, loc, type, least.getSExtValue()), y);
  return y;
}

mlir::Value toFloat(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, mlir::Type from, mlir::Type to) {
  mlir::Type type = shapedLike(x.getType(), computeType(to));
  if (mlir::isa<mlir::FloatType>(from)) {
    mlir::Value y = x;
    if (computeType(from).isF64() && !to.isF64() && computeType(to) != to) {  // one rounding, not two
      if (isFloat8(to)) return fromFloat8(b, loc, toFloat8(b, loc, roundToOdd(b, loc, x), to), to);
      mlir::Value narrow = arith::TruncFOp::create(b, loc, shapedLike(x.getType(), to), x);
      return arith::ExtFOp::create(b, loc, type, narrow);
    }
    if (computeType(from).isF32() && to.isF64()) y = arith::ExtFOp::create(b, loc, type, x);
    if (computeType(from).isF64() && to.isF32()) y = arith::TruncFOp::create(b, loc, type, x);
    x = y;
  } else if (isUnsigned(from)) {
    x = arith::UIToFPOp::create(b, loc, type, x);
  } else {
    x = arith::SIToFPOp::create(b, loc, type, x);
  }
  // An explicit conversion rounds, even inside a chain.
  if (computeType(to) != to && from != to) x = fromStorage(b, loc, toStorage(b, loc, x, to), to);
  return x;
}

}  // namespace

mlir::Value emitConvert(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, mlir::Type from, mlir::Type to) {
  if (from == to) return x;
  if (mlir::isa<mlir::FloatType>(to)) return toFloat(b, loc, x, from, to);
  if (to.isInteger(1)) {
    if (mlir::isa<mlir::FloatType>(from))
      return arith::CmpFOp::create(b, loc, arith::CmpFPredicate::UNE, x, floatOf(b, loc, x.getType(), 0));
    return arith::CmpIOp::create(b, loc, CmpIPredicate::ne, x, integerOf(b, loc, x.getType(), 0));
  }
  if (mlir::isa<mlir::FloatType>(from)) return floatToInteger(b, loc, x, to);
  mlir::Type type = shapedLike(x.getType(), computeType(to));
  unsigned source = computeType(from).getIntOrFloatBitWidth(), target = computeType(to).getIntOrFloatBitWidth();
  if (source == target) return x;
  if (target < source) return arith::TruncIOp::create(b, loc, type, x);
  return isUnsigned(from) ? arith::ExtUIOp::create(b, loc, type, x).getResult()
                          : arith::ExtSIOp::create(b, loc, type, x).getResult();
}

}  // namespace fluxion::codegen

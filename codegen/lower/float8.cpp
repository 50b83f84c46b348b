// The same arithmetic on bits as runtime/small_float.cpp, on vectors.
#include "codegen/lower/float8.h"

#include <cmath>

#include "codegen/lower/types.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
using arith::CmpIPredicate;

namespace {

struct Format {
  int mantissa, bias;
  int64_t largest, overflow, nan;  // codes: the largest finite number, what stands for anything beyond it, NaN
};

Format formatOf(mlir::Type element) {
  if (mlir::isa<mlir::Float8E4M3FNType>(element)) return {3, 7, 0x7e, 0x7f, 0x7f};
  return {2, 15, 0x7b, 0x7c, 0x7e};
}

// 32-bit words with operators; shifts bring in zeros.
struct Words {
  mlir::OpBuilder *b;
  mlir::Location loc;
  mlir::Value v;

  Words of(mlir::Value x) const { return {b, loc, x}; }
  Words like(int64_t n) const { return of(integerOf(*b, loc, v.getType(), n)); }
  Words operator+(Words y) const { return of(arith::AddIOp::create(*b, loc, v, y.v)); }
  Words operator+(int64_t y) const { return *this + like(y); }
  Words operator-(int64_t y) const { return of(arith::SubIOp::create(*b, loc, v, like(y).v)); }
  Words operator&(int64_t y) const { return of(arith::AndIOp::create(*b, loc, v, like(y).v)); }
  Words operator|(Words y) const { return of(arith::OrIOp::create(*b, loc, v, y.v)); }
  Words operator<<(int64_t y) const { return of(arith::ShLIOp::create(*b, loc, v, like(y).v)); }
  Words operator>>(int64_t y) const { return of(arith::ShRUIOp::create(*b, loc, v, like(y).v)); }
  mlir::Value compare(CmpIPredicate p, int64_t y) const { return arith::CmpIOp::create(*b, loc, p, v, like(y).v); }
  Words orElse(mlir::Value condition, Words y) const { return of(arith::SelectOp::create(*b, loc, condition, v, y.v)); }
  mlir::Value asFloat() const { return arith::BitcastOp::create(*b, loc, shapedLike(v.getType(), b->getF32Type()), v); }
};

Words bitsOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x) {
  return {&b, loc, arith::BitcastOp::create(b, loc, shapedLike(x.getType(), b.getI32Type()), x)};
}

}  // namespace

bool isFloat8(mlir::Type element) { return mlir::isa<mlir::Float8E4M3FNType, mlir::Float8E5M2Type>(element); }

mlir::Value fromFloat8(mlir::OpBuilder &b, mlir::Location loc, mlir::Value bytes, mlir::Type element) {
  const Format f = formatOf(element);
  Words x{&b, loc, arith::ExtUIOp::create(b, loc, shapedLike(bytes.getType(), b.getI32Type()), bytes)};
  Words magnitude = x & 0x7f, sign = (x & 0x80) << 24;
  Words normal = (magnitude << (23 - f.mantissa)) + (int64_t{127 - f.bias} << 23);
  // Subnormal numbers are multiples of the smallest one.
  mlir::Type type = shapedLike(bytes.getType(), b.getF32Type());
  mlir::Value steps = arith::UIToFPOp::create(b, loc, type, magnitude.v);
  mlir::Value step = constantOf(b, loc, type, b.getFloatAttr(b.getF32Type(), std::ldexp(1.0, 1 - f.bias - f.mantissa)));
  Words subnormal = bitsOf(b, loc, arith::MulFOp::create(b, loc, steps, step));
  Words y = subnormal.orElse(magnitude.compare(CmpIPredicate::ult, int64_t{1} << f.mantissa), normal);
  Words special = x.like(0x7fc00000);
  if (f.overflow != f.nan)
    special = x.like(0x7f800000).orElse(magnitude.compare(CmpIPredicate::eq, f.overflow), special);
  y = special.orElse(magnitude.compare(CmpIPredicate::ugt, f.largest), y);
  return (y | sign).asFloat();
}

mlir::Value toFloat8(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, mlir::Type element) {
  const Format f = formatOf(element);
  const int drop = 23 - f.mantissa;
  Words bits = bitsOf(b, loc, x), sign = (bits >> 31) << 7, magnitude = bits & 0x7fffffff;
  // Half a unit less one, plus the last kept bit: rounds up when above half, or at half when that makes it even.
  Words rounded = (magnitude + (((magnitude >> drop) & 1) + ((int64_t{1} << (drop - 1)) - 1))) >> drop;
  Words code = rounded - (int64_t{127 - f.bias} << f.mantissa);
  code = code.like(f.overflow).orElse(code.compare(CmpIPredicate::ugt, f.largest), code);
  // Subnormal in the target: adding 2²³ of its smallest steps makes the f32 adder round at the right bit.
  Words shift = bits.like(int64_t{127 + 23 + 1 - f.bias - f.mantissa} << 23);
  mlir::Value sum = arith::AddFOp::create(b, loc, magnitude.asFloat(), shift.asFloat());
  Words subnormal = bitsOf(b, loc, sum) - (int64_t{127 + 23 + 1 - f.bias - f.mantissa} << 23);
  code = subnormal.orElse(magnitude.compare(CmpIPredicate::ult, int64_t{127 - f.bias + 1} << 23), code);
  code = code.like(f.nan).orElse(magnitude.compare(CmpIPredicate::ugt, 0x7f800000), code);
  return arith::TruncIOp::create(b, loc, shapedLike(x.getType(), b.getI8Type()), (code | sign).v);
}

mlir::Value roundToOdd(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x) {
  mlir::Value near = arith::TruncFOp::create(b, loc, shapedLike(x.getType(), b.getF32Type()), x);
  mlir::Value back = arith::ExtFOp::create(b, loc, x.getType(), near);
  auto compare = [&](arith::CmpFPredicate p, mlir::Value l, mlir::Value r) {
    return arith::CmpFOp::create(b, loc, p, l, r).getResult();
  };
  mlir::Value inexact = compare(arith::CmpFPredicate::ONE, back, x);
  mlir::Value beyond = compare(arith::CmpFPredicate::OGT, mlir::math::AbsFOp::create(b, loc, back),
                               mlir::math::AbsFOp::create(b, loc, x));
  Words bits = bitsOf(b, loc, near), towardsZero = (bits - 1).orElse(beyond, bits);
  return (towardsZero | bits.like(1)).orElse(inexact, bits).asFloat();
}

}  // namespace fluxion::codegen

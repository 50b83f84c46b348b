// One entry an op. Floats follow IEEE 754 without fast-math; integers StableHLO: no operation traps.
#include "codegen/lower/elementwise.h"

#include "codegen/cpu/vector_math.h"
#include "codegen/lower/integer.h"
#include "codegen/lower/special.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace math = mlir::math;

namespace {

// One op's emission, with the names that make its entry short.
struct Body {
  mlir::OpBuilder &b;
  mlir::Location loc;
  mlir::Type element;  // of the first operand, as the fx op has it
  mlir::ValueRange x;

  bool isFloat() const { return mlir::isa<mlir::FloatType>(element); }
  bool isBool() const { return element.isInteger(1); }
  bool isU() const { return isUnsigned(element); }
  mlir::Type type() const { return x[0].getType(); }
  mlir::Value integer(int64_t v) const { return integerOf(b, loc, type(), v); }
  mlir::Value number(double v) const { return floatOf(b, loc, type(), v); }
  template <class Op, class... Args>
  mlir::Value make(Args &&...args) const {
    return Op::create(b, loc, std::forward<Args>(args)...);
  }
  template <class F, class I>
  mlir::Value either() const {
    return isFloat() ? make<F>(x[0], x[1]) : make<I>(x[0], x[1]);
  }
  mlir::Value select(mlir::Value c, mlir::Value t, mlir::Value f) const { return make<arith::SelectOp>(c, t, f); }
  mlir::Value compare(arith::CmpFPredicate p, mlir::Value l, mlir::Value r) const {
    return make<arith::CmpFOp>(p, l, r);
  }
  mlir::Value compare(arith::CmpIPredicate p, mlir::Value l, mlir::Value r) const {
    return make<arith::CmpIOp>(p, l, r);
  }
};

mlir::Value emitSign(const Body &e) {
  if (e.isFloat()) {
    mlir::Value one = e.make<math::CopySignOp>(e.number(1), e.x[0]);
    mlir::Value keep = e.compare(arith::CmpFPredicate::UEQ, e.x[0], e.number(0));  // ±0 and NaN
    return e.select(keep, e.x[0], one);
  }
  mlir::Value positive =
      e.compare(e.isU() ? arith::CmpIPredicate::ugt : arith::CmpIPredicate::sgt, e.x[0], e.integer(0));
  mlir::Value y = e.select(positive, e.integer(1), e.integer(0));
  if (e.isU()) return y;
  return e.select(e.compare(arith::CmpIPredicate::slt, e.x[0], e.integer(0)), e.integer(-1), y);
}

mlir::Value emitCompare(const Body &e, ir::Comparison direction) {
  using F = arith::CmpFPredicate;
  using I = arith::CmpIPredicate;
  struct Row {
    F f;
    I s, u;
  };
  static constexpr Row kRows[] = {{F::OEQ, I::eq, I::eq},   {F::UNE, I::ne, I::ne},   {F::OGE, I::sge, I::uge},
                                  {F::OGT, I::sgt, I::ugt}, {F::OLE, I::sle, I::ule}, {F::OLT, I::slt, I::ult}};
  const Row &row = kRows[static_cast<int>(direction)];
  if (e.isFloat()) return e.compare(row.f, e.x[0], e.x[1]);
  return e.compare(e.isU() ? row.u : row.s, e.x[0], e.x[1]);
}

mlir::Value emitPower(const Body &e) {
  return e.isFloat() ? emitPow(e.b, e.loc, e.x[0], e.x[1]) : emitIntegerPower(e.b, e.loc, e.element, e.x[0], e.x[1]);
}

// (C1) The bits stay: f16 and bf16 are f32 in registers, so they go through their stored form.
mlir::Value emitBitcast(const Body &e, mlir::Type to) {
  mlir::Value stored = e.isBool() ? e.x[0] : toStorage(e.b, e.loc, e.x[0], e.element);
  if (to.isInteger(1)) return stored;
  mlir::Type target = shapedLike(e.type(), storageType(to));
  if (stored.getType() != target) stored = e.make<arith::BitcastOp>(target, stored);
  return fromStorage(e.b, e.loc, stored, to);
}

mlir::Value emitRsqrtValue(const Body &e) { return emitRsqrt(e.b, e.loc, e.x[0]); }

using Emit = mlir::Value (*)(const Body &);
template <MathFunction F>
mlir::Value viaMath(const Body &e) {
  return emitMath(e.b, e.loc, F, e.x);
}

const llvm::StringMap<Emit> &table() {
  static const llvm::StringMap<Emit> entries = {
      {"fx.negate",
       [](const Body &e) {
         return e.isFloat() ? e.make<arith::NegFOp>(e.x[0]) : e.make<arith::SubIOp>(e.integer(0), e.x[0]);
       }},
      {"fx.abs",
       [](const Body &e) {
         if (e.isFloat()) return e.make<math::AbsFOp>(e.x[0]);
         return e.isU() ? e.x[0] : e.make<math::AbsIOp>(e.x[0]);
       }},
      {"fx.sign", emitSign},
      {"fx.add", [](const Body &e) { return emitCombine(e.b, e.loc, ir::Combine::add, e.element, e.x[0], e.x[1]); }},
      {"fx.subtract", [](const Body &e) { return e.either<arith::SubFOp, arith::SubIOp>(); }},
      {"fx.multiply", [](const Body &e) { return e.either<arith::MulFOp, arith::MulIOp>(); }},
      {"fx.divide",
       [](const Body &e) {
         return e.isFloat() ? e.make<arith::DivFOp>(e.x[0], e.x[1])
                            : emitIntegerDivide(e.b, e.loc, e.element, e.x[0], e.x[1]);
       }},
      {"fx.remainder",
       [](const Body &e) {
         return e.isFloat() ? emitRemainder(e.b, e.loc, e.x[0], e.x[1])
                            : emitIntegerRemainder(e.b, e.loc, e.element, e.x[0], e.x[1]);
       }},
      {"fx.maximum",
       [](const Body &e) { return emitCombine(e.b, e.loc, ir::Combine::maximum, e.element, e.x[0], e.x[1]); }},
      {"fx.minimum",
       [](const Body &e) { return emitCombine(e.b, e.loc, ir::Combine::minimum, e.element, e.x[0], e.x[1]); }},
      {"fx.power", emitPower},
      {"fx.atan2", viaMath<MathFunction::kAtan2>},
      {"fx.exponential", viaMath<MathFunction::kExp>},
      {"fx.exponential_minus_one", viaMath<MathFunction::kExpm1>},
      {"fx.log", viaMath<MathFunction::kLog>},
      {"fx.log_plus_one", viaMath<MathFunction::kLog1p>},
      {"fx.logistic", viaMath<MathFunction::kLogistic>},
      {"fx.sqrt", [](const Body &e) { return e.make<math::SqrtOp>(e.x[0]); }},
      {"fx.rsqrt", emitRsqrtValue},
      {"fx.cbrt", viaMath<MathFunction::kCbrt>},
      {"fx.sine", viaMath<MathFunction::kSin>},
      {"fx.cosine", viaMath<MathFunction::kCos>},
      {"fx.tan", viaMath<MathFunction::kTan>},
      {"fx.asin", viaMath<MathFunction::kAsin>},
      {"fx.acos", viaMath<MathFunction::kAcos>},
      {"fx.atan", viaMath<MathFunction::kAtan>},
      {"fx.sinh", viaMath<MathFunction::kSinh>},
      {"fx.cosh", viaMath<MathFunction::kCosh>},
      {"fx.tanh", viaMath<MathFunction::kTanh>},
      {"fx.asinh", viaMath<MathFunction::kAsinh>},
      {"fx.acosh", viaMath<MathFunction::kAcosh>},
      {"fx.atanh", viaMath<MathFunction::kAtanh>},
      {"fx.erf", viaMath<MathFunction::kErf>},
      {"fx.erfc", viaMath<MathFunction::kErfc>},
      {"fx.erf_inv", viaMath<MathFunction::kErfInv>},
      {"fx.lgamma", viaMath<MathFunction::kLgamma>},
      {"fx.digamma", viaMath<MathFunction::kDigamma>},
      {"fx.floor", [](const Body &e) { return e.make<math::FloorOp>(e.x[0]); }},
      {"fx.ceil", [](const Body &e) { return e.make<math::CeilOp>(e.x[0]); }},
      {"fx.round_nearest_even", [](const Body &e) { return e.make<math::RoundEvenOp>(e.x[0]); }},
      {"fx.round_nearest_afz", viaMath<MathFunction::kRound>},
      {"fx.is_finite",
       [](const Body &e) {
         return e.compare(arith::CmpFPredicate::OLT, e.make<math::AbsFOp>(e.x[0]),
                          e.number(std::numeric_limits<double>::infinity()));
       }},
      {"fx.not", [](const Body &e) { return e.make<arith::XOrIOp>(e.x[0], e.integer(-1)); }},
      {"fx.popcnt", [](const Body &e) { return e.make<math::CtPopOp>(e.x[0]); }},
      {"fx.count_leading_zeros", [](const Body &e) { return e.make<math::CountLeadingZerosOp>(e.x[0]); }},
      {"fx.and", [](const Body &e) { return e.make<arith::AndIOp>(e.x[0], e.x[1]); }},
      {"fx.or", [](const Body &e) { return e.make<arith::OrIOp>(e.x[0], e.x[1]); }},
      {"fx.xor", [](const Body &e) { return e.make<arith::XOrIOp>(e.x[0], e.x[1]); }},
      {"fx.shift_left", [](const Body &e) { return emitShift(e.b, e.loc, Shift::left, e.x[0], e.x[1]); }},
      {"fx.shift_right_logical", [](const Body &e) { return emitShift(e.b, e.loc, Shift::logical, e.x[0], e.x[1]); }},
      {"fx.shift_right_arithmetic",
       [](const Body &e) { return emitShift(e.b, e.loc, Shift::arithmetic, e.x[0], e.x[1]); }},
      {"fx.select", [](const Body &e) { return e.select(e.x[0], e.x[1], e.x[2]); }},
      {"fx.clamp",
       [](const Body &e) {
         mlir::Value low = emitCombine(e.b, e.loc, ir::Combine::maximum, e.element, e.x[1], e.x[0]);
         return emitCombine(e.b, e.loc, ir::Combine::minimum, e.element, low, e.x[2]);
       }},
      {"fx.stop_gradient", [](const Body &e) { return mlir::Value(e.x[0]); }},
  };
  return entries;
}

}  // namespace

mlir::Value emitElementwise(mlir::OpBuilder &b, mlir::Operation *op, mlir::ValueRange args) {
  // Arithmetic on complex numbers has been split into that on their parts before.
  if (mlir::isa<mlir::ComplexType>(ir::elementType(op->getOperand(0)))) return nullptr;
  Body body{b, op->getLoc(), ir::elementType(op->getOperand(0)), args};
  if (auto compare = mlir::dyn_cast<ir::CompareOp>(op)) return emitCompare(body, compare.getDirection());
  if (auto convert = mlir::dyn_cast<ir::ConvertOp>(op))
    return emitConvert(b, op->getLoc(), args[0], body.element, ir::elementType(convert.getY()));
  if (auto cast = mlir::dyn_cast<ir::BitcastConvertOp>(op)) return emitBitcast(body, ir::elementType(cast.getY()));
  auto it = table().find(op->getName().getStringRef());
  return it == table().end() ? emitSpecial(b, op, args) : it->second(body);
}

}  // namespace fluxion::codegen

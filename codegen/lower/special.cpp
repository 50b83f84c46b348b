// Special functions are calls of the runtime, element by element and in f64: they are rare, and long. Ops on bits are
// integer arithmetic on the element as memory holds it.
#include "codegen/lower/special.h"

#include "codegen/cpu/vector_math_lanes.h"
#include "ir/ops/special.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
using vector_math::Lanes;
using vector_math::Site;

namespace {

const llvm::StringMap<llvm::StringRef> &imports() {
  static const llvm::StringMap<llvm::StringRef> names = {
      {"fx.bessel_i0e", "fluxion_bessel_i0e"},
      {"fx.bessel_i1e", "fluxion_bessel_i1e"},
      {"fx.zeta", "fluxion_zeta"},
      {"fx.polygamma", "fluxion_polygamma"},
      {"fx.igamma", "fluxion_igamma"},
      {"fx.igammac", "fluxion_igammac"},
      {"fx.igamma_grad_a", "fluxion_igamma_grad_a"},
      {"fx.random_gamma_grad", "fluxion_random_gamma_grad"},
      {"fx.regularized_incomplete_beta", "fluxion_betainc"},
  };
  return names;
}

mlir::Value emitCall(const Site &site, llvm::StringRef name, mlir::ValueRange args) {
  llvm::SmallVector<Lanes> x;
  for (mlir::Value arg : args) x.push_back(Lanes(site, arg));
  if (x[0].isF64()) return callScalar(name, x);
  for (Lanes &lanes : x) lanes = widen(lanes);
  return narrow(callScalar(name, x));
}

// The bits of floats of a format, and what they mean.
struct Format {
  mlir::Type element;
  unsigned width, mantissa, exponent;
  uint64_t infinity() const { return ((uint64_t(1) << exponent) - 1) << mantissa; }
  int64_t sign() const { return static_cast<int64_t>(~uint64_t(0) << (width - 1)); }
};

Format formatOf(mlir::Type element) {
  auto type = mlir::cast<mlir::FloatType>(element);
  const unsigned mantissa = type.getFPMantissaWidth() - 1;
  return {element, type.getWidth(), mantissa, type.getWidth() - 1 - mantissa};
}

Lanes bitsOf(const Lanes &x, const Format &f) {
  const auto &[b, loc] = x.site();
  return toBits(Lanes(x.site(), toStorage(b, loc, x, f.element)));
}
mlir::Value floatFrom(const Lanes &bits, const Format &f) {
  const auto &[b, loc] = bits.site();
  mlir::Value stored = arith::BitcastOp::create(b, loc, bits.shaped(f.element), bits);
  return fromStorage(b, loc, stored, f.element);
}

// bf16 is the upper half of an f32. What is one already is stored by that, and not by the instruction that rounds,
// which takes the smallest numbers for 0.
mlir::Value upperHalf(const Lanes &x, mlir::Type bf16) {
  const auto &[b, loc] = x.site();
  mlir::Value bits = arith::TruncIOp::create(b, loc, x.shaped(b.getI16Type()), shiftRight(toBits(x), 16));
  return fromStorage(b, loc, arith::BitcastOp::create(b, loc, x.shaped(bf16), bits), bf16);
}

// Floats of one sign are in the order of their bits.
mlir::Value emitNextAfter(const Lanes &from, const Lanes &to, const Format &f) {
  const Lanes bits = bitsOf(from, f), up = from < to, positive = from > 0;
  const Lanes isZero = from == 0, isEqual = from == to;
  const Lanes away = (up ^ positive) ^ up.integer(1);
  const Lanes step = select(away, bits + 1, bits - 1);
  const Lanes fromZero = select(up, bits.integer(1), bits.integer(f.sign() | 1));
  const Lanes next(from.site(), floatFrom(select(isZero, fromZero, step), f));
  const Lanes unordered = (from != from) | (to != to);
  const Lanes y = select(unordered, from + to, select(isEqual, to, next));
  return f.element.isBF16() ? upperHalf(y, f.element) : mlir::Value(y);
}

// The carry of the rounded mantissa goes into the exponent, as it should.
mlir::Value emitReducePrecision(const Lanes &x, const Format &f, unsigned exponent, unsigned mantissa) {
  Lanes bits = bitsOf(x, f);
  if (mantissa < f.mantissa) {
    const int drop = static_cast<int>(f.mantissa - mantissa);
    const int64_t last = int64_t(1) << drop;
    bits = (bits + ((shiftRight(bits, drop) & 1) + ((last >> 1) - 1))) & -last;
  }
  if (exponent < f.exponent) {
    const int64_t bias = (int64_t(1) << (f.exponent - 1)) - 1, reach = (int64_t(1) << (exponent - 1)) - 1;
    const auto infinity = static_cast<int64_t>(f.infinity());
    const Lanes sign = bits & f.sign(), size = bits & infinity;
    const Lanes isLarge = size > ((bias + reach) << f.mantissa), isSmall = size <= ((bias - reach) << f.mantissa);
    bits = select(isSmall, sign, select(isLarge, sign | infinity, bits));
  }
  return select(x != x, x, Lanes(x.site(), floatFrom(bits, f)));
}

mlir::Value emitMulhi(mlir::OpBuilder &b, mlir::Location loc, bool isUnsigned, mlir::ValueRange x) {
  if (isUnsigned) return arith::MulUIExtendedOp::create(b, loc, x[0], x[1]).getHigh();
  return arith::MulSIExtendedOp::create(b, loc, x[0], x[1]).getHigh();
}

}  // namespace

mlir::Value emitSpecial(mlir::OpBuilder &b, mlir::Operation *op, mlir::ValueRange args) {
  const Site site{b, op->getLoc()};
  const mlir::Type element = ir::elementType(op->getOperand(0));
  if (auto it = imports().find(op->getName().getStringRef()); it != imports().end())
    return emitCall(site, it->second, args);
  if (mlir::isa<ir::GammaSampleOp>(op)) return args[1];
  if (mlir::isa<ir::MulhiOp>(op)) return emitMulhi(b, op->getLoc(), isUnsigned(element), args);
  if (mlir::isa<ir::NextAfterOp>(op)) return emitNextAfter({site, args[0]}, {site, args[1]}, formatOf(element));
  if (auto reduce = mlir::dyn_cast<ir::ReducePrecisionOp>(op))
    return emitReducePrecision({site, args[0]}, formatOf(element), static_cast<unsigned>(reduce.getExponentBits()),
                               static_cast<unsigned>(reduce.getMantissaBits()));
  return {};
}

}  // namespace fluxion::codegen

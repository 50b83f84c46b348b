// Lanes: a scalar or vector value with the arithmetic of C++ expressions, so that the formulas of vector_math_*.cpp
// read as formulas. Every operator emits one correctly rounded IEEE operation (or an integer one) without fast-math
// flags, and products are fused only where fma() is written. So an element's result depends on its value alone:
// it is the same bits at every vector width, in eager and in compiled code.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <type_traits>

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Value.h"

namespace fluxion::codegen::vector_math {

/// Where operations go.
struct Site {
  mlir::OpBuilder &builder;
  mlir::Location loc;
};

class Lanes {
 public:
  Lanes(const Site &site, mlir::Value value) : site_(&site), value_(value) {}

  operator mlir::Value() const { return value_; }
  const Site &site() const { return *site_; }
  mlir::Type type() const { return value_.getType(); }
  mlir::Type element() const;
  /// Bits of one lane.
  unsigned bits() const;
  bool isF64() const { return element().isF64(); }
  bool isFloat() const { return mlir::isa<mlir::FloatType>(element()); }
  /// This shape with other elements.
  mlir::Type shaped(mlir::Type element) const;
  /// A constant in every lane. For floats, `value` rounded to their precision.
  Lanes constant(double value) const;
  Lanes integer(int64_t value) const;
  /// `value` in the type of these lanes, whatever that is.
  template <typename Number>
  Lanes like(Number value) const {
    return isFloat() ? constant(static_cast<double>(value)) : integer(static_cast<int64_t>(value));
  }

 private:
  const Site *site_;
  mlir::Value value_;
};

Lanes operator+(Lanes a, Lanes b);
Lanes operator-(Lanes a, Lanes b);
Lanes operator*(Lanes a, Lanes b);
Lanes operator/(Lanes a, Lanes b);
Lanes operator-(Lanes a);
Lanes operator&(Lanes a, Lanes b);
Lanes operator|(Lanes a, Lanes b);
Lanes operator^(Lanes a, Lanes b);
/// Shifts of integers; >> extends the sign, shiftRight fills with zeros.
Lanes operator<<(Lanes a, int by);
Lanes operator>>(Lanes a, int by);
Lanes shiftRight(Lanes a, int by);
Lanes shiftLeft(Lanes a, Lanes by);
Lanes shiftRight(Lanes a, Lanes by);

/// Ordered comparisons (false for NaN) of floats, signed ones of integers; != is true for NaN.
Lanes operator<(Lanes a, Lanes b);
Lanes operator<=(Lanes a, Lanes b);
Lanes operator>(Lanes a, Lanes b);
Lanes operator>=(Lanes a, Lanes b);
Lanes operator==(Lanes a, Lanes b);
Lanes operator!=(Lanes a, Lanes b);

template <typename Number>
concept Literal = std::is_arithmetic_v<Number>;
#define FLUXION_LANES_WITH_LITERAL(op)   \
  template <Literal Number>              \
  Lanes operator op(Lanes a, Number b) { \
    return a op a.like(b);               \
  }                                      \
  template <Literal Number>              \
  Lanes operator op(Number a, Lanes b) { \
    return b.like(a) op b;               \
  }
FLUXION_LANES_WITH_LITERAL(+)
FLUXION_LANES_WITH_LITERAL(-)
FLUXION_LANES_WITH_LITERAL(*)
FLUXION_LANES_WITH_LITERAL(/)
FLUXION_LANES_WITH_LITERAL(&)
FLUXION_LANES_WITH_LITERAL(|)
FLUXION_LANES_WITH_LITERAL(^)
FLUXION_LANES_WITH_LITERAL(<)
FLUXION_LANES_WITH_LITERAL(<=)
FLUXION_LANES_WITH_LITERAL(>)
FLUXION_LANES_WITH_LITERAL(>=)
FLUXION_LANES_WITH_LITERAL(==)
FLUXION_LANES_WITH_LITERAL(!=)
#undef FLUXION_LANES_WITH_LITERAL

/// a·b + c, rounded once.
Lanes fma(Lanes a, Lanes b, Lanes c);
inline Lanes fma(Lanes a, double b, Lanes c) { return fma(a, a.constant(b), c); }
inline Lanes fma(Lanes a, Lanes b, double c) { return fma(a, b, a.constant(c)); }
inline Lanes fma(Lanes a, double b, double c) { return fma(a, a.constant(b), a.constant(c)); }
Lanes abs(Lanes x);
Lanes sqrt(Lanes x);
Lanes trunc(Lanes x);
Lanes floor(Lanes x);
/// |magnitude| with the sign of `sign`.
Lanes copysign(Lanes magnitude, Lanes sign);
/// condition ? a : b, lane by lane.
Lanes select(Lanes condition, Lanes a, Lanes b);
inline Lanes select(Lanes condition, Lanes a, double b) { return select(condition, a, a.constant(b)); }
inline Lanes select(Lanes condition, double a, Lanes b) { return select(condition, b.constant(a), b); }
/// The smaller, the larger: a NaN in `x` stays, and the whole is one instruction on x86.
Lanes atMost(Lanes x, double limit);
Lanes atLeast(Lanes x, double limit);
/// The same for two lanes of which neither is NaN.
Lanes smaller(Lanes a, Lanes b);
Lanes larger(Lanes a, Lanes b);

/// The bits of floats as integers of the same size, and back.
Lanes toBits(Lanes x);
Lanes fromBits(Lanes x);
/// f32 -> f64 (exact), f64 -> f32 (rounded).
Lanes widen(Lanes x);
Lanes narrow(Lanes x);
/// i32 <-> i64.
Lanes extendUnsigned(Lanes x);
Lanes truncateTo32(Lanes x);
/// A signed integer as a float of the same size.
Lanes toFloat(Lanes x);

/// c[0] + c[1]·x + c[2]·x² + …, by Horner's rule.
Lanes polynomial(Lanes x, llvm::ArrayRef<double> c);

/// x·c rounded to an integer (ties to even), for |x·c| < 2²² in f32 or 2⁵¹ in f64: as a float, and in the low bits
/// of `bits`, which hold it modulo 2²² or 2⁵¹.
struct Nearest {
  Lanes value, bits;
};
Nearest nearest(Lanes x, double c);
Nearest nearest(Lanes x);

/// n + by, for a small integer.
Nearest operator+(const Nearest &n, int by);

/// y·2ⁿ with one rounding where the result is subnormal, for |n| ≤ 2·(largest exponent).
Lanes scaleBy(Lanes y, const Nearest &n);

/// Lanes of `common`, except where `rare` holds: those are computed by `otherwise`, which is jumped over while no lane
/// needs it.
Lanes unlessRare(Lanes rare, Lanes common, llvm::function_ref<Lanes()> otherwise);

/// Calls the C library's f64 function `name` for each lane.
Lanes callScalar(llvm::StringRef name, llvm::ArrayRef<Lanes> args);

/// hi + lo, an unevaluated sum of about twice the precision.
struct Pair {
  Lanes hi, lo;
};
/// a + b exactly, if |a| ≥ |b| or a = 0.
Pair fastSum(Lanes a, Lanes b);
/// a + b exactly.
Pair exactSum(Lanes a, Lanes b);
/// a·b exactly.
Pair exactProduct(Lanes a, Lanes b);
Pair operator*(const Pair &a, const Pair &b);

}  // namespace fluxion::codegen::vector_math

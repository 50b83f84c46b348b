#include "codegen/cpu/vector_math.h"

#include <iterator>

#include "codegen/cpu/vector_math_functions.h"

namespace fluxion::codegen {

namespace {

using vector_math::Lanes;

constexpr MathAccuracy kAccuracies[] = {
    {MathFunction::kExp, "exp", 1, 1, 1, ""},
    {MathFunction::kExp2, "exp2", 1, 1, 1, ""},
    {MathFunction::kExpm1, "expm1", 1, 1.5, 2, ""},
    {MathFunction::kLog, "log", 1, 1, 1, ""},
    {MathFunction::kLog2, "log2", 1, 1, 1.5, ""},
    {MathFunction::kLog1p, "log1p", 1, 1.5, 1.5, ""},
    {MathFunction::kLogistic, "logistic", 1, 2, 2, ""},
    {MathFunction::kTanh, "tanh", 1, 1.5, 1.5, ""},
    {MathFunction::kSinh, "sinh", 1, 2, 2, ""},
    {MathFunction::kCosh, "cosh", 1, 1.5, 1.5, ""},
    {MathFunction::kAsinh, "asinh", 1, 1, 2, ""},
    {MathFunction::kAcosh, "acosh", 1, 1, 2, ""},
    {MathFunction::kAtanh, "atanh", 1, 1, 2, ""},
    {MathFunction::kSin, "sin", 1, 1, 1, "in f64 by the C library from 2²⁸ on"},
    {MathFunction::kCos, "cos", 1, 1, 1, "in f64 by the C library from 2²⁸ on"},
    {MathFunction::kTan, "tan", 1, 1, 2.25, "in f64 by the C library from 2²⁸ on"},
    {MathFunction::kAsin, "asin", 1, 2, 2, ""},
    {MathFunction::kAcos, "acos", 1, 1.5, 1.5, ""},
    {MathFunction::kAtan, "atan", 1, 1.5, 1.5, ""},
    {MathFunction::kAtan2, "atan2", 2, 1.5, 2, ""},
    {MathFunction::kCbrt, "cbrt", 1, 1, 1, ""},
    {MathFunction::kRsqrt, "rsqrt", 1, 1.5, 1.5, ""},
    {MathFunction::kPow, "pow", 2, 1, 1.5, ""},
    {MathFunction::kErf, "erf", 1, 1.25, 1, ""},
    {MathFunction::kErfc, "erfc", 1, 1, 4, ""},
    {MathFunction::kErfInv, "erf_inv", 1, 1, 2.5, ""},
    {MathFunction::kLgamma, "lgamma", 1, 1, 6, "in f64 by the C library"},
    {MathFunction::kDigamma, "digamma", 1, 1, 16,
     "in f64 relative to log |x| at least, as it has a zero between any two poles"},
    {MathFunction::kRemainder, "remainder", 2, 0, 0, "exact"},
    {MathFunction::kRound, "round", 1, 0, 0, "exact"},
};

// In the order of MathFunction.
struct Implementation {
  Lanes (*unary)(Lanes) = nullptr;
  Lanes (*binary)(Lanes, Lanes) = nullptr;
};
constexpr Implementation kImplementations[] = {
    {vector_math::exp},
    {vector_math::exp2},
    {vector_math::expm1},
    {vector_math::log},
    {vector_math::log2},
    {vector_math::log1p},
    {vector_math::logistic},
    {vector_math::tanh},
    {vector_math::sinh},
    {vector_math::cosh},
    {vector_math::asinh},
    {vector_math::acosh},
    {vector_math::atanh},
    {vector_math::sin},
    {vector_math::cos},
    {vector_math::tan},
    {vector_math::asin},
    {vector_math::acos},
    {vector_math::atan},
    {nullptr, vector_math::atan2},
    {vector_math::cbrt},
    {vector_math::rsqrt},
    {nullptr, vector_math::pow},
    {vector_math::erf},
    {vector_math::erfc},
    {vector_math::erfInv},
    {vector_math::lgamma},
    {vector_math::digamma},
    {nullptr, vector_math::remainder},
    {vector_math::round},
};
static_assert(std::size(kImplementations) == std::size(kAccuracies));

}  // namespace

llvm::ArrayRef<MathAccuracy> mathAccuracies() { return kAccuracies; }

mlir::Value emitMath(mlir::OpBuilder &builder, mlir::Location loc, MathFunction function, mlir::ValueRange args) {
  const vector_math::Site site{builder, loc};
  const Implementation &f = kImplementations[static_cast<size_t>(function)];
  const Lanes first(site, args[0]);
  return f.unary ? f.unary(first) : f.binary(first, Lanes(site, args[1]));
}

#define FLUXION_UNARY(name)                                                             \
  mlir::Value emit##name(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x) { \
    return emitMath(builder, loc, MathFunction::k##name, x);                            \
  }
#define FLUXION_BINARY(name)                                                                           \
  mlir::Value emit##name(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value a, mlir::Value b) { \
    return emitMath(builder, loc, MathFunction::k##name, {a, b});                                      \
  }
FLUXION_UNARY(Exp)
FLUXION_UNARY(Exp2)
FLUXION_UNARY(Expm1)
FLUXION_UNARY(Log)
FLUXION_UNARY(Log2)
FLUXION_UNARY(Log1p)
FLUXION_UNARY(Logistic)
FLUXION_UNARY(Tanh)
FLUXION_UNARY(Sinh)
FLUXION_UNARY(Cosh)
FLUXION_UNARY(Asinh)
FLUXION_UNARY(Acosh)
FLUXION_UNARY(Atanh)
FLUXION_UNARY(Sin)
FLUXION_UNARY(Cos)
FLUXION_UNARY(Tan)
FLUXION_UNARY(Asin)
FLUXION_UNARY(Acos)
FLUXION_UNARY(Atan)
FLUXION_BINARY(Atan2)
FLUXION_UNARY(Cbrt)
FLUXION_UNARY(Rsqrt)
FLUXION_BINARY(Pow)
FLUXION_UNARY(Erf)
FLUXION_UNARY(Erfc)
FLUXION_UNARY(ErfInv)
FLUXION_UNARY(Lgamma)
FLUXION_UNARY(Digamma)
FLUXION_BINARY(Remainder)
FLUXION_UNARY(Round)
#undef FLUXION_UNARY
#undef FLUXION_BINARY

}  // namespace fluxion::codegen

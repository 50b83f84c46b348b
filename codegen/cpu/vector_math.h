// Elementwise functions as inline vector code for CPUs: no calls of libm in f32, any vector width, and the same bits at
// every width. Special values as in IEEE 754-2019 (9.2), subnormals included: nothing is flushed.
#pragma once

#include <cstdint>

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Value.h"
#include "mlir/IR/ValueRange.h"

namespace fluxion::codegen {

enum class MathFunction : uint8_t {
  kExp,
  kExp2,
  kExpm1,
  kLog,
  kLog2,
  kLog1p,
  kLogistic,
  kTanh,
  kSinh,
  kCosh,
  kAsinh,
  kAcosh,
  kAtanh,
  kSin,
  kCos,
  kTan,
  kAsin,
  kAcos,
  kAtan,
  kAtan2,
  kCbrt,
  kRsqrt,
  kPow,
  kErf,
  kErfc,
  kErfInv,
  kLgamma,
  kDigamma,
  kRemainder,
  kRound,
};

/// What is promised of a function, and tested: the largest error in units in the last place.
struct MathAccuracy {
  MathFunction function;
  llvm::StringRef name;
  int arity;
  double ulpF32, ulpF64;
  /// What the numbers leave out, or "".
  llvm::StringRef note;
};
llvm::ArrayRef<MathAccuracy> mathAccuracies();

/// The value of `function` at args: scalars or 1-D vectors, all of one type, f32 or f64. Emits arith, math and vector
/// operations; the trigonometric functions and the remainder also an scf.if around the reduction of huge arguments,
/// and lgamma, remainder and the huge arguments of sin, cos and tan in f64 call the C library through private
/// func.func declarations that are added to the enclosing module.
mlir::Value emitMath(mlir::OpBuilder &builder, mlir::Location loc, MathFunction function, mlir::ValueRange args);

mlir::Value emitExp(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitExp2(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitExpm1(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitLog(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitLog2(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitLog1p(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
/// 1/(1 + e^(−x)).
mlir::Value emitLogistic(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitTanh(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitSinh(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitCosh(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitAsinh(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitAcosh(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitAtanh(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitSin(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitCos(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitTan(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitAsin(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitAcos(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitAtan(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
/// The angle of the point (x, y).
mlir::Value emitAtan2(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value y, mlir::Value x);
mlir::Value emitCbrt(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
/// 1/√x.
mlir::Value emitRsqrt(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitPow(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, mlir::Value y);
mlir::Value emitErf(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitErfc(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
mlir::Value emitErfInv(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
/// log |Γ(x)|; +inf at 0, −1, −2, …
mlir::Value emitLgamma(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
/// Γ′(x)/Γ(x); NaN at 0, −1, −2, …
mlir::Value emitDigamma(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);
/// x − trunc(x/y)·y, exactly (C's fmod): the sign is that of x.
mlir::Value emitRemainder(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x, mlir::Value y);
/// The nearest integer, halves away from zero.
mlir::Value emitRound(mlir::OpBuilder &builder, mlir::Location loc, mlir::Value x);

}  // namespace fluxion::codegen

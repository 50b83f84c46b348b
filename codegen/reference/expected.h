// How far apart two correct evaluations of a program may be.
#pragma once
#include "codegen/reference/interpreter.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::codegen::reference {

/// f with its arguments, and every result that is rounded, multiplied by 1 + δ, where |δ| is at most two units in the
/// last place, at random. What such noise changes, another order of evaluation may change as well.
mlir::OwningOpRef<mlir::func::FuncOp> withNoise(mlir::func::FuncOp f, uint64_t seed);

/// The results of a program, and for each element the error that an evaluation may have.
class Expected {
 public:
  /// Interprets f, once as it is and a few times with noise. Errors  those of the interpreter; an evaluation that takes
  /// more than `budget` operations.
  static llvm::Expected<Expected> of(mlir::func::FuncOp f, llvm::ArrayRef<HostArray> arguments,
                                     int64_t budget = INT64_MAX);

  /// What is wrong with `results`, or nothing. Elements that the noise turns into NaN, or into another integer, are
  /// left out. Errors may be `factor` times the largest effect that the noise had; before anything is called wrong,
  /// noise is tried more often: what it does to one of many elements may cancel by chance a few times.
  std::string difference(llvm::ArrayRef<HostArray> results, double factor = 32) const;
  const std::vector<HostArray> &results() const { return results_; }

 private:
  struct Noise;
  std::string differenceSoFar(llvm::ArrayRef<HostArray> results, double factor) const;

  std::vector<HostArray> results_;
  std::shared_ptr<Noise> noise_;
};

}  // namespace fluxion::codegen::reference

// How far apart two correct evaluations of a program may be.
#pragma once
#include "codegen/reference/interpreter.h"
#include "passes/transforms.h"

namespace fluxion::tools {

/// f with its arguments, and every result that is rounded, multiplied by 1 + δ, where |δ| is at most two units in the
/// last place, at random. What such noise changes, another order of evaluation may change as well.
passes::Func withNoise(mlir::func::FuncOp f, uint64_t seed);

/// The results of a program, and for each element the error that an evaluation may have.
class Expected {
 public:
  /// Interprets f, once as it is and a few times with noise. Errors  those of the interpreter.
  static llvm::Expected<Expected> of(mlir::func::FuncOp f, llvm::ArrayRef<codegen::reference::HostArray> arguments);

  /// What is wrong with `results`, or nothing. Elements that the noise turns into NaN, or into another integer, are
  /// left out.
  std::string difference(llvm::ArrayRef<codegen::reference::HostArray> results) const;
  const std::vector<codegen::reference::HostArray> &results() const { return results_; }

 private:
  std::vector<codegen::reference::HostArray> results_;
  std::vector<std::vector<codegen::reference::HostArray>> noisy_;
};

}  // namespace fluxion::tools

// From a function of fx ops to a program for the runtime.
#pragma once
#include <string>

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "runtime/program.h"

namespace fluxion::codegen {

struct Options {
  std::string name = "main";
  llvm::ArrayRef<int32_t> donated = {};  // arguments whose memory results may take
  /// Partitions a function into kernels in place: passes::fuse.
  mlir::LogicalResult (*fuse)(mlir::func::FuncOp) = nullptr;
  std::string dump = {};  // a file that gets the program's steps as text; empty: none
};

/// Where the time went, seconds.
struct Times {
  double passes = 0, codegen = 0;
};

/// Compiles a simplified function for this machine. `f` stays as it is. Errors have been reported at the op concerned.
mlir::FailureOr<runtime::ProgramPtr> compile(mlir::func::FuncOp f, const Options &options, Times *times = nullptr);

}  // namespace fluxion::codegen

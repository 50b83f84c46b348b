// The passes that the JIT runs on a function, by device, so that tools run the same.
#pragma once
#include <memory>
#include <vector>

#include "ir/pass_listener.h"
#include "mlir/Pass/PassManager.h"
#include "passes/transforms.h"

namespace fluxion::passes {

/// One step of a pipeline: a pass of passes.td with its options, and the same as a function.
struct Stage {
  llvm::StringRef pass, options;
  mlir::LogicalResult (*run)(mlir::func::FuncOp);
};

/// The stages of pipeline `name`, in order; empty if there is no such pipeline. "cpu", "gpu": from a traced function to
/// kernels.
llvm::ArrayRef<Stage> pipelineStages(llvm::StringRef name);

/// A pipeline from after pass `first` to and with pass `last`; empty names mean all of it. `extra`, the text of passes,
/// runs after the first stage, which then runs again.
struct PipelineRange {
  llvm::StringRef name, first, last, extra;
};

/// Appends the passes of a pipeline. `error` gets one sentence if there is no such pipeline, or no such pass.
mlir::LogicalResult appendPipeline(mlir::OpPassManager &manager, const PipelineRange &range, std::string &error);

/// Runs pipeline `name` on f, which may be replaced. Passes of `extra` are found in MLIR's registry. Errors have been
/// reported at f.
mlir::LogicalResult runPipeline(Func &f, llvm::StringRef name, llvm::StringRef extra,
                                llvm::ArrayRef<ir::PassListener *> listeners);

/// Listeners for a function that a pass manager meets.
using MakeListeners = std::function<std::vector<std::unique_ptr<ir::PassListener>>(mlir::func::FuncOp)>;

/// Tells listeners of the passes that `manager` runs, each function's own of what becomes of that function. One whose
/// type changes is another function from there on. `failed` is set when a listener refuses what a pass made.
void listen(mlir::PassManager &manager, MakeListeners make, bool &failed);

}  // namespace fluxion::passes

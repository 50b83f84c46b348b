// vmap as a pass over a module: each function is replaced by what becomes of it. The axes come from a command line, so
// they are checked here; the frontend checks its own.
#include "ir/dialect.h"
#include "passes/passes.h"
#include "passes/transforms.h"

namespace fluxion::passes {

#define GEN_PASS_DEF_VMAPPASS
#include "passes/passes.h.inc"

namespace {

using Axes = llvm::SmallVector<Axis>;

// One axis for each type, of a rank one higher than the type's.
mlir::FailureOr<Axes> axesOf(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> given, mlir::TypeRange types,
                             llvm::StringRef option) {
  if (!given.empty() && given.size() != types.size())
    return f.emitError() << "vmap: " << option << " has " << given.size() << " entries for " << types.size()
                         << " values";
  Axes axes;
  for (auto [i, type] : llvm::enumerate(types)) {
    const int64_t axis = given.empty() ? 0 : given[i], rank = llvm::cast<ir::Tensor>(type).getRank();
    if (axis < -1 || axis > rank)
      return f.emitError() << "vmap: axis " << axis << " in " << option << " is outside [0, " << rank << "]";
    axes.push_back(axis < 0 ? Axis() : Axis(axis));
  }
  return axes;
}

struct VmapPass : impl::VmapPassBase<VmapPass> {
  using VmapPassBase::VmapPassBase;
  void runOnOperation() override {
    for (mlir::func::FuncOp f : llvm::make_early_inc_range(getOperation().getOps<mlir::func::FuncOp>()))
      if (failed(replace(f))) return signalPassFailure();
  }

 private:
  mlir::LogicalResult replace(mlir::func::FuncOp f) {
    if (size < 0) return f.emitError() << "vmap: size " << size << " is negative";
    auto in = axesOf(f, inAxes, f.getArgumentTypes(), "in-axes"),
         out = axesOf(f, outAxes, f.getResultTypes(), "out-axes");
    if (failed(in) || failed(out)) return mlir::failure();
    mlir::FailureOr<Func> made = vmap(f, *in, *out, size, axisName);
    if (failed(made)) return mlir::failure();
    mlir::OpBuilder(f).insert(made->release());
    f.erase();
    return mlir::success();
  }
};

}  // namespace
}  // namespace fluxion::passes

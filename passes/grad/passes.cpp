// The transformations of differentiation as passes over a module: each function is replaced by what becomes of it.
#include "passes/passes.h"

#include "passes/emit.h"
#include "passes/transforms.h"

namespace fluxion::passes {

#define GEN_PASS_DEF_JVPPASS
#define GEN_PASS_DEF_VJPPASS
#define GEN_PASS_DEF_LINEARIZEPASS
#define GEN_PASS_DEF_TRANSPOSEPASS
#include "passes/passes.h.inc"

llvm::SmallVector<int64_t> inexactArguments(mlir::func::FuncOp f) {
  llvm::SmallVector<int64_t> all;
  for (auto [i, type] : llvm::enumerate(f.getArgumentTypes()))
    if (isDifferentiable(type)) all.push_back(static_cast<int64_t>(i));
  return all;
}

namespace {

using mlir::func::FuncOp;
using Functions = llvm::SmallVector<Func, 2>;

// `transform` gives the functions that take the place of one.
template <class F>
mlir::LogicalResult replaceFunctions(mlir::ModuleOp module, F transform) {
  for (FuncOp f : llvm::make_early_inc_range(module.getOps<FuncOp>())) {
    mlir::FailureOr<Functions> made = transform(f);
    if (failed(made)) return mlir::failure();
    mlir::OpBuilder builder(f);
    for (Func &g : *made) builder.insert(g.release());
    f.erase();
  }
  return mlir::success();
}

mlir::FailureOr<Functions> one(mlir::FailureOr<Func> f) {
  if (failed(f)) return mlir::failure();
  Functions list;
  list.push_back(std::move(*f));
  return list;
}

llvm::SmallVector<int64_t> wrtOf(FuncOp f, llvm::ArrayRef<int64_t> given) {
  return given.empty() ? inexactArguments(f) : llvm::SmallVector<int64_t>(given);
}

struct JvpPass : impl::JvpPassBase<JvpPass> {
  using JvpPassBase::JvpPassBase;
  void runOnOperation() override {
    if (failed(replaceFunctions(getOperation(), [&](FuncOp f) { return one(jvp(f, wrtOf(f, wrt))); })))
      signalPassFailure();
  }
};

struct VjpPass : impl::VjpPassBase<VjpPass> {
  using VjpPassBase::VjpPassBase;
  void runOnOperation() override {
    if (failed(replaceFunctions(getOperation(), [&](FuncOp f) { return one(vjp(f, wrtOf(f, wrt))); })))
      signalPassFailure();
  }
};

struct LinearizePass : impl::LinearizePassBase<LinearizePass> {
  using LinearizePassBase::LinearizePassBase;
  void runOnOperation() override {
    auto both = [&](FuncOp f) -> mlir::FailureOr<Functions> {
      auto parts = linearize(f, wrtOf(f, wrt));
      if (failed(parts)) return mlir::failure();
      Functions list;
      list.push_back(std::move(parts->known));
      list.push_back(std::move(parts->linear));
      return list;
    };
    if (failed(replaceFunctions(getOperation(), both))) signalPassFailure();
  }
};

struct TransposePass : impl::TransposePassBase<TransposePass> {
  using TransposePassBase::TransposePassBase;
  void runOnOperation() override {
    if (failed(replaceFunctions(getOperation(), [&](FuncOp f) { return one(transpose(f, constants)); })))
      signalPassFailure();
  }
};

}  // namespace
}  // namespace fluxion::passes

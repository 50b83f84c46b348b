// Passes that are wrong: what validation and bisection have to find.
#include "passes/plugin.h"

namespace wrong {

using namespace fluxion;

// A sine is no cosine.
struct SineToCosine : mlir::OpRewritePattern<ir::SineOp> {
  using OpRewritePattern::OpRewritePattern;
  mlir::LogicalResult matchAndRewrite(ir::SineOp op, mlir::PatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<ir::CosineOp>(op, op.getX());
    return mlir::success();
  }
};

struct Sines : passes::FunctionPass<Sines> {
  static constexpr llvm::StringLiteral kName = "wrong-sines", kSummary = "Replaces sines by cosines";
  void runOnOperation() override { apply<SineToCosine>(); }
};

// Gives the function another name, under which the JIT does not look for it.
struct Rename : passes::FunctionPass<Rename> {
  static constexpr llvm::StringLiteral kName = "wrong-name", kSummary = "Renames functions";
  void runOnOperation() override { getOperation().setName("renamed"); }
};

struct Fail : passes::FunctionPass<Fail> {
  static constexpr llvm::StringLiteral kName = "wrong-always", kSummary = "Fails";
  void runOnOperation() override {
    getOperation().emitError("this pass never works");
    signalPassFailure();
  }
};

}  // namespace wrong

FLUXION_PASS_PLUGIN("wrong", wrong::Sines, wrong::Rename, wrong::Fail)

// Replaces power(x, 2) by x·x: a multiplication instead of a logarithm and an exponential. x·x is the correctly rounded
// square, so no result gets further from the true one.
#include "passes/plugin.h"

namespace example {

using namespace fluxion;

struct SquareOfPower : mlir::OpRewritePattern<ir::PowerOp> {
  using OpRewritePattern::OpRewritePattern;
  mlir::LogicalResult matchAndRewrite(ir::PowerOp op, mlir::PatternRewriter &rewriter) const override {
    if (!passes::isConstant(op.getRhs(), 2)) return mlir::failure();
    rewriter.replaceOpWithNewOp<ir::MultiplyOp>(op, op.getLhs(), op.getLhs());
    return mlir::success();
  }
};

struct StrengthReduction : passes::FunctionPass<StrengthReduction> {
  static constexpr llvm::StringLiteral kName = "strength-reduction";
  static constexpr llvm::StringLiteral kSummary = "Replaces power(x, 2) by a product";
  void runOnOperation() override { apply<SquareOfPower>(); }
};

}  // namespace example

FLUXION_PASS_PLUGIN("strength-reduction", example::StrengthReduction)

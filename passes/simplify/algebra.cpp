// x + (−y) = x − y, x − (−y) = x + y, (−x)·(−y) = x·y, (−1)·x = −x, and the like: exact by IEEE 754's rules of signs.
#include "ir/ops.h"
#include "mlir/IR/Matchers.h"
#include "passes/simplify/patterns.h"

namespace fluxion::passes {
namespace {

using mlir::failure;
using mlir::LogicalResult;
using mlir::PatternRewriter;
using mlir::success;

bool isSplatOf(mlir::Value v, double number) {
  mlir::DenseElementsAttr value;
  if (!mlir::matchPattern(v, mlir::m_Constant(&value)) || !value.isSplat()) return false;
  if (llvm::isa<mlir::FloatType>(value.getElementType()))
    return value.getSplatValue<llvm::APFloat>().convertToDouble() == number;
  return false;
}

struct AddOfNegate : mlir::OpRewritePattern<ir::AddOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ir::AddOp op, PatternRewriter &r) const override {
    if (auto n = op.getRhs().getDefiningOp<ir::NegateOp>())
      return r.replaceOpWithNewOp<ir::SubtractOp>(op, op.getLhs(), n.getX()), success();
    if (auto n = op.getLhs().getDefiningOp<ir::NegateOp>())
      return r.replaceOpWithNewOp<ir::SubtractOp>(op, op.getRhs(), n.getX()), success();
    return failure();
  }
};

struct SubtractOfNegate : mlir::OpRewritePattern<ir::SubtractOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ir::SubtractOp op, PatternRewriter &r) const override {
    auto n = op.getRhs().getDefiningOp<ir::NegateOp>();
    if (!n) return failure();
    r.replaceOpWithNewOp<ir::AddOp>(op, op.getLhs(), n.getX());
    return success();
  }
};

struct MultiplyOfNegates : mlir::OpRewritePattern<ir::MultiplyOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ir::MultiplyOp op, PatternRewriter &r) const override {
    for (auto [a, b] : {std::pair(op.getLhs(), op.getRhs()), std::pair(op.getRhs(), op.getLhs())})
      if (isSplatOf(b, -1.0)) return r.replaceOpWithNewOp<ir::NegateOp>(op, a), success();
    auto a = op.getLhs().getDefiningOp<ir::NegateOp>(), b = op.getRhs().getDefiningOp<ir::NegateOp>();
    if (!a || !b) return failure();
    r.replaceOpWithNewOp<ir::MultiplyOp>(op, a.getX(), b.getX());
    return success();
  }
};

// A transpose of a broadcast is a broadcast to other dimensions, if the order of x's own dimensions stays.
struct TransposeOfBroadcast : mlir::OpRewritePattern<ir::TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ir::TransposeOp op, PatternRewriter &r) const override {
    auto b = op.getX().getDefiningOp<ir::BroadcastInDimOp>();
    if (!b) return failure();
    ir::Sizes place(op.getPermutation().size()), dims;
    for (auto [i, d] : llvm::enumerate(op.getPermutation())) place[d] = static_cast<int64_t>(i);
    for (int64_t d : b.getDimensions()) dims.push_back(place[d]);
    if (!llvm::is_sorted(dims)) return failure();
    r.replaceOpWithNewOp<ir::BroadcastInDimOp>(op, op.getType(), b.getX(), dims, op.getType().getShape());
    return success();
  }
};

// select(not p, a, b) = select(p, b, a).
struct SelectOfNot : mlir::OpRewritePattern<ir::SelectOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ir::SelectOp op, PatternRewriter &r) const override {
    auto n = op.getPred().getDefiningOp<ir::NotOp>();
    if (!n) return failure();
    r.replaceOpWithNewOp<ir::SelectOp>(op, n.getX(), op.getOnFalse(), op.getOnTrue());
    return success();
  }
};

}  // namespace

void addAlgebraPatterns(mlir::RewritePatternSet &patterns) {
  patterns.add<AddOfNegate, SubtractOfNegate, MultiplyOfNegates, TransposeOfBroadcast, SelectOfNot>(
      patterns.getContext());
}

}  // namespace fluxion::passes

#include "passes/fusion/cost.h"

#include "ir/element_map.h"
#include "ir/ops.h"
#include "llvm/ADT/DenseSet.h"

namespace fluxion::passes {

double ownCost(mlir::Operation *op) {
  if (auto elementwise = mlir::dyn_cast<ir::ElementwiseInterface>(op)) {
    if (!elementwise.isCheap()) return 20;
    if (mlir::isa<ir::PowerOp, ir::Atan2Op>(op)) return 40;
    if (mlir::isa<ir::DivideOp, ir::RemainderOp>(op))
      return mlir::isa<mlir::FloatType>(ir::elementType(op->getResult(0))) ? 4 : 20;
    return mlir::isa<ir::SqrtOp, ir::RsqrtOp>(op) ? 4 : 1;
  }
  if (mlir::isa<ir::GatherOp>(op)) return 4;
  if (auto concatenate = mlir::dyn_cast<ir::ConcatenateOp>(op)) return 2.0 * concatenate.getInputs().size();
  if (mlir::isa<ir::PadOp>(op)) return 2;
  return 0;
}

bool isVeryLong(mlir::Block &block) {
  size_t weight = 0;
  llvm::DenseSet<mlir::Attribute> numbers;
  for (mlir::Operation &op : block) {
    weight += ownCost(&op) >= 10 ? kWeightOfDear : 1;
    auto constant = mlir::dyn_cast<ir::ConstantOp>(op);
    if (constant && constant.getValue().isSplat() && mlir::isa<mlir::FloatType>(ir::elementType(constant.getResult())))
      numbers.insert(mlir::cast<mlir::DenseElementsAttr>(constant.getValue()).getSplatValue<mlir::Attribute>());
  }
  return weight > kVeryLong || numbers.size() > kManyNumbers;
}

std::pair<ir::StridedView, ir::StridedView> productViews(ir::DotGeneralOp op) {
  auto lhs = ir::stridedViews(op.getLhs()), rhs = ir::stridedViews(op.getRhs());
  auto out = ir::rowMajorStrides(ir::shapeOf(op.getY()));
  for (const auto &l : llvm::reverse(lhs))
    for (const auto &r : llvm::reverse(rhs))
      if (ir::matchProduct(op, l, r, out)) return {l, r};
  return {lhs[0], rhs[0]};
}

llvm::SmallVector<ir::StridedView> attentionViews(mlir::Operation *op) {
  llvm::DenseMap<mlir::Value, int64_t> read;  // elements of what is viewed
  for (mlir::Value x : op->getOperands())
    for (const ir::StridedView &view : ir::stridedViews(x)) read[view.base] += ir::tensorType(x).getNumElements();
  auto isThere = [&](mlir::Value base) {
    return !base.getDefiningOp() || 2 * read.lookup(base) >= ir::tensorType(base).getNumElements();
  };
  return llvm::map_to_vector(op->getOperands(), [&](mlir::Value x) { return ir::attentionView(x, isThere); });
}

}  // namespace fluxion::passes

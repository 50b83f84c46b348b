#include "ir/element_map.h"
#include "ir/ops.h"
#include "llvm/ADT/STLExtras.h"
#include "passes/fusion/prepare.h"

namespace fluxion::passes {

namespace {

// Elements are applied in row-major order, so the dimensions of the windows have to be the last ones.
void prepare(ir::ScatterOp op) {
  if (ir::overlappingWindowDims(op).empty()) return;
  const llvm::ArrayRef<int64_t> windows = op.getUpdateWindowDims();
  ir::Sizes order, last;
  for (int64_t d = 0; d < static_cast<int64_t>(ir::shapeOf(op.getUpdates()).size()); ++d)
    if (!llvm::is_contained(windows, d)) order.push_back(d);
  for (int64_t d : windows) {
    last.push_back(static_cast<int64_t>(order.size()));
    order.push_back(d);
  }
  if (llvm::is_sorted(order)) return;
  mlir::OpBuilder b(op);
  op.getUpdatesMutable().assign(ir::TransposeOp::create(b, op.getLoc(), op.getUpdates(), order));
  op.setUpdateWindowDims(last);
}

}  // namespace

void prepareScatters(mlir::func::FuncOp f) {
  f.walk([](ir::ScatterOp op) { prepare(op); });
}

}  // namespace fluxion::passes

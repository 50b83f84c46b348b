// Batching of linear algebra: the mapped axis is one more dimension of the batch.
#include "ir/ops/linalg.h"
#include "passes/vmap/rules.h"

namespace fluxion::passes {

namespace {

using mlir::Value;
using Results = mlir::FailureOr<llvm::SmallVector<Value>>;

Value solve(ir::TriangularSolveOp like, Value a, Value b, Emit &e) {
  return e.op<ir::TriangularSolveOp>(a, b, like.getLeftSide(), like.getLower(), like.getUnitDiagonal(),
                                     like.getTransposeA());
}

// One triangle for all examples: their right-hand sides are columns (or rows) of one system.
Value solveTogether(ir::TriangularSolveOp op, Value a, Value b, Emit &e) {
  ir::Sizes shape(ir::shapeOf(b));
  int64_t rank = static_cast<int64_t>(shape.size()), side = op.getLeftSide() ? rank - 1 : rank - 2;
  Value moved = moveFromFront(b, side - 1, e);  // just before the sides
  ir::Sizes apart(ir::shapeOf(moved)), together(apart);
  together[side - 1] *= together[side];
  together.erase(together.begin() + side);
  Value x = e.reshape(solve(op, a, e.reshape(moved, together), e), apart);
  return moveToFront(x, side - 1, e);
}

// An op of one operand, with its attributes as they are.
template <class Op>
void addUnary(VmapRules &rules) {
  rules.addMany<Op>([](mlir::Operation *op, const Operands &x, Emit &e) -> Results {
    auto batched = Op::create(e.builder, e.loc, mlir::ValueRange{x[0]}, op->getAttrs());
    return llvm::SmallVector<Value>(batched->getResults());
  });
}

}  // namespace

void addLinalgRules(VmapRules &rules) {
  addUnary<ir::CholeskyOp>(rules);
  addUnary<ir::LuOp>(rules);
  addUnary<ir::QrOp>(rules);
  addUnary<ir::HouseholderQrOp>(rules);
  addUnary<ir::EighOp>(rules);
  addUnary<ir::SvdOp>(rules);
  rules.add<ir::HouseholderProductOp>(
      [](ir::HouseholderProductOp, const Operands &x, Emit &e) { return e.op<ir::HouseholderProductOp>(x[0], x[1]); });
  rules.add<ir::TriangularSolveOp>([](ir::TriangularSolveOp op, const Operands &x, Emit &e) {
    return x.mapped(0) ? solve(op, x[0], x[1], e) : solveTogether(op, x.raw(0), x.raw(1), e);
  });
}

}  // namespace fluxion::passes

// Linear algebra is called: each op is the runtime's function of the same name (runtime/linalg.h).
#include "codegen/program_builder.h"
#include "ir/ops/linalg.h"

namespace fluxion::codegen {

namespace {

std::vector<int64_t> attributesOf(ir::TriangularSolveOp op) {
  return {op.getLeftSide(), op.getLower(), op.getUnitDiagonal(), op.getTransposeA()};
}

// Eigenvalues and singular values cost a fraction of what the vectors do, which are left out where nothing reads them.
bool wantsVectors(mlir::Operation *op) {
  return llvm::any_of(op->getResults().drop_front(), [](mlir::Value v) { return !v.use_empty(); });
}

}  // namespace

mlir::LogicalResult ProgramBuilder::lowerLinalg(mlir::Operation *op) {
  runtime::CallStep step{op->getName().stripDialect().str(), readAll(op->getOperands()), {}, {}};
  for (mlir::Value v : op->getOperands()) step.types.push_back(ir::shapeDtypeOf(v.getType()));
  bool vectors = true;
  if (auto solve = mlir::dyn_cast<ir::TriangularSolveOp>(op)) step.attributes = attributesOf(solve);
  if (mlir::isa<ir::EighOp, ir::SvdOp>(op)) step.attributes = {vectors = wantsVectors(op)};
  for (mlir::OpResult v : op->getResults()) {
    const bool wanted = vectors || v.getResultNumber() == 0;
    ShapeDtype type = ir::shapeDtypeOf(v.getType());
    step.buffers.push_back(wanted ? write(v) : scratch(0));
    step.types.push_back(wanted ? type : ShapeDtype{{0}, type.dtype});
  }
  add(std::move(step));
  return mlir::success();
}

}  // namespace fluxion::codegen

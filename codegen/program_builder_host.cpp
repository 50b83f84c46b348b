// Calls of the host are steps: the runtime finds the function by its name when the program is made ready to run.
#include "codegen/program_builder.h"
#include "ir/ops/host.h"
#include "runtime/host.h"

namespace fluxion::codegen {

mlir::LogicalResult ProgramBuilder::lowerHost(mlir::Operation *op) {
  runtime::CallStep step{
      std::string(runtime::kHostPrefix) + ir::hostFunctionOf(op), readAll(op->getOperands()), {}, {}};
  auto results = writeAll(op->getResults());
  step.buffers.insert(step.buffers.end(), results.begin(), results.end());
  for (mlir::Type t : op->getOperandTypes()) step.types.push_back(ir::shapeDtypeOf(t));
  for (mlir::Type t : op->getResultTypes()) step.types.push_back(ir::shapeDtypeOf(t));
  step.attributes = {static_cast<int64_t>(op->getNumOperands())};
  add(std::move(step));
  return mlir::success();
}

}  // namespace fluxion::codegen

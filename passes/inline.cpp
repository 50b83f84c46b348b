// A function's ops, copied to where they are called.
#include "mlir/IR/IRMapping.h"
#include "passes/transforms.h"

namespace fluxion::passes {

llvm::SmallVector<mlir::Value> inlineBody(mlir::OpBuilder &builder, mlir::func::FuncOp callee,
                                          mlir::ValueRange arguments) {
  assert(callee.getNumArguments() == arguments.size() && "a call has as many arguments as its callee");
  mlir::Block &body = callee.getBody().front();
  mlir::IRMapping map;
  map.map(body.getArguments(), arguments);
  for (mlir::Operation &op : body.without_terminator()) builder.clone(op, map);
  llvm::SmallVector<mlir::Value> results;
  for (mlir::Value result : body.getTerminator()->getOperands()) results.push_back(map.lookupOrDefault(result));
  return results;
}

}  // namespace fluxion::passes

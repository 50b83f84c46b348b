// A function's ops, copied or moved to where they are called.
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

llvm::SmallVector<mlir::Value> moveBody(mlir::Block &block, mlir::func::FuncOp callee, mlir::ValueRange arguments) {
  assert(callee.getNumArguments() == arguments.size() && "a call has as many arguments as its callee");
  mlir::Block &body = callee.getBody().front();
  for (auto [argument, value] : llvm::zip_equal(body.getArguments(), arguments)) argument.replaceAllUsesWith(value);
  llvm::SmallVector<mlir::Value> results(body.getTerminator()->getOperands());
  body.getTerminator()->erase();
  block.getOperations().splice(block.end(), body.getOperations());
  body.erase();
  return results;
}

}  // namespace fluxion::passes

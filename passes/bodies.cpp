#include "passes/bodies.h"

#include "ir/ops.h"
#include "mlir/IR/IRMapping.h"
#include "passes/grad/regions.h"

namespace fluxion::passes {

using mlir::func::FuncOp;

Func functionOf(mlir::Region &region, llvm::StringRef name) {
  mlir::OpBuilder builder(region.getContext());
  mlir::Location loc = region.getLoc();
  Func f(FuncOp::create(builder, loc, name, builder.getFunctionType({}, {})));
  mlir::IRMapping map;
  region.cloneInto(&f->getBody(), map);
  mlir::Operation *yield = f->getBody().front().getTerminator();
  mlir::OpBuilder atEnd(yield);
  mlir::func::ReturnOp::create(atEnd, yield->getLoc(), yield->getOperands());
  auto results = llvm::to_vector(yield->getOperandTypes());
  yield->erase();
  f->setType(builder.getFunctionType(f->getBody().getArgumentTypes(), results));
  return f;
}

void moveInto(mlir::Region &region, Func f) {
  region.takeBody(f->getBody());
  mlir::Operation *end = region.front().getTerminator();
  mlir::OpBuilder builder(end);
  ir::YieldOp::create(builder, end->getLoc(), end->getOperands());
  end->erase();
}

llvm::SmallVector<mlir::Value> inlineBlock(mlir::OpBuilder &builder, mlir::Block &body, mlir::ValueRange arguments) {
  assert(body.getNumArguments() == arguments.size() && "a call has as many arguments as its callee");
  mlir::IRMapping map;
  map.map(body.getArguments(), arguments);
  for (mlir::Operation &op : body.without_terminator()) builder.clone(op, map);
  return llvm::map_to_vector(body.getTerminator()->getOperands(),
                             [&](mlir::Value v) { return map.lookupOrDefault(v); });
}

void setResults(FuncOp f, llvm::ArrayRef<mlir::Value> results) {
  mlir::Block &body = f.getBody().front();
  body.getTerminator()->setOperands(results);
  eraseDead(body);
  f.setType(mlir::FunctionType::get(f.getContext(), body.getArgumentTypes(), body.getTerminator()->getOperandTypes()));
}

}  // namespace fluxion::passes

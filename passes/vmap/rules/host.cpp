// Batching of calls of the host: one call for each example, in their order, unless the function takes all at once.
#include "ir/ops/host.h"

#include "passes/vmap/rules.h"

namespace fluxion::passes {

namespace {

using llvm::SmallVector;

ir::Tensor withAxis(mlir::Type type, int64_t size) {
  auto t = llvm::cast<ir::Tensor>(type);
  return ir::Tensor::get(prepend(size, t.getShape()), t.getElementType());
}

SmallVector<Value> callOnce(ir::HostCallOp op, const Operands &x, Emit &e) {
  SmallVector<Value> inputs;
  for (size_t i = 0; i < x.count(); ++i) inputs.push_back(x[i]);
  SmallVector<mlir::Type> types;
  for (mlir::Type t : op.getResultTypes()) types.push_back(withAxis(t, x.size()));
  auto call = ir::HostCallOp::create(e.builder, e.loc, types, inputs, op.getFunction(), op.getEffect(),
                                     ir::typesText(types), /*vectorized=*/true);
  return SmallVector<Value>(call.getResults());
}

mlir::FailureOr<SmallVector<Value>> batchHostCall(mlir::Operation *source, const Operands &x, Emit &e) {
  auto op = llvm::cast<ir::HostCallOp>(source);
  if (op.getEffect() == "ordered")
    return op->emitError(
        "vmap: an ordered io_callback cannot be mapped, for examples have no order: io_callback(fx::unordered, …) can");
  return op.getVectorized() ? callOnce(op, x, e) : callEach(op, x, e);
}

}  // namespace

SmallVector<Value> callEach(mlir::Operation *op, const Operands &x, Emit &e) {
  SmallVector<Value> constants, scanned;
  for (size_t i = 0; i < x.count(); ++i) (x.mapped(i) ? scanned : constants).push_back(x.raw(i));
  const size_t known = constants.size();
  SmallVector<Value> inputs = constants;
  llvm::append_range(inputs, scanned);
  SmallVector<mlir::Type> types;
  for (mlir::Type t : op->getResultTypes()) types.push_back(withAxis(t, x.size()));
  auto scan = ir::ScanOp::create(e.builder, e.loc, types, inputs, known, 0, static_cast<uint64_t>(x.size()), false);
  mlir::OpBuilder::InsertionGuard guard(e.builder);
  mlir::Block *body = e.builder.createBlock(&scan.getBody());
  SmallVector<Value> arguments(x.count());
  for (bool mapped : {false, true})
    for (size_t i = 0; i < x.count(); ++i)
      if (x.mapped(i) == mapped)
        arguments[i] = body->addArgument(op->getOperand(static_cast<unsigned>(i)).getType(), e.loc);
  mlir::Operation *call = e.builder.clone(*op);
  call->setOperands(arguments);
  ir::YieldOp::create(e.builder, e.loc, call->getResults());
  return SmallVector<Value>(scan.getResults());
}

void addHostRules(VmapRules &rules) { rules.addMany<ir::HostCallOp>(batchHostCall); }

}  // namespace fluxion::passes

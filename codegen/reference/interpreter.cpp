// Walks a function op by op. Values are shared, never written after they are made.
#include "codegen/reference/interpreter.h"

#include "codegen/reference/handlers.h"
#include "ir/ops.h"
#include "ir/ops/collective.h"

namespace fluxion::codegen::reference {
namespace {

const Handlers &handlers() {
  static const Handlers *const all = [] {
    auto *h = new Handlers;
    addElementwise(*h);
    addFunctions(*h);
    addSpecialFunctions(*h);
    addConversions(*h);
    addComplex(*h);
    addShape(*h);
    addReduce(*h);
    addContract(*h);
    addConvolution(*h);
    addIndex(*h);
    addSort(*h);
    addFft(*h);
    addLinalg(*h);
    addControl(*h);
    addCustom(*h);
    return h;
  }();
  return *all;
}

llvm::Error error(const llvm::Twine &text) { return llvm::createStringError(llvm::inconvertibleErrorCode(), text); }

// Every op must have a handler, so that evaluation cannot stop half-way.
llvm::Error checkOps(mlir::func::FuncOp f) {
  if (f.isExternal() || !f.getBody().hasOneBlock()) return error("reference: '" + f.getName() + "' has not one block");
  llvm::Error failed = llvm::Error::success();
  f.walk([&](mlir::Operation *op) {
    if (op == f || llvm::isa<mlir::func::ReturnOp, ir::YieldOp>(op) || handlers().find(op->getName().getStringRef()))
      return mlir::WalkResult::advance();
    llvm::consumeError(std::move(failed));
    const llvm::StringRef axis = ir::axisNameOf(op);
    failed = axis.empty() ? error("reference: no meaning is known for '" + op->getName().getStringRef() + "'")
                          : error("reference: '" + op->getName().getStringRef() + "' is over axis \"" + axis +
                                  "\", which nothing maps: vmap does, if the axis has that name");
    return mlir::WalkResult::interrupt();
  });
  return failed;
}

llvm::Error checkArguments(mlir::func::FuncOp f, llvm::ArrayRef<HostArray> args) {
  if (f.getNumArguments() != args.size())
    return error("reference: '" + f.getName() + "' takes " + llvm::Twine(f.getNumArguments()) + " arguments, not " +
                 llvm::Twine(args.size()));
  for (auto [i, arg] : llvm::enumerate(args)) {
    ShapeDtype wanted = ir::shapeDtypeOf(f.getArgument(static_cast<unsigned>(i)).getType());
    if (wanted != arg.type)
      return error("reference: argument " + llvm::Twine(i) + " of '" + f.getName() + "' is " + to_string(wanted) +
                   ", not " + to_string(arg.type));
    if (static_cast<int64_t>(arg.bytes.size()) != wanted.bytes())
      return error("reference: argument " + llvm::Twine(i) + " of '" + f.getName() + "' has " +
                   llvm::Twine(arg.bytes.size()) + " bytes, not " + llvm::Twine(wanted.bytes()));
  }
  return llvm::Error::success();
}

}  // namespace

Arrays Evaluator::run(mlir::Block &block, Inputs inputs) const {
  llvm::DenseMap<mlir::Value, Array> values;
  for (auto [argument, input] : llvm::zip_equal(block.getArguments(), inputs)) values[argument] = input;
  for (mlir::Operation &op : block) {
    Arrays operands;
    for (mlir::Value v : op.getOperands()) operands.push_back(values.at(v));
    if (op.hasTrait<mlir::OpTrait::IsTerminator>()) return operands;
    const Handler &handler = *handlers().find(op.getName().getStringRef());
    for (auto [result, value] : llvm::zip_equal(op.getResults(), handler(&op, operands, *this))) values[result] = value;
  }
  return {};
}

llvm::Expected<std::vector<HostArray>> evaluate(mlir::func::FuncOp f, llvm::ArrayRef<HostArray> args) {
  if (llvm::Error e = checkOps(f)) return e;
  if (llvm::Error e = checkArguments(f, args)) return e;
  Arrays inputs;
  for (const HostArray &arg : args) inputs.push_back(std::make_shared<HostArray>(arg));
  std::vector<HostArray> results;
  for (const Array &result : Evaluator().run(f.getBody().front(), inputs)) results.push_back(*result);
  return results;
}

}  // namespace fluxion::codegen::reference

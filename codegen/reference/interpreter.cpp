// Walks a function op by op. Values are shared, never written after they are made.
#include "codegen/reference/interpreter.h"

#include "codegen/reference/handlers.h"
#include "ir/ops.h"
#include "ir/ops/collective.h"
#include "ir/ops/host.h"
#include "runtime/host.h"

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
    addHost(*h);
    return h;
  }();
  return *all;
}

struct Ended {};  // thrown where an observer wants no more

llvm::Error error(const llvm::Twine &text) { return llvm::createStringError(llvm::inconvertibleErrorCode(), text); }

// Every op must have a handler, so that evaluation cannot stop half-way.
llvm::Error checkOps(mlir::func::FuncOp f) {
  if (f.isExternal() || !f.getBody().hasOneBlock()) return error("reference: '" + f.getName() + "' has not one block");
  llvm::Error failed = llvm::Error::success();
  f.walk([&](mlir::Operation *op) {
    if (const std::string host = ir::hostFunctionOf(op); !host.empty() && !runtime::find_host_function(host)) {
      llvm::consumeError(std::move(failed));
      failed = error("reference: the program calls '" + host + "', which this process does not have");
      return mlir::WalkResult::interrupt();
    }
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
    for (auto [result, value] : llvm::zip_equal(op.getResults(), apply(op, operands))) values[result] = value;
  }
  return {};
}

Arrays Evaluator::iterate(mlir::Block &block, Inputs inputs, int64_t number) const {
  iterations_.push_back(number);
  Arrays results = run(block, inputs);
  iterations_.pop_back();
  return results;
}

Arrays Evaluator::apply(mlir::Operation &op, Inputs operands) const {
  const Handler &handler = *handlers().find(op.getName().getStringRef());
  if (!observer_) return handler(&op, operands, *this);
  if (!observer_->before(&op)) throw Ended();
  Arrays results;
  if (auto given = observer_->instead(&op, operands))
    for (HostArray &array : *given) results.push_back(std::make_shared<HostArray>(std::move(array)));
  else
    results = handler(&op, operands, *this);
  if (!observer_->after(&op, operands, results, iterations_)) throw Ended();
  return results;
}

int64_t workOf(mlir::Operation *op) {
  if (op->getNumRegions() > 0) return 1;
  int64_t in = 0, out = 1, repeated = 1;
  for (mlir::Value v : op->getOperands()) in = std::max(in, ir::tensorType(v).getNumElements());
  for (mlir::Value v : op->getResults()) out = std::max(out, ir::tensorType(v).getNumElements());
  const llvm::StringRef name = op->getName().getStringRef();
  if (auto dot = llvm::dyn_cast<ir::DotGeneralOp>(op))
    for (int64_t d : dot.getLhsContracting()) repeated *= ir::shapeOf(dot.getLhs())[d];
  if (name == "fx.convolution") repeated = ir::tensorType(op->getOperand(1)).getNumElements();
  return std::max(in, out * std::max<int64_t>(repeated, 1));
}

bool Budget::before(mlir::Operation *op) {
  constexpr int64_t kEach = 100;  // what handling an op costs, however small it is: loops of scalars have to end, too
  return (left_ -= kEach + workOf(op)) >= 0;
}

llvm::Expected<std::vector<HostArray>> evaluate(mlir::func::FuncOp f, llvm::ArrayRef<HostArray> args,
                                                Observer *observer) try {
  if (llvm::Error e = checkOps(f)) return e;
  if (llvm::Error e = checkArguments(f, args)) return e;
  Arrays inputs;
  for (const HostArray &arg : args) inputs.push_back(std::make_shared<HostArray>(arg));
  std::vector<HostArray> results;
  for (const Array &result : Evaluator(observer).run(f.getBody().front(), inputs)) results.push_back(*result);
  return results;
} catch (const Ended &) {
  return error("reference: the evaluation of '" + f.getName() + "' was ended by its observer");
}

}  // namespace fluxion::codegen::reference

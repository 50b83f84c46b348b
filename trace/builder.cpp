#include "trace/builder.h"

#include <tuple>

#include "ir/ops.h"
#include "ir/ops/host.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/IR/IRMapping.h"

namespace fluxion::trace {

using llvm::SmallVector;

namespace {

mlir::Attribute literalAttr(mlir::MLIRContext *context, const Literal &literal) {
  ir::Tensor type = ir::tensorTypeOf(literal.type, context);
  if (!type.getElementType().isInteger(1))
    return mlir::DenseElementsAttr::getFromRawBuffer(type,
                                                     llvm::ArrayRef<char>(literal.bytes.data(), literal.bytes.size()));
  SmallVector<bool> bits(llvm::map_range(literal.bytes, [](char c) { return c != 0; }));
  return mlir::DenseElementsAttr::get(type, llvm::ArrayRef<bool>(bits));
}

// An enum's keyword becomes the enum, and the text of a sharding a sharding; every other string stays a string.
mlir::Attribute stringAttr(mlir::Builder &b, std::string_view name, const std::string &text) {
  if (name == "direction")
    if (auto value = ir::symbolizeComparison(text)) return ir::ComparisonAttr::get(b.getContext(), *value);
  if (name == "kind")
    if (auto value = ir::symbolizeCombine(text)) return ir::CombineAttr::get(b.getContext(), *value);
  if (name == "sharding" && llvm::StringRef(text).starts_with("#fx.sharding<"))
    if (mlir::Attribute sharding = mlir::parseAttribute(text, b.getContext())) return sharding;
  return b.getStringAttr(text);
}

mlir::Attribute attributeOf(mlir::Builder &b, std::string_view name, const Attribute &attribute) {
  struct Visitor {
    mlir::Builder &b;
    std::string_view name;
    mlir::Attribute operator()(bool v) { return b.getBoolAttr(v); }
    mlir::Attribute operator()(int64_t v) { return b.getI64IntegerAttr(v); }
    mlir::Attribute operator()(double v) { return b.getF64FloatAttr(v); }
    mlir::Attribute operator()(const std::string &v) { return stringAttr(b, name, v); }
    mlir::Attribute operator()(const std::vector<int64_t> &v) { return b.getDenseI64ArrayAttr(v); }
    mlir::Attribute operator()(DType v) { return mlir::TypeAttr::get(ir::elementTypeOf(v, b.getContext())); }
    mlir::Attribute operator()(const Literal &v) { return literalAttr(b.getContext(), v); }
  };
  return std::visit(Visitor{b, name}, attribute);
}

// The body of `f`, moved into `region`, ends in fx.yield there.
void moveBody(const Function &f, mlir::Region &region) {
  mlir::func::FuncOp copy = llvm::cast<mlir::func::FuncOp>(funcOf(f)->clone());
  region.takeBody(copy.getBody());
  copy->erase();
  mlir::Operation *end = region.front().getTerminator();
  mlir::OpBuilder b(end);
  ir::YieldOp::create(b, end->getLoc(), end->getOperands());
  end->erase();
}

std::vector<ShapeDtype> typesOf(mlir::TypeRange types) {
  std::vector<ShapeDtype> out;
  for (mlir::Type t : types) out.push_back(ir::shapeDtypeOf(t));
  return out;
}

}  // namespace

std::vector<ShapeDtype> FunctionImpl::arguments() const { return typesOf(func->getArgumentTypes()); }
std::vector<ShapeDtype> FunctionImpl::results() const { return typesOf(func->getResultTypes()); }

void keepHosts(const Function &from, const Function &to) {
  const auto &given = static_cast<const FunctionImpl &>(from).hosts;
  auto &kept = static_cast<const FunctionImpl &>(to).hosts;
  for (const runtime::HostFunctionPtr &host : given)
    if (!llvm::is_contained(kept, host)) kept.push_back(host);
}

mlir::Location locationOf(mlir::MLIRContext *context, const Location &l) {
  if (!l.line) return mlir::UnknownLoc::get(context);
  mlir::Location file = mlir::FileLineColLoc::get(context, l.file, l.line, l.column);
  if (!*l.function) return file;
  return mlir::NameLoc::get(mlir::StringAttr::get(context, l.function), file);
}

mlir::Location FunctionImpl::locationOf(const Location &l) {
  auto key = [](const Location &x) { return std::tie(x.file, x.line, x.column, x.function); };
  if (!lastLocation_ || key(last_) != key(l)) {
    lastLocation_ = trace::locationOf((*func)->getContext(), l);
    last_ = l;
  }
  return lastLocation_;
}

FunctionPtr createFunction(mlir::MLIRContext *context, std::string_view name) {
  mlir::OpBuilder b(context);
  auto func = mlir::func::FuncOp::create(b.getUnknownLoc(), llvm::StringRef(name), b.getFunctionType({}, {}));
  func.addEntryBlock();
  return std::make_shared<FunctionImpl>(mlir::OwningOpRef<mlir::func::FuncOp>(func));
}

mlir::Value addArgument(Function &function, const ShapeDtype &type, const Location &location) {
  mlir::func::FuncOp f = funcOf(function);
  return f.front().addArgument(ir::tensorTypeOf(type, f.getContext()), locationOf(f.getContext(), location));
}

mlir::FailureOr<mlir::Operation *> stageOp(Function &function, std::string_view op,
                                           llvm::ArrayRef<mlir::Value> operands, const Attributes &attributes,
                                           std::span<const FunctionPtr> regions, const Location &location) {
  mlir::func::FuncOp f = funcOf(function);
  mlir::OpBuilder b = mlir::OpBuilder::atBlockEnd(&f.front());
  mlir::Location loc = static_cast<FunctionImpl &>(function).locationOf(location);
  mlir::OperationState state(loc, llvm::StringRef(op));
  std::optional<mlir::RegisteredOperationName> registered = state.name.getRegisteredInfo();
  auto *infer = registered ? registered->getInterface<mlir::InferTypeOpInterface>() : nullptr;
  if (!infer) return mlir::emitError(loc) << op << ": there is no such operation";
  state.addOperands(operands);
  for (const auto &[name, value] : attributes) state.addAttribute(llvm::StringRef(name), attributeOf(b, name, value));
  for (const FunctionPtr &region : regions) {
    mlir::Region *target = state.addRegion();
    if (region) moveBody(*region, *target), keepHosts(*region, function);  // null: an empty region
  }
  if (mlir::failed(infer->inferReturnTypes(f.getContext(), loc, state.operands,
                                           state.attributes.getDictionary(f.getContext()),
                                           mlir::OpaqueProperties(nullptr), state.regions, state.types)))
    return mlir::failure();
  mlir::Operation *created = b.create(state);
  if (mlir::failed(registered->verifyInvariants(created))) {
    created->erase();
    return mlir::failure();
  }
  if (auto call = llvm::dyn_cast<ir::HostCallOp>(created))
    if (auto host = runtime::find_host_function(call.getFunction().str()))
      static_cast<FunctionImpl &>(function).hosts.push_back(std::move(host));
  return created;
}

void finishFunction(Function &function, llvm::ArrayRef<mlir::Value> results, std::span<const int64_t> order) {
  mlir::func::FuncOp f = funcOf(function);
  mlir::Block &body = f.front();
  if (!order.empty()) {
    unsigned count = body.getNumArguments();
    for (int64_t i : order) {
      mlir::BlockArgument old = body.getArgument(static_cast<unsigned>(i));
      old.replaceAllUsesWith(body.addArgument(old.getType(), old.getLoc()));
    }
    SmallVector<mlir::Value> moved;
    for (mlir::Value v : results) {
      auto argument = llvm::dyn_cast<mlir::BlockArgument>(v);
      if (argument && argument.getArgNumber() < count) {
        auto at = llvm::find(order, static_cast<int64_t>(argument.getArgNumber()));
        v = body.getArgument(count + static_cast<unsigned>(at - order.begin()));
      }
      moved.push_back(v);
    }
    mlir::OpBuilder b = mlir::OpBuilder::atBlockEnd(&body);
    mlir::func::ReturnOp::create(b, f.getLoc(), moved);
    body.eraseArguments(0, count);
  } else {
    mlir::OpBuilder b = mlir::OpBuilder::atBlockEnd(&body);
    mlir::func::ReturnOp::create(b, f.getLoc(), results);
  }
  f.setType(mlir::FunctionType::get(f.getContext(), body.getArgumentTypes(), body.getTerminator()->getOperandTypes()));
}

}  // namespace fluxion::trace

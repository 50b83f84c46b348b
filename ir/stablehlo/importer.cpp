// The walk over functions, regions and calls, and the emission of fx ops.
#include "ir/stablehlo/importer.h"

#include "ir/ops.h"
#include "ir/sharding.h"
#include "ir/stablehlo.h"
#include "ir/stablehlo/sharding.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringSet.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"

namespace fluxion::ir::stablehlo {
namespace {

// Calls are inlined, so a short text can stand for a huge program or an endless one.
constexpr int64_t kMaxOps = 1 << 20;
constexpr int kMaxDepth = 200;

const Rules &rules() {
  static const Rules *const all = [] {
    auto *r = new Rules;
    addElementwiseRules(*r);
    addChloRules(*r);
    addComplexRules(*r);
    addBitRules(*r);
    addShapeRules(*r);
    addReduceRules(*r);
    addWindowRules(*r);
    addContractRules(*r);
    addConvolutionRules(*r);
    addIndexRules(*r);
    addScatterRules(*r);
    addSortRules(*r);
    addFftRules(*r);
    addLinalgRules(*r);
    addControlRules(*r);
    addCollectiveRules(*r);
    addShardingRules(*r);
    return r;
  }();
  return *all;
}

struct Depth {
  explicit Depth(int &depth, mlir::Operation *op) : depth(depth) {
    if (++depth > kMaxDepth)
      Importer::refuse(op, "calls and regions are nested too deeply, or a function calls itself");
  }
  ~Depth() { --depth; }
  int &depth;
};

}  // namespace

Importer::Importer(mlir::ModuleOp source)
    : source_(source),
      result_(mlir::ModuleOp::create(source.getLoc())),
      builder_(source.getContext()),
      location_(source.getLoc()) {}

void Importer::refuse(mlir::Operation *op, const llvm::Twine &why) {
  mlir::emitError(op->getLoc()) << "stablehlo: " << why;
  throw Refused();
}

mlir::OwningOpRef<mlir::ModuleOp> Importer::run() {
  // What only custom calls call, such as comparators, is no program.
  llvm::StringSet<> called;
  source_.walk([&](mlir::Operation *op) {
    if (auto names = llvm::dyn_cast_if_present<mlir::ArrayAttr>(attribute(op, "called_computations")))
      for (auto name : names.getAsRange<mlir::FlatSymbolRefAttr>()) called.insert(name.getValue());
  });
  bool any = false;
  for (auto f : source_.getOps<mlir::func::FuncOp>()) {
    if (failed(f->getName().verifyInvariants(f))) throw Refused();  // not even a name is sure before
    if (called.contains(f.getName())) continue;
    if (f.isPrivate() || f.isExternal()) continue;
    importFunction(f);
    any = true;
  }
  if (!any) refuse(source_, "the module has no public function");
  return std::move(result_);
}

void Importer::importFunction(mlir::func::FuncOp source) {
  mlir::FunctionType type = source.getFunctionType();
  for (mlir::Type t : type.getInputs()) checkedType(source, t);
  for (mlir::Type t : type.getResults()) checkedType(source, t);
  builder_.setInsertionPointToEnd(result_->getBody());
  auto f = mlir::func::FuncOp::create(builder_, source.getLoc(), source.getName(), type);
  mlir::Block *entry = f.addEntryBlock();
  if (!source.getBody().hasOneBlock()) refuse(source, "a function has more than one block");
  scope_.clear();
  for (auto [from, to] : llvm::zip_equal(source.getArguments(), entry->getArguments())) scope_[from] = to;
  for (unsigned i = 0; i < f.getNumArguments(); ++i)
    if (mlir::Attribute a = source.getArgAttr(i, "sdy.sharding"))
      f.setArgAttr(i, kShardingName, importSharding(source, a));
  for (unsigned i = 0; i < f.getNumResults(); ++i)
    if (mlir::Attribute a = source.getResultAttr(i, "sdy.sharding"))
      f.setResultAttr(i, kShardingName, importSharding(source, a));
  builder_.setInsertionPointToEnd(entry);
  Values results = importBlock(source.getBody().front(), "func.return");
  if (mlir::ValueRange(results).getTypes() != type.getResults())
    refuse(source, "the function returns other types than it declares");
  mlir::func::ReturnOp::create(builder_, source.getLoc(), results);
}

Values Importer::importBlock(mlir::Block &block, llvm::StringRef terminator) {
  mlir::Operation *parent = block.getParentOp();
  Depth guard(depth_, parent);
  for (mlir::Operation &op : block) {
    if (op.getName().getStringRef() == terminator) {
      Values results;
      for (mlir::Value v : op.getOperands()) results.push_back(imported(&op, v));
      return results;
    }
    importOp(&op);
  }
  refuse(parent, "a block does not end in " + terminator);
}

void Importer::importOp(mlir::Operation *op) {
  if (++ops_ > kMaxOps) refuse(op, "the program has more than a million ops after inlining");
  auto rule = rules().find(op->getName().getStringRef());
  if (auto target = llvm::dyn_cast_if_present<mlir::StringAttr>(attribute(op, "call_target_name")))
    if (auto known = rules().find(("custom_call " + target.getValue()).str()); known != rules().end()) rule = known;
  if (rule == rules().end()) refuse(op, "no import for '" + op->getName().getStringRef() + "'");
  Values operands;
  for (mlir::Value v : op->getOperands()) operands.push_back(imported(op, v));
  location_ = op->getLoc();
  if (shape_ && op->getNumRegions() != 0)
    refuse(op, "no import for '" + op->getName().getStringRef() + "' in a reducer");
  Values results = movesScalar(op) ? operands : rule->second(*this, op, operands);
  for (auto [i, result] : llvm::enumerate(op->getResults())) {
    Tensor type = checkedType(op, result.getType());
    if (shape_ && type.getRank() == 0) {
      type = Tensor::get(*shape_, type.getElementType());
      if (i < results.size() && shapeOf(results[i]).empty()) results[i] = broadcastScalar(results[i], *shape_);
    }
    if (i >= results.size() || results[i].getType() != type)
      refuse(op, "'" + op->getName().getStringRef() + "' should have a result of type " +
                     (i < results.size() ? str(results[i].getType()) : "none") + ", not " + str(type));
    scope_[result] = results[i];
  }
}

// Within applyElementwise scalars stand for arrays, of which such ops would move the dimensions.
bool Importer::movesScalar(mlir::Operation *op) const {
  static const llvm::StringRef names[] = {"stablehlo.reshape", "stablehlo.broadcast_in_dim", "stablehlo.transpose"};
  const auto isScalar = [](mlir::Type t) {
    auto tensor = llvm::dyn_cast<Tensor>(t);
    return tensor && tensor.getRank() == 0;
  };
  return shape_ && llvm::is_contained(names, op->getName().getStringRef()) && op->getNumOperands() == 1 &&
         op->getNumResults() == 1 && isScalar(op->getOperand(0).getType()) && isScalar(op->getResult(0).getType());
}

mlir::Value Importer::imported(mlir::Operation *user, mlir::Value source) {
  if (auto it = scope_.find(source); it != scope_.end()) return it->second;
  for (const Scope *outer : llvm::reverse(outer_)) {
    auto it = outer->find(source);
    if (it == outer->end()) continue;
    mlir::Value value;
    if (auto constant = it->second.getDefiningOp<ConstantOp>())
      value = builder_.clone(*constant)->getResult(0);
    else if (shape_ && outer == outer_.back())  // a body applied to arrays is no region: it may use what is around it
      value = it->second;
    else
      continue;
    return scope_[source] = shape_ && shapeOf(value).empty() ? broadcastScalar(value, *shape_) : value;
  }
  refuse(user, "an operand is used before it is defined");
}

llvm::SetVector<mlir::Value> Importer::captured(mlir::Operation *op) {
  llvm::SetVector<mlir::Value> used, values;
  for (mlir::Region &region : op->getRegions())
    region.walk([&](mlir::Operation *inner) {
      for (mlir::Value v : inner->getOperands())
        if (!op->isAncestor(v.getParentBlock()->getParentOp())) used.insert(v);
    });
  for (mlir::Value v : used)
    if (!imported(op, v).getDefiningOp<ConstantOp>()) values.insert(v);
  return values;
}

std::unique_ptr<mlir::Region> Importer::importRegion(mlir::Region &source, llvm::ArrayRef<mlir::Value> captures,
                                                     llvm::ArrayRef<size_t> arguments, llvm::ArrayRef<size_t> results) {
  mlir::Operation *op = source.getParentOp();
  if (!source.hasOneBlock()) refuse(op, "a region has not one block");
  mlir::OpBuilder::InsertionGuard guard(builder_);
  mlir::Location location = location_;
  Scope inner;
  auto region = std::make_unique<mlir::Region>();
  mlir::Block *block = builder_.createBlock(region.get());
  for (mlir::Value v : captures) inner[v] = block->addArgument(imported(op, v).getType(), v.getLoc());
  for (size_t i : arguments) {
    mlir::Value v = source.getArgument(static_cast<unsigned>(i));
    inner[v] = block->addArgument(checkedType(op, v.getType()), v.getLoc());
  }
  std::swap(scope_, inner);
  outer_.push_back(&inner);
  const Values all = importBlock(source.front(), "stablehlo.return");
  outer_.pop_back();
  std::swap(scope_, inner);
  location_ = location;
  Values yielded;
  for (size_t i : results) {
    if (i >= all.size()) refuse(op, "a region returns too few values");
    yielded.push_back(all[i]);
  }
  YieldOp::create(builder_, location_, yielded);
  return region;
}

Values Importer::applyElementwise(mlir::Region &body, Inputs arrays, llvm::ArrayRef<mlir::Value> wanted) {
  mlir::Operation *op = body.getParentOp();
  if (!body.hasOneBlock() || body.getNumArguments() != arrays.size())
    refuse(op, "a region does not take two of each operand");
  mlir::Location location = location_;
  Scope inner;
  for (auto [from, to] : llvm::zip_equal(body.getArguments(), arrays)) inner[from] = to;
  std::swap(scope_, inner);
  outer_.push_back(&inner);
  shape_ = Sizes(shapeOf(arrays[0]));
  Values results = importBlock(body.front(), "stablehlo.return");
  if (!wanted.empty()) results.clear();
  for (mlir::Value v : wanted) results.push_back(imported(op, v));
  shape_.reset();
  outer_.pop_back();
  std::swap(scope_, inner);
  location_ = location;
  return results;
}

Values Importer::call(mlir::Operation *op, llvm::StringRef name, Inputs operands) {
  auto callee = source_.lookupSymbol<mlir::func::FuncOp>(name);
  if (!callee || callee.isExternal() || !callee.getBody().hasOneBlock())
    refuse(op, "there is no function '" + name + "' to call");
  const auto declared = callee.getBody().getArgumentTypes();
  const auto fits = [&](mlir::Value v, mlir::Type t) {  // within applyElementwise arrays stand for scalars
    auto tensor = llvm::dyn_cast<Tensor>(t);
    return v.getType() == t || (shape_ && tensor && tensor.getRank() == 0 && shapeOf(v) == llvm::ArrayRef(*shape_) &&
                                elementType(v) == tensor.getElementType());
  };
  if (operands.size() != declared.size() || !llvm::all_of(llvm::zip_equal(operands, declared), [&](auto pair) {
        return fits(std::get<0>(pair), std::get<1>(pair));
      }))
    refuse(op, "the operands are not those that '" + name + "' takes");
  Scope inner;
  for (auto [from, to] : llvm::zip_equal(callee.getArguments(), operands)) inner[from] = to;
  std::swap(scope_, inner);
  Values results = importBlock(callee.getBody().front(), "func.return");
  std::swap(scope_, inner);
  return results;
}

// ---- emitting

mlir::Value Importer::emit(llvm::StringRef name, Inputs operands, llvm::ArrayRef<Attribute> attributes) {
  return emitMany(name, operands, attributes).front();
}

Values Importer::emitMany(llvm::StringRef name, Inputs operands, llvm::ArrayRef<Attribute> attributes,
                          std::vector<std::unique_ptr<mlir::Region>> regions) {
  mlir::OperationState state(location_, name);
  state.addOperands(operands);
  for (auto [key, value] : attributes) state.addAttribute(key, value);
  for (auto &region : regions) state.addRegion(std::move(region));
  auto *infer = state.name.getInterface<mlir::InferTypeOpInterface>();
  if (failed(infer->inferReturnTypes(builder_.getContext(), location_, state.operands,
                                     state.attributes.getDictionary(builder_.getContext()),
                                     mlir::OpaqueProperties(nullptr), state.regions, state.types)))
    throw Refused();
  mlir::Operation *op = builder_.create(state);
  if (failed(mlir::verify(op, /*verifyRecursively=*/false))) throw Refused();
  return Values(op->getResults());
}

mlir::Value Importer::constant(mlir::DenseElementsAttr value) {
  return ConstantOp::create(builder_, location_, value.getType(), value);
}

mlir::Value Importer::splat(Tensor type, double value) {
  mlir::Type e = type.getElementType();
  if (llvm::isa<mlir::FloatType>(e))
    return constant(mlir::DenseElementsAttr::get(type, mlir::Attribute(builder_.getFloatAttr(e, value))));
  return splatBits(type, static_cast<uint64_t>(static_cast<int64_t>(value)));
}

mlir::Value Importer::splatBits(Tensor type, uint64_t bits) {
  llvm::APInt value(64, bits);
  mlir::Attribute element = mlir::IntegerAttr::get(type.getElementType(), value.trunc(type.getElementTypeBitWidth()));
  return constant(mlir::DenseElementsAttr::get(type, element));
}

mlir::Value Importer::broadcast(mlir::Value x, llvm::ArrayRef<int64_t> dimensions, llvm::ArrayRef<int64_t> shape) {
  if (shapeOf(x) == shape && llvm::equal(dimensions, llvm::seq<int64_t>(0, static_cast<int64_t>(shape.size()))))
    return x;
  return emit("fx.broadcast_in_dim", {x}, {{"dimensions", list(dimensions)}, {"shape", list(shape)}});
}

mlir::Value Importer::convert(mlir::Value x, mlir::Type element) {
  return elementType(x) == element ? x : emit("fx.convert", {x}, {{"to", type(element)}});
}
mlir::Value Importer::bitcast(mlir::Value x, mlir::Type element) {
  return elementType(x) == element ? x : emit("fx.bitcast_convert", {x}, {{"to", type(element)}});
}
mlir::Value Importer::compare(Comparison direction, mlir::Value a, mlir::Value b) {
  return emit("fx.compare", {a, b}, {{"direction", ComparisonAttr::get(builder_.getContext(), direction)}});
}
mlir::Value Importer::slice(mlir::Value x, llvm::ArrayRef<int64_t> starts, llvm::ArrayRef<int64_t> limits,
                            llvm::ArrayRef<int64_t> strides) {
  return emit("fx.slice", {x}, {{"starts", list(starts)}, {"limits", list(limits)}, {"strides", list(strides)}});
}
mlir::Value Importer::iota(int64_t dimension, llvm::ArrayRef<int64_t> shape, mlir::Type element) {
  return emit("fx.iota", {}, {{"dimension", number(dimension)}, {"shape", list(shape)}, {"element", type(element)}});
}

}  // namespace fluxion::ir::stablehlo

namespace fluxion::ir {

bool hasStablehlo(mlir::ModuleOp module) {
  return module
      .walk([](mlir::Operation *op) {
        llvm::StringRef dialect = op->getName().getDialectNamespace();
        return dialect == "stablehlo" || dialect == "chlo" ? mlir::WalkResult::interrupt()
                                                           : mlir::WalkResult::advance();
      })
      .wasInterrupted();
}

mlir::OwningOpRef<mlir::ModuleOp> importStablehlo(mlir::ModuleOp source) {
  source.getContext()->loadDialect<FxDialect, mlir::func::FuncDialect>();
  try {
    auto result = stablehlo::Importer(source).run();
    return failed(mlir::verify(*result)) ? nullptr : std::move(result);
  } catch (const stablehlo::Refused &) {
    return {};
  }
}

}  // namespace fluxion::ir

#include "tools/fluxion-fuzz/generator.h"

#include "ir/ops.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"

namespace fluxion::tools {

namespace {

using NamedAttributes = llvm::ArrayRef<std::pair<llvm::StringRef, mlir::Attribute>>;

// Ops of the dialect that no program of a user has, or whose meaning is not a function of values alone.
bool isInternal(llvm::StringRef op) { return op == "fx.kernel" || op == "fx.yield"; }

// Functions that are steep or undefined on much of the line get arguments where they are tame, most of the time.
double lowOf(llvm::StringRef op) {
  if (op == "fx.acosh") return 1.5;
  static constexpr llvm::StringLiteral kPositive[] = {"fx.log",
                                                      "fx.sqrt",
                                                      "fx.rsqrt",
                                                      "fx.lgamma",
                                                      "fx.digamma",
                                                      "fx.power",
                                                      "fx.zeta",
                                                      "fx.igamma",
                                                      "fx.igammac",
                                                      "fx.polygamma",
                                                      "fx.regularized_incomplete_beta",
                                                      "fx.divide",
                                                      "fx.cbrt",
                                                      "fx.atan2",
                                                      "fx.igamma_grad_a",
                                                      "fx.random_gamma_grad",
                                                      "fx.log_plus_one"};
  return llvm::is_contained(kPositive, op) ? 0.25 : -0.9;
}

}  // namespace

Generator::Generator(mlir::MLIRContext *context, GeneratorOptions options)
    : options_(std::move(options)), b_(context), steps_(structureSteps()) {
  for (mlir::RegisteredOperationName op : context->getRegisteredOperationsByDialect("fx"))
    if (!isInternal(op.getStringRef())) counts_[op.getStringRef().str()] = 0;
  findSignatures();
}

bool Generator::has(DType dtype) const { return llvm::is_contained(options_.dtypes, dtype); }

int64_t Generator::anySize() {
  static constexpr int64_t kSizes[] = {1, 2, 3, 4, 5, 7, 8, 16, 17, 33};
  return chance(40) ? 0 : kSizes[below(10)];
}

ir::Sizes Generator::anyShape(int64_t mostDimensions) {
  ir::Sizes shape;
  int64_t count = 1;
  for (int64_t rank = below(mostDimensions + 1); rank > 0; --rank) {
    const int64_t n = anySize();
    if (count * n > options_.elements) break;
    count *= n;
    shape.push_back(n);
  }
  return shape;
}

ir::Tensor Generator::tensor(DType dtype, llvm::ArrayRef<int64_t> shape) {
  return ir::Tensor::get(shape, ir::elementTypeOf(dtype, b_.getContext()));
}

mlir::Value Generator::anyWith(llvm::function_ref<bool(mlir::Value)> holds) {
  llvm::SmallVector<mlir::Value> found;
  for (mlir::Value v : values_)
    if (holds(v)) found.push_back(v);
  return found.empty() ? mlir::Value() : found[static_cast<size_t>(below(static_cast<int64_t>(found.size())))];
}

mlir::Operation *Generator::append(llvm::StringRef name, mlir::ValueRange operands, NamedAttributes attributes,
                                   std::vector<std::unique_ptr<mlir::Region>> regions) {
  mlir::MLIRContext *context = b_.getContext();
  mlir::ScopedDiagnosticHandler quiet(context, [](mlir::Diagnostic &) { return mlir::success(); });
  mlir::OperationState state(loc(), name);
  if (!state.name.isRegistered()) return nullptr;
  state.addOperands(operands);
  auto wanted = state.name.getAttributeNames();
  for (auto [key, value] : attributes)
    if (llvm::is_contained(wanted, key)) state.addAttribute(key, value);
  for (auto &region : regions) state.addRegion(std::move(region));
  auto infer = state.name.getInterface<mlir::InferTypeOpInterface>();
  llvm::SmallVector<mlir::Region *> bodies;
  for (auto &region : state.regions) bodies.push_back(region.get());
  if (infer && failed(infer->inferReturnTypes(context, loc(), state.operands, state.attributes.getDictionary(context),
                                              mlir::OpaqueProperties(nullptr),
                                              mlir::RegionRange(llvm::ArrayRef(bodies)), state.types)))
    return nullptr;
  for (mlir::Type type : state.types)
    if (llvm::cast<ir::Tensor>(type).getNumElements() > options_.elements) return nullptr;
  mlir::Operation *op = b_.create(state);
  if (failed(mlir::verify(op))) {
    op->erase();
    return nullptr;
  }
  ++counts_[name.str()];
  values_.insert(values_.end(), op->result_begin(), op->result_end());
  return op;
}

mlir::Value Generator::appendOne(llvm::StringRef name, mlir::ValueRange operands, NamedAttributes attributes) {
  mlir::Operation *op = append(name, operands, attributes);
  return op ? op->getResult(0) : mlir::Value();
}

mlir::Value Generator::splat(ir::Tensor type, double value) {
  mlir::Type element = type.getElementType();
  mlir::Attribute attribute;
  if (auto complex = llvm::dyn_cast<mlir::ComplexType>(element)) {
    mlir::Attribute parts[] = {b_.getFloatAttr(complex.getElementType(), value),
                               b_.getFloatAttr(complex.getElementType(), value / 2)};
    attribute = b_.getArrayAttr(parts);
  } else if (llvm::isa<mlir::FloatType>(element)) {
    attribute = b_.getFloatAttr(element, value);
  } else {
    attribute = b_.getIntegerAttr(element, static_cast<int64_t>(value));
  }
  ++counts_["fx.constant"];
  return ir::ConstantOp::create(b_, loc(), type, mlir::DenseElementsAttr::get(type, attribute));
}

mlir::Value Generator::positions(ir::Tensor type, int64_t n) {
  llvm::SmallVector<llvm::APInt> numbers;
  const unsigned width = type.getElementTypeBitWidth();
  for (int64_t i = 0; i < type.getNumElements(); ++i)
    numbers.emplace_back(
        width, static_cast<uint64_t>(below(n + 2) - (type.getElementType().isUnsignedInteger() ? 0 : 1)), false, true);
  return ir::ConstantOp::create(b_, loc(), type, mlir::DenseElementsAttr::get(type, numbers));
}

mlir::Value Generator::bounded(mlir::Value x) {
  return llvm::isa<mlir::FloatType, mlir::ComplexType>(ir::elementType(x)) ? appendOne("fx.sine", x) : x;
}

// x's elements, as many as there are, in another shape; null where an op would be too large.
mlir::Value Generator::reshapedTo(ir::Tensor type, mlir::Value x) {
  if (ir::tensorType(x).getRank() == 0)
    return appendOne(
        "fx.broadcast_in_dim", x,
        {{"dimensions", b_.getDenseI64ArrayAttr({})}, {"shape", b_.getDenseI64ArrayAttr(type.getShape())}});
  const int64_t have = ir::tensorType(x).getNumElements(), wanted = type.getNumElements();
  mlir::Value flat = appendOne("fx.reshape", x, {{"shape", b_.getDenseI64ArrayAttr({have})}});
  if (flat && have != wanted)
    flat = appendOne("fx.pad", {flat, splat(ir::Tensor::get({}, type.getElementType()), 1)},
                     {{"low", b_.getDenseI64ArrayAttr({0})},
                      {"high", b_.getDenseI64ArrayAttr({wanted - have})},
                      {"interior", b_.getDenseI64ArrayAttr({0})}});
  return flat ? appendOne("fx.reshape", flat, {{"shape", b_.getDenseI64ArrayAttr(type.getShape())}}) : mlir::Value();
}

mlir::Value Generator::like(ir::Tensor type) {
  if (!chance(3))
    if (mlir::Value same = anyWith([&](mlir::Value v) { return v.getType() == type; })) return same;
  mlir::Value x = any();
  if (type.getNumElements() == 0 || ir::tensorType(x).getNumElements() == 0) return splat(type, 0.5);
  if (ir::elementType(x) != type.getElementType()) {
    // Complex numbers have no conversion to real ones.
    if (llvm::isa<mlir::ComplexType>(ir::elementType(x))) return splat(type, 0.75);
    x = appendOne("fx.convert", bounded(x), {{"to", mlir::TypeAttr::get(type.getElementType())}});
    if (!x) return splat(type, 1);
  }
  if (ir::shapeOf(x) == type.getShape()) return x;
  mlir::Value y = reshapedTo(type, x);
  return y ? y : splat(type, 1);
}

// ---- elementwise ops

void Generator::trySignature(llvm::StringRef op, std::vector<DType> operands) {
  mlir::OpBuilder::InsertionGuard guard(b_);
  mlir::Block block;
  for (DType d : operands) block.addArgument(tensor(d, {4}), loc());
  b_.setInsertionPointToEnd(&block);
  const std::pair<llvm::StringRef, mlir::Attribute> attributes[] = {
      {"direction", ir::ComparisonAttr::get(b_.getContext(), ir::Comparison::EQ)},
      {"to", mlir::TypeAttr::get(b_.getI32Type())},
      {"exponent_bits", b_.getI64IntegerAttr(5)},
      {"mantissa_bits", b_.getI64IntegerAttr(6)}};
  if (append(op, block.getArguments(), attributes)) {
    signatures_[op.str()].push_back({op.str(), std::move(operands)});
    --counts_[op.str()];
  }
  values_.clear();
}

void Generator::findSignatures() {
  for (mlir::RegisteredOperationName op : b_.getContext()->getRegisteredOperationsByDialect("fx")) {
    if (!op.hasInterface<ir::ElementwiseInterface>()) continue;
    // Inference may look at any operand that the op has, so there must be as many.
    const bool one = op.hasTrait<mlir::OpTrait::OneOperand>(), two = op.hasTrait<mlir::OpTrait::NOperands<2>::Impl>(),
               three = op.hasTrait<mlir::OpTrait::NOperands<3>::Impl>();
    for (DType d : options_.dtypes) {
      if (one) trySignature(op.getStringRef(), {d});
      if (two) trySignature(op.getStringRef(), {d, d});
      if (three) trySignature(op.getStringRef(), {d, d, d});
      if (three && d != DType::bool_) trySignature(op.getStringRef(), {DType::bool_, d, d});
    }
    if (signatures_.contains(op.getStringRef().str())) elementwise_.push_back(op.getStringRef().str());
  }
}

void Generator::elementwise() {
  const std::string &op = elementwise_[static_cast<size_t>(below(static_cast<int64_t>(elementwise_.size())))];
  const auto &choices = signatures_[op];
  const Signature &signature = choices[static_cast<size_t>(below(static_cast<int64_t>(choices.size())))];
  const ir::Sizes shape(ir::shapeOf(any()));
  const bool tame = !chance(6);
  llvm::SmallVector<mlir::Value> operands;
  for (DType d : signature.operands) {
    mlir::Value x = like(tensor(d, shape));
    if (!x) return;
    if (tame && is_inexact(d) && op != "fx.sine") {
      // low + (sin x + 1)·0.9
      const double low = lowOf(op);
      x = appendOne("fx.sine", x);
      mlir::Value scaled = appendOne("fx.multiply", {x, splat(tensor(d, shape), 0.875)});
      x = appendOne("fx.add", {scaled, splat(tensor(d, shape), low + 0.9)});
    }
    operands.push_back(x);
  }
  mlir::MLIRContext *context = b_.getContext();
  // A conversion to complex numbers, or from them, is tried and may be refused.
  append(op, operands,
         {{"direction", ir::ComparisonAttr::get(context, static_cast<ir::Comparison>(below(6)))},
          {"to", mlir::TypeAttr::get(ir::elementTypeOf(anyDtype(), context))},
          {"exponent_bits", b_.getI64IntegerAttr(2 + below(7))},
          {"mantissa_bits", b_.getI64IntegerAttr(below(20))}});
}

// ---- programs

void Generator::step() {
  if (chance(2)) return elementwise();
  steps_[static_cast<size_t>(below(static_cast<int64_t>(steps_.size())))](*this);
}

std::unique_ptr<mlir::Region> Generator::region(mlir::TypeRange arguments, llvm::ArrayRef<ir::Tensor> results,
                                                int ops) {
  auto region = std::make_unique<mlir::Region>();
  mlir::Block &block = region->emplaceBlock();
  mlir::OpBuilder::InsertionGuard guard(b_);
  std::vector<mlir::Value> outside;
  std::swap(outside, values_);
  ++depth_;
  for (mlir::Type type : arguments) values_.push_back(block.addArgument(type, loc()));
  b_.setInsertionPointToEnd(&block);
  if (values_.empty()) values_.push_back(splat(tensor(anyDtype(), {}), 0.5));
  for (int i = 0; i < ops; ++i) step();
  llvm::SmallVector<mlir::Value> yields;
  for (ir::Tensor type : results) yields.push_back(bounded(like(type)));
  ir::YieldOp::create(b_, loc(), yields);
  --depth_;
  std::swap(outside, values_);
  return region;
}

mlir::OwningOpRef<mlir::ModuleOp> Generator::program(uint64_t seed) {
  random_.seed(seed);
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(loc());
  b_.setInsertionPointToEnd(module->getBody());
  llvm::SmallVector<mlir::Type> types;
  for (int i = 0; i < 4; ++i) types.push_back(tensor(anyDtype(), anyShape()));
  auto f = mlir::func::FuncOp::create(b_, loc(), "main", b_.getFunctionType(types, {}));
  mlir::Block *entry = f.addEntryBlock();
  b_.setInsertionPointToEnd(entry);
  values_.assign(entry->args_begin(), entry->args_end());
  for (int i = 0; i < options_.ops; ++i) step();
  // Whatever nothing else needs, so that all of the program matters.
  llvm::SmallVector<mlir::Value> results;
  for (mlir::Operation &op : *entry)
    for (mlir::Value v : op.getResults())
      if (v.use_empty()) results.push_back(v);
  mlir::func::ReturnOp::create(b_, loc(), results);
  f.setType(b_.getFunctionType(types, mlir::ValueRange(results).getTypes()));
  values_.clear();
  return module;
}

}  // namespace fluxion::tools

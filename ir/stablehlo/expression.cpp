// Bodies of reducers, scatters and comparators as text, so that the known ones are recognised by comparing strings.
#include "ir/literal.h"
#include "ir/ops/shape.h"
#include "ir/stablehlo/importer.h"
#include "llvm/ADT/StringExtras.h"

namespace fluxion::ir::stablehlo {
namespace {

constexpr size_t kLongest = 1000;  // of the bodies that are known

std::string number(mlir::Operation *op) {
  auto value = llvm::dyn_cast_if_present<mlir::DenseIntOrFPElementsAttr>(attribute(op, "value"));
  if (!value || value.getNumElements() != 1 || llvm::isa<mlir::ComplexType>(value.getElementType())) return "?";
  if (auto floats = llvm::dyn_cast<mlir::DenseFPElementsAttr>(value)) {
    llvm::SmallString<32> text;
    llvm::APFloat f = *floats.begin();
    if (f.isNaN()) return "#NaN";
    if (f.isPosZero()) return "#0";
    f.toString(text);
    return "#" + text.str().str();
  }
  return "#" + llvm::toString(*value.getValues<llvm::APInt>().begin(), 10, true);
}

std::string expression(mlir::Value value, mlir::Block &block, int depth) {
  if (auto argument = llvm::dyn_cast<mlir::BlockArgument>(value))
    return argument.getOwner() == &block ? std::to_string(argument.getArgNumber()) : "?";
  mlir::Operation *op = value.getDefiningOp();
  llvm::StringRef name = op->getName().stripDialect();
  if (name == "constant") return number(op);
  if (op->getBlock() != &block || depth > 16) return "?";
  if (name == "compare") name = keyword(op, "comparison_direction");
  std::string text = name.str() + "(";
  for (auto [i, operand] : llvm::enumerate(op->getOperands())) {
    text += (i ? "," : "") + expression(operand, block, depth + 1);
    if (text.size() > kLongest) return "?";
  }
  return text + ")";
}

}  // namespace

llvm::SmallVector<std::string> expressions(mlir::Region &region) {
  llvm::SmallVector<std::string> texts;
  if (!region.hasOneBlock() || region.front().empty()) return texts;
  mlir::Operation &last = region.front().back();
  if (last.getName().getStringRef() != "stablehlo.return") return texts;
  for (mlir::Value v : last.getOperands()) texts.push_back(expression(v, region.front(), 0));
  return texts;
}

std::optional<Combine> combinationOf(llvm::StringRef expression, size_t first, size_t second) {
  static const std::pair<llvm::StringRef, Combine> kinds[] = {
      {"add", Combine::add},         {"multiply", Combine::multiply}, {"maximum", Combine::maximum},
      {"minimum", Combine::minimum}, {"and", Combine::and_},          {"or", Combine::or_},
      {"xor", Combine::xor_}};
  const std::string a = std::to_string(first), b = std::to_string(second);
  for (auto [name, kind] : kinds)
    if (expression == (name + "(" + a + "," + b + ")").str() || expression == (name + "(" + b + "," + a + ")").str())
      return kind;
  return std::nullopt;
}

llvm::StringRef elementwiseName(Combine kind) {
  switch (kind) {
    case Combine::add:
      return "fx.add";
    case Combine::multiply:
      return "fx.multiply";
    case Combine::maximum:
      return "fx.maximum";
    case Combine::minimum:
      return "fx.minimum";
    case Combine::and_:
      return "fx.and";
    case Combine::or_:
      return "fx.or";
    case Combine::xor_:
      return "fx.xor";
    case Combine::set:
      break;
  }
  return "";
}

bool isNeutral(mlir::Value value, Combine kind) {
  auto constant = value.getDefiningOp<ConstantOp>();
  auto dense = constant ? llvm::dyn_cast<mlir::DenseIntOrFPElementsAttr>(constant.getValue()) : nullptr;
  if (!dense || !dense.isSplat() || llvm::isa<mlir::ComplexType>(dense.getElementType())) return false;
  if (auto floats = llvm::dyn_cast<mlir::DenseFPElementsAttr>(dense)) {
    llvm::APFloat f = *floats.begin();
    if (kind == Combine::add) return f.isZero();
    if (kind == Combine::multiply) return f.isExactlyValue(1.0);
    return f.isInfinity() && f.isNegative() == (kind == Combine::maximum);
  }
  const llvm::APInt n = *dense.getValues<llvm::APInt>().begin();
  const bool isUnsigned = dense.getElementType().isUnsignedInteger() || n.getBitWidth() == 1;
  switch (kind) {
    case Combine::multiply:
      return n == 1;
    case Combine::maximum:
      return isUnsigned ? n.isMinValue() : n.isMinSignedValue();
    case Combine::minimum:
      return isUnsigned ? n.isMaxValue() : n.isMaxSignedValue();
    case Combine::and_:
      return n.isAllOnes();
    default:
      return n.isZero();
  }
}

}  // namespace fluxion::ir::stablehlo

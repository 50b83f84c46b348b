// Reading attributes and types of unregistered ops, whatever they hold.
#include "ir/stablehlo/importer.h"
#include "mlir/IR/BuiltinAttributes.h"

namespace fluxion::ir::stablehlo {

mlir::Attribute attribute(mlir::Operation *op, llvm::StringRef name) {
  if (auto properties = llvm::dyn_cast_if_present<mlir::DictionaryAttr>(op->getPropertiesAsAttribute()))
    if (mlir::Attribute a = properties.get(name)) return a;
  return op->getDiscardableAttr(name);
}

int64_t integer(mlir::Operation *op, llvm::StringRef name) {
  auto a = llvm::dyn_cast_if_present<mlir::IntegerAttr>(attribute(op, name));
  if (!a || a.getValue().getSignificantBits() > 64) Importer::refuse(op, "the integer '" + name + "' is missing");
  return a.getValue().getSExtValue();
}

bool boolean(mlir::Operation *op, llvm::StringRef name, bool otherwise) {
  auto a = llvm::dyn_cast_if_present<mlir::BoolAttr>(attribute(op, name));
  return a ? a.getValue() : otherwise;
}

Sizes integers(mlir::Operation *op, llvm::StringRef name) {
  mlir::Attribute a = attribute(op, name);
  if (auto array = llvm::dyn_cast_if_present<mlir::DenseI64ArrayAttr>(a)) return Sizes(array.asArrayRef());
  if (auto array = llvm::dyn_cast_if_present<mlir::DenseBoolArrayAttr>(a)) return Sizes(array.asArrayRef());
  Importer::refuse(op, "the list '" + name + "' is missing");
}

Sizes integersOr(mlir::Operation *op, llvm::StringRef name, size_t count, int64_t otherwise) {
  if (!attribute(op, name)) return Sizes(count, otherwise);
  Sizes values = integers(op, name);
  if (values.size() != count)
    Importer::refuse(op, "'" + name + "' has " + llvm::Twine(values.size()) + " entries, not " + llvm::Twine(count));
  return values;
}

Sizes paddingOf(mlir::Operation *op, size_t n) {
  if (!attribute(op, "padding")) return Sizes(2 * n, 0);
  auto dense = llvm::dyn_cast<mlir::DenseIntElementsAttr>(attribute(op, "padding"));
  if (!dense || !dense.getElementType().isInteger(64) || dense.getNumElements() != static_cast<int64_t>(2 * n))
    Importer::refuse(op, "the padding is not a pair for each dimension");
  return Sizes(dense.getValues<int64_t>());
}

llvm::StringRef keyword(mlir::Operation *op, llvm::StringRef name) {
  auto a = llvm::dyn_cast_if_present<mlir::OpaqueAttr>(attribute(op, name));
  return a ? a.getAttrData().rsplit(' ').second : "";
}

// The grammar: name<field = number, field = [number, …], …>.
Fields::Fields(mlir::Operation *op, llvm::StringRef name) {
  auto a = llvm::dyn_cast_if_present<mlir::OpaqueAttr>(attribute(op, name));
  if (!a) Importer::refuse(op, "the attribute '" + name + "' is missing");
  llvm::StringRef text = a.getAttrData().split('<').second.rtrim('>').trim();
  while (!text.empty()) {
    auto [field, rest] = text.split('=');
    rest = rest.ltrim();
    const bool isList = rest.consume_front("[");
    auto [numbers, more] = isList ? rest.split(']') : rest.split(',');
    if (isList) more = more.ltrim().drop_while([](char c) { return c == ','; });
    Sizes values;
    while (!numbers.trim().empty()) {
      auto [one, others] = numbers.split(',');
      if (one.trim().getAsInteger(10, values.emplace_back())) Importer::refuse(op, "'" + name + "' is malformed");
      numbers = others;
    }
    fields_[field.trim()] = values;
    text = more.ltrim();
  }
}

Sizes Fields::list(llvm::StringRef name) const { return fields_.lookup(name); }
int64_t Fields::number(llvm::StringRef name) const {
  Sizes values = fields_.lookup(name);
  return values.empty() ? 0 : values.front();
}

void expect(mlir::Operation *op, size_t operands, size_t results) {
  if (op->getNumOperands() != operands || op->getNumResults() != results)
    Importer::refuse(op, "'" + op->getName().getStringRef() + "' has " + llvm::Twine(op->getNumOperands()) +
                             " operands and " + llvm::Twine(op->getNumResults()) + " results, not " +
                             llvm::Twine(operands) + " and " + llvm::Twine(results));
}

Tensor checkedType(mlir::Operation *op, mlir::Type type) {
  auto tensor = llvm::dyn_cast<Tensor>(type);
  std::string text;
  llvm::raw_string_ostream(text) << type;
  if (!tensor || tensor.getEncoding() || !tensor.hasStaticShape())
    Importer::refuse(op, "no array of static shape: " + text);
  int64_t count = 1;
  for (int64_t n : tensor.getShape())
    if (__builtin_mul_overflow(count, n ? n : 1, &count) || count > (int64_t(1) << 48))
      Importer::refuse(op, "no array is this large: " + text);
  for (int d = 0; d <= static_cast<int>(DType::f8e5m2); ++d)
    if (elementTypeOf(static_cast<DType>(d), type.getContext()) == tensor.getElementType()) return tensor;
  Importer::refuse(op, "no dtype for the elements of " + text);
}

Tensor resultType(mlir::Operation *op, unsigned i) {
  if (i >= op->getNumResults()) Importer::refuse(op, "'" + op->getName().getStringRef() + "' has too few results");
  return checkedType(op, op->getResult(i).getType());
}

}  // namespace fluxion::ir::stablehlo

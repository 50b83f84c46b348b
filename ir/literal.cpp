#include "ir/literal.h"

#include "mlir/IR/DialectResourceBlobManager.h"

namespace fluxion::ir {
namespace {

// How MLIR packs bools is its own business, so they go through its iterators.
std::string boolBytes(mlir::ElementsAttr value) {
  std::string bytes;
  bytes.reserve(static_cast<size_t>(value.getNumElements()));
  for (bool b : value.getValues<bool>()) bytes.push_back(static_cast<char>(b));
  return bytes;
}

std::string repeated(llvm::StringRef element, int64_t count) {
  std::string bytes;
  bytes.reserve(element.size() * static_cast<size_t>(count));
  for (int64_t i = 0; i < count; ++i) bytes.append(element.data(), element.size());
  return bytes;
}

}  // namespace

std::string bytesOf(mlir::ElementsAttr value) {
  const int64_t count = value.getNumElements();
  if (auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(value)) {
    mlir::AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    const size_t wanted = static_cast<size_t>(shapeDtypeOf(value.getType()).bytes());
    if (blob && blob->getData().size() == wanted) return std::string(blob->getData().data(), wanted);
    return std::string(wanted, '\0');
  }
  if (value.getElementType().isInteger(1)) return boolBytes(value);
  auto dense = llvm::cast<mlir::DenseElementsAttr>(value);
  llvm::StringRef raw(dense.getRawData().data(), dense.getRawData().size());
  return dense.isSplat() ? repeated(raw, count) : raw.str();
}

mlir::DenseElementsAttr constantOf(Tensor type, llvm::StringRef bytes) {
  if (!type.getElementType().isInteger(1))
    return mlir::DenseElementsAttr::getFromRawBuffer(type, llvm::ArrayRef<char>(bytes.data(), bytes.size()));
  llvm::SmallVector<bool> bits;
  for (char c : bytes) bits.push_back(c != 0);
  return mlir::DenseElementsAttr::get(type, llvm::ArrayRef<bool>(bits));
}

}  // namespace fluxion::ir

// Types of Fourier transforms.
#include "ir/ops/fft.h"

#include "ir/ops/checks.h"

#include "ir/fft_kind.cpp.inc"
#define GET_OP_CLASSES
#include "ir/ops/fft.cpp.inc"

namespace fluxion::ir {

using mlir::emitOptionalError;
using mlir::LogicalResult;

namespace {

bool isReal(mlir::Type element) { return element.isF32() || element.isF64(); }

LogicalResult checkSizes(Loc loc, FftKind kind, Tensor x, llvm::ArrayRef<int64_t> lengths) {
  const int64_t first = x.getRank() - static_cast<int64_t>(lengths.size());
  if (lengths.empty() || lengths.size() > 3 || first < 0)  // C1
    return emitOptionalError(loc, "fft: ", lengths.size(), " lengths do not fit ", str(x));
  for (auto [i, n] : llvm::enumerate(lengths)) {
    if (n < 1) return emitOptionalError(loc, "fft: there is no transform of length ", n);  // C1
    const int64_t size = x.getDimSize(first + static_cast<int64_t>(i));
    const bool isHalf = kind == FftKind::IRFFT && i + 1 == lengths.size();
    if (size != (isHalf ? n / 2 + 1 : n))  // C2
      return emitOptionalError(loc, "fft: dimension ", first + static_cast<int64_t>(i), " of ", str(x), " is ", size,
                               ", but ", stringifyFftKind(kind), " of length ", n, " needs ", isHalf ? n / 2 + 1 : n);
  }
  return mlir::success();
}

}  // namespace

LogicalResult FftOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getX().getType());
  const FftKind kind = a.getKind();
  llvm::ArrayRef<int64_t> lengths = a.getLengths();
  mlir::Type element = x.getElementType();
  auto complex = llvm::dyn_cast<mlir::ComplexType>(element);
  if (kind == FftKind::RFFT ? !isReal(element) : !complex)  // C3
    return emitOptionalError(loc, "fft: ", stringifyFftKind(kind), " takes ",
                             kind == FftKind::RFFT ? "f32 or f64" : "complex numbers", ", not ", str(x));
  if (failed(checkSizes(loc, kind, x, lengths))) return mlir::failure();
  Sizes shape(x.getShape());
  if (kind == FftKind::RFFT) shape.back() = lengths.back() / 2 + 1, element = mlir::ComplexType::get(element);
  if (kind == FftKind::IRFFT) shape.back() = lengths.back(), element = complex.getElementType();
  if (failed(checkShape(loc, "fft", shape))) return mlir::failure();
  types.push_back(Tensor::get(shape, element));
  return mlir::success();
}

}  // namespace fluxion::ir

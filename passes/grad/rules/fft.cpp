// Derivatives of Fourier transforms: linear, with symmetric matrices. ⟨c, y⟩ pairs complex numbers as Re(c·y), JAX's
// convention for cotangents, so that no rule conjugates.
#include "ir/ops/fft.h"

#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::FftKind;
using ir::FftOp;

namespace {

// y[k] = x[−k mod n] along the dimensions of the transform: what conjugates the transform of real numbers.
Value mirrored(Value x, size_t dimensions, Emit &e) {
  const int64_t rank = ir::tensorType(x).getRank();
  for (int64_t d = rank - static_cast<int64_t>(dimensions); d < rank; ++d) {
    const ir::Sizes sizes(ir::shapeOf(x)), ones(sizes.size(), 1), none(sizes.size(), 0);
    if (sizes[d] <= 2) continue;
    ir::Sizes start = none, end = sizes;
    start[d] = end[d] = 1;
    x = e.concatenate({e.slice(x, none, end, ones), e.reverse(e.slice(x, start, sizes, ones), {d})}, d);
  }
  return x;
}

// x scaled by `outer` where the last frequency is its own mirror image (0 and n/2), by `inner` elsewhere.
Value weighted(Value x, int64_t n, double outer, double inner, Emit &e) {
  const int64_t half = n / 2 + 1, rank = ir::tensorType(x).getRank();
  auto line = ir::Tensor::get({half}, ir::elementType(x));
  llvm::SmallVector<std::complex<double>> weights(static_cast<size_t>(half), inner);
  weights.front() = outer;
  if (n % 2 == 0) weights.back() = outer;
  Value constant;
  if (llvm::cast<mlir::ComplexType>(line.getElementType()).getElementType().isF64()) {
    constant = e.op<ir::ConstantOp>(line, mlir::DenseElementsAttr::get(line, llvm::ArrayRef(weights)));
  } else {
    llvm::SmallVector<std::complex<float>> narrow(weights.begin(), weights.end());
    constant = e.op<ir::ConstantOp>(line, mlir::DenseElementsAttr::get(line, llvm::ArrayRef(narrow)));
  }
  return e.mul(x, e.broadcast(constant, {rank - 1}, ir::shapeOf(x)));
}

double product(Dims lengths) {
  double n = 1;
  for (int64_t l : lengths) n *= static_cast<double>(l);
  return n;
}

// x[j] = Re Σₖ c[k]·e^(−2πi·jk/n), where IRFFT has 2/n and e^(+…): mirror its result.
Value transposeReal(FftOp op, Value ct, Emit &e) {
  const double n = product(op.getLengths());
  Value scaled = weighted(ct, op.getLengths().back(), n, n / 2, e);
  return mirrored(e.op<FftOp>(FftKind::IRFFT, scaled, op.getLengths()), op.getLengths().size(), e);
}

// c[k] = w[k]/n·Σⱼ y[j]·e^(+2πi·jk/n), w = 1 at 0 and n/2 and 2 elsewhere.
Value transposeToReal(FftOp op, Value ct, Emit &e) {
  const double n = product(op.getLengths());
  Value spectrum = e.op<FftOp>(FftKind::RFFT, mirrored(ct, op.getLengths().size(), e), op.getLengths());
  return weighted(spectrum, op.getLengths().back(), 1 / n, 2 / n, e);
}

}  // namespace

void addFftRules(JvpRules &rules) {
  rules.add<FftOp>([](FftOp op, Tangents t, Emit &e) { return e.op<FftOp>(op.getKind(), t[0], op.getLengths()); });
}

void addFftRules(TransposeRules &rules) {
  rules.add<FftOp>([](FftOp op, Value ct, Linear, Emit &e) {
    if (op.getKind() == FftKind::RFFT) return transposeReal(op, ct, e);
    if (op.getKind() == FftKind::IRFFT) return transposeToReal(op, ct, e);
    return e.op<FftOp>(op.getKind(), ct, op.getLengths());  // symmetric
  });
}

}  // namespace fluxion::passes

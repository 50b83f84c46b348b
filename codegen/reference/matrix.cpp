#include "codegen/reference/matrix.h"

namespace fluxion::codegen::reference {
namespace {

std::vector<double> read(const HostArray &x, int64_t begin, int64_t count) {
  std::vector<double> values;
  visit_dtype(x.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T>)
      for (int64_t i = 0; i < count; ++i) values.push_back(widen(elements<T>(x)[begin + i]));
  });
  return values;
}

}  // namespace

Matrix Batch::matrix(size_t operand) const {
  const Shape &shape = in_[operand]->type.shape;
  Matrix y(shape[-2], shape[-1]);
  y.x = read(*in_[operand], index_ * y.m * y.n, y.m * y.n);
  return y;
}

std::vector<double> Batch::numbers(size_t operand) const {
  const int64_t n = in_[operand]->type.shape.back();
  return read(*in_[operand], index_ * n, n);
}

void Batch::putNumbers(size_t result, llvm::ArrayRef<double> y) {
  visit_dtype(out_[result].type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T>) {
      T *to = elements<T>(out_[result]) + index_ * static_cast<int64_t>(y.size());
      for (auto [i, value] : llvm::enumerate(y)) to[i] = narrow<T>(value);
    }
  });
}

void Batch::putIntegers(size_t result, llvm::ArrayRef<int64_t> y) {
  int32_t *to = elements<int32_t>(out_[result]) + index_ * static_cast<int64_t>(y.size());
  for (auto [i, value] : llvm::enumerate(y)) to[i] = static_cast<int32_t>(value);
}

Arrays forEachMatrix(mlir::Operation *op, Inputs in, llvm::function_ref<void(Batch &)> f) {
  std::vector<HostArray> out;
  for (mlir::Value v : op->getResults()) out.push_back(zerosFor(v));
  int64_t count = 1;
  for (int64_t n : llvm::ArrayRef<int64_t>(in[0]->type.shape.sizes()).drop_back(2)) count *= n;
  for (int64_t i = 0; i < count; ++i) {
    Batch batch(in, out, i);
    f(batch);
  }
  Arrays results;
  for (HostArray &y : out) results.push_back(std::make_shared<HostArray>(std::move(y)));
  return results;
}

}  // namespace fluxion::codegen::reference

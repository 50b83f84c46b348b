// Sorting along a dimension.
#include <algorithm>
#include <numeric>

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "ir/ops/index.h"

namespace fluxion::codegen::reference {
namespace {

using llvm::ArrayRef;

// −0 equals +0 and NaN is greater than every number. Complex numbers are ordered by real, then imaginary parts.
template <class T>
bool before(T a, T b) {
  if constexpr (isComplex<T>)
    return before(a.real(), b.real()) || (!before(b.real(), a.real()) && before(a.imag(), b.imag()));
  else
    return a < b || (a == a && b != b);
}

// The stable order of the `n` elements x[0], x[step], … .
std::vector<int64_t> orderOf(const HostArray &x, int64_t start, int64_t step, int64_t n, bool descending) {
  std::vector<int64_t> order(static_cast<size_t>(n));
  std::iota(order.begin(), order.end(), 0);
  visit_dtype(x.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    const T *e = elements<T>(x) + start;
    // Equal elements keep their order.
    std::sort(order.begin(), order.end(), [&](int64_t i, int64_t j) {
      const auto a = widen(e[i * step]), b = widen(e[j * step]);
      if (before(a, b)) return !descending;
      if (before(b, a)) return descending;
      return i < j;
    });
  });
  return order;
}

Arrays sort(mlir::Operation *operation, Inputs in, const Evaluator &) {
  auto op = llvm::cast<ir::SortOp>(operation);
  const Shape &shape = in[0]->type.shape;
  if (shape.count() == 0) return Arrays(in);
  const int64_t dim = static_cast<int64_t>(op.getDimension()), length = shape[dim];
  const Index strides = stridesOf(shape);
  Shape starts = shape;
  starts[dim] = 1;
  std::vector<HostArray> ys;
  for (const Array &x : in) ys.push_back(*x);
  forEachIndex(starts.sizes(), [&](ArrayRef<int64_t> i) {
    const int64_t start = offsetOf(i, strides), step = strides[dim];
    const std::vector<int64_t> order = orderOf(*in[0], start, step, length, op.getDescending());
    for (auto [x, y] : llvm::zip_equal(in, ys)) {
      const size_t size = static_cast<size_t>(size_of(y.type.dtype));
      for (int64_t k = 0; k < length; ++k)
        y.bytes.replace(static_cast<size_t>(start + k * step) * size, size, x->bytes,
                        static_cast<size_t>(start + order[static_cast<size_t>(k)] * step) * size, size);
    }
  });
  Arrays results;
  for (HostArray &y : ys) results.push_back(std::make_shared<HostArray>(std::move(y)));
  return results;
}

}  // namespace

void addSort(Handlers &h) { h.add<ir::SortOp>(sort); }

}  // namespace fluxion::codegen::reference

// Reductions and running reductions. Floats accumulate in double and are rounded once.
#include "ir/ops/reduce.h"

#include "codegen/reference/handlers.h"
#include "codegen/reference/scalar.h"

namespace fluxion::codegen::reference {
namespace {

using llvm::ArrayRef;

// std::vector<bool> holds no bools; a char does as well.
template <class T>
using Stored = std::conditional_t<std::is_same_v<T, bool>, char, T>;

HostArray reduce(ir::ReduceOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  // The strides of y as seen from x: 0 along what is reduced.
  const Shape &shape = in[0]->type.shape;
  Index strides(shape.size(), 0), kept = stridesOf(y.type.shape);
  for (size_t d = 0, k = 0; d < shape.size(); ++d)
    if (!llvm::is_contained(op.getDimensions(), static_cast<int64_t>(d))) strides[d] = kept[k++];
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    using W = Wide<T>;
    std::vector<Stored<W>> sums(static_cast<size_t>(y.type.shape.count()), widen(neutral<T>(op.getKind())));
    const T *x = elements<T>(*in[0]);
    forEachIndex(shape.sizes(), [&](ArrayRef<int64_t> i) {
      auto &sum = sums[static_cast<size_t>(offsetOf(i, strides))];
      sum = combine<W>(op.getKind(), static_cast<W>(sum), widen(*x++));
    });
    for (size_t i = 0; i < sums.size(); ++i) elements<T>(y)[i] = narrow<T>(static_cast<W>(sums[i]));
  });
  return y;
}

// Whether b is found in place of a, which came first: if it is further in the right direction, or the first NaN.
template <class T>
bool replaces(ir::Combine kind, T a, T b) {
  if constexpr (isComplex<T>)
    return false;
  else if (a != a)
    return false;
  else
    return b != b || (kind == ir::Combine::maximum ? b > a : b < a);
}

HostArray argReduce(ir::ArgReduceOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  const Shape &shape = in[0]->type.shape;
  const int64_t dim = static_cast<int64_t>(op.getDimension());
  Index strides = stridesOf(shape);
  visit_dtype(in[0]->type.dtype, [&](auto zero) {
    using T = decltype(zero);
    int32_t *out = elements<int32_t>(y);
    forEachIndex(y.type.shape.sizes(), [&](ArrayRef<int64_t> i) {
      Index first(i);
      first.insert(first.begin() + dim, 0);
      const T *x = elements<T>(*in[0]) + offsetOf(first, strides);
      int64_t best = 0;
      for (int64_t k = 1; k < shape[dim]; ++k)
        if (replaces(op.getKind(), widen(x[best * strides[dim]]), widen(x[k * strides[dim]]))) best = k;
      *out++ = static_cast<int32_t>(best);
    });
  });
  return y;
}

HostArray cumulative(ir::CumulativeOp op, Inputs in) {
  HostArray y = *in[0];
  const int64_t dim = static_cast<int64_t>(op.getDimension()), length = y.type.shape[dim];
  if (y.type.shape.count() == 0) return y;
  Shape starts = y.type.shape;
  starts[dim] = 1;
  const Index strides = stridesOf(y.type.shape);
  const int64_t step = op.getReverse() ? -strides[dim] : strides[dim];
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    forEachIndex(starts.sizes(), [&](ArrayRef<int64_t> i) {
      T *x = elements<T>(y) + offsetOf(i, strides) + (op.getReverse() ? (length - 1) * strides[dim] : 0);
      Wide<T> sum = widen(*x);
      for (int64_t k = 1; k < length; ++k) {
        x += step;
        sum = combine(op.getKind(), sum, widen(*x));
        *x = narrow<T>(sum);
      }
    });
  });
  return y;
}

}  // namespace

void addReduce(Handlers &h) {
  h.addOne<ir::ReduceOp>(reduce);
  h.addOne<ir::ArgReduceOp>(argReduce);
  h.addOne<ir::CumulativeOp>(cumulative);
}

}  // namespace fluxion::codegen::reference

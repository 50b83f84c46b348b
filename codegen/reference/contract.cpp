// Sums of products.
#include "ir/ops/contract.h"

#include "codegen/reference/converted.h"
#include "codegen/reference/handlers.h"
#include "codegen/reference/scalar.h"

namespace fluxion::codegen::reference {
namespace {

using llvm::ArrayRef;

// Where the elements of an operand with the given dimensions are, in row-major order of these.
std::vector<int64_t> offsetsAlong(const Shape &shape, ArrayRef<int64_t> dims) {
  Index sizes, strides, all = stridesOf(shape);
  for (int64_t d : dims) {
    sizes.push_back(shape[d]);
    strides.push_back(all[d]);
  }
  std::vector<int64_t> offsets;
  forEachIndex(sizes, [&](ArrayRef<int64_t> i) { offsets.push_back(offsetOf(i, strides)); });
  return offsets;
}

Index freeDims(const Shape &shape, ArrayRef<int64_t> batching, ArrayRef<int64_t> contracting) {
  Index dims;
  for (int64_t d = 0; d < shape.ndim(); ++d)
    if (!llvm::is_contained(batching, d) && !llvm::is_contained(contracting, d)) dims.push_back(d);
  return dims;
}

HostArray dotGeneral(ir::DotGeneralOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  const Shape &a = in[0]->type.shape, &b = in[1]->type.shape;
  const auto aBatch = offsetsAlong(a, op.getLhsBatching()), bBatch = offsetsAlong(b, op.getRhsBatching());
  const auto aSum = offsetsAlong(a, op.getLhsContracting()), bSum = offsetsAlong(b, op.getRhsContracting());
  const auto aFree = offsetsAlong(a, freeDims(a, op.getLhsBatching(), op.getLhsContracting()));
  const auto bFree = offsetsAlong(b, freeDims(b, op.getRhsBatching(), op.getRhsContracting()));
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    using W = Wide<T>;
    const auto left = converted<T>(*in[0]), right = converted<T>(*in[1]);
    T *out = elements<T>(y);
    for (size_t batch = 0; batch < aBatch.size(); ++batch)
      for (int64_t i : aFree)
        for (int64_t j : bFree) {
          W sum(0);
          const auto *l = left.data() + aBatch[batch] + i;
          const auto *r = right.data() + bBatch[batch] + j;
          for (size_t k = 0; k < aSum.size(); ++k)
            sum = add<W>(sum, multiply<W>(static_cast<W>(l[aSum[k]]), static_cast<W>(r[bSum[k]])));
          *out++ = narrow<T>(sum);
        }
  });
  return y;
}

}  // namespace

void addContract(Handlers &h) { h.addOne<ir::DotGeneralOp>(dotGeneral); }

}  // namespace fluxion::codegen::reference

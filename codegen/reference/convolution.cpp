// Convolutions: for each element of the result, the sum over features and window, as written in the op's description.
#include "ir/ops/convolution.h"

#include "codegen/reference/converted.h"
#include "codegen/reference/handlers.h"
#include "codegen/reference/scalar.h"

namespace fluxion::codegen::reference {
namespace {

using llvm::ArrayRef;

Index pick(ArrayRef<int64_t> values, ArrayRef<int64_t> dims) {
  return Index(llvm::map_range(dims, [&](int64_t d) { return values[d]; }));
}

// Which element of lhs, along spatial dimension d, element `at` of the result multiplies by element `k` of the window;
// -1: none.
int64_t source(ir::ConvolutionOp op, size_t d, int64_t at, int64_t k, int64_t size) {
  const int64_t i = at * op.getStrides()[d] + k * op.getRhsDilation()[d] - op.getLow()[d];
  const int64_t dilation = op.getLhsDilation()[d];
  return i >= 0 && i % dilation == 0 && i / dilation < size ? i / dilation : -1;
}

HostArray convolution(ir::ConvolutionOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  // Sizes and strides by role: batch (of rhs: output feature), feature, spatial dimensions.
  const Index ls = pick(in[0]->type.shape.sizes(), op.getLhsDims()),
              rs = pick(in[1]->type.shape.sizes(), op.getRhsDims()), ys = pick(y.type.shape.sizes(), op.getOutDims());
  const Index lt = pick(stridesOf(in[0]->type.shape), op.getLhsDims()),
              rt = pick(stridesOf(in[1]->type.shape), op.getRhsDims()),
              yt = pick(stridesOf(y.type.shape), op.getOutDims());
  const int64_t featureGroup = ys[1] / static_cast<int64_t>(op.getFeatureGroups()),
                batchGroup = ys[1] / static_cast<int64_t>(op.getBatchGroups());
  const Index window(ArrayRef<int64_t>(rs).drop_front(2));
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    using W = Wide<T>;
    const auto left = converted<T>(*in[0]), right = converted<T>(*in[1]);
    forEachIndex(ys, [&](ArrayRef<int64_t> at) {
      W sum(0);
      const int64_t batch = at[0] + (at[1] / batchGroup) * ys[0], feature = at[1] / featureGroup * rs[1];
      forEachIndex(window, [&](ArrayRef<int64_t> k) {
        int64_t l = batch * lt[0] + feature * lt[1], r = at[1] * rt[0];
        for (size_t d = 0; d < k.size(); ++d) {
          const int64_t i = source(op, d, at[d + 2], k[d], ls[d + 2]);
          if (i < 0) return;
          l += i * lt[d + 2];
          r += (op.getReversal()[d] ? window[d] - 1 - k[d] : k[d]) * rt[d + 2];
        }
        for (int64_t f = 0; f < rs[1]; ++f)
          sum = add<W>(sum, multiply<W>(static_cast<W>(left[l + f * lt[1]]), static_cast<W>(right[r + f * rt[1]])));
      });
      elements<T>(y)[offsetOf(at, yt)] = narrow<T>(sum);
    });
  });
  return y;
}

}  // namespace

void addConvolution(Handlers &h) { h.addOne<ir::ConvolutionOp>(convolution); }

}  // namespace fluxion::codegen::reference

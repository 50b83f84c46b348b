// Types of convolutions.
#include "ir/ops/convolution.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/convolution.cpp.inc"

namespace fluxion::ir {

using llvm::ArrayRef;
using mlir::emitOptionalError;
using mlir::failed;
using mlir::LogicalResult;

namespace {

constexpr int64_t kMaxStep = int64_t(1) << 31;   // strides and dilations, so that products fit 64 bits
constexpr int64_t kMaxShift = int64_t(1) << 60;  // padding

LogicalResult checkLayout(Loc loc, const char *which, ArrayRef<int64_t> dims, int64_t rank) {  // C2
  if (static_cast<int64_t>(dims.size()) != rank)
    return emitOptionalError(loc, "convolution: ", which, " names ", dims.size(), " dimensions, not ", rank);
  return checkDimensions(loc, "convolution", dims, rank);
}

LogicalResult checkLists(Loc loc, ConvolutionOp::Adaptor a, size_t n) {
  for (ArrayRef<int64_t> list :
       {a.getStrides(), a.getLow(), a.getHigh(), a.getLhsDilation(), a.getRhsDilation(), a.getReversal()})
    if (list.size() != n)  // C3
      return emitOptionalError(loc, "convolution: a list has ", list.size(), " entries for ", n, " spatial dimensions");
  for (ArrayRef<int64_t> list : {a.getStrides(), a.getLhsDilation(), a.getRhsDilation()})
    for (int64_t k : list)  // C4
      if (k < 1 || k > kMaxStep)
        return emitOptionalError(loc, "convolution: a stride or dilation is not positive or too large: ", k);
  for (int64_t flag : a.getReversal())  // C4
    if (flag != 0 && flag != 1)
      return emitOptionalError(loc, "convolution: a window is reversed or not, 1 or 0: ", flag);
  for (ArrayRef<int64_t> list : {a.getLow(), a.getHigh()})
    for (int64_t k : list)
      if (k < -kMaxShift || k > kMaxShift) return emitOptionalError(loc, "convolution: no array is padded by ", k);
  return mlir::success();
}

LogicalResult checkGroups(Loc loc, ConvolutionOp::Adaptor a, Tensor lhs, Tensor rhs) {
  const auto byFeature = static_cast<int64_t>(a.getFeatureGroups()), byBatch = static_cast<int64_t>(a.getBatchGroups());
  if (byFeature < 1 || byBatch < 1 || (byFeature > 1 && byBatch > 1))  // C4
    return emitOptionalError(loc, "convolution: ", byFeature, " feature groups and ", byBatch, " batch groups");
  const int64_t batch = lhs.getDimSize(a.getLhsDims()[0]), features = lhs.getDimSize(a.getLhsDims()[1]);
  const int64_t out = rhs.getDimSize(a.getRhsDims()[0]), in = rhs.getDimSize(a.getRhsDims()[1]);
  int64_t taken;
  if (__builtin_mul_overflow(in, byFeature, &taken) || taken != features)  // C5
    return emitOptionalError(loc, "convolution: the input features differ: ", str(lhs), " has ", features, ", ",
                             str(rhs), " takes ", in,
                             byFeature > 1 ? " for each of " + std::to_string(byFeature) + " groups" : std::string());
  if (out % byFeature != 0 || out % byBatch != 0)  // C6
    return emitOptionalError(loc, "convolution: ", out, " output features do not come in ",
                             std::max(byFeature, byBatch), " groups");
  if (batch % byBatch != 0)
    return emitOptionalError(loc, "convolution: a batch of ", batch, " does not come in ", byBatch, " groups");
  return mlir::success();
}

int64_t dilated(int64_t size, int64_t dilation) { return size == 0 ? 0 : (size - 1) * dilation + 1; }

}  // namespace

LogicalResult ConvolutionOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto lhs = tensorOf(a.getLhs().getType()), rhs = tensorOf(a.getRhs().getType());
  const int64_t rank = lhs.getRank();
  if (rank < 2 || rhs.getRank() != rank)  // C1
    return emitOptionalError(
        loc, "convolution: the operands need the same number of dimensions, at least 2: ", str(lhs), " and ", str(rhs));
  if (failed(checkLayout(loc, "lhs_dims", a.getLhsDims(), rank)) ||
      failed(checkLayout(loc, "rhs_dims", a.getRhsDims(), rank)) ||
      failed(checkLayout(loc, "out_dims", a.getOutDims(), rank)) ||
      failed(checkLists(loc, a, static_cast<size_t>(rank - 2))) || failed(checkGroups(loc, a, lhs, rhs)))
    return mlir::failure();
  Sizes shape(static_cast<size_t>(rank));
  shape[a.getOutDims()[0]] = lhs.getDimSize(a.getLhsDims()[0]) / static_cast<int64_t>(a.getBatchGroups());
  shape[a.getOutDims()[1]] = rhs.getDimSize(a.getRhsDims()[0]);
  for (int64_t d = 0; d < rank - 2; ++d) {
    const int64_t size = lhs.getDimSize(a.getLhsDims()[d + 2]), window = rhs.getDimSize(a.getRhsDims()[d + 2]);
    if (size > kMaxStep || window > kMaxStep)
      return emitOptionalError(loc, "convolution: a spatial dimension is too large: ", str(lhs), " and ", str(rhs));
    const int64_t padded = a.getLow()[d] + dilated(size, a.getLhsDilation()[d]) + a.getHigh()[d];
    const int64_t reach = dilated(window, a.getRhsDilation()[d]);
    shape[a.getOutDims()[d + 2]] = padded <= 0 || padded < reach ? 0 : (padded - reach) / a.getStrides()[d] + 1;
  }
  if (failed(checkShape(loc, "convolution", shape))) return mlir::failure();
  types.push_back(Tensor::get(shape, a.getElement()));
  return mlir::success();
}

}  // namespace fluxion::ir

// Ops that move elements: for each result index, where its element comes from.
#include "ir/ops/shape.h"

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "ir/literal.h"
#include "ir/ops/sharding.h"

namespace fluxion::codegen::reference {
namespace {

using llvm::ArrayRef;

HostArray constant(ir::ConstantOp op, Inputs) {
  return {ir::shapeDtypeOf(op.getY().getType()), ir::bytesOf(op.getValue())};
}

HostArray iota(ir::IotaOp op, Inputs) {
  HostArray y = zerosFor(op.getY());
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    T *out = elements<T>(y);
    forEachIndex(y.type.shape.sizes(), [&](ArrayRef<int64_t> i) {
      const int64_t n = i[op.getDimension()];
      if constexpr (std::is_integral_v<T>)
        *out++ = static_cast<T>(n);
      else
        *out++ = T(static_cast<float>(n));
    });
  });
  return y;
}

HostArray broadcast(ir::BroadcastInDimOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  Index strides = stridesOf(in[0]->type.shape);
  copyElements(y, *in[0], [&](ArrayRef<int64_t> i) {
    int64_t offset = 0;
    for (auto [k, d] : llvm::enumerate(op.getDimensions()))
      if (in[0]->type.shape[static_cast<int64_t>(k)] != 1) offset += i[d] * strides[k];
    return offset;
  });
  return y;
}

HostArray reshape(ir::ReshapeOp op, Inputs in) { return {ir::shapeDtypeOf(op.getY().getType()), in[0]->bytes}; }

HostArray transpose(ir::TransposeOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  Index strides = stridesOf(in[0]->type.shape);
  copyElements(y, *in[0], [&](ArrayRef<int64_t> i) {
    int64_t offset = 0;
    for (auto [k, d] : llvm::enumerate(op.getPermutation())) offset += i[k] * strides[d];
    return offset;
  });
  return y;
}

HostArray slice(ir::SliceOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  Index strides = stridesOf(in[0]->type.shape);
  copyElements(y, *in[0], [&](ArrayRef<int64_t> i) {
    int64_t offset = 0;
    for (size_t d = 0; d < i.size(); ++d) offset += (op.getStarts()[d] + i[d] * op.getStrides()[d]) * strides[d];
    return offset;
  });
  return y;
}

HostArray pad(ir::PadOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  copyElements(y, *in[1], [](ArrayRef<int64_t>) { return 0; });
  const Shape &shape = in[0]->type.shape;
  Index strides = stridesOf(shape);
  copyElements(y, *in[0], [&](ArrayRef<int64_t> i) -> int64_t {
    int64_t offset = 0;
    for (size_t d = 0; d < i.size(); ++d) {
      const int64_t step = op.getInterior()[d] + 1, at = i[d] - op.getLow()[d];
      if (at < 0 || at % step != 0 || at / step >= shape[static_cast<int64_t>(d)]) return -1;
      offset += at / step * strides[d];
    }
    return offset;
  });
  return y;
}

HostArray concatenate(ir::ConcatenateOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  const int64_t dim = static_cast<int64_t>(op.getDimension());
  int64_t start = 0;
  for (const Array &x : in) {
    Index strides = stridesOf(x->type.shape);
    const int64_t size = x->type.shape[dim];
    copyElements(y, *x, [&](ArrayRef<int64_t> i) -> int64_t {
      if (i[dim] < start || i[dim] >= start + size) return -1;
      return offsetOf(i, strides) - start * strides[dim];
    });
    start += size;
  }
  return y;
}

HostArray reverse(ir::ReverseOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  const Shape &shape = in[0]->type.shape;
  Index strides = stridesOf(shape);
  copyElements(y, *in[0], [&](ArrayRef<int64_t> i) {
    int64_t offset = offsetOf(i, strides);
    for (int64_t d : op.getDimensions()) offset += (shape[d] - 1 - 2 * i[d]) * strides[d];
    return offset;
  });
  return y;
}

}  // namespace

void addShape(Handlers &handlers) {
  handlers.addOne<ir::ConstantOp>(constant);
  handlers.addOne<ir::IotaOp>(iota);
  handlers.addOne<ir::BroadcastInDimOp>(broadcast);
  handlers.addOne<ir::ReshapeOp>(reshape);
  handlers.addOne<ir::TransposeOp>(transpose);
  handlers.addOne<ir::SliceOp>(slice);
  handlers.addOne<ir::PadOp>(pad);
  handlers.addOne<ir::ConcatenateOp>(concatenate);
  handlers.addOne<ir::ReverseOp>(reverse);
  handlers.addOne<ir::ShardingConstraintOp>([](ir::ShardingConstraintOp, Inputs in) { return *in[0]; });
  handlers.add<ir::OptimizationBarrierOp>([](mlir::Operation *, Inputs in, const Evaluator &) { return Arrays(in); });
}

}  // namespace fluxion::codegen::reference

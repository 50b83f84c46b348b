// Indexing with positions known only at run time.
#include "ir/ops/index.h"

#include "codegen/reference/handlers.h"
#include "codegen/reference/scalar.h"

namespace fluxion::codegen::reference {
namespace {

using llvm::ArrayRef;

int64_t clampStart(int64_t start, int64_t size, int64_t window) { return std::clamp<int64_t>(start, 0, size - window); }

// Scalar starts, clamped so that the window lies inside the shape.
Index clampedStarts(Inputs starts, const Shape &shape, ArrayRef<int64_t> window) {
  Index clamped;
  for (size_t d = 0; d < window.size(); ++d)
    clamped.push_back(clampStart(integerAt(*starts[d], 0), shape[static_cast<int64_t>(d)], window[d]));
  return clamped;
}

HostArray dynamicSlice(ir::DynamicSliceOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  const Index strides = stridesOf(in[0]->type.shape);
  const int64_t start = offsetOf(clampedStarts(in.drop_front(), in[0]->type.shape, op.getSizes()), strides);
  copyElements(y, *in[0], [&](ArrayRef<int64_t> i) { return start + offsetOf(i, strides); });
  return y;
}

HostArray dynamicUpdateSlice(ir::DynamicUpdateSliceOp op, Inputs in) {
  HostArray y = *in[0];
  const HostArray &update = *in[1];
  const Index strides = stridesOf(update.type.shape);
  const Index starts = clampedStarts(in.drop_front(2), y.type.shape, update.type.shape.sizes());
  copyElements(y, update, [&](ArrayRef<int64_t> i) -> int64_t {
    int64_t offset = 0;
    for (size_t d = 0; d < i.size(); ++d) {
      const int64_t at = i[d] - starts[d];
      if (at < 0 || at >= update.type.shape[static_cast<int64_t>(d)]) return -1;
      offset += at * strides[d];
    }
    return offset;
  });
  return y;
}

/// What gathers and scatters share: a result (or update) index has window coordinates, at `windowDims`, and position
/// coordinates, the rest; the position coordinates find an index vector, which finds the start of a window in the
/// operand.
struct Addressing {
  const HostArray &indices;
  ArrayRef<int64_t> windowDims, indexMap, operandBatching, indicesBatching;
  int64_t vectorDim;

  Index positionOf(ArrayRef<int64_t> i) const {
    Index position;
    for (size_t d = 0; d < i.size(); ++d)
      if (!llvm::is_contained(windowDims, static_cast<int64_t>(d))) position.push_back(i[d]);
    return position;
  }

  // The start of the window in the operand, not clamped.
  Index startOf(ArrayRef<int64_t> position, size_t rank) const {
    const Index strides = stridesOf(indices.type.shape);
    const bool hasVector = vectorDim < indices.type.shape.ndim();
    Index at(position), start(rank, 0);
    if (hasVector) at.insert(at.begin() + vectorDim, 0);
    for (auto [k, d] : llvm::enumerate(indexMap)) {
      if (hasVector) at[vectorDim] = static_cast<int64_t>(k);
      start[d] = integerAt(indices, offsetOf(at, strides));
    }
    for (auto [d, from] : llvm::zip_equal(operandBatching, indicesBatching)) start[d] = at[from];
    return start;
  }

  // The window coordinates, spread over the operand's dimensions that are in the window.
  Index windowOf(ArrayRef<int64_t> i, size_t rank, ArrayRef<int64_t> dropped) const {
    Index window(rank, 0);
    size_t k = 0;
    for (size_t d = 0; d < rank; ++d)
      if (!llvm::is_contained(dropped, static_cast<int64_t>(d)) &&
          !llvm::is_contained(operandBatching, static_cast<int64_t>(d)))
        window[d] = i[windowDims[k++]];
    return window;
  }
};

HostArray gather(ir::GatherOp op, Inputs in) {
  HostArray y = zerosFor(op.getY());
  const HostArray &operand = *in[0];
  const Index strides = stridesOf(operand.type.shape);
  const Addressing addressing{*in[1],
                              op.getOffsetDims(),
                              op.getStartIndexMap(),
                              op.getOperandBatchingDims(),
                              op.getStartIndicesBatchingDims(),
                              static_cast<int64_t>(op.getIndexVectorDim())};
  copyElements(y, operand, [&](ArrayRef<int64_t> i) {
    Index start = addressing.startOf(addressing.positionOf(i), strides.size());
    const Index window = addressing.windowOf(i, strides.size(), op.getCollapsedSliceDims());
    for (size_t d = 0; d < start.size(); ++d)
      start[d] = clampStart(start[d], operand.type.shape[static_cast<int64_t>(d)], op.getSliceSizes()[d]);
    return offsetOf(start, strides) + offsetOf(window, strides);
  });
  return y;
}

// The sizes of an update's window in each of the operand's dimensions.
Index windowSizes(const Addressing &addressing, const Shape &updates, size_t rank, ArrayRef<int64_t> inserted) {
  Index last;
  for (int64_t n : updates) last.push_back(n - 1);
  Index sizes = addressing.windowOf(last, rank, inserted);
  for (int64_t &n : sizes) ++n;
  return sizes;
}

bool liesInside(ArrayRef<int64_t> start, ArrayRef<int64_t> window, const Shape &shape) {
  for (size_t d = 0; d < start.size(); ++d)
    if (start[d] < 0 || start[d] > shape[static_cast<int64_t>(d)] - window[d]) return false;
  return true;
}

// Calls `visit` for each element of the updates: window by window, as XLA applies them.
template <class Visit>
void inOrder(const Shape &updates, ArrayRef<int64_t> windowDims, Visit visit) {
  Index order, sizes;
  for (int64_t d = 0; d < updates.ndim(); ++d)
    if (!llvm::is_contained(windowDims, d)) order.push_back(d);
  llvm::append_range(order, windowDims);
  for (int64_t d : order) sizes.push_back(updates[d]);
  forEachIndex(sizes, [&](ArrayRef<int64_t> i) {
    Index at(order.size());
    for (auto [k, d] : llvm::enumerate(order)) at[static_cast<size_t>(d)] = i[k];
    visit(ArrayRef<int64_t>(at));
  });
}

HostArray scatter(ir::ScatterOp op, Inputs in) {
  HostArray y = *in[0];
  const HostArray &updates = *in[2];
  const Index strides = stridesOf(y.type.shape), updateStrides = stridesOf(updates.type.shape);
  const Addressing addressing{*in[1],
                              op.getUpdateWindowDims(),
                              op.getScatterDimsToOperandDims(),
                              op.getInputBatchingDims(),
                              op.getScatterIndicesBatchingDims(),
                              static_cast<int64_t>(op.getIndexVectorDim())};
  const Index sizes = windowSizes(addressing, updates.type.shape, strides.size(), op.getInsertedWindowDims());
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    const T *update = elements<T>(updates);
    inOrder(updates.type.shape, op.getUpdateWindowDims(), [&](ArrayRef<int64_t> i) {
      const Index start = addressing.startOf(addressing.positionOf(i), strides.size());
      if (!liesInside(start, sizes, y.type.shape)) return;
      const T value = update[offsetOf(i, updateStrides)];
      const Index window = addressing.windowOf(i, strides.size(), op.getInsertedWindowDims());
      T &target = elements<T>(y)[offsetOf(start, strides) + offsetOf(window, strides)];
      target = op.getKind() == ir::Combine::set ? value : narrow<T>(combine(op.getKind(), widen(target), widen(value)));
    });
  });
  return y;
}

}  // namespace

void addIndex(Handlers &h) {
  h.addOne<ir::DynamicSliceOp>(dynamicSlice);
  h.addOne<ir::DynamicUpdateSliceOp>(dynamicUpdateSlice);
  h.addOne<ir::GatherOp>(gather);
  h.addOne<ir::ScatterOp>(scatter);
}

}  // namespace fluxion::codegen::reference

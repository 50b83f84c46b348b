#include "ir/element_map.h"

#include "ir/ops.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"

namespace fluxion::ir {

namespace {

using At = llvm::ArrayRef<IndexExpr>;
using Sources = llvm::SmallVectorImpl<ElementSource>;

// A reduction over dimensions of size 1 combines nothing: it is a reshape.
bool isTrivialReduce(mlir::Operation *op) {
  if (!mlir::isa<ReduceOp, ArgReduceOp>(op)) return false;
  return llvm::all_of(reducedDimensions(op), [&](int64_t d) { return shapeOf(op->getOperand(0))[d] == 1; });
}

void broadcast(BroadcastInDimOp op, At at, Sources &out) {
  ElementSource s{0, {}};
  for (auto [i, d] : llvm::enumerate(op.getDimensions()))
    s.at.push_back(shapeOf(op.getX())[i] == 1 ? IndexExpr{} : at[d]);
  out.push_back(std::move(s));
}

void transpose(TransposeOp op, At at, Sources &out) {
  ElementSource s{0, IndexVector(at.size())};
  for (auto [i, d] : llvm::enumerate(op.getPermutation())) s.at[d] = at[i];
  out.push_back(std::move(s));
}

void slice(SliceOp op, IndexSpace &space, At at, Sources &out) {
  ElementSource s{0, {}};
  for (auto [i, e] : llvm::enumerate(at))
    s.at.push_back(IndexSpace::plus(space.scale(e, op.getStrides()[i]), op.getStarts()[i]));
  out.push_back(std::move(s));
}

void reverse(ReverseOp op, IndexSpace &space, At at, Sources &out) {
  ElementSource s{0, IndexVector(at)};
  for (int64_t d : op.getDimensions()) s.at[d] = IndexSpace::plus(space.scale(at[d], -1), shapeOf(op.getX())[d] - 1);
  out.push_back(std::move(s));
}

void addGuard(IndexSpace &space, ElementSource &s, const IndexExpr &e, int64_t size) {
  if (!space.range(e).within(size)) s.guards.push_back({e, size});
}

void pad(PadOp op, IndexSpace &space, At at, Sources &out) {
  ElementSource s{0, {}};
  for (auto [i, e] : llvm::enumerate(at)) {
    IndexExpr shifted = IndexSpace::plus(e, -op.getLow()[i]);
    int64_t step = op.getInterior()[i] + 1, size = shapeOf(op.getX())[i];
    IndexExpr inner = space.quotient(shifted, step);
    addGuard(space, s, inner, size);
    if (step > 1) addGuard(space, s, space.remainder(shifted, step), 1);
    s.at.push_back(inner);
  }
  out.push_back(std::move(s));
  out.push_back({1, {}});
}

void concatenate(ConcatenateOp op, IndexSpace &space, At at, Sources &out) {
  int64_t d = op.getDimension(), begin = 0;
  for (auto [i, x] : llvm::enumerate(op.getInputs())) {
    if (shapeOf(x)[d] == 0) continue;
    ElementSource s{static_cast<unsigned>(i), IndexVector(at)};
    s.at[d] = IndexSpace::plus(at[d], -begin);
    addGuard(space, s, s.at[d], shapeOf(x)[d]);
    begin += shapeOf(x)[d];
    out.push_back(std::move(s));
  }
}

void dynamicSlice(DynamicSliceOp op, IndexSpace &space, At at, Sources &out) {
  ElementSource s{0, {}};
  for (auto [i, e] : llvm::enumerate(at)) {
    int64_t count = shapeOf(op.getX())[i] - op.getSizes()[i] + 1;
    s.at.push_back(space.add(e, space.loaded(op.getStarts()[i], {}, count)));
    if (count > 1) out.push_back({static_cast<unsigned>(i + 1), {}, {}, true});
  }
  out.push_back(std::move(s));
}

void gather(GatherOp op, IndexSpace &space, At at, Sources &out) {
  auto shape = shapeOf(op.getOperand()), indexShape = shapeOf(op.getIndices());
  IndexVector window, batch;
  for (auto [i, e] : llvm::enumerate(at)) (llvm::is_contained(op.getOffsetDims(), i) ? window : batch).push_back(e);
  ElementSource s{0, IndexVector(shape.size())};
  size_t next = 0;
  for (size_t d = 0; d < shape.size(); ++d)
    if (!llvm::is_contained(op.getCollapsedSliceDims(), d) && !llvm::is_contained(op.getOperandBatchingDims(), d))
      s.at[d] = window[next++];
  auto vectorDim = static_cast<size_t>(op.getIndexVectorDim());
  for (auto [k, d] : llvm::enumerate(op.getStartIndexMap())) {
    IndexVector where = batch;
    if (vectorDim < indexShape.size()) where.insert(where.begin() + vectorDim, IndexSpace::constant(k));
    int64_t count = shape[d] - op.getSliceSizes()[d] + 1;
    s.at[d] = space.add(s.at[d], space.loaded(op.getIndices(), where, count));
    if (count > 1) out.push_back({1, where, {}, true});
  }
  for (auto [d, i] : llvm::zip(op.getOperandBatchingDims(), op.getStartIndicesBatchingDims()))
    s.at[d] = batch[static_cast<size_t>(i) > vectorDim ? i - 1 : i];
  out.push_back(std::move(s));
}

}  // namespace

bool isMovement(mlir::Operation *op) {
  return mlir::isa<ConstantOp, IotaOp, BroadcastInDimOp, ReshapeOp, TransposeOp, SliceOp, PadOp, ConcatenateOp,
                   ReverseOp, DynamicSliceOp, GatherOp>(op) ||
         (mlir::isa<ReduceOp>(op) && isTrivialReduce(op));
}

bool isElementMap(mlir::Operation *op) {
  return mlir::isa<ElementwiseInterface>(op) || isMovement(op) || isTrivialReduce(op);
}

void elementSources(mlir::Operation *op, IndexSpace &space, At at, Sources &out) {
  llvm::TypeSwitch<mlir::Operation *>(op)
      .Case([&](ConstantOp) {})
      .Case([&](IotaOp) {})
      .Case([&](BroadcastInDimOp o) { broadcast(o, at, out); })
      .Case([&](TransposeOp o) { transpose(o, at, out); })
      .Case([&](ReshapeOp o) {
        out.push_back({0, space.delinear(space.linear(at, shapeOf(o.getY())), shapeOf(o.getX()))});
      })
      .Case([&](SliceOp o) { slice(o, space, at, out); })
      .Case([&](ReverseOp o) { reverse(o, space, at, out); })
      .Case([&](PadOp o) { pad(o, space, at, out); })
      .Case([&](ConcatenateOp o) { concatenate(o, space, at, out); })
      .Case([&](DynamicSliceOp o) { dynamicSlice(o, space, at, out); })
      .Case([&](GatherOp o) { gather(o, space, at, out); })
      .Case<ReduceOp, ArgReduceOp>(
          [&](auto o) { out.push_back({0, reduceSource(o, at, IndexVector(reducedDimensions(o).size()))}); })
      .Default([&](mlir::Operation *o) {
        for (auto [i, x] : llvm::enumerate(o->getOperands()))
          out.push_back({static_cast<unsigned>(i), shapeOf(x).empty() ? IndexVector() : IndexVector(at)});
      });
}

IndexVector reduceSource(mlir::Operation *op, At at, At inner) {
  Sizes dims = reducedDimensions(op);
  IndexVector source;
  size_t kept = 0, removed = 0;
  for (size_t d = 0; d < shapeOf(op->getOperand(0)).size(); ++d)
    source.push_back(llvm::is_contained(dims, d) ? inner[removed++] : at[kept++]);
  return source;
}

Sizes reducedDimensions(mlir::Operation *op) {
  Sizes dims;
  if (auto reduce = mlir::dyn_cast<ReduceOp>(op))
    dims.assign(reduce.getDimensions().begin(), reduce.getDimensions().end());
  if (auto reduce = mlir::dyn_cast<ArgReduceOp>(op)) dims.push_back(reduce.getDimension());
  llvm::sort(dims);
  return dims;
}

Sizes overlappingWindowDims(ScatterOp op) {
  Sizes dims;
  if (op.getUniqueIndices()) return dims;
  size_t next = 0;
  for (int64_t d = 0; d < static_cast<int64_t>(shapeOf(op.getOperand()).size()); ++d) {
    if (llvm::is_contained(op.getInsertedWindowDims(), d) || llvm::is_contained(op.getInputBatchingDims(), d)) continue;
    const int64_t window = op.getUpdateWindowDims()[next++];
    if (shapeOf(op.getUpdates())[window] > 1 && llvm::is_contained(op.getScatterDimsToOperandDims(), d))
      dims.push_back(window);
  }
  return dims;
}

Sizes updateLoops(mlir::Operation *op) {
  Sizes dims;
  auto scatter = mlir::dyn_cast<ScatterOp>(op);
  if (!scatter) return dims;
  const Sizes overlapping = overlappingWindowDims(scatter);
  for (int64_t d = 0; d < static_cast<int64_t>(shapeOf(scatter.getUpdates()).size()); ++d)
    if (!llvm::is_contained(scatter.getUpdateWindowDims(), d) || llvm::is_contained(overlapping, d)) dims.push_back(d);
  return dims;
}

namespace {

IndexVector scatterPosition(ScatterOp op, IndexSpace &space, At at, Sources &sources, Sizes *limits) {
  auto shape = shapeOf(op.getOperand()), indexShape = shapeOf(op.getIndices());
  IndexVector window, batch, position(shape.size());
  Sizes windowSizes(shape.size(), 1);
  for (auto [i, e] : llvm::enumerate(at))
    (llvm::is_contained(op.getUpdateWindowDims(), i) ? window : batch).push_back(e);
  size_t next = 0;
  for (size_t d = 0; d < shape.size(); ++d) {
    if (llvm::is_contained(op.getInsertedWindowDims(), d) || llvm::is_contained(op.getInputBatchingDims(), d)) continue;
    windowSizes[d] = shapeOf(op.getUpdates())[op.getUpdateWindowDims()[next]];
    position[d] = window[next++];
  }
  auto vectorDim = static_cast<size_t>(op.getIndexVectorDim());
  for (auto [k, d] : llvm::enumerate(op.getScatterDimsToOperandDims())) {
    IndexVector where = batch;
    if (vectorDim < indexShape.size()) where.insert(where.begin() + vectorDim, IndexSpace::constant(k));
    int64_t count = shape[d] - windowSizes[d] + 1;
    position[d] = space.add(position[d], space.loaded(op.getIndices(), where, count));
    sources.push_back({1, where, {}, true});
    if (limits) limits->push_back(count - 1);
  }
  for (auto [d, i] : llvm::zip(op.getInputBatchingDims(), op.getScatterIndicesBatchingDims()))
    position[d] = batch[static_cast<size_t>(i) > vectorDim ? i - 1 : i];
  return position;
}

}  // namespace

IndexVector updatePosition(mlir::Operation *op, IndexSpace &space, At at, Sources &sources, Sizes *limits) {
  if (auto scatter = mlir::dyn_cast<ScatterOp>(op)) return scatterPosition(scatter, space, at, sources, limits);
  auto update = mlir::cast<DynamicUpdateSliceOp>(op);
  IndexVector position;
  for (auto [i, e] : llvm::enumerate(at)) {
    int64_t count = shapeOf(update.getX())[i] - shapeOf(update.getUpdate())[i] + 1;
    position.push_back(space.add(e, space.loaded(update.getStarts()[i], {}, count)));
    if (count > 1) sources.push_back({static_cast<unsigned>(i + 2), {}, {}, true});
  }
  return position;
}

}  // namespace fluxion::ir

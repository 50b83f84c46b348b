// Sharding of what reads and writes at positions known at run time, and of sorts.
#include "ir/ops/index.h"

#include "ir/element_map.h"
#include "passes/sharding/rules.h"

namespace fluxion::passes {

using namespace ir;  // NOLINT: element maps are of ir

namespace {

// For each dimension of the updates, where its elements go.
struct Written {
  IndexSpace space;
  IndexVector at, position;
  llvm::SmallVector<ElementSource, 4> sources;

  explicit Written(mlir::Operation *op, mlir::Value update) {
    for (int64_t size : shapeOf(update)) at.push_back(space.loop(size));
    position = updatePosition(op, space, at, sources);
  }
  /// The dimension of the array that is written along dimension u of the updates, all of it; −1 if none is.
  int64_t target(int64_t u, llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> updates) const {
    if (at[u].isConstant()) return -1;
    for (auto [d, e] : llvm::enumerate(position))
      if (e == at[u] && shape[d] == updates[u]) return static_cast<int64_t>(d);
    return -1;
  }
  /// The dimension of the indices that are read along dimension u of the updates; −1 if none is.
  int64_t read(int64_t u) const {
    for (const ElementSource &s : sources)
      for (auto [d, e] : llvm::enumerate(s.at))
        if (!at[u].isConstant() && e == at[u]) return static_cast<int64_t>(d);
    return -1;
  }
};

// Dimensions into which nothing is written as a whole: the array's layout passes, but a device may get what another
// has to write.
void moveOthers(mlir::Operation *op, llvm::ArrayRef<bool> taken, ShardingRule &rule) {
  for (auto [d, isTaken] : llvm::enumerate(taken))
    if (!isTaken) rule.move({in(0, static_cast<int64_t>(d)), out(0, static_cast<int64_t>(d))});
}

// Each index has a window of its own. Windows are cut where they are all of the operand.
void gather(GatherOp op, ShardingRule &rule) {
  auto shape = shapeOf(op.getOperand());
  int64_t window = 0, batch = 0;
  for (int64_t d = 0; d < static_cast<int64_t>(shape.size()); ++d) {
    if (llvm::is_contained(op.getCollapsedSliceDims(), d) || llvm::is_contained(op.getOperandBatchingDims(), d))
      continue;
    const int64_t y = op.getOffsetDims()[window++];
    if (op.getSliceSizes()[d] == shape[d]) rule.share({in(0, d), out(0, y)});
  }
  for (int64_t y = 0; y < tensorType(op.getY()).getRank(); ++y) {
    if (llvm::is_contained(op.getOffsetDims(), y)) continue;
    const int64_t i = batch < static_cast<int64_t>(op.getIndexVectorDim()) ? batch : batch + 1;
    ++batch;
    llvm::SmallVector<DimOf> dims{in(1, i), out(0, y)};
    for (auto [d, own] : llvm::zip(op.getOperandBatchingDims(), op.getStartIndicesBatchingDims()))
      if (own == i) dims.push_back(in(0, d));
    rule.share(dims);
  }
}

void scatter(ScatterOp op, ShardingRule &rule) {
  const Written written(op, op.getUpdates());
  auto shape = shapeOf(op.getOperand()), updates = shapeOf(op.getUpdates());
  llvm::SmallVector<bool> taken(shape.size());
  bool combines = false;
  for (int64_t u = 0; u < static_cast<int64_t>(updates.size()); ++u) {
    const int64_t d = written.target(u, shape, updates), i = written.read(u);
    llvm::SmallVector<DimOf> dims{in(2, u)};
    if (i >= 0) dims.push_back(in(1, i));
    if (d >= 0) {
      taken[d] = true;
      dims.append({in(0, d), out(0, d)});
      rule.share(dims);
    } else if (i >= 0 && op.getKind() != Combine::set) {  // the order of updates does not matter
      combines = true;
      rule.reduce(dims, op.getKind());
    }
  }
  if (combines) rule.countOnce(0);
  moveOthers(op, taken, rule);
}

void dynamicUpdateSlice(DynamicUpdateSliceOp op, ShardingRule &rule) {
  auto shape = shapeOf(op.getX()), update = shapeOf(op.getUpdate());
  llvm::SmallVector<bool> taken(shape.size());
  for (int64_t d = 0; d < static_cast<int64_t>(shape.size()); ++d)
    if (shape[d] == update[d]) {
      taken[d] = true;
      rule.share({in(0, d), in(1, d), out(0, d)});
    }
  moveOthers(op, taken, rule);
}

}  // namespace

void addIndexRules(ShardingRules &rules) {
  rules.add<GatherOp>(gather);
  rules.add<ScatterOp>(scatter);
  rules.add<DynamicUpdateSliceOp>(dynamicUpdateSlice);
  rules.add<SortOp>([](SortOp op, ShardingRule &rule) {
    for (int64_t d = 0; d < tensorType(op->getOperand(0)).getRank(); ++d)
      if (d != static_cast<int64_t>(op.getDimension())) shareAll(op, d, rule);
  });
}

}  // namespace fluxion::passes

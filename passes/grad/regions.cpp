#include "passes/grad/regions.h"

#include "passes/grad/control.h"

namespace fluxion::passes {

void permuteArguments(mlir::Block &block, llvm::ArrayRef<size_t> order) {
  unsigned before = block.getNumArguments();
  for (size_t i : order) {
    mlir::BlockArgument old = block.getArgument(static_cast<unsigned>(i));
    old.replaceAllUsesWith(block.addArgument(old.getType(), old.getLoc()));
  }
  block.eraseArguments(0, before);
}

llvm::SmallVector<size_t> numbersOf(llvm::ArrayRef<bool> flags, size_t offset) {
  llvm::SmallVector<size_t> numbers;
  for (auto [i, flag] : llvm::enumerate(flags))
    if (flag) numbers.push_back(offset + i);
  return numbers;
}

llvm::SmallVector<Value> materialized(mlir::Block &block, llvm::ArrayRef<Value> values, mlir::TypeRange types) {
  mlir::OpBuilder builder = mlir::OpBuilder::atBlockTerminator(&block);
  Emit e(builder, block.getTerminator()->getLoc());
  llvm::SmallVector<Value> result;
  for (auto [v, type] : llvm::zip_equal(values, types)) result.push_back(e.orZeros(v, type));
  return result;
}

llvm::SmallVector<size_t> interleavedOrder(llvm::ArrayRef<bool> active, llvm::ArrayRef<size_t> groups) {
  llvm::SmallVector<size_t> order;
  size_t begin = 0, nextTangent = active.size();
  for (size_t size : groups) {
    for (size_t i = begin; i < begin + size; ++i) order.push_back(i);
    for (size_t i = begin; i < begin + size; ++i)
      if (active[i]) order.push_back(nextTangent++);
    begin += size;
  }
  return order;
}

Interleaved::Interleaved(mlir::ValueRange inputs, Tangents tangents, llvm::ArrayRef<bool> active,
                         llvm::ArrayRef<size_t> groups)
    : inputs_(inputs), tangents_(tangents), active_(active), order_(interleavedOrder(active, groups)) {
  for (size_t size : groups) {
    sizes_.push_back(size + llvm::count(active.take_front(size), true));
    active = active.drop_front(size);
  }
}

llvm::SmallVector<Value> Interleaved::values(Emit &e) const {
  llvm::SmallVector<Value> all = inputs_;
  for (auto [x, t, flag] : llvm::zip_equal(inputs_, tangents_, active_))
    if (flag) all.push_back(e.orZeros(t, x.getType()));
  return llvm::map_to_vector(order_, [&](size_t i) { return all[i]; });
}

}  // namespace fluxion::passes

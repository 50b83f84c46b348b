#include "passes/grad/backward.h"

#include "passes/grad/absorb.h"
#include "passes/grad/custom.h"
#include "passes/grad/forward.h"
#include "passes/rule_watch.h"

namespace fluxion::passes {

// Adding is ordered as the ops are, from the last to the first, so the result does not depend on anything else.
Value addInPlace(Value a, Value b, Emit &e) {
  bool onZeros = b.use_empty() && b.getDefiningOp() && b.getDefiningOp()->getNumOperands() > 0 &&
                 isZeroConstant(b.getDefiningOp()->getOperand(0));
  if (auto scatter = onZeros ? b.getDefiningOp<ir::ScatterOp>() : nullptr;
      scatter && scatter.getKind() == ir::Combine::add) {
    // The sum so far may have been made after b's place; b moves to where it ends.
    scatter->moveBefore(e.builder.getBlock(), e.builder.getInsertionPoint());
    scatter.getOperandMutable().assign(a);
    return b;
  }
  if (auto update = onZeros ? b.getDefiningOp<ir::DynamicUpdateSliceOp>() : nullptr) {
    update->moveBefore(e.builder.getBlock(), e.builder.getInsertionPoint());
    e.builder.setInsertionPoint(update);
    Value old = e.op<ir::DynamicSliceOp>(a, update.getStarts(), ir::shapeOf(update.getUpdate()));
    update.getUpdateMutable().assign(e.add(old, update.getUpdate()));
    update.getXMutable().assign(a);
    e.builder.setInsertionPointAfter(update);
    return b;
  }
  return e.add(a, b);
}

namespace {

// The only dimension along which all pieces are shorter than the whole, if they have no gaps inside.
std::optional<int64_t> cutDimension(mlir::ArrayRef<std::pair<ir::SliceOp, Value>> pieces,
                                    llvm::ArrayRef<int64_t> whole) {
  std::optional<int64_t> cut;
  for (auto [slice, ct] : pieces)
    for (auto [d, size] : llvm::enumerate(slice.getType().getShape())) {
      if (slice.getStrides()[d] != 1) return {};
      if (size == whole[d]) continue;
      if (cut && *cut != static_cast<int64_t>(d)) return {};
      cut = d;
    }
  return cut;
}

// The cotangent of an array from those of disjoint pieces, with zeros between them; null if they overlap.
Value join(llvm::SmallVector<std::pair<ir::SliceOp, Value>> pieces, ir::Tensor whole, int64_t d, Emit &e) {
  llvm::sort(pieces, [d](auto a, auto b) { return a.first.getStarts()[d] < b.first.getStarts()[d]; });
  for (size_t i = 1; i < pieces.size(); ++i)
    if (pieces[i].first.getStarts()[d] < pieces[i - 1].first.getLimits()[d]) return {};
  llvm::SmallVector<Value> parts;
  int64_t end = 0;
  auto fillUpTo = [&](int64_t start) {
    ir::Sizes shape(whole.getShape());
    shape[d] = start - end;
    if (start > end) parts.push_back(e.zeros(whole.clone(shape)));
  };
  for (auto [slice, ct] : pieces) {
    fillUpTo(slice.getStarts()[d]);
    parts.push_back(ct);
    end = slice.getLimits()[d];
  }
  fillUpTo(whole.getDimSize(d));
  return e.concatenate(parts, d);
}

}  // namespace

mlir::LogicalResult Backward::joinPieces(Value v, Emit &e) {
  auto it = pieces_.find(v);
  if (it == pieces_.end()) return mlir::success();
  llvm::SmallVector<Piece> pieces = std::exchange(it->second, {});
  auto d = pieces.size() > 1 ? cutDimension(pieces, ir::shapeOf(v)) : std::nullopt;
  Value joined = d ? join(pieces, ir::tensorType(v), *d, e) : Value();
  accumulate(v, joined, /*fresh=*/false, e);
  for (auto [slice, ct] : pieces) {
    if (!joined && failed(propagate(slice, {ct}, e))) return mlir::failure();
    slice.erase();
  }
  return mlir::success();
}

llvm::SmallVector<mlir::Operation *> Backward::markLinearOps(mlir::Block &block) {
  llvm::SmallVector<mlir::Operation *> ops;
  for (mlir::Operation &op : block.without_terminator()) {
    if (llvm::none_of(op.getOperands(), [&](Value v) { return linear_.contains(v); })) continue;
    linear_.insert(op.result_begin(), op.result_end());
    ops.push_back(&op);
  }
  return ops;
}

mlir::LogicalResult Backward::run(mlir::Block &block) {
  llvm::SmallVector<mlir::Operation *> ops = markLinearOps(block);
  block.getTerminator()->setOperands(mlir::ValueRange());
  mlir::OpBuilder builder(block.getTerminator());
  Emit atEnd(builder, block.getTerminator()->getLoc());
  for (auto [v, ct] : seeds_) accumulate(v, ct, /*fresh=*/false, atEnd);
  for (mlir::Operation *op : llvm::reverse(ops)) {
    builder.setInsertionPoint(block.getTerminator());
    Emit e(builder, derivedLoc("transpose", op->getLoc()));
    for (Value v : op->getResults())
      if (failed(joinPieces(v, e))) return mlir::failure();
    auto ct = llvm::map_to_vector<2>(op->getResults(), [&](Value v) { return cotangent(v); });
    for (Value v : op->getResults()) cotangents_.erase(v), linear_.erase(v);
    bool reached = llvm::any_of(ct, [](Value v) { return bool(v); });
    if (auto slice = llvm::dyn_cast<ir::SliceOp>(op); slice && reached) {
      pieces_[slice.getX()].emplace_back(slice, ct[0]);
      continue;
    }
    if (reached && failed(propagate(op, ct, e))) return mlir::failure();
    op->erase();
  }
  builder.setInsertionPoint(block.getTerminator());
  for (Value v : block.getArguments())
    if (failed(joinPieces(v, atEnd))) return mlir::failure();
  if (rules_.absorbsZeros) absorb(block);
  return mlir::success();
}

void Backward::absorb(mlir::Block &block) {
  auto linear = llvm::map_to_vector(seeds_, [](auto &seed) { return seed.second; });
  llvm::SmallVector<Value> found;
  for (Value v : block.getArguments()) found.push_back(cotangent(v));
  absorbZeros(block, linear, found);
  for (auto [v, ct] : llvm::zip_equal(block.getArguments(), found))
    if (ct) cotangents_[v] = ct;
}

mlir::LogicalResult Backward::propagate(mlir::Operation *op, llvm::ArrayRef<Value> ct, Emit &e) {
  auto in = llvm::map_to_vector<4>(op->getOperands(), [&](Value v) { return linear_.contains(v); });
  RuleWatch watch(e.builder);
  auto operands = transpose(op, ct, in, e);
  if (failed(operands)) return mlir::failure();
  llvm::SmallVector<Value *> places;
  for (auto [flag, c] : llvm::zip_equal(in, *operands))
    if (flag) places.push_back(&c);
  watch.finish("transpose", op, places);
  for (auto [x, flag, c] : llvm::zip_equal(op->getOperands(), in, *operands))
    if (flag) accumulate(x, c, !llvm::is_contained(ct, c) && llvm::count(*operands, c) == 1, e);
  return mlir::success();
}

mlir::FailureOr<Cotangents> Backward::transpose(mlir::Operation *op, llvm::ArrayRef<Value> ct, Linear in, Emit &e) {
  if (auto branches = llvm::dyn_cast<ir::CaseOp>(op)) return transposeCase(branches, ct, in, e);
  if (auto scan = llvm::dyn_cast<ir::ScanOp>(op)) return transposeScan(scan, ct, in, e);
  if (llvm::isa<ir::WhileOp>(op))
    return op->emitError(
        "grad: a while loop has no reverse derivative; give it a bound (max_steps), or use scan or fori_loop with a "
        "constant number of iterations");
  if (isCustom(op)) return transposeCustom(op, ct, in, rules_, e);
  const TransposeRules::Rule *rule = rules_.find(op);
  if (!rule) return op->emitError("grad: no transpose rule for '") << op->getName() << "'";
  return (*rule)(op, ct, in, e);
}

void Backward::accumulate(Value v, Value ct, bool fresh, Emit &e) {
  if (!ct) return;
  assert(ct.getType() == v.getType() && "a cotangent has the type of its value");
  Value &sum = cotangents_[v];
  sum = sum && fresh ? addInPlace(sum, ct, e) : e.add(sum, ct);
}

}  // namespace fluxion::passes

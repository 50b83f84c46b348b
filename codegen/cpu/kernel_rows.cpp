// Kernels over rows: pass after pass over one row, or the passes over as many rows in a pipeline.
#include "codegen/cpu/kernel_emitter.h"
#include "codegen/lower/types.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;

// A block of rows, each of which is added to what is summed up over the block.
void KernelEmitter::foldRows() {
  e_.frame([&] {
    sum(0, {}, [&](int64_t parts, mlir::ValueRange) {
      for (int64_t part = 0; part < parts; ++part) {
        e_.setPart(part);
        body_.beginFolds();
      }
      e_.setPart(0);
      return llvm::SmallVector<mlir::Value>();
    });
  });
  nestFolded(0);
}

void KernelEmitter::nestFolded(unsigned loop) {
  if (loop == folded_.size()) return rows();
  e_.loop(e_.constant(0), e_.constant(folded_[loop].size), 1, {}, [&](mlir::Value i, mlir::ValueRange) {
    e_.setIndex(folded_[loop].variable, i);
    nestFolded(loop + 1);
    return llvm::SmallVector<mlir::Value>();
  });
}

// One row: a pass over it for each stage, and then what is known of the row as a whole.
void KernelEmitter::rows() {
  e_.holdResults();
  int64_t offset = 0;
  for (auto [v, stage] : s_.rows) {
    rowPointers_[v] = e_.address(scratch_, e_.b.getI8Type(), e_.constant(offset));
    offset += scratchRowBytes(s_, v);
  }
  if (lane_) prefetchRow();
  const int64_t parts = s_.parts;
  body_.passes([&](Reductions &reductions, int stage) {
    s_.parts = partsOfPass(reductions, stage, parts);
    auto accumulators = sum(0, reductions.start(lane_ ? s_.parts : 1), [&](int64_t parts, mlir::ValueRange carried) {
      return step(reductions, stage, parts, carried);
    });
    reductions.finishRows(accumulators);
    for (auto [v, computed] : s_.rows)
      if (computed == stage) e_.stored[v] = {rowPointers_[v], s_.loops.summed, computeType(ir::elementType(v))};
  });
  s_.parts = parts;
  e_.setPrefetch(0, 0);
  body_.storeKept();
}

// More than the kernel's where the pass has less to do than others.
int64_t KernelEmitter::partsOfPass(const Reductions &reductions, int stage, int64_t parts) {
  if (parts > 1 || !lane_ || !folded_.empty() || reductions.empty() || body_.storesWhole(stage)) return parts;
  if (llvm::any_of(s_.rows, [&](const auto &row) { return row.second == stage; })) return parts;
  return codegen::partsOfPass(s_, reductions.ops());
}

void KernelEmitter::prefetchRow() {
  if (s_.passes > 1) return prefetchRows();
  if (!summed_.empty()) return prefetch(lane_->size);
  // One stream, which is as fast as its pages are foreseen; what the caches hold needs no help.
  constexpr int64_t kLeast = int64_t{1} << 19;  // elements
  int64_t all = 1;
  for (const Loop &loop : s_.loops.loops) all *= loop.size;
  if (all < kLeast) return;
  const Loop *outer = rowsLoop();
  e_.setPrefetchPages(outer ? std::optional(outer->variable) : std::nullopt, lane_->size);
}

// Of several passes over a row only the first reads memory, which has nothing to do during the others, unless they
// ask for the rows to come: some KB ahead. Short rows are several to a page, which the hardware follows.
void KernelEmitter::prefetchRows() {
  constexpr int64_t kAhead = 2048, kLeast = 256;  // elements
  const Loop *outer = rowsLoop();
  if (outer && s_.rowElements >= kLeast)
    e_.setPrefetchRows(outer->variable, (kAhead + s_.rowElements - 1) / s_.rowElements);
}

void KernelEmitter::storeRows(int stage) {
  for (auto [v, computed] : s_.rows) {
    if (computed != stage) continue;
    mlir::Value x = e_.value(v, s_.loops.space.delinear(s_.loops.whole, ir::shapeOf(v)));
    e_.store(rowPointers_[v], computeType(ir::elementType(v)), s_.loops.summed, x);
  }
}

// ---- rows in a pipeline. An iteration does the first pass over one row, the second over the row before it, and so
// on, in one loop over the lanes, which so has arithmetic to do while it reads and writes memory. What a pass found
// out about a row is handed on from iteration to iteration, and of the rows that are kept there are as many.

void KernelEmitter::pipeline(mlir::Value begin, mlir::Value end) {
  body_.passes([&](Reductions &reductions, int stage) { pipeline_.push_back({reductions, stage, {}}); });
  const auto rest = static_cast<int64_t>(pipeline_.size()) - 1;
  mlir::Value last = arith::AddIOp::create(e_.b, e_.loc, end, e_.constant(rest));
  e_.loop(begin, last, 1, pipelineStart(), [&](mlir::Value tile, mlir::ValueRange carried) {
    takeCarried(carried);
    llvm::SmallVector<Emitter::Row, 3> rows;
    llvm::SmallVector<mlir::Value, 3> exist;
    for (int64_t before = 0; before <= rest; ++before) {
      mlir::Value number = arith::SubIOp::create(e_.b, e_.loc, tile, e_.constant(before));
      exist.push_back(isWithin(number, begin, end));
      rows.push_back(e_.row([&] { decode(clamped(number, begin, end)); }));
    }
    return pipelineStep(rows, exist);
  });
}

mlir::Value KernelEmitter::isWithin(mlir::Value i, mlir::Value begin, mlir::Value end) {
  mlir::Value from = arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::sge, i, begin);
  mlir::Value to = arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::slt, i, end);
  return arith::AndIOp::create(e_.b, e_.loc, from, to);
}

mlir::Value KernelEmitter::clamped(mlir::Value i, mlir::Value begin, mlir::Value end) {
  mlir::Value last = arith::SubIOp::create(e_.b, e_.loc, end, e_.constant(1));
  return arith::MaxSIOp::create(e_.b, e_.loc, arith::MinSIOp::create(e_.b, e_.loc, i, last), begin);
}

// What iterations hand on: results of passes, and the places of kept rows. Before the first row there is nothing, of
// which nothing is stored.
llvm::SmallVector<mlir::Value> KernelEmitter::pipelineStart() {
  llvm::SmallVector<mlir::Value> first;
  for (auto [i, pass] : llvm::enumerate(pipeline_))
    for (size_t later = i + 1; later < pipeline_.size(); ++later)
      for (mlir::Type type : pass.reductions.resultTypes())
        first.push_back(arith::ConstantOp::create(e_.b, e_.loc, e_.b.getZeroAttr(type)));
  int64_t offset = 0;
  for (auto [v, stage] : s_.rows)
    for (int n = stage; n < s_.passes; ++n, offset += scratchRowBytes(s_, v))
      first.push_back(e_.address(scratch_, e_.b.getI8Type(), e_.constant(offset)));
  return first;
}

void KernelEmitter::takeCarried(mlir::ValueRange carried) {
  size_t at = 0;
  for (auto [i, pass] : llvm::enumerate(pipeline_)) {
    pass.results.clear();
    for (size_t later = i + 1; later < pipeline_.size(); ++later) {
      const size_t count = pass.reductions.ops().size();
      pass.results.push_back(llvm::to_vector_of<mlir::Value, 2>(carried.slice(at, count)));
      at += count;
    }
  }
  for (auto [v, stage] : s_.rows) {
    keptRows_[v] = llvm::to_vector_of<mlir::Value, 3>(carried.slice(at, s_.passes - stage));
    at += keptRows_[v].size();
  }
}

// Tells the emitter what is known of the row that pass `i` is at.
void KernelEmitter::recall(size_t i) {
  e_.reduced.clear();
  e_.stored.clear();
  for (size_t before = 0; before < i; ++before) {
    Pass &pass = pipeline_[before];
    for (auto [op, value] : llvm::zip_equal(pass.reductions.ops(), pass.results[i - before - 1]))
      e_.reduced[op->getResult(0)] = {value};
    for (auto [v, stage] : s_.rows)
      if (stage == pass.stage)
        e_.stored[v] = {keptRows_[v][i - before], s_.loops.summed, computeType(ir::elementType(v))};
  }
  for (auto [v, stage] : s_.rows) rowPointers_[v] = keptRows_[v][0];
}

llvm::SmallVector<mlir::Value> KernelEmitter::pipelineStep(llvm::MutableArrayRef<Emitter::Row> rows,
                                                           llvm::ArrayRef<mlir::Value> exist) {
  e_.holdResults();
  llvm::SmallVector<mlir::Value> accumulators;
  for (Pass &pass : pipeline_) llvm::append_range(accumulators, pass.reductions.start(s_.parts));
  accumulators = lanes({}, accumulators, [&](int64_t parts, mlir::ValueRange carried) {
    llvm::SmallVector<mlir::Value> next;
    for (auto [i, pass] : llvm::enumerate(pipeline_)) {
      const size_t count = pass.reductions.slots();
      recall(i);
      i == 0 ? e_.setPrefetchPages(rowsLoop()->variable, lane_->size) : e_.setPrefetch(0, 0);
      e_.inRow(rows[i], [&] {
        llvm::append_range(next, step(pass.reductions, pass.stage, parts, carried.slice(next.size(), count), exist[i]));
      });
    }
    return next;
  });
  llvm::SmallVector<llvm::SmallVector<mlir::Value, 2>, 3> fresh;
  llvm::ArrayRef<mlir::Value> left = accumulators;
  for (Pass &pass : pipeline_) {
    pass.reductions.finishRows(left.take_front(pass.reductions.slots()));
    left = left.drop_front(pass.reductions.slots());
    fresh.push_back(llvm::map_to_vector<2>(
        pass.reductions.ops(), [&](mlir::Operation *op) { return e_.reduced.lookup(op->getResult(0)).front(); }));
  }
  storeKeptOf(rows.back(), exist.back(), fresh.back());
  return handOn(fresh);
}

// What the last pass finished is known of its row as a whole.
void KernelEmitter::storeKeptOf(Emitter::Row &row, mlir::Value exists, llvm::ArrayRef<mlir::Value> fresh) {
  recall(pipeline_.size() - 1);
  for (auto [op, value] : llvm::zip_equal(pipeline_.back().reductions.ops(), fresh))
    e_.reduced[op->getResult(0)] = {value};
  ifExists(exists, [&] { e_.inRow(row, [&] { body_.storeKept(); }); });
}

llvm::SmallVector<mlir::Value> KernelEmitter::handOn(llvm::ArrayRef<llvm::SmallVector<mlir::Value, 2>> fresh) {
  llvm::SmallVector<mlir::Value> next;
  for (auto [pass, results] : llvm::zip_equal(pipeline_, fresh)) {
    if (pass.results.empty()) continue;
    llvm::append_range(next, results);
    for (const auto &older : llvm::ArrayRef(pass.results).drop_back()) llvm::append_range(next, older);
  }
  for (auto [v, stage] : s_.rows) {
    next.push_back(keptRows_[v].back());
    llvm::append_range(next, llvm::ArrayRef(keptRows_[v]).drop_back());
  }
  return next;
}

}  // namespace fluxion::codegen

// The loop nests of kernels: elementwise ones, and those that reduce along rows or columns.
#include "codegen/cpu/kernel.h"

#include "codegen/loops/body.h"
#include "codegen/lower/types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;

namespace {

class KernelEmitter {
 public:
  KernelEmitter(ir::KernelOp kernel, KernelSchedule &schedule, Emitter &e, llvm::ArrayRef<mlir::Value> outputs,
                mlir::Value scratch)
      : kernel_(kernel), s_(schedule), e_(e), body_(kernel, e, outputs), scratch_(scratch) {
    for (const Loop &loop : s_.loops.loops) (loop.reduced ? summed_ : loop.folded ? folded_ : kept_).push_back(loop);
    if (s_.loops.lane >= 0) {
      lane_ = s_.loops.loops[s_.loops.lane];
      auto &list = lane_->reduced ? summed_ : kept_;
      llvm::erase_if(list, [&](const Loop &l) { return l.variable == lane_->variable; });
    }
  }

  void emit(mlir::Value begin, mlir::Value end) {
    if (s_.pipelined) return pipeline(begin, end);
    e_.loop(begin, end, 1, {}, [&](mlir::Value tile, mlir::ValueRange) {
      if (s_.along >= 0) {
        transposed(tile);
        return llvm::SmallVector<mlir::Value>();
      }
      if (s_.gathersRows) findComing(tile);
      mlir::Value block = decode(tile);
      if (mlir::isa_and_nonnull<ir::ScatterOp>(updateOf(kernel_)))
        lane_ ? columns(block) : scatter(1);
      else if (!folded_.empty())
        foldRows();
      else if (s_.loops.lanesReduced() || (!lane_ && !kernel_.getReduced().empty()))
        rows();
      else if (!kernel_.getReduced().empty())
        columns(block);
      else
        nest(s_.outer, block);
      return llvm::SmallVector<mlir::Value>();
    });
  }

 private:
  // Sets the outer loops' indices from a tile's number; returns the number of its block of lanes.
  mlir::Value decode(mlir::Value tile) {
    mlir::Value block;
    auto split = [&](int64_t n) -> mlir::Value {
      mlir::Value by = e_.constant(n);
      mlir::Value rest = arith::RemUIOp::create(e_.b, e_.loc, tile, by);
      tile = arith::DivUIOp::create(e_.b, e_.loc, tile, by);
      return rest;
    };
    if (s_.blocks > 1) block = s_.outer ? split(s_.blocks) : tile;
    for (unsigned i = s_.outer; i-- > 0;) e_.setIndex(kept_[i].variable, i ? split(kept_[i].size) : tile);
    return block;
  }

  // Where the rows begin that a tile soon to come reads at positions that are read from memory themselves: the hardware
  // cannot foresee them.
  void findComing(mlir::Value tile) {
    constexpr int64_t kTilesAhead = 2;
    mlir::Value later = arith::AddIOp::create(e_.b, e_.loc, tile, e_.constant(kTilesAhead));
    later = arith::MinSIOp::create(e_.b, e_.loc, later, e_.constant(s_.tiles - 1));
    coming_.clear();
    e_.frame([&] {
      decode(later);
      e_.setIndex(lane_->variable, e_.constant(0));
      for (const auto &[input, position] : rowGathers(kernel_, s_.loops)) {
        mlir::Type storage = storageType(ir::elementType(input));
        coming_.push_back({e_.address(e_.pointerOf(input), storage, e_.index(position)), storage});
      }
    });
  }

  void askForComing(int64_t parts) {
    for (auto [from, storage] : coming_)
      for (int64_t part = 0; part < parts; ++part) {
        e_.setPart(part);
        mlir::Value at = e_.address(from, storage, e_.index(s_.loops.space.variable(lane_->variable)));
        LLVM::Prefetch::create(e_.b, e_.loc, at, /*rw=*/0, /*hint=*/2, /*cache=*/1);
      }
    e_.setPart(0);
  }

  // All lanes by some iterations of the loop in which an input is contiguous, in squares.
  void transposed(mlir::Value tile) {
    const Loop along = s_.loops.loops[s_.along];
    auto split = [&](int64_t n) -> mlir::Value {
      mlir::Value by = e_.constant(n), rest = arith::RemUIOp::create(e_.b, e_.loc, tile, by);
      tile = arith::DivUIOp::create(e_.b, e_.loc, tile, by);
      return rest;
    };
    int64_t size = 4 * s_.width;
    mlir::Value low = arith::MulIOp::create(e_.b, e_.loc, split(s_.alongBlocks), e_.constant(size));
    mlir::Value high = arith::MinSIOp::create(e_.b, e_.loc, arith::AddIOp::create(e_.b, e_.loc, low, e_.constant(size)),
                                              e_.constant(along.size));
    for (const Loop &loop : llvm::reverse(kept_))
      if (loop.variable != along.variable) e_.setIndex(loop.variable, split(loop.size));
    lanes({}, {}, [&](int64_t, mlir::ValueRange) {
      int64_t count = e_.laneMask() ? lane_->size % s_.width : s_.width;
      e_.loop(low, high, s_.width, {}, [&](mlir::Value first, mlir::ValueRange) {
        square(along, first, high, count);
        return llvm::SmallVector<mlir::Value>();
      });
      return llvm::SmallVector<mlir::Value>();
    });
  }

  void square(const Loop &along, mlir::Value first, mlir::Value high, int64_t laneCount) {
    mlir::Value end =
        arith::MinSIOp::create(e_.b, e_.loc, arith::AddIOp::create(e_.b, e_.loc, first, e_.constant(s_.width)), high);
    e_.frame([&] {
      e_.setIndex(along.variable, first);
      mlir::Value count = arith::SubIOp::create(e_.b, e_.loc, end, first);
      fillTransposed(e_, s_.transposed, s_.along, laneCount, count, scratch_);
    });
    e_.loop(first, end, 1, {}, [&](mlir::Value i, mlir::ValueRange) {
      e_.setIndex(along.variable, i);
      storeAll(1);
      return llvm::SmallVector<mlir::Value>();
    });
    e_.clearTiles();
  }

  // The kept loops that are walked within a tile.
  void nest(unsigned loop, mlir::Value block) {
    if (loop < kept_.size()) {
      e_.loop(e_.constant(0), e_.constant(kept_[loop].size), 1, {}, [&](mlir::Value i, mlir::ValueRange) {
        e_.setIndex(kept_[loop].variable, i);
        nest(loop + 1, block);
        return llvm::SmallVector<mlir::Value>();
      });
      return;
    }
    if (!lane_) return storeAll(1);
    lanes(block, {}, [&](int64_t parts, mlir::ValueRange) {
      askForComing(parts);
      storeAll(parts);
      return llvm::SmallVector<mlir::Value>();
    });
  }

  void storeAll(int64_t parts) {
    for (int64_t part = 0; part < parts; ++part) {
      e_.setPart(part);
      body_.storeAll();
    }
    e_.setPart(0);
  }

  void storeKept(int64_t parts) {
    for (int64_t part = 0; part < parts; ++part) {
      e_.setPart(part);
      body_.storeKept();
    }
    e_.setPart(0);
  }

  // Takes the elements at the index into the sums of a pass, and stores what the pass has to, if the row `exists`
  // (null: it does); returns the sums.
  llvm::SmallVector<mlir::Value> step(Reductions &reductions, int stage, int64_t parts, mlir::ValueRange sums,
                                      mlir::Value exists = {}) {
    llvm::SmallVector<mlir::Value> next(sums.begin(), sums.end());
    for (int64_t part = 0; part < parts; ++part) {
      e_.setPart(part);
      storeRows(stage);
      reductions.step(next, part);
      body_.stepFolds(stage);
      if (!exists) body_.storeWhole(stage);
    }
    if (exists && body_.storesWhole(stage))
      ifExists(exists, [&] {
        for (int64_t part = 0; part < parts; ++part) {
          e_.setPart(part);
          body_.storeWhole(stage);
        }
      });
    e_.setPart(0);
    return next;
  }

  // Runs `body` over the lanes of a block: whole vectors first, then what is left under a mask.
  using LaneBody = llvm::function_ref<llvm::SmallVector<mlir::Value>(int64_t parts, mlir::ValueRange carried)>;
  llvm::SmallVector<mlir::Value> lanes(mlir::Value block, llvm::SmallVector<mlir::Value> carried, LaneBody body) {
    int64_t n = lane_->size, whole = n - n % s_.width, step = s_.parts * s_.width;
    mlir::Value low = e_.constant(0), high = e_.constant(whole);
    if (block) {
      low = arith::MulIOp::create(e_.b, e_.loc, block, e_.constant(s_.block));
      mlir::Value next = arith::AddIOp::create(e_.b, e_.loc, low, e_.constant(s_.block));
      high = arith::MinSIOp::create(e_.b, e_.loc, next, high);
    }
    if (whole)
      carried = e_.loop(low, high, step, carried, [&](mlir::Value i, mlir::ValueRange values) {
        e_.setIndex(lane_->variable, i);
        return body(s_.parts, values);
      });
    if (n == whole) return carried;
    auto tail = [&] {
      e_.setIndex(lane_->variable, e_.constant(whole));
      e_.setMask(e_.firstLanes(n - whole));
      carried = body(1, carried);
      e_.setMask({});
    };
    if (block) {
      mlir::Value isLast =
          arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::eq, block, e_.constant(s_.blocks - 1));
      auto branch = mlir::scf::IfOp::create(e_.b, e_.loc, isLast, false);
      e_.inside(branch, branch.getThenRegion().front(), tail);
    } else {
      e_.frame(tail);
    }
    return carried;
  }

  // A block of rows, each of which is added to what is summed up over the block.
  void foldRows() {
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

  void nestFolded(unsigned loop) {
    if (loop == folded_.size()) return rows();
    e_.loop(e_.constant(0), e_.constant(folded_[loop].size), 1, {}, [&](mlir::Value i, mlir::ValueRange) {
      e_.setIndex(folded_[loop].variable, i);
      nestFolded(loop + 1);
      return llvm::SmallVector<mlir::Value>();
    });
  }

  // One row: a pass over it for each stage, and then what is known of the row as a whole.
  void rows() {
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

  // ---- rows in a pipeline. An iteration does the first pass over one row, the second over the row before it, and so
  // on, in one loop over the lanes, which so has arithmetic to do while it reads and writes memory. What a pass found
  // out about a row is handed on from iteration to iteration, and of the rows that are kept there are as many.
  struct Pass {
    Reductions reductions;
    int stage;
    // Of the rows that later passes are at, the next one's first.
    llvm::SmallVector<llvm::SmallVector<mlir::Value, 2>, 2> results;
  };

  void pipeline(mlir::Value begin, mlir::Value end) {
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

  mlir::Value isWithin(mlir::Value i, mlir::Value begin, mlir::Value end) {
    mlir::Value from = arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::sge, i, begin);
    mlir::Value to = arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::slt, i, end);
    return arith::AndIOp::create(e_.b, e_.loc, from, to);
  }
  mlir::Value clamped(mlir::Value i, mlir::Value begin, mlir::Value end) {
    mlir::Value last = arith::SubIOp::create(e_.b, e_.loc, end, e_.constant(1));
    return arith::MaxSIOp::create(e_.b, e_.loc, arith::MinSIOp::create(e_.b, e_.loc, i, last), begin);
  }

  // What iterations hand on: results of passes, and the places of kept rows. Before the first row there is nothing, of
  // which nothing is stored.
  llvm::SmallVector<mlir::Value> pipelineStart() {
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

  void takeCarried(mlir::ValueRange carried) {
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
  void recall(size_t i) {
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

  llvm::SmallVector<mlir::Value> pipelineStep(llvm::MutableArrayRef<Emitter::Row> rows,
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
          llvm::append_range(next,
                             step(pass.reductions, pass.stage, parts, carried.slice(next.size(), count), exist[i]));
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
  void storeKeptOf(Emitter::Row &row, mlir::Value exists, llvm::ArrayRef<mlir::Value> fresh) {
    recall(pipeline_.size() - 1);
    for (auto [op, value] : llvm::zip_equal(pipeline_.back().reductions.ops(), fresh))
      e_.reduced[op->getResult(0)] = {value};
    ifExists(exists, [&] { e_.inRow(row, [&] { body_.storeKept(); }); });
  }

  void ifExists(mlir::Value exists, llvm::function_ref<void()> body) {
    auto branch = mlir::scf::IfOp::create(e_.b, e_.loc, exists, false);
    e_.inside(branch, branch.getThenRegion().front(), body);
  }

  llvm::SmallVector<mlir::Value> handOn(llvm::ArrayRef<llvm::SmallVector<mlir::Value, 2>> fresh) {
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

  // More than the kernel's where the pass has less to do than others.
  int64_t partsOfPass(const Reductions &reductions, int stage, int64_t parts) {
    if (parts > 1 || !lane_ || !folded_.empty() || reductions.empty() || body_.storesWhole(stage)) return parts;
    if (llvm::any_of(s_.rows, [&](const auto &row) { return row.second == stage; })) return parts;
    return codegen::partsOfPass(s_, reductions.ops());
  }

  void prefetchRow() {
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

  // The loop whose next iteration is the next row.
  const Loop *rowsLoop() const { return !folded_.empty() ? &folded_.back() : !kept_.empty() ? &kept_.back() : nullptr; }

  // Of several passes over a row only the first reads memory, which has nothing to do during the others, unless they
  // ask for the rows to come: some KB ahead. Short rows are several to a page, which the hardware follows.
  void prefetchRows() {
    constexpr int64_t kAhead = 2048, kLeast = 256;  // elements
    const Loop *outer = rowsLoop();
    if (outer && s_.rowElements >= kLeast)
      e_.setPrefetchRows(outer->variable, (kAhead + s_.rowElements - 1) / s_.rowElements);
  }

  // Pieces of `elements` are read in each iteration of the innermost reduced loop beside the lanes': ahead by about as
  // much as memory takes to answer.
  void prefetch(int64_t elements) {
    constexpr int64_t kAhead = 2048;
    if (!summed_.empty() && elements <= kAhead)
      e_.setPrefetch(summed_.back().variable, std::max<int64_t>(1, kAhead / elements));
  }

  void storeRows(int stage) {
    for (auto [v, computed] : s_.rows) {
      if (computed != stage) continue;
      mlir::Value x = e_.value(v, s_.loops.space.delinear(s_.loops.whole, ir::shapeOf(v)));
      e_.store(rowPointers_[v], computeType(ir::elementType(v)), s_.loops.summed, x);
    }
  }

  // The reduced loops but for the lane's, and inside them the lanes.
  llvm::SmallVector<mlir::Value> sum(unsigned loop, llvm::SmallVector<mlir::Value> carried, LaneBody body) {
    if (loop < summed_.size())
      return e_.loop(e_.constant(0), e_.constant(summed_[loop].size), 1, carried,
                     [&](mlir::Value i, mlir::ValueRange values) {
                       e_.setIndex(summed_[loop].variable, i);
                       return sum(loop + 1, llvm::to_vector(values), body);
                     });
    if (lane_ && lane_->reduced) return lanes({}, carried, body);
    return body(columnParts_, carried);
  }

  // A strip of columns with accumulators in memory: some rows at a time, a register's worth of columns after the other.
  // Memory is read in pieces as long as the strip is wide.
  void strip(mlir::Value low) {
    llvm::DenseMap<mlir::Value, int> stages;
    Reductions reductions(kernel_, e_, stages, 0);
    mlir::Value high = arith::AddIOp::create(e_.b, e_.loc, low, e_.constant(s_.block));
    auto blocks = [&](llvm::function_ref<void(mlir::Value)> body) {
      e_.loop(low, high, s_.parts * s_.width, {}, [&](mlir::Value lane, mlir::ValueRange) {
        e_.setIndex(lane_->variable, lane);
        body(arith::SubIOp::create(e_.b, e_.loc, lane, low));
        return llvm::SmallVector<mlir::Value>();
      });
    };
    llvm::SmallVector<mlir::Type> types;
    for (mlir::Value v : reductions.start(s_.parts)) types.push_back(v.getType());
    blocks([&](mlir::Value at) { storeStrip(reductions.start(s_.parts), at); });
    stripRows(0, [&](mlir::Value first, mlir::Value end) {
      auto row = [&](mlir::ValueRange sums) { return step(reductions, 0, s_.parts, sums); };
      blocks([&](mlir::Value at) {
        if (!end) return storeStrip(row(loadStrip(types, at)), at);
        storeStrip(e_.loop(first, end, 1, loadStrip(types, at),
                           [&](mlir::Value i, mlir::ValueRange carried) {
                             e_.setIndex(summed_.back().variable, i);
                             return row(carried);
                           }),
                   at);
      });
    });
    blocks([&](mlir::Value at) {
      e_.reduced.clear();
      e_.holdResults();
      reductions.finishColumns(loadStrip(types, at));
      storeKept(s_.parts);
    });
  }

  // Runs `body` for s_.stripRows rows at a time, from its first argument up to the second; or for each row alone, whose
  // index is known then, so that what columns share is computed once a row.
  void stripRows(unsigned loop, llvm::function_ref<void(mlir::Value, mlir::Value)> body) {
    const Loop &along = summed_[loop];
    const bool isLast = loop + 1 == summed_.size(), several = isLast && s_.stripRows > 1;
    e_.loop(e_.constant(0), e_.constant(along.size), several ? s_.stripRows : 1, {},
            [&](mlir::Value i, mlir::ValueRange) {
              if (several) {
                mlir::Value next = arith::AddIOp::create(e_.b, e_.loc, i, e_.constant(s_.stripRows));
                body(i, arith::MinSIOp::create(e_.b, e_.loc, next, e_.constant(along.size)));
                return llvm::SmallVector<mlir::Value>();
              }
              e_.setIndex(along.variable, i);
              if (isLast)
                body(i, {});
              else
                stripRows(loop + 1, body);
              return llvm::SmallVector<mlir::Value>();
            });
  }

  // The accumulators of columns at `at` of the strip: reduction after reduction, as many numbers each as it is wide.
  llvm::SmallVector<mlir::Value> stripAddresses(llvm::ArrayRef<mlir::Type> vectors, mlir::Value at) {
    llvm::SmallVector<mlir::Value> addresses;
    int64_t offset = 0;
    for (auto [i, vector] : llvm::enumerate(vectors)) {
      const int64_t part = static_cast<int64_t>(i) % s_.parts;
      mlir::Type element = mlir::getElementTypeOrSelf(vector);
      mlir::Value base = e_.address(scratch_, e_.b.getI8Type(), e_.constant(offset));
      mlir::Value position = arith::AddIOp::create(e_.b, e_.loc, at, e_.constant(part * s_.width));
      addresses.push_back(e_.address(base, element, position));
      if (part + 1 == s_.parts) offset += s_.block * static_cast<int64_t>(element.getIntOrFloatBitWidth() / 8);
    }
    return addresses;
  }
  void storeStrip(llvm::ArrayRef<mlir::Value> values, mlir::Value at) {
    llvm::SmallVector<mlir::Type> types(mlir::ValueRange(values).getTypes());
    for (auto [v, to] : llvm::zip_equal(values, stripAddresses(types, at)))
      LLVM::StoreOp::create(e_.b, e_.loc, v, to, 4);
  }
  llvm::SmallVector<mlir::Value> loadStrip(llvm::ArrayRef<mlir::Type> types, mlir::Value at) {
    llvm::SmallVector<mlir::Value> values;
    for (auto [type, from] : llvm::zip_equal(types, stripAddresses(types, at)))
      values.push_back(LLVM::LoadOp::create(e_.b, e_.loc, type, from, 4));
    return values;
  }

  // A block of columns, whose lanes are known outside the reduced loops.
  void columns(mlir::Value block) {
    if (s_.strips)
      return strip(block ? arith::MulIOp::create(e_.b, e_.loc, block, e_.constant(s_.block)).getResult()
                         : e_.constant(0));
    int64_t n = lane_->size, step = s_.parts * s_.width;
    auto run = [&](mlir::Value low, int64_t parts, int64_t count) {
      e_.frame([&] {
        e_.setIndex(lane_->variable, low);
        if (count) e_.setMask(e_.firstLanes(count));
        columnParts_ = parts;
        columnBlock();
        e_.setMask({});
      });
    };
    if (!block) {  // the whole width fits into one tile
      int64_t done = 0;
      for (; done + step <= n; done += step) run(e_.constant(done), s_.parts, 0);
      for (; done < n; done += s_.width) run(e_.constant(done), 1, n - done < s_.width ? n - done : 0);
      return;
    }
    mlir::Value low = arith::MulIOp::create(e_.b, e_.loc, block, e_.constant(s_.block));
    if (n % step == 0) return run(low, s_.parts, 0);
    // parts is 1 here, unless it divides n.
    mlir::Value isLast =
        arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::eq, block, e_.constant(s_.blocks - 1));
    auto branch = mlir::scf::IfOp::create(e_.b, e_.loc, isLast, true);
    e_.inside(branch, branch.getThenRegion().front(), [&] { run(low, 1, n % s_.width); });
    e_.reduced.clear();
    e_.inside(branch, branch.getElseRegion().front(), [&] { run(low, 1, 0); });
  }

  void columnBlock() {
    if (updateOf(kernel_)) return scatter(columnParts_);
    e_.reduced.clear();
    e_.holdResults();
    prefetch(columnParts_ * s_.width);
    body_.passes([&](Reductions &reductions, int stage) {
      auto accumulators = sum(0, reductions.start(columnParts_), [&](int64_t parts, mlir::ValueRange carried) {
        return step(reductions, stage, parts, carried);
      });
      reductions.finishColumns(accumulators);
    });
    e_.setPrefetch(0, 0);
    storeKept(columnParts_);
  }

  // Applies the updates one after the other.
  void scatter(int64_t parts) {
    columnParts_ = parts;
    sum(0, {}, [&](int64_t, mlir::ValueRange) {
      body_.scatter(parts);
      return llvm::SmallVector<mlir::Value>();
    });
  }

  ir::KernelOp kernel_;
  KernelSchedule &s_;
  Emitter &e_;
  KernelBody body_;
  mlir::Value scratch_;
  llvm::SmallVector<Loop> kept_, summed_, folded_;  // without the lane's loop
  std::optional<Loop> lane_;
  int64_t columnParts_ = 1;
  llvm::SmallVector<std::pair<mlir::Value, mlir::Type>, 2> coming_;  // rows' beginnings, and what they hold
  llvm::DenseMap<mlir::Value, mlir::Value> rowPointers_;
  std::vector<Pass> pipeline_;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<mlir::Value, 3>> keptRows_;  // that of the first pass's row first
};

// Results that take the place of an input are in the cache; others pass it by where they lie as registers do.
void streamResults(Emitter &e, const KernelSchedule &s, llvm::ArrayRef<mlir::Value> inputs,
                   llvm::ArrayRef<mlir::Value> outputs) {
  constexpr int64_t kLine = 64;
  auto number = [&](mlir::Value pointer) { return LLVM::PtrToIntOp::create(e.b, e.loc, e.b.getI64Type(), pointer); };
  for (unsigned i : s.streamed) {
    mlir::Value to = number(outputs[i]);
    mlir::Value rest = arith::AndIOp::create(e.b, e.loc, to, e.constant(kLine - 1));
    mlir::Value streams = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, rest, e.constant(0));
    for (mlir::Value input : inputs) {
      mlir::Value differs = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::ne, to, number(input));
      streams = arith::AndIOp::create(e.b, e.loc, streams, differs);
    }
    e.setStreamed(outputs[i], streams, kLine);
  }
}

// What was stored past the caches is seen by other threads from here on.
void endStreaming(Emitter &e) {
  if (llvm::Triple(llvm::sys::getProcessTriple()).isX86())
    LLVM::CallIntrinsicOp::create(e.b, e.loc, e.b.getStringAttr("llvm.x86.sse.sfence"), mlir::ValueRange());
  else
    LLVM::FenceOp::create(e.b, e.loc, LLVM::AtomicOrdering::seq_cst);
}

}  // namespace

KernelModule::KernelModule(mlir::OpBuilder &b, llvm::StringRef symbol, llvm::ArrayRef<mlir::Type> arguments)
    : module(mlir::ModuleOp::create(b.getUnknownLoc())) {
  b.setInsertionPointToEnd(module->getBody());
  auto function = mlir::func::FuncOp::create(b, module->getLoc(), symbol, b.getFunctionType(arguments, {}));
  entry = function.addEntryBlock();
  b.setInsertionPointToStart(entry);
  b.setInsertionPoint(mlir::func::ReturnOp::create(b, module->getLoc()));
}

mlir::Value loadPointer(mlir::OpBuilder &b, mlir::Value table, size_t number) {
  mlir::Location loc = b.getUnknownLoc();
  mlir::Type pointer = table.getType();
  mlir::Value at =
      LLVM::GEPOp::create(b, loc, pointer, pointer, table, llvm::ArrayRef<LLVM::GEPArg>{static_cast<int32_t>(number)});
  return LLVM::LoadOp::create(b, loc, pointer, at, 8);
}

mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitKernel(ir::KernelOp kernel, KernelSchedule &schedule,
                                                              llvm::StringRef symbol) {
  mlir::OpBuilder b(kernel.getContext());
  auto pointer = LLVM::LLVMPointerType::get(b.getContext());
  auto [module, entry] = KernelModule(b, symbol, {pointer, b.getI64Type(), b.getI64Type(), pointer});
  llvm::SmallVector<mlir::Value> pointers;
  size_t inputs = kernel.getInputs().size(), count = inputs + kernel.getNumResults();
  for (size_t i = 0; i < count; ++i) pointers.push_back(loadPointer(b, entry->getArgument(0), i));
  llvm::ArrayRef<mlir::Value> all = pointers;
  Emitter e(b, schedule.loops, kernel.getBody().front(), all.take_front(inputs), schedule.width);
  streamResults(e, schedule, all.take_front(inputs), all.drop_front(inputs));
  KernelEmitter(kernel, schedule, e, all.drop_front(inputs), entry->getArgument(3))
      .emit(entry->getArgument(1), entry->getArgument(2));
  if (!schedule.streamed.empty()) endStreaming(e);
  if (e.failed) return e.failed->emitError("codegen: no CPU code for this op with these element types");
  return std::move(module);
}

}  // namespace fluxion::codegen

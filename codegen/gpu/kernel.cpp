// A thread for each element, or a block of threads for each row or for some columns that are reduced.
#include "codegen/gpu/kernel.h"

#include "codegen/gpu/block.h"
#include "codegen/loops/body.h"
#include "codegen/lower/types.h"
#include "ir/folds.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

namespace fluxion::codegen::gpu {

namespace arith = mlir::arith;

namespace {

constexpr int64_t kThreads = 256;
constexpr int64_t kPitch = kWarp + 1;  // of squares in shared memory, so that columns lie in different banks

class KernelEmitter {
 public:
  KernelEmitter(ir::KernelOp kernel, const Schedule &schedule, Block &block, Emitter &e,
                llvm::ArrayRef<mlir::Value> outputs)
      : kernel_(kernel), s_(schedule), block_(block), e_(e), body_(kernel, e, outputs) {
    for (const Loop &loop : e_.loops.loops) (loop.reduced ? summed_ : kept_).push_back(loop);
  }

  void emit() {
    if (s_.along >= 0) return squares();
    mlir::Value lane = s_.workers == 1 ? block_.thread : block_.remainder(block_.thread, s_.lanes);
    worker_ = s_.workers == 1 ? block_.constant(0) : block_.quotient(block_.thread, s_.lanes);
    mlir::Value first = arith::MulIOp::create(e_.b, e_.loc, block_.number, block_.constant(s_.lanes));
    mlir::Value element = arith::AddIOp::create(e_.b, e_.loc, first, lane);
    if (s_.kept % s_.lanes) valid_ = block_.below(element, s_.kept);
    if (s_.workers == 1) return where(valid_, [&] { one(element); });
    // All threads meet at the barriers, so those without an element compute that of another one and do not store it.
    if (valid_) element = arith::SelectOp::create(e_.b, e_.loc, valid_, element, block_.constant(0));
    decode(element, kept_);
    reduce();
  }

 private:
  void where(mlir::Value condition, llvm::function_ref<void()> body) {
    if (!condition) return body();
    auto branch = mlir::scf::IfOp::create(e_.b, e_.loc, condition, false);
    e_.inside(branch, branch.getThenRegion().front(), body);
  }

  // Sets the loops' indices from the number of an element, in words where they suffice: division is dear.
  void decode(mlir::Value number, llvm::ArrayRef<Loop> loops) {
    if (loops.size() == 1) return e_.setIndex(loops[0].variable, number);
    int64_t count = 1;
    for (const Loop &loop : loops) count *= loop.size;
    const bool isShort = count < (int64_t{1} << 31);
    mlir::Type type = isShort ? e_.b.getI32Type() : e_.b.getI64Type();
    if (isShort) number = arith::TruncIOp::create(e_.b, e_.loc, type, number);
    for (const Loop &loop : llvm::reverse(loops)) {
      mlir::Value by = arith::ConstantOp::create(e_.b, e_.loc, e_.b.getIntegerAttr(type, loop.size));
      const bool isOuter = loop.variable == loops.front().variable;
      mlir::Value index = isOuter ? number : arith::RemUIOp::create(e_.b, e_.loc, number, by).getResult();
      if (!isOuter) number = arith::DivUIOp::create(e_.b, e_.loc, number, by);
      if (isShort) index = arith::ExtUIOp::create(e_.b, e_.loc, e_.b.getI64Type(), index);
      e_.setIndex(loop.variable, index);
    }
  }

  // Squares of kWarp by kWarp iterations of two loops: read along one of them, stored along the other.
  void squares() {
    const Loop lane = e_.loops.loops[s_.lane], along = e_.loops.loops[s_.along];
    mlir::Value tile = block_.number;
    auto first = [&](const Loop &loop) -> mlir::Value {
      const int64_t tiles = (loop.size + kWarp - 1) / kWarp;
      mlir::Value number = block_.remainder(tile, tiles);
      tile = block_.quotient(tile, tiles);
      return arith::MulIOp::create(e_.b, e_.loc, number, block_.constant(kWarp));
    };
    mlir::Value laneFirst = first(lane), alongFirst = first(along);
    llvm::SmallVector<Loop> others;
    for (const Loop &loop : kept_)
      if (loop.variable != lane.variable && loop.variable != along.variable) others.push_back(loop);
    if (!others.empty()) decode(tile, others);
    mlir::Value x = block_.remainder(block_.thread, kWarp), y = block_.quotient(block_.thread, kWarp);
    llvm::SmallVector<mlir::Value> arrays;
    for (const TransposedRead &read : s_.transposed)
      arrays.push_back(block_.shared(computeType(ir::elementType(read.input)), kWarp * kPitch));
    // Each thread has every eighth row of the square.
    auto rows = [&](bool isRead, llvm::function_ref<void(mlir::Value)> body) {
      for (int64_t r = 0; r < kWarp; r += kThreads / kWarp) {
        mlir::Value row = arith::AddIOp::create(e_.b, e_.loc, y, block_.constant(r));
        mlir::Value i = arith::AddIOp::create(e_.b, e_.loc, laneFirst, isRead ? row : x);
        mlir::Value j = arith::AddIOp::create(e_.b, e_.loc, alongFirst, isRead ? x : row);
        where(arith::AndIOp::create(e_.b, e_.loc, block_.below(i, lane.size), block_.below(j, along.size)), [&] {
          e_.setIndex(lane.variable, i);
          e_.setIndex(along.variable, j);
          body(row);
        });
      }
    };
    rows(true, [&](mlir::Value row) {
      for (auto [read, array] : llvm::zip(s_.transposed, arrays))
        block_.storeShared(e_.load(e_.pointerOf(read.input), ir::elementType(read.input), read.position), array,
                           place(row, x, kPitch));
    });
    block_.barrier();
    rows(false, [&](mlir::Value row) {
      for (auto [read, array] : llvm::zip(s_.transposed, arrays)) {
        mlir::Value v = block_.loadShared(computeType(ir::elementType(read.input)), array, place(x, row, kPitch));
        e_.addTile(read.input, read.position, {{}, {}, 0, v});
      }
      body_.storeAll();
      e_.clearTiles();
    });
  }

  // One thread for the element: what is reduced it walks alone.
  void one(mlir::Value element) {
    decode(element, kept_);
    e_.holdResults();
    if (mlir::isa_and_nonnull<ir::ScatterOp>(updateOf(kernel_)))
      walk({}, [&](mlir::ValueRange) {
        body_.scatter(1);
        return llvm::SmallVector<mlir::Value>();
      });
    else if (kernel_.getReduced().empty())
      body_.storeAll();
    else
      reduce();
  }

  void reduce() {
    body_.passes([&](Reductions &reductions, int stage) {
      auto sums = walk(reductions.start(1), [&](mlir::ValueRange carried) {
        llvm::SmallVector<mlir::Value> next(carried.begin(), carried.end());
        reductions.step(next, 0);
        where(s_.workers == 1 ? mlir::Value() : valid_, [&] { body_.storeWhole(stage); });
        return next;
      });
      if (s_.workers > 1 && !reductions.empty()) sums = join(reductions, std::move(sums));
      reductions.finishRows(sums);
    });
    if (s_.workers == 1) return body_.storeKept();
    block_.barrier();  // a result may take the place of an operand that other workers still read
    mlir::Value isFirst = arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::eq, worker_, block_.constant(0));
    where(valid_ ? arith::AndIOp::create(e_.b, e_.loc, valid_, isFirst).getResult() : isFirst,
          [&] { body_.storeKept(); });
  }

  // This worker's share of the reduced dimensions.
  using Step = llvm::function_ref<llvm::SmallVector<mlir::Value>(mlir::ValueRange carried)>;
  llvm::SmallVector<mlir::Value> walk(llvm::SmallVector<mlir::Value> carried, Step step) {
    if (summed_.empty()) return step(carried);
    return e_.loop(worker_, block_.constant(s_.summed), s_.workers, carried,
                   [&](mlir::Value i, mlir::ValueRange values) {
                     decode(i, summed_);
                     return step(values);
                   });
  }

  // Puts the workers' sums together, in an order that depends on the schedule alone; all threads get them.
  llvm::SmallVector<mlir::Value> join(Reductions &reductions, llvm::SmallVector<mlir::Value> sums) {
    int64_t parts = s_.workers;
    mlir::Value part = worker_;
    if (s_.lanes == 1 && s_.workers % kWarp == 0) {
      for (int64_t mask = kWarp / 2; mask; mask /= 2)
        sums = reductions.merge(sums,
                                llvm::map_to_vector(sums, [&](mlir::Value v) { return block_.shuffleXor(v, mask); }));
      parts /= kWarp;
      if (parts == 1) return sums;
      part = block_.quotient(worker_, kWarp);
    }
    // Lane 0 of a warp writes what all its lanes have; writing it by all of them would do, too.
    mlir::Value lane = block_.remainder(block_.thread, s_.lanes);
    llvm::SmallVector<mlir::Value> arrays;
    for (mlir::Value v : sums) {
      arrays.push_back(block_.shared(v.getType(), parts * s_.lanes));
      block_.storeShared(v, arrays.back(), place(part, lane, s_.lanes));
    }
    block_.barrier();
    auto read = [&](int64_t i) {
      llvm::SmallVector<mlir::Value> values;
      for (auto [v, array] : llvm::zip(sums, arrays))
        values.push_back(block_.loadShared(v.getType(), array, place(block_.constant(i), lane, s_.lanes)));
      return values;
    };
    auto all = read(0);
    for (int64_t i = 1; i < parts; ++i) all = reductions.merge(all, read(i));
    return all;
  }

  mlir::Value place(mlir::Value row, mlir::Value column, int64_t pitch) {
    mlir::Value at = arith::MulIOp::create(e_.b, e_.loc, row, block_.constant(pitch));
    return arith::AddIOp::create(e_.b, e_.loc, at, column);
  }

  ir::KernelOp kernel_;
  const Schedule &s_;
  Block &block_;
  Emitter &e_;
  KernelBody body_;
  llvm::SmallVector<Loop> kept_, summed_;
  mlir::Value worker_, valid_;
};

}  // namespace

Schedule scheduleKernel(ir::KernelOp kernel) {
  Schedule s;
  s.loops = planLoops(kernel, /*width=*/1);
  const bool alongRows = s.loops.lanesReduced();
  s.lane = s.loops.lane;
  s.along = findTransposed(kernel, s.loops, kWarp, s.transposed);
  s.loops.lane = -1;
  for (const Loop &loop : s.loops.loops) (loop.reduced ? s.summed : s.kept) *= loop.size;
  constexpr int64_t kLongRow = 32, kColumnWorkers = 8;
  s.lanes = kThreads;
  if (!kernel.getReduced().empty() && !updateOf(kernel) && s.summed >= kLongRow) {
    s.lanes = alongRows || s.kept == 1 ? 1 : kWarp;
    s.workers = s.lanes == 1 ? std::min(kThreads, (s.summed + kWarp - 1) / kWarp * kWarp) : kColumnWorkers;
  }
  s.blocks = (s.kept + s.lanes - 1) / s.lanes;
  if (s.along >= 0) {
    s.blocks = 1;
    for (auto [i, loop] : llvm::enumerate(s.loops.loops)) {
      const bool isCut = static_cast<int>(i) == s.along || static_cast<int>(i) == s.lane;
      s.blocks *= isCut ? (loop.size + kWarp - 1) / kWarp : loop.size;
    }
  }
  bool isEmpty = llvm::all_of(kernel.getResults(), [](mlir::Value v) { return !ir::tensorType(v).getNumElements(); });
  if (isEmpty) s.blocks = 0;
  return s;
}

mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitKernel(ir::KernelOp kernel, const Schedule &schedule,
                                                              llvm::StringRef symbol) {
  if (!ir::foldedDims(kernel).empty())
    return kernel.emitError(
        "codegen: a kernel over rows that sums up columns, too, is a CPU's; cut the function for GPUs");
  const size_t inputs = kernel.getInputs().size();
  Block block(kernel.getContext(), symbol, inputs + kernel.getNumResults(), schedule.threads());
  llvm::ArrayRef<mlir::Value> pointers = block.pointers;
  KernelLoops loops = schedule.loops;
  Emitter e(block.b, loops, kernel.getBody().front(), pointers.take_front(inputs), /*width=*/1);
  KernelEmitter(kernel, schedule, block, e, pointers.drop_front(inputs)).emit();
  if (e.failed) return e.failed->emitError("codegen: no GPU code for this op with these element types");
  return block.take();
}

}  // namespace fluxion::codegen::gpu

// The loop nests of kernels: tiles, the loops of elementwise kernels, lanes, and what all kinds of kernels share.
#include "codegen/cpu/kernel.h"

#include "codegen/cpu/kernel_emitter.h"
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

KernelEmitter::KernelEmitter(ir::KernelOp kernel, KernelSchedule &schedule, Emitter &e,
                             llvm::ArrayRef<mlir::Value> outputs, mlir::Value scratch)
    : kernel_(kernel), s_(schedule), e_(e), body_(kernel, e, outputs), scratch_(scratch) {
  for (const Loop &loop : s_.loops.loops) (loop.reduced ? summed_ : loop.folded ? folded_ : kept_).push_back(loop);
  if (s_.loops.lane >= 0) {
    lane_ = s_.loops.loops[s_.loops.lane];
    auto &list = lane_->reduced ? summed_ : kept_;
    llvm::erase_if(list, [&](const Loop &l) { return l.variable == lane_->variable; });
  }
}

void KernelEmitter::emit(mlir::Value begin, mlir::Value end) {
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

// Sets the outer loops' indices from a tile's number; returns the number of its block of lanes.
mlir::Value KernelEmitter::decode(mlir::Value tile) {
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
void KernelEmitter::findComing(mlir::Value tile) {
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

void KernelEmitter::askForComing(int64_t parts) {
  for (auto [from, storage] : coming_)
    for (int64_t part = 0; part < parts; ++part) {
      e_.setPart(part);
      mlir::Value at = e_.address(from, storage, e_.index(s_.loops.space.variable(lane_->variable)));
      LLVM::Prefetch::create(e_.b, e_.loc, at, /*rw=*/0, /*hint=*/2, /*cache=*/1);
    }
  e_.setPart(0);
}

// All lanes by some iterations of the loop in which an input is contiguous, in squares.
void KernelEmitter::transposed(mlir::Value tile) {
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

void KernelEmitter::square(const Loop &along, mlir::Value first, mlir::Value high, int64_t laneCount) {
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
void KernelEmitter::nest(unsigned loop, mlir::Value block) {
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

void KernelEmitter::storeAll(int64_t parts) {
  for (int64_t part = 0; part < parts; ++part) {
    e_.setPart(part);
    body_.storeAll();
  }
  e_.setPart(0);
}

void KernelEmitter::storeKept(int64_t parts) {
  for (int64_t part = 0; part < parts; ++part) {
    e_.setPart(part);
    body_.storeKept();
  }
  e_.setPart(0);
}

// Takes the elements at the index into the sums of a pass, and stores what the pass has to, if the row `exists`
// (null: it does); returns the sums.
llvm::SmallVector<mlir::Value> KernelEmitter::step(Reductions &reductions, int stage, int64_t parts,
                                                   mlir::ValueRange sums, mlir::Value exists) {
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

void KernelEmitter::ifExists(mlir::Value exists, llvm::function_ref<void()> body) {
  auto branch = mlir::scf::IfOp::create(e_.b, e_.loc, exists, false);
  e_.inside(branch, branch.getThenRegion().front(), body);
}

// Runs `body` over the lanes of a block: whole vectors first, then what is left under a mask.
llvm::SmallVector<mlir::Value> KernelEmitter::lanes(mlir::Value block, llvm::SmallVector<mlir::Value> carried,
                                                    LaneBody body) {
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

// The reduced loops but for the lane's, and inside them the lanes.
llvm::SmallVector<mlir::Value> KernelEmitter::sum(unsigned loop, llvm::SmallVector<mlir::Value> carried,
                                                  LaneBody body) {
  if (loop < summed_.size())
    return e_.loop(e_.constant(0), e_.constant(summed_[loop].size), 1, carried,
                   [&](mlir::Value i, mlir::ValueRange values) {
                     e_.setIndex(summed_[loop].variable, i);
                     return sum(loop + 1, llvm::to_vector(values), body);
                   });
  if (lane_ && lane_->reduced) return lanes({}, carried, body);
  return body(columnParts_, carried);
}

// Pieces of `elements` are read in each iteration of the innermost reduced loop beside the lanes': ahead by about as
// much as memory takes to answer.
void KernelEmitter::prefetch(int64_t elements) {
  constexpr int64_t kAhead = 2048;
  if (!summed_.empty() && elements <= kAhead)
    e_.setPrefetch(summed_.back().variable, std::max<int64_t>(1, kAhead / elements));
}

namespace {

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

// Kernels over columns: blocks whose sums are in registers, strips whose sums are in memory, and scatters.
#include "codegen/cpu/kernel_emitter.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;

// A block of columns, whose lanes are known outside the reduced loops.
void KernelEmitter::columns(mlir::Value block) {
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
  mlir::Value isLast = arith::CmpIOp::create(e_.b, e_.loc, arith::CmpIPredicate::eq, block, e_.constant(s_.blocks - 1));
  auto branch = mlir::scf::IfOp::create(e_.b, e_.loc, isLast, true);
  e_.inside(branch, branch.getThenRegion().front(), [&] { run(low, 1, n % s_.width); });
  e_.reduced.clear();
  e_.inside(branch, branch.getElseRegion().front(), [&] { run(low, 1, 0); });
}

void KernelEmitter::columnBlock() {
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
void KernelEmitter::scatter(int64_t parts) {
  columnParts_ = parts;
  sum(0, {}, [&](int64_t, mlir::ValueRange) {
    body_.scatter(parts);
    return llvm::SmallVector<mlir::Value>();
  });
}

// A strip of columns with accumulators in memory: some rows at a time, a register's worth of columns after the other.
// Memory is read in pieces as long as the strip is wide.
void KernelEmitter::strip(mlir::Value low) {
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
void KernelEmitter::stripRows(unsigned loop, llvm::function_ref<void(mlir::Value, mlir::Value)> body) {
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
llvm::SmallVector<mlir::Value> KernelEmitter::stripAddresses(llvm::ArrayRef<mlir::Type> vectors, mlir::Value at) {
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

void KernelEmitter::storeStrip(llvm::ArrayRef<mlir::Value> values, mlir::Value at) {
  llvm::SmallVector<mlir::Type> types(mlir::ValueRange(values).getTypes());
  for (auto [v, to] : llvm::zip_equal(values, stripAddresses(types, at))) LLVM::StoreOp::create(e_.b, e_.loc, v, to, 4);
}

llvm::SmallVector<mlir::Value> KernelEmitter::loadStrip(llvm::ArrayRef<mlir::Type> types, mlir::Value at) {
  llvm::SmallVector<mlir::Value> values;
  for (auto [type, from] : llvm::zip_equal(types, stripAddresses(types, at)))
    values.push_back(LLVM::LoadOp::create(e_.b, e_.loc, type, from, 4));
  return values;
}

}  // namespace fluxion::codegen

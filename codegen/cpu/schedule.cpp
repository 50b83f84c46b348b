#include <cmath>

#include "codegen/cpu/kernel.h"
#include "codegen/loops/reduction.h"
#include "codegen/lower/types.h"
#include "ir/folds.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

namespace fluxion::codegen {

namespace {

// Lanes such that the widest register of the body is filled: 16 of f32, 8 where all is 64 bits wide.
int64_t chooseWidth(ir::KernelOp kernel, int64_t vectorBytes) {
  int64_t least = 8;
  auto consider = [&](mlir::Value v) {
    mlir::Type type = computeType(ir::elementType(v));
    if (!type.isInteger(1)) least = std::min<int64_t>(least, type.getIntOrFloatBitWidth() / 8);
  };
  for (mlir::BlockArgument v : kernel.getBody().getArguments())
    if (!ir::shapeOf(v).empty()) consider(v);
  for (mlir::Operation &op : kernel.getBody().front().without_terminator())
    for (mlir::Value v : op.getResults())
      if (!ir::shapeOf(v).empty()) consider(v);
  return vectorBytes / std::max<int64_t>(least, 4);
}

bool isDear(mlir::Operation *op) {
  auto elementwise = mlir::dyn_cast<ir::ElementwiseInterface>(op);
  return elementwise && !elementwise.isCheap();
}

struct Work {
  double perElement = 0;  // ns
  int dear = 0, ops = 0;
};

Work estimate(ir::KernelOp kernel, int64_t width) {
  Work w;
  for (mlir::BlockArgument v : kernel.getBody().getArguments())
    w.perElement += 0.02 * static_cast<double>(storageBytes(ir::elementType(v)));
  for (mlir::Operation &op : kernel.getBody().front().without_terminator()) {
    ++w.ops;
    if (isDear(&op)) ++w.dear;
    w.perElement += (isDear(&op) ? 8.0 : 0.4) / static_cast<double>(width);
  }
  for (mlir::Value v : kernel.getResults())
    w.perElement += 0.03 * static_cast<double>(storageBytes(ir::elementType(v)));
  return w;
}

int64_t chooseParts(const Work &work, int64_t lanes, int64_t width, bool reduces) {
  if (work.dear || work.ops > 24) return 1;
  for (int64_t parts : {4, 2})
    if (lanes % (parts * width) == 0 && (reduces || lanes > parts * width)) return parts;
  return 1;
}

int countReductions(ir::KernelOp kernel) {
  return static_cast<int>(
      llvm::count_if(kernel.getBody().front(), [](mlir::Operation &op) { return isReduction(&op); }));
}

// Columns that are summed up are read row by row, so the wider a block of them the longer are the pieces that memory
// gives in turn: as many accumulators as there are registers to spare, while there are tiles for some threads.
int64_t widenColumns(ir::KernelOp kernel, const Work &work, int64_t parts, int64_t lanes, int64_t others, int64_t width,
                     int64_t vectorBytes) {
  for (mlir::Operation &op : kernel.getBody().front().without_terminator())
    if (mlir::isa<ir::ArgReduceOp>(op)) return parts;
  if (work.dear || work.ops > 4 || countReductions(kernel) != 1 || updateOf(kernel)) return parts;
  constexpr int64_t kTiles = 8;
  for (int64_t wide = vectorBytes == 64 ? 16 : 8; wide > parts; wide /= 2)
    if (lanes % (wide * width) == 0 && lanes / (wide * width) * others >= kTiles) return wide;
  return parts;
}

// The bytes that the accumulators of one column take, if all sums of the kernel can be kept in memory; else 0.
int64_t accumulatorBytes(ir::KernelOp kernel) {
  llvm::DenseMap<mlir::Value, int> stages;
  int64_t bytes = 0;
  for (mlir::Operation &op : kernel.getBody().front().without_terminator()) {
    if (!isReduction(&op)) continue;
    mlir::Type element = ir::elementType(op.getOperand(0));
    // Positions are not summed up, and there are no lanes of bools or of complex numbers in memory.
    if (mlir::isa<ir::ArgReduceOp>(op) || element.isInteger(1) || !element.isIntOrFloat()) return 0;
    if (stageOf(op.getOperand(0), stages) > 0) return 0;
    bytes += static_cast<int64_t>(computeType(element).getIntOrFloatBitWidth() / 8);
  }
  auto results = kernel.getBody().front().getTerminator()->getOperands();
  for (auto [i, v] : llvm::enumerate(results))
    if (isWholeOutput(kernel, i) && stageOf(v, stages) > 0) return 0;
  return bytes;
}

// Whether columns are summed up by strips with accumulators in memory, and how wide those are. It pays where rows are
// so long that blocks of registers would read them in small pieces, each from another page.
int64_t chooseStrip(const KernelSchedule &s, int64_t lanes, int64_t others, int64_t bytes, int64_t sums) {
  constexpr int64_t kLeast = 1024, kMost = 16384, kTiles = 4;  // bytes of a row's piece; tiles for several threads
  const int64_t step = s.parts * s.width;
  int64_t innermost = 0;
  for (const Loop &loop : s.loops.loops)
    if (loop.reduced) innermost = loop.size;
  if (innermost < 16) return 0;
  for (int64_t pieces = 1; lanes / pieces * bytes >= kLeast; ++pieces) {
    const int64_t strip = lanes / pieces;
    if (lanes % pieces == 0 && strip % step == 0 && strip * sums <= kMost && pieces * others >= kTiles) return strip;
  }
  return 0;
}

// Rows added up in registers spare accumulators in memory; but then what columns share is computed for each block.
int64_t chooseStripRows(const Work &work, int reductions) { return work.ops <= 4 && reductions == 1 ? 4 : 1; }

// The last pass over a row, in which something is summed up or stored as a whole.
int lastStage(ir::KernelOp kernel) {
  llvm::DenseMap<mlir::Value, int> stages;
  int last = foldStage(kernel, stages);
  for (mlir::Operation &op : kernel.getBody().front().without_terminator())
    if (isReduction(&op)) last = std::max(last, stageOf(op.getOperand(0), stages));
  for (auto [i, v] : llvm::enumerate(kernel.getBody().front().getTerminator()->getOperands()))
    if (isWholeOutput(kernel, i)) last = std::max(last, stageOf(v, stages));
  return last;
}

// Whether to compute an element of v, one of `whole`, again takes more than to keep it in a row of `row` elements: a
// dear op, or several of cheap ones and reads of rows. Dear ones among the operands are kept themselves.
bool isWorthKeeping(mlir::Value v, int64_t whole, int64_t row) {
  constexpr int kSeveral = 8;
  if (!mlir::isa<ir::ElementwiseInterface>(v.getDefiningOp())) return false;
  if (isDear(v.getDefiningOp())) return true;
  int cost = 0;
  llvm::DenseSet<mlir::Value> seen;
  llvm::SmallVector<mlir::Value> work{v};
  while (!work.empty() && cost < kSeveral) {
    mlir::Value x = work.pop_back_val();
    auto *op = x.getDefiningOp();
    const int64_t n = ir::tensorType(x).getNumElements();
    if ((n != whole && n != row) || (op && isReduction(op)) || !seen.insert(x).second) continue;
    if (!op || isDear(op)) {
      ++cost;
      continue;
    }
    cost += n == whole && mlir::isa<ir::ElementwiseInterface>(op);
    llvm::append_range(work, op->getOperands());
  }
  return cost >= kSeveral;
}

// The values of an earlier pass that a later pass reads again and had better not compute again.
void chooseRows(ir::KernelOp kernel, KernelSchedule &s) {
  llvm::DenseMap<mlir::Value, int> stages;
  llvm::DenseMap<mlir::Value, int> computed;  // in which pass first
  int64_t all = 1;
  for (const Loop &loop : s.loops.loops) all *= loop.size;
  auto *yield = kernel.getBody().front().getTerminator();
  const int last = lastStage(kernel);
  for (int stage = 0; stage <= last; ++stage) {
    llvm::SmallVector<mlir::Value> work;
    for (mlir::Operation &op : kernel.getBody().front().without_terminator())
      if (isReduction(&op) && stageOf(op.getOperand(0), stages) == stage) work.push_back(op.getOperand(0));
    for (auto [i, v] : llvm::enumerate(yield->getOperands()))
      if (ir::isFold(kernel, i) && foldStage(kernel, stages) == stage) work.push_back(v.getDefiningOp()->getOperand(0));
    for (auto [i, v] : llvm::enumerate(yield->getOperands()))
      if (isWholeOutput(kernel, i) && stageOf(v, stages) == stage) work.push_back(v);
    llvm::DenseSet<mlir::Value> seen;
    llvm::SmallVector<mlir::Value> fresh;
    while (!work.empty()) {
      mlir::Value v = work.pop_back_val();
      auto *op = v.getDefiningOp();
      if (!op || isReduction(op) || !seen.insert(v).second) continue;
      if (ir::tensorType(v).getNumElements() == all && isWorthKeeping(v, all, s.rowElements)) {
        if (auto it = computed.find(v); it != computed.end()) {
          if (!llvm::is_contained(llvm::make_first_range(s.rows), v)) s.rows.push_back(*it);
          continue;
        }
        fresh.push_back(v);
      }
      llvm::append_range(work, op->getOperands());
    }
    for (mlir::Value v : fresh) computed.try_emplace(v, stage);
  }
}

// Rows whose elements take so much arithmetic that memory waits for it, of which the caches hold as many as there are
// passes, and which are enough to make good for those that are begun and ended with. Where there is little to compute
// several rows are only in each other's way.
bool isWorthPipelining(ir::KernelOp kernel, const KernelSchedule &s, int64_t vectorBytes) {
  constexpr int64_t kLeastRows = 32, kMostBytes = 2 << 20;
  auto isDearWhole = [&](mlir::Operation &op) {
    return isDear(&op) && ir::tensorType(op.getResult(0)).getNumElements() == s.tiles * s.rowElements;
  };
  if (updateOf(kernel) || llvm::none_of(kernel.getBody().front(), isDearWhole)) return false;
  if (!s.loops.lanesReduced() || s.passes < 2 || vectorBytes < 64 || s.tiles < kLeastRows) return false;
  if (llvm::any_of(s.loops.loops, [](const Loop &loop) { return loop.folded; })) return false;
  if (llvm::count_if(s.loops.loops, [](const Loop &loop) { return loop.reduced; }) != 1) return false;
  int64_t bytes = 0;  // of a row
  for (mlir::Value v : kernel.getInputs())
    if (ir::tensorType(v).getNumElements() % s.rowElements == 0)
      bytes += s.rowElements * storageBytes(ir::elementType(v));
  for (mlir::Value v : llvm::make_first_range(s.rows)) bytes += scratchRowBytes(s, v);
  return s.rowElements >= 2 * s.width && bytes * s.passes <= kMostBytes;
}

// Results that do not fit into a cache, of which what is written first is gone before it is read. Lines that are stored
// past the caches are not read from memory before.
void chooseStreamed(ir::KernelOp kernel, KernelSchedule &s) {
  constexpr int64_t kLeast = int64_t{16} << 20;
  // Squares write a line of one row after the other's: memory would open and close a page for each.
  if (updateOf(kernel) || s.along >= 0) return;
  for (auto [i, v] : llvm::enumerate(kernel.getResults()))
    if (ir::shapeDtypeOf(v.getType()).bytes() >= kLeast && isWholeOutput(kernel, i)) s.streamed.push_back(i);
}

}  // namespace

llvm::SmallVector<std::pair<mlir::Value, ir::IndexExpr>, 2> rowGathers(ir::KernelOp kernel, KernelLoops &loops) {
  llvm::SmallVector<std::pair<mlir::Value, ir::IndexExpr>, 2> found;
  const int lane = loops.loops[loops.lane].variable;
  auto isLoaded = [&](auto term) { return loops.space[term.first].kind == ir::IndexVariable::Kind::loaded; };
  visitExpressions(kernel, loops, [&](mlir::Value v, const ir::IndexExpr &e) {
    if (!mlir::isa_and_present<mlir::BlockArgument>(v) || !ir::elementType(v).isIntOrFloat()) return;
    if (coefficient(e, lane) != 1 || llvm::none_of(e.terms, isLoaded)) return;
    for (auto term : e.terms)  // each vector of lanes lies together
      if (term.first != lane && (loops.space[term.first].loops & uint64_t{1} << lane)) return;
    if (!llvm::is_contained(found, std::pair(v, e))) found.push_back({v, e});
  });
  return found;
}

int64_t scratchRowBytes(const KernelSchedule &s, mlir::Value v) {
  return (s.rowElements * (computeType(ir::elementType(v)).getIntOrFloatBitWidth() / 8) + 127) / 64 * 64;
}

int64_t partsOfPass(const KernelSchedule &s, llvm::ArrayRef<mlir::Operation *> reductions) {
  Work work;
  llvm::SetVector<mlir::Operation *> ops(reductions.begin(), reductions.end());
  for (unsigned i = 0; i < ops.size(); ++i) {
    work.dear += isDear(ops[i]);
    for (mlir::Value v : ops[i]->getOperands())
      if (auto *op = v.getDefiningOp(); op && !isReduction(op)) ops.insert(op);
  }
  work.ops = static_cast<int>(ops.size());
  return chooseParts(work, s.loops.loops[s.loops.lane].size, s.width, true);
}

KernelSchedule scheduleKernel(ir::KernelOp kernel, int64_t vectorBytes) {
  KernelSchedule s;
  s.width = chooseWidth(kernel, vectorBytes);
  s.loops = planLoops(kernel, s.width);
  auto &loops = s.loops.loops;
  int64_t lanes = s.loops.lane < 0 ? 1 : loops[s.loops.lane].size, perTile = 1;
  Work work = estimate(kernel, s.width);
  bool reduces = !kernel.getReduced().empty();
  // A scatter is emitted as reductions over columns are, even if it applies one update only.
  bool byColumns = reduces || mlir::isa_and_nonnull<ir::ScatterOp>(updateOf(kernel));
  s.parts = chooseParts(work, lanes, s.width, reduces);
  s.rowElements = 1;
  for (const Loop &loop : loops)
    if (loop.reduced) s.rowElements *= loop.size;
  int64_t rows = 1;  // of a tile
  for (const Loop &loop : loops) s.outer += !loop.reduced && !loop.folded, rows *= loop.folded ? loop.size : 1;
  if (s.loops.lane >= 0 && !s.loops.lanesReduced()) {
    --s.outer;
    int64_t others = 1;
    for (int i = 0; i < static_cast<int>(loops.size()); ++i)
      if (i != s.loops.lane && !loops[i].reduced) others *= loops[i].size;
    if (reduces) s.parts = widenColumns(kernel, work, s.parts, lanes, others, s.width, vectorBytes);
    int64_t limit = byColumns ? s.parts * s.width : 8192;
    const int64_t bytes = vectorBytes / s.width;
    const int64_t sums = reduces && !updateOf(kernel) ? accumulatorBytes(kernel) : 0;
    const int64_t strip = sums ? chooseStrip(s, lanes, others, bytes, sums) : 0;
    if (strip > limit) {
      limit = strip;
      s.strips = true;
      s.stripRows = chooseStripRows(work, countReductions(kernel));
      s.block = strip, s.blocks = lanes / strip;
      s.scratchBytes = strip * sums;
    }
    if (lanes > limit) s.block = byColumns ? limit : 4096, s.blocks = (lanes + s.block - 1) / s.block;
    perTile = s.block ? s.block : lanes;
  }
  s.along = findTransposed(kernel, s.loops, s.width, s.transposed);
  if (s.along >= 0) {
    // Tiles of 4·width iterations of that loop by all lanes.
    s.parts = 1, s.block = 0, s.blocks = 1;
    s.alongBlocks = (loops[s.along].size + 4 * s.width - 1) / (4 * s.width);
    s.scratchBytes = transposedBytes(s.transposed, s.width);
    perTile = 4 * s.width * lanes;
    s.tiles = s.alongBlocks;
    for (int i = 0; i < static_cast<int>(loops.size()); ++i)
      if (i != s.along && i != s.loops.lane) s.tiles *= loops[i].size;
  }
  if (!byColumns && s.along < 0)  // short rows are taken together
    while (s.blocks == 1 && s.outer > 0 && perTile * loops[s.outer - 1].size <= 8192) perTile *= loops[--s.outer].size;
  perTile *= s.rowElements * rows;
  if (s.along < 0) s.tiles = s.blocks;
  for (unsigned i = 0, n = 0; s.along < 0 && i < loops.size() && n < s.outer; ++i) {
    if (static_cast<int>(i) == s.loops.lane || loops[i].reduced || loops[i].folded) continue;
    s.tiles *= loops[i].size;
    ++n;
  }
  for (mlir::Value v : kernel.getResults())
    if (ir::tensorType(v).getNumElements() == 0) s.tiles = 0;
  if (updateOf(kernel) && llvm::is_contained(kernel.getShape(), 0)) s.tiles = 0;
  if (s.loops.lanesReduced()) chooseRows(kernel, s), s.passes = 1 + lastStage(kernel);
  if (isWorthPipelining(kernel, s, vectorBytes)) {
    s.pipelined = true;
    s.parts = lanes / s.width % 2 ? 1 : 2;
  }
  chooseStreamed(kernel, s);
  for (auto [v, stage] : s.rows) s.scratchBytes += scratchRowBytes(s, v) * (s.pipelined ? s.passes - stage : 1);
  // Rows of a page's part or more, which are read from all over memory.
  constexpr int64_t kLeastGathered = 512;  // bytes
  s.gathersRows = kernel.getKind() == "loop" && s.along < 0 && s.loops.lane >= 0 && s.blocks == 1 && s.outer > 0 &&
                  s.outer + 1 == loops.size() && lanes * vectorBytes / s.width >= kLeastGathered &&
                  !rowGathers(kernel, s.loops).empty();
  double ns = std::max(1.0, static_cast<double>(perTile) * work.perElement);
  s.grain = std::max<int64_t>(1, std::llround(20000 / ns));
  return s;
}

}  // namespace fluxion::codegen

#include "codegen/cpu/transposed.h"

#include "codegen/lower/types.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;

namespace {

int64_t bytesOf(const TransposedRead &read, int64_t width) {
  return width * width * storageBytes(ir::elementType(read.input));
}

// Rows of a square become its columns: log₂(width) rounds in which pairs of rows exchange halves of their lanes.
void transpose(Emitter &e, llvm::SmallVectorImpl<mlir::Value> &rows) {
  auto n = static_cast<int64_t>(rows.size());
  for (int64_t d = 1; d < n; d *= 2) {
    llvm::SmallVector<int64_t> low, high;
    for (int64_t lane = 0; lane < n; ++lane) {
      low.push_back(lane & d ? n + lane - d : lane);
      high.push_back(lane & d ? n + lane : lane + d);
    }
    for (int64_t r = 0; r < n; ++r) {
      if (r & d) continue;
      mlir::Value a = rows[r], b = rows[r + d];
      rows[r] = mlir::vector::ShuffleOp::create(e.b, e.loc, a, b, low);
      rows[r + d] = mlir::vector::ShuffleOp::create(e.b, e.loc, a, b, high);
    }
  }
}

}  // namespace

int64_t transposedBytes(llvm::ArrayRef<TransposedRead> reads, int64_t width) {
  int64_t bytes = 0;
  for (const TransposedRead &read : reads) bytes += bytesOf(read, width);
  return bytes;
}

void fillTransposed(Emitter &e, llvm::ArrayRef<TransposedRead> reads, int along, int64_t laneCount, mlir::Value count,
                    mlir::Value scratch) {
  int variable = e.loops.loops[along].variable, lane = e.loops.loops[e.loops.lane].variable;
  mlir::Value mask = e.firstLanes(count);
  int64_t offset = 0;
  for (const TransposedRead &read : reads) {
    mlir::Type element = ir::elementType(read.input), storage = storageType(element);
    auto type = mlir::VectorType::get({e.width}, storage);
    unsigned align = static_cast<unsigned>(storageBytes(element));
    mlir::Value nothing = arith::ConstantOp::create(e.b, e.loc, e.b.getZeroAttr(type)), first = e.index(read.position);
    llvm::SmallVector<mlir::Value> rows;
    for (int64_t l = 0; l < e.width; ++l) {
      // Lanes that do not exist read the last one that does.
      mlir::Value at = e.constant(std::min(l, laneCount - 1) * coefficient(read.position, lane));
      mlir::Value from = e.address(e.pointerOf(read.input), storage, arith::AddIOp::create(e.b, e.loc, first, at));
      rows.push_back(LLVM::MaskedLoadOp::create(e.b, e.loc, type, from, mask, nothing, e.b.getI32IntegerAttr(align)));
    }
    transpose(e, rows);
    mlir::Value tile = e.address(scratch, e.b.getI8Type(), e.constant(offset));
    for (int64_t r = 0; r < e.width; ++r)
      LLVM::StoreOp::create(e.b, e.loc, rows[r], e.address(tile, storage, e.constant(r * e.width)), 64);
    mlir::Value row = arith::MulIOp::create(e.b, e.loc, e.index(e.loops.space.variable(variable)), e.constant(e.width));
    e.addTile(read.input, read.position, {tile, row, variable});
    offset += bytesOf(read, e.width);
  }
}

}  // namespace fluxion::codegen

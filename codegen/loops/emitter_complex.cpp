// Complex elements: pairs of parts, side by side in memory and in registers.
#include "codegen/loops/emitter.h"
#include "codegen/lower/types.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;

namespace {

int64_t elementsOf(mlir::Value v) {
  auto vector = mlir::dyn_cast<mlir::VectorType>(v.getType());
  return vector ? vector.getNumElements() : 1;
}

}  // namespace

mlir::Value Emitter::pairOf(mlir::Value re, mlir::Value im) {
  if (elementsOf(re) == 1 && elementsOf(im) == 1) {
    mlir::Value pair = LLVM::PoisonOp::create(b, loc, mlir::VectorType::get({2}, re.getType()));
    pair = LLVM::InsertElementOp::create(b, loc, pair, re, constant(0));
    return LLVM::InsertElementOp::create(b, loc, pair, im, constant(1));
  }
  llvm::SmallVector<int64_t> lanes;
  for (int64_t i = 0; i < width; ++i) lanes.append({i, width + i});
  return mlir::vector::ShuffleOp::create(b, loc, vectorOf(re), vectorOf(im), lanes);
}

mlir::Value Emitter::partOf(mlir::Value pair, bool imaginary) {
  const int64_t count = elementsOf(pair);
  if (count == 2) return LLVM::ExtractElementOp::create(b, loc, pair, constant(imaginary));
  llvm::SmallVector<int64_t> lanes;
  for (int64_t i = imaginary; i < count; i += 2) lanes.push_back(i);
  return mlir::vector::ShuffleOp::create(b, loc, pair, pair, lanes);
}

mlir::Value Emitter::multiplyPairs(mlir::Value x, mlir::Value y) {
  mlir::Value p[] = {partOf(x, false), partOf(x, true), partOf(y, false), partOf(y, true)};
  if (elementsOf(x) != elementsOf(y))
    for (mlir::Value &v : p) v = vectorOf(v);
  auto times = [&](mlir::Value l, mlir::Value r) { return arith::MulFOp::create(b, loc, l, r).getResult(); };
  return pairOf(arith::SubFOp::create(b, loc, times(p[0], p[2]), times(p[1], p[3])),
                arith::AddFOp::create(b, loc, times(p[0], p[3]), times(p[1], p[2])));
}

mlir::Value Emitter::loadPair(mlir::Value pointer, mlir::Type part, const ir::IndexExpr &position,
                              const Guards &guards) {
  if (laneStride(position) == 1 && guards.empty() && !laneMask()) {
    mlir::Value from = address(pointer, part, index(loops.space.scale(position, 2)));
    auto type = mlir::VectorType::get({2 * width}, part);
    return LLVM::LoadOp::create(b, loc, type, from, static_cast<unsigned>(storageBytes(part)));
  }
  ir::IndexExpr re = loops.space.scale(position, 2);
  return pairOf(load(pointer, part, re, guards), load(pointer, part, ir::IndexSpace::plus(re, 1), guards));
}

void Emitter::storePair(mlir::Value pointer, mlir::Type part, const ir::IndexExpr &position, mlir::Value pair) {
  ir::IndexExpr re = loops.space.scale(position, 2);
  if (laneStride(position) == 1 && !laneMask() && elementsOf(pair) == 2 * width) {
    LLVM::StoreOp::create(b, loc, pair, address(pointer, part, index(re)), static_cast<unsigned>(storageBytes(part)));
    return;
  }
  store(pointer, part, re, partOf(pair, false));
  store(pointer, part, ir::IndexSpace::plus(re, 1), partOf(pair, true));
}

}  // namespace fluxion::codegen

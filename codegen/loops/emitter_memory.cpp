// Indices, loads and stores.
#include <climits>

#include "codegen/loops/emitter.h"
#include "codegen/lower/elementwise.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Matchers.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;
using ir::IndexExpr;
using ir::IndexVariable;
using ir::IndexVector;

namespace {

constexpr int64_t kIrregular = INT64_MIN;

int indexTag;  // its address marks memoised indices

// Whether a mask is known to be the first lane alone. LLVM 22 makes of a truncation that is stored under such a mask a
// scalar store of the untruncated width, which writes beyond the element (X86: reduceMaskedStoreToScalarStore).
bool isFirstLane(mlir::Value mask) {
  mlir::DenseElementsAttr lanes;
  if (!mlir::matchPattern(mask, mlir::m_Constant(&lanes))) return false;
  return llvm::count(lanes.getValues<bool>(), true) == 1 && *lanes.value_begin<bool>();
}

}  // namespace

mlir::Value Emitter::index(const IndexExpr &e) {
  if (e.isConstant()) return constant(e.constant);
  return memoise(&indexTag, {e}, {}, loops.space.loops(e), usesResults(e), [&] {
    mlir::Value sum;
    for (auto [v, k] : e.terms) {
      mlir::Value term = variable(v);
      if (k != 1) term = arith::MulIOp::create(b, loc, term, constant(k));
      sum = sum ? arith::AddIOp::create(b, loc, sum, term).getResult() : term;
    }
    if (e.constant) sum = arith::AddIOp::create(b, loc, sum, constant(e.constant));
    return sum;
  });
}

mlir::Value Emitter::variable(int number) {
  const IndexVariable var = loops.space[number];
  switch (var.kind) {
    case IndexVariable::Kind::loop: {
      mlir::Value i;
      for (const Frame &frame : frames_)
        if (auto found = frame.indices.lookup(number)) i = found;
      bool isLane = loops.lane >= 0 && loops.loops[loops.lane].variable == number;
      return isLane && part_ ? arith::AddIOp::create(b, loc, i, constant(part_ * width)).getResult() : i;
    }
    case IndexVariable::Kind::quotient: {
      mlir::Value of = index(var.of);
      if (loops.space.range(var.of).low >= 0) return arith::DivUIOp::create(b, loc, of, constant(var.by));
      return arith::DivSIOp::create(b, loc, of, constant(var.by));
    }
    case IndexVariable::Kind::remainder: {
      mlir::Value of = index(var.of);
      if (loops.space.range(var.of).low >= 0) return arith::RemUIOp::create(b, loc, of, constant(var.by));
      return arith::RemSIOp::create(b, loc, of, constant(var.by));
    }
    case IndexVariable::Kind::loaded:
      return loadedVariable(var);
  }
  return {};
}

// A position read from memory, as i64 (a scalar, or a vector where it differs by lane), clamped.
mlir::Value Emitter::loadedVariable(const IndexVariable &var) {
  mlir::Value x = value(var.source, var.at);
  mlir::Type element = ir::elementType(var.source), wide = shapedLike(x.getType(), b.getI64Type());
  if (x.getType() != wide) x = emitConvert(b, loc, x, element, b.getI64Type());
  mlir::Value high = integerOf(b, loc, wide, var.high);
  if (isUnsigned(element)) return arith::MinUIOp::create(b, loc, x, high);
  return arith::MaxSIOp::create(b, loc, arith::MinSIOp::create(b, loc, x, high), integerOf(b, loc, wide, 0));
}

mlir::Type Emitter::indexLanesType(const IndexExpr &e) const {
  std::function<bool(const IndexExpr &)> fits = [&](const IndexExpr &x) {
    ir::IndexRange r = loops.space.range(x);
    if (r.low < -(int64_t{1} << 30) || r.high >= int64_t{1} << 30) return false;
    return llvm::all_of(x.terms, [&](auto term) {
      const IndexVariable &v = loops.space[term.first];
      return v.kind == IndexVariable::Kind::loop || v.kind == IndexVariable::Kind::loaded || fits(v.of);
    });
  };
  return fits(e) ? b.getI32Type() : b.getI64Type();
}

mlir::Value Emitter::indexLanes(const IndexExpr &e) {
  mlir::Type element = indexLanesType(e);
  return memoise(&indexTag, {e, IndexExpr{1, {}}}, {}, loops.space.loops(e), usesResults(e), [&] {
    auto type = mlir::VectorType::get({width}, element);
    IndexExpr uniform{e.constant, {}};
    mlir::Value sum;
    for (auto [v, k] : e.terms) {
      if (!(loops.space[v].loops & laneBit())) {
        uniform.terms.push_back({v, k});
        continue;
      }
      mlir::Value term = variableLanes(v, type);
      if (k != 1) term = arith::MulIOp::create(b, loc, term, integerOf(b, loc, type, k));
      sum = sum ? arith::AddIOp::create(b, loc, sum, term).getResult() : term;
    }
    if (uniform.terms.empty() && !uniform.constant) return sum;
    mlir::Value base = index(uniform);
    if (!element.isInteger(64)) base = arith::TruncIOp::create(b, loc, element, base);
    return arith::AddIOp::create(b, loc, sum, vectorOf(base)).getResult();
  });
}

mlir::Value Emitter::positions(const IndexExpr &e) {
  mlir::Value i = dependsOnLane(e) ? indexLanes(e) : index(e);
  mlir::Type type = shapedLike(i.getType(), b.getI32Type());
  return i.getType() == type ? i : arith::TruncIOp::create(b, loc, type, i).getResult();
}

mlir::Value Emitter::variableLanes(int number, mlir::Type type) {
  const IndexVariable var = loops.space[number];
  mlir::Type element = mlir::getElementTypeOrSelf(type);
  auto resized = [&](mlir::Value x) -> mlir::Value {
    unsigned from = mlir::getElementTypeOrSelf(x.getType()).getIntOrFloatBitWidth(),
             to = element.getIntOrFloatBitWidth();
    if (from == to) return x;
    return from > to ? arith::TruncIOp::create(b, loc, type, x).getResult()
                     : arith::ExtSIOp::create(b, loc, type, x).getResult();
  };
  switch (var.kind) {
    case IndexVariable::Kind::loop: {
      mlir::Value base = variable(number);
      if (!element.isInteger(64)) base = arith::TruncIOp::create(b, loc, element, base);
      llvm::SmallVector<mlir::Attribute> steps;
      for (int64_t i = 0; i < width; ++i) steps.push_back(b.getIntegerAttr(element, i));
      mlir::Value step =
          arith::ConstantOp::create(b, loc, mlir::DenseElementsAttr::get(mlir::cast<mlir::VectorType>(type), steps));
      return arith::AddIOp::create(b, loc, vectorOf(base), step);
    }
    case IndexVariable::Kind::quotient:
    case IndexVariable::Kind::remainder: {
      mlir::Value of = resized(indexLanes(var.of)), by = integerOf(b, loc, type, var.by);
      bool isQuotient = var.kind == IndexVariable::Kind::quotient;
      if (loops.space.range(var.of).low >= 0)
        return isQuotient ? arith::DivUIOp::create(b, loc, of, by).getResult()
                          : arith::RemUIOp::create(b, loc, of, by).getResult();
      return isQuotient ? arith::DivSIOp::create(b, loc, of, by).getResult()
                        : arith::RemSIOp::create(b, loc, of, by).getResult();
    }
    case IndexVariable::Kind::loaded:
      return resized(vectorOf(loadedVariable(var)));
  }
  return {};
}

int64_t Emitter::laneStride(const IndexExpr &e) const {
  int64_t stride = 0;
  for (auto [v, k] : e.terms) {
    if (!(loops.space[v].loops & laneBit())) continue;
    if (loops.space[v].kind != IndexVariable::Kind::loop) return kIrregular;
    stride = k;
  }
  return stride;
}

mlir::Value Emitter::address(mlir::Value pointer, mlir::Type storage, mlir::Value index) {
  return LLVM::GEPOp::create(b, loc, pointer.getType(), storage, pointer, llvm::ArrayRef<LLVM::GEPArg>{index});
}

mlir::Value Emitter::load(mlir::Value pointer, mlir::Type element, const IndexExpr &position, const Guards &guards) {
  if (auto complex = mlir::dyn_cast<mlir::ComplexType>(element))
    return loadPair(pointer, complex.getElementType(), position, guards);
  mlir::Type storage = storageType(element);
  unsigned align = static_cast<unsigned>(storageBytes(element));
  mlir::Value condition = guards.empty() ? mlir::Value() : allOf(guards);
  int64_t stride = laneStride(position);
  bool vectorCondition = condition && mlir::isa<mlir::VectorType>(condition.getType());
  if (stride == 0 && !vectorCondition) {
    mlir::Value i = index(position);
    if (condition) i = arith::SelectOp::create(b, loc, condition, i, constant(0));
    return fromStorage(b, loc, LLVM::LoadOp::create(b, loc, storage, address(pointer, storage, i), align), element);
  }
  auto type = mlir::VectorType::get({width}, storage);
  mlir::Value mask = laneMask();
  if (condition) {
    condition = vectorOf(condition);
    mask = mask ? arith::AndIOp::create(b, loc, mask, condition).getResult() : condition;
  }
  mlir::Value loaded;
  if (stride == 1) {
    mlir::Value from = address(pointer, storage, index(position));
    prefetch(from, storage, position);
    if (!mask) {
      loaded = LLVM::LoadOp::create(b, loc, type, from, align);
    } else {
      mlir::Value nothing = arith::ConstantOp::create(b, loc, b.getZeroAttr(type));
      loaded = LLVM::MaskedLoadOp::create(b, loc, type, from, mask, nothing, b.getI32IntegerAttr(align));
    }
  } else {
    mlir::Value lanes = stride == 0 ? vectorOf(index(position)) : indexLanes(position);
    if (mlir::getElementTypeOrSelf(lanes.getType()).isInteger(32))
      lanes = arith::ExtSIOp::create(b, loc, mlir::VectorType::get({width}, b.getI64Type()), lanes);
    auto pointers = mlir::VectorType::get({width}, pointer.getType());
    mlir::Value from = LLVM::GEPOp::create(b, loc, pointers, storage, pointer, llvm::ArrayRef<LLVM::GEPArg>{lanes});
    if (!mask) mask = integerOf(b, loc, mlir::VectorType::get({width}, b.getI1Type()), 1);
    mlir::Value nothing = arith::ConstantOp::create(b, loc, b.getZeroAttr(type));
    loaded = LLVM::masked_gather::create(b, loc, type, from, mask, mlir::ValueRange{nothing}, align);
  }
  return fromStorage(b, loc, loaded, element);
}

void Emitter::prefetch(mlir::Value from, mlir::Type storage, const IndexExpr &position) {
  constexpr int64_t kFar = 2048;  // bytes; hardware follows what it sees within a page
  if (row_) return prefetchPages(from, storage, position);
  for (auto [v, k] : position.terms) {
    if (!ahead_ || v != prefetched_) continue;
    if (!isNear_ && std::abs(k) * (storage.getIntOrFloatBitWidth() / 8) < kFar) continue;
    mlir::Value later = address(from, storage, constant(k * ahead_));
    LLVM::Prefetch::create(b, loc, later, /*rw=*/0, /*hint=*/isNear_ ? 2 : 3, /*cache=*/1);
  }
}

// The hardware begins anew with each page. Every line is asked for, since what reads one line of two looks to it like
// another stream (Zen 5: a third slower than without).
void Emitter::prefetchPages(mlir::Value from, mlir::Type storage, const IndexExpr &position) {
  constexpr int64_t kAhead = 2 * 4096, kLine = 64, kLong = 8 * kAhead;  // bytes
  const int64_t bytes = storage.getIntOrFloatBitWidth() / 8;
  const bool goesOn = row_ * bytes >= kLong || coefficient(position, prefetched_) == row_;
  if (!goesOn || part_ * width * bytes % kLine != 0) return;
  mlir::Value later = address(from, storage, constant(kAhead / bytes));
  LLVM::Prefetch::create(b, loc, later, /*rw=*/0, /*hint=*/3, /*cache=*/1);
}

mlir::Value Emitter::loadTile(const Tile &tile, mlir::Type element) {
  if (tile.value) return tile.value;
  mlir::Type storage = storageType(element);
  mlir::Value i = arith::MulIOp::create(b, loc, variable(tile.variable), constant(width));
  mlir::Value from = address(tile.pointer, storage, arith::SubIOp::create(b, loc, i, tile.first));
  auto type = mlir::VectorType::get({width}, storage);
  return fromStorage(b, loc, LLVM::LoadOp::create(b, loc, type, from, static_cast<unsigned>(storageBytes(element))),
                     element);
}

// Whether a vector stored at `position` begins at a multiple of its width; the lane's own index does.
bool Emitter::fillsVectors(const IndexExpr &position) const {
  return position.constant % width == 0 && llvm::all_of(position.terms, [&](auto term) {
           return term.second % width == 0 || loops.space.loops(ir::IndexExpr{0, {{term.first, 1}}}) == laneBit();
         });
}

void Emitter::storeVector(mlir::Value pointer, mlir::Value to, const IndexExpr &position, mlir::Value value) {
  auto type = mlir::cast<mlir::VectorType>(value.getType());
  const unsigned bytes = type.getElementTypeBitWidth() / 8, size = bytes * static_cast<unsigned>(width);
  auto plain = [&] { LLVM::StoreOp::create(b, loc, value, to, bytes); };
  mlir::Value condition = streamed_.lookup(pointer);
  if (!condition || streamedLine_ % size || !fillsVectors(position)) return plain();
  auto branch = mlir::scf::IfOp::create(b, loc, condition, true);
  mlir::OpBuilder::InsertionGuard guard(b);
  b.setInsertionPoint(branch.thenYield());
  LLVM::StoreOp::create(b, loc, value, to, size, /*isVolatile=*/false, /*isNonTemporal=*/true);
  b.setInsertionPoint(branch.elseYield());
  plain();
}

void Emitter::store(mlir::Value pointer, mlir::Type element, const IndexExpr &position, mlir::Value value) {
  if (auto complex = mlir::dyn_cast<mlir::ComplexType>(element))
    return storePair(pointer, complex.getElementType(), position, value);
  mlir::Type storage = storageType(element);
  unsigned align = static_cast<unsigned>(storageBytes(element));
  int64_t stride = laneStride(position);
  if (stride == 0) {
    assert(!mlir::isa<mlir::VectorType>(value.getType()) && "lanes are stored to one element");
    value = toStorage(b, loc, value, element);
    LLVM::StoreOp::create(b, loc, value, address(pointer, storage, index(position)), align);
    return;
  }
  value = toStorage(b, loc, vectorOf(value), element);
  mlir::Value mask = laneMask();
  if (stride == 1) {
    mlir::Value to = address(pointer, storage, index(position));
    if (mask && isFirstLane(mask))
      LLVM::StoreOp::create(b, loc, LLVM::ExtractElementOp::create(b, loc, value, constant(0)), to, align);
    else if (mask)
      LLVM::MaskedStoreOp::create(b, loc, value, to, mask, align);
    else
      storeVector(pointer, to, position, value);
    return;
  }
  mlir::Value lanes = indexLanes(position);
  if (mlir::getElementTypeOrSelf(lanes.getType()).isInteger(32))
    lanes = arith::ExtSIOp::create(b, loc, mlir::VectorType::get({width}, b.getI64Type()), lanes);
  auto pointers = mlir::VectorType::get({width}, pointer.getType());
  mlir::Value to = LLVM::GEPOp::create(b, loc, pointers, storage, pointer, llvm::ArrayRef<LLVM::GEPArg>{lanes});
  if (!mask) mask = integerOf(b, loc, mlir::VectorType::get({width}, b.getI1Type()), 1);
  LLVM::masked_scatter::create(b, loc, value, to, mask, align);
}

}  // namespace fluxion::codegen

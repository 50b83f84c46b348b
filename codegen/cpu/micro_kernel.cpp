#include "codegen/cpu/micro_kernel.h"

#include <cassert>

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Builders.h"
#include "runtime/gemm_tile.h"

namespace fluxion::codegen {

namespace LLVM = mlir::LLVM;
using mlir::Block;
using mlir::Type;
using mlir::Value;
using Values = llvm::SmallVector<Value, 32>;

namespace {

constexpr int64_t kUnroll = 4;         // steps of k in the body of the loop
constexpr int64_t kRowsOfPointer = 4;  // rows of A reached from one pointer: at 0, 1, 2 and 3 strides

// The sums in registers: mr times the vectors of a row, row after row; and the pointers that step through k.
struct State {
  Values sums;
  Values a;  // one for each kRowsOfPointer rows
  Value b;
  Values all() const {
    Values values = sums;
    values.append(a.begin(), a.end());
    values.push_back(b);
    return values;
  }
};

class Emitter {
 public:
  Emitter(mlir::MLIRContext &context, MicroTile tile, int64_t vectorBytes, DType type)
      : b_(&context), loc_(b_.getUnknownLoc()), tile_(tile), type_(type) {
    sum_ = type == DType::f64 ? Type(b_.getF64Type()) : Type(b_.getF32Type());
    size_ = type == DType::f64 ? 8 : 4;
    lanes_ = vectorBytes / size_;
    vectors_ = tile.nr / lanes_;
    assert(vectors_ * lanes_ == tile.nr && "the tile is not a whole number of vectors wide");
    vector_ = mlir::VectorType::get({lanes_}, sum_);
    pointer_ = LLVM::LLVMPointerType::get(&context);
    i64_ = b_.getI64Type();
  }
  mlir::OwningOpRef<mlir::ModuleOp> emit(llvm::StringRef symbol);

 private:
  Value integer(int64_t x) { return LLVM::ConstantOp::create(b_, loc_, i64_, b_.getI64IntegerAttr(x)); }
  Value multiply(Value x, int64_t y) { return LLVM::MulOp::create(b_, loc_, x, integer(y)); }
  Value at(Value base, Value bytes) {
    return LLVM::GEPOp::create(b_, loc_, pointer_, b_.getI8Type(), base, mlir::ValueRange{bytes});
  }
  Value at(Value base, int64_t bytes) {
    return LLVM::GEPOp::create(b_, loc_, pointer_, b_.getI8Type(), base,
                               llvm::ArrayRef<LLVM::GEPArg>{static_cast<int32_t>(bytes)});
  }
  Value load(Type type, Value from) { return LLVM::LoadOp::create(b_, loc_, type, from, /*alignment=*/size_); }
  Value splat(Value scalar);
  Value multiplyAdd(Value a, Value row, Value sum);
  State step(const State &state);
  State loop(const State &start, Value steps, int64_t unroll);
  void store(const State &state, Value c, Value cRow, bool accumulate);

  mlir::OpBuilder b_;
  mlir::Location loc_;
  MicroTile tile_;
  DType type_;
  Type sum_, vector_, pointer_, i64_;
  int64_t size_ = 4, lanes_ = 0, vectors_ = 0;
  Value aRow_[kRowsOfPointer];  // 1, 2 and 3 row strides of A, bytes
  Value aColumn_, bRow_;
};

Value Emitter::splat(Value scalar) {
  const Value poison = LLVM::PoisonOp::create(b_, loc_, vector_);
  const Value first = LLVM::InsertElementOp::create(b_, loc_, poison, scalar, integer(0));
  return LLVM::ShuffleVectorOp::create(b_, loc_, first, poison, llvm::SmallVector<int32_t>(lanes_, 0));
}

// fmuladd rather than fma: a machine without FMA then multiplies and adds instead of calling a library.
Value Emitter::multiplyAdd(Value a, Value row, Value sum) {
  if (type_ != DType::bf16) return LLVM::FMulAddOp::create(b_, loc_, a, row, sum);
  const Type pairs = mlir::VectorType::get({2 * lanes_}, b_.getBF16Type());
  const Value x = LLVM::BitcastOp::create(b_, loc_, pairs, a), y = LLVM::BitcastOp::create(b_, loc_, pairs, row);
  const auto name = b_.getStringAttr("llvm.x86.avx512bf16.dpbf16ps." + llvm::Twine(lanes_ * 32));
  return LLVM::CallIntrinsicOp::create(b_, loc_, vector_, name, mlir::ValueRange{sum, x, y}).getResult(0);
}

// One step of k: a row of B, and each element of A's column times it. A's elements are reached from few pointers, so
// that the general strides fit the integer registers.
State Emitter::step(const State &state) {
  State next = state;
  Values row;
  for (int64_t j = 0; j < vectors_; ++j) row.push_back(load(vector_, at(state.b, j * lanes_ * size_)));
  for (int64_t i = 0; i < tile_.mr; ++i) {
    const Value base = state.a[static_cast<size_t>(i / kRowsOfPointer)];
    const int64_t rows = i % kRowsOfPointer;
    const Value element = splat(load(sum_, rows == 0 ? base : at(base, aRow_[rows])));
    for (int64_t j = 0; j < vectors_; ++j) {
      Value &sum = next.sums[static_cast<size_t>(i * vectors_ + j)];
      sum = multiplyAdd(element, row[static_cast<size_t>(j)], sum);
    }
  }
  for (Value &pointer : next.a) pointer = at(pointer, aColumn_);
  next.b = at(state.b, bRow_);
  return next;
}

// Runs step `steps`·unroll times; leaves the builder behind the loop.
State Emitter::loop(const State &start, Value steps, int64_t unroll) {
  Block *before = b_.getInsertionBlock();
  mlir::Region *region = before->getParent();
  const Values initial = start.all();
  llvm::SmallVector<Type> types;
  for (Value value : initial) types.push_back(value.getType());
  types.push_back(i64_);
  const llvm::SmallVector<mlir::Location> locations(types.size(), loc_);
  Block *body = b_.createBlock(region, region->end(), types, locations);
  types.pop_back();
  Block *after = b_.createBlock(region, region->end(), types, llvm::ArrayRef(locations).drop_back());

  const auto stateOf = [&](Block *block) {
    State state;
    auto arguments = block->getArguments();
    const size_t sums = start.sums.size(), pointers = start.a.size();
    state.sums.assign(arguments.begin(), arguments.begin() + sums);
    state.a.assign(arguments.begin() + sums, arguments.begin() + sums + pointers);
    state.b = arguments[sums + pointers];
    return state;
  };

  b_.setInsertionPointToEnd(before);
  const Value none = LLVM::ICmpOp::create(b_, loc_, LLVM::ICmpPredicate::sle, steps, integer(0));
  Values entry = initial;
  entry.push_back(steps);
  LLVM::CondBrOp::create(b_, loc_, none, after, initial, body, entry);

  b_.setInsertionPointToEnd(body);
  State state = stateOf(body);
  for (int64_t u = 0; u < unroll; ++u) state = step(state);
  const Value left = LLVM::SubOp::create(b_, loc_, body->getArguments().back(), integer(1));
  const Value more = LLVM::ICmpOp::create(b_, loc_, LLVM::ICmpPredicate::ne, left, integer(0));
  const Values finished = state.all();
  Values again = finished;
  again.push_back(left);
  LLVM::CondBrOp::create(b_, loc_, more, body, again, after, finished);

  b_.setInsertionPointToEnd(after);
  return stateOf(after);
}

void Emitter::store(const State &state, Value c, Value cRow, bool accumulate) {
  Value row = c;
  for (int64_t i = 0; i < tile_.mr; ++i) {
    if (i > 0) row = at(row, cRow);
    for (int64_t j = 0; j < vectors_; ++j) {
      const Value to = at(row, j * lanes_ * size_);
      Value sum = state.sums[static_cast<size_t>(i * vectors_ + j)];
      if (accumulate) sum = LLVM::FAddOp::create(b_, loc_, sum, load(vector_, to));
      LLVM::StoreOp::create(b_, loc_, sum, to, /*alignment=*/size_);
    }
  }
  LLVM::ReturnOp::create(b_, loc_, mlir::ValueRange{});
}

mlir::OwningOpRef<mlir::ModuleOp> Emitter::emit(llvm::StringRef symbol) {
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(loc_);
  b_.setInsertionPointToEnd(module->getBody());
  const Type none = LLVM::LLVMVoidType::get(b_.getContext());
  const auto type =
      LLVM::LLVMFunctionType::get(none, {pointer_, pointer_, pointer_, i64_, i64_, i64_, i64_, i64_, i64_});
  auto function = LLVM::LLVMFuncOp::create(b_, loc_, symbol, type);
  // On some Intel machines LLVM prefers shorter vectors than the tile is made for.
  function.setPassthroughAttr(
      b_.getArrayAttr({b_.getStrArrayAttr({"prefer-vector-width", std::to_string(lanes_ * size_ * 8)})}));
  Block *entry = function.addEntryBlock(b_);
  b_.setInsertionPointToEnd(entry);
  const Value c = entry->getArgument(2), k = entry->getArgument(3), accumulate = entry->getArgument(8);
  for (int64_t rows = 1; rows < kRowsOfPointer; ++rows) aRow_[rows] = multiply(entry->getArgument(4), rows * size_);
  aColumn_ = multiply(entry->getArgument(5), size_);
  bRow_ = multiply(entry->getArgument(6), size_);
  const Value cRow = multiply(entry->getArgument(7), size_);

  State state;
  const Value zero = LLVM::ConstantOp::create(b_, loc_, vector_, b_.getZeroAttr(vector_));
  state.sums.assign(static_cast<size_t>(tile_.mr * vectors_), zero);
  state.b = entry->getArgument(1);
  const Value nextRows = multiply(entry->getArgument(4), kRowsOfPointer * size_);
  for (int64_t i = 0; i < tile_.mr; i += kRowsOfPointer)
    state.a.push_back(i == 0 ? entry->getArgument(0) : at(state.a.back(), nextRows));

  state = loop(state, LLVM::LShrOp::create(b_, loc_, k, integer(2)), kUnroll);
  static_assert(kUnroll == 4);
  state = loop(state, LLVM::AndOp::create(b_, loc_, k, integer(kUnroll - 1)), 1);

  Block *last = b_.getInsertionBlock();
  mlir::Region *region = last->getParent();
  Block *adds = b_.createBlock(region, region->end()), *stores = b_.createBlock(region, region->end());
  b_.setInsertionPointToEnd(last);
  const Value fresh = LLVM::ICmpOp::create(b_, loc_, LLVM::ICmpPredicate::eq, accumulate, integer(0));
  LLVM::CondBrOp::create(b_, loc_, fresh, stores, mlir::ValueRange{}, adds, mlir::ValueRange{});
  b_.setInsertionPointToEnd(adds);
  store(state, c, cRow, /*accumulate=*/true);
  b_.setInsertionPointToEnd(stores);
  store(state, c, cRow, /*accumulate=*/false);
  return module;
}

struct Candidate {
  int64_t mr, vectors;
  double speed;  // from the first-level cache, of the fastest
};
constexpr Candidate k512[] = {{6, 4, 1.0},  {8, 3, 1.0},  {12, 2, 0.99}, {8, 2, 0.98},
                              {4, 4, 0.98}, {24, 1, 0.9}, {8, 1, 0.85}};
constexpr Candidate k256[] = {{6, 2, 1.0}, {10, 1, 0.85}};
constexpr Candidate k128[] = {{4, 2, 1.0}};

}  // namespace

MicroTile chooseMicroTile(int64_t vectorBytes, DType type, int64_t m, int64_t n) {
  const int64_t lanes = vectorBytes / (type == DType::f64 ? 8 : 4);
  const llvm::ArrayRef<Candidate> candidates = vectorBytes == 64   ? llvm::ArrayRef(k512)
                                               : vectorBytes == 32 ? llvm::ArrayRef(k256)
                                                                   : llvm::ArrayRef(k128);
  MicroTile best;
  double least = 0;
  for (const Candidate &candidate : candidates) {
    const int64_t nr = candidate.vectors * lanes;
    const double cost = runtime::tile_cost(candidate.mr, nr, candidate.speed, m, n);
    if (best.mr == 0 || cost < least) {
      best = {candidate.mr, nr};
      least = cost;
    }
  }
  return best;
}

mlir::OwningOpRef<mlir::ModuleOp> emitMicroKernel(mlir::MLIRContext &context, MicroTile tile, int64_t vectorBytes,
                                                  DType type, llvm::StringRef symbol) {
  context.loadDialect<LLVM::LLVMDialect>();
  return Emitter(context, tile, vectorBytes, type).emit(symbol);
}

}  // namespace fluxion::codegen

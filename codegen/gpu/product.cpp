// Matrix products: a block of threads computes a square of the result from strips of the operands, which it brings to
// shared memory piece by piece; each thread has some rows and columns of it in registers.
#include "codegen/loops/product.h"
#include "codegen/gpu/block.h"
#include "codegen/gpu/kernel.h"
#include "codegen/loops/body.h"
#include "codegen/lower/types.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

namespace fluxion::codegen::gpu {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;

namespace {

constexpr int64_t kTile = 64, kDepth = 16, kSide = 16, kEach = kTile / kSide;
static_assert(kSide * kSide == Product::kThreads);

// One operand's strip: kTile rows or columns of the result by all of k.
struct Strip {
  mlir::Value pointer;
  mlir::Value first, batch;       // the first row or column of this block; where the batch begins, in elements
  int64_t size, stride, kStride;  // of the dimension that is not summed up
  mlir::Value shared;
};

class ProductEmitter {
 public:
  ProductEmitter(const Product &product, Block &block)
      : p_(product.shape),
        product_(product),
        block_(block),
        b_(block.b),
        loc_(block.loc),
        type_(computeType(product.result)) {}

  /// Calls `store` for each of the thread's elements, in a branch where it is inside the result.
  using Store = llvm::function_ref<void(mlir::Value row, mlir::Value column, mlir::Value sum)>;

  void begin() {
    mlir::Value tile = block_.number;
    mlir::Value column = times(split(tile, tiles(p_.n)), kTile), row = times(split(tile, tiles(p_.m)), kTile);
    for (size_t i = p_.batch.size(); i-- > 0;) batch.insert(batch.begin(), i ? split(tile, p_.batch[i]) : tile);
    a_ = Strip{block_.pointers[product_.a], row, start(p_.a), p_.m, p_.a.row, p_.a.column, {}};
    b_strip_ = Strip{block_.pointers[product_.b], column, start(p_.b), p_.n, p_.b.column, p_.b.row, {}};
    for (Strip *strip : {&a_.value(), &b_strip_.value()}) strip->shared = block_.shared(type_, kTile * kDepth);
  }

  void run(llvm::function_ref<void(mlir::Operation *, mlir::Block &, llvm::function_ref<void()>)> inside, Store store) {
    mlir::Value y = block_.quotient(block_.thread, kSide), x = block_.remainder(block_.thread, kSide);
    mlir::Value zero = arith::ConstantOp::create(b_, loc_, b_.getZeroAttr(type_));
    auto loop = mlir::scf::ForOp::create(b_, loc_, block_.constant(0), block_.constant(p_.k), block_.constant(kDepth),
                                         llvm::SmallVector<mlir::Value>(kEach * kEach, zero));
    {
      mlir::OpBuilder::InsertionGuard guard(b_);
      b_.setInsertionPointToEnd(loop.getBody());
      fill(*a_, loop.getInductionVar());
      fill(*b_strip_, loop.getInductionVar());
      block_.barrier();
      auto sums = accumulate(
          llvm::SmallVector<mlir::Value>(loop.getRegionIterArgs().begin(), loop.getRegionIterArgs().end()), x, y);
      block_.barrier();  // nobody reads the strips any more
      mlir::scf::YieldOp::create(b_, loc_, sums);
    }
    for (int64_t i = 0; i < kEach; ++i)
      for (int64_t j = 0; j < kEach; ++j) {
        mlir::Value row = plus(plus(a_->first, y), block_.constant(i * kSide));
        mlir::Value column = plus(plus(b_strip_->first, x), block_.constant(j * kSide));
        mlir::Value fits = arith::AndIOp::create(b_, loc_, block_.below(row, p_.m), block_.below(column, p_.n));
        auto branch = mlir::scf::IfOp::create(b_, loc_, fits, false);
        inside(branch, branch.getThenRegion().front(),
               [&] { store(row, column, loop.getResult(static_cast<unsigned>(i * kEach + j))); });
      }
  }

  llvm::SmallVector<mlir::Value> batch;  // its index in each dimension

  mlir::Value start(const ir::MatrixProduct::Operand &operand) {
    mlir::Value at = block_.constant(operand.offset);
    for (auto [index, stride] : llvm::zip(batch, operand.batch)) at = plus(at, times(index, stride));
    return at;
  }
  mlir::Value plus(mlir::Value x, mlir::Value y) { return arith::AddIOp::create(b_, loc_, x, y); }
  mlir::Value times(mlir::Value x, int64_t n) { return arith::MulIOp::create(b_, loc_, x, block_.constant(n)); }

  static int64_t tiles(int64_t n) { return (n + kTile - 1) / kTile; }

 private:
  mlir::Value split(mlir::Value &x, int64_t n) {
    mlir::Value rest = block_.remainder(x, n);
    x = block_.quotient(x, n);
    return rest;
  }

  // Brings the strip's elements k, …, k + kDepth - 1 to shared memory, zeros beyond the edges. Neighbouring threads
  // read neighbours in memory.
  void fill(const Strip &strip, mlir::Value k) {
    const mlir::Type storage = storageType(product_.element);
    for (int64_t i = 0; i < kTile * kDepth; i += Product::kThreads) {
      mlir::Value number = plus(block_.thread, block_.constant(i));
      const bool alongK = strip.kStride == 1;
      mlir::Value depth = alongK ? block_.remainder(number, kDepth) : block_.quotient(number, kTile);
      mlir::Value place = alongK ? block_.quotient(number, kDepth) : block_.remainder(number, kTile);
      mlir::Value at = plus(strip.first, place), from = plus(k, depth);
      mlir::Value exists = arith::AndIOp::create(b_, loc_, block_.below(at, strip.size), block_.below(from, p_.k));
      mlir::Value offset = plus(strip.batch, plus(times(at, strip.stride), times(from, strip.kStride)));
      offset = arith::SelectOp::create(b_, loc_, exists, offset, strip.batch);
      mlir::Value address = LLVM::GEPOp::create(b_, loc_, strip.pointer.getType(), storage, strip.pointer,
                                                llvm::ArrayRef<LLVM::GEPArg>{offset});
      mlir::Value x = LLVM::LoadOp::create(b_, loc_, storage, address);
      x = fromStorage(b_, loc_, x, product_.element);
      if (x.getType() != type_) x = arith::ExtFOp::create(b_, loc_, type_, x);
      mlir::Value zero = arith::ConstantOp::create(b_, loc_, b_.getZeroAttr(type_));
      block_.storeShared(arith::SelectOp::create(b_, loc_, exists, x, zero), strip.shared,
                         plus(times(depth, kTile), place));
    }
  }

  llvm::SmallVector<mlir::Value> accumulate(llvm::SmallVector<mlir::Value> sums, mlir::Value x, mlir::Value y) {
    for (int64_t k = 0; k < kDepth; ++k) {
      llvm::SmallVector<mlir::Value, kEach> rows, columns;
      for (int64_t i = 0; i < kEach; ++i) {
        mlir::Value at = block_.constant(k * kTile + i * kSide);
        rows.push_back(block_.loadShared(type_, a_->shared, plus(y, at)));
        columns.push_back(block_.loadShared(type_, b_strip_->shared, plus(x, at)));
      }
      for (int64_t i = 0; i < kEach; ++i)
        for (int64_t j = 0; j < kEach; ++j) {
          mlir::Value &sum = sums[i * kEach + j];
          sum = mlir::math::FmaOp::create(b_, loc_, rows[i], columns[j], sum);
        }
    }
    return sums;
  }

  const ir::MatrixProduct &p_;
  const Product &product_;
  Block &block_;
  mlir::OpBuilder &b_;
  mlir::Location loc_;
  mlir::Type type_;  // of sums
  std::optional<Strip> a_, b_strip_;
};

using Inside = llvm::function_ref<void(mlir::Operation *, mlir::Block &, llvm::function_ref<void()>)>;

void emitPlain(const Product &product, Block &block, ProductEmitter &emitter) {
  const auto &out = product.shape.out;
  mlir::Value start = emitter.start(out), pointer = block.pointers.back();
  auto inside = [&](mlir::Operation *, mlir::Block &branch, llvm::function_ref<void()> body) {
    mlir::OpBuilder::InsertionGuard guard(block.b);
    block.b.setInsertionPointToStart(&branch);
    body();
  };
  emitter.run(inside, [&](mlir::Value row, mlir::Value column, mlir::Value sum) {
    mlir::Value at = emitter.plus(emitter.times(row, out.row), emitter.times(column, out.column));
    const mlir::Type storage = storageType(product.result);
    mlir::Value to = LLVM::GEPOp::create(block.b, block.loc, pointer.getType(), storage, pointer,
                                         llvm::ArrayRef<LLVM::GEPArg>{emitter.plus(start, at)});
    LLVM::StoreOp::create(block.b, block.loc, toStorage(block.b, block.loc, sum, product.result), to);
  });
}

mlir::LogicalResult emitWithEpilogue(const Product &product, Block &block, ProductEmitter &emitter) {
  ir::KernelOp kernel = product.kernel;
  llvm::SmallVector<int> variables;
  KernelLoops loops = productLoops(kernel, product.shape, variables);
  loops.lane = -1;
  llvm::ArrayRef<mlir::Value> pointers = block.pointers;
  const size_t inputs = kernel.getInputs().size();
  Emitter e(block.b, loops, kernel.getBody().front(), pointers.take_front(inputs), /*width=*/1);
  KernelBody body(kernel, e, pointers.drop_front(inputs));
  auto setIndex = [&](size_t i, mlir::Value index) {
    if (variables[i] >= 0) e.setIndex(variables[i], index);
  };
  for (auto [i, index] : llvm::enumerate(emitter.batch)) setIndex(i, index);
  ir::DotGeneralOp dot = productOf(kernel);
  emitter.run([&](auto *op, auto &branch, auto run) { e.inside(op, branch, run); },
              [&](mlir::Value row, mlir::Value column, mlir::Value sum) {
                e.holdResults();
                setIndex(emitter.batch.size(), row);
                setIndex(emitter.batch.size() + 1, column);
                e.reduced[dot.getY()] = {rounded(block.b, block.loc, sum, product.result)};
                body.storeAll();
              });
  if (e.failed) return e.failed->emitError("codegen: no GPU code for this op with these element types");
  return mlir::success();
}

}  // namespace

int64_t Product::blocks() const {
  int64_t count = ProductEmitter::tiles(shape.m) * ProductEmitter::tiles(shape.n);
  for (int64_t n : shape.batch) count *= n;
  return count;
}

mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitProduct(const Product &product, llvm::StringRef symbol) {
  ir::KernelOp kernel = product.kernel;
  const size_t pointers = kernel ? kernel.getInputs().size() + kernel.getNumResults() : 3;
  Block block(product.result.getContext(), symbol, pointers, Product::kThreads);
  ProductEmitter emitter(product, block);
  emitter.begin();
  if (!kernel || isPlainProduct(kernel))
    emitPlain(product, block, emitter);
  else if (failed(emitWithEpilogue(product, block, emitter)))
    return mlir::failure();
  return block.take();
}

}  // namespace fluxion::codegen::gpu

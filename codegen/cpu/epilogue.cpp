// What follows a matrix product, applied to its finished blocks.
#include "codegen/cpu/kernel.h"
#include "codegen/loops/emitter.h"
#include "codegen/loops/product.h"
#include "codegen/lower/types.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;

namespace {

// The body of a runtime::EpilogueFunction.
class EpilogueEmitter {
 public:
  EpilogueEmitter(mlir::OpBuilder &b, ir::KernelOp kernel, int64_t vectorBytes, mlir::Block &entry)
      : kernel_(kernel),
        b_(b),
        loc_(b.getUnknownLoc()),
        dot_(productOf(kernel)),
        product_(*productIn(kernel)),
        loops_(productLoops(kernel, product_, variables_)),
        tileType_(computeType(ir::elementType(dot_.getY()))),
        e_(b, loops_, kernel.getBody().front(), loadPointers(entry.getArgument(0)),
           vectorBytes / static_cast<int64_t>(tileType_.getIntOrFloatBitWidth() / 8)),
        batch_(entry.getArgument(1)),
        m0_(entry.getArgument(2)),
        n0_(entry.getArgument(3)),
        rows_(entry.getArgument(4)),
        columns_(entry.getArgument(5)),
        tile_(entry.getArgument(6)),
        ld_(entry.getArgument(7)),
        row_(variables_[product_.batch.size()]),
        column_(variables_.back()) {}

  mlir::LogicalResult emit() {
    setBatch();
    mlir::Value none = LLVM::ZeroOp::create(b_, loc_, tile_.getType());
    mlir::Value isNone = LLVM::ICmpOp::create(b_, loc_, LLVM::ICmpPredicate::eq, tile_, none);
    auto branch = mlir::scf::IfOp::create(b_, loc_, isNone, true);
    e_.inside(branch, branch.getThenRegion().front(), [&] { askForInputs(); });
    e_.inside(branch, branch.getElseRegion().front(), [&] { computeRows(); });
    if (e_.failed) return e_.failed->emitError("codegen: no CPU code for this op with these element types");
    return mlir::success();
  }

 private:
  using Values = llvm::SmallVector<mlir::Value>;

  llvm::SmallVector<mlir::Value> loadPointers(mlir::Value buffers) {
    auto operands = epilogueInputs(kernel_);
    Values pointers(kernel_.getInputs().size());
    for (auto [i, number] : llvm::enumerate(operands)) pointers[number] = loadPointer(b_, buffers, i);
    for (size_t i = 0; i < kernel_.getNumResults(); ++i)
      outputs_.push_back(loadPointer(b_, buffers, operands.size() + i));
    return pointers;
  }

  void setBatch() {
    mlir::Value rest = batch_;
    for (size_t i = product_.batch.size(); i-- > 0;) {
      mlir::Value size = e_.constant(product_.batch[i]);
      mlir::Value index = i ? arith::RemUIOp::create(b_, loc_, rest, size).getResult() : rest;
      if (i) rest = arith::DivUIOp::create(b_, loc_, rest, size);
      if (variables_[i] >= 0) e_.setIndex(variables_[i], index);
    }
  }

  void eachRow(llvm::function_ref<void(mlir::Value row)> body) {
    e_.loop(e_.constant(0), rows_, 1, {}, [&](mlir::Value i, mlir::ValueRange) {
      if (row_ >= 0) e_.setIndex(row_, arith::AddIOp::create(b_, loc_, m0_, i));
      body(i);
      return Values();
    });
  }

  // Blocks of large arrays are rows so short that the hardware foresees none of them.
  void askForInputs() {
    llvm::SmallVector<std::pair<mlir::Value, ir::IndexExpr>, 4> reads;
    visitExpressions(kernel_, loops_, [&](mlir::Value v, const ir::IndexExpr &position) {
      const bool read = v && mlir::isa<mlir::BlockArgument>(v);
      if (read && isRowPiece(position) && !llvm::is_contained(reads, std::pair(v, position)))
        reads.push_back({v, position});
    });
    if (reads.empty()) return;
    constexpr int64_t kLine = 64;  // bytes
    eachRow([&](mlir::Value) {
      for (const auto &[input, position] : reads) {
        mlir::Type storage = storageType(ir::elementType(input));
        const int64_t step = kLine * 8 / storage.getIntOrFloatBitWidth();
        e_.loop(n0_, arith::AddIOp::create(b_, loc_, n0_, columns_), step, {}, [&](mlir::Value j, mlir::ValueRange) {
          e_.setIndex(column_, j);
          mlir::Value at = e_.address(e_.pointerOf(input), storage, e_.index(position));
          LLVM::Prefetch::create(b_, loc_, at, /*rw=*/0, /*hint=*/2, /*cache=*/1);
          return Values();
        });
      }
    });
  }

  // Whether a row of the block is contiguous there, and other rows are elsewhere.
  bool isRowPiece(const ir::IndexExpr &position) {
    if (row_ < 0 || column_ < 0 || coefficient(position, column_) != 1 || coefficient(position, row_) == 0)
      return false;
    return llvm::all_of(position.terms,
                        [&](auto term) { return loops_.space[term.first].kind == ir::IndexVariable::Kind::loop; });
  }

  void computeRows() {
    eachRow([&](mlir::Value i) {
      e_.holdResults();
      mlir::Value offset = arith::SubIOp::create(b_, loc_, arith::MulIOp::create(b_, loc_, i, ld_), n0_);
      e_.stored[dot_.getY()] = {e_.address(tile_, tileType_, offset),
                                column_ < 0 ? ir::IndexExpr() : loops_.space.variable(column_), tileType_};
      column_ < 0 ? store() : computeRow();
    });
  }

  void computeRow() {
    mlir::Value width = e_.constant(e_.width);
    mlir::Value vectors = arith::DivUIOp::create(b_, loc_, columns_, width);
    mlir::Value whole = arith::MulIOp::create(b_, loc_, vectors, width);
    mlir::Value end = arith::AddIOp::create(b_, loc_, n0_, whole);
    e_.loop(n0_, end, e_.width, {}, [&](mlir::Value j, mlir::ValueRange) {
      e_.setIndex(column_, j);
      store();
      return Values();
    });
    mlir::Value rest = arith::SubIOp::create(b_, loc_, columns_, whole);
    mlir::Value some = arith::CmpIOp::create(b_, loc_, arith::CmpIPredicate::sgt, rest, e_.constant(0));
    auto branch = mlir::scf::IfOp::create(b_, loc_, some, false);
    e_.inside(branch, branch.getThenRegion().front(), [&] {
      e_.setIndex(column_, end);
      e_.setMask(e_.firstLanes(rest));
      store();
      e_.setMask({});
    });
  }

  void store() {
    Values values;
    for (unsigned i = 0; i < outputs_.size(); ++i) {
      Output out = outputOf(kernel_, loops_, i);
      values.push_back(e_.value(out.value, out.at));
    }
    for (unsigned i = 0; i < outputs_.size(); ++i) {
      Output out = outputOf(kernel_, loops_, i);
      e_.store(outputs_[i], ir::elementType(out.value), out.position, values[i]);
    }
  }

  ir::KernelOp kernel_;
  mlir::OpBuilder &b_;
  mlir::Location loc_;
  ir::DotGeneralOp dot_;
  ir::MatrixProduct product_;
  llvm::SmallVector<int> variables_;
  KernelLoops loops_;
  mlir::Type tileType_;
  Values outputs_;
  Emitter e_;
  mlir::Value batch_, m0_, n0_, rows_, columns_, tile_, ld_;
  int row_, column_;
};

}  // namespace

mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitEpilogue(ir::KernelOp kernel, int64_t vectorBytes,
                                                                llvm::StringRef symbol) {
  mlir::OpBuilder b(kernel.getContext());
  auto pointer = LLVM::LLVMPointerType::get(b.getContext());
  mlir::Type word = b.getI64Type();
  auto [module, entry] = KernelModule(b, symbol, {pointer, word, word, word, word, word, pointer, word});
  if (failed(EpilogueEmitter(b, kernel, vectorBytes, *entry).emit())) return mlir::failure();
  return std::move(module);
}

}  // namespace fluxion::codegen

// What follows a matrix product, applied to its finished blocks.
#include "codegen/cpu/kernel.h"
#include "codegen/loops/emitter.h"
#include "codegen/loops/product.h"
#include "codegen/lower/types.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;

mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitEpilogue(ir::KernelOp kernel, int64_t vectorBytes,
                                                                llvm::StringRef symbol) {
  ir::DotGeneralOp dot = productOf(kernel);
  ir::MatrixProduct p = *productIn(kernel);
  llvm::SmallVector<int> variables;
  KernelLoops loops = productLoops(kernel, p, variables);
  mlir::OpBuilder b(kernel.getContext());
  mlir::Location loc = b.getUnknownLoc();
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(loc);
  b.setInsertionPointToEnd(module->getBody());
  auto pointer = LLVM::LLVMPointerType::get(b.getContext());
  mlir::Type word = b.getI64Type(), arguments[] = {pointer, word, word, word, word, word, pointer, word};
  auto function = mlir::func::FuncOp::create(b, loc, symbol, b.getFunctionType(arguments, {}));
  mlir::Block *entry = function.addEntryBlock();
  b.setInsertionPointToStart(entry);
  auto ret = mlir::func::ReturnOp::create(b, loc);
  b.setInsertionPoint(ret);
  auto operands = epilogueInputs(kernel);
  llvm::SmallVector<mlir::Value> pointers(kernel.getInputs().size()), outputs;
  auto loadPointer = [&](size_t i) -> mlir::Value {
    mlir::Value at = LLVM::GEPOp::create(b, loc, pointer, pointer, entry->getArgument(0),
                                         llvm::ArrayRef<LLVM::GEPArg>{static_cast<int32_t>(i)});
    return LLVM::LoadOp::create(b, loc, pointer, at, 8);
  };
  for (auto [i, number] : llvm::enumerate(operands)) pointers[number] = loadPointer(i);
  for (size_t i = 0; i < kernel.getNumResults(); ++i) outputs.push_back(loadPointer(operands.size() + i));
  mlir::Type tileType = computeType(ir::elementType(dot.getY()));
  int64_t width = vectorBytes / static_cast<int64_t>(tileType.getIntOrFloatBitWidth() / 8);
  Emitter e(b, loops, kernel.getBody().front(), pointers, width);
  mlir::Value batch = entry->getArgument(1), m0 = entry->getArgument(2), n0 = entry->getArgument(3);
  mlir::Value rows = entry->getArgument(4), columns = entry->getArgument(5), tile = entry->getArgument(6),
              ld = entry->getArgument(7);
  for (size_t i = p.batch.size(); i-- > 0;) {
    mlir::Value size = e.constant(p.batch[i]);
    mlir::Value index = i ? arith::RemUIOp::create(b, loc, batch, size).getResult() : batch;
    if (i) batch = arith::DivUIOp::create(b, loc, batch, size);
    if (variables[i] >= 0) e.setIndex(variables[i], index);
  }
  int row = variables[p.batch.size()], column = variables.back();
  auto store = [&] {
    llvm::SmallVector<mlir::Value> values;
    for (unsigned i = 0; i < outputs.size(); ++i) {
      Output out = outputOf(kernel, loops, i);
      values.push_back(e.value(out.value, out.at));
    }
    for (unsigned i = 0; i < outputs.size(); ++i) {
      Output out = outputOf(kernel, loops, i);
      e.store(outputs[i], ir::elementType(out.value), out.position, values[i]);
    }
  };
  e.loop(e.constant(0), rows, 1, {}, [&](mlir::Value i, mlir::ValueRange) {
    e.holdResults();
    if (row >= 0) e.setIndex(row, arith::AddIOp::create(b, loc, m0, i));
    mlir::Value offset = arith::SubIOp::create(b, loc, arith::MulIOp::create(b, loc, i, ld), n0);
    mlir::Value from = e.address(tile, tileType, offset);
    e.stored[dot.getY()] = {from, column < 0 ? ir::IndexExpr() : loops.space.variable(column), tileType};
    if (column < 0) {
      store();
      return llvm::SmallVector<mlir::Value>();
    }
    mlir::Value vectors = arith::DivUIOp::create(b, loc, columns, e.constant(width));
    mlir::Value whole = arith::MulIOp::create(b, loc, vectors, e.constant(width));
    mlir::Value end = arith::AddIOp::create(b, loc, n0, whole);
    e.loop(n0, end, width, {}, [&](mlir::Value j, mlir::ValueRange) {
      e.setIndex(column, j);
      store();
      return llvm::SmallVector<mlir::Value>();
    });
    mlir::Value rest = arith::SubIOp::create(b, loc, columns, whole);
    mlir::Value some = arith::CmpIOp::create(b, loc, arith::CmpIPredicate::sgt, rest, e.constant(0));
    auto branch = mlir::scf::IfOp::create(b, loc, some, false);
    e.inside(branch, branch.getThenRegion().front(), [&] {
      e.setIndex(column, end);
      e.setMask(e.firstLanes(rest));
      store();
      e.setMask({});
    });
    return llvm::SmallVector<mlir::Value>();
  });
  if (e.failed) return e.failed->emitError("codegen: no CPU code for this op with these element types");
  return module;
}

}  // namespace fluxion::codegen

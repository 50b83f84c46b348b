#include "codegen/gpu/block.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"
#include "mlir/Target/LLVMIR/Dialect/NVVM/NVVMToLLVMIRTranslation.h"

namespace fluxion::codegen::gpu {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;
namespace NVVM = mlir::NVVM;

namespace {

constexpr unsigned kSharedSpace = 3;

}  // namespace

void loadDialects(mlir::MLIRContext &context) {
  mlir::DialectRegistry registry;
  mlir::registerNVVMDialectTranslation(registry);
  context.appendDialectRegistry(registry);
  context.loadDialect<NVVM::NVVMDialect>();
}

Block::Block(mlir::MLIRContext *context, llvm::StringRef symbol, size_t pointers, int64_t threads)
    : b(context), loc(b.getUnknownLoc()), module_(mlir::ModuleOp::create(loc)), symbol_(symbol) {
  b.setInsertionPointToEnd(module_->getBody());
  llvm::SmallVector<mlir::Type> arguments(pointers, LLVM::LLVMPointerType::get(context));
  auto type = LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(context), arguments);
  auto function = LLVM::LLVMFuncOp::create(b, loc, symbol, type);
  function->setAttr(NVVM::NVVMDialect::getKernelFuncAttrName(), b.getUnitAttr());
  function->setAttr(NVVM::NVVMDialect::getReqntidAttrName(),
                    b.getDenseI32ArrayAttr({static_cast<int32_t>(threads), 1, 1}));
  mlir::Block *entry = function.addEntryBlock(b);
  b.setInsertionPointToStart(entry);
  this->pointers.assign(entry->args_begin(), entry->args_end());
  auto end = LLVM::ReturnOp::create(b, loc, mlir::ValueRange());
  b.setInsertionPoint(end);
  auto read = [&](auto op) -> mlir::Value { return arith::ExtUIOp::create(b, loc, b.getI64Type(), op); };
  thread = read(NVVM::ThreadIdXOp::create(b, loc, b.getI32Type()));
  number = read(NVVM::BlockIdXOp::create(b, loc, b.getI32Type()));
}

mlir::Value Block::constant(int64_t n) { return arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(n)); }

mlir::Value Block::quotient(mlir::Value x, int64_t n) {
  return n == 1 ? x : arith::DivUIOp::create(b, loc, x, constant(n)).getResult();
}

mlir::Value Block::remainder(mlir::Value x, int64_t n) {
  return n == 1 ? constant(0) : arith::RemUIOp::create(b, loc, x, constant(n)).getResult();
}

mlir::Value Block::below(mlir::Value x, int64_t n) {
  return arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ult, x, constant(n));
}

void Block::barrier() { NVVM::Barrier0Op::create(b, loc); }

mlir::Value Block::shuffleWord(mlir::Value word, int64_t mask) {
  auto number = [&](int32_t n) -> mlir::Value { return arith::ConstantOp::create(b, loc, b.getI32IntegerAttr(n)); };
  return NVVM::ShflOp::create(b, loc, b.getI32Type(), number(-1), word, number(static_cast<int32_t>(mask)),
                              number(kWarp - 1), NVVM::ShflKind::bfly, mlir::UnitAttr());
}

// Words travel between lanes: what is shorter is widened, what is longer goes in two.
mlir::Value Block::shuffleXor(mlir::Value v, int64_t mask) {
  mlir::Type type = v.getType(), word = b.getI32Type();
  const unsigned width = type.getIntOrFloatBitWidth();
  mlir::Type bits = b.getIntegerType(width);
  if (type != bits) v = arith::BitcastOp::create(b, loc, bits, v);
  if (width < 32) {
    v = arith::TruncIOp::create(b, loc, bits, shuffleWord(arith::ExtUIOp::create(b, loc, word, v), mask));
  } else if (width == 32) {
    v = shuffleWord(v, mask);
  } else {
    mlir::Value half = constant(32), high = arith::ShRUIOp::create(b, loc, v, half);
    auto moved = [&](mlir::Value x) -> mlir::Value {
      return arith::ExtUIOp::create(b, loc, bits, shuffleWord(arith::TruncIOp::create(b, loc, word, x), mask));
    };
    mlir::Value low = moved(v);
    v = arith::OrIOp::create(b, loc, low, arith::ShLIOp::create(b, loc, moved(high), half));
  }
  return type == bits ? v : arith::BitcastOp::create(b, loc, type, v).getResult();
}

mlir::Value Block::shared(mlir::Type element, int64_t count) {
  mlir::OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(module_->getBody());
  auto type = LLVM::LLVMArrayType::get(element, static_cast<unsigned>(count));
  auto global = LLVM::GlobalOp::create(b, loc, type, /*isConstant=*/false, LLVM::Linkage::Internal,
                                       symbol_ + "_shared" + std::to_string(arrays_++), mlir::Attribute(),
                                       /*alignment=*/16, kSharedSpace);
  auto function = *module_->getOps<LLVM::LLVMFuncOp>().begin();
  b.setInsertionPointToStart(&function.front());
  return LLVM::AddressOfOp::create(b, loc, global);
}

mlir::Value Block::loadShared(mlir::Type element, mlir::Value array, mlir::Value index) {
  mlir::Value at = LLVM::GEPOp::create(b, loc, array.getType(), element, array, llvm::ArrayRef<LLVM::GEPArg>{index});
  return LLVM::LoadOp::create(b, loc, element, at);
}

void Block::storeShared(mlir::Value value, mlir::Value array, mlir::Value index) {
  mlir::Value at =
      LLVM::GEPOp::create(b, loc, array.getType(), value.getType(), array, llvm::ArrayRef<LLVM::GEPArg>{index});
  LLVM::StoreOp::create(b, loc, value, at);
}

}  // namespace fluxion::codegen::gpu

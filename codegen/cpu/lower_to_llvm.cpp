#include "codegen/cpu/lower_to_llvm.h"

#include "codegen/cpu/jit.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVM.h"
#include "mlir/Conversion/LLVMCommon/ConversionTarget.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVM.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Dialect/Vector/Transforms/LoweringPatterns.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Transforms/DialectConversion.h"

namespace fluxion::codegen {

void loadKernelDialects(mlir::MLIRContext &context) {
  mlir::DialectRegistry registry;
  mlir::registerBuiltinDialectTranslation(registry);
  mlir::registerLLVMDialectTranslation(registry);
  context.appendDialectRegistry(registry);
  context.loadDialect<mlir::arith::ArithDialect, mlir::math::MathDialect, mlir::scf::SCFDialect,
                      mlir::vector::VectorDialect, mlir::cf::ControlFlowDialect, mlir::func::FuncDialect,
                      mlir::LLVM::LLVMDialect>();
}

struct Lowering::Patterns {
  explicit Patterns(mlir::MLIRContext &context)
      : converter(&context, mlir::LowerToLLVMOptions(&context)), target(context) {
    mlir::RewritePatternSet set(&context);
    mlir::populateSCFToControlFlowConversionPatterns(set);
    mlir::cf::populateControlFlowToLLVMConversionPatterns(converter, set);
    mlir::arith::populateArithToLLVMConversionPatterns(converter, set);
    mlir::populateMathToLLVMConversionPatterns(converter, set);
    mlir::vector::populateVectorBroadcastLoweringPatterns(set);
    mlir::populateVectorToLLVMConversionPatterns(converter, set);
    mlir::populateFuncToLLVMConversionPatterns(converter, set);
    patterns = mlir::FrozenRewritePatternSet(std::move(set));
    target.addLegalOp<mlir::ModuleOp>();
    target.addLegalDialect("nvvm");  // a GPU's instructions
  }
  mlir::LLVMTypeConverter converter;
  mlir::LLVMConversionTarget target;
  mlir::FrozenRewritePatternSet patterns;
};

Lowering::Lowering(mlir::MLIRContext &context) : patterns_(std::make_unique<Patterns>(context)) {}
Lowering::~Lowering() = default;

mlir::LogicalResult Lowering::run(mlir::ModuleOp module) {
  return mlir::applyFullConversion(module, patterns_->target, patterns_->patterns);
}

}  // namespace fluxion::codegen

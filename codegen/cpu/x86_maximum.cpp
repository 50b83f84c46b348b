#include "codegen/cpu/x86_maximum.h"

#include "codegen/cpu/target.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsX86.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

namespace fluxion::codegen {

namespace {

// The instruction for vectors of this type, or none.
llvm::Intrinsic::ID rangeOf(llvm::Type *type) {
  auto *vector = llvm::dyn_cast<llvm::FixedVectorType>(type);
  if (!vector) return llvm::Intrinsic::not_intrinsic;
  const bool isDouble = vector->getElementType()->isDoubleTy();
  if (!isDouble && !vector->getElementType()->isFloatTy()) return llvm::Intrinsic::not_intrinsic;
  switch (vector->getNumElements() * (isDouble ? 64 : 32)) {
    case 512:
      return isDouble ? llvm::Intrinsic::x86_avx512_mask_range_pd_512 : llvm::Intrinsic::x86_avx512_mask_range_ps_512;
    case 256:
      return isDouble ? llvm::Intrinsic::x86_avx512_mask_range_pd_256 : llvm::Intrinsic::x86_avx512_mask_range_ps_256;
    default:
      return llvm::Intrinsic::not_intrinsic;
  }
}

void replace(llvm::IntrinsicInst &call, llvm::Intrinsic::ID range, bool isMaximum) {
  llvm::IRBuilder<> b(&call);
  llvm::Value *x = call.getArgOperand(0), *y = call.getArgOperand(1);
  auto *type = llvm::cast<llvm::FixedVectorType>(call.getType());
  const unsigned lanes = type->getNumElements();
  constexpr uint32_t kSignOfResult = 1 << 2, kMinimum = 0, kMaximum = 1, kCurrentRounding = 4;
  auto *maskType = b.getIntNTy(lanes < 8 ? 8 : lanes);
  llvm::SmallVector<llvm::Value *, 6> operands{x, y, b.getInt32(kSignOfResult | (isMaximum ? kMaximum : kMinimum)),
                                               llvm::PoisonValue::get(type),
                                               llvm::ConstantInt::getAllOnesValue(maskType)};
  if (type->getPrimitiveSizeInBits() == 512) operands.push_back(b.getInt32(kCurrentRounding));
  llvm::Value *ordered = b.CreateIntrinsic(call.getType(), range, operands);
  llvm::Value *result = b.CreateSelect(b.CreateFCmpUNO(x, y), b.CreateFAdd(x, y), ordered);
  call.replaceAllUsesWith(result);
  call.eraseFromParent();
}

}  // namespace

void useRangeInstructions(llvm::Module &module, const llvm::TargetMachine &machine) {
  if (hostTarget().vectorBytes != 64 || !machine.getTargetFeatureString().contains("+avx512dq")) return;
  for (llvm::Function &f : module)
    for (llvm::Instruction &i : llvm::make_early_inc_range(llvm::instructions(f))) {
      auto *call = llvm::dyn_cast<llvm::IntrinsicInst>(&i);
      if (!call) continue;
      const bool isMaximum = call->getIntrinsicID() == llvm::Intrinsic::maximum;
      if (!isMaximum && call->getIntrinsicID() != llvm::Intrinsic::minimum) continue;
      // Of a constant LLVM knows whether it is NaN or zero, and needs less.
      if (llvm::isa<llvm::Constant>(call->getArgOperand(0)) || llvm::isa<llvm::Constant>(call->getArgOperand(1)))
        continue;
      if (auto range = rangeOf(call->getType()); range != llvm::Intrinsic::not_intrinsic)
        replace(*call, range, isMaximum);
    }
}

}  // namespace fluxion::codegen

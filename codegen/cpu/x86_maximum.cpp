#include "codegen/cpu/x86_maximum.h"

#include <optional>

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

using llvm::Intrinsic::ID;

// The instruction for vectors of `bits` bits, or none.
ID rangeOf(bool isDouble, unsigned bits) {
  switch (bits) {
    case 512:
      return isDouble ? llvm::Intrinsic::x86_avx512_mask_range_pd_512 : llvm::Intrinsic::x86_avx512_mask_range_ps_512;
    case 256:
      return isDouble ? llvm::Intrinsic::x86_avx512_mask_range_pd_256 : llvm::Intrinsic::x86_avx512_mask_range_ps_256;
    case 128:
      return isDouble ? llvm::Intrinsic::x86_avx512_mask_range_pd_128 : llvm::Intrinsic::x86_avx512_mask_range_ps_128;
    default:
      return llvm::Intrinsic::not_intrinsic;
  }
}

// A maximum or minimum of vectors that fill a register, or are a part of the shortest.
bool fitsRange(const llvm::IntrinsicInst &call) {
  if (call.getIntrinsicID() != llvm::Intrinsic::maximum && call.getIntrinsicID() != llvm::Intrinsic::minimum)
    return false;
  auto *vector = llvm::dyn_cast<llvm::FixedVectorType>(call.getType());
  if (!vector || !(vector->getElementType()->isFloatTy() || vector->getElementType()->isDoubleTy())) return false;
  const unsigned bits = vector->getPrimitiveSizeInBits();
  return bits <= 128 || bits == 256 || bits == 512;
}

llvm::Value *resized(llvm::IRBuilder<> &b, llvm::Value *x, unsigned lanes) {
  const unsigned has = llvm::cast<llvm::FixedVectorType>(x->getType())->getNumElements();
  llvm::SmallVector<int, 4> from(lanes, llvm::PoisonMaskElem);
  for (unsigned lane = 0; lane < std::min(lanes, has); ++lane) from[lane] = static_cast<int>(lane);
  return b.CreateShuffleVector(x, from);
}

// The greater or less of two, +0 being greater than −0; of a number and NaN the number.
llvm::Value *emitRange(llvm::IRBuilder<> &b, llvm::Value *x, llvm::Value *y, bool isMaximum) {
  auto *type = llvm::cast<llvm::FixedVectorType>(x->getType());
  const unsigned bits = type->getPrimitiveSizeInBits(), lanes = type->getNumElements();
  if (bits < 128) {
    const unsigned all = 128 / type->getScalarSizeInBits();
    return resized(b, emitRange(b, resized(b, x, all), resized(b, y, all), isMaximum), lanes);
  }
  constexpr uint32_t kSignOfResult = 1 << 2, kMinimum = 0, kMaximum = 1, kCurrentRounding = 4;
  auto *maskType = b.getIntNTy(lanes < 8 ? 8 : lanes);
  llvm::SmallVector<llvm::Value *, 6> operands{x, y, b.getInt32(kSignOfResult | (isMaximum ? kMaximum : kMinimum)),
                                               llvm::PoisonValue::get(type),
                                               llvm::ConstantInt::getAllOnesValue(maskType)};
  if (bits == 512) operands.push_back(b.getInt32(kCurrentRounding));
  return b.CreateIntrinsic(type, rangeOf(type->getElementType()->isDoubleTy(), bits), operands);
}

bool isMaximum(const llvm::IntrinsicInst &call) { return call.getIntrinsicID() == llvm::Intrinsic::maximum; }

void replace(llvm::IntrinsicInst &call, llvm::Value *by) {
  call.replaceAllUsesWith(by);
  call.eraseFromParent();
}

void useRange(llvm::IntrinsicInst &call) {
  llvm::IRBuilder<> b(&call);
  llvm::Value *x = call.getArgOperand(0), *y = call.getArgOperand(1);
  llvm::Value *ordered = emitRange(b, x, y, isMaximum(call));
  replace(call, b.CreateSelect(b.CreateFCmpUNO(x, y), b.CreateFAdd(x, y), ordered));
}

// A loop's accumulator: `next` combines it with `term`, and after the loop `last` with another accumulator.
struct Accumulator {
  llvm::PHINode *phi;
  llvm::IntrinsicInst *next, *last;
  llvm::Value *term;
  unsigned begin, latch;  // operands of the phi
};

llvm::Value *otherOperand(const llvm::IntrinsicInst &call, const llvm::Value *operand) {
  return call.getArgOperand(call.getArgOperand(0) == operand ? 1 : 0);
}

std::optional<Accumulator> asAccumulator(llvm::PHINode &phi) {
  if (phi.getNumIncomingValues() != 2 || !phi.hasNUses(2)) return std::nullopt;
  for (unsigned latch : {0U, 1U}) {
    auto *next = llvm::dyn_cast<llvm::IntrinsicInst>(phi.getIncomingValue(latch));
    if (!next || !fitsRange(*next) || !next->hasOneUse() || !llvm::is_contained(next->args(), &phi)) continue;
    auto user = llvm::find_if(phi.users(), [&](llvm::User *user) { return user != next; });
    if (user == phi.user_end()) continue;
    auto *last = llvm::dyn_cast<llvm::IntrinsicInst>(*user);
    if (!last || last->getIntrinsicID() != next->getIntrinsicID()) continue;
    return Accumulator{&phi, next, last, otherOperand(*next, &phi), 1 - latch, latch};
  }
  return std::nullopt;
}

// Two accumulators that become one after the loop need not carry NaNs: a mask tells in which lanes there was one in
// either, and one comparison asks two terms.
void separateNaNs(const Accumulator &p, const Accumulator &q) {
  llvm::PHINode &phi = *p.phi;
  auto *begin = phi.getIncomingBlock(p.begin), *latch = phi.getIncomingBlock(p.latch);
  llvm::IRBuilder<> b(begin->getTerminator());
  llvm::Value *none = b.CreateFCmpUNO(phi.getIncomingValue(p.begin), q.phi->getIncomingValueForBlock(begin));
  b.SetInsertPoint(&phi);
  llvm::PHINode *seen = b.CreatePHI(none->getType(), 2);
  const bool pIsLater = q.next->comesBefore(p.next);
  b.SetInsertPoint(pIsLater ? p.next : q.next);
  seen->addIncoming(none, begin);
  seen->addIncoming(b.CreateOr(seen, b.CreateFCmpUNO(p.term, q.term)), latch);
  for (const Accumulator *a : {&p, &q}) {
    b.SetInsertPoint(a->next);
    replace(*a->next, emitRange(b, a->phi, a->term, isMaximum(*p.last)));
  }
  b.SetInsertPoint(p.last);
  llvm::Value *ordered = emitRange(b, p.phi, q.phi, isMaximum(*p.last));
  replace(*p.last, b.CreateSelect(seen, llvm::ConstantFP::getNaN(p.phi->getType()), ordered));
}

void separateNaNs(llvm::BasicBlock &loop) {
  llvm::SmallVector<Accumulator, 8> waiting;
  llvm::SmallVector<llvm::PHINode *, 8> phis;
  for (llvm::PHINode &phi : loop.phis()) phis.push_back(&phi);
  for (llvm::PHINode *phi : phis) {
    auto found = asAccumulator(*phi);
    if (!found) continue;
    auto twin = llvm::find_if(waiting, [&](const Accumulator &a) {
      return a.last == found->last && a.next->getParent() == found->next->getParent() &&
             a.next->getIntrinsicID() == found->next->getIntrinsicID();
    });
    if (twin == waiting.end()) {
      waiting.push_back(*found);
      continue;
    }
    separateNaNs(*twin, *found);
    waiting.erase(twin);
  }
}

}  // namespace

void useRangeInstructions(llvm::Module &module, const llvm::TargetMachine &machine) {
  if (hostTarget().vectorBytes != 64 || !machine.getTargetFeatureString().contains("+avx512dq")) return;
  for (llvm::Function &f : module) {
    for (llvm::BasicBlock &block : f) separateNaNs(block);
    for (llvm::Instruction &i : llvm::make_early_inc_range(llvm::instructions(f))) {
      auto *call = llvm::dyn_cast<llvm::IntrinsicInst>(&i);
      if (!call || !fitsRange(*call)) continue;
      // Of a constant LLVM knows whether it is NaN or zero, and needs less.
      if (llvm::isa<llvm::Constant>(call->getArgOperand(0)) || llvm::isa<llvm::Constant>(call->getArgOperand(1)))
        continue;
      useRange(*call);
    }
  }
}

}  // namespace fluxion::codegen

#include "codegen/gpu/simt.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsNVPTX.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/ReplaceConstant.h"

namespace fluxion::codegen::gpu {

namespace {

constexpr unsigned kSharedSpace = 3;

llvm::FunctionCallee runtimeFunction(llvm::Module &module, llvm::StringRef name, llvm::Type *result,
                                     llvm::ArrayRef<llvm::Type *> arguments) {
  return module.getOrInsertFunction(("fluxion_simt_" + name).str(), llvm::FunctionType::get(result, arguments, false));
}

// The shared arrays, one after the other in the memory that the runtime gives to a block. Returns their size.
int64_t replaceShared(llvm::Module &module) {
  llvm::SmallVector<llvm::GlobalVariable *> arrays;
  llvm::SmallVector<llvm::Constant *> constants;
  for (llvm::GlobalVariable &global : module.globals())
    if (global.getAddressSpace() == kSharedSpace) arrays.push_back(&global), constants.push_back(&global);
  llvm::convertUsersOfConstantsToInstructions(constants);
  llvm::LLVMContext &context = module.getContext();
  auto *pointer = llvm::PointerType::get(context, 0);
  auto address = runtimeFunction(module, "shared", pointer, {llvm::Type::getInt64Ty(context)});
  int64_t size = 0;
  for (llvm::GlobalVariable *array : arrays) {
    const auto offset = static_cast<uint64_t>(size + 15) / 16 * 16;
    size = static_cast<int64_t>(offset + module.getDataLayout().getTypeAllocSize(array->getValueType()));
    for (llvm::Use &use : llvm::make_early_inc_range(array->uses())) {
      llvm::IRBuilder<> b(llvm::cast<llvm::Instruction>(use.getUser()));
      llvm::Value *at = b.CreateCall(address, {b.getInt64(offset)});
      use.set(b.CreateAddrSpaceCast(at, array->getType()));
    }
    array->eraseFromParent();
  }
  return size;
}

// The call that does what `call` does on a GPU, or null.
llvm::Value *simulated(llvm::Module &module, llvm::IntrinsicInst &call) {
  llvm::IRBuilder<> b(&call);
  auto run = [&](llvm::StringRef name, llvm::ArrayRef<llvm::Value *> arguments) {
    auto types = llvm::map_to_vector(arguments, [](llvm::Value *v) { return v->getType(); });
    return b.CreateCall(runtimeFunction(module, name, call.getType(), types), arguments);
  };
  switch (call.getIntrinsicID()) {
    case llvm::Intrinsic::nvvm_read_ptx_sreg_tid_x:
      return run("thread", {});
    case llvm::Intrinsic::nvvm_read_ptx_sreg_ctaid_x:
      return run("block", {});
    case llvm::Intrinsic::nvvm_barrier_cta_sync_aligned_all:
      return run("barrier", {});
    case llvm::Intrinsic::nvvm_shfl_sync_bfly_i32:  // of all lanes: mask, value, lanes, clamp
      return run("shuffle", {call.getArgOperand(1), call.getArgOperand(2)});
    default:
      return nullptr;
  }
}

std::string replaceIntrinsics(llvm::Module &module) {
  for (llvm::Function &f : module)
    for (llvm::Instruction &i : llvm::make_early_inc_range(llvm::instructions(f))) {
      auto *call = llvm::dyn_cast<llvm::IntrinsicInst>(&i);
      if (!call || !call->getCalledFunction()->getName().starts_with("llvm.nvvm.")) continue;
      llvm::Value *value = simulated(module, *call);
      if (!value) return call->getCalledFunction()->getName().str();
      call->replaceAllUsesWith(value);
      call->eraseFromParent();
    }
  return "";
}

// Calls the kernel with the addresses that lie in its one argument, as a thread of a block does.
llvm::Function *makeThread(llvm::Module &module, llvm::Function &kernel) {
  llvm::LLVMContext &context = module.getContext();
  auto *pointer = llvm::PointerType::get(context, 0);
  auto *type = llvm::FunctionType::get(llvm::Type::getVoidTy(context), {pointer}, false);
  auto *thread = llvm::Function::Create(type, llvm::GlobalValue::InternalLinkage, "thread", module);
  llvm::IRBuilder<> b(llvm::BasicBlock::Create(context, "", thread));
  llvm::SmallVector<llvm::Value *> pointers;
  for (unsigned i = 0; i < kernel.arg_size(); ++i)
    pointers.push_back(b.CreateLoad(pointer, b.CreateConstGEP1_32(pointer, thread->getArg(0), i)));
  b.CreateCall(&kernel, pointers);
  b.CreateRetVoid();
  return thread;
}

}  // namespace

std::string retargetToSimt(llvm::Module &module, llvm::StringRef symbol, int64_t threads) {
  llvm::Function &kernel = *module.getFunction(symbol);
  const int64_t shared = replaceShared(module);
  if (std::string unknown = replaceIntrinsics(module); !unknown.empty()) return unknown;
  kernel.setCallingConv(llvm::CallingConv::C);
  kernel.setLinkage(llvm::GlobalValue::InternalLinkage);
  kernel.setName("kernel");
  for (const char *attribute : {"nvvm.reqntid", "target-cpu", "target-features"}) kernel.removeFnAttr(attribute);
  llvm::LLVMContext &context = module.getContext();
  llvm::Type *pointer = llvm::PointerType::get(context, 0), *none = llvm::Type::getVoidTy(context);
  llvm::Type *word = llvm::Type::getInt64Ty(context), *number = llvm::Type::getInt32Ty(context);
  auto *type = llvm::FunctionType::get(none, {pointer, word, word, pointer}, false);
  auto *run = llvm::Function::Create(type, llvm::GlobalValue::ExternalLinkage, symbol, module);
  auto launch = runtimeFunction(module, "launch", none, {pointer, pointer, number, number, word, word});
  llvm::IRBuilder<> b(llvm::BasicBlock::Create(context, "", run));
  b.CreateCall(launch, {makeThread(module, kernel), run->getArg(0), b.getInt32(static_cast<uint32_t>(threads)),
                        b.getInt32(static_cast<uint32_t>(shared)), run->getArg(1), run->getArg(2)});
  b.CreateRetVoid();
  return "";
}

}  // namespace fluxion::codegen::gpu

// IEEE 754's maximum and minimum by x86 instructions that LLVM does not use for them.
#pragma once

namespace llvm {
class Module;
class TargetMachine;
}  // namespace llvm

namespace fluxion::codegen {

/// Replaces llvm.maximum and llvm.minimum of vectors by AVX-512's range instruction, which orders signed zeros itself,
/// and an addition where an operand is NaN: three instructions instead of six. In loops with pairs of accumulators NaNs
/// are kept in a mask, which makes two. Does nothing for other machines.
void useRangeInstructions(llvm::Module &module, const llvm::TargetMachine &machine);

}  // namespace fluxion::codegen

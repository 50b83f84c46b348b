// Which of the instruction sets that the runtime's own kernels are built for the machine has.
#pragma once
#include <cstdint>

namespace fluxion::runtime {

enum class InstructionSet : uint8_t { baseline, avx2, avx512 };

/// The best one. avx2 has FMA, too; avx512 means F, BW, DQ and VL.
InstructionSet instruction_set();

/// The one of three variants of a thing that is for this machine.
template <class T>
const T &for_this_machine(const T &baseline, const T &avx2, const T &avx512) {
  switch (instruction_set()) {
    case InstructionSet::avx512:
      return avx512;
    case InstructionSet::avx2:
      return avx2;
    case InstructionSet::baseline:
      break;
  }
  return baseline;
}

}  // namespace fluxion::runtime

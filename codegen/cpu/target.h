// The machine that code is generated for: this one.
#pragma once
#include <memory>
#include <string>

#include "llvm/Target/TargetMachine.h"

namespace fluxion::codegen {

struct Target {
  std::string cpu, features;
  int64_t vectorBytes;  // of the widest registers
  bool bf16;            // products of pairs of bf16
};
const Target &hostTarget();

/// A machine for one thread's use: position independent, small code model.
std::unique_ptr<llvm::TargetMachine> makeTargetMachine();

}  // namespace fluxion::codegen

// A compiled program on host arrays.
#pragma once
#include "codegen/reference/interpreter.h"
#include "runtime/program.h"

namespace fluxion {

std::vector<codegen::reference::HostArray> runProgram(const runtime::ProgramPtr &program,
                                                      llvm::ArrayRef<codegen::reference::HostArray> arguments);

}  // namespace fluxion

// Makes object code executable: a small linker for what our compiler writes, so that a cached kernel runs without LLVM.
#pragma once
#include "runtime/program.h"

namespace fluxion::runtime {

/// Maps `code.object` into executable memory and sets code.address; nothing is done if it is set already. The memory is
/// released with the last copy of code.image. May be called by several threads. With FLUXION_PERF_MAP set, `perf
/// report` shows the code by its name. Errors  CompileError if the object is damaged, has writable data, thread-local
/// variables, an unknown relocation or an
///         import that nobody provides.
void load(Code &code);

}  // namespace fluxion::runtime

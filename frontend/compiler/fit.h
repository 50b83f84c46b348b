// Programs that have to do with less memory than they would like.
#pragma once
#include "codegen/compile.h"
#include "ir/pass_listener.h"
#include "passes/pipeline.h"

namespace fluxion {

/// Computes values of f again until a run of its program on so many threads (0: all) takes at most `most` bytes. Where
/// no way to that is found, f and `program` become those that take the least of all that were tried. Which ones are
/// tried then depends on f alone: with a limit of just that many bytes it fits, and with one less it does not.
mlir::LogicalResult fit(passes::Func &f, int64_t most, int threads, const codegen::Options &how,
                        runtime::ProgramPtr &program);

}  // namespace fluxion

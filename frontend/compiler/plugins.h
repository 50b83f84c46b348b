// Passes from libraries outside the tree.
#pragma once
#include <string>

namespace fluxion {

/// Makes the passes of this library, and those of MLIR that any program may want, known by name. May be called often.
void registerPasses();

/// Opens a library of passes, once, which registers them. Errors: CompileError if it cannot be opened, is no such
/// library, or was built for another version of MLIR.
void loadPassPlugin(const std::string &path);

}  // namespace fluxion

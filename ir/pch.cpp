// Carries the precompiled header that the MLIR-facing targets share.

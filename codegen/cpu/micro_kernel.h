// The inner kernel of matrix products: a register tile of C, k steps of A and B (MicroKernelFunction in fluxion/abi.h).
// One kernel serves every shape, layout and depth; shapes only choose among a few tiles.
#pragma once
#include <cstdint>

#include <fluxion/dtype.h>

#include "llvm/ADT/StringRef.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::codegen {

/// Rows and columns of C that a kernel keeps in registers; nr is a multiple of the vector.
struct MicroTile {
  int64_t mr = 0, nr = 0;
  bool operator==(const MicroTile &) const = default;
};

/// The tile that wastes least on an m×n product, padding and the tile's own speed considered. `vectorBytes` is 64
/// (AVX-512), 32 (AVX2 with FMA) or 16; `type` is what the sums are in, f32 or f64.
MicroTile chooseMicroTile(int64_t vectorBytes, DType type, int64_t m, int64_t n);

/// A module of one function, `symbol`, in the LLVM dialect alone: nothing is left to lower, and LLVM's IR passes find
/// nothing to improve. `type` is f32 or f64, or bf16: then an element of A and B is a pair of bf16, two steps of k,
/// `k` and the strides count pairs, sums are f32, and the machine needs AVX512-BF16.
mlir::OwningOpRef<mlir::ModuleOp> emitMicroKernel(mlir::MLIRContext &context, MicroTile tile, int64_t vectorBytes,
                                                  DType type, llvm::StringRef symbol);

}  // namespace fluxion::codegen

// What compiled code and the runtime agree on. Changing anything here changes kAbiVersion, which is part of every cache
// key.
#pragma once
#include <cstdint>

namespace fluxion::runtime {

inline constexpr int kAbiVersion = 2;

/// A compiled kernel: computes the tiles [begin, end) of its iteration space. `buffers` are the kernel's operands and
/// then its results; `scratch` is per-thread memory of the size the kernel's step asks for, 64-byte aligned.
using KernelFunction = void (*)(void *const *buffers, int64_t begin, int64_t end, void *scratch);

/// The micro-kernel of a matrix product: C[mr, nr] (+)= A·B over `k` steps. Element (i, p) of A is
/// a[i·a_row + p·a_column], row p of B is the nr elements from b + p·b_row, row i of C the nr elements from c +
/// i·c_row; all f32 or all f64, strides in elements. `accumulate` is 0 (store) or 1 (add to C). General strides let one
/// kernel read packed panels and, where packing does not pay, the operands as they lie; they cost no time beside the
/// FMAs.
using MicroKernelFunction = void (*)(const void *a, const void *b, void *c, int64_t k, int64_t a_row, int64_t a_column,
                                     int64_t b_row, int64_t c_row, int64_t accumulate);

/// What follows a matrix product, applied to a finished block: reads f32 tile[rows, cols] (row stride `ld`;
/// double elements where the product is f64), writes the step's results at (batch, m0 + i, n0 + j). `buffers` are the
/// epilogue's operands and then its results. Without a tile it writes nothing, and asks memory for what it will read.
using EpilogueFunction = void (*)(void *const *buffers, int64_t batch, int64_t m0, int64_t n0, int64_t rows,
                                  int64_t cols, const float *tile, int64_t ld);

}  // namespace fluxion::runtime

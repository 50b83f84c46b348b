// What compiled code and the runtime agree on. Changing anything here changes kAbiVersion, which is part of every cache key.
#pragma once
#include <cstdint>

namespace fluxion::runtime {

inline constexpr int kAbiVersion = 1;

/// A compiled kernel: computes the tiles [begin, end) of its iteration space. `buffers` are the kernel's operands and
/// then its results; `scratch` is per-thread memory of the size the kernel's step asks for, 64-byte aligned.
using KernelFunction = void (*)(void *const *buffers, int64_t begin, int64_t end, void *scratch);

/// The micro-kernel of a matrix product: C[mr, nr] (+)= A·B over `k` steps from packed panels.
/// a: f32[k, mr], b: f32[k, nr], c: f32[mr, nr] with row stride `ldc` elements; `accumulate` is 0 or 1.
using MicroKernelFunction = void (*)(const void *a, const void *b, float *c, int64_t k, int64_t ldc, int64_t accumulate);

/// What follows a matrix product, applied to a finished block: reads f32 tile[rows, cols] (row stride `ld`), writes the
/// step's results at (batch, m0 + i, n0 + j). `buffers` are the epilogue's operands and then its results.
using EpilogueFunction = void (*)(void *const *buffers, int64_t batch, int64_t m0, int64_t n0, int64_t rows,
                                  int64_t cols, const float *tile, int64_t ld);

}  // namespace fluxion::runtime

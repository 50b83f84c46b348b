// Matrix products: out[batch, m, n] = epilogue(Σ_k a[batch, m, k]·b[batch, k, n]).
//
// The kernels are the micro-kernel's (compiled, or the runtime's own); this driver cuts a product into blocks that fit
// the caches, packs what is worth packing, and hands tiles to the threads. How k is cut depends on the shape alone, and
// every element of the result is summed in one order, so the bits depend on neither the threads nor the machine's load.
#pragma once
#include "runtime/program.h"

namespace fluxion::runtime {

class ThreadPool;

/// Runs one product. `a`, `b` and `out` are the addresses of the step's buffers. With an epilogue `out` is not read or
/// written: finished blocks go, in f32 (f64 for f64), to the epilogue with `epilogue_buffers`, each element once, from
/// any thread. Operands must not overlap the results. Empty m, n or batch: nothing happens; k of zero: sums of zero.
///
/// Units   strides in elements, of any sign, zero included.
/// Exact   16-bit inputs are widened to f32; sums are f32 (f64 for f64); a result is rounded to `out_dtype` once.
void run_gemm(const GemmStep &step, const void *a, const void *b, void *out, void *const *epilogue_buffers,
              ThreadPool &pool);

}  // namespace fluxion::runtime

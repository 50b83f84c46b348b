// Attention as library functions (runtime/library.h), of f32: what they compute is said in ir/ops/attention.td. The
// weights of a few queries at a time are there, and those of all never. Bits do not depend on the threads.
#pragma once
#include "runtime/library.h"

namespace fluxion::runtime {

/// "attention": q, k, v -> y.
///   attributes  scale (the bits of a double), before, after, tokens_first; then nothing, or the strides of the batch,
///               heads and tokens of each operand, which may lie within other arrays
void attention(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "attention_grad": q, k, v, dy -> dq, dk, dv; results of type f32[0] are not computed. Attributes as above,
/// after which the strides of results may stand.
void attention_grad(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "attention_jvp": q, k, v, tangents of some -> y, its tangent; results of type f32[0] are not computed. The batch of
/// tangents is that of q times the number of directions.
///   attributes  scale, before, after, tokens_first, the operands that have tangents as bits, q's the lowest; strides
///   as
///               above, those of tangents last
void attention_jvp(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

/// "attention_grad_jvp": q, k, v, dy, tangents of some -> dq, dk, dv, and their tangents. Attributes as above.
void attention_grad_jvp(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n);

}  // namespace fluxion::runtime

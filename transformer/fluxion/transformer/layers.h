// The layers that Transformers are made of: parameters are plain structs, layers are pure functions.
// Activations are [batch, time, width]; weights are [in, out], so that a layer is x·W + b.
#pragma once
#include <cstdint>

#include <fluxion/array.h>

namespace fluxion::transformer {

struct Linear {
  Array weight, bias;  // [in, out], [out]
};

struct LayerNorm {
  Array gain, bias;  // [width] both
};

/// x·W + b over the last dimension. ShapeError if it is not `in` long.
Array linear(const Linear &layer, const Operand &x);

/// gain · (x − mean) / √(variance + epsilon) + bias over the last dimension; statistics in f32 at least.
///
/// Source  Ba, Kiros & Hinton 2016, "Layer normalization".
Array layer_norm(const LayerNorm &layer, const Operand &x, double epsilon = 1e-5);

/// gain · x / √(mean of x² + epsilon) over the last dimension; statistics in f32 at least.
///
/// Source  Zhang & Sennrich 2019, "Root mean square layer normalization".
Array rms_norm(const Array &gain, const Operand &x, double epsilon = 1e-6);

/// Rows of `table`. Shapes: table [vocab, width], tokens i32[...]; the result is [..., width]. A token outside
/// [0, vocab) takes the nearest row, since its value is known only at run time.
Array embedding(const Array &table, const Operand &tokens);

struct AttentionOptions {
  bool causal = true;  // position t sees positions up to t, counted from the end where there are more keys than queries
};

/// softmax(q·kᵀ / √size)·v for each head.
///
/// Shapes  q [batch, time, heads, size]; k, v [batch, keys, groups, size], where `groups` divides `heads`: consecutive
///         heads share the keys and values of one group. The result is shaped as q.
/// Errors  ShapeError if sizes do not fit.
/// Source  Vaswani et al. 2017, "Attention is all you need"; groups: Ainslie et al. 2023, "GQA".
Array attention(const Operand &q, const Operand &k, const Operand &v, AttentionOptions options = {});

}  // namespace fluxion::transformer

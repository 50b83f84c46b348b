// Functions of neural networks, under the names of jax.nn.
#pragma once
#include <fluxion/ops.h>

namespace fluxion::nn {

/// max(x, 0), with derivative 0 at 0.
Array relu(const Operand &x);
/// Between 0 and 6, with derivative 0 at both.
Array relu6(const Operand &x);
Array leaky_relu(const Operand &x, double negative_slope = 0.01);
/// α(eˣ − 1) below 0 (Clevert et al. 2015).
Array elu(const Operand &x, double alpha = 1.0);
/// α(e^(x/α) − 1) below 0 (Barron 2017).
Array celu(const Operand &x, double alpha = 1.0);
/// elu with the constants that keep mean 0 and variance 1 (Klambauer et al. 2017).
Array selu(const Operand &x);
/// 1 / (1 + e⁻ˣ).
inline Array sigmoid(const Operand &x) { return special::expit(x); }
Array log_sigmoid(const Operand &x);
/// log(1 + eˣ).
Array softplus(const Operand &x);
/// (x + √(x² + b)) / 2.
Array squareplus(const Operand &x, double b = 4);
/// 0 below −1, x above 1, (x + 1)²/4 between; and its derivative.
Array sparse_plus(const Operand &x);
Array sparse_sigmoid(const Operand &x);
/// x / (1 + |x|).
Array soft_sign(const Operand &x);
/// x·sigmoid(x), also called swish.
Array silu(const Operand &x);
inline Array swish(const Operand &x) { return silu(x); }
/// x·tanh(softplus(x)) (Misra 2019).
Array mish(const Operand &x);
/// x·Φ(x); approximately by a tanh (Hendrycks & Gimpel 2016) unless `approximate` is false.
Array gelu(const Operand &x, bool approximate = true);
/// The first half along `axis` times the sigmoid of the second. ShapeError unless its size is even.
Array glu(const Operand &x, int64_t axis = -1);
/// relu6(x + 3) / 6, and x times that.
Array hard_sigmoid(const Operand &x);
Array hard_silu(const Operand &x);
inline Array hard_swish(const Operand &x) { return hard_silu(x); }
/// Between −1 and 1.
Array hard_tanh(const Operand &x);
inline Array identity(const Operand &x) { return asarray(x); }
/// log(1 − e⁻ˣ) of x ≥ 0, accurate at both ends (Mächler 2012).
Array log1mexp(const Operand &x);
using fluxion::tanh;

/// Elements whose mask is false do not take part; where all of a row do not, the result is 0 (−inf of log_softmax).
struct SoftmaxOptions {
  int64_t axis = -1;
  std::optional<Array> where = {};
};
/// exp(x) / Σ exp(x) along `axis`, shifted by the maximum. A row of −inf is NaN.
Array softmax(const Operand &x, int64_t axis = -1);
Array softmax(const Operand &x, const SoftmaxOptions &options);
Array log_softmax(const Operand &x, int64_t axis = -1);
Array log_softmax(const Operand &x, const SoftmaxOptions &options);
using special::logsumexp;
/// log of the mean of exp(x).
Array logmeanexp(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
/// (x − mean) / √(variance + ε) over `axes`.
Array standardize(const Operand &x, Axes axes = -1, double epsilon = 1e-5);
using fluxion::one_hot;

struct AttentionOptions {
  std::optional<Array> bias = {};    // added to the logits [batch, heads, queries, keys]
  std::optional<Array> mask = {};    // bool, of the same shape; keys that a query does not see
  std::optional<double> scale = {};  // of the logits; none: 1/√size
  bool is_causal = false;            // query i sees keys up to i
};
/// softmax(q·kᵀ·scale + bias)·v for each head.
///
/// Shapes  q[batch, queries, heads, size], k and v [batch, keys, groups, size]; heads are a multiple of groups, which
///         share their keys. The batch may be missing. The result is like q.
/// Errors  ShapeError if they do not fit. A query that sees no key gives NaN.
/// Source  Vaswani et al. 2017; Ainslie et al. 2023 for groups.
Array dot_product_attention(const Operand &q, const Operand &k, const Operand &v, const AttentionOptions &options = {});

}  // namespace fluxion::nn

namespace fluxion {
using nn::softmax;
}

// Functions of neural networks, under the names of jax.nn.
#pragma once
#include <fluxion/ops.h>

namespace fluxion::nn {

Array relu(const Operand &x);
Array relu6(const Operand &x);
Array leaky_relu(const Operand &x, double negative_slope = 0.01);
Array elu(const Operand &x, double alpha = 1.0);
/// 1 / (1 + e⁻ˣ).
inline Array sigmoid(const Operand &x) { return special::expit(x); }
Array log_sigmoid(const Operand &x);
/// log(1 + eˣ).
Array softplus(const Operand &x);
/// x·sigmoid(x), also called swish.
Array silu(const Operand &x);
/// x·Φ(x); approximately by a tanh (Hendrycks & Gimpel 2016) unless `approximate` is false.
Array gelu(const Operand &x, bool approximate = true);
/// exp(x) / Σ exp(x) along `axis`, shifted by the maximum. A row of −inf is NaN.
Array softmax(const Operand &x, int64_t axis = -1);
Array log_softmax(const Operand &x, int64_t axis = -1);
using fluxion::one_hot;

}  // namespace fluxion::nn

namespace fluxion {
using nn::softmax;
}

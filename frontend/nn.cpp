#include "fluxion/nn.h"

#include <cmath>
#include <numbers>

namespace fluxion::nn {

Array relu(const Operand &x) { return maximum(x, 0); }
Array relu6(const Operand &x) { return clip(x, 0, 6); }
Array leaky_relu(const Operand &x, double slope) {
  At at(x);
  return where(asarray(x) >= 0, x, asarray(x) * slope);
}
Array elu(const Operand &x, double alpha) {
  At at(x);
  Array a = asarray(x), safe = where(a > 0, 0, a);
  return where(a > 0, a, expm1(safe) * alpha);
}
Array softplus(const Operand &x) {
  At at(x);
  return maximum(x, 0) + log1p(exp(-abs(x)));
}
Array log_sigmoid(const Operand &x) {
  At at(x);
  return -softplus(-asarray(x));
}
Array silu(const Operand &x) {
  At at(x);
  return asarray(x) * sigmoid(x);
}

Array gelu(const Operand &x, bool approximate) {
  At at(x);
  Array a = asarray(x);
  if (!approximate) return a * 0.5 * special::erfc(a * -std::numbers::sqrt2 / 2.0);
  Array inner = (a + a * a * a * 0.044715) * std::sqrt(2 / std::numbers::pi);
  return a * (tanh(inner) + 1.0) * 0.5;
}

Array softmax(const Operand &x, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  Array e = exp(a - stop_gradient(max(a, axis, keepdims)));
  return e / sum(e, axis, keepdims);
}

Array log_softmax(const Operand &x, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  Array shifted = a - stop_gradient(max(a, axis, keepdims));
  return shifted - log(sum(exp(shifted), axis, keepdims));
}

}  // namespace fluxion::nn

#include "fluxion/nn.h"

#include <cmath>
#include <numbers>

#include "frontend/ops_internal.h"

namespace fluxion::nn {

// ---- activations. Choices are made by `where`, so that derivatives are those of the side chosen.

Array relu(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return where(a <= 0, 0, a);
}
Array relu6(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return where(a <= 0, 0, where(a >= 6, 6, a));
}
Array leaky_relu(const Operand &x, double slope) {
  At at(x);
  return where(asarray(x) >= 0, x, asarray(x) * slope);
}
Array elu(const Operand &x, double alpha) {
  At at(x);
  Array a = asarray(x), safe = where(a > 0, 0, a);
  return where(a > 0, a, expm1(safe) * alpha);
}
Array celu(const Operand &x, double alpha) {
  At at(x);
  Array a = detail::inexact(x), safe = where(a > 0, 0, a);
  return where(a > 0, a, expm1(safe / alpha) * alpha);
}
Array selu(const Operand &x) {
  At at(x);
  return elu(detail::inexact(x), 1.6732632423543772848170429916717) * 1.0507009873554804934193349852946;
}
Array softplus(const Operand &x) {
  At at(x);
  // By halves, so that all derivatives are right at 0, too, where |x| has none.
  Array a = detail::inexact(x), positive = a >= 0;
  return where(positive, a, 0) + log1p(exp(where(positive, -a, a)));
}
Array log_sigmoid(const Operand &x) {
  At at(x);
  return -softplus(-asarray(x));
}
Array squareplus(const Operand &x, double b) {
  At at(x);
  Array a = detail::inexact(x);
  return (a + sqrt(square(a) + b)) * 0.5;
}
Array sparse_plus(const Operand &x) {
  At at(x);
  Array a = detail::inexact(x);
  return where(a <= -1, 0, where(a >= 1, a, square(a + 1) * 0.25));
}
Array sparse_sigmoid(const Operand &x) {
  At at(x);
  return clip((detail::inexact(x) + 1) * 0.5, 0, 1);
}
Array soft_sign(const Operand &x) {
  At at(x);
  Array a = detail::inexact(x);
  return a / (abs(a) + 1);
}
Array silu(const Operand &x) {
  At at(x);
  return asarray(x) * sigmoid(x);
}
Array mish(const Operand &x) {
  At at(x);
  Array a = detail::inexact(x);
  return a * tanh(softplus(a));
}

Array gelu(const Operand &x, bool approximate) {
  At at(x);
  Array a = asarray(x);
  if (!approximate) return a * 0.5 * special::erfc(a * -std::numbers::sqrt2 / 2.0);
  Array inner = (a + a * a * a * 0.044715) * std::sqrt(2 / std::numbers::pi);
  return a * (tanh(inner) + 1.0) * 0.5;
}

Array glu(const Operand &x, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  axis = detail::normalize_axis("glu", axis, a.ndim());
  if (a.shape(axis) % 2)
    fail<ShapeError>(fmt::format("glu: dimension {} of {} has no halves", axis, to_string(a.type())));
  std::vector<Array> halves = split(a, 2, axis);
  return halves[0] * sigmoid(halves[1]);
}
Array hard_sigmoid(const Operand &x) {
  At at(x);
  return relu6(detail::inexact(x) + 3) / 6;
}
Array hard_silu(const Operand &x) {
  At at(x);
  return detail::inexact(x) * hard_sigmoid(x);
}
Array hard_tanh(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return where(a > 1, 1, where(a < -1, -1, a));
}
Array log1mexp(const Operand &x) {
  At at(x);
  Array a = detail::inexact(x), small = a < std::numbers::ln2;
  return where(small, log(-expm1(where(small, -a, -1))), log1p(-exp(where(small, -1, -a))));
}

// ---- rows

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

namespace {
// x shifted by the maximum of what counts, and e to that, 0 where it does not.
struct MaskedRow {
  Array shifted, exponentials, total, nothing;
};
MaskedRow masked_row(const Array &x, const SoftmaxOptions &o) {
  Array counts = broadcast_to(*o.where, x.shape());
  Array top = stop_gradient(max(where(counts, x, -INFINITY), o.axis, keepdims));
  Array shifted = where(counts, x, 0) - where(isfinite(top), top, 0);
  Array e = where(counts, exp(shifted), 0), total = sum(e, o.axis, keepdims);
  return {shifted, e, total, total == 0};
}
}  // namespace

Array softmax(const Operand &x, const SoftmaxOptions &o) {
  At at(x);
  if (!o.where) return softmax(x, o.axis);
  MaskedRow r = masked_row(detail::inexact(x), o);
  return r.exponentials / where(r.nothing, 1, r.total);
}
Array log_softmax(const Operand &x, const SoftmaxOptions &o) {
  At at(x);
  if (!o.where) return log_softmax(x, o.axis);
  MaskedRow r = masked_row(detail::inexact(x), o);
  Array y = r.shifted - log(where(r.nothing, 1, r.total));
  return where(*o.where, y, -INFINITY);
}

Array logmeanexp(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = detail::inexact(x);
  double n = 1;
  for (int64_t d : detail::normalize_axes("logmeanexp", axes, a.ndim())) n *= static_cast<double>(a.shape(d));
  return logsumexp(a, axes, keep) - std::log(n);
}

Array standardize(const Operand &x, Axes axes, double epsilon) {
  At at(x);
  Array a = detail::inexact(x), centred = a - mean(a, axes, keepdims);
  return centred * rsqrt(mean(square(centred), axes, keepdims) + epsilon);
}

// ---- attention

namespace {
void check_attention(const Array &q, const Array &k, const Array &v) {
  bool fits = q.ndim() == 4 && k.shape() == v.shape() && k.ndim() == 4 && q.shape(0) == k.shape(0) &&
              q.shape(3) == k.shape(3) && k.shape(2) > 0 && q.shape(2) % k.shape(2) == 0;
  if (!fits)
    fail<ShapeError>(
        fmt::format("dot_product_attention: {}, {} and {} are not [batch, queries, heads, size] and twice "
                    "[batch, keys, groups, size] with as many heads in each group",
                    to_string(q.type()), to_string(k.type()), to_string(v.type())));
}
}  // namespace

Array dot_product_attention(const Operand &q_, const Operand &k_, const Operand &v_, const AttentionOptions &o) {
  At at(q_, k_, v_);
  Array q = asarray(q_), k = asarray(k_), v = asarray(v_);
  if (q.ndim() == 3 && k.ndim() == 3 && v.ndim() == 3)
    return squeeze(dot_product_attention(expand_dims(q, 0), expand_dims(k, 0), expand_dims(v, 0), o), 0);
  check_attention(q, k, v);
  int64_t batch = q.shape(0), queries = q.shape(1), heads = q.shape(2), size = q.shape(3), keys = k.shape(1);
  int64_t groups = k.shape(2);
  // Heads as [groups, heads of the group]: keys are not repeated.
  Array grouped = reshape(q, {batch, queries, groups, heads / groups, size});
  Array logits = reshape(einsum("btghd,bsgd->bghts", grouped, k), {batch, heads, queries, keys});
  logits = astype(logits, promote_types(q.dtype(), f32)) * o.scale.value_or(1 / std::sqrt(static_cast<double>(size)));
  if (o.bias) logits = logits + *o.bias;
  if (o.mask) logits = where(*o.mask, logits, -INFINITY);
  if (o.is_causal) {
    Shape square{queries, keys};
    logits = where(iota(square, 0) >= iota(square, 1), logits, -INFINITY);
  }
  Array weights = reshape(astype(softmax(logits), q.dtype()), {batch, groups, heads / groups, queries, keys});
  return reshape(einsum("bghts,bsgd->btghd", weights, v), q.shape().sizes());
}

}  // namespace fluxion::nn

#include <fluxion/nn.h>
#include <fluxion/ops.h>
#include <fluxion/transformer/layers.h>

#include <cmath>

namespace fluxion::transformer {
namespace {

/// 16-bit floats in f32, others as they are: sums over a row need the digits.
Array widened(const Array &x) { return size_of(x.dtype()) < 4 ? astype(x, f32) : x; }

void check_attention(const Array &q, const Array &k, const Array &v) {
  const auto types = [&] {
    return fmt::format("q {}, k {}, v {}", to_string(q.type()), to_string(k.type()), to_string(v.type()));
  };
  if (q.ndim() != 4 || k.ndim() != 4 || v.shape() != k.shape()) {
    fail<ShapeError>("attention: q must be [batch, time, heads, size] and k, v [batch, keys, groups, size]: " +
                     types());
  }
  if (q.shape(0) != k.shape(0) || q.shape(3) != k.shape(3)) {
    fail<ShapeError>("attention: batch and size of the heads must agree: " + types());
  }
  if (k.shape(2) < 1 || q.shape(2) % k.shape(2) != 0) {
    fail<ShapeError>(
        fmt::format("attention: {} heads cannot share {} groups evenly: {}", q.shape(2), k.shape(2), types()));
  }
}

}  // namespace

Array linear(const Linear &layer, const Operand &x) {
  const At at(x);
  return matmul(x, layer.weight) + layer.bias;
}

Array layer_norm(const LayerNorm &layer, const Operand &x, double epsilon) {
  const At at(x);
  const Array wide = widened(asarray(x));
  const Array centred = wide - mean(wide, -1, keepdims);
  const Array scaled = centred * rsqrt(mean(square(centred), -1, keepdims) + epsilon);
  return astype(scaled, layer.gain.dtype()) * layer.gain + layer.bias;
}

Array rms_norm(const Array &gain, const Operand &x, double epsilon) {
  const At at(x);
  const Array wide = widened(asarray(x));
  return astype(wide * rsqrt(mean(square(wide), -1, keepdims) + epsilon), gain.dtype()) * gain;
}

Array embedding(const Array &table, const Operand &tokens) {
  const At at(tokens);
  return take(table, tokens, 0, {.mode = IndexMode::clip});
}

Array attention(const Operand &q_, const Operand &k_, const Operand &v_, AttentionOptions options) {
  const At at(q_);
  const Array q = asarray(q_), k = asarray(k_), v = asarray(v_);
  check_attention(q, k, v);
  const int64_t batch = q.shape(0), time = q.shape(1), heads = q.shape(2), size = q.shape(3);
  const int64_t keys = k.shape(1), groups = k.shape(2);
  // g: groups, r: heads of one group. With as many groups as heads r is 1 and costs nothing.
  const Array grouped = q.reshape({batch, time, groups, heads / groups, size});
  Array scores = widened(einsum("btgrd,bsgd->bgrts", grouped, k)) * (1 / std::sqrt(static_cast<double>(size)));
  if (options.causal) {
    const Array row = iota({time, keys}, 0), column = iota({time, keys}, 1);
    scores = where(column <= row + (keys - time), scores, -std::numeric_limits<double>::infinity());
  }
  const Array weights = astype(nn::softmax(scores, -1), v.dtype());
  return einsum("bgrts,bsgd->btgrd", weights, v).reshape({batch, time, heads, size});
}

}  // namespace fluxion::transformer

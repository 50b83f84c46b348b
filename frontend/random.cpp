// Threefry: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3". How counters and keys are
// laid out follows jax.random with partitionable threefry, its default.
#include "fluxion/random.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "fluxion/jit.h"

namespace fluxion::random {

namespace {

using Pair = std::pair<Array, Array>;

Array rotate_left(const Array &x, int64_t by) { return (x << by) | shift_right_logical(x, 32 - by); }

// 20 rounds on counters (x0, x1) with key (k0, k1); all u32, broadcast to the counters' shape.
Pair threefry(const Array &k0, const Array &k1, Array x0, Array x1) {
  static constexpr int64_t kRotations[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  const Array keys[3] = {k0, k1, k0 ^ k1 ^ int64_t{0x1BD11BDA}};
  x0 = x0 + keys[0];
  x1 = x1 + keys[1];
  for (int64_t group = 0; group < 5; ++group) {
    for (int64_t r : kRotations[group % 2]) {
      x0 = x0 + x1;
      x1 = rotate_left(x1, r) ^ x0;
    }
    x0 = x0 + keys[(group + 1) % 3];
    x1 = x1 + keys[(group + 2) % 3] + (group + 1);
  }
  return {x0, x1};
}

Pair halves(const Array &key) {
  if (key.shape() != Shape{2} || key.dtype() != u32)
    fail<ShapeError>(fmt::format("random: a key is u32[2], not {}: vmap over an array of keys", to_string(key.type())));
  return {key[0], key[1]};
}

// The block cipher of the element's number, as two words each.
Pair blocks(const Array &key, const Shape &shape) {
  auto [k0, k1] = halves(key);
  int64_t count = shape.count();
  Array low = iota({count}, 0, u32), high = zeros({count}, u32);
  if (count > int64_t{1} << 32) fail<ShapeError>(fmt::format("random: {} elements are more than 2^32", count));
  auto [x, y] = threefry(broadcast_to(k0, {count}), broadcast_to(k1, {count}), high, low);
  return {reshape(x, shape.sizes()), reshape(y, shape.sizes())};
}

// Outside of a trace a sampler runs as one compiled program: hundreds of small ops, each on its own, would be slow.
template <class F>
Array compiled(F f, const Key &key) {
  return fluxion::detail::is_tracing() ? f(key.data()) : [&] {
    fluxion::detail::Traced t =
        fluxion::detail::trace_function("random", std::vector<ShapeDtype>{key.data().type()},
                                        [&](const std::vector<Array> &in) { return std::vector<Array>{f(in[0])}; });
    fluxion::detail::Arrays in{key.data()};
    fluxion::detail::append(in, t.captures);
    return fluxion::detail::call(t.function, in)[0];
  }();
}

Array bits_data(const Array &key, const Shape &shape, DType dtype) {
  auto [x, y] = blocks(key, shape);
  switch (dtype) {
    case DType::u32:
      return x ^ y;
    case DType::u64:
      return (astype(x, u64) << 32) | astype(y, u64);
    case DType::u16:
      return astype((x ^ y) & 0xFFFF, u16);
    case DType::u8:
      return astype((x ^ y) & 0xFF, u8);
    default:
      fail<DTypeError>(fmt::format("random: bits are unsigned integers, not {}", name(dtype)));
  }
}

struct FloatBits {
  DType drawn, bits;    // of the random word, and as wide as the number
  int total, mantissa;  // bits of the word, of which the first make the mantissa
};
FloatBits layout(DType dtype) {
  switch (dtype) {
    case DType::f32:
      return {u32, u32, 32, 23};
    case DType::f64:
      return {u64, u64, 64, 52};
    case DType::f16:
      return {u16, u16, 16, 10};
    case DType::bf16:
      return {u8, u16, 8, 7};  // as JAX: eight bits are enough for seven
    default:
      fail<DTypeError>(fmt::format("random: numbers of {} cannot be drawn", name(dtype)));
  }
}

// Random mantissa bits under the exponent of 1 give [1, 2); minus 1, [0, 1).
Array uniform_data(const Array &key, const Shape &shape, DType dtype, double lo, double hi) {
  FloatBits l = layout(dtype);
  Array one = bitcast(full({}, 1.0, dtype), l.bits);
  Array mantissa = shift_right_logical(astype(bits_data(key, shape, l.drawn), l.bits), l.total - l.mantissa);
  Array unit = bitcast(mantissa | one, dtype) - 1.0;
  if (lo == 0 && hi == 1) return unit;
  Array low = full({}, lo, dtype), span = full({}, hi, dtype) - low;
  return maximum(low, unit * span + low);
}

// The number just above −1 in each dtype: erf_inv(−1) would be −inf.
double above_minus_one(DType dtype) { return -1.0 + std::ldexp(1.0, -(layout(dtype).mantissa + 1)); }

Array normal_data(const Array &key, const Shape &shape, DType dtype) {
  return special::erf_inv(uniform_data(key, shape, dtype, above_minus_one(dtype), 1)) * std::numbers::sqrt2;
}

Array split_of(const Array &key, int64_t n) {
  auto [x, y] = blocks(key, {n});
  return stack({x, y}, 1);
}

}  // namespace

Key::Key(uint64_t seed, std::source_location at) {
  // JAX without 64-bit integers: the high word is that of the seed as given.
  uint32_t words[2] = {static_cast<uint32_t>(seed >> 32), static_cast<uint32_t>(seed)};
  data_ = from_span(std::span<const uint32_t>(words), {2}, at);
}

Array detail::split_data(const Array &key, int64_t n) {
  return compiled([&](const Array &k) { return split_of(k, n); }, Key(key));
}
Array split(Key key, int64_t n) { return detail::split_data(key.data(), n); }

Key fold_in(Key key, const Operand &data) {
  At at(data);
  Array word = astype(data, u32);
  auto [k0, k1] = halves(key.data());
  auto [x, y] = threefry(k0, k1, zeros({}, u32), word);
  return Key(stack({x, y}));
}

Array bits(Key key, const Shape &shape, DType dtype) {
  return compiled([&](const Array &k) { return bits_data(k, shape, dtype); }, key);
}

Array uniform(Key key, const Shape &shape, DType dtype, double lo, double hi) {
  return compiled([&](const Array &k) { return uniform_data(k, shape, dtype, lo, hi); }, key);
}

Array normal(Key key, const Shape &shape, DType dtype) {
  return compiled([&](const Array &k) { return normal_data(k, shape, dtype); }, key);
}

Array truncated_normal(Key key, double lo, double hi, const Shape &shape, DType dtype) {
  double a = std::erf(lo / std::numbers::sqrt2), b = std::erf(hi / std::numbers::sqrt2);
  auto sample = [&](const Array &k) {
    Array z = special::erf_inv(uniform_data(k, shape, dtype, a, b)) * std::numbers::sqrt2;
    return clip(z, std::nextafter(static_cast<float>(lo), INFINITY), std::nextafter(static_cast<float>(hi), -INFINITY));
  };
  return compiled(sample, key);
}

// Two draws joined modulo the span, which keeps the bias below 2⁻³² for small spans.
Array randint(Key key, const Shape &shape, int64_t lo, int64_t hi, DType dtype) {
  if (!is_integer(dtype) || size_of(dtype) > 4)
    fail<DTypeError>(fmt::format("random::randint: {} is not an integer of at most 32 bits", name(dtype)));
  if (hi <= lo || hi - lo > int64_t{1} << 32)
    fail<ShapeError>(fmt::format("random::randint: [{}, {}) holds no integer, or too many", lo, hi));
  auto sample = [&](const Array &k) {
    Array keys = split_of(k, 2);
    uint64_t span = static_cast<uint64_t>(hi - lo), multiplier = (uint64_t{1} << 16) % span;
    multiplier = static_cast<uint32_t>(multiplier * multiplier) % span;
    Array high = bits_data(keys[0], shape, u32), low = bits_data(keys[1], shape, u32);
    auto s = static_cast<int64_t>(span);
    Array offset = fmod(fmod(high, s) * static_cast<int64_t>(multiplier) + fmod(low, s), s);
    return astype(bitcast(offset, i32) + lo, dtype);
  };
  return compiled(sample, key);
}

Array bernoulli(Key key, double p, const Shape &shape) {
  return compiled([&](const Array &k) { return uniform_data(k, shape, f32, 0, 1) < p; }, key);
}

Array exponential(Key key, const Shape &shape, DType dtype) {
  return compiled([&](const Array &k) { return -log1p(-uniform_data(k, shape, dtype, 0, 1)); }, key);
}

namespace {
Array gumbel_data(const Array &k, const Shape &shape, DType dtype) {
  double tiny = dtype == f64   ? std::numeric_limits<double>::min()
                : dtype == f16 ? 6.103515625e-05
                               : static_cast<double>(std::numeric_limits<float>::min());
  return -log(-log(uniform_data(k, shape, dtype, tiny, 1)));
}
}  // namespace

Array gumbel(Key key, const Shape &shape, DType dtype) {
  return compiled([&](const Array &k) { return gumbel_data(k, shape, dtype); }, key);
}

Array categorical(Key key, const Operand &logits, int64_t axis) {
  At at(logits);
  Array l = asarray(logits);
  Array noise = gumbel(std::move(key), l.shape(), is_float(l.dtype()) ? l.dtype() : f32);
  return argmax(noise + l, {.axis = axis});
}

// Sorts the numbers by random 32-bit words, repeatedly, so that ties of one round do not show.
Array permutation(Key key, int64_t n) {
  auto sample = [&](const Array &k) {
    int rounds = static_cast<int>(
        std::ceil(3 * std::log(static_cast<double>(std::max<int64_t>(1, n))) / std::log(4294967295.0)));
    Array x = iota({n}, 0), left = k;
    for (int i = 0; i < rounds; ++i) {
      Array keys = split_of(left, 2);
      left = keys[0];
      Array order = bits_data(keys[1], {n}, u32);
      std::array<Operand, 2> operands{order, x};
      x = stage_all("fx.sort", operands, {{"dimension", int64_t{0}}, {"is_stable", true}, {"descending", false}})[1];
    }
    return x;
  };
  return compiled(sample, key);
}

}  // namespace fluxion::random

// Threefry: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3". How counters and keys are
// laid out follows jax.random with partitionable threefry, its default.
#include "fluxion/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <numbers>
#include <unordered_map>

#include "fluxion/jit.h"
#include "fluxion/special.h"
#include "frontend/ops_internal.h"
#include "frontend/random_internal.h"

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

}  // namespace

namespace detail {

Request::Request(std::string_view what, const Shape &shape, DType dtype, std::initializer_list<Operand> parameters,
                 std::initializer_list<double> others)
    : text(fmt::format("{} {}", what, to_string(ShapeDtype{shape, dtype}))) {
  for (const Operand &p : parameters) {
    if (!p.is_array()) {
      std::visit([this](auto number) { text += fmt::format(" {}", number); }, p.number());
      continue;
    }
    // One array that is given twice is captured once.
    const auto same =
        std::find_if(arrays.begin(), arrays.end(), [&](const Array &a) { return a.node() == p.array().node(); });
    text += fmt::format(" {}@{}", to_string(p.array().type()), same - arrays.begin());
    arrays.push_back(p.array());
  }
  for (double number : others) text += fmt::format(" {}", number);
}

namespace {

// A traced sampler, and where its captures come from: an array of the request, or one that the sampler made itself.
struct Sampler {
  fluxion::detail::Traced traced;
  std::vector<std::optional<size_t>> from_request;
};

std::shared_ptr<const Sampler> trace_sampler(const Array &key, const Request &request,
                                             const std::function<Array(const Array &)> &f) {
  fluxion::detail::Traced traced =
      fluxion::detail::trace_function("random", std::vector<ShapeDtype>{key.type()},
                                      [&](const std::vector<Array> &in) { return std::vector<Array>{f(in[0])}; });
  Sampler sampler{std::move(traced), {}};
  for (Array &capture : sampler.traced.captures) {
    std::optional<size_t> from;
    for (size_t i = 0; i < request.arrays.size() && !from; ++i)
      if (request.arrays[i].node() == capture.node()) from = i;
    if (from) capture = Array();  // the next call has its own
    sampler.from_request.push_back(from);
  }
  return std::make_shared<const Sampler>(std::move(sampler));
}

}  // namespace

Array compiled(const Key &key, const Request &request, const std::function<Array(const Array &)> &f) {
  At at(key.location());
  if (fluxion::detail::is_tracing()) return f(key.data());
  static std::mutex mutex;
  static std::unordered_map<std::string, std::shared_ptr<const Sampler>> samplers;
  const std::string text = to_string(key.data().type()) + " " + request.text;
  std::shared_ptr<const Sampler> sampler;
  {
    std::lock_guard lock(mutex);
    if (auto it = samplers.find(text); it != samplers.end()) sampler = it->second;
  }
  if (!sampler) {
    sampler = trace_sampler(key.data(), request, f);
    std::lock_guard lock(mutex);
    samplers.emplace(text, sampler);
  }
  fluxion::detail::Arrays in{key.data()};
  for (size_t i = 0; i < sampler->from_request.size(); ++i) {
    const std::optional<size_t> from = sampler->from_request[i];
    in.push_back(from ? request.arrays[*from] : sampler->traced.captures[i]);
  }
  return fluxion::detail::call(sampler->traced.function, in)[0];
}

Array bits_of(const Array &key, const Shape &shape, DType dtype) {
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

namespace {

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

}  // namespace

double tiny(DType dtype) {
  if (dtype == f16) return 6.103515625e-05;
  return dtype == f64 ? std::numeric_limits<double>::min() : static_cast<double>(std::numeric_limits<float>::min());
}
double epsilon(DType dtype) { return std::ldexp(1.0, -layout(dtype).mantissa); }
double above_minus_one(DType dtype) { return -1.0 + epsilon(dtype) / 2; }

// Random mantissa bits under the exponent of 1 give [1, 2); minus 1, [0, 1).
Array uniform_of(const Array &key, const Shape &shape, DType dtype) {
  FloatBits l = layout(dtype);
  Array one = bitcast(full({}, 1.0, dtype), l.bits);
  Array mantissa = shift_right_logical(astype(bits_of(key, shape, l.drawn), l.bits), l.total - l.mantissa);
  return bitcast(mantissa | one, dtype) - 1.0;
}

Array rounded(const Array &x) {
  if (size_of(x.dtype()) > 2) return x;
  return reduce_precision(x, x.dtype() == f16 ? 5 : 8, layout(x.dtype()).mantissa);
}

Array uniform_of(const Array &key, const Shape &shape, DType dtype, const Array &lo, const Array &hi) {
  return maximum(lo, rounded(rounded(uniform_of(key, shape, dtype) * (hi - lo)) + lo));
}

Array uniform_of(const Array &key, const Shape &shape, DType dtype, double lo, double hi) {
  return uniform_of(key, shape, dtype, full({}, lo, dtype), full({}, hi, dtype));
}

// From just above −1: erf_inv(−1) would be −inf.
Array normal_of(const Array &key, const Shape &shape, DType dtype) {
  return special::erf_inv(uniform_of(key, shape, dtype, above_minus_one(dtype), 1)) * std::numbers::sqrt2;
}

Array exponential_of(const Array &key, const Shape &shape, DType dtype) {
  return -log1p(-uniform_of(key, shape, dtype));
}

Array gumbel_of(const Array &key, const Shape &shape, DType dtype) {
  return -log(-log(uniform_of(key, shape, dtype, tiny(dtype), 1)));
}

Array split_of(const Array &key, int64_t n) {
  auto [x, y] = blocks(key, {n});
  return stack({x, y}, 1);
}

void check_float(std::string_view what, DType dtype) {
  if (dtype != f32 && dtype != f64 && dtype != f16 && dtype != bf16)
    fail<DTypeError>(fmt::format("random::{}: numbers of {} cannot be drawn", what, name(dtype)));
}

Shape sample_shape(std::string_view what, const Shape &shape, std::initializer_list<Operand> parameters) {
  std::vector<Shape> shapes{shape};
  for (const Operand &p : parameters)
    if (p.is_array()) shapes.push_back(p.array().shape());
  const std::string op = fmt::format("random::{}", what);
  Shape all = fluxion::detail::broadcast_shapes(op, shapes);
  if (!shape.empty() && all != shape)
    fail<ShapeError>(fmt::format("{}: the parameters do not broadcast to the shape of the samples, [{}]", op,
                                 fmt::join(shape, ",")));
  return all;
}

Array parameter(const Operand &x, DType dtype, const Shape &shape) {
  return broadcast_to(fluxion::detail::as_scalar(x, dtype), shape);
}

Array split_data(const Array &key, int64_t n) {
  if (n < 0) fail<ShapeError>(fmt::format("random::split: there are no {} keys", n));
  return compiled(Key(key), {"split", {n}, u32}, [&](const Array &k) { return split_of(k, n); });
}

}  // namespace detail

using namespace detail;

Key::Key(uint64_t seed, std::source_location at) : at_(at) {
  // JAX without 64-bit integers: the high word is that of the seed as given.
  uint32_t words[2] = {static_cast<uint32_t>(seed >> 32), static_cast<uint32_t>(seed)};
  data_ = from_span(std::span<const uint32_t>(words), {2}, at);
}

void Key::throw_used() const {
  const std::string what =
      "fluxion: random: the key has been used already; split it for more numbers, clone() it for the "
      "same ones again";
  const auto line = [](const std::source_location &l) { return Location{l.file_name(), l.line(), l.column(), ""}; };
  std::string text =
      fluxion::detail::with_location(what, {at_.file_name(), at_.line(), at_.column(), at_.function_name()});
  if (used_.line()) text += "\n  it was used" + fluxion::detail::with_location("", line(used_));
  throw Error(text);
}

Array split(Key key, int64_t n) {
  At at(key.location());
  return split_data(key.data(), n);
}

Key fold_in(Key key, const Operand &data) {
  At at(data);
  const Array word = astype(data, u32);
  return Key(compiled(key, {"fold_in", {}, u32, {word}}, [&](const Array &k) {
    auto [k0, k1] = halves(k);
    auto [x, y] = threefry(k0, k1, zeros({}, u32), word);
    return stack({x, y});
  }));
}

Key wrap_key_data(const Array &data) {
  if (data.dtype() != u32 || data.ndim() < 1 || data.shape(-1) != 2)
    fail<ShapeError>(fmt::format("random::wrap_key_data: keys are u32[…,2], not {}", to_string(data.type())));
  return Key(data);
}

Array bits(Key key, const Shape &shape, DType dtype) {
  return compiled(key, {"bits", shape, dtype}, [&](const Array &k) { return bits_of(k, shape, dtype); });
}

Array uniform(Key key, const Shape &shape, DType dtype, const Operand &lo, const Operand &hi) {
  At at(lo, hi);
  check_float("uniform", dtype);
  const Shape s = sample_shape("uniform", shape, {lo, hi});
  auto is = [](const Operand &x, double n) {
    return !x.is_array() && std::visit([n](auto v) { return static_cast<double>(v) == n; }, x.number());
  };
  return compiled(key, {"uniform", s, dtype, {lo, hi}}, [&](const Array &k) {
    if (is(lo, 0) && is(hi, 1)) return uniform_of(k, s, dtype);
    return uniform_of(k, s, dtype, fluxion::detail::as_scalar(lo, dtype), fluxion::detail::as_scalar(hi, dtype));
  });
}

Array normal(Key key, const Shape &shape, DType dtype) {
  check_float("normal", dtype);
  return compiled(key, {"normal", shape, dtype}, [&](const Array &k) { return normal_of(k, shape, dtype); });
}

Array truncated_normal(Key key, const Operand &lower, const Operand &upper, const Shape &shape, DType dtype) {
  At at(lower, upper);
  check_float("truncated_normal", dtype);
  const Shape s = sample_shape("truncated_normal", shape, {lower, upper});
  auto sample = [&](const Array &k) {
    Array lo = fluxion::detail::as_scalar(lower, dtype), hi = fluxion::detail::as_scalar(upper, dtype);
    Array a = special::erf(lo / std::numbers::sqrt2), b = special::erf(hi / std::numbers::sqrt2);
    Array z = special::erf_inv(uniform_of(k, s, dtype, a, b)) * std::numbers::sqrt2;
    return clip(z, nextafter(stop_gradient(lo), INFINITY), nextafter(stop_gradient(hi), -INFINITY));
  };
  return compiled(key, {"truncated_normal", s, dtype, {lower, upper}}, sample);
}

Array exponential(Key key, const Shape &shape, DType dtype) {
  check_float("exponential", dtype);
  return compiled(key, {"exponential", shape, dtype}, [&](const Array &k) { return exponential_of(k, shape, dtype); });
}

Array gumbel(Key key, const Shape &shape, DType dtype) {
  check_float("gumbel", dtype);
  return compiled(key, {"gumbel", shape, dtype}, [&](const Array &k) { return gumbel_of(k, shape, dtype); });
}

}  // namespace fluxion::random

namespace fluxion {

namespace {

// Two words come from each counter. They go side by side along one dimension: the first of even size, or else the
// longest.
struct Halves {
  Shape half;
  size_t dimension = 0;
};
Halves halve(const Shape &shape) {
  if (shape.ndim() == 0) return {Shape{1}, 0};
  std::vector<int64_t> sizes(shape.sizes().begin(), shape.sizes().end());
  auto split = std::find_if(sizes.begin(), sizes.end(), [](int64_t n) { return n % 2 == 0; });
  if (split == sizes.end()) split = std::max_element(sizes.begin(), sizes.end());
  *split = (*split + 1) / 2;
  return {Shape(sizes), static_cast<size_t>(split - sizes.begin())};
}

Array joined(const Array &first, const Array &second, const Shape &shape, size_t dimension) {
  if (shape.ndim() == 0) return first.reshape({});
  std::vector<int64_t> sizes(shape.sizes().begin(), shape.sizes().end()), none(sizes.size(), 0);
  Array both = stack({first, second}, static_cast<int64_t>(dimension) + 1);
  std::vector<int64_t> whole = sizes;
  whole[dimension] = 2 * first.shape(static_cast<int64_t>(dimension));
  return lax_slice(both.reshape(whole), none, sizes);
}

// The 64-bit sum of a counter in two words and a number.
std::pair<Array, Array> advanced(const Array &low, const Array &high, const Array &by) {
  const Array sum = low + by;
  return {sum, high + astype(sum < low, u32)};
}

}  // namespace

std::pair<Array, Array> rng_bit_generator(const Operand &state_, const Shape &shape, DType dtype) {
  const At at(state_);
  const Array state = asarray(state_);
  if (state.shape() != Shape{4} || state.dtype() != u32)
    fail<ShapeError>("rng_bit_generator: a state is u32[4], not " + to_string(state.type()));
  if (dtype != u8 && dtype != u16 && dtype != u32 && dtype != u64)
    fail<DTypeError>(fmt::format("rng_bit_generator: bits are u8, u16, u32 or u64, not {}", name(dtype)));
  const auto [half, dimension] = dtype == u64 ? Halves{shape, 0} : halve(shape);
  const int64_t count = half.count();
  if (count >= int64_t{1} << 32) fail<ShapeError>(fmt::format("rng_bit_generator: {} counters are too many", count));
  const auto [low, high] = advanced(state[2], state[3], iota({count}, 0, u32));
  const auto words = random::threefry(state[0], state[1], low, broadcast_to(high, {count}));
  const Array first = words.first.reshape(half.sizes()), second = words.second.reshape(half.sizes());
  const auto [next_low, next_high] = advanced(state[2], state[3], full({}, count, u32));
  const Array next = stack({state[0], state[1], next_low, next_high}, 0);
  if (dtype == u64) return {next, astype(first, u64) | (astype(second, u64) << 32)};
  return {next, astype(joined(first, second, shape, dimension), dtype)};
}

}  // namespace fluxion

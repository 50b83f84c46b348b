// Random numbers with explicit keys: threefry 2x32 with 20 rounds, bit for bit those of JAX for the same key.
#pragma once
#include <fluxion/ops.h>
#include <fluxion/tree.h>

namespace fluxion::random {

/// A key, u32[2]. It can be moved but not copied, and samplers consume it, so that no two of them share their bits by
/// mistake; `clone()` where the same bits are meant.
class Key {
 public:
  explicit Key(uint64_t seed, std::source_location at = std::source_location::current());
  explicit Key(Array data) : data_(std::move(data)) {}
  Key(Key &&) = default;
  Key &operator=(Key &&) = default;
  Key(const Key &) = delete;
  Key &operator=(const Key &) = delete;

  Key clone() const { return Key(data_); }
  /// u32[2], or u32[n, 2] for an array of keys to vmap over.
  const Array &data() const { return data_; }

 private:
  Array data_;
};
inline Key key(uint64_t seed, std::source_location at = std::source_location::current()) { return Key(seed, at); }

namespace detail {
Array split_data(const Array &key, int64_t n);
}
/// `n` new keys, as an array of keys u32[n, 2]. Source: jax.random.split with partitionable threefry.
Array split(Key key, int64_t n);
/// `auto [k1, k2] = split<2>(std::move(key))`.
template <size_t N>
std::array<Key, N> split(Key key) {
  Array keys = detail::split_data(key.data(), static_cast<int64_t>(N));
  return [&]<size_t... I>(std::index_sequence<I...>) {
    return std::array<Key, N>{Key(keys[static_cast<int64_t>(I)])...};
  }(std::make_index_sequence<N>());
}
/// A key made of `key` and a number.
Key fold_in(Key key, const Operand &data);

/// Uniform bits, u32[shape] (u8, u16 and u64 too).
Array bits(Key key, const Shape &shape = {}, DType dtype = u32);
/// Uniform on [lo, hi), any float dtype.
Array uniform(Key key, const Shape &shape = {}, DType dtype = f32, double lo = 0, double hi = 1);
/// Standard normal, by the inverse of erf.
Array normal(Key key, const Shape &shape = {}, DType dtype = f32);
/// Normal cut off at `lo` and `hi` (in standard deviations).
Array truncated_normal(Key key, double lo, double hi, const Shape &shape = {}, DType dtype = f32);
/// Uniform integers in [lo, hi).
Array randint(Key key, const Shape &shape, int64_t lo, int64_t hi, DType dtype = i32);
/// True with probability p.
Array bernoulli(Key key, double p = 0.5, const Shape &shape = {});
Array exponential(Key key, const Shape &shape = {}, DType dtype = f32);
/// Standard Gumbel: −log(−log u).
Array gumbel(Key key, const Shape &shape = {}, DType dtype = f32);
/// Indices drawn with probabilities softmax(logits) along `axis`.
Array categorical(Key key, const Operand &logits, int64_t axis = -1);
/// 0 … n − 1 in random order.
Array permutation(Key key, int64_t n);

}  // namespace fluxion::random

template <>
struct fluxion::tree::Leaf<fluxion::random::Key> : std::true_type {
  static const Array &get(const random::Key &k) { return k.data(); }
  static random::Key make(Array a) { return random::Key(std::move(a)); }
};

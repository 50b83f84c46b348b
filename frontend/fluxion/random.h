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
  explicit Key(Array data, std::source_location at = std::source_location::current())
      : data_(std::move(data)), at_(at) {}
  // Moves take the line they stand in, so that a second use can name the first.
  Key(Key &&other, std::source_location at = std::source_location::current()) noexcept
      : data_(std::move(other.data_)), at_(at), used_(other.used_) {
    if (data_.defined()) other.used_ = at;
  }
  Key &operator=(Key &&other) noexcept {
    data_ = std::move(other.data_), at_ = other.at_, used_ = other.used_;
    if (data_.defined()) other.used_ = other.at_;
    return *this;
  }
  Key(const Key &) = delete;
  Key &operator=(const Key &) = delete;

  Key clone(std::source_location at = std::source_location::current()) const { return Key(data(), at); }
  /// u32[2], or u32[n, 2] for an array of keys to vmap over. Error if the key has been used, that is, moved away.
  const Array &data() const {
    if (!data_.defined()) throw_used();
    return data_;
  }
  /// The line of the call it was last moved into.
  const std::source_location &location() const { return at_; }

 private:
  [[noreturn]] void throw_used() const;
  Array data_;
  std::source_location at_, used_;  // `used_` has a line if the key was moved away
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
  At at(key.location());
  Array keys = detail::split_data(key.data(), static_cast<int64_t>(N));
  return [&]<size_t... I>(std::index_sequence<I...>) {
    return std::array<Key, N>{Key(keys[static_cast<int64_t>(I)])...};
  }(std::make_index_sequence<N>());
}
/// A key made of `key` and a number.
Key fold_in(Key key, const Operand &data);

/// The words of a key, and a key of words: u32[2], or u32[…, 2] for keys to vmap over.
inline Array key_data(const Key &key) { return key.data(); }
Key wrap_key_data(const Array &data);
/// The same key again, for the same bits again.
inline Key clone(const Key &key) { return key.clone(); }
inline const char *key_impl(const Key &) { return "threefry2x32"; }

// Parameters broadcast against one another and to `shape`, which is theirs if it is empty. Errors: ShapeError if they
// do not, DTypeError for dtypes that cannot be drawn. Derivatives go through the parameters.

/// Uniform bits, u32[shape] (u8, u16 and u64 too).
Array bits(Key key, const Shape &shape = {}, DType dtype = u32);
/// Uniform on [lo, hi), any float dtype.
Array uniform(Key key, const Shape &shape = {}, DType dtype = f32, const Operand &lo = 0, const Operand &hi = 1);
/// Standard normal, by the inverse of erf.
Array normal(Key key, const Shape &shape = {}, DType dtype = f32);
/// Normal cut off at `lower` and `upper` (in standard deviations).
Array truncated_normal(Key key, const Operand &lower, const Operand &upper, const Shape &shape = {}, DType dtype = f32);
/// e^(−x) for x ≥ 0.
Array exponential(Key key, const Shape &shape = {}, DType dtype = f32);
/// Standard Gumbel: −log(−log u).
Array gumbel(Key key, const Shape &shape = {}, DType dtype = f32);

/// Uniform integers in [lo, hi), any integer dtype.
Array randint(Key key, const Shape &shape, const Operand &lo, const Operand &hi, DType dtype = i32);
/// True with probability p.
Array bernoulli(Key key, const Operand &p = 0.5, const Shape &shape = {});
/// Indices drawn with probabilities softmax(logits) along `axis`. With a shape, that many: it ends in the logits' shape
/// without `axis`. Without replacement, the leading sizes of the shape say how many of each row; ShapeError if that is
/// more than there are.
Array categorical(Key key, const Operand &logits, int64_t axis = -1, const Shape &shape = {}, bool replace = true);
/// 0 … n − 1 in random order.
Array permutation(Key key, int64_t n);
/// The slices of x along `axis` in random order; or, if `independent`, its elements along `axis`, each row for itself.
Array permutation(Key key, const Array &x, int64_t axis = 0, bool independent = false);
struct ChoiceOptions {
  bool replace = true;
  std::optional<Array> p = {};  // a weight for each of what there is to choose from; equal weights otherwise
  int64_t axis = 0;
};
/// Integers below n, or slices of x along an axis, chosen at random. ShapeError if there are too few without
/// replacement.
Array choice(Key key, int64_t n, const Shape &shape = {}, const ChoiceOptions &options = {});
Array choice(Key key, const Array &x, const Shape &shape = {}, const ChoiceOptions &options = {});

}  // namespace fluxion::random

namespace fluxion {

/// The state after a draw, and random bits: a generator for those who keep a state instead of splitting keys.
///
/// state  u32[4]: the key's two words and those of a counter, low words first.
/// Shapes  the bits have `shape`; dtype u8, u16, u32 or u64.
/// Errors  ShapeError for another state; DTypeError for another dtype.
/// Source: StableHLO's rng_bit_generator with THREE_FRY, bit for bit as JAX's lax.rng_bit_generator with RNG_THREE_FRY
/// (JAX's default depends on the platform).
std::pair<Array, Array> rng_bit_generator(const Operand &state, const Shape &shape, DType dtype = u32);

}  // namespace fluxion

template <>
struct fluxion::tree::Leaf<fluxion::random::Key> : std::true_type {
  static const Array &get(const random::Key &k) { return k.data(); }
  static random::Key make(Array a) { return random::Key(std::move(a)); }
};

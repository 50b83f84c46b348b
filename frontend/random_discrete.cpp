// Integers, choices and orders. The draws are those of jax.random, in the same order.
#include "fluxion/random.h"

#include <bit>
#include <cmath>

#include "frontend/ops_internal.h"
#include "frontend/random_internal.h"

namespace fluxion::random {

using namespace detail;
using fluxion::detail::as_scalar;

namespace {

struct Range {
  int64_t min;
  uint64_t max;
};
Range range_of(DType dtype) {
  const int bits = static_cast<int>(size_of(dtype)) * 8;
  if (is_unsigned_integer(dtype)) return {0, ~uint64_t{0} >> (64 - bits)};
  const uint64_t max = ~uint64_t{0} >> (65 - bits);
  return {-static_cast<int64_t>(max) - 1, max};
}

// Two draws joined modulo the span, which keeps the bias small: (high·2^w + low) mod span, where 2^w mod span is made
// of its square root. `modulo` is a number or an array.
template <class Span, class Multiplier>
Array offsets(const Array &key, const Shape &shape, DType word, const Span &span, const Multiplier &multiplier) {
  Array keys = split_of(key, 2), high = bits_of(keys[0], shape, word), low = bits_of(keys[1], shape, word);
  return fmod(fmod(high, span) * multiplier + fmod(low, span), span);
}

// Both limits are numbers: then so is the span, by which division is cheap.
Array integers_between(const Array &key, const Shape &shape, int64_t lo, int64_t hi, DType dtype) {
  const Range range = range_of(dtype);
  const int width = static_cast<int>(size_of(dtype)) * 8;
  const DType word = width == 64 ? u64 : u32;
  const uint64_t mask = ~uint64_t{0} >> (64 - width);
  const bool past = hi > 0 && static_cast<uint64_t>(hi) > range.max;
  lo = std::max(lo, range.min);
  const uint64_t end = past ? range.max : static_cast<uint64_t>(hi);
  const uint64_t span = (end - static_cast<uint64_t>(lo) + (past ? 1 : 0)) & mask;  // 0: all words
  uint64_t multiplier = 0;
  if (span) {
    multiplier = (uint64_t{1} << (width / 2)) % span;
    multiplier = (multiplier * multiplier & mask) % span;
  }
  Array offset = span ? offsets(key, shape, word, static_cast<int64_t>(span), static_cast<int64_t>(multiplier))
                      : bits_of(split_of(key, 2)[1], shape, word);
  return bitcast(offset, dtype) + lo;
}

Array integers_between(const Array &key, const Shape &shape, const Operand &low, const Operand &high, DType dtype) {
  const DType word = size_of(dtype) == 8 ? u64 : u32;
  Array lo = parameter(low, dtype, shape), hi = parameter(high, dtype, shape);
  Array span = where(hi <= lo, ones_like(bitcast(lo, word)), bitcast(hi - lo, word));
  Array half = fmod(full(shape, int64_t{1} << (size_of(dtype) * 4), word), span);
  return lo + bitcast(offsets(key, shape, word, span, fmod(half * half, span)), dtype);
}

}  // namespace

// Short integers are drawn as i32.
Array randint(Key key, const Shape &shape, const Operand &lo, const Operand &hi, DType dtype) {
  At at(lo, hi);
  if (!is_integer(dtype)) fail<DTypeError>(fmt::format("random::randint: {} is no integer", name(dtype)));
  const DType drawn = size_of(dtype) < 4 ? i32 : dtype;
  const Range range = range_of(dtype);
  if (lo.is_array() || hi.is_array()) {
    const Shape s = sample_shape("randint", shape, {lo, hi});
    return compiled(key, {"randint", s, dtype, {lo, hi}},
                    [&](const Array &k) { return astype(integers_between(k, s, lo, hi, drawn), dtype); });
  }
  auto number = [](const Operand &x) { return std::visit([](auto v) { return static_cast<int64_t>(v); }, x.number()); };
  int64_t a = std::max(number(lo), range.min), b = number(hi);
  if (size_of(dtype) < 4) b = std::min(b, static_cast<int64_t>(range.max) + 1);
  if (b <= a || (a > 0 && static_cast<uint64_t>(a) > range.max))
    fail<ShapeError>(fmt::format("random::randint: [{}, {}) holds no {}", number(lo), number(hi), name(dtype)));
  return compiled(key, {"randint", shape, dtype, {a, b}},
                  [&](const Array &k) { return astype(integers_between(k, shape, a, b, drawn), dtype); });
}

Array bernoulli(Key key, const Operand &p, const Shape &shape) {
  At at(p);
  const DType dtype = p.is_array() ? p.array().dtype() : f32;
  check_float("bernoulli", dtype);
  const Shape s = sample_shape("bernoulli", shape, {p});
  return compiled(key, {"bernoulli", s, dtype, {p}},
                  [&](const Array &k) { return uniform_of(k, s, dtype) < as_scalar(p, dtype); });
}

namespace {

Array index_of_greatest(const Array &key, const Array &logits, int64_t axis, const Shape &shape) {
  const int64_t batch = logits.ndim() - 1, extra = shape.ndim() - batch;
  std::vector<int64_t> drawn(shape.begin(), shape.end());
  drawn.insert(drawn.begin() + extra + axis, logits.shape(axis));
  return argmax(gumbel_of(key, drawn, logits.dtype()) + logits, {.axis = extra + axis});
}

// The greatest of logits + noise are a sample without replacement (Vieira 2014).
Array indices_of_greatest(const Array &key, const Array &logits, int64_t axis, const Shape &shape, int64_t count) {
  Array noisy = moveaxis(gumbel_of(key, logits.shape(), logits.dtype()) + logits, axis, -1);
  return reshape(moveaxis(top_k(noisy, count).second, -1, 0), shape.sizes());
}

}  // namespace

Array categorical(Key key, const Operand &logits, int64_t axis, const Shape &shape, bool replace) {
  At at(logits);
  Array l = asarray(logits);
  if (!is_float(l.dtype())) l = astype(l, f32);
  check_float("categorical", l.dtype());
  axis = fluxion::detail::normalize_axis("random::categorical", axis, l.ndim());
  Shape batch = l.shape();
  std::vector<int64_t> rest(batch.begin(), batch.end());
  rest.erase(rest.begin() + axis);
  const Shape s = shape.empty() ? Shape(rest) : shape;
  const int64_t extra = s.ndim() - static_cast<int64_t>(rest.size());
  if (extra < 0 || !std::equal(rest.begin(), rest.end(), s.begin() + extra))
    fail<ShapeError>(fmt::format("random::categorical: the shape of the samples, [{}], does not end in [{}]",
                                 fmt::join(s, ","), fmt::join(rest, ",")));
  const double along = static_cast<double>(axis);
  if (replace)
    return compiled(key, {"categorical", s, l.dtype(), {l}, {along}},
                    [&](const Array &k) { return index_of_greatest(k, l, axis, s); });
  int64_t count = 1;
  for (int64_t i = 0; i < extra; ++i) count *= s[i];
  if (count > l.shape(axis))
    fail<ShapeError>(
        fmt::format("random::categorical: {} samples without replacement of {} categories", count, l.shape(axis)));
  return compiled(key, {"categorical without replacement", s, l.dtype(), {l}, {along}},
                  [&](const Array &k) { return indices_of_greatest(k, l, axis, s, count); });
}

namespace {

// Sorts x along `axis` by random words, repeatedly, so that ties of one round do not show.
Array shuffled(const Array &key, Array x, int64_t axis) {
  const double size = static_cast<double>(std::max<int64_t>(1, x.size()));
  const int rounds = static_cast<int>(std::ceil(3 * std::log(size) / std::log(4294967295.0)));
  Array left = key;
  for (int i = 0; i < rounds; ++i) {
    Array keys = split_of(left, 2), order = bits_of(keys[1], x.shape(), u32);
    left = keys[0];
    std::array<Operand, 2> operands{order, x};
    x = stage_all("fx.sort", operands, {{"dimension", axis}, {"is_stable", true}, {"descending", false}})[1];
  }
  return x;
}

Array permuted(const Array &key, const Array &x, int64_t axis, bool independent) {
  if (independent || x.ndim() == 1) return shuffled(key, x, axis);
  return take(x, shuffled(key, arange(x.shape(axis)), 0), axis);
}

}  // namespace

Array permutation(Key key, int64_t n) {
  if (n < 0) fail<ShapeError>(fmt::format("random::permutation: there are no {} numbers", n));
  return compiled(key, {"permutation", {n}, i32}, [&](const Array &k) { return shuffled(k, arange(n), 0); });
}

Array permutation(Key key, const Array &x, int64_t axis, bool independent) {
  if (x.ndim() == 0) fail<ShapeError>("random::permutation: a scalar has no axis; give the number of elements");
  axis = fluxion::detail::normalize_axis("random::permutation", axis, x.ndim());
  const char *what = independent ? "independent permutation" : "permutation of";
  const double along = static_cast<double>(axis);
  return compiled(key, {what, x.shape(), x.dtype(), {x}, {along}},
                  [&](const Array &k) { return permuted(k, x, axis, independent); });
}

namespace {

// The first position at which the rising numbers reach r, for each r: by halving.
Array first_reaching(const Array &rising, const Array &r) {
  const int64_t n = rising.shape(0);
  Array below = zeros(r.shape(), i32);  // how many numbers are known to be less
  for (auto step = static_cast<int64_t>(std::bit_floor(static_cast<uint64_t>(n))); step > 0; step /= 2) {
    Array next = below + step, inside = next <= n;
    Array less = take(rising, minimum(next, n) - 1) < r;
    below = where(inside && less, next, below);
  }
  return minimum(below, n - 1);
}

Array indices(const Array &key, int64_t n, const Shape &shape, const ChoiceOptions &options) {
  if (!options.p) return integers_between(key, shape, 0, n, i32);
  Array p = is_float(options.p->dtype()) ? *options.p : astype(*options.p, f32);
  if (options.replace) {
    Array sums = cumsum(p);
    return first_reaching(sums, sums[-1] * (1.0 - uniform_of(key, shape, p.dtype())));
  }
  return reshape(top_k(gumbel_of(key, {n}, p.dtype()) + log(p), shape.count()).second, shape.sizes());
}

// `from` is the number of things to choose from, or their array.
Request request(const Operand &from, const Shape &shape, const ChoiceOptions &options) {
  const double along = static_cast<double>(options.axis);
  const char *what = options.replace ? "choice" : "choice without replacement";
  if (!options.p) return {what, shape, i32, {from}, {along}};
  return {what, shape, i32, {from, *options.p}, {along}};
}

void check_choice(int64_t n, int64_t draws, const ChoiceOptions &options) {
  if (n <= 0) fail<ShapeError>("random::choice: there is nothing to choose from");
  if (!options.replace && draws > n)
    fail<ShapeError>(fmt::format("random::choice: {} draws without replacement of {}", draws, n));
  if (options.p && options.p->shape() != Shape{n})
    fail<ShapeError>(
        fmt::format("random::choice: p is {}, not one number for each of {}", to_string(options.p->type()), n));
}

}  // namespace

Array choice(Key key, int64_t n, const Shape &shape, const ChoiceOptions &options) {
  const int64_t draws = shape.count();
  if (draws == 0) return zeros(shape, i32);
  check_choice(n, draws, options);
  return compiled(key, request(n, shape, options), [&](const Array &k) {
    if (options.p || options.replace) return indices(k, n, shape, options);
    return reshape(lax_slice(shuffled(k, arange(n), 0), {0}, {draws}), shape.sizes());
  });
}

Array choice(Key key, const Array &x, const Shape &shape, const ChoiceOptions &options) {
  if (x.ndim() == 0) fail<ShapeError>("random::choice: a scalar has no axis to choose along");
  const int64_t axis = fluxion::detail::normalize_axis("random::choice", options.axis, x.ndim());
  std::vector<int64_t> out(x.shape().begin(), x.shape().end());
  out.erase(out.begin() + axis);
  out.insert(out.begin() + axis, shape.begin(), shape.end());
  const int64_t n = x.shape(axis), draws = shape.count();
  if (draws == 0) return zeros(out, x.dtype());
  check_choice(n, draws, options);
  return compiled(key, request(x, shape, options), [&](const Array &k) {
    if (options.p || options.replace)
      return reshape(take(x, reshape(indices(k, n, shape, options), {draws}), axis), out);
    std::vector<int64_t> starts(x.shape().size()), limits(x.shape().begin(), x.shape().end());
    limits[static_cast<size_t>(axis)] = draws;
    return reshape(lax_slice(permuted(k, x, axis, false), starts, limits), out);
  });
}

}  // namespace fluxion::random

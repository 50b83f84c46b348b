// Counts: geometric, Poisson, binomial and multinomial. The draws are those of jax.random, in the same order. All
// elements go through a loop together, until the last has its number.
#include <array>
#include <cmath>

#include "fluxion/control.h"
#include "fluxion/random_distributions.h"
#include "frontend/random_internal.h"

namespace fluxion::random {

using namespace detail;

namespace {

// The number of uniforms whose product is still above e^(−λ).
Array poisson_by_products(const Array &key, const Array &lam) {
  const Shape &shape = lam.shape();
  struct State {
    Array key, k, log_product;
  };
  State end = while_loop([&](const State &s) { return any(s.log_product > -lam); },
                         [&](const State &s) {
                           Array keys = split_of(s.key, 2), k = where(s.log_product > -lam, s.k + 1, s.k);
                           return State{keys[0], k, s.log_product + log(uniform_of(keys[1], shape, f32))};
                         },
                         State{key, zeros(shape, i32), zeros(shape, f32)});
  return astype(end.k - 1, f32);
}

// Hörmann 1993, "The transformed rejection method for generating Poisson random variables", algorithm PTRS.
Array poisson_by_rejection(const Array &key, const Array &lam) {
  const Shape &shape = lam.shape();
  Array log_lam = log(lam), b = 0.931 + 2.53 * sqrt(lam), a = -0.059 + 0.02483 * b;
  Array inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), v_r = 0.9277 - 3.6224 / (b - 2.0);
  struct State {
    Array key, k, accepted;
  };
  auto step = [&](const State &s) {
    Array keys = split_of(s.key, 3);
    Array u = uniform_of(keys[1], shape, f32) - 0.5, v = uniform_of(keys[2], shape, f32), edge = 0.5 - abs(u);
    Array k = floor((2.0 * a / edge + b) * u + lam + 0.43);
    Array density = log(v * inverse_alpha / (a / (edge * edge) + b));
    Array target = -lam + k * log_lam - special::gammaln(k + 1.0);
    Array inside = (edge >= 0.07) && (v <= v_r);
    Array outside = (k < 0.0) || ((edge < 0.013) && (v > edge));
    Array accept = inside || (!outside && (density <= target));
    return State{keys[0], where(accept, k, s.k), s.accepted || accept};
  };
  return while_loop([](const State &s) { return any(!s.accepted); }, step,
                    State{key, full(shape, -1.0, f32), zeros(shape, bool_)})
      .k;
}

Array poisson_of(const Array &key, const Array &lam) {
  Array few = isnan(lam) || (lam < 10.0);
  Array k = where(few, poisson_by_products(key, where(few, lam, 0.0)), poisson_by_rejection(key, where(few, 1e5, lam)));
  return where(lam == 0.0, 0.0, k);
}

// The number of geometric draws whose sum stays within the count.
Array binomial_by_inversion(const Array &key, const Array &count, const Array &p) {
  const Shape &shape = p.shape();
  const DType dtype = p.dtype();
  Array log_rest = log1p(-p);
  struct State {
    Array key, k, sum;
  };
  auto step = [&](const State &s) {
    Array keys = split_of(s.key, 2), k = where(s.sum <= count, s.k + 1.0, s.k);
    return State{keys[1], k, s.sum + ceil(log(uniform_of(keys[0], shape, dtype)) / log_rest)};
  };
  return while_loop([&](const State &s) { return any(s.sum <= count); }, step,
                    State{key, zeros(shape, dtype), zeros(shape, dtype)})
             .k -
         1.0;
}

// log k! less Stirling's formula for it at k + 1: a table below 10, a series above.
class StirlingTail {
 public:
  explicit StirlingTail(DType dtype) : table_(astype(from_span(std::span<const double>(kBelowTen), {10}), dtype)) {}
  Array operator()(const Array &k) const {
    Array few = clip(k, 0.0, 9.0), next = few + 1.0, square = next * next;
    Array series = (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next;
    return where(k <= 9.0, take(table_, astype(floor(few), i32)), series);
  }

 private:
  static constexpr double kBelowTen[] = {
      0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
      0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287};
  Array table_;
};

// Hörmann 1993, "The generation of binomial random variates", algorithm BTRS.
Array binomial_by_rejection(const Array &key, const Array &count, const Array &p) {
  const StirlingTail stirling_tail(p.dtype());
  const Shape &shape = p.shape();
  const DType dtype = p.dtype();
  Array deviation = sqrt(count * p * (1.0 - p)), b = 1.15 + 2.53 * deviation;
  Array a = -0.0873 + 0.0248 * b + 0.01 * p, c = count * p + 0.5, v_r = 0.92 - 4.2 / b, r = p / (1.0 - p);
  Array alpha = (2.83 + 5.1 / b) * deviation, m = floor((count + 1.0) * p);
  struct State {
    Array key, k, accepted;
  };
  auto step = [&](const State &s) {
    Array keys = split_of(s.key, 3);
    Array u = uniform_of(keys[1], shape, dtype) - 0.5, v = uniform_of(keys[2], shape, dtype), edge = 0.5 - abs(u);
    Array inside = (edge >= 0.07) && (v <= v_r), k = floor((2.0 * a / edge + b) * u + c);
    Array outside = (k < 0.0) || (k > count);
    Array density = log(v * alpha / (a / (edge * edge) + b));
    Array target = (m + 0.5) * log((m + 1.0) / (r * (count - m + 1.0))) +
                   (count + 1.0) * log((count - m + 1.0) / (count - k + 1.0)) +
                   (k + 0.5) * log(r * (count - k + 1.0) / (k + 1.0)) + stirling_tail(m) + stirling_tail(count - m) -
                   stirling_tail(k) - stirling_tail(count - k);
    Array accept = inside || (!outside && (density <= target));
    return State{keys[0], where(accept, k, s.k), s.accepted || accept};
  };
  return while_loop([](const State &s) { return any(!s.accepted); }, step,
                    State{key, full(shape, -1.0, dtype), zeros(shape, bool_)})
      .k;
}

// The rarer of success and failure is counted, by inversion where few are expected.
Array binomial_of(const Array &key, const Array &n, const Array &p) {
  Array low = p < 0.5, q = where(low, p, 1.0 - p);
  Array no_count = isnan(n) || (n < 0.0), endless = isinf(n), no_rate = isnan(q) || (q < 0.0);
  Array rate = where(no_rate, 0.01, q), few = no_count || (n * rate <= 10.0), count = floor(n);
  Array k = where(few, binomial_by_inversion(key, where(few, count, 0.0), rate),
                  binomial_by_rejection(key, where(few, 1e4, count), where(few, 0.5, rate)));
  k = where(no_rate || no_count, std::nan(""), where(endless, INFINITY, k));
  return where(low || no_count || isnan(q) || endless, k, count - k);
}

}  // namespace

Array geometric(Key key, const Operand &p, const Shape &shape, DType dtype) {
  At at(p);
  if (!is_integer(dtype)) fail<DTypeError>(fmt::format("random::geometric: {} is no integer", name(dtype)));
  const DType drawn = p.is_array() && is_float(p.array().dtype()) ? p.array().dtype() : f32;
  check_float("geometric", drawn);
  const Shape s = sample_shape("geometric", shape, {p});
  return compiled(key, {"geometric", s, dtype, {p}}, [&](const Array &k) {
    Array u = uniform_of(k, s, drawn);
    u = where(u == 0.0, 1.0, u);
    return astype(floor(log(u) / log1p(-parameter(p, drawn, s))) + 1.0, dtype);
  });
}

Array poisson(Key key, const Operand &lam, const Shape &shape, DType dtype) {
  At at(lam);
  if (!is_integer(dtype)) fail<DTypeError>(fmt::format("random::poisson: {} is no integer", name(dtype)));
  const Shape s = sample_shape("poisson", shape, {lam});
  return compiled(key, {"poisson", s, dtype, {lam}},
                  [&](const Array &k) { return astype(poisson_of(k, stop_gradient(parameter(lam, f32, s))), dtype); });
}

Array binomial(Key key, const Operand &n, const Operand &p, const Shape &shape, DType dtype) {
  At at(n, p);
  check_float("binomial", dtype);
  const DType drawn = p.is_array() && is_float(p.array().dtype()) ? p.array().dtype() : f32;
  const Shape s = sample_shape("binomial", shape, {n, p});
  return compiled(key, {"binomial", s, dtype, {n, p}}, [&](const Array &k) {
    Array count = stop_gradient(parameter(n, drawn, s)), rate = stop_gradient(parameter(p, drawn, s));
    return astype(binomial_of(k, count, rate), dtype);
  });
}

// One outcome after the other, each with what the earlier ones left.
Array multinomial(Key key, const Operand &n, const Array &p, const Shape &shape, DType dtype) {
  At at(n);
  check_float("multinomial", dtype);
  if (p.ndim() == 0) fail<ShapeError>("random::multinomial: p is a scalar; it needs a probability for each outcome");
  const Shape s = shape.empty() ? p.shape() : sample_shape("multinomial", shape, {p});
  const DType drawn = is_float(p.dtype()) ? p.dtype() : f32;
  return compiled(key, {"multinomial", s, dtype, {n, p}}, [&](const Array &k) {
    Shape one(std::vector<int64_t>(s.begin(), s.end() - 1));
    Array each = moveaxis(stop_gradient(parameter(p, drawn, s)), -1, 0);
    Array left = flip(cumsum(flip(each, 0), 0), 0);
    Array rates = clip(each / where(left == 0.0, 1.0, left), 0.0, 1.0);
    auto step = [&](const Array &rest, const std::pair<Array, Array> &x) {
      Array count = binomial_of(x.second, rest, x.first);
      return std::pair(rest - count, count);
    };
    Array start = stop_gradient(parameter(n, drawn, one));
    Array counts = scan(step, start, std::pair(rates, split_of(k, each.shape(0)))).second;
    return astype(moveaxis(counts, 0, -1), dtype);
  });
}

}  // namespace fluxion::random

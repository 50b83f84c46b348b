// Transforms of uniform and normal draws. The draws are those of jax.random, in the same order.
#include <cmath>
#include <numbers>

#include "fluxion/random_distributions.h"
#include "frontend/random_internal.h"

namespace fluxion::random {

using namespace detail;

namespace {

// A sampler of parameters p[i], which have the shape of the samples.
using OfParameters = std::function<Array(const Array &key, const Shape &shape, const std::vector<Array> &p)>;
Array sample(const char *what, const Key &key, std::initializer_list<Operand> parameters, const Shape &shape,
             DType dtype, const OfParameters &f) {
  At at(*parameters.begin());
  check_float(what, dtype);
  const Shape s = sample_shape(what, shape, parameters);
  return compiled(key, {what, s, dtype, parameters}, [&](const Array &k) {
    std::vector<Array> p;
    for (const Operand &x : parameters) p.push_back(parameter(x, dtype, s));
    return f(k, s, p);
  });
}

Array maxwell_of(const Array &key, const Shape &shape, DType dtype) {
  Shape vectors = shape;
  vectors.push_back(3);
  Array x = normal_of(key, vectors, dtype);
  return sqrt(sum(x * x, -1));
}

Array signs(const Array &key, const Shape &shape, DType dtype) {
  return astype(uniform_of(key, shape, f32) < 0.5, dtype) * 2 - 1;
}

}  // namespace

Array cauchy(Key key, const Shape &shape, DType dtype) {
  check_float("cauchy", dtype);
  return compiled(key, {"cauchy", shape, dtype}, [&](const Array &k) {
    Array turn = rounded(uniform_of(k, shape, dtype, epsilon(dtype), 1) - 0.5);
    return tan(rounded(turn * std::numbers::pi));
  });
}

Array laplace(Key key, const Shape &shape, DType dtype) {
  check_float("laplace", dtype);
  return compiled(key, {"laplace", shape, dtype}, [&](const Array &k) {
    Array u = uniform_of(k, shape, dtype, above_minus_one(dtype), 1);
    return sign(u) * log1p(-abs(u));
  });
}

Array logistic(Key key, const Shape &shape, DType dtype) {
  check_float("logistic", dtype);
  return compiled(key, {"logistic", shape, dtype}, [&](const Array &k) {
    Array u = uniform_of(k, shape, dtype, tiny(dtype), 1);
    return log(u) - log1p(-u);
  });
}

Array maxwell(Key key, const Shape &shape, DType dtype) {
  check_float("maxwell", dtype);
  return compiled(key, {"maxwell", shape, dtype}, [&](const Array &k) { return maxwell_of(k, shape, dtype); });
}

Array rademacher(Key key, const Shape &shape, DType dtype) {
  if (dtype == bool_ || is_unsigned_integer(dtype))
    fail<DTypeError>(fmt::format("random::rademacher: {} has no -1", name(dtype)));
  return compiled(key, {"rademacher", shape, dtype}, [&](const Array &k) { return signs(k, shape, dtype); });
}

Array lognormal(Key key, const Operand &sigma, const Shape &shape, DType dtype) {
  return sample("lognormal", key, {sigma}, shape, dtype,
                [dtype](auto &k, auto &s, auto &p) { return exp(normal_of(k, s, dtype) * p[0]); });
}

Array pareto(Key key, const Operand &b, const Shape &shape, DType dtype) {
  return sample("pareto", key, {b}, shape, dtype,
                [dtype](auto &k, auto &s, auto &p) { return exp(exponential_of(k, s, dtype) / p[0]); });
}

Array rayleigh(Key key, const Operand &scale, const Shape &shape, DType dtype) {
  return sample("rayleigh", key, {scale}, shape, dtype,
                [dtype](auto &k, auto &s, auto &p) { return p[0] * sqrt(log(uniform_of(k, s, dtype)) * -2.0); });
}

Array weibull_min(Key key, const Operand &scale, const Operand &concentration, const Shape &shape, DType dtype) {
  return sample("weibull_min", key, {scale, concentration}, shape, dtype,
                [dtype](auto &k, auto &s, auto &p) { return power(exponential_of(k, s, dtype), 1.0 / p[1]) * p[0]; });
}

Array triangular(Key key, const Operand &left, const Operand &mode, const Operand &right, const Shape &shape,
                 DType dtype) {
  return sample("triangular", key, {left, mode, right}, shape, dtype, [dtype](auto &k, auto &s, auto &p) {
    Array u = uniform_of(k, s, dtype), width = p[2] - p[0], rise = p[1] - p[0], below = u < rise / width;
    // The branch that is not taken has its root at 1: its derivative at 0 is infinite.
    Array up = sqrt(where(below, u * width * rise, 1.0));
    Array down = sqrt(where(below, 1.0, (1.0 - u) * width * (p[2] - p[1])));
    return where(below, p[0] + up, p[2] - down);
  });
}

// Michael, Schucany & Haas 1976: the lesser root of a quadratic equation, or the greater, by a uniform draw.
Array wald(Key key, const Operand &mean, const Shape &shape, DType dtype) {
  return sample("wald", key, {mean}, shape, dtype, [dtype](auto &k, auto &s, auto &p) {
    Array keys = split_of(k, 2), v = normal_of(keys[0], s, dtype), z = uniform_of(keys[1], s, dtype);
    const Array &m = p[0];
    Array y = v * v, square = m * m;
    Array x = m + square * y / 2.0 - m / 2.0 * sqrt(4.0 * m * y + square * (y * y));
    return where(z <= m / (m + x), x, square / x);
  });
}

Array double_sided_maxwell(Key key, const Operand &loc, const Operand &scale, const Shape &shape, DType dtype) {
  At at(loc, scale);
  check_float("double_sided_maxwell", dtype);
  const Shape parameters = sample_shape("double_sided_maxwell", {}, {loc, scale});
  Shape s = shape.empty() ? parameters : shape;
  for (int64_t n : parameters) s.push_back(n);
  return compiled(key, {"double_sided_maxwell", s, dtype, {loc, scale}}, [&](const Array &k) {
    Array keys = split_of(k, 2), x = signs(keys[1], s, dtype) * maxwell_of(keys[0], s, dtype);
    return x * parameter(scale, dtype, s) + parameter(loc, dtype, s);
  });
}

}  // namespace fluxion::random

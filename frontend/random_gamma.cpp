// Gamma samples, and what is made of them. The draws are those of jax.random, in the same order.
#include <cmath>
#include <limits>

#include "fluxion/control.h"
#include "fluxion/random_distributions.h"
#include "fluxion/special.h"
#include "fluxion/transforms.h"
#include "frontend/random_internal.h"

namespace fluxion::random {

using namespace detail;

namespace {

enum class Space { linear, log };

// Marsaglia & Tsang 2000, "A simple method for generating gamma variables": d·v of v = (1 + c·x)³ with a normal x,
// accepted by a uniform u. Below a = 1 a sample of a + 1 is taken, times u^(1/a).
Array gamma_one(const Array &key, const Array &parameter, Space space) {
  const DType dtype = parameter.dtype();
  Array boosted = parameter < 1.0, a = where(boosted, parameter + 1.0, parameter);
  const double third = 1.0 / 3;
  Array d = a - third, c = full({}, third, dtype) / sqrt(d);
  struct Draw {
    Array key, x, v;
  };
  auto draw = [&](const Array &from) {
    Draw start{from, zeros({}, dtype), full({}, -1.0, dtype)};
    return while_loop([](const Draw &s) { return s.v <= 0.0; },
                      [&](const Draw &s) {
                        Array keys = split_of(s.key, 2), x = normal_of(keys[1], {}, dtype);
                        return Draw{keys[0], x, 1.0 + x * c};
                      },
                      start);
  };
  struct State {
    Array key, x, v, u;  // of x the square, of v the cube
  };
  auto refused = [&](const State &s) {
    Array outside = s.u >= 1.0 - 0.0331 * (s.x * s.x);
    return outside && (log(s.u) >= s.x * 0.5 + d * ((1.0 - s.v) + log(s.v)));
  };
  auto again = [&](const State &s) {
    Array keys = split_of(s.key, 3);
    Draw drawn = draw(keys[1]);
    return State{keys[0], drawn.x * drawn.x, drawn.v * drawn.v * drawn.v, uniform_of(keys[2], {}, dtype)};
  };
  Array keys = split_of(key, 2);
  Array v = while_loop(refused, again, State{keys[0], zeros({}, dtype), ones({}, dtype), full({}, 2.0, dtype)}).v;
  if (space == Space::linear) {
    Array u = 1.0 - uniform_of(keys[1], {}, dtype);
    return d * v * where(boosted, power(u, 1.0 / parameter), 1.0);
  }
  Array u = -exponential_of(keys[1], {}, dtype);
  return log(d) + log(v) + where(boosted && (u != 0.0), u * (1.0 / parameter), 0.0);
}

// Each element has a key of its own. What the loops do is hidden from derivatives, which fx.gamma_sample knows.
Array gamma_of(const Array &key, const Array &a, Space space) {
  Array parameters = ravel(stop_gradient(a)), keys = split_of(key, a.size());
  auto one = [space](const Array &k, const Array &p) { return gamma_one(k, p, space); };
  Array sample = reshape(vmap(one)(keys, parameters), a.shape().sizes());
  if (space == Space::linear) return stage("fx.gamma_sample", {a, sample});
  // d log x = dx / x; the difference is 0.
  Array x = exp(sample);
  x = where(x == 0.0, tiny(x.dtype()), x);
  return sample + (stage("fx.gamma_sample", {a, x}) - x) / x;
}

Array chisquare_of(const Array &key, const Array &df) { return exp(gamma_of(key, df / 2.0, Space::log)) * 2.0; }

Array signs(const Array &key, const Shape &shape, DType dtype) {
  return astype(uniform_of(key, shape, f32) < 0.5, dtype) * 2.0 - 1.0;
}

Array generalized_normal_of(const Array &key, double p, const Shape &shape, DType dtype) {
  Array keys = split_of(key, 2), g = gamma_of(keys[0], full(shape, 1 / p, dtype), Space::linear);
  return signs(keys[1], shape, dtype) * power(g, full({}, 1 / p, dtype));
}

void check_power(const char *what, double p) {
  if (!(p > 0)) fail<ShapeError>(fmt::format("random::{}: the power is {}, not positive", what, p));
}

Array gamma_in(const char *what, Key key, const Operand &a, const Shape &shape, DType dtype, Space space) {
  At at(a);
  check_float(what, dtype);
  const Shape s = sample_shape(what, shape, {a});
  return compiled(key, {what, s, dtype, {a}},
                  [&](const Array &k) { return gamma_of(k, parameter(a, dtype, s), space); });
}

}  // namespace

Array gamma(Key key, const Operand &a, const Shape &shape, DType dtype) {
  return gamma_in("gamma", std::move(key), a, shape, dtype, Space::linear);
}
Array loggamma(Key key, const Operand &a, const Shape &shape, DType dtype) {
  return gamma_in("loggamma", std::move(key), a, shape, dtype, Space::log);
}

// x/(x + y) of two gamma samples, both over the greater.
Array beta(Key key, const Operand &a, const Operand &b, const Shape &shape, DType dtype) {
  At at(a, b);
  check_float("beta", dtype);
  const Shape s = sample_shape("beta", shape, {a, b});
  return compiled(key, {"beta", s, dtype, {a, b}}, [&](const Array &k) {
    Array keys = split_of(k, 2);
    Array x = gamma_of(keys[0], parameter(a, dtype, s), Space::log);
    Array y = gamma_of(keys[1], parameter(b, dtype, s), Space::log), most = maximum(x, y);
    x = exp(x - most);
    return x / (x + exp(y - most));
  });
}

Array dirichlet(Key key, const Array &alpha, const Shape &shape, DType dtype) {
  At at{Operand(alpha)};
  check_float("dirichlet", dtype);
  if (alpha.ndim() == 0)
    fail<ShapeError>("random::dirichlet: alpha is a scalar; it needs a number for each coordinate");
  Shape s = shape.empty() ? alpha.shape() : shape;
  if (!shape.empty()) s.push_back(alpha.shape(-1));
  s = sample_shape("dirichlet", s, {alpha});
  return compiled(key, {"dirichlet", s, dtype, {alpha}}, [&](const Array &k) {
    return special::softmax(gamma_of(k, parameter(alpha, dtype, s), Space::log), -1);
  });
}

Array t(Key key, const Operand &df, const Shape &shape, DType dtype) {
  At at(df);
  check_float("t", dtype);
  const Shape s = sample_shape("t", shape, {df});
  return compiled(key, {"t", s, dtype, {df}}, [&](const Array &k) {
    Array keys = split_of(k, 2), half = parameter(df, dtype, s) / 2.0;
    return normal_of(keys[0], s, dtype) * sqrt(half / gamma_of(keys[1], half, Space::linear));
  });
}

Array chisquare(Key key, const Operand &df, const Shape &shape, DType dtype) {
  At at(df);
  check_float("chisquare", dtype);
  const Shape s = sample_shape("chisquare", shape, {df});
  return compiled(key, {"chisquare", s, dtype, {df}},
                  [&](const Array &k) { return chisquare_of(k, parameter(df, dtype, s)); });
}

Array f(Key key, const Operand &dfnum, const Operand &dfden, const Shape &shape, DType dtype) {
  At at(dfnum, dfden);
  check_float("f", dtype);
  const Shape s = sample_shape("f", shape, {dfnum, dfden});
  return compiled(key, {"f", s, dtype, {dfnum, dfden}}, [&](const Array &k) {
    Array keys = split_of(k, 2), n = parameter(dfnum, dtype, s), d = parameter(dfden, dtype, s);
    return (chisquare_of(keys[1], n) / n) / (chisquare_of(keys[0], d) / d);
  });
}

Array generalized_normal(Key key, double p, const Shape &shape, DType dtype) {
  check_float("generalized_normal", dtype);
  check_power("generalized_normal", p);
  return compiled(key, {"generalized_normal", shape, dtype, {p}},
                  [&](const Array &k) { return generalized_normal_of(k, p, shape, dtype); });
}

// Barthe, Guédon, Mendelson & Naor 2005: g/(Σ|g|^p + e)^(1/p).
Array ball(Key key, int64_t d, double p, const Shape &shape, DType dtype) {
  check_float("ball", dtype);
  check_power("ball", p);
  if (d < 1) fail<ShapeError>(fmt::format("random::ball: there are no balls of {} dimensions", d));
  Shape points = shape;
  points.push_back(d);
  return compiled(key, {"ball", points, dtype, {p}}, [&](const Array &k) {
    Array keys = split_of(k, 2), g = generalized_normal_of(keys[0], p, points, dtype);
    Array e = exponential_of(keys[1], shape, dtype);
    Array norm = power(sum(power(abs(g), full({}, p, dtype)), -1) + e, full({}, 1 / p, dtype));
    return g / expand_dims(norm, -1);
  });
}

}  // namespace fluxion::random

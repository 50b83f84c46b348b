// Functions with rules of their own, functions that differentiate and map by themselves, random numbers, special
// functions.
#include "compositions.h"

namespace fluxion::compositions {
namespace {

Array softplus(const Array &x) {
  auto rule = [](const Array &x, const Array &dx) {
    Array y = softplus(x);
    return std::pair(y, (1 - exp(-y)) * dx);
  };
  return custom_jvp([](const Array &x) { return log1p(exp(x)); }, rule)(x);
}

const Case kCases[] = {
    {"custom_jvp", [](const Array &x) { return softplus(x * x) * x; }, {3}},
    {"custom_jvp_of_two",
     [](const Array &x) {
       auto f = custom_jvp([](const Array &a, const Array &b) { return a * sin(b); },
                           [](const Array &a, const Array &b, const Array &da, const Array &db) {
                             return std::pair(a * sin(b), da * sin(b) + a * cos(b) * db);
                           });
       return f(x, x[0]) + f(flip(x), x);
     },
     {3}},
    {"custom_vjp",
     [](const Array &x) {
       auto fwd = [](const Array &x) { return std::pair(sin(x), cos(x)); };
       auto bwd = [](const Array &slope, const Array &ct) { return slope * ct; };
       return custom_vjp([](const Array &x) { return sin(x); }, fwd, bwd)(x * x) * x;
     },
     {3}},
    {"custom_vjp_within_scan",
     [](const Array &x) {
       auto f = custom_vjp(
           [](const Array &a, const Array &b) { return a * b; },
           [](const Array &a, const Array &b) { return std::pair(a * b, std::pair(a, b)); },
           [](const std::pair<Array, Array> &r, const Array &ct) { return std::tuple(ct * r.second, ct * r.first); });
       auto step = [&](const Array &c, const Array &y) { return std::pair(f(c, sin(y)), c * y); };
       return scan(step, x[0] + 2, x).second;
     },
     {3}},
    {"custom_vmap",
     [](const Array &x) {
       Array w = array({{1.0, 2.0}, {3.0, 4.0}});
       auto f = custom_vmap([w](const Array &y) { return matmul(w, y); },
                            [w](int64_t, const Array &ys) { return matmul(ys, w.T()); });
       return f(sin(x)) * x;
     },
     {2}},
    {"custom_root",
     [](const Array &x) {
       auto newton = [](auto &f, const Array &y) {
         return fori_loop(0, 30, [&](const Array &, const Array &y) { return y - f(y) / grad(f)(y); }, y);
       };
       auto invert = [](auto slope, const Array &y) { return y / slope(ones_like(y)); };
       return custom_root([&](const Array &y) { return y * y * y + y - sum(x * x); }, array(1.0), newton, invert);
     },
     {3}},
    {"custom_linear_solve",
     [](const Array &x) {
       auto matvec = [d = x * x + 1](const Array &y) { return d * y; };
       auto divide = [d = x * x + 1](auto &, const Array &b) { return b / d; };
       return custom_linear_solve(matvec, sin(x), divide, {}, {.symmetric = true});
     },
     {3}},
    {"a_gradient_step",
     [](const Array &x) {
       auto loss = [](const Array &w) { return sum(sin(w) * w * w); };
       Array next = x - 0.3 * grad(loss)(x);
       return next * loss(next);
     },
     {3}},
    {"derivatives_over_what_is_around",
     [](const Array &x) {
       auto slope = [&](const Array &y) { return grad([&](const Array &z) { return sum(z * y * sin(z * x)); })(y); };
       return std::get<1>(jvp(slope, std::tuple(x), std::tuple(x * x)));
     },
     {2}},
    {"products_with_the_hessian",
     [](const Array &x) { return hvp([](const Array &y) { return sum(exp(y) * flip(y)); }, x, x * x); },
     {3}},
    {"jacobians",
     [](const Array &x) {
       auto f = [](const Array &y) { return stack({y[0] * y[1], exp(y[1])}); };
       return matmul(jacrev(f)(x), jacfwd(f)(x * x));
     },
     {2}},
    {"pullback_and_linearize",
     [](const Array &x) {
       auto f = [&](const Array &y) { return sin(y * x) * y; };
       auto [y, back] = vjp(f, x);
       auto [z, lin] = linearize(f, x);
       return std::get<0>(back(y)) * lin(x);
     },
     {2}},
    {"mapped_within",
     [](const Array &x) {
       auto pairs = vmap([&](const Array &a) { return vmap([&](const Array &b) { return exp(-square(a - b)); })(x); });
       return sum(pairs(x) * pairs(x * x), 1);
     },
     {3}},
    {"mapped_with_a_named_axis",
     [](const Array &x) {
       auto f = [](const Array &a) { return a / psum(exp(a), "i") + pmean(a * a, "i"); };
       return vmap(f, {.axis_name = "i"})(x);
     },
     {3}},
    {"fixed_noise",
     [](const Array &x) {
       auto [a, b] = random::split<2>(random::Key(3));
       Array noise = random::normal(std::move(a), {3}, f64), kept = random::bernoulli(std::move(b), 0.5, {3});
       return where(kept, x * x / 0.5, 0.0) + exp(x) * noise;
     },
     {3}},
    {"dice",
     [](const Array &x) {
       Array places = random::randint(random::Key(5), {4}, 0, 3);
       return take(x * x, places, 0) * random::uniform(random::Key(1), {4}, f64);
     },
     {3}},
    {"error_functions", [](const Array &x) { return erf(x) * special::ndtr(x) + erf_inv(x * 0.5) + erfc(x * x); }, {3}},
    {"gamma_functions",
     [](const Array &x) { return special::gammaln(x) + special::digamma(x) * x + special::gamma(x); },
     {3},
     0.8,
     2},
    {"bessel_functions",
     [](const Array &x) { return special::i0(x) + special::i1e(x) * x + special::i0e(x); },
     {3},
     0.3,
     2},
    {"incomplete_gamma",
     [](const Array &x) { return special::gammainc(1.7, x) + special::gammaincc(array({1.2, 2.0, 3.0}), x) * x; },
     {3},
     0.5,
     2},
    {"incomplete_beta",
     [](const Array &x) { return special::betainc(1.5, 2.5, x) * x + special::xlogy(x, x); },
     {3},
     0.25,
     0.75},
    {"polygamma_and_zeta",
     [](const Array &x) { return special::polygamma(1.0, x) + special::zeta(3.0, x); },
     {2},
     1,
     2},
    {"integers_and_bools",
     [](const Array &x) {
       Array bits = astype(x * 2, i32) & 3, odd = (bits % 2) == 1;
       return where(logical_and(odd, x > 0) || isfinite(x), x * x, x) * astype(bits + 1, f64);
     },
     {4}},
};
FLUXION_COMPOSITIONS(Rules, kCases);

}  // namespace
}  // namespace fluxion::compositions

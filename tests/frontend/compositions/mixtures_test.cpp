// Constructs within one another, and what is seldom used.
#include "compositions.h"

namespace fluxion::compositions {
namespace {

namespace la = linalg;
using Pair = std::pair<Array, Array>;

struct Layer {
  Array weight, bias;
};
Array rows(const Array &x) { return reshape(x, {2, 3}); }
Array square2(const Array &x) { return reshape(x, {2, 2}) + 2.0 * eye(2, {}, f64); }

const Case kCases[] = {
    {"layers_in_a_vector",
     [](const Array &x) {
       std::vector<Layer> layers{{x[{slice(0, 4)}].reshape({2, 2}), x[{slice(4, 6)}]},
                                 {x[{slice(2, 6)}].reshape({2, 2}), x[{slice(0, 2)}]}};
       auto apply = [](const std::vector<Layer> &layers, const Array &in) {
         Array h = in;
         for (const Layer &l : layers) h = tanh(matmul(h, l.weight) + l.bias);
         return sum(h * h);
       };
       std::vector<Layer> g = grad(apply)(layers, array({0.3, -0.7}));
       return sum(g[0].weight * g[1].weight, 0) + g[1].bias;
     },
     {6}},
    {"while_within_scan",
     [](const Array &x) {
       auto going = [](const Array &c) { return c < 3; };
       auto step = [&](const Array &c, const Array &y) {
         Array d = while_loop(going, [&](const Array &c) { return c * 1.5 + y * y; }, c, {.max_steps = 8});
         return Pair(d * 0.25, d * y);
       };
       return scan(step, x[0], x).second;
     },
     {3},
     0.3,
     0.9},
    {"scan_within_while",
     [](const Array &x) {
       auto inner = [&](const Array &c, const Array &y) { return Pair(c + y * y, c * y); };
       auto going = [](const Array &c) { return c < 4; };
       return while_loop(going, [&](const Array &c) { return scan(inner, c * 1.2, x).first; }, x[0], {.max_steps = 40});
     },
     {3},
     0.5,
     1},
    {"while_of_many_steps",
     [](const Array &x) {
       auto going = [](const Array &c) { return sum(c) < 5; };
       return while_loop(going, [&](const Array &c) { return c * 1.1 + sin(x) * 0.1; }, x, {.max_steps = 70});
     },
     {3},
     0.5,
     1},
    {"while_that_keeps_all",
     [](const Array &x) {
       auto going = [](const Array &c) { return sum(c) < 5; };
       return while_loop(going, [&](const Array &c) { return c * 1.1 + sin(x) * 0.1; }, x,
                         {.max_steps = 40, .keep_all = true});
     },
     {3},
     0.5,
     1},
    {"while_of_while",
     [](const Array &x) {
       auto until = [](int32_t last) { return [last](const Pair &s) { return s.second < last; }; };
       auto inner = [&](const Array &c, const Array &n) {
         auto step = [&](const Pair &s) { return Pair(sin(s.first) * x[1] + s.first, s.second + 1); };
         return while_loop(until(3), step, Pair(c, n), {.max_steps = 20}).first;
       };
       auto step = [&](const Pair &s) { return Pair(inner(s.first, s.second) * x[0], s.second + 1); };
       return while_loop(until(2), step, Pair(x[2], array(int32_t{0})), {.max_steps = 18}).first;
     },
     {3}},
    {"unrolled",
     [](const Array &x) {
       auto step = [&](const Array &c, const Array &y) { return Pair(sin(c) * y + x[0], c * y); };
       auto [c, ys] = scan(step, x[1], x, {.unroll = 2});
       auto [d, zs] = scan(step, c, ys, {.reverse = true, .unroll = 3});
       auto [e, whole] = scan(step, d, zs, {.unroll = 5});
       return whole * e;
     },
     {5}},
    {"map_of_cond",
     [](const Array &x) {
       auto one = [&](const Array &y) { return cond(y > 0, [&] { return y * x[0]; }, [&] { return sin(y) * y; }); };
       return map(one, x);
     },
     {4}},
    {"cond_of_scan",
     [](const Array &x) {
       auto step = [&](const Array &c, const Array &y) { return Pair(c * y + x[1], c); };
       return cond(
           x[0] > 0, [&](const Array &x) { return scan(step, x[0], x).second; },
           [&](const Array &x) { return vmap([](const Array &y) { return y * exp(y); })(x); }, x);
     },
     {3}},
    {"checkpoint_of_cond",
     [](const Array &x) {
       auto f = checkpoint(
           [](const Array &x) { return cond(sum(x) > 0, [&] { return sin(x) * x; }, [&] { return exp(x) * x; }); });
       return f(x * x - 0.2);
     },
     {3}},
    {"checkpoint_of_gradients",
     [](const Array &x) {
       auto f = checkpoint([](const Array &y) { return grad([](const Array &z) { return sum(sin(z) * z * z); })(y); });
       return f(f(x));
     },
     {2}},
    {"custom_rules_in_branches",
     [](const Array &x) {
       auto cube =
           custom_vjp([](const Array &x) { return x * x * x; }, [](const Array &x) { return std::pair(x * x * x, x); },
                      [](const Array &x, const Array &ct) { return 3 * x * x * ct; });
       auto twice = custom_jvp([](const Array &x) { return 2 * x * x; },
                               [](const Array &x, const Array &dx) {
                                 Array slope = cond(x[0] > 10, [&] { return x; }, [&] { return 4 * x; });
                                 return std::pair(2 * x * x, slope * dx);
                               });
       return cond(x[0] > x[1], [&] { return cube(x); }, [&] { return twice(sin(x)); });
     },
     {3}},
    {"custom_rule_of_a_loop",
     [](const Array &x) {
       auto power = custom_jvp(
           [](const Array &x) { return fori_loop(0, 2, [&](const Array &, const Array &c) { return c * x; }, x); },
           [](const Array &x, const Array &dx) { return std::pair(x * x * x, 3 * x * x * dx); });
       return vmap(power)(x) * x;
     },
     {3}},
    {"linear_transposed",
     [](const Array &x) {
       Array w = outer(x, sin(x));
       auto back = linear_transpose([&](const Array &y) { return matmul(w, y); }, x);
       return std::get<0>(back(x * x));
     },
     {2}},
    {"sums_from_behind",
     [](const Array &x) {
       auto combine = [](const Array &a, const Array &b) { return a * b + a + b; };
       return associative_scan(combine, rows(x), {.reverse = true, .axis = 1}) * lax::cumsum(rows(x), 1, true);
     },
     {6}},
    {"reduced_by_a_function",
     [](const Array &x) {
       return reduce(rows(x), 0.0, [](const Array &a, const Array &b) { return a + b + a * b; }, 1);
     },
     {6}},
    {"products_over_axes_by_name",
     [](const Array &x) {
       auto f = [](const Array &a) {
         auto g = [&](const Array &b) { return b * psum(b * b, "i") + all_gather(b, "j")[0] * axis_index("j"); };
         return vmap(g, {.axis_name = "j"})(a);
       };
       return vmap(f, {.axis_name = "i"})(rows(x));
     },
     {6}},
    {"masked_softmax",
     [](const Array &x) {
       Array seen = array({{true, false, true}, {true, true, false}});
       return nn::softmax(where(seen, rows(x), -1e30), 1) * rows(x * x) + nn::softmax(rows(x), {.where = seen});
     },
     {6}},
    {"lu_and_pinv",
     [](const Array &x) { return la::lu(square2(x)).u + la::pinv(square2(x) * square2(x)) * la::lu(square2(x)).l; },
     {4}},
    {"singular_vectors",
     [](const Array &x) {
       auto [u, s, vh] = la::svd(square2(x) * array({{1.0, 0.5}, {0.2, 2.0}}));
       return square(u) * s + square(vh);
     },
     {4}},
    {"roots_of_matrices", [](const Array &x) { return la::cond(square2(x)) + la::norm(square2(x), 1); }, {4}},
    {"transposed_convolution",
     [](const Array &x) {
       Array y = conv_transpose(x[{slice(0, 3)}].reshape({1, 3, 1}), sin(x[{slice(2, 5)}]).reshape({3, 1, 1}), {2});
       return sum(y * y, 2);
     },
     {5}},
    {"spectrum_of_an_image",
     [](const Array &x) {
       Array f = fft::fft2(rows(x));
       return abs(f * f) + real(fft::ifft2(f * f * conj(f)));
     },
     {6}},
    {"complex_products",
     [](const Array &x) {
       Array z = complex(x[{slice(0, 4)}], x[{slice(4, 8)}]).reshape({2, 2});
       Array h = matmul(z, conj(z).T());
       return abs(h) + real(matmul(h, z)) + imag(einsum("ij,jk,ki->i", z, h, z));
     },
     {8}},
    {"complex_gradient_within",
     [](const Array &x) {
       auto f = [](const Array &z) { return sum(square(abs(z)) * real(z)); };
       Array g = grad(f)(complex(x, x * x));
       return real(g) * imag(g);
     },
     {2}},
    {"segments",
     [](const Array &x) {
       Array sums = zeros({3}, f64).at(array({0, 2, 0, 1, 2})).add(x * x);
       return take(sums, array({0, 2, 0, 1, 2}), 0) * x;
     },
     {5}},
    {"gathered_by_example",
     [](const Array &x) {
       Array order = argsort(rows(x), 1);
       return take_along_axis(rows(x * x), order, 1) * vmap([](const Array &r) { return top_k(r, 3).first; })(rows(x));
     },
     {6}},
    {"written_in_a_loop",
     [](const Array &x) {
       auto step = [&](const Array &i, const Array &c) {
         return c.at(i).set(sin(c[i]) * x[1]).at((i + 1) % 3).add(x[i]);
       };
       return fori_loop(0, 4, step, x);
     },
     {3}},
    {"samples_by_parameters",
     [](const Array &x) {
       Array scale = exp(x[{slice(0, 2)}]), mean = x[{slice(2, 4)}];
       return mean + scale * random::normal(random::Key(7), {2}, f64) +
              random::gumbel(random::Key(9), {2}, f64) * mean * scale;
     },
     {4}},
    {"behind_a_barrier", [](const Array &x) { return optimization_barrier(sin(x)) * x; }, {3}},
    {"from_the_host",
     [](const Array &x) {
       auto twice = [](const Array &x) {
         return pure_callback([](const Array &x) { return x * 2.0; }, ShapeDtype{x.shape(), f64}, x);
       };
       auto f = custom_jvp(twice, [twice](const Array &x, const Array &dx) { return std::pair(twice(x), 2.0 * dx); });
       return f(x * x);
     },
     {3}},
    {"of_single_numbers",
     [](const Array &x) { return fori_loop(0, 2, [&](const Array &, const Array &c) { return c * sin(c); }, x); },
     {}},
    {"of_nothing_but_constants", [](const Array &x) { return x * 0.0 + ones({3}, f64) * 2; }, {3}},
    {"matrix_of_examples",
     [](const Array &x) {
       return vmap([](const Array &c) { return c / sum(c * c); }, {.in_axes = {1}, .out_axes = {1}})(x);
     },
     {2, 3}},
};
FLUXION_COMPOSITIONS(Mixtures, kCases);

}  // namespace
}  // namespace fluxion::compositions

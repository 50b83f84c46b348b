// Branches, loops and scans; closures over what is traced around them; checkpoints.
#include "compositions.h"

namespace fluxion::compositions {
namespace {

using Pair = std::pair<Array, Array>;

Array matrix() { return array({{0.5, -0.25}, {0.75, 0.4}}); }

const Case kCases[] = {
    {"cond",
     [](const Array &x) {
       return cond(x[0] > x[1], [](const Array &y) { return sin(y) * y; }, [](const Array &y) { return y * y * y; }, x);
     },
     {3}},
    {"cond_over_what_is_around",
     [](const Array &x) {
       Array a = sin(x), b = x * x;
       return cond(sum(x) > 0, [&] { return a * b; }, [&] { return a * a * x; });
     },
     {3}},
    {"switch",
     [](const Array &x) {
       std::vector<Function> branches{[](const Array &y) { return y * y; }, [](const Array &y) { return exp(y); },
                                      [x](const Array &y) { return y * x * x; }};
       return switch_(argmax(x), branches, x * 2);
     },
     {3}},
    {"switch_by_example",
     [](const Array &x) {
       auto one = [](const Array &y) {
         return cond(y > 0, [](const Array &y) { return log1p(y) * y; }, [](const Array &y) { return y * y * y; }, y);
       };
       return vmap(one)(x);
     },
     {4}},
    {"recurrent_net",
     [](const Array &x) {
       Array w = matrix() * x[0];
       auto step = [&](const Array &h, const Array &in) {
         Array next = tanh(matmul(h, w) + in);
         return Pair(next, sum(next * h));
       };
       auto [h, ys] = scan(step, x[{slice(0, 2)}], x.reshape({3, 2}));
       return concatenate({h, ys});
     },
     {6}},
    {"scan_backwards",
     [](const Array &x) {
       auto step = [](const Array &c, const Array &y) { return Pair(c * y + sin(y), c * c); };
       auto [c, ys] = scan(step, x[0], x, {.reverse = true});
       return ys * c;
     },
     {3}},
    {"scan_within_scan",
     [](const Array &x) {
       auto inner = [&](const Array &c, const Array &y) { return Pair(c * y + 0.5, c * x[0]); };
       auto outer = [&](const Array &c, const Array &y) {
         auto [d, ys] = scan(inner, c, x * y);
         return Pair(sin(d), sum(ys));
       };
       return scan(outer, x[1], x).second;
     },
     {3}},
    {"scan_of_numbers_beside",
     [](const Array &x) {
       auto step = [&](const Pair &c, const Array &i) {
         Array y = take(x, c.second % 3, 0);
         return std::pair(Pair(c.first * y + cos(y), c.second + i), y * astype(c.second, f64));
       };
       auto [c, ys] = scan(step, Pair(x[0], array(int32_t{1})), arange(4));
       return ys * c.first;
     },
     {3}},
    {"cond_within_scan",
     [](const Array &x) {
       auto step = [&](const Array &c, const Array &y) {
         Array next =
             cond(y > 0, [&](const Array &c) { return c * y + x[0]; }, [&](const Array &c) { return sin(c) * y; }, c);
         return Pair(next, next * y);
       };
       return scan(step, x[1] + 1, x).second;
     },
     {4}},
    {"fori_loop",
     [](const Array &x) {
       return fori_loop(1, 4, [&](const Array &i, const Array &c) { return c * sin(x) + x * astype(i, f64); }, x);
     },
     {3}},
    {"while_of_few_steps",
     [](const Array &x) {
       auto going = [](const Array &c) { return sum(c * c) < 6; };
       return while_loop(going, [&](const Array &c) { return c * 1.5 + x * x; }, x, {.max_steps = 6});
     },
     {3},
     0.2,
     1},
    {"while_counted",
     [](const Array &x) {
       auto going = [](const Pair &s) { return s.second < 3; };
       auto step = [&](const Pair &s) { return Pair(s.first * x + sin(s.first), s.second + 1); };
       return while_loop(going, step, Pair(x, array(int32_t{0})), {.max_steps = 5}).first;
     },
     {3}},
    {"while_forward",
     [](const Array &x) {
       auto going = [](const Array &c) { return sum(c * c) < 6; };
       return while_loop(going, [&](const Array &c) { return c * 1.5 + sin(x); }, x);
     },
     {3},
     0.2,
     1,
     {{".*grad.*", "a while loop has no reverse derivative; give it a bound (max_steps)"}}},
    {"associative_scan",
     [](const Array &x) {
       auto combine = [](const Pair &a, const Pair &b) {
         return Pair(a.first * b.first, a.second * b.first + b.second);
       };
       return associative_scan(combine, Pair(sin(x) + 1, x * x)).second;
     },
     {4}},
    {"map", [](const Array &x) { return map([&](const Array &y) { return y * y * sum(x) + sin(y); }, x); }, {3}},
    {"checkpoint",
     [](const Array &x) {
       auto layer = checkpoint([](const Array &x, const Array &w) { return sin(matmul(w, x)) + x; });
       auto again = layer;
       return again(layer(x, matrix()), matrix() * x[0]);
     },
     {2}},
    {"checkpoint_over_what_is_around",
     [](const Array &x) {
       Array a = exp(x);
       auto f = checkpoint([&](const Array &y) { return checkpoint_name(sin(y * a), "a") * y; },
                           {.policy = remat::save_only_these_names({"a"})});
       return f(x * x) * x;
     },
     {3}},
    {"checkpoint_within_scan",
     [](const Array &x) {
       auto body =
           checkpoint([](const Array &c, const Array &y) { return Pair(tanh(matmul(matrix(), c)) * y, sum(c * y)); },
                      {.policy = remat::dots_saveable, .prevent_cse = false});
       auto [c, ys] = scan(body, x[{slice(2)}], x);
       return concatenate({c, ys});
     },
     {3}},
    {"scan_within_checkpoint",
     [](const Array &x) {
       auto loop = checkpoint([](const Array &x) {
         return scan([&](const Array &c, const Array &y) { return Pair(c * y + x[0], sin(c)); }, x[1], x).second;
       });
       return loop(x * x);
     },
     {3}},
};
FLUXION_COMPOSITIONS(Control, kCases);

}  // namespace
}  // namespace fluxion::compositions

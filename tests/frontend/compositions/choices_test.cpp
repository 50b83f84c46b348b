// Functions with kinks and choices, away from the kinks; sorting and searching; places in arrays.
#include "compositions.h"

namespace fluxion::compositions {
namespace {

Array rows(const Array &x) { return reshape(x, {2, 3}); }

const Case kCases[] = {
    {"where", [](const Array &x) { return where(x > 0, sin(x), x * x * x); }, {4}},
    {"where_that_guards", [](const Array &x) { return where(x > 0, sqrt(where(x > 0, x, 1.0)), -x); }, {4}},
    {"clip_and_relu", [](const Array &x) { return clip(x, -0.6, 0.6) * nn::relu(x) + nn::leaky_relu(x) * x; }, {4}},
    {"greatest_of_two",
     [](const Array &x) { return maximum(x, flip(x) * x) + minimum(exp(x), 1.0) + abs(x) * x; },
     {4}},
    {"max_and_min", [](const Array &x) { return max(rows(x), 1) * min(x) + max(x); }, {6}},
    {"stop_gradient", [](const Array &x) { return x * x * stop_gradient(sign(x)) + stop_gradient(floor(x)) * x; }, {4}},
    {"quantiles", [](const Array &x) { return median(x * x * x) + quantile(x, 0.3) * x; }, {5}},
    {"cummax", [](const Array &x) { return cummax(x * x) * x + cumlogsumexp(x); }, {4}},
    {"sorted", [](const Array &x) { return sort(x) * arange(6, f64) + sort(rows(x * 2), 1)[1][0]; }, {6}},
    {"argsorted", [](const Array &x) { return take(x * x, argsort(x), 0) * x; }, {4}},
    {"top_k",
     [](const Array &x) {
       auto [values, places] = top_k(x, 2);
       return values * values + take(exp(x), places, 0);
     },
     {4}},
    {"keys_and_values", [](const Array &x) { return sort_key_val(x[{slice(3)}], sin(x[{slice(3, 6)}])).second; }, {6}},
    {"argmax_and_one_hot", [](const Array &x) { return sum(one_hot(argmax(x), 4, f64) * x * x) + x[argmax(x)]; }, {4}},
    {"interpolation",
     [](const Array &x) {
       return interp(x[{slice(2)}], array({-2.0, -0.5, 0.5, 2.0}), concatenate({x, square(x)})[{slice(4)}]);
     },
     {2},
     -0.4,
     0.4},
    {"gathered", [](const Array &x) { return take(x * x, array({2, 0, 2, 1}), 0) * x[1]; }, {3}},
    {"scattered",
     [](const Array &x) {
       return zeros({4}, f64).at(array({1, 1, 3})).add(x * x).at(0).set(x[2]).at(slice(0, 2)).multiply(x[0]);
     },
     {3}},
    {"scattered_products",
     [](const Array &x) { return ones({2}, f64).at(array({1, 1, 0})).multiply(x); },
     {3},
     0.5,
     1,
     {{".*(grad|jvp).*", "no derivative rule for 'fx.scatter multiply' in its updates unless unique_indices holds"}}},
    {"scattered_greatest", [](const Array &x) { return full({2}, -3.0, f64).at(array({1, 0, 1})).max(x * x); }, {3}},
    {"slices_at_run_time",
     [](const Array &x) {
       Array start = argmin(x), y = dynamic_slice(x * x, {start}, {2});
       return dynamic_update_slice(x, y * x[0], {start + 1});
     },
     {5}},
    {"masked",
     [](const Array &x) {
       Array upper = triu(outer(x, x * x));
       return sum(upper, 1) + diagonal(upper);
     },
     {3}},
    {"moved_about",
     [](const Array &x) {
       Array m = rows(x);
       Array wide = pad_low_high(m.T(), {1, 0}, {0, 1});
       return roll(wide, 1, 0) * flip(wide, 1) + concatenate({m, square(m[0]).reshape({1, 3})}, 0)[{2, 1}];
     },
     {6}},
    {"differences_and_sums", [](const Array &x) { return cumsum(diff(x) * x[{slice(1, 5)}]) + trapezoid(x * x); }, {5}},
    {"convolved", [](const Array &x) { return convolve(x, x * x) + polyval(x, 0.5); }, {3}},
};
FLUXION_COMPOSITIONS(Choices, kCases);

}  // namespace
}  // namespace fluxion::compositions

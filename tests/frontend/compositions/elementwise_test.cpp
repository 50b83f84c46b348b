// Chains of elementwise functions, normalisations and losses.
#include "compositions.h"

namespace fluxion::compositions {
namespace {

Array rows(const Array &x) { return reshape(x, {2, 3}); }

const Case kCases[] = {
    {"swish_of_tanh", [](const Array &x) { return x * nn::sigmoid(tanh(x) + x * x); }, {4}, -2, 2},
    {"exponentials", [](const Array &x) { return log1p(exp(-x * x)) * expm1(x) + exp2(x); }, {4}},
    {"waves", [](const Array &x) { return sin(x) * cos(2.0 * x) + arctan(x) / (1 + x * x) + tan(x / 2); }, {4}},
    {"hyperbolics", [](const Array &x) { return arcsinh(x) + cosh(x) * sinh(x) + arctanh(x / 3); }, {4}},
    {"powers", [](const Array &x) { return power(x, 2.5) + rsqrt(x) * cbrt(x) + integer_pow(x, 3); }, {3}, 0.7, 2},
    {"a_power_of_each_other", [](const Array &x) { return power(x, flip(x)) + power(2.0, x); }, {3}, 0.7, 2},
    {"quotients", [](const Array &x) { return x / (2 + x) + reciprocal(3 - x) + arctan2(x, x[0] + 2); }, {3}},
    {"gelu_and_mish", [](const Array &x) { return nn::gelu(x) + nn::mish(x) + nn::gelu(x, false); }, {3}, -2, 2},
    {"softmax", [](const Array &x) { return nn::softmax(rows(x) * 2, 1) * rows(x); }, {6}},
    {"logsumexp", [](const Array &x) { return nn::logsumexp(rows(x) * 3, 1) + nn::logsumexp(x); }, {6}},
    {"layer_norm",
     [](const Array &x) {
       Array gain = x[{slice(3)}], h = x[{slice(3, 9)}].reshape({2, 3});
       return nn::standardize(h) * gain + gain;
     },
     {9}},
    {"cross_entropy",
     [](const Array &x) { return -mean(take_along_axis(nn::log_softmax(rows(x), 1), array({{2}, {0}}), 1)); },
     {6}},
    {"log_density",
     [](const Array &x) {
       Array mean = x[0], scale = nn::softplus(x[1]), z = (x[{slice(2, 5)}] - mean) / scale;
       return sum(-0.5 * z * z - log(scale));
     },
     {5}},
    {"statistics", [](const Array &x) { return var(rows(x), 0) * mean(rows(x), 1, keepdims) + std(x); }, {6}},
    {"products", [](const Array &x) { return prod(rows(x), 1) + cumprod(x)[{slice(2, 4)}]; }, {6}, -1, 2},
    {"logaddexp", [](const Array &x) { return logaddexp(x, flip(x) * 2) + hypot(x, 2.0) + sinc(x + 2); }, {3}},
    {"rounded_parts", [](const Array &x) { return (x - floor(x)) * x + x % 0.75 + round(x + 3) * x; }, {3}, 0.1, 0.45},
    {"a_type_between",
     [](const Array &x) { return x * astype(astype(x * 2, i32), f64) + astype(x > 0, f64) * x; },
     {4}},
};
FLUXION_COMPOSITIONS(Elementwise, kCases);

}  // namespace
}  // namespace fluxion::compositions

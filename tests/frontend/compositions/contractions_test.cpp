// Matrix products, convolutions, attention, transforms of Fourier, linear algebra.
#include "compositions.h"

namespace fluxion::compositions {
namespace {

namespace la = linalg;

Array part(const Array &x, int64_t from, std::vector<int64_t> shape) {
  return x[{slice(from, from + Shape(shape).count())}].reshape(shape);
}
Array square2(const Array &x) { return part(x, 0, {2, 2}); }
Array square3(const Array &x) { return part(x, 0, {3, 3}) + 2.0 * eye(3, {}, f64); }
// Positive definite, and symmetric.
Array positive(const Array &x) { return matmul(square2(x), square2(x).T()) + eye(2, {}, f64); }

const Case kCases[] = {
    {"mlp",
     [](const Array &x) {
       Array w = part(x, 0, {2, 3}), v = part(x, 6, {3, 1}), in = array({{1.0, -0.5}, {0.25, 2.0}});
       return mean(square(matmul(tanh(matmul(in, w)), v) - 1));
     },
     {9}},
    {"bilinear",
     [](const Array &x) { return einsum("ij,j,kj->ki", part(x, 0, {2, 2}), part(x, 4, {2}), part(x, 0, {2, 2})); },
     {6}},
    {"batched_product",
     [](const Array &x) { return einsum("bij,bjk->bk", part(x, 0, {2, 1, 2}), part(x, 2, {2, 2, 2})); },
     {10}},
    {"products_of_tensors",
     [](const Array &x) {
       return kron(x, x * x)[{slice(0, 4)}] + tensordot(outer(x, x), outer(x, x), 1)[0][0] + vdot(x, x);
     },
     {3}},
    {"convolution",
     [](const Array &x) { return conv(part(x, 0, {1, 1, 6}), sin(part(x, 6, {2, 1, 2})), {2}, "SAME"); },
     {10}},
    {"pooled",
     [](const Array &x) {
       Array m = part(x, 0, {1, 3, 3, 1});
       return nn::max_pool(m * m, {2, 2}) + nn::avg_pool(m, {2, 2}) * 0.5;
     },
     {9}},
    {"attention",
     [](const Array &x) {
       Array q = part(x, 0, {2, 1, 2}), k = part(x, 4, {2, 1, 2}), v = part(x, 8, {2, 1, 2});
       return nn::dot_product_attention(q, k, v, {.is_causal = true});
     },
     {12}},
    {"fft", [](const Array &x) { return real(fft::fft(x * x)) + imag(fft::fft(x)); }, {4}},
    {"power_spectrum",
     [](const Array &x) { return square(abs(fft::rfft(x))) + fft::irfft(fft::rfft(x) * fft::rfft(sin(x)))[0]; },
     {4}},
    {"complex_arithmetic",
     [](const Array &x) {
       Array z = complex(x[{slice(2)}], x[{slice(2, 4)}]);
       return abs(exp(z) * z) + real(z * conj(z) / (z + 3.0)) + angle(z + 2.0);
     },
     {4}},
    {"complex_functions",
     [](const Array &x) {
       Array z = complex(x, x * x);
       return imag(log(z + 2.0) * sin(z)) + real(sqrt(z + 2.0)) + real(tanh(z));
     },
     {3}},
    {"cholesky", [](const Array &x) { return la::cholesky(positive(x)); }, {4}},
    {"solve", [](const Array &x) { return la::solve(square3(x), part(x, 9, {3})); }, {12}},
    {"triangular_solve",
     [](const Array &x) { return la::solve_triangular(square3(x), sin(part(x, 0, {3, 2})), {.lower = true}); },
     {9}},
    {"inverse", [](const Array &x) { return la::inv(square3(x)); }, {9}},
    {"determinants", [](const Array &x) { return la::det(square3(x)) + la::slogdet(square3(x)).logabsdet; }, {9}},
    {"qr",
     [](const Array &x) {
       return la::qr(square2(x) + eye(2, {}, f64)).r * matmul(square2(x), la::qr(square2(x) + eye(2, {}, f64)).q);
     },
     {4}},
    {"eigh",
     [](const Array &x) {
       auto [values, vectors] = la::eigh(positive(x) * array({{1.0, 1.0}, {1.0, 2.5}}));
       return values * values + sum(square(vectors) * arange(4, f64).reshape({2, 2}), 0);
     },
     {4}},
    {"singular_values", [](const Array &x) { return la::svdvals(square2(x) + array({{3.0, 0.0}, {0.0, 1.0}})); }, {4}},
    {"norms",
     [](const Array &x) { return la::norm(x) * x + la::trace(square2(x)) + la::norm(square2(x), la::Order::fro); },
     {4}},
    {"matrix_functions",
     [](const Array &x) { return la::matrix_power(square2(x), 3) + la::expm(square2(x) * 0.25); },
     {4}},
    {"least_squares",
     [](const Array &x) {
       Array a = part(x, 0, {3, 2}) + array({{1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}});
       return la::cho_solve(la::cho_factor(matmul(a.T(), a)), matmul(a.T(), part(x, 6, {3})));
     },
     {9}},
};
FLUXION_COMPOSITIONS(Contractions, kCases);

}  // namespace
}  // namespace fluxion::compositions

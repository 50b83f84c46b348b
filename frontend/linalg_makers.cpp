#include "fluxion/linalg_makers.h"

#include <cmath>

#include "fluxion/complex.h"
#include "frontend/linalg_internal.h"

namespace fluxion::linalg {

namespace {

void check_size(std::string_view op, int64_t n, int64_t least) {
  if (n < least) fail<ShapeError>(fmt::format("{}: the size is {}, and has to be at least {}", op, n, least));
}

// A matrix by its elements, which are computed in f64 on the host: they are few, and whole numbers stay exact.
template <class F>
Array made(int64_t rows, int64_t columns, DType dtype, F element) {
  std::vector<double> values;
  values.reserve(static_cast<size_t>(rows * columns));
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < columns; ++j) values.push_back(element(i, j));
  return astype(from_vector(values, {rows, columns}), dtype);
}

double binomial(int64_t n, int64_t k) {
  if (k < 0 || k > n) return 0;
  double product = 1;
  for (int64_t i = 1; i <= std::min(k, n - k); ++i)  // each step is a binomial coefficient, so a whole number
    product = product * static_cast<double>(n - i + 1) / static_cast<double>(i);
  return product;
}

double alternating(int64_t i) { return i % 2 ? -1 : 1; }

// binom(i, j) below the diagonal; the inverse has alternating signs.
double lower_pascal(int64_t i, int64_t j, bool inverse) { return binomial(i, j) * (inverse ? alternating(i - j) : 1); }

Array vector_of(std::string_view op, const Operand &a, int64_t least) {
  Array x = asarray(a);
  if (x.ndim() != 1 || x.size() < least)
    fail<ShapeError>(fmt::format("{}: {} is no vector of {} or more elements", op, to_string(x.type()), least));
  return x;
}

}  // namespace

Array dft(int64_t n, DftScale scale, DType dtype, std::source_location where) {
  At at(where);
  check_size("dft", n, 0);
  if (!is_complex(dtype)) fail<DTypeError>(fmt::format("dft: {} is not complex", name(dtype)));
  const double count = static_cast<double>(std::max<int64_t>(n, 1)), by = scale == DftScale::none    ? 1
                                                                          : scale == DftScale::sqrtn ? std::sqrt(count)
                                                                                                     : count;
  auto angle = [&](int64_t j, int64_t k) {
    return -2 * M_PI * static_cast<double>(j * k % std::max<int64_t>(n, 1)) / count;
  };
  DType part = dtype == c64 ? f32 : f64;
  return complex(made(n, n, part, [&](int64_t j, int64_t k) { return std::cos(angle(j, k)) / by; }),
                 made(n, n, part, [&](int64_t j, int64_t k) { return std::sin(angle(j, k)) / by; }));
}

Array hadamard(int64_t n, DType dtype, std::source_location where) {
  At at(where);
  check_size("hadamard", n, 1);
  if (n & (n - 1)) fail<ShapeError>(fmt::format("hadamard: the size is {}, which is no power of 2", n));
  return made(n, n, dtype,
              [](int64_t i, int64_t j) { return alternating(__builtin_popcountll(static_cast<uint64_t>(i & j))); });
}

Array helmert(int64_t n, bool full, DType dtype, std::source_location where) {
  At at(where);
  check_size("helmert", n, 1);
  auto element = [n](int64_t i, int64_t j) {
    const auto k = static_cast<double>(i);
    if (i == 0) return 1 / std::sqrt(static_cast<double>(n));
    return j < i ? 1 / std::sqrt(k * (k + 1)) : j == i ? -k / std::sqrt(k * (k + 1)) : 0;
  };
  const int64_t skipped = full ? 0 : 1;
  return made(n - skipped, n, dtype, [&](int64_t i, int64_t j) { return element(i + skipped, j); });
}

Array pascal(int64_t n, Pascal kind, DType dtype, std::source_location where) {
  At at(where);
  check_size("pascal", n, 0);
  return made(n, n, dtype, [&](int64_t i, int64_t j) {
    return kind == Pascal::symmetric ? binomial(i + j, i) : kind == Pascal::lower ? binomial(i, j) : binomial(j, i);
  });
}

Array invpascal(int64_t n, Pascal kind, DType dtype, std::source_location where) {
  At at(where);
  check_size("invpascal", n, 0);
  return made(n, n, dtype, [&](int64_t i, int64_t j) {
    if (kind == Pascal::lower) return lower_pascal(i, j, true);
    if (kind == Pascal::upper) return lower_pascal(j, i, true);
    double sum = 0;  // P = L·Lᵀ, so P⁻¹ = L⁻ᵀ·L⁻¹
    for (int64_t k = std::max(i, j); k < n; ++k) sum += lower_pascal(k, i, true) * lower_pascal(k, j, true);
    return sum;
  });
}

Array invhilbert(int64_t n, DType dtype, std::source_location where) {
  At at(where);
  check_size("invhilbert", n, 0);
  return made(n, n, dtype, [&](int64_t i, int64_t j) {
    const double middle = binomial(i + j, i);
    return alternating(i + j) * static_cast<double>(i + j + 1) * binomial(n + i, n - j - 1) *
           binomial(n + j, n - i - 1) * middle * middle;
  });
}

Array leslie(const Operand &f, const Operand &s) {
  At at(f, s);
  Array first = vector_of("leslie", f, 2), below = vector_of("leslie", s, 1);
  const int64_t n = first.size();
  if (below.size() != n - 1)
    fail<ShapeError>(fmt::format("leslie: {} fecundities need {} survivals, not {}", n, n - 1, below.size()));
  const DType dtype = promote_types(first.dtype(), below.dtype());
  Array diagonal = concatenate({diag(astype(below, dtype)), zeros({n - 1, 1}, dtype)}, 1);
  return concatenate({reshape(astype(first, dtype), {1, n}), diagonal}, 0);
}

Array fiedler(const Operand &a) {
  At at(a);
  Array x = vector_of("fiedler", a, 0);
  return abs(expand_dims(x, 1) - expand_dims(x, 0));
}

Array fiedler_companion(const Operand &a) {
  At at(a);
  Array x = vector_of("fiedler_companion", a, 1);
  if (!is_inexact(x.dtype())) x = astype(x, f32);
  const int64_t n = x.size() - 1;
  if (n == 0) return zeros({0, 0}, x.dtype());
  Array c = -lax_slice(x, {1}, {n + 1}) / lax_slice(x, {0}, {1});
  if (n == 1) return reshape(c, {1, 1});
  // Ones at (i, i + 2) for even rows and (i, i − 2) for odd ones; coefficients beside the diagonal.
  std::vector<int64_t> from(static_cast<size_t>(n * n), 0);
  std::vector<double> isOne(from.size(), 0), isCoefficient(from.size(), 0);
  auto put = [&](int64_t i, int64_t j, int64_t coefficient) {
    const auto k = static_cast<size_t>(i * n + j);
    if (coefficient < 0)
      isOne[k] = 1;
    else
      from[k] = coefficient, isCoefficient[k] = 1;
  };
  put(0, 0, 0);
  for (int64_t j = 0; j + 2 < n; j += 2) put(j, j + 2, -1);
  for (int64_t j = 3; j < n; j += 2) put(j, j - 2, -1);
  for (int64_t j = 1; j < n; j += 2) put(j - 1, j, j);
  for (int64_t i = 2; i < n; i += 2) put(i, i - 1, i);
  put(1, 0, -1);
  Array picked = take(c, from_vector(from, {n, n}));
  return where(from_vector(isCoefficient, {n, n}) > 0, picked, astype(from_vector(isOne, {n, n}), x.dtype()));
}

Array convolution_matrix(const Operand &a, int64_t n, std::string_view mode) {
  At at(a);
  Array x = vector_of("convolution_matrix", a, 1);
  check_size("convolution_matrix", n, 1);
  const int64_t m = x.size(), least = std::min(m, n), most = std::max(m, n);
  if (mode != "full" && mode != "same" && mode != "valid")
    fail<Error>(fmt::format("convolution_matrix: there is no mode '{}', only full, same and valid", mode));
  const int64_t rows = mode == "full"   ? m + n - 1
                       : mode == "same" ? most
                                        : most - least + 1,
                first = mode == "full"   ? 0
                        : mode == "same" ? (least - 1) / 2
                                         : least - 1;
  Array at_diagonal = iota({rows, n}, 0) - iota({rows, n}, 1) + first;
  Array inside = logical_and(at_diagonal >= 0, at_diagonal < m);
  return where(inside, take(x, clip(at_diagonal, 0, m - 1)), zeros({}, x.dtype()));
}

}  // namespace fluxion::linalg

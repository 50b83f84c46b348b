// Products of vectors and matrices, and polynomials.
#include "fluxion/products.h"

#include <algorithm>

#include "fluxion/complex.h"
#include "fluxion/linalg.h"
#include "fluxion/statistics.h"
#include "frontend/ops_internal.h"

namespace fluxion {

using detail::normalize_axis;

namespace {

void need_equal(std::string_view op, const Array &a, const Array &b, int64_t m, int64_t n) {
  if (m != n)
    fail<ShapeError>(fmt::format("{}: the contracted sizes differ: {} · {} ({} vs {})", op, to_string(a.type()),
                                 to_string(b.type()), m, n));
}

Array coefficients(std::string_view op, const Operand &p) {
  Array a = asarray(p);
  if (a.ndim() == 0) a = reshape(a, {1});
  if (a.ndim() != 1) fail<ShapeError>(fmt::format("{}: coefficients {} are not a vector", op, to_string(a.type())));
  return a;
}

// Both with as many coefficients, zeros in front.
std::pair<Array, Array> aligned(std::string_view op, const Operand &p, const Operand &q) {
  Array a = coefficients(op, p), b = coefficients(op, q);
  int64_t n = std::max(a.shape(0), b.shape(0));
  return {pad(a, {n - a.shape(0)}, {0}), pad(b, {n - b.shape(0)}, {0})};
}

}  // namespace

Array inner(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  if (x.ndim() == 0 || y.ndim() == 0) return x * y;
  need_equal("inner", x, y, x.shape(-1), y.shape(-1));
  return dot_general(x, y, {{x.ndim() - 1}, {y.ndim() - 1}, {}, {}});
}
Array vdot(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = ravel(a), y = ravel(b);
  need_equal("vdot", x, y, x.shape(0), y.shape(0));
  if (is_complex(x.dtype())) x = conj(x);
  return dot_general(x, y, {{0}, {0}, {}, {}});
}
Array vecdot(const Operand &a, const Operand &b, int64_t axis) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  int64_t i = normalize_axis("vecdot", axis, x.ndim()), j = normalize_axis("vecdot", axis, y.ndim());
  need_equal("vecdot", x, y, x.shape(i), y.shape(j));
  if (is_complex(x.dtype())) x = conj(x);
  x = moveaxis(x, i, -1), y = moveaxis(y, j, -1);
  return einsum("...i,...i->...", x, y);
}
Array matvec(const Operand &a, const Operand &x) {
  At at(a, x);
  return einsum("...mn,...n->...m", a, x);
}
Array vecmat(const Operand &x, const Operand &a) {
  At at(x, a);
  return einsum("...m,...mn->...n", x, a);
}

Array tensordot(const Operand &a, const Operand &b, int64_t axes) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  if (axes < 0 || axes > x.ndim() || axes > y.ndim())
    fail<ShapeError>(
        fmt::format("tensordot: {} dimensions of {} and {}", axes, to_string(x.type()), to_string(y.type())));
  std::vector<int64_t> left, right;
  for (int64_t i = 0; i < axes; ++i) left.push_back(x.ndim() - axes + i), right.push_back(i);
  return tensordot(x, y, left, right);
}
Array tensordot(const Operand &a, const Operand &b, const std::vector<int64_t> &a_axes,
                const std::vector<int64_t> &b_axes) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  if (a_axes.size() != b_axes.size())
    fail<ShapeError>(fmt::format("tensordot: {} axes with {}", a_axes.size(), b_axes.size()));
  DotDimensions d;
  for (size_t i = 0; i < a_axes.size(); ++i) {
    d.lhs_contracting.push_back(normalize_axis("tensordot", a_axes[i], x.ndim()));
    d.rhs_contracting.push_back(normalize_axis("tensordot", b_axes[i], y.ndim()));
    need_equal("tensordot", x, y, x.shape(d.lhs_contracting.back()), y.shape(d.rhs_contracting.back()));
  }
  return dot_general(x, y, d);
}
Array batch_matmul(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  bool equal = x.ndim() == y.ndim() && x.ndim() >= 2 &&
               std::equal(x.shape().begin(), x.shape().end() - 2, y.shape().begin(), y.shape().end() - 2);
  if (!equal)
    fail<ShapeError>(fmt::format("batch_matmul: the leading dimensions of {} and {} differ", to_string(x.type()),
                                 to_string(y.type())));
  return matmul(x, y);
}

Array kron(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  int64_t rank = std::max(x.ndim(), y.ndim());
  auto shape_of = [rank](const Array &v) {
    std::vector<int64_t> s(static_cast<size_t>(rank - v.ndim()), 1);
    s.insert(s.end(), v.shape().begin(), v.shape().end());
    return s;
  };
  std::vector<int64_t> xs = shape_of(x), ys = shape_of(y), outer, inner, flat;
  for (size_t i = 0; i < xs.size(); ++i) {
    outer.insert(outer.end(), {xs[i], 1});
    inner.insert(inner.end(), {1, ys[i]});
    flat.push_back(xs[i] * ys[i]);
  }
  return reshape(reshape(x, outer) * reshape(y, inner), flat);
}

Array cross(const Operand &a, const Operand &b, int64_t axis) {
  At at(a, b);
  auto last = [axis](const Array &v) { return moveaxis(v, normalize_axis("cross", axis, v.ndim()), -1); };
  Array x = last(asarray(a)), y = last(asarray(b));
  for (const Array &v : {x, y})
    if (v.shape(-1) != 2 && v.shape(-1) != 3)
      fail<ShapeError>(fmt::format("cross: vectors of {} components, not 2 or 3", v.shape(-1)));
  bool plane = x.shape(-1) == 2 && y.shape(-1) == 2;
  auto component = [](const Array &v, int64_t i) {
    return i < v.shape(-1) ? v[{ellipsis, i}] : zeros_like(v[{ellipsis, 0}]);
  };
  auto minor = [&](int64_t i, int64_t j) {
    return component(x, i) * component(y, j) - component(x, j) * component(y, i);
  };
  if (plane) return minor(0, 1);
  Array c = stack({minor(1, 2), minor(2, 0), minor(0, 1)}, -1);
  return moveaxis(c, -1, axis < 0 ? axis : axis - std::max(x.ndim(), y.ndim()));
}

// ---- polynomials

Array polyval(const Operand &p, const Operand &x) {
  At at(p, x);
  Array a = coefficients("polyval", p), v = asarray(x);
  DType dtype = promote_types(a.dtype(), v.dtype());
  Array y = zeros(v.shape(), dtype);
  for (int64_t i = 0; i < a.shape(0); ++i) y = y * v + a[i];
  return y;
}
Array polyadd(const Operand &p, const Operand &q) {
  At at(p, q);
  auto [a, b] = aligned("polyadd", p, q);
  return a + b;
}
Array polysub(const Operand &p, const Operand &q) {
  At at(p, q);
  auto [a, b] = aligned("polysub", p, q);
  return a - b;
}
Array polymul(const Operand &p, const Operand &q) {
  At at(p, q);
  return convolve(coefficients("polymul", p), coefficients("polymul", q));
}
std::pair<Array, Array> polydiv(const Operand &p, const Operand &q) {
  At at(p, q);
  Array a = detail::inexact(coefficients("polydiv", p)), b = detail::inexact(coefficients("polydiv", q));
  int64_t m = a.shape(0), n = b.shape(0);
  if (n == 0) fail<ShapeError>("polydiv: the divisor has no coefficient");
  if (m < n) return {zeros({1}, a.dtype()), a};
  // Long division: each step takes away the leading coefficient.
  Arrays quotient;
  for (int64_t i = 0; i <= m - n; ++i) {
    quotient.push_back(a[i] / b[0]);
    a = a.at(slice(i, i + n)).subtract(quotient.back() * b);
  }
  return {stack(quotient), a};
}
Array polyder(const Operand &p, int64_t m) {
  At at(p);
  Array a = coefficients("polyder", p);
  if (m < 0) fail<ShapeError>(fmt::format("polyder: {} times", m));
  for (; m > 0 && a.shape(0) > 0; --m) {
    int64_t n = a.shape(0) - 1;
    a = a[slice(0, n)] * astype(n - iota({n}, 0), a.dtype());
  }
  return a;
}
Array polyint(const Operand &p, int64_t m) {
  At at(p);
  Array a = detail::inexact(coefficients("polyint", p));
  if (m < 0) fail<ShapeError>(fmt::format("polyint: {} times", m));
  for (; m > 0; --m) {
    int64_t n = a.shape(0);
    a = pad(a / astype(n - iota({n}, 0), a.dtype()), {0}, {1});
  }
  return a;
}
Array polyfit(const Operand &x, const Operand &y, int64_t degree) {
  At at(x, y);
  if (degree < 0) fail<ShapeError>(fmt::format("polyfit: the degree is {}", degree));
  Array a = vander(detail::inexact(x), degree + 1), b = detail::inexact(y);
  if (b.ndim() < 1 || b.ndim() > 2 || b.shape(0) != a.shape(0))
    fail<ShapeError>(fmt::format("polyfit: {} at {} points", to_string(b.type()), a.shape(0)));
  // Columns of length 1, so that the powers' sizes do not matter.
  Array scale = sqrt(sum(square(a), 0));
  Array c = linalg::lstsq(a / scale, b).x;
  return c / (b.ndim() == 1 ? scale : expand_dims(scale, 1));
}
Array poly(const Operand &roots) {
  At at(roots);
  Array r = detail::inexact(roots);
  if (r.ndim() != 1) fail<ShapeError>(fmt::format("poly: {} is not a vector of roots", to_string(r.type())));
  Array y = ones({1}, r.dtype());
  for (int64_t i = 0; i < r.shape(0); ++i) y = pad(y, {0}, {1}) - pad(y, {1}, {0}) * r[i];
  return y;
}

}  // namespace fluxion

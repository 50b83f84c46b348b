// Eigenvalues and singular values by Jacobi's rotations: each makes one off-diagonal element, or one product of
// columns, zero, and sweeps over all pairs are repeated until nothing changes.
#include <numeric>

#include "codegen/reference/matrix.h"
#include "ir/ops/linalg.h"

namespace fluxion::codegen::reference {
namespace {

constexpr int kSweeps = 60;  // a handful do for any matrix; this is against endless loops
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Rotation {
  double c = 1, s = 0;
};

// The rotation that diagonalises [p q; q r] by the smaller angle.
Rotation rotationOf(double p, double q, double r) {
  const double theta = (r - p) / (2 * q), t = std::copysign(1, theta) / (std::fabs(theta) + std::hypot(1, theta));
  const double c = 1 / std::hypot(1, t);
  return {c, c * t};
}

void rotateColumns(Matrix &x, int64_t p, int64_t q, Rotation by) {
  for (int64_t i = 0; i < x.m; ++i) {
    const double a = x(i, p), b = x(i, q);
    x(i, p) = by.c * a - by.s * b;
    x(i, q) = by.s * a + by.c * b;
  }
}

void rotateRows(Matrix &x, int64_t p, int64_t q, Rotation by) {
  for (int64_t j = 0; j < x.n; ++j) {
    const double a = x(p, j), b = x(q, j);
    x(p, j) = by.c * a - by.s * b;
    x(q, j) = by.s * a + by.c * b;
  }
}

// Where the values are to be found so that they rise or fall.
std::vector<size_t> order(const std::vector<double> &values, bool falling) {
  std::vector<size_t> positions(values.size());
  std::iota(positions.begin(), positions.end(), 0);
  llvm::sort(positions, [&](size_t i, size_t j) {
    if (values[i] == values[j]) return i < j;
    return falling ? values[i] > values[j] : values[i] < values[j];
  });
  return positions;
}

struct Eigen {
  std::vector<double> w;
  Matrix v;
};

Eigen eigen(const Matrix &a) {
  const int64_t n = a.n;
  Matrix x = a, v = Matrix::identity(n, n);
  for (int64_t i = 0; i < n; ++i)
    for (int64_t j = i + 1; j < n; ++j) x(i, j) = a(j, i);
  if (!x.isFinite()) return {std::vector<double>(static_cast<size_t>(n), kNaN), Matrix(n, n, kNaN)};
  for (int sweep = 0; sweep < kSweeps; ++sweep)
    for (int64_t p = 0; p < n; ++p)
      for (int64_t q = p + 1; q < n; ++q) {
        if (std::fabs(x(p, q)) <= 1e-20 * (std::fabs(x(p, p)) + std::fabs(x(q, q)))) continue;
        const Rotation by = rotationOf(x(p, p), x(p, q), x(q, q));
        rotateColumns(x, p, q, by);
        rotateRows(x, p, q, by);
        x(p, q) = x(q, p) = 0;
        rotateColumns(v, p, q, by);
      }
  std::vector<double> diagonal;
  for (int64_t i = 0; i < n; ++i) diagonal.push_back(x(i, i));
  Eigen sorted{{}, Matrix(n, n)};
  for (auto [j, from] : llvm::enumerate(order(diagonal, false))) {
    sorted.w.push_back(diagonal[from]);
    for (int64_t i = 0; i < n; ++i) sorted.v(i, static_cast<int64_t>(j)) = v(i, static_cast<int64_t>(from));
  }
  return sorted;
}

double dot(const Matrix &x, int64_t i, int64_t j) {
  double sum = 0;
  for (int64_t r = 0; r < x.m; ++r) sum += x(r, i) * x(r, j);
  return sum;
}

// Column j of u as a unit vector orthogonal to the columns before it: the unit vector of which most is left.
void complete(Matrix &u, int64_t j) {
  double best = -1;
  std::vector<double> chosen;
  for (int64_t axis = 0; axis < u.m; ++axis) {
    std::vector<double> rest(static_cast<size_t>(u.m), 0);
    rest[static_cast<size_t>(axis)] = 1;
    for (int round = 0; round < 2; ++round)  // Gram and Schmidt, twice, since once may leave rounding errors
      for (int64_t k = 0; k < j; ++k) {
        double sum = 0;
        for (int64_t i = 0; i < u.m; ++i) sum += u(i, k) * rest[static_cast<size_t>(i)];
        for (int64_t i = 0; i < u.m; ++i) rest[static_cast<size_t>(i)] -= sum * u(i, k);
      }
    double length = 0;
    for (double r : rest) length = std::hypot(length, r);
    if (length <= best) continue;
    best = length;
    for (double &r : rest) r /= length;
    chosen = rest;
  }
  for (int64_t i = 0; i < u.m; ++i) u(i, j) = chosen[static_cast<size_t>(i)];
}

struct Svd {
  std::vector<double> s;
  Matrix u, v;
};

// Of a matrix with at least as many rows as columns, by Hestenes: rotates columns until all are orthogonal. u has
// `width` columns.
Svd tallSvd(Matrix x, int64_t width) {
  const int64_t n = x.n;
  Matrix v = Matrix::identity(n, n);
  for (int sweep = 0; sweep < kSweeps; ++sweep)
    for (int64_t p = 0; p < n; ++p)
      for (int64_t q = p + 1; q < n; ++q) {
        const double pp = dot(x, p, p), pq = dot(x, p, q), qq = dot(x, q, q);
        if (std::fabs(pq) <= 1e-16 * std::sqrt(pp * qq)) continue;
        const Rotation by = rotationOf(pp, pq, qq);
        rotateColumns(x, p, q, by);
        rotateColumns(v, p, q, by);
      }
  std::vector<double> lengths;
  double greatest = 0;
  for (int64_t j = 0; j < n; ++j) {
    lengths.push_back(std::sqrt(dot(x, j, j)));
    greatest = std::max(greatest, lengths.back());
  }
  Svd sorted{{}, Matrix(x.m, width), Matrix(n, n)};
  for (auto [to, from] : llvm::enumerate(order(lengths, true))) {
    const auto j = static_cast<int64_t>(to), k = static_cast<int64_t>(from);
    sorted.s.push_back(lengths[from]);
    for (int64_t i = 0; i < n; ++i) sorted.v(i, j) = v(i, k);
    if (lengths[from] <= greatest * 1e-300) {
      complete(sorted.u, j);
    } else {
      for (int64_t i = 0; i < x.m; ++i) sorted.u(i, j) = x(i, k) / lengths[from];
    }
  }
  for (int64_t j = n; j < width; ++j) complete(sorted.u, j);
  return sorted;
}

void svd(Batch &b, bool full) {
  const Matrix a = b.matrix(0);
  const int64_t k = std::min(a.m, a.n), us = full ? a.m : k, vs = full ? a.n : k;
  if (!a.isFinite()) {
    b.putNumbers(0, std::vector<double>(static_cast<size_t>(k), kNaN));
    b.put(1, Matrix(a.m, us, kNaN));
    b.put(2, Matrix(vs, a.n, kNaN));
    return;
  }
  const bool tall = a.m >= a.n;
  const Svd f = tall ? tallSvd(a, us) : tallSvd(a.transposed(), vs);
  b.putNumbers(0, f.s);
  b.put(1, tall ? f.u : f.v);
  b.put(2, (tall ? f.v : f.u).transposed());
}

}  // namespace

void addSpectral(Handlers &h) {
  h.add<ir::EighOp>([](mlir::Operation *op, Inputs in, const Evaluator &) {
    return forEachMatrix(op, in, [](Batch &b) {
      const Eigen f = eigen(b.matrix(0));
      b.putNumbers(0, f.w);
      b.put(1, f.v);
    });
  });
  h.add<ir::SvdOp>([](mlir::Operation *op, Inputs in, const Evaluator &) {
    const bool full = llvm::cast<ir::SvdOp>(op).getFullMatrices();
    return forEachMatrix(op, in, [&](Batch &b) { svd(b, full); });
  });
}

}  // namespace fluxion::codegen::reference

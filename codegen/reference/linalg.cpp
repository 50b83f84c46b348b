// Linear algebra by the textbook's algorithms, in f64: an oracle that shares nothing with LAPACK. Eigenvectors and
// singular vectors may differ from LAPACK's in sign, and in basis where values are equal.
#include "ir/ops/linalg.h"

#include <numeric>

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "codegen/reference/matrix.h"

namespace fluxion::codegen::reference {
namespace {

// Cholesky and Banachiewicz: row by row.
Matrix cholesky(const Matrix &a) {
  Matrix l(a.m, a.n);
  for (int64_t i = 0; i < a.n; ++i)
    for (int64_t j = 0; j <= i; ++j) {
      double sum = a(i, j);
      for (int64_t k = 0; k < j; ++k) sum -= l(i, k) * l(j, k);
      if (i == j && !(sum > 0)) return Matrix(a.m, a.n, std::numeric_limits<double>::quiet_NaN());
      l(i, j) = i == j ? std::sqrt(sum) : sum / l(j, j);
    }
  return l;
}

// Substitution: forwards where op(a) is lower, backwards where it is upper.
Matrix solveTriangular(ir::TriangularSolveOp op, const Matrix &a, const Matrix &b) {
  // From the right, x·op(a) = b: the same as op(a)ᵀ·xᵀ = bᵀ.
  const bool left = op.getLeftSide(), transposed = op.getTransposeA() == left, forwards = op.getLower() != transposed;
  Matrix x = left ? b : b.transposed();
  const int64_t n = a.n;
  for (int64_t column = 0; column < x.n; ++column)
    for (int64_t step = 0; step < n; ++step) {
      const int64_t i = forwards ? step : n - 1 - step;
      double sum = x(i, column);
      for (int64_t earlier = 0; earlier < step; ++earlier) {
        const int64_t j = forwards ? earlier : n - 1 - earlier;
        sum -= (transposed ? a(j, i) : a(i, j)) * x(j, column);
      }
      x(i, column) = op.getUnitDiagonal() ? sum : sum / a(i, i);
    }
  return left ? x : x.transposed();
}

struct Lu {
  Matrix lu;
  std::vector<int64_t> pivots, permutation;
};

// Doolittle, with the greatest element of the column for a pivot.
Lu factorLu(const Matrix &a) {
  Lu f{a, {}, std::vector<int64_t>(static_cast<size_t>(a.m))};
  std::iota(f.permutation.begin(), f.permutation.end(), 0);
  for (int64_t k = 0; k < std::min(a.m, a.n); ++k) {
    int64_t pivot = k;
    for (int64_t i = k + 1; i < a.m; ++i)
      if (std::fabs(f.lu(i, k)) > std::fabs(f.lu(pivot, k))) pivot = i;
    f.pivots.push_back(pivot);
    std::swap(f.permutation[static_cast<size_t>(k)], f.permutation[static_cast<size_t>(pivot)]);
    for (int64_t j = 0; j < a.n; ++j) std::swap(f.lu(k, j), f.lu(pivot, j));
    if (f.lu(k, k) == 0) continue;  // the column is zero already
    for (int64_t i = k + 1; i < a.m; ++i) {
      f.lu(i, k) /= f.lu(k, k);
      for (int64_t j = k + 1; j < a.n; ++j) f.lu(i, j) -= f.lu(i, k) * f.lu(k, j);
    }
  }
  return f;
}

struct Reflections {
  Matrix packed;
  std::vector<double> taus;
};

// Reflection k maps column k to a multiple of the unit vector, of the sign that loses no digits. LAPACK's conventions.
Reflections factorHouseholder(const Matrix &a) {
  Reflections f{a, {}};
  Matrix &x = f.packed;
  for (int64_t k = 0; k < std::min(a.m, a.n); ++k) {
    double below = 0;
    for (int64_t i = k + 1; i < a.m; ++i) below = std::hypot(below, x(i, k));
    const double length = std::copysign(std::hypot(x(k, k), below), x(k, k));
    f.taus.push_back(below == 0 ? 0 : (length + x(k, k)) / length);
    if (below == 0) continue;
    for (int64_t i = k + 1; i < a.m; ++i) x(i, k) /= x(k, k) + length;
    x(k, k) = -length;
    for (int64_t j = k + 1; j < a.n; ++j) {
      double sum = x(k, j);
      for (int64_t i = k + 1; i < a.m; ++i) sum += x(i, k) * x(i, j);
      x(k, j) -= f.taus.back() * sum;
      for (int64_t i = k + 1; i < a.m; ++i) x(i, j) -= f.taus.back() * sum * x(i, k);
    }
  }
  return f;
}

// The first `columns` columns of the product.
Matrix multiplyHouseholder(const Matrix &packed, const std::vector<double> &taus, int64_t columns) {
  Matrix q = Matrix::identity(packed.m, columns);
  for (int64_t k = static_cast<int64_t>(taus.size()) - 1; k >= 0; --k)
    for (int64_t j = 0; j < columns; ++j) {
      double sum = q(k, j);
      for (int64_t i = k + 1; i < q.m; ++i) sum += packed(i, k) * q(i, j);
      sum *= taus[static_cast<size_t>(k)];
      q(k, j) -= sum;
      for (int64_t i = k + 1; i < q.m; ++i) q(i, j) -= sum * packed(i, k);
    }
  return q;
}

Matrix upperPart(const Matrix &packed, int64_t rows) {
  Matrix r(rows, packed.n);
  for (int64_t i = 0; i < std::min(rows, packed.m); ++i)
    for (int64_t j = i; j < packed.n; ++j) r(i, j) = packed(i, j);
  return r;
}

void addTriangular(Handlers &h) {
  h.add<ir::CholeskyOp>([](mlir::Operation *op, Inputs in, const Evaluator &) {
    return forEachMatrix(op, in, [](Batch &b) { b.put(0, cholesky(b.matrix(0))); });
  });
  h.add<ir::TriangularSolveOp>([](mlir::Operation *op, Inputs in, const Evaluator &) {
    auto solve = llvm::cast<ir::TriangularSolveOp>(op);
    return forEachMatrix(op, in, [&](Batch &b) { b.put(0, solveTriangular(solve, b.matrix(0), b.matrix(1))); });
  });
  h.add<ir::LuOp>([](mlir::Operation *op, Inputs in, const Evaluator &) {
    return forEachMatrix(op, in, [](Batch &b) {
      const Lu f = factorLu(b.matrix(0));
      b.put(0, f.lu);
      b.putIntegers(1, f.pivots);
      b.putIntegers(2, f.permutation);
    });
  });
}

void addHouseholder(Handlers &h) {
  h.add<ir::QrOp>([](mlir::Operation *op, Inputs in, const Evaluator &) {
    const bool full = llvm::cast<ir::QrOp>(op).getFullMatrices();
    return forEachMatrix(op, in, [&](Batch &b) {
      const Reflections f = factorHouseholder(b.matrix(0));
      const int64_t inner = full ? f.packed.m : std::min(f.packed.m, f.packed.n);
      b.put(0, multiplyHouseholder(f.packed, f.taus, inner));
      b.put(1, upperPart(f.packed, inner));
    });
  });
  h.add<ir::HouseholderQrOp>([](mlir::Operation *op, Inputs in, const Evaluator &) {
    return forEachMatrix(op, in, [](Batch &b) {
      const Reflections f = factorHouseholder(b.matrix(0));
      b.put(0, f.packed);
      b.putNumbers(1, f.taus);
    });
  });
  h.add<ir::HouseholderProductOp>([](mlir::Operation *op, Inputs in, const Evaluator &) {
    return forEachMatrix(op, in, [](Batch &b) {
      const Matrix packed = b.matrix(0);
      b.put(0, multiplyHouseholder(packed, b.numbers(1), packed.n));
    });
  });
}

}  // namespace

void addLinalg(Handlers &h) {
  addTriangular(h);
  addHouseholder(h);
  addSpectral(h);
}

}  // namespace fluxion::codegen::reference

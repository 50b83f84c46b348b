// Matrices of doubles, and the batch of them in the operands and results of an op.
#pragma once
#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"

namespace fluxion::codegen::reference {

struct Matrix {
  int64_t m, n;
  std::vector<double> x;  // row-major

  Matrix(int64_t rows, int64_t columns, double fill = 0)
      : m(rows), n(columns), x(static_cast<size_t>(rows * columns), fill) {}
  static Matrix identity(int64_t rows, int64_t columns) {
    Matrix y(rows, columns);
    for (int64_t i = 0; i < std::min(rows, columns); ++i) y(i, i) = 1;
    return y;
  }
  double &operator()(int64_t i, int64_t j) { return x[static_cast<size_t>(i * n + j)]; }
  double operator()(int64_t i, int64_t j) const { return x[static_cast<size_t>(i * n + j)]; }
  Matrix transposed() const {
    Matrix y(n, m);
    for (int64_t i = 0; i < m; ++i)
      for (int64_t j = 0; j < n; ++j) y(j, i) = (*this)(i, j);
    return y;
  }
  bool isFinite() const {
    return llvm::all_of(x, [](double e) { return std::isfinite(e); });
  }
};

/// One index of the batch: element `index` of each operand and result.
class Batch {
 public:
  Batch(Inputs in, std::vector<HostArray> &out, int64_t index) : in_(in), out_(out), index_(index) {}
  Matrix matrix(size_t operand) const;
  std::vector<double> numbers(size_t operand) const;  // of a batch of vectors
  void put(size_t result, const Matrix &y) { putNumbers(result, y.x); }
  void putNumbers(size_t result, llvm::ArrayRef<double> y);
  void putIntegers(size_t result, llvm::ArrayRef<int64_t> y);

 private:
  Inputs in_;
  std::vector<HostArray> &out_;
  int64_t index_;
};

/// The results of an op whose first operand is a batch of matrices.
Arrays forEachMatrix(mlir::Operation *op, Inputs in, llvm::function_ref<void(Batch &)> f);

/// Eigenvalues and singular values: Jacobi's methods.
void addSpectral(Handlers &handlers);

}  // namespace fluxion::codegen::reference

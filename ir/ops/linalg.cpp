// Types of factorisations and triangular solves.
#include "ir/ops/linalg.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/linalg.cpp.inc"

namespace fluxion::ir {

using llvm::ArrayRef;
using mlir::emitOptionalError;
using mlir::failed;
using mlir::failure;
using mlir::LogicalResult;
using mlir::success;

namespace {

LogicalResult checkMatrix(Loc loc, llvm::StringRef op, Tensor a) {
  if (a.getRank() < 2) return emitOptionalError(loc, op, ": ", str(a), " is no matrix: it has no two dimensions");
  if (!a.getElementType().isF32() && !a.getElementType().isF64())
    return emitOptionalError(loc, op, ": matrices of f32 and f64 can be factorised, not ", str(a));
  return success();
}

LogicalResult checkSquare(Loc loc, llvm::StringRef op, Tensor a) {
  if (failed(checkMatrix(loc, op, a))) return failure();
  ArrayRef<int64_t> shape = a.getShape();
  if (shape.back() != shape[shape.size() - 2])
    return emitOptionalError(loc, op, ": the matrix is not square: ", str(a), " (", shape[shape.size() - 2], " vs ",
                             shape.back(), ")");
  return success();
}

// A matrix type by its parts.
struct Matrix {
  ArrayRef<int64_t> batch;
  int64_t m, n, k;
  mlir::Type element;

  explicit Matrix(Tensor a)
      : batch(a.getShape().drop_back(2)),
        m(a.getShape()[batch.size()]),
        n(a.getShape().back()),
        k(std::min(m, n)),
        element(a.getElementType()) {}
  /// A type with this batch.
  Tensor with(ArrayRef<int64_t> shape, mlir::Type e = {}) const {
    Sizes all(batch);
    llvm::append_range(all, shape);
    return Tensor::get(all, e ? e : element);
  }
};

// Square factors may be far larger than the matrix.
LogicalResult append(Loc loc, llvm::StringRef op, Types &types, ArrayRef<Tensor> results) {
  for (Tensor t : results) {
    if (failed(checkShape(loc, op, t.getShape()))) return failure();
    types.push_back(t);
  }
  return success();
}

}  // namespace

LogicalResult CholeskyOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  if (failed(checkSquare(loc, "cholesky", tensorOf(a.getA().getType())))) return failure();  // C1
  types.push_back(a.getA().getType());
  return success();
}

LogicalResult TriangularSolveOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor adaptor, Types &types) {
  auto a = tensorOf(adaptor.getA().getType()), b = tensorOf(adaptor.getB().getType());
  if (failed(checkSquare(loc, "triangular_solve", a))) return failure();  // C1
  bool fits = b.getRank() == a.getRank() && b.getElementType() == a.getElementType() &&
              b.getShape().drop_back(2) == a.getShape().drop_back(2) &&
              b.getDimSize(b.getRank() - (adaptor.getLeftSide() ? 2 : 1)) == a.getShape().back();
  if (!fits)  // C2
    return emitOptionalError(loc, "triangular_solve: ", str(b), " does not fit the triangular matrix ", str(a), " on ",
                             adaptor.getLeftSide() ? "its left" : "its right");
  types.push_back(b);
  return success();
}

LogicalResult LuOp::inferReturnTypes(mlir::MLIRContext *context, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getA().getType());
  if (failed(checkMatrix(loc, "lu", x))) return failure();  // C1
  Matrix matrix(x);
  auto i32 = mlir::IntegerType::get(context, 32);
  types.append({x, matrix.with({matrix.k}, i32), matrix.with({matrix.m}, i32)});
  return success();
}

LogicalResult QrOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getA().getType());
  if (failed(checkMatrix(loc, "qr", x))) return failure();  // C1
  Matrix matrix(x);
  int64_t inner = a.getFullMatrices() ? matrix.m : matrix.k;
  return append(loc, "qr", types, {matrix.with({matrix.m, inner}), matrix.with({inner, matrix.n})});
}

LogicalResult HouseholderQrOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getA().getType());
  if (failed(checkMatrix(loc, "householder_qr", x))) return failure();  // C1
  types.append({x, Matrix(x).with({Matrix(x).k})});
  return success();
}

LogicalResult HouseholderProductOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor adaptor, Types &types) {
  auto a = tensorOf(adaptor.getA().getType()), taus = tensorOf(adaptor.getTaus().getType());
  if (failed(checkMatrix(loc, "householder_product", a))) return failure();
  Matrix matrix(a);
  bool fits = taus.getRank() == a.getRank() - 1 && taus.getElementType() == a.getElementType() &&
              taus.getShape().drop_back() == matrix.batch && matrix.m >= matrix.n && matrix.n >= taus.getShape().back();
  if (!fits)  // C1, C2
    return emitOptionalError(loc, "householder_product: there are no reflections in ", str(a), " with factors ",
                             str(taus));
  types.push_back(a);
  return success();
}

LogicalResult EighOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getA().getType());
  if (failed(checkSquare(loc, "eigh", x))) return failure();  // C1
  types.append({Matrix(x).with({Matrix(x).n}), x});
  return success();
}

LogicalResult SvdOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto x = tensorOf(a.getA().getType());
  if (failed(checkMatrix(loc, "svd", x))) return failure();  // C1
  Matrix matrix(x);
  bool full = a.getFullMatrices();
  return append(loc, "svd", types,
                {matrix.with({matrix.k}), matrix.with({matrix.m, full ? matrix.m : matrix.k}),
                 matrix.with({full ? matrix.n : matrix.k, matrix.n})});
}

}  // namespace fluxion::ir

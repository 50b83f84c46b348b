// Linear algebra: StableHLO's two ops, and the custom calls of LAPACK in which JAX writes the rest for the CPU. These
// name their options by LAPACK's letters ('L', 'U', 'N', …) and have a status for their last result, which is 0 here:
// where a factorisation fails its numbers are NaN, as JAX makes them by that status.
#include "ir/ops/linalg.h"

#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

mlir::Value transposed(Importer &in, mlir::Value x) {
  Sizes order = llvm::to_vector<6>(llvm::seq<int64_t>(0, tensorType(x).getRank()));
  std::swap(order[order.size() - 2], order.back());
  return in.emit("fx.transpose", {x}, {{"permutation", in.list(order)}});
}

void expectMatrix(mlir::Operation *op, mlir::Value x) {
  if (tensorType(x).getRank() < 2) Importer::refuse(op, str(x.getType()) + " is no matrix");
}

// a = uᵀ·u for the upper factor: the lower one of the transposed matrix, of which the upper triangle is read.
mlir::Value factor(Importer &in, mlir::Value a, bool lower) {
  return lower ? in.emit("fx.cholesky", {a}) : transposed(in, in.emit("fx.cholesky", {transposed(in, a)}));
}

mlir::Value solve(Importer &in, Inputs x, bool left, bool lower, bool unit, bool transpose) {
  return in.emit("fx.triangular_solve", x,
                 {{"left_side", in.flag(left)},
                  {"lower", in.flag(lower)},
                  {"unit_diagonal", in.flag(unit)},
                  {"transpose_a", in.flag(transpose)}});
}

Values cholesky(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  expectMatrix(op, x[0]);
  return {factor(in, x[0], boolean(op, "lower", false))};
}

Values triangularSolve(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  const llvm::StringRef how = keyword(op, "transpose_a");
  if (how != "NO_TRANSPOSE" && how != "TRANSPOSE" && how != "ADJOINT")
    in.refuse(op, "triangular_solve: 'transpose_a' is missing");
  const bool transpose = how != "NO_TRANSPOSE";  // real matrices: the adjoint is the transpose
  return {solve(in, x, boolean(op, "left_side", true), boolean(op, "lower", false), boolean(op, "unit_diagonal", false),
                transpose)};
}

// ---- LAPACK

// The letter under that name, one of `letters`, in the call's configuration, which JAX has in one of two places.
char option(mlir::Operation *op, llvm::StringRef name, llvm::StringRef letters) {
  for (const char *place : {"mhlo.backend_config", "backend_config"})
    if (auto options = llvm::dyn_cast_if_present<mlir::DictionaryAttr>(attribute(op, place)))
      if (auto letter = llvm::dyn_cast_if_present<mlir::IntegerAttr>(options.get(name)))
        for (char c : letters)
          if (letter.getValue() == static_cast<uint64_t>(c)) return c;
  Importer::refuse(op, "the call does not say '" + name + "'");
}

mlir::Value success(Importer &in, mlir::Operation *op) { return in.splat(resultType(op, op->getNumResults() - 1), 0); }

Values potrf(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1, 2);
  expectMatrix(op, x[0]);
  return {factor(in, x[0], option(op, "uplo", "LU") == 'L'), success(in, op)};
}

Values trsm(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  return {solve(in, x, option(op, "side", "LR") == 'L', option(op, "uplo", "LU") == 'L',
                option(op, "diag", "UN") == 'U', option(op, "trans_x", "NTC") != 'N')};
}

Values getrf(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1, 3);
  Values f = in.emitMany("fx.lu", x);
  mlir::Value counted = in.emit("fx.add", {f[1], in.splat(tensorType(f[1]), 1)});  // LAPACK counts from 1
  return {f[0], counted, success(in, op)};
}

Values geqrf(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1, 2);
  return in.emitMany("fx.householder_qr", x);
}

Values orgqr(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  return {in.emit("fx.householder_product", x)};
}

Values syevd(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1, 3);
  expectMatrix(op, x[0]);
  Values f = in.emitMany("fx.eigh", {option(op, "uplo", "LU") == 'L' ? x[0] : transposed(in, x[0])});
  return {f[1], f[0], success(in, op)};
}

// The first result is the operand's memory, in which nothing of use is left.
Values gesdd(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1, 5);
  Values f = in.emitMany("fx.svd", x, {{"full_matrices", in.flag(option(op, "mode", "ASN") != 'S')}});
  return {x[0], f[0], f[1], f[2], success(in, op)};
}

}  // namespace

void addLinalgRules(Rules &rules) {
  rules["stablehlo.cholesky"] = cholesky;
  rules["stablehlo.triangular_solve"] = triangularSolve;
  for (const char *precision : {"s", "d"}) {
    auto add = [&](const char *name, Rule rule) {
      rules[("custom_call lapack_" + llvm::Twine(precision) + name + "_ffi").str()] = std::move(rule);
    };
    add("potrf", potrf);
    add("trsm", trsm);
    add("getrf", getrf);
    add("geqrf", geqrf);
    add("orgqr", orgqr);
    add("syevd", syevd);
    add("gesdd", gesdd);
  }
}

}  // namespace fluxion::ir::stablehlo

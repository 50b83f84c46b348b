// Linear algebra: StableHLO's two ops, and calls of LAPACK as JAX makes them on the CPU.
// (JAX finds these only in a process that has called a function of its own linear algebra: that is when it loads
// LAPACK.)
#include "ir/ops/linalg.h"
#include "ir/stablehlo/exporter.h"

namespace fluxion::ir::stablehlo {
namespace {

using Operands = llvm::ArrayRef<Ref>;

Tensor tensor(const Ref &x) { return llvm::cast<Tensor>(x.type); }
Tensor integers(Exporter &ex, llvm::ArrayRef<int64_t> shape) {
  return Tensor::get(shape, mlir::IntegerType::get(ex.context(), 32));
}

Ref iota(Exporter &ex, Tensor type, int64_t dimension) {
  return ex.writeOne("stablehlo.iota", {}, "iota_dimension = " + std::to_string(dimension) + " : i64", type);
}

// ---- calls

// Matrices are passed by columns, all else row-major.
std::string layout(mlir::Type type, bool matrix) {
  const int64_t rank = llvm::cast<Tensor>(type).getRank();
  Sizes minorToMajor;
  for (int64_t d = rank - 1; d >= 0; --d) minorToMajor.push_back(d);
  if (matrix) std::swap(minorToMajor[0], minorToMajor[1]);
  if (rank == 0) return "dense<> : tensor<0xindex>";
  return "dense<" + brackets(minorToMajor) + "> : tensor<" + std::to_string(rank) + "xindex>";
}

std::string layouts(mlir::TypeRange types, int64_t matrixRank) {
  std::string all;
  for (mlir::Type t : types)
    all += (all.empty() ? "" : ", ") + layout(t, llvm::cast<Tensor>(t).getRank() == matrixRank);
  return "[" + all + "]";
}

// `routine` in the precision of the first operand. `options` are letters: {uplo = 76 : ui8}.
Refs lapack(Exporter &ex, const std::string &routine, const std::string &options, Operands x, mlir::TypeRange results) {
  const Tensor a = tensor(x[0]);
  llvm::SmallVector<mlir::Type> operands;
  for (const Ref &r : x) operands.push_back(r.type);
  return ex.write("stablehlo.custom_call", x,
                  "api_version = 4 : i32, backend_config = {" + options + "}, call_target_name = \"lapack_" +
                      (a.getElementType().isF32() ? "s" : "d") + routine + "_ffi\", operand_layouts = " +
                      layouts(operands, a.getRank()) + ", result_layouts = " + layouts(results, a.getRank()),
                  results);
}

std::string letter(const char *name, char value) {
  return std::string(name) + " = " + std::to_string(value) + " : ui8";
}

/// The type of a status: an i32 for each matrix.
Tensor status(Exporter &ex, Tensor a) { return integers(ex, a.getShape().drop_back(2)); }

// ---- triangles

// x on and below the diagonal, or on and above it; zero elsewhere.
Ref triangle(Exporter &ex, const Ref &x, const char *direction) {
  const Tensor type = integers(ex, tensor(x).getShape());
  Ref rows = iota(ex, type, type.getRank() - 2), columns = iota(ex, type, type.getRank() - 1);
  return ex.select(ex.compare(direction, rows, columns), x, ex.constant(tensor(x), 0));
}

Refs cholesky(Exporter &ex, mlir::Operation *, Operands x) {
  return {triangle(ex, ex.writeOne("stablehlo.cholesky", x, "lower = true", x[0].type), "GE")};
}

Refs triangularSolve(Exporter &ex, mlir::Operation *op, Operands x) {
  auto s = llvm::cast<TriangularSolveOp>(op);
  auto flag = [](bool b) { return b ? "true" : "false"; };
  return ex.write("stablehlo.triangular_solve", x,
                  std::string("left_side = ") + flag(s.getLeftSide()) + ", lower = " + flag(s.getLower()) +
                      ", unit_diagonal = " + flag(s.getUnitDiagonal()) + ", transpose_a = #stablehlo<transpose " +
                      (s.getTransposeA() ? "TRANSPOSE" : "NO_TRANSPOSE") + ">",
                  op->getResultTypes());
}

// ---- LU

// x[…, i] as […, 1].
Ref element(Exporter &ex, const Ref &x, const Ref &i) {
  Sizes one(tensor(x).getShape());
  one.back() = 1;
  Refs operands{x};
  for (size_t d = 1; d < one.size(); ++d) operands.push_back(ex.constant(tensor(i), 0));
  operands.push_back(i);
  return ex.writeOne("stablehlo.dynamic_slice", operands, "slice_sizes = " + array(one),
                     Tensor::get(one, tensor(x).getElementType()));
}

Ref along(Exporter &ex, const Ref &x, Tensor type) {
  Sizes dims = llvm::to_vector<6>(llvm::seq<int64_t>(0, type.getRank()));
  return ex.writeOne("stablehlo.broadcast_in_dim", {x}, "broadcast_dimensions = " + array(dims), type);
}

Ref sumLast(Exporter &ex, const Ref &x) {
  const Tensor scalar = ex.scalarOf(x.type);
  std::string body =
      ex.region({scalar, scalar}, [&](Operands a) -> Refs { return {ex.binary("stablehlo.add", a[0], a[1])}; });
  const int64_t last = tensor(x).getRank() - 1;
  return ex.write("stablehlo.reduce", {x, ex.constant(scalar, 0)}, "dimensions = " + array({last}),
                  {Tensor::get(tensor(x).getShape().drop_back(), tensor(x).getElementType())}, {body})[0];
}

// The rows after all exchanges: a loop that exchanges elements i and pivots[i].
Ref permutation(Exporter &ex, const Ref &pivots, Tensor type) {
  const int64_t steps = tensor(pivots).getShape().back();
  const Tensor counter = integers(ex, {});
  Ref positions = iota(ex, type, type.getRank() - 1);
  std::string condition = ex.region({counter, type}, [&](Operands a) -> Refs {
    return {ex.compare("LT", a[0], ex.constant(counter, static_cast<double>(steps)))};
  });
  std::string body = ex.region({counter, type}, [&](Operands a) -> Refs {
    const Ref &i = a[0], &rows = a[1];
    Ref mine = element(ex, rows, i);
    Ref chosen = ex.compare("EQ", positions, along(ex, element(ex, pivots, i), type));
    Ref theirs = sumLast(ex, ex.select(chosen, rows, ex.constant(type, 0)));
    Refs update{ex.select(chosen, along(ex, mine, type), rows),
                ex.writeOne("stablehlo.reshape", {theirs}, "", mine.type)};
    for (int64_t d = 1; d < type.getRank(); ++d) update.push_back(ex.constant(counter, 0));
    update.push_back(i);
    return {ex.binary("stablehlo.add", i, ex.constant(counter, 1)),
            ex.writeOne("stablehlo.dynamic_update_slice", update, "", type)};
  });
  return ex.write("stablehlo.while", {ex.constant(counter, 0), positions}, "", {counter, type}, {condition, body})[1];
}

Refs lu(Exporter &ex, mlir::Operation *op, Operands x) {
  auto f = llvm::cast<LuOp>(op);
  mlir::Type pivots = f.getPivots().getType();
  Refs raw = lapack(ex, "getrf", "", x, {x[0].type, pivots, status(ex, tensor(x[0]))});
  Ref from0 = ex.binary("stablehlo.subtract", raw[1], ex.constant(llvm::cast<Tensor>(pivots), 1));
  auto rows = llvm::cast<Tensor>(f.getPermutation().getType());
  Ref order = f.getPermutation().use_empty() ? iota(ex, rows, rows.getRank() - 1) : permutation(ex, from0, rows);
  return {raw[0], from0, order};
}

// ---- QR

Refs householderQr(Exporter &ex, mlir::Operation *op, Operands x) {
  return lapack(ex, "geqrf", "", x, op->getResultTypes());
}

Refs householderProduct(Exporter &ex, mlir::Operation *op, Operands x) {
  return lapack(ex, "orgqr", "", x, op->getResultTypes());
}

// The first rows and columns of a matrix.
Ref corner(Exporter &ex, const Ref &x, Tensor type) {
  if (x.type == type) return x;
  Sizes zeros(static_cast<size_t>(type.getRank()), 0), ones(zeros.size(), 1);
  return ex.writeOne(
      "stablehlo.slice", {x},
      "start_indices = " + array(zeros) + ", limit_indices = " + array(type.getShape()) + ", strides = " + array(ones),
      type);
}

// Zeros behind the columns of a matrix.
Ref widened(Exporter &ex, const Ref &x, Tensor type) {
  if (x.type == type) return x;
  Sizes none(static_cast<size_t>(type.getRank()), 0), high(none);
  high.back() = type.getShape().back() - tensor(x).getShape().back();
  return ex.writeOne("stablehlo.pad", {x, ex.constant(ex.scalarOf(x.type), 0)},
                     "edge_padding_low = " + array(none) + ", edge_padding_high = " + array(high) +
                         ", interior_padding = " + array(none),
                     type);
}

Refs qr(Exporter &ex, mlir::Operation *op, Operands x) {
  auto f = llvm::cast<QrOp>(op);
  auto q = llvm::cast<Tensor>(f.getQ().getType()), r = llvm::cast<Tensor>(f.getR().getType());
  const Tensor a = tensor(x[0]);
  Sizes taus(a.getShape().drop_back());
  taus.back() = std::min(a.getShape().back(), taus.back());
  Refs packed = lapack(ex, "geqrf", "", x, {a, Tensor::get(taus, a.getElementType())});
  Ref reflections = q.getShape().back() > a.getShape().back() ? widened(ex, packed[0], q) : corner(ex, packed[0], q);
  return {lapack(ex, "orgqr", "", {reflections, packed[1]}, {q})[0], triangle(ex, corner(ex, packed[0], r), "LE")};
}

// ---- eigenvalues and singular values. JAX makes NaN of what the status says has failed; LAPACK here gets finite
// matrices, or answers with NaN.

Refs eigh(Exporter &ex, mlir::Operation *op, Operands x) {
  Refs raw = lapack(ex, "syevd", letter("mode", 'V') + ", " + letter("uplo", 'L'), x,
                    {x[0].type, op->getResult(0).getType(), status(ex, tensor(x[0]))});
  return {raw[1], raw[0]};
}

Refs svd(Exporter &ex, mlir::Operation *op, Operands x) {
  const char mode = llvm::cast<SvdOp>(op).getFullMatrices() ? 'A' : 'S';
  Refs raw = lapack(ex, "gesdd", letter("mode", mode), x,
                    {x[0].type, op->getResult(0).getType(), op->getResult(1).getType(), op->getResult(2).getType(),
                     status(ex, tensor(x[0]))});
  return {raw[1], raw[2], raw[3]};
}

}  // namespace

void addLinalgRules(ExportRules &rules) {
  rules[CholeskyOp::getOperationName()] = cholesky;
  rules[TriangularSolveOp::getOperationName()] = triangularSolve;
  rules[LuOp::getOperationName()] = lu;
  rules[HouseholderQrOp::getOperationName()] = householderQr;
  rules[HouseholderProductOp::getOperationName()] = householderProduct;
  rules[QrOp::getOperationName()] = qr;
  rules[EighOp::getOperationName()] = eigh;
  rules[SvdOp::getOperationName()] = svd;
}

}  // namespace fluxion::ir::stablehlo

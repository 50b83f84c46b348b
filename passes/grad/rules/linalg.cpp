// Derivatives of linear algebra. The formulas are those of JAX's rules; where they come from is said beside each.
// Below, Xᵀ is the transposed matrix, solve(a, b) is a⁻¹·b, and all are batches.
#include "ir/ops/linalg.h"
#include "passes/grad/rules/matrices.h"

namespace fluxion::passes {

using ir::Sizes;
using ir::Tensor;

namespace {

// ---- Cholesky, triangular systems and LU

// dl = l·φ(l⁻¹·da·l⁻ᵀ), φ the lower triangle with half the diagonal (Murray 2016, "Differentiation of the Cholesky
// decomposition"). As in JAX, all of da counts, though a's upper triangle is not read: both are taken to be symmetric.
Value choleskyTangent(ir::CholeskyOp op, Tangents t, Emit &e) {
  Value l = op.getL();
  Value right = Solve{.left = false, .transposed = true}(l, t[0], e);
  Value both = lower(Solve{}(l, right, e), 0, e);
  return multiply(l, e.mul(both, diagonal(l, 0.5, 1, e)), e);
}

Solve like(ir::TriangularSolveOp op) {
  return {op.getLeftSide(), op.getLower(), op.getUnitDiagonal(), op.getTransposeA()};
}

// a·x = b: dx = a⁻¹·(db − da·x)
Value triangularSolveTangent(ir::TriangularSolveOp op, Tangents t, Emit &e) {
  int64_t unit = op.getUnitDiagonal() ? 1 : 0;
  Value da = op.getLower() ? lower(t[0], -unit, e) : upper(t[0], unit, e);
  Value change = op.getLeftSide() ? multiply(da, op.getX(), e, op.getTransposeA() ? kLeft : kNeither)
                                  : multiply(op.getX(), da, e, op.getTransposeA() ? kRight : kNeither);
  return like(op)(op.getA(), e.sub(t[1], change), e);
}

// l·u = p·a: with m = l⁻¹·(p·da)·u⁻¹, dl = l·tril(m, −1) and du = triu(m)·u (de Hoog, Anderssen & Lukas 2011,
// "Differentiation of matrix functionals using triangular factorization"). l and u are completed to square matrices.
Derivative luTangent(ir::LuOp op, Tangents t, Emit &e) {
  Value lu = op.getLu();
  int64_t m = rowsOf(lu), n = columnsOf(lu), k = std::min(m, n);
  Value l = padded(lower(block(lu, 0, m, 0, k, e), -1, e), m, m, e);
  l = e.add(l, identity(l, e));
  Value u = upper(block(lu, 0, k, 0, n, e), 0, e);
  if (k < n) {  // ones in the diagonal where u has no row
    Sizes shape(ir::shapeOf(u));
    shape[shape.size() - 2] = n - k;
    Value none = e.zeros(Tensor::get(shape, ir::elementType(u)));
    Value ones = e.select(where(none, Comparison::EQ, k, e), e.like(none, 1), none);
    u = e.concatenate({u, ones}, rankOf(u) - 2);
  }
  Value middle = Solve{.unit = true}(l, permutedRows(t[0], op.getPermutation(), e), e);
  middle = Solve{.left = false, .lower = false}(u, middle, e);
  Value dl = multiply(l, lower(middle, -1, e), e), du = multiply(upper(middle, 0, e), u, e);
  return {{e.add(dl, du), Value(), Value()}};
}

// ---- QR

// a = [a₁ a₂] = q·[r₁ r₂]: a₁ as above, and r₂ = qᵀ·a₂
Derivative wideQr(ir::QrOp op, Value da, Emit &e) {
  int64_t m = rowsOf(da), n = columnsOf(da), rest = n - m;
  Value a2 = block(op.getA(), 0, m, m, rest, e);
  auto [dq, dr1] = thinQr(op.getQ(), block(op.getR(), 0, m, 0, m, e), block(da, 0, m, 0, m, e), e);
  Value dr2 = e.add(multiply(dq, a2, e, kLeft), multiply(op.getQ(), block(da, 0, m, m, rest, e), e, kLeft));
  return {{dq, e.concatenate({dr1, dr2}, rankOf(da) - 1)}};
}

// The columns of q that complete it depend on the reflections. With q in blocks [nn np; pn pp], z = pn·(nn − 1)⁻¹ and
// the derivative of the first columns, that of the others is dq₁·zᵀ − (q₁ + q₂·z)·(dpn − z·dnn)ᵀ (arXiv 2409.13374).
Value completedQ(Value q, Value dq, int64_t n, Emit &e) {
  int64_t m = rowsOf(q), p = m - n;
  Value q1 = block(q, 0, m, 0, n, e), q2 = block(q, 0, m, n, p, e), nn = block(q, 0, n, 0, n, e);
  auto lu = ir::LuOp::create(e.builder, e.loc, transposed(e.sub(nn, identity(nn, e)), e));
  Value right = permutedRows(transposed(block(q, n, p, 0, n, e), e), lu.getPermutation(), e);
  Value zt = Solve{.lower = false}(lu.getLu(), Solve{.unit = true}(lu.getLu(), right, e), e);
  Value dnn = block(dq, 0, n, 0, n, e), dpn = block(dq, n, p, 0, n, e);
  Value change = e.sub(dpn, multiply(zt, dnn, e, kLeft));
  Value basis = e.add(q1, multiply(q2, zt, e, kRight));
  return e.sub(multiply(dq, zt, e), multiply(basis, change, e, kRight));
}

Derivative qrTangent(ir::QrOp op, Tangents t, Emit &e) {
  int64_t m = rowsOf(op.getA()), n = columnsOf(op.getA());
  if (m < n) return wideQr(op, t[0], e);
  auto [dq, dr] = thinQr(block(op.getQ(), 0, m, 0, n, e), block(op.getR(), 0, n, 0, n, e), t[0], e);
  if (columnsOf(op.getQ()) == n) return {{dq, dr}};
  Value rest = completedQ(op.getQ(), dq, n, e);
  return {{e.concatenate({dq, rest}, rankOf(dq) - 1), padded(dr, m, n, e)}};
}

// ---- eigenvalues and singular values

// dw = diag(vᵀ·da·v) and dv = v·(F ∘ vᵀ·da·v), F[i, j] = 1 / (w[j] − w[i]) off the diagonal: infinite where eigenvalues
// are equal, since the vectors have no derivative there (Giles 2008, "An extended collection of matrix derivative
// results")
Derivative eighTangent(ir::EighOp op, Tangents t, Emit &e) {
  Value w = op.getW(), v = op.getV();
  Dims shape = ir::shapeOf(v);
  Value rotated = multiply(multiply(v, symmetric(t[0], e), e, kLeft), v, e);
  Value unit = identity(v, e), gap = e.sub(alongRows(w, shape, e), alongColumns(w, shape, e));
  Value f = e.sub(e.div(e.like(v, 1), e.add(unit, gap)), unit);
  return {{diagonalOf(rotated, e), multiply(v, e.mul(f, rotated), e)}};
}

struct Svd {
  Value s, u, vt;
};

// With x = uᵀ·da·v: ds = diag x; du and dv come from the symmetric parts of x·s and s·x over s[j]² − s[i]², and from
// what lies outside of u's and v's columns (Giles 2008).
Svd svdTangents(const Svd &of, Value da, Emit &e) {
  auto [s, u, vt] = of;
  Value x = multiply(multiply(u, da, e, kLeft), vt, e, kRight);
  Dims shape = ir::shapeOf(x);
  Value sj = alongRows(s, shape, e), si = alongColumns(s, shape, e), unit = identity(x, e);
  Value gap = e.mul(e.add(sj, si), e.sub(sj, si));
  Value f = e.sub(e.div(e.like(x, 1), e.add(gap, unit)), unit);
  Value xs = e.mul(x, sj), sx = e.mul(x, si);
  Value du = multiply(u, e.mul(f, e.add(xs, transposed(xs, e))), e);
  Value dvt = multiply(e.mul(f, e.add(sx, transposed(sx, e))), vt, e, kLeft);
  int64_t m = rowsOf(da), n = columnsOf(da);
  if (m > n) {
    Value dav = multiply(da, vt, e, kRight);
    Value outside = e.sub(dav, multiply(u, multiply(u, dav, e, kLeft), e));
    du = e.add(du, e.div(outside, alongRows(s, ir::shapeOf(du), e)));
  }
  if (n > m) {
    Value uda = multiply(u, da, e, kLeft);
    Value outside = e.sub(uda, multiply(multiply(uda, vt, e, kRight), vt, e));
    dvt = e.add(dvt, e.div(outside, alongColumns(s, ir::shapeOf(dvt), e)));
  }
  return {diagonalOf(x, e), du, dvt};
}

mlir::FailureOr<Derivative> svdTangent(ir::SvdOp op, Tangents t, Emit &e) {
  int64_t m = rowsOf(op.getA()), n = columnsOf(op.getA()), k = std::min(m, n);
  bool completed = op.getFullMatrices() && m != n;
  if (completed && !(op.getU().use_empty() && op.getVt().use_empty()))
    return op.emitError(
        "grad: the vectors of a full svd have no derivative, since any basis completes them: use "
        "full_matrices = false");
  Svd thin{op.getS(), block(op.getU(), 0, m, 0, k, e), block(op.getVt(), 0, k, 0, n, e)};
  auto [ds, du, dvt] = svdTangents(thin, t[0], e);
  return completed ? Derivative{{ds, Value(), Value()}} : Derivative{{ds, du, dvt}};
}

}  // namespace

void addLinalgRules(JvpRules &rules) {
  rules.add<ir::CholeskyOp>(choleskyTangent);
  rules.add<ir::TriangularSolveOp>(triangularSolveTangent);
  rules.add<ir::LuOp>(luTangent);
  rules.add<ir::QrOp>(qrTangent);
  addHouseholderRules(rules);
  rules.add<ir::EighOp>(eighTangent);
  rules.add<ir::SvdOp>(svdTangent);
}

void addLinalgRules(TransposeRules &rules) {
  // a·x = b is linear in b: ct of b solves aᵀ·ct_b = ct
  rules.add<ir::TriangularSolveOp>([](ir::TriangularSolveOp op, Value ct, Linear, Emit &e) {
    Solve solve = like(op);
    solve.transposed = !solve.transposed;
    return Cotangents{Value(), solve(op.getA(), ct, e)};
  });
}

}  // namespace fluxion::passes

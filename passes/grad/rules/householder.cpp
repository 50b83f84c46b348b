// Derivatives of the QR factorisation as LAPACK packs it: r above, and the vectors y of the reflections I − τ·y·yᵀ
// below. Their product is I − Y·T·Yᵀ with an upper triangular T (Schreiber & Van Loan 1989, "A storage-efficient WY
// representation for products of Householder transformations").
#include "passes/grad/rules/matrices.h"

namespace fluxion::passes {
namespace {

Value withDiagonal(Value v, Value like, Emit &e) {
  if (!v) return v;
  return e.select(where(like, Comparison::EQ, 0, e), alongRows(v, ir::shapeOf(like), e), Value());
}
// d·x for a diagonal matrix d.
Value scaledRows(Value d, Value x, Emit &e) { return d ? e.mul(alongColumns(d, ir::shapeOf(x), e), x) : d; }

// The first k vectors: ones in the diagonal, zeros above.
Value vectorsOf(Value packed, int64_t k, Emit &e) {
  Value below = lower(block(packed, 0, rowsOf(packed), 0, k, e), -1, e);
  return e.add(below, identity(below, e));
}

// q, the first columns of I − Y·T·Yᵀ, with T = (I + D·S)⁻¹·D for D = diag τ and S the strict upper triangle of Yᵀ·Y:
// it exists where a τ is zero, too. dT = (I + D·S)⁻¹·(dD − (dD·S + D·dS)·T).
Value productTangent(ir::HouseholderProductOp op, Tangents t, Emit &e) {
  const int64_t m = rowsOf(op.getA()), n = columnsOf(op.getA()), k = ir::shapeOf(op.getTaus()).back();
  Value taus = op.getTaus(), y = vectorsOf(op.getA(), k, e), y1 = block(y, 0, n, 0, k, e);
  Value dy = t[0] ? lower(block(t[0], 0, m, 0, k, e), -1, e) : t[0], dy1 = block(dy, 0, n, 0, k, e);
  Value square = multiply(y, y, e, kLeft), s = upper(square, 1, e);
  Value system = scaledRows(taus, s, e);
  const Solve solve{.lower = false, .unit = true};                // its diagonal of ones is not looked at
  Value inner = solve(system, withDiagonal(taus, square, e), e);  // T
  Value half = multiply(dy, y, e, kLeft);
  Value ds = half ? upper(e.add(half, transposed(half, e)), 1, e) : half;
  Value change = e.add(scaledRows(t[1], s, e), ds ? scaledRows(taus, ds, e) : ds);
  Value dInner = solve(system, e.sub(withDiagonal(t[1], square, e), multiply(change, inner, e)), e);
  Value right = multiply(inner, y1, e, kRight);
  Value changed = e.add(multiply(dInner, y1, e, kRight), multiply(inner, dy1, e, kRight));
  return e.neg(e.add(multiply(dy, right, e), multiply(y, changed, e)));
}

// As I − q = Y·(T·Y₁ᵀ) is an LU factorisation, whose second factor has τ for its diagonal, dY and dτ come from dq as dl
// and du come from da there. A τ that is zero belongs to a vector with nothing below its one, which does not move.
struct Reflections {
  Value vectors, taus;
};
Reflections reflectionTangents(Value q, Value dq, Value packed, Value taus, Emit &e) {
  const int64_t m = rowsOf(q), k = columnsOf(q);
  Value y = vectorsOf(packed, k, e), y1 = block(y, 0, k, 0, k, e);
  const Solve left{.unit = true}, right{.left = false, .lower = false};
  Value u = left(y1, e.neg(block(q, 0, k, 0, k, e)), e);  // above its diagonal, that is
  Value divisors = e.select(e.compare(Comparison::EQ, taus, e.zerosLike(taus)), e.like(taus, 1), taus);
  Value safe = e.select(where(u, Comparison::EQ, 0, e), alongRows(divisors, ir::shapeOf(u), e), u);
  Value moved = e.neg(right(safe, dq, e)), middle = left(y1, block(moved, 0, k, 0, k, e), e);
  Value vectors = multiply(y1, lower(middle, -1, e), e);
  if (m > k) {
    Value rest = e.sub(block(moved, k, m - k, 0, k, e), multiply(block(y, k, m - k, 0, k, e), upper(middle, 0, e), e));
    vectors = e.concatenate({vectors, rest}, rankOf(q) - 2);
  }
  return {vectors, e.mul(diagonalOf(middle, e), taus)};
}

Derivative factorTangent(ir::HouseholderQrOp op, Tangents t, Emit &e) {
  Value packed = op.getPacked(), da = t[0];
  const int64_t m = rowsOf(packed), n = columnsOf(packed), k = std::min(m, n);
  Value first = block(packed, 0, m, 0, k, e), q = e.op<ir::HouseholderProductOp>(first, op.getTaus());
  auto [dq, dr] = thinQr(q, upper(block(packed, 0, k, 0, k, e), 0, e), block(da, 0, m, 0, k, e), e);
  auto [dy, dtaus] = reflectionTangents(q, dq, first, op.getTaus(), e);
  Value tangent = e.add(dy, padded(dr, m, k, e));
  if (n > m) {  // r₂ = qᵀ·a₂
    Value rest = e.add(multiply(dq, block(op.getA(), 0, m, m, n - m, e), e, kLeft),
                       multiply(q, block(da, 0, m, m, n - m, e), e, kLeft));
    tangent = e.concatenate({tangent, rest}, rankOf(packed) - 1);
  }
  return {{tangent, dtaus}};
}

}  // namespace

void addHouseholderRules(JvpRules &rules) {
  rules.add<ir::HouseholderQrOp>(factorTangent);
  rules.add<ir::HouseholderProductOp>(productTangent);
}

}  // namespace fluxion::passes

// Matrices in rules: the last two dimensions of what may be batches. Xᵀ is the transposed matrix. Null is zero.
#pragma once
#include "ir/ops/linalg.h"
#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::Comparison;
using ir::Sizes;
using ir::Tensor;

inline int64_t rankOf(Value x) { return ir::tensorType(x).getRank(); }
inline int64_t rowsOf(Value x) { return ir::shapeOf(x)[static_cast<size_t>(rankOf(x) - 2)]; }
inline int64_t columnsOf(Value x) { return ir::shapeOf(x).back(); }

inline Value transposed(Value x, Emit &e) {
  if (!x) return x;
  Sizes order = llvm::to_vector<6>(llvm::seq<int64_t>(0, rankOf(x)));
  std::swap(order[order.size() - 2], order.back());
  return e.transpose(x, order);
}

enum Transposed { kNeither, kLeft, kRight };

// a·b, aᵀ·b or a·bᵀ
inline Value multiply(Value a, Value b, Emit &e, Transposed which = kNeither) {
  if (!a || !b) return {};
  int64_t rank = rankOf(a);
  Sizes batch = llvm::to_vector<6>(llvm::seq<int64_t>(0, rank - 2));
  return e.op<ir::DotGeneralOp>(a, b, batch, batch, Sizes{which == kLeft ? rank - 2 : rank - 1},
                                Sizes{which == kRight ? rank - 1 : rank - 2}, ir::elementType(a));
}

// Whether row + offset `direction` column, for a matrix of x's shape.
inline Value where(Value x, Comparison direction, int64_t offset, Emit &e) {
  auto type = Tensor::get(ir::shapeOf(x), mlir::IntegerType::get(e.builder.getContext(), 32));
  Value row = e.iota(type, rankOf(x) - 2), column = e.iota(type, rankOf(x) - 1);
  if (offset != 0) row = e.add(row, static_cast<double>(offset));
  return e.compare(direction, row, column);
}

// The part of x on and below diagonal `offset`, or on and above it.
inline Value lower(Value x, int64_t offset, Emit &e) {
  return x ? e.select(where(x, Comparison::GE, offset, e), x, Value()) : x;
}
inline Value upper(Value x, int64_t offset, Emit &e) {
  return x ? e.select(where(x, Comparison::LE, offset, e), x, Value()) : x;
}

// `on` in the diagonal and `off` everywhere else, in the shape of x.
inline Value diagonal(Value x, double on, double off, Emit &e) {
  return e.select(where(x, Comparison::EQ, 0, e), e.like(x, on), e.like(x, off));
}
inline Value identity(Value x, Emit &e) { return diagonal(x, 1, 0, e); }

inline Value diagonalOf(Value x, Emit &e) {
  if (!x) return x;
  return e.reduceSum(e.select(where(x, Comparison::EQ, 0, e), x, Value()), {rankOf(x) - 1});
}

// The symmetric matrix with x's lower triangle, for ops which read no more of their operand.
inline Value symmetric(Value x, Emit &e) { return e.add(lower(x, 0, e), transposed(lower(x, -1, e), e)); }

// y[…, i, j] = s[…, j], or s[…, i].
inline Value alongRows(Value s, Dims shape, Emit &e) {
  return e.unreduce(s, {static_cast<int64_t>(shape.size()) - 2}, shape);
}
inline Value alongColumns(Value s, Dims shape, Emit &e) {
  return e.unreduce(s, {static_cast<int64_t>(shape.size()) - 1}, shape);
}

// x[…, rows, columns]
inline Value block(Value x, int64_t row, int64_t rows, int64_t column, int64_t columns, Emit &e) {
  if (!x) return x;
  Sizes starts(static_cast<size_t>(rankOf(x)), 0), limits(ir::shapeOf(x)), strides(starts.size(), 1);
  starts[starts.size() - 2] = row, limits[starts.size() - 2] = row + rows;
  starts.back() = column, limits.back() = column + columns;
  if (starts == Sizes(starts.size(), 0) && limits == ir::shapeOf(x)) return x;
  return e.slice(x, starts, limits, strides);
}

// Rows and columns of zeros behind those of x.
inline Value padded(Value x, int64_t rows, int64_t columns, Emit &e) {
  Sizes none(static_cast<size_t>(rankOf(x)), 0), high(none);
  high[high.size() - 2] = rows - rowsOf(x), high.back() = columns - columnsOf(x);
  return e.pad(x, {}, none, high, none);
}

struct Solve {
  bool left = true, lower = true, unit = false, transposed = false;
  Value operator()(Value a, Value b, Emit &e) const {
    return b ? e.op<ir::TriangularSolveOp>(a, b, left, lower, unit, transposed) : b;
  }
};

// x[permutation]
inline Value permutedRows(Value x, Value permutation, Emit &e) {
  if (!x) return x;
  int64_t rank = rankOf(x);
  Sizes batch = llvm::to_vector<6>(llvm::seq<int64_t>(0, rank - 2)), sizes(static_cast<size_t>(rank), 1);
  sizes.back() = columnsOf(x);
  return e.op<ir::GatherOp>(x, permutation, Sizes{rank - 1}, Sizes{rank - 2}, batch, batch, Sizes{rank - 2}, rank - 1,
                            sizes);
}

struct QrPair {
  Value q, r;
};

// For r square, with x = da·r⁻¹ and Ω the skew part of qᵀ·x that its lower triangle gives: dq = q·(Ω − qᵀ·x) + x and
// dr = (qᵀ·x − Ω)·r (Townsend 2018, "Differentiating the QR decomposition")
inline QrPair thinQr(Value q, Value r, Value da, Emit &e) {
  Value x = Solve{.left = false, .lower = false}(r, da, e);
  Value qx = multiply(q, x, e, kLeft), below = lower(qx, 0, e);  // the diagonal is of no account
  Value skew = e.sub(below, transposed(below, e));
  return {e.add(multiply(q, e.sub(skew, qx), e), x), multiply(e.sub(qx, skew), r, e)};
}

/// Those of householder.cpp, for addLinalgRules.
void addHouseholderRules(JvpRules &rules);

}  // namespace fluxion::passes

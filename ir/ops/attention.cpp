// Types of attention and its derivatives.
#include "ir/ops/attention.h"

#include "ir/ops.h"
#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/attention.cpp.inc"

namespace fluxion::ir {

using mlir::emitOptionalError;
using mlir::LogicalResult;
using mlir::Value;

namespace {

LogicalResult checkOperands(Loc loc, Tensor q, Tensor k, Tensor v, int64_t before, int64_t after, bool tokensFirst) {
  if (q.getRank() != 4 || k.getRank() != 4 || v.getRank() != 4 || q.getNumElements() == 0 || k.getNumElements() == 0 ||
      v.getNumElements() == 0)  // C1
    return emitOptionalError(loc, "attention: ", str(q), ", ", str(k), " and ", str(v),
                             " are not four-dimensional arrays with elements");
  const AttentionSizes s(q, k, v, tokensFirst);
  if (k.getDimSize(0) != s.batch || v.getShape().drop_back() != k.getShape().drop_back() || k.getDimSize(3) != s.size)
    return emitOptionalError(loc, "attention: batch, groups, keys or sizes differ: ", str(q), ", ", str(k), " and ",
                             str(v));  // C1
  if (s.heads % s.groups != 0)         // C2
    return emitOptionalError(loc, "attention: ", s.heads, " heads cannot share ", s.groups, " groups evenly");
  if (k.getElementType() != q.getElementType() || v.getElementType() != q.getElementType())  // C3
    return emitOptionalError(loc, "attention: element types differ: ", str(q), ", ", str(k), " and ", str(v));
  if (after < 0 || before < std::max(s.queries - s.keys, -after))  // C4
    return emitOptionalError(loc, "attention: some of ", s.queries, " queries see none of ", s.keys,
                             " keys: before is ", before, " and after ", after);
  return mlir::success();
}

Tensor resultType(Tensor q, Tensor v) {
  Sizes shape(q.getShape());
  shape.back() = v.getDimSize(3);
  return Tensor::get(shape, q.getElementType());
}

Tensor timesBatch(Tensor x, int64_t n) {
  Sizes shape(x.getShape());
  shape[0] *= n;
  return Tensor::get(shape, x.getElementType());
}

// How many directions `tangents` are of, each of the type of its operand but for that; 0, which has been said, if they
// are not.
int64_t checkTangents(Loc loc, llvm::ArrayRef<Tensor> operands, llvm::ArrayRef<int64_t> along,
                      mlir::ValueRange tangents) {
  const auto known = static_cast<int64_t>(operands.size());
  auto refuse = [&](const auto &...what) -> int64_t { return (void)emitOptionalError(loc, "attention: ", what...), 0; };
  for (size_t i = 0; i < along.size(); ++i)  // C5
    if (along[i] < (i ? along[i - 1] + 1 : 0) || along[i] >= known)
      return refuse("tangents of operands [", along, "], which do not rise below ", known);
  if (along.empty() || along.size() != tangents.size())
    return refuse(tangents.size(), " tangents of ", along.size(), " operands");
  int64_t directions = 0;
  for (auto [i, tangent] : llvm::zip_equal(along, tangents)) {  // C6
    Tensor x = operands[static_cast<size_t>(i)], dx = tensorOf(tangent.getType());
    const int64_t n = dx.getRank() == 4 ? dx.getDimSize(0) / x.getDimSize(0) : 0;
    if (n < 1 || dx != timesBatch(x, n) || (directions != 0 && n != directions))
      return refuse("a tangent of ", str(x), " is ", str(dx), directions ? ", and others have " : "",
                    directions ? std::to_string(directions) + " times the batch" : "");
    directions = n;
  }
  return directions;
}

template <class Op>
llvm::SmallVector<Value> tangentsOf(Op op, size_t operands) {
  llvm::SmallVector<Value> all(operands);
  for (auto [i, tangent] : llvm::zip_equal(op.getAlong(), op.getTangents())) all[static_cast<size_t>(i)] = tangent;
  return all;
}

template <class Op>
int64_t directionsOf(Op op) {
  return tensorOf(op.getTangents()[0].getType()).getDimSize(0) /
         tensorOf(op->getOperand(static_cast<unsigned>(op.getAlong()[0])).getType()).getDimSize(0);
}

}  // namespace

AttentionSizes::AttentionSizes(mlir::Type q, mlir::Type k, mlir::Type v, bool tokensFirst) {
  const Tensor tq = tensorOf(q), tk = tensorOf(k);
  const unsigned tokens = tokensFirst ? 1 : 2, head = 3 - tokens;
  batch = tq.getDimSize(0), heads = tq.getDimSize(head), groups = tk.getDimSize(head);
  queries = tq.getDimSize(tokens), keys = tk.getDimSize(tokens);
  size = tq.getDimSize(3), width = tensorOf(v).getDimSize(3);
}

namespace {

template <class Adaptor>
LogicalResult checkAll(Loc loc, Adaptor a, Tensor q, Tensor k, Tensor v) {
  return checkOperands(loc, q, k, v, static_cast<int64_t>(a.getBefore()), static_cast<int64_t>(a.getAfter()),
                       a.getTokensFirst());
}

LogicalResult checkCotangent(Loc loc, Tensor dy, Tensor y) {
  if (dy == y) return mlir::success();  // C5
  return emitOptionalError(loc, "attention: the cotangent is ", str(dy), ", but the result is ", str(y));
}

}  // namespace

LogicalResult AttentionOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  Tensor q = tensorOf(a.getQ().getType()), k = tensorOf(a.getK().getType()), v = tensorOf(a.getV().getType());
  if (failed(checkAll(loc, a, q, k, v))) return mlir::failure();
  types.push_back(resultType(q, v));
  return mlir::success();
}

LogicalResult AttentionGradOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  Tensor q = tensorOf(a.getQ().getType()), k = tensorOf(a.getK().getType()), v = tensorOf(a.getV().getType());
  if (failed(checkAll(loc, a, q, k, v)) || failed(checkCotangent(loc, tensorOf(a.getDy().getType()), resultType(q, v))))
    return mlir::failure();
  types.append({q, k, v});
  return mlir::success();
}

LogicalResult AttentionJvpOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  Tensor q = tensorOf(a.getQ().getType()), k = tensorOf(a.getK().getType()), v = tensorOf(a.getV().getType());
  if (failed(checkAll(loc, a, q, k, v))) return mlir::failure();
  const int64_t n = checkTangents(loc, {q, k, v}, a.getAlong(), a.getTangents());
  if (n == 0) return mlir::failure();
  types.append({resultType(q, v), timesBatch(resultType(q, v), n)});
  return mlir::success();
}

LogicalResult AttentionGradJvpOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  Tensor q = tensorOf(a.getQ().getType()), k = tensorOf(a.getK().getType()), v = tensorOf(a.getV().getType()),
         dy = tensorOf(a.getDy().getType());
  if (failed(checkAll(loc, a, q, k, v)) || failed(checkCotangent(loc, dy, resultType(q, v)))) return mlir::failure();
  const int64_t n = checkTangents(loc, {q, k, v, dy}, a.getAlong(), a.getTangents());
  if (n == 0) return mlir::failure();
  types.append({q, k, v, timesBatch(q, n), timesBatch(k, n), timesBatch(v, n)});
  return mlir::success();
}

llvm::SmallVector<Value> AttentionJvpOp::tangentsOfOperands() { return tangentsOf(*this, 3); }
llvm::SmallVector<Value> AttentionGradJvpOp::tangentsOfOperands() { return tangentsOf(*this, 4); }
int64_t AttentionJvpOp::directions() { return directionsOf(*this); }
int64_t AttentionGradJvpOp::directions() { return directionsOf(*this); }

}  // namespace fluxion::ir

// Types of contractions.
#include "ir/ops/contract.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/contract.cpp.inc"

namespace fluxion::ir {

using llvm::ArrayRef;
using mlir::emitOptionalError;
using mlir::failed;
using mlir::LogicalResult;

LogicalResult DotGeneralOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  auto lhs = tensorOf(a.getLhs().getType()), rhs = tensorOf(a.getRhs().getType());
  ArrayRef<int64_t> lb = a.getLhsBatching(), rb = a.getRhsBatching(), lc = a.getLhsContracting(),
                    rc = a.getRhsContracting();
  Sizes left(lb), right(rb), shape;
  llvm::append_range(left, lc);
  llvm::append_range(right, rc);
  if (failed(checkDimensions(loc, "dot_general", left, lhs.getRank())) ||
      failed(checkDimensions(loc, "dot_general", right, rhs.getRank())))  // C1
    return mlir::failure();
  if (lb.size() != rb.size() || lc.size() != rc.size())
    return emitOptionalError(loc, "dot_general: the operands name different numbers of dimensions");
  for (auto [l, r] : llvm::zip(left, right))  // C2
    if (lhs.getDimSize(l) != rhs.getDimSize(r))
      return emitOptionalError(loc, "dot_general: the ", llvm::is_contained(lb, l) ? "batch" : "contracted",
                               " sizes differ: ", str(lhs), " · ", str(rhs), " (", lhs.getDimSize(l), " vs ",
                               rhs.getDimSize(r), ")");
  for (int64_t d : lb) shape.push_back(lhs.getDimSize(d));
  for (int64_t d = 0; d < lhs.getRank(); ++d)
    if (!llvm::is_contained(left, d)) shape.push_back(lhs.getDimSize(d));
  for (int64_t d = 0; d < rhs.getRank(); ++d)
    if (!llvm::is_contained(right, d)) shape.push_back(rhs.getDimSize(d));
  if (failed(checkShape(loc, "dot_general", shape))) return mlir::failure();
  types.push_back(Tensor::get(shape, a.getElement()));
  return mlir::success();
}

}  // namespace fluxion::ir

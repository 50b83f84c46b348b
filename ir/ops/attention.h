#pragma once
#include "ir/dialect.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/OwningOpRef.h"
#define GET_OP_CLASSES
#include "ir/ops/attention.h.inc"

namespace fluxion::ir {

/// The sizes of an attention, whichever way its operands lie.
struct AttentionSizes {
  int64_t batch, heads, groups, queries, keys, size, width;

  AttentionSizes(mlir::Type q, mlir::Type k, mlir::Type v, bool tokensFirst);
};

/// Whether `op` is attention or one of its derivatives.
bool isAttention(mlir::Operation *op);

/// Replaces the attentions in `block`, also in regions, of which `which` says so by what they compute; whether there
/// were any.
bool expandAttention(mlir::Block &block, llvm::function_ref<bool(mlir::Operation *)> which);

/// A function of the operands of an attention that gives its results, in ops of other families.
mlir::OwningOpRef<mlir::func::FuncOp> expandedAttention(mlir::Operation *op);

}  // namespace fluxion::ir

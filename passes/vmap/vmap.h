// The engine of vmap: walks a body and batches each op that depends on a mapped value.
#pragma once
#include "passes/vmap/rules.h"

namespace fluxion::passes {

class Vmap {
 public:
  /// Collectives over the axis of this name, if it has one, are those of the mapped axis.
  Vmap(const VmapRules &rules, int64_t size, llvm::StringRef axisName = {})
      : rules_(rules), size_(size), axisName_(axisName) {}

  /// Copies the ops of `body` to where `builder` stands, with `arguments` for its arguments; gives what its terminator
  /// would return.
  mlir::FailureOr<llvm::SmallVector<Batched>> body(mlir::OpBuilder &builder, mlir::Block &body,
                                                   llvm::ArrayRef<Batched> arguments);

 private:
  using Values = llvm::SmallVector<Batched>;
  mlir::FailureOr<Values> op(mlir::OpBuilder &builder, mlir::Operation *op, llvm::ArrayRef<Batched> operands);
  mlir::FailureOr<Values> caseOp(mlir::OpBuilder &builder, mlir::Operation *op, llvm::ArrayRef<Batched> operands);
  // A case whose index is mapped: all branches for all examples, or for those that take them (grouped_case.cpp).
  mlir::FailureOr<Values> chosenCase(mlir::OpBuilder &builder, ir::CaseOp op, llvm::ArrayRef<Batched> operands);
  mlir::FailureOr<Values> groupedCase(mlir::OpBuilder &builder, ir::CaseOp op, llvm::ArrayRef<Batched> operands);
  mlir::FailureOr<Values> groupedWhereDear(mlir::OpBuilder &builder, ir::CaseOp op, llvm::ArrayRef<Batched> operands);
  bool isWorthGrouping(ir::CaseOp op, llvm::ArrayRef<Batched> operands);
  mlir::FailureOr<Values> whileOp(mlir::OpBuilder &builder, mlir::Operation *op, llvm::ArrayRef<Batched> operands);
  mlir::FailureOr<Values> scanOp(mlir::OpBuilder &builder, mlir::Operation *op, llvm::ArrayRef<Batched> operands);
  // Ops with rules of their own (custom.cpp).
  mlir::FailureOr<Values> customOp(mlir::OpBuilder &builder, mlir::Operation *op, llvm::ArrayRef<Batched> operands);
  mlir::FailureOr<Values> operation(mlir::OpBuilder &builder, mlir::Operation *op, llvm::ArrayRef<Batched> operands);
  mlir::LogicalResult customRegions(mlir::Operation *source, mlir::OperationState &state, llvm::ArrayRef<bool> in,
                                    llvm::SmallVectorImpl<bool> &out);

  /// Fills `target` with the batched `source`, whose arguments are mapped as `in` says and whose results shall be
  /// mapped at least as `out` says, which receives how they are.
  mlir::LogicalResult region(mlir::Region &source, mlir::Region &target, llvm::ArrayRef<bool> in,
                             llvm::SmallVectorImpl<bool> &out);
  mlir::Value materialize(const Batched &x, Emit &e) const;
  /// Whether the op is, or has in its regions, a collective over the mapped axis.
  bool isOverAxis(mlir::Operation *op) const;
  mlir::FailureOr<Values> collective(mlir::Operation *op, const Operands &x, Emit &e);

  const VmapRules &rules_;
  int64_t size_;
  llvm::StringRef axisName_;
};

}  // namespace fluxion::passes

// Forward differentiation of a block in place: after every op that depends on a tangent stand the ops of its
// derivative.
#pragma once
#include "llvm/ADT/DenseMap.h"
#include "passes/grad/rules.h"

namespace fluxion::passes {

/// What becomes of an op with regions. `jvp`: one op that computes values and tangents. `linearize`: two, of which the
/// first computes values and residuals, and the second, linear in its tangents, the tangents from those; so every op
/// depends either on no tangent or linearly on some, and a block can be split or transposed.
enum class Mode { jvp, linearize };

class Forward {
 public:
  Forward(const JvpRules &rules, Mode mode) : rules_(rules), mode_(mode) {}

  void set(Value v, Value tangent) {
    if (tangent) tangents_[v] = tangent;
  }
  /// Null is zero.
  Value tangent(Value v) const { return tangents_.lookup(v); }
  llvm::SmallVector<Value> tangents(mlir::ValueRange values) const;

  /// All ops of `block` but its terminator.
  mlir::LogicalResult run(mlir::Block &block);

 private:
  mlir::FailureOr<Derivative> differentiate(mlir::Operation *op, Tangents t, Emit &e);
  mlir::FailureOr<Derivative> caseOp(ir::CaseOp op, Tangents t, Emit &e);
  mlir::FailureOr<Derivative> whileOp(ir::WhileOp op, Tangents t, Emit &e);
  mlir::FailureOr<Derivative> scanOp(ir::ScanOp op, Tangents t, Emit &e);
  void replace(mlir::Operation *op, const Derivative &derivative);

  const JvpRules &rules_;
  Mode mode_;
  llvm::DenseMap<Value, Value> tangents_;
};

/// Adds an argument for the tangent of each argument of `block` that `active` flags, differentiates the block and gives
/// the tangents of what it yields.
mlir::FailureOr<llvm::SmallVector<Value>> differentiateBlock(mlir::Block &block, llvm::ArrayRef<bool> active,
                                                             const JvpRules &rules, Mode mode);

/// The part of `op`'s place that says which transformation made an op: `jvp(place)`.
mlir::Location derivedLoc(llvm::StringRef transformation, mlir::Location place);

}  // namespace fluxion::passes

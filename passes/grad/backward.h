// Transposition of a block in place: the ops that are linear in given values go, and their transposes come, in reverse.
#pragma once
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "passes/grad/rules.h"

namespace fluxion::passes {

class Backward {
 public:
  explicit Backward(const TransposeRules &rules) : rules_(rules) {}

  /// Declares a value, an argument of the block, to be linear: what depends on it is transposed.
  void markLinear(Value v) { linear_.insert(v); }

  /// Adds to the cotangent of a value; null adds nothing. For what the block yields, before `run`.
  void seed(Value v, Value ct) { seeds_.emplace_back(v, ct); }

  /// Replaces the linear ops by their transposes. The terminator loses its operands, which may be linear; the caller
  /// gives it others.
  mlir::LogicalResult run(mlir::Block &block);

  /// Of an argument, after `run`. Null is zero.
  Value cotangent(Value v) const { return cotangents_.lookup(v); }

 private:
  llvm::SmallVector<mlir::Operation *> markLinearOps(mlir::Block &block);
  mlir::FailureOr<Cotangents> transpose(mlir::Operation *op, llvm::ArrayRef<Value> ct, Linear in, Emit &e);
  mlir::FailureOr<Cotangents> transposeCase(ir::CaseOp op, llvm::ArrayRef<Value> ct, Linear in, Emit &e);
  mlir::FailureOr<Cotangents> transposeScan(ir::ScanOp op, llvm::ArrayRef<Value> ct, Linear in, Emit &e);
  mlir::LogicalResult propagate(mlir::Operation *op, llvm::ArrayRef<Value> ct, Emit &e);
  mlir::LogicalResult joinPieces(Value v, Emit &e);
  void absorb(mlir::Block &block);
  void accumulate(Value v, Value ct, bool fresh, Emit &e);

  const TransposeRules &rules_;
  llvm::SmallVector<std::pair<Value, Value>> seeds_;
  llvm::DenseSet<Value> linear_;
  llvm::DenseMap<Value, Value> cotangents_;
  // Slices of a value and the cotangents of those, last first. They wait for one another, because the cotangent of an
  // array cut into pieces is the pieces' cotangents one after the other, and not a sum of arrays padded with zeros.
  using Piece = std::pair<ir::SliceOp, Value>;
  llvm::MapVector<Value, llvm::SmallVector<Piece>> pieces_;
};

/// a + b, where nothing else will use b. If b is a few elements added to zeros, they are added to a itself, so that
/// indexing an array many times does not cost the whole array every time.
Value addInPlace(Value a, Value b, Emit &e);

}  // namespace fluxion::passes

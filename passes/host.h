// What passes that copy code have to know of calls of the host: a copy that computes values again must not act again.
#pragma once
#include "mlir/IR/Block.h"
#include "mlir/IR/ValueRange.h"
#include "mlir/Support/LogicalResult.h"

namespace fluxion::passes {

/// Which calls of the host a copy of some code makes no more.
enum class Repeat {
  debug,   // those that only look on may look again; others do not act again
  nothing  // neither do they
};

/// Takes out of [begin, end), and of the regions of ops there, the calls that are not to be repeated. What of them has
/// results that are needed is an error, which is reported for `what`.
mlir::LogicalResult dropEffects(mlir::Block::iterator begin, mlir::Block::iterator end, Repeat repeat,
                                llvm::StringRef what);
inline mlir::LogicalResult dropEffects(mlir::Block &block, Repeat repeat, llvm::StringRef what) {
  return dropEffects(block.begin(), block.end(), repeat, what);
}

/// Takes out the calls that look on what depends on `values`, which are never computed; others are an error, which is
/// reported.
mlir::LogicalResult dropDependent(mlir::Block &block, mlir::ValueRange values);

/// The first call under `op` that does more than to look on; null if there is none.
mlir::Operation *findAction(mlir::Operation *op);

}  // namespace fluxion::passes

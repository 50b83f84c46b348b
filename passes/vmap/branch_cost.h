// What branches cost, roughly: enough to tell those that may run for examples that do not take them from those that may
// not.
#pragma once
#include "ir/ops.h"

namespace fluxion::passes {

/// Nanoseconds on one core, within a factor of a few.
struct BranchCost {
  /// Of what depends on mapped arguments: for one example by itself, and what it adds as one of many.
  double alone = 0, among = 0;
  /// Reading what all examples share, which those computed together read once.
  double reading = 0;
  /// Of what depends on no mapped argument.
  double shared = 0;

  /// Of `examples` computed together.
  double together(int64_t examples) const;
};

/// Of a block, of whose arguments `mapped` depend on the example. Loops of unknown length are taken to be short.
BranchCost costOf(mlir::Block &block, llvm::ArrayRef<bool> mapped);

}  // namespace fluxion::passes

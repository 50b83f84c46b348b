// What each op on complex arrays is in terms of their parts.
#pragma once
#include <functional>

#include "llvm/ADT/StringMap.h"
#include "passes/emit.h"

namespace fluxion::passes {

/// A value as it is after the split: of a complex array its two parts, of any other just `re`.
struct Parts {
  Value re, im;
};

/// Emits what takes the place of an op with one result, and gives that result.
using SplitRule = std::function<Parts(mlir::Operation *, llvm::ArrayRef<Parts>, Emit &)>;

/// Null if there is none for this op: it then gets whole complex arrays.
const SplitRule *findSplitRule(mlir::Operation *op);

void addFunctionRules(llvm::StringMap<SplitRule> &rules);
void addArrayRules(llvm::StringMap<SplitRule> &rules);

}  // namespace fluxion::passes

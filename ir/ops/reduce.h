#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/reduce.h.inc"

namespace fluxion::ir {

// The element e of a real type with combine(e, x) = x for all x: the least value there is for a maximum, and so on.
mlir::TypedAttr neutralElement(Combine kind, mlir::Type element);

}  // namespace fluxion::ir

#include "ir/ops.h"
#include "mlir/IR/OpImplementation.h"
#define GET_OP_CLASSES
#include "ir/ops/kernel.cpp.inc"

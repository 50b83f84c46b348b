// The windows of reduce_window and select_and_scatter.
#pragma once
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {

struct Windows {
  Sizes size, strides, baseDilations, dilations, low, high;
};

/// What the op says, checked; `type` is that of its operand.
Windows windowsOf(mlir::Operation *op, Tensor type);

void addSelectAndScatterRule(Rules &rules);

}  // namespace fluxion::ir::stablehlo

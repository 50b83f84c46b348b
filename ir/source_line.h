// Where an op comes from, for people.
#pragma once
#include <string>

#include "mlir/IR/Location.h"

namespace fluxion::ir {

/// "train.cpp:41 in loss()"; empty if nothing is known. Of ops that came from several lines, the first.
std::string sourceLine(mlir::Location location);

/// Which derivative the op belongs to: "the backward pass", "the forward derivative", or "" for the function itself.
std::string derivativeOf(mlir::Location location);

}  // namespace fluxion::ir

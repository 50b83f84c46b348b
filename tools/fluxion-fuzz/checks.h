// What must hold of every program.
#pragma once
#include <string>
#include <vector>

#include "codegen/reference/interpreter.h"
#include "passes/transforms.h"

namespace fluxion::tools {

/// The names of the checks, in the order in which they are made.
std::vector<std::string> checkNames();

struct Failure {
  std::string check, message;  // no check: all hold
  explicit operator bool() const { return !check.empty(); }
};
/// The first of the checks that fails; only the one of that name, if `only` is one.
Failure check(mlir::func::FuncOp f, uint64_t seed, const std::string &only = {});

}  // namespace fluxion::tools

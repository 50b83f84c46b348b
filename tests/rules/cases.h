// A program for every op of the dialect: written down for those with a structure, by family, derived for the
// elementwise ones.
#pragma once
#include "tests/rules/cases/collective.h"
#include "tests/rules/cases/control.h"
#include "tests/rules/cases/conversion.h"
#include "tests/rules/cases/custom.h"
#include "tests/rules/cases/elementwise.h"
#include "tests/rules/cases/index.h"
#include "tests/rules/cases/linalg.h"
#include "tests/rules/cases/movement.h"
#include "tests/rules/cases/reduction.h"

namespace fluxion::rules {

/// Programs of the ops that take more than operands.
inline const std::multimap<llvm::StringRef, Case> &structureCases() {
  static const std::multimap<llvm::StringRef, Case> kCases = [] {
    std::multimap<llvm::StringRef, Case> cases;
    auto add = [&](llvm::StringRef op, Case c) { cases.emplace(op, std::move(c)); };
    conversionCases(add);
    movementCases(add);
    reductionCases(add);
    indexCases(add);
    controlCases(add);
    customCases(add);
    linalgCases(add);
    collectiveCases(add);
    return cases;
  }();
  return kCases;
}

}  // namespace fluxion::rules

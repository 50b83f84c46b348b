// The default sets of rules: those of every family.
#include "passes/grad/rules.h"

namespace fluxion::passes {

namespace {

template <class Rules>
Rules all() {
  Rules rules;
  addElementwiseRules(rules);
  addSpecialRules(rules);
  addComplexRules(rules);
  addShapeRules(rules);
  addReduceRules(rules);
  addContractRules(rules);
  addConvolutionRules(rules);
  addIndexRules(rules);
  addFftRules(rules);
  addLinalgRules(rules);
  return rules;
}

}  // namespace

const JvpRules &defaultJvpRules() {
  static const JvpRules rules = all<JvpRules>();
  return rules;
}

const TransposeRules &defaultTransposeRules() {
  static const TransposeRules rules = all<TransposeRules>();
  return rules;
}

}  // namespace fluxion::passes

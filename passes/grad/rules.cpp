// The default sets of rules: those of every family.
#include "passes/grad/rules.h"

#include "passes/grad/rules/attention.h"

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
  addCollectiveRules(rules);
  if constexpr (std::is_same_v<Rules, JvpRules>) addHostRules(rules);
  return rules;
}

}  // namespace

const JvpRules &defaultJvpRules() {
  static const JvpRules rules = [] {
    auto r = all<JvpRules>();
    addAttentionRules(r);
    return r;
  }();
  return rules;
}

const TransposeRules &defaultTransposeRules() {
  static const TransposeRules rules = all<TransposeRules>();
  return rules;
}

namespace {
template <class Rules>
Rules plain(const Rules &rules) {
  Rules copy = rules;
  copy.absorbsZeros = false;
  return copy;
}
}  // namespace

const JvpRules &plainJvpRules() {
  static const JvpRules rules = plain(defaultJvpRules());
  return rules;
}

const TransposeRules &plainTransposeRules() {
  static const TransposeRules rules = plain(defaultTransposeRules());
  return rules;
}

}  // namespace fluxion::passes

// What functions with rules of their own share: what they use from outside becomes their first arguments.
#pragma once
#include <unordered_map>

#include "fluxion/custom.h"
#include "frontend/frame.h"

namespace fluxion::detail {

/// The captures of several functions, each once.
class Captures {
 public:
  void add(const Arrays &captures) {
    for (const Array &a : captures)
      if (number_.try_emplace(a.node().get(), all_.size()).second) all_.push_back(a);
  }
  const Arrays &all() const { return all_; }
  size_t number(const Array &a) const { return number_.at(a.node().get()); }

 private:
  Arrays all_;
  std::unordered_map<const ArrayNode *, size_t> number_;
};

/// The function with all captures as its first arguments, used or not, and then its `own` ones.
trace::FunctionPtr with_captures(const Traced &traced, const Captures &captures, const std::vector<ShapeDtype> &own);

/// While the rules of a function are traced: the number by which a rule names the function that it is of (`id` and
/// `rule_of` of the op). It says how many rules there are around, so that the same program has the same numbers.
class RuleScope {
 public:
  RuleScope();
  ~RuleScope();
  RuleScope(const RuleScope &) = delete;
  RuleScope &operator=(const RuleScope &) = delete;
  int64_t number() const { return number_; }

 private:
  int64_t number_;
};

std::vector<ShapeDtype> inexact_types(const std::vector<ShapeDtype> &types);

template <class T>
std::vector<T> concat(std::vector<T> a, const std::vector<T> &b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace fluxion::detail

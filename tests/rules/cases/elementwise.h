// Where elementwise ops are looked at; their programs are derived.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

/// The clamp of numbers that are equal to a bound: what is beyond is constant, and so is the bound itself.
inline std::pair<const llvm::StringRef, Case> clampWhere(std::vector<Range> ranges) {
  return {"fx.clamp",
          {.ranges = std::move(ranges),
           .order = 1,
           .numeric = false,
           .expected = {{"jvp",
                         "(%l: $A, %x: $A, %h: $A, %dl: $A, %dx: $A, %dh: $A) -> ($A, $A) { %y = fx.clamp %l, "
                         "%x, %h : $A %o = fx.subtract %x, %x : $A return %y, %o : $A, $A }"}}}};
}

/// igamma or igammac of 1 at 0, which does not change with the first operand: by the second, or by both.
inline std::pair<const llvm::StringRef, Case> densityAtEdge(llvm::StringRef op, const std::string &derivative,
                                                            bool both = false) {
  return {op,
          {.ranges = {{1, 1}, {0, 0}},
           .order = 1,
           .wrt = both ? std::vector<int64_t>{} : std::vector<int64_t>{1},
           .numeric = false,
           .expected = {{"jvp", std::string("(%a: $A, %x: $A, ") + (both ? "%s: $A, " : "") +
                                    "%t: $A) -> ($A, $A) { %y = " + op.str() +
                                    " %a, %x : $A %o = fx.subtract %a, %a : $A " + derivative +
                                    " return %y, %d : $A, $A }"}}}};
}
inline std::pair<const llvm::StringRef, Case> betaDensityAtEdge(std::vector<Range> ranges) {
  return {"fx.regularized_incomplete_beta",
          {.ranges = std::move(ranges),
           .order = 1,
           .wrt = {2},
           .numeric = false,
           .expected = {{"jvp",
                         "(%a: $A, %b: $A, %x: $A, %t: $A) -> ($A, $A) { %y = fx.regularized_incomplete_beta "
                         "%a, %b, %x : $A return %y, %t : $A, $A }"}}}};
}

/// Powers of zero, which do not change with base or exponent where they are finite: no NaN comes of the logarithm.
inline std::pair<const llvm::StringRef, Case> flatPower(std::vector<Range> ranges) {
  return {"fx.power",
          {.ranges = std::move(ranges),
           .order = 1,
           .numeric = false,
           .expected = {{"jvp",
                         "(%a: $A, %b: $A, %t: $A, %u: $A) -> ($A, $A) { %y = fx.power %a, %b : $A %o = "
                         "fx.subtract %a, %a : $A return %y, %o : $A, $A }"}},
           .isReal = true}};
}

/// A power of negative numbers, which do not change along the reals with the exponent: there is no logarithm.
inline std::pair<const llvm::StringRef, Case> negativePower(std::vector<int64_t> wrt) {
  const bool both = wrt.size() != 1;
  return {"fx.power",
          {.ranges = {{-2, -2}, {2, 2}},
           .order = 1,
           .wrt = std::move(wrt),
           .numeric = false,
           .expected = {{"jvp", std::string("(%a: $A, %b: $A, ") + (both ? "%t: $A, " : "") +
                                    "%u: $A) -> ($A, $A) { %y = fx.power %a, %b : $A %l = fx.log %a : $A %d = "
                                    "fx.multiply %l, %u : $A return %y, %d : $A, $A }"}},
           .isReal = true}};
}

/// ζ(s, q) − ζ(s, q + 1) = q^(−s), both multiplied with a factor.
inline std::pair<const llvm::StringRef, Case> zetaSteps(std::vector<Range> ranges, int factor, double tolerance) {
  return {"fx.zeta",
          {.text = fmt::format("(%s: $A, %q: $A) -> $A {{ %one = fx.constant dense<1.0> : $A %r = fx.add %q, %one : $A "
                               "%a = fx.zeta %s, %q : $A %b = fx.zeta %s, %r : $A %c = fx.subtract %a, %b : $A %f = "
                               "fx.constant dense<{}.0> : $A %y = fx.multiply %c, %f : $A return %y : $A }}",
                               factor),
           .ranges = std::move(ranges),
           .order = 1,
           .numeric = factor == 1,
           .expected = {{"jvp", fmt::format(
                                    "(%s: $A, %q: $A, %t: $A, %u: $A) -> ($A, $A) {{ %m = fx.negate %s : $A %w = "
                                    "fx.power %q, %m : $A %k = fx.constant dense<{}.0> : $A %y = fx.multiply %w, %k : "
                                    "$A %l = fx.log %q : $A %p = fx.multiply %l, %t : $A %d = fx.divide %s, %q : $A %e "
                                    "= fx.multiply %d, %u : $A %n = fx.add %p, %e : $A %f = fx.multiply %n, %y : $A "
                                    "%z = fx.negate %f : $A return %y, %z : $A, $A }}",
                                    factor)}},
           .tolerance = tolerance}};
}

/// Where elementwise ops are smooth, and which derivatives they have. Others: the whole range, and all.
inline const std::multimap<llvm::StringRef, Case> &elementwiseDomains() {
  constexpr Range kPositive{0.3, 2.4}, kInside{-0.8, 0.8}, kAboveOne{1.6, 3},
      kWideIntegers{-2, 2, -2000000000, 2000000000};
  static const std::multimap<llvm::StringRef, Case> kDomains = {
      {"fx.log", {"", {kPositive}}},
      {"fx.sqrt", {"", {kPositive}}},
      {"fx.rsqrt", {"", {kPositive}}},
      {"fx.cbrt", {"", {kPositive}}},
      {"fx.log_plus_one", {"", {kInside}}},
      {"fx.lgamma", {"", {kPositive}}},
      {"fx.digamma", {"", {kAboveOne}}},
      {"fx.asin", {"", {kInside}}},
      {"fx.acos", {"", {kInside}}},
      {"fx.atanh", {"", {kInside}}},
      {"fx.erf_inv", {"", {kInside}}},
      {"fx.tan", {"", {kInside}}},
      {"fx.acosh", {"", {kAboveOne}}},
      {"fx.divide", {"", {{-2, 2}, kPositive}}},
      {"fx.atan2", {"", {kPositive, kPositive}}},
      {"fx.power", {"", {kPositive, kPositive}}},
      {"fx.power", {"", {kPositive, kPositive}, 2, {1}}},
      {"fx.power", {"", {{0, 0}, {1.5, 2.4}}, 1, {1}}},
      flatPower({{0, 0}, {1.5, 2.4}}),
      flatPower({{0, 0}, {0, 0}}),
      // 0⁰ is 1 and does not change with the exponent, either.
      {"fx.power",
       {.ranges = {{0, 0}, {0, 0}},
        .order = 1,
        .wrt = {1},
        .numeric = false,
        .expected = {{"jvp",
                      "(%a: $A, %b: $A, %u: $A) -> ($A, $A) { %y = fx.power %a, %b : $A %o = fx.subtract %a, %a "
                      ": $A return %y, %o : $A, $A }"}},
        .isReal = true}},
      {"fx.power", {"", {kPositive, {0, 0}}, 1}},
      negativePower({1}),
      negativePower({}),
      // All second derivatives of 0⁰ are 0 as well.
      {"fx.power",
       {.ranges = {{0, 0}, {0, 0}},
        .numeric = false,
        .expected = {{"vjp of vjp",
                      "(%a: $A, %b: $A, %c: $A, %d: $A, %e: $A, %f: $A) -> ($A, $A, $A, $A, $A, $A) { %y = fx.power "
                      "%a, %b : $A %o = fx.subtract %a, %a : $A return %y, %o, %o, %o, %o, %o : $A, $A, $A, $A, $A, "
                      "$A }"}},
        .isReal = true}},
      // ∞⁰ is 1 and does not change with the base.
      {"fx.power",
       {.text = "(%a: $A, %b: $A) -> $A { %o = fx.constant dense<1.0> : $A %z = fx.constant dense<0.0> : $A %i = "
                "fx.divide %o, %z : $A %x = fx.add %a, %i : $A %y = fx.power %x, %b : $A return %y : $A }",
        .ranges = {{1, 2}, {0, 0}},
        .order = 1,
        .numeric = false,
        .expected = {{"jvp",
                      "(%a: $A, %b: $A, %t: $A, %u: $A) -> ($A, $A) { %o = fx.constant dense<1.0> : $A %z = "
                      "fx.constant dense<0.0> : $A %d = fx.divide %u, %z : $A return %o, %d : $A, $A }"}}}},
      // Where differences to both sides are as the rule says: ties are shared, and kinks have the mean slope.
      {"fx.maximum", {}},
      {"fx.maximum", {"", {{1, 1}, {1, 1}}, 1}},
      {"fx.minimum", {}},
      {"fx.minimum", {"", {{1, 1}, {1, 1}}, 1}},
      {"fx.abs", {}},
      {"fx.abs", {"", {{0, 0}}, 1}},
      {"fx.complex_abs", {}},
      {"fx.complex_abs", {"", {{0, 0}}, 1}},
      {"fx.bessel_i1e", {}},
      {"fx.bessel_i1e", {"", {{0, 0}}, 1}},
      {"fx.bessel_i1e",
       {.ranges = {{0, 0}},
        .numeric = false,
        .expected = {{"vjp of vjp",
                      "(%x: $A, %c: $A, %d: $A, %e: $A) -> ($A, $A, $A, $A) { %h = fx.constant dense<0.5> : $A %p = "
                      "fx.multiply %h, %c : $A %q = fx.multiply %h, %d : $A %r = fx.multiply %h, %e : $A return %x, "
                      "%p, %q, %r : $A, $A, $A, $A }"}}}},
      {"fx.clamp", {"", {{-2, -1}, {-4, 4}, {1, 2}}}},
      clampWhere({{1, 1}, {1, 1}, {2, 3}}),
      clampWhere({{-3, -2}, {1, 1}, {1, 1}}),
      {"fx.igamma", {"", {kPositive, kPositive}, 1}},
      {"fx.igammac", {"", {kPositive, kPositive}, 1}},
      {"fx.igamma", {"", {kPositive, kPositive}, 2, {1}}},
      {"fx.igammac", {"", {kPositive, kPositive}, 2, {1}}},
      // The densities of a = 1 at 0, and of b = 1 at 1, are finite, whatever the logarithms there.
      densityAtEdge("fx.igamma", "%d = fx.add %t, %o : $A"),
      densityAtEdge("fx.igammac", "%d = fx.negate %t : $A"),
      {"fx.igamma", {"", {{1, 1}, kPositive}, 1}},
      {"fx.igammac", {"", {{1, 1}, kPositive}, 1}},
      densityAtEdge("fx.igamma", "%d = fx.add %t, %o : $A", true),
      densityAtEdge("fx.igammac", "%d = fx.negate %t : $A", true),
      betaDensityAtEdge({{1, 1}, {1, 1}, {0, 0}}),
      betaDensityAtEdge({{1, 1}, {1, 1}, {1, 1}}),
      {"fx.zeta", {"", {kAboveOne, kPositive}}},
      // A series that stands for ζ has no term to spare, be s near 1 or where the last terms count most.
      zetaSteps({{1.1, 1.5}, kPositive}, 1, 1e-14),
      zetaSteps({{4, 6}, {1, 1}, {1, 2}, {0, 0}}, 4096, 8e-13),
      {"fx.polygamma", {"", {{1, 1}, kPositive}, 2, {1}}},
      {"fx.polygamma",
       {"(%x: tensor<2x3x$T>) -> tensor<2x3x$T> { %m = fx.constant dense<1.0> : tensor<2x3x$T> %y = fx.polygamma "
        "%m, %x : tensor<2x3x$T> return %y : tensor<2x3x$T> }",
        {kPositive}}},
      {"fx.mulhi", {"", {kWideIntegers, kWideIntegers}}},
      {"fx.is_finite", {}},
      {"fx.is_finite",
       {"(%x: tensor<2x3x$T>) -> tensor<2x3xi1> { %e = fx.log %x : tensor<2x3x$T> %y = fx.is_finite %e : "
        "tensor<2x3x$T> return %y : tensor<2x3xi1> }"}},
      {"fx.regularized_incomplete_beta", {"", {kPositive, kPositive, {0.2, 0.8}}, 2, {2}}},
      {"fx.igamma_grad_a", {"", {kPositive, kPositive}, 0}},
      {"fx.random_gamma_grad", {"", {kPositive, kPositive}, 0}},
      // Not what their values would make one think: what is taken for a constant, or for a function of a parameter.
      {"fx.next_after",
       {.numeric = false,
        .expected = {{"jvp",
                      "(%x: $A, %y: $A, %t: $A, %u: $A) -> ($A, $A) { %z = fx.next_after %x, %y : $A %o = "
                      "fx.subtract %x, %x : $A return %z, %o : $A, $A }"}}}},
      {"fx.next_after",
       {.text = "(%x: $A, %y: $A) -> $A { %z = fx.next_after %x, %y : $A %d = fx.subtract %z, %x : $A %s = fx.sign %d "
                ": $A return %s : $A }",
        .numeric = false}},
      {"fx.stop_gradient",
       {.numeric = false,
        .expected = {{"jvp", "(%x: $A, %t: $A) -> ($A, $A) { %o = fx.subtract %x, %x : $A return %x, %o : $A, $A }"}}}},
      {"fx.gamma_sample",
       {.ranges = {kPositive, kPositive},
        .order = 1,
        .numeric = false,
        .expected = {{"jvp",
                      "(%a: $A, %g: $A, %t: $A, %u: $A) -> ($A, $A) { %y = fx.gamma_sample %a, %g : $A %d = "
                      "fx.random_gamma_grad %a, %g : $A %m = fx.multiply %d, %t : $A %s = fx.add %m, %u : $A "
                      "return %y, %s : $A, $A }"},
                     {"vjp",
                      "(%a: $A, %g: $A, %c: $A) -> ($A, $A, $A) { %y = fx.gamma_sample %a, %g : $A %d = "
                      "fx.random_gamma_grad %a, %g : $A %m = fx.multiply %d, %c : $A return %y, %m, %c : $A, "
                      "$A, $A }"}}}},
  };
  return kDomains;
}

}  // namespace fluxion::rules

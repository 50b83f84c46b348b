// A program for every op of the dialect: written down for those with a structure, derived for the elementwise ones.
// $T stands for the element type, $A for arrays of 2 by 3 of it, $R for that of its real part, $C for the complex type
// with parts of it, $B for the unsigned integer of its width.
#pragma once
#include <fmt/format.h>

#include "ir/ops.h"
#include "tests/passes/program.h"

namespace fluxion::rules {

using passes::Range;

struct Case {
  std::string text = {};                                    // as of passes::Program; empty: derived
  std::vector<Range> ranges = {{-2, 2}, {-2, 2}, {-2, 2}};  // of the arguments
  int order = 2;                                            // of the derivatives that there are
  std::vector<int64_t> wrt = {};                            // arguments by which there are; none: all
  bool numeric = true;                                      // whether its derivative is that of its values
  bool reverse = true;
  std::vector<std::pair<std::string, std::string>> expected = {};  // programs of transforms (checks.h), by their names
  double tolerance = 1e-9;  // relative to 1 and the value, of what is expected in f64
  bool isReal = false;      // not of complex numbers
  bool forward = true;      // else only what reverse mode makes of it is there to be differentiated forward
};

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

/// igamma or igammac of 1 at 0 by its second operand.
inline std::pair<const llvm::StringRef, Case> densityAtEdge(llvm::StringRef op, const std::string &derivative) {
  return {op,
          {.ranges = {{1, 1}, {0, 0}},
           .order = 1,
           .wrt = {1},
           .numeric = false,
           .expected = {{"jvp", "(%a: $A, %x: $A, %t: $A) -> ($A, $A) { %y = " + op.str() +
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
      betaDensityAtEdge({{1, 1}, {1, 1}, {0, 0}}),
      betaDensityAtEdge({{1, 1}, {1, 1}, {1, 1}}),
      {"fx.zeta", {"", {kAboveOne, kPositive}}},
      // ζ(s, q) − ζ(s, q + 1) = q^(−s): a series that stands for both has no term to spare.
      {"fx.zeta",
       {.text =
            "(%s: $A, %q: $A) -> $A { %one = fx.constant dense<1.0> : $A %r = fx.add %q, %one : $A %a = fx.zeta %s, "
            "%q : $A %b = fx.zeta %s, %r : $A %y = fx.subtract %a, %b : $A return %y : $A }",
        .ranges = {{1.1, 1.5}, kPositive},
        .order = 1,
        .expected = {{"jvp",
                      "(%s: $A, %q: $A, %t: $A, %u: $A) -> ($A, $A) { %m = fx.negate %s : $A %y = fx.power %q, %m "
                      ": $A %l = fx.log %q : $A %p = fx.multiply %l, %t : $A %d = fx.divide %s, %q : $A %e = "
                      "fx.multiply %d, %u : $A %n = fx.add %p, %e : $A %f = fx.multiply %n, %y : $A %z = "
                      "fx.negate %f : $A return %y, %z : $A, $A }"}},
        .tolerance = 1e-14}},
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

/// Programs of the ops that take more than operands.
inline const std::multimap<llvm::StringRef, Case> &structureCases() {
  static const std::multimap<llvm::StringRef, Case> kCases = [] {
    std::multimap<llvm::StringRef, Case> cases;
    auto add = [&](llvm::StringRef op, Case c) { cases.emplace(op, std::move(c)); };
    const std::string x23 = "(%x: tensor<2x3x$T>) -> ", x4 = "(%x: tensor<4x$T>) -> ";

    // ---- elementwise ops with attributes
    for (const char *direction : {"EQ", "NE", "GE", "GT", "LE", "LT"})
      add("fx.compare", {"(%x: tensor<4x$T>, %y: tensor<4x$T>) -> tensor<4xi1> { %z = fx.compare " +
                         std::string(direction) + ", %x, %y : tensor<4x$T> return %z : tensor<4xi1> }"});
    // From every type to some others; complex numbers become no real ones.
    for (const std::vector<std::string> &to : std::initializer_list<std::vector<std::string>>{
             {"i1", "i8", "i64", "ui32", "f16", "bf16", "f32", "f64", "f8E4M3FN", "complex<f32>"},
             {"complex<f32>", "complex<f64>"},
             {"i32", "ui8", "f8E5M2", "complex<f64>"}}) {
      std::string body, names, types;
      for (auto [n, t] : llvm::enumerate(to)) {
        const std::string type = "tensor<4x" + t + ">", name = "%y" + std::to_string(n);
        body += name + " = fx.convert %x to " + t + " : tensor<4x$T> -> " + type + " ";
        names += (n ? ", " : "") + name;
        types += (n ? ", " : "") + type;
      }
      add("fx.convert",
          {.text = x4 + "(" + types + ") { " + body + "return " + names + " : " + types + " }", .numeric = false});
    }
    const std::string toOne = "(%x: $A) -> tensor<2x3xf32> { %y = fx.convert %x to f32 : $A -> tensor<2x3xf32> ";
    add("fx.convert",
        {.text = toOne + "return %y : tensor<2x3xf32> }",
         .numeric = false,
         .expected = {{"jvp",
                       "(%x: $A, %t: $A) -> (tensor<2x3xf32>, tensor<2x3xf32>) { %y = fx.convert %x to f32 : $A "
                       "-> tensor<2x3xf32> %d = fx.convert %t to f32 : $A -> tensor<2x3xf32> return %y, %d : "
                       "tensor<2x3xf32>, tensor<2x3xf32> }"},
                      {"vjp",
                       "(%x: $A, %c: tensor<2x3xf32>) -> (tensor<2x3xf32>, $A) { %y = fx.convert %x to f32 : $A "
                       "-> tensor<2x3xf32> %d = fx.convert %c to $T : tensor<2x3xf32> -> $A return %y, %d : "
                       "tensor<2x3xf32>, $A }"}}});
    const std::string narrow =
        "%z = fx.complex %x, %x : tensor<4x$T> -> tensor<4xcomplex<$T>> %y = fx.convert %z to "
        "complex<f32> : tensor<4xcomplex<$T>> -> tensor<4xcomplex<f32>> ";
    add("fx.convert",
        {.text = x4 + "tensor<4xcomplex<f32>> { " + narrow + "return %y : tensor<4xcomplex<f32>> }",
         .numeric = false,
         .expected = {{"vjp",
                       "(%x: tensor<4x$T>, %c: tensor<4xcomplex<f32>>) -> (tensor<4xcomplex<f32>>, tensor<4x$T>) "
                       "{ " +
                           narrow +
                           "%w = fx.convert %c to complex<$T> : tensor<4xcomplex<f32>> -> tensor<4xcomplex<$T>> "
                           "%r = fx.real %w : tensor<4xcomplex<$T>> -> tensor<4x$T> %i = fx.imag %w : "
                           "tensor<4xcomplex<$T>> -> tensor<4x$T> %d = fx.subtract %r, %i : tensor<4x$T> return "
                           "%y, %d : tensor<4xcomplex<f32>>, tensor<4x$T> }"}}});
    // Differences know of conversions within wide precision.
    add("fx.convert", {"(%x: $A) -> tensor<2x3x$C> { %y = fx.convert %x to $C : $A -> tensor<2x3x$C> return %y : "
                       "tensor<2x3x$C> }"});
    add("fx.convert", {"(%x: $A) -> $A { %y = fx.convert %x to $T : $A -> $A return %y : $A }"});
    add("fx.bitcast_convert", {x4 + "tensor<4x$B> { %y = fx.bitcast_convert %x to $B : tensor<4x$T> -> tensor<4x$B> "
                                    "return %y : tensor<4x$B> }"});
    const std::string bits = " {exponent_bits = 5 : i64, mantissa_bits = 3 : i64} : $A ";
    const std::string rounds = "%y = fx.reduce_precision %x" + bits,
                      twice = rounds + "%d = fx.reduce_precision %t" + bits;
    const std::string derivative = "(%x: $A, %t: $A) -> ($A, $A) { " + twice + "return %y, %d : $A, $A }";
    add("fx.reduce_precision", {.text = "(%x: $A) -> $A { " + rounds + "return %y : $A }",
                                .ranges = {{-3e5, 3e5}, {-3e5, 3e5}},  // most overflow
                                .numeric = false,
                                .expected = {{"jvp", derivative}, {"vjp", derivative}}});

    // ---- movement
    add("fx.constant",
        {x4 + "(tensor<4x$T>, tensor<2xi32>) { %c = fx.constant dense<[1, 2]> : tensor<2xi32> return %x, %c "
              ": tensor<4x$T>, tensor<2xi32> }"});
    add("fx.iota",
        {x23 + "(tensor<2x3x$T>, tensor<2x3x$T>) { %y = fx.iota 1 to [2, 3] as $T : tensor<2x3x$T> return %x, "
               "%y : tensor<2x3x$T>, tensor<2x3x$T> }"});
    add("fx.broadcast_in_dim", {"(%x: tensor<2x1x$T>) -> tensor<2x3x2x$T> { %y = fx.broadcast_in_dim %x dims [0, 1] to "
                                "[2, 3, 2] : tensor<2x1x$T> -> tensor<2x3x2x$T> return %y : tensor<2x3x2x$T> }"});
    add("fx.reshape", {x23 + "tensor<6x$T> { %y = fx.reshape %x to [6] : tensor<2x3x$T> -> tensor<6x$T> return %y : "
                             "tensor<6x$T> }"});
    add("fx.transpose", {x23 + "tensor<3x2x$T> { %y = fx.transpose %x by [1, 0] : tensor<2x3x$T> -> tensor<3x2x$T> "
                               "return %y : tensor<3x2x$T> }"});
    add("fx.slice", {"(%x: tensor<5x3x$T>) -> tensor<2x2x$T> { %y = fx.slice %x from [1, 0] to [5, 2] by [2, 1] : "
                     "tensor<5x3x$T> -> tensor<2x2x$T> return %y : tensor<2x2x$T> }"});
    add("fx.pad",
        {"(%x: tensor<2x3x$T>, %v: tensor<$T>) -> tensor<5x2x$T> { %y = fx.pad %x, %v low [1, -1] high [1, 0] "
         "interior [1, 0] : (tensor<2x3x$T>, tensor<$T>) -> tensor<5x2x$T> return %y : tensor<5x2x$T> }"});
    add("fx.concatenate",
        {"(%x: tensor<2x3x$T>, %z: tensor<2x1x$T>) -> tensor<2x7x$T> { %y = fx.concatenate %x, %z, %x "
         "along 1 : (tensor<2x3x$T>, tensor<2x1x$T>, tensor<2x3x$T>) -> tensor<2x7x$T> return %y : "
         "tensor<2x7x$T> }"});
    add("fx.reverse",
        {x23 + "tensor<2x3x$T> { %y = fx.reverse %x along [1] : tensor<2x3x$T> return %y : tensor<2x3x$T> }"});
    add("fx.optimization_barrier", {"(%x: tensor<3x$T>, %i: tensor<2xi32>) -> (tensor<3x$T>, tensor<2xi32>) { %y:2 = "
                                    "fx.optimization_barrier %x, %i "
                                    ": tensor<3x$T>, tensor<2xi32> return %y#0, %y#1 : tensor<3x$T>, tensor<2xi32> }"});

    // ---- reductions and products
    for (const char *kind : {"add", "multiply", "maximum", "minimum", "and", "or", "xor"}) {
      const std::string k = kind;
      add("fx.reduce", {x23 + "tensor<2x$T> { %y = fx.reduce " + k +
                        ", %x over [1] : tensor<2x3x$T> -> tensor<2x$T> "
                        "return %y : tensor<2x$T> }"});
      add("fx.reduce", {"(%x: tensor<3x4x$T>) -> tensor<4x$T> { %y = fx.reduce " + k +
                        ", %x over [0] : tensor<3x4x$T> -> tensor<4x$T> return %y : tensor<4x$T> }"});
      if (k != "minimum")
        add("fx.cumulative",
            {"(%x: tensor<2x3x$T>) -> tensor<2x3x$T> { %y = fx.cumulative " + k + ", %x along 1 reverse " +
             (k < "maximum" ? "true" : "false") + " : tensor<2x3x$T> return %y : tensor<2x3x$T> }"});
    }
    // Two share an extremum.
    for (const char *kind : {"maximum", "minimum"}) {
      add("fx.reduce", {std::string("(%x: tensor<3x2x$T>) -> tensor<3x$T> { %y = fx.reduce ") + kind +
                            ", %x over [1] : tensor<3x2x$T> -> tensor<3x$T> return %y : tensor<3x$T> }",
                        {{1, 1}},
                        1});
      add("fx.cumulative", {std::string("(%x: tensor<3x2x$T>) -> tensor<3x2x$T> { %y = fx.cumulative ") + kind +
                                ", %x along 1 reverse false : tensor<3x2x$T> return %y : tensor<3x2x$T> }",
                            {{1, 1}},
                            1});
    }
    // And two of three, the first or the last.
    for (const auto &[kind, third] : {std::pair("maximum", Range{-1, 0}), {"minimum", Range{2, 3}}})
      for (const char *order : {"%a, %b, %c", "%c, %a, %b"})
        add("fx.cumulative",
            {std::string(
                 "(%a: tensor<1x$T>, %b: tensor<1x$T>, %c: tensor<1x$T>) -> tensor<3x$T> { %x = fx.concatenate ") +
                 order + " along 0 : (tensor<1x$T>, tensor<1x$T>, tensor<1x$T>) -> tensor<3x$T> %y = fx.cumulative " +
                 kind + ", %x along 0 reverse false : tensor<3x$T> return %y : tensor<3x$T> }",
             {{1, 1}, {1, 1}, third},
             1});
    for (const char *kind : {"maximum", "minimum"})
      add("fx.arg_reduce", {x23 + "tensor<2xi32> { %y = fx.arg_reduce " + kind +
                            ", %x over 1 : tensor<2x3x$T> -> tensor<2xi32> return %y : tensor<2xi32> }"});
    add("fx.dot_general",
        {"(%a: tensor<2x3x$T>, %b: tensor<3x4x$T>) -> tensor<2x4x$T> { %y = fx.dot_general %a, %b batch [] "
         "x [] contract [1] x [0] as $T : (tensor<2x3x$T>, tensor<3x4x$T>) -> tensor<2x4x$T> return %y : "
         "tensor<2x4x$T> }"});
    add("fx.dot_general",
        {"(%a: tensor<3x2x4x$T>, %b: tensor<4x2x3x$T>) -> tensor<2x$T> { %y = fx.dot_general %a, %b batch "
         "[1] x [1] contract [2, 0] x [0, 2] as $T : (tensor<3x2x4x$T>, tensor<4x2x3x$T>) -> tensor<2x$T> "
         "return %y : tensor<2x$T> }"});
    // Attention: windows before and after, groups of heads, either order of tokens and heads, more queries than keys.
    struct Attention {
      const char *q, *k, *v, *y, *attributes;
    };
    for (const Attention &a :
         {Attention{"2x4x3x2", "2x2x4x2", "2x2x4x3", "2x4x3x3", "before 1 after 2 tokens_first false"},
          {"1x3x4x2", "1x4x2x2", "1x4x2x1", "1x3x4x1", "before 9223372036854775807 after 0 tokens_first true"},
          {"2x2x4x1", "2x1x3x1", "2x1x3x2", "2x2x4x2", "before 1 after 2 tokens_first false"}}) {
      auto type = [](const char *shape) { return fmt::format("tensor<{}x$T>", shape); };
      const std::string q = type(a.q), k = type(a.k), v = type(a.v), y = type(a.y),
                        attributes = fmt::format("scale 0.7 {}", a.attributes);
      add("fx.attention", {fmt::format("(%q: {0}, %k: {1}, %v: {2}) -> {3} {{ %y = fx.attention %q, %k, %v {4} : {0}, "
                                       "{1}, {2} return %y : {3} }}",
                                       q, k, v, y, attributes)});
      add("fx.attention_grad",
          {fmt::format("(%q: {0}, %k: {1}, %v: {2}, %d: {3}) -> ({0}, {1}, {2}) {{ %y:3 = fx.attention_grad %q, %k, "
                       "%v, %d {4} : {0}, {1}, {2}, {3} return %y#0, %y#1, %y#2 : {0}, {1}, {2} }}",
                       q, k, v, y, attributes),
           {{-2, 2}, {-2, 2}, {-2, 2}, {-2, 2}},
           1});
    }
    add("fx.convolution",
        {"(%x: tensor<1x2x5x$T>, %w: tensor<3x2x2x$T>) -> tensor<1x3x3x$T> { %y = fx.convolution %x, %w strides [2] "
         "pad [1] "
         "x [0] dilate [1] x [1] reverse [0] dims [0, 1, 2] x [0, 1, 2] to [0, 1, 2] groups 1 x 1 as $T : "
         "(tensor<1x2x5x$T>, tensor<3x2x2x$T>) -> tensor<1x3x3x$T> return %y : tensor<1x3x3x$T> }"});
    add("fx.fft", {x23 + "tensor<2x3x$T> { %y = fx.fft FFT, %x over [3] : tensor<2x3x$T> -> tensor<2x3x$T> return %y : "
                         "tensor<2x3x$T> }"});
    add("fx.fft",
        {x23 + "tensor<2x3x$T> { %y = fx.fft IFFT, %x over [2, 3] : tensor<2x3x$T> -> tensor<2x3x$T> return %y : "
               "tensor<2x3x$T> }"});
    add("fx.fft", {"(%x: tensor<2x4x$T>) -> tensor<2x3x$C> { %y = fx.fft RFFT, %x over [4] : tensor<2x4x$T> -> "
                   "tensor<2x3x$C> return %y : tensor<2x3x$C> }"});
    add("fx.fft",
        {x23 + "tensor<2x5x$R> { %y = fx.fft IRFFT, %x over [5] : tensor<2x3x$T> -> tensor<2x5x$R> return %y : "
               "tensor<2x5x$R> }"});

    // ---- positions at run time, also outside of the arrays
    const std::vector<Range> anywhere(4, {-2, 2, -3, 6});
    add("fx.gather",
        {"(%x: tensor<3x2x$T>, %i: tensor<4x1xi32>) -> tensor<4x2x$T> { %y = fx.gather %x, %i "
         "{offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = "
         "array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, "
         "index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 2>} : (tensor<3x2x$T>, tensor<4x1xi32>) -> "
         "tensor<4x2x$T> return %y : tensor<4x2x$T> }",
         anywhere});
    add("fx.gather",
        {"(%x: tensor<2x4x$T>, %i: tensor<2x3xi32>) -> tensor<2x3x$T> { %y = fx.gather %x, %i "
         "{offset_dims = array<i64>, collapsed_slice_dims = array<i64: 1>, operand_batching_dims = "
         "array<i64: 0>, start_indices_batching_dims = array<i64: 0>, start_index_map = array<i64: 1>, "
         "index_vector_dim = 2 : i64, slice_sizes = array<i64: 1, 1>} : (tensor<2x4x$T>, tensor<2x3xi32>) -> "
         "tensor<2x3x$T> return %y : tensor<2x3x$T> }",
         anywhere});
    for (auto [n, kind] :
         llvm::enumerate(std::array{"add", "multiply", "maximum", "minimum", "and", "or", "xor", "set"}))
      // Each position once where the last update counts: which one that is, is not told.
      add("fx.scatter", {std::string("(%x: tensor<4x2x$T>, %u: tensor<3x2x$T>) -> tensor<4x2x$T> { ") +
                         (n == 7 || n == 1 ? "%i = fx.constant dense<[[3], [0], [7]]> : tensor<3x1xi32> "
                                           : "%i = fx.constant dense<[[3], [0], [3]]> : tensor<3x1xi32> ") +
                         "%y = fx.scatter " + kind +
                         ", %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, "
                         "input_batching_dims = array<i64>, "
                         "scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, "
                         "index_vector_dim = 1 "
                         ": i64, unique_indices = " +
                         (n == 7 || n == 1 ? "true" : "false") +
                         "} : (tensor<4x2x$T>, tensor<3x1xi32>, tensor<3x2x$T>) -> "
                         "tensor<4x2x$T> return %y "
                         ": tensor<4x2x$T> }"});
    // Two coordinates each, some of which are outside.
    for (const char *kind : {"add", "multiply", "maximum", "set"})
      add("fx.scatter", {std::string("(%x: tensor<4x3x$T>, %u: tensor<4x$T>) -> tensor<4x3x$T> { %i = fx.constant "
                                     "dense<[[0, 1], [5, 1], [2, -1], [3, 2]]> : tensor<4x2xi32> %y = fx.scatter ") +
                         kind +
                         ", %x, %i, %u {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0, 1>, "
                         "input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, "
                         "scatter_dims_to_operand_dims = array<i64: 0, 1>, index_vector_dim = 1 : i64, unique_indices "
                         "= true} : (tensor<4x3x$T>, tensor<4x2xi32>, tensor<4x$T>) -> tensor<4x3x$T> return %y : "
                         "tensor<4x3x$T> }"});
    // An update is as great as what is there.
    for (const char *kind : {"maximum", "minimum"})
      add("fx.scatter", {std::string("(%x: tensor<4x$T>, %u: tensor<2x$T>) -> tensor<4x$T> { %i = fx.constant "
                                     "dense<[[3], [0]]> : tensor<2x1xi32> %y = fx.scatter ") +
                             kind +
                             ", %x, %i, %u {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, "
                             "input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, "
                             "scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1 : i64, unique_indices "
                             "= true} : (tensor<4x$T>, tensor<2x1xi32>, tensor<2x$T>) -> tensor<4x$T> return %y : "
                             "tensor<4x$T> }",
                         {{1, 1}, {1, 1}},
                         1});
    add("fx.dynamic_slice", {"(%x: tensor<4x3x$T>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<2x2x$T> { %y = "
                             "fx.dynamic_slice %x, %i, %j sizes [2, 2] : (tensor<4x3x$T>, tensor<i32>, tensor<i32>) -> "
                             "tensor<2x2x$T> return %y : tensor<2x2x$T> }",
                             anywhere});
    add("fx.dynamic_update_slice",
        {"(%x: tensor<4x3x$T>, %u: tensor<2x2x$T>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<4x3x$T> { %y = "
         "fx.dynamic_update_slice %x, %u, %i, %j : (tensor<4x3x$T>, tensor<2x2x$T>, tensor<i32>, tensor<i32>) -> "
         "tensor<4x3x$T> return %y : tensor<4x3x$T> }",
         anywhere});
    for (const char *descending : {"false", "true"})
      add("fx.sort",
          {"(%k: tensor<2x4x$T>, %v: tensor<2x4x$T>) -> (tensor<2x4x$T>, tensor<2x4x$T>) { %y:2 = fx.sort %k, %v "
           "along 1 stable true descending " +
           std::string(descending) +
           " : tensor<2x4x$T>, tensor<2x4x$T> return %y#0, %y#1 : tensor<2x4x$T>, tensor<2x4x$T> }"});

    // ---- control flow
    const std::string branches =
        "(%i: tensor<i32>, %x: tensor<2x$T>, %z: tensor<2x$T>) -> tensor<2x$T> { %y = fx.case %i, (%x, %z) : "
        "(tensor<i32>, tensor<2x$T>, tensor<2x$T>) -> tensor<2x$T> { ^bb0(%a: tensor<2x$T>, %b: tensor<2x$T>): "
        "%m = fx.multiply %a, %b : tensor<2x$T> fx.yield %m : tensor<2x$T> }, { ^bb0(%a: tensor<2x$T>, %b: "
        "tensor<2x$T>): %s = fx.add %a, %a : tensor<2x$T> fx.yield %s : tensor<2x$T> } return %y : "
        "tensor<2x$T> }";
    add("fx.case", {branches, {{-2, 2, 0, 0}}});
    add("fx.case", {branches, {{-2, 2, 1, 1}}});
    add("fx.case", {branches, anywhere});
    add("fx.scan",
        {"(%w: tensor<$T>, %c: tensor<$T>, %x: tensor<3x$T>) -> (tensor<$T>, tensor<3x$T>) { %y:2 = fx.scan (%w, "
         "%c, %x) constants 1 carry 1 length 3 reverse false : (tensor<$T>, tensor<$T>, tensor<3x$T>) -> "
         "(tensor<$T>, tensor<3x$T>) { ^bb0(%k: tensor<$T>, %a: tensor<$T>, %b: tensor<$T>): %m = fx.multiply "
         "%a, %b : tensor<$T> %s = fx.add %m, %k : tensor<$T> fx.yield %s, %m : tensor<$T>, tensor<$T> } return "
         "%y#0, %y#1 : tensor<$T>, tensor<3x$T> }"});
    add("fx.while",
        {.text = "(%n: tensor<i32>, %k: tensor<2x$T>, %x: tensor<2x$T>) -> (tensor<i32>, tensor<2x$T>) { %y:2 = "
                 "fx.while (%k, %n, %x) constants 1 : (tensor<2x$T>, tensor<i32>, tensor<2x$T>) -> (tensor<i32>, "
                 "tensor<2x$T>) { ^bb0(%a: tensor<2x$T>, %i: tensor<i32>, %b: tensor<2x$T>): %e = fx.constant "
                 "dense<4> : tensor<i32> %p = fx.compare LT, %i, %e : tensor<i32> fx.yield %p : tensor<i1> } do "
                 "{ ^bb0(%a: tensor<2x$T>, %i: tensor<i32>, %b: tensor<2x$T>): %o = fx.constant dense<1> : "
                 "tensor<i32> %j = fx.add %i, %o : tensor<i32> %m = fx.multiply %a, %b : tensor<2x$T> fx.yield "
                 "%j, %m : tensor<i32>, tensor<2x$T> } return %y#0, %y#1 : tensor<i32>, tensor<2x$T> }",
         .reverse = false});

    // ---- functions with rules of their own
    const std::string xx = "(tensor<4x$T>) -> tensor<4x$T> ", v = "tensor<4x$T>", back = " return %y : tensor<4x$T> }";
    const std::string sine = "{ ^bb0(%a: " + v + "): %b = fx.sine %a : " + v + " fx.yield %b : " + v + " }";
    add("fx.name", {x4 + v + " { %y = fx.name %x as \"n\" : " + v + back});
    add("fx.custom_jvp", {x4 + v + " { %y = fx.custom_jvp(%x) constants 0 : " + xx + sine + " rule { ^bb0(%a: " + v +
                          ", %t: " + v + "): %b = fx.sine %a : " + v + " %c = fx.cosine %a : " + v +
                          " %d = fx.multiply %c, %t : " + v + " fx.yield %b, %d : " + v + ", " + v + " }" + back});
    add("fx.custom_vjp",
        {.text = x4 + v + " { %y = fx.custom_vjp(%x) constants 0 : " + xx + sine + " forward { ^bb0(%a: " + v +
                 "): %b = fx.sine %a : " + v + " fx.yield %b, %a : " + v + ", " + v + " } backward { ^bb0(%r: " + v +
                 ", %ct: " + v + "): %c = fx.cosine %r : " + v + " %d = fx.multiply %c, %ct : " + v +
                 " fx.yield %d : " + v + " }" + back,
         .numeric = false,
         .expected = {{"vjp", "(%x: " + v + ", %ct: " + v + ") -> (" + v + ", " + v + ") { %y = fx.sine %x : " + v +
                                  " %c = fx.cosine %x : " + v + " %d = fx.multiply %c, %ct : " + v +
                                  " return %y, %d : " + v + ", " + v + " }"}},
         .forward = false});
    const std::string mapped = "tensor<3x4x$T>";
    add("fx.custom_vmap",
        {x4 + v + " { %y = fx.custom_vmap(%x) constants 0 axis_size 3 : " + xx + sine + " rule { ^bb0(%a: " + mapped +
         "): %b = fx.sine %a : " + mapped + " fx.yield %b : " + mapped + " }" + back});
    // In the generic form, in which a region may be empty.
    const std::string vv = "(" + v + ", " + v + ") -> " + v, two = "{ ^bb0(%a: " + v + ", %b: " + v + "): %c = fx.";
    const std::string product = two + "multiply %a, %b : " + v + " \"fx.yield\"(%c) : (" + v + ") -> () }";
    const std::string quotient = two + "divide %b, %a : " + v + " \"fx.yield\"(%c) : (" + v + ") -> () }";
    add("fx.linear_call", {"(%k: " + v + ", %x: " + v + ") -> " + v + " { %y = \"fx.linear_call\"(%k, %x) (" +
                               quotient + ", " + quotient + ") {num_constants = 1 : i64} : " + vv + back,
                           {{0.5, 2}}});
    add("fx.linear_call", {"(%k: " + v + ", %x: " + v + ") -> " + v + " { %y = \"fx.linear_call\"(%k, %x) (" +
                               quotient + ", {}) {num_constants = 1 : i64} : " + vv + back,
                           {{0.5, 2}}});
    add("fx.linear_solve",
        {"(%k: " + v + ", %x: " + v + ") -> " + v + " { %y = \"fx.linear_solve\"(%k, %x) (" + product + ", " +
             quotient + ", {}, {}) {num_constants = 1 : i64, symmetric = true} : " + vv + back,
         {{0.5, 2}}});
    add("fx.checkpoint",
        {x4 + v + " { %y = fx.checkpoint(%x) policy \"nothing\" names \"\" prevent_cse true barrier false : " + xx +
         "{ ^bb0(%a: " + v + "): %b = fx.sine %a : " + v + " %c = fx.sine %b : " + v + " fx.yield %c : " + v + " }" +
         back});

    // ---- linear algebra; p = x·xᵀ + 1 is positive definite
    const std::string p =
        "%t = fx.dot_general %x, %x batch [] x [] contract [1] x [1] as $T : (tensor<3x3x$T>, tensor<3x3x$T>) -> "
        "tensor<3x3x$T> %d = fx.constant dense<[[1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 3.0]]> : tensor<3x3x$T> "
        "%p = "
        "fx.add %t, %d : tensor<3x3x$T> ";
    const std::string x33 = "(%x: tensor<3x3x$T>) -> ", returns = " return %y : tensor<3x3x$T> }";
    add("fx.cholesky", {x33 + "tensor<3x3x$T> { " + p + "%y = fx.cholesky %p : tensor<3x3x$T>" + returns});
    add("fx.triangular_solve",
        {"(%x: tensor<3x3x$T>, %b: tensor<3x2x$T>) -> tensor<3x2x$T> { " + p +
         "%y = fx.triangular_solve %p, %b left true "
         "lower true unit false transpose true : tensor<3x3x$T>, tensor<3x2x$T> return %y : tensor<3x2x$T> }"});
    add("fx.lu",
        {x33 + "(tensor<3x3x$T>, tensor<3xi32>, tensor<3xi32>) { %y, %q, %r = fx.lu %x : tensor<3x3x$T> return "
               "%y, %q, %r : tensor<3x3x$T>, tensor<3xi32>, tensor<3xi32> }"});
    add("fx.lu", {x33 + "(tensor<3x3x$T>, tensor<3xi32>, tensor<3xi32>) { " + p +
                  "%y, %q, %r = fx.lu %p : tensor<3x3x$T> "
                  "return %y, %q, %r : tensor<3x3x$T>, tensor<3xi32>, tensor<3xi32> }"});
    add("fx.qr", {x33 + "(tensor<3x3x$T>, tensor<3x3x$T>) { " + p +
                  "%q, %r = fx.qr %p full false : tensor<3x3x$T> return "
                  "%q, %r : tensor<3x3x$T>, tensor<3x3x$T> }"});
    add("fx.eigh", {x33 + "(tensor<3x$T>, tensor<3x3x$T>) { " + p +
                    "%w, %v = fx.eigh %p : tensor<3x3x$T> %y = fx.multiply "
                    "%v, %v : tensor<3x3x$T> return %w, %y : tensor<3x$T>, tensor<3x3x$T> }"});
    add("fx.svd", {x33 + "(tensor<3x$T>, tensor<3x3x$T>) { " + p +
                   "%s, %u, %v = fx.svd %p full false : tensor<3x3x$T> %y = "
                   "fx.multiply %u, %u : tensor<3x3x$T> return %s, %y : tensor<3x$T>, tensor<3x3x$T> }"});
    for (const auto &[m, n, k] : {std::tuple("3", "3", "3"), {"4", "2", "2"}, {"2", "4", "2"}}) {
      const std::string a = std::string("tensor<") + m + "x" + n + "x$T>", t = std::string("tensor<") + k + "x$T>";
      add("fx.householder_qr", {"(%x: " + a + ") -> (" + a + ", " + t + ") { %q, %r = fx.householder_qr %x : " + a +
                                " return %q, %r : " + a + ", " + t + " }"});
    }
    add("fx.householder_product",
        {"(%x: tensor<4x3x$T>, %t: tensor<2x$T>) -> tensor<4x3x$T> { %y = fx.householder_product %x, %t : "
         "tensor<4x3x$T>, tensor<2x$T> return %y : tensor<4x3x$T> }"});

    // ---- collectives, over an axis of 3 members; expected is what they are of all members' operands, one behind
    // another
    const std::string all = "(%x: tensor<3x2x3x$T>) -> ";
    for (const char *kind : {"add", "maximum", "minimum"}) {
      const std::string k = kind;
      add("fx.all_reduce",
          {.text = x23 + "tensor<2x3x$T> { %y = fx.all_reduce " + k +
                   ", %x over \"i\" of 3 : tensor<2x3x$T> return %y : tensor<2x3x$T> }",
           .expected = {
               {"itself", all + "tensor<3x2x3x$T> { %s = fx.reduce " + k +
                              ", %x over [0] : tensor<3x2x3x$T> -> $A %y = fx.broadcast_in_dim %s dims [1, 2] to "
                              "[3, 2, 3] : $A -> tensor<3x2x3x$T> return %y : tensor<3x2x3x$T> }"}}});
    }
    // All members attain it.
    add("fx.all_reduce",
        {.text = x23 + "tensor<2x3x$T> { %y = fx.all_reduce maximum, %x over \"i\" of 3 : tensor<2x3x$T> "
                       "return %y : tensor<2x3x$T> }",
         .ranges = {{1, 1}},
         .order = 1,
         .numeric = false});
    add("fx.all_gather",
        {.text = x23 + "tensor<2x9x$T> { %y = fx.all_gather %x along 1 over \"i\" of 3 : tensor<2x3x$T> -> "
                       "tensor<2x9x$T> return %y : tensor<2x9x$T> }",
         .expected = {
             {"itself", all + "tensor<3x2x9x$T> { %t = fx.transpose %x by [1, 0, 2] : tensor<3x2x3x$T> -> "
                              "tensor<2x3x3x$T> %r = fx.reshape %t to [2, 9] : tensor<2x3x3x$T> -> tensor<2x9x$T> "
                              "%y = fx.broadcast_in_dim %r dims [1, 2] to [3, 2, 9] : tensor<2x9x$T> -> "
                              "tensor<3x2x9x$T> return %y : tensor<3x2x9x$T> }"}}});
    add("fx.reduce_scatter",
        {.text = x23 + "tensor<2x1x$T> { %y = fx.reduce_scatter %x along 1 over \"i\" of 3 : "
                       "tensor<2x3x$T> -> tensor<2x1x$T> return %y : tensor<2x1x$T> }",
         .expected = {
             {"itself", all + "tensor<3x2x1x$T> { %s = fx.reduce add, %x over [0] : tensor<3x2x3x$T> -> $A %t = "
                              "fx.transpose %s by [1, 0] : $A -> tensor<3x2x$T> %y = fx.reshape %t to [3, 2, 1] : "
                              "tensor<3x2x$T> -> tensor<3x2x1x$T> return %y : tensor<3x2x1x$T> }"}}});
    // Rows of x; the last is of zeros.
    const std::string padded =
        "(%x: tensor<3x4x$T>) -> tensor<3x4x$T> { %f = fx.constant dense<false> : tensor<1x4xi1> "
        "%o = fx.convert %f to $T : tensor<1x4xi1> -> tensor<1x4x$T> %p = fx.concatenate %x, %o "
        "along 0 : (tensor<3x4x$T>, tensor<1x4x$T>) -> tensor<4x4x$T> ";
    for (const auto &[sources, rows] : {std::pair("[1, 2, 0]", "120"), {"[2, 1, 0]", "210"}, {"[-1, 0, 1]", "301"}}) {
      std::string text = padded;
      for (char row : std::string(rows))
        text +=
            fmt::format("%r{0} = fx.slice %p from [{0}, 0] to [{1}, 4] by [1, 1] : tensor<4x4x$T> -> tensor<1x4x$T> ",
                        row, static_cast<char>(row + 1));
      text += fmt::format(
          "%y = fx.concatenate %r{}, %r{}, %r{} along 0 : (tensor<1x4x$T>, tensor<1x4x$T>, "
          "tensor<1x4x$T>) -> tensor<3x4x$T> return %y : tensor<3x4x$T> }}",
          rows[0], rows[1], rows[2]);
      add("fx.collective_permute", {.text = x4 + "tensor<4x$T> { %y = fx.collective_permute %x from " + sources +
                                            " over \"i\" of 3 : tensor<4x$T> return %y : tensor<4x$T> }",
                                    .expected = {{"itself", text}}});
    }
    add("fx.all_to_all",
        {.text = x23 + "tensor<6x1x$T> { %y = fx.all_to_all %x cut 1 joined 0 over \"i\" of 3 : "
                       "tensor<2x3x$T> -> tensor<6x1x$T> return %y : tensor<6x1x$T> }",
         .expected = {{"itself", all + "tensor<3x6x1x$T> { %t = fx.transpose %x by [2, 0, 1] : tensor<3x2x3x$T> -> "
                                       "tensor<3x3x2x$T> %y = fx.reshape %t to [3, 6, 1] : tensor<3x3x2x$T> -> "
                                       "tensor<3x6x1x$T> return %y : tensor<3x6x1x$T> }"}}});
    add("fx.axis_index",
        {.text = x4 + "tensor<4x$T> { %i = fx.axis_index over \"i\" of 3 : tensor<i32> %c = fx.convert %i to $T "
                      ": tensor<i32> -> tensor<$T> %b = fx.broadcast_in_dim %c dims [] to [4] : tensor<$T> -> "
                      "tensor<4x$T> %y = fx.multiply %x, %b : tensor<4x$T> return %y : tensor<4x$T> }",
         .expected = {{"itself",
                       "(%x: tensor<3x4x$T>) -> tensor<3x4x$T> { %i = fx.iota 0 to [3, 4] as i32 : "
                       "tensor<3x4xi32> %c = fx.convert %i to $T : tensor<3x4xi32> -> tensor<3x4x$T> %y = "
                       "fx.multiply %x, %c : tensor<3x4x$T> return %y : tensor<3x4x$T> }"}}});
    return cases;
  }();
  return kCases;
}

}  // namespace fluxion::rules

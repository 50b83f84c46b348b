// Functions with rules of their own.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

inline void customCases(Add add) {
  const std::string xx = "(tensor<4x$T>) -> tensor<4x$T> ", v = "tensor<4x$T>", back = " return %y : tensor<4x$T> }";
  const std::string sine = "{ ^bb0(%a: " + v + "): %b = fx.sine %a : " + v + " fx.yield %b : " + v + " }";
  add("fx.name", {kOf4 + v + " { %y = fx.name %x as \"n\" : " + v + back});
  add("fx.custom_jvp", {kOf4 + v + " { %y = fx.custom_jvp(%x) constants 0 : " + xx + sine + " rule { ^bb0(%a: " + v +
                        ", %t: " + v + "): %b = fx.sine %a : " + v + " %c = fx.cosine %a : " + v +
                        " %d = fx.multiply %c, %t : " + v + " fx.yield %b, %d : " + v + ", " + v + " }" + back});
  add("fx.custom_vjp",
      {.text = kOf4 + v + " { %y = fx.custom_vjp(%x) constants 0 : " + xx + sine + " forward { ^bb0(%a: " + v +
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
      {kOf4 + v + " { %y = fx.custom_vmap(%x) constants 0 axis_size 3 : " + xx + sine + " rule { ^bb0(%a: " + mapped +
       "): %b = fx.sine %a : " + mapped + " fx.yield %b : " + mapped + " }" + back});
  // In the generic form, in which a region may be empty.
  const std::string vv = "(" + v + ", " + v + ") -> " + v, two = "{ ^bb0(%a: " + v + ", %b: " + v + "): %c = fx.";
  const std::string product = two + "multiply %a, %b : " + v + " \"fx.yield\"(%c) : (" + v + ") -> () }";
  const std::string quotient = two + "divide %b, %a : " + v + " \"fx.yield\"(%c) : (" + v + ") -> () }";
  add("fx.linear_call", {"(%k: " + v + ", %x: " + v + ") -> " + v + " { %y = \"fx.linear_call\"(%k, %x) (" + quotient +
                             ", " + quotient + ") {num_constants = 1 : i64} : " + vv + back,
                         {{0.5, 2}}});
  add("fx.linear_call", {"(%k: " + v + ", %x: " + v + ") -> " + v + " { %y = \"fx.linear_call\"(%k, %x) (" + quotient +
                             ", {}) {num_constants = 1 : i64} : " + vv + back,
                         {{0.5, 2}}});
  add("fx.linear_solve", {"(%k: " + v + ", %x: " + v + ") -> " + v + " { %y = \"fx.linear_solve\"(%k, %x) (" + product +
                              ", " + quotient + ", {}, {}) {num_constants = 1 : i64, symmetric = true} : " + vv + back,
                          {{0.5, 2}}});
  // In what is linear alone, so that the transposed function counts.
  add("fx.linear_call", {.text = "(%k: " + v + ", %x: " + v + ") -> " + v + " { %y = \"fx.linear_call\"(%k, %x) (" +
                                 quotient + ", " + quotient + ") {num_constants = 1 : i64} : " + vv + back,
                         .ranges = {{0.5, 2}},
                         .wrt = {1}});
  // x / k, differentiated by x and then by both: the product counts, too, or that of the transposed matrix.
  for (const std::string &regions :
       {quotient + ", {}, {}) {num_constants = 1 : i64, symmetric = true",
        quotient + ", " + product + ", " + quotient + ") {num_constants = 1 : i64, symmetric = false"})
    add("fx.linear_solve",
        {.text = "(%k: " + v + ", %x: " + v + ") -> " + v + " { %y = \"fx.linear_solve\"(%k, %x) (" + product + ", " +
                 regions + "} : " + vv + back,
         .ranges = {{0.5, 2}},
         .wrt = {1},
         .again = {0},
         .expected = {{"jvp of vjp",
                       fmt::format("(%k: {0}, %x: {0}, %c: {0}, %s: {0}, %t: {0}, %u: {0}) -> ({0}, {0}, {0}, {0}) {{ "
                                   "%y = fx.divide %x, %k : {0} %z = fx.divide %c, %k : {0} %m = fx.multiply %y, %s : "
                                   "{0} %n = fx.subtract %t, %m : {0} %d = fx.divide %n, %k : {0} %o = fx.multiply %z, "
                                   "%s : {0} %p = fx.subtract %u, %o : {0} %e = fx.divide %p, %k : {0} return %y, %z, "
                                   "%d, %e : {0}, {0}, {0}, {0} }}",
                                   v)}}});
  // Of a triangular matrix; the transposed product is given, or made of the product.
  const std::string m = "tensor<3x3x$T>", b = "tensor<3x1x$T>";
  auto times = [&](const char *dim) {
    return "{ ^bb0(%a: " + m + ", %b: " + b + "): %c = fx.dot_general %a, %b batch [] x [] contract [" + dim +
           "] x [0] as $T : (" + m + ", " + b + ") -> " + b + " \"fx.yield\"(%c) : (" + b + ") -> () }";
  };
  auto solved = [&](const char *transpose) {
    return "{ ^bb0(%a: " + m + ", %b: " + b + "): %c = fx.triangular_solve %a, %b left true lower true unit false " +
           "transpose " + transpose + " : " + m + ", " + b + " \"fx.yield\"(%c) : (" + b + ") -> () }";
  };
  for (const std::string &transposed : {std::string("{}"), times("0")})
    for (const std::vector<int64_t> &wrt : {std::vector<int64_t>{}, {1}})
      add("fx.linear_solve",
          {.text = "(%k: " + m + ", %x: " + b + ") -> " + b +
                   " { %p = fx.constant dense<[[true, false, false], [true, true, false], [true, true, true]]> : "
                   "tensor<3x3xi1> %z = fx.subtract %k, %k : " +
                   m + " %t = fx.select %p, %k, %z : tensor<3x3xi1>, " + m +
                   " %d = fx.constant dense<[[4.0, 0.0, 0.0], [0.0, 3.0, 0.0], [0.0, 0.0, 4.0]]> : " + m +
                   " %l = fx.add %t, %d : " + m + " %y = \"fx.linear_solve\"(%l, %x) (" + times("1") + ", " +
                   solved("false") + ", " + transposed + ", " + solved("true") +
                   ") {num_constants = 1 : i64, symmetric = false} : (" + m + ", " + b + ") -> " + b +
                   " return %y : " + b + " }",
           .wrt = wrt});
  add("fx.checkpoint",
      {kOf4 + v + " { %y = fx.checkpoint(%x) policy \"nothing\" names \"\" prevent_cse true barrier false : " + xx +
       "{ ^bb0(%a: " + v + "): %b = fx.sine %a : " + v + " %c = fx.sine %b : " + v + " fx.yield %c : " + v + " }" +
       back});
}

}  // namespace fluxion::rules

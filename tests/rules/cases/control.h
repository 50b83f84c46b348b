// Control flow.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

inline void controlCases(Add add) {
  const std::string branches =
      "(%i: tensor<i32>, %x: tensor<3x$T>, %z: tensor<3x$T>) -> tensor<3x$T> { %y = fx.case %i, (%x, %z) : "
      "(tensor<i32>, tensor<3x$T>, tensor<3x$T>) -> tensor<3x$T> { ^bb0(%a: tensor<3x$T>, %b: tensor<3x$T>): "
      "%m = fx.multiply %a, %b : tensor<3x$T> fx.yield %m : tensor<3x$T> }, { ^bb0(%a: tensor<3x$T>, %b: "
      "tensor<3x$T>): %s = fx.add %a, %a : tensor<3x$T> fx.yield %s : tensor<3x$T> } return %y : "
      "tensor<3x$T> }";
  add("fx.case", {branches, {{-2, 2, 0, 0}}});
  add("fx.case", {branches, {{-2, 2, 1, 1}}});
  add("fx.case", {branches, kAnywhere});
  add("fx.case", {branches, {{-2, 2, -1, -1}}});
  add("fx.case", {branches, {{-2, 2, 0, 1}}});
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
}

}  // namespace fluxion::rules

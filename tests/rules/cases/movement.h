// Ops that make and move elements.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

inline void movementCases(Add add) {
  add("fx.constant",
      {kOf4 + "(tensor<4x$T>, tensor<2xi32>) { %c = fx.constant dense<[1, 2]> : tensor<2xi32> return %x, %c "
              ": tensor<4x$T>, tensor<2xi32> }"});
  add("fx.iota",
      {kOf23 + "(tensor<2x3x$T>, tensor<2x3x$T>) { %y = fx.iota 1 to [2, 3] as $T : tensor<2x3x$T> return %x, "
               "%y : tensor<2x3x$T>, tensor<2x3x$T> }"});
  add("fx.broadcast_in_dim", {"(%x: tensor<2x1x$T>) -> tensor<2x3x2x$T> { %y = fx.broadcast_in_dim %x dims [0, 1] to "
                              "[2, 3, 2] : tensor<2x1x$T> -> tensor<2x3x2x$T> return %y : tensor<2x3x2x$T> }"});
  add("fx.reshape", {kOf23 + "tensor<6x$T> { %y = fx.reshape %x to [6] : tensor<2x3x$T> -> tensor<6x$T> return %y : "
                             "tensor<6x$T> }"});
  add("fx.transpose", {kOf23 + "tensor<3x2x$T> { %y = fx.transpose %x by [1, 0] : tensor<2x3x$T> -> tensor<3x2x$T> "
                               "return %y : tensor<3x2x$T> }"});
  add("fx.slice", {"(%x: tensor<5x3x$T>) -> tensor<2x2x$T> { %y = fx.slice %x from [1, 0] to [5, 2] by [2, 1] : "
                   "tensor<5x3x$T> -> tensor<2x2x$T> return %y : tensor<2x2x$T> }"});
  add("fx.pad", {"(%x: tensor<2x3x$T>, %v: tensor<$T>) -> tensor<5x2x$T> { %y = fx.pad %x, %v low [1, -1] high [1, 0] "
                 "interior [1, 0] : (tensor<2x3x$T>, tensor<$T>) -> tensor<5x2x$T> return %y : tensor<5x2x$T> }"});
  add("fx.concatenate", {"(%x: tensor<2x3x$T>, %z: tensor<2x1x$T>) -> tensor<2x7x$T> { %y = fx.concatenate %x, %z, %x "
                         "along 1 : (tensor<2x3x$T>, tensor<2x1x$T>, tensor<2x3x$T>) -> tensor<2x7x$T> return %y : "
                         "tensor<2x7x$T> }"});
  add("fx.reverse",
      {kOf23 + "tensor<2x3x$T> { %y = fx.reverse %x along [1] : tensor<2x3x$T> return %y : tensor<2x3x$T> }"});
  add("fx.sharding_constraint",
      {kOf23 +
       "tensor<2x3x$T> { %y = fx.sharding_constraint %x <#fx.mesh<[\"m\" = 2]>, [{\"m\"}, {?}]> : tensor<2x3x$T> "
       "return %y : tensor<2x3x$T> }"});
  add("fx.optimization_barrier", {"(%x: tensor<3x$T>, %i: tensor<2xi32>) -> (tensor<3x$T>, tensor<2xi32>) { %y:2 = "
                                  "fx.optimization_barrier %x, %i "
                                  ": tensor<3x$T>, tensor<2xi32> return %y#0, %y#1 : tensor<3x$T>, tensor<2xi32> }"});
}

}  // namespace fluxion::rules

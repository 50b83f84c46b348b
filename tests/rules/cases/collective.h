// Collectives, over an axis of 3 members; expected is what they are of all members' operands, one behind another.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

inline void collectiveCases(Add add) {
  const std::string all = "(%x: tensor<3x2x3x$T>) -> ";
  for (const char *kind : {"add", "maximum", "minimum"}) {
    const std::string k = kind;
    add("fx.all_reduce",
        {.text = kOf23 + "tensor<2x3x$T> { %y = fx.all_reduce " + k +
                 ", %x over \"i\" of 3 : tensor<2x3x$T> return %y : tensor<2x3x$T> }",
         .expected = {
             {"itself", all + "tensor<3x2x3x$T> { %s = fx.reduce " + k +
                            ", %x over [0] : tensor<3x2x3x$T> -> $A %y = fx.broadcast_in_dim %s dims [1, 2] to "
                            "[3, 2, 3] : $A -> tensor<3x2x3x$T> return %y : tensor<3x2x3x$T> }"}}});
  }
  // All members attain it.
  add("fx.all_reduce",
      {.text = kOf23 + "tensor<2x3x$T> { %y = fx.all_reduce maximum, %x over \"i\" of 3 : tensor<2x3x$T> "
                       "return %y : tensor<2x3x$T> }",
       .ranges = {{1, 1}},
       .order = 1,
       .numeric = false});
  add("fx.all_gather",
      {.text = kOf23 + "tensor<2x9x$T> { %y = fx.all_gather %x along 1 over \"i\" of 3 : tensor<2x3x$T> -> "
                       "tensor<2x9x$T> return %y : tensor<2x9x$T> }",
       .expected = {{"itself", all +
                                   "tensor<3x2x9x$T> { %t = fx.transpose %x by [1, 0, 2] : tensor<3x2x3x$T> -> "
                                   "tensor<2x3x3x$T> %r = fx.reshape %t to [2, 9] : tensor<2x3x3x$T> -> tensor<2x9x$T> "
                                   "%y = fx.broadcast_in_dim %r dims [1, 2] to [3, 2, 9] : tensor<2x9x$T> -> "
                                   "tensor<3x2x9x$T> return %y : tensor<3x2x9x$T> }"}}});
  add("fx.reduce_scatter",
      {.text = kOf23 + "tensor<2x1x$T> { %y = fx.reduce_scatter %x along 1 over \"i\" of 3 : "
                       "tensor<2x3x$T> -> tensor<2x1x$T> return %y : tensor<2x1x$T> }",
       .expected = {{"itself", all +
                                   "tensor<3x2x1x$T> { %s = fx.reduce add, %x over [0] : tensor<3x2x3x$T> -> $A %t = "
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
      text += fmt::format("%r{0} = fx.slice %p from [{0}, 0] to [{1}, 4] by [1, 1] : tensor<4x4x$T> -> tensor<1x4x$T> ",
                          row, static_cast<char>(row + 1));
    text += fmt::format(
        "%y = fx.concatenate %r{}, %r{}, %r{} along 0 : (tensor<1x4x$T>, tensor<1x4x$T>, "
        "tensor<1x4x$T>) -> tensor<3x4x$T> return %y : tensor<3x4x$T> }}",
        rows[0], rows[1], rows[2]);
    add("fx.collective_permute", {.text = kOf4 + "tensor<4x$T> { %y = fx.collective_permute %x from " + sources +
                                          " over \"i\" of 3 : tensor<4x$T> return %y : tensor<4x$T> }",
                                  .expected = {{"itself", text}}});
  }
  add("fx.all_to_all",
      {.text = kOf23 + "tensor<6x1x$T> { %y = fx.all_to_all %x cut 1 joined 0 over \"i\" of 3 : "
                       "tensor<2x3x$T> -> tensor<6x1x$T> return %y : tensor<6x1x$T> }",
       .expected = {{"itself", all + "tensor<3x6x1x$T> { %t = fx.transpose %x by [2, 0, 1] : tensor<3x2x3x$T> -> "
                                     "tensor<3x3x2x$T> %y = fx.reshape %t to [3, 6, 1] : tensor<3x3x2x$T> -> "
                                     "tensor<3x6x1x$T> return %y : tensor<3x6x1x$T> }"}}});
  add("fx.axis_index",
      {.text = kOf4 + "tensor<4x$T> { %i = fx.axis_index over \"i\" of 3 : tensor<i32> %c = fx.convert %i to $T "
                      ": tensor<i32> -> tensor<$T> %b = fx.broadcast_in_dim %c dims [] to [4] : tensor<$T> -> "
                      "tensor<4x$T> %y = fx.multiply %x, %b : tensor<4x$T> return %y : tensor<4x$T> }",
       .expected = {{"itself",
                     "(%x: tensor<3x4x$T>) -> tensor<3x4x$T> { %i = fx.iota 0 to [3, 4] as i32 : "
                     "tensor<3x4xi32> %c = fx.convert %i to $T : tensor<3x4xi32> -> tensor<3x4x$T> %y = "
                     "fx.multiply %x, %c : tensor<3x4x$T> return %y : tensor<3x4x$T> }"}}});
}

}  // namespace fluxion::rules

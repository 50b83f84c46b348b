// Comparisons and conversions: elementwise ops with attributes.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

inline void conversionCases(Add add) {
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
        {.text = kOf4 + "(" + types + ") { " + body + "return " + names + " : " + types + " }", .numeric = false});
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
      {.text = kOf4 + "tensor<4xcomplex<f32>> { " + narrow + "return %y : tensor<4xcomplex<f32>> }",
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
  add("fx.bitcast_convert", {kOf4 + "tensor<4x$B> { %y = fx.bitcast_convert %x to $B : tensor<4x$T> -> tensor<4x$B> "
                                    "return %y : tensor<4x$B> }"});
  const std::string bits = " {exponent_bits = 5 : i64, mantissa_bits = 3 : i64} : $A ";
  const std::string rounds = "%y = fx.reduce_precision %x" + bits,
                    twice = rounds + "%d = fx.reduce_precision %t" + bits;
  const std::string derivative = "(%x: $A, %t: $A) -> ($A, $A) { " + twice + "return %y, %d : $A, $A }";
  add("fx.reduce_precision", {.text = "(%x: $A) -> $A { " + rounds + "return %y : $A }",
                              .ranges = {{-3e5, 3e5}, {-3e5, 3e5}},  // most overflow
                              .numeric = false,
                              .expected = {{"jvp", derivative}, {"vjp", derivative}}});
}

}  // namespace fluxion::rules

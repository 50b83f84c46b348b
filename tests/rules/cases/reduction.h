// Reductions and products.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

inline void reductionCases(Add add) {
  for (const char *kind : {"add", "multiply", "maximum", "minimum", "and", "or", "xor"}) {
    const std::string k = kind;
    add("fx.reduce", {kOf23 + "tensor<2x$T> { %y = fx.reduce " + k +
                      ", %x over [1] : tensor<2x3x$T> -> tensor<2x$T> "
                      "return %y : tensor<2x$T> }"});
    add("fx.reduce", {"(%x: tensor<3x4x$T>) -> tensor<4x$T> { %y = fx.reduce " + k +
                      ", %x over [0] : tensor<3x4x$T> -> tensor<4x$T> return %y : tensor<4x$T> }"});
    add("fx.cumulative", {"(%x: tensor<2x3x$T>) -> tensor<2x3x$T> { %y = fx.cumulative " + k + ", %x along 1 reverse " +
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
  // What is infinite may be an extremum, too: of itself, and equal to another.
  for (const auto &[kind, infinite] : {std::pair("maximum", "%n"), {"minimum", "%i"}})
    add("fx.cumulative",
        {.text = std::string("(%x: tensor<3x$T>) -> tensor<3x$T> { %o = fx.constant dense<[1.0, 1.0, "
                             "0.0]> : tensor<3x$T> %z = fx.constant dense<[0.0, 0.0, 1.0]> : tensor<3x$T> %i = "
                             "fx.divide %o, %z : tensor<3x$T> %n = fx.negate %i : tensor<3x$T> %y = fx.add %x, ") +
                 infinite + " : tensor<3x$T> %c = fx.cumulative " + kind +
                 ", %y along 0 reverse false : tensor<3x$T> return %c : tensor<3x$T> }",
         .ranges = {{1, 2}},
         .order = 1,
         .wrt = {0},
         .numeric = false,
         .expected =
             {{"jvp",
               "(%x: tensor<3x$T>, %t: tensor<3x$T>) -> (tensor<3x$T>, tensor<3x$T>) { %o = "
               "fx.constant dense<[1.0, 1.0, 0.0]> : tensor<3x$T> %z = fx.constant dense<[0.0, 0.0, 1.0]> : "
               "tensor<3x$T> %i = fx.divide %o, %z : tensor<3x$T> %n = fx.negate %i : tensor<3x$T> %y = "
               "fx.add %x, " +
                   std::string(infinite) +
                   " : tensor<3x$T> %u = fx.slice %t from [0] to [1] by [1] "
                   ": tensor<3x$T> -> tensor<1x$T> %v = fx.slice %t from [1] to [2] by [1] : tensor<3x$T> -> "
                   "tensor<1x$T> %w = fx.slice %t from [2] to [3] by [1] : tensor<3x$T> -> tensor<1x$T> %s = "
                   "fx.add %u, %v : tensor<1x$T> %h = fx.constant dense<0.5> : tensor<1x$T> %m = fx.multiply %s, "
                   "%h : tensor<1x$T> %d = fx.concatenate %u, %m, %w along 0 : (tensor<1x$T>, tensor<1x$T>, "
                   "tensor<1x$T>) -> tensor<3x$T> return %y, %d : tensor<3x$T>, tensor<3x$T> }"}},
         .isInfinite = true});
  // Either of two is the greater.
  for (const char *kind : {"maximum", "minimum"})
    add("fx.cumulative", {std::string("(%x: tensor<3x2x$T>) -> tensor<3x2x$T> { %y = fx.cumulative ") + kind +
                          ", %x along 1 reverse false : tensor<3x2x$T> return %y : tensor<3x2x$T> }"});
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
    add("fx.arg_reduce", {kOf23 + "tensor<2xi32> { %y = fx.arg_reduce " + kind +
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
    // Tangents of all operands, and of some.
    add("fx.attention_jvp",
        {fmt::format(
             "(%q: {0}, %k: {1}, %v: {2}, %a: {0}, %b: {1}, %c: {2}) -> ({3}, {3}) {{ %y:2 = fx.attention_jvp "
             "%q, %k, %v along [0, 1, 2] %a, %b, %c {4} : {0}, {1}, {2} along {0}, {1}, {2} return %y#0, %y#1 : "
             "{3}, {3} }}",
             q, k, v, y, attributes),
         std::vector<Range>(6, {-2, 2}), 1});
    add("fx.attention_jvp",
        {fmt::format("(%q: {0}, %k: {1}, %v: {2}, %b: {1}) -> ({3}, {3}) {{ %y:2 = fx.attention_jvp %q, %k, %v along "
                     "[1] %b {4} : {0}, {1}, {2} along {1} return %y#0, %y#1 : {3}, {3} }}",
                     q, k, v, y, attributes),
         std::vector<Range>(4, {-2, 2}), 1});
    add("fx.attention_grad_jvp",
        {fmt::format("(%q: {0}, %k: {1}, %v: {2}, %d: {3}, %a: {0}, %b: {1}, %c: {2}, %e: {3}) -> ({0}, {1}, {2}) {{ "
                     "%y:6 = fx.attention_grad_jvp %q, %k, %v, %d along [0, 1, 2, 3] %a, %b, %c, %e {4} : {0}, {1}, "
                     "{2}, {3} along {0}, {1}, {2}, {3} return %y#3, %y#4, %y#5 : {0}, {1}, {2} }}",
                     q, k, v, y, attributes),
         std::vector<Range>(8, {-2, 2}), 1});
    add("fx.attention_grad_jvp",
        {fmt::format("(%q: {0}, %k: {1}, %v: {2}, %d: {3}, %c: {2}) -> ({0}, {1}, {2}) {{ %y:6 = "
                     "fx.attention_grad_jvp %q, %k, %v, %d along [2] %c {4} : {0}, {1}, {2}, {3} along {2} return "
                     "%y#3, %y#4, %y#2 : {0}, {1}, {2} }}",
                     q, k, v, y, attributes),
         std::vector<Range>(5, {-2, 2}), 1});
  }
  add("fx.convolution",
      {"(%x: tensor<1x2x5x$T>, %w: tensor<3x2x2x$T>) -> tensor<1x3x3x$T> { %y = fx.convolution %x, %w strides [2] "
       "pad [1] "
       "x [0] dilate [1] x [1] reverse [0] dims [0, 1, 2] x [0, 1, 2] to [0, 1, 2] groups 1 x 1 as $T : "
       "(tensor<1x2x5x$T>, tensor<3x2x2x$T>) -> tensor<1x3x3x$T> return %y : tensor<1x3x3x$T> }"});
  add("fx.fft", {kOf23 + "tensor<2x3x$T> { %y = fx.fft FFT, %x over [3] : tensor<2x3x$T> -> tensor<2x3x$T> return %y : "
                         "tensor<2x3x$T> }"});
  add("fx.fft",
      {kOf23 + "tensor<2x3x$T> { %y = fx.fft IFFT, %x over [2, 3] : tensor<2x3x$T> -> tensor<2x3x$T> return %y : "
               "tensor<2x3x$T> }"});
  add("fx.fft", {"(%x: tensor<2x4x$T>) -> tensor<2x3x$C> { %y = fx.fft RFFT, %x over [4] : tensor<2x4x$T> -> "
                 "tensor<2x3x$C> return %y : tensor<2x3x$C> }"});
  add("fx.fft",
      {kOf23 + "tensor<2x5x$R> { %y = fx.fft IRFFT, %x over [5] : tensor<2x3x$T> -> tensor<2x5x$R> return %y : "
               "tensor<2x5x$R> }"});
}

}  // namespace fluxion::rules

// Linear algebra. p = x·xᵀ + 1 is positive definite.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

inline void linalgCases(Add add) {
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
  // Whatever signs a column of u and v have, their product has none.
  for (const auto &[m, n, k] : {std::tuple(3, 3, 3), {5, 3, 3}, {3, 5, 3}}) {
    const std::string a = fmt::format("tensor<{}x{}x$T>", m, n), s = fmt::format("tensor<{}x$T>", k),
                      u = fmt::format("tensor<{}x{}x$T>", m, k), v = fmt::format("tensor<{}x{}x$T>", k, n);
    add("fx.svd",
        {.text = fmt::format("(%x: {0}) -> ({1}, {2}, {3}, {0}) {{ %s, %u, %v = fx.svd %x full false : {0} %y = "
                             "fx.multiply %u, %u : {2} %z = fx.multiply %v, %v : {3} %w = fx.dot_general %u, %v batch "
                             "[] x [] contract [1] x [0] as $T : ({2}, {3}) -> {0} return %s, %y, %z, %w : {1}, {2}, "
                             "{3}, {0} }}",
                             a, s, u, v),
         .ranges = {{-2, 2}},
         .isReal = true});
    add("fx.svd", {fmt::format("(%x: {0}) -> {1} {{ %s, %u, %v = fx.svd %x full true : {0} return %s : {1} }}", a, s),
                   {{-2, 2}},
                   1});
  }
  // Column 0 of the masked ones has nothing below its first element: the reflection is none, and stays so.
  for (const auto &[m, n, k] : {std::tuple(4, 4, 4), {5, 3, 3}, {4, 6, 4}}) {
    const std::string a = fmt::format("tensor<{}x{}x$T>", m, n), t = fmt::format("tensor<{}x$T>", k);
    add("fx.householder_qr",
        {fmt::format("(%x: {0}) -> ({0}, {1}) {{ %q, %r = fx.householder_qr %x : {0} return %q, %r : {0}, {1} }}", a,
                     t)});
    std::string mask;
    for (int i = 0; i < m; ++i) {
      mask += i ? ", [" : "[";
      for (int j = 0; j < n; ++j) mask += std::string(j ? ", " : "") + (i > 0 && j == 0 ? "0.0" : "1.0");
      mask += "]";
    }
    add("fx.householder_qr",
        {fmt::format("(%x: {0}) -> ({0}, {1}) {{ %m = fx.constant dense<[{2}]> : {0} %a = fx.multiply %x, %m : {0} %q, "
                     "%r = fx.householder_qr %a : {0} return %q, %r : {0}, {1} }}",
                     a, t, mask)});
    for (const char *full : {"false", "true"}) {
      const std::string q = fmt::format("tensor<{}x{}x$T>", m, full[0] == 't' ? m : k),
                        r = fmt::format("tensor<{}x{}x$T>", full[0] == 't' ? m : k, n);
      add("fx.qr", {fmt::format("(%x: {0}) -> ({1}, {2}) {{ %q, %r = fx.qr %x full {3} : {0} return %q, %r : {1}, {2} "
                                "}}",
                                a, q, r, full)});
    }
    const std::string indices = fmt::format("tensor<{}xi32>", k), all = fmt::format("tensor<{}xi32>", m);
    add("fx.lu",
        {fmt::format("(%x: {0}) -> ({0}, {1}, {2}) {{ %y, %q, %r = fx.lu %x : {0} return %y, %q, %r : {0}, {1}, "
                     "{2} }}",
                     a, indices, all)});
  }
  add("fx.householder_product",
      {"(%x: tensor<5x4x$T>, %t: tensor<3x$T>) -> tensor<5x4x$T> { %y = fx.householder_product %x, %t : "
       "tensor<5x4x$T>, tensor<3x$T> return %y : tensor<5x4x$T> }"});
}

}  // namespace fluxion::rules

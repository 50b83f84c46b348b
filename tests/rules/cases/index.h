// Ops with positions at run time, also outside of the arrays; sorts.
#pragma once
#include "tests/rules/case.h"

namespace fluxion::rules {

inline void indexCases(Add add) {
  add("fx.gather",
      {"(%x: tensor<3x2x$T>, %i: tensor<4x1xi32>) -> tensor<4x2x$T> { %y = fx.gather %x, %i "
       "{offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = "
       "array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, "
       "index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 2>} : (tensor<3x2x$T>, tensor<4x1xi32>) -> "
       "tensor<4x2x$T> return %y : tensor<4x2x$T> }",
       kAnywhere});
  add("fx.gather",
      {"(%x: tensor<2x4x$T>, %i: tensor<2x3xi32>) -> tensor<2x3x$T> { %y = fx.gather %x, %i "
       "{offset_dims = array<i64>, collapsed_slice_dims = array<i64: 1>, operand_batching_dims = "
       "array<i64: 0>, start_indices_batching_dims = array<i64: 0>, start_index_map = array<i64: 1>, "
       "index_vector_dim = 2 : i64, slice_sizes = array<i64: 1, 1>} : (tensor<2x4x$T>, tensor<2x3xi32>) -> "
       "tensor<2x3x$T> return %y : tensor<2x3x$T> }",
       kAnywhere});
  for (auto [n, kind] : llvm::enumerate(std::array{"add", "multiply", "maximum", "minimum", "and", "or", "xor", "set"}))
    // Each position once where the last update counts: which one that is, is not told.
    add("fx.scatter", {std::string("(%x: tensor<4x2x$T>, %u: tensor<3x2x$T>) -> tensor<4x2x$T> { ") +
                       (n == 7 || n == 1 ? "%i = fx.constant dense<[[3], [0], [4]]> : tensor<3x1xi32> "
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
    add("fx.scatter",
        {std::string(
             "(%x: tensor<4x3x$T>, %u: tensor<7x$T>) -> tensor<4x3x$T> { %i = fx.constant "
             "dense<[[0, 1], [4, 1], [2, -1], [3, 2], [1, 3], [1, 2], [2, 0]]> : tensor<7x2xi32> %y = fx.scatter ") +
         kind +
         ", %x, %i, %u {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0, 1>, "
         "input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, "
         "scatter_dims_to_operand_dims = array<i64: 0, 1>, index_vector_dim = 1 : i64, unique_indices "
         "= true} : (tensor<4x3x$T>, tensor<7x2xi32>, tensor<7x$T>) -> tensor<4x3x$T> return %y : "
         "tensor<4x3x$T> }"});
  // An update is as great as what is there.
  for (const char *kind : {"maximum", "minimum"})
    add("fx.scatter", {std::string("(%x: tensor<4x$T>, %u: tensor<3x$T>) -> tensor<4x$T> { %i = fx.constant "
                                   "dense<[[3], [0], [1]]> : tensor<3x1xi32> %y = fx.scatter ") +
                           kind +
                           ", %x, %i, %u {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, "
                           "input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, "
                           "scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1 : i64, unique_indices "
                           "= true} : (tensor<4x$T>, tensor<3x1xi32>, tensor<3x$T>) -> tensor<4x$T> return %y : "
                           "tensor<4x$T> }",
                       {{1, 1}, {1, 1}},
                       1});
  // What is overwritten does not count, be its derivative infinite: it is set to zero, not multiplied with it.
  struct Written {
    const char *shape, *positions, *dims, *flat;
    int count;
  };
  for (const Written &w :
       {Written{"5", "dense<[[4], [0], [1]]> : tensor<3x1xi32>", "0", "dense<[4, 0, 1]>", 5},
        {"3x4", "dense<[[2, 0], [0, 3], [1, 1]]> : tensor<3x2xi32>", "0, 1", "dense<[8, 3, 5]>", 12}}) {
    const std::string type = fmt::format("tensor<{}x$T>", w.shape), few = "tensor<3x$T>",
                      positions = fmt::format("%i = fx.constant {} ", w.positions),
                      index = positions.substr(positions.find("tensor"));
    auto set = [&](const char *name, const char *x, const char *u) {
      return fmt::format(
          "{} = fx.scatter set, {}, %i, {} {{update_window_dims = array<i64>, inserted_window_dims = array<i64: {}>, "
          "input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims "
          "= array<i64: {}>, index_vector_dim = 1 : i64, unique_indices = true}} : ({}, {}, {}) -> {} ",
          name, x, u, w.dims, w.dims, type, index, few, type);
    };
    const std::string in = fmt::format("(%x: {}, %u: {}", type, few),
                      value = positions + set("%s", "%x", "%u") + "%y = fx.log %s : " + type + " ",
                      zeros = "%o = fx.subtract %u, %u : " + few + " ";
    add("fx.scatter", {.text = in + ") -> " + type + " { " + positions + "%l = fx.log %x : " + type + " " +
                               set("%y", "%l", "%u") + "return %y : " + type + " }",
                       .ranges = {{0, 0}, {1, 2}, {1, 2}},
                       .order = 1,
                       .wrt = {0},
                       .numeric = false,
                       .expected = {{"jvp", in + ", %t: " + type + ") -> (" + type + ", " + type + ") { " + positions +
                                                zeros + "%l = fx.log %x : " + type + " %q = fx.divide %t, %x : " +
                                                type + " " + set("%y", "%l", "%u") + set("%d", "%q", "%o") +
                                                "return %y, %d : " + type + ", " + type + " }"}}});
    for (bool both : {false, true}) {
      const std::string results = type + ", " + type + (both ? ", " + few : "");
      std::string text = in + ", %c: " + type + ") -> (" + results + ") { " + zeros + value +
                         "%d = fx.divide %c, %s : " + type + " " + set("%g", "%d", "%o");
      if (both)
        text += fmt::format(
            "%e = fx.reshape %d to [{0}] : {1} -> tensor<{0}x$T> %p = fx.constant {2} : tensor<3xi32> %v = fx.gather "
            "%e, %p {{offset_dims = array<i64>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = "
            "array<i64>,"
            " start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, "
            "slice_sizes = array<i64: 1>}} : (tensor<{0}x$T>, tensor<3xi32>) -> {3} ",
            w.count, type, w.flat, few);
      add("fx.scatter",
          {.text = in + ") -> " + type + " { " + value + "return %y : " + type + " }",
           .ranges = {{1, 2}, {0, 0}, {1, 2}},
           .order = 1,
           .wrt = both ? std::vector<int64_t>{} : std::vector<int64_t>{0},
           .numeric = false,
           .expected = {{"vjp", text + "return %y, %g" + (both ? ", %v" : "") + " : " + results + " }"}}});
    }
  }
  add("fx.dynamic_slice", {"(%x: tensor<4x3x$T>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<2x2x$T> { %y = "
                           "fx.dynamic_slice %x, %i, %j sizes [2, 2] : (tensor<4x3x$T>, tensor<i32>, tensor<i32>) -> "
                           "tensor<2x2x$T> return %y : tensor<2x2x$T> }",
                           kAnywhere});
  // Starts that are not clamped and differ.
  add("fx.dynamic_slice", {"(%x: tensor<4x3x$T>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<2x2x$T> { %y = "
                           "fx.dynamic_slice %x, %i, %j sizes [2, 2] : (tensor<4x3x$T>, tensor<i32>, tensor<i32>) -> "
                           "tensor<2x2x$T> return %y : tensor<2x2x$T> }",
                           {{-2, 2}, {-2, 2, 0, 0}, {-2, 2, 1, 1}}});
  add("fx.dynamic_update_slice",
      {"(%x: tensor<4x3x$T>, %u: tensor<2x2x$T>, %i: tensor<i32>, %j: tensor<i32>) -> tensor<4x3x$T> { %y = "
       "fx.dynamic_update_slice %x, %u, %i, %j : (tensor<4x3x$T>, tensor<2x2x$T>, tensor<i32>, tensor<i32>) -> "
       "tensor<4x3x$T> return %y : tensor<4x3x$T> }",
       kAnywhere});
  for (const char *descending : {"false", "true"})
    add("fx.sort",
        {"(%k: tensor<2x4x$T>, %v: tensor<2x4x$T>) -> (tensor<2x4x$T>, tensor<2x4x$T>) { %y:2 = fx.sort %k, %v "
         "along 1 stable true descending " +
         std::string(descending) +
         " : tensor<2x4x$T>, tensor<2x4x$T> return %y#0, %y#1 : tensor<2x4x$T>, tensor<2x4x$T> }"});
}

}  // namespace fluxion::rules

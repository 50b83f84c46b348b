// Compiled functions give what the interpreter gives.
#include "compiled.h"

namespace fluxion::codegen {
namespace {

TEST_F(Compiled, AddsArraysWithTails) {
  for (int n : {1, 3, 16, 17, 100, 20000}) {
    std::string t = "tensor<" + std::to_string(n) + "xf32>";
    check("func.func @f(%a: " + t + ", %b: " + t + ") -> " + t + " { %y = fx.add %a, %b : " + t + " return %y : " + t +
              " }",
          0);
  }
}

TEST_F(Compiled, Scalars) {
  check(
      "func.func @f(%a: tensor<f32>) -> tensor<f32> { %y = fx.exponential %a : tensor<f32> return %y : tensor<f32> }");
}

TEST_F(Compiled, MovesElements) {
  check(
      R"(func.func @f(%a: tensor<5x7xf32>, %b: tensor<7xf32>) -> (tensor<7x5xf32>, tensor<5x7xf32>, tensor<35xf32>, tensor<2x4xf32>, tensor<5x7xf32>) {
    %t = fx.transpose %a by [1, 0] : tensor<5x7xf32> -> tensor<7x5xf32>
    %c = fx.broadcast_in_dim %b dims [1] to [5, 7] : tensor<7xf32> -> tensor<5x7xf32>
    %s = fx.subtract %a, %c : tensor<5x7xf32>
    %r = fx.reshape %s to [35] : tensor<5x7xf32> -> tensor<35xf32>
    %l = fx.slice %a from [1, 0] to [5, 7] by [2, 2] : tensor<5x7xf32> -> tensor<2x4xf32>
    %v = fx.reverse %a along [1] : tensor<5x7xf32>
    return %t, %s, %r, %l, %v : tensor<7x5xf32>, tensor<5x7xf32>, tensor<35xf32>, tensor<2x4xf32>, tensor<5x7xf32>
  })",
      0);
}

// A tail of one lane, narrowed as it is stored, writes its own bytes and no others.
TEST_F(Compiled, StoresOneNarrowedLane) {
  for (int n : {17, 33, 65}) {
    std::string size = std::to_string(n), a = "tensor<2x" + size + "xi32>", y = "tensor<6x" + size + "xi8>";
    std::string u = "tensor<2x" + size + "xi8>";
    check("func.func @f(%y: " + y + ", %a: " + a + ", %i: tensor<i32>, %j: tensor<i32>) -> " + y +
              " { %n = fx.convert %a to i8 : " + a + " -> " + u + " %z = fx.dynamic_update_slice %y, %n, %i, %j : (" +
              y + ", " + u + ", tensor<i32>, tensor<i32>) -> " + y + " return %z : " + y + " }",
          0);
  }
}

TEST_F(Compiled, TransposesInSquares) {
  for (auto [m, n] : {std::pair{16, 16}, {48, 80}, {37, 50}, {100, 17}, {16, 300}}) {
    std::string x = "tensor<3x" + std::to_string(m) + "x" + std::to_string(n) + "xf32>";
    std::string y = "tensor<3x" + std::to_string(n) + "x" + std::to_string(m) + "xf32>";
    check("func.func @f(%x: " + x + ", %z: " + y + ") -> " + y + " {%t = fx.transpose %x by [0, 2, 1] : " + x + " -> " +
              y + " %y = fx.add %t, %z : " + y + " return %y : " + y + "}",
          0);
  }
  check(R"(func.func @f(%x: tensor<40x33xi1>, %z: tensor<40x33xbf16>) -> (tensor<33x40xi1>, tensor<33x40xbf16>) {
    %t = fx.transpose %x by [1, 0] : tensor<40x33xi1> -> tensor<33x40xi1>
    %u = fx.transpose %z by [1, 0] : tensor<40x33xbf16> -> tensor<33x40xbf16>
    return %t, %u : tensor<33x40xi1>, tensor<33x40xbf16>
  })",
        0);
}

TEST_F(Compiled, PadsAndConcatenates) {
  check(
      R"(func.func @f(%a: tensor<4x9xf32>, %b: tensor<4x20xf32>, %z: tensor<f32>) -> (tensor<7x25xf32>, tensor<4x38xf32>) {
    %p = fx.pad %a, %z low [1, 2] high [2, -2] interior [0, 2] : (tensor<4x9xf32>, tensor<f32>) -> tensor<7x25xf32>
    %c = fx.concatenate %a, %b, %a along 1 : (tensor<4x9xf32>, tensor<4x20xf32>, tensor<4x9xf32>) -> tensor<4x38xf32>
    return %p, %c : tensor<7x25xf32>, tensor<4x38xf32>
  })",
      0);
}

TEST_F(Compiled, SplitsHeads) {
  check(R"(func.func @f(%a: tensor<2x5x24xf32>) -> (tensor<2x3x5x8xf32>, tensor<2x5x24xf32>) {
    %r = fx.reshape %a to [2, 5, 3, 8] : tensor<2x5x24xf32> -> tensor<2x5x3x8xf32>
    %t = fx.transpose %r by [0, 2, 1, 3] : tensor<2x5x3x8xf32> -> tensor<2x3x5x8xf32>
    %e = fx.negate %t : tensor<2x3x5x8xf32>
    %u = fx.transpose %e by [0, 2, 1, 3] : tensor<2x3x5x8xf32> -> tensor<2x5x3x8xf32>
    %y = fx.reshape %u to [2, 5, 24] : tensor<2x5x3x8xf32> -> tensor<2x5x24xf32>
    return %t, %y : tensor<2x3x5x8xf32>, tensor<2x5x24xf32>
  })",
        0);
}

TEST_F(Compiled, ReducesAnyDimensions) {
  for (const char *dims : {"0", "1", "2", "0, 1", "1, 2", "0, 2", "0, 1, 2"})
    for (const char *kind : {"add", "maximum", "minimum", "multiply"}) {
      std::string d = dims, shape = d.find('0') == d.npos ? "6x" : "";
      if (d.find('1') == d.npos) shape += "7x";
      if (d.find('2') == d.npos) shape += "37x";
      std::string y = "tensor<" + shape + "f32>";
      check("func.func @f(%a: tensor<6x7x37xf32>) -> " + y + " { %y = fx.reduce " + kind + ", %a over [" + d +
                "] : tensor<6x7x37xf32> -> " + y + " return %y : " + y + " }",
            1e-4);
    }
}

TEST_F(Compiled, LargeSums) {
  check(
      "func.func @f(%a: tensor<300x1000xf32>) -> (tensor<f32>, tensor<1000xf32>, tensor<300xf32>) {"
      "%s = fx.reduce add, %a over [0, 1] : tensor<300x1000xf32> -> tensor<f32>"
      "%c = fx.reduce add, %a over [0] : tensor<300x1000xf32> -> tensor<1000xf32>"
      "%r = fx.reduce add, %a over [1] : tensor<300x1000xf32> -> tensor<300xf32>"
      "return %s, %c, %r : tensor<f32>, tensor<1000xf32>, tensor<300xf32> }",
      2e-4);
}

const char *kSoftmax = R"(func.func @f(%x: tensor<SHAPExf32>) -> tensor<SHAPExf32> {
    %m = fx.reduce maximum, %x over [1] : tensor<SHAPExf32> -> tensor<ROWSxf32>
    %mb = fx.broadcast_in_dim %m dims [0] to [SIZES] : tensor<ROWSxf32> -> tensor<SHAPExf32>
    %d = fx.subtract %x, %mb : tensor<SHAPExf32>
    %e = fx.exponential %d : tensor<SHAPExf32>
    %s = fx.reduce add, %e over [1] : tensor<SHAPExf32> -> tensor<ROWSxf32>
    %sb = fx.broadcast_in_dim %s dims [0] to [SIZES] : tensor<ROWSxf32> -> tensor<SHAPExf32>
    %y = fx.divide %e, %sb : tensor<SHAPExf32>
    return %y : tensor<SHAPExf32>
  })";

std::string softmax(int rows, int columns) {
  std::string text = kSoftmax;
  auto replace = [&](const std::string &from, const std::string &to) {
    for (size_t i; (i = text.find(from)) != text.npos;) text.replace(i, from.size(), to);
  };
  replace("SHAPE", std::to_string(rows) + "x" + std::to_string(columns));
  replace("ROWS", std::to_string(rows));
  replace("SIZES", std::to_string(rows) + ", " + std::to_string(columns));
  return text;
}

TEST_F(Compiled, SoftmaxIsOneKernel) {
  for (auto [rows, columns] : {std::pair{4, 64}, {3, 65}, {5, 7}, {1, 1000}, {33, 16}}) {
    auto program = check(softmax(rows, columns));
    if (program) EXPECT_EQ(program->steps.size(), 1u) << rows << "x" << columns;
  }
}

TEST_F(Compiled, LayerNormAndItsGradient) {
  for (auto [rows, columns] : {std::pair{12, 64}, {5, 37}, {300, 384}}) {
    std::string n = std::to_string(rows), c = std::to_string(columns), x = "tensor<" + n + "x" + c + "xf32>";
    std::string r = "tensor<" + n + "xf32>", v = "tensor<" + c + "xf32>", to = " to [" + n + ", " + c + "] : ";
    auto program = check(
        "func.func @f(%x: " + x + ", %g: " + v + ", %b: " + v + ", %dy: " + x + ") -> (" + x + ", " + x + ", " + v +
            ", " + v +
            ") {"
            "%k = fx.constant dense<" +
            c + ".0> : " + r + " %eps = fx.constant dense<1.0e-5> : " + r + "%s = fx.reduce add, %x over [1] : " + x +
            " -> " + r + " %m = fx.divide %s, %k : " + r + "%mb = fx.broadcast_in_dim %m dims [0]" + to + r + " -> " +
            x + " %d = fx.subtract %x, %mb : " + x + "%q = fx.multiply %d, %d : " + x +
            " %vs = fx.reduce add, %q over [1] : " + x + " -> " + r + "%va = fx.divide %vs, %k : " + r +
            " %ve = fx.add %va, %eps : " + r + " %rs = fx.rsqrt %ve : " + r + "%rb = fx.broadcast_in_dim %rs dims [0]" +
            to + r + " -> " + x + " %h = fx.multiply %d, %rb : " + x + "%gb = fx.broadcast_in_dim %g dims [1]" + to +
            v + " -> " + x + " %bb = fx.broadcast_in_dim %b dims [1]" + to + v + " -> " + x +
            "%hg = fx.multiply %h, %gb : " + x + " %y = fx.add %hg, %bb : " + x + "%dg0 = fx.multiply %dy, %h : " + x +
            " %dg = fx.reduce add, %dg0 over [0] : " + x + " -> " + v + "%db = fx.reduce add, %dy over [0] : " + x +
            " -> " + v + " %dh = fx.multiply %dy, %gb : " + x + "%s1 = fx.reduce add, %dh over [1] : " + x + " -> " +
            r + " %dhh = fx.multiply %dh, %h : " + x + "%s2 = fx.reduce add, %dhh over [1] : " + x + " -> " + r +
            " %m1 = fx.divide %s1, %k : " + r + "%m2 = fx.divide %s2, %k : " + r +
            " %m1b = fx.broadcast_in_dim %m1 dims [0]" + to + r + " -> " + x +
            "%m2b = fx.broadcast_in_dim %m2 dims [0]" + to + r + " -> " + x + " %t1 = fx.subtract %dh, %m1b : " + x +
            "%t2 = fx.multiply %h, %m2b : " + x + " %t3 = fx.subtract %t1, %t2 : " + x +
            " %dx = fx.multiply %t3, %rb : " + x + "return %y, %dx, %dg, %db : " + x + ", " + x + ", " + v + ", " + v +
            " }",
        3e-4);
    if (program) EXPECT_LE(program->steps.size(), 6u);
  }
}

TEST_F(Compiled, Products) {
  check(
      R"(func.func @f(%a: tensor<5x33xf32>, %b: tensor<33x19xf32>, %c: tensor<19xf32>) -> (tensor<5x19xf32>, tensor<19x5xf32>) {
    %y = fx.dot_general %a, %b batch [] x [] contract [1] x [0] as f32 : (tensor<5x33xf32>, tensor<33x19xf32>) -> tensor<5x19xf32>
    %cb = fx.broadcast_in_dim %c dims [1] to [5, 19] : tensor<19xf32> -> tensor<5x19xf32>
    %z = fx.add %y, %cb : tensor<5x19xf32>
    %t = fx.tanh %z : tensor<5x19xf32>
    %u = fx.dot_general %b, %a batch [] x [] contract [0] x [1] as f32 : (tensor<33x19xf32>, tensor<5x33xf32>) -> tensor<19x5xf32>
    return %t, %u : tensor<5x19xf32>, tensor<19x5xf32>
  })",
      1e-4);
}

TEST_F(Compiled, TransposedProducts) {
  check(R"(func.func @f(%d: tensor<5x8xf32>, %x: tensor<5x3xf32>) -> tensor<3x8xf32> {
    %y = fx.dot_general %d, %x batch [] x [] contract [0] x [0] as f32 : (tensor<5x8xf32>, tensor<5x3xf32>) -> tensor<8x3xf32>
    %t = fx.transpose %y by [1, 0] : tensor<8x3xf32> -> tensor<3x8xf32>
    return %t : tensor<3x8xf32>
  })");
}

TEST_F(Compiled, EmptyArrays) {
  check(
      R"(func.func @f(%a: tensor<0x3xf32>, %b: tensor<3xf32>, %x: tensor<4x0xf32>) -> (tensor<0x3xf32>, tensor<4xf32>, tensor<3xf32>) {
    %c = fx.broadcast_in_dim %b dims [1] to [0, 3] : tensor<3xf32> -> tensor<0x3xf32>
    %y = fx.add %a, %c : tensor<0x3xf32>
    %s = fx.reduce add, %x over [1] : tensor<4x0xf32> -> tensor<4xf32>
    %t = fx.reduce maximum, %y over [0] : tensor<0x3xf32> -> tensor<3xf32>
    return %y, %s, %t : tensor<0x3xf32>, tensor<4xf32>, tensor<3xf32>
  })",
      0);
}

TEST_F(Compiled, Attention) {
  auto program = check(R"(func.func @f(%x: tensor<2x6x48xf32>) -> tensor<2x6x16xf32> {
    %q0 = fx.slice %x from [0, 0, 0] to [2, 6, 16] by [1, 1, 1] : tensor<2x6x48xf32> -> tensor<2x6x16xf32>
    %k0 = fx.slice %x from [0, 0, 16] to [2, 6, 32] by [1, 1, 1] : tensor<2x6x48xf32> -> tensor<2x6x16xf32>
    %v0 = fx.slice %x from [0, 0, 32] to [2, 6, 48] by [1, 1, 1] : tensor<2x6x48xf32> -> tensor<2x6x16xf32>
    %q1 = fx.reshape %q0 to [2, 6, 4, 4] : tensor<2x6x16xf32> -> tensor<2x6x4x4xf32>
    %k1 = fx.reshape %k0 to [2, 6, 4, 4] : tensor<2x6x16xf32> -> tensor<2x6x4x4xf32>
    %v1 = fx.reshape %v0 to [2, 6, 4, 4] : tensor<2x6x16xf32> -> tensor<2x6x4x4xf32>
    %q = fx.transpose %q1 by [0, 2, 1, 3] : tensor<2x6x4x4xf32> -> tensor<2x4x6x4xf32>
    %k = fx.transpose %k1 by [0, 2, 1, 3] : tensor<2x6x4x4xf32> -> tensor<2x4x6x4xf32>
    %v = fx.transpose %v1 by [0, 2, 1, 3] : tensor<2x6x4x4xf32> -> tensor<2x4x6x4xf32>
    %s = fx.dot_general %q, %k batch [0, 1] x [0, 1] contract [3] x [3] as f32 : (tensor<2x4x6x4xf32>, tensor<2x4x6x4xf32>) -> tensor<2x4x6x6xf32>
    %o = fx.dot_general %s, %v batch [0, 1] x [0, 1] contract [3] x [2] as f32 : (tensor<2x4x6x6xf32>, tensor<2x4x6x4xf32>) -> tensor<2x4x6x4xf32>
    %t = fx.transpose %o by [0, 2, 1, 3] : tensor<2x4x6x4xf32> -> tensor<2x6x4x4xf32>
    %y = fx.reshape %t to [2, 6, 16] : tensor<2x6x4x4xf32> -> tensor<2x6x16xf32>
    return %y : tensor<2x6x16xf32>
  })",
                       1e-4);
  if (program) EXPECT_EQ(program->steps.size(), 2u);  // nothing is copied for heads
}

TEST_F(Compiled, IntegerAndDoubleProducts) {
  check(
      R"(func.func @f(%a: tensor<5x3xi32>, %b: tensor<3x4xi32>, %c: tensor<5x3xf64>, %d: tensor<3x4xf64>) -> (tensor<5x4xi32>, tensor<5x4xf64>) {
    %y = fx.dot_general %a, %b batch [] x [] contract [1] x [0] as i32 : (tensor<5x3xi32>, tensor<3x4xi32>) -> tensor<5x4xi32>
    %z = fx.dot_general %c, %d batch [] x [] contract [1] x [0] as f64 : (tensor<5x3xf64>, tensor<3x4xf64>) -> tensor<5x4xf64>
    return %y, %z : tensor<5x4xi32>, tensor<5x4xf64>
  })",
      1e-10);
}

// Where a slice takes in a whole dimension nothing reads where it begins.
TEST_F(Compiled, SlicesOfWholeDimensions) {
  check(
      R"(func.func @f(%x: tensor<6x4xf32>, %u: tensor<2x4xf32>, %i: tensor<i32>, %j: tensor<i32>) -> (tensor<6x4xf32>, tensor<2x4xf32>, tensor<i32>) {
    %c = fx.constant dense<3> : tensor<i32>
    %k = fx.add %j, %c : tensor<i32>
    %m = fx.multiply %k, %k : tensor<i32>
    %y = fx.dynamic_update_slice %x, %u, %i, %k : (tensor<6x4xf32>, tensor<2x4xf32>, tensor<i32>, tensor<i32>) -> tensor<6x4xf32>
    %z = fx.dynamic_update_slice %y, %u, %k, %c : (tensor<6x4xf32>, tensor<2x4xf32>, tensor<i32>, tensor<i32>) -> tensor<6x4xf32>
    %s = fx.dynamic_slice %z, %i, %m sizes [2, 4] : (tensor<6x4xf32>, tensor<i32>, tensor<i32>) -> tensor<2x4xf32>
    return %z, %s, %m : tensor<6x4xf32>, tensor<2x4xf32>, tensor<i32>
  })",
      0);
}

TEST_F(Compiled, Loops) {
  check(R"(func.func @f(%x: tensor<4x3xf32>, %c: tensor<3xf32>) -> (tensor<3xf32>, tensor<4x3xf32>, tensor<f32>) {
    %a, %b = fx.scan (%c, %x) constants 0 carry 1 length 4 reverse false : (tensor<3xf32>, tensor<4x3xf32>) -> (tensor<3xf32>, tensor<4x3xf32>) {
    ^bb0(%s: tensor<3xf32>, %e: tensor<3xf32>):
      %n = fx.add %s, %e : tensor<3xf32>
      %m = fx.multiply %n, %e : tensor<3xf32>
      fx.yield %n, %m : tensor<3xf32>, tensor<3xf32>
    }
    %one = fx.constant dense<1.0> : tensor<f32>
    %w = fx.while (%one) constants 0 : (tensor<f32>) -> tensor<f32> {
    ^bb0(%s: tensor<f32>):
      %h = fx.constant dense<100.0> : tensor<f32>
      %l = fx.compare LT, %s, %h : tensor<f32>
      fx.yield %l : tensor<i1>
    } do {
    ^bb0(%s: tensor<f32>):
      %n = fx.add %s, %s : tensor<f32>
      fx.yield %n : tensor<f32>
    }
    return %a, %b, %w : tensor<3xf32>, tensor<4x3xf32>, tensor<f32>
  })");
}

// The product is updated in place; the factor, which is made earlier, must not be put there.
TEST_F(Compiled, LoopThatUpdatesInPlace) {
  check(R"(func.func @f(%c: tensor<20xf32>, %d: tensor<20xf32>) -> (tensor<i32>, tensor<20xf32>, tensor<20xf32>) {
    %zero = fx.constant dense<0> : tensor<i32>
    %r:3 = fx.while (%zero, %c, %d) constants 0 : (tensor<i32>, tensor<20xf32>, tensor<20xf32>) -> (tensor<i32>, tensor<20xf32>, tensor<20xf32>) {
    ^bb0(%i: tensor<i32>, %a: tensor<20xf32>, %b: tensor<20xf32>):
      %n = fx.constant dense<3> : tensor<i32>
      %l = fx.compare LT, %i, %n : tensor<i32>
      fx.yield %l : tensor<i1>
    } do {
    ^bb0(%i: tensor<i32>, %a: tensor<20xf32>, %b: tensor<20xf32>):
      %one = fx.constant dense<1> : tensor<i32>
      %j = fx.add %i, %one : tensor<i32>
      %s = fx.cumulative add, %a along 0 reverse false : tensor<20xf32>
      %e = fx.sine %s : tensor<20xf32>
      %m = fx.cumulative add, %e along 0 reverse true : tensor<20xf32>
      %p = fx.multiply %b, %m : tensor<20xf32>
      fx.yield %j, %e, %p : tensor<i32>, tensor<20xf32>, tensor<20xf32>
    }
    return %r#0, %r#1, %r#2 : tensor<i32>, tensor<20xf32>, tensor<20xf32>
  })",
        1e-4);
}

TEST_F(Compiled, IndexesAtRunTime) {
  check(
      R"(func.func @f(%e: tensor<11x20xf32>, %i: tensor<6x1xi32>, %s: tensor<i32>) -> (tensor<6x20xf32>, tensor<2x20xf32>) {
    %y = "fx.gather"(%e, %i) {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 20>} : (tensor<11x20xf32>, tensor<6x1xi32>) -> tensor<6x20xf32>
    %z = fx.dynamic_slice %e, %s, %s sizes [2, 20] : (tensor<11x20xf32>, tensor<i32>, tensor<i32>) -> tensor<2x20xf32>
    return %y, %z : tensor<6x20xf32>, tensor<2x20xf32>
  })",
      0);
}

TEST_F(Compiled, UpdatesSlices) {
  check(
      R"(func.func @f(%x: tensor<9x21xf32>, %u: tensor<2x5xf32>, %i: tensor<i32>) -> (tensor<9x21xf32>, tensor<9x21xf32>) {
    %v = fx.negate %u : tensor<2x5xf32>
    %y = fx.dynamic_update_slice %x, %v, %i, %i : (tensor<9x21xf32>, tensor<2x5xf32>, tensor<i32>, tensor<i32>) -> tensor<9x21xf32>
    %n = fx.negate %x : tensor<9x21xf32>
    %z = fx.dynamic_update_slice %n, %u, %i, %i : (tensor<9x21xf32>, tensor<2x5xf32>, tensor<i32>, tensor<i32>) -> tensor<9x21xf32>
    return %y, %z : tensor<9x21xf32>, tensor<9x21xf32>
  })",
      0);
}

const char *kRows =
    "update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, "
    "scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, "
    "index_vector_dim = 1 : i64, unique_indices = false";

TEST_F(Compiled, ScattersRowsInOrder) {
  for (const char *kind : {"add", "set", "maximum"})
    for (int width : {5, 64, 70}) {
      std::string w = std::to_string(width), rows = "tensor<6x" + w + "xf32>", table = "tensor<4x" + w + "xf32>";
      check("func.func @f(%i: tensor<6x1xi32>, %u: " + rows + ") -> " + table +
                " {"
                "%z = fx.constant dense<0.0> : " +
                table + " %y = \"fx.scatter\"(%z, %i, %u) {kind = #fx<combine " + kind + ">, " + kRows + "} : (" +
                table + ", tensor<6x1xi32>, " + rows + ") -> " + table + " return %y : " + table + " }",
            1e-6);
    }
}

TEST_F(Compiled, ScattersOneWindow) {  // short rows, and rows of several blocks
  for (int width : {19, 40, 20000}) {
    std::string n = std::to_string(width), array = "tensor<2x" + std::to_string(width + 1) + "xf32>";
    std::string update = "tensor<2x" + n + "xf32>";
    check("func.func @f(%a: " + array + ", %u: " + update + ") -> " + array + R"( {
      %i = fx.constant dense<1> : tensor<1xi32>
      %y = fx.scatter set, %a, %i, %u {update_window_dims = array<i64: 0, 1>, inserted_window_dims = array<i64>, input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 1>, index_vector_dim = 0 : i64, unique_indices = true} : ()" +
          array + ", tensor<1xi32>, " + update + ") -> " + array + "\nreturn %y : " + array + " }");
  }
}

TEST_F(Compiled, ScattersSingleElements) {
  check(R"(func.func @f(%x: tensor<8xi32>, %i: tensor<20x1xi64>, %u: tensor<20xi32>) -> tensor<8xi32> {
    %y = "fx.scatter"(%x, %i, %u) {kind = #fx<combine add>, update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1 : i64, unique_indices = false} : (tensor<8xi32>, tensor<20x1xi64>, tensor<20xi32>) -> tensor<8xi32>
    return %y : tensor<8xi32>
  })",
        0);
}

TEST_F(Compiled, ArgMax) {
  check(R"(func.func @f(%x: tensor<9x37xf32>) -> (tensor<9xi32>, tensor<37xi32>) {
    %y = fx.arg_reduce maximum, %x over 1 : tensor<9x37xf32> -> tensor<9xi32>
    %z = fx.arg_reduce minimum, %x over 0 : tensor<9x37xf32> -> tensor<37xi32>
    return %y, %z : tensor<9xi32>, tensor<37xi32>
  })",
        0);
}

TEST_F(Compiled, NarrowTypes) {
  check(
      R"(func.func @f(%a: tensor<33xbf16>, %b: tensor<33xbf16>, %c: tensor<33xi8>, %d: tensor<33xi1>) -> (tensor<33xbf16>, tensor<33xi8>, tensor<33xi1>, tensor<33xi32>) {
    %y = fx.add %a, %b : tensor<33xbf16>
    %z = fx.multiply %c, %c : tensor<33xi8>
    %n = fx.not %d : tensor<33xi1>
    %v = fx.convert %a to i32 : tensor<33xbf16> -> tensor<33xi32>
    return %y, %z, %n, %v : tensor<33xbf16>, tensor<33xi8>, tensor<33xi1>, tensor<33xi32>
  })",
      0);
}

}  // namespace
}  // namespace fluxion::codegen

// Reductions so large that they are read by strips, with accumulators in memory, or in two steps.
#include <tuple>

#include "tests/codegen/compiled.h"

namespace fluxion::codegen {
namespace {

class WideReduction : public Compiled {
 protected:
  void reduce(const std::string &kind, const std::string &sizes, const std::string &dims, const std::string &kept,
              const std::string &element, double tolerance) {
    const std::string x = "tensor<" + sizes + "x" + element + ">", y = "tensor<" + kept + "x" + element + ">";
    check("func.func @f(%x: " + x + ", %v: tensor<" + kept + "x" + element + ">) -> (" + y + ", " + y +
              ") { %s = fx.subtract %x, %x : " + x + " %d = fx.subtract %x, %s : " + x + " %y = fx.reduce " + kind +
              ", %d over " + dims + " : " + x + " -> " + y + " %z = fx.subtract %y, %v : " + y +
              " return %y, %z : " + y + ", " + y + " }",
          tolerance);
  }
};

TEST_F(WideReduction, OfColumns) {
  for (const char *kind : {"add", "maximum"}) {
    reduce(kind, "67x4096", "[0]", "4096", "f32", 1e-4);
    reduce(kind, "64x4096", "[0]", "4096", "f64", 1e-12);
    reduce(kind, "70x8192", "[0]", "8192", "i32", 0);
    reduce(kind, "66x4096", "[0]", "4096", "bf16", 0.05);
    reduce(kind, "3x65x4x1024", "[0, 1]", "4x1024", "f32", 1e-4);
    reduce(kind, "4x65x1024", "[1]", "4x1024", "f32", 1e-4);
    reduce(kind, "300x512", "[0]", "512", "f32", 1e-3);
  }
}

// Two sums, of what differs by row, too, and an array as large as the operands, in one pass: rows one at a time.
TEST_F(WideReduction, OfColumnsWithScalesOfRows) {
  for (const auto &[groups, rows, columns] :
       {std::tuple(8, 70, 384), std::tuple(5, 16, 768), std::tuple(4, 33, 2048)}) {
    const std::string n = std::to_string(columns), sizes = std::to_string(groups) + "x" + std::to_string(rows);
    const std::string x = "tensor<" + sizes + "x" + n + "xf32>", scale = "tensor<" + sizes + "xf32>",
                      y = "tensor<" + std::to_string(groups) + "x" + n + "xf32>";
    check("func.func @f(%x: " + x + ", %g: " + x + ", %s: " + scale + ") -> (" + y + ", " + y + ", " + x +
              ") { %e = fx.exponential %s : " + scale + " %b = fx.broadcast_in_dim %e dims [0, 1] to [" +
              std::to_string(groups) + ", " + std::to_string(rows) + ", " + n + "] : " + scale + " -> " + x +
              " %t = fx.tanh %x : " + x + " %p = fx.multiply %t, %b : " + x + " %q = fx.multiply %p, %g : " + x +
              " %u = fx.reduce add, %q over [1] : " + x + " -> " + y + " %v = fx.reduce maximum, %g over [1] : " + x +
              " -> " + y + " return %u, %v, %q : " + y + ", " + y + ", " + x + " }",
          1e-3);
  }
}

TEST_F(WideReduction, OfTheFirstAndLastDimensions) {
  for (const char *kind : {"add", "minimum"}) {
    reduce(kind, "60x70x64", "[0, 2]", "70", "f32", 1e-3);
    reduce(kind, "64x64x8x10", "[0, 2, 3]", "64", "i32", 0);
    reduce(kind, "64x64x80", "[0, 2]", "64", "bf16", 0.2);
  }
}

}  // namespace
}  // namespace fluxion::codegen

// Kernels over rows that also sum up columns.
#include <tuple>

#include "runtime/thread_pool.h"
#include "tests/codegen/compiled.h"

namespace fluxion::codegen {
namespace {

class Fold : public Compiled {
 protected:
  struct Types {
    std::string x, row, column;
  };
  static Types typesOf(int64_t rows, int64_t columns, const std::string &element) {
    const std::string n = std::to_string(rows), m = std::to_string(columns);
    return {"tensor<" + n + "x" + m + "x" + element + ">", "tensor<" + n + "x" + element + ">",
            "tensor<" + m + "x" + element + ">"};
  }
  // The gradient of a norm of rows by their elements, gains and biases: in three kernels, of which two add up parts.
  static std::string norm(int64_t rows, int64_t columns, const std::string &element) {
    const Types t = typesOf(rows, columns, element);
    const std::string broadcast = " to [" + std::to_string(rows) + ", " + std::to_string(columns) + "] : ";
    return "func.func @f(%x: " + t.x + ", %g: " + t.x + ", %w: " + t.column + ") -> (" + t.x + ", " + t.column + ", " +
           t.column + ", " + t.row + ") { %q = fx.multiply %x, %x : " + t.x +
           " %s = fx.reduce add, %q over [1] : " + t.x + " -> " + t.row + " %r = fx.sqrt %s : " + t.row +
           " %rb = fx.broadcast_in_dim %r dims [0]" + broadcast + t.row + " -> " + t.x +
           " %n = fx.divide %x, %rb : " + t.x + " %wb = fx.broadcast_in_dim %w dims [1]" + broadcast + t.column +
           " -> " + t.x + " %gw = fx.multiply %g, %wb : " + t.x + " %d = fx.multiply %gw, %n : " + t.x +
           " %m = fx.reduce maximum, %d over [1] : " + t.x + " -> " + t.row + " %mb = fx.broadcast_in_dim %m dims [0]" +
           broadcast + t.row + " -> " + t.x + " %y = fx.subtract %gw, %mb : " + t.x +
           " %p = fx.multiply %g, %n : " + t.x + " %gain = fx.reduce add, %p over [0] : " + t.x + " -> " + t.column +
           " %bias = fx.reduce add, %g over [0] : " + t.x + " -> " + t.column +
           " return %y, %gain, %bias, %m : " + t.x + ", " + t.column + ", " + t.column + ", " + t.row + " }";
  }
};

TEST_F(Fold, GradientsOfNorms) {
  for (const auto &[rows, columns, element, tolerance] :
       {std::tuple(2048, 384, "f32", 1e-3), std::tuple(4096, 100, "f32", 1e-3), std::tuple(2080, 67, "f64", 1e-11),
        std::tuple(4096, 129, "bf16", 0.1), std::tuple(512, 2176, "f32", 1e-3)}) {
    auto program = check(norm(rows, columns, element), tolerance);
    ASSERT_TRUE(program);
    EXPECT_EQ(program->steps.size(), 3U) << rows << "x" << columns;
  }
}

// Sums over the first of several dimensions, the last one of a few short ones, and the largest of integers.
TEST_F(Fold, OtherDimensionsAndKinds) {
  auto both = [&](const std::string &sizes, const std::string &element, const std::string &kind,
                  const std::string &last, const std::string &first, const std::string &inRows,
                  const std::string &inColumns) {
    const std::string x = "tensor<" + sizes + "x" + element + ">", r = "tensor<" + inRows + "x" + element + ">",
                      c = "tensor<" + inColumns + "x" + element + ">";
    auto program =
        check("func.func @f(%x: " + x + ", %g: " + x + ") -> (" + x + ", " + r + ", " + c +
                  ") { %y = fx.add %x, %g : " + x + " %r = fx.reduce " + kind + ", %y over " + last + " : " + x +
                  " -> " + r + " %z = fx.subtract %g, %x : " + x + " %c = fx.reduce " + kind + ", %z over " + first +
                  " : " + x + " -> " + c + " return %y, %r, %c : " + x + ", " + r + ", " + c + " }",
              1e-3);
    ASSERT_TRUE(program);
    EXPECT_NE(std::get<runtime::KernelStep>(program->steps[0]).name.find("rows"), std::string::npos);
    EXPECT_LE(program->steps.size(), 2U) << sizes;
  };
  both("4096x80", "i32", "maximum", "[1]", "[0]", "4096", "80");
  both("16x128x200", "f32", "add", "[2]", "[0, 1]", "16x128", "200");
  both("512x8x9x16", "f32", "add", "[2, 3]", "[0]", "512x8", "8x9x16");
}

// What takes many cheap ops is kept from the pass that first computes it, be that not the first in which it could be.
TEST_F(Fold, ChainsAreKeptForLaterPasses) {
  for (const auto &[rows, columns] : {std::tuple(2048, 300), std::tuple(70, 33), std::tuple(40, 4096)}) {
    const Types t = typesOf(rows, columns, "f32");
    const std::string broadcast = " dims [0] to [" + std::to_string(rows) + ", " + std::to_string(columns) + "] : ";
    std::string text = "func.func @f(%x: " + t.x + ", %g: " + t.x + ") -> (" + t.x + ", " + t.column +
                       ") { %s = fx.reduce add, %x over [1] : " + t.x + " -> " + t.row +
                       " %c0 = fx.multiply %x, %g : " + t.x;
    for (int i = 0; i < 8; ++i)
      text += " %c" + std::to_string(i + 1) + " = fx." + (i % 2 ? "add" : "subtract") + " %c" + std::to_string(i) +
              ", %" + (i % 3 ? "x" : "g") + " : " + t.x;
    text += " %sb = fx.broadcast_in_dim %s" + broadcast + t.row + " -> " + t.x + " %d = fx.multiply %c8, %sb : " + t.x +
            " %m = fx.reduce maximum, %d over [1] : " + t.x + " -> " + t.row + " %mb = fx.broadcast_in_dim %m" +
            broadcast + t.row + " -> " + t.x + " %y = fx.subtract %d, %mb : " + t.x +
            " %z = fx.reduce add, %y over [0] : " + t.x + " -> " + t.column + " return %y, %z : " + t.x + ", " +
            t.column + " }";
    check(text, 1e-3);
  }
}

TEST_F(Fold, BitsDoNotDependOnThreads) {
  auto module = parse(norm(4096, 300, "f32"));
  auto f = *module->getOps<mlir::func::FuncOp>().begin();
  Options options;
  options.fuse = passes::fuse;
  auto program = compile(f, options);
  ASSERT_TRUE(succeeded(program));
  std::mt19937 random(3);
  std::vector<HostArray> args;
  for (mlir::Type type : f.getArgumentTypes()) args.push_back(randomArray(ir::shapeDtypeOf(type), random));
  const int before = runtime::ThreadPool::global().threads();
  std::vector<HostArray> expected;
  for (const int threads : {1, 2, 3, 4, 8}) {
    runtime::ThreadPool::global().set_threads(threads);
    auto results = run(*program, args);
    if (expected.empty()) expected = results;
    for (size_t i = 0; i < results.size(); ++i) EXPECT_EQ(results[i].bytes, expected[i].bytes) << threads << " threads";
  }
  runtime::ThreadPool::global().set_threads(before);
}

}  // namespace
}  // namespace fluxion::codegen

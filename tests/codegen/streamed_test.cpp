// Results too large for a cache are stored past it, wherever they lie.
#include "tests/codegen/compiled.h"

namespace fluxion::codegen {
namespace {

class Streamed : public Compiled {
 protected:
  static std::string doubled(const std::string &sizes) {
    const std::string x = "tensor<" + sizes + ">";
    return "func.func @f(%x: " + x + ") -> " + x + " { %y = fx.add %x, %x : " + x + " return %y : " + x + " }";
  }
};

TEST_F(Streamed, LargeResultsOfWholeVectorsAre) {
  EXPECT_NE(assembly(doubled("2048x2048xf32")).find("movnt"), std::string::npos);
  EXPECT_EQ(assembly(doubled("1024x1024xf32")).find("movnt"), std::string::npos) << "it fits into a cache";
}

TEST_F(Streamed, ValuesAreThoseOfTheInterpreter) {
  check(doubled("2048x2048xf32"));
  check(doubled("4100x1025xf32"));
  check(doubled("2200x1001xf64"));
  check(doubled("4100x2050xbf16"));
  const std::string x = "tensor<2049x2064xf32>", rows = "tensor<2049xf32>";
  check("func.func @f(%x: " + x + ") -> (" + x + ", " + rows + ") { %m = fx.reduce maximum, %x over [1] : " + x +
        " -> " + rows + " %b = fx.broadcast_in_dim %m dims [0] to [2049, 2064] : " + rows + " -> " + x +
        " %y = fx.subtract %x, %b : " + x + " return %y, %m : " + x + ", " + rows + " }");
}

TEST_F(Streamed, AResultMayLieAnywhere) {
  auto module = parse(doubled("2048x2048xf32"));
  Options options;
  options.fuse = passes::fuse;
  auto program = compile(*module->getOps<mlir::func::FuncOp>().begin(), options);
  ASSERT_TRUE(succeeded(program));
  runtime::Executable executable(*program);
  constexpr int64_t kCount = 2048 * 2048, kMore = 64;
  const runtime::Buffer from(4 * kCount), to(4 * (kCount + kMore));
  auto *x = static_cast<float *>(from.data()), *y = static_cast<float *>(to.data());
  std::fill_n(x, kCount, 1.5F);
  void *in[] = {x};
  for (const int64_t offset : {0, 1, 16}) {
    std::fill_n(y, kCount + kMore, -1.0F);
    void *out[] = {y + offset};
    executable.run(in, out);
    EXPECT_EQ(std::count(y, y + kCount + kMore, 3.0F), kCount);
    EXPECT_EQ(y[offset], 3.0F);
  }
  executable.run(in, in);
  EXPECT_EQ(std::count(x, x + kCount, 3.0F), kCount);
}

}  // namespace
}  // namespace fluxion::codegen

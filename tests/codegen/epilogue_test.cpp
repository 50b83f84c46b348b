// What follows a product asks for the blocks that it will read.
#include "tests/codegen/compiled.h"

namespace fluxion::codegen {
namespace {

class Epilogue : public Compiled {
 protected:
  // x·w and `rest`, which makes %z from the product %y.
  static std::string product(int64_t m, int64_t n, const std::string &argument, const std::string &rest) {
    const std::string rows = std::to_string(m), columns = std::to_string(n), x = "tensor<" + rows + "x40xf32>",
                      w = "tensor<40x" + columns + "xf32>", y = "tensor<" + rows + "x" + columns + "xf32>";
    return "func.func @f(%x: " + x + ", %w: " + w + ", %r: " + argument + ") -> " + y +
           " { %y = fx.dot_general %x, %w batch [] x [] contract [1] x [0] as f32 : (" + x + ", " + w + ") -> " + y +
           " " + rest + " return %z : " + y + " }";
  }
  static std::string residual(int64_t m, int64_t n) {
    const std::string y = "tensor<" + std::to_string(m) + "x" + std::to_string(n) + "xf32>";
    return product(m, n, y, "%z = fx.add %y, %r : " + y);
  }
  static std::string bias(int64_t m, int64_t n) {
    const std::string rows = std::to_string(m), columns = std::to_string(n), r = "tensor<" + columns + "xf32>",
                      y = "tensor<" + rows + "x" + columns + "xf32>";
    return product(m, n, r,
                   "%b = fx.broadcast_in_dim %r dims [1] to [" + rows + ", " + columns + "] : " + r + " -> " + y +
                       " %z = fx.add %y, %b : " + y);
  }
  bool asks(const std::string &text) { return assembly(text).find("prefetch") != std::string::npos; }
};

TEST_F(Epilogue, AsksForBlocksOfWholeArraysAlone) {
  EXPECT_TRUE(asks(residual(300, 200)));
  EXPECT_FALSE(asks(bias(300, 200))) << "all rows read the same";
}

TEST_F(Epilogue, ValuesAreThoseOfTheInterpreter) {
  for (const auto &[m, n] : {std::pair<int64_t, int64_t>{300, 200}, {37, 17}, {1, 70}, {70, 1}, {130, 515}}) {
    check(residual(m, n));
    check(bias(m, n));
  }
}

}  // namespace
}  // namespace fluxion::codegen

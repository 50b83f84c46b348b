// Maxima and minima along rows and columns, of numbers of every kind in every lane. The first NaN decides, and +0 is
// greater than −0.
#include <bit>
#include <limits>

#include "tests/codegen/compiled.h"

namespace fluxion::codegen {
namespace {

template <typename Float>
class Maximum : public Compiled {
 protected:
  using Limits = std::numeric_limits<Float>;
  static constexpr Float kNaN = Limits::quiet_NaN(), kInfinity = Limits::infinity();

  static std::string element() { return sizeof(Float) == 4 ? "f32" : "f64"; }

  // Both of x along its rows or columns, and both in kernels of their own.
  static std::vector<std::string> texts(int64_t rows, int64_t columns, bool alongRows) {
    const std::string n = std::to_string(rows), m = std::to_string(columns), e = element();
    const std::string x = "tensor<" + n + "x" + m + "x" + e + ">", y = "tensor<" + (alongRows ? n : m) + "x" + e + ">";
    const std::string over = std::string(", %x over [") + (alongRows ? "1" : "0") + "] : " + x + " -> " + y;
    const std::string most = "%a = fx.reduce maximum" + over, least = "%b = fx.reduce minimum" + over;
    return {"func.func @f(%x: " + x + ") -> (" + y + ", " + y + ") { " + most + " " + least + " return %a, %b : " + y +
                ", " + y + " }",
            "func.func @f(%x: " + x + ") -> " + y + " { " + most + " return %a : " + y + " }",
            "func.func @f(%x: " + x + ") -> " + y + " { " + least + " return %b : " + y + " }"};
  }

  static bool areSame(Float a, Float b) {
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
  }

  // Unlike check(), tells zeros apart.
  void expectSame(const std::string &text, const HostArray &x) {
    auto module = this->parse(text);
    auto f = *module->template getOps<mlir::func::FuncOp>().begin();
    auto expected = reference::evaluate(f, {x});
    ASSERT_TRUE(!!expected);
    Options options;
    options.fuse = passes::fuse;
    auto program = compile(f, options);
    ASSERT_TRUE(succeeded(program)) << text;
    auto results = this->run(*program, {x});
    for (size_t r = 0; r < results.size(); ++r) {
      const auto *got = reinterpret_cast<const Float *>(results[r].bytes.data());
      const auto *wanted = reinterpret_cast<const Float *>((*expected)[r].bytes.data());
      for (int64_t i = 0; i < results[r].type.shape.count(); ++i)
        ASSERT_TRUE(areSame(got[i], wanted[i]))
            << "result " << r << " [" << i << "]: " << got[i] << ", expected " << wanted[i] << "\n"
            << text;
    }
  }

  /// `fill` says element i of row (or column) r, which are `count` of `length`.
  void check(int64_t count, int64_t length, llvm::function_ref<Float(int64_t r, int64_t i)> fill) {
    for (const bool alongRows : {true, false}) {
      const int64_t rows = alongRows ? count : length, columns = alongRows ? length : count;
      HostArray x{{Shape{rows, columns}, sizeof(Float) == 4 ? DType::f32 : DType::f64},
                  std::string(static_cast<size_t>(rows * columns) * sizeof(Float), '\0')};
      auto *data = reinterpret_cast<Float *>(x.bytes.data());
      for (int64_t r = 0; r < count; ++r)
        for (int64_t i = 0; i < length; ++i) data[alongRows ? r * columns + i : i * columns + r] = fill(r, i);
      for (const std::string &text : texts(rows, columns, alongRows)) expectSame(text, x);
    }
  }
};

using Floats = ::testing::Types<float, double>;
TYPED_TEST_SUITE(Maximum, Floats);

// Lengths of one vector and several, side by side or not, with and without a rest.
constexpr int64_t kLengths[] = {3, 16, 17, 32, 40, 64, 100, 128, 256, 300};

TYPED_TEST(Maximum, OfANaNInEveryPlace) {
  for (const int64_t length : kLengths)
    this->check(length + 1, length, [&](int64_t r, int64_t i) {
      return r == i ? TestFixture::kNaN : static_cast<TypeParam>((r * 7 + i * 3) % 11 - 5);
    });
}

// A NaN before and after an infinity in the same lane, in the same vector and in others; NaNs of both signs.
TYPED_TEST(Maximum, OfNaNsAmongInfinities) {
  for (const int64_t length : kLengths)
    this->check(2 * length, length, [&](int64_t r, int64_t i) {
      const TypeParam infinity = r % 2 ? TestFixture::kInfinity : -TestFixture::kInfinity;
      if (i == r / 2) return r % 3 ? TestFixture::kNaN : -TestFixture::kNaN;
      return i % 5 == r % 5 ? infinity : static_cast<TypeParam>(i % 3);
    });
}

TYPED_TEST(Maximum, OfZerosInBothOrders) {
  for (const int64_t length : kLengths) {
    this->check(length, length, [](int64_t r, int64_t i) { return r == i ? TypeParam(0) : -TypeParam(0); });
    this->check(length, length, [](int64_t r, int64_t i) { return r == i ? -TypeParam(0) : TypeParam(0); });
    this->check(length, length, [](int64_t r, int64_t i) { return i < r ? -TypeParam(0) : TypeParam(0); });
  }
}

TYPED_TEST(Maximum, OfInfinities) {
  for (const int64_t length : kLengths) {
    this->check(3, length, [](int64_t r, int64_t) { return r ? -TestFixture::kInfinity : TestFixture::kInfinity; });
    this->check(length, length,
                [](int64_t r, int64_t i) { return i == r ? -TestFixture::Limits::max() : -TestFixture::kInfinity; });
    this->check(length, length, [](int64_t r, int64_t i) {
      return i == r ? TestFixture::kInfinity : TestFixture::Limits::denorm_min();
    });
  }
}

}  // namespace
}  // namespace fluxion::codegen

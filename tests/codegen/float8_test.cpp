// 8-bit floats in compiled functions: every code, and roundings at every edge.
#include <cstring>

#include "compiled.h"

namespace fluxion::codegen {
namespace {

constexpr const char *kTypes[] = {"f8E4M3FN", "f8E5M2"};

template <class T>
HostArray arrayOf(DType dtype, const std::vector<T> &values) {
  HostArray x{{Shape{static_cast<int64_t>(values.size())}, dtype}, std::string(sizeof(T) * values.size(), '\0')};
  std::memcpy(x.bytes.data(), values.data(), x.bytes.size());
  return x;
}

std::string conversion(size_t n, const std::string &from, const std::string &to) {
  const std::string shape = "tensor<" + std::to_string(n) + "x", x = shape + from + ">", y = shape + to + ">";
  return "func.func @f(%x: " + x + ") -> " + y + " { %y = fx.convert %x to " + to + " : " + x + " -> " + y +
         " return %y : " + y + " }";
}

TEST_F(Compiled, Float8CodesWiden) {
  std::vector<uint8_t> codes(256);
  for (size_t i = 0; i < codes.size(); ++i) codes[i] = static_cast<uint8_t>(i);
  for (const char *type : kTypes)
    for (const char *to : {"f32", "f64", "bf16", "i32", "i1"})
      check(conversion(256, type, to), 0, {arrayOf(type[3] == '4' ? f8e4m3fn : f8e5m2, codes)});
}

// All numbers between two codes that differ in one more bit: ties, neighbours of ties, overflow, subnormal numbers.
TEST_F(Compiled, Float8RoundsToNearestEven) {
  std::vector<float> x;
  for (uint32_t code = 0; code < 1 << 16; ++code) {
    const float v = std::bit_cast<float>(code << 16);
    x.insert(x.end(), {v, std::nextafter(v, 1e30f), std::nextafter(v, -1e30f)});
  }
  std::vector<double> wide;
  for (float v : x) wide.insert(wide.end(), {v, std::nextafter(double{v}, 1e300), std::nextafter(double{v}, -1e300)});
  for (const char *type : kTypes) {
    check(conversion(x.size(), "f32", type), 0, {arrayOf(f32, x)});
    check(conversion(wide.size(), "f64", type), 0, {arrayOf(f64, wide)});
  }
}

TEST_F(Compiled, Float8Arithmetic) {
  for (const char *type : kTypes) {
    const std::string t = "tensor<5x37x" + std::string(type) + ">", u = "tensor<37x5x" + std::string(type) + ">",
                      v = "tensor<5x" + std::string(type) + ">";
    check("func.func @f(%a: " + t + ", %b: " + t + ") -> (" + u + ", " + t + ", " + v + ", tensor<5x37xi1>) {\n" +
              "%t = fx.transpose %a by [1, 0] : " + t + " -> " + u + "\n%m = fx.maximum %a, %b : " + t +
              "\n%s = fx.reduce maximum, %a over [1] : " + t + " -> " + v + "\n%c = fx.compare LT, %a, %b : " + t +
              "\nreturn %t, %m, %s, %c : " + u + ", " + t + ", " + v + ", tensor<5x37xi1> }",
          0);
    for (const char *op : {"add", "multiply", "subtract"})
      check("func.func @f(%a: " + t + ", %b: " + t + ") -> " + t + " { %y = fx." + op + " %a, %b : " + t +
                " return %y : " + t + " }",
            0);
  }
}

// Products of narrow operands, with the sums' type chosen apart from theirs.
TEST_F(Compiled, ProductsOfNarrowOperands) {
  for (auto [in, out] : {std::pair{"f8E4M3FN", "f32"},
                         {"f8E5M2", "f32"},
                         {"f8E4M3FN", "bf16"},
                         {"f8E5M2", "f8E5M2"},
                         {"bf16", "f32"},
                         {"f16", "f32"},
                         {"bf16", "bf16"},
                         {"f16", "f64"},
                         {"i8", "i32"},
                         {"ui8", "ui32"},
                         {"ui8", "i32"},
                         {"i8", "i8"},
                         {"i16", "i32"},
                         {"i32", "i32"},
                         {"i8", "f32"},
                         {"i1", "i1"}}) {
    const std::string a = std::string("tensor<3x70x") + in + ">", b = std::string("tensor<70x21x") + in + ">",
                      y = std::string("tensor<3x21x") + out + ">";
    check("func.func @f(%a: " + a + ", %b: " + b + ") -> " + y +
              " { %y = fx.dot_general %a, %b batch [] x [] contract "
              "[1] x [0] as " +
              out + " : (" + a + ", " + b + ") -> " + y + " return %y : " + y + " }",
          2e-3);
  }
}

}  // namespace
}  // namespace fluxion::codegen

// The special family, compiled and interpreted, in each dtype and at the edges.
#include "compiled.h"

namespace fluxion::codegen {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

std::string tensor(int n, const std::string &element) { return "tensor<" + std::to_string(n) + "x" + element + ">"; }

std::string binary(const std::string &op, const std::string &t) {
  return "func.func @f(%a: " + t + ", %b: " + t + ") -> " + t + " { %y = fx." + op + " %a, %b : " + t +
         " return %y : " + t + " }";
}

template <class T>
HostArray vector(const std::vector<T> &values) {
  HostArray x{{{static_cast<int64_t>(values.size())}, dtype_of<T>}, std::string(values.size() * sizeof(T), '\0')};
  std::copy(values.begin(), values.end(), reinterpret_cast<T *>(x.bytes.data()));
  return x;
}
template <class T>
std::vector<T> converted(const std::vector<double> &values) {
  std::vector<T> out;
  for (double v : values) out.push_back(T(static_cast<float>(v)));
  return out;
}
template <>
std::vector<double> converted(const std::vector<double> &values) {
  return values;
}

using SpecialOps = Compiled;

// Tails and vectors; outside of their domains they are NaN both times.
TEST_F(SpecialOps, AreCallsForEachElement) {
  for (const char *element : {"f64", "f32", "bf16", "f16"})
    for (int n : {1, 7, 33}) {
      const std::string t = tensor(n, element);
      for (const char *op : {"bessel_i0e", "bessel_i1e"})
        check("func.func @f(%a: " + t + ") -> " + t + " { %y = fx." + op + " %a : " + t + " return %y : " + t + " }",
              0);
      for (const char *op : {"zeta", "polygamma", "igamma", "igammac", "igamma_grad_a", "random_gamma_grad"})
        check(binary(op, t), 0);
      check("func.func @f(%a: " + t + ", %b: " + t + ", %c: " + t + ") -> " + t + " { %x = fx.abs %a : " + t +
                " %y = fx.regularized_incomplete_beta %x, %b, %c : " + t + " return %y : " + t + " }",
            0);
    }
}

const std::vector<double> kEdges = {0,    -0.0,          1,    -1,  kInf,  -kInf, NAN,   3e-5,  -3e-5,
                                    6e-8, 6e4,           -6e4, 2.5, 1e-39, -1e39, 1e300, 65519, 0.1,
                                    1.5,  -1.0009765625, 1e-6, 448, -7.3,  1023,  33.5};

template <class T>
void checkNextAfter(const std::function<void(const std::string &, std::vector<HostArray>)> &check,
                    const char *element) {
  std::vector<double> from, to;
  for (double a : kEdges) {
    // Processors that convert to bf16 take subnormals for zero.
    if (dtype_of<T> == bf16 && std::fabs(a) < 1e-37) continue;
    for (double b : {0.0, -0.0, 1.0, kInf, -kInf, static_cast<double>(NAN)}) from.push_back(a), to.push_back(b);
  }
  check(binary("next_after", tensor(static_cast<int>(from.size()), element)),
        {vector(converted<T>(from)), vector(converted<T>(to))});
}

TEST_F(SpecialOps, NextAfterInEveryDirection) {
  auto same = [&](const std::string &text, std::vector<HostArray> args) { check(text, 0, std::move(args)); };
  checkNextAfter<double>(same, "f64");
  checkNextAfter<float>(same, "f32");
  checkNextAfter<bfloat16>(same, "bf16");
  checkNextAfter<float16>(same, "f16");
}

template <class T>
void checkPrecision(const std::function<void(const std::string &, std::vector<HostArray>)> &check,
                    const char *element) {
  std::vector<double> values = kEdges;
  for (int i = 0; i < 200; ++i) values.push_back(std::ldexp(1 + i / 128.0, i % 40 - 20));
  const std::string t = tensor(static_cast<int>(values.size()), element);
  for (auto [e, m] : {std::pair{8, 7}, {5, 10}, {4, 3}, {5, 2}, {1, 0}, {11, 52}, {2, 60}, {15, 1}})
    check("func.func @f(%a: " + t + ") -> " + t +
              " { %y = fx.reduce_precision %a {exponent_bits = " + std::to_string(e) +
              " : i64, mantissa_bits = " + std::to_string(m) + " : i64} : " + t + " return %y : " + t + " }",
          {vector(converted<T>(values))});
}

TEST_F(SpecialOps, ReducePrecisionToEveryFormat) {
  auto same = [&](const std::string &text, std::vector<HostArray> args) { check(text, 0, std::move(args)); };
  checkPrecision<double>(same, "f64");
  checkPrecision<float>(same, "f32");
  checkPrecision<bfloat16>(same, "bf16");
  checkPrecision<float16>(same, "f16");
}

template <class T>
std::vector<HostArray> integers() {
  using L = std::numeric_limits<T>;
  const T all[] = {0, 1, static_cast<T>(-1), L::min(), L::max(), static_cast<T>(L::max() / 3), static_cast<T>(100)};
  std::vector<T> a, b;
  for (T x : all)
    for (T y : all) a.push_back(x), b.push_back(y);
  return {vector(a), vector(b)};
}

TEST_F(SpecialOps, MulhiOfAllWidths) {
  check(binary("mulhi", tensor(49, "i8")), 0, integers<int8_t>());
  check(binary("mulhi", tensor(49, "ui8")), 0, integers<uint8_t>());
  check(binary("mulhi", tensor(49, "i16")), 0, integers<int16_t>());
  check(binary("mulhi", tensor(49, "ui16")), 0, integers<uint16_t>());
  check(binary("mulhi", tensor(49, "i32")), 0, integers<int32_t>());
  check(binary("mulhi", tensor(49, "ui32")), 0, integers<uint32_t>());
  check(binary("mulhi", tensor(49, "i64")), 0, integers<int64_t>());
  check(binary("mulhi", tensor(49, "ui64")), 0, integers<uint64_t>());
}

}  // namespace
}  // namespace fluxion::codegen

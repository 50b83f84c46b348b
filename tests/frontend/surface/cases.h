// What the tests of the NumPy-like surface share: the arrays that the cases speak of, and the comparison with the
// values that JAX gave for them (generate.py).
#pragma once
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace surface {

namespace fx = fluxion;

struct Arrays {
  fx::Array A = fx::array({{0.5f, -1.25f, 2.0f}, {3.5f, 0.75f, -0.125f}});
  fx::Array B = fx::array({{1.5f, 2.0f, -0.5f}, {0.25f, -3.0f, 4.0f}});
  fx::Array S = fx::array({{4.0f, 1.0f, 0.5f}, {1.0f, 3.0f, -0.25f}, {0.5f, -0.25f, 2.0f}});
  fx::Array V = fx::array({3.0f, -1.0f, 2.5f, 0.5f, 4.0f});
  fx::Array W = fx::array({1.0f, 0.5f, -2.0f, 1.5f, 3.0f});
  fx::Array U = fx::array({0.1f, 0.9f, 0.35f, 0.5f});
  fx::Array N = fx::array({1.0f, NAN, -INFINITY, 3.0f, NAN, INFINITY});
  fx::Array P = fx::array({{1.0f, NAN, 3.0f}, {NAN, 5.0f, 4.0f}});
  fx::Array I = fx::array({12, -7, 5, 0, 18});
  fx::Array J = fx::array({5, 3, -2, 4, 12});
  fx::Array K = fx::array({{3, 1, 2}, {0, 2, 1}});
  fx::Array D = fx::array({2, 5, 2, 1, 5, 2});
  fx::Array M = fx::array({true, false, true, true, false});
  fx::Array Q = fx::array({{true, false, true}, {false, true, true}});
  fx::Array T3 = fx::astype(fx::arange(24), fx::f32).reshape({2, 3, 4});
};

struct Expected {
  const char *type;
  std::vector<double> values;
};

inline void check(const char *code, const std::vector<fx::Array> &got, const std::vector<Expected> &wanted) {
  SCOPED_TRACE(code);
  ASSERT_EQ(got.size(), wanted.size());
  for (size_t r = 0; r < got.size(); ++r) {
    EXPECT_EQ(fx::to_string(got[r].type()), wanted[r].type);
    std::vector<double> values = got[r].to_vector<double>();
    ASSERT_EQ(values.size(), wanted[r].values.size());
    for (size_t i = 0; i < values.size(); ++i) {
      double y = wanted[r].values[i];
      if (std::isnan(y) || std::isinf(y))
        EXPECT_TRUE(std::isnan(y) ? std::isnan(values[i]) : values[i] == y) << "element " << i << ": " << values[i];
      else
        EXPECT_NEAR(values[i], y, 4e-6 * (1 + std::fabs(y))) << "element " << i;
    }
  }
}

template <class F>
void run(const char *code, F f, const std::vector<Expected> &wanted) {
  try {
    check(code, fx::tree::leaves(f()), wanted);
  } catch (const std::exception &error) {
    ADD_FAILURE() << code << ": " << error.what();
  }
}

}  // namespace surface

// One line of a .inc file; the arrays are in scope as a, and by name.
#define CASE(NAME, CODE, ...) run(#CODE, [&] { return CODE; }, {__VA_ARGS__});

// clang-format off
#define ARRAYS const Arrays a; [[maybe_unused]] const auto &[A, B, S, V, W, U, N, P, I, J, K, D, M, Q, T3] = a; using fx::array
// clang-format on

// What linearising a loop keeps of its iterations: no more than JAX does, and nothing that is the same in all of them.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

namespace fluxion {
namespace {

constexpr int64_t kSteps = 13;

Array start() { return ones({3}, f64); }
using Pair = std::pair<Array, Array>;
const std::tuple<> kNothing;

struct Case {
  const char *name;
  Array (*f)(const Array &w, const Array &xs);  // f64[3,3] and f64[13,3]
  int64_t kept;                                 // numbers of an iteration, besides the arguments
  int64_t jax;                                  // those that JAX 0.10 keeps
};
void PrintTo(const Case &c, std::ostream *out) { *out << c.name; }

template <class B, class C>
Array last(B body, const C &init, const Array &xs) {
  return sum(detail::leaves_of(scan(body, init, xs).first)[0]);
}

const Case kCases[] = {
    {"recurrent_net",
     [](const Array &w, const Array &xs) {
       return last([&](const Array &h, const Array &x) { return std::pair(tanh(matmul(h, w) + x), kNothing); }, start(),
                   xs);
     },
     6, 9},
    {"values_that_do_not_change",
     [](const Array &w, const Array &xs) {
       return last([&](const Array &h, const Array &x) { return std::pair(h * sin(w[0]) * x, kNothing); }, start(), xs);
     },
     3, 6},
    {"a_matrix_that_does_not_change",
     [](const Array &w, const Array &xs) {
       return last([&](const Array &h, const Array &) { return std::pair(sin(matmul(h, exp(w))), kNothing); }, start(),
                   xs);
     },
     6, 6},
    {"a_linear_loop",
     [](const Array &w, const Array &xs) {
       return last([&](const Array &h, const Array &x) { return std::pair(matmul(h, w) + x, kNothing); }, start(), xs);
     },
     3, 3},
    {"what_is_scanned_over",
     [](const Array &, const Array &xs) {
       return sum(
           scan([](const Array &h, const Array &x) { return Pair(h + sin(x), exp(x) * h); }, start(), xs).second);
     },
     9, 9},
    {"a_choice",
     [](const Array &, const Array &xs) {
       return last([](const Array &h, const Array &x) { return std::pair(where(x > 0, h * x, h), kNothing); }, start(),
                   xs);
     },
     3, 6},
    {"layer_norm",
     [](const Array &w, const Array &xs) {
       auto body = [&](const Array &h, const Array &x) {
         Array z = matmul(h, w) + x, y = (z - mean(z)) / sqrt(var(z) + 1e-5);
         return Pair(y, y);
       };
       return sum(scan(body, start(), xs).second);
     },
     10, 12},
    {"lstm",
     [](const Array &w, const Array &xs) {
       auto body = [&](const Pair &c, const Array &x) {
         Array z = matmul(c.first, w) + x;
         Array s = nn::sigmoid(z * 3) * c.second + nn::sigmoid(z) * tanh(z * 2);
         Array h = nn::sigmoid(z * 4) * tanh(s);
         return std::pair(Pair(h, s), h);
       };
       return sum(scan(body, Pair(start(), start()), xs).second);
     },
     21, 36},
    {"a_counter",
     [](const Array &w, const Array &xs) {
       auto body = [&](const Pair &c, const Array &x) {
         return std::pair(Pair(c.first * cos(w[0]) * astype(c.second, f64) + x, c.second + 1), kNothing);
       };
       return last(body, Pair(start(), array(int32_t{0})), xs);
     },
     4, 4},
    {"a_carry_without_tangent",
     [](const Array &w, const Array &xs) {
       auto body = [](const Pair &c, const Array &x) {
         Array k = sin(c.second) + 1;
         return std::pair(Pair(c.first * k + x, k), kNothing);
       };
       return last(body, Pair(w[0], start()), xs);
     },
     3, 3},
    {"what_is_scanned_over_without_tangent",
     [](const Array &w, const Array &xs) {
       auto body = [](const Array &h, const Array &x) { return std::pair(h * exp(x), kNothing); };
       return last(body, w[0], ones_like(xs) * 2);
     },
     3, 3},
    {"a_square",
     [](const Array &w, const Array &xs) {
       return last([](const Array &h, const Array &x) { return std::pair(h * h * x + h, kNothing); }, w[0], xs);
     },
     3, 6},
    {"softmax",
     [](const Array &w, const Array &xs) {
       return last([&](const Array &h, const Array &x) { return std::pair(nn::softmax(matmul(h, w) + x), kNothing); },
                   w[0], xs);
     },
     7, 8},
    {"a_counted_loop",
     [](const Array &w, const Array &xs) {
       return sum(
           fori_loop(0, kSteps, [&](const Array &i, const Array &h) { return sin(h) * xs[kSteps - 1 - i]; }, w[0]));
     },
     10, 10},
    {"a_loop_within",
     [](const Array &w, const Array &xs) {
       auto inner = [](const Array &g, const Array &y) { return std::pair(sin(g) * y, kNothing); };
       return last(
           [&](const Array &h, const Array &x) { return std::pair(scan(inner, h, stack({x, x * 2})).first, kNothing); },
           w[0], xs);
     },
     18, 18},
    {"a_branch_within",
     [](const Array &w, const Array &xs) {
       auto body = [&](const Array &h, const Array &x) {
         return std::pair(cond(x[0] > 0, [&] { return sin(h) * x; }, [&] { return h * x * w[0]; }), kNothing);
       };
       return last(body, start(), xs);
     },
     13, 13},
};

class Residuals : public testing::TestWithParam<Case> {};

TEST_P(Residuals, AreNoMoreThanNeeded) {
  const Case &c = GetParam();
  const Array w = sin(arange(9, f64)).reshape({3, 3}), xs = cos(arange(kSteps * 3, f64)).reshape({kSteps, 3});
  std::optional<Array> pattern;
  auto f = c.f;
  const detail::Linear linear =
      detail::linearize_traced(detail::trace_call_at("linearize", f, pattern, w, xs), detail::leaves_of(w, xs));
  int64_t kept = 0;
  std::string types;
  for (const Array &r : linear.residuals) {
    types += " " + to_string(r.type());
    const bool given = r.type() == xs.type() && array_equal(r, xs).item<bool>();
    if (r.ndim() > 0 && r.shape(0) == kSteps && !given) kept += r.size() / kSteps;
  }
  EXPECT_EQ(kept, c.kept) << types;
  EXPECT_LE(kept, c.jax) << types;
}
INSTANTIATE_TEST_SUITE_P(Loops, Residuals, testing::ValuesIn(kCases),
                         [](const auto &info) { return std::string(info.param.name); });

}  // namespace
}  // namespace fluxion

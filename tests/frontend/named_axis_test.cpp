// Collectives within everything else that there is: control flow, checkpoints, other transformations. Derivatives taken
// inside of the axis, outside of it and by differences agree, and so do functions compiled and not.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;

namespace {

const fx::VmapOptions kOverI{.axis_name = "i"};

struct Case {
  const char *name;
  fx::Array (*f)(const fx::Array &);  // of one member: f64[3] -> f64[]
  bool reverse = true;
};
void PrintTo(const Case &c, std::ostream *out) { *out << c.name; }

const std::vector<Case> &cases() {
  static const std::vector<Case> all = {
      {"scan_of_sums",
       [](const fx::Array &x) {
         auto step = [&](const fx::Array &carry, const fx::Array &v) {
           const fx::Array next = fx::sin(fx::psum(carry * v, "i")) + v;
           return std::pair(next, next * fx::axis_index("i"));
         };
         auto [last, all] = fx::scan(step, x[0], x);
         return last * fx::sum(all);
       }},
      {"scan_of_a_ring",
       [](const fx::Array &x) {
         auto step = [&](const std::pair<fx::Array, fx::Array> &c, const fx::Array &v) {
           const fx::Array received = fx::ppermute(c.second, "i", {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
           return std::pair(std::pair(c.first + fx::cos(received) * v, received), v);
         };
         return fx::scan(step, std::pair(x[0] * 0, fx::tanh(x[1])), x).first.first;
       }},
      {"loop_with_a_fixed_end",
       [](const fx::Array &x) {
         auto body = [&](const fx::Array &, const fx::Array &y) { return fx::pmean(fx::sin(y), "i") * x[0] + y / 2; };
         return fx::sum(fx::fori_loop(0, 3, body, x));
       }},
      {"loop_until_all_are_done",
       [](const fx::Array &x) {
         auto unfinished = [](const fx::Array &y) { return fx::pmax(fx::sum(y), "i") < 20; };
         return fx::sum(fx::while_loop(unfinished, [](const fx::Array &y) { return y * 1.5 + 1; }, fx::square(x)));
       },
       false},
      {"branch_for_each_member",
       [](const fx::Array &x) {
         auto yes = [](const fx::Array &y) { return fx::sin(y) * fx::axis_index("i"); };
         auto no = [](const fx::Array &y) { return y * y; };
         const fx::Array part = fx::cond(fx::axis_index("i") > 1, yes, no, x);
         return fx::sum(fx::psum_scatter(fx::concatenate({part, x[{fx::slice(0, 1)}]}), "i") * x);
       }},
      {"checkpoint",
       [](const fx::Array &x) {
         auto block = fx::checkpoint([](const fx::Array &y) { return fx::tanh(fx::pmean(y * y, "i") + y); });
         return fx::sum(block(block(x)));
       }},
      {"gradient_inside",
       [](const fx::Array &x) {
         auto g = fx::grad([](const fx::Array &y) { return fx::sum(fx::sin(fx::psum(y, "i")) * y); });
         return fx::sum(g(x) * fx::all_gather(x, "i", {.tiled = true})[{fx::slice(2, 5)}]);
       }},
      {"jacobian_inside",
       [](const fx::Array &x) {
         auto f = [](const fx::Array &y) { return fx::psum(fx::sin(y), "i") * y; };
         return fx::sum(fx::jacfwd(f)(x) * fx::jacrev(f)(x));
       }},
      {"batch_inside",
       [](const fx::Array &x) {
         auto f = [](const fx::Array &y) { return fx::pmean(y, "i") * fx::sin(y); };
         return fx::sum(fx::vmap(f)(fx::stack({x, x * x})));
       }},
      {"attention_over_members",
       [](const fx::Array &x) {
         const fx::Array keys = fx::all_gather(x, "i");  // [4, 3]
         const fx::Array weights = fx::nn::softmax(fx::matmul(keys, x));
         return fx::sum(fx::square(fx::matmul(weights, fx::all_gather(fx::sin(x), "i")) + fx::pmin(x, "i")));
       }},
      {"compiled_inside",
       [](const fx::Array &x) {
         auto f = fx::jit([](const fx::Array &y) { return fx::pbroadcast(fx::exp(y), "i", 2); });
         return fx::sum(f(x) * fx::arange(3));
       }},
  };
  return all;
}

fx::Array points() {
  std::vector<double> x;
  for (int k = 0; k < 12; ++k) x.push_back(std::sin(1.7 * k + 0.3));
  return fx::from_vector(x, {4, 3});
}

double distance(const fx::Array &a, const fx::Array &b) { return fx::max(fx::abs(a - b)).item<double>(); }

class NamedAxis : public testing::TestWithParam<Case> {};

TEST_P(NamedAxis, DerivativesInsideAreThoseOfTheSum) {
  const Case &c = GetParam();
  auto f = [&](const fx::Array &x) { return c.f(x); };
  auto total = [&](const fx::Array &x) { return fx::sum(fx::vmap(f, kOverI)(x)); };
  const fx::Array x = points(), v = fx::cos(x * 3);
  auto along = [&](const fx::Array &y, const fx::Array &u) {
    return std::get<1>(fx::jvp(f, std::tuple(y), std::tuple(u)));
  };
  const fx::Array inside = fx::vmap(along, kOverI)(x, v);
  const fx::Array outside = std::get<1>(fx::jvp(total, std::tuple(x), std::tuple(v)));
  EXPECT_NEAR(fx::sum(inside).item<double>(), outside.item<double>(), 1e-10);
  const double h = 1e-6;
  const double numeric = (total(x + v * h).item<double>() - total(x - v * h).item<double>()) / (2 * h);
  EXPECT_NEAR(outside.item<double>(), numeric, 1e-5 * (1 + std::fabs(numeric)));
  if (!c.reverse) return;
  const fx::Array gradient = fx::grad(total)(x);
  EXPECT_NEAR(fx::sum(gradient * v).item<double>(), outside.item<double>(), 1e-10);
  EXPECT_LT(distance(fx::vmap(fx::grad(f), kOverI)(x), gradient), 1e-10);
  auto pull = [&](const fx::Array &y) {
    auto [value, pullback] = fx::vjp(f, y);
    return std::get<0>(pullback(fx::ones_like(value)));
  };
  EXPECT_LT(distance(fx::jit(fx::vmap(pull, kOverI))(x), gradient), 1e-10);
}

TEST_P(NamedAxis, SecondDerivativesAgree) {
  const Case &c = GetParam();
  if (!c.reverse) return;
  auto f = [&](const fx::Array &x) { return c.f(x); };
  auto total = [&](const fx::Array &x) { return fx::sum(fx::vmap(f, kOverI)(x)); };
  const fx::Array x = points(), v = fx::cos(x * 3);
  auto inside = [&](const fx::Array &y) { return fx::vmap(fx::grad(f), kOverI)(y); };
  const fx::Array forward = std::get<1>(fx::jvp(fx::grad(total), std::tuple(x), std::tuple(v)));
  EXPECT_LT(distance(std::get<1>(fx::jvp(inside, std::tuple(x), std::tuple(v))), forward), 1e-9);
  EXPECT_LT(distance(fx::grad([&](const fx::Array &y) { return fx::sum(inside(y) * v); })(x), forward), 1e-9);
}

TEST_P(NamedAxis, IsTheSameOnDevices) {
  const Case &c = GetParam();
  const fx::Array wanted = fx::vmap([&](const fx::Array &x) { return c.f(x); }, kOverI)(points());
  fx::virtual_devices(4);
  EXPECT_LT(distance(fx::pmap([&](const fx::Array &x) { return c.f(x); }, {.axis_name = "i"})(points()), wanted),
            1e-12);
  const fx::Mesh mesh({{"i", 4}});
  auto part = [&](const fx::Array &x) { return fx::expand_dims(c.f(x[0]), 0); };
  EXPECT_LT(distance(fx::shard_map(part, mesh, fx::P("i"), fx::P("i"))(points()), wanted), 1e-12);
  fx::virtual_devices(1);
}

INSTANTIATE_TEST_SUITE_P(Within, NamedAxis, testing::ValuesIn(cases()),
                         [](const auto &c) { return std::string(c.param.name); });

}  // namespace

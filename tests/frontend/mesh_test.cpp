// pmap over virtual devices and shard_map over meshes of them: values that JAX gives on as many CPU devices, laws, and
// mistakes.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/frontend/message.h"

namespace fx = fluxion;

namespace {

void expect_near(const fx::Array &got, const std::vector<float> &wanted) {
  std::vector<float> values = got.to_vector<float>();
  ASSERT_EQ(values.size(), wanted.size());
  for (size_t i = 0; i < values.size(); ++i)
    EXPECT_NEAR(values[i], wanted[i], 4e-6 * (1 + std::fabs(wanted[i]))) << "element " << i;
}

fx::Array numbers(const fx::Shape &shape) { return fx::arange(shape.count()).astype(fx::f32).reshape(shape.sizes()); }

class Devices : public testing::Test {
 protected:
  Devices() { fx::virtual_devices(8); }
  ~Devices() override { fx::virtual_devices(1); }
};

TEST_F(Devices, AreAsManyAsWereAskedFor) {
  EXPECT_EQ(fx::devices().size(), 8u);
  EXPECT_EQ(fx::virtual_devices(3).back(), fx::Device{2});
}

// ---- pmap

using Pmap = Devices;

TEST_F(Pmap, RunsOnEachDevicesPart) {
  auto f = fx::pmap([](const fx::Array &x) { return x / fx::psum(x, "i"); }, {.axis_name = "i"});
  expect_near(f(fx::array({1.f, 2.f, 5.f})), {0.125f, 0.25f, 0.625f});
  EXPECT_EQ(f(fx::array({2.f, 2.f, 4.f})).to_vector<float>()[2], 0.5f);
  EXPECT_EQ(f.cache_size(), 1u);
}

TEST_F(Pmap, HasTheDerivativesOfJax) {
  const fx::Array x = fx::array({1.f, 2.f, 3.f, 4.f});
  auto f = [](const fx::Array &y) { return fx::psum(y * y, "i") * y; };
  expect_near(fx::pmap(fx::grad(f), {.axis_name = "i"})(x), {50, 70, 90, 110});
  auto p = fx::pmap(f, {.axis_name = "i"});
  expect_near(fx::grad([&](const fx::Array &y) { return fx::sum(p(y)); })(x), {50, 70, 90, 110});
  auto partly = fx::pmap([](const fx::Array &y) { return fx::ppermute(y, "i", {{0, 1}, {1, 2}}); }, {.axis_name = "i"});
  expect_near(partly(x), {0, 1, 2, 0});
}

TEST_F(Pmap, TakesAxesAndArraysThatAllHave) {
  auto f = fx::pmap(
      [](const fx::Array &w, const fx::Array &x) { return std::pair(fx::pmean(fx::matmul(x, w), "i"), w * 2); },
      {.axis_name = "i", .in_axes = {fx::none, 1}, .out_axes = {fx::none, fx::none}});
  auto [mean, doubled] = f(fx::array({1.f, 10.f}), fx::array({{1.f, 2.f}, {3.f, 4.f}}));
  expect_near(mean, {(31.f + 42.f) / 2});
  expect_near(doubled, {2, 20});
}

// A ring of sends adds up what psum does.
TEST_F(Pmap, SendsAroundARing) {
  constexpr int64_t n = 8;
  auto ring = [](const fx::Array &x) {
    std::vector<std::pair<int64_t, int64_t>> next;
    for (int64_t i = 0; i < n; ++i) next.emplace_back(i, (i + 1) % n);
    auto step = [&](int64_t, const std::pair<fx::Array, fx::Array> &s) {
      const fx::Array received = fx::ppermute(s.second, "ring", next);
      return std::pair(s.first + received, received);
    };
    fx::Array sum = x, last = x;
    for (int64_t i = 1; i < n; ++i) std::tie(sum, last) = step(i, {sum, last});
    return sum - fx::psum(x, "ring");
  };
  expect_near(fx::pmap(ring, {.axis_name = "ring"})(numbers({n, 3})), std::vector<float>(3 * n, 0));
}

// ---- shard_map

class ShardMap : public Devices {
 protected:
  const fx::Mesh mesh{{{"a", 2}, {"b", 2}, {"c", 2}}};
  static fx::Array where(const fx::Array &x) {
    return x + fx::axis_index("a") * 100 + fx::axis_index("b") * 10 + fx::axis_index("c");
  }
};

TEST_F(ShardMap, CutsAndJoinsAsSpecsSay) {
  const fx::Array x = numbers({8, 4});
  const fx::P spec(fx::AxisNames{"c", "a"}, "b");
  expect_near(fx::shard_map(where, mesh, spec, spec)(x),
              {0,  1,  12, 13, 4,  5,  16, 17, 108, 109, 120, 121, 112, 113, 124, 125,
               17, 18, 29, 30, 21, 22, 33, 34, 125, 126, 137, 138, 129, 130, 141, 142});
  const fx::P turned("b", fx::AxisNames{"a", "c"});
  expect_near(fx::shard_map(where, mesh, spec, turned, {.check = false})(x),
              {0,  1,  17, 18, 108, 109, 125, 126, 4,  5,  21, 22, 112, 113, 129, 130,
               12, 13, 29, 30, 120, 121, 137, 138, 16, 17, 33, 34, 124, 125, 141, 142});
  const fx::P rows(fx::AxisNames{"b", "a"}, fx::none);
  auto numbered = [](const fx::Array &part) { return part * fx::axis_index({"b", "a"}); };
  expect_near(fx::shard_map(numbered, mesh, rows, rows)(x),
              {0,  0,  0,  0,  0,  0,  0,  0,  8,  9,  10, 11, 12, 13, 14, 15,
               32, 34, 36, 38, 40, 42, 44, 46, 72, 75, 78, 81, 84, 87, 90, 93});
}

TEST_F(ShardMap, MultipliesMatricesThatAreCutAlongTheSum) {
  auto product = [](const fx::Array &x, const fx::Array &w) { return fx::psum(fx::matmul(x, w), "c"); };
  const fx::Array x = numbers({8, 4}), w = numbers({4, 2}) * 0.5;
  const fx::Specs in{fx::P("a", "c"), fx::P("c", fx::none)};
  expect_near(fx::shard_map(product, mesh, in, fx::P("a"))(x, w), fx::matmul(x, w).to_vector<float>());
  expect_near(fx::jit(fx::shard_map(product, mesh, in, fx::P("a")))(x, w), fx::matmul(x, w).to_vector<float>());
}

TEST_F(ShardMap, IsDifferentiatedAndBatchedAsAnyFunction) {
  const fx::Array x = numbers({8, 4}), w = numbers({4, 2}) * 0.5;
  auto loss = [&](const fx::Array &v) {
    auto part = [](const fx::Array &y, const fx::Array &u) {
      return fx::pmean(fx::sum(fx::sin(fx::matmul(y, u))), "a");
    };
    return fx::shard_map(part, mesh, {fx::P("a"), fx::P()}, fx::P())(x, v);
  };
  EXPECT_NEAR(loss(w).item<float>(), 0.7678025, 1e-5);
  const std::vector<float> jax = {10.62333, 11.86307, 11.37425, 13.09163, 12.12516, 14.32019, 12.87608, 15.54875};
  const std::vector<float> got = fx::grad(loss)(w).to_vector<float>();
  for (size_t i = 0; i < jax.size(); ++i) EXPECT_NEAR(got[i], jax[i], 1e-4);
  const fx::Array both = fx::vmap(loss)(fx::stack({w, w * 2}));
  EXPECT_NEAR(both[1].item<float>(), loss(w * 2).item<float>(), 1e-5);
}

// A layer whose weights lie on two devices: columns of the first matrix, rows of the second, one sum.
TEST_F(ShardMap, CutsTheArraysOfATreeByTheirPaths) {
  struct Mlp {
    fx::Array in, bias, out;
  };
  const Mlp mlp{numbers({4, 8}) / 32, numbers({8}) / 8, numbers({8, 4}) / 32};
  auto apply = [](const Mlp &m, const fx::Array &x) {
    return fx::matmul(fx::tanh(fx::matmul(x, m.in) + m.bias), m.out);
  };
  auto part = [&](const Mlp &m, const fx::Array &x) { return fx::psum(apply(m, x), "b"); };
  auto specs = [](std::string_view path, const fx::ShapeDtype &type) {
    return path == "out" ? fx::P("b") : type.shape.ndim() == 1 ? fx::P("b") : fx::P(fx::none, "b");
  };
  auto sharded = fx::shard_map(part, mesh, {specs, fx::P("a")}, fx::P("a"));
  const fx::Array x = numbers({6, 4}) / 8;
  expect_near(sharded(mlp, x), apply(mlp, x).to_vector<float>());
  auto loss = [&](auto f) { return [&x, f](const Mlp &m) mutable { return fx::sum(f(m, x) * f(m, x)); }; };
  const Mlp got = fx::grad(loss(sharded))(mlp), wanted = fx::grad(loss(apply))(mlp);
  expect_near(got.in, wanted.in.to_vector<float>());
  expect_near(got.bias, wanted.bias.to_vector<float>());
  expect_near(got.out, wanted.out.to_vector<float>());
}

TEST_F(ShardMap, GivesTuplesWithASpecEach) {
  auto f = [](const fx::Array &x) { return std::pair(fx::psum(fx::sum(x), {"a", "b"}), x * 2); };
  auto [total, doubled] = fx::shard_map(f, mesh, fx::P("a", "b"), {fx::P(), fx::P("a", "b")})(numbers({4, 4}));
  EXPECT_EQ(total.item<float>(), 120);
  expect_near(doubled, (numbers({4, 4}) * 2).to_vector<float>());
}

// ---- mistakes

TEST_F(Pmap, NeedsDevices) {
  const std::string text =
      message<fx::ShapeError>([] { fx::pmap([](const fx::Array &x) { return x; })(fx::ones({9})); });
  EXPECT_SAYS(text, "pmap: 9 devices are needed, and there are 8: virtual_devices(9) makes as many");
  EXPECT_SAYS(message<fx::ShapeError>([] { fx::Mesh({{"a", 3}, {"b", 3}}); }), "Mesh: 9 devices are needed");
  EXPECT_SAYS(message<fx::ShapeError>([] { fx::virtual_devices(0); }), "virtual_devices: 0 is not between 1 and 65536");
  EXPECT_SAYS(message<fx::Error>([] { fx::Mesh({{"a", 2}, {"a", 2}}); }), "two axes are named \"a\"");
}

TEST_F(ShardMap, ChecksSpecs) {
  auto same = [](const fx::Array &x) { return x; };
  auto with = [&](const fx::P &in, const fx::P &out) {
    return message<fx::Error>([&] { fx::shard_map(same, mesh, in, out)(fx::ones({6, 3})); });
  };
  EXPECT_SAYS(with(fx::P(fx::none, "a"), fx::P()),
              "shard_map: dimension 1 of argument 0, f32[6,3], cannot be divided among the 2 devices of axis \"a\"");
  EXPECT_SAYS(with(fx::P(fx::AxisNames{"a", "b"}), fx::P()), "among the 4 devices of axes \"a\", \"b\"");
  EXPECT_SAYS(with(fx::P("x"), fx::P()), "P(\"x\") of argument 0 names axis \"x\", which the mesh has not");
  EXPECT_SAYS(with(fx::P("a", "a"), fx::P()), "names axis \"a\" twice");
  EXPECT_SAYS(with(fx::P("a", fx::none, "b"), fx::P()), "argument 0 is f32[6,3], which has fewer dimensions than P(");
  const std::string differs = with(fx::P("a"), fx::P());
  EXPECT_SAYS(differs, "shard_map: result 0 differs along mesh axis \"a\", which its out_specs do not name");
  EXPECT_SAYS(differs, "mesh_test.cpp:");
  EXPECT_SAYS(message<fx::Error>([&] { fx::shard_map(same, mesh, {fx::P(), fx::P()}, fx::P())(fx::ones({6, 3})); }),
              "shard_map: in_specs has 2 entries for 1 values");
}

}  // namespace

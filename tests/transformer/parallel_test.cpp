// Training a GPT on several virtual devices: each computes gradients for its part of the batch, and the mean over the
// devices is what one device computes for the whole batch.
#include <fluxion/fluxion.h>
#include <fluxion/transformer.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;
namespace tf = fluxion::transformer;

namespace {

const tf::gpt2::Config kConfig{.layers = 2, .heads = 2, .width = 16, .context = 8, .vocab = 13};

struct State {
  tf::gpt2::Params params;
  fx::optim::State adam;
};

fx::Array loss(const tf::gpt2::Params &p, const fx::Array &x, const fx::Array &y) {
  return tf::cross_entropy(tf::gpt2::forward(kConfig, p, x), y);
}

// One step; `across` is what makes the loss and the gradients those of the whole batch.
template <class Across>
auto step_with(Across across) {
  return [across, adam = fx::optim::adamw({.learning_rate = 1e-2})](const State &s, const fx::Array &x,
                                                                    const fx::Array &y) {
    auto [value, gradients] = fx::value_and_grad(loss)(s.params, x, y);
    auto [params, moments] = adam.update(s.params, across(gradients), s.adam);
    return std::pair(State{params, moments}, across(value));
  };
}

constexpr int kSteps = 5;

template <class Step>
std::pair<std::vector<double>, State> train(Step step) {
  State state{tf::gpt2::init(kConfig, fx::random::key(0)), {}};
  state.adam = fx::optim::adamw({.learning_rate = 1e-2}).init(state.params);
  std::vector<double> losses;
  for (int i = 0; i < kSteps; ++i) {
    const fx::Array text = fx::random::randint(fx::random::key(static_cast<uint64_t>(i + 1)), {8, 9}, 0, 13);
    const fx::Array x = text[{fx::all, fx::slice(0, 8)}], y = text[{fx::all, fx::slice(1, 9)}];
    fx::Array value;
    std::tie(state, value) = step(state, x, y);
    losses.push_back(value.template item<double>());
  }
  return {losses, state};
}

void expect_equal(const std::pair<std::vector<double>, State> &got) {
  static const auto wanted = train(fx::jit(step_with([](const auto &x) { return x; })));
  for (size_t i = 0; i < wanted.first.size(); ++i) EXPECT_NEAR(got.first[i], wanted.first[i], 2e-6) << "step " << i;
  fx::tree::map(
      [](const fx::Array &a, const fx::Array &b) {
        EXPECT_LT(fx::max(fx::abs(a - b)).item<float>(), 2e-5f);
        return a;
      },
      got.second.params, wanted.second.params);
}

class Parallel : public testing::TestWithParam<int64_t> {
 protected:
  Parallel() { fx::virtual_devices(GetParam()); }
  ~Parallel() override { fx::virtual_devices(1); }
};

// Every device has the parameters; pmap cuts the batch.
TEST_P(Parallel, PmapTrainsAsOneDevice) {
  auto step = fx::pmap(step_with([](const auto &x) { return fx::pmean(x, "batch"); }),
                       {.axis_name = "batch", .in_axes = {fx::none, 0, 0}, .out_axes = {fx::none}});
  const int64_t n = GetParam();
  expect_equal(train([&](const State &s, const fx::Array &x, const fx::Array &y) {
    return step(s, x.reshape({n, 8 / n, 8}), y.reshape({n, 8 / n, 8}));
  }));
}

TEST_P(Parallel, ShardMapTrainsAsOneDevice) {
  const fx::Mesh mesh({{"data", GetParam()}});
  expect_equal(train(fx::jit(fx::shard_map(step_with([](const auto &x) { return fx::pmean(x, "data"); }), mesh,
                                           {fx::P(), fx::P("data"), fx::P("data")}, fx::P()))));
}

// Each device keeps the moments and updates the parameters of its part alone: gradients are scattered, and the
// parameters gathered again.
TEST_P(Parallel, PartsOfTheOptimizersStateOnEachDeviceTrainAsOne) {
  const int64_t n = GetParam();
  auto update = [n](const fx::Array &p, const fx::Array &gradient, const fx::Array &velocity) {
    const fx::Array mean = fx::psum_scatter(gradient, "data", {.tiled = true}) / n;
    const fx::Array v = velocity * 0.9 + mean;
    const fx::Array whole = fx::all_gather(v, "data", {.tiled = true});
    return std::pair(p - whole * 0.1, v);
  };
  const fx::Mesh mesh({{"data", n}});
  const fx::Array p = fx::random::normal(fx::random::key(3), {16, 3}), velocity = fx::zeros({16, 3}),
                  x = fx::random::normal(fx::random::key(4), {8, 16});
  auto gradient = [&](const fx::Array &q, const fx::Array &part) {
    return fx::grad([&](const fx::Array &r) { return fx::mean(fx::square(fx::matmul(part, r))); })(q);
  };
  auto step = [&](const fx::Array &q, const fx::Array &v, const fx::Array &part) {
    return update(q, gradient(q, part), v);
  };
  auto sharded = fx::jit(fx::shard_map(step, mesh, {fx::P(), fx::P("data"), fx::P("data")}, {fx::P(), fx::P("data")}));
  fx::Array a = p, va = velocity, b = p, vb = velocity;
  for (int i = 0; i < 3; ++i) {
    std::tie(a, va) = sharded(a, va, x);
    vb = vb * 0.9 + gradient(b, x);
    b = b - vb * 0.1;
  }
  EXPECT_LT(fx::max(fx::abs(a - b)).item<float>(), 1e-6f);
  EXPECT_LT(fx::max(fx::abs(va - vb)).item<float>(), 1e-6f);
}

INSTANTIATE_TEST_SUITE_P(Devices, Parallel, testing::Values(2, 4, 8));

}  // namespace

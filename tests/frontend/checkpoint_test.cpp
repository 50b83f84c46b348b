// Checkpoints: the values and derivatives of the function, whatever the policy; what is kept is what the policy says.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;
using fx::Array;

namespace {

void expect_same(const Array &got, const Array &wanted, float tolerance = 1e-5f) {
  ASSERT_EQ(got.shape(), wanted.shape());
  std::vector<float> a = got.to_vector<float>(), b = wanted.to_vector<float>();
  for (size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], tolerance * (1 + std::abs(b[i]))) << "element " << i;
}

struct Layer {
  Array w, v;
};

Array block(const Layer &l, const Array &x) {
  Array h = fx::checkpoint_name(fx::sin(fx::matmul(x, l.w)), "hidden");
  Array gate = fx::checkpoint_name(fx::exp(-h * h), "gate");
  return x + fx::matmul(gate * h, l.v);
}

Layer layer() {
  auto [a, b] = fx::random::split<2>(fx::random::Key(1));
  return {fx::random::normal(std::move(a), {3, 4}), fx::random::normal(std::move(b), {4, 3})};
}
Array input() { return fx::array({{.1f, -.7f, .4f}, {1.f, .3f, -.2f}}); }

const std::vector<fx::remat::Policy> kPolicies{
    fx::remat::nothing_saveable,
    fx::remat::everything_saveable,
    fx::remat::dots_saveable,
    fx::remat::dots_with_no_batch_dims_saveable,
    fx::remat::save_only_these_names({"gate"}),
    fx::remat::save_any_names_but_these({"gate"}),
};

auto loss_of(const fx::CheckpointOptions &options) {
  auto part = fx::checkpoint(block, options);
  return [part](const Layer &l, const Array &x) mutable { return fx::sum(fx::square(part(l, part(l, x)))); };
}
auto plain = [](const Layer &l, const Array &x) { return fx::sum(fx::square(block(l, block(l, x)))); };

TEST(Checkpoint, DerivativesAreThoseOfTheFunctionUnderEveryPolicy) {
  Layer l = layer();
  Layer wanted = fx::grad(plain)(l, input());
  for (const fx::remat::Policy &policy : kPolicies) {
    auto loss = loss_of({.policy = policy});
    Layer got = fx::grad(loss)(l, input());
    expect_same(got.w, wanted.w);
    expect_same(got.v, wanted.v);
    expect_same(fx::jit(fx::grad(loss))(l, input()).w, wanted.w);
    expect_same(loss(l, input()), plain(l, input()));
  }
}

TEST(Checkpoint, InEveryMode) {
  Layer l = layer();
  Array x = input(), dx = fx::array({{1.f, 0.f, -1.f}, {.5f, 2.f, 0.f}});
  for (const fx::remat::Policy &policy : kPolicies) {
    auto loss = loss_of({.policy = policy});
    auto f = [&](const Array &x) { return loss(l, x); };
    auto g = [&](const Array &x) { return plain(l, x); };
    expect_same(std::get<1>(fx::jvp(f, std::tuple(x), std::tuple(dx))),
                std::get<1>(fx::jvp(g, std::tuple(x), std::tuple(dx))));
    expect_same(std::get<1>(fx::linearize(f, x))(dx), std::get<1>(fx::linearize(g, x))(dx));
    expect_same(fx::hvp(f, x, dx), fx::hvp(g, x, dx), 1e-4f);
    auto twice = [&](auto h) { return [=](const Array &x) { return fx::sum(fx::grad(h)(x) * dx); }; };
    expect_same(fx::grad(twice(f))(x), fx::grad(twice(g))(x), 1e-4f);
    expect_same(fx::jit(fx::vmap(fx::grad([&](const Array &x) { return f(fx::reshape(x, {1, 3})); })))(x),
                fx::vmap(fx::grad([&](const Array &x) { return g(fx::reshape(x, {1, 3})); }))(x));
    expect_same(fx::grad([&](const Array &x) {
                  return fx::sum(fx::vmap([&](const Array &x) { return f(fx::reshape(x, {1, 3})); })(x));
                })(x),
                fx::grad(g)(x));
  }
}

TEST(Checkpoint, NestedInLoopsAndAroundThem) {
  Layer l = layer();
  auto step = [&](const Array &x, const Array &scale) { return std::pair(scale * block(l, x), fx::sum(x)); };
  Array scales = fx::array({.9f, .5f, .7f});
  auto run = [&](auto step) {
    return [=](const Array &x) {
      auto [end, sums] = fx::scan(step, x, scales);
      return fx::sum(fx::square(end)) + fx::sum(sums * sums);
    };
  };
  Array wanted = fx::grad(run(step))(input());
  for (const fx::remat::Policy &policy : kPolicies) {
    fx::CheckpointOptions options{.policy = policy, .prevent_cse = false};
    expect_same(fx::grad(run(fx::checkpoint(step, options)))(input()), wanted);
    expect_same(fx::grad(fx::checkpoint(run(step), options))(input()), wanted);
    expect_same(fx::jit(fx::grad(fx::checkpoint(run(fx::checkpoint(step)), options)))(input()), wanted);
  }
  auto branch = [&](const Array &x) {
    return fx::cond(
        fx::sum(x) > 0, fx::checkpoint([&](const Array &x) { return block(l, x); }), [](const Array &x) { return x; },
        x);
  };
  expect_same(fx::grad([&](const Array &x) { return fx::sum(branch(x)); })(input()),
              fx::grad([&](const Array &x) { return fx::sum(block(l, x)); })(input()));
}

// How many times an op stands in the linear part of f, which is what is computed again.
int computed_again(const std::string &op, const fx::remat::Policy &policy) {
  Layer l = layer();
  auto part = fx::checkpoint([l](const Array &x) { return fx::sum(block(l, x)); }, {.policy = policy});
  std::string text = fx::make_ir(fx::grad(part))(input());
  text = text.substr(text.find("barrier true"));
  int count = 0;
  for (size_t at = text.find(op); at != std::string::npos; at = text.find(op, at + 1)) ++count;
  return count;
}

TEST(Checkpoint, KeepsWhatThePolicySays) {
  EXPECT_EQ(computed_again("fx.sine", fx::remat::nothing_saveable), 1);
  EXPECT_EQ(computed_again("fx.exponential", fx::remat::nothing_saveable), 1);
  EXPECT_EQ(computed_again("fx.exponential", fx::remat::save_only_these_names({"gate", "hidden"})), 0);
  EXPECT_EQ(computed_again("fx.exponential", fx::remat::save_only_these_names({"hidden"})), 1);
  EXPECT_EQ(computed_again("fx.exponential", fx::remat::save_any_names_but_these({"hidden"})), 0);
  EXPECT_EQ(computed_again("fx.exponential", fx::remat::dots_saveable), 1);
  const int dots = computed_again("fx.dot_general", fx::remat::nothing_saveable);
  EXPECT_EQ(computed_again("fx.dot_general", fx::remat::dots_saveable), dots - 1);
  EXPECT_EQ(computed_again("fx.dot_general", fx::remat::dots_with_no_batch_dims_saveable), dots - 1);
}

TEST(Checkpoint, NamesOfMoreThanOneLineAreRefused) {
  EXPECT_THROW(fx::jit([](const Array &x) { return fx::checkpoint_name(x, "a\nb"); })(input()), fx::Error);
}

}  // namespace

// with_sharding_constraint: numbers stay what they are, the program says how its arrays are to be divided, and mistakes
// are told in the words of the call.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include "tests/frontend/message.h"

namespace fx = fluxion;

namespace {

class ShardingConstraint : public testing::Test {
 protected:
  ShardingConstraint() { fx::virtual_devices(8); }
  ~ShardingConstraint() override { fx::virtual_devices(1); }

  fx::NamedSharding sharding(fx::P spec) { return {mesh_, std::move(spec)}; }
  fx::Mesh mesh_{(fx::virtual_devices(8), std::vector<fx::MeshAxis>{{"data", 4}, {"model", 2}})};
  fx::Array x_ = fx::arange(24).astype(fx::f32).reshape({8, 3});
};

struct Layer {
  fx::Array weight, bias;
};

TEST_F(ShardingConstraint, ChangesNoNumber) {
  const auto how = sharding(fx::P("data"));
  const std::vector<float> wanted = x_.to_vector<float>();
  EXPECT_EQ(fx::with_sharding_constraint(x_, how).to_vector<float>(), wanted);
  auto f = [&](const fx::Array &x) { return fx::with_sharding_constraint(x, how) * 2; };
  EXPECT_EQ(fx::jit(f)(x_).to_vector<float>(), (x_ * 2).to_vector<float>());
  EXPECT_EQ(f(x_).to_vector<float>(), (x_ * 2).to_vector<float>());
}

TEST_F(ShardingConstraint, IsSaidInTheProgram) {
  const auto how = sharding(fx::P(fx::AxisNames{"model", "data"}, fx::unconstrained));
  const std::string ir = fx::make_ir([&](const fx::Array &x) { return fx::with_sharding_constraint(x, how); })(x_);
  EXPECT_SAYS(ir, "#fx.mesh<[\"data\" = 4, \"model\" = 2]>");
  EXPECT_SAYS(ir, "fx.sharding_constraint");
  EXPECT_SAYS(ir, "[{\"model\", \"data\"}, {?}]");
  EXPECT_EQ(fx::to_string(how), "NamedSharding(data=4, model=2: P({\"model\", \"data\"}, unconstrained))");
  EXPECT_EQ(how, sharding(fx::P(fx::AxisNames{"model", "data"}, fx::unconstrained)));
  EXPECT_FALSE(how == sharding(fx::P(fx::AxisNames{"model", "data"})));
}

TEST_F(ShardingConstraint, IsThatOfDerivativesAndLeavesMappedAxesOpen) {
  auto f = [&](const fx::Array &x) {
    return fx::sum(fx::sin(fx::with_sharding_constraint(x, sharding(fx::P("data", fx::none)))));
  };
  EXPECT_TRUE(fx::all(fx::grad(f)(x_) == fx::cos(x_)).item<bool>());
  const std::string backward = fx::make_ir(fx::grad(f))(x_);
  const size_t first = backward.find("fx.sharding_constraint");
  ASSERT_NE(first, std::string::npos);
  EXPECT_NE(backward.find("fx.sharding_constraint", first + 1), std::string::npos) << backward;
  const fx::Array many = fx::stack({x_, x_ + 1});
  EXPECT_SAYS(fx::make_ir(fx::vmap(f))(many), "[{?}, {\"data\"}, {}]");
  EXPECT_TRUE(fx::allclose(fx::vmap(f)(many), fx::sum(fx::sin(many), {1, 2})).item<bool>());
}

TEST_F(ShardingConstraint, TakesTreesAndOneSpecForEachArray) {
  const Layer layer{fx::ones({8, 6}), fx::ones({6})};
  auto specs = [](std::string_view path, const fx::ShapeDtype &) {
    return path == "bias" ? fx::P("model") : fx::P(fx::none, "model");
  };
  const Layer same = fx::with_sharding_constraint(layer, mesh_, specs);
  EXPECT_TRUE(fx::all(same.weight == layer.weight).item<bool>());
  const std::string ir =
      fx::make_ir([&](const Layer &l) { return fx::with_sharding_constraint(l, mesh_, specs); })(layer);
  EXPECT_SAYS(ir, "[{}, {\"model\"}]");
  EXPECT_SAYS(ir, "[{\"model\"}]");
  EXPECT_SAYS(message<fx::ShapeError>([&] { fx::with_sharding_constraint(layer, mesh_, fx::P(fx::none, "model")); }),
              "x at bias is f32[6], which has fewer dimensions than P(none, \"model\")");
}

TEST_F(ShardingConstraint, MayHaveAnyNameForAnAxis) {
  const fx::Mesh mesh({{"a \"b\" \\", 2}});
  auto f = fx::jit([&](const fx::Array &x) { return fx::with_sharding_constraint(x, mesh, fx::P("a \"b\" \\")); });
  EXPECT_EQ(f(x_).to_vector<float>(), x_.to_vector<float>());
}

TEST_F(ShardingConstraint, SaysWhatIsWrongWithASpec) {
  auto said = [&](const fx::P &spec) { return message([&] { fx::with_sharding_constraint(x_, sharding(spec)); }); };
  EXPECT_SAYS(said(fx::P("modle")),
              "with_sharding_constraint: P(\"modle\") of x names axis \"modle\", which the mesh has not");
  EXPECT_SAYS(said(fx::P("data", "data")),
              "with_sharding_constraint: P(\"data\", \"data\") of x names axis \"data\" twice");
  EXPECT_SAYS(
      said(fx::P(fx::none, "model")),
      "with_sharding_constraint: dimension 1 of x, f32[8,3], cannot be divided among the 2 devices of axis \"model\"");
  EXPECT_SAYS(said(fx::P("data", fx::none, fx::none)),
              "with_sharding_constraint: x is f32[8,3], which has fewer dimensions than P(\"data\", none, none)");
  auto inside = fx::jit([&](const fx::Array &x) { return fx::with_sharding_constraint(x, sharding(fx::P("modle"))); });
  EXPECT_SAYS(message([&] { inside(x_); }), "sharding_test.cpp");
}

TEST_F(ShardingConstraint, LeavesNothingOpenInShardMap) {
  auto f = fx::shard_map([](const fx::Array &x) { return x; }, mesh_, {fx::P(fx::unconstrained)}, fx::P());
  EXPECT_SAYS(message([&] { f(x_); }), "shard_map: P(unconstrained) of argument 0 leaves a dimension unconstrained");
}

}  // namespace

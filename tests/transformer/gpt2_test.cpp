// GPT-2 against Hugging Face's implementation (tests/data/hf/gpt2): logits, loss, gradients, ten steps of AdamW, greedy
// generation; and against itself.
#include <fluxion/check_grads.h>
#include <fluxion/fluxion.h>
#include <fluxion/transformer.h>

#include <algorithm>
#include <cmath>
#include <map>

#include <gtest/gtest.h>

namespace fluxion::transformer {
namespace {

namespace fs = std::filesystem;
using safetensors::File;

const fs::path kFolder = fs::path(FLUXION_TEST_DATA) / "hf/gpt2";

Array load(const File &file, const std::string &name) {
  const auto &tensor = file.at(name);
  const Array array = from_bytes(ShapeDtype{tensor.shape, tensor.dtype}, tensor.bytes);
  return tensor.dtype == i64 ? astype(array, i32) : array;
}

/// The name in model.safetensors of a member of Params.
std::string hf_name(std::string path) {
  static const std::vector<std::pair<std::string, std::string>> kParts = {
      {"blocks.", "h."},
      {"attention_norm.", "ln_1."},
      {"qkv.", "attn.c_attn."},
      {"projection.", "attn.c_proj."},
      {"mlp_norm.", "ln_2."},
      {"expand.", "mlp.c_fc."},
      {"contract.", "mlp.c_proj."},
  };
  if (path == "tokens") return "transformer.wte.weight";
  if (path == "positions") return "transformer.wpe.weight";
  if (path.starts_with("norm.")) path = "ln_f." + path.substr(5);
  for (const auto &[ours, theirs] : kParts) {
    const size_t at = path.find(ours);
    if (at != std::string::npos) path.replace(at, ours.size(), theirs);
  }
  if (path.ends_with("gain")) path.replace(path.size() - 4, 4, "weight");
  return "transformer." + path;
}

/// max |a − b| / max |b|.
double distance(const Array &a, const Array &b) {
  const auto x = a.to_vector<double>(), y = b.to_vector<double>();
  EXPECT_EQ(a.shape(), b.shape());
  double error = 0, size = 1e-30;
  for (size_t i = 0; i < x.size(); ++i) {
    error = std::max(error, std::abs(x[i] - y[i]));
    size = std::max(size, std::abs(y[i]));
  }
  return error / size;
}

/// The labels are the inputs; position t predicts label t + 1, where −100 does not count.
Array shifted_loss(const gpt2::Config &config, const gpt2::Params &params, const Array &tokens, const Array &labels) {
  const Array logits = gpt2::forward(config, params, tokens);
  const int64_t rows = tokens.shape(0), time = tokens.shape(1);
  return cross_entropy(lax_slice(logits, {0, 0, 0}, {rows, time - 1, config.vocab}),
                       lax_slice(labels, {0, 1}, {rows, time}), {.ignore = -100});
}

class Gpt2 : public testing::Test {
 protected:
  gpt2::Config config;
  gpt2::Params params;
  Gpt2() { std::tie(config, params) = gpt2::load_huggingface(kFolder); }
};

TEST_F(Gpt2, LogitsAgreeWithHuggingFace) {
  const File reference(kFolder / "reference.safetensors");
  const Array tokens = load(reference, "full/in/input_ids");
  const auto forward = [&](const gpt2::Params &p, const Array &t) { return gpt2::forward(config, p, t); };
  EXPECT_LT(distance(forward(params, tokens), load(reference, "full/out/logits")), 1e-4);
  EXPECT_LT(distance(jit(forward)(params, tokens), load(reference, "full/out/logits")), 1e-4);
}

TEST_F(Gpt2, LossAndGradientsAgreeWithHuggingFace) {
  const File reference(kFolder / "reference.safetensors");
  const Array tokens = load(reference, "full/in/input_ids"), labels = load(reference, "full/in/labels");
  const auto both = jit([&](const gpt2::Params &p) {
    return value_and_grad([&](const gpt2::Params &q) { return shifted_loss(config, q, tokens, labels); })(p);
  });
  const auto [loss, gradients] = both(params);
  EXPECT_LT(distance(loss, load(reference, "full/out/loss")), 1e-4);
  tree::for_each_with_path(gradients, [&](std::string_view path, const Array &gradient) {
    EXPECT_LT(distance(gradient, load(reference, "full/grad/" + hf_name(std::string(path)))), 1e-4) << path;
  });
}

/// The bias of the keys adds the same to all scores of a row, which softmax ignores: its gradient is zero but for
/// rounding, which Adam scales up to a whole step. Its third of the qkv bias is therefore not compared.
Array without_key_bias(std::string_view path, const Array &x, int64_t width) {
  if (!path.ends_with("qkv.bias")) return x;
  return concatenate({lax_slice(x, {0}, {width}), lax_slice(x, {2 * width}, {3 * width})});
}

TEST_F(Gpt2, TenStepsOfAdamWAgreeWithPyTorch) {
  const File reference(kFolder / "train10.safetensors");
  const auto adam =
      optim::adamw({.learning_rate = 1e-3, .beta1 = 0.9, .beta2 = 0.95, .eps = 1e-8, .weight_decay = 0.1});
  const auto step = jit([&](const gpt2::Params &p, const optim::State &s, const Array &tokens) {
    const auto loss = [&](const gpt2::Params &q) { return shifted_loss(config, q, tokens, tokens); };
    const auto [value, gradients] = value_and_grad(loss)(p);
    auto [next, state] = adam.update(p, optim::clip_by_global_norm(gradients, 1.0), s);
    return std::tuple(next, state, value, optim::global_norm(gradients));
  });
  const std::vector<float> losses = load(reference, "losses").to_vector<float>();
  optim::State state = adam.init(params);
  Array loss, norm;
  for (int i = 0; i < 10; ++i) {
    const Array tokens = load(reference, "batch/" + std::to_string(i % 2));
    std::tie(params, state, loss, norm) = step(std::move(params), std::move(state), tokens);
    EXPECT_NEAR(loss.item<float>(), losses[static_cast<size_t>(i)], 1e-4 * losses[static_cast<size_t>(i)])
        << "step " << i;
    if (i == 0) EXPECT_LT(distance(norm.reshape({1}), load(reference, "grad_norm")), 1e-4);
  }
  tree::for_each_with_path(params, [&](std::string_view path, const Array &after) {
    const Array expected = load(reference, "after/" + hf_name(std::string(path)));
    EXPECT_LT(distance(without_key_bias(path, after, config.width), without_key_bias(path, expected, config.width)),
              1e-4)
        << path;
  });
}

TEST_F(Gpt2, GreedyGenerationAgreesWithHuggingFace) {
  const File reference(kFolder / "reference.safetensors");
  const auto prompt = load(reference, "generate/in/input_ids").to_vector<int32_t>();
  const auto all = load(reference, "generate/out/tokens").to_vector<int32_t>();
  const std::vector<int32_t> expected(all.begin() + static_cast<ptrdiff_t>(prompt.size()), all.end());
  const auto count = static_cast<int64_t>(expected.size());
  EXPECT_EQ(gpt2::generate(config, params, prompt, {.tokens = count, .temperature = 0}), expected);
}

TEST_F(Gpt2, DecodingTokenByTokenGivesTheLogitsOfForward) {
  const std::vector<int32_t> tokens = {3, 1, 4, 1, 5, 9, 2, 6};
  const Array whole = gpt2::forward(config, params, from_vector(tokens, {1, 8}));
  const auto decode = jit([&](const gpt2::Cache &cache, const Array &token, const Array &position) {
    return gpt2::decode(config, params, cache, token, position);
  });
  gpt2::Cache cache = gpt2::empty_cache(config);
  for (int i = 0; i < 8; ++i) {
    Array logits;
    std::tie(logits, cache) =
        decode(std::move(cache), from_vector(std::vector{tokens[static_cast<size_t>(i)]}), array(i));
    EXPECT_LT(distance(logits, lax_slice(whole, {0, i, 0}, {1, i + 1, config.vocab}).reshape({1, config.vocab})), 1e-5)
        << i;
  }
}

TEST_F(Gpt2, GenerationGoesOnWhenTheContextIsFull) {
  config.context = 16;
  params.positions = lax_slice(params.positions, {0, 0}, {16, config.width});
  const std::vector<int32_t> prompt(40, 7);  // longer than the context
  std::vector<int32_t> seen;
  const auto tokens = gpt2::generate(config, params, prompt, {.tokens = 30, .top_k = 5, .seed = 1},
                                     [&](int32_t token) { seen.push_back(token); });
  EXPECT_EQ(tokens.size(), 30u);
  EXPECT_EQ(seen, tokens);
  EXPECT_EQ(gpt2::generate(config, params, prompt, {.tokens = 30, .top_k = 5, .seed = 1}), tokens);
}

TEST_F(Gpt2, MistakesAreNamed) {
  const auto message = [](const std::function<void()> &f) -> std::string {
    try {
      f();
    } catch (const Error &error) {
      return error.what();
    }
    return "";
  };
  EXPECT_TRUE(message([&] {
                gpt2::forward(config, params, zeros({1, 65}, i32));
              }).starts_with("fluxion: gpt2: 65 tokens are more than the context of 64"));
  EXPECT_EQ(message([&] { gpt2::generate(config, params, {}); }),
            "fluxion: generate: the prompt is empty; give it at least one token");
  EXPECT_EQ(message([&] { gpt2::generate(config, params, std::vector<int32_t>{320}); }),
            "fluxion: generate: token 320 of the prompt is not in [0, 320)");
  EXPECT_EQ(message([&] { gpt2::init({.layers = 1, .heads = 5, .width = 48}, random::key(0)); }),
            "fluxion: gpt2: a width of 48 cannot be divided among 5 heads");
}

TEST_F(Gpt2, ParametersAreCountedWithoutMakingThem) {
  int64_t count = 0;
  for (const Array &leaf : tree::leaves(params)) count += leaf.size();
  EXPECT_EQ(gpt2::parameter_count(config), count);
  EXPECT_EQ(count, 103344);
}

// In f64, where differences are exact enough to tell a wrong derivative from rounding.
TEST(Gpt2Gradients, AgreeWithDifferencesToSecondOrderForwardAndReverse) {
  const gpt2::Config config{.layers = 2, .heads = 2, .width = 4, .context = 3, .vocab = 5};
  const Array tokens = array({{0, 3, 1}, {4, 4, 2}}), targets = array({{3, 1, 2}, {4, 2, 0}});
  int seed = 1;
  const auto spread = [&](const Array &x) {
    return random::normal(random::key(static_cast<uint64_t>(seed++)), x.shape(), f64) * 0.5 + 0.1;
  };
  const gpt2::Params params = tree::map(spread, gpt2::zero_params(config));
  const auto loss = [&](const gpt2::Params &p) { return cross_entropy(gpt2::forward(config, p, tokens), targets); };
  EXPECT_EQ(loss(params).dtype(), f64);
  EXPECT_NO_THROW(check_grads(loss, std::tuple(params)));
}

TEST(Gpt2Init, SpreadsAreThoseOfThePaper) {
  const gpt2::Config config{.layers = 2, .heads = 2, .width = 64, .context = 32, .vocab = 100};
  const gpt2::Params params = gpt2::init(config, random::key(0));
  const auto spread = [](const Array &x) { return std::sqrt(mean(square(x)).item<float>()); };
  EXPECT_NEAR(spread(params.tokens), 0.02, 0.001);
  EXPECT_NEAR(spread(params.blocks[1].expand.weight), 0.02, 0.001);
  EXPECT_NEAR(spread(params.blocks[0].contract.weight), 0.01, 0.001);
  EXPECT_EQ(spread(params.blocks[0].qkv.bias), 0);
  EXPECT_EQ(mean(params.norm.gain).item<float>(), 1);
}

}  // namespace
}  // namespace fluxion::transformer

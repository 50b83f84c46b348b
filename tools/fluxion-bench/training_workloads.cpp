// Workloads of training: an MLP, and GPT-2 with its layers unrolled or in one scan. The state is carried from run to
// run.
#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/loss.h>

#include "workload.h"

namespace tf = fluxion::transformer;
namespace gpt2 = fluxion::transformer::gpt2;

namespace fluxion::bench {
namespace {

template <class P>
struct TrainState {
  P params;
  optim::State moments;
};

struct TrainingOptions {
  int64_t most = 0;           // bytes that a step may take; 0: as many as it likes
  bool compile_only = false;  // trace and compile, and run nothing
};

TrainingOptions training_options(const Sizes &s) {
  return {.most = mib(static_cast<double>(s.at("max_mib"))), .compile_only = s.at("compile_only") != 0};
}

// loss(params, x, y) -> f32[].
template <class P, class L>
Run training(P params, optim::Optimizer optimizer, L loss, Array x, Array y, TrainingOptions options = {}) {
  auto step = jit(
      [optimizer, loss](TrainState<P> s, const Array &x, const Array &y) {
        auto [value, gradients] = value_and_grad(loss)(s.params, x, y);
        auto [fresh, moments] = optimizer.update(s.params, gradients, s.moments);
        return std::pair(TrainState<P>{fresh, moments}, value);
      },
      {.name = "step", .max_bytes = options.most});
  optim::State moments = optimizer.init(params);
  auto state = std::make_shared<TrainState<P>>(TrainState<P>{std::move(params), std::move(moments)});
  if (options.compile_only)
    return [step, state, x, y] {
      step.lower(std::move(*state), x, y).compile();  // what is moved into lower() stays, and counts as donated
      return std::vector<Array>{};
    };
  return [step, state, x, y] {
    auto [next, value] = step(std::move(*state), x, y);
    *state = std::move(next);
    return std::vector<Array>{value};
  };
}

gpt2::Params gpt_params(const Sizes &s, Inputs &in) {
  int64_t c = s.at("width");
  auto dense = [&](int64_t i, int64_t o) {
    Array weight = in.uniform({i, o}, 0.04);
    return tf::Linear{weight, in.zeros({o})};
  };
  auto norm = [&] {
    Array gain = in.ones({c});
    return tf::LayerNorm{gain, in.zeros({c})};
  };
  gpt2::Params p;
  p.tokens = in.uniform({s.at("vocab"), c}, 0.04);
  p.positions = in.uniform({s.at("block"), c}, 0.04);
  for (int64_t i = 0; i < s.at("layers"); ++i) {
    gpt2::Block b;
    b.attention_norm = norm();
    b.qkv = dense(c, 3 * c);
    b.projection = dense(c, c);
    b.mlp_norm = norm();
    b.expand = dense(c, 4 * c);
    b.contract = dense(4 * c, c);
    p.blocks.push_back(std::move(b));
  }
  p.norm = norm();
  return p;
}

gpt2::Config config_of(const Sizes &s) {
  return {.layers = s.at("layers"),
          .heads = s.at("heads"),
          .width = s.at("width"),
          .context = s.at("block"),
          .vocab = s.at("vocab")};
}

optim::Optimizer gpt_optimizer() {
  return optim::adamw({.learning_rate = 3e-4, .beta1 = 0.9, .beta2 = 0.95, .eps = 1e-8, .weight_decay = 0.01});
}

// GPT-2 with the parameters of all blocks stacked.
struct StackedParams {
  Array tokens, positions;
  gpt2::Block blocks;
  tf::LayerNorm norm;
};

StackedParams stacked(const gpt2::Params &p) {
  std::vector<std::vector<Array>> leaves;
  for (const gpt2::Block &block : p.blocks) leaves.push_back(tree::leaves(block));
  std::vector<Array> all;
  for (size_t leaf = 0; leaf < leaves[0].size(); ++leaf) {
    std::vector<Array> layers;
    for (const auto &block : leaves) layers.push_back(block[leaf]);
    all.push_back(stack(layers, 0));
  }
  return {p.tokens, p.positions, tree::unflatten(p.blocks[0], all), p.norm};
}

Array stacked_loss(const gpt2::Config &config, const StackedParams &p, const Array &tokens, const Array &targets) {
  Array x = tf::embedding(p.tokens, tokens) + lax_slice(p.positions, {0, 0}, {tokens.shape(1), config.width});
  x = scan([&](const Array &x,
               const gpt2::Block &b) { return std::pair(gpt2::block_forward(config, b, x), std::tuple<>()); },
           x, p.blocks)
          .first;
  return tf::cross_entropy(matmul(tf::layer_norm(p.norm, x, config.epsilon), p.tokens.T()), targets);
}

// Greedy: the prompt at once, then token by token.
Array greedy(const gpt2::Config &config, const gpt2::Params &params, const Array &prompt, int64_t count) {
  auto next = [&](const gpt2::Cache &cache, const Array &tokens, const Array &position) {
    auto [logits, fresh] = gpt2::extend(config, params, cache, tokens, position);
    return std::pair(astype(argmax(logits, {.axis = -1}), i32), fresh);
  };
  auto first = next(gpt2::empty_cache(config), prompt, zeros({}, i32));
  auto [last, rest] = scan(
      [&](const std::pair<Array, gpt2::Cache> &state, const Array &position) {
        auto following = next(state.second, state.first.reshape({1, 1}), position);
        return std::pair(following, following.first);
      },
      first, arange(count - 1) + static_cast<int32_t>(prompt.shape(1)));
  return concatenate({first.first, rest.reshape({-1})}, 0);
}

struct Layer {
  Array weight, bias;
};
using Mlp = std::array<Layer, 3>;

}  // namespace

void add_training_workloads(std::map<std::string, Maker> &makers) {
  makers["gpt_train"] = [](const Sizes &s, Inputs &in) {
    gpt2::Config config = config_of(s);
    gpt2::Params params = gpt_params(s, in);
    Shape shape{s.at("batch"), s.at("tokens")};
    Array x = in.integers(shape, s.at("vocab")), y = in.integers(shape, s.at("vocab"));
    auto loss = [config](const gpt2::Params &p, const Array &x, const Array &y) {
      return tf::cross_entropy(gpt2::forward(config, p, x), y);
    };
    return training(std::move(params), gpt_optimizer(), loss, x, y, training_options(s));
  };
  makers["gpt_scan"] = [](const Sizes &s, Inputs &in) {
    StackedParams params = stacked(gpt_params(s, in));
    Shape shape{s.at("batch"), s.at("tokens")};
    Array x = in.integers(shape, s.at("vocab")), y = in.integers(shape, s.at("vocab"));
    auto loss = [config = config_of(s)](const StackedParams &p, const Array &x, const Array &y) {
      return stacked_loss(config, p, x, y);
    };
    return training(std::move(params), gpt_optimizer(), loss, x, y, training_options(s));
  };
  makers["generate"] = [](const Sizes &s, Inputs &in) {
    gpt2::Params params = gpt_params(s, in);
    Array prompt = in.integers({1, s.at("prompt")}, s.at("vocab"));
    gpt2::Config config = config_of(s);
    config.context = s.at("prompt") + s.at("new");
    auto run = jit([config, count = s.at("new")](const gpt2::Params &params, const Array &prompt) {
      return greedy(config, params, prompt, count);
    });
    return [run, params, prompt] { return std::vector<Array>{run(params, prompt)}; };
  };
  makers["mlp_train"] = [](const Sizes &s, Inputs &in) {
    Mlp p;
    int64_t sizes[4] = {s.at("in"), s.at("hidden"), s.at("hidden"), s.at("out")};
    for (size_t i = 0; i < 3; ++i) {
      p[i].weight = in.uniform({sizes[i], sizes[i + 1]}, 0.05);
      p[i].bias = in.zeros({sizes[i + 1]});
    }
    Array x = in.uniform({s.at("batch"), s.at("in")}), y = in.integers({s.at("batch")}, s.at("out"));
    auto loss = [](const Mlp &p, const Array &x, const Array &y) {
      Array h = nn::relu(matmul(x, p[0].weight) + p[0].bias);
      h = nn::relu(matmul(h, p[1].weight) + p[1].bias);
      return tf::cross_entropy(matmul(h, p[2].weight) + p[2].bias, y);
    };
    return training(std::move(p), optim::adam({.learning_rate = 1e-3}), loss, x, y);
  };
}

}  // namespace fluxion::bench

// Trains a small character-level GPT on a text file with a loop of its own, then prints a sample.
//   train_gpt TEXT [STEPS]
// Exits 1 unless the loss falls below the entropy of single characters, what a model without context could reach.
#include <fluxion/fluxion.h>
#include <fluxion/transformer.h>

#include <cstdlib>

namespace fx = fluxion;
namespace tf = fluxion::transformer;

struct State {  // a struct of arrays is a tree: jit, grad, vmap and checkpoints take it as it is
  tf::gpt2::Params params;
  fx::optim::State adam;
};

int main(int argc, char **argv) try {
  if (argc < 2) return fmt::print(stderr, "usage: train_gpt TEXT [STEPS]\n"), 2;
  const std::string text = tf::read_text(argv[1]);
  const int64_t steps = argc > 2 ? std::atol(argv[2]) : 300;
  const tf::CharTokenizer tokenizer(text);
  const std::vector<int32_t> tokens = tokenizer.encode(text);
  const tf::Batches batches(tokens, {.batch = 8, .time = 64});
  const tf::gpt2::Config config{.layers = 2, .heads = 4, .width = 64, .context = 64, .vocab = tokenizer.vocab()};
  const auto adam = fx::optim::adamw(
      {.learning_rate = fx::optim::warmup_cosine(3e-3, /*warmup=*/10, steps, 3e-4), .weight_decay = 0.1});

  // x, y: i32[batch, time]. Nats per token, f32[].
  auto loss = [&](const tf::gpt2::Params &params, const fx::Array &x, const fx::Array &y) {
    return tf::cross_entropy(tf::gpt2::forward(config, params, x), y);
  };
  auto step = fx::jit([&](State s, const fx::Array &x, const fx::Array &y) {
    auto [value, grads] = fx::value_and_grad(loss)(s.params, x, y);  // grads is a tf::gpt2::Params
    auto [params, moments] = adam.update(s.params, fx::optim::clip_by_global_norm(grads, 1), s.adam);
    return std::pair(State{params, moments}, value);
  });

  State state{tf::gpt2::init(config, fx::random::key(0)), {}};
  state.adam = adam.init(state.params);
  double last = 0;
  for (int64_t i = 0; i < steps; ++i) {
    const tf::Batch b = batches.train(i);
    const fx::Array x = fx::from_vector(b.inputs, {b.batch, b.time}), y = fx::from_vector(b.targets, {b.batch, b.time});
    fx::Array value;
    std::tie(state, value) = step(std::move(state), x, y);  // moved in: the step reuses its memory
    last = value.item<double>();
    if (i % 10 == 9) fmt::print("step {:4}  loss {:.4f} nats\n", i + 1, last);
  }
  const auto sample = tf::gpt2::generate(config, state.params, tokenizer.encode("The "), {.tokens = 200});
  fmt::print("The {}\n", tokenizer.decode(sample));
  const double entropy = tf::unigram_entropy(tokens);
  fmt::print("loss {:.3f}, entropy of single characters {:.3f} nats\n", last, entropy);
  return last < entropy ? 0 : 1;
} catch (const fx::Error &error) {
  return fmt::print(stderr, "{}\n", error.what()), 1;
}

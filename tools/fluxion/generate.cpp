// fluxion generate: goes on from a prompt.
#include <fluxion/error.h>
#include <fluxion/transformer/generate.h>
#include <fluxion/transformer/model.h>

#include <chrono>
#include <memory>

#include <fmt/format.h>

#include "tools/fluxion/commands.h"

namespace fluxion::tool {
namespace {

namespace tf = fluxion::transformer;

struct Options {
  std::string model, prompt;
  tf::SampleOptions sample{.tokens = 256, .temperature = 0.8, .top_k = 0, .seed = 0};
};

void run(const Options &options) {
  const std::filesystem::path folder = options.model;
  const auto tokenizer = tf::load_tokenizer(folder / "tokenizer.json");
  const std::vector<int32_t> prompt = tokenizer->encode(options.prompt);
  const tf::Model model = tf::load_model(folder);
  fmt::print("{}", options.prompt);
  const auto start = std::chrono::steady_clock::now();
  const auto show = [&](int32_t token) {
    fmt::print("{}", tokenizer->decode(std::span(&token, 1)));
    std::fflush(stdout);
  };
  const auto tokens = tf::gpt2::generate(model.config, model.params, prompt, options.sample, show);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  fmt::print("\n");
  fmt::print(stderr, "{} tokens in {:.2f} s\n", tokens.size(), seconds);
}

}  // namespace

Command add_generate(CLI::App &app) {
  CLI::App *command = app.add_subcommand("generate", "Goes on from a prompt");
  auto options = std::make_shared<Options>();
  command->add_option("--model", options->model, "Folder of the model")->required();
  command->add_option("--prompt", options->prompt, "Text to go on from")->required();
  command->add_option("--tokens", options->sample.tokens, "Tokens to add")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command
      ->add_option("--temperature", options->sample.temperature, "Below 1 favours likely tokens, 0 takes the likeliest")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command->add_option("--top-k", options->sample.top_k, "Only among the k likeliest; 0: all")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command->add_option("--seed", options->sample.seed, "Equal seeds give equal texts")->capture_default_str();
  return [options] { run(*options); };
}

}  // namespace fluxion::tool

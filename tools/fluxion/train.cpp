// fluxion train: text in, model out.
#include <fluxion/error.h>
#include <fluxion/transformer/model.h>
#include <fluxion/transformer/text.h>
#include <fluxion/transformer/train.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <memory>

#include <fmt/format.h>

#include "tools/fluxion/commands.h"
#include "tools/fluxion/train_config.h"

namespace fluxion::tool {
namespace {

namespace tf = fluxion::transformer;

struct Options {
  TrainConfig flags;
  std::string config_file;
  bool resume = false;
};

volatile std::sig_atomic_t interrupted = 0;

/// The first Ctrl-C ends the run after the step at work, with a checkpoint; the second one ends it at once.
void stop_on_interrupt() {
  std::signal(SIGINT, [](int) {
    interrupted = 1;
    std::signal(SIGINT, SIG_DFL);
  });
}

/// Defaults, then the file, then the flags that were given.
TrainConfig merged(CLI::App &command, Options &options) {
  TrainConfig config;
  if (!options.config_file.empty()) read_toml(options.config_file, config);
  const std::vector<Setting> flags = settings(options.flags), targets = settings(config);
  for (size_t i = 0; i < flags.size(); ++i) {
    std::string flag = std::string("--") + flags[i].name;
    std::replace(flag.begin(), flag.end(), '_', '-');
    if (command.count(flag) == 0) continue;
    std::visit([&](auto *value) { *value = *std::get<decltype(value)>(flags[i].value); }, targets[i].value);
  }
  if (config.text.empty()) throw Error("fluxion: train: no text given; add --text=FILE or [data] text = \"FILE\"");
  if (config.seed < 0) throw Error(fmt::format("fluxion: train: the seed {} must not be negative", config.seed));
  return config;
}

std::unique_ptr<tf::Tokenizer> make_tokenizer(const TrainConfig &config, const std::string &text, bool resume) {
  if (resume) return tf::load_tokenizer(std::filesystem::path(config.out) / "tokenizer.json");
  if (config.tokenizer == "characters") return std::make_unique<tf::CharTokenizer>(text);
  if (config.tokenizer == "bpe") return std::make_unique<tf::BpeTokenizer>(tf::BpeTokenizer::train(text, config.vocab));
  throw Error(fmt::format("fluxion: train: the tokenizer '{}' is neither 'characters' nor 'bpe'", config.tokenizer));
}

tf::TrainOptions train_options(const TrainConfig &c, bool resume) {
  return {.steps = c.steps,
          .minutes = c.minutes,
          .batches = {.batch = c.batch,
                      .time = c.context,
                      .seed = static_cast<uint64_t>(c.seed),
                      .validation = c.validation},
          .learning_rate = c.learning_rate,
          .warmup = c.warmup,
          .weight_decay = c.weight_decay,
          .beta2 = c.beta2,
          .clip = c.clip,
          .seed = static_cast<uint64_t>(c.seed),
          .validate_every = c.validate_every,
          .validation_batches = c.validation_batches,
          .save_every = c.save_every,
          .resume = resume,
          .stop = [] { return interrupted != 0; }};
}

void run(CLI::App &command, Options &options) {
  const TrainConfig config = merged(command, options);
  const std::string text = tf::read_text(config.text);
  const auto tokenizer = make_tokenizer(config, text, options.resume);
  std::vector<int32_t> tokens = tokenizer->encode(text);
  const tf::gpt2::Config model{.layers = config.layers,
                               .heads = config.heads,
                               .width = config.width,
                               .context = config.context,
                               .vocab = tokenizer->vocab()};
  tf::gpt2::check(model);
  fmt::print("{}: {} bytes, {} tokens of {} kinds\n", config.text, text.size(), tokens.size(), tokenizer->vocab());
  fmt::print("model: {} layers, {} heads, width {}, context {}: {} parameters\n", model.layers, model.heads,
             model.width, model.context, tf::gpt2::parameter_count(model));
  std::fflush(stdout);

  stop_on_interrupt();
  const tf::TrainReport report =
      tf::train(model, *tokenizer, std::move(tokens), config.out, train_options(config, options.resume));
  if (report.steps < report.planned) {
    fmt::print("stopped after step {} of {}; --resume goes on from there\n", report.steps, report.planned);
  }
  fmt::print("training loss {:.4f}", report.train_loss);
  if (!std::isnan(report.validation_loss)) fmt::print(", validation loss {:.4f}", report.validation_loss);
  fmt::print("; unigram entropy {:.4f} nats per token\n", report.unigram_entropy);
  fmt::print("model and loss curve are in {}\n", config.out);
}

}  // namespace

Command add_train(CLI::App &app) {
  CLI::App *command = app.add_subcommand("train", "Trains a GPT-2 on a text file");
  auto options = std::make_shared<Options>();
  command->add_option("--config", options->config_file, "TOML file with these settings in [data], [model] and [train]");
  command->add_flag("--resume", options->resume, "Go on from the checkpoint in the folder --out");
  for (const Setting &setting : settings(options->flags)) {
    std::string flag = std::string("--") + setting.name;
    std::replace(flag.begin(), flag.end(), '_', '-');
    std::visit([&](auto *value) { command->add_option(flag, *value, setting.help)->capture_default_str(); },
               setting.value);
  }
  return [command, options] { run(*command, *options); };
}

}  // namespace fluxion::tool

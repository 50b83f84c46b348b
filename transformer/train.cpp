#include <fluxion/error.h>
#include <fluxion/jit.h>
#include <fluxion/transformer/checkpoint.h>
#include <fluxion/transformer/loss.h>
#include <fluxion/transformer/model.h>
#include <fluxion/transformer/progress.h>
#include <fluxion/transformer/text.h>
#include <fluxion/transformer/train.h>
#include <fluxion/transforms.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

#include "transformer/loss_log.h"

namespace fluxion::transformer {
namespace {

namespace fs = std::filesystem;

constexpr int64_t kMeasuredSteps = 6;   // to learn how many fit in a time
constexpr double kShareForSteps = 0.9;  // of a time limit; the rest is for validation and for slower moments

double now_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Array tokens_array(const Batch &batch, const std::vector<int32_t> &tokens) {
  return from_vector(tokens, {batch.batch, batch.time});
}

optim::Optimizer make_optimizer(const TrainOptions &options) {
  return optim::adamw({.learning_rate = optim::warmup_cosine(options.learning_rate, options.warmup, options.steps,
                                                             0.1 * options.learning_rate),
                       .beta2 = options.beta2,
                       .weight_decay = options.weight_decay});
}

Array loss_of(const gpt2::Config &config, const gpt2::Params &params, const Array &x, const Array &y) {
  return cross_entropy(gpt2::forward(config, params, x), y);
}

/// One step of training; the state that is moved in gives its memory to the one that comes out.
auto training_step(const gpt2::Config &config, const optim::Optimizer &optimizer, double clip) {
  const auto step = [config, optimizer, clip](const TrainState &state, const Array &x, const Array &y) {
    const auto loss = [&](const gpt2::Params &params) { return loss_of(config, params, x, y); };
    auto [value, gradients] = value_and_grad(loss)(state.params);
    auto [params, adam] = optimizer.update(state.params, optim::clip_by_global_norm(gradients, clip), state.adam);
    return std::pair(TrainState{std::move(params), std::move(adam)}, value);
  };
  return jit(step, {.name = "train_step"});
}

auto validation_loss(const gpt2::Config &config) {
  const auto loss = [config](const gpt2::Params &params, const Array &x, const Array &y) {
    return loss_of(config, params, x, y);
  };
  return jit(loss, {.name = "validation_loss"});
}

class Run {
 public:
  Run(const gpt2::Config &config, std::vector<int32_t> tokens, const fs::path &folder, const TrainOptions &options)
      : config_(config),
        folder_(folder),
        options_(options),
        entropy_(unigram_entropy(tokens)),
        batches_(std::move(tokens), options.batches),
        validate_(validation_loss(config)) {}

  void start(const Tokenizer &tokenizer) {
    prepare();
    reset();
    if (options_.resume) {
      resume();
      return;
    }
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) throw IoError(fmt::format("fluxion: cannot create '{}': {}", folder_.string(), error.message()));
    if (options_.minutes > 0) fit_steps();
    gpt2::save_config(folder_, config_);
    tokenizer.save(folder_ / "tokenizer.json");
  }

  TrainReport go() {
    Progress progress(
        {.steps = options_.steps, .start = done_, .tokens_per_step = tokens_per_step(), .out = options_.out});
    const int64_t first = done_;
    const double deadline =
        options_.minutes > 0 ? now_seconds() + 60 * options_.minutes : std::numeric_limits<double>::infinity();
    bool stopped = false;
    while (done_ < options_.steps && !stopped) {
      rows_.push_back(step());
      progress.update(done_, rows_.back().train);
      const bool last = done_ == options_.steps;
      if (options_.validate_every > 0 && (last || done_ % options_.validate_every == 0)) validate(progress);
      stopped = (options_.stop && options_.stop()) || now_seconds() > deadline;
      if (!last && !stopped && options_.save_every > 0 && done_ % options_.save_every == 0) try_to_save(progress);
    }
    progress.finish();
    if (done_ > first) save();
    return report(progress.tokens_per_second());
  }

 private:
  /// The optimizer and the compiled step for the number of steps in the options, which the learning rate follows.
  void prepare() {
    optimizer_.emplace(make_optimizer(options_));
    step_.emplace(training_step(config_, *optimizer_, options_.clip));
  }

  void reset() {
    state_.params = gpt2::init(config_, random::Key(options_.seed));
    state_.adam = optimizer_->init(state_.params);
    done_ = 0;
  }

  /// Chooses the number of steps for the time there is, from some that are then forgotten.
  void fit_steps() {
    const double start = now_seconds();
    step();  // compiles
    double fastest = std::numeric_limits<double>::infinity();
    for (int64_t i = 1; i < kMeasuredSteps; ++i) {
      const double before = now_seconds();
      step();
      fastest = std::min(fastest, now_seconds() - before);
    }
    const double left = 60 * options_.minutes - (now_seconds() - start);
    options_.steps = std::max<int64_t>(static_cast<int64_t>(kShareForSteps * left / fastest), kMeasuredSteps);
    options_.warmup = std::min(options_.warmup, options_.steps / 5);
    prepare();
    reset();
  }

  int64_t tokens_per_step() const { return options_.batches.batch * options_.batches.time; }

  LossRow step() {
    const Batch batch = batches_.train(done_);
    auto [state, loss] =
        (*step_)(std::move(state_), tokens_array(batch, batch.inputs), tokens_array(batch, batch.targets));
    state_ = std::move(state);
    const double value = loss.template item<float>();
    ++done_;
    if (!std::isfinite(value)) {
      throw Error(
          fmt::format("fluxion: train: the loss of step {} is {}; a smaller learning rate may help", done_, value));
    }
    return {done_, value, std::numeric_limits<double>::quiet_NaN()};
  }

  void validate(Progress &progress) {
    const int64_t count = std::min(options_.validation_batches, batches_.validation_batches());
    if (count < 1) return;
    double sum = 0;
    for (int64_t i = 0; i < count; ++i) {
      const Batch batch = batches_.validation(i);
      sum += validate_(state_.params, tokens_array(batch, batch.inputs), tokens_array(batch, batch.targets))
                 .template item<float>();
    }
    rows_.back().validation = sum / static_cast<double>(count);
    progress.note(fmt::format("step {}: validation loss {:.4f}", done_, rows_.back().validation));
  }

  // The losses go first: rows past the checkpoint's step are left out when a run resumes.
  void save() {
    write_losses(folder_, rows_, entropy_);
    save_tree(folder_ / gpt2::kCheckpoint, state_, metadata());
  }

  void try_to_save(Progress &progress) {
    try {
      save();
    } catch (const IoError &error) {
      progress.note(fmt::format("{}; training goes on", error.what()));
    }
  }

  /// All that decides the batches: the generators are functions of the seed and the step and have no other state.
  safetensors::Metadata metadata() const {
    const BatchOptions &b = options_.batches;
    return {{"steps", std::to_string(options_.steps)},
            {"warmup", std::to_string(options_.warmup)},
            {"step", std::to_string(done_)},
            {"seed", std::to_string(b.seed)},
            {"batch", std::to_string(b.batch)},
            {"time", std::to_string(b.time)},
            {"validation", fmt::format("{}", b.validation)}};
  }

  static int64_t number(const safetensors::File &file, const std::string &key) {
    const auto it = file.metadata().find(key);
    int64_t value = -1;
    if (it != file.metadata().end()) std::from_chars(it->second.data(), it->second.data() + it->second.size(), value);
    if (value < 0)
      throw IoError(fmt::format("fluxion: cannot resume from '{}': it names no {}", file.path().string(), key));
    return value;
  }

  void resume() {
    if (load_config(folder_) != config_) {
      throw Error(fmt::format("fluxion: train: cannot resume: '{}' holds a model of other sizes", folder_.string()));
    }
    const safetensors::File file(folder_ / gpt2::kCheckpoint);
    const auto &found = file.metadata();
    done_ = number(file, "step");
    if (options_.minutes > 0) {  // as many as the run was to have when it began
      options_.steps = number(file, "steps");
      options_.warmup = number(file, "warmup");
      prepare();
    }
    for (const auto &[key, value] : metadata()) {
      if (key == "steps" || key == "warmup") continue;  // a run may be given more
      const auto it = found.find(key);
      if (it == found.end() || it->second != value) {
        throw Error(fmt::format("fluxion: train: cannot resume '{}': {} was {}, now it is {}", folder_.string(), key,
                                it == found.end() ? "not saved" : it->second, value));
      }
    }
    state_ = load_tree(file, state_);
    rows_ = read_losses(folder_, done_);
  }

  TrainReport report(double tokens_per_second) const {
    TrainReport report{.steps = done_,
                       .planned = options_.steps,
                       .train_loss = 0,
                       .validation_loss = std::numeric_limits<double>::quiet_NaN(),
                       .unigram_entropy = entropy_,
                       .tokens_per_second = tokens_per_second,
                       .losses = rows_};
    const size_t count = std::min(rows_.size(), std::max<size_t>(rows_.size() / 20, 1));
    for (size_t i = rows_.size() - count; i < rows_.size(); ++i)
      report.train_loss += rows_[i].train / static_cast<double>(count);
    for (const LossRow &row : rows_) {
      if (!std::isnan(row.validation)) report.validation_loss = row.validation;
    }
    return report;
  }

  gpt2::Config config_;
  fs::path folder_;
  TrainOptions options_;
  double entropy_;
  Batches batches_;
  std::optional<optim::Optimizer> optimizer_;
  std::optional<decltype(training_step(gpt2::Config(), std::declval<optim::Optimizer>(), 0))> step_;
  decltype(validation_loss(gpt2::Config())) validate_;
  TrainState state_;
  int64_t done_ = 0;
  std::vector<LossRow> rows_;
};

void check_options(const gpt2::Config &config, const Tokenizer &tokenizer, const TrainOptions &o) {
  gpt2::check(config);
  if (tokenizer.vocab() > config.vocab) {
    throw Error(
        fmt::format("fluxion: train: the tokenizer has {} tokens, the model only {}", tokenizer.vocab(), config.vocab));
  }
  if (o.batches.time > config.context) {
    throw Error(fmt::format("fluxion: train: windows of {} tokens are longer than the context of {}", o.batches.time,
                            config.context));
  }
  if (o.steps < 1 || o.warmup < 0 || !(o.minutes >= 0) || !(o.learning_rate > 0) || !(o.clip > 0) ||
      !(o.weight_decay >= 0)) {
    throw Error(
        fmt::format("fluxion: train: steps {}, warmup {}, learning rate {}, clip {} or weight decay {} is out of range",
                    o.steps, o.warmup, o.learning_rate, o.clip, o.weight_decay));
  }
}

}  // namespace

TrainReport train(const gpt2::Config &config, const Tokenizer &tokenizer, std::vector<int32_t> tokens,
                  const fs::path &folder, const TrainOptions &options) {
  check_options(config, tokenizer, options);
  Run run(config, std::move(tokens), folder, options);
  run.start(tokenizer);
  return run.go();
}

}  // namespace fluxion::transformer

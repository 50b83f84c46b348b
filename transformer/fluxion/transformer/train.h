// Training a language model on a stream of tokens, with everything around it: progress, validation, checkpoints.
#pragma once
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <vector>

#include <fluxion/optim.h>
#include <fluxion/transformer/batches.h>
#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/tokenizer.h>

namespace fluxion::transformer {

struct TrainOptions {
  int64_t steps = 2000;
  double minutes = 0;  // above 0: as many steps as fit in this time, measured on the first few, instead of `steps`
  BatchOptions batches = {};
  double learning_rate = 1e-3;  // at the end of the warm-up; a cosine brings it to a tenth
  int64_t warmup = 100;         // steps
  double weight_decay = 0.1;
  double beta2 = 0.99;  // AdamW's memory of squared gradients: shorter than usual, for small batches
  double clip = 1;      // of the gradient's norm
  uint64_t seed = 0;    // of the parameters
  int64_t validate_every = 200, validation_batches = 8;
  int64_t save_every = 500;
  bool resume = false;                   // go on from the folder's checkpoint
  std::FILE *out = stderr;               // for the progress line
  std::function<bool()> stop = nullptr;  // asked after every step; true saves and ends
};

/// What a run needs to go on: a tree, so it is saved as it is.
struct TrainState {
  gpt2::Params params;
  optim::State adam;
};

/// One row of losses.csv; validation is NaN where it was not measured.
struct LossRow {
  int64_t step = 0;
  double train = 0, validation = 0;
};

struct TrainReport {
  int64_t steps = 0;           // done, those before a resumption included
  int64_t planned = 0;         // to be done, unless stopped or out of time
  double train_loss = 0;       // mean of the last twentieth of the steps, nats per token
  double validation_loss = 0;  // the last one; NaN if none was measured
  double unigram_entropy = 0;  // of the whole text, nats per token: what a model without context would reach
  double tokens_per_second = 0;
  std::vector<LossRow> losses;
};

/// Trains and leaves in `folder` what load_model and load_tokenizer read, losses.csv and loss.svg.
///
/// Batch k and the parameters at its beginning decide step k, so a run that was stopped and resumed with the same
/// options gives the same losses, bit for bit. A checkpoint that cannot be saved on the way is reported and training
/// goes on; at the end it is an error. Errors  IoError if the folder cannot be written, or read with `resume`; Error if
/// options do not fit the text or the
///         checkpoint, or if the loss is no longer finite.
TrainReport train(const gpt2::Config &config, const Tokenizer &tokenizer, std::vector<int32_t> tokens,
                  const std::filesystem::path &folder, const TrainOptions &options);

}  // namespace fluxion::transformer

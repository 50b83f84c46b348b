// Windows of a token stream as training and validation batches.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace fluxion::transformer {

struct BatchOptions {
  int64_t batch = 32;  // windows per batch
  int64_t time = 256;  // tokens per window
  uint64_t seed = 0;
  double validation = 0.1;  // the share at the end of the stream that training never sees
};

/// Row r, column t: the model reads inputs[r · time + t] and is to predict targets[r · time + t], the token after it.
struct Batch {
  int64_t batch = 0, time = 0;
  std::vector<int32_t> inputs, targets;  // i32[batch, time]
};

/// Batch k is a function of the seed and k alone, so that a resumed run goes on with the batches it would have seen.
class Batches {
 public:
  /// Errors  Error if an option is out of range, or if either part is too short for one window and its target.
  Batches(std::vector<int32_t> tokens, const BatchOptions &options);

  /// Windows at uniformly random places of the training part.
  Batch train(int64_t step) const;
  /// Windows of the last part, one after another without overlap; the last batch is filled up from the first window.
  Batch validation(int64_t index) const;
  /// How many batches go once through the validation part.
  int64_t validation_batches() const;

  std::span<const int32_t> train_tokens() const { return std::span(tokens_).first(static_cast<size_t>(split_)); }
  std::span<const int32_t> validation_tokens() const { return std::span(tokens_).subspan(static_cast<size_t>(split_)); }
  const BatchOptions &options() const { return options_; }

 private:
  int64_t validation_windows() const;
  void append(Batch &batch, int64_t start) const;

  std::vector<int32_t> tokens_;
  BatchOptions options_;
  int64_t split_;  // where validation begins
};

}  // namespace fluxion::transformer

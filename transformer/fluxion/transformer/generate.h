// Text from a language model, token by token.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include <fluxion/transformer/gpt2.h>

namespace fluxion::transformer {

struct SampleOptions {
  int64_t tokens = 256;    // how many to add
  double temperature = 1;  // below 1 favours likely tokens; 0 always takes the likeliest
  int64_t top_k = 0;       // only among the k likeliest; 0: among all
  uint64_t seed = 0;
};

/// One token from softmax(logits / temperature), cut to the `top_k` likeliest. `uniform` in [0, 1) decides.
///
/// Errors  Error if a logit is NaN or none is finite.
int32_t sample_token(std::span<const float> logits, const SampleOptions &options, double uniform);

namespace gpt2 {

/// The tokens that follow `prompt`; each is passed to `on_token` as soon as it is known. The same seed gives the same
/// tokens. The model sees the last `context` tokens at most: when these are full it goes on from the last half of them.
///
/// Errors  Error if the prompt is empty, a token is outside [0, vocab), or an option is out of range.
std::vector<int32_t> generate(const Config &config, const Params &params, std::span<const int32_t> prompt,
                              const SampleOptions &options = {}, const std::function<void(int32_t)> &on_token = {});

}  // namespace gpt2
}  // namespace fluxion::transformer

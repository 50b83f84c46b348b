#include <fluxion/error.h>
#include <fluxion/jit.h>
#include <fluxion/transformer/generate.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <fmt/format.h>

namespace fluxion::transformer {

int32_t sample_token(std::span<const float> logits, const SampleOptions &options, double uniform) {
  std::vector<int32_t> order(logits.size());
  std::iota(order.begin(), order.end(), 0);
  if (std::any_of(logits.begin(), logits.end(), [](float x) { return std::isnan(x); })) {
    throw Error("fluxion: sample: the model's logits are NaN; did its training diverge?");
  }
  // Ties go to the lower token, so that the result does not depend on the sorting algorithm.
  const auto likelier = [&](int32_t a, int32_t b) {
    const float x = logits[static_cast<size_t>(a)], y = logits[static_cast<size_t>(b)];
    return x != y ? x > y : a < b;
  };
  const bool greedy = options.temperature == 0;
  const auto n = static_cast<int64_t>(order.size());
  const int64_t kept = greedy ? 1 : options.top_k > 0 ? std::min(options.top_k, n) : n;
  std::partial_sort(order.begin(), order.begin() + kept, order.end(), likelier);
  if (logits.empty() || !std::isfinite(logits[static_cast<size_t>(order[0])])) {
    throw Error("fluxion: sample: none of the model's logits is finite");
  }
  if (greedy) return order[0];

  const double largest = logits[static_cast<size_t>(order[0])];
  std::vector<double> sums;
  double sum = 0;
  for (int64_t i = 0; i < kept; ++i) {
    sum += std::exp((logits[static_cast<size_t>(order[static_cast<size_t>(i)])] - largest) / options.temperature);
    sums.push_back(sum);
  }
  const auto at = std::upper_bound(sums.begin(), sums.end(), uniform * sum) - sums.begin();
  return order[static_cast<size_t>(std::min<int64_t>(at, kept - 1))];
}

namespace gpt2 {
namespace {

void check_prompt(const Config &config, std::span<const int32_t> prompt, const SampleOptions &options) {
  check(config);
  if (prompt.empty()) throw Error("fluxion: generate: the prompt is empty; give it at least one token");
  for (const int32_t token : prompt) {
    if (token < 0 || token >= config.vocab) {
      throw Error(fmt::format("fluxion: generate: token {} of the prompt is not in [0, {})", token, config.vocab));
    }
  }
  if (options.tokens < 0 || !(options.temperature >= 0) || options.top_k < 0) {
    throw Error(fmt::format("fluxion: generate: tokens {}, temperature {} and top_k {} must not be negative",
                            options.tokens, options.temperature, options.top_k));
  }
}

auto decoding_step(const Config &config) {
  return jit([config](const Params &params, const Cache &cache, const Array &tokens, const Array &position) {
    return extend(config, params, cache, tokens, position);
  });
}

/// A model with its memory of the tokens it was fed.
class Decoder {
 public:
  Decoder(const Config &config, const Params &params) : config_(config), params_(params), cache_(empty_cache(config)) {}

  int64_t length() const { return length_; }
  void forget() { length_ = 0; }  // positions from `length` on are never looked at

  /// Feeds tokens; the logits are those of the token after them. Two programs serve all lengths: many tokens go in
  /// pieces of kPiece, and the rest one by one.
  std::vector<float> feed(std::span<const int32_t> tokens) {
    Array logits;
    while (!tokens.empty()) {
      const size_t count = tokens.size() >= kPiece ? kPiece : 1;
      const std::vector<int32_t> piece(tokens.begin(), tokens.begin() + static_cast<ptrdiff_t>(count));
      auto [result, cache] =
          step_(params_, std::move(cache_), from_vector(piece).reshape({1, -1}), array(static_cast<int32_t>(length_)));
      logits = result;
      cache_ = std::move(cache);
      length_ += static_cast<int64_t>(count);
      tokens = tokens.subspan(count);
    }
    return logits.to_vector<float>();
  }

 private:
  static constexpr size_t kPiece = 32;
  Config config_;
  const Params &params_;
  Cache cache_;
  int64_t length_ = 0;
  decltype(decoding_step(Config())) step_ = decoding_step(config_);
};

}  // namespace

std::vector<int32_t> generate(const Config &config, const Params &params, std::span<const int32_t> prompt,
                              const SampleOptions &options, const std::function<void(int32_t)> &on_token) {
  check_prompt(config, prompt, options);
  std::vector<int32_t> all(prompt.begin(), prompt.end());
  Decoder decoder(config, params);
  size_t fed = all.size() - std::min(all.size(), static_cast<size_t>(config.context));
  std::mt19937_64 random(options.seed);  // its sequence is fixed by the standard
  std::vector<float> logits;
  for (int64_t i = 0; i < options.tokens; ++i) {
    if (decoder.length() == config.context) {
      decoder.forget();
      fed = all.size() - static_cast<size_t>(std::max<int64_t>(config.context / 2, 1));
    }
    logits = decoder.feed(std::span(all).subspan(fed));
    fed = all.size();
    const double uniform = static_cast<double>(random() >> 11) * 0x1p-53;
    all.push_back(sample_token(logits, options, uniform));
    if (on_token) on_token(all.back());
  }
  return {all.begin() + static_cast<ptrdiff_t>(prompt.size()), all.end()};
}

}  // namespace gpt2
}  // namespace fluxion::transformer

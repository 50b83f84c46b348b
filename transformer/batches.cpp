#include <fluxion/error.h>
#include <fluxion/transformer/batches.h>

#include <fmt/format.h>

namespace fluxion::transformer {
namespace {

// SplitMix64's finaliser (Steele, Lea & Flood 2014): a bijection whose output bits all depend on all input bits.
uint64_t mix(uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9;
  x ^= x >> 27;
  x *= 0x94d049bb133111eb;
  return x ^ x >> 31;
}

/// A uniform number below `bound` for this seed, step and row. The high half of a product, so with a bias under
/// bound · 2⁻⁶⁴.
int64_t uniform(uint64_t seed, int64_t step, int64_t row, int64_t bound) {
  constexpr uint64_t kGolden = 0x9e3779b97f4a7c15;
  uint64_t bits = mix(seed + kGolden);
  bits = mix(bits + kGolden * (static_cast<uint64_t>(step) + 1));
  bits = mix(bits + kGolden * (static_cast<uint64_t>(row) + 1));
  return static_cast<int64_t>(static_cast<unsigned __int128>(bits) * static_cast<uint64_t>(bound) >> 64);
}

}  // namespace

Batches::Batches(std::vector<int32_t> tokens, const BatchOptions &options)
    : tokens_(std::move(tokens)), options_(options) {
  if (options.batch < 1 || options.time < 1) {
    throw Error(fmt::format("fluxion: Batches: batch {} and time {} must be at least 1", options.batch, options.time));
  }
  if (!(options.validation >= 0 && options.validation < 1)) {
    throw Error(fmt::format("fluxion: Batches: validation {} must be in [0, 1)", options.validation));
  }
  const auto total = static_cast<int64_t>(tokens_.size());
  split_ = total - static_cast<int64_t>(static_cast<double>(total) * options.validation);
  const int64_t held_out = total - split_;
  if (split_ <= options.time || (options.validation > 0 && held_out <= options.time)) {
    throw Error(
        fmt::format("fluxion: Batches: {} tokens for training and {} for validation are too few for windows of {}; "
                    "give more text or a smaller time",
                    split_, held_out, options.time));
  }
}

void Batches::append(Batch &batch, int64_t start) const {
  const auto from = tokens_.begin() + start;
  batch.inputs.insert(batch.inputs.end(), from, from + batch.time);
  batch.targets.insert(batch.targets.end(), from + 1, from + batch.time + 1);
}

Batch Batches::train(int64_t step) const {
  Batch batch{.batch = options_.batch, .time = options_.time, .inputs = {}, .targets = {}};
  for (int64_t row = 0; row < batch.batch; ++row) append(batch, uniform(options_.seed, step, row, split_ - batch.time));
  return batch;
}

int64_t Batches::validation_windows() const {
  return (static_cast<int64_t>(tokens_.size()) - split_ - 1) / options_.time;
}

int64_t Batches::validation_batches() const {
  return options_.validation > 0 ? (validation_windows() + options_.batch - 1) / options_.batch : 0;
}

Batch Batches::validation(int64_t index) const {
  if (index < 0 || index >= validation_batches()) {
    throw Error(fmt::format("fluxion: Batches: validation batch {} of {}", index, validation_batches()));
  }
  Batch batch{.batch = options_.batch, .time = options_.time, .inputs = {}, .targets = {}};
  for (int64_t row = 0; row < batch.batch; ++row) {
    append(batch, split_ + (index * batch.batch + row) % validation_windows() * batch.time);
  }
  return batch;
}

}  // namespace fluxion::transformer

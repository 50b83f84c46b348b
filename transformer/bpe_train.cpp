// Learning byte pairs. The distinct chunks stand one after another in a linked list of tokens; a merge visits only the
// places where its pair stands, so that the whole costs about one pass over the text and one over the chunks.
#include <fluxion/error.h>
#include <fluxion/transformer/tokenizer.h>

#include <limits>
#include <optional>
#include <queue>

#include <fmt/format.h>

#include "transformer/characters.h"

namespace fluxion::transformer {
namespace {

constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

class Trainer {
 public:
  explicit Trainer(std::string_view text) {
    load(text);
    for (uint32_t at = 0; at < tokens_.size(); ++at) {
      if (next_[at] != kNone) add(at);
    }
    for (const auto &[pair, place] : pairs_) push(pair);
  }

  /// Replaces the most frequent pair by `result`; nothing if no pair is left that occurs twice.
  std::optional<BpeTokenizer::Merge> merge(int32_t result) {
    while (!queue_.empty()) {
      const Candidate best = queue_.top();
      queue_.pop();
      const int64_t count = pairs_.at(best.pair).count;
      if (count < 2) continue;
      if (count != best.count) {  // it lost occurrences to merges since it was pushed
        push(best.pair);
        continue;
      }
      const std::vector<uint32_t> places = std::move(pairs_.at(best.pair).places);
      pairs_.erase(best.pair);
      fresh_.clear();
      const auto left = static_cast<int32_t>(best.pair >> 32), right = static_cast<int32_t>(best.pair & kNone);
      for (const uint32_t at : places) {
        if (tokens_[at] == left && next_[at] != kNone && tokens_[next_[at]] == right) replace(at, result);
      }
      for (const uint64_t pair : fresh_) push(pair);
      return BpeTokenizer::Merge(left, right);
    }
    return std::nullopt;
  }

 private:
  struct Pair {
    int64_t count = 0;
    std::vector<uint32_t> places;  // ascending; some may be gone by the time they are visited
  };
  struct Candidate {
    int64_t count;
    uint64_t pair;
    bool operator<(const Candidate &other) const {
      return count != other.count ? count < other.count : pair > other.pair;
    }
  };

  void load(std::string_view text) {
    std::unordered_map<std::string_view, size_t> index;
    std::vector<std::pair<std::string_view, int64_t>> chunks;  // in order of appearance
    while (!text.empty()) {
      const std::string_view chunk = text.substr(0, chunk_size(text));
      const auto [it, is_new] = index.try_emplace(chunk, chunks.size());
      if (is_new) chunks.emplace_back(chunk, 0);
      ++chunks[it->second].second;
      text.remove_prefix(chunk.size());
    }
    for (const auto &[chunk, count] : chunks) {
      for (size_t i = 0; i < chunk.size(); ++i) {
        const auto at = static_cast<uint32_t>(tokens_.size());
        tokens_.push_back(static_cast<unsigned char>(chunk[i]));
        weights_.push_back(count);
        previous_.push_back(i == 0 ? kNone : at - 1);
        next_.push_back(i + 1 == chunk.size() ? kNone : at + 1);
      }
    }
  }

  uint64_t pair_at(uint32_t at) const {
    return static_cast<uint64_t>(tokens_[at]) << 32 | static_cast<uint32_t>(tokens_[next_[at]]);
  }
  void push(uint64_t pair) { queue_.push({pairs_.at(pair).count, pair}); }

  /// Counts the pair that begins at `at`. A pair is only ever counted up while its younger token is being made.
  void add(uint32_t at) {
    Pair &pair = pairs_[pair_at(at)];
    pair.count += weights_[at];
    pair.places.push_back(at);
    if (pair.places.size() == 1) fresh_.push_back(pair_at(at));
  }
  void remove(uint32_t at) {
    const auto it = pairs_.find(pair_at(at));
    if (it != pairs_.end()) it->second.count -= weights_[at];
  }

  void replace(uint32_t at, int32_t result) {
    const uint32_t before = previous_[at], gone = next_[at], after = next_[gone];
    if (before != kNone) remove(before);
    if (after != kNone) remove(gone);
    tokens_[at] = result;
    tokens_[gone] = -1;
    next_[at] = after;
    if (after != kNone) previous_[after] = at;
    if (before != kNone) add(before);
    if (after != kNone) add(at);
  }

  std::vector<int32_t> tokens_;
  std::vector<int64_t> weights_;
  std::vector<uint32_t> previous_, next_;
  std::unordered_map<uint64_t, Pair> pairs_;
  std::vector<uint64_t> fresh_;  // pairs that the current merge made
  std::priority_queue<Candidate> queue_;
};

}  // namespace

BpeTokenizer BpeTokenizer::train(std::string_view text, int64_t vocab) {
  if (vocab < 256 || vocab > std::numeric_limits<int32_t>::max()) {
    throw Error(fmt::format("fluxion: BpeTokenizer::train: {} tokens asked for, but the bytes alone are 256", vocab));
  }
  if (text.size() >= kNone)
    throw Error(fmt::format("fluxion: BpeTokenizer::train: {} bytes of text are over 4 GiB", text.size()));
  std::vector<std::string> pieces;
  for (int byte = 0; byte < 256; ++byte) pieces.emplace_back(1, static_cast<char>(byte));
  std::vector<Merge> merges;
  Trainer trainer(text);
  while (static_cast<int64_t>(pieces.size()) < vocab) {
    const auto merge = trainer.merge(static_cast<int32_t>(pieces.size()));
    if (!merge) break;
    merges.push_back(*merge);
    pieces.push_back(pieces[static_cast<size_t>(merge->first)] + pieces[static_cast<size_t>(merge->second)]);
  }
  return BpeTokenizer(std::move(pieces), merges);
}

}  // namespace fluxion::transformer

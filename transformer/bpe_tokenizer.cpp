// Encoding with learnt byte pairs: always the earliest-learnt merge first, the leftmost among equals.
#include <fluxion/error.h>
#include <fluxion/transformer/tokenizer.h>

#include <algorithm>
#include <queue>
#include <tuple>

#include <fmt/format.h>

#include "transformer/characters.h"

namespace fluxion::transformer {
namespace {

uint64_t key_of(int32_t left, int32_t right) {
  return static_cast<uint64_t>(static_cast<uint32_t>(left)) << 32 | static_cast<uint32_t>(right);
}

}  // namespace

BpeTokenizer::BpeTokenizer(std::vector<std::string> pieces, std::span<const Merge> merges)
    : pieces_(std::move(pieces)), merges_(merges.begin(), merges.end()) {
  std::unordered_map<std::string_view, int32_t> ids;
  for (size_t i = 0; i < pieces_.size(); ++i) ids.emplace(pieces_[i], static_cast<int32_t>(i));
  for (int byte = 0; byte < 256; ++byte) {
    const auto it = ids.find(std::string(1, static_cast<char>(byte)));
    if (it == ids.end()) throw Error(fmt::format("fluxion: BpeTokenizer: no token for the byte 0x{:02x}", byte));
    byte_ids_[static_cast<size_t>(byte)] = it->second;
  }
  for (size_t rank = 0; rank < merges_.size(); ++rank) {
    const auto [left, right] = merges_[rank];
    const auto valid = [&](int32_t id) { return id >= 0 && id < vocab(); };
    const auto it = valid(left) && valid(right) ? ids.find(pieces_[size_t(left)] + pieces_[size_t(right)]) : ids.end();
    if (it == ids.end()) throw Error(fmt::format("fluxion: BpeTokenizer: merge {} has no token for its result", rank));
    rules_.try_emplace(key_of(left, right), Rule{static_cast<int32_t>(rank), it->second});
  }
}

std::vector<int32_t> BpeTokenizer::encode(std::string_view text) const {
  std::vector<int32_t> tokens;
  std::unordered_map<std::string_view, std::pair<size_t, size_t>> seen;  // chunk -> where in `tokens` it stands already
  while (!text.empty()) {
    const std::string_view chunk = text.substr(0, chunk_size(text));
    const auto [it, is_new] = seen.try_emplace(chunk, tokens.size(), 0);
    auto &[begin, size] = it->second;
    if (is_new) {
      encode_chunk(chunk, tokens);
      size = tokens.size() - begin;
    } else {
      tokens.resize(tokens.size() + size);
      std::copy_n(tokens.begin() + static_cast<ptrdiff_t>(begin), size, tokens.end() - static_cast<ptrdiff_t>(size));
    }
    text.remove_prefix(chunk.size());
  }
  return tokens;
}

// A queue of the pairs that can be merged keeps this at n·log n for chunks of any length.
void BpeTokenizer::encode_chunk(std::string_view chunk, std::vector<int32_t> &out) const {
  const size_t n = chunk.size();
  std::vector<int32_t> tokens(n);
  std::vector<size_t> previous(n), next(n);
  for (size_t i = 0; i < n; ++i) {
    tokens[i] = byte_ids_[static_cast<unsigned char>(chunk[i])];
    previous[i] = i - 1;
    next[i] = i + 1;
  }
  using Candidate = std::tuple<int32_t, size_t, int32_t, int32_t>;  // rank, place, left, right
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
  const auto consider = [&](size_t at) {
    if (at >= n || next[at] >= n) return;
    const auto it = rules_.find(key_of(tokens[at], tokens[next[at]]));
    if (it != rules_.end()) queue.emplace(it->second.rank, at, tokens[at], tokens[next[at]]);
  };
  for (size_t i = 0; i < n; ++i) consider(i);
  while (!queue.empty()) {
    const auto [rank, at, left, right] = queue.top();
    queue.pop();
    if (tokens[at] != left || next[at] >= n || tokens[next[at]] != right) continue;  // merged otherwise since
    const size_t gone = next[at];
    tokens[at] = rules_.at(key_of(left, right)).result;
    tokens[gone] = -1;
    next[at] = next[gone];
    if (next[at] < n) previous[next[at]] = at;
    consider(previous[at]);
    consider(at);
  }
  for (size_t i = 0; i < n; i = next[i]) out.push_back(tokens[i]);
}

std::string BpeTokenizer::decode(std::span<const int32_t> tokens) const {
  std::string text;
  for (const int32_t token : tokens) {
    if (token < 0 || token >= vocab())
      throw Error(fmt::format("fluxion: decode: token {} is not in [0, {})", token, vocab()));
    text += pieces_[static_cast<size_t>(token)];
  }
  return text;
}

}  // namespace fluxion::transformer

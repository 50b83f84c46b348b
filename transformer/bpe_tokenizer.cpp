// Encoding with learnt byte pairs: always the earliest-learnt merge first, the leftmost among equals.
#include <fluxion/error.h>
#include <fluxion/transformer/tokenizer.h>

#include <algorithm>
#include <queue>
#include <tuple>

#include <fmt/format.h>

#include "transformer/characters.h"
#include "transformer/splitter.h"

namespace fluxion::transformer {
namespace {

uint64_t key_of(int32_t left, int32_t right) {
  return static_cast<uint64_t>(static_cast<uint32_t>(left)) << 32 | static_cast<uint32_t>(right);
}

}  // namespace

BpeTokenizer::BpeTokenizer(std::vector<std::string> pieces, std::span<const Merge> merges, const BpeOptions &options)
    : pieces_(std::move(pieces)),
      merges_(merges.begin(), merges.end()),
      options_(options),
      splitter_(std::make_shared<const Splitter>(options.pattern.empty() ? kChunkPattern : options.pattern)) {
  for (size_t i = 0; i < pieces_.size(); ++i) ids_.emplace(pieces_[i], static_cast<int32_t>(i));
  for (int byte = 0; byte < 256; ++byte) {
    const auto it = ids_.find(std::string(1, static_cast<char>(byte)));
    if (it == ids_.end()) throw Error(fmt::format("fluxion: BpeTokenizer: no token for the byte 0x{:02x}", byte));
    byte_ids_[static_cast<size_t>(byte)] = it->second;
  }
  for (const int32_t token : options_.whole_tokens) {
    if (token < 0 || token >= vocab() || pieces_[static_cast<size_t>(token)].empty()) {
      throw Error(fmt::format("fluxion: BpeTokenizer: there is no token {} to look for", token));
    }
  }
  for (size_t rank = 0; rank < merges_.size(); ++rank) {
    const auto [left, right] = merges_[rank];
    const auto valid = [&](int32_t id) { return id >= 0 && id < vocab(); };
    const auto it =
        valid(left) && valid(right) ? ids_.find(pieces_[size_t(left)] + pieces_[size_t(right)]) : ids_.end();
    if (it == ids_.end()) throw Error(fmt::format("fluxion: BpeTokenizer: merge {} has no token for its result", rank));
    rules_.try_emplace(key_of(left, right), Rule{static_cast<int32_t>(rank), it->second});
  }
}

std::vector<int32_t> BpeTokenizer::encode(std::string_view text) const {
  std::vector<int32_t> tokens;
  while (!text.empty()) {  // the first whole token, the longest of those that begin there
    size_t first = text.size(), size = 0;
    int32_t whole = -1;
    for (const int32_t token : options_.whole_tokens) {
      const std::string &piece = pieces_[static_cast<size_t>(token)];
      const size_t at = text.substr(0, std::min(text.size(), first + piece.size())).find(piece);
      if (at > first || (at == first && piece.size() <= size) || at == std::string_view::npos) continue;
      std::tie(first, size, whole) = std::tuple(at, piece.size(), token);
    }
    encode_text(text.substr(0, first), tokens);
    if (whole >= 0) tokens.push_back(whole);
    text.remove_prefix(first + size);
  }
  return tokens;
}

void BpeTokenizer::encode_text(std::string_view text, std::vector<int32_t> &tokens) const {
  std::unordered_map<std::string_view, std::pair<size_t, size_t>> seen;  // chunk -> where in `tokens` it stands already
  splitter_->split(text, [&](std::string_view chunk) {
    const auto [it, is_new] = seen.try_emplace(chunk, tokens.size(), 0);
    auto &[begin, size] = it->second;
    if (is_new) {
      encode_chunk(chunk, tokens);
      size = tokens.size() - begin;
      return;
    }
    tokens.resize(tokens.size() + size);
    std::copy_n(tokens.begin() + static_cast<ptrdiff_t>(begin), size, tokens.end() - static_cast<ptrdiff_t>(size));
  });
}

// A queue of the pairs that can be merged keeps this at n·log n for chunks of any length.
void BpeTokenizer::encode_chunk(std::string_view chunk, std::vector<int32_t> &out) const {
  if (options_.whole_chunks) {
    const auto it = ids_.find(std::string(chunk));
    if (it != ids_.end()) return out.push_back(it->second);
  }
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

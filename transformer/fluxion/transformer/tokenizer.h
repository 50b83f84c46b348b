// Tokenizers turn text into numbers below vocab() and back. Both kinds are lossless: decode(encode(text)) == text.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fluxion::transformer {

class Tokenizer {
 public:
  virtual ~Tokenizer() = default;
  /// The number of tokens there are.
  virtual int64_t vocab() const = 0;
  /// Errors  Error if `text` holds something without a token (characters only; bytes always have one).
  virtual std::vector<int32_t> encode(std::string_view text) const = 0;
  /// Errors  Error on a token outside [0, vocab()).
  virtual std::string decode(std::span<const int32_t> tokens) const = 0;
  /// Writes a JSON file that load_tokenizer reads. Errors: IoError.
  virtual void save(const std::filesystem::path &path) const = 0;
};

/// Reads a tokenizer that was saved here, or a byte-level BPE in Hugging Face's tokenizer.json, such as GPT-2's.
/// Errors: IoError if the file is missing, malformed or of another kind.
std::unique_ptr<Tokenizer> load_tokenizer(const std::filesystem::path &path);

/// One token per character of the text it was made from, in byte order. A character is a UTF-8 code point; a byte that
/// is part of none counts as a character of its own.
class CharTokenizer final : public Tokenizer {
 public:
  explicit CharTokenizer(std::string_view text);
  /// Of these characters, in this order. Errors: Error if one appears twice.
  explicit CharTokenizer(std::vector<std::string> characters);

  int64_t vocab() const override { return static_cast<int64_t>(characters_.size()); }
  std::vector<int32_t> encode(std::string_view text) const override;
  std::string decode(std::span<const int32_t> tokens) const override;
  void save(const std::filesystem::path &path) const override;

 private:
  std::vector<std::string> characters_;
  std::unordered_map<std::string_view, int32_t> ids_;  // into characters_, which never changes
  std::array<int32_t, 256> byte_ids_;                  // one-byte characters, the usual case
};

class Splitter;

/// What tokenizers of other programs do differently.
struct BpeOptions {
  std::string pattern = "";                // a regular expression for the chunks; empty: BpeTokenizer's own
  bool whole_chunks = false;               // a chunk that is a token itself is not merged from its bytes
  std::vector<int32_t> whole_tokens = {};  // found in the text before it is split, as "<|endoftext|>"
};

/// Byte-level byte-pair encoding: text is split into chunks (words, numbers, punctuation, each with a space before it,
/// and white space), and the bytes of a chunk are merged pair by pair in the order that was learnt.
///
/// Source  Sennrich, Haddow & Birch 2016, "Neural machine translation of rare words with subword units".
class BpeTokenizer final : public Tokenizer {
 public:
  using Merge = std::pair<int32_t, int32_t>;

  /// Learns merges until there are `vocab` tokens, or no pair occurs twice. The most frequent pair is merged first;
  /// among equals the one of the lowest tokens. Tokens 0 to 255 are the bytes, 256 + i is merge i.
  ///
  /// Errors  Error if `vocab` is below 256 or the text above 4 GiB.
  static BpeTokenizer train(std::string_view text, int64_t vocab);

  /// A vocabulary in any order: `pieces[id]` are the bytes of token id; merges in the order in which they apply.
  ///
  /// Errors  Error if a byte has no token, a merge has no token for its result, or the pattern is malformed.
  BpeTokenizer(std::vector<std::string> pieces, std::span<const Merge> merges, const BpeOptions &options = {});

  int64_t vocab() const override { return static_cast<int64_t>(pieces_.size()); }
  std::vector<int32_t> encode(std::string_view text) const override;
  std::string decode(std::span<const int32_t> tokens) const override;
  void save(const std::filesystem::path &path) const override;

  const std::vector<std::string> &pieces() const { return pieces_; }
  const std::vector<Merge> &merges() const { return merges_; }
  const BpeOptions &options() const { return options_; }

 private:
  struct Rule {
    int32_t rank, result;
  };
  void encode_text(std::string_view text, std::vector<int32_t> &out) const;
  void encode_chunk(std::string_view chunk, std::vector<int32_t> &out) const;

  std::vector<std::string> pieces_;
  std::vector<Merge> merges_;
  BpeOptions options_;
  std::shared_ptr<const Splitter> splitter_;
  std::unordered_map<std::string, int32_t> ids_;
  std::array<int32_t, 256> byte_ids_;
  std::unordered_map<uint64_t, Rule> rules_;  // by left << 32 | right
};

}  // namespace fluxion::transformer

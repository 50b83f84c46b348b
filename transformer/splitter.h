// Where byte-level BPE cuts a text into the chunks that it merges within.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace fluxion::transformer {

/// GPT-2's pattern, which a tokenizer.json means by "use_regex".
inline constexpr std::string_view kGpt2Pattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

class Splitter {
 public:
  /// A regular expression as in Perl. Each match is a chunk, and so is what lies between two. kChunkPattern is done by
  /// chunk_size, without the engine. Errors: Error if it does not compile.
  explicit Splitter(std::string_view pattern);

  const std::string &pattern() const { return pattern_; }
  /// Calls `chunk` for the chunks of `text` in order; together they are the text.
  ///
  /// Errors  Error if the expression takes too long, as hostile ones can.
  void split(std::string_view text, const std::function<void(std::string_view)> &chunk) const;

 private:
  struct Regex;
  void split_valid(std::string_view text, const std::function<void(std::string_view)> &chunk) const;
  std::string pattern_;
  std::shared_ptr<const Regex> regex_;  // null for kChunkPattern
};

}  // namespace fluxion::transformer

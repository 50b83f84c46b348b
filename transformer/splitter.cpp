#include "transformer/splitter.h"

#include <fluxion/error.h>

#include <algorithm>

#include <fmt/format.h>

#include "transformer/characters.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace fluxion::transformer {
namespace {

constexpr uint32_t kMatchLimit = 1'000'000;  // steps of backtracking for one chunk
constexpr uint32_t kHeapLimit = 65'536;      // KiB
constexpr size_t kMaxPattern = 10'000;

std::string message(int code) {
  std::string text(256, '\0');
  const int size = pcre2_get_error_message(code, reinterpret_cast<PCRE2_UCHAR *>(text.data()), text.size());
  text.resize(static_cast<size_t>(std::max(size, 0)));
  return text;
}

bool is_lone_byte(std::string_view text) { return (text[0] & 0x80) != 0 && character_size(text) == 1; }

}  // namespace

struct Splitter::Regex {
  pcre2_code *code = nullptr;
  pcre2_match_context *limits = nullptr;

  explicit Regex(std::string_view pattern) {
    int error = 0;
    PCRE2_SIZE where = 0;
    code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                         PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &error, &where, nullptr);
    if (code == nullptr) {
      throw Error(fmt::format("fluxion: the splitting pattern is wrong at its byte {}: {}", where, message(error)));
    }
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);  // where there is no JIT the interpreter runs
    limits = pcre2_match_context_create(nullptr);
    pcre2_set_match_limit(limits, kMatchLimit);
    pcre2_set_heap_limit(limits, kHeapLimit);
  }
  Regex(const Regex &) = delete;
  Regex &operator=(const Regex &) = delete;
  ~Regex() {
    pcre2_match_context_free(limits);
    pcre2_code_free(code);
  }
};

Splitter::Splitter(std::string_view pattern) : pattern_(pattern) {
  if (pattern.size() > kMaxPattern) throw Error("fluxion: the splitting pattern is too long");
  if (pattern != kChunkPattern) regex_ = std::make_shared<const Regex>(pattern);
}

void Splitter::split(std::string_view text, const std::function<void(std::string_view)> &chunk) const {
  if (regex_ == nullptr) {
    for (; !text.empty(); text.remove_prefix(chunk_size(text))) chunk(text.substr(0, chunk_size(text)));
    return;
  }
  while (!text.empty()) {  // the engine sees UTF-8 only; other bytes are chunks of their own
    size_t valid = 0;
    while (valid < text.size() && !is_lone_byte(text.substr(valid))) valid += character_size(text.substr(valid));
    if (valid > 0) split_valid(text.substr(0, valid), chunk);
    if (valid < text.size()) chunk(text.substr(valid, 1));
    text.remove_prefix(std::min(valid + 1, text.size()));
  }
}

void Splitter::split_valid(std::string_view text, const std::function<void(std::string_view)> &chunk) const {
  const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data *)> match(
      pcre2_match_data_create_from_pattern(regex_->code, nullptr), pcre2_match_data_free);
  for (size_t at = 0; at < text.size();) {
    const int found = pcre2_match(regex_->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), at,
                                  PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, match.get(), regex_->limits);
    if (found == PCRE2_ERROR_NOMATCH) return chunk(text.substr(at));
    if (found < 0) throw Error(fmt::format("fluxion: encode: the splitting pattern failed: {}", message(found)));
    const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(match.get());
    const size_t begin = std::max<size_t>(bounds[0], at), end = bounds[1];
    if (begin > at) chunk(text.substr(at, begin - at));
    if (end > begin) chunk(text.substr(begin, end - begin));
    at = std::max(end, begin + 1);  // \K can set a match's start past its end
  }
}

}  // namespace fluxion::transformer

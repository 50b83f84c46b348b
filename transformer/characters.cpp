#include "transformer/characters.h"

#include <array>
#include <cstdint>

namespace fluxion::transformer {
namespace {

enum class Class : uint8_t { kOther, kSpace, kLetter, kDigit };

constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    if (letter) classes[c] = Class::kLetter;
    if (c >= '0' && c <= '9') classes[c] = Class::kDigit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) classes[c] = Class::kSpace;
  }
  return classes;
}();

Class class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

/// The end of the run of one class that starts at `begin`.
size_t run_end(std::string_view text, size_t begin) {
  size_t end = begin + 1;
  while (end < text.size() && class_of(text[end]) == class_of(text[begin])) ++end;
  return end;
}

uint32_t byte_at(std::string_view text, size_t i) { return static_cast<unsigned char>(text[i]); }

}  // namespace

size_t character_size(std::string_view text) {
  const uint32_t lead = byte_at(text, 0);
  const size_t size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (size == 0 || size > text.size()) return 1;
  uint32_t code = lead & (0xffu >> (size + 1));
  for (size_t i = 1; i < size; ++i) {
    if ((byte_at(text, i) & 0xc0) != 0x80) return 1;
    code = code << 6 | (byte_at(text, i) & 0x3f);
  }
  // Too long for its code point, a surrogate half, or past the last plane.
  const bool valid =
      size < 3 || (size == 3 ? code >= 0x800 && (code < 0xd800 || code > 0xdfff) : code >= 0x10000 && code <= 0x10ffff);
  return valid ? size : 1;
}

size_t chunk_size(std::string_view text) {
  if (class_of(text[0]) != Class::kSpace) return run_end(text, 0);
  const bool word_follows = text.size() > 1 && class_of(text[1]) != Class::kSpace;
  if (word_follows) return text[0] == ' ' ? run_end(text, 1) : 1;
  const size_t end = run_end(text, 0);
  return end < text.size() ? end - 1 : end;
}

}  // namespace fluxion::transformer

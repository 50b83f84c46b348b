// One token per character; the vocabulary is a JSON list of strings, with numbers for bytes that are no UTF-8.
#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/transformer/tokenizer.h>

#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "transformer/characters.h"

namespace fluxion::transformer {
namespace {

std::vector<std::string> characters_of(std::string_view text) {
  std::set<std::string, std::less<>> found;
  while (!text.empty()) {
    const std::string_view character = text.substr(0, character_size(text));
    if (!found.contains(character)) found.emplace(character);
    text.remove_prefix(character.size());
  }
  return {found.begin(), found.end()};
}

bool is_lone_byte(std::string_view character) { return character.size() == 1 && (character[0] & 0x80) != 0; }

/// A character for a message: quoted if it prints, else as a number.
std::string shown(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  const bool prints = character.size() > 1 || (first >= ' ' && first < 0x7f);
  return prints ? fmt::format("'{}'", character) : fmt::format("0x{:02x}", first);
}

}  // namespace

CharTokenizer::CharTokenizer(std::string_view text) : CharTokenizer(characters_of(text)) {}

CharTokenizer::CharTokenizer(std::vector<std::string> characters) : characters_(std::move(characters)) {
  byte_ids_.fill(-1);
  for (size_t i = 0; i < characters_.size(); ++i) {
    const std::string &character = characters_[i];
    const auto id = static_cast<int32_t>(i);
    if (character.empty() || character_size(character) != character.size()) {
      throw Error(fmt::format("fluxion: CharTokenizer: entry {} is not one character", i));
    }
    if (!ids_.emplace(character, id).second)
      throw Error(fmt::format("fluxion: CharTokenizer: entry {} is a repetition", i));
    if (character.size() == 1) byte_ids_[static_cast<unsigned char>(character[0])] = id;
  }
}

std::vector<int32_t> CharTokenizer::encode(std::string_view text) const {
  std::vector<int32_t> tokens;
  tokens.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, character_size(text.substr(at)));
    int32_t id = byte_ids_[static_cast<unsigned char>(character[0])];
    if (character.size() > 1) {
      const auto it = ids_.find(character);
      id = it == ids_.end() ? -1 : it->second;
    }
    if (id < 0) {
      throw Error(fmt::format("fluxion: encode: the character {} at byte {} is none of the tokenizer's {}",
                              shown(character), at, vocab()));
    }
    tokens.push_back(id);
    at += character.size();
  }
  return tokens;
}

std::string CharTokenizer::decode(std::span<const int32_t> tokens) const {
  std::string text;
  for (const int32_t token : tokens) {
    if (token < 0 || token >= vocab())
      throw Error(fmt::format("fluxion: decode: token {} is not in [0, {})", token, vocab()));
    text += characters_[static_cast<size_t>(token)];
  }
  return text;
}

void CharTokenizer::save(const std::filesystem::path &path) const {
  nlohmann::json entries = nlohmann::json::array();
  for (const std::string &character : characters_) {
    if (is_lone_byte(character))
      entries.push_back(static_cast<unsigned char>(character[0]));
    else
      entries.push_back(character);
  }
  write_file(
      path, nlohmann::json{{"version", "1.0"}, {"model", {{"type", "Characters"}, {"vocab", entries}}}}.dump(1) + "\n");
}

}  // namespace fluxion::transformer

// Tokenizers as JSON. BPE is stored as Hugging Face's tokenizer.json, so that other programs can read it.
#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/transformer/tokenizer.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "transformer/characters.h"
#include "transformer/splitter.h"

namespace fluxion::transformer {
namespace {

using nlohmann::json;

constexpr int64_t kMaxFile = 64 << 20;
constexpr int kMaxDepth = 16;
constexpr int64_t kMaxVocab = 1 << 24;

/// The code point that stands for each byte in a tokenizer.json: itself if it prints, else the next from 256 on.
std::array<uint32_t, 256> byte_code_points() {
  std::array<uint32_t, 256> codes{};
  uint32_t next = 256;
  for (uint32_t byte = 0; byte < 256; ++byte) {
    const bool prints = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte != 0xad);
    codes[byte] = prints ? byte : next++;
  }
  return codes;
}

/// Code points here are below 0x800, so one or two bytes of UTF-8.
std::string to_utf8(uint32_t code) {
  if (code < 0x80) return {static_cast<char>(code)};
  return {static_cast<char>(0xc0 | code >> 6), static_cast<char>(0x80 | (code & 0x3f))};
}

std::string to_printable(std::string_view bytes) {
  static const std::array<uint32_t, 256> codes = byte_code_points();
  std::string text;
  for (const char c : bytes) text += to_utf8(codes[static_cast<unsigned char>(c)]);
  return text;
}

/// The bytes behind a token's text; the text itself if it was not made by to_printable, as for added tokens.
std::string from_printable(const std::string &text) {
  static const std::unordered_map<std::string, char> bytes = [] {
    std::unordered_map<std::string, char> map;
    for (uint32_t byte = 0; byte < 256; ++byte) map.emplace(to_utf8(byte_code_points()[byte]), static_cast<char>(byte));
    return map;
  }();
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const std::string character = text.substr(at, character_size(std::string_view(text).substr(at)));
    const auto it = bytes.find(character);
    if (it == bytes.end()) return text;
    result += it->second;
    at += character.size();
  }
  return result;
}

json parse_json(const std::filesystem::path &path) {
  const std::string text = read_file(path, kMaxFile);
  const auto bounded = [](int depth, json::parse_event_t, json &) {
    if (depth > kMaxDepth) throw Error(fmt::format("its JSON is nested more than {} deep", kMaxDepth));
    return true;
  };
  return json::parse(text, bounded);
}

CharTokenizer read_characters(const json &model) {
  std::vector<std::string> characters;
  for (const json &entry : model.at("vocab")) {
    const bool is_byte = entry.is_number_unsigned() && entry.get<uint64_t>() < 256;
    characters.push_back(is_byte ? std::string(1, static_cast<char>(entry.get<int>())) : entry.get<std::string>());
  }
  return CharTokenizer(std::move(characters));
}

/// Places `piece` at `id` and refuses ids that are far off or taken.
void place(std::vector<std::string> &pieces, std::vector<bool> &taken, int64_t id, std::string piece) {
  if (id < 0 || id >= static_cast<int64_t>(pieces.size())) throw Error(fmt::format("token id {} leaves gaps", id));
  if (taken[static_cast<size_t>(id)]) throw Error(fmt::format("token id {} is given twice", id));
  taken[static_cast<size_t>(id)] = true;
  pieces[static_cast<size_t>(id)] = std::move(piece);
}

std::pair<std::string, std::string> read_merge(const json &merge) {
  if (merge.is_array()) return {merge.at(0).get<std::string>(), merge.at(1).get<std::string>()};
  const auto text = merge.get<std::string>();  // the older form: "left right"
  const size_t space = text.find(' ');
  if (space == std::string::npos) throw Error("a merge is no pair");
  return {text.substr(0, space), text.substr(space + 1)};
}

/// The pattern that a pre-tokenizer splits by. What would encode to other tokens without a word is refused.
std::string read_pattern(const json &document) {
  const json &top = document.at("pre_tokenizer");
  json steps = json::array();
  if (top.is_object()) steps = top.value("type", "") == "Sequence" ? top.at("pretokenizers") : json::array({top});
  std::vector<std::string> patterns;
  bool to_bytes = false, supported = true;
  for (const json &step : steps) {
    const auto type = step.at("type").get<std::string>();
    if (type == "Split" && step.value("behavior", "") == "Isolated" && !step.value("invert", false)) {
      patterns.push_back(step.at("pattern").at("Regex").get<std::string>());
    } else if (type == "ByteLevel" && !step.value("add_prefix_space", false)) {
      to_bytes = true;
      if (step.value("use_regex", true)) patterns.emplace_back(kGpt2Pattern);
    } else {
      supported = false;
    }
  }
  if (!supported || !to_bytes || patterns.size() != 1) {
    throw Error("its pre-tokenizer splits text in a way that is not supported");
  }
  return patterns[0];
}

/// Options of the model and the normalizer that change what comes out.
void check_supported(const json &document) {
  if (!document.value("normalizer", json()).is_null()) throw Error("it normalizes text, which is not supported");
  const json &model = document.at("model");
  for (const char *option : {"unk_token", "continuing_subword_prefix", "end_of_word_suffix"}) {
    const json value = model.value(option, json());
    // NOLINTNEXTLINE(readability-container-size-empty): an empty string is meant, not an empty object
    if (!value.is_null() && value != "") throw Error(fmt::format("its model has {}, which is not supported", option));
  }
  if (model.value("byte_fallback", false)) throw Error("its model is not byte-level");
}

BpeTokenizer read_bpe(const json &document) {
  check_supported(document);
  BpeOptions options{.pattern = read_pattern(document),
                     .whole_chunks = document.at("model").value("ignore_merges", false)};
  const json &model = document.at("model");
  const auto ids = model.at("vocab").get<std::unordered_map<std::string, int64_t>>();
  std::unordered_map<std::string, int64_t> added;
  for (const json &token : document.value("added_tokens", json::array())) {
    const auto content = token.at("content").get<std::string>();
    const int64_t id = token.at("id").get<int64_t>();
    if (id < 0 || id > kMaxVocab) throw Error(fmt::format("token id {} is out of range", id));
    const auto known = ids.find(content);
    if (known != ids.end() && known->second != id) throw Error(fmt::format("token id {} has two names", id));
    if (known == ids.end()) added.emplace(content, id);
    options.whole_tokens.push_back(static_cast<int32_t>(id));
  }
  if (static_cast<int64_t>(ids.size() + added.size()) > kMaxVocab) throw Error("its vocabulary is too large");
  std::vector<std::string> pieces(ids.size() + added.size());
  std::vector<bool> taken(pieces.size());
  for (const auto &[text, id] : ids) place(pieces, taken, id, from_printable(text));
  for (const auto &[text, id] : added) place(pieces, taken, id, text);
  std::vector<BpeTokenizer::Merge> merges;
  for (const json &entry : model.at("merges")) {
    const auto [left, right] = read_merge(entry);
    if (!ids.contains(left) || !ids.contains(right)) throw Error("a merge names an unknown token");
    merges.emplace_back(static_cast<int32_t>(ids.at(left)), static_cast<int32_t>(ids.at(right)));
  }
  return BpeTokenizer(std::move(pieces), merges, options);
}

}  // namespace

void BpeTokenizer::save(const std::filesystem::path &path) const {
  json vocab = json::object(), merges = json::array();
  json added = json::array();
  std::vector<bool> is_whole(pieces_.size());
  for (const int32_t id : options_.whole_tokens) {
    is_whole[static_cast<size_t>(id)] = true;
    added.push_back({{"id", id},
                     {"content", pieces_[static_cast<size_t>(id)]},
                     {"single_word", false},
                     {"lstrip", false},
                     {"rstrip", false},
                     {"normalized", false},
                     {"special", true}});
  }
  for (size_t id = 0; id < pieces_.size(); ++id) {
    if (!is_whole[id]) vocab[to_printable(pieces_[id])] = id;
  }
  for (const auto &[left, right] : merges_) {
    merges.push_back({to_printable(pieces_[size_t(left)]), to_printable(pieces_[size_t(right)])});
  }
  const json byte_level = {
      {"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", false}};
  const json split = {
      {"type", "Split"}, {"pattern", {{"Regex", splitter_->pattern()}}}, {"behavior", "Isolated"}, {"invert", false}};
  const json document = {
      {"version", "1.0"},
      {"truncation", nullptr},
      {"padding", nullptr},
      {"added_tokens", added},
      {"normalizer", nullptr},
      {"pre_tokenizer", {{"type", "Sequence"}, {"pretokenizers", {split, byte_level}}}},
      {"post_processor", nullptr},
      {"decoder", byte_level},
      {"model",
       {{"type", "BPE"},
        {"dropout", nullptr},
        {"unk_token", nullptr},
        {"continuing_subword_prefix", nullptr},
        {"end_of_word_suffix", nullptr},
        {"fuse_unk", false},
        {"byte_fallback", false},
        {"ignore_merges", options_.whole_chunks},
        {"vocab", vocab},
        {"merges", merges}}},
  };
  write_file(path, document.dump(1) + "\n");
}

std::unique_ptr<Tokenizer> load_tokenizer(const std::filesystem::path &path) {
  const auto fail = [&](std::string_view why) {
    if (why.starts_with("fluxion: ")) why.remove_prefix(9);
    throw IoError(fmt::format("fluxion: cannot load the tokenizer '{}': {}", path.string(), why));
  };
  try {
    const json document = parse_json(path);
    const auto type = document.at("model").at("type").get<std::string>();
    if (type == "Characters") return std::make_unique<CharTokenizer>(read_characters(document.at("model")));
    if (type == "BPE") return std::make_unique<BpeTokenizer>(read_bpe(document));
    fail(fmt::format("its model type '{:.40}' is not supported", type));
  } catch (const IoError &) {
    throw;
  } catch (const Error &error) {
    fail(error.what());
  } catch (const json::exception &error) {
    fail(error.what());
  }
  return nullptr;
}

}  // namespace fluxion::transformer

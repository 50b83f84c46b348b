// Tokenizers are lossless, learn what they should, and come back from their files.
#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/transformer/text.h>
#include <fluxion/transformer/tokenizer.h>

#include <array>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <random>

#include <gtest/gtest.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "transformer/characters.h"
#include "transformer/splitter.h"

namespace fluxion::transformer {
namespace {

namespace fs = std::filesystem;
using Tokens = std::vector<int32_t>;

std::string random_bytes(size_t n, unsigned seed, int distinct = 256) {
  std::mt19937 random(seed);
  std::string text(n, '\0');
  for (char &c : text) c = static_cast<char>(random() % static_cast<unsigned>(distinct) + (distinct < 256 ? 'a' : 0));
  return text;
}

std::string message_of(const std::function<void()> &f) {
  try {
    f();
  } catch (const Error &error) {
    return error.what();
  }
  return "";
}

fs::path temporary(const std::string &name) {
  return fs::path(testing::TempDir()) / ("fluxion_" + std::to_string(::getpid()) + "_" + name);
}

TEST(Text, MissingAndEmptyFilesAreErrors) {
  const fs::path path = temporary("empty.txt");
  EXPECT_EQ(message_of([&] { read_text(path); }),
            "fluxion: cannot read '" + path.string() + "': No such file or directory");
  write_file(path, "");
  EXPECT_EQ(message_of([&] { read_text(path); }), "fluxion: cannot read '" + path.string() + "': it is empty");
  fs::remove(path);
}

TEST(Text, UnigramEntropyIsLogOfTheEffectiveNumberOfTokens) {
  EXPECT_NEAR(unigram_entropy(Tokens{0, 1, 2, 3}), std::log(4.0), 1e-15);
  EXPECT_NEAR(unigram_entropy(Tokens{7, 7, 9, 9, 7, 7, 9, 9}), std::log(2.0), 1e-15);
  EXPECT_EQ(unigram_entropy(Tokens{5, 5, 5}), 0);
  EXPECT_EQ(unigram_entropy({}), 0);
}

TEST(CharTokenizer, TokensAreCodePointsInByteOrder) {
  const CharTokenizer tokenizer("héllo→o");
  EXPECT_EQ(tokenizer.vocab(), 5);  // h l o é →
  EXPECT_EQ(tokenizer.encode("ohlé→"), (Tokens{2, 0, 1, 3, 4}));
}

TEST(CharTokenizer, BytesThatAreNoUtf8AreCharactersOfTheirOwn) {
  const std::string text = random_bytes(5000, 1);
  const CharTokenizer tokenizer(text);
  EXPECT_EQ(tokenizer.decode(tokenizer.encode(text)), text);
}

TEST(CharTokenizer, AnUnknownCharacterIsNamed) {
  const CharTokenizer tokenizer("abc");
  EXPECT_EQ(message_of([&] { tokenizer.encode("ab→"); }),
            "fluxion: encode: the character '→' at byte 2 is none of the tokenizer's 3");
  EXPECT_EQ(message_of([&] { tokenizer.encode("\n"); }),
            "fluxion: encode: the character 0x0a at byte 0 is none of the tokenizer's 3");
  EXPECT_EQ(message_of([&] { tokenizer.decode(Tokens{3}); }), "fluxion: decode: token 3 is not in [0, 3)");
}

TEST(CharTokenizer, ComesBackFromItsFile) {
  const CharTokenizer tokenizer("a\"\n→\xff");
  const fs::path path = temporary("chars.json");
  tokenizer.save(path);
  const auto loaded = load_tokenizer(path);
  EXPECT_EQ(loaded->vocab(), 5);
  EXPECT_EQ(loaded->encode("→\xff\n"), tokenizer.encode("→\xff\n"));
  fs::remove(path);
}

TEST(Characters, OnlyShortestFormsOfValidCodePointsAreCharacters) {
  EXPECT_EQ(character_size("a"), 1u);
  EXPECT_EQ(character_size("é"), 2u);
  EXPECT_EQ(character_size("→"), 3u);
  EXPECT_EQ(character_size("😀"), 4u);
  EXPECT_EQ(character_size("\xc3"), 1u);              // cut off
  EXPECT_EQ(character_size("\xc0\xaf"), 1u);          // '/' in two bytes
  EXPECT_EQ(character_size("\xe0\x80\xaf"), 1u);      // and in three
  EXPECT_EQ(character_size("\xed\xa0\x80"), 1u);      // half a surrogate pair
  EXPECT_EQ(character_size("\xf4\x90\x80\x80"), 1u);  // past the last code point
}

TEST(Characters, ChunksAreWordsWithTheSpaceBeforeThem) {
  std::string_view text = "In the 10 days,  Noé's\n\n ark\t!";
  std::vector<std::string> chunks;
  for (; !text.empty(); text.remove_prefix(chunks.back().size())) chunks.emplace_back(text.substr(0, chunk_size(text)));
  EXPECT_EQ(chunks, (std::vector<std::string>{"In", " the", " 10", " days", ",", " ", " Noé", "'", "s", "\n\n", " ark",
                                              "\t", "!"}));
}

TEST(BpeTokenizer, MergesTheMostFrequentPairFirst) {
  const auto tokenizer = BpeTokenizer::train("abab abc ab", 259);
  const std::vector<BpeTokenizer::Merge> merges = {{'a', 'b'}, {' ', 256}};
  EXPECT_EQ(tokenizer.merges(), merges) << "no third pair occurs twice";
  EXPECT_EQ(tokenizer.encode("ab ab"), (Tokens{256, 257}));
  EXPECT_EQ(tokenizer.vocab(), 258);
}

TEST(BpeTokenizer, RunsOfOneByteMergeFromTheLeft) {
  const auto tokenizer = BpeTokenizer::train("aaaaaaa aaaaaaa", 300);
  EXPECT_EQ(tokenizer.merges().front(), (BpeTokenizer::Merge{'a', 'a'}));
  EXPECT_EQ(tokenizer.decode(tokenizer.encode("aaaaa aaa")), "aaaaa aaa");
}

/// Learning as the paper writes it: count all pairs anew after every merge.
std::vector<BpeTokenizer::Merge> slow_merges(std::string_view text, int64_t vocab) {
  std::map<std::string, int64_t> counts;
  for (; !text.empty(); text.remove_prefix(chunk_size(text))) ++counts[std::string(text.substr(0, chunk_size(text)))];
  std::vector<std::pair<Tokens, int64_t>> words;
  for (const auto &[chunk, n] : counts) {
    words.emplace_back(Tokens(), n);
    for (const char c : chunk) words.back().first.push_back(static_cast<unsigned char>(c));
  }
  std::vector<BpeTokenizer::Merge> merges;
  for (int32_t result = 256; result < vocab; ++result) {
    std::map<BpeTokenizer::Merge, int64_t> pairs;
    for (const auto &[word, n] : words) {
      for (size_t i = 0; i + 1 < word.size(); ++i) pairs[{word[i], word[i + 1]}] += n;
    }
    BpeTokenizer::Merge best;
    int64_t most = 1;
    for (const auto &[pair, n] : pairs) {
      if (n > most) std::tie(best, most) = std::pair(pair, n);
    }
    if (most < 2) break;
    merges.push_back(best);
    for (auto &[word, n] : words) {
      Tokens merged;
      for (size_t i = 0; i < word.size(); ++i) {
        const bool hit = i + 1 < word.size() && BpeTokenizer::Merge(word[i], word[i + 1]) == best;
        merged.push_back(hit ? result : word[i]);
        i += hit;
      }
      word = merged;
    }
  }
  return merges;
}

TEST(BpeTokenizer, LearnsWhatCountingAnewWouldLearn) {
  std::string text =
      "In the beginning God created the heaven and the earth. And the earth was without form, and void; and "
      "darkness was upon the face of the deep. And the Spirit of God moved upon the face of the waters. ";
  text += random_bytes(400, 3, 3) + " " + random_bytes(300, 4, 2);
  EXPECT_EQ(BpeTokenizer::train(text, 400).merges(), slow_merges(text, 400));
}

TEST(BpeTokenizer, AppliesMergesInTheOrderLearnt) {
  const auto tokenizer = BpeTokenizer::train(random_bytes(3000, 5, 3), 330);
  const std::string text = random_bytes(200, 6, 3);
  Tokens expected(text.begin(), text.end());
  for (size_t rank = 0; rank < tokenizer.merges().size(); ++rank) {  // merge by merge over the whole text
    for (size_t i = 0; i + 1 < expected.size(); ++i) {
      if (BpeTokenizer::Merge(expected[i], expected[i + 1]) != tokenizer.merges()[rank]) continue;
      expected[i] = 256 + static_cast<int32_t>(rank);
      expected.erase(expected.begin() + static_cast<ptrdiff_t>(i) + 1);
    }
  }
  EXPECT_EQ(tokenizer.encode(text), expected);
}

TEST(BpeTokenizer, IsLosslessOnAnyBytes) {
  const auto tokenizer = BpeTokenizer::train("the cat sat on the mat with the hat", 280);
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::string text = random_bytes(1000, seed);
    EXPECT_EQ(tokenizer.decode(tokenizer.encode(text)), text);
  }
  EXPECT_EQ(tokenizer.encode(""), Tokens());
}

TEST(BpeTokenizer, LongChunksCostNoMoreThanShortOnes) {
  const std::string text(2'000'000, 'a');  // minutes if the cost were quadratic
  const auto tokenizer = BpeTokenizer::train(text, 300);
  EXPECT_EQ(tokenizer.decode(tokenizer.encode(text)), text);
}

TEST(BpeTokenizer, ComesBackFromItsFile) {
  const auto tokenizer = BpeTokenizer::train("Zwölf Boxkämpfer jagen Viktor quer über den Deich. über über Deich", 290);
  const fs::path path = temporary("bpe.json");
  tokenizer.save(path);
  const auto loaded = load_tokenizer(path);
  const std::string text = random_bytes(500, 9) + "über den Deich";
  EXPECT_EQ(loaded->vocab(), tokenizer.vocab());
  EXPECT_EQ(loaded->encode(text), tokenizer.encode(text));
  EXPECT_EQ(loaded->decode(tokenizer.encode(text)), text);
  fs::remove(path);
}

TEST(BpeTokenizer, TooSmallAVocabularyIsRefused) {
  EXPECT_EQ(message_of([] { BpeTokenizer::train("abc", 100); }),
            "fluxion: BpeTokenizer::train: 100 tokens asked for, but the bytes alone are 256");
}

// Made by Hugging Face's tokenizers, with texts of many scripts, odd spaces and special tokens.
TEST(LoadTokenizer, TokensAreThoseOfHuggingFace) {
  for (const std::string name : {"gpt2_style", "llama3_style"}) {
    const fs::path folder = fs::path(FLUXION_TEST_DATA) / "tokenizers";
    const auto tokenizer = load_tokenizer(folder / (name + ".json"));
    const auto vectors = nlohmann::json::parse(read_file(folder / (name + ".vectors.json")));
    EXPECT_GT(vectors.size(), 100u);
    for (const auto &vector : vectors) {
      const auto text = vector["text"].get<std::string>();
      EXPECT_EQ(tokenizer->encode(text), vector["ids"].get<Tokens>()) << name << ": " << vector["text"];
      EXPECT_EQ(tokenizer->decode(tokenizer->encode(text)), text);
    }
    const fs::path copy = temporary(name + ".json");
    tokenizer->save(copy);
    EXPECT_EQ(load_tokenizer(copy)->encode("It's 10 <|endoftext|>  no\n\n"),
              tokenizer->encode("It's 10 <|endoftext|>  no\n\n"));
    fs::remove(copy);
  }
}

TEST(Splitter, TheChunkPatternIsWhatChunkSizeDoes) {
  const Splitter quick(kChunkPattern), slow("(?:" + std::string(kChunkPattern) + ")");
  for (unsigned seed = 0; seed < 50; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 200; ++i)
      text += std::array{"a", "Z", "7", " ", " ", "\n", "\t", ".", "'", "é", "→", "\x01"}[random() % 12];
    std::vector<std::string> a, b;
    quick.split(text, [&](std::string_view chunk) { a.emplace_back(chunk); });
    slow.split(text, [&](std::string_view chunk) { b.emplace_back(chunk); });
    EXPECT_EQ(a, b);
  }
}

TEST(Splitter, NothingIsLostWhateverThePattern) {
  for (const char *pattern : {"x", "", "a*", "(?=b)", "\\Kb|.", "(?!.)"}) {
    const std::string text = random_bytes(2000, 11) + "aabbxx";
    std::string joined;
    Splitter(pattern).split(text, [&](std::string_view chunk) { joined += chunk; });
    EXPECT_EQ(joined, text) << pattern;
  }
}

TEST(Splitter, AHostilePatternIsAnErrorAndNotAnEternity) {
  EXPECT_THROW(Splitter("("), Error);
  EXPECT_THROW(Splitter("(a+)+(a+)+(a+)+$").split(std::string(5000, 'a') + "b", [](std::string_view) {}), Error);
}

TEST(LoadTokenizer, MalformedFilesAreRefused) {
  const fs::path path = temporary("bad.json");
  const char *bad[] = {
      "",
      "{",
      "[]",
      "{}",
      R"({"model":{"type":"Unigram"}})",
      R"({"model":{"type":"Characters","vocab":["ab"]}})",
      R"({"model":{"type":"Characters","vocab":["a","a"]}})",
      R"({"model":{"type":"Characters","vocab":[256]}})",
      R"({"model":{"type":"BPE","vocab":{},"merges":[]}})",
      R"({"pre_tokenizer":{"type":"ByteLevel"},"model":{"type":"BPE","vocab":{},"merges":[]}})",
      R"({"pre_tokenizer":{"type":"Whitespace"},"model":{"type":"BPE","vocab":{},"merges":[]}})",
      R"({"normalizer":{"type":"NFC"},"pre_tokenizer":{"type":"ByteLevel"},"model":{"type":"BPE","vocab":{},"merges":[]}})",
      R"([[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]])",
  };
  for (const char *text : bad) {
    std::ofstream(path) << text;
    EXPECT_THROW(load_tokenizer(path), IoError) << text;
  }
  const auto tokenizer = BpeTokenizer::train("aaaa bbbb aaaa bbbb", 260);
  tokenizer.save(path);
  const std::string good = read_file(path);
  for (size_t n = 0; n + 2 < good.size(); n += 97) {
    std::ofstream(path) << good.substr(0, n);
    EXPECT_THROW(load_tokenizer(path), IoError) << n;
  }
  fs::remove(path);
}

}  // namespace
}  // namespace fluxion::transformer

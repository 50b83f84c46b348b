// Mistakes that users make, and all of what they read then: at most eight lines, with the line of the op and those that
// made its operands. In an expected text, {file} is the file and {+n} the line n lines below the mistake's first.
// FLUXION_PRINT_MISTAKES=1 prints what is said now.
#pragma once
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>

namespace fx = fluxion;

namespace mistakes {

struct Mistake {
  const char *name, *file;
  int line;
  std::function<void()> make;
  const char *says;
};
// So that a failure names the mistake.
inline std::ostream &operator<<(std::ostream &out, const Mistake &m) { return out << m.name; }

#define MISTAKE(name) #name, __FILE__, __LINE__, []()

inline std::filesystem::path folder() {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "fluxion_mistakes";
  std::filesystem::create_directories(path);
  return path;
}

inline std::string file_of(const Mistake &m) { return std::filesystem::path(m.file).filename().string(); }

inline std::string message(const Mistake &m) {
  std::string text = "nothing was thrown";
  try {
    m.make();
  } catch (const fx::Error &e) {
    text = e.what();
  }
  fx::debug::check_nans(false);
  return std::regex_replace(text, std::regex("(\\.\\d{2})\\d+"), "$1");  // the last digits are the machine's
}

// The text with the lines that placeholders stand for.
inline std::string filled(const Mistake &m) {
  std::string text = m.says;
  for (int n = 0; n < 20; ++n)
    text = std::regex_replace(text, std::regex(fmt::format("\\{{\\+{}\\}}", n)), std::to_string(m.line + n));
  text = std::regex_replace(text, std::regex("\\{file\\}"), file_of(m));
  return std::regex_replace(text, std::regex("\\{folder\\}"), folder().string());
}

// The other way round, as a C++ literal.
inline void print(const Mistake &m, std::string text) {
  text = std::regex_replace(text, std::regex(folder().string()), "{folder}");
  for (int n = 0; n < 20; ++n)
    text = std::regex_replace(text, std::regex(fmt::format("{}:{}(?!\\d)", file_of(m), m.line + n)),
                              fmt::format("{{file}}:{{+{}}}", n));
  fmt::print("=== {}\n{}\n", m.name, text);
}

inline void expect_explained(const Mistake &m) {
  const std::string text = message(m);
  if (std::getenv("FLUXION_PRINT_MISTAKES")) return print(m, text);
  EXPECT_EQ(text, filled(m));
  EXPECT_LE(std::count(text.begin(), text.end(), '\n') + 1, 8);
  EXPECT_FLOAT_EQ((fx::ones({2}) + 1).to_vector<float>()[0], 2) << "the process goes on";
}

/// The test of a file's mistakes.
class Mistakes : public testing::TestWithParam<Mistake> {};
inline std::string named(const testing::TestParamInfo<Mistake> &info) { return info.param.name; }

}  // namespace mistakes

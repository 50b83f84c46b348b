#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/transformer/text.h>

#include <cmath>
#include <map>

#include <fmt/format.h>

namespace fluxion::transformer {

std::string read_text(const std::filesystem::path &path) {
  std::string text = read_file(path);
  if (text.empty()) throw IoError(fmt::format("fluxion: cannot read '{}': it is empty", path.string()));
  return text;
}

double unigram_entropy(std::span<const int32_t> tokens) {
  std::map<int32_t, int64_t> counts;  // ordered, so that the sum is the same everywhere
  for (const int32_t token : tokens) ++counts[token];
  double entropy = 0;
  for (const auto &[token, count] : counts) {
    const double p = static_cast<double>(count) / static_cast<double>(tokens.size());
    entropy -= p * std::log(p);
  }
  return entropy;
}

}  // namespace fluxion::transformer

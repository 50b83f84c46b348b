#include "transformer/loss_log.h"

#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/transformer/plot.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace fluxion::transformer {
namespace {

constexpr std::string_view kHeader = "step,train,validation\n";

/// Reads a number up to `end` and moves past it; an empty field is NaN.
template <class T>
bool read_field(std::string_view &text, char end, T &value) {
  const size_t size = text.find(end);
  if (size == std::string_view::npos) return false;
  const std::string_view field = text.substr(0, size);
  text.remove_prefix(size + 1);
  if constexpr (std::is_floating_point_v<T>) {
    if (field.empty()) {
      value = std::numeric_limits<T>::quiet_NaN();
      return true;
    }
  }
  const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  return error == std::errc() && stop == field.data() + field.size();
}

}  // namespace

std::vector<LossRow> read_losses(const std::filesystem::path &folder, int64_t step) {
  const std::filesystem::path path = folder / "losses.csv";
  std::vector<LossRow> rows;
  if (!std::filesystem::exists(path)) return rows;
  const std::string contents = read_file(path);
  std::string_view text = contents;
  bool good = text.starts_with(kHeader);
  if (good) text.remove_prefix(kHeader.size());
  while (good && !text.empty()) {
    LossRow row;
    good =
        read_field(text, ',', row.step) && read_field(text, ',', row.train) && read_field(text, '\n', row.validation);
    if (good && row.step <= step) rows.push_back(row);
  }
  if (!good)
    throw IoError(fmt::format("fluxion: cannot load '{}': row {} is malformed", path.string(), rows.size() + 1));
  return rows;
}

void write_losses(const std::filesystem::path &folder, const std::vector<LossRow> &rows, double unigram_entropy) {
  std::string text(kHeader);
  std::array<Series, 2> series{Series{"train", {}}, Series{"validation", {}}};
  for (const LossRow &row : rows) {
    text += std::isnan(row.validation) ? fmt::format("{},{},\n", row.step, row.train)
                                       : fmt::format("{},{},{}\n", row.step, row.train, row.validation);
    series[0].points.emplace_back(row.step, row.train);
    series[1].points.emplace_back(row.step, row.validation);
  }
  write_file(folder / "losses.csv", text);
  write_loss_curve_svg(folder / "loss.svg", series,
                       {.title = "Training", .references = {{"unigram entropy", unigram_entropy}}});
}

}  // namespace fluxion::transformer

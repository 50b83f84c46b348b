// Line charts as SVG, for loss curves.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fluxion::transformer {

/// A curve. One with many points is drawn faintly as it is and boldly as a running mean.
struct Series {
  std::string label;
  std::vector<std::pair<double, double>> points;  // (step, loss), ascending; points that are not finite are left out
};

/// A dashed horizontal line, such as the unigram entropy.
struct ReferenceLine {
  std::string label;
  double value = 0;
};

struct PlotOptions {
  std::string title = "Loss";
  std::string x_label = "step";
  std::string y_label = "loss (nats per token)";
  std::vector<ReferenceLine> references = {};
};

/// The chart as the text of an SVG file of 800 × 480 units, with axes, grid, labels and legend.
std::string loss_curve_svg(std::span<const Series> series, const PlotOptions &options = {});

/// Writes it. Errors: IoError.
void write_loss_curve_svg(const std::filesystem::path &path, std::span<const Series> series,
                          const PlotOptions &options = {});

}  // namespace fluxion::transformer

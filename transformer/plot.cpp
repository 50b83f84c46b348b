#include <fluxion/file.h>
#include <fluxion/transformer/plot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace fluxion::transformer {
namespace {

using Points = std::vector<std::pair<double, double>>;

constexpr double kWidth = 800, kHeight = 480, kLeft = 72, kRight = 24, kTop = 56, kBottom = 56;
constexpr std::array<const char *, 6> kColours = {"#1f6fb4", "#d95f02", "#2a9d5c", "#8854b0", "#c0392b", "#5b6770"};
constexpr double kHuge = 1e100;      // beyond it differences may overflow
constexpr size_t kSmoothFrom = 100;  // points, beyond which single losses are noise
constexpr size_t kMaxPoints = 1600;  // two per unit of width; more is a larger file and no other picture

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '<')
      escaped += "&lt;";
    else if (c == '&')
      escaped += "&amp;";
    else if (c == '"')
      escaped += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      escaped += c;
  }
  return escaped;
}

struct Range {
  double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
  void include(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  /// Something that can be drawn, whatever was included.
  Range usable() const {
    if (!(low <= high)) return {0, 1};
    const double size = std::max(std::abs(low), std::abs(high));
    if (high - low > 1e-9 * size) return *this;
    return {low - 0.01 * size - 0.5, high + 0.01 * size + 0.5};
  }
};

/// The round step, 1, 2 or 5 times a power of ten, that gives about `count` ticks.
double tick_step(Range range, int count) {
  const double raw = (range.high - range.low) / count, power = std::pow(10, std::floor(std::log10(raw)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (raw <= factor * power) return factor * power;
  }
  return 10 * power;
}

Range rounded(Range range, double step) {
  return {std::floor(range.low / step) * step, std::ceil(range.high / step) * step};
}

/// The multiples of `step` in the range.
std::vector<double> ticks(Range range, double step) {
  const double first = std::ceil(range.low / step - 1e-9), last = std::floor(range.high / step + 1e-9);
  std::vector<double> values;
  for (int i = 0; i <= static_cast<int>(last - first); ++i) values.push_back((first + i) * step);
  return values;
}

/// As many decimals as the step has, so that all ticks of an axis look alike.
std::string tick_label(double value, double step) {
  const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
  return fmt::format("{:.{}f}", std::abs(value) < step / 2 ? 0.0 : value, decimals);
}

Points finite(const Points &points) {
  Points kept;
  for (const auto &[x, y] : points) {
    if (std::abs(x) < kHuge && std::abs(y) < kHuge) kept.emplace_back(x, y);
  }
  return kept;
}

/// Mean over a window of a fiftieth of the curve around each point, shorter at the ends.
Points running_mean(const Points &points) {
  const size_t reach = points.size() / 100;
  std::vector<double> sums = {0};
  for (const auto &[x, y] : points) sums.push_back(sums.back() + y);
  Points means;
  for (size_t i = 0; i < points.size(); ++i) {
    const size_t half = std::min({reach, i, points.size() - 1 - i});
    means.emplace_back(points[i].first, (sums[i + half + 1] - sums[i - half]) / static_cast<double>(2 * half + 1));
  }
  return means;
}

/// The lowest and highest of each group, so that spikes survive.
Points thinned(const Points &points) {
  if (points.size() <= kMaxPoints) return points;
  Points kept;
  const size_t groups = kMaxPoints / 2;
  for (size_t g = 0; g < groups; ++g) {
    const auto begin = points.begin() + static_cast<ptrdiff_t>(g * points.size() / groups);
    const auto end = points.begin() + static_cast<ptrdiff_t>((g + 1) * points.size() / groups);
    const auto by_y = [](const auto &a, const auto &b) { return a.second < b.second; };
    auto [low, high] = std::minmax_element(begin, end, by_y);
    kept.push_back(*std::min(low, high));
    if (low != high) kept.push_back(*std::max(low, high));
  }
  return kept;
}

class Chart {
 public:
  Chart(std::span<const Series> series, const PlotOptions &options) : options_(options) {
    Range x, y;
    for (const Series &s : series) {
      curves_.push_back(finite(s.points));
      labels_.push_back(s.label);
      const bool smooth = curves_.back().size() > kSmoothFrom;
      for (const auto &[px, py] : curves_.back()) x.include(px);
      for (const auto &[px, py] : smooth ? running_mean(curves_.back()) : curves_.back()) y.include(py);
    }
    for (const ReferenceLine &line : options.references) {
      if (std::abs(line.value) < kHuge) y.include(line.value);
    }
    x_ = x.usable();
    y_step_ = tick_step(y.usable(), 6);
    y_ = rounded(y.usable(), y_step_);
  }

  std::string svg() {
    out_ = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#333">
<rect width="{0}" height="{1}" fill="#fff"/>
<clipPath id="area"><rect x="{2}" y="{3}" width="{4}" height="{5}"/></clipPath>
)",
        kWidth, kHeight, kLeft, kTop, kWidth - kLeft - kRight, kHeight - kTop - kBottom);
    axes();
    for (size_t i = 0; i < curves_.size(); ++i) curve(curves_[i], kColours[i % kColours.size()]);
    references();
    legend();
    return out_ + "</svg>\n";
  }

 private:
  double px(double x) const { return kLeft + (x - x_.low) / (x_.high - x_.low) * (kWidth - kLeft - kRight); }
  double py(double y) const {
    return kHeight - kBottom - (y - y_.low) / (y_.high - y_.low) * (kHeight - kTop - kBottom);
  }

  void line(double x1, double y1, double x2, double y2, std::string_view style) {
    out_ += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1, y1, x2, y2, style);
  }
  void text(double x, double y, std::string_view attributes, std::string_view content) {
    out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", x, y, attributes, escape(content));
  }

  void axes() {
    const double bottom = kHeight - kBottom, right = kWidth - kRight;
    const double x_step = tick_step(x_, 8);
    for (const double y : ticks(y_, y_step_)) {
      line(kLeft, py(y), right, py(y), R"(stroke="#e4e7ea")");
      text(kLeft - 10, py(y) + 4.5, R"(text-anchor="end")", tick_label(y, y_step_));
    }
    for (const double x : ticks(x_, x_step)) {
      line(px(x), bottom, px(x), bottom + 5, R"(stroke="#333")");
      text(px(x), bottom + 20, R"(text-anchor="middle")", tick_label(x, x_step));
    }
    line(kLeft, bottom, right, bottom, R"(stroke="#333")");
    line(kLeft, kTop, kLeft, bottom, R"(stroke="#333")");
    text(kLeft, 26, R"(font-size="17" font-weight="bold")", options_.title);
    text((kLeft + right) / 2, kHeight - 14, R"(text-anchor="middle")", options_.x_label);
    const double middle = (kTop + bottom) / 2;
    text(20, middle, fmt::format(R"_(text-anchor="middle" transform="rotate(-90 20 {:.1f})")_", middle),
         options_.y_label);
  }

  void polyline(const Points &points, std::string_view style) {
    out_ +=
        fmt::format("<polyline fill=\"none\" clip-path=\"url(#area)\" stroke-linejoin=\"round\" {} points=\"", style);
    for (const auto &[x, y] : thinned(points)) out_ += fmt::format("{:.1f},{:.1f} ", px(x), py(y));
    out_ += "\"/>\n";
  }

  void curve(const Points &points, std::string_view colour) {
    const bool smooth = points.size() > kSmoothFrom;
    if (smooth) polyline(points, fmt::format(R"(stroke="{}" stroke-width="1" stroke-opacity="0.25")", colour));
    polyline(smooth ? running_mean(points) : points, fmt::format(R"(stroke="{}" stroke-width="2")", colour));
    if (points.size() > 30) return;
    for (const auto &[x, y] : points) {
      out_ += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\" fill=\"{}\"/>\n", px(x), py(y), colour);
    }
  }

  void references() {
    for (const ReferenceLine &reference : options_.references) {
      if (!(std::abs(reference.value) < kHuge)) continue;
      line(kLeft, py(reference.value), kWidth - kRight, py(reference.value), R"(stroke="#777" stroke-dasharray="6 5")");
      text(kWidth - kRight - 4, py(reference.value) - 6, R"(text-anchor="end" font-size="12" fill="#666")",
           fmt::format("{} {:.3f}", reference.label, reference.value));
    }
  }

  /// Above the area, from the right, so that it covers no curve.
  void legend() {
    double x = kWidth - kRight;
    for (size_t i = labels_.size(); i-- > 0;) {
      text(x, 45, R"(text-anchor="end")", labels_[i]);
      x -= 7.2 * static_cast<double>(labels_[i].size()) + 8;  // about the width of the text
      line(x - 22, 40.5, x, 40.5, fmt::format(R"(stroke="{}" stroke-width="3")", kColours[i % kColours.size()]));
      x -= 44;
    }
  }

  const PlotOptions &options_;
  std::vector<Points> curves_;
  std::vector<std::string> labels_;
  Range x_, y_;
  double y_step_ = 1;
  std::string out_;
};

}  // namespace

std::string loss_curve_svg(std::span<const Series> series, const PlotOptions &options) {
  return Chart(series, options).svg();
}

void write_loss_curve_svg(const std::filesystem::path &path, std::span<const Series> series,
                          const PlotOptions &options) {
  write_file(path, loss_curve_svg(series, options));
}

}  // namespace fluxion::transformer

// Loss curves as SVG: every part is there, and no data can break the file.
#include <fluxion/error.h>
#include <fluxion/transformer/plot.h>

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace fluxion::transformer {
namespace {

int occurrences(const std::string &text, const std::string &part) {
  int n = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST(Plot, HasTitleLabelsCurvesAndReference) {
  const std::vector<Series> series = {{"train", {{0, 4}, {50, 2}, {100, 1.5}}}, {"validation", {{0, 4}, {100, 2}}}};
  const std::string svg = loss_curve_svg(series, {.title = "GPT on <KJV>", .references = {{"unigram entropy", 3.02}}});
  for (const char *part :
       {"GPT on &lt;KJV>", ">train<", ">validation<", ">step<", "nats per token", "unigram entropy 3.020"}) {
    EXPECT_EQ(occurrences(svg, part), 1) << part;
  }
  EXPECT_EQ(occurrences(svg, "<polyline"), 2);
  EXPECT_EQ(occurrences(svg, "<circle"), 5);
  EXPECT_EQ(occurrences(svg, "nan") + occurrences(svg, "inf"), 0);
}

TEST(Plot, NoDataOrOddDataStillDraw) {
  const double inf = std::numeric_limits<double>::infinity();
  const std::vector<std::vector<Series>> odd = {{},
                                                {{"empty", {}}},
                                                {{"one", {{5, 2}}}},
                                                {{"flat", {{0, 1}, {1, 1}}}},
                                                {{"far", {{1e17, 1e17}, {1e17 + 16, 1e17 + 16}}}},
                                                {{"broken", {{0, 1}, {1, NAN}, {2, inf}, {3, 2}}}}};
  for (const auto &series : odd) {
    const std::string svg = loss_curve_svg(series, {.references = {{"no number", NAN}}});
    EXPECT_EQ(occurrences(svg, "nan") + occurrences(svg, "inf"), 0) << svg;
    EXPECT_TRUE(svg.ends_with("</svg>\n"));
  }
}

TEST(Plot, AMillionPointsMakeASmallFile) {
  Series series{"train", {}};
  for (int i = 0; i < 1'000'000; ++i) series.points.emplace_back(i, 3 + std::sin(i));
  EXPECT_LT(loss_curve_svg(std::span(&series, 1)).size(), 100'000u);
}

TEST(Plot, AFolderThatIsMissingIsAnError) { EXPECT_THROW(write_loss_curve_svg("/nonexistent/loss.svg", {}), IoError); }

}  // namespace
}  // namespace fluxion::transformer

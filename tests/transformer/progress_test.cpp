// The progress line: what it shows, how it fits, and what it does without a terminal.
#include <fluxion/transformer/progress.h>

#include <algorithm>

#include <gtest/gtest.h>

namespace fluxion::transformer {
namespace {

std::string contents(std::FILE *file) {
  std::string text(static_cast<size_t>(std::ftell(file)), '\0');
  std::rewind(file);
  text.resize(std::fread(text.data(), 1, text.size(), file));
  return text;
}

TEST(Progress, TheLineShowsEverythingThatFits) {
  const ProgressState state{500, 2000, 1.83421, 184'250, 75};
  EXPECT_EQ(progress_line(state, 120, ProgressBar::ascii),
            "[#######.....................]  25%  step 500/2000  loss 1.8342  184.2k tokens/s  1:15 left");
  EXPECT_EQ(progress_line(state, 60, ProgressBar::ascii),
            " 25%  step 500/2000  loss 1.8342  184.2k tokens/s  1:15 left");
  EXPECT_EQ(progress_line(state, 40, ProgressBar::ascii), " 25%  step 500/2000  loss 1.8342");
  EXPECT_EQ(progress_line({1, 2, 3, 0, 0}, 80, ProgressBar::none), " 50%  step 1/2  loss 3.0000");
  EXPECT_EQ(progress_line({1, 2, 3, 2.5e6, 7325}, 80, ProgressBar::none),
            " 50%  step 1/2  loss 3.0000  2.50M tokens/s  2:02:05 left");
}

TEST(Progress, TheUnicodeBarHasOneWidth) {
  for (int done = 0; done <= 333; ++done) {
    const std::string line = progress_line({done, 333, 1, 0, 0}, 200, ProgressBar::utf8);
    const std::string bar = line.substr(0, line.find('%') - 4);
    EXPECT_EQ(std::count_if(bar.begin(), bar.end(), [](char c) { return (c & 0xc0) != 0x80; }), 30) << done;
  }
}

TEST(Progress, WithoutATerminalALineIsPrintedNowAndThen) {
  std::FILE *out = std::tmpfile();
  double now = 100;
  {
    Progress progress(
        {.steps = 40, .tokens_per_step = 1000, .out = out, .terminal = false, .plain_seconds = 10, .clock = [&] {
           return now;
         }});
    for (int step = 1; step <= 40; ++step, now += 0.5) progress.update(step, 4.0 - 0.05 * step);
    progress.note("done");
  }
  EXPECT_EQ(contents(out),
            "  2%  step 1/40  loss 3.9500\n"
            " 52%  step 21/40  loss 2.9500  2.0k tokens/s  0:10 left\n"
            "done\n"
            "100%  step 40/40  loss 2.0000  2.0k tokens/s\n");
  std::fclose(out);
}

TEST(Progress, OnATerminalOneLineIsRedrawn) {
  std::FILE *out = std::tmpfile();
  double now = 0;
  {
    Progress progress({.steps = 2, .tokens_per_step = 10, .out = out, .terminal = true, .clock = [&] { return now; }});
    progress.update(1, 2);
    progress.note("saved");
    now = 0.05;
    progress.update(2, 1);  // too soon to draw
    progress.finish();
  }
  const std::string text = contents(out);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\r'), 4) << text;
  EXPECT_EQ(text.back(), '\n');
  EXPECT_NE(text.find("step 2/2  loss 1.0000"), std::string::npos);
  std::fclose(out);
}

TEST(Progress, NothingIsPrintedBeforeTheFirstStep) {
  std::FILE *out = std::tmpfile();
  {
    Progress progress({.steps = 2, .out = out, .terminal = true});
  }
  EXPECT_EQ(std::ftell(out), 0);
  std::fclose(out);
}

}  // namespace
}  // namespace fluxion::transformer

// One line on the terminal that says how far a training run is; plain lines where there is no terminal.
#pragma once
#include <cstdint>
#include <cstdio>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace fluxion::transformer {

struct ProgressOptions {
  int64_t steps = 0;
  int64_t start = 0;  // steps done before, by a run that this one resumes
  int64_t tokens_per_step = 0;
  std::FILE *out = stderr;
  std::optional<bool> terminal = std::nullopt;  // unset: asks whether `out` is one
  double plain_seconds = 10;                    // between lines where it is none
  std::function<double()> clock = nullptr;      // seconds; unset: the steady clock
};

class Progress {
 public:
  explicit Progress(ProgressOptions options);
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;
  /// Leaves the cursor on a line of its own.
  ~Progress();

  /// Says that `done` steps are over and the last one's loss. Draws ten times a second at most.
  void update(int64_t done, double loss);
  /// Prints a line that stays, above the bar.
  void note(std::string_view line);
  /// Draws the last state. Later calls do nothing.
  void finish();

  /// Tokens per second over the last 15 seconds, the first step (which compiles) left out; 0 while unknown.
  double tokens_per_second() const;

 private:
  double steps_per_second() const;
  double seconds_left() const;
  void draw();

  ProgressOptions options_;
  bool terminal_, finished_ = false;
  std::deque<std::pair<double, int64_t>> samples_;  // when, steps done
  int64_t done_;
  double loss_ = 0, last_drawn_ = -1e9;
};

struct ProgressState {
  int64_t done, steps;
  double loss, tokens_per_second, seconds_left;  // a rate or time of 0 is not known yet
};
enum class ProgressBar { none, ascii, utf8 };

/// The line of at most `columns` characters: bar, percentage, steps, loss, tokens per second, time left. Parts that do
/// not fit are left out, the bar first.
std::string progress_line(const ProgressState &state, int columns, ProgressBar style);

}  // namespace fluxion::transformer

#include <fluxion/transformer/progress.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <vector>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace fluxion::transformer {
namespace {

constexpr double kWindow = 15;   // seconds that the rate is taken over
constexpr double kRedraw = 0.1;  // seconds between redraws
constexpr int kBarWidth = 28;

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int columns_of(std::FILE *out) {
  winsize size{};
  const bool known = ::ioctl(::fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

/// Whether the terminal shows UTF-8, by the first of the variables that decide it for the C library.
bool terminal_is_utf8() {
  for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char *value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale = value;
    return locale.find("UTF-8") != std::string_view::npos || locale.find("utf8") != std::string_view::npos;
  }
  return false;
}

std::string duration(double seconds) {
  const auto total = static_cast<int64_t>(std::min(std::ceil(seconds), 1e9));
  const int64_t hours = total / 3600, minutes = total / 60 % 60;
  return hours > 0 ? fmt::format("{}:{:02}:{:02}", hours, minutes, total % 60)
                   : fmt::format("{}:{:02}", minutes, total % 60);
}

std::string short_number(double value) {
  if (value >= 1e6) return fmt::format("{:.2f}M", value / 1e6);
  if (value >= 1e3) return fmt::format("{:.1f}k", value / 1e3);
  return fmt::format("{:.0f}", value);
}

/// Eighths of a cell, where the terminal has them, so that the bar moves smoothly.
std::string bar(double share, bool utf8) {
  if (!utf8) {
    const int full = static_cast<int>(share * kBarWidth);
    return fmt::format("[{:#>{}}{:.>{}}]", "", full, "", kBarWidth - full);
  }
  constexpr const char *kParts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int eighths = static_cast<int>(share * kBarWidth * 8);
  std::string text;
  for (int i = 0; i < eighths / 8; ++i) text += "█";
  text += kParts[eighths % 8];
  const int used = (eighths + 7) / 8;
  return "▕" + text + std::string(static_cast<size_t>(kBarWidth - used), ' ') + "▏";
}

}  // namespace

std::string progress_line(const ProgressState &state, int columns, ProgressBar style) {
  const auto &[done, steps, loss, tokens_per_second, seconds_left] = state;
  const double share = steps > 0 ? std::clamp(static_cast<double>(done) / static_cast<double>(steps), 0.0, 1.0) : 1.0;
  std::vector<std::string> parts = {fmt::format("{:3.0f}%", std::floor(share * 100)),
                                    fmt::format("step {}/{}", done, steps), fmt::format("loss {:.4f}", loss)};
  if (tokens_per_second > 0) parts.push_back(short_number(tokens_per_second) + " tokens/s");
  if (seconds_left > 0) parts.push_back(duration(seconds_left) + " left");

  std::string line;
  int used = 0;
  for (const std::string &part : parts) {
    const int size = static_cast<int>(part.size()) + (line.empty() ? 0 : 2);
    if (used + size > columns) break;
    line += (line.empty() ? "" : "  ") + part;
    used += size;
  }
  const bool fits = used + kBarWidth + 3 <= columns;
  return style == ProgressBar::none || !fits ? line : bar(share, style == ProgressBar::utf8) + " " + line;
}

Progress::Progress(ProgressOptions options)
    : options_(std::move(options)),
      terminal_(options_.terminal.value_or(::isatty(::fileno(options_.out)) == 1)),
      done_(options_.start) {
  if (!options_.clock) options_.clock = steady_seconds;
}

Progress::~Progress() { finish(); }

void Progress::update(int64_t done, double loss) {
  const double now = options_.clock();
  done_ = done;
  loss_ = loss;
  samples_.emplace_back(now, done);
  while (samples_.size() > 2 && samples_[1].first < now - kWindow) samples_.pop_front();
  const bool first = last_drawn_ < -1e8;
  if (first || now - last_drawn_ >= (terminal_ ? kRedraw : options_.plain_seconds)) {
    last_drawn_ = now;
    draw();
  }
}

double Progress::steps_per_second() const {
  if (samples_.size() < 2) return 0;
  const double seconds = samples_.back().first - samples_.front().first;
  return seconds > 0 ? static_cast<double>(samples_.back().second - samples_.front().second) / seconds : 0;
}

double Progress::tokens_per_second() const {
  return steps_per_second() * static_cast<double>(options_.tokens_per_step);
}

double Progress::seconds_left() const {
  const double rate = steps_per_second();
  return rate > 0 ? static_cast<double>(options_.steps - done_) / rate : 0;
}

void Progress::draw() {
  const ProgressState state{done_, options_.steps, loss_, tokens_per_second(), seconds_left()};
  std::string text;
  if (terminal_) {
    const auto style = terminal_is_utf8() ? ProgressBar::utf8 : ProgressBar::ascii;
    // The line is overwritten and its rest erased, rather than erased first, so that it does not flicker.
    text = "\r" + progress_line(state, columns_of(options_.out) - 1, style) + "\x1b[K";
  } else {
    text = progress_line(state, 120, ProgressBar::none) + "\n";
  }
  std::fputs(text.c_str(), options_.out);
  std::fflush(options_.out);
}

void Progress::note(std::string_view line) {
  std::fputs(fmt::format("{}{}\n", terminal_ ? "\r\x1b[K" : "", line).c_str(), options_.out);
  if (terminal_ && !finished_ && !samples_.empty()) draw();
  std::fflush(options_.out);
}

void Progress::finish() {
  if (finished_) return;
  finished_ = true;
  if (samples_.empty()) return;
  if (terminal_ || samples_.back().first != last_drawn_) draw();
  if (terminal_) std::fputs("\n", options_.out);
  std::fflush(options_.out);
}

}  // namespace fluxion::transformer

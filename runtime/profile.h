// A trace of what ran when, for chrome://tracing and Perfetto.
#pragma once
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/program.h"

namespace fluxion::runtime::profile {

/// Begins to collect events, which stop() writes to `path`. IoError if the file cannot be made; a trace that is running
/// already is stopped first.
void start(const std::string &path);
/// Writes the events and ends the trace. IoError if they cannot be written. Does nothing if there is none.
void stop();

/// Nanoseconds of a clock that only moves forward.
int64_t now();
/// Adds an event from `begin` to now() to the calling thread's row; `detail` is shown with it.
void record(std::string name, const char *category, int64_t begin, std::string detail = {});

namespace internal {
extern std::atomic<bool> active;
void record_step(const Step &step, int64_t begin);
}  // namespace internal

inline bool active() { return internal::active.load(std::memory_order_relaxed); }

/// Times a step of a program while a trace is running; costs one load otherwise.
class Scope {
 public:
  explicit Scope(const Step &step) : step_(step), begin_(active() ? now() : -1) {}
  ~Scope() {
    if (begin_ >= 0) internal::record_step(step_, begin_);
  }
  Scope(const Scope &) = delete;
  Scope &operator=(const Scope &) = delete;

 private:
  const Step &step_;
  int64_t begin_;
};

}  // namespace fluxion::runtime::profile

// Events are collected under a lock, which is fine at the rate of kernels, and written as JSON when the trace ends.
#include "runtime/profile.h"

#include <fluxion/error.h>
#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <vector>

namespace fluxion::runtime::profile {
namespace internal {
std::atomic<bool> active{false};
}

namespace {

struct Event {
  std::string name, detail;
  const char *category;
  int64_t begin, end;
  int thread;
};

struct Trace {
  std::mutex mutex;
  std::FILE *file = nullptr;
  std::string path;
  int64_t start = 0;
  std::vector<Event> events;
};

Trace &trace() {
  static auto *const instance = new Trace;
  return *instance;
}

int thread_number() {
  static std::atomic<int> count{0};
  thread_local const int number = count.fetch_add(1);
  return number;
}

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      json += c;
    }
  }
  return json + '"';
}

std::string to_json(const Event &event, int64_t start) {
  std::string json =
      fmt::format(R"({{"name":{},"cat":"{}","ph":"X","pid":1,"tid":{},"ts":{:.3f},"dur":{:.3f})", quoted(event.name),
                  event.category, event.thread, static_cast<double>(event.begin - start) / 1e3,
                  static_cast<double>(event.end - event.begin) / 1e3);
  if (!event.detail.empty()) json += fmt::format(R"(,"args":{{"detail":{}}})", quoted(event.detail));
  return json + '}';
}

/// What a step is called in a trace, and what is said of it.
struct Describe {
  std::string name, detail;
  const char *category = "step";

  void operator()(const KernelStep &step) {
    name = step.name.empty() && step.code ? step.code->symbol : step.name;
    detail = fmt::format("{} tiles", step.tiles);
    category = "kernel";
  }
  void operator()(const GemmStep &step) {
    name = step.name.empty() ? "gemm" : step.name;
    int64_t batch = 1;
    for (int64_t n : step.batch) batch *= n;
    detail = fmt::format("{} x [{}, {}] by [{}, {}]", batch, step.m, step.k, step.k, step.n);
    category = "gemm";
  }
  void operator()(const CallStep &step) {
    name = step.function;
    if (!step.types.empty()) detail = to_string(step.types[0]);
    category = "call";
  }
  void operator()(const CopyStep &step) {
    name = "copy";
    detail = fmt::format("{} bytes", step.bytes);
    category = "copy";
  }
  void operator()(const CaseStep &) { name = "case"; }
  void operator()(const WhileStep &) { name = "while"; }
  void operator()(const ScanStep &step) {
    name = "scan";
    detail = fmt::format("{} iterations", step.length);
  }
};

}  // namespace

int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void start(const std::string &path) {
  stop();
  const std::lock_guard lock(trace().mutex);
  std::FILE *file = std::fopen(path.c_str(), "we");
  if (!file) throw IoError(fmt::format("cannot write the trace '{}': {}", path, std::strerror(errno)));
  trace().file = file;
  trace().path = path;
  trace().start = now();
  trace().events.clear();
  internal::active.store(true);
}

void stop() {
  const std::lock_guard lock(trace().mutex);
  Trace &t = trace();
  if (!t.file) return;
  internal::active.store(false);
  std::fputs("{\"traceEvents\":[\n", t.file);
  for (size_t i = 0; i < t.events.size(); ++i) {
    std::fputs((to_json(t.events[i], t.start) + (i + 1 < t.events.size() ? ",\n" : "\n")).c_str(), t.file);
  }
  std::fputs("]}\n", t.file);
  t.events.clear();
  const bool failed = std::ferror(t.file) != 0;
  const bool closed = std::fclose(t.file) == 0;
  t.file = nullptr;
  if (failed || !closed) throw IoError(fmt::format("cannot write the trace '{}': {}", t.path, std::strerror(errno)));
}

void record(std::string name, const char *category, int64_t begin, std::string detail) {
  const int64_t end = now();
  const int thread = thread_number();
  const std::lock_guard lock(trace().mutex);
  if (!active()) return;
  trace().events.push_back({std::move(name), std::move(detail), category, begin, end, thread});
}

void internal::record_step(const Step &step, int64_t begin) {
  Describe describe;
  std::visit(describe, step);
  record(std::move(describe.name), describe.category, begin, std::move(describe.detail));
}

}  // namespace fluxion::runtime::profile

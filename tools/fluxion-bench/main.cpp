// fluxion-bench: runs one workload and prints one line of JSON about it, for comparisons with other libraries.
#include <malloc.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "limits.h"
#include "workload.h"

namespace fluxion::bench {
namespace {

using nlohmann::ordered_json;

double seconds(clockid_t clock) {
  timespec t;
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// A field of /proc/self/status, in MiB.
double status_mb(const std::string &field) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.rfind(field + ":", 0) == 0) return std::stod(line.substr(field.size() + 1)) / 1024;
  return 0;
}

double sum_of_mean_magnitudes(const std::vector<Array> &results) {
  double total = 0;
  for (const Array &a : results) {
    double sum = 0;
    if (is_complex(a.dtype()))
      for (std::complex<double> v : a.to_vector<std::complex<double>>()) sum += std::abs(v);
    else
      for (double v : a.to_vector<double>()) sum += std::abs(v);
    total += a.size() ? sum / static_cast<double>(a.size()) : 0;
  }
  return total;
}

const std::map<std::string, Maker> &makers() {
  static const std::map<std::string, Maker> all = [] {
    std::map<std::string, Maker> m;
    add_array_workloads(m);
    add_branch_workloads(m);
    add_derivative_workloads(m);
    add_training_workloads(m);
    return m;
  }();
  return all;
}

ordered_json measure(const Workload &w, double budget) {
  ordered_json line{{"peer", "fluxion"}, {"workload", w.name}};
  auto maker = makers().find(w.kind);
  if (maker == makers().end()) {
    line["unsupported"] = "fluxion-bench has no " + w.kind + " yet";
    return line;
  }
  // Start-up is not counted, nor is the compiler's, which a cache on disk would put off.
  auto start = jit([](const Array &x) { return x + 1; });
  start(zeros({1}));
  (void)start.lower(zeros({1})).compile().kernels();
  malloc_trim(0);
  double base = status_mb("VmRSS");
  Inputs inputs;
  Run run = maker->second(w.sizes, inputs);
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";

  double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  std::vector<Array> first = run();
  line["first_call_s"] = seconds(CLOCK_MONOTONIC) - wall;
  line["first_cpu_s"] = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  // The first loss of a training is what is compared. Other results are the same each time, and would be in memory
  // twice.
  int64_t bytes = 0;
  for (const Array &a : first) bytes += a.type().bytes();
  if (bytes > 4096) first.clear();

  int64_t calls = w.sizes.count("calls") ? w.sizes.at("calls") : 1;
  std::vector<double> times;
  double least_cpu = INFINITY, end = seconds(CLOCK_MONOTONIC) + budget;
  while (times.size() < 3 || (seconds(CLOCK_MONOTONIC) < end && times.size() < 200)) {
    wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (int64_t i = 0; i < calls; ++i) run();
    times.push_back((seconds(CLOCK_MONOTONIC) - wall) / static_cast<double>(calls));
    least_cpu = std::min(least_cpu, (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) / static_cast<double>(calls));
  }
  std::sort(times.begin(), times.end());
  line["steady_s"] = {{"min", times.front()}, {"median", times[times.size() / 2]}, {"runs", times.size()}};
  line["cpu_s"] = least_cpu;
  line["peak_rss_mb"] = status_mb("VmHWM");
  line["base_rss_mb"] = base;
  if (const double flops = product_flops(w)) line["product_flops"] = flops;
  if (first.empty()) first = run();
  line["check"] = w.kind == "random_normal" ? ordered_json() : ordered_json(sum_of_mean_magnitudes(first));
  return line;
}

// What the results are, bit by bit: FNV-1a of their bytes after a few runs (training steps go on from one another).
ordered_json digest(const Workload &w) {
  ordered_json line{{"workload", w.name}};
  auto maker = makers().find(w.kind);
  if (maker == makers().end()) return line;
  Inputs inputs;
  Run run = maker->second(quick(w.sizes), inputs);
  uint64_t hash = 0xcbf29ce484222325;
  for (int i = 0; i < 3; ++i)
    for (const Array &a : run())
      for (std::byte b : a.bytes()) hash = (hash ^ static_cast<uint64_t>(b)) * 0x100000001b3;
  line["digest"] = hash;
  return line;
}

// What workloads are held against: lines of their own.
void print_limits(int threads, double budget) {
  if (!threads) threads = static_cast<int>(std::thread::hardware_concurrency());
  std::cout << ordered_json{{"limit", "multiply_and_add"}, {"threads", threads}, {"flops", peak_flops(threads, budget)}}
            << std::endl;
  stream(threads, budget, [&](ordered_json line) {
    line["threads"] = threads;
    std::cout << line << std::endl;
  });
}

int run_main(int argc, char **argv) {
  CLI::App app{"Runs workloads and prints one line of JSON for each."};
  std::string name;
  int threads = 0;
  double budget = 5;
  bool list = false, all = false, digests = false, limits = false;
  std::map<std::string, int64_t> sizes;
  app.add_option("--workload", name, "The workload to run");
  app.add_option("--threads", threads, "Threads to use (default: all)")->check(CLI::Range(1, 1024));
  app.add_option("--seconds", budget, "How long to measure steady runs")->check(CLI::Range(0.0, 3600.0));
  app.add_option("--size", sizes, "NAME VALUE: one of the workload's sizes instead of the table's");
  app.add_flag("--list", list, "Print the names of all workloads");
  app.add_flag("--all", all, "Run all workloads in turn");
  app.add_flag("--digest", digests, "Measure nothing: run with small sizes, and print a hash of the results");
  app.add_flag("--limits", limits,
               "Measure how fast this machine multiplies and adds, and copies, and how many times the time of a copy "
               "those functions take that pass over memory once");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &e) {
    return app.exit(e) == 0 ? 0 : 2;
  }
  // The pool is made on first use, with as many threads as this says.
  if (threads) setenv("FLUXION_THREADS", std::to_string(threads).c_str(), 1);
  if (limits) return print_limits(threads, budget), 0;
  bool found = false;
  for (const Workload &w : workloads()) {
    if (list) std::cout << w.name << "\n";
    if (list || (!all && w.name != name)) continue;
    found = true;
    Workload sized = w;
    for (const auto &[size, value] : sizes) sized.sizes.at(size) = value;
    std::cout << (digests ? digest(sized) : measure(sized, budget)).dump() << std::endl;
  }
  if (list || found) return 0;
  std::cerr << "fluxion-bench: "
            << (name.empty() ? "name a workload: --workload NAME, --list, --all"
                             : "there is no workload '" + name + "'; see --list")
            << "\n";
  return name.empty() ? 2 : 1;
}

}  // namespace
}  // namespace fluxion::bench

int main(int argc, char **argv) {
  try {
    return fluxion::bench::run_main(argc, argv);
  } catch (const std::exception &e) {
    std::cerr << e.what() << "\n";
    return 1;
  }
}

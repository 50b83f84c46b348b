// fluxion devices: where programs can run.
#include <fstream>
#include <string>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "tools/fluxion/commands.h"

namespace fluxion::tool {
namespace {

std::string cpu_name() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown processor";
}

const char *vector_instructions() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return "AVX-512";
  if (__builtin_cpu_supports("avx2")) return "AVX2";
  return "SSE2";
#else
  return "unknown vector instructions";
#endif
}

void run() {
  const double gibibytes =
      static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGE_SIZE)) / (1 << 30);
  fmt::print("cpu:0  {}, {} threads, {}, {:.1f} GiB\n", cpu_name(), std::thread::hardware_concurrency(),
             vector_instructions(), gibibytes);
}

}  // namespace

Command add_devices(CLI::App &app) {
  app.add_subcommand("devices", "Lists the devices that programs can run on");
  return run;
}

}  // namespace fluxion::tool

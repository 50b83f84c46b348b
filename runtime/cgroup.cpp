// Reads limits from /sys/fs/cgroup. A limit may stand at any level above our group, so that all of them are asked.
#include "runtime/cgroup.h"

#include <sched.h>
#include <sys/sysinfo.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>

namespace fluxion::runtime {
namespace {

constexpr int64_t kUnlimited = INT64_MAX;

std::string read_text(const std::string &path) {
  std::ifstream file(path);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  return text.str();
}

/// Calls `visit` with each directory from the process's own group up to the root of the hierarchy. In a container the
/// path may name a group that is not visible; then only the root, which is the container's own, exists.
void for_each_level(const std::string &controller, const std::function<void(const std::string &)> &visit) {
  const std::string root = controller.empty() ? "/sys/fs/cgroup" : "/sys/fs/cgroup/" + controller;
  std::string path = cgroup_path(read_text("/proc/self/cgroup"), controller);
  while (!path.empty() && path != "/") {
    visit(root + path);
    path.resize(path.rfind('/'));
  }
  visit(root);
}

/// A file with one number, or "max".
int64_t read_limit(const std::string &path) {
  const std::string text = read_text(path);
  if (text.empty() || text[0] < '0' || text[0] > '9') return kUnlimited;
  return std::strtoll(text.c_str(), nullptr, 10);
}

double quota(double microseconds, double period) {
  return microseconds > 0 && period > 0 ? microseconds / period : HUGE_VAL;
}

double processor_quota() {
  double least = HUGE_VAL;
  for_each_level("", [&](const std::string &level) {
    double microseconds = 0, period = 0;
    std::istringstream(read_text(level + "/cpu.max")) >> microseconds >> period;  // "max 100000" reads as 0
    least = std::min(least, quota(microseconds, period));
  });
  for_each_level("cpu", [&](const std::string &level) {
    const int64_t microseconds = read_limit(level + "/cpu.cfs_quota_us"),
                  period = read_limit(level + "/cpu.cfs_period_us");
    if (microseconds == kUnlimited || period == kUnlimited) return;
    least = std::min(least, quota(static_cast<double>(microseconds), static_cast<double>(period)));
  });
  return least;
}

int affinity() {
  // The mask of a large machine does not fit in cpu_set_t: ask again with twice the room until the kernel agrees.
  for (int count = CPU_SETSIZE; count <= 1 << 20; count *= 2) {
    cpu_set_t *set = CPU_ALLOC(static_cast<size_t>(count));
    const size_t bytes = CPU_ALLOC_SIZE(static_cast<size_t>(count));
    const bool ok = set && sched_getaffinity(0, bytes, set) == 0;
    const int processors = ok ? CPU_COUNT_S(bytes, set) : 0;
    if (set) CPU_FREE(set);
    if (ok) return std::max(processors, 1);
  }
  return 1;
}

}  // namespace

std::string cgroup_path(const std::string &proc_self_cgroup, const std::string &controller) {
  std::istringstream lines(proc_self_cgroup);
  for (std::string line; std::getline(lines, line);) {  // "7:cpu,cpuacct:/user.slice", or "0::/user.slice" in v2
    const size_t first = line.find(':'), second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    const std::string names = "," + line.substr(first + 1, second - first - 1) + ",";
    const bool ours = controller.empty() ? names == ",," : names.find("," + controller + ",") != std::string::npos;
    if (ours) return line.substr(second + 1);
  }
  return "/";
}

int64_t usable_memory() {
  struct sysinfo info = {};
  int64_t least = kUnlimited;
  if (sysinfo(&info) == 0) least = static_cast<int64_t>((info.totalram + info.totalswap) * info.mem_unit);
  for_each_level("", [&](const std::string &level) { least = std::min(least, read_limit(level + "/memory.max")); });
  for_each_level("memory", [&](const std::string &level) {
    least = std::min(least, read_limit(level + "/memory.limit_in_bytes"));
  });
  return std::max<int64_t>(least, 0);
}

int usable_processors() {
  const double quota = std::ceil(processor_quota());
  return std::max(1, static_cast<int>(std::min<double>(affinity(), quota)));
}

}  // namespace fluxion::runtime

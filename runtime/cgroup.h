// What the operating system lets this process use: memory and processors, within its control groups.
#pragma once
#include <cstdint>
#include <string>

namespace fluxion::runtime {

/// Bytes of memory that this process may use: RAM and swap, or less where a control group (v1 or v2) says so.
int64_t usable_memory();

/// Processors that this process may keep busy: its affinity mask, or less where a control group has a quota; >= 1.
int usable_processors();

/// The directories of this process's control group for `controller`, the innermost first. Given the text of
/// /proc/self/cgroup, as "controller:/path" lines; exposed for tests.
std::string cgroup_path(const std::string &proc_self_cgroup, const std::string &controller);

}  // namespace fluxion::runtime

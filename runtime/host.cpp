// The table of host functions.
#include "runtime/host.h"

#include <fluxion/error.h>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>

#include <unistd.h>

namespace fluxion::runtime {
namespace {

struct Table {
  std::mutex mutex;
  std::map<std::string, std::weak_ptr<const HostFunction>, std::less<>> functions;
  std::map<std::string, HostFunctionMaker, std::less<>> kinds;
};

Table &table() {
  static auto *const instance = new Table;  // functions may outlive main
  return *instance;
}

void forget(const HostFunction *function) {
  {
    const std::lock_guard lock(table().mutex);
    const auto found = table().functions.find(function->name);
    if (found != table().functions.end() && found->second.expired()) table().functions.erase(found);
  }
  delete function;  // what it captured may hold other functions
}

uint64_t process_mark() {
  static const uint64_t mark =
      static_cast<uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()) * 0x9E3779B97F4A7C15 ^
      static_cast<uint64_t>(::getpid()) << 40;
  return mark;
}

}  // namespace

HostFunctionPtr add_host_function(std::string name, HostFunction::Call call) {
  HostFunctionPtr function(new HostFunction{std::move(name), std::move(call)}, forget);
  const std::lock_guard lock(table().mutex);
  table().functions[function->name] = function;
  return function;
}

std::string unique_host_name(std::string_view what) {
  static std::atomic<uint64_t> count{0};
  return fmt::format("{} #{} of process {:016x}", what, ++count, process_mark());
}

bool add_host_function_kind(std::string kind, HostFunctionMaker maker) {
  const std::lock_guard lock(table().mutex);
  return table().kinds.emplace(std::move(kind), maker).second;
}

HostFunctionPtr find_host_function(std::string_view name) {
  HostFunctionMaker maker = nullptr;
  const size_t space = name.find(' ');
  {
    const std::lock_guard lock(table().mutex);
    if (const auto found = table().functions.find(name); found != table().functions.end())
      if (HostFunctionPtr function = found->second.lock()) return function;
    if (const auto kind = table().kinds.find(name.substr(0, space)); kind != table().kinds.end()) maker = kind->second;
  }
  if (!maker) return nullptr;
  const std::string_view text = space == std::string_view::npos ? std::string_view() : name.substr(space + 1);
  HostFunction::Call call = maker(text);
  return call ? add_host_function(std::string(name), std::move(call)) : nullptr;
}

HostFunctionPtr host_function(std::string_view name) {
  if (HostFunctionPtr function = find_host_function(name)) return function;
  throw CompileError(
      fmt::format("the program calls '{}', a function of the host that this process does not have: callbacks exist in "
                  "the process that traced them, and operations have to be defined before they are used",
                  name));
}

}  // namespace fluxion::runtime

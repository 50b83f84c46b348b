#include "fluxion/config.h"

#include <atomic>
#include <cstdlib>
#include <cstring>

namespace fluxion::config {

namespace {
std::atomic<bool> &safe_flag() {
  static std::atomic<bool> flag = [] {
    const char *set = std::getenv("FLUXION_NAN_SAFE_GRADIENTS");
    return !set || std::strcmp(set, "0") != 0;
  }();
  return flag;
}
}  // namespace

bool nan_safe_gradients() { return safe_flag(); }
void nan_safe_gradients(bool safe) { safe_flag() = safe; }

}  // namespace fluxion::config

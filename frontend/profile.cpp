#include "fluxion/profile.h"

#include "runtime/profile.h"

namespace fluxion::profile {

void start(const std::string &path) { runtime::profile::start(path); }
void stop() { runtime::profile::stop(); }

}  // namespace fluxion::profile

// Why a jitted function was compiled, each time.
#pragma once
#include <mutex>

#include "fluxion/jit.h"

namespace fluxion::detail {

/// Whether the thread is under fx::no_retrace.
bool retracing_forbidden();

struct Compilation {
  CallDescription description;
  std::string reason;
  double trace = 0, passes = 0, codegen = 0;  // seconds
};

/// The compilations of one jitted function. Safe for concurrent calls.
class JitHistory {
 public:
  /// What is new about a call, against the earlier one that it is most like.
  std::string reason(const CallDescription &call) const;
  /// Also warns, once, if the same static value keeps changing.
  void add(Compilation compilation, const std::string &name);
  std::string text(const std::string &name, const Location &made) const;

 private:
  void warn(const Compilation &last, const std::string &name);

  mutable std::mutex mutex_;
  std::vector<Compilation> all_;
  bool warned_ = false;
};

}  // namespace fluxion::detail

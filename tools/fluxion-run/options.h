// The command line. (LLVM's own parser would share one name space with the options of all LLVM libraries.)
#pragma once
#include <string>

#include "tools/fluxion-run/job.h"

namespace fluxion::tools {

struct Options {
  Job job;
  Settings settings;
  std::string batch;
  bool json = false, help = false;
};

/// Thrown for a command line that says nothing sensible.
struct WrongUsage {
  std::string why;
};

Options parseOptions(int argc, char **argv);
extern const char *const kUsage;

}  // namespace fluxion::tools

// Many jobs from a file, one JSON object a line.
#pragma once
#include <string>
#include <vector>

#include "tools/fluxion-run/job.h"

namespace fluxion::tools {

/// Keys are named as the flags are; "tol" is [[rtol, atol], …], a pair for each result. Relative paths are relative to
/// the file's folder. Errors: IoError, or Error that names the line.
std::vector<Job> readBatch(const std::string &path);

}  // namespace fluxion::tools

// Arrays named in0, in1, … in a safetensors file.
#pragma once
#include <string>
#include <vector>

#include "codegen/reference/interpreter.h"

namespace fluxion::tools {

using codegen::reference::HostArray;

/// The tensors PREFIX0, PREFIX1, … of a file, as far as they go. Errors: IoError.
std::vector<HostArray> readTensors(const std::string &path, const std::string &prefix);
void writeTensors(const std::string &path, const std::string &prefix, const std::vector<HostArray> &arrays);

}  // namespace fluxion::tools

// Arrays named in0, in1, … in a safetensors file.
#pragma once
#include <string>
#include <vector>

#include "codegen/reference/interpreter.h"

namespace fluxion::tools {

using codegen::reference::HostArray;

/// The tensors PREFIX0, PREFIX1, … of a file, as far as they go. Errors: IoError.
std::vector<HostArray> readTensors(const std::string &path, const std::string &prefix);
/// Whether an array from a file can stand for a value of that type: Python's writers store scalars with shape [1].
bool fits(const ShapeDtype &array, const ShapeDtype &type);
void writeTensors(const std::string &path, const std::string &prefix, const std::vector<HostArray> &arrays);

}  // namespace fluxion::tools

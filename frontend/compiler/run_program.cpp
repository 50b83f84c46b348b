#include "frontend/compiler/run_program.h"

#include <cstring>

#include "fluxion/buffer.h"
#include "runtime/executable.h"

namespace fluxion {

using codegen::reference::HostArray;

std::vector<HostArray> runProgram(const runtime::ProgramPtr &program, llvm::ArrayRef<HostArray> arguments) {
  const runtime::Executable executable(program);
  std::vector<runtime::Buffer> buffers;
  std::vector<void *> in, out;
  for (const HostArray &x : arguments) {
    in.push_back(buffers.emplace_back(x.type.bytes()).data());
    std::memcpy(in.back(), x.bytes.data(), x.bytes.size());
  }
  for (const ShapeDtype &type : program->results) out.push_back(buffers.emplace_back(type.bytes()).data());
  executable.run(in.data(), out.data());
  std::vector<HostArray> results;
  for (size_t i = 0; i < out.size(); ++i)
    results.push_back({program->results[i], std::string(static_cast<const char *>(out[i]),
                                                        static_cast<size_t>(program->results[i].bytes()))});
  return results;
}

}  // namespace fluxion

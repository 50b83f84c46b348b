#include "runtime/program_memory.h"

#include "runtime/thread_pool.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {

ProgramMemory memory_of(const Program &program, int threads) {
  ProgramMemory m;
  for (const ShapeDtype &type : program.arguments) m.arguments += type.bytes();
  for (const ShapeDtype &type : program.results) m.results += type.bytes();
  for (const auto &constant : program.constants) m.constants += constant.first.bytes();
  m.temporaries = program.arena_bytes;
  for (size_t i = 0; i < program.aliases.size(); ++i)
    if (program.aliases[i] >= 0) m.donated += program.results[i].bytes();
  m.workspace = workspace_of(program, threads > 0 ? threads : ThreadPool::global().threads());
  return m;
}

}  // namespace fluxion::runtime

// What a run of a program takes of memory.
#pragma once
#include "runtime/program.h"

namespace fluxion::runtime {

struct ProgramMemory {
  int64_t arguments = 0, results = 0, constants = 0, temporaries = 0;  // bytes
  int64_t donated = 0;                                                 // of the arguments, where results lie
  int64_t peak() const { return arguments + results + constants + temporaries - donated; }
};
ProgramMemory memory_of(const Program &program);

}  // namespace fluxion::runtime

// What a run of a program takes of memory.
#pragma once
#include "runtime/program.h"

namespace fluxion::runtime {

struct ProgramMemory {
  int64_t arguments = 0, results = 0, constants = 0, temporaries = 0;  // bytes
  int64_t workspace = 0;                                               // of steps, for themselves
  int64_t donated = 0;                                                 // of the arguments, where results lie
  int64_t peak() const { return arguments + results + constants + temporaries + workspace - donated; }
};
/// On so many threads; 0: as many as the process has.
ProgramMemory memory_of(const Program &program, int threads = 0);

}  // namespace fluxion::runtime

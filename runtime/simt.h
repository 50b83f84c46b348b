// A simulated GPU: the threads of a block are fibers of one processor thread, which run one after the other from
// barrier to barrier. It shows what a kernel computes and whether all threads meet at its barriers; not how fast it is,
// nor races between barriers.
#pragma once
#include <cstdint>

namespace fluxion::runtime::simt {

/// What one thread of a block runs.
using ThreadFunction = void (*)(void *const *buffers);

struct Launch {
  int32_t threads = 1;       // in a block
  int32_t shared_bytes = 0;  // of shared memory in a block, filled with 0xCD before a block begins
};

/// Runs the blocks [begin, end) of a grid. Error if some threads of a block wait at a barrier, or for a shuffle, that
/// the others never reach.
void run_blocks(ThreadFunction function, void *const *buffers, Launch launch, int64_t begin, int64_t end);

// What kernels call while they run in run_blocks, in place of a GPU's instructions.
int32_t thread_number();
int32_t block_number();
void *shared_memory(int64_t offset);
void barrier();
/// The value that lane `lane` ^ `mask` of the warp passes; all 32 lanes call it together.
int32_t shuffle_xor(int32_t value, int32_t mask);
/// run_blocks for compiled code, through which no exception can pass: an error ends the process.
void launch(ThreadFunction function, void *const *buffers, int32_t threads, int32_t shared_bytes, int64_t begin,
            int64_t end) noexcept;

}  // namespace fluxion::runtime::simt

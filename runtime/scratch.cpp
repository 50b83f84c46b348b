// Scratch memory of threads: one growing block for each slot.
#include "runtime/allocator.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

constexpr int kSlots = static_cast<int>(ScratchSlot::library) + 1;

struct Block {
  void *data = nullptr;
  int64_t bytes = 0;
};

struct Scratch {
  Block blocks[kSlots];
  ~Scratch() {
    for (const Block &block : blocks) deallocate(block.data, block.bytes);
  }
};
thread_local Scratch scratch;

}  // namespace

void *thread_scratch(int64_t bytes, ScratchSlot slot) {
  Block &block = scratch.blocks[static_cast<int>(slot)];
  if (block.bytes >= bytes && block.data) return block.data;
  deallocate(block.data, block.bytes);
  block = {};
  block.data = allocate(bytes);
  block.bytes = bytes;
  return block.data;
}

}  // namespace fluxion::runtime

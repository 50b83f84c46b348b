// The blocks behind Buffer handles; they come from the allocator too, whose small blocks are the cheapest there are.
#include <fluxion/buffer.h>

#include <new>

#include "runtime/allocator.h"

namespace fluxion::runtime {

Buffer::Buffer(int64_t bytes) {
  void *data = allocate(bytes);
  try {
    block_ = new (allocate(sizeof(Block))) Block;
  } catch (...) {
    deallocate(data, bytes);
    throw;
  }
  block_->data = data;
  block_->bytes = bytes;
}

Buffer::Buffer(void *data, int64_t bytes, std::shared_ptr<void> owner) : block_(new (allocate(sizeof(Block))) Block) {
  block_->data = data;
  block_->bytes = bytes;
  block_->foreign = true;
  block_->owner = std::move(owner);
}

void Buffer::destroy(Block *block) noexcept {
  if (!block->foreign) deallocate(block->data, block->bytes);
  block->~Block();
  deallocate(block, sizeof(Block));
}

}  // namespace fluxion::runtime

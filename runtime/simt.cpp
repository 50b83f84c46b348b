#include "runtime/simt.h"

#include <fluxion/error.h>
#include <fmt/format.h>

#include <array>
#include <boost/context/fiber.hpp>
#include <boost/context/fixedsize_stack.hpp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

namespace fluxion::runtime::simt {
namespace {

namespace context = boost::context;

constexpr int kWarp = 32;
constexpr size_t kStackBytes = 64 * 1024;

/// Stacks are used again for the threads of the next block.
class StackPool {
 public:
  StackPool() = default;
  StackPool(const StackPool &) = delete;
  StackPool &operator=(const StackPool &) = delete;
  ~StackPool() {
    for (context::stack_context &stack : free_) context::fixedsize_stack(kStackBytes).deallocate(stack);
  }
  context::stack_context take() {
    if (free_.empty()) return context::fixedsize_stack(kStackBytes).allocate();
    const context::stack_context stack = free_.back();
    free_.pop_back();
    return stack;
  }
  void give(const context::stack_context &stack) { free_.push_back(stack); }

 private:
  std::vector<context::stack_context> free_;
};

struct PooledStack {
  StackPool *pool;
  context::stack_context allocate() const { return pool->take(); }
  void deallocate(context::stack_context &stack) const { pool->give(stack); }
};

enum class State : uint8_t { running, at_barrier, at_shuffle, done };

struct Thread {
  context::fiber self, caller;
  State state = State::running;
  int number = 0;
  int32_t value = 0;     // offered to a shuffle
  int32_t received = 0;  // by it
  int32_t mask = 0;
};

struct Block {
  int32_t number = 0;
  std::vector<Thread> threads;
  std::vector<char> shared;
};

thread_local Block *current_block = nullptr;
thread_local Thread *current_thread = nullptr;

/// Gives the processor back until what this thread waits for has come.
void wait(State state) {
  Thread *self = current_thread;
  self->state = state;
  self->caller = std::move(self->caller).resume();
  current_thread = self;
}

/// Runs every thread that can go on; whether there was one.
bool advance(Block &block) {
  bool any = false;
  for (Thread &thread : block.threads) {
    if (thread.state != State::running) continue;
    any = true;
    current_thread = &thread;
    thread.self = std::move(thread.self).resume();
  }
  return any;
}

bool all_in(const std::vector<Thread> &threads, size_t first, size_t last, State state) {
  for (size_t i = first; i < last; ++i)
    if (threads[i].state != state) return false;
  return true;
}

/// Exchanges values in the warps whose lanes have all come; whether there was one.
bool shuffle_warps(Block &block) {
  bool any = false;
  auto &threads = block.threads;
  for (size_t first = 0; first + kWarp <= threads.size(); first += kWarp) {
    if (!all_in(threads, first, first + kWarp, State::at_shuffle)) continue;
    any = true;
    for (size_t lane = 0; lane < kWarp; ++lane) {
      Thread &thread = threads[first + lane];
      thread.received = threads[first + (lane ^ static_cast<size_t>(thread.mask))].value;
      thread.state = State::running;
    }
  }
  return any;
}

bool pass_barrier(Block &block) {
  if (!all_in(block.threads, 0, block.threads.size(), State::at_barrier)) return false;
  for (Thread &thread : block.threads) thread.state = State::running;
  return true;
}

[[noreturn]] void fail_stuck(const Block &block) {
  std::array<int, 4> counts{};
  for (const Thread &thread : block.threads) ++counts[static_cast<size_t>(thread.state)];
  throw DeviceError(fmt::format(
      "simt: the threads of block {} do not meet: {} wait at a barrier, {} for a shuffle, and {} have ended",
      block.number, counts[static_cast<size_t>(State::at_barrier)], counts[static_cast<size_t>(State::at_shuffle)],
      counts[static_cast<size_t>(State::done)]));
}

void run_block(Block &block, StackPool &stacks, ThreadFunction function, void *const *buffers) {
  block.shared.assign(block.shared.size(), static_cast<char>(0xCD));
  for (size_t i = 0; i < block.threads.size(); ++i) {
    Thread &thread = block.threads[i];
    thread.state = State::running;
    thread.number = static_cast<int>(i);
    thread.self =
        context::fiber(std::allocator_arg, PooledStack{&stacks}, [&thread, function, buffers](context::fiber &&caller) {
          thread.caller = std::move(caller);
          function(buffers);
          thread.state = State::done;
          return std::move(thread.caller);
        });
  }
  while (advance(block) || shuffle_warps(block) || pass_barrier(block)) {
  }
  if (!all_in(block.threads, 0, block.threads.size(), State::done)) fail_stuck(block);
}

}  // namespace

void run_blocks(ThreadFunction function, void *const *buffers, Launch launch, int64_t begin, int64_t end) {
  StackPool stacks;  // outlives the fibers
  Block block;
  block.threads = std::vector<Thread>(static_cast<size_t>(launch.threads));
  block.shared.resize(static_cast<size_t>(launch.shared_bytes));
  Block *const outer_block = std::exchange(current_block, &block);
  Thread *const outer_thread = current_thread;
  struct Restore {
    Block *block;
    Thread *thread;
    ~Restore() { current_block = block, current_thread = thread; }
  } const restore{outer_block, outer_thread};
  for (int64_t i = begin; i < end; ++i) {
    block.number = static_cast<int32_t>(i);
    run_block(block, stacks, function, buffers);
  }
}

int32_t thread_number() { return current_thread->number; }
int32_t block_number() { return current_block->number; }
void *shared_memory(int64_t offset) { return current_block->shared.data() + offset; }
void barrier() { wait(State::at_barrier); }

int32_t shuffle_xor(int32_t value, int32_t mask) {
  Thread *self = current_thread;
  self->value = value;
  self->mask = mask;
  wait(State::at_shuffle);
  return self->received;
}

void launch(ThreadFunction function, void *const *buffers, int32_t threads, int32_t shared_bytes, int64_t begin,
            int64_t end) noexcept {
  try {
    run_blocks(function, buffers, {threads, shared_bytes}, begin, end);
  } catch (const std::exception &error) {
    std::fprintf(stderr, "fluxion: a kernel's code is wrong: %s\n", error.what());
    std::abort();
  }
}

}  // namespace fluxion::runtime::simt

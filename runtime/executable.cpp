// Running a program: an idle frame is taken, its lists of addresses are filled, the plan runs.
#include "runtime/executable.h"

#include <algorithm>
#include <vector>

#include "runtime/allocator.h"
#include "runtime/plan.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

// Larger arenas go back to the allocator after each run. It keeps them as well, but lends them to other programs too
// and lets go of what nobody needs, while a small one here saves its lock.
constexpr int64_t kKeptArena = int64_t{1} << 20;

}  // namespace

/// What a call needs for itself.
struct Executable::Frame {
  explicit Frame(const Plan &plan)
      : addresses(static_cast<size_t>(plan.pointers)),
        arena_bytes(plan.program->arena_bytes),
        kept(arena_bytes > 0 && arena_bytes <= kKeptArena ? allocate(arena_bytes) : nullptr) {}
  ~Frame() { deallocate(kept, arena_bytes); }
  Frame(const Frame &) = delete;
  Frame &operator=(const Frame &) = delete;

  std::vector<void *> addresses;
  int64_t arena_bytes;
  void *kept;
};

/// A frame for the duration of a call.
class Executable::Lease {
 public:
  explicit Lease(const Executable &executable) : executable_(executable), frame_(take(executable)) {
    arena_ = frame_->kept;
    if (!arena_ && frame_->arena_bytes > 0) arena_ = allocate(frame_->arena_bytes);
  }
  ~Lease() {
    if (arena_ != frame_->kept) deallocate(arena_, frame_->arena_bytes);
    Frame *frame = frame_.release();
    for (std::atomic<Frame *> &place : executable_.idle_) {
      Frame *empty = nullptr;
      if (place.compare_exchange_strong(empty, frame, std::memory_order_acq_rel)) return;
    }
    delete frame;
  }
  Lease(const Lease &) = delete;
  Lease &operator=(const Lease &) = delete;

  void **addresses() const { return frame_->addresses.data(); }
  void *arena() const { return arena_; }

 private:
  static std::unique_ptr<Frame> take(const Executable &executable) {
    for (std::atomic<Frame *> &place : executable.idle_) {
      if (!place.load(std::memory_order_relaxed)) continue;
      if (Frame *frame = place.exchange(nullptr, std::memory_order_acq_rel)) return std::unique_ptr<Frame>(frame);
    }
    return std::make_unique<Frame>(*executable.plan_);
  }

  const Executable &executable_;
  std::unique_ptr<Frame> frame_;
  void *arena_;
};

Executable::Executable(ProgramPtr program) : program_(std::move(program)), plan_(make_plan(program_)) {}

Executable::~Executable() {
  for (std::atomic<Frame *> &place : idle_) delete place.load();
}

void Executable::run(void *const *arguments, void *const *results) const {
  const Lease lease(*this);
  void **next = begin_bases(*plan_, lease.addresses(), lease.arena());
  next = std::copy_n(arguments, program_->arguments.size(), next);
  next = std::copy_n(results, program_->results.size(), next);
  run_plan(*plan_, lease.addresses(), next, ThreadPool::global());
}

}  // namespace fluxion::runtime

// Tasks of a product spread over the threads.
#pragma once
#include <algorithm>
#include <cstdint>

#include "runtime/thread_pool.h"

namespace fluxion::runtime {

/// Calls body(task) for each task, `work` multiply-adds each; what would not fill some 5 µs stays on one thread.
template <class Body>
void for_each_task(ThreadPool &pool, int64_t tasks, double work, const Body &body) {
  constexpr double kWorthAThread = 1 << 18;
  const auto grain = static_cast<int64_t>(std::max(1.0, kWorthAThread / std::max(work, 1.0)));
  const auto range = [&](int64_t begin, int64_t end, int) {
    for (int64_t t = begin; t < end; ++t) body(t);
  };
  if (tasks <= grain) return range(0, tasks, 0);
  pool.parallel(tasks, grain, range);
}

}  // namespace fluxion::runtime

#include "limits.h"

#include <sys/mman.h>
#include <time.h>

#include <algorithm>
#include <barrier>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <thread>

#include <fluxion/transformer/loss.h>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace fluxion::bench {
namespace {

double now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// The least time in which all threads end f(thread), from when the first of them begins.
template <class F>
double least_time(int threads, int rounds, F f) {
  std::barrier together(threads);
  std::vector<double> starts(static_cast<size_t>(threads));
  double least = INFINITY;
  auto body = [&](int thread) {
    for (int round = 0; round < rounds; ++round) {
      together.arrive_and_wait();
      starts[static_cast<size_t>(thread)] = now();
      f(thread);
      together.arrive_and_wait();
      if (thread == 0) least = std::min(least, now() - *std::min_element(starts.begin(), starts.end()));
      together.arrive_and_wait();
    }
  };
  std::vector<std::thread> others;
  for (int thread = 1; thread < threads; ++thread) others.emplace_back(body, thread);
  body(0);
  for (std::thread &t : others) t.join();
  return least;
}

// Chains of x·a + b that do not wait for one another: as many as hide how long one takes.
constexpr int kChains = 12;
constexpr int64_t kSteps = 200000;

template <class Floats>
inline __attribute__((always_inline)) float multiply_and_add(float start) {
  Floats x[kChains], a = Floats{} + 0.999F, b = Floats{} + 0.001F;
  for (int i = 0; i < kChains; ++i) x[i] = Floats{} + start + static_cast<float>(i);
  for (int64_t step = 0; step < kSteps; ++step) {
#pragma GCC unroll 16
    for (int i = 0; i < kChains; ++i) x[i] = x[i] * a + b;
  }
  float sum = 0;
  for (const Floats &chain : x)
    for (size_t lane = 0; lane < sizeof(Floats) / sizeof(float); ++lane) sum += chain[lane];
  return sum;
}

// NOLINTBEGIN(modernize-use-using): GNU vector attributes
typedef float Floats4 __attribute__((vector_size(16)));
typedef float Floats8 __attribute__((vector_size(32)));
typedef float Floats16 __attribute__((vector_size(64)));
// NOLINTEND(modernize-use-using)

struct Kernel {
  float (*run)(float);
  double lanes;
};

#if defined(__x86_64__)
__attribute__((target("avx512f"))) float multiply_and_add_avx512(float start) {
  return multiply_and_add<Floats16>(start);
}
__attribute__((target("avx2,fma"))) float multiply_and_add_avx2(float start) {
  return multiply_and_add<Floats8>(start);
}
#endif
float multiply_and_add_baseline(float start) { return multiply_and_add<Floats4>(start); }

Kernel widest_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return {multiply_and_add_avx512, 16};
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return {multiply_and_add_avx2, 8};
#endif
  return {multiply_and_add_baseline, 4};
}

// Memory in huge pages, as Fluxion's own is.
class Buffer {
 public:
  explicit Buffer(int64_t bytes) {
    constexpr size_t kHuge = size_t{1} << 21;
    const size_t size = (static_cast<size_t>(bytes) + kHuge - 1) / kHuge * kHuge;
    data_.reset(static_cast<char *>(std::aligned_alloc(kHuge, size)));
    if (!data_) throw std::bad_alloc();
    madvise(data_.get(), size, MADV_HUGEPAGE);
    std::memset(data_.get(), 1, size);
  }
  char *data() const { return data_.get(); }

 private:
  struct Free {
    void operator()(void *p) const { std::free(p); }
  };
  std::unique_ptr<char, Free> data_;
};

// Past the caches: what is written is not read into them first.
void copy_past(char *to, const char *from, int64_t bytes) {
#if defined(__x86_64__)
  auto *out = reinterpret_cast<float *>(to);
  const auto *in = reinterpret_cast<const float *>(from);
  for (int64_t i = 0; i < bytes / 4; i += 16)
    for (int j = 0; j < 16; j += 4) _mm_stream_ps(out + i + j, _mm_load_ps(in + i + j));
  _mm_sfence();
#else
  std::memcpy(to, from, static_cast<size_t>(bytes));
#endif
}

// Copies between two buffers, in the best of the ways there are.
class Copies {
 public:
  Copies(int64_t bytes, int threads) : bytes_(bytes), threads_(threads), from_(bytes), to_(bytes) {}

  /// Bytes read and written a second.
  double rate() const {
    constexpr int kRounds = 3;
    const int64_t each = bytes_ / threads_ / 64 * 64;
    const double time = std::min(
        least_time(threads_, kRounds, [&](int t) { copy_past(to_.data() + t * each, from_.data() + t * each, each); }),
        least_time(threads_, kRounds, [&](int t) {
          std::memcpy(to_.data() + t * each, from_.data() + t * each, static_cast<size_t>(each));
        }));
    return static_cast<double>(2 * each * threads_) / time;
  }

 private:
  int64_t bytes_;
  int threads_;
  Buffer from_, to_;
};

struct Stream {
  const char *name;
  int64_t bytes;  // read and written, each once
  Run run;
};

constexpr int64_t kRows = 8192, kColumns = 4096, kMatrix = kRows * kColumns * 4;

Stream softmax_stream(Inputs &in) {
  return {"softmax", 2 * kMatrix,
          jitted([](const Array &x) { return softmax(x, -1); }, in.uniform({kRows, kColumns}, 4))};
}

Stream layer_norm_stream(Inputs &in) {
  return {"layer_norm", 2 * kMatrix,
          jitted(layernorm, in.uniform({kRows, kColumns}), in.uniform({kColumns}), in.uniform({kColumns}))};
}

Stream cross_entropy_stream(Inputs &in, bool gradient) {
  Array logits = in.uniform({kRows, kColumns}, 4), targets = in.integers({kRows}, kColumns);
  if (gradient)
    return {"cross_entropy_grad", 2 * kMatrix,
            jitted(value_and_grad([](const Array &x, const Array &t) { return transformer::cross_entropy(x, t); }),
                   logits, targets)};
  return {"cross_entropy", kMatrix,
          jitted([](const Array &x, const Array &t) { return transformer::cross_entropy(x, t); }, logits, targets)};
}

// Parameters, gradients and both moments are read, and all but the gradients written.
Stream adamw_stream(Inputs &in) {
  constexpr int64_t kArrays = 16, kSide = 1024;
  using Arrays = std::vector<Array>;
  struct State {
    Arrays params;
    optim::State moments;
  };
  Arrays params, gradients;
  for (int64_t i = 0; i < kArrays; ++i) params.push_back(in.uniform({kSide, kSide}));
  for (int64_t i = 0; i < kArrays; ++i) gradients.push_back(in.uniform({kSide, kSide}, 0.01));
  const optim::Optimizer optimizer = optim::adamw({.learning_rate = 1e-4});
  optim::State moments = optimizer.init(params);
  auto state = std::make_shared<State>(State{std::move(params), std::move(moments)});
  auto step = jit([optimizer](State s, const Arrays &gradients) {
    auto [fresh, moments] = optimizer.update(s.params, gradients, s.moments);
    return State{fresh, moments};
  });
  return {"adamw", 7 * kArrays * kSide * kSide * 4, [step, state, gradients] {
            *state = step(std::move(*state), gradients);
            return Arrays{};
          }};
}

double time_of(const Run &run) {
  const double start = now();
  run();
  return now() - start;
}

}  // namespace

double peak_flops(int threads, double seconds) {
  const Kernel kernel = widest_kernel();
  std::vector<float> kept(static_cast<size_t>(threads) * 16);  // a line for each
  double least = INFINITY;
  const double end = now() + seconds;
  do {
    least =
        std::min(least, least_time(threads, 3, [&](int t) { kept[static_cast<size_t>(t) * 16] = kernel.run(1.F); }));
  } while (now() < end);
  return 2 * kernel.lanes * kChains * kSteps * threads / least;
}

double product_flops(const Workload &workload) {
  if (workload.kind != "gpt_train" && workload.kind != "gpt_scan") return 0;
  auto size = [&](const char *name) { return static_cast<double>(workload.sizes.at(name)); };
  const double width = size("width"), all_tokens = size("batch") * size("tokens");
  const double weights = size("layers") * 12 * width * width + size("vocab") * width;
  return 6 * all_tokens * (weights + size("tokens") * width * size("layers"));
}

void stream(int threads, double seconds, const std::function<void(const nlohmann::ordered_json &)> &print) {
  const Copies copies(kMatrix, threads);
  for (int which = 0; which < 5; ++which) {
    Inputs in;
    const Stream s = which == 0   ? softmax_stream(in)
                     : which == 1 ? layer_norm_stream(in)
                     : which <= 3 ? cross_entropy_stream(in, which == 3)
                                  : adamw_stream(in);
    s.run();
    double rate = 0, least = INFINITY;
    const double end = now() + seconds;
    do {
      rate = std::max(rate, copies.rate());
      for (int i = 0; i < 5; ++i) least = std::min(least, time_of(s.run));
    } while (now() < end);
    print({{"stream", s.name},
           {"bytes", s.bytes},
           {"s", least},
           {"copy_bytes_per_s", rate},
           {"copies", least * rate / static_cast<double>(s.bytes)}});
  }
}

}  // namespace fluxion::bench

// Many user threads at once: they call one compiled function, compile others, and differentiate while doing so.
#include <fluxion/fluxion.h>

#include <atomic>
#include <barrier>
#include <thread>

#include <gtest/gtest.h>

namespace fx = fluxion;

namespace {

constexpr int kThreads = 16;

/// work(thread) on 16 threads that start together.
template <class F>
void at_once(F work) {
  std::barrier start(kThreads);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&, t] {
      start.arrive_and_wait();
      work(t);
    });
  for (std::thread &thread : threads) thread.join();
}

fx::Array loss(const fx::Array &w, const fx::Array &x) { return fx::mean(fx::square(fx::tanh(fx::matmul(x, w)))); }
fx::Array inputs(int seed, int64_t rows) {
  return fx::sin(fx::arange(rows * 24).astype(fx::f32) * 0.37f + static_cast<float>(seed)).reshape({rows, 24});
}

TEST(Threads, CallOneCompiledFunction) {
  auto step = fx::jit([](const fx::Array &w, const fx::Array &x) { return w - 0.1f * fx::grad(loss)(w, x); });
  const fx::Array w = inputs(99, 24);
  std::vector<std::vector<float>> want;
  for (int t = 0; t < kThreads; ++t) {
    const fx::Array x = inputs(t, 32);
    want.push_back(step(w, x).to_vector<float>());
  }
  std::atomic<int> wrong = 0;
  at_once([&](int t) {
    const fx::Array x = inputs(t, 32);
    for (int i = 0; i < 50; ++i) wrong += step(w, x).to_vector<float>() != want[static_cast<size_t>(t)];
  });
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(step.cache_size(), 1u);
}

TEST(Threads, CompileOneFunctionAtTheSameTime) {
  auto step = fx::jit([](const fx::Array &w, const fx::Array &x) { return fx::grad(loss)(w, x); });
  const fx::Array w = inputs(99, 24), x = inputs(3, 16);
  std::vector<std::vector<float>> got(kThreads);
  at_once([&](int t) { got[static_cast<size_t>(t)] = step(w, x).to_vector<float>(); });
  for (const auto &g : got) EXPECT_EQ(g, got[0]);
  EXPECT_EQ(step.cache_size(), 1u);
}

TEST(Threads, CompileDifferentShapesOfOneFunction) {
  auto step = fx::jit([](const fx::Array &w, const fx::Array &x) { return fx::grad(loss)(w, x); });
  const fx::Array w = inputs(99, 24);
  std::vector<std::vector<float>> got(kThreads);
  at_once([&](int t) {
    for (int i = 0; i < 4; ++i) {
      const fx::Array x = inputs(t, 8 + (t + i) % kThreads);
      got[static_cast<size_t>(t)] = step(w, x).to_vector<float>();
    }
  });
  EXPECT_EQ(step.cache_size(), static_cast<size_t>(kThreads));
  for (int t = 0; t < kThreads; ++t)
    EXPECT_EQ(got[static_cast<size_t>(t)], step(w, inputs(t, 8 + (t + 3) % kThreads)).to_vector<float>());
}

TEST(Threads, CompileDifferentFunctionsAndRunEagerly) {
  std::vector<std::vector<float>> got(kThreads), eager(kThreads);
  auto run = [](int t) {
    const auto scale = static_cast<float>(t + 1);
    auto f = [scale, t](const fx::Array &x) {
      fx::Array y = x * scale;
      for (int i = 0; i <= t % 4; ++i) y = fx::tanh(y) + fx::cumsum(y, 1);
      return fx::sum(y, 0);
    };
    return std::pair(fx::jit(f)(inputs(t, 12)).to_vector<float>(), f(inputs(t, 12)).to_vector<float>());
  };
  at_once([&](int t) { std::tie(got[static_cast<size_t>(t)], eager[static_cast<size_t>(t)]) = run(t); });
  for (int t = 0; t < kThreads; ++t) {
    const auto [compiled, alone] = run(t);
    EXPECT_EQ(got[static_cast<size_t>(t)], compiled) << t;
    EXPECT_EQ(eager[static_cast<size_t>(t)], alone) << t;
  }
}

// Donated arguments belong to one thread each.
TEST(Threads, EachTrainsAModelOfItsOwn) {
  auto step = fx::jit([](const fx::Array &w, const fx::Array &x) { return w - 0.1f * fx::grad(loss)(w, x); });
  auto train = [&](int t) {
    fx::Array w = inputs(t, 24);
    const fx::Array x = inputs(t + 1, 32);
    for (int i = 0; i < 20; ++i) w = step(std::move(w), x);
    return w.to_vector<float>();
  };
  std::vector<std::vector<float>> got(kThreads);
  at_once([&](int t) { got[static_cast<size_t>(t)] = train(t); });
  for (int t = 0; t < kThreads; ++t) EXPECT_EQ(got[static_cast<size_t>(t)], train(t)) << t;
}

}  // namespace

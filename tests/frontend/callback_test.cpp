// Calls of the host: every one that the program says is made, once, in order, under every transformation. Where a
// transformation repeats them or refuses, it is as in JAX 0.8, of which the expected lines are, or said here.
#include <fluxion/fluxion.h>

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

#include "tests/frontend/message.h"

namespace fx = fluxion;

namespace {

using fx::Array;
using Lines = std::vector<std::string>;

// What f prints, in lines.
template <class F>
Lines printed(F f) {
  testing::internal::CaptureStdout();
  f();
  std::string all = testing::internal::GetCapturedStdout();
  Lines lines;
  for (size_t at = 0, end; (end = all.find('\n', at)) != std::string::npos; at = end + 1)
    lines.push_back(all.substr(at, end - at));
  return lines;
}

Array scalar(float x) { return fx::array(x); }

Array noisy(const Array &x) {
  fx::debug::print("x {:.2f}", x);
  Array y = fx::sin(x);
  fx::debug::print("y {:.2f}", y);
  return y * y;
}

const Lines kOnce{"x 1.00", "y 0.84"};

TEST(Print, PrintsEagerlyAndInCompiledPrograms) {
  EXPECT_EQ(printed([] { noisy(scalar(1)); }), kOnce);
  auto f = fx::jit(noisy);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(printed([&] { f(scalar(1)); }), kOnce);
}

TEST(Print, FormatsAsFmtDoes) {
  const Array x = fx::array({{1.f, 2.f}, {3.f, 4.f}});
  auto f = [](const Array &a) {
    fx::debug::print("{1} {0:>4} {{}} {2} {3:.1f}", "ab", a[{0, 0}], a, a[1]);
    fx::debug::print("{} {:02d} {}", fx::sum(a) > 0, 7, std::string("}{"));
    fx::debug::print("{:.1f} {:x}", a.astype(fx::bf16), a.astype(fx::u8)[0]);
    fx::debug::print("plain");
  };
  const Lines expected = printed([&] { f(x); });
  EXPECT_EQ(expected[0], "1.   ab {} [[1. 2.]");
  EXPECT_EQ(expected[1], " [3. 4.]] [3.0 4.0]");
  EXPECT_EQ(expected[2], "True 07 }{");
  EXPECT_EQ(expected[3], "[[1.0 2.0]");
  auto compiled = fx::jit([&](const Array &a) { return f(a), a; });
  EXPECT_EQ(printed([&] { compiled(x); }), expected);
}

TEST(Print, RefusesFormatsThatDoNotFit) {
  const Array x = scalar(1);
  for (const char *format : {"{", "}", "{} {}", "{5}", "{a}", "{:d}", "{:{}}", "{0} {}"})
    EXPECT_NE(message([&] { fx::debug::print(format, x); }).find("callback_test.cpp"), std::string::npos) << format;
  EXPECT_NE(message([&] { fx::jit([](const Array &a) { return fx::debug::print("{:d}", a), a; })(x); }).find("{:d}"),
            std::string::npos);
}

// As in JAX: values, and each once.
TEST(Print, DerivativesPrintValuesOnce) {
  EXPECT_EQ(printed([] { fx::grad(noisy)(scalar(1)); }), kOnce);
  EXPECT_EQ(printed([] { fx::jit(fx::grad(noisy))(scalar(1)); }), kOnce);
  EXPECT_EQ(printed([] { fx::jvp(noisy, std::tuple(scalar(1)), std::tuple(scalar(1))); }), kOnce);
  EXPECT_EQ(printed([] { fx::jit(fx::hessian(noisy))(scalar(1)); }), kOnce);
  EXPECT_EQ(printed([] { fx::jit(fx::grad([](const Array &x) { return fx::grad(noisy)(x); }))(scalar(1)); }), kOnce);
  auto [y, lin] = fx::linearize(noisy, scalar(1));
  EXPECT_EQ(printed([&lin = lin] { lin(scalar(1)), lin(scalar(2)); }), Lines{});
}

TEST(Print, VmapPrintsForEachExample) {
  const Lines each{"x 0.00", "x 1.00", "y 0.00", "y 0.84"};
  const Array x = fx::array({0.f, 1.f});
  EXPECT_EQ(printed([&] { fx::vmap(noisy)(x); }), each);
  EXPECT_EQ(printed([&] { fx::jit(fx::vmap(fx::grad(noisy)))(x); }), each);
  EXPECT_EQ(printed([&] { fx::jit(fx::grad([](const Array &a) { return fx::sum(fx::vmap(noisy)(a)); }))(x); }), each);
  // What is the same for all examples prints once; nested axes print all.
  const Array one = scalar(1);
  EXPECT_EQ(printed([&] { fx::vmap([&](const Array &a) { return noisy(one) + a; })(x); }), kOnce);
  auto both = fx::vmap(fx::vmap([](const Array &a, const Array &b) { return fx::debug::print("{} {}", a, b), a; },
                                {.in_axes = {fx::none, 0}}),
                       {.in_axes = {0, fx::none}});
  EXPECT_EQ(printed([&] { fx::jit(both)(x, x + 2); }), (Lines{"0. 2.", "1. 2.", "0. 3.", "1. 3."}));
}

TEST(Print, LoopsPrintEachIteration) {
  auto loop = [](const Array &x) {
    return fx::scan(
               [](const Array &c, const Array &i) {
                 fx::debug::print("s {:.2f} {}", c, i);
                 return std::pair(fx::sin(c), c);
               },
               x, fx::arange(3))
        .first;
  };
  const Lines each{"s 1.00 0", "s 0.84 1", "s 0.75 2"};
  EXPECT_EQ(printed([&] { fx::jit(loop)(scalar(1)); }), each);
  EXPECT_EQ(printed([&] { fx::jit(fx::grad(loop))(scalar(1)); }), each);
  EXPECT_EQ(printed([&] { fx::jvp(loop, std::tuple(scalar(1)), std::tuple(scalar(1))); }), each);
  EXPECT_EQ(printed([&] { fx::jit(fx::hessian(loop))(scalar(1)); }), each);
  auto count = [](const Array &n) {
    return fx::while_loop([n](const Array &i) { return fx::debug::print("c {}", i), i < n; },
                          [](const Array &i) { return fx::debug::print("b {}", i), i + 1; }, fx::array(0));
  };
  EXPECT_EQ(printed([&] { fx::jit(count)(fx::array(2)); }), (Lines{"c 0", "b 0", "c 1", "b 1", "c 2"}));
}

// Printing needs no value that a loop or a result needs.
TEST(Print, IsNeverDeadCode) {
  auto loop = [](const Array &x) {
    auto body = [](const auto &c, const Array &) {
      fx::debug::print("{} {}", c.first, c.second);
      return std::pair(std::pair(c.first + 1, c.second * 2), std::tuple<>());
    };
    return fx::scan(body, std::pair(x, x), fx::arange(2)).first.second;
  };
  const Lines each{"1. 1.", "2. 2."};
  EXPECT_EQ(printed([&] { fx::jit(loop)(scalar(1)); }), each);
  EXPECT_EQ(printed([&] { fx::jit(fx::grad(loop))(scalar(1)); }), each);
  auto nothing = fx::jit([](const Array &x) { return fx::debug::print("{}", x * 2), std::tuple<>(); });
  EXPECT_EQ(printed([&] { nothing(scalar(1)); }), Lines{"2."});
  // Equal calls are two calls.
  auto twice = fx::jit([](const Array &x) { return fx::debug::print("{}", x), fx::debug::print("{}", x), x; });
  EXPECT_EQ(printed([&] { twice(scalar(1)); }), (Lines{"1.", "1."}));
}

TEST(Print, KeepsItsPlaceAmongKernels) {
  auto f = fx::jit([](const Array &x) {
    Array y = fx::exp(x);
    fx::debug::print("a {:.1f}", fx::sum(y));
    Array z = fx::matmul(x, x.T());
    fx::debug::print("b {}", z[{0, 0}]);
    fx::cond(
        fx::sum(x) > 0, [](const Array &v) { return fx::debug::print("c"), v; },
        [](const Array &v) { return fx::debug::print("d"), v; }, x);
    fx::debug::print("e {}", fx::sum(fx::sort(x)));
    fx::scan([](const Array &c, const Array &) { return std::pair(c, (fx::debug::print("f"), c)); }, scalar(0),
             fx::arange(1));
    fx::debug::print("g {:.1f}", fx::sum(y));
    return y + z;
  });
  EXPECT_EQ(printed([&] { f(fx::ones({2, 2})); }), (Lines{"a 10.9", "b 2.", "c", "e 4.", "f", "g 10.9"}));
}

// As in JAX: what is computed again is seen again.
TEST(Print, CheckpointsPrintAgain) {
  EXPECT_EQ(printed([] { fx::jit(fx::checkpoint(noisy))(scalar(1)); }), kOnce);
  Lines lines = printed([] { fx::jit(fx::grad(fx::checkpoint(noisy)))(scalar(1)); });
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "x 1.00"), 2);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "y 0.84"), 2);
}

// As in JAX: a predicate that differs among examples makes all of them compute both branches.
TEST(Print, BatchedCondPrintsInBothBranches) {
  auto f = fx::vmap([](const Array &p, const Array &x) {
    return fx::cond(
        p, [](const Array &v) { return fx::debug::print("T {}", v), v; },
        [](const Array &v) { return fx::debug::print("F {}", v), 2 * v; }, x);
  });
  Lines lines = printed([&] { fx::jit(f)(fx::array({true, false}), fx::array({0.f, 1.f})); });
  std::sort(lines.begin(), lines.end());
  EXPECT_EQ(lines, (Lines{"F 0.", "F 1.", "T 0.", "T 1."}));
}

TEST(Print, JitInsideJitAndNamedAxes) {
  auto inner = fx::jit(noisy);
  EXPECT_EQ(printed([&] { fx::jit([&](const Array &x) { return inner(x) + 1; })(scalar(1)); }), kOnce);
  fx::virtual_devices(2);
  auto devices = fx::pmap(
      [](const Array &x) {
        Array sum = fx::psum(x, "i");
        fx::debug::print("{} of {}", x, sum);
        return sum;
      },
      {.axis_name = "i"});
  EXPECT_EQ(printed([&] { devices(fx::array({1.f, 2.f})); }), (Lines{"1. of 3.", "2. of 3."}));
  fx::virtual_devices(1);
}

// ---- callbacks

TEST(PureCallback, ComputesOnTheHost) {
  auto f = [](const Array &x) {
    return fx::pure_callback([](const Array &a) { return fx::sqrt(a) + 1; }, x.type(), x) * 2;
  };
  const Array x = fx::array({1.f, 4.f});
  const std::vector<float> expected{4, 6};
  EXPECT_EQ(f(x).to_vector<float>(), expected);
  EXPECT_EQ(fx::jit(f)(x).to_vector<float>(), expected);
  EXPECT_EQ(fx::jit(fx::vmap(f))(x).to_vector<float>(), expected);
}

TEST(PureCallback, TakesAndReturnsTrees) {
  auto host = [](const std::pair<Array, Array> &p, int k) { return std::tuple(p.first + k, p.second.astype(fx::i32)); };
  auto f = fx::jit([&](const Array &x, const Array &y) {
    return fx::pure_callback(host, fx::ResultTypes({{{2}, fx::f32}, {{}, fx::i32}}), std::pair(x, y), 3);
  });
  std::vector<Array> out = f(fx::array({1.f, 2.f}), scalar(7));
  EXPECT_EQ(out[0].to_vector<float>(), (std::vector<float>{4, 5}));
  EXPECT_EQ(out[1].item<int>(), 7);
}

TEST(PureCallback, VectorizedIsCalledOnce) {
  int calls = 0;
  auto f = [&](const Array &x) {
    return fx::pure_callback(fx::vectorized, [&](const Array &a) { return ++calls, a * 2; }, x.type(), x);
  };
  EXPECT_EQ(fx::jit(fx::vmap(f))(fx::array({1.f, 2.f})).to_vector<float>(), (std::vector<float>{2, 4}));
  EXPECT_EQ(calls, 1);
}

TEST(PureCallback, UnusedIsNotCalledAndEqualOnesAreOne) {
  int calls = 0;
  auto f = fx::jit([&](const Array &x) {
    auto host = [&](const Array &a) { return ++calls, a; };
    fx::pure_callback(host, x.type(), x + 1);
    return fx::pure_callback(host, x.type(), x) + fx::pure_callback(host, x.type(), x);
  });
  EXPECT_EQ(f(scalar(3)).item<float>(), 6);
  EXPECT_EQ(calls, 1);
}

TEST(PureCallback, HasNoDerivativeUnlessGivenOne) {
  auto host = [](const Array &x) { return fx::pure_callback([](const Array &a) { return fx::sin(a); }, x.type(), x); };
  const std::string text = message([&] { fx::grad(host)(scalar(1)); });
  EXPECT_NE(text.find("pure_callback has no derivative"), std::string::npos) << text;
  EXPECT_NE(text.find("callback_test.cpp"), std::string::npos) << text;
  auto with =
      fx::custom_jvp(host, [&](const Array &x, const Array &dx) { return std::pair(host(x), fx::cos(x) * dx); });
  EXPECT_FLOAT_EQ(fx::jit(fx::grad(with))(scalar(1)).item<float>(), std::cos(1.f));
  EXPECT_FLOAT_EQ(
      fx::jit(fx::grad([&](const Array &x) { return x * host(fx::stop_gradient(x)); }))(scalar(1)).item<float>(),
      std::sin(1.f));
}

TEST(IoCallback, IsCalledInOrderAndOnceEach) {
  std::vector<float> log;
  auto note = [&](const Array &x) { fx::io_callback([&](const Array &a) { log.push_back(a.item<float>()); }, {}, x); };
  auto f = [&](const Array &x) {
    note(x);
    Array y = fx::fori_loop(0, 3, [&](const Array &i, const Array &c) { return note(c), c + i; }, x);
    note(y);
    note(y);
    return x * x;
  };
  fx::jit(f)(scalar(1));
  const std::vector<float> expected{1, 1, 1, 2, 4, 4};
  EXPECT_EQ(log, expected);
  log.clear();
  fx::jit(fx::grad(f))(scalar(1));
  EXPECT_EQ(log, expected);
  log.clear();
  fx::jit(fx::grad(fx::checkpoint(f)))(scalar(1));  // what acts does so once, here too
  EXPECT_EQ(log, expected);
}

TEST(IoCallback, ItsResultsAreValues) {
  int state = 0;
  auto next = [&](const Array &x) {
    return fx::io_callback([&](const Array &) { return fx::array(++state); }, fx::ResultType({}, fx::i32), x);
  };
  auto f = fx::jit([&](const Array &x) { return next(x) * 10 + next(x); });
  EXPECT_EQ(f(scalar(0)).item<int>(), 12);
  EXPECT_EQ(f(scalar(0)).item<int>(), 34);
  auto g = fx::jit(
      fx::grad(fx::checkpoint([&](const Array &x) { return fx::sin(x * next(fx::array(0)).astype(fx::f32)); })));
  state = 1;
  EXPECT_FLOAT_EQ(g(scalar(1)).item<float>(), 2 * std::cos(2.f));
  EXPECT_EQ(state, 2);
}

TEST(IoCallback, OrderedIsNotMapped) {
  auto act = [](const Array &x) { fx::io_callback([](const Array &) {}, {}, x); };
  const Array x = fx::array({0.f, 1.f});
  EXPECT_NE(message([&] { fx::vmap([&](const Array &a) { return act(a), a; })(x); }).find("fx::unordered"),
            std::string::npos);
  std::vector<float> log;
  auto f = fx::vmap([&](const Array &a) {
    return fx::io_callback(
        fx::unordered, [&](const Array &v) { return log.push_back(v.item<float>()), v; }, a.type(), a);
  });
  EXPECT_EQ(fx::jit(f)(x).to_vector<float>(), (std::vector<float>{0, 1}));
  EXPECT_EQ(log, (std::vector<float>{0, 1}));
  auto branch = fx::vmap([&](const Array &a) {
    return fx::cond(a > 0, [&](const Array &v) { return act(v), v; }, [](const Array &v) { return v; }, a);
  });
  EXPECT_NE(message([&] { branch(x); }).find("differs among examples"), std::string::npos);
}

TEST(Callback, ExceptionsReachTheCaller) {
  struct Mine : std::runtime_error {
    using runtime_error::runtime_error;
  };
  bool fail = true;
  auto f = fx::jit([&](const Array &x) {
    Array y = fx::exp(x);
    fx::debug::callback(
        [&](const Array &) {
          if (fail) throw Mine("no");
        },
        y);
    return y;
  });
  const Array x = fx::zeros({1000});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(message<Mine>([&] { f(x); }), "no");
  fail = false;
  EXPECT_EQ(f(x).to_vector<float>()[999], 1);
}

TEST(Callback, WrongResultsAreErrors) {
  auto f = fx::jit([](const Array &x) { return fx::pure_callback([](const Array &a) { return a[0]; }, x.type(), x); });
  EXPECT_NE(message([&] { f(fx::ones({2})); }).find("returned f32[] where f32[2] was announced"), std::string::npos);
}

// A callback may compute, also by functions that are compiled for it.
TEST(Callback, MayUseTheLibrary) {
  auto inner = fx::jit([](const Array &x) { return fx::sum(x * 2); });
  auto f = fx::jit([&](const Array &x) {
    return fx::pure_callback(
        [&](const Array &a) { return inner(a) + fx::grad([](const Array &v) { return v * v; })(a[0]); },
        fx::ResultType({}, fx::f32), x);
  });
  EXPECT_EQ(f(fx::array({1.f, 2.f})).item<float>(), 8);
}

TEST(Callback, RunsOnSeveralThreads) {
  std::atomic<int> calls{0};
  auto f = fx::jit([&](const Array &x) { return fx::debug::callback([&](const Array &) { ++calls; }, x), x + 1; });
  f(scalar(0));
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) f(scalar(0));
    });
  for (std::thread &t : threads) t.join();
  EXPECT_EQ(calls, 401);
}

// ---- taps

TEST(Tap, SeesValuesAndCotangents) {
  std::vector<float> values, cotangents;
  auto f = [&](const Array &x) {
    Array y = fx::tap(fx::sin(x), [&](const Array &a) { values.push_back(a.item<float>()); });
    y = fx::tap_gradient(y, [&](const Array &ct) { cotangents.push_back(ct.item<float>()); });
    return 3 * y * y;
  };
  const float s = std::sin(1.f);
  EXPECT_FLOAT_EQ(fx::jit(fx::grad(f))(scalar(1)).item<float>(), 6 * s * std::cos(1.f));
  ASSERT_EQ(values.size(), 1u);
  ASSERT_EQ(cotangents.size(), 1u);
  EXPECT_FLOAT_EQ(values[0], s);
  EXPECT_FLOAT_EQ(cotangents[0], 6 * s);
  fx::jit(f)(scalar(1));
  EXPECT_EQ(cotangents.size(), 1u);  // without a derivative there is no cotangent
  fx::jvp(f, std::tuple(scalar(1)), std::tuple(scalar(1)));
  EXPECT_EQ(cotangents.size(), 1u);
  cotangents.clear();
  fx::jit(fx::vmap(fx::grad(f)))(fx::array({1.f, 0.f}));
  ASSERT_EQ(cotangents.size(), 2u);
  EXPECT_FLOAT_EQ(cotangents[1], 0);
}

// A transformation traces f for each call; equal functions are found again and nothing is compiled twice.
TEST(Callback, EagerDerivativesFindTheirProgramAgain) {
  double sum = 0;
  auto f = [&](const Array &x) {
    return fx::debug::callback([&](const Array &a) { sum += a.item<double>(); }, x), x * x;
  };
  for (int i = 0; i < 200; ++i) fx::grad(f)(scalar(1));
  EXPECT_EQ(sum, 200);
}

TEST(Callback, ShowsInTheIr) {
  auto f = fx::jit([](const Array &x) { return fx::debug::print("loss {}", x), x; });
  EXPECT_NE(f.lower(scalar(1)).text().find("fx.host_call \"print loss {0}\"(%"), std::string::npos)
      << f.lower(scalar(1)).text();
}

// ---- what meets

// A loop that ends when it is done runs its values again beside the tangents: nobody sees that.
TEST(Print, LoopsWithoutABoundPrintOnceUnderLinearize) {
  auto loop = [](const Array &x) {
    auto go = [](const std::pair<Array, Array> &c) { return fx::debug::print("c {}", c.first), c.first < 2; };
    auto body = [](const std::pair<Array, Array> &c) {
      fx::debug::print("b {}", c.first);
      return std::pair(c.first + 1, c.second * 2);
    };
    return fx::while_loop(go, body, std::pair(fx::array(0), x)).second;
  };
  auto [y, lin] = fx::linearize(loop, scalar(1));
  const Lines once{"c 0", "b 0", "c 1", "b 1", "c 2"};
  EXPECT_EQ(
      printed([&] { fx::jit([&](const Array &x) { return std::get<1>(fx::linearize(loop, x))(x); })(scalar(1)); }),
      once);
  EXPECT_EQ(printed([&] { fx::jvp(loop, std::tuple(scalar(1)), std::tuple(scalar(1))); }), once);
}

// Outside of jit, values are known while f is traced. Asking for one repeats no call.
TEST(Callback, EagerDerivativesThatAskForValues) {
  int prints = 0;
  auto f = [&](const Array &x) {
    Array y = fx::scan(
                  [&](const Array &c, const Array &) {
                    fx::debug::callback([&](const Array &) { ++prints; }, c);
                    return std::pair(c * 2, c);
                  },
                  x, fx::arange(2))
                  .first;
    return y.item<float>() > 3 ? y * y : y;
  };
  EXPECT_EQ(fx::grad(f)(scalar(1)).item<float>(), 32);
  EXPECT_EQ(prints, 2);
  int state = 0;
  auto g = [&](const Array &x) {
    auto next = [&](const Array &) { return fx::array(static_cast<float>(++state)); };
    return x * fx::io_callback(next, fx::ResultType({}, fx::f32), fx::array(0));
  };
  EXPECT_EQ(fx::grad(g)(scalar(1)).item<float>(), 1);
  EXPECT_EQ(state, 1);
}

// What a callback holds exists for as long as a program, or what may become one, calls it, and no longer.
TEST(Callback, LivesAsLongAsItsCallers) {
  auto held = std::make_shared<int>(3);
  std::weak_ptr<int> watch = held;
  {
    auto jitted = fx::jit([held](const Array &x) {
      return fx::pure_callback([held](const Array &a) { return a * *held; }, x.type(), x);
    });
    held.reset();
    for (int i = 0; i < 2; ++i) EXPECT_EQ(jitted(scalar(2)).item<float>(), 6);
    EXPECT_FALSE(watch.expired());
  }
  EXPECT_TRUE(watch.expired());
  auto weight = std::make_shared<int>(5);
  auto [y, lin] = fx::linearize(
      [&weight](const Array &x) { return fx::tap_gradient(x, [kept = weight](const Array &) { ++*kept; }) * 2; },
      scalar(1));
  watch = weight;
  EXPECT_EQ(lin(scalar(1)).item<float>(), 2);
}

TEST(Callback, ComplexArraysAndArraysWithoutElements) {
  auto f = fx::jit([](const Array &z, const Array &none) {
    fx::debug::print("{:.1f} {}", z * 2, none);
    return fx::pure_callback([](const Array &a) { return a * a; }, z.type(), z * 1);
  });
  Array out;
  EXPECT_EQ(printed([&] { out = f(fx::array(1.f) * fx::complex(fx::array(0.f), fx::array(1.f)), fx::zeros({0})); }),
            Lines{"(0.0, 2.0) []"});
  EXPECT_EQ(out.item<std::complex<float>>(), std::complex<float>(-1, 0));
}

TEST(Tap, GradientsInLoopsAndCheckpoints) {
  std::vector<float> seen;
  auto body = [&](const Array &c, const Array &) {
    return std::pair(2 * fx::tap_gradient(c, [&](const Array &ct) { seen.push_back(ct.item<float>()); }), c);
  };
  auto f = [&](const Array &x) { return fx::scan(body, x, fx::arange(3)).first; };
  EXPECT_EQ(fx::jit(fx::grad(f))(scalar(1)).item<float>(), 8);
  EXPECT_EQ(seen, (std::vector<float>{2, 4, 8}));
  seen.clear();
  EXPECT_EQ(fx::jit(fx::grad(fx::checkpoint(f)))(scalar(1)).item<float>(), 8);
  EXPECT_EQ(seen, (std::vector<float>{2, 4, 8}));
}

// Looking for a NaN runs the program again, op by op, and calls nobody a second time.
TEST(Callback, ChecksForNanCallNobodyAgain) {
  int calls = 0;
  auto f = fx::jit([&](const Array &x) { return fx::debug::callback([&](const Array &) { ++calls; }, x), fx::log(x); },
                   {.check = fx::check::nan});
  EXPECT_NE(message([&] { f(scalar(-1)); }).find("fx.log"), std::string::npos);
  EXPECT_EQ(calls, 1);
}

}  // namespace

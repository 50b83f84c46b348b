// Attention found in programs: as people write it, mapped, looped and differentiated, against the same programs in
// which it is not looked for.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

namespace fx = fluxion;
using fx::Array;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

Array normal(int seed, const fx::Shape &shape) { return fx::random::normal(fx::random::Key(seed), shape); }

// While it lives no program's attention is found.
class Unraised {
 public:
  Unraised() { setenv("FLUXION_ATTENTION", "0", 1); }
  ~Unraised() { unsetenv("FLUXION_ATTENTION"); }
};

enum class Found { no, yes };

struct Outcome {
  std::vector<Array> results;
  fx::CompiledFunction program;

  int64_t count(const std::string &kernel) const {
    return std::ranges::count_if(program.kernels(), [&](const fx::Kernel &k) { return k.name == kernel; });
  }
  int64_t temporaries() const { return program.memory().temporaries; }
  bool attends() const {
    return std::ranges::any_of(program.kernels(), [](const fx::Kernel &k) { return k.name.starts_with("attention"); });
  }
};
template <class F, class... A>
Outcome run(F f, const A &...arguments) {
  auto compiled = fx::jit(f);
  fx::CompiledFunction program = compiled.lower(arguments...).compile();
  return {fx::tree::leaves(compiled(arguments...)), std::move(program)};
}

void expect_near(const Array &x, const Array &y, double tolerance) {
  ASSERT_EQ(x.shape(), y.shape());
  const std::vector<float> a = x.to_vector<float>(), b = y.to_vector<float>();
  float largest = 1e-3F;
  for (float v : b)
    if (std::isfinite(v)) largest = std::max(largest, std::abs(v));
  for (size_t i = 0; i < a.size(); ++i) {
    if (std::isfinite(b[i]))
      ASSERT_NEAR(a[i], b[i], tolerance * largest) << "element " << i << " of " << fx::to_string(x.type());
    else
      ASSERT_EQ(std::isnan(a[i]), std::isnan(b[i])) << "element " << i;
  }
}

/// f gives the same with attention and without; whether there is any in it.
template <class F, class... A>
void expect_same(Found found, F f, const A &...arguments) {
  const Outcome with = run(f, arguments...);
  EXPECT_EQ(with.attends(), found == Found::yes);
  const Unraised none;
  const Outcome without = run(f, arguments...);
  ASSERT_EQ(with.results.size(), without.results.size());
  for (size_t i = 0; i < with.results.size(); ++i) expect_near(with.results[i], without.results[i], 1e-5);
}

template <class F>
auto gradients(F f) {
  return [f](const Array &q, const Array &k, const Array &v) {
    return fx::grad<0, 1, 2>([f](const Array &q, const Array &k, const Array &v) {
      Array y = f(q, k, v);
      return fx::sum(y * fx::cos(y));
    })(q, k, v);
  };
}

/// Values and gradients.
template <class F>
void expect_found(F f, const Array &q, const Array &k, const Array &v) {
  expect_same(Found::yes, f, q, k, v);
  expect_same(Found::yes, gradients(f), q, k, v);
}
template <class F>
void expect_not_found(F f, const Array &q, const Array &k, const Array &v) {
  expect_same(Found::no, f, q, k, v);
  expect_same(Found::no, gradients(f), q, k, v);
}

Array transposed(const Array &k) { return fx::swapaxes(k, -1, -2); }

/// softmax(mask(q·kᵀ/√size))·v with `mask` as the program has it.
template <class M>
auto attention(M mask) {
  return [mask](const Array &q, const Array &k, const Array &v) {
    Array scores = fx::matmul(q, transposed(k)) / std::sqrt(static_cast<double>(q.shape(-1)));
    return fx::matmul(fx::softmax(mask(scores), -1), v);
  };
}
auto plain() {
  return attention([](const Array &s) { return s; });
}
auto causal() {
  return attention([](const Array &s) {
    return fx::where(fx::tril(fx::ones({s.shape(-2), s.shape(-1)}, fx::bool_)), s, -INFINITY);
  });
}

struct Qkv {
  Array q, k, v;
};
Qkv qkv(const fx::Shape &q, const fx::Shape &kv) { return {normal(1, q), normal(2, kv), normal(3, kv)}; }

TEST(Attention, IsFoundInEveryRank) {
  for (const auto &outer : std::vector<std::vector<int64_t>>{{}, {3}, {2, 3}, {2, 1, 2}}) {
    std::vector<int64_t> q(outer), kv(outer);
    q.insert(q.end(), {50, 16}), kv.insert(kv.end(), {67, 16});
    const Qkv x = qkv(fx::Shape(q), fx::Shape(kv));
    expect_found(plain(), x.q, x.k, x.v);
    expect_found(causal(), x.q, x.k, x.v);
  }
}

TEST(Attention, IsFoundBehindMasksOfManySpellings) {
  const Qkv x = qkv({2, 3, 40, 16}, {2, 3, 40, 16});
  auto row = [] { return fx::iota({40, 40}, 0); };
  auto column = [] { return fx::iota({40, 40}, 1); };
  auto found = [&](auto mask) { expect_found(attention(mask), x.q, x.k, x.v); };
  found([&](const Array &s) { return fx::where(row() >= column(), s, -kInf); });
  found([&](const Array &s) { return fx::where(column() > row(), -1e30, s); });
  found([&](const Array &s) { return fx::where((row() >= column()) & (row() - column() < 7), s, -1e9); });
  found([&](const Array &s) { return fx::where(!((row() < column()) | (row() > column() + 7)), s, -kInf); });
  found([&](const Array &s) { return fx::where(fx::expand_dims(fx::arange(40), 1) >= fx::arange(40), s, -kInf); });
  found([&](const Array &s) { return fx::where(fx::tril(fx::ones({40, 40})) == 0, -kInf, s); });
  found([&](const Array &s) { return s + fx::where(row() >= column(), 0.F, -kInf); });
  found([&](const Array &s) { return s + (1 - fx::tril(fx::ones({40, 40}))) * -1e9; });
  found([&](const Array &s) { return fx::astype(column() > row(), fx::f32) * -1e10 + s; });
}

TEST(Attention, IsFoundInTheLibrarysFunction) {
  for (bool is_causal : {false, true})
    for (int64_t groups : {1, 2, 6}) {
      auto f = [=](const Array &q, const Array &k, const Array &v) {
        return fx::nn::dot_product_attention(q, k, v, {.is_causal = is_causal});
      };
      const Qkv x = qkv({2, 50, 6, 16}, {2, 50, groups, 16});
      expect_found(f, x.q, x.k, x.v);
      const Qkv one = qkv({50, 6, 16}, {50, groups, 16});
      expect_found(f, one.q, one.k, one.v);
    }
}

// What is hidden only here and there, by numbers that are not known, or by ones that do not hide.
TEST(Attention, IsNotFoundBehindOtherMasks) {
  const Qkv x = qkv({2, 40, 16}, {2, 40, 16});
  const Array row = fx::iota({40, 40}, 0), column = fx::iota({40, 40}, 1),
              seen = fx::random::uniform(fx::random::Key(4), {40, 40}) > 0.3;
  auto not_found = [&](auto mask) { expect_not_found(attention(mask), x.q, x.k, x.v); };
  not_found([&](const Array &s) { return fx::where(seen, s, -kInf); });
  not_found([&](const Array &s) { return fx::where(fx::iota({40, 40}, 0) >= fx::iota({40, 40}, 1), s, -10); });
  not_found([&](const Array &s) { return s + fx::where(fx::iota({40, 40}, 0) >= fx::iota({40, 40}, 1), 1.F, -kInf); });
  not_found([&](const Array &s) { return s + fx::iota({40, 40}, 0, fx::f32); });
  not_found([&](const Array &s) { return fx::where(fx::iota({40, 40}, 0) != fx::iota({40, 40}, 1), s, -kInf); });
}

TEST(Attention, RowsThatSeeNothingAreLeftToTheProgram) {
  const Qkv x = qkv({2, 40, 16}, {2, 40, 16});
  // The first queries see no key: NaN with −∞, and the mean with a finite number.
  for (double hidden : {-kInf, -1e9}) {
    auto f = attention(
        [=](const Array &s) { return fx::where(fx::iota({40, 40}, 1) < fx::iota({40, 40}, 0) - 3, s, hidden); });
    expect_same(Found::no, f, x.q, x.k, x.v);
    expect_same(Found::no, gradients(f), x.q, x.k, x.v);
  }
  auto nothing = attention([](const Array &s) { return fx::where(fx::zeros({40, 40}, fx::bool_), s, -kInf); });
  expect_same(Found::no, nothing, x.q, x.k, x.v);
}

TEST(Attention, IsNotFoundWhereItsWeightsAreUsed) {
  const Qkv x = qkv({2, 40, 16}, {2, 40, 16});
  auto f = [](const Array &q, const Array &k, const Array &v) {
    Array weights = fx::softmax(fx::matmul(q, transposed(k)), -1);
    return std::pair(fx::matmul(weights, v), fx::max(weights));
  };
  expect_same(Found::no, f, x.q, x.k, x.v);
}

TEST(Attention, IsComputedAsWrittenInOtherTypes) {
  for (fx::DType type : {fx::f64, fx::f16, fx::bf16}) {
    const Qkv x = qkv({2, 40, 16}, {2, 40, 16});
    expect_same(
        Found::no,
        [=](const Array &q, const Array &k, const Array &v) {
          return fx::astype(causal()(fx::astype(q, type), fx::astype(k, type), fx::astype(v, type)), fx::f32);
        },
        x.q, x.k, x.v);
  }
}

TEST(Attention, IsMapped) {
  const Qkv x = qkv({3, 2, 40, 16}, {3, 2, 40, 16});
  expect_found([](const Array &q, const Array &k, const Array &v) { return fx::vmap(causal())(q, k, v); }, x.q, x.k,
               x.v);
  expect_same(
      Found::yes, [](const Array &q, const Array &k, const Array &v) { return fx::vmap(gradients(causal()))(q, k, v); },
      x.q, x.k, x.v);
  // Keys that all examples share.
  const Array q = normal(4, {3, 40, 16}), k = normal(5, {40, 16});
  expect_found([](const Array &q, const Array &k,
                  const Array &v) { return fx::vmap(plain(), {.in_axes = {0, fx::none, fx::none}})(q, k, v); },
               q, k, k);
}

TEST(Attention, IsFoundInALoopOverLayers) {
  const Array x = normal(1, {2, 40, 16}), weights = normal(2, {4, 3, 16, 16}) * 0.2;
  auto net = [](const Array &x, const Array &weights) {
    auto layer = [](const Array &x, const Array &w) {
      Array y = causal()(fx::matmul(x, w[0]), fx::matmul(x, w[1]), fx::matmul(x, w[2]));
      return std::pair(x + y, fx::sum(y));
    };
    return fx::scan(layer, x, weights).first;
  };
  expect_same(Found::yes, net, x, weights);
  expect_same(
      Found::yes,
      [=](const Array &x, const Array &weights) {
        return fx::grad<0, 1>(
            [=](const Array &x, const Array &weights) { return fx::sum(fx::square(net(x, weights))); })(x, weights);
      },
      x, weights);
  expect_same(
      Found::yes,
      [=](const Array &x, const Array &weights) {
        auto unrolled = [=](const Array &x, const Array &weights) {
          Array y = x;
          for (int i = 0; i < 4; ++i) y = y + causal()(fx::matmul(y, weights[i]), y, y);
          return fx::sum(fx::square(y));
        };
        return fx::grad<0, 1>(fx::checkpoint(unrolled))(x, fx::take(weights, 0, 1));
      },
      x, weights);
}

TEST(Attention, HasHigherDerivatives) {
  const Qkv x = qkv({33, 8}, {35, 8});
  auto loss = [](const Array &q, const Array &k, const Array &v) { return fx::sum(fx::sin(causal()(q, k, v))); };
  auto tangents = [=](const Array &q, const Array &k, const Array &v) {
    return fx::jvp(loss, std::tuple(q, k, v), std::tuple(fx::cos(q), fx::sin(k), v * v));
  };
  const Outcome with = run(tangents, x.q, x.k, x.v);
  const Outcome twice = run(
      [=](const Array &q, const Array &k, const Array &v) {
        return fx::jvp(fx::grad<0, 1, 2>(loss), std::tuple(q, k, v), std::tuple(fx::cos(q), fx::sin(k), v * v));
      },
      x.q, x.k, x.v);
  auto curve = [](const Array &q, const Array &k, const Array &v) {
    return fx::hessian([&](const Array &s) { return fx::sum(fx::square(causal()(q * s[0], k, v * s[1]))); })(
        fx::ones({2}));
  };
  const Outcome hessian = run(curve, x.q, x.k, x.v);
  const Unraised none;
  const Outcome a = run(tangents, x.q, x.k, x.v);
  for (size_t i = 0; i < a.results.size(); ++i) expect_near(with.results[i], a.results[i], 1e-5);
  const Outcome b = run(
      [=](const Array &q, const Array &k, const Array &v) {
        return fx::jvp(fx::grad<0, 1, 2>(loss), std::tuple(q, k, v), std::tuple(fx::cos(q), fx::sin(k), v * v));
      },
      x.q, x.k, x.v);
  for (size_t i = 0; i < b.results.size(); ++i) expect_near(twice.results[i], b.results[i], 2e-5);
  expect_near(hessian.results[0], run(curve, x.q, x.k, x.v).results[0], 2e-5);
}

/// Programs without attention: what it must agree with.
template <class F, class... A>
void expect_same_kernel(const std::string &kernel, F f, const A &...arguments) {
  const Outcome with = run(f, arguments...);
  EXPECT_EQ(with.count(kernel), 1) << kernel;
  const Unraised none;
  const Outcome without = run(f, arguments...);
  ASSERT_EQ(with.results.size(), without.results.size());
  for (size_t i = 0; i < with.results.size(); ++i) expect_near(with.results[i], without.results[i], 2e-5);
}

// Every subset of operands has tangents; values and tangents come from one step.
TEST(Attention, HasTangentsOfAnyOperands) {
  const Qkv x = qkv({2, 50, 6, 16}, {2, 50, 2, 16}), t = qkv({2, 50, 6, 16}, {2, 50, 2, 16});
  auto f = [](const Array &q, const Array &k, const Array &v) {
    return fx::nn::dot_product_attention(q, k, v, {.is_causal = true});
  };
  for (int subset = 1; subset < 8; ++subset) {
    auto part = [=](int i, const Array &a) { return subset >> i & 1 ? a : fx::stop_gradient(a); };
    auto g = [=](const Array &q, const Array &k, const Array &v) { return f(part(0, q), part(1, k), part(2, v)); };
    auto tangents = [=](const Array &q, const Array &k, const Array &v) {
      return fx::jvp(g, std::tuple(q, k, v), std::tuple(fx::cos(q), fx::sin(k), v * v));
    };
    SCOPED_TRACE(subset);
    expect_same_kernel("attention_jvp", tangents, x.q, x.k, x.v);
    const Outcome outcome = run(tangents, x.q, x.k, x.v);
    EXPECT_EQ(outcome.count("attention"), 0);
    auto gradients_of = [=](const Array &q, const Array &k, const Array &v) {
      return fx::grad<0, 1, 2>(
          [=](const Array &q, const Array &k, const Array &v) { return fx::sum(fx::square(g(q, k, v))); })(q, k, v);
    };
    expect_same_kernel(
        "attention_grad_jvp",
        [=](const Array &q, const Array &k, const Array &v) {
          return fx::jvp(gradients_of, std::tuple(q, k, v), std::tuple(fx::cos(q), fx::sin(k), v * v));
        },
        x.q, x.k, x.v);
  }
}

// Many directions at once, and mapped examples in many directions.
TEST(Attention, HasTangentsInManyDirections) {
  const Qkv x = qkv({3, 2, 40, 16}, {3, 2, 40, 16});
  auto net = [](const Array &q, const Array &k, const Array &v) {
    return [=](const Array &s) { return fx::sum(causal()(q * s[0], k + s[1], v * s[2] + s[3]), {-1}); };
  };
  const Array s = fx::arange(4) * 0.25F + 1.F;
  auto jacobian = [=](const Array &q, const Array &k, const Array &v) { return fx::jacfwd(net(q, k, v))(s); };
  expect_same_kernel("attention_jvp", jacobian, x.q, x.k, x.v);
  expect_same_kernel(
      "attention_jvp", [=](const Array &q, const Array &k, const Array &v) { return fx::vmap(jacobian)(q, k, v); }, x.q,
      x.k, x.v);
  auto curvature = [=](const Array &q, const Array &k, const Array &v) {
    return fx::hessian([=](const Array &s) { return fx::sum(fx::square(net(q, k, v)(s))); })(s);
  };
  expect_same_kernel("attention_grad_jvp", curvature, x.q, x.k, x.v);
  expect_same_kernel(
      "attention_grad_jvp",
      [=](const Array &q, const Array &k, const Array &v) { return fx::vmap(curvature)(q, k, v); }, x.q, x.k, x.v);
  // Where values are mapped alone, and tangents are not.
  auto same = [=](const Array &q, const Array &k, const Array &v) {
    return fx::vmap([=](const Array &q) { return fx::jacfwd(net(q, k[0], v[0]))(s); })(q);
  };
  expect_same_kernel("attention_jvp", same, x.q, x.k, x.v);
}

TEST(Attention, HasDerivativesInAnyOrder) {
  const Qkv x = qkv({2, 33, 8}, {2, 35, 8});
  auto loss = [](const Array &q, const Array &k, const Array &v) { return fx::sum(fx::sin(causal()(q, k, v))); };
  auto along = [](auto f) {
    return [=](const Array &q, const Array &k, const Array &v) {
      return std::get<1>(fx::jvp(f, std::tuple(q, k, v), std::tuple(fx::cos(q), fx::sin(k), v * v)));
    };
  };
  auto up = [](auto f) {
    return [=](const Array &q, const Array &k, const Array &v) { return fx::grad<0, 1, 2>(f)(q, k, v); };
  };
  auto squared = [](auto f) {
    return [=](const Array &q, const Array &k, const Array &v) {
      auto [a, b, c] = f(q, k, v);
      return fx::sum(fx::square(a)) + fx::sum(fx::square(b)) + fx::sum(fx::square(c));
    };
  };
  auto check = [&](auto f) {
    const Outcome with = run(f, x.q, x.k, x.v);
    const Unraised none;
    const Outcome without = run(f, x.q, x.k, x.v);
    for (size_t i = 0; i < with.results.size(); ++i) expect_near(with.results[i], without.results[i], 5e-5);
  };
  check(along(along(loss)));
  check(up(along(loss)));
  check(up(squared(up(loss))));
  check(along(up(along(loss))));
  check(along(along(up(loss))));
  check([=](const Array &q, const Array &k, const Array &v) {
    auto [y, linear] = fx::linearize(causal(), q, k, v);
    return linear(fx::cos(q), fx::sin(k), v * v) + y;
  });
}

TEST(Attention, TangentsStoreNoWeights) {
  const Qkv x = qkv({4, 512, 32}, {4, 512, 32});
  const int64_t weights = int64_t{4} * 512 * 512 * 4;
  auto tangents = [](auto f) {
    return [=](const Array &q, const Array &k, const Array &v) {
      return fx::jvp(f, std::tuple(q, k, v), std::tuple(k, v, q));
    };
  };
  EXPECT_LT(run(tangents(causal()), x.q, x.k, x.v).temporaries(), weights / 4);
  EXPECT_LT(run(tangents(gradients(causal())), x.q, x.k, x.v).temporaries(), weights);
  auto slope = [=](const Array &q, const Array &k, const Array &v) {
    return fx::sum(fx::sin(std::get<1>(tangents(causal())(q, k, v))));
  };
  EXPECT_LT(run(gradients(slope), x.q, x.k, x.v).temporaries(), weights);
}

TEST(Attention, NaNAndInfinityComeOut) {
  for (double bad : {std::nan(""), kInf, -kInf}) {
    Qkv x = qkv({40, 16}, {40, 16});
    x.q = fx::where(fx::iota({40, 16}, 0) == 7, bad, x.q);
    const std::vector<float> y = fx::jit(causal())(x.q, x.k, x.v).to_vector<float>();
    for (size_t i = 0; i < y.size(); ++i) EXPECT_EQ(std::isfinite(y[i]), i / 16 != 7) << i;
    fx::jit(gradients(causal()))(x.q, x.k, x.v);
  }
}

// A mask of queries by keys as nobody would write it.
class RandomMask {
 public:
  RandomMask(std::mt19937 &random, int64_t queries, int64_t keys)
      : random_(random), row_(fx::iota({queries, keys}, 0)), column_(fx::iota({queries, keys}, 1)) {}

  Array make(int depth) {
    switch (depth > 0 ? below(8) : 5) {
      case 0:
        return make(depth - 1) & make(depth - 1);
      case 1:
        return make(depth - 1) | make(depth - 1);
      case 2:
        return !make(depth - 1);
      case 3:
        return fx::where(make(depth - 1), make(depth - 1), fx::zeros(row_.shape(), fx::bool_));
      case 4:
        return fx::astype(make(depth - 1), fx::f32) * (below(2) ? 1 : 2) != 0;
      default:
        return compared();
    }
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  Array side() {
    Array a = below(2) ? row_ : column_;
    if (below(3) == 0) a = a - (below(2) ? row_ : column_);
    if (below(2)) a = a + (below(60) - 20);
    if (below(8) == 0) a = a * -1;
    return below(4) ? a : fx::swapaxes(fx::swapaxes(a, 0, 1), 0, 1);
  }
  Array compared() {
    const Array a = below(4) ? row_ + (below(80) - 20) : side(), b = below(4) ? column_ : side();
    switch (below(8)) {
      case 0:
        return a > b;
      case 1:
        return a < b;
      case 2:
        return a == b;
      case 3:
        return b - a <= below(30);
      default:
        return a >= b;
    }
  }

  std::mt19937 &random_;
  Array row_, column_;
};

TEST(Attention, IsTheSameBehindMasksOfAnyKind) {
  int found = 0;
  for (unsigned seed = 0; seed < 120; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const int64_t queries = 32 + random() % 9, keys = 32 + random() % 20;
    const double hidden[] = {-kInf, -kInf, -1e9, -1e30, -5};
    const double value = hidden[random() % 5];
    const unsigned how = random() % 4, next = random();
    auto f = attention([=](const Array &s) {
      std::mt19937 own(next);
      const Array mask = RandomMask(own, queries, keys).make(2);
      if (how == 0) return s + fx::where(mask, 0.F, value);
      if (how == 1) return fx::where(mask, value, s);
      return fx::where(mask, s, value);
    });
    const Qkv x = qkv({queries, 8}, {keys, 8});
    const Outcome with = run(f, x.q, x.k, x.v);
    const Unraised none;
    const Outcome without = run(f, x.q, x.k, x.v);
    expect_near(with.results[0], without.results[0], 1e-5);
    found += with.temporaries() < without.temporaries();
  }
  EXPECT_GT(found, 5);
}

TEST(Attention, IsExportedAsWhatItComputes) {
  const Qkv x = qkv({2, 40, 16}, {2, 40, 16});
  auto lowered = fx::jit(gradients(causal())).lower(x.q, x.k, x.v);
  EXPECT_NE(lowered.text().find("fx.attention_grad"), std::string::npos);
  const std::string text = lowered.stablehlo();
  EXPECT_EQ(text.find("attention"), std::string::npos);
  EXPECT_NE(text.find("stablehlo.exponential"), std::string::npos);
}

// Queries, keys and values are cut out of the result of one product, and heads stand after tokens or before them.
TEST(Attention, ReadsItsOperandsInPlace) {
  const int64_t width = 64, tokens = 128;
  const Array x = normal(1, {2, tokens, width}), w = normal(2, {width, 3 * width}) * 0.2, b = normal(3, {3 * width});
  for (const bool heads_first : {false, true}) {
    auto layer = [=](const Array &x, const Array &w, const Array &b) {
      const std::vector<Array> parts = fx::split(fx::matmul(x, w) + b, 3, -1);
      auto heads = [&](int i) {
        Array y = fx::reshape(parts[static_cast<size_t>(i)], {2, tokens, 4, width / 4});
        return heads_first ? fx::swapaxes(y, 1, 2) : y;
      };
      if (heads_first) return fx::swapaxes(causal()(heads(0), heads(1), heads(2)), 1, 2);
      return fx::nn::dot_product_attention(heads(0), heads(1), heads(2), {.is_causal = true});
    };
    expect_same(Found::yes, layer, x, w, b);
    const Outcome outcome = run(layer, x, w, b);
    for (const fx::Kernel &kernel : outcome.program.kernels())
      EXPECT_EQ(kernel.name.find("slice"), std::string::npos) << kernel.name;
    EXPECT_LE(outcome.temporaries(), int64_t{2} * tokens * 4 * width * 4);
    auto loss = [=](const Array &x, const Array &w, const Array &b) { return fx::sum(fx::sin(layer(x, w, b))); };
    auto gradient = [=](const Array &x, const Array &w, const Array &b) { return fx::grad<0, 1, 2>(loss)(x, w, b); };
    expect_same(Found::yes, gradient, x, w, b);
    const Outcome gradients = run(gradient, x, w, b);
    for (const fx::Kernel &kernel : gradients.program.kernels())
      EXPECT_EQ(kernel.name.find("concatenate"), std::string::npos) << kernel.name;
    expect_same(
        Found::yes,
        [=](const Array &x, const Array &w, const Array &b) {
          return fx::vmap([=](const Array &x) { return gradient(x, w, b); })(fx::stack({x, x * 0.5F}));
        },
        x, w, b);
    expect_same(
        Found::yes,
        [=](const Array &x, const Array &w, const Array &b) {
          return fx::jvp(loss, std::tuple(x, w, b), std::tuple(fx::cos(x), w * w, fx::sin(b)));
        },
        x, w, b);
  }
  // A little of a large array that is computed is computed alone.
  auto part = [](const Array &x) {
    Array y = fx::exp(x);
    return plain()(fx::lax::slice(y, {0, 0}, {40, 16}), fx::lax::slice(y, {0, 16}, {40, 32}),
                   fx::lax::slice(y, {0, 32}, {40, 48}));
  };
  const Array large = normal(4, {40, 4096}) * 0.1;
  expect_same(Found::yes, part, large);
  EXPECT_LT(run(part, large).temporaries(), int64_t{40} * 4096);
}

TEST(Attention, StoresNoWeights) {
  const Qkv x = qkv({4, 512, 32}, {4, 512, 32});
  const int64_t weights = int64_t{4} * 512 * 512 * 4;
  EXPECT_LT(run(causal(), x.q, x.k, x.v).temporaries(), weights / 8);
  EXPECT_LT(run(gradients(causal()), x.q, x.k, x.v).temporaries(), weights / 4);
  const Unraised none;
  EXPECT_GE(run(causal(), x.q, x.k, x.v).temporaries(), weights);
}

}  // namespace

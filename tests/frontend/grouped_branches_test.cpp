// vmap of branches that differ by example: dear ones run only for the examples that take them, and nothing else shows.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>

namespace fx = fluxion;
using fx::Array;

namespace {

constexpr int kExamples = 40, kWidth = 64;

// Dear enough to be grouped: products with a matrix that all examples share.
Array dear(const Array &x, const Array &w) {
  Array y = x;
  for (int i = 0; i < 24; ++i) y = fx::tanh(fx::matmul(y, w));
  return y;
}
Array cheap(const Array &x, const Array &w) { return x + w[0] * 2; }

Array branching(const Array &p, const Array &x, const Array &w) { return fx::cond(p, dear, cheap, x, w); }
Array selecting(const Array &p, const Array &x, const Array &w) { return fx::where(p, dear(x, w), cheap(x, w)); }

Array examples(int n = kExamples) { return fx::sin(fx::arange(n * kWidth).reshape({n, kWidth}).astype(fx::f32)); }
Array matrix() { return fx::cos(fx::arange(kWidth * kWidth).reshape({kWidth, kWidth}).astype(fx::f32) * 0.7f) * 0.2f; }
// Examples of which about a part of `of` takes the dear branch; 0: none.
Array chosen(int of, int n = kExamples) {
  return of == 0 ? fx::arange(n) < 0 : fx::remainder(fx::arange(n) * 7, of) == 0;
}

void expect_close(const Array &a, const Array &b, float tolerance = 2e-5f) {
  ASSERT_EQ(a.shape(), b.shape());
  EXPECT_LE(fx::max(fx::abs(a - b)).item<float>(), tolerance * (1 + fx::max(fx::abs(b)).item<float>()));
}

template <class F>
auto mapped(F f) {
  return fx::vmap(f, {.in_axes = {0, 0, fx::none}});
}

const int kParts[] = {0, 40, 11, 3, 2, 1};

TEST(GroupedBranches, ValuesAreThoseOfChoosing) {
  Array x = examples(), w = matrix();
  for (int of : kParts) {
    SCOPED_TRACE(of);
    expect_close(fx::jit(mapped(branching))(chosen(of), x, w), fx::jit(mapped(selecting))(chosen(of), x, w));
  }
}

TEST(GroupedBranches, AnyNumberOfExamples) {
  for (int n : {1, 2, 17, 70}) {
    SCOPED_TRACE(n);
    Array x = examples(n), w = matrix();
    expect_close(mapped(branching)(chosen(3, n), x, w), mapped(selecting)(chosen(3, n), x, w));
  }
}

TEST(GroupedBranches, Derivatives) {
  Array x = examples(), w = matrix(), dx = fx::cos(x * 3), dw = fx::sin(w * 5);
  for (int of : {0, 11, 2, 1}) {
    SCOPED_TRACE(of);
    auto loss = [&](auto f) {
      return [f, p = chosen(of)](const Array &x, const Array &w) { return fx::sum(fx::square(mapped(f)(p, x, w))); };
    };
    auto [gx, gw] = fx::jit(fx::grad<0, 1>(loss(branching)))(x, w);
    auto [ex, ew] = fx::jit(fx::grad<0, 1>(loss(selecting)))(x, w);
    expect_close(gx, ex);
    expect_close(gw, ew);
    auto slope = [&](auto f) { return std::get<1>(fx::jvp(loss(f), std::tuple(x, w), std::tuple(dx, dw))); };
    expect_close(slope(branching), slope(selecting), 1e-4f);
    auto hvp = [&](auto f) { return std::get<1>(fx::jvp(fx::grad<0>(loss(f)), std::tuple(x, w), std::tuple(dx, dw))); };
    expect_close(hvp(branching), hvp(selecting), 1e-3f);
  }
}

TEST(GroupedBranches, GradientsOfEachExample) {
  Array x = examples(), w = matrix();
  auto each = [&](auto f) {
    auto g = fx::grad<1>([f](const Array &p, const Array &x, const Array &w) { return fx::sum(f(p, x, w)); });
    return fx::jit(mapped(g))(chosen(3), x, w);
  };
  expect_close(each(branching), each(selecting));
}

TEST(GroupedBranches, CheckpointsAndNestedMaps) {
  Array x = examples(48).reshape({3, 16, kWidth}), w = matrix(), p = chosen(3, 48).reshape({3, 16});
  auto twice = [&](auto f) {
    return [f](const Array &p, const Array &x, const Array &w) {
      return fx::sum(fx::square(mapped(mapped(fx::checkpoint(f)))(p, x, w)));
    };
  };
  auto [a, ga] = fx::jit(fx::value_and_grad<1>(twice(branching)))(p, x, w);
  auto [b, gb] = fx::jit(fx::value_and_grad<1>(twice(selecting)))(p, x, w);
  expect_close(a, b);
  expect_close(ga, gb);
}

TEST(GroupedBranches, BranchesInBranches) {
  Array x = examples(), w = matrix(), p = chosen(3), q = chosen(2);
  auto nested = [](auto choose) {
    return [choose](const Array &p, const Array &q, const Array &x, const Array &w) {
      auto inner = [&](const Array &x, const Array &w) { return choose(q, dear(x, w), w); };
      return fx::cond(p, inner, cheap, x, w);
    };
  };
  auto all = [](auto f) { return fx::jit(fx::vmap(f, {.in_axes = {0, 0, 0, fx::none}})); };
  Array direct = fx::where(p.reshape({kExamples, 1}), mapped(selecting)(q, dear(x, w), w), cheap(x, w));
  expect_close(all(nested(branching))(p, q, x, w), direct);
}

TEST(GroupedBranches, IndicesOutOfRangeTakeTheLastBranch) {
  Array x = examples(), w = matrix(), i = fx::arange(kExamples) - 3;
  using Branch = std::function<Array(const Array &, const Array &)>;
  std::vector<Branch> branches{dear, cheap, [](const Array &x, const Array &w) { return dear(x * 2, w); }};
  auto f = [&](const Array &i, const Array &x, const Array &w) { return fx::switch_(i, branches, x, w); };
  Array y = fx::jit(mapped(f))(i, x, w), column = i.reshape({kExamples, 1});
  expect_close(y, fx::where(column == 0, dear(x, w), fx::where(column == 1, cheap(x, w), dear(x * 2, w))));
}

// Whichever of two is dear, and whether anybody takes it.
TEST(GroupedBranches, TheDearOneOfTwoMayBeTheFirst) {
  Array x = examples(), w = matrix();
  using Branch = std::function<Array(const Array &, const Array &)>;
  for (const std::vector<Branch> &branches : {std::vector<Branch>{dear, cheap}, {cheap, dear}}) {
    auto f =
        fx::jit(mapped([&](const Array &i, const Array &x, const Array &w) { return fx::switch_(i, branches, x, w); }));
    auto [none, one] = std::pair(fx::zeros({kExamples}, fx::i32), fx::ones({kExamples}, fx::i32));
    for (const Array &i : {none, one, one * 7, none - 2, fx::arange(kExamples) - 3, fx::arange(kExamples) % 2}) {
      const Array first = branches[0](x, w), second = branches[1](x, w);
      expect_close(f(i, x, w), fx::where(i.reshape({kExamples, 1}) == 0, first, second));
    }
  }
}

// What is computed in a place that no example needs must not reach any gradient.
TEST(GroupedBranches, NothingLeaksFromBranchesNotTaken) {
  auto f = [](const Array &p, const Array &x, const Array &w) {
    auto root = [](const Array &x, const Array &w) { return fx::sqrt(x) + dear(x, w); };
    return fx::sum(fx::cond(p, root, cheap, x, w));
  };
  Array x = fx::concatenate({fx::ones({5, kWidth}), fx::zeros({kExamples - 5, kWidth})}, 0), w = matrix();
  auto loss = [&](const Array &x, const Array &w) { return fx::sum(mapped(f)(fx::arange(kExamples) < 5, x, w)); };
  auto [gx, gw] = fx::jit(fx::grad<0, 1>(loss))(x, w);
  EXPECT_TRUE(fx::all(fx::isfinite(gx)).item<bool>());
  EXPECT_TRUE(fx::all(fx::isfinite(gw)).item<bool>());
  // Where an example's own derivative is infinite, it stays so, whoever shares its chunk.
  auto zero = fx::jit(fx::grad<0>(loss))(fx::zeros({kExamples, kWidth}), w);
  EXPECT_TRUE(fx::all(fx::isinf(zero[fx::slice(0, 5)])).item<bool>());
  EXPECT_TRUE(fx::all(fx::isfinite(zero[fx::slice(5, kExamples)])).item<bool>());
}

TEST(GroupedBranches, CollectivesSeeAllExamples) {
  Array x = examples(), w = matrix(), p = chosen(3);
  auto f = [](const Array &p, const Array &x, const Array &w) {
    auto sum = [](const Array &x, const Array &w) { return dear(fx::psum(x, "all") * 0.1f, w); };
    return fx::cond(p, sum, cheap, x, w);
  };
  Array y = fx::vmap(f, {.in_axes = {0, 0, fx::none}, .axis_name = "all"})(p, x, w);
  Array total = fx::broadcast_to(fx::sum(x, 0), x.shape());
  expect_close(y, fx::where(p.reshape({kExamples, 1}), dear(total * 0.1f, w), cheap(x, w)));
}

}  // namespace

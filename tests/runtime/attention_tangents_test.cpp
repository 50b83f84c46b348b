// Tangents of attention and of its gradient against loops over dual numbers: any operands moving, many directions, any
// number of threads.
#include <bit>
#include <cmath>
#include <cstring>

#include <fluxion/error.h>
#include <gtest/gtest.h>

#include "runtime/attention.h"
#include "runtime/attention_tile.h"
#include "runtime/thread_pool.h"
#include "tests/runtime/attention_cases.h"

namespace fluxion::runtime {
namespace {

using namespace attention_cases;

// A number and its tangent.
struct Dual {
  double x = 0, t = 0;
  Dual operator+(Dual o) const { return {x + o.x, t + o.t}; }
  Dual operator-(Dual o) const { return {x - o.x, t - o.t}; }
  Dual operator*(Dual o) const { return {x * o.x, t * o.x + x * o.t}; }
  Dual operator/(Dual o) const { return {x / o.x, (t * o.x - x * o.t) / (o.x * o.x)}; }
  Dual &operator+=(Dual o) { return *this = *this + o; }
};
using Duals = std::vector<Dual>;

struct Moving {
  Duals q, k, v, dy;
};
struct Results {
  Duals y, dq, dk, dv;
};

Results expected(const Case &c, const Moving &x) {
  Results r{Duals(x.dy.size()), Duals(x.q.size()), Duals(x.k.size()), Duals(x.v.size())};
  const auto size = static_cast<size_t>(c.size), width = static_cast<size_t>(c.width);
  Duals p(static_cast<size_t>(c.keys)), dp(p.size());
  auto dot = [](const Duals &a, size_t i, const Duals &b, size_t j, size_t n) {
    Dual sum;
    for (size_t d = 0; d < n; ++d) sum += a[i + d] * b[j + d];
    return sum;
  };
  for (int64_t batch = 0; batch < c.batch; ++batch)
    for (int64_t head = 0; head < c.heads; ++head)
      for (int64_t query = 0; query < c.queries; ++query) {
        const auto row = static_cast<size_t>(row_at(c, batch, head, c.heads, query, c.queries));
        auto key_row = [&](size_t key) {
          const int64_t group = head / (c.heads / c.groups);
          return static_cast<size_t>(row_at(c, batch, group, c.groups, static_cast<int64_t>(key), c.keys));
        };
        std::vector<size_t> seen;
        double top = -kInf;
        for (int64_t key = 0; key < c.keys; ++key) {
          const bool near = c.before >= c.keys + c.queries || query - key <= c.before;
          if (!near || key - query > c.after) continue;
          const auto j = static_cast<size_t>(key);
          seen.push_back(j);
          p[j] = dot(x.q, row * size, x.k, key_row(j) * size, size) * Dual{c.scale};
          dp[j] = dot(x.dy, row * width, x.v, key_row(j) * width, width);
          top = std::max(top, p[j].x);
        }
        Dual sum, centre;
        for (size_t j : seen) {
          const double e = std::exp(p[j].x - top);
          sum += p[j] = {e, e * p[j].t};
        }
        for (size_t j : seen) centre += (p[j] = p[j] / sum) * dp[j];
        for (size_t j : seen) {
          const Dual ds = p[j] * (dp[j] - centre) * Dual{c.scale};
          for (size_t d = 0; d < size; ++d) {
            r.dq[row * size + d] += ds * x.k[key_row(j) * size + d];
            r.dk[key_row(j) * size + d] += ds * x.q[row * size + d];
          }
          for (size_t d = 0; d < width; ++d) {
            r.y[row * width + d] += p[j] * x.v[key_row(j) * width + d];
            r.dv[key_row(j) * width + d] += p[j] * x.dy[row * width + d];
          }
        }
      }
  return r;
}

// Directions of q, k, v and dy, one after the other.
struct Tangents {
  Floats of[4];

  Tangents(const Operands &x, int64_t directions) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> uniform(-1, 1);
    const Floats *like[] = {&x.q, &x.k, &x.v, &x.dy};
    for (int i = 0; i < 4; ++i) {
      of[i].resize(like[i]->size() * static_cast<size_t>(directions));
      for (float &t : of[i]) t = uniform(random);
    }
  }
};

Moving moving(const Operands &x, const Tangents &t, int along, size_t direction) {
  Moving m;
  const Floats *values[] = {&x.q, &x.k, &x.v, &x.dy};
  Duals *to[] = {&m.q, &m.k, &m.v, &m.dy};
  for (int i = 0; i < 4; ++i)
    for (size_t j = 0; j < values[i]->size(); ++j)
      to[i]->push_back({(*values[i])[j], along >> i & 1 ? t.of[i][direction * values[i]->size() + j] : 0});
  return m;
}

// y and ẏ; dq, dk, dv and their tangents.
struct Computed {
  std::vector<Floats> forward, backward;
  bool operator==(const Computed &other) const {
    auto same = [](const std::vector<Floats> &a, const std::vector<Floats> &b) {
      for (size_t i = 0; i < a.size(); ++i)
        if (std::memcmp(a[i].data(), b[i].data(), a[i].size() * sizeof(float)) != 0) return false;
      return true;
    };
    return same(forward, other.forward) && same(backward, other.backward);
  }
};

// Bits of `wanted`: results and then their tangents.
std::vector<Floats> call(LibraryFunction function, const Case &c, const std::vector<const Floats *> &operands,
                         const std::vector<ShapeDtype> &types, const std::vector<ShapeDtype> &result_types,
                         const Tangents &t, int64_t directions, int along, int wanted) {
  const int64_t attributes[] = {std::bit_cast<int64_t>(c.scale), c.before, c.after, c.tokens_first, along};
  std::vector<void *> buffers;
  std::vector<ShapeDtype> all(types);
  auto many = [&](ShapeDtype type) {
    type.shape = Shape{type.shape[0] * directions, type.shape[1], type.shape[2], type.shape[3]};
    return type;
  };
  for (const Floats *x : operands) buffers.push_back(const_cast<float *>(x->data()));
  for (size_t i = 0; i < operands.size(); ++i)
    if (along >> i & 1) buffers.push_back(const_cast<float *>(t.of[i].data())), all.push_back(many(types[i]));
  std::vector<Floats> made;
  for (size_t i = 0; i < 2 * result_types.size(); ++i) {
    const ShapeDtype type = i < result_types.size() ? result_types[i] : many(result_types[i - result_types.size()]);
    made.emplace_back(static_cast<size_t>(type.shape.count()), 77.F);
    all.push_back(wanted >> i & 1 ? type : ShapeDtype{{0}, f32});
  }
  for (Floats &result : made) buffers.push_back(result.data());
  function(buffers.data(), all.data(), static_cast<int>(buffers.size()), attributes, 5);
  return made;
}

Computed compute(const Case &c, const Operands &x, const Tangents &t, int64_t directions, int along, int wanted = 63) {
  const Types types(c);
  Computed r;
  if (along & 7)
    r.forward = call(attention_jvp, c, {&x.q, &x.k, &x.v}, {types.q, types.k, types.v}, {types.y}, t, directions,
                     along & 7, (wanted & 1) | (wanted >> 2 & 2));
  r.backward = call(attention_grad_jvp, c, {&x.q, &x.k, &x.v, &x.dy}, {types.q, types.k, types.v, types.y},
                    {types.q, types.k, types.v}, t, directions, along, wanted);
  return r;
}

void expect_near(const Floats &got, const Duals &want, bool tangent, size_t direction, const char *what) {
  double largest = 1e-3;
  auto of = [&](Dual d) { return tangent ? d.t : d.x; };
  for (Dual w : want) largest = std::max(largest, std::abs(of(w)));
  ASSERT_LE((direction + 1) * want.size(), got.size());
  for (size_t i = 0; i < want.size(); ++i)
    ASSERT_NEAR(got[direction * want.size() + i], of(want[i]), 1e-5 * largest)
        << what << (tangent ? "' tangent [" : " [") << i << "] of " << want.size();
}

void check(const Case &c, int along, int64_t directions = 1) {
  SCOPED_TRACE(fmt::format("{}, along {}, directions {}", label(c), along, directions));
  const Operands x(c);
  const Tangents t(x, directions);
  const Computed r = compute(c, x, t, directions, along);
  for (size_t d = 0; d < static_cast<size_t>(directions); ++d) {
    const Results want = expected(c, moving(x, t, along, d));
    if (along & 7) expect_near(r.forward[0], want.y, false, 0, "y"), expect_near(r.forward[1], want.y, true, d, "y");
    const Duals *of[] = {&want.dq, &want.dk, &want.dv};
    const char *names[] = {"dq", "dk", "dv"};
    for (size_t i = 0; i < 3; ++i) {
      expect_near(r.backward[i], *of[i], false, 0, names[i]);
      expect_near(r.backward[3 + i], *of[i], true, d, names[i]);
    }
  }
}

TEST(AttentionTangents, AreWhatTheOpsSay) {
  for (const Case &c : kCases) {
    check(c, 15);
    if (HasFatalFailure()) return;
  }
}

TEST(AttentionTangents, AreOfAnyOperands) {
  for (int along = 1; along < 15; ++along) {
    check(kCases[6], along);
    if (HasFatalFailure()) return;
  }
}

TEST(AttentionTangents, AreOfManyDirections) {
  for (int along : {15, 1, 6}) {
    check(kCases[1], along, 3);
    check(kCases[4], along, 2);
    if (HasFatalFailure()) return;
  }
}

// What is computed beside them is what attention and its gradient give.
TEST(AttentionTangents, LeaveValuesAsTheyAre) {
  for (const Case &c : kCases) {
    const Operands x(c);
    const Types t(c);
    const Computed r = compute(c, x, Tangents(x, 1), 1, 15);
    const int64_t attributes[] = {std::bit_cast<int64_t>(c.scale), c.before, c.after, c.tokens_first};
    Floats y(x.dy.size());
    auto in = [](const Floats &a) { return const_cast<float *>(a.data()); };
    void *buffers[] = {in(x.q), in(x.k), in(x.v), y.data()};
    const ShapeDtype types[] = {t.q, t.k, t.v, t.y};
    attention(buffers, types, 4, attributes, 4);
    EXPECT_EQ(y, r.forward[0]) << label(c);
  }
}

TEST(AttentionTangents, SkipResultsThatNobodyReads) {
  const Case &c = kCases[5];
  const Operands x(c);
  const Tangents t(x, 2);
  const Computed all = compute(c, x, t, 2, 15);
  for (int wanted : {0, 1, 2, 4, 8, 16, 32, 56, 7}) {
    const Computed some = compute(c, x, t, 2, 15, wanted);
    for (size_t i = 0; i < 6; ++i) EXPECT_EQ(some.backward[i] == all.backward[i], (wanted >> i & 1) != 0) << wanted;
    EXPECT_EQ(some.forward[0] == all.forward[0], (wanted & 1) != 0) << wanted;
    EXPECT_EQ(some.forward[1] == all.forward[1], (wanted & 8) != 0) << wanted;
  }
}

TEST(AttentionTangents, GiveTheSameBitsWithAnyThreads) {
  ThreadPool &pool = ThreadPool::global();
  const int before = pool.threads();
  for (const Case &c : kCases) {
    const Operands x(c);
    const Tangents t(x, 2);
    pool.set_threads(1);
    const Computed one = compute(c, x, t, 2, 15);
    for (int threads : {2, 3, 4, 8}) {
      pool.set_threads(threads);
      EXPECT_TRUE(compute(c, x, t, 2, 15) == one) << label(c) << ", threads " << threads;
    }
  }
  pool.set_threads(before);
}

TEST(AttentionTangents, RefuseOperandsThatDoNotFit) {
  const Case c{1, 2, 1, 4, 4, 2, 2};
  const Types t(c);
  Floats in(100), y(100), dy(100);  // results have places of their own: threads write them while others read
  void *buffers[] = {in.data(), in.data(), in.data(), in.data(), y.data(), dy.data()};
  int64_t attributes[] = {0, kAll, kAll, 0, 1};
  const ShapeDtype types[] = {t.q, t.k, t.v, t.q, t.y, t.y};
  attention_jvp(buffers, types, 6, attributes, 5);
  EXPECT_THROW(attention_jvp(buffers, types, 6, attributes, 4), Error);
  EXPECT_THROW(attention_jvp(buffers, types, 5, attributes, 5), Error);
  EXPECT_THROW(attention_grad_jvp(buffers, types, 6, attributes, 5), Error);
  attributes[4] = 3;
  EXPECT_THROW(attention_jvp(buffers, types, 6, attributes, 5), Error);
  attributes[4] = 0;
  EXPECT_THROW(attention_jvp(buffers, types, 6, attributes, 5), Error);
}

// ---- the rows of every instruction set of this machine

std::vector<std::pair<const char *, const AttentionRows *>> all_rows() {
  std::vector<std::pair<const char *, const AttentionRows *>> all{{"baseline", &attention_baseline::rows}};
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) all.push_back({"avx2", &attention_avx2::rows});
  if (&attention_rows() == &attention_avx512::rows) all.push_back({"avx512", &attention_avx512::rows});
#endif
  return all;
}

TEST(AttentionRows, SecondDerivatives) {
  for (const auto &[name, rows] : all_rows())
    for (const AttentionRow row : {AttentionRow{0, 64, 64}, {3, 61, 96}, {17, 18, 32}, {40, 90, 96}}) {
      std::mt19937 random(3);
      std::uniform_real_distribution<float> uniform(0.1F, 1);
      Floats x[4];  // e, t, dp and its tangent; what does not count is not looked at
      for (Floats &v : x) v.assign(static_cast<size_t>(row.columns), kNaN);
      double sum = 0;
      Dual centre, total;
      std::vector<Dual> p(static_cast<size_t>(row.columns)), dp(p.size());
      const double scale = 0.7;
      for (auto j = static_cast<size_t>(row.begin); j < static_cast<size_t>(row.end); ++j) {
        for (Floats &v : x) v[j] = uniform(random);
        sum += x[0][j], total += p[j] = {x[0][j], x[0][j] * scale * x[1][j]}, dp[j] = {x[2][j], x[3][j]};
      }
      for (size_t j = 0; j < p.size(); ++j) centre += (p[j] = p[j] / total) * dp[j];
      rows->second_derivatives(x[0].data(), x[1].data(), x[2].data(), x[3].data(), row, static_cast<float>(1 / sum),
                               static_cast<float>(scale));
      for (size_t j = 0; j < p.size(); ++j) {
        const Dual ds = p[j] * (dp[j] - centre) * Dual{scale};
        const double want[] = {p[j].x, p[j].t, ds.x, ds.t};
        for (int i = 0; i < 4; ++i) ASSERT_NEAR(x[i][j], want[i], 3e-7) << name << " " << i << " [" << j << "]";
      }
    }
}

}  // namespace
}  // namespace fluxion::runtime

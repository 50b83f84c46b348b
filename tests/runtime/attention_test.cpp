// Attention against loops in double: shapes, windows, groups and layouts, every instruction set, any number of threads.
#include "runtime/attention.h"

#include <bit>
#include <cmath>
#include <cstring>

#include <fluxion/error.h>
#include <gtest/gtest.h>

#include "runtime/attention_tile.h"
#include "runtime/thread_pool.h"
#include "tests/runtime/attention_cases.h"

namespace fluxion::runtime {
namespace {

using namespace attention_cases;

struct Results {
  std::vector<double> y, dq, dk, dv;
};

// What the op is said to be, one query after the other.
Results expected(const Case &c, const Operands &x) {
  Results r;
  r.y.resize(x.dy.size()), r.dq.resize(x.q.size()), r.dk.resize(x.k.size()), r.dv.resize(x.v.size());
  std::vector<double> p(static_cast<size_t>(c.keys)), dp(p.size());
  for (int64_t batch = 0; batch < c.batch; ++batch)
    for (int64_t head = 0; head < c.heads; ++head)
      for (int64_t query = 0; query < c.queries; ++query) {
        const int64_t group = head / (c.heads / c.groups), row = row_at(c, batch, head, c.heads, query, c.queries);
        auto key_row = [&](int64_t key) { return row_at(c, batch, group, c.groups, key, c.keys); };
        auto sees = [&](int64_t key) {
          return (c.before >= c.keys + c.queries || query - key <= c.before) && key - query <= c.after;
        };
        const float *q = x.q.data() + row * c.size, *dy = x.dy.data() + row * c.width;
        double top = -kInf, sum = 0, centre = 0;
        for (int64_t key = 0; key < c.keys; ++key) {
          if (!sees(key)) continue;
          double &s = p[static_cast<size_t>(key)] = 0, &d = dp[static_cast<size_t>(key)] = 0;
          for (int64_t i = 0; i < c.size; ++i) s += double{q[i]} * x.k[static_cast<size_t>(key_row(key) * c.size + i)];
          for (int64_t i = 0; i < c.width; ++i)
            d += double{dy[i]} * x.v[static_cast<size_t>(key_row(key) * c.width + i)];
          s *= c.scale;
          top = std::max(top, s);
        }
        for (int64_t key = 0; key < c.keys; ++key)
          if (sees(key)) sum += p[static_cast<size_t>(key)] = std::exp(p[static_cast<size_t>(key)] - top);
        for (int64_t key = 0; key < c.keys; ++key)
          if (sees(key)) centre += (p[static_cast<size_t>(key)] /= sum) * dp[static_cast<size_t>(key)];
        for (int64_t key = 0; key < c.keys; ++key) {
          if (!sees(key)) continue;
          const double w = p[static_cast<size_t>(key)], ds = w * (dp[static_cast<size_t>(key)] - centre) * c.scale;
          const auto at_k = static_cast<size_t>(key_row(key) * c.size),
                     at_v = static_cast<size_t>(key_row(key) * c.width), at_q = static_cast<size_t>(row * c.size),
                     at_y = static_cast<size_t>(row * c.width);
          for (size_t i = 0; i < static_cast<size_t>(c.size); ++i)
            r.dq[at_q + i] += ds * x.k[at_k + i], r.dk[at_k + i] += ds * q[i];
          for (size_t i = 0; i < static_cast<size_t>(c.width); ++i)
            r.y[at_y + i] += w * x.v[at_v + i], r.dv[at_v + i] += w * dy[i];
        }
      }
  return r;
}

struct Computed {
  Floats y, dq, dk, dv;
  bool operator==(const Computed &other) const {
    auto same = [](const Floats &a, const Floats &b) {
      return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
    };
    return same(y, other.y) && same(dq, other.dq) && same(dk, other.dk) && same(dv, other.dv);
  }
};

// Bits of which: 1 dq, 2 dk, 4 dv.
Computed compute(const Case &c, const Operands &x, int which = 7) {
  const Types t(c);
  const int64_t attributes[] = {std::bit_cast<int64_t>(c.scale), c.before, c.after, c.tokens_first};
  Computed r;
  r.y.assign(x.dy.size(), 77), r.dq.assign(x.q.size(), 77), r.dk.assign(x.k.size(), 77), r.dv.assign(x.v.size(), 77);
  auto in = [](const Floats &a) { return const_cast<float *>(a.data()); };
  void *forward[] = {in(x.q), in(x.k), in(x.v), r.y.data()};
  const ShapeDtype forward_types[] = {t.q, t.k, t.v, t.y};
  attention(forward, forward_types, 4, attributes, 4);
  void *backward[] = {in(x.q), in(x.k), in(x.v), in(x.dy), r.dq.data(), r.dk.data(), r.dv.data()};
  const ShapeDtype none{{0}, f32},
      backward_types[] = {t.q, t.k, t.v, t.y, which & 1 ? t.q : none, which & 2 ? t.k : none, which & 4 ? t.v : none};
  attention_grad(backward, backward_types, 7, attributes, 4);
  return r;
}

// Errors grow with the terms of a sum and with their sizes.
void expect_near(const Floats &got, const std::vector<double> &want, double tolerance, const char *what) {
  ASSERT_EQ(got.size(), want.size());
  double largest = 1e-3;
  for (double w : want) largest = std::max(largest, std::abs(w));
  for (size_t i = 0; i < got.size(); ++i)
    ASSERT_NEAR(got[i], want[i], tolerance * largest) << what << " [" << i << "] of " << got.size();
}
void expect_near(const Computed &got, const Results &want, double tolerance = 4e-6) {
  expect_near(got.y, want.y, tolerance, "y");
  expect_near(got.dq, want.dq, tolerance, "dq");
  expect_near(got.dk, want.dk, tolerance, "dk");
  expect_near(got.dv, want.dv, tolerance, "dv");
}

TEST(Attention, IsWhatTheOpSays) {
  for (const Case &c : kCases) {
    SCOPED_TRACE(label(c));
    const Operands x(c);
    expect_near(compute(c, x), expected(c, x));
    if (HasFatalFailure()) return;
  }
}

TEST(Attention, SkipsResultsThatNobodyReads) {
  const Case c{1, 4, 2, 97, 130, 24, 40, 30, 2};
  const Operands x(c);
  const Computed all = compute(c, x);
  for (int which = 0; which < 7; ++which) {
    const Computed some = compute(c, x, which);
    EXPECT_EQ(some.dq == all.dq, (which & 1) != 0) << which;
    EXPECT_EQ(some.dk == all.dk, (which & 2) != 0) << which;
    EXPECT_EQ(some.dv == all.dv, (which & 4) != 0) << which;
  }
}

TEST(Attention, GivesTheSameBitsWithAnyThreads) {
  ThreadPool &pool = ThreadPool::global();
  const int before = pool.threads();
  for (const Case &c : kCases) {
    const Operands x(c);
    pool.set_threads(1);
    const Computed one = compute(c, x);
    for (int threads : {2, 3, 4}) {
      pool.set_threads(threads);
      EXPECT_TRUE(compute(c, x) == one) << label(c) << ", threads " << threads;
    }
  }
  pool.set_threads(before);
}

// Scores of which the exponentials differ as far as floats go.
TEST(Attention, LargeScoresDoNotOverflow) {
  for (float range : {30.F, 1e4F, 1e15F}) {
    const Case c{1, 2, 2, 50, 70, 8, 8, kAll, kAll, false, 1};
    const Operands x(c, range);
    const Computed r = compute(c, x);
    const Results want = expected(c, x);
    for (size_t i = 0; i < r.y.size(); ++i) ASSERT_TRUE(std::isfinite(r.y[i])) << range;
    // Scores are off by so much in f32 that others than the greatest cannot be told exactly.
    if (range <= 30) expect_near(r.y, want.y, 1e-3, "y");
  }
}

TEST(Attention, InfiniteScoresAndNaNStayWhereTheyAre) {
  const Case c{1, 1, 1, 60, 60, 4, 4, kAll, 0, false, 1};
  Operands x(c);
  for (int64_t i = 0; i < c.size; ++i) x.q[static_cast<size_t>(10 * c.size + i)] = kNaN;
  x.q[20 * 4] = kInf;
  x.q[59 * 4] = -kInf;
  const Computed r = compute(c, x);
  for (size_t row = 0; row < 60; ++row)
    for (size_t i = 0; i < 4; ++i) {
      const float y = r.y[row * 4 + i];
      EXPECT_TRUE(row == 20 || row == 59 || (row == 10 ? std::isnan(y) : std::isfinite(y))) << row;
    }
  // A key that is nothing to all who see it: weights of 0. All minus infinity: NaN, as 0/0.
  Operands hidden(c);
  std::fill(hidden.q.begin(), hidden.q.end(), 1.F);
  hidden.k[5 * 4] = -kInf;
  const Computed without = compute(c, hidden);
  for (float y : without.y) EXPECT_TRUE(std::isfinite(y));
  hidden.k[0] = -kInf;
  EXPECT_TRUE(std::isnan(compute(c, hidden).y[0]));
}

// Queries, keys and values of all heads side by side in one array, as one product gives them.
TEST(Attention, ReadsOperandsWhereTheyLie) {
  for (const bool tokens_first : {false, true}) {
    const Case c{2, 3, 3, 50, 50, 8, 8, kAll, 0, tokens_first};
    const Operands x(c);
    const int64_t heads = c.heads * c.size, row = 3 * heads, gap = 5;
    Floats all(static_cast<size_t>(gap + c.batch * c.queries * row), kNaN);
    const Floats *parts[] = {&x.q, &x.k, &x.v};
    for (int64_t part = 0; part < 3; ++part)
      for (int64_t b = 0; b < c.batch; ++b)
        for (int64_t h = 0; h < c.heads; ++h)
          for (int64_t t = 0; t < c.queries; ++t)
            std::copy_n(parts[part]->data() + row_at(c, b, h, c.heads, t, c.queries) * c.size, c.size,
                        all.data() + gap + (b * c.queries + t) * row + part * heads + h * c.size);
    const Types t(c);
    std::vector<int64_t> attributes{std::bit_cast<int64_t>(c.scale), c.before, c.after, c.tokens_first};
    for (int part = 0; part < 3; ++part) attributes.insert(attributes.end(), {c.queries * row, c.size, row});
    Floats y(x.dy.size());
    float *at = all.data() + gap;
    void *buffers[] = {at, at + heads, at + 2 * heads, y.data()};
    const ShapeDtype types[] = {t.q, t.k, t.v, t.y};
    attention(buffers, types, 4, attributes.data(), static_cast<int>(attributes.size()));
    EXPECT_EQ(y, compute(c, x).y);
    EXPECT_THROW(attention(buffers, types, 4, attributes.data(), 10), Error);
  }
}

// The gradients of all three side by side, in another order than they come.
TEST(Attention, WritesGradientsSideBySide) {
  for (const bool tokens_first : {false, true}) {
    const Case c{2, 4, 4, 50, 50, 8, 8, kAll, 0, tokens_first};
    const Operands x(c);
    const Types t(c);
    const int64_t heads = c.heads * c.size, row = 3 * heads;
    Floats all(static_cast<size_t>(c.batch * c.queries * row), kNaN);
    std::vector<int64_t> attributes{std::bit_cast<int64_t>(c.scale), c.before, c.after, c.tokens_first};
    for (int i = 0; i < 4; ++i) {
      const int64_t each = c.queries * c.size;
      if (tokens_first)
        attributes.insert(attributes.end(), {c.heads * each, c.size, heads});
      else
        attributes.insert(attributes.end(), {c.heads * each, each, c.size});
    }
    for (int i = 0; i < 3; ++i) attributes.insert(attributes.end(), {c.queries * row, c.size, row});
    auto in = [](const Floats &a) { return const_cast<float *>(a.data()); };
    const int64_t places[] = {heads, 2 * heads, 0};
    void *buffers[] = {
        in(x.q), in(x.k), in(x.v), in(x.dy), all.data() + places[0], all.data() + places[1], all.data() + places[2]};
    const ShapeDtype types[] = {t.q, t.k, t.v, t.y, t.q, t.k, t.v};
    attention_grad(buffers, types, 7, attributes.data(), static_cast<int>(attributes.size()));
    const Computed want = compute(c, x);
    const Floats *parts[] = {&want.dq, &want.dk, &want.dv};
    for (int64_t part = 0; part < 3; ++part)
      for (int64_t b = 0; b < c.batch; ++b)
        for (int64_t h = 0; h < c.heads; ++h)
          for (int64_t token = 0; token < c.queries; ++token)
            for (int64_t i = 0; i < c.size; ++i)
              ASSERT_EQ(all[static_cast<size_t>((b * c.queries + token) * row + places[part] + h * c.size + i)],
                        (*parts[part])[static_cast<size_t>(row_at(c, b, h, c.heads, token, c.queries) * c.size + i)]);
  }
}

TEST(Attention, RefusesOperandsThatDoNotFit) {
  const Case c{1, 3, 1, 4, 4, 2, 2};
  const Types t(c);
  Floats memory(100);
  void *buffers[] = {memory.data(), memory.data(), memory.data(), memory.data()};
  const int64_t attributes[] = {0, kAll, kAll, 0};
  ShapeDtype types[] = {t.q, t.k, t.v, t.y};
  EXPECT_THROW(attention(buffers, types, 3, attributes, 4), Error);
  EXPECT_THROW(attention(buffers, types, 4, attributes, 3), Error);
  EXPECT_THROW(attention_grad(buffers, types, 4, attributes, 4), Error);
  types[2].shape = {1, 1, 5, 2};
  EXPECT_THROW(attention(buffers, types, 4, attributes, 4), Error);
  types[2] = {{1, 1, 4, 2}, f64};
  EXPECT_THROW(attention(buffers, types, 4, attributes, 4), Error);
}

// ---- every instruction set of this machine

struct Isa {
  const char *name;
  AttentionFunctions functions;
};
std::vector<Isa> all_isas() {
  std::vector<Isa> isas{{"baseline", {gemm_baseline::kernels.f32, attention_baseline::rows}}};
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    isas.push_back({"avx2", {gemm_avx2::kernels.f32, attention_avx2::rows}});
  if (&gemm_kernels() == &gemm_avx512::kernels)
    isas.push_back({"avx512", {gemm_avx512::kernels.f32, attention_avx512::rows}});
#endif
  return isas;
}

// The rows of one head (or group) of an array of `heads` of them.
template <class T>
TokenRows<T> rows_of(T *data, const AttentionShape &s, int64_t batch, int64_t head, int64_t heads, int64_t tokens,
                     int64_t size) {
  if (s.tokens_first) return {data + (batch * tokens * heads + head) * size, heads * size};
  return {data + (batch * heads + head) * tokens * size, size};
}

// All heads' blocks, one after the other.
Computed computed_with(const AttentionFunctions &functions, const Case &c, const Operands &x) {
  const AttentionShape s{c.batch,
                         c.heads,
                         c.groups,
                         c.queries,
                         c.keys,
                         c.size,
                         c.width,
                         static_cast<float>(c.scale),
                         std::min(c.before, c.queries + c.keys),
                         std::min(c.after, c.queries + c.keys),
                         c.tokens_first};
  Computed r{Floats(x.dy.size()), Floats(x.q.size()), Floats(x.k.size()), Floats(x.v.size())};
  for (int64_t batch = 0; batch < c.batch; ++batch)
    for (int64_t group = 0; group < c.groups; ++group) {
      auto of_group = [&](auto *data, int64_t size) { return rows_of(data, s, batch, group, s.groups, s.keys, size); };
      for (auto pass : {AttentionTile::Pass::forward, AttentionTile::Pass::backward}) {
        AttentionTile tile(s, pass, of_group(x.k.data(), s.size), of_group(x.v.data(), s.width), nullptr, functions);
        for (int64_t head = group * s.share(); head < (group + 1) * s.share(); ++head) {
          auto of_head = [&](auto *data, int64_t size) {
            return rows_of(data, s, batch, head, s.heads, s.queries, size);
          };
          for (int64_t block = 0; block < s.blocks(); ++block) {
            if (pass == AttentionTile::Pass::forward)
              tile.forward(block, of_head(x.q.data(), s.size), of_head(r.y.data(), s.width));
            else
              tile.backward(block, of_head(x.q.data(), s.size), of_head(x.dy.data(), s.width),
                            of_head(r.dq.data(), s.size));
          }
        }
        if (pass == AttentionTile::Pass::forward) continue;
        tile.store_sum(0, of_group(r.dk.data(), s.size)), tile.store_sum(1, of_group(r.dv.data(), s.width));
      }
    }
  return r;
}

TEST(AttentionTile, AgreesForEveryInstructionSet) {
  for (const Isa &isa : all_isas())
    for (const Case &c : kCases) {
      SCOPED_TRACE(fmt::format("{}: {}", isa.name, label(c)));
      const Operands x(c);
      expect_near(computed_with(isa.functions, c, x), expected(c, x));
      if (HasFatalFailure()) return;
    }
}

TEST(AttentionRows, ExponentialsAreExactToTheLastPlaces) {
  for (const Isa &isa : all_isas())
    for (float scale : {1.F, 0.125F, -2.F}) {
      const AttentionRow row{3, 1019, 1024};
      Floats s(1024, kNaN);  // what does not count is not looked at
      for (int64_t j = row.begin; j < row.end; ++j)
        s[static_cast<size_t>(j)] = static_cast<float>(row.begin - j) * 0.1F / scale;
      const Floats scores = s;
      const float sum = isa.functions.rows.exponentials(s.data(), row, scale);
      double all = 0;
      for (int64_t j = 0; j < row.columns; ++j) {
        const auto i = static_cast<size_t>(j);
        if (j < row.begin || j >= row.end) {
          ASSERT_EQ(s[i], 0) << isa.name << " " << j;
          continue;
        }
        const float exponent = (scores[i] - scores[static_cast<size_t>(row.begin)]) * scale;
        const double want = std::exp(double{exponent});
        ASSERT_NEAR(s[i], want, want * 2.4e-7 + 1.5e-45) << isa.name << " " << exponent;
        all += want;
      }
      EXPECT_EQ(s[static_cast<size_t>(row.begin)], 1) << isa.name;
      EXPECT_NEAR(sum, all, all * 1e-6) << isa.name;
    }
}

}  // namespace
}  // namespace fluxion::runtime

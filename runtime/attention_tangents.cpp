// Attention and its gradient in the directions of tangents, shared out as these are; one direction after the other, of
// which the first gives what does not depend on them.
#include <algorithm>

#include "runtime/attention.h"
#include "runtime/attention_operands.h"
#include "runtime/library_support.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

// Operands, tangents of some, results and their tangents.
struct Moving {
  AttentionShape s;
  HeadRows<const float> x[4], t[4];  // q, k, v, dy
  HeadRows<float> y[3], dy[3];
  int64_t directions = 1;

  Moving(const char *name, void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n,
         int operands, int results) {
    int tangents = 0;
    for (int i = 0; n >= 5 && i < operands; ++i) tangents += attributes[4] >> i & 1;
    require(n >= 5 && tangents > 0 && count == operands + tangents + 2 * results, name,
            "operands, tangents, results and their tangents");
    const AttentionCall call{name, buffers, types, attributes, n, operands + tangents, 5};
    s = call.shape();
    int next = operands;
    for (int i = 0; i < operands; ++i) {
      x[i] = call.operand(i, s.tokens_first);
      if (!(attributes[4] >> i & 1)) continue;
      t[i] = call.operand(next, s.tokens_first);
      directions = types[next++].shape[0] / s.batch;
    }
    for (int i = 0; i < results; ++i) {
      y[i] = call.result(next + i, s.tokens_first);
      dy[i] = call.result(next + results + i, s.tokens_first);
    }
  }
};

void grad_direction(const Moving &m, int64_t direction) {
  const AttentionShape &s = m.s;
  const int64_t groups = s.batch * s.groups, parts = attention_backward_parts(s), blocks = s.blocks();
  const bool values = direction == 0 && (m.y[0] || m.y[1] || m.y[2]);
  PartialSums partial(s, parts, 4);
  // The result `i` of a group and, where that is odd, its tangent: dk, dv.
  auto result = [&](int i, int64_t batch, int64_t group) {
    if (i >= 2) return m.dy[i - 1].of(batch + direction * s.batch, group);
    return values ? m.y[i + 1].of(batch, group) : TokenRows<float>{nullptr, 0};
  };
  ThreadPool::global().parallel(groups * parts, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t task = begin; task < end; ++task) {
      const int64_t part = task % parts, i = task / parts, batch = i / s.groups, group = i % s.groups,
                    moved = batch + direction * s.batch;
      const AttentionTangents tangents{bool(m.t[0]), bool(m.t[3]), m.t[1].of(moved, group), m.t[2].of(moved, group),
                                       values};
      AttentionTile tile(s, AttentionTile::Pass::backward, m.x[1].of(batch, group), m.x[2].of(batch, group), &tangents);
      for (int64_t at = part; at < s.share() * blocks; at += parts) {
        const int64_t head = group * s.share() + at / blocks;
        tile.backward_jvp(
            at % blocks,
            {m.x[0].of(batch, head), m.x[3].of(batch, head), m.t[0].of(moved, head), m.t[3].of(moved, head)},
            values ? m.y[0].of(batch, head) : TokenRows<float>{nullptr, 0}, m.dy[0].of(moved, head));
      }
      for (int array = 0; array < 4; ++array)
        tile.store_sum(array, parts > 1 ? partial.rows(i, part, array) : result(array, batch, group));
    }
  });
  if (parts == 1) return;
  ThreadPool::global().parallel(groups, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t i = begin; i < end; ++i)
      for (int array = 0; array < 4; ++array) partial.add_up(i, array, result(array, i / s.groups, i % s.groups));
  });
}

}  // namespace

void attention_jvp(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  const Moving m("attention_jvp", buffers, types, count, attributes, n, 3, 1);
  const AttentionShape &s = m.s;
  const int64_t heads = m.directions * s.batch * s.heads, parts = attention_parts(s, heads);
  ThreadPool::global().parallel(heads * parts, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t i = begin; i < end; ++i) {
      const int64_t part = i % parts, head = i / parts % s.heads, moved = i / parts / s.heads, batch = moved % s.batch,
                    group = head / s.share();
      const AttentionTangents tangents{bool(m.t[0]), false, m.t[1].of(moved, group), m.t[2].of(moved, group), false};
      AttentionTile tile(s, AttentionTile::Pass::forward, m.x[1].of(batch, group), m.x[2].of(batch, group), &tangents);
      for (int64_t block = part; block < s.blocks(); block += parts)
        tile.forward_jvp(block, m.x[0].of(batch, head), m.t[0].of(moved, head),
                         moved < s.batch ? m.y[0].of(batch, head) : TokenRows<float>{nullptr, 0},
                         m.dy[0].of(moved, head));
    }
  });
}

void attention_grad_jvp(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  const Moving m("attention_grad_jvp", buffers, types, count, attributes, n, 4, 3);
  for (int64_t direction = 0; direction < m.directions; ++direction) grad_direction(m, direction);
}

}  // namespace fluxion::runtime

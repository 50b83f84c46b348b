// Attention shared out: forward by heads and parts of their queries, backward by groups of heads, whose keys and values
// get one sum of cotangents. Where there are few groups each is cut into parts as its shape says, which are added up.
#include "runtime/attention.h"

#include <algorithm>
#include <bit>

#include "runtime/attention_operands.h"
#include "runtime/library_support.h"
#include "runtime/thread_pool.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kTasks = 16;          // as many as threads can share evenly
constexpr int64_t kLeastBlocks = 4;     // of queries in a task: its keys are packed for it alone
constexpr int64_t kFewParts = 4;        // of a group whose sums are long
constexpr int64_t kMostSums = 1 << 24;  // numbers that the parts of all groups add up, if there are more than few

int64_t parts_of(int64_t heads, int64_t blocks) {
  return std::clamp<int64_t>((kTasks + heads - 1) / heads, 1, std::max<int64_t>(1, blocks / kLeastBlocks));
}

}  // namespace

AttentionShape AttentionCall::shape() const {
  require(n == plain || n == plain + 3 * operands || n == plain + 3 * (operands + results), name,
          plain == 4 ? "four attributes, and strides of all operands or none"
                     : "five attributes, and strides of all operands or none");
  for (int i = 0; i < operands; ++i)
    require(types[i].dtype == DType::f32 && types[i].shape.ndim() == 4, name, "arrays of f32 of four dimensions");
  const Shape &q = types[0].shape, &k = types[1].shape, &v = types[2].shape;
  AttentionShape s{};
  s.tokens_first = attributes[3] != 0;
  const int64_t tokens = s.tokens_first ? 1 : 2, heads = 3 - tokens;
  s.batch = q[0], s.heads = q[heads], s.groups = k[heads];
  s.queries = q[tokens], s.keys = k[tokens], s.size = q[3], s.width = v[3];
  s.scale = static_cast<float>(std::bit_cast<double>(attributes[0]));
  s.before = std::min(attributes[1], s.queries + s.keys), s.after = std::min(attributes[2], s.queries + s.keys);
  require(k[0] == s.batch && v[0] == s.batch && k[3] == s.size && v[tokens] == s.keys && v[heads] == s.groups &&
              s.groups > 0 && s.heads % s.groups == 0,
          name, "operands that fit together");
  return s;
}

int64_t attention_parts(const AttentionShape &s, int64_t heads) { return parts_of(heads, s.blocks()); }

// Each part has sums of its own for all keys: few where these are many.
int64_t attention_backward_parts(const AttentionShape &s) {
  const int64_t groups = s.batch * s.groups, sums = groups * s.keys * (s.size + s.width);
  return std::min(parts_of(groups, s.share() * s.blocks()), std::max(kFewParts, kMostSums / sums));
}

PartialSums::PartialSums(const AttentionShape &s, int64_t parts, int arrays)
    : s_(s),
      parts_(parts),
      each_(arrays / 2 * s.keys * (s.size + s.width)),
      memory_(parts > 1 ? static_cast<size_t>(s.batch * s.groups * parts * each_) : 0) {}

int64_t PartialSums::offset(int array) const {
  return s_.keys * (array / 2 * (s_.size + s_.width) + array % 2 * s_.size);
}

TokenRows<float> PartialSums::rows(int64_t group, int64_t part, int array) {
  return {memory_.data() + (group * parts_ + part) * each_ + offset(array), array % 2 ? s_.width : s_.size};
}

void PartialSums::add_up(int64_t group, int array, TokenRows<float> to) {
  if (!to.data) return;
  for (int64_t key = 0; key < s_.keys; ++key) {
    const TokenRows<float> first = rows(group, 0, array);
    std::copy_n(first[key], first.stride, to[key]);
    for (int64_t part = 1; part < parts_; ++part)
      for (int64_t i = 0; i < first.stride; ++i) to[key][i] += rows(group, part, array)[key][i];
  }
}

void attention(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(count == 4, "attention", "three operands and a result");
  const AttentionCall call{"attention", buffers, types, attributes, n, 3, 4};
  const AttentionShape s = call.shape();
  auto operand = [&](int i) { return call.operand(i, s.tokens_first); };
  const HeadRows<const float> q = operand(0), k = operand(1), v = operand(2);
  const HeadRows<float> y = call.result(3, s.tokens_first);
  const int64_t parts = attention_parts(s, s.batch * s.heads);
  ThreadPool::global().parallel(s.batch * s.heads * parts, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t i = begin; i < end; ++i) {
      const int64_t part = i % parts, head = i / parts % s.heads, batch = i / parts / s.heads;
      AttentionTile tile(s, AttentionTile::Pass::forward, k.of(batch, head / s.share()), v.of(batch, head / s.share()));
      for (int64_t block = part; block < s.blocks(); block += parts)
        tile.forward(block, q.of(batch, head), y.of(batch, head));
    }
  });
}

void attention_grad(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(count == 7, "attention_grad", "four operands and three results");
  const AttentionCall call{"attention_grad", buffers, types, attributes, n, 4, 4, 3};
  const AttentionShape s = call.shape();
  auto operand = [&](int i) { return call.operand(i, s.tokens_first); };
  auto result = [&](int i) { return call.result(i, s.tokens_first); };
  const HeadRows<const float> q = operand(0), k = operand(1), v = operand(2), dy = operand(3);
  const HeadRows<float> dq = result(4), dk = result(5), dv = result(6);
  const int64_t groups = s.batch * s.groups, parts = attention_backward_parts(s), blocks = s.blocks();
  PartialSums partial(s, parts, 2);
  ThreadPool::global().parallel(groups * parts, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t task = begin; task < end; ++task) {
      const int64_t part = task % parts, i = task / parts, batch = i / s.groups, group = i % s.groups;
      AttentionTile tile(s, AttentionTile::Pass::backward, k.of(batch, group), v.of(batch, group));
      // Every `parts`-th block of the heads of a group: early queries may see fewer keys than late ones.
      for (int64_t at = part; at < s.share() * blocks; at += parts) {
        const int64_t head = group * s.share() + at / blocks;
        tile.backward(at % blocks, q.of(batch, head), dy.of(batch, head), dq.of(batch, head));
      }
      tile.store_sum(0, parts > 1 ? partial.rows(i, part, 0) : dk.of(batch, group));
      tile.store_sum(1, parts > 1 ? partial.rows(i, part, 1) : dv.of(batch, group));
    }
  });
  if (parts == 1) return;
  ThreadPool::global().parallel(groups, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t i = begin; i < end; ++i) {
      partial.add_up(i, 0, dk.of(i / s.groups, i % s.groups));
      partial.add_up(i, 1, dv.of(i / s.groups, i % s.groups));
    }
  });
}

int64_t attention_workspace(const CallStep &step, int threads) {
  const bool back = step.function.starts_with("attention_grad"), tangents = step.function.ends_with("jvp");
  const int plain = tangents ? 5 : 4;
  const AttentionShape s =
      AttentionCall{step.function.c_str(), nullptr, step.types.data(), step.attributes.data(), plain, 3, plain}.shape();
  const int64_t twice = tangents ? 2 : 1;
  // A thread's tile: keys and values, forward once and backward as they lie, packed, and their cotangents; scores.
  const int64_t rows = s.keys * (s.size + s.width) * (back ? 3 : 1), scores = 48 * s.keys * (back ? 2 : 1);
  const int64_t parts = back ? attention_backward_parts(s) : 1;
  const int64_t sums = parts > 1 ? s.batch * s.groups * parts * s.keys * (s.size + s.width) : 0;
  const int64_t tasks = back ? s.batch * s.groups * parts : s.batch * s.heads * attention_parts(s, s.batch * s.heads);
  return 4 * twice * (sums + std::min<int64_t>(threads, tasks) * (rows + scores));
}

}  // namespace fluxion::runtime

// Attention shared out: forward by heads and parts of their queries, backward by groups of heads, whose keys and values
// get one sum of cotangents. Where there are few groups each is cut into parts as its shape says, which are added up.
#include "runtime/attention.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "runtime/attention_tile.h"
#include "runtime/library_support.h"
#include "runtime/thread_pool.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kTasks = 16;          // as many as threads can share evenly
constexpr int64_t kLeastBlocks = 4;     // of queries in a task: its keys are packed for it alone
constexpr int64_t kFewParts = 4;        // of a group whose sums are long
constexpr int64_t kMostSums = 1 << 24;  // numbers that the parts of all groups add up, if there are more than few

AttentionShape shape_of(const char *name, const ShapeDtype *types, int operands, const int64_t *attributes, int n) {
  require(n == 4, name, "four attributes");
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

int64_t parts_of(int64_t heads, int64_t blocks) {
  return std::clamp<int64_t>((kTasks + heads - 1) / heads, 1, std::max<int64_t>(1, blocks / kLeastBlocks));
}

// Each part has sums of its own for all keys: few where these are many.
int64_t backward_parts_of(const AttentionShape &s) {
  const int64_t groups = s.batch * s.groups, sums = groups * s.keys * (s.size + s.width);
  return std::min(parts_of(groups, s.share() * s.blocks()), std::max(kFewParts, kMostSums / sums));
}

// The operands and results of one head or group.
struct Operands {
  const AttentionShape &s;
  const float *q, *k, *v, *dy;
  float *dq, *dk, *dv;

  template <class T>
  TokenRows<T> of_head(T *x, int64_t batch, int64_t head, int64_t size) const {
    if (!x) return {nullptr, 0};
    return rows_of(x, s, batch, head, s.heads, s.queries, size);
  }
  template <class T>
  TokenRows<T> of_group(T *x, int64_t batch, int64_t group, int64_t size) const {
    return rows_of(x, s, batch, group, s.groups, s.keys, size);
  }
};

// What the parts of the groups add to dk and dv, each in a place of its own: keys by size, then keys by width.
class Partial {
 public:
  Partial(const AttentionShape &s, int64_t parts)
      : s_(s),
        parts_(parts),
        each_(s.keys * (s.size + s.width)),
        memory_(parts > 1 ? static_cast<size_t>(s.batch * s.groups * parts * each_) : 0) {}

  TokenRows<float> dk(int64_t group, int64_t part) { return {at(group, part), s_.size}; }
  TokenRows<float> dv(int64_t group, int64_t part) { return {at(group, part) + s_.keys * s_.size, s_.width}; }
  void add_up(int64_t group, TokenRows<float> dk, TokenRows<float> dv) {
    for (int64_t key = 0; key < s_.keys; ++key) {
      if (dk.data) add(group, key * s_.size, s_.size, dk[key]);
      if (dv.data) add(group, s_.keys * s_.size + key * s_.width, s_.width, dv[key]);
    }
  }

 private:
  float *at(int64_t group, int64_t part) { return memory_.data() + (group * parts_ + part) * each_; }
  void add(int64_t group, int64_t offset, int64_t count, float *to) {
    std::copy_n(at(group, 0) + offset, count, to);
    for (int64_t part = 1; part < parts_; ++part)
      for (int64_t i = 0; i < count; ++i) to[i] += at(group, part)[offset + i];
  }

  const AttentionShape &s_;
  int64_t parts_, each_;
  std::vector<float> memory_;
};

// Every `parts`-th block of the heads of a group: early queries may see fewer keys than late ones.
void backward_part(const Operands &o, int64_t batch, int64_t group, int64_t part, int64_t parts, AttentionTile &tile) {
  const int64_t blocks = o.s.blocks();
  for (int64_t i = part; i < o.s.share() * blocks; i += parts) {
    const int64_t head = group * o.s.share() + i / blocks;
    tile.backward(i % blocks, o.of_head(o.q, batch, head, o.s.size), o.of_head(o.dy, batch, head, o.s.width),
                  o.of_head(o.dq, batch, head, o.s.size));
  }
}

}  // namespace

void attention(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(count == 4, "attention", "three operands and a result");
  const AttentionShape s = shape_of("attention", types, 3, attributes, n);
  const auto *q = static_cast<const float *>(buffers[0]), *k = static_cast<const float *>(buffers[1]),
             *v = static_cast<const float *>(buffers[2]);
  const Operands o{s, q, k, v, nullptr, nullptr, nullptr, nullptr};
  auto *y = static_cast<float *>(buffers[3]);
  const int64_t parts = parts_of(s.batch * s.heads, s.blocks());
  ThreadPool::global().parallel(s.batch * s.heads * parts, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t i = begin; i < end; ++i) {
      const int64_t part = i % parts, head = i / parts % s.heads, batch = i / parts / s.heads;
      AttentionTile tile(s, AttentionTile::Pass::forward, o.of_group(k, batch, head / s.share(), s.size),
                         o.of_group(v, batch, head / s.share(), s.width));
      for (int64_t block = part; block < s.blocks(); block += parts)
        tile.forward(block, o.of_head(q, batch, head, s.size), o.of_head(y, batch, head, s.width));
    }
  });
}

void attention_grad(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(count == 7, "attention_grad", "four operands and three results");
  const AttentionShape s = shape_of("attention_grad", types, 4, attributes, n);
  auto operand = [&](int i) { return static_cast<const float *>(buffers[i]); };
  auto result = [&](int i) { return types[i].shape.ndim() == 4 ? static_cast<float *>(buffers[i]) : nullptr; };
  const Operands o{s, operand(0), operand(1), operand(2), operand(3), result(4), result(5), result(6)};
  const int64_t groups = s.batch * s.groups, parts = backward_parts_of(s);
  auto group_rows = [&](float *x, int64_t i, int64_t size) {
    return x ? o.of_group(x, i / s.groups, i % s.groups, size) : TokenRows<float>{nullptr, 0};
  };
  Partial partial(s, parts);
  ThreadPool::global().parallel(groups * parts, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t task = begin; task < end; ++task) {
      const int64_t part = task % parts, i = task / parts, batch = i / s.groups, group = i % s.groups;
      AttentionTile tile(s, AttentionTile::Pass::backward, o.of_group(o.k, batch, group, s.size),
                         o.of_group(o.v, batch, group, s.width));
      backward_part(o, batch, group, part, parts, tile);
      if (parts > 1) {
        tile.store_dk(partial.dk(i, part)), tile.store_dv(partial.dv(i, part));
        continue;
      }
      if (o.dk) tile.store_dk(group_rows(o.dk, i, s.size));
      if (o.dv) tile.store_dv(group_rows(o.dv, i, s.width));
    }
  });
  if (parts == 1) return;
  ThreadPool::global().parallel(groups, 1, [&](int64_t begin, int64_t end, int) {
    for (int64_t i = begin; i < end; ++i) partial.add_up(i, group_rows(o.dk, i, s.size), group_rows(o.dv, i, s.width));
  });
}

int64_t attention_workspace(const CallStep &step, int threads) {
  const bool back = step.function == "attention_grad";
  const AttentionShape s = shape_of(step.function.c_str(), step.types.data(), 3, step.attributes.data(),
                                    static_cast<int>(step.attributes.size()));
  // A thread's tile: keys and values, forward once and backward as they lie, packed, and their cotangents; scores.
  const int64_t rows = s.keys * (s.size + s.width) * (back ? 3 : 1), scores = 48 * s.keys * (back ? 2 : 1);
  const int64_t parts = back ? backward_parts_of(s) : 1;
  const int64_t sums = parts > 1 ? s.batch * s.groups * parts * s.keys * (s.size + s.width) : 0;
  const int64_t tasks = s.batch * (back ? s.groups * parts : s.heads);
  return 4 * (sums + std::min<int64_t>(threads, tasks) * (rows + scores));
}

}  // namespace fluxion::runtime

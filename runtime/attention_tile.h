// Attention of one head's queries, a block of them at a time: the scores of a block with all keys that it sees are
// there at once, in a scratch of the thread, and never all of them.
#pragma once
#include <cstdint>

#include "runtime/attention_rows.h"
#include "runtime/gemm_kernels.h"

namespace fluxion::runtime {

/// Sizes and attributes of an attention of f32, as fx.attention defines it.
struct AttentionShape {
  int64_t batch, heads, groups, queries, keys, size, width;
  float scale;
  int64_t before, after;  // bounded by the numbers of queries and keys
  bool tokens_first;

  int64_t share() const { return heads / groups; }
  int64_t blocks() const;  // of the queries
};

/// The inner functions of one instruction set: the machine's, but for tests.
struct AttentionFunctions {
  const GemmKernels::Set &products = gemm_kernels().f32;
  const AttentionRows &rows = attention_rows();
};

/// Rows of floats in memory, one for each token of a head.
template <class T>
struct TokenRows {
  T *data;
  int64_t stride;
  T *operator[](int64_t token) const { return data + token * stride; }
};

/// Which operands of a tile have tangents: those of keys and values are there if they have data.
struct AttentionTangents {
  bool q, dy;
  TokenRows<const float> k, v;
  bool values;  // whether backward_jvp gives what backward does, too
};

/// One group's keys and values, ready for the blocks of its heads' queries.
class AttentionTile {
 public:
  enum class Pass : uint8_t { forward, backward };

  /// Takes the calling thread's scratch, which holds until it is taken again.
  AttentionTile(const AttentionShape &s, Pass pass, TokenRows<const float> k, TokenRows<const float> v,
                const AttentionTangents *tangents = nullptr, const AttentionFunctions &functions = {});

  /// y of the queries of a block.
  void forward(int64_t block, TokenRows<const float> q, TokenRows<float> y);
  /// Adds what the queries of a block give to dk and dv; writes their dq where that has data.
  void backward(int64_t block, TokenRows<const float> q, TokenRows<const float> dy, TokenRows<float> dq);
  /// y of the queries of a block, and its tangent, where these have data.
  void forward_jvp(int64_t block, TokenRows<const float> q, TokenRows<const float> q_tangent, TokenRows<float> y,
                   TokenRows<float> y_tangent);
  /// backward and its tangents.
  struct BlockRows {
    TokenRows<const float> q, dy, q_tangent, dy_tangent;
  };
  void backward_jvp(int64_t block, const BlockRows &rows, TokenRows<float> dq, TokenRows<float> dq_tangent);
  /// What has been added so far to dk, dv and their tangents, which are 0 to 3; nothing if `to` has no data.
  void store_sum(int array, TokenRows<float> to) const;

 private:
  static int64_t rounded_up(int64_t n, int64_t to) { return (n + to - 1) / to * to; }
  // The queries of a block, and what they see: the columns of its scores are the keys from `first`, whole panels.
  struct Visible {
    int64_t row, rows;       // queries
    int64_t begin, end;      // keys
    int64_t first, columns;  // panels
    int64_t padded(int64_t to) const { return rounded_up(rows, to); }
  };
  Visible visible(int64_t block) const;
  AttentionRow row_at(const Visible &seen, int64_t i) const;
  AttentionRow rows_at(const Visible &seen, int64_t i, int64_t count) const;
  AttentionRow queries_at(const Visible &seen, int64_t j, int64_t count) const;
  bool score(const Visible &seen, const float *rows, int64_t row, int64_t depth, const float *packed, float *to,
             bool add = false) const;
  bool gather(const Visible &seen, const MicroKernel &kernel, const float *weights, const float *rows, int64_t row,
              bool add = false);
  void scatter(const Visible &seen, const MicroKernel &kernel, const float *weights, const float *rows, int64_t row,
               float *sums);
  void weigh(const Visible &seen, TokenRows<const float> q);
  bool move_scores(const Visible &seen, TokenRows<const float> q_tangent);
  void copy_block(const Visible &seen, TokenRows<const float> from, int64_t size, int64_t row, float *to);
  void store_block(const Visible &seen, int64_t size, int64_t row, TokenRows<float> to) const;
  void store_divided(const Visible &seen, TokenRows<float> y) const;
  void prepare(Pass pass, TokenRows<const float> k, TokenRows<const float> v, const AttentionTangents *tangents,
               const GemmKernels::Set &set);

  const AttentionShape &s_;
  const AttentionRows &rows_;
  MicroKernel scores_, by_size_, by_width_;  // for products with as many columns as keys, size and width
  int64_t size_row_, width_row_, score_row_;
  float *keys_turned_, *values_turned_ = nullptr, *keys_ = nullptr, *values_ = nullptr;
  float *q_, *dy_ = nullptr, *p_, *dp_ = nullptr, *out_, *dk_ = nullptr, *dv_ = nullptr, *sums_;
  // Of tangents; null where there is none. moved_ and moved_dp_ are those of scores and of dp_.
  float *keys_turned_t_ = nullptr, *values_turned_t_ = nullptr, *keys_t_ = nullptr, *values_t_ = nullptr;
  float *q_t_ = nullptr, *dy_t_ = nullptr, *moved_ = nullptr, *moved_dp_ = nullptr, *dk_t_ = nullptr, *dv_t_ = nullptr;
};

}  // namespace fluxion::runtime

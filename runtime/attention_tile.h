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
/// Those of one head (or group) of an array of `heads` of them.
template <class T>
TokenRows<T> rows_of(T *data, const AttentionShape &s, int64_t batch, int64_t head, int64_t heads, int64_t tokens,
                     int64_t size) {
  if (s.tokens_first) return {data + (batch * tokens * heads + head) * size, heads * size};
  return {data + (batch * heads + head) * tokens * size, size};
}

/// One group's keys and values, ready for the blocks of its heads' queries.
class AttentionTile {
 public:
  enum class Pass : uint8_t { forward, backward };

  /// Takes the calling thread's scratch, which holds until it is taken again.
  AttentionTile(const AttentionShape &s, Pass pass, TokenRows<const float> k, TokenRows<const float> v,
                const AttentionFunctions &functions = {});

  /// y of the queries of a block.
  void forward(int64_t block, TokenRows<const float> q, TokenRows<float> y);
  /// Adds what the queries of a block give to dk and dv; writes their dq where that has data.
  void backward(int64_t block, TokenRows<const float> q, TokenRows<const float> dy, TokenRows<float> dq);
  /// What has been added so far.
  void store_dk(TokenRows<float> dk) const;
  void store_dv(TokenRows<float> dv) const;

 private:
  struct Visible;
  Visible visible(int64_t block) const;
  AttentionRow row_at(const Visible &seen, int64_t i) const;
  AttentionRow rows_at(const Visible &seen, int64_t i, int64_t count) const;
  AttentionRow queries_at(const Visible &seen, int64_t j, int64_t count) const;
  void score(const Visible &seen, const float *rows, int64_t row, int64_t depth, const float *packed, float *to) const;
  void gather(const Visible &seen, const MicroKernel &kernel, const float *weights, const float *rows, int64_t row);
  void scatter(const Visible &seen, const MicroKernel &kernel, const float *weights, const float *rows, int64_t row,
               float *sums);
  void weigh(const Visible &seen, TokenRows<const float> q);

  const AttentionShape &s_;
  const AttentionRows &rows_;
  MicroKernel scores_, by_size_, by_width_;  // for products with as many columns as keys, size and width
  int64_t size_row_, width_row_, score_row_;
  float *keys_turned_, *values_turned_ = nullptr, *keys_ = nullptr, *values_ = nullptr;
  float *q_, *dy_ = nullptr, *p_, *dp_ = nullptr, *out_, *dk_ = nullptr, *dv_ = nullptr, *sums_;
};

}  // namespace fluxion::runtime

// Blocks of attention in the direction of tangents.
#include <algorithm>

#include "runtime/attention_rows.h"
#include "runtime/attention_tile.h"

namespace fluxion::runtime {

// The tangents of the block's scores; whether they are not all zero.
bool AttentionTile::move_scores(const Visible &seen, TokenRows<const float> q_tangent) {
  copy_block(seen, q_tangent, s_.size, size_row_, q_t_);
  const bool any = score(seen, q_t_, size_row_, s_.size, keys_turned_, moved_);
  return score(seen, q_, size_row_, s_.size, keys_turned_t_, moved_, any);
}

// ẏ = Ṗ·v + P·v̇, where Ṗ has what the gradient of scores has: P∘(Ṡ − Σ P∘Ṡ)·scale.
void AttentionTile::forward_jvp(int64_t block, TokenRows<const float> q, TokenRows<const float> q_tangent,
                                TokenRows<float> y, TokenRows<float> y_tangent) {
  const Visible seen = visible(block);
  weigh(seen, q);
  if (y.data) {
    gather(seen, by_width_, p_, values_, width_row_);
    store_divided(seen, y);
  }
  if (!y_tangent.data) return;
  if (!move_scores(seen, q_tangent)) {
    gather(seen, by_width_, p_, values_t_, width_row_);
    return store_divided(seen, y_tangent);
  }
  for (int64_t i = 0; i < seen.rows; ++i)
    rows_.derivatives(p_ + i * score_row_, moved_ + i * score_row_, row_at(seen, i), 1 / sums_[i], s_.scale);
  gather(seen, by_width_, moved_, values_, width_row_);
  gather(seen, by_width_, p_, values_t_, width_row_, true);
  store_block(seen, s_.width, width_row_, y_tangent);
}

void AttentionTile::backward_jvp(int64_t block, const BlockRows &rows, TokenRows<float> dq,
                                 TokenRows<float> dq_tangent) {
  const Visible seen = visible(block);
  weigh(seen, rows.q);
  copy_block(seen, rows.dy, s_.width, width_row_, dy_);
  copy_block(seen, rows.dy_tangent, s_.width, width_row_, dy_t_);
  score(seen, dy_, width_row_, s_.width, values_turned_, dp_);
  const bool moved = move_scores(seen, rows.q_tangent);
  bool moved_dp = score(seen, dy_t_, width_row_, s_.width, values_turned_, moved_dp_);
  moved_dp = score(seen, dy_, width_row_, s_.width, values_turned_t_, moved_dp_, moved_dp);
  for (int64_t i = 0; i < seen.rows; ++i) {
    const AttentionRow row = row_at(seen, i);
    float *moves = moved_ + i * score_row_, *moves_dp = moved_dp_ + i * score_row_;
    if (!moved) std::fill(moves, moves + row.columns, 0.f);
    if (!moved_dp) std::fill(moves_dp, moves_dp + row.columns, 0.f);
    rows_.second_derivatives(p_ + i * score_row_, moves, dp_ + i * score_row_, moves_dp, row, 1 / sums_[i], s_.scale);
  }
  scatter(seen, by_size_, dp_, q_, size_row_, dk_);
  scatter(seen, by_width_, p_, dy_, width_row_, dv_);
  scatter(seen, by_size_, moved_dp_, q_, size_row_, dk_t_);
  scatter(seen, by_size_, dp_, q_t_, size_row_, dk_t_);
  scatter(seen, by_width_, moved_, dy_, width_row_, dv_t_);
  scatter(seen, by_width_, p_, dy_t_, width_row_, dv_t_);
  if (dq.data) {
    gather(seen, by_size_, dp_, keys_, size_row_);
    store_block(seen, s_.size, size_row_, dq);
  }
  if (!dq_tangent.data) return;
  gather(seen, by_size_, moved_dp_, keys_, size_row_);
  gather(seen, by_size_, dp_, keys_t_, size_row_, true);
  store_block(seen, s_.size, size_row_, dq_tangent);
}

}  // namespace fluxion::runtime

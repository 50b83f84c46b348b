#include "runtime/attention_tile.h"

#include <algorithm>
#include <cstring>

#include "runtime/attention_rows.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {

namespace {

constexpr int64_t kRows = 48;    // of a block: a multiple of all tiles' rows
constexpr int64_t kDepth = 128;  // of a product between two visits of its result
constexpr int64_t kSlack = 32;   // columns and keys that tiles may reach beyond the last, zeros

// Where the right-hand operand of a product lies: panel after panel of the micro-kernel's columns.
struct Panels {
  const float *data;
  int64_t panel, row;
};
struct Left {
  const float *data;
  int64_t row, column;
};

// What rows of a product need of its columns, or of what is summed up: begin ≤ j < end.
struct Reach {
  int64_t begin, end;
};

Reach reach(const AttentionRow &row) { return {row.begin, row.end}; }

// c[m, n] (+)= a[m, k]·b[k, n], whole tiles: all have room for them. Of the tile of rows from i on only those are
// computed that columns(i) has, and of their sums the terms depth(i), of which there are some unless the product is
// added to c.
template <class Columns, class Depth>
void multiply(const MicroKernel &kernel, Left a, Panels b, float *c, int64_t c_row, int64_t m, int64_t n, int64_t k,
              bool accumulate, Columns columns, Depth depth) {
  for (int64_t p = 0; p < k; p += kDepth)
    for (int64_t j = 0; j < n; j += kernel.nr)
      for (int64_t i = 0; i < m; i += kernel.mr) {
        const Reach seen = columns(i), terms = depth(i);
        const int64_t from = std::max(p, terms.begin), to = std::min({p + kDepth, k, terms.end});
        if (j >= seen.end || j + kernel.nr <= seen.begin || from >= to) continue;
        kernel.run(a.data + i * a.row + from * a.column, b.data + j / kernel.nr * b.panel + from * b.row,
                   c + i * c_row + j, to - from, a.row, a.column, b.row, c_row, accumulate || from > terms.begin);
      }
}

// Rows of `size` numbers, `count` of them in rows of `row`, the rest zeros, as are rows up to `padded`.
void copy(TokenRows<const float> from, int64_t count, int64_t padded, int64_t size, int64_t row, float *to) {
  for (int64_t i = 0; i < count; ++i) {
    std::memcpy(to + i * row, from[i], static_cast<size_t>(size) * sizeof(float));
    std::fill(to + i * row + size, to + (i + 1) * row, 0.f);
  }
  std::fill(to + count * row, to + padded * row, 0.f);
}

void store(const float *from, int64_t row, int64_t count, int64_t size, TokenRows<float> to) {
  for (int64_t i = 0; i < count; ++i) std::memcpy(to[i], from + i * row, static_cast<size_t>(size) * sizeof(float));
}

}  // namespace

int64_t AttentionShape::blocks() const { return (queries + kRows - 1) / kRows; }

AttentionTile::Visible AttentionTile::visible(int64_t block) const {
  Visible seen{};
  seen.row = block * kRows;
  seen.rows = std::min(kRows, s_.queries - seen.row);
  seen.begin = std::clamp<int64_t>(seen.row - s_.before, 0, s_.keys - 1);
  seen.end = std::clamp<int64_t>(seen.row + seen.rows + s_.after, seen.begin + 1, s_.keys);
  seen.first = seen.begin / scores_.nr * scores_.nr;
  seen.columns = rounded_up(seen.end, scores_.nr) - seen.first;
  return seen;
}

AttentionTile::AttentionTile(const AttentionShape &s, Pass pass, TokenRows<const float> k, TokenRows<const float> v,
                             const AttentionTangents *tangents, const AttentionFunctions &functions)
    : s_(s), rows_(functions.rows) {
  const GemmKernels::Set &set = functions.products;
  scores_ = set.micro.choose(kRows, 32);
  by_size_ = set.micro.choose(kRows, s.size);
  by_width_ = set.micro.choose(kRows, s.width);
  size_row_ = rounded_up(s.size, by_size_.nr), width_row_ = rounded_up(s.width, by_width_.nr);
  score_row_ = rounded_up(s.keys, scores_.nr) + kSlack;
  prepare(pass, k, v, tangents, set);
}

// Takes the scratch and puts there what all blocks read, and zeros where they add up.
void AttentionTile::prepare(Pass pass, TokenRows<const float> k, TokenRows<const float> v,
                            const AttentionTangents *tangents, const GemmKernels::Set &set) {
  const AttentionTangents t = tangents ? *tangents : AttentionTangents{};
  const int64_t panels = rounded_up(s_.keys, scores_.nr), padded = s_.keys + kSlack;
  const bool back = pass == Pass::backward, values = !tangents || t.values, moves = t.q || t.k.data;
  int64_t total = 0;
  struct Piece {
    float **where;
    int64_t at;
  } pieces[24];
  int count = 0;
  auto reserve = [&](bool wanted, float *&where, int64_t floats) {
    if (!wanted) return;
    pieces[count++] = {&where, total};
    total += rounded_up(floats, 16);
  };
  reserve(true, keys_turned_, panels * s_.size);
  reserve(true, q_, kRows * size_row_);
  reserve(true, p_, kRows * score_row_);
  reserve(true, out_, kRows * std::max(size_row_, width_row_));
  reserve(true, sums_, kRows);
  reserve(back, values_turned_, panels * s_.width);
  reserve(back, keys_, s_.keys * size_row_);
  reserve(back, dy_, kRows * width_row_);
  reserve(back, dp_, kRows * score_row_);
  reserve(back && values, dk_, padded * size_row_);
  reserve(back && values, dv_, padded * width_row_);
  reserve(!back, values_, s_.keys * width_row_);
  reserve(t.k.data, keys_turned_t_, panels * s_.size);
  reserve(t.q, q_t_, kRows * size_row_);
  reserve(tangents && (back || moves), moved_, kRows * score_row_);
  reserve(!back && t.v.data, values_t_, s_.keys * width_row_);
  reserve(back && t.v.data, values_turned_t_, panels * s_.width);
  reserve(back && t.k.data, keys_t_, s_.keys * size_row_);
  reserve(t.dy, dy_t_, kRows * width_row_);
  reserve(back && tangents, moved_dp_, kRows * score_row_);
  reserve(back && tangents, dk_t_, padded * size_row_);
  reserve(back && tangents, dv_t_, padded * width_row_);
  auto *memory =
      static_cast<float *>(thread_scratch(total * static_cast<int64_t>(sizeof(float)), ScratchSlot::library));
  for (int i = 0; i < count; ++i) *pieces[i].where = memory + pieces[i].at;

  auto turn = [&](TokenRows<const float> x, int64_t size, float *to) {
    if (to) set.pack(x.data, x.stride, 1, s_.keys, size, scores_.nr, to);
  };
  auto lay = [&](TokenRows<const float> x, int64_t size, int64_t row, float *to) {
    if (to) copy(x, s_.keys, s_.keys, size, row, to);
  };
  turn(k, s_.size, keys_turned_), turn(t.k, s_.size, keys_turned_t_);
  turn(v, s_.width, values_turned_), turn(t.v, s_.width, values_turned_t_);
  lay(k, s_.size, size_row_, keys_), lay(t.k, s_.size, size_row_, keys_t_);
  lay(v, s_.width, width_row_, values_), lay(t.v, s_.width, width_row_, values_t_);
  for (float *sums : {dk_, dk_t_})
    if (sums) std::fill(sums, sums + padded * size_row_, 0.f);
  for (float *sums : {dv_, dv_t_})
    if (sums) std::fill(sums, sums + padded * width_row_, 0.f);
}

// The columns that query `i` of the block sees.
AttentionRow AttentionTile::row_at(const Visible &seen, int64_t i) const {
  const int64_t query = seen.row + i;
  return {std::max<int64_t>(query - s_.before, 0) - seen.first, std::min(query + s_.after + 1, s_.keys) - seen.first,
          seen.columns + kSlack};
}

// The columns that some of the queries i ≤ … < i + count see.
AttentionRow AttentionTile::rows_at(const Visible &seen, int64_t i, int64_t count) const {
  const AttentionRow first = row_at(seen, i), last = row_at(seen, std::min(i + count, seen.rows) - 1);
  return {first.begin, last.end, first.columns};
}

// The queries of the block that see some of the columns j ≤ … < j + count.
AttentionRow AttentionTile::queries_at(const Visible &seen, int64_t j, int64_t count) const {
  const int64_t key = seen.first + j - seen.row;
  return {std::max<int64_t>(key - s_.after, 0), std::min(key + count + s_.before, seen.rows), seen.rows};
}

// Scores, or the cotangents of weights: the block's rows with what is packed of the keys that they see; added to what
// is there if `add`. Null pointers are zeros. Whether there is anything then.
bool AttentionTile::score(const Visible &seen, const float *rows, int64_t row, int64_t depth, const float *packed,
                          float *to, bool add) const {
  if (!rows || !packed) return add;
  const int64_t panel = depth * scores_.nr;
  multiply(
      scores_, {rows, row, 1}, {packed + seen.first / scores_.nr * panel, panel, scores_.nr}, to, score_row_,
      seen.padded(scores_.mr), seen.columns, depth, add, [&](int64_t i) { return reach(rows_at(seen, i, scores_.mr)); },
      [&](int64_t) { return Reach{0, depth}; });
  return true;
}

// out = weights·values, or what has taken the place of both: sums over the keys that are seen, in the same way.
bool AttentionTile::gather(const Visible &seen, const MicroKernel &kernel, const float *weights, const float *rows,
                           int64_t row, bool add) {
  if (!weights || !rows) return add;
  multiply(
      kernel, {weights, score_row_, 1}, {rows + seen.first * row, kernel.nr, row}, out_, row, seen.padded(kernel.mr),
      row, seen.end - seen.first, add, [&](int64_t) { return Reach{0, row}; },
      [&](int64_t i) { return reach(rows_at(seen, i, kernel.mr)); });
  return true;
}

// sums += weightsᵀ·rows. The weights are read in place; their columns reach beyond the keys, where they are zero.
void AttentionTile::scatter(const Visible &seen, const MicroKernel &kernel, const float *weights, const float *rows,
                            int64_t row, float *sums) {
  if (!weights || !rows || !sums) return;
  multiply(
      kernel, {weights, 1, score_row_}, {rows, kernel.nr, row}, sums + seen.first * row, row,
      rounded_up(seen.end - seen.first, kernel.mr), row, seen.rows, true, [&](int64_t) { return Reach{0, row}; },
      [&](int64_t j) { return reach(queries_at(seen, j, kernel.mr)); });
}

// The exponentials of the block's scores, and their sums.
void AttentionTile::weigh(const Visible &seen, TokenRows<const float> q) {
  copy_block(seen, q, s_.size, size_row_, q_);
  score(seen, q_, size_row_, s_.size, keys_turned_, p_);
  for (int64_t i = 0; i < kRows; ++i) {
    float *row = p_ + i * score_row_;
    if (i >= seen.rows) {
      std::fill(row, row + score_row_, 0.f);
      continue;
    }
    sums_[i] = rows_.exponentials(row, row_at(seen, i), s_.scale);
  }
}

// A block's rows; zeros where there is no query.
void AttentionTile::copy_block(const Visible &seen, TokenRows<const float> from, int64_t size, int64_t row, float *to) {
  if (to) copy({from[seen.row], from.stride}, seen.rows, kRows, size, row, to);
}

// A block's rows of out.
void AttentionTile::store_block(const Visible &seen, int64_t size, int64_t row, TokenRows<float> to) const {
  store(out_, row, seen.rows, size, {to[seen.row], to.stride});
}
// The same, divided by the sums of weights.
void AttentionTile::store_divided(const Visible &seen, TokenRows<float> y) const {
  for (int64_t i = 0; i < seen.rows; ++i) {
    const float *from = out_ + i * width_row_, inverse = 1 / sums_[i];
    float *to = y[seen.row + i];
    for (int64_t d = 0; d < s_.width; ++d) to[d] = from[d] * inverse;
  }
}

void AttentionTile::forward(int64_t block, TokenRows<const float> q, TokenRows<float> y) {
  const Visible seen = visible(block);
  weigh(seen, q);
  gather(seen, by_width_, p_, values_, width_row_);
  store_divided(seen, y);
}

void AttentionTile::backward(int64_t block, TokenRows<const float> q, TokenRows<const float> dy, TokenRows<float> dq) {
  const Visible seen = visible(block);
  weigh(seen, q);
  copy_block(seen, dy, s_.width, width_row_, dy_);
  score(seen, dy_, width_row_, s_.width, values_turned_, dp_);
  for (int64_t i = 0; i < seen.rows; ++i)
    rows_.derivatives(p_ + i * score_row_, dp_ + i * score_row_, row_at(seen, i), 1 / sums_[i], s_.scale);
  scatter(seen, by_size_, dp_, q_, size_row_, dk_);
  scatter(seen, by_width_, p_, dy_, width_row_, dv_);
  if (!dq.data) return;
  gather(seen, by_size_, dp_, keys_, size_row_);
  store_block(seen, s_.size, size_row_, dq);
}

void AttentionTile::store_sum(int array, TokenRows<float> to) const {
  const float *sums[] = {dk_, dv_, dk_t_, dv_t_};
  if (!to.data || !sums[array]) return;
  const bool values = array % 2 == 1;
  store(sums[array], values ? width_row_ : size_row_, s_.keys, values ? s_.width : s_.size, to);
}

}  // namespace fluxion::runtime

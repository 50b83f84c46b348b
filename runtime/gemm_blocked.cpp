#include "runtime/gemm_blocked.h"

#include <algorithm>
#include <atomic>

#include "runtime/gemm_ahead.h"
#include "runtime/gemm_buffer.h"
#include "runtime/gemm_tasks.h"

namespace fluxion::runtime {

namespace {

int64_t divide_up(int64_t x, int64_t unit) { return (x + unit - 1) / unit; }
int64_t round_up(int64_t x, int64_t unit) { return divide_up(x, unit) * unit; }

// What the tasks of one phase have in common: some batches, a range of columns and a range of k.
struct Phase {
  int64_t batch = 0, batches = 1;
  int64_t j0 = 0, j1 = 0;
  int64_t p0 = 0, p1 = 0;
  const char *shared_b = nullptr;  // packed panels: chunk after chunk of k, in each the panels of the columns
};

class BlockedProduct {
 public:
  BlockedProduct(const Product &product, const Blocking &blocking, ThreadPool &pool)
      : p_(product),
        b_(blocking),
        pool_(pool),
        mr_(product.micro.mr),
        nr_(product.micro.nr),
        size_(product.value_size) {
    static std::atomic<int64_t> runs{0};
    run_ = 1 + runs.fetch_add(1, std::memory_order_relaxed);
  }
  void run();

 private:
  // A strip is one panel of B against a block of A: `rows` by `columns` results from (i, j) on, k from p on.
  struct Strip {
    GemmWorkspace *mine;  // of the thread that runs it
    Ahead *ahead;
    int64_t batch, i, j, rows, columns, p, depth;
    const char *a;    // row 0 of the block, with its strides
    int64_t a_panel;  // from one panel of mr rows to the next, elements
    int64_t a_row, a_column;
    const char *a_tail;  // the last, partial panel, packed; null: it lies with the others
    const char *b;
    int64_t b_row;
    char *sums;  // [block rows, nr] sums over the chunks of k; null: one chunk, or results written directly
  };

  // Of a task: its first column, the first whose panel is not yet packed for this chunk of k, and its end.
  struct Columns {
    int64_t begin, done, end;
  };

  char *pack_phase(const Phase &phase);
  void compute_phase(const Phase &phase);
  void run_task(const Phase &phase, int64_t task);
  void run_chunk(const Phase &phase, Strip strip, int64_t j0, int64_t j1, char *sums, int64_t sums_stride);
  const char *pack_panels(const Strip &strip, int64_t end);
  void ask_ahead(const Phase &phase, const Strip &strip, Columns task, int64_t together);
  void find_a(Strip &strip);
  const char *packed_a(const Strip &strip);
  void run_strip(const Strip &strip);
  void run_strip_into_out(const Strip &strip);
  void run_edge_of_out(const Strip &strip, int64_t row, int64_t rows, const char *a, int64_t a_row, int64_t a_column);
  void call(const char *a, int64_t a_row, int64_t a_column, const Strip &strip, char *c, int64_t c_row,
            bool accumulate) {
    strip.ahead->step();
    p_.micro.run(a, strip.b, c, strip.depth, a_row, a_column, strip.b_row, c_row, accumulate);
  }
  int64_t chunk_depth(int64_t p, int64_t end) const { return std::min(b_.depth, end - p); }

  const Product &p_;
  const Blocking &b_;
  ThreadPool &pool_;
  const int64_t mr_, nr_, size_;
  int64_t run_ = 0;
  char *global_sums_ = nullptr;  // where k takes several phases and the results cannot hold the sums
  int64_t global_rows_ = 0;
};

void BlockedProduct::run() {
  if (!b_.shared_b) return compute_phase({.batches = p_.batches, .j1 = p_.n, .p1 = p_.k});
  GemmWorkspace &mine = GemmWorkspace::of_this_thread();
  if (b_.phase_depth < p_.k && !p_.writes_out()) {
    global_rows_ = round_up(p_.m, b_.rows);
    global_sums_ = mine.shared_sums.reserve(global_rows_ * round_up(b_.phase_columns, nr_) * size_);
  }
  for (int64_t batch = 0; batch < p_.batches; ++batch)
    for (int64_t j = 0; j < p_.n; j += b_.phase_columns)
      for (int64_t p = 0; p < std::max<int64_t>(p_.k, 1); p += b_.phase_depth) {
        Phase phase{.batch = batch,
                    .j0 = j,
                    .j1 = std::min(p_.n, j + b_.phase_columns),
                    .p0 = p,
                    .p1 = std::min(p_.k, p + b_.phase_depth)};
        phase.shared_b = pack_phase(phase);
        compute_phase(phase);
      }
}

char *BlockedProduct::pack_phase(const Phase &phase) {
  const int64_t columns = phase.j1 - phase.j0, padded = round_up(columns, nr_), depth = phase.p1 - phase.p0;
  char *packed = GemmWorkspace::of_this_thread().shared_b.reserve(std::max<int64_t>(padded * depth, 1) * size_);
  // Some panels at a time: rows of B are then read in pieces longer than a panel is wide.
  const int64_t piece = std::min(padded, std::max<int64_t>(1, 256 / nr_) * nr_);
  const int64_t pieces = divide_up(padded, piece), chunks = divide_up(depth, b_.depth);
  for_each_task(pool_, pieces * chunks, static_cast<double>(piece * b_.depth) * 8, [&](int64_t task) {
    const int64_t p = phase.p0 + task / pieces * b_.depth, j = task % pieces * piece;
    const int64_t chunk = chunk_depth(p, phase.p1);
    p_.pack(p_.at(p_.b, phase.batch, p, phase.j0 + j, p_.input_size), p_.b.column, p_.b.row,
            std::min(piece, columns - j), chunk, nr_, packed + ((p - phase.p0) * padded + j * chunk) * size_);
  });
  return packed;
}

void BlockedProduct::compute_phase(const Phase &phase) {
  const int64_t blocks = divide_up(p_.m, b_.rows), parts = divide_up(phase.j1 - phase.j0, b_.task_columns);
  const double work = static_cast<double>(std::min(p_.m, b_.rows) * std::min(p_.n, b_.task_columns)) *
                      static_cast<double>(phase.p1 - phase.p0 + 1);
  for_each_task(pool_, phase.batches * blocks * parts, work, [&](int64_t task) { run_task(phase, task); });
}

void BlockedProduct::run_task(const Phase &phase, int64_t task) {
  const int64_t blocks = divide_up(p_.m, b_.rows), parts = divide_up(phase.j1 - phase.j0, b_.task_columns);
  Ahead ahead;
  Strip strip{};
  strip.ahead = &ahead;
  strip.mine = &GemmWorkspace::of_this_thread();
  strip.batch = phase.batch + task / parts / blocks;
  strip.i = task / parts % blocks * b_.rows;
  strip.rows = std::min(b_.rows, p_.m - strip.i);
  const int64_t j0 = phase.j0 + task % parts * b_.task_columns, j1 = std::min(phase.j1, j0 + b_.task_columns);

  char *sums = nullptr;
  int64_t stride = b_.rows * nr_;  // from the sums of one strip to those of the next
  if (p_.k > b_.depth && !p_.writes_out()) {
    if (global_sums_) {
      stride = global_rows_ * nr_;
      sums = global_sums_ + ((j0 - phase.j0) / nr_ * stride + strip.i * nr_) * size_;
    } else {
      sums = strip.mine->sums.reserve(divide_up(j1 - j0, nr_) * stride * size_);
    }
  }
  for (int64_t p = phase.p0; p < std::max(phase.p1, phase.p0 + 1); p += b_.depth) {
    strip.p = p;
    strip.depth = chunk_depth(p, phase.p1);
    find_a(strip);
    run_chunk(phase, strip, j0, j1, sums, stride * size_);
  }
}

// The strips of one task for one chunk of k.
void BlockedProduct::run_chunk(const Phase &phase, Strip strip, int64_t j0, int64_t j1, char *sums,
                               int64_t sums_stride) {
  const int64_t panel = strip.depth * nr_ * size_;
  const int64_t at_once = std::max<int64_t>(1, (256 << 10) / std::max<int64_t>(panel, 1));  // panels packed in a go
  const char *packed = nullptr;
  for (int64_t j = j0, s = 0; j < j1; j += nr_, ++s) {
    strip.j = j;
    strip.columns = std::min(nr_, j1 - j);
    strip.sums = sums ? sums + s * sums_stride : nullptr;
    strip.b_row = nr_;
    if (phase.shared_b) {
      const int64_t padded = round_up(phase.j1 - phase.j0, nr_);
      strip.b = phase.shared_b + ((strip.p - phase.p0) * padded + (j - phase.j0) * strip.depth) * size_;
    } else if (b_.direct_b && strip.columns == nr_) {
      strip.b = p_.at(p_.b, strip.batch, strip.p, j, p_.input_size);
      strip.b_row = p_.b.row;
    } else if (b_.direct_b) {
      strip.b = pack_panels(strip, j1);
    } else {
      if (s % at_once == 0) {
        const int64_t end = std::min(j + at_once * nr_, j1);
        packed = pack_panels(strip, end);
        ask_ahead(phase, strip, {j0, end, j1}, at_once * nr_);
      }
      strip.b = packed + s % at_once * panel;
    }
    if (p_.writes_out()) {
      run_strip_into_out(strip);
    } else {
      run_strip(strip);
    }
  }
}

// Panels of B from the strip's on, in memory of its thread.
const char *BlockedProduct::pack_panels(const Strip &strip, int64_t end) {
  char *to = strip.mine->b.reserve(std::max<int64_t>(round_up(end - strip.j, nr_) * strip.depth, 1) * size_);
  p_.pack(p_.at(p_.b, strip.batch, strip.p, strip.j, p_.input_size), p_.b.column, p_.b.row, end - strip.j, strip.depth,
          nr_, to);
  return to;
}

// While the panels up to `done` are used, those that will be packed next are asked for: of the same k, or of the next.
void BlockedProduct::ask_ahead(const Phase &phase, const Strip &strip, Columns task, int64_t together) {
  const bool same = task.done < task.end;
  const int64_t p = same ? strip.p : strip.p + strip.depth, j = same ? task.done : task.begin;
  if (p >= phase.p1) return;
  const int64_t columns = std::min(together, task.end - j), rows = chunk_depth(p, phase.p1), size = p_.input_size;
  const int64_t steps = divide_up(task.done - strip.j, nr_) * divide_up(strip.rows, mr_);
  const char *from = p_.at(p_.b, strip.batch, p, j, size);
  if (p_.b.column == 1) strip.ahead->set(from, rows, p_.b.row * size, columns * size, steps);
  if (p_.b.row == 1) strip.ahead->set(from, columns, p_.b.column * size, rows * size, steps);
}

// Where the block of A lies: packed now, packed before, or as it came.
void BlockedProduct::find_a(Strip &strip) {
  strip.a_tail = nullptr;
  if (!b_.direct_a) {
    strip.a = packed_a(strip);
    strip.a_panel = strip.depth * mr_;
    strip.a_row = 1;
    strip.a_column = mr_;
    return;
  }
  strip.a = p_.at(p_.a, strip.batch, strip.i, strip.p, p_.input_size);
  strip.a_panel = mr_ * p_.a.row;
  strip.a_row = p_.a.row;
  strip.a_column = p_.a.column;
  if (const int64_t tail = strip.rows % mr_) {
    char *to = strip.mine->tail.reserve(std::max<int64_t>(strip.depth, 1) * mr_ * size_);
    p_.pack(p_.at(p_.a, strip.batch, strip.i + strip.rows - tail, strip.p, p_.input_size), p_.a.row, p_.a.column, tail,
            strip.depth, mr_, to);
    strip.a_tail = to;
  }
}

const char *BlockedProduct::packed_a(const Strip &strip) {
  GemmWorkspace &mine = *strip.mine;
  const int64_t block = b_.rows * size_;  // bytes for each k
  char *to = mine.a.reserve(block * (b_.keeps_a ? std::max<int64_t>(p_.k, 1) : b_.depth));
  if (b_.keeps_a) {
    to += block * strip.p;
    const bool same = mine.run == run_ && mine.batch == strip.batch && mine.row == strip.i;
    if (same && strip.p < mine.chunks * b_.depth) return to;
    mine.run = run_;
    mine.batch = strip.batch;
    mine.row = strip.i;
    mine.chunks = strip.p / b_.depth + 1;
  } else {
    mine.run = 0;
  }
  p_.pack(p_.at(p_.a, strip.batch, strip.i, strip.p, p_.input_size), p_.a.row, p_.a.column, strip.rows, strip.depth,
          mr_, to);
  return to;
}

// Results go through memory of ours: groups of rows are delivered while they are in the first-level cache.
void BlockedProduct::run_strip(const Strip &strip) {
  const bool first = strip.p == 0, last = strip.p + strip.depth >= p_.k;
  char *group = strip.sums ? nullptr : strip.mine->tile.reserve(b_.group_rows * nr_ * size_);
  for (int64_t g = 0; g < strip.rows; g += b_.group_rows) {
    const int64_t rows = std::min(b_.group_rows, strip.rows - g);
    char *tile = group ? group : strip.sums + g * nr_ * size_;
    if (last) p_.announce(strip.batch, strip.i + g, strip.j, rows, strip.columns);
    for (int64_t i = g; i < g + rows; i += mr_) {
      char *c = tile + (i - g) * nr_ * size_;
      if (strip.a_tail && i + mr_ > strip.rows) {
        call(strip.a_tail, 1, mr_, strip, c, nr_, !first);
      } else {
        call(strip.a + i / mr_ * strip.a_panel * size_, strip.a_row, strip.a_column, strip, c, nr_, !first);
      }
    }
    if (last) p_.deliver(strip.batch, strip.i + g, strip.j, rows, strip.columns, tile, nr_);
  }
}

// The micro-kernel writes and accumulates the results where they belong; partial tiles go through a whole one.
void BlockedProduct::run_strip_into_out(const Strip &strip) {
  auto *out = const_cast<char *>(p_.at(p_.out, strip.batch, strip.i, strip.j, size_));
  for (int64_t i = 0; i < strip.rows; i += mr_) {
    const bool tail = strip.a_tail && i + mr_ > strip.rows;
    const char *a = tail ? strip.a_tail : strip.a + i / mr_ * strip.a_panel * size_;
    const int64_t a_row = tail ? 1 : strip.a_row, a_column = tail ? mr_ : strip.a_column;
    const int64_t rows = std::min(mr_, strip.rows - i);
    if (rows == mr_ && strip.columns == nr_) {
      call(a, a_row, a_column, strip, out + i * p_.out.row * size_, p_.out.row, strip.p > 0);
    } else {
      run_edge_of_out(strip, i, rows, a, a_row, a_column);
    }
  }
}

void BlockedProduct::run_edge_of_out(const Strip &strip, int64_t row, int64_t rows, const char *a, int64_t a_row,
                                     int64_t a_column) {
  char *tile = strip.mine->tile.reserve(mr_ * nr_ * size_);
  auto *out = const_cast<char *>(p_.at(p_.out, strip.batch, strip.i + row, strip.j, size_));
  const auto store = p_.kernels->store;
  const DType type = p_.step->out_dtype;
  if (strip.p > 0) store(out, p_.out.row, rows, strip.columns, type, tile, nr_, 1);
  call(a, a_row, a_column, strip, tile, nr_, strip.p > 0);
  store(tile, nr_, rows, strip.columns, type, out, p_.out.row, 1);
}

}  // namespace

void run_blocked(const Product &product, ThreadPool &pool) {
  const Blocking blocking = choose_blocking(product);
  BlockedProduct(product, blocking, pool).run();
}

// As the functions above reserve them.
ProductWorkspace blocked_workspace(const Product &p) {
  const Blocking b = choose_blocking(p);
  const int64_t nr = p.micro.nr, size = p.value_size, depth = std::min(b.depth, std::max<int64_t>(p.k, 1));
  ProductWorkspace w;
  if (b.shared_b) {
    w.packed = round_up(std::min(b.phase_columns, p.n), nr) * std::min(b.phase_depth, p.k) * size;
    if (b.phase_depth < p.k && !p.writes_out())
      w.sums = round_up(p.m, b.rows) * round_up(std::min(b.phase_columns, p.n), nr) * size;
  } else {
    const int64_t panel = depth * nr * size;
    w.own_b = b.direct_b ? panel
                         : std::min(std::max<int64_t>(panel, 256 << 10),
                                    round_up(std::min(b.task_columns, p.n), nr) * depth * size);
  }
  if (!b.direct_a) w.own_a = b.rows * size * (b.keeps_a ? std::max<int64_t>(p.k, 1) : depth);
  if (p.k > b.depth && !p.writes_out() && w.sums == 0)
    w.own_sums = divide_up(std::min(b.task_columns, p.n), nr) * b.rows * nr * size;
  w.own_tile = b.group_rows * nr * size;
  return w;
}

}  // namespace fluxion::runtime

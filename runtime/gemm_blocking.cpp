#include "runtime/gemm_blocking.h"

#include <algorithm>

#include <unistd.h>

namespace fluxion::runtime {

namespace {

constexpr int64_t kLeastTask = int64_t{1} << 19;       // multiply-adds worth a thread, twice
constexpr int64_t kMaxSharedB = int64_t{32} << 20;     // bytes of B packed at a time
constexpr int64_t kMaxKeptA = int64_t{4} << 20;        // bytes of A that a thread keeps packed
constexpr int64_t kFlatRows = 304, kFlatDepth = 1536;  // a block of so many rows, of so many bytes of k: 9/20 of 1 MB
constexpr int64_t kMaxPartialSums = int64_t{32} << 20;

int64_t divide_up(int64_t x, int64_t unit) { return (x + unit - 1) / unit; }
int64_t round_up(int64_t x, int64_t unit) { return divide_up(x, unit) * unit; }
// `size` cut into equal parts of at most `most`, in whole units.
int64_t equal_parts(int64_t size, int64_t most, int64_t unit) {
  const int64_t parts = divide_up(size, std::max(most, unit));
  return round_up(divide_up(size, std::max<int64_t>(parts, 1)), unit);
}

int64_t l2_bytes() {
  static const int64_t bytes = [] {
    const long said = sysconf(_SC_LEVEL2_CACHE_SIZE);
    return std::clamp<int64_t>(said, 256 << 10, 4 << 20);
  }();
  return bytes;
}

// Not packing A pays where each packed element would be used little, or where A is small: if k is contiguous, a tile
// reads mr streams; if m is, it reads a piece of a cache line for each k, which only the first-level cache forgives.
bool reads_a_directly(const Product &p) {
  if (p.input_size != p.value_size) return false;
  if (p.a.column == 1) return p.k <= 128 || p.n <= 2 * p.micro.nr;
  return p.a.row == 1 && p.m * p.k * p.value_size <= 16 << 10;
}

// Not packing B pays where few rows use it, or where it is small and in few pages.
bool reads_b_directly(const Product &p) {
  if (p.input_size != p.value_size || p.b.column != 1) return false;
  return p.m <= 4 * p.micro.mr || p.k * p.b.row * p.value_size <= 64 << 10;
}

// k of a chunk: what a micro-kernel has in its accumulators is worth no more than that.
int64_t chunk_depth(const Product &p) {
  const int64_t size = p.value_size, most = 2048 / size;
  const bool flat = p.k > most && flat_parts(p.m, p.n, p.k, size) == 1;
  return equal_parts(std::max<int64_t>(p.k, 1), flat ? kFlatDepth / size : most, 4);
}

}  // namespace

int64_t flat_parts(int64_t m, int64_t n, int64_t k, int64_t value_size) {
  if (m > kFlatRows) return 0;
  const int64_t parts = std::max<int64_t>(1, divide_up(m * k * value_size, kMaxKeptA));
  return parts == 1 || parts * m * n * value_size <= kMaxPartialSums ? parts : 0;
}

Blocking choose_blocking(const Product &p) {
  const int64_t mr = p.micro.mr, nr = p.micro.nr, size = p.value_size;
  Blocking b;
  b.depth = chunk_depth(p);
  b.rows = equal_parts(p.m, std::max(l2_bytes() * 9 / 20 / (b.depth * size), 8 * mr), mr);
  b.group_rows = std::max(mr, 48 / mr * mr);
  b.direct_a = reads_a_directly(p);
  b.direct_b = reads_b_directly(p);

  // Enough tasks to keep many threads busy, each large enough to pay for packing its block of A.
  const bool chunked_sums = p.k > b.depth && !p.writes_out();
  const int64_t all_columns = round_up(p.n, nr);
  const auto tasks = [&] { return p.batches * divide_up(p.m, b.rows) * divide_up(p.n, b.task_columns); };
  b.task_columns = std::min(all_columns, (chunked_sums ? 256 : 512) / nr * nr);
  while (tasks() < 16 && b.task_columns > nr) b.task_columns = round_up(b.task_columns / 2, nr);
  while (tasks() < 8 && b.rows > 8 * mr && b.rows * b.task_columns * p.k > kLeastTask)
    b.rows = round_up(b.rows / 2, mr);
  b.shared_b = !b.direct_b && b.rows < p.m;

  b.phase_columns = all_columns;
  b.phase_depth = round_up(std::max<int64_t>(p.k, 1), b.depth);
  if (b.shared_b) {
    const int64_t least = std::min(all_columns, round_up(512, b.task_columns));
    b.phase_depth = std::min(b.phase_depth, std::max(kMaxSharedB / (least * size) / b.depth, int64_t{1}) * b.depth);
    b.phase_columns = std::max(least, kMaxSharedB / (b.phase_depth * size) / b.task_columns * b.task_columns);
    b.phase_columns = std::min(b.phase_columns, round_up(all_columns, b.task_columns));
  }
  // A thread keeps the packed rows of its block for its next tasks, which have other columns of the same rows. It takes
  // tasks that walk all of k, and a block of no more than kMaxKeptA, which flat_parts goes by, and a quarter: rows and
  // k are rounded up to whole tiles and chunks.
  b.keeps_a =
      !b.direct_a && b.phase_depth >= p.k && b.rows * round_up(p.k, b.depth) * size <= kMaxKeptA + kMaxKeptA / 4;
  return b;
}

}  // namespace fluxion::runtime

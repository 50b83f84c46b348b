// "sort" and "top_k". A line is turned into pairs of key and position, which are sorted; then every operand follows the
// positions. Keys of up to 32 bits share one word with the position, so that comparing words sorts stably.
#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "runtime/allocator.h"
#include "runtime/library_support.h"
#include "runtime/sort_keys.h"
#include "runtime/thread_pool.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {
namespace {

template <class Key>
struct Pair {
  Key key;
  uint32_t position;
  auto operator<=>(const Pair &) const = default;
};

/// Key and position of an element: a word, or a pair where the key is wider.
template <class Key>
using Entry = std::conditional_t<sizeof(Key) <= 4, uint64_t, Pair<Key>>;

template <class Key>
Entry<Key> make_entry(Key key, uint32_t position) {
  if constexpr (sizeof(Key) <= 4) {
    return uint64_t{key} << 32 | position;
  } else {
    return {key, position};
  }
}
inline uint32_t position_of(uint64_t entry) { return static_cast<uint32_t>(entry); }
template <class Key>
uint32_t position_of(const Pair<Key> &entry) {
  return entry.position;
}

template <class T>
using KeyOf = decltype(sort_key(T{}));

template <class T>
void fill(Entry<KeyOf<T>> *entries, const T *line, int64_t n, int64_t stride, bool descending) {
  for (int64_t i = 0; i < n; ++i) {
    const auto key = sort_key(line[i * stride]);
    const auto directed = descending ? static_cast<KeyOf<T>>(~key) : key;
    entries[i] = make_entry(directed, static_cast<uint32_t>(i));
  }
}

/// Sorts by the lowest byte of the key first, each pass keeping the order of the one before. Bytes that all keys have
/// in common are passed over. Returns where the result is: `entries` or `spare`.
template <class Key>
Entry<Key> *radix_sort(Entry<Key> *entries, Entry<Key> *spare, int64_t n) {
  const auto digit = [](const Entry<Key> &entry, size_t byte) -> uint8_t {
    if constexpr (sizeof(Key) <= 4) {
      return static_cast<uint8_t>(entry >> (32 + 8 * byte));
    } else {
      return static_cast<uint8_t>(entry.key >> (8 * byte));
    }
  };
  uint32_t counts[sizeof(Key)][256] = {};
  for (int64_t i = 0; i < n; ++i) {
    for (size_t byte = 0; byte < sizeof(Key); ++byte) ++counts[byte][digit(entries[i], byte)];
  }
  for (size_t byte = 0; byte < sizeof(Key); ++byte) {
    if (counts[byte][digit(entries[0], byte)] == static_cast<uint32_t>(n)) continue;
    uint32_t place = 0;
    for (uint32_t &count : counts[byte]) place += std::exchange(count, place);
    for (int64_t i = 0; i < n; ++i) spare[counts[byte][digit(entries[i], byte)]++] = entries[i];
    std::swap(entries, spare);
  }
  return entries;
}

template <class Key>
Entry<Key> *sort_entries(Entry<Key> *entries, Entry<Key> *spare, int64_t n) {
  if constexpr (sizeof(Key) <= 8) {
    if (n >= (sizeof(Key) <= 4 ? 256 : 1024)) return radix_sort<Key>(entries, spare, n);
  }
  std::sort(entries, entries + n);
  return entries;
}

/// out[i] = in[position[i]], along one line.
template <class Word, class E>
void permute(const void *in, void *out, const E *entries, int64_t n, int64_t begin, int64_t stride) {
  const Word *from = static_cast<const Word *>(in) + begin;
  Word *to = static_cast<Word *>(out) + begin;
  for (int64_t i = 0; i < n; ++i) to[i * stride] = from[int64_t{position_of(entries[i])} * stride];
}

template <class E>
void permute(int64_t size, const void *in, void *out, const E *entries, int64_t n, int64_t begin, int64_t stride) {
  switch (size) {
    case 1:
      return permute<uint8_t>(in, out, entries, n, begin, stride);
    case 2:
      return permute<uint16_t>(in, out, entries, n, begin, stride);
    case 4:
      return permute<uint32_t>(in, out, entries, n, begin, stride);
    case 8:
      return permute<uint64_t>(in, out, entries, n, begin, stride);
    default:
      return permute<Key128>(in, out, entries, n, begin, stride);
  }
}

// A thread's entries. Threads keep what is small for the next sort.
class Entries {
 public:
  static LibraryWorkspace workspace(int64_t bytes, int64_t threads) {
    return bytes > kKept ? LibraryWorkspace{0, threads * bytes} : LibraryWorkspace{threads * bytes, 0};
  }
  explicit Entries(int64_t bytes) {
    if (bytes > kKept) own_.emplace(bytes);
    data_ = own_ ? own_->data() : thread_scratch(bytes, ScratchSlot::library);
  }
  template <class T>
  T *as() const {
    return static_cast<T *>(data_);
  }

 private:
  static constexpr int64_t kKept = int64_t{8} << 20;
  std::optional<ScopedMemory> own_;
  void *data_;
};

int64_t lines_per_task(int64_t n) { return std::max<int64_t>(1, 4096 / std::max<int64_t>(n, 1)); }

template <class T>
void sort_lines(const Lines &lines, bool descending, int64_t operands, void *const *buffers, const ShapeDtype *types) {
  using E = Entry<KeyOf<T>>;
  const auto body = [&](int64_t first, int64_t last, int) {
    const Entries memory(2 * lines.n * static_cast<int64_t>(sizeof(E)));
    E *entries = memory.as<E>();
    for (int64_t line = first; line < last; ++line) {
      const int64_t begin = lines.begin(line);
      fill(entries, static_cast<const T *>(buffers[0]) + begin, lines.n, lines.inner, descending);
      const E *sorted = sort_entries<KeyOf<T>>(entries, entries + lines.n, lines.n);
      for (int64_t i = 0; i < operands; ++i) {
        permute(size_of(types[i].dtype), buffers[i], buffers[operands + i], sorted, lines.n, begin, lines.inner);
      }
    }
  };
  ThreadPool::global().parallel(lines.count(), lines_per_task(lines.n), body);
}

template <class T>
void top_k_rows(const Lines &rows, int64_t k, const T *x, T *values, int32_t *indices) {
  using E = Entry<KeyOf<T>>;
  const auto body = [&](int64_t first, int64_t last, int) {
    const Entries memory(rows.n * static_cast<int64_t>(sizeof(E)));
    E *entries = memory.as<E>();
    for (int64_t row = first; row < last; ++row) {
      fill(entries, x + row * rows.n, rows.n, 1, true);
      if (k < rows.n) std::nth_element(entries, entries + k, entries + rows.n);
      std::sort(entries, entries + k);
      for (int64_t i = 0; i < k; ++i) {
        const uint32_t position = position_of(entries[i]);
        values[row * k + i] = x[row * rows.n + position];
        indices[row * k + i] = static_cast<int32_t>(position);
      }
    }
  };
  ThreadPool::global().parallel(rows.count(), lines_per_task(rows.n), body);
}

}  // namespace

void sort(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(n == 4, "sort", "it takes the attributes dimension, is_stable, descending and the number of operands");
  const int64_t dimension = attributes[0], operands = attributes[3];
  require(operands >= 1 && count == 2 * operands, "sort", "it takes as many results as operands");
  const Shape &shape = types[0].shape;
  require(dimension >= 0 && dimension < shape.ndim(), "sort", "the dimension does not exist");
  for (int64_t i = 0; i < operands; ++i) {
    require(types[i].shape == shape && types[operands + i] == types[i], "sort", "operands and results differ in shape");
  }
  const Lines lines(shape, dimension);
  require(lines.n < INT32_MAX, "sort", "the dimension is too long");
  if (lines.n == 0) return;
  visit_dtype(types[0].dtype,
              [&](auto zero) { sort_lines<decltype(zero)>(lines, attributes[2] != 0, operands, buffers, types); });
}

namespace {
LibraryWorkspace entries_workspace(DType dtype, const Lines &lines, int64_t copies, int threads) {
  if (lines.n == 0) return {};
  int64_t entry = 0;
  visit_dtype(dtype, [&](auto zero) { entry = sizeof(Entry<KeyOf<decltype(zero)>>); });
  return Entries::workspace(copies * lines.n * entry, loop_threads(lines.count(), lines_per_task(lines.n), threads));
}
}  // namespace

LibraryWorkspace sort_workspace(const CallStep &step, int threads) {
  return entries_workspace(step.types[0].dtype, Lines(step.types[0].shape, step.attributes[0]), 2, threads);
}

LibraryWorkspace top_k_workspace(const CallStep &step, int threads) {
  const Shape &shape = step.types[0].shape;
  return entries_workspace(step.types[0].dtype, Lines(shape, shape.ndim() - 1), 1, threads);
}

void top_k(void *const *buffers, const ShapeDtype *types, int count, const int64_t *, int) {
  require(count == 3, "top_k", "it takes one operand and two results");
  const Shape &shape = types[0].shape, &result = types[1].shape;
  require(shape.ndim() >= 1 && result.ndim() == shape.ndim() && result == types[2].shape &&
              types[1].dtype == types[0].dtype && types[2].dtype == i32,
          "top_k", "the results do not fit the operand");
  const Lines rows(shape, shape.ndim() - 1);
  const int64_t k = result.back();
  require(rows.n < INT32_MAX && k >= 0 && k <= rows.n && result.count() == rows.count() * k, "top_k",
          "the results do not fit the operand");
  if (k == 0) return;
  visit_dtype(types[0].dtype, [&](auto zero) {
    using T = decltype(zero);
    top_k_rows(rows, k, static_cast<const T *>(buffers[0]), static_cast<T *>(buffers[1]),
               static_cast<int32_t *>(buffers[2]));
  });
}

}  // namespace fluxion::runtime

// The inner functions of matrix products, written once over vectors of FLUXION_VECTOR_BYTES and included by one source
// file for each instruction set (hence no include guard, and no standard headers but <cstdint>: an inline function of
// theirs compiled here for AVX-512 could be the copy that the linker keeps for everyone).
#include "runtime/gemm_kernels.h"
#include "runtime/image_kernel_body.h"

namespace fluxion::runtime::FLUXION_ISA {
namespace {

// ---- element types: how each is stored (Stored), what it is computed in (Value), and N of them at a time ----

template <class T>
struct Plain {
  using Stored = T;
  using Value = T;
  template <int N>
  static FLUXION_INLINE Vector<T, N> read(const T *from) {
    return load<Vector<T, N>>(from);
  }
  static FLUXION_INLINE T read1(const T *from) { return *from; }
};

struct Bf16 {
  using Stored = uint16_t;
  using Value = float;
  template <int N>
  static FLUXION_INLINE Vector<float, N> read(const uint16_t *from) {
    const auto wide = __builtin_convertvector(load<Vector<uint16_t, N>>(from), Vector<uint32_t, N>);
    return bits_of<Vector<float, N>>(wide << 16);
  }
  static FLUXION_INLINE float read1(const uint16_t *from) { return bits_of<float>(uint32_t{*from} << 16); }
};

// Exponent and mantissa moved into place are the number divided by 2^112, subnormals included; the multiplication is
// exact. Infinity and NaN then get the full exponent.
struct F16 {
  using Stored = uint16_t;
  using Value = float;
  template <class F, class U>
  static FLUXION_INLINE F widen(U h) {
    const F scaled = bits_of<F>((h & 0x7fff) << 13) * 0x1p112f;
    const U special = ((h & 0x7fff) + 0x0400) >> 15;  // 1 where the exponent is full
    return bits_of<F>(bits_of<U>(scaled) | special * 0x7f800000 | (h & 0x8000) << 16);
  }
  template <int N>
  static FLUXION_INLINE Vector<float, N> read(const uint16_t *from) {
    return widen<Vector<float, N>>(__builtin_convertvector(load<Vector<uint16_t, N>>(from), Vector<uint32_t, N>));
  }
  static FLUXION_INLINE float read1(const uint16_t *from) { return widen<float>(uint32_t{*from}); }
};

// Sums wrap around, as those of unsigned numbers do.
struct Int8 {
  using Stored = int8_t;
  using Value = uint32_t;
  template <int N>
  static FLUXION_INLINE Vector<uint32_t, N> read(const int8_t *from) {
    const auto wide = __builtin_convertvector(load<Vector<int8_t, N>>(from), Vector<int32_t, N>);
    return bits_of<Vector<uint32_t, N>>(wide);
  }
  static FLUXION_INLINE uint32_t read1(const int8_t *from) { return static_cast<uint32_t>(int32_t{*from}); }
};

// ---- packing ----

// Lanes are contiguous in memory: rows of panels are copied. Several k at a time go through all panels, so that
// memory is read in long pieces; the next ones, each in a page of its own, are asked for meanwhile.
template <class S, int Width>
void pack_rows(const typename S::Stored *source, int64_t k_stride, int64_t lanes, int64_t k, int64_t width,
               typename S::Value *panels) {
  using Value = typename S::Value;
  constexpr int full = kLanes<Value>, n = Width % full == 0 ? full : Width % 4 == 0 ? 4 : 2;
  if (Width) width = Width;
  for (int64_t p0 = 0; p0 < k; p0 += 8) {
    const int64_t p1 = p0 + 8 < k ? p0 + 8 : k;
    for (int64_t l = 0; l < lanes; l += width) {
      const int64_t valid = lanes - l < width ? lanes - l : width;
      for (int64_t p = p0; p < p1; ++p) {
        const typename S::Stored *from = source + p * k_stride + l;
        Value *to = panels + l * k + p * width;
        int64_t i = 0;
        if (Width && valid == Width) {
          FLUXION_UNROLL
          for (int j = 0; j < (Width ? Width : 1); j += 16) __builtin_prefetch(from + j + 8 * k_stride, 0, 2);
          FLUXION_UNROLL
          for (int j = 0; j < (Width ? Width : 1); j += n) save(to + j, S::template read<n>(from + j));
          continue;
        }
        for (; i + n <= valid; i += n) {
          __builtin_prefetch(from + i + 8 * k_stride, 0, 2);
          save(to + i, S::template read<n>(from + i));
        }
        for (; i < valid; ++i) to[i] = S::read1(from + i);
        for (; i < width; ++i) to[i] = 0;
      }
    }
  }
}

// The slow way, for any strides and for what is left over by the fast ones: k from p0 on, `valid` lanes of one panel.
template <class S>
void pack_strided(const typename S::Stored *source, int64_t lane_stride, int64_t k_stride, int64_t valid, int64_t p0,
                  int64_t k, int64_t width, typename S::Value *panel) {
  for (int64_t p = p0; p < k; ++p) {
    for (int64_t i = 0; i < valid; ++i) panel[p * width + i] = S::read1(source + i * lane_stride + p * k_stride);
    for (int64_t i = valid; i < width; ++i) panel[p * width + i] = 0;
  }
}

// k is contiguous in memory: N lanes by N k are transposed in registers; those of the next panel are asked for. A store
// that is wider than what is left of a row of the panel may spoil the start of the next row, which is written later
// (groups of lanes go from right to left); the last row is written exactly.
template <class S, int N>
void pack_transposed(const typename S::Stored *source, int64_t lane_stride, int64_t lanes, int64_t k, int64_t width,
                     typename S::Value *panels) {
  using Value = typename S::Value;
  const int64_t whole = k - k % N;
  for (int64_t l = 0; l < lanes; l += width) {
    Value *panel = panels + l * k;
    const int64_t valid = lanes - l < width ? lanes - l : width;
    for (int64_t p = 0; p < whole; p += N) {
      for (int64_t g = (width - 1) / N * N; g >= 0; g -= N) {
        const typename S::Stored *from = source + (l + g) * lane_stride + p;
        Vector<Value, N> rows[N];
        if (valid - g >= N) {
          FLUXION_UNROLL
          for (int i = 0; i < N; ++i) {
            __builtin_prefetch(from + (i + width) * lane_stride, 0, 2);
            rows[i] = S::template read<N>(from + i * lane_stride);
          }
        } else {
          FLUXION_UNROLL
          for (int i = 0; i < N; ++i)
            rows[i] = g + i < valid ? S::template read<N>(from + i * lane_stride) : Vector<Value, N>{};
        }
        transpose<N / 2, N>(rows);
        Value *to = panel + p * width + g;
        const int64_t room = width - g;
        const int exact = room < N && p + N >= k ? N - 1 : N;  // rows that a whole store may write
        FLUXION_UNROLL
        for (int i = 0; i < N; ++i) {
          if (i < exact) {
            save(to + i * width, rows[i]);
          } else {
            for (int64_t j = 0; j < room; ++j) to[i * width + j] = rows[i][j];
          }
        }
      }
    }
    pack_strided<S>(source + l * lane_stride, lane_stride, 1, valid, whole, k, width, panel);
  }
}

template <class S>
void pack(const void *source, int64_t lane_stride, int64_t k_stride, int64_t lanes, int64_t k, int64_t width,
          void *panels) {
  using Value = typename S::Value;
  const auto *from = static_cast<const typename S::Stored *>(source);
  auto *to = static_cast<Value *>(panels);
  constexpr int full = kLanes<Value>, middle = full < 8 ? full : 8, low = full < 4 ? full : 4;
  if (width == 1 && k_stride == 1) {  // copies, which is what packing rows of `k` lanes does
    for (int64_t l = 0; l < lanes; ++l) pack_rows<S, 0>(from + l * lane_stride, 1, k, 1, k, to + l * k);
    return;
  }
  if (lane_stride == 1) {
    switch (width) {
      case 4:
        return pack_rows<S, 4>(from, k_stride, lanes, k, width, to);
      case 6:
        return pack_rows<S, 6>(from, k_stride, lanes, k, width, to);
      case 8:
        return pack_rows<S, 8>(from, k_stride, lanes, k, width, to);
      case 32:
        return pack_rows<S, 32>(from, k_stride, lanes, k, width, to);
      case 48:
        return pack_rows<S, 48>(from, k_stride, lanes, k, width, to);
      case 64:
        return pack_rows<S, 64>(from, k_stride, lanes, k, width, to);
      default:
        return pack_rows<S, 0>(from, k_stride, lanes, k, width, to);
    }
  }
  if (k_stride == 1) {
    if (width % full == 0) return pack_transposed<S, full>(from, lane_stride, lanes, k, width, to);
    // NOLINTNEXTLINE(misc-redundant-expression): it depends on the tile that is compiled
    if (width % middle == 0 || (width > low && width < middle))
      return pack_transposed<S, middle>(from, lane_stride, lanes, k, width, to);
    return pack_transposed<S, low>(from, lane_stride, lanes, k, width, to);
  }
  for (int64_t l = 0; l < lanes; l += width)
    pack_strided<S>(from + l * lane_stride, lane_stride, k_stride, lanes - l < width ? lanes - l : width, 0, k, width,
                    to + l * k);
}

// Groups of elements along k, `stride` apart, that make 32 bits: pairs of uint16_t, fours of uint8_t.
template <class Small>
constexpr int kGroup = 4 / sizeof(Small);

template <class Small>
FLUXION_INLINE uint32_t read_group(const Small *from, int64_t stride) {
  uint32_t group = 0;
  FLUXION_UNROLL
  for (int h = 0; h < kGroup<Small>; ++h) group |= uint32_t{from[h * stride]} << (32 / kGroup<Small> * h);
  return group;
}

// Where lanes are contiguous the rows of a group are interleaved.
template <class Small>
void interleave_rows(const Small *source, int64_t k_stride, int64_t lanes, int64_t k, int64_t width, uint32_t *panels) {
  constexpr int n = kLanes<uint32_t>;
  using Wide = Vector<uint32_t, n>;
  const int64_t next = k_stride / kGroup<Small>;
  for (int64_t l = 0; l < lanes; l += width) {
    const int64_t valid = lanes - l < width ? lanes - l : width;
    for (int64_t p = 0; p < k; ++p) {
      const Small *row = source + p * k_stride + l;
      uint32_t *to = panels + l * k + p * width;
      int64_t i = 0;
      for (; i + n <= valid; i += n) {
        Wide groups = {};
        FLUXION_UNROLL
        for (int h = 0; h < kGroup<Small>; ++h)
          groups |= __builtin_convertvector(load<Vector<Small, n>>(row + h * next + i), Wide)
                    << (32 / kGroup<Small> * h);
        save(to + i, groups);
      }
      for (; i < valid; ++i) to[i] = read_group(row + i, next);
      for (; i < width; ++i) to[i] = 0;
    }
  }
}

template <class Small>
void pack_groups(const void *source, int64_t lane_stride, int64_t k_stride, int64_t lanes, int64_t k, int64_t width,
                 void *panels) {
  const auto *from = static_cast<const Small *>(source);
  auto *to = static_cast<uint32_t *>(panels);
  if (k_stride == kGroup<Small> && lane_stride % kGroup<Small> == 0)
    return pack<Plain<uint32_t>>(source, lane_stride / kGroup<Small>, 1, lanes, k, width, panels);
  if (lane_stride == 1) return interleave_rows(from, k_stride, lanes, k, width, to);
  for (int64_t l = 0; l < lanes; l += width)
    for (int64_t p = 0; p < k; ++p)
      for (int64_t i = 0; i < width; ++i)
        to[l * k + p * width + i] =
            l + i < lanes ? read_group(from + (l + i) * lane_stride + p * k_stride, k_stride / kGroup<Small>) : 0;
}

// ---- packing what lies in runs ----

// Whole vectors, the last of which overlaps the one before it.
template <class S, int N>
FLUXION_INLINE void copy_vectors(const typename S::Stored *from, int64_t k_stride, int64_t length, int64_t k,
                                 int64_t width, typename S::Value *to) {
  for (int64_t p = 0; p < k; ++p, from += k_stride, to += width) {
    for (int64_t i = 0; i + N <= length; i += N) {
      __builtin_prefetch(from + i + width, 0, 2);
      save(to + i, S::template read<N>(from + i));
    }
    save(to + length - N, S::template read<N>(from + length - N));
  }
}

template <int N, class V, int... I>
FLUXION_INLINE V even_elements(V a, V b, Indices<I...>) {
  return __builtin_shufflevector(a, b, (2 * I)...);
}

// The second vector of a pair ends in an element that is not asked for; it is there as long as another one follows.
template <class S>
void copy_every_second(const typename S::Stored *from, int64_t k_stride, int64_t length, int64_t k, int64_t width,
                       typename S::Value *to) {
  using Value = typename S::Value;
  constexpr int n = kLanes<Value>;
  for (int64_t p = 0; p < k; ++p, from += k_stride, to += width) {
    int64_t i = 0;
    for (; i + n < length; i += n)
      save(to + i, even_elements<n>(S::template read<n>(from + 2 * i), S::template read<n>(from + 2 * i + n),
                                    typename Counted<n>::type{}));
    for (; i < length; ++i) to[i] = S::read1(from + 2 * i);
  }
}

template <class S>
void copy_run(const typename S::Stored *from, int64_t lane_stride, int64_t k_stride, int64_t length, int64_t k,
              int64_t width, typename S::Value *to) {
  constexpr int n = kLanes<typename S::Value>;
  if (lane_stride == 1 && length >= n) return copy_vectors<S, n>(from, k_stride, length, k, width, to);
  if constexpr (n >= 16) {
    if (lane_stride == 1 && length >= 8) return copy_vectors<S, 8>(from, k_stride, length, k, width, to);
  }
  if constexpr (n >= 8) {
    if (lane_stride == 1 && length >= 4) return copy_vectors<S, 4>(from, k_stride, length, k, width, to);
  }
  if (lane_stride == 2 && length > n) return copy_every_second<S>(from, k_stride, length, k, width, to);
  for (int64_t p = 0; p < k; ++p, from += k_stride, to += width)
    for (int64_t i = 0; i < length; ++i) to[i] = S::read1(from + i * lane_stride);
}

template <class S>
void gather(const LaneRun *runs, int64_t count, const void *source, int64_t lane_stride, int64_t k_stride, int64_t k,
            int64_t width, void *panel) {
  const auto *from = static_cast<const typename S::Stored *>(source);
  auto *to = static_cast<typename S::Value *>(panel);
  for (int64_t r = 0; r < count; ++r) {
    const int64_t length = runs[r].length;
    if (runs[r].offset >= 0) {
      copy_run<S>(from + runs[r].offset, lane_stride, k_stride, length, k, width, to);
    } else {
      for (int64_t p = 0; p < k; ++p)
        for (int64_t i = 0; i < length; ++i) to[p * width + i] = 0;
    }
    to += length;
  }
}

// N lanes by N k are transposed in registers, as in pack_transposed.
template <class S>
void pack_lanes(const void *const *lanes, int64_t count, int64_t k, int64_t width, void *panel) {
  using Value = typename S::Value;
  constexpr int n = kLanes<Value>;
  auto *to = static_cast<Value *>(panel);
  const auto lane = [&](int64_t i) { return i < count ? static_cast<const typename S::Stored *>(lanes[i]) : nullptr; };
  const int64_t whole = k - k % n;
  for (int64_t g = 0; g < width; g += n) {
    for (int64_t p = 0; p < whole; p += n) {
      Vector<Value, n> rows[n];
      FLUXION_UNROLL
      for (int i = 0; i < n; ++i) {
        const auto *from = lane(g + i);
        rows[i] = from ? S::template read<n>(from + p) : Vector<Value, n>{};
      }
      transpose<n / 2, n>(rows);
      FLUXION_UNROLL
      for (int i = 0; i < n; ++i) save(to + (p + i) * width + g, rows[i]);
    }
    for (int64_t i = g; i < g + n; ++i)
      for (int64_t p = whole; p < k; ++p) to[p * width + i] = lane(i) ? S::read1(lane(i) + p) : 0;
  }
}

// ---- matrix times vector ----

// Memory is asked for this many bytes ahead: the processor's own prefetching ends with each page of 4 KB.
constexpr int64_t kAhead = 1024;

template <class Value, int N, int... I>
FLUXION_INLINE Value sum_of(Vector<Value, N> v, Indices<I...>) {
  if constexpr (N == 2) {
    return v[0] + v[1];
  } else {
    const Vector<Value, N / 2> low = __builtin_shufflevector(v, v, I...),
                               high = __builtin_shufflevector(v, v, (I + N / 2)...);
    return sum_of<Value, N / 2>(low + high, typename Counted<N / 4>::type{});
  }
}

// One output after another, so that a dense matrix is read from its start to its end.
template <class S>
void row_products(const void *matrix, int64_t stride, const void *v, int64_t k, int64_t outputs, void *out) {
  using Value = typename S::Value;
  constexpr int n = kLanes<Value>, sums_at_once = 4;
  const auto *row = static_cast<const typename S::Stored *>(matrix);
  const auto *x = static_cast<const Value *>(v);
  auto *y = static_cast<Value *>(out);
  for (int64_t i = 0; i < outputs; ++i, row += stride) {
    Vector<Value, n> sums[sums_at_once] = {};
    int64_t p = 0;
    for (; p + n * sums_at_once <= k; p += n * sums_at_once) {
      FLUXION_UNROLL
      for (int h = 0; h < sums_at_once; ++h) {
        __builtin_prefetch(reinterpret_cast<const char *>(row + p + h * n) + kAhead);
        sums[h] += S::template read<n>(row + p + h * n) * load<Vector<Value, n>>(x + p + h * n);
      }
    }
    for (; p + n <= k; p += n) sums[0] += S::template read<n>(row + p) * load<Vector<Value, n>>(x + p);
    Value sum = sum_of<Value, n>((sums[0] + sums[1]) + (sums[2] + sums[3]), typename Counted<n / 2>::type{});
    for (; p < k; ++p) sum += S::read1(row + p) * x[p];
    y[i] = sum;
  }
}

// out[j] += Σ_r v[r]·rows[r, j]. The rows that follow, `next` elements from these, are asked for meanwhile: each is a
// new page, which the processor does not foresee.
template <class S, int R>
FLUXION_INLINE void add_scaled_rows(const typename S::Stored *rows, int64_t stride, int64_t next,
                                    const typename S::Value *v, int64_t outputs, typename S::Value *out) {
  using Value = typename S::Value;
  constexpr int n = kLanes<Value>;
  int64_t j = 0;
  for (; j + n <= outputs; j += n) {
    auto sum = load<Vector<Value, n>>(out + j);
    FLUXION_UNROLL
    for (int r = 0; r < R; ++r) {
      __builtin_prefetch(rows + r * stride + j + next, 0, 2);
      sum += v[r] * S::template read<n>(rows + r * stride + j);
    }
    save(out + j, sum);
  }
  for (; j < outputs; ++j) {
    Value sum = out[j];
    FLUXION_UNROLL
    for (int r = 0; r < R; ++r) sum += v[r] * S::read1(rows + r * stride + j);
    out[j] = sum;
  }
}

// The caller keeps `outputs` so few that they stay in the first-level cache.
template <class S>
void column_products(const void *matrix, int64_t stride, const void *v, int64_t k, int64_t outputs, void *out) {
  using Value = typename S::Value;
  constexpr int together = 8;
  const auto *rows = static_cast<const typename S::Stored *>(matrix);
  const auto *x = static_cast<const Value *>(v);
  auto *y = static_cast<Value *>(out);
  for (int64_t j = 0; j < outputs; ++j) y[j] = 0;
  int64_t p = 0;
  for (; p + together <= k; p += together) {
    const int64_t next = p + 2 * together <= k ? together * stride : 0;
    add_scaled_rows<S, together>(rows + p * stride, stride, next, x + p, outputs, y);
  }
  for (; p < k; ++p) add_scaled_rows<S, 1>(rows + p * stride, stride, 0, x + p, outputs, y);
}

// ---- storing results ----

FLUXION_INLINE uint16_t round_to_bf16(float value) {
  const uint32_t u = bits_of<uint32_t>(value);
  const uint32_t rounded = (u + 0x7fff + ((u >> 16) & 1)) >> 16;
  return static_cast<uint16_t>((u & 0x7fffffff) > 0x7f800000 ? (u >> 16) | 0x40 : rounded);
}

// Subnormal results are rounded by adding 1/2, whose last place is f16's smallest subnormal; the others by adding just
// less than half of the last place to the bits.
FLUXION_INLINE uint16_t round_to_f16(float value) {
  const uint32_t u = bits_of<uint32_t>(value), magnitude = u & 0x7fffffff, sign = (u >> 16) & 0x8000;
  const uint32_t special = magnitude > 0x7f800000 ? 0x7e00 : 0x7c00;
  const uint32_t small = bits_of<uint32_t>(bits_of<float>(magnitude) + 0.5f) - 0x3f000000;
  const uint32_t normal = (magnitude - 0x38000000 + 0xfff + ((magnitude >> 13) & 1)) >> 13;
  const uint32_t rounded = magnitude >= 0x47800000 ? special : magnitude < 0x38800000 ? small : normal;
  return static_cast<uint16_t>(sign | rounded);
}

template <class T>
struct AsIs {
  using Out = T;
  template <class Value>
  static FLUXION_INLINE T round(Value value) {
    return static_cast<T>(value);
  }
};
struct AsBf16 {
  using Out = uint16_t;
  static FLUXION_INLINE uint16_t round(float value) { return round_to_bf16(value); }
};
struct AsF16 {
  using Out = uint16_t;
  static FLUXION_INLINE uint16_t round(float value) { return round_to_f16(value); }
};

template <class As, class Value>
void store_as(const Value *tile, int64_t ld, int64_t rows, int64_t columns, void *out, int64_t row_stride,
              int64_t column_stride) {
  auto *to = static_cast<typename As::Out *>(out);
  if (column_stride == 1) {
    for (int64_t i = 0; i < rows; ++i)
      for (int64_t j = 0; j < columns; ++j) to[i * row_stride + j] = As::round(tile[i * ld + j]);
  } else {
    for (int64_t j = 0; j < columns; ++j)
      for (int64_t i = 0; i < rows; ++i) to[i * row_stride + j * column_stride] = As::round(tile[i * ld + j]);
  }
}

template <class Value>
constexpr bool kIsInteger = false;
template <>
constexpr bool kIsInteger<uint32_t> = true;

template <class Value>
void store(const void *tile, int64_t ld, int64_t rows, int64_t columns, DType type, void *out, int64_t row_stride,
           int64_t column_stride) {
  const auto *from = static_cast<const Value *>(tile);
  if constexpr (kIsInteger<Value>)
    return store_as<AsIs<Value>>(from, ld, rows, columns, out, row_stride, column_stride);
  switch (type) {
    case DType::f64:
      return store_as<AsIs<double>>(from, ld, rows, columns, out, row_stride, column_stride);
    case DType::bf16:
      return store_as<AsBf16>(from, ld, rows, columns, out, row_stride, column_stride);
    case DType::f16:
      return store_as<AsF16>(from, ld, rows, columns, out, row_stride, column_stride);
    default:
      return store_as<AsIs<float>>(from, ld, rows, columns, out, row_stride, column_stride);
  }
}

// ---- the micro-kernel ----

template <class T, int Mr, int Vectors>
void micro_kernel(const void *a, const void *b, void *c, int64_t k, int64_t a_row, int64_t a_column, int64_t b_row,
                  int64_t c_row, int64_t accumulate) {
  constexpr int n = kLanes<T>;
  using V = Vector<T, n>;
  const T *pa = static_cast<const T *>(a), *pb = static_cast<const T *>(b);
  T *pc = static_cast<T *>(c);
  V sums[Mr][Vectors];
  begin_tile<T, Mr, Vectors>(sums, pc, c_row);
  for (int64_t p = 0; p < k; ++p, pa += a_column, pb += b_row) {
    V row[Vectors];
    FLUXION_UNROLL
    for (int j = 0; j < Vectors; ++j) row[j] = load<V>(pb + j * n);
    FLUXION_UNROLL
    for (int i = 0; i < Mr; ++i) {
      const T element = pa[i * a_row];
      FLUXION_UNROLL
      for (int j = 0; j < Vectors; ++j) sums[i][j] += element * row[j];
    }
  }
  finish_tile<T, Mr, Vectors>(sums, pc, c_row, accumulate);
}

template <class T, int Mr, int Vectors>
constexpr MicroKernel tile(double speed) {
  MicroKernel kernel{micro_kernel<T, Mr, Vectors>, Mr, Vectors * kLanes<T>, speed};
  if constexpr (!kIsInteger<T> && Vectors * kLanes<T> <= 64) {
    kernel.run_image = image_kernel<T, Mr, Vectors>;
    kernel.run_pixels = pixel_kernel<T, Mr, Vectors>;
  }
  return kernel;
}

template <class S>
constexpr GemmKernels::Set kernels_for() {
  using Value = typename S::Value;
  return {
      pack<S>, gather<S>, pack_lanes<S>, row_products<S>, column_products<S>, store<Value>, {{FLUXION_TILES(Value)}}};
}

}  // namespace

extern const GemmKernels kernels = {
    kernels_for<Plain<float>>(), kernels_for<Plain<double>>(), kernels_for<Bf16>(),  kernels_for<F16>(),
    kernels_for<Int8>(),         pack_groups<uint16_t>,        pack_groups<uint8_t>, kReadsInsideOnly};

}  // namespace fluxion::runtime::FLUXION_ISA

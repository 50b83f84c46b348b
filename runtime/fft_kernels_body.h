// The inner functions of Fourier transforms, written once over vectors of FLUXION_VECTOR_BYTES and included by one
// source file for each instruction set (hence no include guard, and no standard headers but <cstdint>: an inline
// function of theirs compiled here for AVX-512 could be the copy that the linker keeps for everyone).
#include "runtime/fft_kernels.h"
#include "runtime/vector_body.h"

namespace fluxion::runtime::FLUXION_ISA {
namespace {

template <class T>
FLUXION_INLINE Vector<T> load_lanes(const T *from) {
  return load<Vector<T>>(static_cast<const void *>(from));
}

template <class T>
using Lane = typename Counted<kLanes<T>>::type;

template <class V, int... I>
FLUXION_INLINE V evens(V a, V b, Indices<I...>) {
  return __builtin_shufflevector(a, b, (2 * I)...);
}
template <class V, int... I>
FLUXION_INLINE V odds(V a, V b, Indices<I...>) {
  return __builtin_shufflevector(a, b, (2 * I + 1)...);
}
template <class V, int... I>
FLUXION_INLINE V first_halves(V a, V b, Indices<I...>) {
  constexpr int n = sizeof...(I);
  return __builtin_shufflevector(a, b, ((I & 1) ? n + I / 2 : I / 2)...);
}
template <class V, int... I>
FLUXION_INLINE V second_halves(V a, V b, Indices<I...>) {
  constexpr int n = sizeof...(I);
  return __builtin_shufflevector(a, b, (n / 2 + ((I & 1) ? n + I / 2 : I / 2))...);
}
template <class V, int... I>
FLUXION_INLINE V reversed(V a, Indices<I...>) {
  constexpr int n = sizeof...(I);
  return __builtin_shufflevector(a, a, (n - 1 - I)...);
}

/// One complex number in each lane.
template <class T>
struct Pair {
  Vector<T> re, im;
};
template <class T>
FLUXION_INLINE Pair<T> operator+(Pair<T> a, Pair<T> b) {
  return {a.re + b.re, a.im + b.im};
}
template <class T>
FLUXION_INLINE Pair<T> operator-(Pair<T> a, Pair<T> b) {
  return {a.re - b.re, a.im - b.im};
}
template <class T, class W>
FLUXION_INLINE Pair<T> times(Pair<T> a, W re, W im) {
  return {a.re * re - a.im * im, a.re * im + a.im * re};
}
template <class T>
FLUXION_INLINE Pair<T> times_minus_i(Pair<T> a) {
  return {a.im, -a.re};
}
template <class T>
FLUXION_INLINE Pair<T> interleaved(const T *from) {
  const Vector<T> a = load_lanes(from), b = load_lanes(from + kLanes<T>);
  return {evens(a, b, Lane<T>{}), odds(a, b, Lane<T>{})};
}
template <class T>
FLUXION_INLINE void interleave(T *to, Pair<T> x) {
  save(to, first_halves(x.re, x.im, Lane<T>{}));
  save(to + kLanes<T>, second_halves(x.re, x.im, Lane<T>{}));
}
template <class T>
FLUXION_INLINE Pair<T> load_pair(const T *from) {
  return {load_lanes(from), load_lanes(from + kLanes<T>)};
}
template <class T>
FLUXION_INLINE void save_pair(T *to, Pair<T> x) {
  save(to, x.re);
  save(to + kLanes<T>, x.im);
}

// ---- butterflies: the transform of R numbers, in place

template <class T>
FLUXION_INLINE void four(Pair<T> &a, Pair<T> &b, Pair<T> &c, Pair<T> &d) {
  const Pair<T> s = a + c, t = a - c, u = b + d, v = times_minus_i(b - d);
  a = s + u;
  b = t + v;
  c = s - u;
  d = t - v;
}

template <class T>
FLUXION_INLINE void eight(Pair<T> *a) {
  constexpr T r = static_cast<T>(0.70710678118654752440);
  Pair<T> b[4], c[4];
  FLUXION_UNROLL
  for (int k = 0; k < 4; ++k) {
    b[k] = a[k] + a[k + 4];
    c[k] = a[k] - a[k + 4];
  }
  c[1] = {(c[1].re + c[1].im) * r, (c[1].im - c[1].re) * r};
  c[2] = times_minus_i(c[2]);
  c[3] = {(c[3].im - c[3].re) * r, (c[3].re + c[3].im) * -r};
  four(b[0], b[1], b[2], b[3]);
  four(c[0], c[1], c[2], c[3]);
  FLUXION_UNROLL
  for (int k = 0; k < 4; ++k) {
    a[2 * k] = b[k];
    a[2 * k + 1] = c[k];
  }
}

// Outputs k and n − k of an odd radix: numbers that lie symmetrically share their products.
template <class T>
FLUXION_INLINE void put_mirrored(Pair<T> &front, Pair<T> &back, Pair<T> even, Pair<T> skew) {
  front = {even.re + skew.im, even.im - skew.re};
  back = {even.re - skew.im, even.im + skew.re};
}
template <class T>
FLUXION_INLINE void add_scaled(Pair<T> &to, Pair<T> x, T factor) {
  to = {to.re + x.re * factor, to.im + x.im * factor};
}

template <int R, class T>
FLUXION_INLINE void odd(Pair<T> *a, const T *roots) {
  Pair<T> sum[R / 2 + 1], difference[R / 2 + 1], first = a[0];
  FLUXION_UNROLL
  for (int k = 1; k <= R / 2; ++k) {
    sum[k] = a[k] + a[R - k];
    difference[k] = a[k] - a[R - k];
    a[0] = a[0] + sum[k];
  }
  FLUXION_UNROLL
  for (int k = 1; k <= R / 2; ++k) {
    Pair<T> even = first, skew = {};
    FLUXION_UNROLL
    for (int j = 1; j <= R / 2; ++j) {
      add_scaled(even, sum[j], roots[2 * (j * k % R)]);
      add_scaled(skew, difference[j], roots[2 * (j * k % R) + 1]);
    }
    put_mirrored(a[k], a[R - k], even, skew);
  }
}

template <class T>
void any_odd(Pair<T> *a, int64_t n, const T *roots) {
  Pair<T> sum[kMostFftRadix / 2 + 1], difference[kMostFftRadix / 2 + 1], first = a[0];
  for (int64_t k = 1; k <= n / 2; ++k) {
    sum[k] = a[k] + a[n - k];
    difference[k] = a[k] - a[n - k];
    a[0] = a[0] + sum[k];
  }
  for (int64_t k = 1; k <= n / 2; ++k) {
    Pair<T> even = first, skew = {};
    for (int64_t j = 1, place = k; j <= n / 2; ++j) {  // place = j·k mod n
      add_scaled(even, sum[j], roots[2 * place]);
      add_scaled(skew, difference[j], roots[2 * place + 1]);
      place += k;
      if (place >= n) place -= n;
    }
    put_mirrored(a[k], a[n - k], even, skew);
  }
}

template <int R, class T>
FLUXION_INLINE void butterfly(Pair<T> *a, const FftPass<T> &pass) {
  if constexpr (R == 2) {
    const Pair<T> b = a[0] - a[1];
    a[0] = a[0] + a[1];
    a[1] = b;
  } else if constexpr (R == 4) {
    four(a[0], a[1], a[2], a[3]);
  } else if constexpr (R == 8) {
    eight(a);
  } else {
    odd<R>(a, pass.roots);
  }
}

// ---- passes

template <bool Interleaved, class T>
FLUXION_INLINE Pair<T> read(const FftSource<T> &x, int64_t j) {
  if constexpr (!Interleaved) return load_pair(x.data + j * x.step);
  const Pair<T> y = interleaved(x.data + j * x.step);
  return {y.re, y.im * x.sign};
}
template <bool Interleaved, class T>
FLUXION_INLINE void write(const FftTarget<T> &y, int64_t j, Pair<T> x) {
  if constexpr (Interleaved)
    interleave(y.data + j * y.step, Pair<T>{x.re * y.real_factor, x.im * y.imaginary_factor});
  else
    save_pair(y.data + j * y.step, x);
}

template <int R, bool In, bool Out, bool Twiddled, class T>
FLUXION_INLINE void step(const FftPass<T> &pass, const FftSource<T> &x, const FftTarget<T> &y, int64_t p,
                         const T *__restrict twiddles) {
  const int64_t rest = pass.rest, stride = pass.stride;
  for (int64_t q = 0; q < stride; ++q) {
    Pair<T> a[R];
    FLUXION_UNROLL
    for (int k = 0; k < R; ++k) a[k] = read<In>(x, q + stride * (p + rest * k));
    butterfly<R>(a, pass);
    write<Out>(y, q + stride * R * p, a[0]);
    FLUXION_UNROLL
    for (int k = 1; k < R; ++k) {
      if constexpr (Twiddled) a[k] = times(a[k], twiddles[2 * k - 2], twiddles[2 * k - 1]);
      write<Out>(y, q + stride * (R * p + k), a[k]);
    }
  }
}

template <int R, bool In, bool Out, class T>
void run_radix(const FftPass<T> &pass, const FftSource<T> &x, const FftTarget<T> &y) {
  step<R, In, Out, false>(pass, x, y, 0, pass.twiddles);
  if constexpr (Out) return;  // the last pass has nothing left to turn
  for (int64_t p = 1; p < pass.rest; ++p) step<R, In, Out, true>(pass, x, y, p, pass.twiddles + 2 * (p - 1) * (R - 1));
}

template <bool In, bool Out, class T>
void run_any(const FftPass<T> &pass, const FftSource<T> &x, const FftTarget<T> &y) {
  const int64_t radix = pass.radix, rest = pass.rest, stride = pass.stride;
  const T *twiddles = pass.twiddles;
  for (int64_t p = 0; p < rest; ++p) {
    for (int64_t q = 0; q < stride; ++q) {
      Pair<T> a[kMostFftRadix];
      for (int64_t k = 0; k < radix; ++k) a[k] = read<In>(x, q + stride * (p + rest * k));
      any_odd(a, radix, pass.roots);
      write<Out>(y, q + stride * radix * p, a[0]);
      for (int64_t k = 1; k < radix; ++k) {
        if (p > 0) a[k] = times(a[k], twiddles[2 * k - 2], twiddles[2 * k - 1]);
        write<Out>(y, q + stride * (radix * p + k), a[k]);
      }
    }
    if (p > 0) twiddles += 2 * (radix - 1);
  }
}

template <bool In, bool Out, class T>
void run_pass(const FftPass<T> &pass, const FftSource<T> &x, const FftTarget<T> &y) {
  switch (pass.radix) {
    case 1:
      return write<Out>(y, 0, read<In>(x, 0));
    case 2:
      return run_radix<2, In, Out>(pass, x, y);
    case 3:
      return run_radix<3, In, Out>(pass, x, y);
    case 4:
      return run_radix<4, In, Out>(pass, x, y);
    case 5:
      return run_radix<5, In, Out>(pass, x, y);
    case 7:
      return run_radix<7, In, Out>(pass, x, y);
    case 8:
      return run_radix<8, In, Out>(pass, x, y);
    default:
      return run_any<In, Out>(pass, x, y);
  }
}

template <class T>
T *transform(const FftPass<T> *passes, int64_t count, FftSource<T> x, FftTarget<T> target, T *const *work) {
  constexpr int64_t kStep = 2 * kLanes<T>;
  for (int64_t i = 0; i < count; ++i) {
    const bool last = i + 1 == count && target.data;
    const FftTarget<T> y = last ? target : FftTarget<T>{work[i % 2], kStep};
    if (x.interleaved)
      y.interleaved ? run_pass<true, true>(passes[i], x, y) : run_pass<true, false>(passes[i], x, y);
    else
      y.interleaved ? run_pass<false, true>(passes[i], x, y) : run_pass<false, false>(passes[i], x, y);
    x = {y.data, y.step};
  }
  return target.data ? target.data : work[(count - 1) % 2];
}

// ---- transpositions

/// A transposition of N rows of N complex numbers side by side.
template <int D, int N, class V>
FLUXION_INLINE void transpose_pairs(V (&rows)[N]) {
  if constexpr (D > 0) {
    FLUXION_UNROLL
    for (int i = 0; i < N; ++i)
      if ((i & D) == 0) exchange<2 * D>(rows[i], rows[i + D], typename Counted<2 * N>::type{});
    transpose_pairs<D / 2, N>(rows);
  }
}

/// As many columns as a vector holds complex numbers.
template <class T>
constexpr int kColumns = kLanes<T> / 2;

template <class T>
FLUXION_INLINE void load_block(const T *rows, int64_t step, T sign, T *to) {
  constexpr int n = kColumns<T>;
  Vector<T> top[n], bottom[n];
  FLUXION_UNROLL
  for (int r = 0; r < n; ++r) {
    top[r] = load_lanes(rows + r * step);
    bottom[r] = load_lanes(rows + (r + n) * step);
  }
  transpose_pairs<n / 2, n>(top);
  transpose_pairs<n / 2, n>(bottom);
  FLUXION_UNROLL
  for (int c = 0; c < n; ++c)
    save_pair(to + c * 2 * kLanes<T>,
              Pair<T>{evens(top[c], bottom[c], Lane<T>{}), odds(top[c], bottom[c], Lane<T>{}) * sign});
}

template <class T>
FLUXION_INLINE void store_block(const T *from, T real_factor, T imaginary_factor, T *rows, int64_t step) {
  constexpr int n = kColumns<T>;
  Vector<T> top[n], bottom[n];
  FLUXION_UNROLL
  for (int c = 0; c < n; ++c) {
    const Pair<T> x = load_pair(from + c * 2 * kLanes<T>);
    top[c] = first_halves(x.re * real_factor, x.im * imaginary_factor, Lane<T>{});
    bottom[c] = second_halves(x.re * real_factor, x.im * imaginary_factor, Lane<T>{});
  }
  transpose_pairs<n / 2, n>(top);
  transpose_pairs<n / 2, n>(bottom);
  FLUXION_UNROLL
  for (int r = 0; r < n; ++r) {
    save(rows + r * step, top[r]);
    save(rows + (r + n) * step, bottom[r]);
  }
}

template <class T>
void load_rows(const T *rows, int64_t step, int64_t count, int64_t n, T sign, T *to) {
  constexpr int64_t kWidth = kLanes<T>, kBlock = kColumns<T>;
  int64_t j = 0;
  if (count == kWidth)
    for (; j + kBlock <= n; j += kBlock) load_block(rows + 2 * j, step, sign, to + j * 2 * kWidth);
  for (; j < n; ++j)
    for (int64_t r = 0; r < kWidth; ++r) {
      to[j * 2 * kWidth + r] = r < count ? rows[r * step + 2 * j] : T(0);
      to[j * 2 * kWidth + kWidth + r] = r < count ? rows[r * step + 2 * j + 1] * sign : T(0);
    }
}

template <class T>
void store_rows(const T *from, int64_t n, T real_factor, T imaginary_factor, T *rows, int64_t step, int64_t count) {
  constexpr int64_t kWidth = kLanes<T>, kBlock = kColumns<T>;
  int64_t j = 0;
  if (count == kWidth)
    for (; j + kBlock <= n; j += kBlock)
      store_block(from + j * 2 * kWidth, real_factor, imaginary_factor, rows + 2 * j, step);
  for (; j < n; ++j)
    for (int64_t r = 0; r < count; ++r) {
      rows[r * step + 2 * j] = from[j * 2 * kWidth + r] * real_factor;
      rows[r * step + 2 * j + 1] = from[j * 2 * kWidth + kWidth + r] * imaginary_factor;
    }
}

template <class T>
void twiddle_rows(const T *from, int64_t n, const T *low, int64_t low_bits, const T *high, int64_t plane, T *to,
                  int64_t step, int64_t count) {
  constexpr int kWidth = kLanes<T>;
  const int64_t mask = (int64_t{1} << low_bits) - 1;
  for (int64_t j = 0; j < n; j += kWidth) {
    Vector<T> re[kWidth], im[kWidth];
    FLUXION_UNROLL
    for (int c = 0; c < kWidth; ++c) {
      const int64_t k = j + c < n ? j + c : n - 1;  // what lies beyond is not used
      const T *a = low + (k & mask) * 2 * plane, *b = high + (k >> low_bits) * 2 * plane;
      const Pair<T> w = times(Pair<T>{load_lanes(a), load_lanes(a + plane)}, load_lanes(b), load_lanes(b + plane));
      const Pair<T> x = times(load_pair(from + k * 2 * kWidth), w.re, w.im);
      re[c] = x.re;
      im[c] = x.im;
    }
    transpose<kWidth / 2, kWidth>(re);
    transpose<kWidth / 2, kWidth>(im);
    for (int64_t r = 0; r < count; ++r) save_pair(to + r * step + 2 * j, Pair<T>{re[r], im[r]});
  }
}

// A vector of numbers of which the first `count` are read or written.
template <class T>
FLUXION_INLINE Pair<T> some(const T *from, int64_t count) {
  if (count >= kLanes<T>) return interleaved(from);
  T part[2 * kLanes<T>] = {};
  for (int64_t i = 0; i < 2 * count; ++i) part[i] = from[i];
  return interleaved(part);
}
template <class T>
FLUXION_INLINE void interleave_some(T *to, Pair<T> x, int64_t count) {
  if (count >= kLanes<T>) return interleave(to, x);
  T part[2 * kLanes<T>];
  interleave(part, x);
  for (int64_t i = 0; i < 2 * count; ++i) to[i] = part[i];
}

// ---- real numbers

template <class T>
struct Both {
  Pair<T> front, back;
};
// (z[k], z[m−k]) to (y[k], y[m−k]).
template <class T>
FLUXION_INLINE Both<T> mirror_pair(Pair<T> z, Pair<T> back, Vector<T> re, Vector<T> im) {
  const Pair<T> e = {(z.re + back.re) * T(0.5), (z.im - back.im) * T(0.5)};
  const Pair<T> f = times(Pair<T>{z.re - back.re, z.im + back.im}, re, im);
  return {{e.re + f.re, e.im + f.im}, {e.re - f.re, f.im - e.im}};
}

template <class T>
void real_row(const T *z, T *y, int64_t m, int64_t begin, int64_t end, const T *factors, T sign) {
  constexpr int kWidth = kLanes<T>;
  const T *imaginary = factors + m / 2 + 1;
  int64_t k = begin;
  for (; k + kWidth <= end && k + kWidth <= m - k - kWidth + 1; k += kWidth) {
    const int64_t mirror = m - k - kWidth + 1;
    const Pair<T> b = interleaved(z + 2 * mirror);
    const Both<T> x = mirror_pair(interleaved(z + 2 * k), Pair<T>{reversed(b.re, Lane<T>{}), reversed(b.im, Lane<T>{})},
                                  load_lanes(factors + k), load_lanes(imaginary + k) * sign);
    interleave(y + 2 * k, x.front);
    interleave(y + 2 * mirror, Pair<T>{reversed(x.back.re, Lane<T>{}), reversed(x.back.im, Lane<T>{})});
  }
  for (; k < end; ++k) {
    const T *a = z + 2 * k, *b = z + 2 * (m - k);
    const T re = factors[k], im = imaginary[k] * sign;
    const T er = (a[0] + b[0]) * T(0.5), ei = (a[1] - b[1]) * T(0.5), dr = a[0] - b[0], di = a[1] + b[1];
    const T fr = dr * re - di * im, fi = dr * im + di * re;
    y[2 * k] = er + fr, y[2 * k + 1] = ei + fi;
    y[2 * (m - k)] = er - fr, y[2 * (m - k) + 1] = fi - ei;
  }
}

template <class T>
void real_lanes(const T *z, T *y, int64_t m, const T *factors, bool to_single) {
  constexpr int64_t kStep = 2 * kLanes<T>;
  const T *imaginary = factors + m / 2 + 1;
  const Pair<T> first = load_pair(z);
  if (to_single) {
    save_pair(y, Pair<T>{first.re + first.im, {}});
    save_pair(y + m * kStep, Pair<T>{first.re - first.im, {}});
  } else {
    const Pair<T> last = load_pair(z + m * kStep);
    save_pair(y, Pair<T>{(first.re + last.re) * T(0.5), (last.re - first.re) * T(0.5)});
  }
  for (int64_t k = 1; k <= m / 2; ++k) {
    const Vector<T> re = Vector<T>{} + factors[k], im = Vector<T>{} + imaginary[k];
    const Both<T> x = mirror_pair(load_pair(z + k * kStep), load_pair(z + (m - k) * kStep), re, im);
    save_pair(y + k * kStep, x.front);
    save_pair(y + (m - k) * kStep, x.back);
  }
}

template <class T>
void multiply(const T *from, const T *factor, int64_t n, T sign, T scale, T to_sign, T *to) {
  for (int64_t j = 0; j < n; j += kLanes<T>) {
    const Pair<T> x = some(from + 2 * j, n - j), w = some(factor + 2 * j, n - j);
    const Pair<T> y = times(Pair<T>{x.re, x.im * sign}, w.re, w.im);
    interleave_some(to + 2 * j, Pair<T>{y.re * scale, y.im * (scale * to_sign)}, n - j);
  }
}

template <class T>
constexpr FftKernels<T> kAll = {kLanes<T>,       transform<T>, load_rows<T>,  store_rows<T>,
                                twiddle_rows<T>, real_row<T>,  real_lanes<T>, multiply<T>};

}  // namespace

extern const FftKernels<float> f32 = kAll<float>;
extern const FftKernels<double> f64 = kAll<double>;

}  // namespace fluxion::runtime::FLUXION_ISA

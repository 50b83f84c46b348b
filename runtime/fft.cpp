// "fft": Fourier transforms along the last dimensions, one dimension after the other.
#include <fluxion/dtype.h>

#include <algorithm>
#include <span>

#include "runtime/allocator.h"
#include "runtime/fft_lines.h"
#include "runtime/library_support.h"

namespace fluxion::runtime {
namespace {

enum Kind : int64_t { kForward, kInverse, kFromReal, kToReal };

using Sizes = std::span<const int64_t>;

int64_t product(Sizes sizes) {
  int64_t n = 1;
  for (int64_t s : sizes) n *= s;
  return n;
}

/// Complex transforms along dimensions [first, last) of an array; the first one moves it from `from` to `to`.
template <class T>
void complex_dimensions(const T *from, T *to, Sizes shape, size_t first, size_t last, bool inverse) {
  for (size_t d = last; d-- > first; from = to) {
    const int64_t n = shape[d];
    const auto plan = fft_plan<T>(n);
    const T scale = inverse ? T(1) / static_cast<T>(n) : T(1);
    fft_columns<T>({*plan, inverse, scale}, from, to, product(shape.first(d)), product(shape.subspan(d + 1)));
  }
}

template <class T>
void run(int64_t kind, const T *x, T *y, const Shape &in, const Shape &out, size_t dimensions) {
  const size_t rank = in.size(), first = rank - dimensions;
  const Sizes from(in.sizes()), to(out.sizes());
  const int64_t lines = product(from.first(rank - 1));
  if (kind == kForward || kind == kInverse) return complex_dimensions(x, y, from, first, rank, kind == kInverse);
  if (kind == kFromReal) {
    fft_from_real(x, y, from.back(), lines);
    return complex_dimensions<T>(y, y, to, first, rank - 1, false);
  }
  if (dimensions == 1) return fft_to_real(x, y, to.back(), lines);
  const ScopedMemory spectrum(2 * in.count() * static_cast<int64_t>(sizeof(T)));
  complex_dimensions(x, spectrum.as<T>(), from, first, rank - 1, true);
  fft_to_real(spectrum.as<const T>(), y, to.back(), lines);
}

bool fits(int64_t kind, const ShapeDtype &x, const ShapeDtype &y, Sizes lengths) {
  const bool wide = x.dtype == f64 || x.dtype == c128;
  if (x.dtype != (kind == kFromReal ? (wide ? f64 : f32) : (wide ? c128 : c64))) return false;
  if (y.dtype != (kind == kToReal ? (wide ? f64 : f32) : (wide ? c128 : c64))) return false;
  const size_t rank = x.shape.size(), first = rank - lengths.size();
  if (y.shape.size() != rank || lengths.empty() || lengths.size() > rank) return false;
  for (size_t d = 0; d < rank; ++d) {
    const bool half = d + 1 == rank;
    const int64_t n = d < first ? x.shape[static_cast<int64_t>(d)] : lengths[d - first];
    if (d >= first && n < 1) return false;
    if (x.shape[static_cast<int64_t>(d)] != (half && kind == kToReal ? n / 2 + 1 : n)) return false;
    if (y.shape[static_cast<int64_t>(d)] != (half && kind == kFromReal ? n / 2 + 1 : n)) return false;
  }
  return true;
}

template <class T>
LibraryWorkspace workspace(int64_t kind, const Shape &in, const Shape &out, size_t dimensions, int threads) {
  const size_t rank = in.size(), first = rank - dimensions;
  const Sizes from(in.sizes()), to(out.sizes());
  const bool real = kind == kFromReal || kind == kToReal;
  LibraryWorkspace w;
  const Sizes shape = kind == kFromReal ? to : from;
  for (size_t d = first; d < rank - (real ? 1 : 0); ++d)
    w.cover(fft_columns_workspace<T>(shape[d], product(shape.first(d)), product(shape.subspan(d + 1)), threads));
  const int64_t lines = product(from.first(rank - 1));
  if (real) w.cover(fft_real_workspace<T>(kind == kFromReal ? from.back() : to.back(), lines, threads));
  if (kind == kToReal && dimensions > 1) w.given_back += 2 * in.count() * static_cast<int64_t>(sizeof(T));
  return w;
}

bool is_wide(const CallStep &step) { return step.types[0].dtype == f64 || step.types[0].dtype == c128; }

}  // namespace

LibraryWorkspace fft_workspace(const CallStep &step, int threads) {
  const Shape &in = step.types[0].shape, &out = step.types[1].shape;
  if (in.count() == 0) return {};
  const size_t dimensions = step.attributes.size() - 1;
  return is_wide(step) ? workspace<double>(step.attributes[0], in, out, dimensions, threads)
                       : workspace<float>(step.attributes[0], in, out, dimensions, threads);
}

void FftTables::add(const CallStep &step) {
  if (step.types[0].shape.count() == 0) return;
  const int64_t number = is_wide(step) ? 8 : 4;
  for (size_t i = 1; i < step.attributes.size(); ++i) {
    const int64_t n = step.attributes[i];
    const bool halved = i + 1 == step.attributes.size() && step.attributes[0] >= kFromReal && n % 2 == 0;
    plans.insert({halved ? n / 2 : n, number});
    if (halved) real.insert({n / 2, number});
  }
}

int64_t FftTables::bytes() const {
  int64_t total = 0;
  for (auto [n, number] : plans) total += number == 8 ? fft_outline<double>(n).bytes : fft_outline<float>(n).bytes;
  for (auto [n, number] : real) total += 2 * (n / 2 + 1) * number;
  return total;
}

void fft(void *const *buffers, const ShapeDtype *types, int count, const int64_t *attributes, int n) {
  require(n >= 2 && attributes[0] >= kForward && attributes[0] <= kToReal, "fft",
          "it takes the attributes kind and lengths");
  const Sizes lengths(attributes + 1, static_cast<size_t>(n - 1));
  require(count == 2 && fits(attributes[0], types[0], types[1], lengths), "fft",
          "operand, result and lengths do not fit");
  if (types[0].shape.count() == 0) return;
  const auto run_as = [&](auto zero) {
    using T = decltype(zero);
    run(attributes[0], static_cast<const T *>(buffers[0]), static_cast<T *>(buffers[1]), types[0].shape, types[1].shape,
        lengths.size());
  };
  types[0].dtype == f64 || types[0].dtype == c128 ? run_as(double{}) : run_as(float{});
}

}  // namespace fluxion::runtime

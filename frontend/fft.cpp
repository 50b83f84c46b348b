// numpy.fft by fx.fft, which transforms up to three last dimensions: axes are moved there and back.
#include "fluxion/fft.h"

#include <cmath>

#include "frontend/ops_internal.h"

namespace fluxion::fft {
namespace {

enum Kind : int64_t { kForward, kInverse, kFromReal, kToReal };
using Sizes = std::vector<int64_t>;

bool is_inverse(Kind kind) { return kind == kInverse || kind == kToReal; }

Array as_complex(const Array &x) {
  if (is_complex(x.dtype())) return x;
  return astype(x, x.dtype() == f64 ? c128 : c64);
}

Array as_real(std::string_view op, const Array &x) {
  if (is_complex(x.dtype()))
    fail<DTypeError>(fmt::format("{}: it takes real numbers, not {}", op, to_string(x.type())));
  return x.dtype() == f64 || x.dtype() == f32 ? x : astype(x, f32);
}

/// x cut or padded with zeros to `n` along an axis.
Array resized(const Array &x, int64_t axis, int64_t n) {
  const int64_t size = x.shape(axis);
  const auto d = static_cast<size_t>(axis), rank = static_cast<size_t>(x.ndim());
  if (n == size) return x;
  Sizes low(rank, 0), high(rank, 0);
  if (n > size) {
    high[d] = n - size;
    return pad(x, low, high);
  }
  high = x.shape().sizes();
  high[d] = n;
  return lax_slice(x, low, high);
}

/// y[k] = x[−k mod n] along an axis: what conjugates the transform of real numbers.
Array mirrored(const Array &x, int64_t axis) { return roll(flip(x, Axes(axis)), 1, axis); }

/// What the op's results are multiplied by, so that they have the norm that is asked for.
double factor(Kind kind, Norm norm, double n) {
  if (norm == Norm::ortho) return is_inverse(kind) ? std::sqrt(n) : 1 / std::sqrt(n);
  if (norm == Norm::forward) return is_inverse(kind) ? n : 1 / n;
  return 1;
}

/// The op along the last dimensions.
Array transformed(const Array &x, Kind kind, Sizes lengths) {
  return stage("fx.fft", {x}, {{"kind", int64_t{kind}}, {"lengths", std::move(lengths)}});
}

/// The op along up to three axes, of which x has the sizes that it needs.
Array along(const Array &x, Kind kind, const Sizes &axes, const Sizes &lengths) {
  Sizes order, back(static_cast<size_t>(x.ndim()));
  for (int64_t d = 0; d < x.ndim(); ++d)
    if (std::find(axes.begin(), axes.end(), d) == axes.end()) order.push_back(d);
  order.insert(order.end(), axes.begin(), axes.end());
  for (size_t i = 0; i < order.size(); ++i) back[static_cast<size_t>(order[i])] = static_cast<int64_t>(i);
  if (std::is_sorted(order.begin(), order.end())) return transformed(x, kind, lengths);
  return transpose(transformed(transpose(x, order), kind, lengths), back);
}

/// Along any number of axes; those of the real kinds are complex on all but the last.
Array transform(std::string_view op, Array x, Kind kind, const Sizes &axes, const Sizes &lengths, Norm norm) {
  double n = 1;
  for (size_t i = 0; i < axes.size(); ++i) {
    if (lengths[i] < 1) fail<ShapeError>(fmt::format("{}: there is no transform of length {}", op, lengths[i]));
    const bool half = kind == kToReal && i + 1 == axes.size();
    x = resized(x, axes[i], half ? lengths[i] / 2 + 1 : lengths[i]);
    n *= static_cast<double>(lengths[i]);
  }
  if (axes.empty()) return x;
  const size_t first = axes.size() > 3 ? axes.size() - 3 : 0;
  const auto lasts = [&](const Sizes &v) { return Sizes(v.begin() + static_cast<std::ptrdiff_t>(first), v.end()); };
  const auto rest = [&] {
    for (size_t i = 0; i < first; ++i) x = along(x, is_inverse(kind) ? kInverse : kForward, {axes[i]}, {lengths[i]});
  };
  if (kind == kToReal) rest();
  x = along(x, kind, lasts(axes), lasts(lengths));
  if (kind != kToReal) rest();
  const double scale = factor(kind, norm, n);
  return scale == 1 ? x : x * scale;
}

Array one(std::string_view op, const Array &x, Kind kind, const Options &options) {
  const int64_t axis = detail::normalize_axis(op, options.axis, x.ndim());
  const int64_t own = kind == kToReal ? 2 * (x.shape(axis) - 1) : x.shape(axis);
  return transform(op, x, kind, {axis}, {options.n.value_or(own)}, options.norm);
}

Array many(std::string_view op, const Array &x, Kind kind, const ManyOptions &options) {
  const auto count = options.s ? static_cast<int64_t>(options.s->size()) : x.ndim();
  Sizes named = options.axes.value_or(Sizes()), axes;
  for (int64_t i = 0; !options.axes && i < count; ++i) named.push_back(i - count);
  for (int64_t d : named) {
    axes.push_back(detail::normalize_axis(op, d, x.ndim()));
    if (std::count(axes.begin(), axes.end(), axes.back()) > 1)
      fail<ShapeError>(fmt::format("{}: axis {} is named twice", op, d));
  }
  if (options.s && options.s->size() != axes.size())
    fail<ShapeError>(fmt::format("{}: {} lengths for {} axes", op, options.s->size(), axes.size()));
  if (axes.empty() && (kind == kFromReal || kind == kToReal))
    fail<ShapeError>(fmt::format("{}: there is no axis to transform", op));
  Sizes lengths;
  for (int64_t d : axes) lengths.push_back(x.shape(d));
  if (kind == kToReal) lengths.back() = 2 * (lengths.back() - 1);
  return transform(op, x, kind, axes, options.s.value_or(lengths), options.norm);
}

ManyOptions two(ManyOptions options) {
  if (!options.axes) options.axes = Sizes{-2, -1};
  return options;
}

/// Each axis rolled by half its size, rounded down towards `sign`.
Array shifted(std::string_view op, const Operand &x, const Axes &axes, int64_t sign) {
  At at(x);
  Array a = asarray(x);
  for (int64_t d : detail::normalize_axes(op, axes, a.ndim())) a = roll(a, sign * (a.shape(d) / 2), d);
  return a;
}

Norm opposite(Norm norm) {
  return norm == Norm::backward ? Norm::forward : norm == Norm::forward ? Norm::backward : Norm::ortho;
}

}  // namespace

Array fft(const Operand &x, const Options &options) {
  At at(x);
  return one("fft", as_complex(asarray(x)), kForward, options);
}
Array ifft(const Operand &x, const Options &options) {
  At at(x);
  return one("ifft", as_complex(asarray(x)), kInverse, options);
}
Array rfft(const Operand &x, const Options &options) {
  At at(x);
  return one("rfft", as_real("rfft", asarray(x)), kFromReal, options);
}
Array irfft(const Operand &x, const Options &options) {
  At at(x);
  return one("irfft", as_complex(asarray(x)), kToReal, options);
}

// The inverse transform with the other sign in the exponent and the other norm.
Array hfft(const Operand &x, const Options &options) {
  At at(x);
  Options inverse = options;
  inverse.norm = opposite(options.norm);
  Array y = one("hfft", as_complex(asarray(x)), kToReal, inverse);
  return mirrored(y, detail::normalize_axis("hfft", options.axis, y.ndim()));
}
Array ihfft(const Operand &x, const Options &options) {
  At at(x);
  Options forward = options;
  forward.norm = opposite(options.norm);
  Array a = as_real("ihfft", asarray(x));
  const int64_t axis = detail::normalize_axis("ihfft", options.axis, a.ndim());
  if (options.n && *options.n >= 1) a = resized(a, axis, *options.n);
  return one("ihfft", mirrored(a, axis), kFromReal, forward);
}

Array fftn(const Operand &x, const ManyOptions &options) {
  At at(x);
  return many("fftn", as_complex(asarray(x)), kForward, options);
}
Array ifftn(const Operand &x, const ManyOptions &options) {
  At at(x);
  return many("ifftn", as_complex(asarray(x)), kInverse, options);
}
Array rfftn(const Operand &x, const ManyOptions &options) {
  At at(x);
  return many("rfftn", as_real("rfftn", asarray(x)), kFromReal, options);
}
Array irfftn(const Operand &x, const ManyOptions &options) {
  At at(x);
  return many("irfftn", as_complex(asarray(x)), kToReal, options);
}
Array fft2(const Operand &x, ManyOptions options) { return fftn(x, two(std::move(options))); }
Array ifft2(const Operand &x, ManyOptions options) { return ifftn(x, two(std::move(options))); }
Array rfft2(const Operand &x, ManyOptions options) { return rfftn(x, two(std::move(options))); }
Array irfft2(const Operand &x, ManyOptions options) { return irfftn(x, two(std::move(options))); }

Array fftfreq(int64_t n, double spacing, DType dtype, std::source_location at) {
  At here(at);
  if (n < 1) fail<ShapeError>(fmt::format("fftfreq: there is no transform of length {}", n));
  Array k = arange(n, i32);
  return astype(where(k < (n + 1) / 2, k, k - n), dtype) / (static_cast<double>(n) * spacing);
}
Array rfftfreq(int64_t n, double spacing, DType dtype, std::source_location at) {
  At here(at);
  if (n < 1) fail<ShapeError>(fmt::format("rfftfreq: there is no transform of length {}", n));
  return arange(n / 2 + 1, dtype) / (static_cast<double>(n) * spacing);
}

Array fftshift(const Operand &x, Axes axes) { return shifted("fftshift", x, axes, 1); }
Array ifftshift(const Operand &x, Axes axes) { return shifted("ifftshift", x, axes, -1); }

}  // namespace fluxion::fft

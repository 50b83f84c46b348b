// Fourier transforms: the plain sum, in complex double, one dimension after the other.
#include "ir/ops/fft.h"

#include <numbers>

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"

namespace fluxion::codegen::reference {
namespace {

using ir::FftKind;
using Complex = std::complex<double>;
using Line = std::vector<Complex>;

// Σⱼ x[j]·e^(sign·2πi·jk/n) for all k; divided by n where the sign is positive.
Line transformed(const Line &x, int sign) {
  const size_t n = x.size();
  Line roots(n), y(n);
  for (size_t j = 0; j < n; ++j)
    roots[j] = std::polar(sign > 0 ? 1.0 / static_cast<double>(n) : 1.0,
                          sign * 2 * std::numbers::pi * static_cast<double>(j) / static_cast<double>(n));
  for (size_t k = 0; k < n; ++k)
    for (size_t j = 0; j < n; ++j) y[k] += x[j] * roots[j * k % n];
  return y;
}

// The n frequencies of real numbers, from the first n/2 + 1. Those that are their own mirror images are real.
Line completed(Line x, size_t n) {
  x.resize(n);
  for (size_t k = 0; k <= n / 2; ++k) {
    if (k == 0 || 2 * k == n)
      x[k] = x[k].real();
    else
      x[n - k] = std::conj(x[k]);
  }
  return x;
}

// An array of complex numbers, whatever its dtype.
struct Values {
  ir::Sizes shape;
  Line x;

  // Each line along dimension d replaced by f(line).
  void replaceLines(size_t d, llvm::function_ref<Line(const Line &)> f, int64_t length) {
    ir::Sizes result = shape, starts = shape;
    result[d] = length;
    starts[d] = 1;
    const Index from = stridesOf(shape), to = stridesOf(result);
    Line y(static_cast<size_t>(Shape(std::vector<int64_t>(result.begin(), result.end())).count()));
    forEachIndex(starts, [&](llvm::ArrayRef<int64_t> i) {
      Line line(static_cast<size_t>(shape[d]));
      for (size_t j = 0; j < line.size(); ++j)
        line[j] = x[static_cast<size_t>(offsetOf(i, from) + static_cast<int64_t>(j) * from[d])];
      const Line out = f(line);
      for (size_t j = 0; j < static_cast<size_t>(length); ++j)
        y[static_cast<size_t>(offsetOf(i, to) + static_cast<int64_t>(j) * to[d])] = out[j];
    });
    shape = result;
    x = std::move(y);
  }
};

HostArray fft(ir::FftOp op, Inputs in) {
  Values values{ir::Sizes(llvm::ArrayRef<int64_t>(in[0]->type.shape.sizes())), {}};
  visit_dtype(in[0]->type.dtype, [&](auto zero) {
    using T = decltype(zero);
    if constexpr (isFloat<T> || isComplex<T>)
      for (int64_t i = 0; i < in[0]->type.shape.count(); ++i) values.x.push_back(widen(elements<T>(*in[0])[i]));
  });
  const FftKind kind = op.getKind();
  const size_t rank = values.shape.size(), first = rank - op.getLengths().size();
  const int sign = kind == FftKind::IFFT || kind == FftKind::IRFFT ? 1 : -1;
  auto plain = [&](size_t d) {
    values.replaceLines(d, [&](const Line &line) { return transformed(line, sign); }, values.shape[d]);
  };
  const int64_t n = op.getLengths().back();
  if (kind == FftKind::RFFT)
    values.replaceLines(rank - 1, [&](const Line &line) { return transformed(line, sign); }, n / 2 + 1);
  for (size_t d = first; d + 1 < rank; ++d) plain(d);
  if (kind == FftKind::IRFFT)
    values.replaceLines(
        rank - 1, [&](const Line &line) { return transformed(completed(line, static_cast<size_t>(n)), sign); }, n);
  else if (kind != FftKind::RFFT)
    plain(rank - 1);
  HostArray y = zerosFor(op.getY());
  visit_dtype(y.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    for (size_t i = 0; i < values.x.size(); ++i) {
      if constexpr (isComplex<T>)
        elements<T>(y)[i] = narrow<T>(values.x[i]);
      else if constexpr (isFloat<T>)
        elements<T>(y)[i] = narrow<T>(values.x[i].real());
    }
  });
  return y;
}

}  // namespace

void addFft(Handlers &h) { h.addOne<ir::FftOp>(fft); }

}  // namespace fluxion::codegen::reference

// Discrete Fourier transforms, under the names and with the options of numpy.fft. Integers, bf16 and f16 become f32;
// the complex numbers of f32 are c64, those of f64 c128. Any length has n·log n steps. Source: numpy.fft's
// documentation.
#pragma once
#include <fluxion/ops.h>

namespace fluxion::fft {

/// What the results are divided by: those of inverse transforms by n, those of both by √n, those of forward ones by n,
/// where n is the product of the lengths.
enum class Norm : uint8_t { backward, ortho, forward };

/// Of a transform along one dimension.
struct Options {
  std::optional<int64_t> n = {};  // the length: x is cut, or padded with zeros; none: its own size
  int64_t axis = -1;
  Norm norm = Norm::backward;
};

/// Of a transform along several dimensions.
struct ManyOptions {
  std::optional<std::vector<int64_t>> s = {};     // the lengths, one for each axis
  std::optional<std::vector<int64_t>> axes = {};  // none: the last ones, as many as s has or else all
  Norm norm = Norm::backward;
};

/// y[k] = Σⱼ x[j]·e^(−2πi·jk/n) along an axis, complex; and the inverse, with e^(+2πi·jk/n)/n.
///
/// Errors  ShapeError if the axis does not exist or n < 1.
Array fft(const Operand &x, const Options &options = {});
Array ifft(const Operand &x, const Options &options = {});

/// fft of real numbers: the first n/2 + 1 results, which determine the others.
///
/// Errors  as fft; DTypeError if x is complex.
Array rfft(const Operand &x, const Options &options = {});
/// The inverse of rfft, real. n is the length of the result, 2·(m − 1) for m numbers if not given, so odd ones need it.
/// Of x[0], and of x[n/2] for even n, the real part is taken.
Array irfft(const Operand &x, const Options &options = {});

/// fft of numbers of which the second half would mirror the first (x[n − j] = conj x[j]): real. As irfft otherwise.
Array hfft(const Operand &x, const Options &options = {});
/// The inverse of hfft: the first n/2 + 1 of ifft's results of real numbers.
Array ihfft(const Operand &x, const Options &options = {});

/// fft, ifft, rfft and irfft along several axes, one after the other; rfft and irfft on the last of them.
///
/// Errors  ShapeError if an axis does not exist or is named twice, or s and axes differ in number.
Array fftn(const Operand &x, const ManyOptions &options = {});
Array ifftn(const Operand &x, const ManyOptions &options = {});
Array rfftn(const Operand &x, const ManyOptions &options = {});
Array irfftn(const Operand &x, const ManyOptions &options = {});

/// The same along two axes: the last two, if none are given.
Array fft2(const Operand &x, ManyOptions options = {});
Array ifft2(const Operand &x, ManyOptions options = {});
Array rfft2(const Operand &x, ManyOptions options = {});
Array irfft2(const Operand &x, ManyOptions options = {});

/// The frequencies of fft's results in cycles per unit, for samples `spacing` apart: [0, 1, …, −2, −1]/(n·spacing).
Array fftfreq(int64_t n, double spacing = 1, DType dtype = f32,
              std::source_location at = std::source_location::current());
/// Those of rfft's: [0, 1, …, n/2]/(n·spacing).
Array rfftfreq(int64_t n, double spacing = 1, DType dtype = f32,
               std::source_location at = std::source_location::current());

/// Moves frequency 0 to the middle (element n/2) of the axes, by default all; and back.
Array fftshift(const Operand &x, Axes axes = {});
Array ifftshift(const Operand &x, Axes axes = {});

}  // namespace fluxion::fft

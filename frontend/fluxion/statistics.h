// NumPy's statistics: reductions of the elements that a mask names, averages, quantiles, histograms, differences.
// Axes as in ops.h; ShapeError where one is out of range or there is nothing to choose from.
#pragma once
#include <fluxion/numeric.h>
#include <fluxion/shaping.h>

namespace fluxion {

// ---- reductions of some elements

/// `fx::sum(x, {.where = mask, .axes = 1})`: elements whose mask is false do not count. max and min need `initial`.
struct Masked {
  const Array &where;
  Axes axes = {};
  Keep keepdims = Keep::no;
  std::optional<double> initial = {};
  double ddof = 0;  // of var and std
};
Array sum(const Operand &x, const Masked &options);
Array prod(const Operand &x, const Masked &options);
Array mean(const Operand &x, const Masked &options);
Array var(const Operand &x, const Masked &options);
Array std(const Operand &x, const Masked &options);
Array max(const Operand &x, const Masked &options);
Array min(const Operand &x, const Masked &options);
Array any(const Operand &x, const Masked &options);
/// Variance with n − ddof as its divisor.
Array var(const Operand &x, Axes axes, Keep keep, double ddof);
Array std(const Operand &x, Axes axes, Keep keep, double ddof);

inline Array amax(const Operand &x, Axes axes = {}, Keep keep = Keep::no) { return max(x, std::move(axes), keep); }
inline Array amin(const Operand &x, Axes axes = {}, Keep keep = Keep::no) { return min(x, std::move(axes), keep); }
/// Greatest minus least.
Array ptp(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
/// How many elements are not 0: i32.
Array count_nonzero(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
/// Σ w·x / Σ w. Weights of one dimension apply to the one axis.
Array average(const Operand &x, Axes axes = {}, const std::optional<Array> &weights = {}, Keep keep = Keep::no);

// ---- without the NaNs. Where all are NaN: sums are 0, products 1, the others NaN.

Array nansum(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array nanprod(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array nanmean(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array nanvar(const Operand &x, Axes axes = {}, Keep keep = Keep::no, double ddof = 0);
Array nanstd(const Operand &x, Axes axes = {}, Keep keep = Keep::no, double ddof = 0);
Array nanmax(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array nanmin(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
/// −1 where all are NaN.
Array nanargmax(const Operand &x, ArgOptions options = {});
Array nanargmin(const Operand &x, ArgOptions options = {});
Array nancumsum(const Operand &x, std::optional<int64_t> axis = {});
Array nancumprod(const Operand &x, std::optional<int64_t> axis = {});

// ---- quantiles

enum class QuantileMethod { linear, lower, higher, midpoint, nearest };
struct QuantileOptions {
  Axes axes = {};
  QuantileMethod method = QuantileMethod::linear;
  Keep keepdims = Keep::no;
};
/// q in [0, 1], of any shape; the result is [q's shape…, kept dimensions…]. NaN where x has one, or q is outside.
Array quantile(const Operand &x, const Operand &q, QuantileOptions options = {});
Array nanquantile(const Operand &x, const Operand &q, QuantileOptions options = {});
/// q in [0, 100].
Array percentile(const Operand &x, const Operand &q, QuantileOptions options = {});
Array nanpercentile(const Operand &x, const Operand &q, QuantileOptions options = {});
Array median(const Operand &x, Axes axes = {}, Keep keep = Keep::no);
Array nanmedian(const Operand &x, Axes axes = {}, Keep keep = Keep::no);

// ---- covariance

struct CovOptions {
  bool rowvar = true;  // variables are rows; else columns
  double ddof = 1;
  std::optional<Array> weights = {};  // aweights
};
/// f32|f64[variables, variables].
Array cov(const Operand &x, CovOptions options = {});
Array corrcoef(const Operand &x, bool rowvar = true);

// ---- differences and integrals

/// n-th differences of neighbours along `axis`.
Array diff(const Operand &x, int64_t n = 1, int64_t axis = -1);
/// Differences of the flattened array.
Array ediff1d(const Operand &x);
/// Central differences inside, one-sided at the ends, `spacing` apart.
Array gradient(const Operand &x, double spacing, int64_t axis);
/// Along every axis.
Arrays gradient(const Operand &x, double spacing = 1);
/// ∫ y dx by the trapezoidal rule.
Array trapezoid(const Operand &y, double dx = 1, int64_t axis = -1);
Array trapezoid(const Operand &y, const Array &x, int64_t axis = -1);
/// Running sums; with a 0 (1) in front if `include_initial`.
Array cumulative_sum(const Operand &x, int64_t axis = 0, bool include_initial = false);
Array cumulative_prod(const Operand &x, int64_t axis = 0, bool include_initial = false);
/// Phases whose jumps by more than half a period are taken out.
Array unwrap(const Operand &x, int64_t axis = -1, double period = 6.283185307179586);

// ---- counting

/// How often each number 0, 1, …, length − 1 occurs in the vector x, or the sum of its weights. Negative numbers count
/// as 0, those from `length` on do not. Without a length x must be known.
Array bincount(const Operand &x, const std::optional<Array> &weights = {}, std::optional<int64_t> length = {});
/// In which of the intervals of the monotonic vector `bins` each element lies: i32.
Array digitize(const Operand &x, const Operand &bins, bool right = false);
enum class Side { left, right };
/// Where v would be inserted into the sorted vector a: i32.
Array searchsorted(const Operand &a, const Operand &v, Side side = Side::left);
struct HistogramOptions {
  int64_t bins = 10;
  std::optional<Array> edges = {};                      // instead of equal bins
  std::optional<std::pair<double, double>> range = {};  // of equal bins; else least to greatest element
  std::optional<Array> weights = {};
  bool density = false;
};
Array histogram_bin_edges(const Operand &x, HistogramOptions options = {});
/// (counts, edges), both f32|f64.
std::pair<Array, Array> histogram(const Operand &x, HistogramOptions options = {});
/// Of points f[n, d]: counts i32[bins…] (densities f[bins…]) and the edges of each dimension.
std::pair<Array, Arrays> histogramdd(const Operand &points, int64_t bins = 10, bool density = false);
/// (counts, edges of x, edges of y).
std::tuple<Array, Array, Array> histogram2d(const Operand &x, const Operand &y, int64_t bins = 10,
                                            bool density = false);

// ---- order

/// The k-th smallest element is in its place, smaller ones before it; NaNs are last.
Array partition(const Operand &x, int64_t k, int64_t axis = -1);
Array argpartition(const Operand &x, int64_t k, int64_t axis = -1);
/// The order that sorts by the last of `keys`, then by the one before it, …: i32.
Array lexsort(const Arrays &keys, int64_t axis = -1, at_line at = at_line::current());

// ---- interpolation and correlation

/// Piecewise linear through (xp, fp); xp rises. Outside: fp at the ends, or `left` and `right`.
struct InterpOptions {
  std::optional<double> left = {}, right = {}, period = {};
};
Array interp(const Operand &x, const Operand &xp, const Operand &fp, InterpOptions options = {});
enum class Convolution { full, same, valid };
/// Of vectors.
Array convolve(const Operand &a, const Operand &v, Convolution mode = Convolution::full);
Array correlate(const Operand &a, const Operand &v, Convolution mode = Convolution::valid);

}  // namespace fluxion

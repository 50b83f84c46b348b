#include "fluxion/initializers.h"

#include <algorithm>
#include <cmath>

#include "fluxion/linalg.h"
#include "fluxion/shaping.h"
#include "frontend/ops_internal.h"

namespace fluxion::nn::initializers {

Callable zeros() {
  return {[](random::Key, const Shape &shape, DType dtype) { return fluxion::zeros(shape, dtype); }};
}
Callable ones() {
  return {[](random::Key, const Shape &shape, DType dtype) { return fluxion::ones(shape, dtype); }};
}
Callable constant(double value) {
  return {[=](random::Key, const Shape &shape, DType dtype) { return full(shape, value, dtype); }};
}
Callable uniform(double scale) {
  return {[=](random::Key key, const Shape &shape, DType dtype) {
    return random::uniform(std::move(key), shape, dtype) * scale;
  }};
}
Callable normal(double stddev) {
  return {[=](random::Key key, const Shape &shape, DType dtype) {
    return random::normal(std::move(key), shape, dtype) * stddev;
  }};
}
Callable truncated_normal(double stddev, double lower, double upper) {
  return {[=](random::Key key, const Shape &shape, DType dtype) {
    return random::truncated_normal(std::move(key), lower, upper, shape, dtype) * stddev;
  }};
}

namespace {

double sizes_of(const Shape &shape, const std::vector<int64_t> &axes) {
  double n = 1;
  for (int64_t a : axes)
    n *= static_cast<double>(shape[fluxion::detail::normalize_axis("variance_scaling", a, shape.ndim())]);
  return n;
}

// The number of inputs or outputs of one unit, or their mean.
double fan(const Shape &shape, Fan mode, const FanAxes &axes) {
  if (shape.ndim() < 2)
    fail<ShapeError>(fmt::format("variance_scaling: [{}] has fewer than two dimensions", fmt::join(shape, ",")));
  double in = sizes_of(shape, axes.in_axis), out = sizes_of(shape, axes.out_axis);
  double field = static_cast<double>(shape.count()) / in / out / sizes_of(shape, axes.batch_axis);
  in *= field, out *= field;
  return mode == Fan::in ? in : mode == Fan::out ? out : (in + out) / 2;
}

}  // namespace

Callable variance_scaling(double scale, Fan mode, Distribution distribution, FanAxes axes) {
  return {[=](random::Key key, const Shape &shape, DType dtype) {
    double variance = shape.count() ? scale / fan(shape, mode, axes) : 0;
    switch (distribution) {
      case Distribution::normal:
        return random::normal(std::move(key), shape, dtype) * std::sqrt(variance);
      case Distribution::uniform:
        return random::uniform(std::move(key), shape, dtype, -1, 1) * std::sqrt(3 * variance);
      default:
        // The standard deviation of a standard normal that is cut off at ±2.
        return random::truncated_normal(std::move(key), -2, 2, shape, dtype) *
               (std::sqrt(variance) / 0.87962566103423978);
    }
  }};
}
Callable glorot_uniform(FanAxes axes) { return variance_scaling(1, Fan::avg, Distribution::uniform, std::move(axes)); }
Callable glorot_normal(FanAxes axes) {
  return variance_scaling(1, Fan::avg, Distribution::truncated_normal, std::move(axes));
}
Callable lecun_uniform(FanAxes axes) { return variance_scaling(1, Fan::in, Distribution::uniform, std::move(axes)); }
Callable lecun_normal(FanAxes axes) {
  return variance_scaling(1, Fan::in, Distribution::truncated_normal, std::move(axes));
}
Callable he_uniform(FanAxes axes) { return variance_scaling(2, Fan::in, Distribution::uniform, std::move(axes)); }
Callable he_normal(FanAxes axes) {
  return variance_scaling(2, Fan::in, Distribution::truncated_normal, std::move(axes));
}

Callable orthogonal(double scale, int64_t column_axis) {
  return {[=](random::Key key, const Shape &shape, DType dtype) {
    if (shape.ndim() < 2)
      fail<ShapeError>(fmt::format("orthogonal: [{}] has fewer than two dimensions", fmt::join(shape, ",")));
    int64_t axis = fluxion::detail::normalize_axis("orthogonal", column_axis, shape.ndim());
    int64_t columns = shape[axis], rows = columns ? shape.count() / columns : 0;
    bool wide = columns > rows;
    Array a = random::normal(std::move(key), wide ? Shape{columns, rows} : Shape{rows, columns}, dtype);
    linalg::Qr f = linalg::qr(a);
    Array q = f.q * sign(diagonal(f.r));  // the sign makes it uniform among all
    if (wide) q = transpose(q);
    std::vector<int64_t> order = shape.sizes();
    order.erase(order.begin() + axis);
    order.push_back(columns);
    return moveaxis(reshape(q, order), -1, axis) * scale;
  }};
}
Callable delta_orthogonal(double scale, int64_t column_axis) {
  return {[=](random::Key key, const Shape &shape, DType dtype) {
    if (shape.ndim() < 3 || shape.ndim() > 5)
      fail<ShapeError>(fmt::format("delta_orthogonal: [{}] has not 3 to 5 dimensions", fmt::join(shape, ",")));
    if (shape[-1] < shape[-2])
      fail<ShapeError>(fmt::format("delta_orthogonal: more inputs than outputs ({} vs {})", shape[-2], shape[-1]));
    Array q = orthogonal(scale, column_axis)(std::move(key), {shape[-1], shape[-1]}, dtype);
    std::vector<Index> middle;
    for (int64_t d = 0; d < shape.ndim() - 2; ++d) middle.emplace_back((shape[d] - 1) / 2);
    return IndexUpdate(fluxion::zeros(shape, dtype), middle, std::source_location::current())
        .set(q[slice(0, shape[-2])]);
  }};
}

}  // namespace fluxion::nn::initializers

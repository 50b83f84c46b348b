// Random and constant initial values of parameters, under the names of jax.nn.initializers.
#pragma once
#include <fluxion/random.h>

#include <functional>

namespace fluxion::nn::initializers {

/// Makes an array: `glorot_uniform()(key, {784, 256})`.
using Initializer = std::function<Array(random::Key, const Shape &, DType)>;

namespace detail {
/// An Initializer whose dtype is f32 unless given.
struct Callable {
  Initializer make;
  Array operator()(random::Key key, const Shape &shape, DType dtype = f32) const {
    return make(std::move(key), shape, dtype);
  }
};
}  // namespace detail
using detail::Callable;

Callable zeros();
Callable ones();
Callable constant(double value);
/// Uniform on [0, scale).
Callable uniform(double scale = 1e-2);
Callable normal(double stddev = 1e-2);
/// Normal, cut off at `lower` and `upper` standard deviations.
Callable truncated_normal(double stddev = 1e-2, double lower = -2, double upper = 2);

enum class Fan { in, out, avg };
enum class Distribution { truncated_normal, normal, uniform };
/// Which dimensions are a weight's inputs and outputs; all others but `batch_axis` are its receptive field.
struct FanAxes {
  std::vector<int64_t> in_axis = {-2}, out_axis = {-1}, batch_axis = {};
};
/// Variance scale/n, with n the number of inputs or outputs or their mean. ShapeError for fewer than two dimensions.
Callable variance_scaling(double scale, Fan mode, Distribution distribution, FanAxes axes = {});
/// Glorot & Bengio 2010; also called Xavier's.
Callable glorot_uniform(FanAxes axes = {});
Callable glorot_normal(FanAxes axes = {});
inline Callable xavier_uniform(FanAxes axes = {}) { return glorot_uniform(std::move(axes)); }
inline Callable xavier_normal(FanAxes axes = {}) { return glorot_normal(std::move(axes)); }
/// LeCun et al. 1998.
Callable lecun_uniform(FanAxes axes = {});
Callable lecun_normal(FanAxes axes = {});
/// He et al. 2015; also called Kaiming's.
Callable he_uniform(FanAxes axes = {});
Callable he_normal(FanAxes axes = {});
inline Callable kaiming_uniform(FanAxes axes = {}) { return he_uniform(std::move(axes)); }
inline Callable kaiming_normal(FanAxes axes = {}) { return he_normal(std::move(axes)); }

/// Orthogonal rows or columns (whichever are fewer) times `scale`, the columns along `column_axis` (Saxe et al. 2013).
Callable orthogonal(double scale = 1, int64_t column_axis = -1);
/// For convolutions [space…, in, out] with 1 to 3 dimensions of space: orthogonal in the middle, 0 around it
/// (Xiao et al. 2018). ShapeError if there are more inputs than outputs.
Callable delta_orthogonal(double scale = 1, int64_t column_axis = -1);

}  // namespace fluxion::nn::initializers

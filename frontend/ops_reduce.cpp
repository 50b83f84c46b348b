// Reductions, running reductions, contractions.
#include <algorithm>

#include "fluxion/ops.h"
#include "frontend/ops_internal.h"

namespace fluxion {

using detail::inexact;
using detail::normalize_axes;
using detail::normalize_axis;

namespace detail {
Array restore_dims(const Array &y, const Array &x, const std::vector<int64_t> &axes) {
  std::vector<int64_t> shape = x.shape().sizes();
  for (int64_t a : axes) shape[static_cast<size_t>(a)] = 1;
  return reshape(y, std::move(shape));
}
}  // namespace detail

namespace {

Array reduce(std::string_view op, const char *kind, const Array &x, const Axes &axes, Keep keep) {
  std::vector<int64_t> dims = normalize_axes(op, axes, x.ndim());
  Array y = dims.empty() ? x : stage("fx.reduce", {x}, {{"kind", std::string(kind)}, {"dimensions", dims}});
  return keep == keepdims ? detail::restore_dims(y, x, dims) : y;
}

int64_t reduced_count(std::string_view op, const Array &x, const Axes &axes) {
  int64_t n = 1;
  for (int64_t d : normalize_axes(op, axes, x.ndim())) n *= x.shape(d);
  return n;
}

void need_elements(std::string_view op, const Array &x, const Axes &axes) {
  if (reduced_count(op, x, axes) == 0)
    fail<ShapeError>(fmt::format("{}: there is no element to choose in {}", op, to_string(x.type())));
}

}  // namespace

Array sum(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = asarray(x);
  return reduce("sum", "add", a.dtype() == bool_ ? astype(a, i32) : a, axes, keep);
}
Array prod(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = asarray(x);
  return reduce("prod", "multiply", a.dtype() == bool_ ? astype(a, i32) : a, axes, keep);
}
Array max(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = asarray(x);
  need_elements("max", a, axes);
  return reduce("max", "maximum", a, axes, keep);
}
Array min(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = asarray(x);
  need_elements("min", a, axes);
  return reduce("min", "minimum", a, axes, keep);
}
Array any(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = asarray(x);
  return reduce("any", "or", a.dtype() == bool_ ? a : a != 0, axes, keep);
}
Array All::operator()(const Operand &x, Axes axes, Keep keep) const {
  At at(x);
  Array a = asarray(x);
  return reduce("all", "and", a.dtype() == bool_ ? a : a != 0, axes, keep);
}

Array mean(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = inexact(x);
  return sum(a, axes, keep) / static_cast<double>(reduced_count("mean", a, axes));
}
Array var(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array a = inexact(x);
  return mean(square(a - mean(a, axes, keepdims)), axes, keep);
}
Array detail::sqrt_or_zero(const Array &x) { return is_complex(x.dtype()) ? sqrt(x) : where(x > 0, sqrt(x), x); }
Array std(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  return detail::sqrt_or_zero(var(x, axes, keep));
}

namespace {
Array arg_reduce(std::string_view op, const char *kind, const Operand &x, const ArgOptions &options) {
  At at(x);
  Array a = asarray(x);
  if (!options.axis) {
    Array flat = stage("fx.arg_reduce", {ravel(a)}, {{"kind", std::string(kind)}, {"dimension", int64_t{0}}});
    return options.keepdims ? reshape(flat, std::vector<int64_t>(static_cast<size_t>(a.ndim()), 1)) : flat;
  }
  int64_t axis = normalize_axis(op, *options.axis, a.ndim());
  Array y = stage("fx.arg_reduce", {a}, {{"kind", std::string(kind)}, {"dimension", axis}});
  return options.keepdims ? expand_dims(y, axis) : y;
}

Array cumulative(std::string_view op, const char *kind, const Operand &x, int64_t axis) {
  At at(x);
  Array a = asarray(x);
  return stage("fx.cumulative", {a},
               {{"kind", std::string(kind)}, {"dimension", normalize_axis(op, axis, a.ndim())}, {"reverse", false}});
}
}  // namespace

Array argmax(const Operand &x, ArgOptions options) { return arg_reduce("argmax", "maximum", x, options); }
Array argmin(const Operand &x, ArgOptions options) { return arg_reduce("argmin", "minimum", x, options); }
namespace {
// Bools are counted; without an axis the flattened array is meant.
Array running(std::string_view op, const char *kind, const Operand &x, std::optional<int64_t> axis) {
  At at(x);
  Array a = axis ? asarray(x) : ravel(x);
  return cumulative(op, kind, a.dtype() == bool_ ? astype(a, i32) : a, axis.value_or(0));
}
}  // namespace
Array cumsum(const Operand &x, std::optional<int64_t> axis) { return running("cumsum", "add", x, axis); }
Array cumprod(const Operand &x, std::optional<int64_t> axis) { return running("cumprod", "multiply", x, axis); }
Array cummax(const Operand &x, int64_t axis) { return cumulative("cummax", "maximum", x, axis); }
Array cummin(const Operand &x, int64_t axis) { return cumulative("cummin", "minimum", x, axis); }

// ---- products

Array dot_general(const Operand &a, const Operand &b, const DotDimensions &d, std::optional<DType> preferred) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  DType dtype = promote_types(x.dtype(), y.dtype());
  return stage("fx.dot_general", {astype(x, dtype), astype(y, dtype)},
               {{"lhs_batching", d.lhs_batching},
                {"rhs_batching", d.rhs_batching},
                {"lhs_contracting", d.lhs_contracting},
                {"rhs_contracting", d.rhs_contracting},
                {"element", preferred.value_or(dtype)}});
}

Array matmul(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  if (x.ndim() == 0 || y.ndim() == 0)
    fail<ShapeError>(fmt::format("matmul: an operand is a scalar: {} · {}", to_string(x.type()), to_string(y.type())));
  int64_t inner = y.shape(y.ndim() == 1 ? 0 : -2);
  if (x.shape(-1) != inner)
    fail<ShapeError>(fmt::format("matmul: the contracted sizes differ: {} · {} ({} vs {})", to_string(x.type()),
                                 to_string(y.type()), x.shape(-1), inner));
  if (x.ndim() <= 2 && y.ndim() <= 2)
    return dot_general(x, y, {{x.ndim() - 1}, {y.ndim() == 1 ? 0 : y.ndim() - 2}, {}, {}});
  if (y.ndim() <= 2) return dot_general(x, y, {{x.ndim() - 1}, {y.ndim() == 1 ? 0 : int64_t{0}}, {}, {}});
  if (x.ndim() == 1) return squeeze(matmul(expand_dims(x, 0), y), -2);
  std::vector<Shape> leading{Shape(std::span(x.shape().sizes()).first(x.shape().size() - 2)),
                             Shape(std::span(y.shape().sizes()).first(y.shape().size() - 2))};
  Shape batch = detail::broadcast_shapes("matmul", leading), xs = batch, ys = batch;
  for (int64_t i = -2; i < 0; ++i) xs.push_back(x.shape(i)), ys.push_back(y.shape(i));
  std::vector<int64_t> dims = detail::iota_vector(batch.ndim());
  return dot_general(broadcast_to(x, xs), broadcast_to(y, ys), {{batch.ndim() + 1}, {batch.ndim()}, dims, dims});
}

Array dot(const Operand &a, const Operand &b) {
  At at(a, b);
  Array x = asarray(a), y = asarray(b);
  if (x.ndim() == 0 || y.ndim() == 0) return x * y;
  int64_t axis = y.ndim() == 1 ? 0 : y.ndim() - 2;
  if (x.shape(-1) != y.shape(axis))
    fail<ShapeError>(fmt::format("dot: the contracted sizes differ: {} · {} ({} vs {})", to_string(x.type()),
                                 to_string(y.type()), x.shape(-1), y.shape(axis)));
  return dot_general(x, y, {{x.ndim() - 1}, {axis}, {}, {}});
}

Array outer(const Operand &a, const Operand &b) {
  At at(a, b);
  return expand_dims(ravel(a), 1) * expand_dims(ravel(b), 0);
}

}  // namespace fluxion

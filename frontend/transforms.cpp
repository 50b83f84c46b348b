// What the templates of transforms.h share: checks, axes, numerical derivatives.
#include "fluxion/check_grads.h"

#include <cmath>

namespace fluxion::detail {

void check_loss(const ShapeDtype &type, const Location &made, bool holomorphic) {
  const std::string note = made_at("", type, made, current_location({}));
  if (type.shape.ndim() != 0)
    fail<ShapeError>(fmt::format("grad: the function must return a scalar, not {}", to_string(type)), note);
  if (holomorphic && !is_complex(type.dtype))
    fail<DTypeError>(fmt::format("grad: a holomorphic function returns a complex number, not {}", to_string(type)),
                     note);
  if (!holomorphic && !is_float(type.dtype))
    fail<DTypeError>(fmt::format("grad: the function must return a float, not {}{}", to_string(type),
                                 is_complex(type.dtype) ? ": of a holomorphic function say {.holomorphic = true}" : ""),
                     note);
}

void check_differentiable(std::string_view what, const Array &a, std::string_view path) {
  if (!is_inexact(a.dtype()))
    fail<DTypeError>(fmt::format("{}: the argument{}{} is {}: only floating-point arrays have a gradient", what,
                                 path.empty() ? "" : " at ", path, to_string(a.type())),
                     made_at("", a, current_location({})));
}

void check_complex(const Array &a, std::string_view path) {
  if (!is_complex(a.dtype()))
    fail<DTypeError>(fmt::format("grad: the argument{}{} is {}, not complex, as those of a holomorphic function are",
                                 path.empty() ? "" : " at ", path, to_string(a.type())),
                     made_at("", a, current_location({})));
}

int single_argnum(const GradOptions &options, const std::source_location &made) {
  At at(made);
  if (options.argnums.size() != 1)
    fail<Error>("grad: argnums names several arguments: write grad<0, 1>(f), whose type can say so");
  return options.argnums[0];
}

void throw_bad_argnum(int argnum, size_t count, const std::source_location &made) {
  At at(made);
  fail<Error>(
      fmt::format("grad: argument {} of {} cannot be chosen by argnums: write grad<{}>(f)", argnum, count, argnum));
}

std::vector<int64_t> inexact_leaves(const Arrays &leaves) {
  std::vector<int64_t> out;
  for (size_t i = 0; i < leaves.size(); ++i)
    if (is_inexact(leaves[i].dtype())) out.push_back(static_cast<int64_t>(i));
  return out;
}

Arrays inexact_tangents(std::string_view what, const Arrays &leaves, const Arrays &tangents, const Paths &paths) {
  const std::string_view name = what == "vjp" ? "cotangent" : "tangent";
  if (leaves.size() != tangents.size())
    fail<ShapeError>(fmt::format("{}: {} arrays, but {} {}s", what, leaves.size(), tangents.size(), name));
  Arrays out;
  for (size_t i = 0; i < leaves.size(); ++i) {
    if (!is_inexact(leaves[i].dtype())) continue;
    const Location op = current_location({});
    if (!(leaves[i].type() == tangents[i].type()))
      fail<ShapeError>(fmt::format("{}: the types of a value and its {} differ{}: {} and {}", what, name,
                                   at_path(paths, i), to_string(leaves[i].type()), to_string(tangents[i].type())),
                       made_at("value", leaves[i], op) + made_at(name, tangents[i], op));
    out.push_back(tangents[i]);
  }
  return out;
}

Linear linearize_traced(const Traced &traced, const Arrays &leaves) {
  std::vector<trace::FunctionPtr> parts = transform(traced.function, "linearize", inexact_leaves(leaves));
  Arrays in = leaves;
  append(in, traced.captures);
  Arrays out = call(parts[0], in);
  std::vector<ShapeDtype> types = result_types(traced.function);
  auto split = out.begin() + static_cast<std::ptrdiff_t>(types.size());
  return {Arrays(out.begin(), split), parts[1], Arrays(split, out.end()), std::move(types)};
}

namespace {

const TreeAxes &axes_at(std::string_view option, const std::vector<TreeAxes> &axes, const Leaf &at,
                        std::string_view what) {
  if (axes.size() != 1 && axes.size() != at.count)
    fail<Error>(fmt::format("vmap: {} has {} entries for {} {}", option, axes.size(), at.count, what));
  return axes[axes.size() == 1 ? 0 : at.index];
}

}  // namespace

std::string place(std::string_view what, const Leaf &at) {
  return fmt::format("{} {}{}{}", what, at.index, at.path.empty() ? "" : " at ", at.path);
}

Arrays unmapped(const Arrays &leaves, const Mapped &m) {
  Arrays out;
  for (size_t i = 0; i < leaves.size(); ++i) out.push_back(m.in[i] < 0 ? leaves[i] : Array());
  return out;
}

void append_mapped(Mapped &m, const Array &x, const Leaf &at, const VmapOptions &options) {
  ShapeDtype type = x.type();
  const std::optional<int64_t> axis = axes_at("in_axes", options.in_axes, at, "arguments")(at.path, type);
  if (!axis) {
    m.in.push_back(-1);
  } else {
    const int64_t d = *axis < 0 ? *axis + x.ndim() : *axis;
    if (d < 0 || d >= x.ndim())
      fail<ShapeError>(fmt::format("vmap: axis {} is out of range for {} of type {}", *axis, place("argument", at),
                                   to_string(type)));
    if (m.size >= 0 && m.size != x.shape(d))
      fail<ShapeError>(fmt::format("vmap: the mapped sizes differ: {} along axis {} of {} in {}, {} before", x.shape(d),
                                   *axis, to_string(type), place("argument", at), m.size));
    m.size = x.shape(d);
    m.in.push_back(d);
    std::vector<int64_t> rest = type.shape.sizes();
    rest.erase(rest.begin() + d);
    type.shape = Shape(std::move(rest));
  }
  m.types.push_back(std::move(type));
}

void append_out_axis(std::vector<int64_t> &out, const Array &x, const Leaf &at, const VmapOptions &options) {
  const std::optional<int64_t> axis = axes_at("out_axes", options.out_axes, at, "results")(at.path, x.type());
  const int64_t d = !axis ? -1 : *axis < 0 ? *axis + x.ndim() + 1 : *axis;
  if (axis && (d < 0 || d > x.ndim()))
    fail<ShapeError>(fmt::format("vmap: out axis {} is out of range for a result of {} dimensions", *axis, x.ndim()));
  out.push_back(d);
}

namespace {

double as_number(const Array &a) { return a.item<double>(); }

// d/dt f(x + t v) at 0, by central differences.
double numerical(const std::function<Array(const Array &)> &f, const Array &x, const Array &v, double eps) {
  return (as_number(f(x + v * eps)) - as_number(f(x - v * eps))) / (2 * eps);
}

// A direction without symmetry, of about unit size in each component.
Array direction(const Array &like, int seed) {
  std::vector<double> values(static_cast<size_t>(like.size()));
  uint32_t h = 0x9E3779B9u * static_cast<uint32_t>(seed + 1);
  for (double &v : values) {
    h ^= h << 13, h ^= h >> 17, h ^= h << 5;
    v = 0.5 + h / 4294967296.0;
    if (h & 1) v = -v;
  }
  return from_vector(values, like.shape()).astype(like.dtype());
}

void compare(const char *what, int order, double got, double want, const CheckGradsOptions &o, double scale) {
  double error = std::abs(got - want);
  if (error <= o.atol * scale + o.rtol * std::max(std::abs(got), std::abs(want)) ||
      (std::isnan(got) && std::isnan(want)))
    return;
  fail<Error>(fmt::format("check_grads: the {} derivative of order {} is {}, numerically {}", what, order, got, want));
}

}  // namespace

void check_derivatives(const std::function<Array(const Array &)> &f, const Array &x, int order,
                       const CheckGradsOptions &o) {
  for (int level = 1; level <= order; ++level) {
    // Level 2 differentiates the directional derivative of level 1, once forward over reverse and once reverse over
    // reverse.
    Array v = direction(x, level), w = direction(x, level + 10);
    std::function<Array(const Array &)> g = f;
    for (int i = 1; i < level; ++i) g = [g, u = direction(x, i + 20)](const Array &at) { return sum(grad(g)(at) * u); };
    double want = numerical(g, x, v, o.eps),
           scale = 1 + std::abs(as_number(sum(abs(x))) / static_cast<double>(std::max<int64_t>(1, x.size())));
    compare("forward", level, as_number(std::get<1>(jvp(g, std::tuple(x), std::tuple(v)))), want, o, scale);
    compare("reverse", level, as_number(sum(grad(g)(x) * v)), want, o, scale);
  }
}

}  // namespace fluxion::detail

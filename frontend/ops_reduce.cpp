// Reductions, running reductions, contractions.
#include <algorithm>

#include "fluxion/ops.h"
#include "frontend/ops_internal.h"

namespace fluxion {

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

Array inexact(const Operand &x) {
  Array a = asarray(x);
  return is_inexact(a.dtype()) ? a : astype(a, f32);
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
Array std(const Operand &x, Axes axes, Keep keep) { return sqrt(var(x, axes, keep)); }

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
Array cumsum(const Operand &x, int64_t axis) { return cumulative("cumsum", "add", x, axis); }
Array cumprod(const Operand &x, int64_t axis) { return cumulative("cumprod", "multiply", x, axis); }
Array cummax(const Operand &x, int64_t axis) { return cumulative("cummax", "maximum", x, axis); }
Array cummin(const Operand &x, int64_t axis) { return cumulative("cummin", "minimum", x, axis); }

// ---- products

Array dot_general(const Operand &a, const Operand &b, const DotDimensions &d, std::optional<DType> preferred) {
  At at(a);
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
  At at(a);
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
  At at(a);
  Array x = asarray(a), y = asarray(b);
  if (x.ndim() == 0 || y.ndim() == 0) return x * y;
  int64_t axis = y.ndim() == 1 ? 0 : y.ndim() - 2;
  if (x.shape(-1) != y.shape(axis))
    fail<ShapeError>(fmt::format("dot: the contracted sizes differ: {} · {} ({} vs {})", to_string(x.type()),
                                 to_string(y.type()), x.shape(-1), y.shape(axis)));
  return dot_general(x, y, {{x.ndim() - 1}, {axis}, {}, {}});
}

Array outer(const Operand &a, const Operand &b) {
  At at(a);
  return expand_dims(ravel(a), 1) * expand_dims(ravel(b), 0);
}

namespace {

struct Equation {
  std::vector<std::string> inputs;
  std::string output;
};

Equation parse_equation(std::string_view text, size_t operands) {
  Equation e;
  std::string term;
  bool arrow = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == ' ') continue;
    if (c == ',' && !arrow)
      e.inputs.push_back(std::exchange(term, {}));
    else if (c == '-' && i + 1 < text.size() && text[i + 1] == '>' && !arrow)
      arrow = true, ++i, e.inputs.push_back(std::exchange(term, {}));
    else if (std::isalpha(static_cast<unsigned char>(c)) && term.find(c) == std::string::npos)
      term += c;
    else
      fail<ShapeError>(fmt::format(
          "einsum: '{}' in \"{}\" is not understood: letters, each once an operand, then -> and the result", c, text));
  }
  if (!arrow || e.inputs.size() != operands)
    fail<ShapeError>(fmt::format("einsum: \"{}\" does not describe {} operands and a result", text, operands));
  e.output = term;
  for (char c : e.output)
    if (std::none_of(e.inputs.begin(), e.inputs.end(),
                     [c](const std::string &s) { return s.find(c) != std::string::npos; }))
      fail<ShapeError>(fmt::format("einsum: no operand has the dimension '{}' of the result", c));
  return e;
}

// Sums over the letters that neither the result nor the other operand has.
Array drop_private(const Array &x, std::string &letters, const std::string &kept) {
  if (x.ndim() != static_cast<int64_t>(letters.size()))
    fail<ShapeError>(fmt::format("einsum: {} has {} dimensions, '{}' names {}", to_string(x.type()), x.ndim(), letters,
                                 letters.size()));
  std::vector<int64_t> dims;
  std::string rest;
  for (size_t i = 0; i < letters.size(); ++i)
    kept.find(letters[i]) == std::string::npos ? dims.push_back(static_cast<int64_t>(i)) : rest.push_back(letters[i]);
  letters = rest;
  return dims.empty() ? x : sum(x, Axes(dims));
}

Array arrange(const Array &x, const std::string &have, const std::string &want) {
  std::vector<int64_t> p;
  for (char c : want) p.push_back(static_cast<int64_t>(have.find(c)));
  return std::is_sorted(p.begin(), p.end()) ? x : transpose(x, std::move(p));
}

}  // namespace

Array einsum(std::string_view equation, const Operand &a) {
  At at(a);
  Equation e = parse_equation(equation, 1);
  Array x = drop_private(asarray(a), e.inputs[0], e.output);
  return arrange(x, e.inputs[0], e.output);
}

Array einsum(std::string_view equation, const Operand &a, const Operand &b) {
  At at(a);
  Equation e = parse_equation(equation, 2);
  std::string &la = e.inputs[0], &lb = e.inputs[1];
  Array x = drop_private(asarray(a), la, lb + e.output), y = drop_private(asarray(b), lb, la + e.output);
  DotDimensions d;
  std::string batch, left, right;
  for (size_t i = 0; i < la.size(); ++i) {
    size_t j = lb.find(la[i]);
    bool kept = e.output.find(la[i]) != std::string::npos;
    if (j == std::string::npos) {
      left += la[i];
      continue;
    }
    if (x.shape(static_cast<int64_t>(i)) != y.shape(static_cast<int64_t>(j)))
      fail<ShapeError>(fmt::format("einsum: the sizes of '{}' differ: {} and {} ({} vs {})", la[i], to_string(x.type()),
                                   to_string(y.type()), x.shape(static_cast<int64_t>(i)),
                                   y.shape(static_cast<int64_t>(j))));
    (kept ? d.lhs_batching : d.lhs_contracting).push_back(static_cast<int64_t>(i));
    (kept ? d.rhs_batching : d.rhs_contracting).push_back(static_cast<int64_t>(j));
    if (kept) batch += la[i];
  }
  for (char c : lb)
    if (la.find(c) == std::string::npos) right += c;
  return arrange(dot_general(x, y, d), batch + left + right, e.output);
}

}  // namespace fluxion

// Promotion, broadcasting and the elementwise functions.
#include "fluxion/complex.h"
#include "fluxion/ops.h"
#include "frontend/ops_internal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fluxion {

namespace detail {

// Scalars do not widen an array's dtype: a float number beside an integer array gives f32, a number beside bool its
// default.
DType promote_number(DType array, const std::variant<bool, int64_t, double> &number) {
  if (std::holds_alternative<double>(number)) return is_inexact(array) ? array : f32;
  if (std::holds_alternative<int64_t>(number)) return array == bool_ ? i32 : array;
  return array;
}

DType common_dtype(std::span<const Operand> operands) {
  std::optional<DType> arrays;
  for (const Operand &o : operands)
    if (o.is_array()) arrays = arrays ? promote_types(*arrays, o.array().dtype()) : o.array().dtype();
  if (!arrays) {
    DType t = asarray(operands[0]).dtype();
    for (const Operand &o : operands) t = promote_types(t, asarray(o).dtype());
    return t;
  }
  for (const Operand &o : operands)
    if (!o.is_array()) arrays = promote_number(*arrays, o.number());
  return *arrays;
}

std::pair<Array, Array> promoted(std::string_view op, const Operand &a, const Operand &b) {
  std::array<Operand, 2> both{a, b};
  DType dtype = common_dtype(both);
  Array x = as_scalar(a, dtype), y = as_scalar(b, dtype);
  std::array<Shape, 2> shapes{x.shape(), y.shape()};
  Shape shape = broadcast_shapes(op, shapes);
  return {broadcast_to(x, shape), broadcast_to(y, shape)};
}

Array inexact(const Operand &x) {
  Array a = asarray(x);
  return is_inexact(a.dtype()) ? a : astype(a, f32);
}

}  // namespace detail

using detail::common_dtype;

namespace {

// JAX's lattice. Kinds rise: bool, unsigned, signed, float, complex.
int kind(DType t) {
  if (t == bool_) return 0;
  if (is_unsigned_integer(t)) return 1;
  if (is_signed_integer(t)) return 2;
  return is_float(t) ? 3 : 4;
}

std::string_view what(std::string_view op) { return op.substr(op.find('.') + 1); }

[[noreturn]] void refuse_promotion(DType a, DType b) {
  throw DTypeError(detail::with_location(
      fmt::format("fluxion: {} and {} do not promote to one another: convert one of them", name(a), name(b)),
      detail::current_location({})));
}

// Whether all are arrays of one shape and this dtype, as most are.
bool are_alike(std::span<const Operand> operands, DType dtype) {
  return std::all_of(operands.begin(), operands.end(), [&](const Operand &o) {
    return o.is_array() && o.array().dtype() == dtype && o.array().shape() == operands.front().array().shape();
  });
}

Array staged(std::string_view op, std::span<const Operand> operands, DType dtype, const Attributes &attributes) {
  if (!is_complex(dtype) && are_alike(operands, dtype)) return stage_all(op, operands, attributes).front();
  std::vector<Shape> shapes;
  for (const Operand &o : operands)
    if (o.is_array()) shapes.push_back(o.array().shape());
  Shape shape = detail::broadcast_shapes(what(op), shapes);
  std::vector<Array> arrays;
  for (const Operand &o : operands) arrays.push_back(broadcast_to(detail::as_scalar(o, dtype), shape));
  if (is_complex(dtype))
    if (std::optional<Array> y = detail::complex_form(op, arrays)) return *y;
  std::vector<Operand> out(arrays.begin(), arrays.end());
  return stage_all(op, out, attributes).at(0);
}

}  // namespace

DType promote_types(DType a, DType b) {
  if (a == b) return a;
  if (kind(a) > kind(b)) std::swap(a, b);
  if (a == bool_) return b;
  if (kind(b) == 4 && is_float(a) && size_of(a) == 1) refuse_promotion(a, b);
  if (kind(b) == 4) return a == f64 || a == c128 || b == c128 ? c128 : c64;
  if (kind(b) == 3) {
    if (kind(a) < 3) return b;
    if (size_of(a) == 1 || size_of(b) == 1) refuse_promotion(a, b);
    if (size_of(a) == size_of(b)) return f32;  // f16 with bf16
    return size_of(a) > size_of(b) ? a : b;
  }
  if (kind(a) == kind(b)) return size_of(a) > size_of(b) ? a : b;
  // unsigned with signed: a signed type that holds both; u64 with a signed one has none and gives f32.
  if (a == u64) return f32;
  DType wide[] = {i16, i32, i64};
  DType needed = size_of(a) == 1 ? wide[0] : size_of(a) == 2 ? wide[1] : wide[2];
  return size_of(b) >= size_of(needed) ? b : needed;
}

namespace detail {

Array elementwise(std::string_view op, std::initializer_list<Operand> list, const Attributes &attributes) {
  std::span<const Operand> operands(list.begin(), list.size());
  At at(operands);
  return staged(op, operands, common_dtype(operands), attributes);
}

Array floating(std::string_view op, std::initializer_list<Operand> list) {
  std::span<const Operand> operands(list.begin(), list.size());
  At at(operands);
  DType dtype = common_dtype(operands);
  return staged(op, operands, is_inexact(dtype) ? dtype : f32, {});
}

Array rounded(std::string_view op, const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return is_integer(a.dtype()) ? a : floating(op, {a});
}

Array compare(const char *direction, const Operand &a, const Operand &b) {
  return elementwise("fx.compare", {a, b}, {{"direction", std::string(direction)}});
}

Shape broadcast_shapes(std::string_view op, std::span<const Shape> shapes) {
  Shape out;
  for (const Shape &s : shapes) {
    std::vector<int64_t> merged(static_cast<size_t>(std::max(out.ndim(), s.ndim())));
    for (int64_t i = 1; i <= static_cast<int64_t>(merged.size()); ++i) {
      int64_t a = i <= out.ndim() ? out[-i] : 1, b = i <= s.ndim() ? s[-i] : 1;
      if (a != b && a != 1 && b != 1)
        fail<ShapeError>(fmt::format("{}: the shapes do not broadcast: [{}] and [{}] ({} vs {})", op,
                                     fmt::join(out, ","), fmt::join(s, ","), a, b));
      merged[merged.size() - static_cast<size_t>(i)] = a == 1 ? b : a;
    }
    out = Shape(std::move(merged));
  }
  return out;
}

Array as_scalar(const Operand &x, DType dtype) {
  if (x.is_array()) return astype(x, dtype);
  Literal value{{{}, dtype}, std::string(static_cast<size_t>(size_of(dtype)), '\0'), true};
  visit_dtype(dtype, [&]<class S>(S) {
    S v = std::visit([](auto n) { return convert_element<S>(n); }, x.number());
    std::copy_n(reinterpret_cast<const char *>(&v), sizeof v, value.bytes.data());
  });
  return constant(std::move(value));
}

}  // namespace detail

Array operator%(const Operand &a, const Operand &b) {
  At at(a, b);
  Array r = detail::elementwise("fx.remainder", {a, b});
  if (is_unsigned_integer(r.dtype()) || r.dtype() == bool_) return r;
  Array divisor = broadcast_to(detail::as_scalar(b, r.dtype()), r.shape());
  return where((r != 0) && ((r < 0) != (divisor < 0)), r + divisor, r);
}

Array floor_divide(const Operand &a, const Operand &b) {
  At at(a, b);
  Array q = detail::elementwise("fx.divide", {a, b});
  if (is_float(q.dtype())) return floor(q);
  if (is_unsigned_integer(q.dtype())) return q;
  Array r = detail::elementwise("fx.remainder", {a, b}),
        divisor = broadcast_to(detail::as_scalar(b, q.dtype()), q.shape());
  return where((r != 0) && ((r < 0) != (divisor < 0)), q - 1, q);
}

Array operator>>(const Operand &a, const Operand &b) {
  bool is_unsigned = a.is_array() && is_unsigned_integer(a.array().dtype());
  return detail::elementwise(is_unsigned ? "fx.shift_right_logical" : "fx.shift_right_arithmetic", {a, b});
}

namespace {
Array truth(const Operand &x) {
  Array a = asarray(x);
  return a.dtype() == bool_ ? a : a != 0;
}
}  // namespace

Array logical_and(const Operand &a, const Operand &b) {
  At at(a, b);
  return truth(a) & truth(b);
}
Array logical_or(const Operand &a, const Operand &b) {
  At at(a, b);
  return truth(a) | truth(b);
}
Array logical_not(const Operand &a) {
  At at(a);
  return ~truth(a);
}

Array power(const Operand &a, const Operand &b) {
  At at(a, b);
  if (!b.is_array() && a.is_array()) {
    const int64_t *n = std::get_if<int64_t>(&b.number());
    if (n && *n >= 0 && *n <= 16) {
      Array result = ones_like(a), base = a.array();
      for (int64_t left = *n, first = 1; left; left >>= 1) {
        if (left & 1) result = first ? base : result * base, first = 0;
        if (left > 1) base = base * base;
      }
      return result;
    }
  }
  return detail::elementwise("fx.power", {a, b});
}

Array exp2(const Operand &x) { return exp(x * std::numbers::ln2); }
Array log2(const Operand &x) { return log(x) * std::numbers::log2e; }
Array log10(const Operand &x) { return log(x) * std::numbers::log10e; }

Array isnan(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  return is_inexact(a.dtype()) ? a != a : zeros(a.shape(), bool_);
}
Array isinf(const Operand &x) {
  At at(x);
  Array a = asarray(x);
  if (is_complex(a.dtype())) return isinf(real(a)) | isinf(imag(a));
  return is_float(a.dtype()) ? abs(a) == INFINITY : zeros(a.shape(), bool_);
}

Array where(const Operand &condition, const Operand &a, const Operand &b) {
  At at(condition, a, b);
  Array pred = truth(condition);
  std::array<Operand, 2> values{a, b};
  DType dtype = common_dtype(values);
  Array x = detail::as_scalar(a, dtype), y = detail::as_scalar(b, dtype);
  std::array<Shape, 3> shapes{pred.shape(), x.shape(), y.shape()};
  Shape shape = detail::broadcast_shapes("where", shapes);
  return stage("fx.select", {broadcast_to(pred, shape), broadcast_to(x, shape), broadcast_to(y, shape)});
}

Array clip(const Operand &x, const Operand &lo, const Operand &hi) { return minimum(maximum(x, lo), hi); }

Array astype(const Operand &x, DType dtype) {
  At at(x);
  Array a = asarray(x);
  return a.dtype() == dtype ? a : stage("fx.convert", {a}, {{"to", dtype}});
}

Array bitcast(const Operand &x, DType dtype) { return stage("fx.bitcast_convert", {x}, {{"to", dtype}}); }

Array special::logsumexp(const Operand &x, Axes axes, Keep keep) {
  At at(x);
  Array m = max(x, axes, keepdims);
  m = stop_gradient(where(isfinite(m), m, 0));
  // Where all are −inf, so is the result, and nothing of it depends on them.
  Array total = sum(exp(x - m), axes, keepdims), shifted = where(total == 0, -INFINITY, log(total)) + m;
  return keep == keepdims ? shifted : squeeze(shifted, axes.all ? Axes(detail::iota_vector(shifted.ndim())) : axes);
}

}  // namespace fluxion

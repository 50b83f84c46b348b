// Arrays: their making, their bytes, and how they print.
#include "fluxion/array.h"

#include <cstring>
#include <ostream>

#include "fluxion/stage.h"
#include "frontend/callback_internal.h"
#include "frontend/frame.h"

namespace fluxion {

namespace {

Location line_of(std::source_location at) { return {at.file_name(), at.line(), at.column(), at.function_name()}; }

const detail::ArrayNode &node_of(const Array &x) {
  if (!x.node()) detail::throw_empty(detail::current_location({}));
  return *x.node();
}

}  // namespace

const Shape &Array::shape() const { return node_of(*this).type.shape; }
DType Array::dtype() const { return node_of(*this).type.dtype; }
bool Array::is_traced() const { return node_ && node_->trace != 0; }
bool Array::is_abstract() const { return node_ && node_->trace == 0 && !node_->buffer; }

namespace detail {

namespace {
[[noreturn]] void throw_unknown(const ArrayNode &node, const char *what, const Frame &frame, std::source_location at) {
  const std::string type = to_string(node.type);
  const std::string why = frame.name() == "vmap"
                              ? fmt::format("{} has a value for each example of vmap", type)
                              : fmt::format("the value of {} is not known while the function is being traced", type);
  throw ConcretizationError(with_location(
      fmt::format("fluxion: {}: {}; use fx::cond, fx::where or fx::while_loop to depend on it", what, why),
      line_of(at)));
}
}  // namespace

const void *host_bytes(const Array &x, const char *what, std::source_location at) {
  const ArrayNode &node = node_of(x);
  if (node.trace && !node.buffer) {
    if (!Frame::find(node.trace)) throw_leaked(node, line_of(at));
    std::vector<Array> list{x};
    if (const Frame *unknown = learn(list)) throw_unknown(node, what, *unknown, at);
  }
  if (x.is_abstract()) throw_abstract(node, line_of(at));
  return node.buffer.data();
}

void throw_not_one(const Array &x, std::source_location at) {
  throw ShapeError(with_location(
      fmt::format("fluxion: item: {} has {} elements, not one", to_string(x.type()), x.size()), line_of(at)));
}

void throw_ragged(int64_t a, int64_t b, std::source_location at) {
  throw ShapeError(with_location(fmt::format("fluxion: array: the sizes differ ({} vs {})", a, b), line_of(at)));
}

Array from_bytes(ShapeDtype type, const void *bytes, std::source_location at) {
  const Location made = current_location(line_of(at));
  runtime::Buffer buffer = new_buffer(type, made);
  if (type.bytes()) std::memcpy(buffer.data(), bytes, static_cast<size_t>(type.bytes()));
  return concrete(std::move(type), std::move(buffer), made);
}

}  // namespace detail

const void *Array::bytes_of(DType wanted, std::source_location at) const {
  const void *data = detail::host_bytes(*this, "span", at);
  if (wanted != dtype())
    throw DTypeError(detail::with_location(
        fmt::format("fluxion: span: {} is not stored as {}", to_string(type()), name(wanted)), line_of(at)));
  return data;
}

std::span<const std::byte> Array::bytes(std::source_location at) const {
  return {static_cast<const std::byte *>(detail::host_bytes(*this, "bytes", at)), static_cast<size_t>(type().bytes())};
}

Array view(const void *data, ShapeDtype type, std::shared_ptr<void> owner) {
  int64_t bytes = type.bytes();
  return detail::concrete(std::move(type), runtime::Buffer(const_cast<void *>(data), bytes, std::move(owner)));
}

Array abstract(ShapeDtype type, std::source_location at) {
  auto node = std::make_shared<detail::ArrayNode>();
  node->type = std::move(type);
  node->location = line_of(at);
  return Array(std::move(node));
}

Array from_bytes(ShapeDtype type, std::span<const std::byte> bytes, std::source_location at) {
  if (type.bytes() != static_cast<int64_t>(bytes.size()))
    detail::throw_ragged(type.bytes(), static_cast<int64_t>(bytes.size()), at);
  return detail::from_bytes(std::move(type), bytes.data(), at);
}

// ---- printing

namespace {

constexpr int64_t kSummarise = 1000, kEdge = 3;  // NumPy's threshold and edgeitems

// By fmt's `spec`; without one, as NumPy.
std::string element(DType dtype, const void *data, int64_t i, const std::string &spec) {
  return visit_dtype(dtype, [&]<class S>(S) -> std::string {
    S v = static_cast<const S *>(data)[i];
    if (!spec.empty()) {
      auto field = [&](auto number) { return fmt::format(fmt::runtime("{:" + spec + "}"), number); };
      if constexpr (std::is_arithmetic_v<S>)
        return field(v);
      else if constexpr (requires { v.imag(); })
        return fmt::format("({}, {})", field(v.real()), field(v.imag()));
      else
        return field(static_cast<float>(v));
    }
    if constexpr (std::is_same_v<S, bool>)
      return v ? "True" : "False";
    else if constexpr (std::is_integral_v<S>)
      return fmt::format("{}", v);
    else if constexpr (requires { v.imag(); })
      return sizeof(S) == 16 ? fmt::format("{:.8g}{:+.8g}j", v.real(), v.imag())
                             : fmt::format("{:.6g}{:+.6g}j", v.real(), v.imag());
    else {
      double d = static_cast<double>(v);
      std::string s = sizeof(S) == 8 ? fmt::format("{:.8g}", d) : fmt::format("{:.6g}", d);
      return s.find_first_of(".en") == std::string::npos ? s + "." : s;
    }
  });
}

class Printer {
 public:
  Printer(const Array &x, const std::string &spec)
      : x_(x), spec_(spec), data_(x.bytes().data()), summarise_(x.size() > kSummarise) {
    walk(0, 0, [&](int64_t i) { width_ = std::max(width_, text(i).size()); });
  }

  std::string text() {
    if (x_.ndim() == 0) return text(0);
    print(0, 0);
    return out_;
  }

 private:
  std::string text(int64_t i) const { return element(x_.dtype(), data_, i, spec_); }
  bool skips(int64_t n) const { return summarise_ && n > 2 * kEdge; }

  void walk(int64_t d, int64_t offset, const std::function<void(int64_t)> &f) {
    if (d == x_.ndim()) return f(offset);
    int64_t n = x_.shape(d);
    for (int64_t i = 0; i < n; ++i) {
      if (skips(n) && i == kEdge) i = n - kEdge;
      walk(d + 1, offset * n + i, f);
    }
  }

  void print(int64_t d, int64_t offset) {
    if (d == x_.ndim()) {
      out_ += fmt::format("{:>{}}", text(offset), width_);
      return;
    }
    int64_t n = x_.shape(d);
    std::string gap = d + 1 == x_.ndim() ? " "
                                         : std::string(static_cast<size_t>(x_.ndim() - d - 1), '\n') +
                                               std::string(static_cast<size_t>(d + 1), ' ');
    out_ += "[";
    for (int64_t i = 0; i < n; ++i) {
      if (i) out_ += gap;
      if (skips(n) && i == kEdge) {
        out_ += "..." + gap;
        i = n - kEdge;
      }
      print(d + 1, offset * n + i);
    }
    out_ += "]";
  }

  const Array &x_;
  const std::string &spec_;
  const void *data_;
  bool summarise_;
  size_t width_ = 0;
  std::string out_;
};

}  // namespace

std::string detail::format_array(const Array &x, const std::string &spec) { return Printer(x, spec).text(); }

std::string to_string(const Array &x) {
  if (!x.defined()) return "Array()";
  if (x.is_abstract()) return fmt::format("Abstract<{}>", to_string(x.type()));
  if (!detail::has_value(x)) return fmt::format("Traced<{}>", to_string(x.type()));
  return detail::format_array(x, {});
}

std::ostream &operator<<(std::ostream &out, const Array &x) { return out << to_string(x); }

}  // namespace fluxion

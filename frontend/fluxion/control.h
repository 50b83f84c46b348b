// Control flow over values that are known only at run time. Bodies are functions over trees; what they use from outside
// is passed in unseen.
#pragma once
#include <fluxion/ops.h>
#include <fluxion/trace.h>

namespace fluxion {

struct WhileOptions {
  /// The loop ends after so many iterations at the latest. With it, there is a reverse derivative. If there may be more
  /// than 16, this keeps the state of about every √max_steps-th iteration and computes what lies between them again:
  /// memory of about 2·√max_steps iterations, for the time of one more forward pass.
  std::optional<int64_t> max_steps = {};
  /// The reverse derivative keeps what it needs of each of `max_steps` iterations, done or not, and computes nothing
  /// again.
  bool keep_all = false;
};

struct ScanOptions {
  bool reverse = false;
  std::optional<int64_t> length = {};  // needed where there are no xs
  /// So many iterations are written out in one of the loop; what is left over is a loop of its own. As many as there
  /// are, or more, leave no loop. Results are the same.
  int64_t unroll = 1;
};

namespace detail {
/// `paths` are those of the leaves of what branches return, of a carry.
Arrays run_case(std::string_view what, const Array &index, const std::vector<Body> &branches, const Arrays &operands,
                const Paths &paths);
Arrays run_while(const Body &condition, const Body &body, const Arrays &carry, const WhileOptions &options,
                 const Paths &paths);
/// carry… and ys….
Arrays run_scan(const Body &body, const Arrays &carry, const Arrays &xs, int64_t length, const ScanOptions &options);
void check_same_types(std::string_view what, const Arrays &got, const Arrays &wanted, const Paths &paths);
}  // namespace detail

/// branches[clamp(index)](operands…). All branches return the same tree of the same types (ShapeError otherwise).
template <class F, class... A>
auto switch_(const Operand &index, const std::vector<F> &branches, const A &...operands) {
  At at(index);
  using R = detail::Result<const F, A...>;
  std::optional<R> pattern;
  std::vector<detail::Body> bodies;
  for (const F &f : branches)
    bodies.push_back([&](const detail::Arrays &tracers) {
      pattern.emplace(at.outside([&] { return detail::apply_with(f, tracers, operands...); }));
      return detail::leaves_of(*pattern);
    });
  detail::Arrays out = detail::run_case("switch_", asarray(index), bodies, detail::leaves_of(operands...),
                                        [&](size_t leaf) { return detail::path_of(*pattern, leaf); });
  return tree::unflatten(*pattern, out);
}

/// on_true(operands…) where the bool scalar `pred` holds, else on_false(operands…); only one is run.
template <class T, class F, class... A>
auto cond(const Operand &pred, T on_true, F on_false, const A &...operands) {
  At at(pred);
  using R = detail::Result<T, A...>;
  static_assert(std::is_same_v<R, detail::Result<F, A...>>, "cond: both branches must return the same type");
  std::optional<R> pattern;
  auto body = [&](auto &f) -> detail::Body {
    return [&](const detail::Arrays &tracers) {
      pattern.emplace(at.outside([&] { return detail::apply_with(f, tracers, operands...); }));
      return detail::leaves_of(*pattern);
    };
  };
  Array p = asarray(pred);
  if (p.dtype() != bool_) fail<DTypeError>(fmt::format("cond: the predicate is {}, not bool[]", to_string(p.type())));
  detail::Arrays out =
      detail::run_case("cond", astype(p, i32), {body(on_false), body(on_true)}, detail::leaves_of(operands...),
                       [&](size_t leaf) { return detail::path_of(*pattern, leaf); });
  return tree::unflatten(*pattern, out);
}

/// while (condition(carry)) carry = body(carry). The carry keeps its types. Forward derivatives are always there,
/// reverse ones with `max_steps`.
template <class C, class B, class T>
T while_loop(C condition, B body, const T &init, WhileOptions options = {},
             std::source_location where = std::source_location::current()) {
  At at(where);
  std::optional<T> pattern;
  detail::Arrays out = detail::run_while(
      [&](const detail::Arrays &tracers) {
        return detail::Arrays{at.outside([&] { return detail::apply_with(condition, tracers, init); })};
      },
      [&](const detail::Arrays &tracers) {
        pattern.emplace(at.outside([&] { return detail::apply_with(body, tracers, init); }));
        return detail::leaves_of(*pattern);
      },
      detail::leaves_of(init), options, [&](size_t leaf) { return detail::path_of(*pattern, leaf); });
  return tree::unflatten(*pattern, out);
}

/// (carry, ys): body(carry, x) -> pair(carry, y), over the leading axis of xs; ys are stacked.
template <class B, class C, class X>
auto scan(B body, const C &init, const X &xs, ScanOptions options = {},
          std::source_location where = std::source_location::current()) {
  At at(where);
  using R = detail::Result<B, C, X>;  // pair<C, Y>
  std::optional<R> pattern;
  detail::Arrays carry = detail::leaves_of(init), sequences = detail::leaves_of(xs);
  int64_t length = options.length.value_or(-1);
  for (const Array &x : sequences) {
    if (x.ndim() == 0) fail<ShapeError>("scan: a scalar has no axis to scan over");
    if (length >= 0 && x.shape(0) != length)
      fail<ShapeError>(
          fmt::format("scan: the leading sizes differ: {} ({} vs {})", to_string(x.type()), x.shape(0), length));
    length = x.shape(0);
  }
  if (length < 0) fail<ShapeError>("scan: there is nothing to scan over: give options.length");
  detail::Arrays out = detail::run_scan(
      [&](const detail::Arrays &tracers) {
        pattern.emplace(at.outside([&] { return detail::apply_with(body, tracers, init, xs); }));
        detail::check_same_types("scan: the body's carry", detail::leaves_of(pattern->first), carry,
                                 [&](size_t leaf) { return detail::path_of(pattern->first, leaf); });
        return detail::leaves_of(*pattern);
      },
      carry, sequences, length, options);
  return tree::unflatten(*pattern, out);
}

/// carry = body(i, carry) for i in [lower, upper), i an i32 scalar. It has a reverse derivative.
template <class B, class T>
T fori_loop(int64_t lower, int64_t upper, B body, const T &init,
            std::source_location where = std::source_location::current()) {
  At at(where);
  auto step = [&](const T &carry, const Array &i) {
    return std::pair(at.outside([&] { return body(i, carry); }), std::tuple<>());
  };
  Array counts = arange(std::max<int64_t>(0, upper - lower)) + lower;
  return scan(step, init, counts).first;
}

/// f over the leading axis of xs, one example after the other.
template <class F, class X>
auto map(F f, const X &xs, std::source_location where = std::source_location::current()) {
  At at(where);
  auto step = [&](const std::tuple<> &, const X &x) {
    X copy = x;
    return std::pair(std::tuple<>(), at.outside([&] { return f(std::move(copy)); }));
  };
  return scan(step, std::tuple<>(), xs).second;
}

}  // namespace fluxion

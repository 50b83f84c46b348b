// Functions that are defined by an equation: their derivatives are those of the solution, whatever finds it.
#pragma once
#include <fluxion/custom.h>

namespace fluxion {

struct LinearSolveOptions {
  bool symmetric = false;  // A is its own transpose: `solve` serves for both
  bool has_aux = false;    // deduced: solve returns pair(x, more)
};

namespace detail {

struct LinearSolve {
  Body matvec, solve, transpose_solve;  // the last one may be empty
  bool symmetric = false;
};
Arrays run_linear_solve(const LinearSolve &s, const Arrays &b);

struct Root {
  Body f;        // x -> f(x)
  Body solve;    // guess -> x, more
  Body tangent;  // x, ḟ -> ẋ, for the f linearised at x: −ẋ solves f′(x)·ẋ = ḟ
};
Arrays run_root(const Root &r, const Arrays &guess);

struct NoSolver {};

// What a solver returned: the solution alone, or with more.
template <class T, class R>
const T &solution_of(const R &r) {
  if constexpr (std::is_same_v<R, T>)
    return r;
  else
    return std::get<0>(r);
}

}  // namespace detail

/// x with A·x = b, where A is the linear function `matvec` and `solve(matvec, b)` finds x by whatever means. Any tree
/// of floats serves as x and b.
///
/// Derivatives in b, and in the arrays that matvec uses from outside, are those of the solution: forward mode solves
/// A·ẋ = ḃ − Ȧ·x by `solve`, reverse mode Aᵀ·c = x̄ by `transpose_solve(vecmat, c)`, or by `solve` if the matrix is
/// symmetric. With solve returning pair(x, more), so does this; `more` is not differentiated.
/// Errors  Error in reverse mode if there is no transpose_solve; ShapeError if types differ.
/// Source  JAX's custom_linear_solve.
template <class A, class T, class S, class ST = detail::NoSolver>
auto custom_linear_solve(A matvec, const T &b, S solve, ST transpose_solve = {}, LinearSolveOptions options = {}) {
  using R = std::remove_cvref_t<std::invoke_result_t<S &, A &, const T &>>;
  if (!detail::is_tracing()) return R(solve(matvec, b));
  std::optional<R> pattern;
  auto tree_of = [&](const detail::Arrays &leaves) {
    size_t next = 0;
    auto take = [&](const Array &) { return leaves[next++]; };
    return tree::rebuild(b, take);
  };
  detail::LinearSolve op;
  op.symmetric = options.symmetric;
  op.matvec = [&](const detail::Arrays &x) { return detail::leaves_of(matvec(tree_of(x))); };
  op.solve = [&](const detail::Arrays &x) {
    pattern.emplace(solve(matvec, tree_of(x)));
    return detail::leaves_of(*pattern);
  };
  if constexpr (!std::is_same_v<ST, detail::NoSolver>)
    op.transpose_solve = [&](const detail::Arrays &x) {
      T c = tree_of(x);
      auto vecmat = [&](const T &y) { return std::get<0>(linear_transpose(matvec, y)(y)); };
      auto found = transpose_solve(vecmat, c);
      return detail::leaves_of(detail::solution_of<T>(found));
    };
  detail::Arrays out = detail::run_linear_solve(op, detail::leaves_of(b));
  return tree::unflatten(*pattern, out);
}

/// x with f(x) = 0, found by `solve(f, guess)` by whatever means.
///
/// Derivatives in the arrays that f uses from outside come from the implicit function theorem: ẋ = −f′(x)⁻¹·ḟ, where
/// `tangent_solve(g, y)` gives z with g(z) = y for the linear function g = f′(x). For one unknown that is `y / g(1)`.
/// Reverse mode transposes tangent_solve. The guess has no derivative. With solve returning pair(x, more), so does
/// this. Source  JAX's custom_root.
template <class F, class T, class S, class TS>
auto custom_root(F f, const T &guess, S solve, TS tangent_solve) {
  using R = std::remove_cvref_t<std::invoke_result_t<S &, F &, const T &>>;
  if (!detail::is_tracing()) return R(solve(f, guess));
  std::optional<R> pattern;
  const size_t count = detail::leaves_of(guess).size();
  auto tree_of = [&](const detail::Arrays &leaves, size_t from) {
    auto take = [&](const Array &) { return leaves[from++]; };
    return tree::rebuild(guess, take);
  };
  detail::Root root;
  root.f = [&](const detail::Arrays &x) { return detail::leaves_of(f(tree_of(x, 0))); };
  root.solve = [&](const detail::Arrays &x) {
    pattern.emplace(solve(f, tree_of(x, 0)));
    return detail::leaves_of(*pattern);
  };
  root.tangent = [&](const detail::Arrays &x) {
    auto linear = std::get<1>(linearize(f, tree_of(x, 0)));
    T found = tangent_solve([&](const T &y) { return linear(y); }, tree_of(x, count));
    return detail::leaves_of(tree::map([](const Array &a) { return -a; }, found));
  };
  detail::Arrays out = detail::run_root(root, detail::leaves_of(guess));
  return tree::unflatten(*pattern, out);
}

}  // namespace fluxion

// check_operation: the rules of an operation against one another and against differences.
#include <cmath>

#include "fluxion/jit.h"
#include "fluxion/numeric.h"
#include "fluxion/ops.h"
#include "fluxion/shaping.h"
#include "frontend/operation_state.h"

namespace fluxion {
namespace {

using Arrays = detail::Arrays;

// Numbers of both signs, as large as 1, that differ by element and by `seed`.
Array pattern(const Array &like, double seed) {
  return cos(reshape(iota({like.size()}, 0).astype(f64), like.shape().sizes()) * 1.7 + seed).astype(like.dtype());
}

double dot(const Arrays &a, const Arrays &b) {
  double total = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    const std::vector<double> x = a[i].astype(f64).to_vector<double>(), y = b[i].astype(f64).to_vector<double>();
    for (size_t k = 0; k < x.size(); ++k) total += x[k] * y[k];
  }
  return total;
}

Arrays combine(const Arrays &a, double factor, const Arrays &b) {
  Arrays out;
  for (size_t i = 0; i < a.size(); ++i) out.push_back((a[i] * factor + b[i]).astype(a[i].dtype()));
  return out;
}

class Checker {
 public:
  Checker(const Operation &op, const Arrays &arguments, CheckOperationOptions options)
      : op_(op), state_(*detail::find_operation(op.name())), all_(arguments), options_(options) {
    DType narrowest = f64;
    for (size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].is_traced()) refuse("the arguments", "they have to be concrete arrays");
      if (!is_inexact(all_[i].dtype())) continue;
      floats_.push_back(i);
      if (all_[i].dtype() != f64 && all_[i].dtype() != c128) narrowest = f32;
    }
    if (narrowest == f64)
      options_.rtol = std::min(options_.rtol, 1e-5), options_.atol = std::min(options_.atol, 1e-6),
      options_.eps = std::min(options_.eps, 1e-5);
    exact_ = narrowest == f64 ? 1e-9 : 1e-4;
  }

  void run() {
    check_function();
    check_linear_in();
    const bool derivative = state_.jvp.call || state_.vjp.call || state_.function.call;
    if (options_.derivatives && derivative && !floats_.empty() && !values(inputs()).empty()) {
      check_linearity();
      check_differences();
      check_transpose();
    }
    if (options_.batching && (state_.batching != OperationBatching::none || state_.function.call)) check_vmap();
  }

 private:
  [[noreturn]] void refuse(std::string_view rule, const std::string &why) const {
    fail<Error>(fmt::format("check_operation: '{}': {}: {}", op_.name(), rule, why));
  }

  // The rule that forward derivatives come from.
  const char *forward_rule() const {
    return state_.jvp.call ? "the jvp rule" : state_.vjp.call ? "the vjp rule" : "the function";
  }
  const char *reverse_rule() const {
    return state_.vjp.call ? "the vjp rule" : state_.jvp.call ? "the jvp rule" : "the function";
  }

  Arrays call(const Arrays &all) const { return op_.all(std::vector<Operand>(all.begin(), all.end())); }

  Arrays inputs() const {
    Arrays out;
    for (size_t i : floats_) out.push_back(all_[i]);
    return out;
  }

  // The floating-point results as a function of the floating-point operands.
  Arrays values(const Arrays &x) const {
    Arrays all = all_, out;
    for (size_t i = 0; i < floats_.size(); ++i) all[floats_[i]] = x[i];
    for (const Array &y : call(all))
      if (is_inexact(y.dtype())) out.push_back(y);
    return out;
  }

  Arrays directions(const Arrays &like, double seed) const {
    Arrays out;
    for (const Array &a : like) out.push_back(pattern(a, seed += 0.9));
    return out;
  }
  // A direction in which only operand `only` moves.
  Arrays direction_of(size_t only, double seed) const {
    Arrays out = directions(inputs(), seed);
    for (size_t i = 0; i < out.size(); ++i)
      if (i != only) out[i] = zeros_like(out[i]);
    return out;
  }

  Arrays forward(const Arrays &v) const {
    auto f = [this](const Arrays &x) { return values(x); };
    return std::get<1>(fluxion::jvp(f, std::tuple(inputs()), std::tuple(v)));
  }
  Arrays reverse(const Arrays &w) const {
    auto f = [this](const Arrays &x) { return values(x); };
    auto [y, pullback] = fluxion::vjp(f, inputs());
    return std::get<0>(pullback(w));
  }

  void compare(std::string_view rule, std::string_view what, const Arrays &got, const Arrays &wanted, double rtol,
               double atol) const {
    if (got.size() != wanted.size())
      refuse(rule, fmt::format("{}: {} arrays instead of {}", what, got.size(), wanted.size()));
    for (size_t r = 0; r < got.size(); ++r) {
      if (!(got[r].type() == wanted[r].type()))
        refuse(rule, fmt::format("{}: {} instead of {}", what, to_string(got[r].type()), to_string(wanted[r].type())));
      const DType wide = is_complex(got[r].dtype()) ? c128 : f64;
      compare_elements(rule, what, got[r].astype(wide), wanted[r].astype(wide), rtol, atol);
    }
  }

  void compare_elements(std::string_view rule, std::string_view what, const Array &got, const Array &wanted,
                        double rtol, double atol) const {
    const std::vector<double> difference = abs(got - wanted).to_vector<double>(),
                              size = abs(wanted).to_vector<double>();
    for (size_t i = 0; i < difference.size(); ++i)
      if (!(difference[i] <= atol + rtol * size[i]) && !(std::isnan(size[i]) && std::isnan(difference[i])))
        refuse(rule, fmt::format("{}: element {} is {:.6g} instead of {:.6g}", what, i, got.to_vector<double>()[i],
                                 wanted.to_vector<double>()[i]));
  }

  void check_function() const {
    if (!state_.function.call || state_.kernels.empty()) return;
    compare("the function", "not what the kernel computes", state_.function.call(0, all_), call(all_), exact_, exact_);
  }

  void check_linear_in() const {
    for (int64_t operand : state_.linear) {
      const auto i = static_cast<size_t>(operand);
      if (operand < 0 || i >= all_.size() || !is_inexact(all_[i].dtype()))
        refuse("linear_in", fmt::format("operand {} is no floating-point operand", operand));
      const Array a = pattern(all_[i], 0.3), b = pattern(all_[i], 2.1);
      auto at = [&](const Array &x) {
        Arrays all = all_;
        all[i] = x;
        return call(all);
      };
      compare("linear_in", fmt::format("not linear in operand {}", operand), at((a * 2 + b).astype(a.dtype())),
              combine(at(a), 2, at(b)), exact_, exact_);
    }
  }

  void check_linearity() const {
    const Arrays v = directions(inputs(), 0.1), u = directions(inputs(), 1.9);
    compare(forward_rule(), "not linear in the tangents", forward(combine(v, 2, u)), combine(forward(v), 2, forward(u)),
            exact_, exact_);
    const Arrays y = values(inputs()), w = directions(y, 0.7), z = directions(y, 2.3);
    compare(reverse_rule(), "not linear in the cotangents", reverse(combine(w, 2, z)),
            combine(reverse(w), 2, reverse(z)), exact_, exact_);
  }

  // (f(x + εv) − f(x − εv)) / 2ε
  void check_differences() const {
    for (size_t i = 0; i < floats_.size(); ++i) {
      const Arrays x = inputs(), v = direction_of(i, 0.4);
      const Arrays up = values(combine(v, options_.eps, x)), down = values(combine(v, -options_.eps, x));
      Arrays wanted;
      for (size_t r = 0; r < up.size(); ++r)
        wanted.push_back(((up[r] - down[r]) / (2 * options_.eps)).astype(up[r].dtype()));
      compare(forward_rule(), fmt::format("the derivative by operand {} is not that of differences", floats_[i]),
              forward(v), wanted, options_.rtol, options_.atol);
    }
  }

  // ⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩
  void check_transpose() const {
    for (const Array &a : all_)
      if (is_complex(a.dtype())) return;  // the product of cotangents is another one
    const Arrays w = directions(values(inputs()), 1.1), back = reverse(w);
    for (size_t i = 0; i < floats_.size(); ++i) {
      const Arrays v = direction_of(i, 0.6);
      const double ahead = dot(w, forward(v)), transposed = dot(back, v);
      if (!(std::abs(ahead - transposed) <= exact_ * (1 + std::abs(ahead) + std::sqrt(dot(w, w) * dot(v, v)))))
        refuse(reverse_rule(),
               fmt::format("by operand {} it is not the transpose of the forward derivative: ⟨w, J·v⟩ is "
                           "{:.6g}, ⟨Jᵀ·w, v⟩ is {:.6g}",
                           floats_[i], ahead, transposed));
    }
  }

  // Three examples near the arguments, those of `moving` operands mapped.
  void check_vmap(const std::vector<bool> &moving, std::string_view which) const {
    constexpr int kExamples = 3;
    Arrays stacked;
    std::vector<Arrays> each(kExamples, all_), one_by_one;
    for (size_t i = 0; i < all_.size(); ++i) {
      if (!moving[i]) continue;
      Arrays examples;
      for (int k = 0; k < kExamples; ++k) {
        Array &x = each[static_cast<size_t>(k)][i];
        if (is_inexact(x.dtype())) x = (x + pattern(x, 0.2 + k) * (0.01 * k)).astype(x.dtype());
        examples.push_back(x);
      }
      stacked.push_back(stack(examples));
    }
    auto f = [&](const Arrays &mapped) {
      Arrays all = all_;
      size_t next = 0;
      for (size_t i = 0; i < all.size(); ++i)
        if (moving[i]) all[i] = mapped[next++];
      return call(all);
    };
    const Arrays got = fluxion::vmap(f)(stacked);
    std::vector<Arrays> results(got.size());
    for (const Arrays &example : each) {
      const Arrays y = call(example);
      for (size_t r = 0; r < y.size(); ++r) results[r].push_back(y[r]);
    }
    Arrays wanted;
    for (const Arrays &r : results) wanted.push_back(stack(r));
    compare("vmap", fmt::format("mapped over {} it is not what calls for each example give", which), got, wanted,
            exact_, exact_);
  }

  void check_vmap() const {
    check_vmap(std::vector<bool>(all_.size(), true), "all operands");
    for (size_t i = 0; all_.size() > 1 && i < all_.size(); ++i) {
      std::vector<bool> moving(all_.size());
      moving[i] = true;
      check_vmap(moving, fmt::format("operand {}", i));
    }
  }

  const Operation &op_;
  const detail::OperationState &state_;
  Arrays all_;
  CheckOperationOptions options_;
  std::vector<size_t> floats_;
  double exact_;
};

}  // namespace

void check_operation(const Operation &op, const std::vector<Array> &arguments, CheckOperationOptions options) {
  Checker(op, arguments, options).run();
}

}  // namespace fluxion

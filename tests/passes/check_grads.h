// Checks the derivatives of a function of fx ops against the function itself, by the reference interpreter in f64.
#pragma once
#include <cmath>

#include "tests/passes/program.h"

namespace fluxion::passes {

/// How a function's arguments are sampled, and how far derivatives are followed.
struct Check {
  double lo = -2, hi = 2;  // floats
  int64_t integers = 4;    // integers lie in [0, integers)
  int order = 2;
  double tolerance = 1e-5;
  bool reverse = true;
  std::vector<Range> ranges = {};  // of the first arguments, where they differ
  std::vector<int64_t> wrt = {};   // arguments by which it is differentiated; none: all floats
};

/// Of f64, or the parts of c128 in turn.
inline std::vector<double> numbers(const HostArray &x) {
  std::vector<double> values(x.bytes.size() / sizeof(double));
  std::memcpy(values.data(), x.bytes.data(), x.bytes.size());
  return values;
}

/// Σ a·b; of complex numbers the real part, for which complex derivatives are transposed, not conjugated.
inline double dot(const Arrays &a, const Arrays &b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    auto x = numbers(a[i]), y = numbers(b[i]);
    const bool complex = is_complex(a[i].type.dtype);
    for (size_t j = 0; j < x.size(); ++j) sum += (complex && j % 2 == 1 ? -1 : 1) * x[j] * y[j];
  }
  return sum;
}

class GradChecker {
 public:
  explicit GradChecker(const Check &check) : check_(check) {}

  void run(mlir::func::FuncOp f, int order) {
    primal_ = f.getNumArguments();
    follow(f, order);
  }

 private:
  void follow(mlir::func::FuncOp f, int order) {
    Arrays x;
    for (auto [i, type] : llvm::enumerate(f.getArgumentTypes())) x.push_back(sample(type, rangeOf(i), random_));
    std::vector<int64_t> wrt = wide(f.getArgumentTypes()), outs = inexact(f.getResultTypes());
    if (!check_.wrt.empty())  // and the tangents, or cotangents, of a derivative
      llvm::erase_if(wrt, [&](int64_t i) { return i < primal_ && !llvm::is_contained(check_.wrt, i); });
    Arrays v, w;
    for (int64_t i : wrt) v.push_back(sample(f.getArgumentTypes()[i], {-1, 1}, random_));
    for (int64_t i : outs) w.push_back(sample(f.getResultTypes()[i], {-1, 1}, random_));

    auto forward = jvp(f, wrt);
    ASSERT_TRUE(succeeded(forward));
    Arrays y = evaluate(f, x), both = evaluate(**forward, joined(x, v));
    ASSERT_EQ(both.size(), y.size() + outs.size());
    for (size_t i = 0; i < y.size(); ++i) EXPECT_EQ(both[i].bytes, y[i].bytes) << "jvp changes result " << i;
    Arrays tangents(both.begin() + static_cast<long>(y.size()), both.end());
    expectNear(tangents, differences(f, x, v, wrt, outs), "jvp and central differences");
    if (check_.reverse) checkReverse(f, wrt, joined(x, w), y, tangents, v, w);
    if (testing::Test::HasFailure()) FAIL() << show(f) << show(**forward);
    if (order > 1) follow(**forward, order - 1);
    if (order > 1 && check_.reverse) follow(**vjp(f, wrt), order - 1);
  }

  void checkReverse(mlir::func::FuncOp f, const std::vector<int64_t> &wrt, const Arrays &xw, const Arrays &y,
                    const Arrays &tangents, const Arrays &v, const Arrays &w) {
    auto backward = vjp(f, wrt);
    auto parts = linearize(f, wrt);
    ASSERT_TRUE(succeeded(backward) && succeeded(parts));
    Arrays gradients = evaluate(**backward, xw);
    ASSERT_EQ(gradients.size(), y.size() + wrt.size());
    for (size_t i = 0; i < y.size(); ++i) EXPECT_EQ(gradients[i].bytes, y[i].bytes) << "vjp changes result " << i;
    gradients.erase(gradients.begin(), gradients.begin() + static_cast<long>(y.size()));
    double forwardDot = dot(w, tangents), backwardDot = dot(gradients, v);
    EXPECT_NEAR(forwardDot, backwardDot, 1e-9 * (1 + std::abs(forwardDot))) << "⟨w, J·v⟩ and ⟨Jᵀ·w, v⟩";

    // linearize splits that same derivative.
    Arrays x(xw.begin(), xw.end() - static_cast<long>(w.size()));
    Arrays residuals = evaluate(*parts->known, x);
    residuals.erase(residuals.begin(), residuals.begin() + static_cast<long>(y.size()));
    expectNear(evaluate(*parts->linear, joined(residuals, v)), tangents, "linearize and jvp");
    auto transposed = transpose(*parts->linear, static_cast<int64_t>(residuals.size()));
    ASSERT_TRUE(succeeded(transposed));
    expectNear(evaluate(**transposed, joined(residuals, w)), gradients, "transpose and vjp");
    if (testing::Test::HasFailure())
      FAIL() << show(**backward) << show(*parts->known) << show(*parts->linear) << show(**transposed);
  }

  static std::vector<int64_t> wide(mlir::TypeRange types) {
    std::vector<int64_t> result = inexact(types);
    llvm::erase_if(result, [&](int64_t i) {
      const DType d = ir::shapeDtypeOf(types[static_cast<size_t>(i)]).dtype;
      return d != DType::f64 && d != DType::c128;
    });
    return result;
  }

  Range rangeOf(size_t argument) const {
    if (argument < check_.ranges.size()) return check_.ranges[argument];
    return {check_.lo, check_.hi, 0, check_.integers - 1};
  }

  // (f(x + hv) − f(x − hv)) / 2h of the floating-point results
  static Arrays differences(mlir::func::FuncOp f, const Arrays &x, const Arrays &v, const std::vector<int64_t> &wrt,
                            const std::vector<int64_t> &outs) {
    const double h = 1e-5;
    Arrays above = evaluate(f, moved(x, v, wrt, h)), below = evaluate(f, moved(x, v, wrt, -h)), result;
    for (int64_t i : outs) {
      auto a = numbers(above[static_cast<size_t>(i)]), b = numbers(below[static_cast<size_t>(i)]);
      HostArray &d = result.emplace_back(HostArray{above[static_cast<size_t>(i)].type, {}});
      for (size_t j = 0; j < a.size(); ++j) append(d, (a[j] - b[j]) / (2 * h));
    }
    return result;
  }
  static Arrays moved(Arrays x, const Arrays &v, const std::vector<int64_t> &wrt, double h) {
    for (size_t k = 0; k < wrt.size(); ++k) {
      HostArray &array = x[static_cast<size_t>(wrt[k])];
      auto values = numbers(array), step = numbers(v[k]);
      for (size_t j = 0; j < values.size(); ++j) values[j] += h * step[j];
      std::memcpy(array.bytes.data(), values.data(), array.bytes.size());
    }
    return x;
  }

  void expectNear(const Arrays &a, const Arrays &b, const char *what) {
    ASSERT_EQ(a.size(), b.size()) << what;
    for (size_t i = 0; i < a.size(); ++i) {
      auto x = numbers(a[i]), y = numbers(b[i]);
      for (size_t j = 0; j < x.size(); ++j)
        ASSERT_NEAR(x[j], y[j], check_.tolerance * (1 + std::abs(y[j])))
            << what << ", result " << i << ", element " << j;
    }
  }

  const Check &check_;
  int64_t primal_ = 0;  // arguments of the function that is not yet a derivative
  std::mt19937_64 random_{7};
};

/// Checks `func.func @f` followed by `text`: jvp against differences, vjp against jvp, linearize and transpose against
/// both, and the same of jvp and vjp, up to the given order.
inline void checkGrads(const std::string &text, const Check &check = {}) {
  SCOPED_TRACE(text);
  Program program(text);
  ASSERT_TRUE(program.f);
  GradChecker(check).run(program.f, check.order);
}

}  // namespace fluxion::passes

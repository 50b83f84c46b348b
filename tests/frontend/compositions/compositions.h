// Every composition, three deep, of jit, grad, jvp and vmap with a function. Each is compared with what the next
// shorter one computes: derivatives with central differences of it, batches with its examples one by one, jit with it
// alone; and with all other compositions that mean the same, of which there are many, since
//
// - all derivatives go in one direction u, and where results are no scalar it is ⟨w, f⟩ that grad takes the gradient
// of.
//   A gradient is weighted by u again, so that every order k with a grad in it is D^k⟨w, f⟩[u, …, u, ·], whichever of
//   the k is forward and whichever reverse;
// - examples do not see one another, so it does not matter where in a composition vmap stands.
//
// Each test runs twice: FLUXION_DEVICE=reference interprets everything; without it, for each function a few
// compositions are compiled, or all with FLUXION_ALL_COMPOSITIONS=1.
#pragma once
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <regex>

namespace fluxion::compositions {

using Function = std::function<Array(const Array &)>;

/// Compositions that are refused: those of which the name, as "jit grad vmap", outermost first, matches.
struct Refusal {
  const char *compositions, *message;
};

/// A function of one f64 array, and where it is looked at: at different numbers between `lo` and `hi`, spread evenly.
struct Case {
  const char *name;
  Function f;
  Shape shape;
  double lo = -1, hi = 1;
  std::vector<Refusal> refused = {};
  double tolerance = 1e-7;  // of differences, relative to 1 and to the greatest number
};
inline void PrintTo(const Case &c, std::ostream *out) { *out << c.name; }

using Numbers = std::vector<double>;

/// The same for every example of `unit` numbers.
inline Array pattern(const Shape &shape, int64_t unit) {
  Numbers values(static_cast<size_t>(shape.count()));
  for (size_t k = 0; k < values.size(); ++k)
    values[k] = std::cos(1.7 * static_cast<double>(k % static_cast<size_t>(unit)) + 0.4) + 0.15;
  return from_vector(values, shape);
}

/// 2^batches examples. Numbers of one example are apart by a good part of (hi − lo)/n, in an order of no meaning.
inline Array sample(const Case &c, int batches) {
  const int64_t n = c.shape.count();
  std::vector<int64_t> sizes(static_cast<size_t>(batches), 2);
  sizes.insert(sizes.end(), c.shape.begin(), c.shape.end());
  Numbers values;
  uint32_t random = 12345;
  auto next = [&] { return random = random * 1664525u + 1013904223u, (random >> 8) / 16777216.0; };
  for (int64_t example = 0; example < int64_t{1} << batches; ++example) {
    std::vector<int64_t> order(static_cast<size_t>(n));
    for (size_t i = 0; i < order.size(); ++i) {
      order[i] = static_cast<int64_t>(i);
      std::swap(order[i], order[static_cast<size_t>(next() * static_cast<double>(i + 1))]);
    }
    for (int64_t place : order)
      values.push_back(c.lo +
                       (c.hi - c.lo) * (static_cast<double>(place) + 0.3 + 0.4 * next()) / static_cast<double>(n));
  }
  return from_vector(values, Shape(std::move(sizes)));
}

enum class Transform { jit, grad, jvp, vmap };
constexpr Transform kTransforms[] = {Transform::jit, Transform::grad, Transform::jvp, Transform::vmap};
inline const char *name_of(Transform t) {
  constexpr const char *kNames[] = {"jit", "grad", "jvp", "vmap"};
  return kNames[static_cast<int>(t)];
}

/// A function and the transformations that made it.
struct Composed {
  Function f;
  std::string name = {};
  int64_t unit = 1;  // numbers in a result of one example
  int batches = 0, order = 0;
  bool reverse = false;
};

inline Composed apply(Transform t, const Composed &inner, int64_t unit) {
  Composed out = inner;
  out.name = name_of(t) + (inner.name.empty() ? "" : " " + inner.name);
  switch (t) {
    case Transform::jit:
      out.f = jit(inner.f);
      break;
    case Transform::grad:
      out.f = grad([f = inner.f, units = inner.unit](const Array &x) {
        Array y = f(x);
        return sum(y * pattern(y.shape(), units));
      });
      out.unit = unit;
      ++out.order, out.reverse = true;
      break;
    case Transform::jvp:
      out.f = [f = inner.f, unit](const Array &x) {
        return std::get<1>(jvp(f, std::tuple(x), std::tuple(pattern(x.shape(), unit))));
      };
      ++out.order;
      break;
    case Transform::vmap:
      out.f = vmap(inner.f);
      ++out.batches;
      break;
  }
  return out;
}

class Checker {
 public:
  explicit Checker(const Case &c) : case_(c), n_(c.shape.count()) {}

  void all() {
    const Composed f = plain();
    if (f.f) all(f, 3);
  }
  /// Only those of kTransforms[i], [j], [k] with i + 4·j + 16·k = number, outermost first.
  void one(int number) {
    Composed f = plain();
    if (!f.f) return;
    for (int deep = 2; deep > 0; --deep) f = apply(kTransforms[number >> 2 * deep & 3], f, n_);
    if (!refusal(f)) checked(f, kTransforms[number & 3]);
  }

 private:
  Composed plain() {
    Composed f{case_.f};
    const Numbers y = value(f, sample(case_, 0));
    f.unit = static_cast<int64_t>(y.size());
    for (double v : y)
      if (!std::isfinite(v)) ADD_FAILURE() << "not finite";
    return y.empty() ? Composed{} : f;
  }

  void all(const Composed &f, int deep) {
    for (Transform t : kTransforms) {
      const Composed made = checked(f, t);
      if (deep > 1 && !refusal(made)) all(made, deep - 1);
    }
  }

  Composed checked(const Composed &inner, Transform t) {
    const Composed f = apply(t, inner, n_);
    const Array x = sample(case_, f.batches);
    if (const Refusal *refused = refusal(f)) {
      expectRefused(f, x, *refused);
      return f;
    }
    const Numbers y = value(f, x);
    if (y.empty()) return f;
    near(y, meant_.try_emplace({f.batches, f.order, f.reverse}, y).first->second, 1e-9, f.name,
         "one that means the same");
    switch (t) {
      case Transform::jit:
        near(y, value(inner, x), 1e-12, f.name, "no jit");
        break;
      case Transform::grad:
        gradient(f, inner, x, y);
        break;
      case Transform::jvp:
        near(y, differences(inner, x, pattern(x.shape(), n_)), case_.tolerance, f.name, "differences");
        break;
      case Transform::vmap:
        near(y, examples(inner, x), 1e-12, f.name, "its examples");
        break;
    }
    return f;
  }

  const Refusal *refusal(const Composed &f) const {
    for (const Refusal &r : case_.refused)
      if (std::regex_match(f.name, std::regex(r.compositions))) return &r;
    return nullptr;
  }
  void expectRefused(const Composed &f, const Array &x, const Refusal &refused) {
    try {
      f.f(x);
      ADD_FAILURE() << f.name << ": not refused: \"" << refused.message << "\"";
    } catch (const Error &e) {
      EXPECT_NE(std::string(e.what()).find(refused.message), std::string::npos) << f.name << ": " << e.what();
    }
  }

  // Nothing after an error, which is a failure of the test.
  static Numbers value(const Composed &f, const Array &x) {
    try {
      return f.f(x).to_vector<double>();
    } catch (const std::exception &e) {
      ADD_FAILURE() << f.name << ": " << e.what();
      return {};
    }
  }
  static double greatest(const Numbers &x) {
    double most = 1;
    for (double v : x) most = std::max(most, std::abs(v));
    return most;
  }
  static void near(const Numbers &got, const Numbers &want, double tolerance, const std::string &name,
                   const char *what) {
    ASSERT_EQ(got.size(), want.size()) << name << " and " << what;
    const double scale = tolerance * greatest(want);
    for (size_t i = 0; i < got.size(); ++i)
      ASSERT_NEAR(got[i], want[i], scale) << name << " and " << what << ", element " << i;
  }

  // (8·(f(x + hv) − f(x − hv)) − (f(x + 2hv) − f(x − 2hv)))/12h
  static Numbers differences(const Composed &f, const Array &x, const Array &v) {
    constexpr double h = 1.0 / 1024;
    const Composed fast{jit(f.f), f.name};
    Numbers sum;
    for (auto [step, weight] : {std::pair(1, 8), {-1, -8}, {2, -1}, {-2, 1}}) {
      const Numbers y = value(fast, x + v * (step * h));
      sum.resize(y.size());
      for (size_t i = 0; i < y.size(); ++i) sum[i] += weight * y[i] / (12 * h);
    }
    return sum;
  }

  // A first gradient by each coordinate, of a single example; others in one direction, since they have to be equal to
  // what forward mode gives in all.
  void gradient(const Composed &f, const Composed &inner, const Array &x, const Numbers &y) {
    const bool each = f.order == 1 && f.batches == 0;
    for (int64_t k = 0; k < (each ? n_ : 1); ++k) {
      Numbers v = pattern(x.shape(), n_).to_vector<double>();
      for (size_t i = 0; i < v.size() && each; ++i) v[i] = static_cast<int64_t>(i) == k;
      const Numbers d = differences(inner, x, from_vector(v, x.shape()));
      const Numbers w = pattern(Shape{static_cast<int64_t>(d.size())}, inner.unit).to_vector<double>();
      near({dot(y, v)}, {dot(d, w)}, case_.tolerance * greatest(y), f.name, "differences");
    }
  }
  static double dot(const Numbers &a, const Numbers &b) {
    double sum = 0;
    for (size_t i = 0; i < a.size() && i < b.size(); ++i) sum += a[i] * b[i];
    return sum;
  }

  static Numbers examples(const Composed &f, const Array &x) {
    const Composed fast{jit(f.f), f.name};
    Numbers all;
    for (int64_t i = 0; i < x.shape(0); ++i) {
      const Numbers one = value(fast, x[i]);
      all.insert(all.end(), one.begin(), one.end());
    }
    return all;
  }

  const Case &case_;
  int64_t n_;
  std::map<std::tuple<int, int, bool>, Numbers> meant_;
};

class Compositions : public testing::TestWithParam<Case> {};

TEST_P(Compositions, Agree) {
  const Case &c = GetParam();
  const char *device = std::getenv("FLUXION_DEVICE");
  if ((device && std::string(device) == "reference") || std::getenv("FLUXION_ALL_COMPOSITIONS"))
    return Checker(c).all();
  // Different ones for each function.
  int number = 0;
  for (const char *p = c.name; *p; ++p) number = number * 31 + *p;
  for (int i = 0; i < 6; ++i) Checker(c).one((number + i * 27) & 63);
}

/// In a file with its own cases: `FLUXION_COMPOSITIONS(Elementwise, kCases);`
#define FLUXION_COMPOSITIONS(FAMILY, CASES)                                \
  INSTANTIATE_TEST_SUITE_P(FAMILY, Compositions, testing::ValuesIn(CASES), \
                           [](const auto &info) { return std::string(info.param.name); })

}  // namespace fluxion::compositions

#include "tools/fluxion-run/compare.h"

#include <fmt/format.h>

#include <cmath>
#include <complex>

namespace fluxion::tools {
namespace {

// Records the error of one number; whether it is within the tolerance.
bool isClose(double got, double wanted, Tolerance tolerance, Comparison &result) {
  if (std::isnan(got) || std::isnan(wanted)) return std::isnan(got) && std::isnan(wanted);
  if (std::isinf(got) || std::isinf(wanted)) return got == wanted;
  const double error = std::fabs(got - wanted);
  result.max_abs_err = std::max(result.max_abs_err, error);
  if (wanted != 0) result.max_rel_err = std::max(result.max_rel_err, error / std::fabs(wanted));
  return error <= tolerance.atol + tolerance.rtol * std::fabs(wanted);
}

template <class T>
Tolerance widened(const T *wanted, int64_t n, Tolerance tolerance) {
  double largest = 0;
  for (int64_t i = 0; i < n; ++i)
    if (std::isfinite(std::abs(wanted[i]))) largest = std::max(largest, static_cast<double>(std::abs(wanted[i])));
  return {tolerance.rtol, std::max(tolerance.atol, tolerance.rtol * largest)};
}

template <class T>
std::string asText(T x) {
  if constexpr (std::is_integral_v<T>)
    return fmt::format("{}", x);
  else
    return fmt::format(
        "{:.9g}", static_cast<double>(static_cast<std::conditional_t<std::is_same_v<T, double>, double, float>>(x)));
}

// The number of elements that are off; the first of them is described.
template <class T>
int64_t compareElements(const T *got, const T *wanted, int64_t n, Tolerance tolerance, Comparison &result,
                        std::string &first) {
  int64_t wrong = 0;
  for (int64_t i = 0; i < n; ++i) {
    bool ok;
    if constexpr (std::is_integral_v<T>) {
      ok = got[i] == wanted[i];
      if (!ok)
        result.max_abs_err =
            std::max(result.max_abs_err, std::fabs(static_cast<double>(got[i]) - static_cast<double>(wanted[i])));
    } else {
      using F = std::conditional_t<std::is_same_v<T, double>, double, float>;
      ok = isClose(static_cast<double>(static_cast<F>(got[i])), static_cast<double>(static_cast<F>(wanted[i])),
                   tolerance, result);
    }
    if (!ok && wrong++ == 0) first = fmt::format("element {} is {}, not {}", i, asText(got[i]), asText(wanted[i]));
  }
  return wrong;
}

void compareArrays(size_t number, const HostArray &got, const HostArray &wanted, Tolerance tolerance,
                   Comparison &result) {
  if (!fits(wanted.type, got.type)) {
    result.error = fmt::format("result {} is {}, not {}", number, to_string(got.type), to_string(wanted.type));
    return;
  }
  std::string first;
  const int64_t n = got.type.shape.count();
  const int64_t wrong = visit_dtype(got.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    auto run = [&]<class E>(E, int64_t count, Tolerance t) {
      return compareElements(reinterpret_cast<const E *>(got.bytes.data()),
                             reinterpret_cast<const E *>(wanted.bytes.data()), count, t, result, first);
    };
    if constexpr (std::is_same_v<T, std::complex<float>> || std::is_same_v<T, std::complex<double>>)
      return run(typename T::value_type{}, 2 * n,
                 widened(reinterpret_cast<const T *>(wanted.bytes.data()), n, tolerance));
    else
      return run(zero, n, tolerance);
  });
  if (wrong > 0 && result.error.empty())
    result.error = fmt::format("result {}: {} of {} elements are off: {}", number, wrong, n, first);
}

}  // namespace

Comparison compare(const std::vector<HostArray> &got, const std::vector<HostArray> &wanted,
                   const std::vector<Tolerance> &tolerances) {
  Comparison result;
  if (got.size() != wanted.size())
    result.error = fmt::format("there are {} results, not {}", got.size(), wanted.size());
  if (tolerances.size() != 1 && tolerances.size() != wanted.size())
    result.error = fmt::format("there are tolerances for {} results, not {}", tolerances.size(), wanted.size());
  if (!result.error.empty()) return result;
  for (size_t i = 0; i < got.size(); ++i)
    compareArrays(i, got[i], wanted[i], tolerances[tolerances.size() == 1 ? 0 : i], result);
  return result;
}

}  // namespace fluxion::tools

#include "fluxion/debug.h"

#include <atomic>
#include <cmath>
#include <complex>

#include "frontend/executable_cache.h"

namespace fluxion {
namespace {

std::atomic<bool> nans{false}, infs{false};

template <class T>
bool any_bad(const T *x, int64_t n, trace::Check check) {
  bool nan = false, inf = false;  // no early end: the loop becomes vectors
  for (int64_t i = 0; i < n; ++i) nan |= std::isnan(x[i]), inf |= std::abs(x[i]) == std::numeric_limits<T>::infinity();
  return (check.nan && nan) || (check.inf && inf);
}

}  // namespace

namespace debug {

void check_nans(bool on) { nans.store(on, std::memory_order_relaxed); }
void check_infs(bool on) { infs.store(on, std::memory_order_relaxed); }

Bisection bisect(const std::string &path, const BisectOptions &options) {
  trace::Compiler &compiler = options.compile.plugins.empty() ? detail::compiler() : detail::plugin_compiler();
  trace::Bisection found = compiler.bisect(
      path, {options.function, options.compile.passes, options.compile.plugins, options.seed, options.attempts});
  return {std::move(found.pass), std::move(found.difference), std::move(found.program), std::move(found.skipped)};
}

}  // namespace debug

namespace detail {

trace::Check global_check() { return {nans.load(std::memory_order_relaxed), infs.load(std::memory_order_relaxed)}; }

bool is_bad(const Array &a, trace::Check check) {
  if (!is_inexact(a.dtype())) return false;
  const void *bytes = host_bytes(a, "check", {});
  const int64_t n = a.size();
  return visit_dtype(a.dtype(), [&]<class T>(T) {
    if constexpr (std::is_floating_point_v<T>) {
      return any_bad(static_cast<const T *>(bytes), n, check);
    } else if constexpr (requires { typename T::value_type; }) {
      return any_bad(static_cast<const typename T::value_type *>(bytes), 2 * n, check);
    } else if constexpr (std::is_integral_v<T>) {
      return false;
    } else {  // 16 and 8 bits
      bool bad = false;
      for (int64_t i = 0; i < n; ++i) {
        const auto x = static_cast<float>(static_cast<const T *>(bytes)[i]);
        bad |= any_bad(&x, 1, check);
      }
      return bad;
    }
  });
}

void Compiled::throw_bad(size_t result, std::span<const Array> arguments, trace::Check check) const {
  const char *what = check.nan && check.inf ? "NaN or infinite" : check.nan ? "NaN" : "infinite";
  std::string text = fmt::format("fluxion: check: result {} of '{}', {}, has {} elements", result, program_->name,
                                 to_string(program_->results[result]), what);
  for (size_t i = 0; i < arguments.size(); ++i)
    if (is_bad(arguments[i], check)) throw Error(text + fmt::format("; so has its argument {}", i));
  if (!function_) throw Error(text + "; it was compiled before it was to be checked, so the op is not known");
  std::vector<std::string_view> views;
  for (const Array &a : arguments)
    views.emplace_back(reinterpret_cast<const char *>(a.bytes().data()), a.bytes().size());
  const std::string first = compiler().first_bad(*function_, views, check);
  throw Error(text + "\n  " + (first.empty() ? "run op by op, no op makes the first of them" : first));
}

}  // namespace detail
}  // namespace fluxion

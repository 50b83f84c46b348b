#include "runtime/fft_plan.h"

#include <cmath>
#include <list>
#include <map>
#include <mutex>
#include <numbers>
#include <utility>

namespace fluxion::runtime {
namespace {

constexpr int64_t kMostByPasses = 1 << 16;           // beyond, lanes take too much memory
constexpr int64_t kLeastInHalves = 64;               // below, halves do not fill the lanes
constexpr int64_t kCacheBytes = int64_t{256} << 20;  // of plans that are kept

/// e^(−2πi·k/n), each part rounded once: the angle is brought to the first eighth of the circle in integers.
template <class T>
std::pair<T, T> root(int64_t k, int64_t n) {
  using Wide = std::conditional_t<sizeof(T) == 4, double, long double>;
  k %= n;
  const bool below = 2 * k > n;  // e^(−iφ) = conj e^(−i(2π − φ))
  if (below) k = n - k;
  const bool left = 4 * k > n;  // mirrored at the imaginary axis; in quarters of k from here on
  int64_t quarters = 4 * k;
  if (left) quarters = 2 * n - quarters;
  const bool swapped = 2 * quarters > n;
  if (swapped) quarters = n - quarters;
  const Wide angle = std::numbers::pi_v<Wide> / 2 * static_cast<Wide>(quarters) / static_cast<Wide>(n);
  Wide cosine = std::cos(angle), sine = std::sin(angle);
  if (swapped) std::swap(cosine, sine);
  return {static_cast<T>(left ? -cosine : cosine), static_cast<T>(below ? sine : -sine)};
}

/// The radices of passes, in their order; empty if n has a prime factor that is too large.
std::vector<int64_t> factored(int64_t n) {
  std::vector<int64_t> radices;
  int64_t twos = 0;
  while (n % 2 == 0) n /= 2, ++twos;
  for (; twos >= 3 && twos != 4; twos -= 3) radices.push_back(8);
  for (; twos >= 2; twos -= 2) radices.push_back(4);
  if (twos == 1) radices.push_back(2);
  for (int64_t p = 3; p <= kMostFftRadix; p += 2)
    while (n % p == 0) n /= p, radices.push_back(p);
  if (n > 1) return {};
  if (radices.empty()) radices.push_back(1);
  return radices;
}

template <class T>
void add_passes(FftPlan<T> &plan, const std::vector<int64_t> &radices) {
  std::vector<std::pair<size_t, size_t>> places;
  int64_t current = plan.n, stride = 1;
  const auto put = [&](std::pair<T, T> w) {
    plan.tables.push_back(w.first);
    plan.tables.push_back(w.second);
  };
  for (int64_t radix : radices) {
    const int64_t rest = current / radix;
    const size_t twiddles = plan.tables.size();
    for (int64_t p = 1; p < rest; ++p)
      for (int64_t k = 1; k < radix; ++k) put(root<T>(p * k, current));
    const size_t roots = plan.tables.size();
    for (int64_t j = 0; radix % 2 && j < radix; ++j) {
      const auto [re, im] = root<T>(j, radix);
      put({re, -im});
    }
    places.emplace_back(twiddles, roots);
    plan.passes.push_back({radix, rest, stride});
    current = rest;
    stride *= radix;
  }
  for (size_t i = 0; i < places.size(); ++i) {
    plan.passes[i].twiddles = plan.tables.data() + places[i].first;
    plan.passes[i].roots = plan.tables.data() + places[i].second;
  }
}

/// The divisor of n nearest to its square root, from below; 1 for primes.
int64_t middle_divisor(int64_t n) {
  auto d = static_cast<int64_t>(std::sqrt(static_cast<double>(n)));
  while (n % d != 0) --d;
  return d;
}

template <class T>
void add_halves(FftPlan<T> &plan, int64_t columns, int64_t rows) {
  plan.columns = fft_plan<T>(columns);
  plan.rows = fft_plan<T>(rows);
  while ((int64_t{1} << 2 * plan.low_bits) < columns) ++plan.low_bits;
  const int64_t lanes = fft_kernels<T>().lanes, lows = int64_t{1} << plan.low_bits;
  plan.plane = (rows + lanes - 1) / lanes * lanes;
  const auto fill = [&](std::vector<T> &table, int64_t count, int64_t step) {
    table.assign(static_cast<size_t>(2 * count * plan.plane), T(0));
    for (int64_t b = 0; b < count; ++b)
      for (int64_t j = 0; j < rows; ++j) {
        const auto [re, im] = root<T>(b * step * j, plan.n);
        T *line = table.data() + 2 * b * plan.plane;
        line[j] = re;
        line[plan.plane + j] = im;
      }
  };
  fill(plan.low, lows, 1);
  fill(plan.high, (columns + lows - 1) / lows, lows);
}

/// The least length from `least` on that passes do well: 2ᵃ, 3·2ᵃ or 5·2ᵃ.
int64_t good_length(int64_t least) {
  int64_t best = 1;
  while (best < least) best *= 2;
  for (int64_t odd : {int64_t{3}, int64_t{5}}) {
    int64_t n = odd;
    while (n < least) n *= 2;
    best = std::min(best, n);
  }
  return best;
}

template <class T>
void add_convolution(FftPlan<T> &plan, int64_t m) {
  const int64_t n = plan.n;
  plan.padded = fft_plan<T>(m);
  plan.chirp.resize(static_cast<size_t>(2 * n));
  std::vector<T> kernel(static_cast<size_t>(2 * m));
  int64_t square = 0;  // j² mod 2n
  for (int64_t j = 0; j < n; ++j) {
    const auto [re, im] = root<T>(square, 2 * n);
    square = (square + 2 * j + 1) % (2 * n);
    plan.chirp[static_cast<size_t>(2 * j)] = re;
    plan.chirp[static_cast<size_t>(2 * j + 1)] = im;
    for (int64_t place : {j, (m - j) % m}) {
      kernel[static_cast<size_t>(2 * place)] = re / static_cast<T>(m);  // of the inverse transform
      kernel[static_cast<size_t>(2 * place + 1)] = -im / static_cast<T>(m);
    }
  }
  plan.spectrum.resize(kernel.size());
  fft_line(*plan.padded, kernel.data(), plan.spectrum.data());
}

/// Without the bytes.
FftOutline outline(int64_t n, const std::vector<int64_t> &radices) {
  FftOutline o;
  o.passes = !radices.empty() && n <= kMostByPasses;
  if (!radices.empty() && n >= kLeastInHalves) {
    const int64_t d = middle_divisor(n);
    if (d >= 4 && n / d <= kMostByPasses) o.columns = d, o.rows = n / d;
  }
  if (!o.passes && !o.columns) o.padded = good_length(2 * n - 1);
  return o;
}

template <class T>
std::shared_ptr<const FftPlan<T>> make_plan(int64_t n) {
  auto plan = std::make_shared<FftPlan<T>>();
  plan->n = n;
  const std::vector<int64_t> radices = factored(n);
  const FftOutline o = outline(n, radices);
  if (o.passes) add_passes(*plan, radices);
  if (o.columns) add_halves(*plan, o.columns, o.rows);
  if (o.padded) add_convolution(*plan, o.padded);
  return plan;
}

/// What is asked for often stays; what was not used for the longest time goes first.
template <class Value>
class Cache {
 public:
  using Pointer = std::shared_ptr<const Value>;

  template <class Make, class Bytes>
  Pointer get(int64_t key, Make make, Bytes bytes) {
    if (Pointer found = find(key)) return found;
    Pointer made = make(key);  // outside the lock: it may ask for other plans
    const std::lock_guard lock(mutex_);
    if (places_.contains(key)) return places_[key]->second;
    entries_.emplace_front(key, made);
    places_[key] = entries_.begin();
    total_ += bytes(*made);
    while (total_ > kCacheBytes && entries_.size() > 1) {
      total_ -= bytes(*entries_.back().second);
      places_.erase(entries_.back().first);
      entries_.pop_back();
    }
    return made;
  }

 private:
  Pointer find(int64_t key) {
    const std::lock_guard lock(mutex_);
    const auto place = places_.find(key);
    if (place == places_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, place->second);
    return place->second->second;
  }

  using Entries = std::list<std::pair<int64_t, Pointer>>;
  std::mutex mutex_;
  Entries entries_;  // the last used first
  std::map<int64_t, typename Entries::iterator> places_;
  int64_t total_ = 0;
};

}  // namespace

template <class T>
int64_t FftPlan<T>::bytes() const {
  const size_t numbers = tables.size() + low.size() + high.size() + chirp.size() + spectrum.size();
  return static_cast<int64_t>(numbers * sizeof(T) + sizeof *this);
}

template <class T>
FftOutline fft_outline(int64_t n) {
  const std::vector<int64_t> radices = factored(n);
  FftOutline o = outline(n, radices);
  int64_t numbers = 0;
  if (o.passes) {
    int64_t current = n;
    for (int64_t radix : radices) {
      numbers += 2 * ((current / radix - 1) * (radix - 1) + (radix % 2 ? radix : 0));
      current /= radix;
    }
  }
  if (o.columns) {
    int64_t lows = 1;
    while (lows * lows < o.columns) lows *= 2;
    const int64_t lanes = fft_kernels<T>().lanes, plane = (o.rows + lanes - 1) / lanes * lanes;
    numbers += 2 * plane * (lows + (o.columns + lows - 1) / lows);
    o.bytes += fft_outline<T>(o.columns).bytes;
    if (o.rows != o.columns) o.bytes += fft_outline<T>(o.rows).bytes;
  }
  if (o.padded) {
    numbers += 2 * (n + o.padded);
    o.bytes += fft_outline<T>(o.padded).bytes;
  }
  o.bytes += numbers * static_cast<int64_t>(sizeof(T));
  return o;
}

template <class T>
std::shared_ptr<const FftPlan<T>> fft_plan(int64_t n) {
  static auto *const cache = new Cache<FftPlan<T>>;
  return cache->get(n, make_plan<T>, [](const FftPlan<T> &plan) { return plan.bytes(); });
}

template <class T>
std::shared_ptr<const std::vector<T>> real_factors(int64_t m) {
  static auto *const cache = new Cache<std::vector<T>>;
  const auto make = [](int64_t half) {
    const int64_t count = half / 2 + 1;
    auto factors = std::make_shared<std::vector<T>>(static_cast<size_t>(2 * count));
    for (int64_t k = 0; k < count; ++k) {
      const auto [re, im] = root<T>(k, 2 * half);  // times −i/2
      (*factors)[static_cast<size_t>(k)] = im / 2;
      (*factors)[static_cast<size_t>(count + k)] = -re / 2;
    }
    return factors;
  };
  return cache->get(m, make, [](const std::vector<T> &v) { return static_cast<int64_t>(v.size() * sizeof(T)); });
}

template struct FftPlan<float>;
template struct FftPlan<double>;
template FftOutline fft_outline<float>(int64_t);
template FftOutline fft_outline<double>(int64_t);
template std::shared_ptr<const FftPlan<float>> fft_plan(int64_t);
template std::shared_ptr<const FftPlan<double>> fft_plan(int64_t);
template std::shared_ptr<const std::vector<float>> real_factors(int64_t);
template std::shared_ptr<const std::vector<double>> real_factors(int64_t);

}  // namespace fluxion::runtime

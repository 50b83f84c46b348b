// Convolutions as loops, for what is no matrix product worth the name: few features (depthwise), integers, complex
// numbers, mixed dtypes. A row of results is summed up at a time.
#include <algorithm>
#include <complex>
#include <memory>
#include <type_traits>

#include "runtime/convolution.h"
#include "runtime/thread_pool.h"

namespace fluxion::runtime {
namespace {

template <class T>
inline constexpr bool kComplex = false;
template <class T>
inline constexpr bool kComplex<std::complex<T>> = true;

/// What products with a result of type T are computed in: unsigned integers, which wrap around; bools are bytes.
template <class T>
auto accumulator() {
  if constexpr (std::is_same_v<T, bool>) {
    return uint8_t{};
  } else if constexpr (std::is_integral_v<T>) {
    return std::make_unsigned_t<T>{};
  } else if constexpr (std::is_same_v<T, double> || kComplex<T>) {
    return T{};
  } else {
    return float{};
  }
}
template <class T>
using Accumulator = decltype(accumulator<T>());

template <class T, class A>
A product(A a, A b) {
  if constexpr (std::is_same_v<T, bool>) {
    return a & b;
  } else if constexpr (kComplex<A>) {  // the operator looks for infinities in NaNs
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
  } else if constexpr (sizeof(A) < 4) {
    return static_cast<A>(uint32_t{a} * uint32_t{b});
  } else {
    return a * b;
  }
}
template <class T, class A>
A sum(A a, A b) {
  if constexpr (std::is_same_v<T, bool>) {
    return a | b;
  } else {
    return static_cast<A>(a + b);
  }
}

/// An element as the result's accumulator: numbers as `convert` does, bools by whether they are zero.
template <class T, class From>
Accumulator<T> converted(From x) {
  using A = Accumulator<T>;
  if constexpr (kComplex<From> && kComplex<T>) {
    return {static_cast<typename T::value_type>(x.real()), static_cast<typename T::value_type>(x.imag())};
  } else if constexpr (kComplex<From>) {
    return converted<T>(x.real());
  } else if constexpr (std::is_same_v<T, bool>) {
    return x != From(0);
  } else if constexpr (kComplex<T>) {
    return A(static_cast<typename T::value_type>(x));
  } else if constexpr (std::is_integral_v<T>) {
    return static_cast<A>(static_cast<T>(x));
  } else {
    return static_cast<A>(x);
  }
}

/// The operand as accumulators: where it lies, or a copy.
template <class T>
class Operand {
  using A = Accumulator<T>;

 public:
  Operand(const void *data, const ShapeDtype &type) : data_(static_cast<const A *>(data)) {
    if (type.dtype == dtype_of<T> && (std::is_same_v<A, T> || std::is_integral_v<T>)) return;
    const int64_t n = type.shape.count();
    copy_.reset(new A[static_cast<size_t>(n)]);
    visit_dtype(type.dtype, [&](auto zero) {
      const auto *from = static_cast<const decltype(zero) *>(data);
      for (int64_t i = 0; i < n; ++i) copy_[static_cast<size_t>(i)] = converted<T>(from[i]);
    });
    data_ = copy_.get();
  }
  const A *data() const { return data_; }

 private:
  const A *data_;
  std::unique_ptr<A[]> copy_;
};

int64_t divide_up(int64_t a, int64_t b) { return (a + b - 1) / b; }

/// The t in [0, count) for which 0 ≤ first + t·step < size.
std::pair<int64_t, int64_t> inside(const ConvolutionDim &d, int64_t first) {
  const int64_t begin = first < 0 ? divide_up(-first, d.step) : 0;
  const int64_t end = first < d.size ? std::min(d.count, divide_up(d.size - first, d.step)) : 0;
  return {std::min(begin, d.count), std::max(end, std::min(begin, d.count))};
}

template <class T>
class Direct {
  using A = Accumulator<T>;

 public:
  Direct(const ConvolutionPiece &piece, const A *in, const A *window, T *out)
      : p_(piece), in_(in), window_(window + piece.window_offset), out_(out + piece.out_offset) {}

  void run() {
    // One feature a group and groups side by side: a position of all groups at a time.
    if (p_.features == 1 && p_.groups > 1 && p_.in_group == 1 && p_.out_group == 1) return run_across();
    rows_ = 1;
    for (size_t d = 0; d + 1 < p_.dims.size(); ++d) rows_ *= p_.dims[d].count;
    const int64_t work = p_.dims.back().count * p_.sums * p_.taps();
    ThreadPool::global().parallel(p_.groups * p_.batch * p_.features * rows_,
                                  std::max<int64_t>(1, 16384 / std::max<int64_t>(work, 1)),
                                  [&](int64_t begin, int64_t end, int) {
                                    const auto sums = std::make_unique<A[]>(static_cast<size_t>(last().count));
                                    for (int64_t i = begin; i < end; ++i) run_row(i, sums.get());
                                  });
  }

 private:
  const ConvolutionDim &last() const { return p_.dims.back(); }

  void run_row(int64_t i, A *sums) {
    int64_t row = i % rows_;
    i /= rows_;
    const int64_t feature = i % p_.features, batch = i / p_.features % p_.batch, group = i / p_.features / p_.batch;
    const A *in = in_ + group * p_.in_group + batch * p_.in_batch;
    const A *window = window_ + group * p_.window_group + feature * p_.window_out;
    T *out = out_ + group * p_.out_group + batch * p_.out_batch + feature * p_.out_feature;
    std::fill(sums, sums + last().count, A{});
    // The row's index in the outer dimensions, innermost first.
    int64_t at[64];
    for (size_t d = p_.dims.size() - 1; d-- > 0;) {
      at[d] = row % p_.dims[d].count;
      row /= p_.dims[d].count;
      out += at[d] * p_.dims[d].out_stride;
    }
    add_taps(0, at, in, window, sums);
    for (int64_t t = 0; t < last().count; ++t) out[t * last().out_stride] = static_cast<T>(sums[t]);
  }

  void run_across() {
    const int64_t work = p_.groups * p_.sums * p_.taps();
    ThreadPool::global().parallel(p_.positions(), std::max<int64_t>(1, 16384 / std::max<int64_t>(work, 1)),
                                  [&](int64_t begin, int64_t end, int) {
                                    const auto sums = std::make_unique<A[]>(static_cast<size_t>(p_.groups));
                                    for (int64_t i = begin; i < end; ++i) run_position(i, sums.get());
                                  });
  }

  void run_position(int64_t i, A *sums) {
    int64_t at[64];
    T *out = out_;
    for (size_t d = p_.dims.size(); d-- > 0; i /= p_.dims[d].count) {
      at[d] = i % p_.dims[d].count;
      out += at[d] * p_.dims[d].out_stride;
    }
    std::fill(sums, sums + p_.groups, A{});
    add_groups(0, at, in_ + i * p_.in_batch, window_, sums);
    out += i * p_.out_batch;
    for (int64_t g = 0; g < p_.groups; ++g) out[g] = static_cast<T>(sums[g]);
  }

  void add_groups(size_t d, const int64_t *at, const A *in, const A *window, A *sums) {
    if (d < p_.dims.size()) {
      const ConvolutionDim &dim = p_.dims[d];
      for (int64_t u = 0; u < dim.taps; ++u) {
        const int64_t i = dim.meeting(at[d], u);
        if (dim.contains(i)) add_groups(d + 1, at, in + i * dim.in_stride, window + u * dim.window_stride, sums);
      }
      return;
    }
    for (int64_t f = 0; f < p_.sums; ++f, in += p_.in_feature, window += p_.window_feature) {
      if (p_.window_group == 1) {
        for (int64_t g = 0; g < p_.groups; ++g) sums[g] = sum<T>(sums[g], product<T>(in[g], window[g]));
      } else {
        for (int64_t g = 0; g < p_.groups; ++g)
          sums[g] = sum<T>(sums[g], product<T>(in[g], window[g * p_.window_group]));
      }
    }
  }

  void add_taps(size_t d, const int64_t *at, const A *in, const A *window, A *sums) {
    if (d + 1 == p_.dims.size()) return add_row(in, window, sums);
    const ConvolutionDim &dim = p_.dims[d];
    for (int64_t u = 0; u < dim.taps; ++u) {
      const int64_t i = dim.meeting(at[d], u);
      if (dim.contains(i)) add_taps(d + 1, at, in + i * dim.in_stride, window + u * dim.window_stride, sums);
    }
  }

  void add_row(const A *in, const A *window, A *sums) {
    const ConvolutionDim &dim = last();
    for (int64_t u = 0; u < dim.taps; ++u) {
      const int64_t first = dim.meeting(0, u), stride = dim.step * dim.in_stride;
      const auto [begin, end] = inside(dim, first);
      for (int64_t f = 0; f < p_.sums; ++f) {
        const A w = window[u * dim.window_stride + f * p_.window_feature];
        const A *x = in + first * dim.in_stride + f * p_.in_feature;
        if (stride == 1) {
          for (int64_t t = begin; t < end; ++t) sums[t] = sum<T>(sums[t], product<T>(x[t], w));
        } else {
          for (int64_t t = begin; t < end; ++t) sums[t] = sum<T>(sums[t], product<T>(x[t * stride], w));
        }
      }
    }
  }

  const ConvolutionPiece &p_;
  const A *in_, *window_;
  T *out_;
  int64_t rows_ = 1;
};

}  // namespace

void run_direct(const Convolution &c, const std::vector<ConvolutionPiece> &pieces, const void *lhs, const void *rhs,
                void *out) {
  visit_dtype(c.out.dtype, [&](auto zero) {
    using T = decltype(zero);
    const Operand<T> in(lhs, c.lhs), window(rhs, c.rhs);
    for (const ConvolutionPiece &piece : pieces)
      Direct<T>(piece, in.data(), window.data(), static_cast<T *>(out)).run();
  });
}

}  // namespace fluxion::runtime

// Random convolutions, small, with everything that the op can say.
#pragma once
#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace fluxion {

class ConvolutionCase {
 public:
  /// `lhs`, `rhs` and `out` are element types as MLIR writes them.
  ConvolutionCase(unsigned seed, std::string lhs, std::string rhs, std::string out) : random_(seed) {
    const size_t n = seed % 4;
    const int64_t groups = pick(0, 2) ? 1 : pick(2, 3);
    const bool byBatch = pick(0, 1) == 1;
    feature_ = byBatch ? 1 : groups;
    batch_ = byBatch ? groups : 1;
    const int64_t in = pick(1, 3), outs = pick(1, 3) * groups, batch = pick(1, 2);
    std::vector<int64_t> x{batch * batch_, in * feature_}, w{outs, in}, y{batch, outs};
    for (size_t d = 0; d < n; ++d) spatial(x, w, y, n);
    lhs_ = tensor(x, layouts_[0] = order(n + 2), lhs);
    rhs_ = tensor(w, layouts_[1] = order(n + 2), rhs);
    out_ = tensor(y, layouts_[2] = order(n + 2), out);
    element_ = out;
  }

  /// "fx.convolution %x, %w …" with its type.
  std::string op() const {
    return "fx.convolution %x, %w strides " + list(strides_) + " pad " + list(low_) + " x " + list(high_) + " dilate " +
           list(dilation_) + " x " + list(windowDilation_) + " reverse " + list(reversal_) + " dims " +
           list(layouts_[0]) + " x " + list(layouts_[1]) + " to " + list(layouts_[2]) + " groups " +
           std::to_string(feature_) + " x " + std::to_string(batch_) + " as " + element_ + " : (" + lhs_ + ", " + rhs_ +
           ") -> " + out_;
  }
  /// "(%x: …, %w: …) -> … { … }".
  std::string function() const {
    return "(%x: " + lhs_ + ", %w: " + rhs_ + ") -> " + out_ + " { %y = " + op() + " return %y : " + out_ + " }";
  }

 private:
  int64_t pick(int64_t least, int64_t most) {
    return least + static_cast<int64_t>(random_() % static_cast<unsigned>(most - least + 1));
  }

  void spatial(std::vector<int64_t> &x, std::vector<int64_t> &w, std::vector<int64_t> &y, size_t n) {
    const auto dilated = [](int64_t size, int64_t d) { return (size - 1) * d + 1; };
    for (;;) {
      const int64_t size = pick(2, n == 3 ? 4 : 7), window = pick(1, 3), stride = pick(1, 3);
      const int64_t d = pick(0, 1) ? 1 : pick(2, 3), wd = pick(0, 1) ? 1 : pick(2, 3), low = pick(-1, 3),
                    high = pick(-1, 3);
      const int64_t room = low + dilated(size, d) + high - dilated(window, wd);
      if (room < 0 || room / stride > 6) continue;
      x.push_back(size), w.push_back(window), y.push_back(room / stride + 1);
      strides_.push_back(stride), low_.push_back(low), high_.push_back(high);
      dilation_.push_back(d), windowDilation_.push_back(wd), reversal_.push_back(pick(0, 1));
      return;
    }
  }

  std::vector<int64_t> order(size_t rank) {
    std::vector<int64_t> dims;
    for (size_t d = 0; d < rank; ++d) dims.push_back(static_cast<int64_t>(d));
    for (size_t d = rank; d > 1; --d)
      std::swap(dims[d - 1], dims[static_cast<size_t>(pick(0, static_cast<int64_t>(d) - 1))]);
    return dims;
  }

  static std::string tensor(const std::vector<int64_t> &sizes, const std::vector<int64_t> &layout,
                            const std::string &element) {
    std::vector<int64_t> shape(sizes.size());
    for (size_t i = 0; i < sizes.size(); ++i) shape[static_cast<size_t>(layout[i])] = sizes[i];
    std::string text = "tensor<";
    for (int64_t size : shape) text += std::to_string(size) + "x";
    return text + element + ">";
  }

  static std::string list(const std::vector<int64_t> &numbers) {
    std::string text = "[";
    for (int64_t n : numbers) text += (text.size() > 1 ? ", " : "") + std::to_string(n);
    return text + "]";
  }

  std::mt19937 random_;
  int64_t feature_ = 1, batch_ = 1;
  std::vector<int64_t> strides_, low_, high_, dilation_, windowDilation_, reversal_, layouts_[3];
  std::string lhs_, rhs_, out_, element_;
};

}  // namespace fluxion

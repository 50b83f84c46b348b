// What a product packs next, asked for while it multiplies.
#pragma once
#include <cstdint>

namespace fluxion::runtime {

/// Memory that is read soon, asked for a little at a time: packing then finds it in the second cache, and the products
/// in between have not waited.
class Ahead {
 public:
  /// `rows` pieces of `bytes` each, `stride` bytes apart, over the next `steps` calls of step().
  void set(const char *from, int64_t rows, int64_t stride, int64_t bytes, int64_t steps) {
    row_ = from, left_ = rows, stride_ = stride, bytes_ = bytes, at_ = 0;
    lines_ = steps > 0 ? (rows * ((bytes + kLine - 1) / kLine) + steps - 1) / steps : 0;
  }
  void step() {
    for (int64_t line = 0; line < lines_ && left_ > 0; ++line) {
      __builtin_prefetch(row_ + at_, 0, 2);
      at_ += kLine;
      if (at_ >= bytes_) at_ = 0, row_ += stride_, --left_;
    }
  }

 private:
  static constexpr int64_t kLine = 64;
  const char *row_ = nullptr;
  int64_t left_ = 0, stride_ = 0, bytes_ = 0, at_ = 0;
  int64_t lines_ = 0;  // of a step
};

}  // namespace fluxion::runtime

#include "codegen/reference/elements.h"

namespace fluxion::codegen::reference {

float roundToOdd(double x) {
  float y = static_cast<float>(x);
  if (std::isnan(x) || static_cast<double>(y) == x) return y;
  if (std::fabs(static_cast<double>(y)) > std::fabs(x)) y = std::nextafterf(y, 0.0f);  // now y is x cut off
  return std::bit_cast<float>(std::bit_cast<uint32_t>(y) | 1u);
}

Index stridesOf(llvm::ArrayRef<int64_t> shape) {
  Index strides(shape.size());
  int64_t step = 1;
  for (size_t d = shape.size(); d-- > 0; step *= shape[d]) strides[d] = step;
  return strides;
}

void forEachIndex(llvm::ArrayRef<int64_t> shape, llvm::function_ref<void(llvm::ArrayRef<int64_t>)> f) {
  for (int64_t n : shape)
    if (n == 0) return;
  Index index(shape.size(), 0);
  for (;;) {
    f(index);
    size_t d = shape.size();
    while (d > 0 && ++index[d - 1] == shape[d - 1]) index[--d] = 0;
    if (d == 0) return;
  }
}

void copyElements(HostArray &y, const HostArray &x, llvm::function_ref<int64_t(llvm::ArrayRef<int64_t>)> from) {
  const size_t size = static_cast<size_t>(size_of(y.type.dtype));
  char *to = y.bytes.data();
  forEachIndex(y.type.shape.sizes(), [&](llvm::ArrayRef<int64_t> index) {
    if (int64_t i = from(index); i >= 0) std::memcpy(to, x.bytes.data() + static_cast<size_t>(i) * size, size);
    to += size;
  });
}

int64_t integerAt(const HostArray &x, int64_t i) {
  return visit_dtype(x.type.dtype, [&](auto zero) -> int64_t {
    using T = decltype(zero);
    if constexpr (!std::is_integral_v<T>)
      return 0;
    else if constexpr (std::is_same_v<T, uint64_t>)
      return static_cast<int64_t>(std::min<uint64_t>(elements<T>(x)[i], std::numeric_limits<int64_t>::max()));
    else
      return static_cast<int64_t>(elements<T>(x)[i]);
  });
}

}  // namespace fluxion::codegen::reference

// Operands of products in the type in which these are computed.
#pragma once
#include <vector>

#include "codegen/reference/elements.h"

namespace fluxion::codegen::reference {

/// The elements in the type in which a product with a result of dtype R is computed.
template <class R>
std::vector<std::conditional_t<std::is_same_v<R, bool>, char, Wide<R>>> converted(const HostArray &x) {
  using W = Wide<R>;
  std::vector<std::conditional_t<std::is_same_v<R, bool>, char, W>> values(static_cast<size_t>(x.type.shape.count()));
  visit_dtype(x.type.dtype, [&](auto zero) {
    for (size_t i = 0; i < values.size(); ++i) {
      auto v = widen(elements<decltype(zero)>(x)[i]);
      if constexpr (!isComplex<decltype(v)>)
        values[i] = static_cast<W>(v);
      else if constexpr (isComplex<W>)
        values[i] = v;
      else
        values[i] = static_cast<W>(v.real());
    }
  });
  return values;
}

}  // namespace fluxion::codegen::reference

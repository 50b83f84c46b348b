// Something that costs more to make than to use, such as a set of patterns, made once a context and freed with it. The
// dialect holds it: a cache by the context's address would outlive the context, and find another one at that address.
#pragma once
#include <memory>
#include <mutex>

#include "mlir/IR/DialectInterface.h"

namespace fluxion::ir {

class ContextCache : public mlir::DialectInterface::Base<ContextCache> {
 public:
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ContextCache)
  explicit ContextCache(mlir::Dialect *dialect) : Base(dialect) {}

  /// The value that `make` gives when it is called first, from whichever thread.
  template <class Make>
  const auto &get(Make make) const {
    using T = decltype(make());
    std::call_once(once_, [&] { value_ = std::make_shared<T>(make()); });
    return *static_cast<const T *>(value_.get());
  }

 private:
  mutable std::once_flag once_;
  mutable std::shared_ptr<void> value_;
};

}  // namespace fluxion::ir

// Checks that inference functions of several families share. Each reports through `loc` and returns failure.
#pragma once
#include "ir/dialect.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallSet.h"

namespace fluxion::ir {

using Types = llvm::SmallVectorImpl<mlir::Type>;
using Loc = std::optional<mlir::Location>;

inline Tensor tensorOf(mlir::Type t) { return llvm::cast<Tensor>(t); }

/// Distinct and in [0, rank).
inline mlir::LogicalResult checkDimensions(Loc loc, llvm::StringRef op, llvm::ArrayRef<int64_t> dims, int64_t rank) {
  llvm::SmallSet<int64_t, 8> seen;
  for (int64_t d : dims) {
    if (d < 0 || d >= rank) return mlir::emitOptionalError(loc, op, ": dimension ", d, " is outside [0, ", rank, ")");
    if (!seen.insert(d).second) return mlir::emitOptionalError(loc, op, ": dimension ", d, " is named twice");
  }
  return mlir::success();
}

/// That elements of this type can be combined so: bits are those of integers and bools, and complex numbers have no
/// order.
inline mlir::LogicalResult checkCombine(Loc loc, llvm::StringRef op, Combine kind, mlir::Type element) {
  const bool ofBits = kind == Combine::and_ || kind == Combine::or_ || kind == Combine::xor_,
             ofOrder = kind == Combine::maximum || kind == Combine::minimum;
  if ((ofBits && !llvm::isa<mlir::IntegerType>(element)) || (ofOrder && llvm::isa<mlir::ComplexType>(element)))
    return mlir::emitOptionalError(loc, op, ": '", stringifyCombine(kind), "' does not combine elements of type ",
                                   element);
  return mlir::success();
}

inline mlir::LogicalResult checkShape(Loc loc, llvm::StringRef op, llvm::ArrayRef<int64_t> shape) {
  int64_t count = 1;
  for (int64_t n : shape)
    if (n < 0 || __builtin_mul_overflow(count, n ? n : 1, &count) || count > (int64_t(1) << 48))
      return mlir::emitOptionalError(loc, op, ": no array has this shape: [", shape, "]");
  return mlir::success();
}

}  // namespace fluxion::ir

// Masks of attention that depend on the distance of a key from the query alone: causal ones and windows.
#pragma once
#include <optional>

#include "ir/ops.h"

namespace fluxion::passes {

/// What a dimension of a mask counts.
enum class MaskDim : uint8_t { query, key, other };
using MaskDims = llvm::SmallVector<MaskDim>;

/// least ≤ key − query ≤ most.
struct Band {
  static constexpr int64_t kFar = int64_t{1} << 40;  // further than any array goes
  int64_t least = -kFar, most = kFar;

  Band operator&(const Band &other) const { return {std::max(least, other.least), std::min(most, other.most)}; }
};

/// How far back a mask is followed.
inline constexpr int kMaskDepth = 16;

/// The band where `mask` holds, or, unless `holds`, where it does not; nothing if that is none, or cannot be seen.
std::optional<Band> bandOf(mlir::Value mask, const MaskDims &dims, bool holds = true, int depth = kMaskDepth);

/// What is added to scores to hide keys: some number, and 0 elsewhere. That number, if x is such a thing.
std::optional<double> hiddenBy(mlir::Value x, int depth = kMaskDepth);
/// The band where such a thing is 0.
std::optional<Band> bandOfAdded(mlir::Value x, const MaskDims &dims, int depth = kMaskDepth);

/// The number that x has in all elements.
std::optional<double> splatOf(mlir::Value x);

}  // namespace fluxion::passes

// The softmax between two products, read backwards from the second of them.
#pragma once
#include "llvm/ADT/SetVector.h"
#include "passes/attention/band.h"

namespace fluxion::passes {

/// What a dimension is of: those of the scores, which are numbered as the first product gives them, and the two that
/// are summed up or left over.
using Label = int;
inline constexpr Label kSize = -1, kWidth = -2;
/// The labels of each dimension of a value, none for one of size 1: reshapes join dimensions, and take them apart.
using Labels = llvm::SmallVector<llvm::SmallVector<Label, 2>>;

/// An operand or the result of an attention.
struct Labelled {
  mlir::Value value;
  Labels labels;
};

struct AttentionMatch {
  ir::DotGeneralOp last;
  Labelled q, k, v, y;               // y is what `last` gives
  llvm::SmallVector<int64_t> sizes;  // of the labels of the scores
  int64_t size = 1, width = 1;
  llvm::SmallVector<Label> batch, rows;  // labels that q, k and v have; those that only q has
  Label query = 0, key = 0;              // query is one of `rows`
  double scale = 1;
  Band band;

  int64_t sizeOf(Label label) const {
    return label == kSize ? size : label == kWidth ? width : sizes[static_cast<size_t>(label)];
  }
};

/// The attention whose last product is `last`, if it is one.
std::optional<AttentionMatch> matchAttention(ir::DotGeneralOp last);

}  // namespace fluxion::passes

// dot_general as a plain matrix product over strides: which dimensions are rows, columns, sums and batches, and whether
// an operand can be read where it lies, through the transposes, slices and broadcasts in front of it. Attention reads
// its operands in the same way.
#pragma once
#include <optional>

#include "ir/index_expr.h"
#include "ir/ops/contract.h"

namespace fluxion::ir {

/// Element `at` of a value is element offset + Σ strides[i]·at[i] of the array `base`.
struct StridedView {
  mlir::Value base;
  int64_t offset = 0;
  Sizes strides;
};

/// `value` itself first, then what it views, step by step, as long as strides can say it.
llvm::SmallVector<StridedView, 4> stridedViews(mlir::Value value);
/// Row-major strides; 0 for dimensions of size 1.
Sizes rowMajorStrides(llvm::ArrayRef<int64_t> shape);

/// How attention reads an operand: the last view over what `isThere` whose rows' elements lie side by side.
StridedView attentionView(mlir::Value operand, llvm::function_ref<bool(mlir::Value)> isThere);

/// A concatenation of the three results of fx.attention_grad, which can be written there at once.
struct PackedGradient {
  mlir::Operation *attention;
  StridedView places[3];                          // of its results
  llvm::SmallVector<mlir::Operation *, 4> moves;  // between these and the concatenation, which nothing else uses
};
std::optional<PackedGradient> packedGradient(mlir::Operation *concatenation);

/// out[batch, m, n] = Σ_k a[batch, m, k]·b[batch, k, n]; strides in elements.
struct MatrixProduct {
  struct Operand {
    int64_t offset = 0, row = 0, column = 0;
    Sizes batch;
  };
  Sizes batch;
  int64_t m = 1, n = 1, k = 1;
  Operand a, b, out;
  bool turned = false;  // a is a view of rhs and b one of lhs
};

/// The product over operands that lie as `lhs` and `rhs` say and a result of strides `out`; none if its sums run over
/// several dimensions that do not follow one another in memory.
std::optional<MatrixProduct> matchProduct(DotGeneralOp op, const StridedView &lhs, const StridedView &rhs,
                                          llvm::ArrayRef<int64_t> out);

}  // namespace fluxion::ir

// What the choice of kernels weighs.
#pragma once
#include "ir/gemm_view.h"

namespace fluxion::passes {

/// Computing an element of at most this cost again is better than storing it and reading it back.
inline constexpr double kCheap = 10;

/// Up to this cost a value that follows from one array as large as itself is computed again: reading it would be no
/// less than reading that array, and writing it is saved.
inline constexpr double kRecomputed = 64;

/// A single number that costs more than kCheap and is needed by more kernels than this, such as an optimiser's
/// correction for the step, is computed once for all of them: it would be compiled into each, and run for each block of
/// a product.
inline constexpr size_t kFewReaders = 3;

/// Summing up columns becomes part of a kernel over rows if that spares so many bytes, which would hardly lie in a
/// cache still, if its sums, which every row is added to, stay in the nearest ones, and if there are blocks of rows
/// enough for several threads.
inline constexpr int64_t kSparedByFold = 1 << 20, kMostFolded = 64 << 10, kLeastBlocks = 8;

/// The weight of a kernel beyond which no more ops are added: compilation has to end, and its recursion, too. It takes
/// more than linear time, so that kernels of very long programs are smaller.
inline constexpr size_t kLargestKernel = 300, kLargestOfMany = 64;
/// What an op counts in a kernel whose code is that of many.
inline constexpr size_t kWeightOfDear = 8;
/// A block is very long if it weighs more, ops counting as in kernels, or has more different numbers in it, each of
/// which is likely to make a kernel that is equal to no other.
inline constexpr size_t kVeryLong = 20000, kManyNumbers = 256;
bool isVeryLong(mlir::Block &block);

/// Cost of one element of an op, about one for an addition, without its operands.
double ownCost(mlir::Operation *op);

/// Where a product reads its operands: as far up as strides can say it. The op matches (see
/// passes/fusion/products.cpp).
std::pair<ir::StridedView, ir::StridedView> productViews(ir::DotGeneralOp op);

/// Where attention, or a derivative of it, reads each operand: as far up as its rows lie side by side, but not within
/// an array that would be stored, or live on, for the sake of a little of it.
llvm::SmallVector<ir::StridedView> attentionViews(mlir::Operation *op);

}  // namespace fluxion::passes

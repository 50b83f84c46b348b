// The loops of a kernel: which dimensions are walked together, in which order, and along which one vectors lie.
#pragma once
#include <functional>

#include "ir/element_map.h"
#include "ir/ops.h"

namespace fluxion::codegen {

struct Loop {
  int variable;  // of the space
  int64_t size;
  bool reduced;
  bool folded = false;  // ir/folds.h
};

/// The iteration space of a kernel. Dimensions that every access walks together are one loop; dimensions that a reshape
/// divides are several.
struct KernelLoops {
  ir::IndexSpace space;
  ir::IndexVector root;              // the index in each dimension of the kernel's shape
  llvm::SmallVector<Loop, 6> loops;  // kept ones, outermost first, and then reduced ones
  int lane = -1;                     // the loop along which vectors lie; -1: scalars only
  bool lanesReduced() const { return lane >= 0 && loops[lane].reduced; }
  ir::IndexExpr whole, kept, summed;  // row-major numbers over all, the kept, the reduced dimensions
  ir::IndexExpr unfolded, folded;     // over those that are not folded, and those that are
};

/// How the loops are cut: the factors of each dimension, outermost first, and for each factor whether the next one (of
/// the same or the next dimension) is walked by the same loop.
struct LoopShape {
  llvm::SmallVector<ir::Sizes, 6> factors;
  llvm::SmallVector<bool, 8> joined;  // one a factor
};

/// How often loop `variable` counts in e.
int64_t coefficient(const ir::IndexExpr &e, int variable);

KernelLoops makeLoops(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> reduced, const LoopShape &cut,
                      llvm::ArrayRef<int64_t> folded = {});

/// Reports every index expression that a kernel's code would compute, and the kernel's argument or result that is read
/// or written there (null for others).
using Visit = std::function<void(mlir::Value, const ir::IndexExpr &)>;
/// Walks the body of a kernel as its code would.
void visitExpressions(ir::KernelOp kernel, KernelLoops &loops, const Visit &visit);

/// Chooses the loops of a kernel of kind loop, rows or columns; vectors have `width` lanes.
KernelLoops planLoops(ir::KernelOp kernel, int64_t width);

/// What is written to result number i of a kernel, and where.
struct Output {
  mlir::Value value;       // in the kernel's body
  ir::IndexVector at;      // its element
  ir::IndexExpr position;  // row-major, in the result
};
Output outputOf(ir::KernelOp kernel, KernelLoops &loops, unsigned i);
/// The scatter or dynamic_update_slice of a kernel of kind update; null for other kinds.
mlir::Operation *updateOf(ir::KernelOp kernel);
/// Whether output i has the elements of the whole space (and not of the kept dimensions, nor of a fold).
bool isWholeOutput(ir::KernelOp kernel, unsigned i);
/// Whether it has those of the kept dimensions.
bool isKeptOutput(ir::KernelOp kernel, unsigned i);
/// The index at which the operand of a reduction, a fold or not, is read for element `at` of its result.
ir::IndexVector reductionIndex(mlir::Operation *reduction, KernelLoops &loops, llvm::ArrayRef<ir::IndexExpr> at);

/// Loops as the kernel's dimensions are, none joined or split.
KernelLoops plainLoops(ir::KernelOp kernel);
/// Whether input i is read at `position` only (loops.whole, loops.kept), so that a result written there may take its
/// place. What a matrix product reads does not count.
bool readsOnly(ir::KernelOp kernel, KernelLoops &loops, unsigned i, const ir::IndexExpr &position);

}  // namespace fluxion::codegen

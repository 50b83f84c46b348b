#include "codegen/loops/transposed.h"

#include "llvm/ADT/STLExtras.h"

namespace fluxion::codegen {

namespace {

bool onlyLoops(const ir::IndexSpace &space, const ir::IndexExpr &e) {
  return llvm::all_of(e.terms, [&](auto term) { return space[term.first].kind == ir::IndexVariable::Kind::loop; });
}

// Squares are of elements that memory holds as registers do, or as 16-bit floats.
bool isPlain(mlir::Type element) {
  return !mlir::isa<mlir::ComplexType, mlir::Float8E4M3FNType, mlir::Float8E5M2Type>(element);
}

}  // namespace

int findTransposed(ir::KernelOp kernel, KernelLoops &loops, int64_t width,
                   llvm::SmallVectorImpl<TransposedRead> &reads) {
  if (kernel.getKind() != "loop" || loops.lane < 1) return -1;
  const Loop &lane = loops.loops[loops.lane];
  if (lane.size < width) return -1;
  int along = -1;
  visitExpressions(kernel, loops, [&](mlir::Value v, const ir::IndexExpr &e) {
    auto argument = mlir::dyn_cast_or_null<mlir::BlockArgument>(v);
    if (!argument || !isPlain(ir::elementType(v)) || coefficient(e, lane.variable) < width ||
        !onlyLoops(loops.space, e))
      return;
    for (auto [i, loop] : llvm::enumerate(loops.loops)) {
      if (static_cast<int>(i) == loops.lane || loop.size < width || coefficient(e, loop.variable) != 1) continue;
      if (along >= 0 && along != static_cast<int>(i)) continue;
      along = static_cast<int>(i);
      if (llvm::none_of(reads, [&](const TransposedRead &r) { return r.input == v && r.position == e; }))
        reads.push_back({v, e});
    }
  });
  if (reads.size() > 4) reads.clear();
  return reads.empty() ? -1 : along;
}

}  // namespace fluxion::codegen

// Batching of Fourier transforms: they act on the last dimensions, whatever stands before them.
#include "ir/ops/fft.h"

#include "passes/vmap/rules.h"

namespace fluxion::passes {

void addFftRules(VmapRules &rules) {
  rules.add<ir::FftOp>(
      [](ir::FftOp op, const Operands &x, Emit &e) { return e.op<ir::FftOp>(op.getKind(), x[0], op.getLengths()); });
}

}  // namespace fluxion::passes

// The simplification as a pass, for fluxion-opt.
#include "passes/passes.h"
#include "passes/transforms.h"

namespace fluxion::passes {

#define GEN_PASS_DEF_SIMPLIFYPASS
#include "passes/passes.h.inc"

namespace {

struct SimplifyPass : impl::SimplifyPassBase<SimplifyPass> {
  void runOnOperation() override {
    if (failed(simplify(getOperation()))) signalPassFailure();
  }
};

}  // namespace
}  // namespace fluxion::passes

// All that a library of passes outside the tree includes: the ops, MLIR's patterns, and how its passes become known.
// docs/passes.md explains it; examples/pass-plugin is one.
#pragma once
#include "ir/ops.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Tools/Plugins/PassPlugin.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "passes/emit.h"

namespace fluxion::passes {

/// Whether v is a floating-point constant with `number` in every element, as it stands or broadcast.
inline bool isConstant(mlir::Value v, double number) {
  while (auto broadcast = v.getDefiningOp<ir::BroadcastInDimOp>()) v = broadcast.getX();
  mlir::DenseElementsAttr value;
  return mlir::matchPattern(v, mlir::m_Constant(&value)) && value.isSplat() &&
         llvm::isa<mlir::FloatType>(value.getElementType()) &&
         value.getSplatValue<llvm::APFloat>().convertToDouble() == number;
}

/// A pass over functions. `Pass` derives from it, has `kName` (what the pass is called in a pipeline) and `kSummary` (a
/// line for --help), and implements runOnOperation(), where getOperation() is the function.
template <class Pass>
class FunctionPass : public mlir::PassWrapper<Pass, mlir::OperationPass<mlir::func::FuncOp>> {
 public:
  // What MLIR tells types of passes apart by; without it, passes in anonymous namespaces would be refused.
  static mlir::TypeID resolveTypeID() {
    static mlir::SelfOwningTypeID id;
    return id;
  }
  llvm::StringRef getArgument() const final { return Pass::kName; }
  llvm::StringRef getDescription() const final { return Pass::kSummary; }
  llvm::StringRef getName() const override { return Pass::kName; }

 protected:
  /// Applies patterns, made as `Patterns(context)`, everywhere until none matches.
  template <class... Patterns>
  void apply() {
    mlir::RewritePatternSet set(&this->getContext());
    set.add<Patterns...>(&this->getContext());
    if (mlir::failed(mlir::applyPatternsGreedily(this->getOperation(), std::move(set)))) this->signalPassFailure();
  }
};

}  // namespace fluxion::passes

/// Once a library: its name, then its passes.
#define FLUXION_PASS_PLUGIN(name, ...)                                                                    \
  extern "C" __attribute__((visibility("default"))) mlir::PassPluginLibraryInfo mlirGetPassPluginInfo() { \
    return {MLIR_PLUGIN_API_VERSION, name, "1", [] {                                                      \
              []<class... Pass>(std::tuple<Pass...> *) {                                                  \
                (mlir::PassRegistration<Pass>(), ...);                                                    \
              }(static_cast<std::tuple<__VA_ARGS__> *>(nullptr));                                         \
            }};                                                                                           \
  }

#include "frontend/compiler/operations.h"

#include <mutex>

#include "fluxion/error.h"
#include "ir/operations.h"
#include "trace/builder.h"
#include "trace/operations.h"

namespace fluxion {
namespace {

std::vector<ShapeDtype> typesOf(mlir::TypeRange types) {
  std::vector<ShapeDtype> out;
  for (mlir::Type t : types) out.push_back(ir::shapeDtypeOf(t));
  return out;
}

// Rules may call functions of the host, which have to exist as long as what the rules become part of. Operations are
// for ever, and so are these.
void keepFor(const trace::Function &f) {
  static std::mutex mutex;
  static auto *const kept = new std::vector<runtime::HostFunctionPtr>;
  const std::lock_guard lock(mutex);
  for (const runtime::HostFunctionPtr &host : static_cast<const trace::FunctionImpl &>(f).hosts)
    if (!llvm::is_contained(*kept, host)) kept->push_back(host);
}

class Bridge final : public ir::Operations {
 public:
  bool isDefined(ir::OperationOp op) override { return trace::operations().is_defined(op.getName().str()); }
  bool has(ir::OperationOp op, OperationRule rule) override {
    return trace::operations().has(op.getName().str(), rule, typesOf(op->getOperandTypes()));
  }
  OperationBatching batching(ir::OperationOp op) override { return trace::operations().batching(op.getName().str()); }
  bool isLinearIn(ir::OperationOp op, size_t operand) override {
    return trace::operations().is_linear_in(op.getName().str(), operand);
  }

  // No exception passes through a pass: MLIR's own code may be around it.
  Function rule(ir::OperationOp op, OperationRule rule, int64_t axisSize) override try {
    trace::FunctionPtr f = trace::operations().rule(op.getName().str(), rule, typesOf(op->getOperandTypes()),
                                                    typesOf(op->getResultTypes()), axisSize);
    keepFor(*f);
    return mlir::OwningOpRef<mlir::func::FuncOp>(llvm::cast<mlir::func::FuncOp>(trace::funcOf(*f)->clone()));
  } catch (const Error &e) {
    llvm::StringRef text = e.what();
    text.consume_front("fluxion: ");
    return op->emitError("operation '") << op.getName() << "': " << text;
  }
};

}  // namespace

void connectOperations() {
  static auto *const bridge = new Bridge;
  ir::setOperations(bridge);
}

}  // namespace fluxion

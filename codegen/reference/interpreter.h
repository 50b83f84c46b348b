// The reference interpreter: what a function of fx ops means, computed slowly and obviously. Tests compare everything
// that is compiled with it.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fluxion/shape.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::codegen::reference {

/// An array on the host: row-major elements in `bytes`, which has `type.bytes()` of them.
struct HostArray {
  ShapeDtype type;
  std::string bytes;
};

/// Looks on while a function is evaluated.
class Observer {
 public:
  using Values = llvm::ArrayRef<std::shared_ptr<const HostArray>>;
  virtual ~Observer() = default;
  /// Before an op is evaluated. False ends the evaluation.
  virtual bool before(mlir::Operation *) { return true; }
  /// The op's results by other means than the interpreter's; nothing: it shall compute them itself.
  virtual std::optional<std::vector<HostArray>> instead(mlir::Operation *, Values) { return std::nullopt; }
  /// After it. `iterations`: of the loops around it, outermost first. False ends the evaluation.
  virtual bool after(mlir::Operation *, Values /*operands*/, Values /*results*/,
                     llvm::ArrayRef<int64_t> /*iterations*/) {
    return true;
  }
};

/// The results of `f` on `args`. `f` must be verified and of fx ops.
/// Errors  wrong number, type or size of arguments; an op that is not of the dialect: then no op is evaluated. An
///         observer that ended it.
llvm::Expected<std::vector<HostArray>> evaluate(mlir::func::FuncOp f, llvm::ArrayRef<HostArray> args,
                                                Observer *observer = nullptr);

/// Ends an evaluation that takes more than `limit` elementary operations, about, before it begins with the op that
/// would be too many.
class Budget final : public Observer {
 public:
  explicit Budget(int64_t limit) : left_(limit) {}
  bool before(mlir::Operation *op) override;

 private:
  int64_t left_;
};
/// About how many numbers the interpreter computes for an op: each iteration of a loop counts its own.
int64_t workOf(mlir::Operation *op);

}  // namespace fluxion::codegen::reference

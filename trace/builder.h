// Builds fx functions op by op, by name: no code per op. Types come from each op's own inference.
#pragma once
#include "ir/dialect.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "runtime/host.h"
#include "trace/compiler.h"

namespace fluxion::trace {

/// A function of the compiler library: a detached func.func.
class FunctionImpl final : public Function {
 public:
  explicit FunctionImpl(mlir::OwningOpRef<mlir::func::FuncOp> f) : func(std::move(f)) {}
  std::vector<ShapeDtype> arguments() const override;
  std::vector<ShapeDtype> results() const override;

  mutable mlir::OwningOpRef<mlir::func::FuncOp> func;
  mutable std::vector<runtime::HostFunctionPtr> hosts;  // those that it calls exist as long as it does

  /// That of an op that is staged. The ops of a library function have one line, so the last one is kept.
  mlir::Location locationOf(const Location &location);

 private:
  Location last_;
  mlir::LocationAttr lastLocation_;
};

/// What `from` calls, `to` calls as well.
void keepHosts(const Function &from, const Function &to);

inline mlir::func::FuncOp funcOf(const Function &f) { return *static_cast<const FunctionImpl &>(f).func; }

mlir::Location locationOf(mlir::MLIRContext *context, const Location &location);

FunctionPtr createFunction(mlir::MLIRContext *context, std::string_view name);
mlir::Value addArgument(Function &function, const ShapeDtype &type, const Location &location);

/// Appends the op; what it says against its operands is an error diagnostic and an empty failure.
mlir::FailureOr<mlir::Operation *> stageOp(Function &function, std::string_view op,
                                           llvm::ArrayRef<mlir::Value> operands, const Attributes &attributes,
                                           std::span<const FunctionPtr> regions, const Location &location);

void finishFunction(Function &function, llvm::ArrayRef<mlir::Value> results, std::span<const int64_t> order);

}  // namespace fluxion::trace

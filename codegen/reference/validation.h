// Translation validation: the interpreter on a function before and after each pass, on random arguments.
#pragma once
#include <optional>

#include "codegen/reference/expected.h"
#include "ir/pass_listener.h"

namespace fluxion::codegen::reference {

/// Refuses, with an error at the function, the first pass after which the numbers are others than rounding explains
/// (Expected says what it does). A function that the interpreter cannot do within the budget is not validated.
class Validation final : public ir::PassListener {
 public:
  static constexpr int64_t kBudget = 20'000'000;
  explicit Validation(uint64_t seed = 1, int64_t budget = kBudget) : seed_(seed), budget_(budget) {}

  void begin(llvm::StringRef stage, mlir::func::FuncOp f) override;
  mlir::LogicalResult after(llvm::StringRef pass, mlir::func::FuncOp f, double seconds) override;
  /// What compiled code made of arguments() is compared as a pass's result is, unless the function has factors whose
  /// signs or order are a library's choice (eigh, svd, qr). `f` is where an error is reported.
  mlir::LogicalResult compareCode(llvm::StringRef stage, mlir::func::FuncOp f, llvm::ArrayRef<HostArray> results);

  const std::vector<HostArray> &arguments() const { return arguments_; }
  /// Why the function is not validated; empty if it is.
  const std::string &skipped() const { return skipped_; }
  /// The pass that was refused, or "", and what it did.
  const std::string &culprit() const { return culprit_; }
  const std::string &difference() const { return difference_; }

 private:
  mlir::LogicalResult compare(llvm::StringRef stage, mlir::func::FuncOp f, llvm::ArrayRef<HostArray> results);
  mlir::LogicalResult refuse(llvm::StringRef pass, mlir::func::FuncOp f, std::string difference);

  uint64_t seed_;
  int64_t budget_;
  bool unique_ = true;
  std::vector<HostArray> arguments_;
  std::optional<Expected> expected_;
  std::string skipped_, culprit_, difference_;
};

}  // namespace fluxion::codegen::reference

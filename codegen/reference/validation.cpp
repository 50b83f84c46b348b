#include "codegen/reference/validation.h"

#include "codegen/reference/random_arguments.h"
#include "ir/ops/host.h"
#include "llvm/ADT/StringSet.h"

namespace fluxion::codegen::reference {

void Validation::begin(llvm::StringRef, mlir::func::FuncOp f) {
  static const llvm::StringSet<> kFactors{"fx.eigh", "fx.svd", "fx.qr", "fx.householder_qr", "fx.lu"};
  f.walk([&](mlir::Operation *op) { unique_ &= !kFactors.contains(op->getName().getStringRef()); });
  if (f.walk([](ir::HostCallOp) { return mlir::WalkResult::interrupt(); }).wasInterrupted()) {
    skipped_ = "the function calls the host, which is not to see random numbers";
    return;
  }
  arguments_ = randomArguments(f, seed_);
  auto expected = Expected::of(f, arguments_, budget_);
  if (expected)
    expected_ = std::move(*expected);
  else
    skipped_ = llvm::toString(expected.takeError());
}

mlir::LogicalResult Validation::after(llvm::StringRef pass, mlir::func::FuncOp f, double) {
  if (!expected_) return mlir::success();
  Budget budget(8 * budget_);  // a pass may spread work, but not without end
  auto results = evaluate(f, arguments_, &budget);
  if (!results) return refuse(pass, f, llvm::toString(results.takeError()));
  return compare(pass, f, *results);
}

mlir::LogicalResult Validation::compare(llvm::StringRef stage, mlir::func::FuncOp f,
                                        llvm::ArrayRef<HostArray> results) {
  if (!expected_) return mlir::success();
  std::string difference = expected_->difference(results);
  return difference.empty() ? mlir::success() : refuse(stage, f, std::move(difference));
}

mlir::LogicalResult Validation::compareCode(llvm::StringRef stage, mlir::func::FuncOp f,
                                            llvm::ArrayRef<HostArray> results) {
  return unique_ ? compare(stage, f, results) : mlir::success();
}

mlir::LogicalResult Validation::refuse(llvm::StringRef pass, mlir::func::FuncOp f, std::string difference) {
  if (culprit_.empty()) culprit_ = pass.str(), difference_ = std::move(difference);
  return f.emitError("validation: ") << culprit_ << " changes the numbers of '" << f.getName() << "': " << difference_;
}

}  // namespace fluxion::codegen::reference

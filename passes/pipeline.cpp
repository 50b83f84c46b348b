#include "passes/pipeline.h"

#include "llvm/ADT/StringExtras.h"
#include "mlir/Pass/PassRegistry.h"

namespace fluxion::passes {

llvm::ArrayRef<llvm::StringRef> pipelinePasses(llvm::StringRef name) {
  static constexpr llvm::StringRef kCpu[] = {"fluxion-simplify", "fluxion-fuse"};
  if (name == "cpu") return kCpu;
  return {};
}

mlir::LogicalResult appendPipeline(mlir::OpPassManager &manager, llvm::StringRef name, llvm::StringRef last,
                                   std::string &error) {
  llvm::ArrayRef<llvm::StringRef> passes = pipelinePasses(name);
  if (passes.empty()) {
    error = ("there is no pipeline '" + name + "'; there is: cpu").str();
    return mlir::failure();
  }
  if (!last.empty() && !llvm::is_contained(passes, last)) {
    error = ("pipeline " + name + " has no pass '" + last + "'; it has: " + llvm::join(passes, ", ")).str();
    return mlir::failure();
  }
  mlir::OpPassManager &functions = manager.nest("func.func");
  for (llvm::StringRef pass : passes) {
    const mlir::PassInfo *info = mlir::PassInfo::lookup(pass);
    auto report = [&](const llvm::Twine &message) { return error = message.str(), mlir::failure(); };
    if (!info || failed(info->addToPipeline(functions, "", report))) return mlir::failure();
    if (pass == last) break;
  }
  return mlir::success();
}

}  // namespace fluxion::passes

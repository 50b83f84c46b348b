#include "ir/parse.h"

#include <string>

#include "ir/ops/shape.h"
#include "ir/stablehlo.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"

namespace fluxion::ir {
namespace {

// MLIR's parser takes a few kilobytes of stack a level, so this stays far below the 8 MB that a thread has.
constexpr int kMaxDepth = 256;

// The index of the closing quote of the string that opens at i.
size_t endOfString(llvm::StringRef text, size_t i) {
  for (++i; i < text.size() && text[i] != '"' && text[i] != '\n'; ++i)
    if (text[i] == '\\') ++i;
  return i;
}

// Constants whose elements are all there: the verifier knows kinds of constants that nothing here makes.
mlir::LogicalResult checkConstants(mlir::ModuleOp module) {
  auto check = [](ConstantOp op) {
    if (llvm::isa<mlir::DenseIntOrFPElementsAttr>(op.getValue())) return mlir::WalkResult::advance();
    if (auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(op.getValue())) {
      mlir::AsmResourceBlob *blob = resource.getRawHandle().getBlob();
      const int64_t wanted = shapeDtypeOf(resource.getType()).bytes();
      if (blob && static_cast<int64_t>(blob->getData().size()) == wanted) return mlir::WalkResult::advance();
    }
    op.emitError("constant: neither dense<…> nor a resource of the right size");
    return mlir::WalkResult::interrupt();
  };
  return mlir::failure(module.walk(check).wasInterrupted());
}

}  // namespace

bool isNestedTooDeeply(llvm::StringRef text) {
  int depth = 0, signs = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') i = endOfString(text, i);
    if (c == '/' && text.substr(i, 2) == "//") i = std::min(text.find('\n', i), text.size());
    if (c == '-') {
      if (text.substr(i, 2) == "->")
        ++i;
      else if (++signs > kMaxDepth)
        return true;
    } else if (c != ' ' && c != '\n') {
      signs = 0;
    }
    if (llvm::StringRef("([{<").contains(c) && ++depth > kMaxDepth) return true;
    if (llvm::StringRef(")]}>").contains(c) && depth > 0) --depth;
  }
  return false;
}

mlir::OwningOpRef<mlir::ModuleOp> parseModule(llvm::StringRef text, llvm::StringRef name, mlir::MLIRContext *context) {
  if (isNestedTooDeeply(text)) {
    mlir::emitError(mlir::FileLineColLoc::get(context, name, 1, 1), "nested more than 256 levels deep");
    return {};
  }
  context->getOrLoadDialect<FxDialect>();  // a program without ops would leave it out, and passes add ops
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(llvm::MemoryBuffer::getMemBufferCopy(text, name), llvm::SMLoc());
  // Not verified by the parser: it refuses calls inside of regions of ops that it does not know, which JAX writes.
  const bool allowed = context->allowsUnregisteredDialects();
  if (text.contains("stablehlo.") || text.contains("chlo.")) context->allowUnregisteredDialects();
  auto module = mlir::parseSourceFile<mlir::ModuleOp>(sources, mlir::ParserConfig(context, /*verifyAfterParse=*/false));
  if (module && hasStablehlo(*module)) module = importStablehlo(*module);
  context->allowUnregisteredDialects(allowed);
  if (!module || failed(mlir::verify(*module)) || failed(checkConstants(*module))) return {};
  return module;
}

}  // namespace fluxion::ir

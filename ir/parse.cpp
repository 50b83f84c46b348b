#include "ir/parse.h"

#include <string>

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/Diagnostics.h"
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
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(llvm::MemoryBuffer::getMemBufferCopy(text, name), llvm::SMLoc());
  return mlir::parseSourceFile<mlir::ModuleOp>(sources, mlir::ParserConfig(context));
}

}  // namespace fluxion::ir

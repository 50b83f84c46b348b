// Any text is either read as a program, which every pass of the JIT then accepts, or refused with a message.
#include <cstdint>
#include <cstdlib>

#include "ir/dialect.h"
#include "ir/parse.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "passes/transforms.h"

namespace {

using namespace fluxion;

// Larger programs are valid, but say nothing new and take long under sanitizers.
constexpr int64_t kMostOps = 2000;

int64_t opsOf(mlir::func::FuncOp f) {
  int64_t count = 0;
  f.walk([&](mlir::Operation *) { ++count; });
  return count;
}

void simplifyAndFuse(mlir::ModuleOp module) {
  for (auto f : module.getOps<mlir::func::FuncOp>()) {
    if (f.isExternal() || opsOf(f) > kMostOps) continue;
    passes::Func copy(llvm::cast<mlir::func::FuncOp>(f->clone()));
    if (failed(passes::simplify(*copy)) || failed(passes::fuse(*copy))) continue;  // refused with a message
    if (failed(mlir::verify(*copy))) std::abort();
  }
}

}  // namespace

// LLVM's arenas poison their memory where they are compiled for the sanitizer, as the headers' code is here; the
// libraries are not, and would not lift it again.
extern "C" const char *__asan_default_options() { return "allow_user_poisoning=0"; }

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const auto *const registry = [] {
    auto *r = new mlir::DialectRegistry;
    ir::registerDialects(*r);
    return r;
  }();
  mlir::MLIRContext context(*registry, mlir::MLIRContext::Threading::DISABLED);
  bool reported = false;
  mlir::ScopedDiagnosticHandler handler(&context, [&](mlir::Diagnostic &) {
    reported = true;
    return mlir::success();
  });
  const auto module = ir::parseModule({reinterpret_cast<const char *>(data), size}, "fuzz", &context);
  if (module)
    simplifyAndFuse(*module);
  else if (!reported)
    std::abort();
  return 0;
}

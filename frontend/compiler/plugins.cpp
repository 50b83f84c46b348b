#include "frontend/compiler/plugins.h"

#include <dlfcn.h>
#include <fluxion/error.h>
#include <fmt/format.h>

#include <mutex>
#include <set>

#include "mlir/Tools/Plugins/PassPlugin.h"
#include "mlir/Transforms/Passes.h"
#include "passes/passes.h"

namespace fluxion {
namespace {

// A plugin uses the ops and the MLIR that this library has; they become visible to libraries opened after it.
void exportThisLibrary() {
  Dl_info self;
  if (dladdr(reinterpret_cast<void *>(&loadPassPlugin), &self) && self.dli_fname)
    dlopen(self.dli_fname, RTLD_NOW | RTLD_GLOBAL | RTLD_NOLOAD);
}

}  // namespace

void registerPasses() {
  [[maybe_unused]] static const bool once = [] {
    passes::registerFluxionPasses();
    mlir::registerTransformsPasses();
    return true;
  }();
}

void loadPassPlugin(const std::string &path) {
  static std::mutex mutex;
  static std::set<std::string> loaded;
  const std::lock_guard lock(mutex);
  if (loaded.contains(path)) return;
  registerPasses();
  exportThisLibrary();
  void *library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) throw CompileError(fmt::format("pass plugin '{}' cannot be opened: {}", path, dlerror()));
  auto info = reinterpret_cast<decltype(&mlirGetPassPluginInfo)>(dlsym(library, "mlirGetPassPluginInfo"));
  if (!info) throw CompileError(fmt::format("'{}' is no pass plugin: it has no function mlirGetPassPluginInfo", path));
  const mlir::PassPluginLibraryInfo plugin = info();
  if (plugin.apiVersion != MLIR_PLUGIN_API_VERSION || !plugin.registerPassRegistryCallbacks)
    throw CompileError(fmt::format("pass plugin '{}' is for version {} of MLIR's plugin interface, not {}", path,
                                   plugin.apiVersion, MLIR_PLUGIN_API_VERSION));
  plugin.registerPassRegistryCallbacks();
  loaded.insert(path);
}

}  // namespace fluxion

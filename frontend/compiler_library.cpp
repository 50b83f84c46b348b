// Opens the compiler libraries on first use: beside libfluxion, or wherever FLUXION_COMPILER says.
#include <dlfcn.h>

#include <cstdlib>
#include <mutex>

#include "fluxion/error.h"
#include "frontend/frame.h"

namespace fluxion::detail {
namespace {

std::string beside_this_library(const std::string &name) {
  Dl_info self;
  if (!dladdr(reinterpret_cast<void *>(&compiler), &self) || !self.dli_fname) return name;
  std::string folder = self.dli_fname;
  size_t slash = folder.rfind('/');
  return slash == std::string::npos ? name : folder.substr(0, slash + 1) + name;
}

trace::Compiler &open(const std::string &path) {
  void *library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) throw CompileError(fmt::format("fluxion: the compiler library cannot be opened: {}", dlerror()));
  auto door = reinterpret_cast<decltype(&fluxion_compiler)>(dlsym(library, "fluxion_compiler"));
  trace::Compiler *compiler = door ? door(trace::Compiler::kVersion) : nullptr;
  if (!compiler) throw CompileError(fmt::format("fluxion: {} is of another version than this library", path));
  return *compiler;
}

}  // namespace

trace::Compiler &compiler() {
  static trace::Compiler &instance = [&]() -> trace::Compiler & {
    const char *other = std::getenv("FLUXION_COMPILER");
    return open(other ? other : beside_this_library(FLUXION_COMPILER_NAME));
  }();
  return instance;
}

trace::Compiler &plugin_compiler() {
  static trace::Compiler &instance = open(beside_this_library(FLUXION_PLUGIN_COMPILER_NAME));
  return instance;
}

}  // namespace fluxion::detail

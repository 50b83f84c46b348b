// Opens the compiler library on first use: beside libfluxion, or wherever FLUXION_COMPILER says.
#include <dlfcn.h>

#include <cstdlib>
#include <mutex>

#include "fluxion/error.h"
#include "frontend/frame.h"

namespace fluxion::detail {
namespace {

std::string library_path() {
  if (const char *path = std::getenv("FLUXION_COMPILER")) return path;
  Dl_info self;
  std::string name = FLUXION_COMPILER_NAME;
  if (!dladdr(reinterpret_cast<void *>(&compiler), &self) || !self.dli_fname) return name;
  std::string folder = self.dli_fname;
  size_t slash = folder.rfind('/');
  return slash == std::string::npos ? name : folder.substr(0, slash + 1) + name;
}

trace::Compiler &open() {
  std::string path = library_path();
  void *library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) throw CompileError(fmt::format("fluxion: the compiler library cannot be opened: {}", dlerror()));
  auto door = reinterpret_cast<decltype(&fluxion_compiler)>(dlsym(library, "fluxion_compiler"));
  trace::Compiler *compiler = door ? door(trace::Compiler::kVersion) : nullptr;
  if (!compiler) throw CompileError(fmt::format("fluxion: {} is of another version than this library", path));
  return *compiler;
}

}  // namespace

trace::Compiler &compiler() {
  static trace::Compiler &instance = open();
  return instance;
}

}  // namespace fluxion::detail

#include "tools/fluxion-run/device.h"

#include <unistd.h>

#include <fluxion/error.h>

#include "ir/dialect.h"

namespace fluxion::tools {
namespace {

// The interpreter makes every value of a program; one that cannot exist is better refused than begun.
void checkMemory(mlir::func::FuncOp f) {
  const double memory = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  std::optional<ShapeDtype> largest;
  f.walk([&](mlir::Operation *op) {
    for (mlir::Type type : op->getResultTypes())
      if (ShapeDtype t = ir::shapeDtypeOf(type); !largest || t.bytes() > largest->bytes()) largest = t;
  });
  if (largest && static_cast<double>(largest->bytes()) > memory / 2)
    throw DeviceError("reference: no memory for a value of type " + to_string(*largest));
}

Executable compileForReference(mlir::func::FuncOp f) {
  checkMemory(f);
  return [f](const std::vector<HostArray> &args) {
    auto results = codegen::reference::evaluate(f, args);
    if (!results) throw Error(llvm::toString(results.takeError()));
    return std::move(*results);
  };
}

}  // namespace

Executable compileFor(const std::string &device, mlir::func::FuncOp f, int threads) {
  if (device == "reference") return compileForReference(f);
  throw DeviceError("there is no device '" + device + "'; there are: reference");
}

}  // namespace fluxion::tools

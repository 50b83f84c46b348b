// Calls of the host, by the same functions that compiled programs call.
#include "ir/ops/host.h"

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "runtime/host.h"

namespace fluxion::codegen::reference {
namespace {

Arrays callHost(const runtime::HostFunction &function, mlir::Operation *op, Inputs in) {
  std::vector<void *> buffers;
  std::vector<ShapeDtype> types;
  for (const Array &x : in) {
    buffers.push_back(const_cast<char *>(x->bytes.data()));  // functions only read their operands
    types.push_back(x->type);
  }
  std::vector<std::shared_ptr<HostArray>> results;
  for (mlir::Value y : op->getResults()) {
    results.push_back(std::make_shared<HostArray>(zerosFor(y)));
    buffers.push_back(results.back()->bytes.data());
    types.push_back(results.back()->type);
  }
  function.call(buffers.data(), types.data(), static_cast<int>(in.size()), static_cast<int>(types.size()));
  return Arrays(results.begin(), results.end());
}

}  // namespace

void addHost(Handlers &handlers) {
  auto call = [](mlir::Operation *op, Inputs in, const Evaluator &) {
    return callHost(*runtime::host_function(ir::hostFunctionOf(op)), op, in);
  };
  handlers.add<ir::HostCallOp>(call);
  handlers.add<ir::OperationOp>(call);
}

}  // namespace fluxion::codegen::reference

// Control flow: regions are run as functions of their inputs.
#include "ir/ops/control.h"

#include "codegen/reference/elements.h"
#include "codegen/reference/handlers.h"
#include "ir/ops/kernel.h"

namespace fluxion::codegen::reference {
namespace {

Arrays evaluateCase(mlir::Operation *op, Inputs in, const Evaluator &evaluator) {
  const int64_t last = static_cast<int64_t>(op->getNumRegions()) - 1, index = integerAt(*in[0], 0);
  mlir::Region &taken = op->getRegion(static_cast<unsigned>(index < 0 || index > last ? last : index));
  return evaluator.run(taken.front(), in.drop_front());
}

Arrays evaluateWhile(mlir::Operation *op, Inputs in, const Evaluator &evaluator) {
  auto loop = llvm::cast<ir::WhileOp>(op);
  const size_t constants = loop.getNumConstants();
  Arrays state(in);
  for (int64_t i = 0; elements<bool>(*evaluator.run(loop.getCondition().front(), state)[0])[0]; ++i) {
    Arrays next = evaluator.iterate(loop.getBody().front(), state, i);
    std::copy(next.begin(), next.end(), state.begin() + constants);
  }
  return Arrays(state.begin() + constants, state.end());
}

// Row i of an array, without its leading dimension.
Array row(const HostArray &x, int64_t i) {
  std::vector<int64_t> shape(x.type.shape.begin() + 1, x.type.shape.end());
  HostArray y{{Shape(shape), x.type.dtype}, {}};
  const size_t bytes = static_cast<size_t>(y.type.bytes());
  y.bytes = x.bytes.substr(static_cast<size_t>(i) * bytes, bytes);
  return std::make_shared<HostArray>(std::move(y));
}

Arrays evaluateScan(mlir::Operation *op, Inputs in, const Evaluator &evaluator) {
  auto scan = llvm::cast<ir::ScanOp>(op);
  const size_t constants = scan.getNumConstants(), carries = scan.getNumCarry(), xs = constants + carries;
  const int64_t length = static_cast<int64_t>(scan.getLength());
  Arrays state(in.take_front(xs));
  std::vector<HostArray> ys;
  for (mlir::Value y : scan.getOutputs().drop_front(carries)) ys.push_back(zerosFor(y));
  for (int64_t step = 0; step < length; ++step) {
    const int64_t i = scan.getReverse() ? length - 1 - step : step;
    Arrays inputs = state;
    for (const Array &x : in.drop_front(xs)) inputs.push_back(row(*x, i));
    Arrays outputs = evaluator.iterate(scan.getBody().front(), inputs, i);
    std::copy(outputs.begin(), outputs.begin() + carries, state.begin() + constants);
    for (size_t k = 0; k < ys.size(); ++k) {
      const std::string &bytes = outputs[carries + k]->bytes;
      ys[k].bytes.replace(static_cast<size_t>(i) * bytes.size(), bytes.size(), bytes);
    }
  }
  Arrays results(state.begin() + constants, state.end());
  for (HostArray &y : ys) results.push_back(std::make_shared<HostArray>(std::move(y)));
  return results;
}

// A kernel means what its body does; its loops are an implementation's affair.
Arrays evaluateKernel(mlir::Operation *op, Inputs in, const Evaluator &evaluator) {
  return evaluator.run(op->getRegion(0).front(), in);
}

}  // namespace

void addControl(Handlers &handlers) {
  handlers.add<ir::CaseOp>(evaluateCase);
  handlers.add<ir::WhileOp>(evaluateWhile);
  handlers.add<ir::ScanOp>(evaluateScan);
  handlers.add<ir::KernelOp>(evaluateKernel);
}

}  // namespace fluxion::codegen::reference

#include "passes/vmap/branch_cost.h"

#include <cmath>

#include "ir/ops/convolution.h"
#include "ir/ops/fft.h"
#include "ir/ops/linalg.h"
#include "llvm/ADT/DenseSet.h"
#include "passes/fusion/cost.h"

namespace fluxion::passes {

using mlir::Value;

namespace {

// Of a core of these years, in nanoseconds.
constexpr double kMultiplyAdd = 1.0 / 25, kByte = 1.0 / 12, kElement = 0.08, kRandomAccess = 1.5, kCompare = 3,
                 kFactorisation = 1.0 / 4, kIteration = 500;
constexpr double kUnknownTrips = 16;

double elements(Value v) { return static_cast<double>(ir::tensorType(v).getNumElements()); }
double bytes(Value v) { return elements(v) * size_of(ir::dtypeOf(ir::elementType(v))); }
double lastSize(Value v) {
  llvm::ArrayRef<int64_t> shape = ir::shapeOf(v);
  return shape.empty() ? 1 : static_cast<double>(shape.back());
}

double multiplyAdds(ir::DotGeneralOp op) {
  double terms = 1;
  for (int64_t d : op.getLhsContracting()) terms *= static_cast<double>(ir::shapeOf(op.getLhs())[d]);
  return terms * elements(op.getY());
}
double multiplyAdds(ir::ConvolutionOp op) {
  const auto outputs = static_cast<double>(std::max<int64_t>(ir::shapeOf(op.getRhs())[op.getRhsDims()[0]], 1));
  return elements(op.getRhs()) / outputs * elements(op.getY());
}

// Of an op without regions, whose operands are in the cache.
double arithmetic(mlir::Operation *op) {
  if (op->getNumResults() == 0 || llvm::isa<ir::ConstantOp, ir::IotaOp>(op)) return 0;
  Value y = op->getResult(0);
  if (auto dot = llvm::dyn_cast<ir::DotGeneralOp>(op)) return multiplyAdds(dot) * kMultiplyAdd;
  if (auto convolution = llvm::dyn_cast<ir::ConvolutionOp>(op)) return multiplyAdds(convolution) * kMultiplyAdd;
  if (llvm::isa<ir::SortOp>(op)) return elements(y) * std::log2(lastSize(y) + 1) * kCompare;
  if (llvm::isa<ir::FftOp>(op)) return elements(y) * std::log2(lastSize(y) + 1) * kElement * 4;
  if (llvm::isa<ir::GatherOp>(op)) return elements(y) * kRandomAccess;
  if (auto scatter = llvm::dyn_cast<ir::ScatterOp>(op)) return elements(scatter.getUpdates()) * kRandomAccess;
  if (llvm::isa<ir::CholeskyOp, ir::TriangularSolveOp, ir::LuOp>(op))
    return elements(op->getOperand(0)) * lastSize(op->getOperand(0)) * kFactorisation;
  if (llvm::isa<ir::QrOp, ir::HouseholderQrOp, ir::HouseholderProductOp>(op))
    return elements(op->getOperand(0)) * lastSize(op->getOperand(0)) * kFactorisation * 4;
  if (llvm::isa<ir::EighOp, ir::SvdOp>(op))
    return elements(op->getOperand(0)) * lastSize(op->getOperand(0)) * kFactorisation * 40;
  double most = 0;
  for (Value v : op->getOperands()) most = std::max(most, elements(v));
  for (Value v : op->getResults()) most = std::max(most, elements(v));
  return most * std::max(ownCost(op), 0.5) * kElement;
}

class Estimate {
 public:
  BranchCost run(mlir::Block &block, llvm::ArrayRef<bool> mapped) {
    for (auto [argument, flag] : llvm::zip(block.getArguments(), mapped))
      if (flag) mapped_.insert(argument);
    walk(block, 1);
    return cost_;
  }

 private:
  void walk(mlir::Block &block, double times) {
    for (mlir::Operation &op : block.without_terminator()) {
      const bool isMapped = llvm::any_of(op.getOperands(), [&](Value v) { return mapped_.contains(v); });
      if (isMapped) mapped_.insert(op.result_begin(), op.result_end());
      if (op.getNumRegions() > 0)
        regions(op, isMapped, times);
      else
        add(&op, isMapped, times);
    }
  }

  // Bodies count as often as they run: of branches the first alone would, were they alike. Where an input is mapped,
  // all that a loop carries may be.
  void regions(mlir::Operation &op, bool isMapped, double times) {
    const bool isCase = llvm::isa<ir::CaseOp>(op), isLoop = llvm::isa<ir::ScanOp, ir::WhileOp>(op);
    double trips = isCase ? 1.0 / op.getNumRegions() : 1;
    if (auto scan = llvm::dyn_cast<ir::ScanOp>(op)) trips = static_cast<double>(scan.getLength());
    if (auto loop = llvm::dyn_cast<ir::WhileOp>(op)) trips = kUnknownTrips;
    if (isLoop) (isMapped ? cost_.alone : cost_.shared) += times * trips * kIteration;
    const size_t constants =
        isLoop ? static_cast<size_t>(op.getAttrOfType<mlir::IntegerAttr>("num_constants").getInt()) : 0;
    for (auto [i, region] : llvm::enumerate(op.getRegions())) {
      if (region.empty() || (i > 0 && !isCase && !isLoop)) continue;  // of rules of one's own, what they compute
      for (auto [k, argument] : llvm::enumerate(region.front().getArguments())) {
        const size_t operand = k + (isCase ? 1 : 0);
        const bool own = operand >= op.getNumOperands() || mapped_.contains(op.getOperand(operand));
        if (own || (isLoop && isMapped && k >= constants)) mapped_.insert(argument);
      }
      walk(region.front(), times * trips);
    }
  }

  void add(mlir::Operation *op, bool isMapped, double times) {
    const double computing = times * arithmetic(op);
    if (!isMapped) {
      cost_.shared += computing;
      return;
    }
    double together = 0, apart = 0;  // bytes of matrices and kernels
    if (llvm::isa<ir::DotGeneralOp, ir::ConvolutionOp>(op))
      for (Value v : op->getOperands()) (mapped_.contains(v) ? apart : together) += bytes(v);
    const double own = std::max(computing, times * apart * kByte), reading = times * together * kByte;
    cost_.among += own;
    cost_.reading += reading;
    cost_.alone += std::max(own, reading);
  }

  llvm::DenseSet<Value> mapped_;
  BranchCost cost_;
};

}  // namespace

double BranchCost::together(int64_t examples) const {
  return std::max({static_cast<double>(examples) * among, reading, alone});
}

BranchCost costOf(mlir::Block &block, llvm::ArrayRef<bool> mapped) { return Estimate().run(block, mapped); }

}  // namespace fluxion::passes

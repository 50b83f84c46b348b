// Ops that move elements, contractions, and those elementwise ones that are not written by name alone.
#include "ir/ops/contract.h"
#include "ir/ops/convolution.h"
#include "ir/ops/elementwise.h"
#include "ir/ops/shape.h"
#include "ir/ops/special.h"
#include "ir/stablehlo/exporter.h"
#include "llvm/ADT/StringExtras.h"

namespace fluxion::ir::stablehlo {
namespace {

using Operands = llvm::ArrayRef<Ref>;

/// A rule for an op with one result: `attributes(op)` is all that the name does not say.
template <class Op, class F>
void add(ExportRules &rules, llvm::StringRef name, F attributes) {
  rules[Op::getOperationName()] = [=](Exporter &ex, mlir::Operation *op, Operands x) -> Refs {
    return ex.write(name, x, attributes(llvm::cast<Op>(op)), op->getResultTypes());
  };
}

std::string dimension(int64_t n) { return std::to_string(n) + " : i64"; }

void addShape(ExportRules &rules) {
  add<ConstantOp>(rules, "stablehlo.constant", [](ConstantOp op) { return "value = " + text(op.getValue()); });
  add<IotaOp>(rules, "stablehlo.iota",
              [](IotaOp op) { return "iota_dimension = " + dimension(static_cast<int64_t>(op.getDimension())); });
  add<BroadcastInDimOp>(rules, "stablehlo.broadcast_in_dim",
                        [](BroadcastInDimOp op) { return "broadcast_dimensions = " + array(op.getDimensions()); });
  add<ReshapeOp>(rules, "stablehlo.reshape", [](ReshapeOp) { return std::string(); });
  add<TransposeOp>(rules, "stablehlo.transpose",
                   [](TransposeOp op) { return "permutation = " + array(op.getPermutation()); });
  add<SliceOp>(rules, "stablehlo.slice", [](SliceOp op) {
    return "start_indices = " + array(op.getStarts()) + ", limit_indices = " + array(op.getLimits()) +
           ", strides = " + array(op.getStrides());
  });
  add<PadOp>(rules, "stablehlo.pad", [](PadOp op) {
    return "edge_padding_low = " + array(op.getLow()) + ", edge_padding_high = " + array(op.getHigh()) +
           ", interior_padding = " + array(op.getInterior());
  });
  add<ConcatenateOp>(rules, "stablehlo.concatenate", [](ConcatenateOp op) {
    return "dimension = " + dimension(static_cast<int64_t>(op.getDimension()));
  });
  add<ReverseOp>(rules, "stablehlo.reverse", [](ReverseOp op) { return "dimensions = " + array(op.getDimensions()); });
  rules[OptimizationBarrierOp::getOperationName()] = [](Exporter &ex, mlir::Operation *op, Operands x) {
    return ex.write("stablehlo.optimization_barrier", x, "", op->getResultTypes());
  };
}

void addElementwise(ExportRules &rules) {
  rules[CompareOp::getOperationName()] = [](Exporter &ex, mlir::Operation *op, Operands x) -> Refs {
    return {ex.compare(stringifyComparison(llvm::cast<CompareOp>(op).getDirection()), x[0], x[1])};
  };
  for (llvm::StringRef name : {"select", "clamp", "convert", "bitcast_convert"})
    rules[("fx." + name).str()] = [name](Exporter &ex, mlir::Operation *op, Operands x) {
      return ex.write(("stablehlo." + name).str(), x, "", op->getResultTypes());
    };
  add<ReducePrecisionOp>(rules, "stablehlo.reduce_precision", [](ReducePrecisionOp op) {
    return "exponent_bits = " + std::to_string(op.getExponentBits()) +
           " : i32, mantissa_bits = " + std::to_string(op.getMantissaBits()) + " : i32";
  });
  rules[GammaSampleOp::getOperationName()] = [](Exporter &, mlir::Operation *, Operands x) -> Refs { return {x[1]}; };
  rules[StopGradientOp::getOperationName()] = [](Exporter &, mlir::Operation *, Operands x) { return Refs(x); };
}

std::string dotAttributes(DotGeneralOp op) {
  std::string fields;
  auto field = [&](const char *name, llvm::ArrayRef<int64_t> dims) {
    if (!dims.empty()) fields += (fields.empty() ? "" : ", ") + std::string(name) + " = " + brackets(dims);
  };
  field("lhs_batching_dimensions", op.getLhsBatching());
  field("rhs_batching_dimensions", op.getRhsBatching());
  field("lhs_contracting_dimensions", op.getLhsContracting());
  field("rhs_contracting_dimensions", op.getRhsContracting());
  const char *precision = "#stablehlo<precision HIGHEST>";
  return "dot_dimension_numbers = #stablehlo.dot<" + fields + ">, precision_config = [" + precision + ", " + precision +
         "]";
}

// "b, f, 0, 1": the role of each dimension.
std::string layout(llvm::ArrayRef<int64_t> dims, const char *first, const char *second) {
  llvm::SmallVector<std::string> roles(dims.size());
  for (auto [i, d] : llvm::enumerate(dims)) roles[d] = i == 0 ? first : i == 1 ? second : std::to_string(i - 2);
  return "[" + llvm::join(roles, ", ") + "]";
}

std::string convolutionAttributes(ConvolutionOp op) {
  llvm::SmallVector<std::string> pads, reversal;
  for (auto [low, high] : llvm::zip_equal(op.getLow(), op.getHigh())) pads.push_back(brackets({low, high}));
  for (int64_t r : op.getReversal()) reversal.push_back(r ? "true" : "false");
  const std::string n = std::to_string(pads.size());
  const std::string padding =
      pads.empty() ? "dense<> : tensor<0x2xi64>" : "dense<[" + llvm::join(pads, ", ") + "]> : tensor<" + n + "x2xi64>";
  const char *precision = "#stablehlo<precision HIGHEST>";
  return "window_strides = " + array(op.getStrides()) + ", padding = " + padding +
         ", lhs_dilation = " + array(op.getLhsDilation()) + ", rhs_dilation = " + array(op.getRhsDilation()) +
         ", window_reversal = array<i1" + (reversal.empty() ? "" : ": ") + llvm::join(reversal, ", ") +
         ">, dimension_numbers = #stablehlo.conv<" + layout(op.getLhsDims(), "b", "f") + "x" +
         layout(op.getRhsDims(), "o", "i") + "->" + layout(op.getOutDims(), "b", "f") +
         ">, feature_group_count = " + dimension(static_cast<int64_t>(op.getFeatureGroups())) +
         ", batch_group_count = " + dimension(static_cast<int64_t>(op.getBatchGroups())) + ", precision_config = [" +
         precision + ", " + precision + "]";
}

}  // namespace

void addDataRules(ExportRules &rules) {
  addShape(rules);
  addElementwise(rules);
  add<DotGeneralOp>(rules, "stablehlo.dot_general", dotAttributes);
  add<ConvolutionOp>(rules, "stablehlo.convolution", convolutionAttributes);
}

}  // namespace fluxion::ir::stablehlo

// Ops that move elements, contractions, and those elementwise ones that are not written by name alone.
#include "ir/ops/contract.h"
#include "ir/ops/elementwise.h"
#include "ir/ops/shape.h"
#include "ir/ops/special.h"
#include "ir/stablehlo/exporter.h"

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

}  // namespace

void addDataRules(ExportRules &rules) {
  addShape(rules);
  addElementwise(rules);
  add<DotGeneralOp>(rules, "stablehlo.dot_general", dotAttributes);
}

}  // namespace fluxion::ir::stablehlo

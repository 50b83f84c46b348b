// Indexing with positions known only at run time, and sorting.
#include <limits>

#include "ir/ops/index.h"
#include "ir/stablehlo/exporter.h"
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

using Operands = llvm::ArrayRef<Ref>;

Refs gather(Exporter &ex, mlir::Operation *op, Operands x) {
  auto g = llvm::cast<GatherOp>(op);
  const std::string dims = "offset_dims = " + brackets(g.getOffsetDims()) +
                           ", collapsed_slice_dims = " + brackets(g.getCollapsedSliceDims()) +
                           ", operand_batching_dims = " + brackets(g.getOperandBatchingDims()) +
                           ", start_indices_batching_dims = " + brackets(g.getStartIndicesBatchingDims()) +
                           ", start_index_map = " + brackets(g.getStartIndexMap()) +
                           ", index_vector_dim = " + std::to_string(g.getIndexVectorDim());
  return ex.write("stablehlo.gather", x,
                  "dimension_numbers = #stablehlo.gather<" + dims + ">, slice_sizes = " + array(g.getSliceSizes()) +
                      ", indices_are_sorted = false",
                  op->getResultTypes());
}

Refs scatter(Exporter &ex, mlir::Operation *op, Operands x) {
  auto s = llvm::cast<ScatterOp>(op);
  const std::string dims = "update_window_dims = " + brackets(s.getUpdateWindowDims()) +
                           ", inserted_window_dims = " + brackets(s.getInsertedWindowDims()) +
                           ", input_batching_dims = " + brackets(s.getInputBatchingDims()) +
                           ", scatter_indices_batching_dims = " + brackets(s.getScatterIndicesBatchingDims()) +
                           ", scatter_dims_to_operand_dims = " + brackets(s.getScatterDimsToOperandDims()) +
                           ", index_vector_dim = " + std::to_string(s.getIndexVectorDim());
  Tensor scalar = ex.scalarOf(x[0].type);
  std::string body = ex.region({scalar, scalar}, [&](Operands a) -> Refs {
    if (s.getKind() == Combine::set) return {a[1]};
    return {ex.binary("stablehlo." + elementwiseName(s.getKind()).drop_front(3).str(), a[0], a[1])};
  });
  return ex.write("stablehlo.scatter", x,
                  "scatter_dimension_numbers = #stablehlo.scatter<" + dims +
                      ">, indices_are_sorted = false, unique_indices = " + (s.getUniqueIndices() ? "true" : "false"),
                  op->getResultTypes(), {body});
}

Refs dynamicSlice(Exporter &ex, mlir::Operation *op, Operands x) {
  return ex.write("stablehlo.dynamic_slice", x, "slice_sizes = " + array(llvm::cast<DynamicSliceOp>(op).getSizes()),
                  op->getResultTypes());
}

Refs dynamicUpdateSlice(Exporter &ex, mlir::Operation *op, Operands x) {
  return ex.write("stablehlo.dynamic_update_slice", x, "", op->getResultTypes());
}

// −0 as 0 and every NaN as one, so that TOTALORDER takes them as equal.
Ref canonical(Exporter &ex, const Ref &x) {
  auto type = llvm::cast<Tensor>(x.type);
  Ref zero = ex.constant(type, 0), isZero = ex.compare("EQ", x, zero);
  Ref value = ex.select(isZero, zero, x), isNaN = ex.compare("NE", x, x);
  return ex.select(isNaN, ex.constant(type, std::numeric_limits<double>::quiet_NaN()), value);
}

// By the real parts, and where they are equal by the imaginary ones.
Ref complexOrder(Exporter &ex, const char *direction, const Ref &a, const Ref &b) {
  Tensor type =
      Tensor::get({}, llvm::cast<mlir::ComplexType>(llvm::cast<Tensor>(a.type).getElementType()).getElementType());
  auto part = [&](const char *name, const Ref &x) { return canonical(ex, ex.writeOne(name, {x}, "", type)); };
  Ref re[] = {part("stablehlo.real", a), part("stablehlo.real", b)};
  Ref im[] = {part("stablehlo.imag", a), part("stablehlo.imag", b)};
  Ref equal = ex.compare("EQ", re[0], re[1], /*totalOrder=*/true);
  Ref second = ex.compare(direction, im[0], im[1], /*totalOrder=*/true);
  return ex.binary("stablehlo.or", ex.compare(direction, re[0], re[1], /*totalOrder=*/true),
                   ex.binary("stablehlo.and", equal, second));
}

Refs sort(Exporter &ex, mlir::Operation *op, Operands x) {
  auto s = llvm::cast<SortOp>(op);
  llvm::SmallVector<mlir::Type> arguments;
  for (const Ref &r : x) arguments.append(2, ex.scalarOf(r.type));
  mlir::Type key = llvm::cast<Tensor>(x[0].type).getElementType();
  const bool isFloat = llvm::isa<mlir::FloatType>(key);
  const char *direction = s.getDescending() ? "GT" : "LT";
  std::string body = ex.region(arguments, [&](Operands a) -> Refs {
    if (llvm::isa<mlir::ComplexType>(key)) return {complexOrder(ex, direction, a[0], a[1])};
    Ref left = isFloat ? canonical(ex, a[0]) : a[0], right = isFloat ? canonical(ex, a[1]) : a[1];
    return {ex.compare(direction, left, right, /*totalOrder=*/isFloat)};
  });
  return ex.write(
      "stablehlo.sort", x,
      "dimension = " + std::to_string(s.getDimension()) + " : i64, is_stable = " + (s.getIsStable() ? "true" : "false"),
      op->getResultTypes(), {body});
}

}  // namespace

void addIndexingRules(ExportRules &rules) {
  rules[GatherOp::getOperationName()] = gather;
  rules[ScatterOp::getOperationName()] = scatter;
  rules[DynamicSliceOp::getOperationName()] = dynamicSlice;
  rules[DynamicUpdateSliceOp::getOperationName()] = dynamicUpdateSlice;
  rules[SortOp::getOperationName()] = sort;
}

}  // namespace fluxion::ir::stablehlo

// Reductions, with the bodies that StableHLO wants written out.
#include "ir/ops/reduce.h"
#include "ir/stablehlo/exporter.h"
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

using Operands = llvm::ArrayRef<Ref>;

std::string bodyName(Combine kind) { return "stablehlo." + elementwiseName(kind).drop_front(3).str(); }

Ref neutral(Exporter &ex, Tensor type, Combine kind) {
  if (llvm::isa<mlir::ComplexType>(type.getElementType())) return ex.constant(type, kind == Combine::multiply ? 1 : 0);
  mlir::Attribute element = neutralElement(kind, type.getElementType());
  return ex.constant(mlir::DenseElementsAttr::get(type, element));
}

std::string combiner(Exporter &ex, Tensor scalar, Combine kind) {
  return ex.region({scalar, scalar}, [&](Operands x) -> Refs { return {ex.binary(bodyName(kind), x[0], x[1])}; });
}

Refs reduce(Exporter &ex, mlir::Operation *op, Operands x) {
  auto r = llvm::cast<ReduceOp>(op);
  Ref init = neutral(ex, ex.scalarOf(x[0].type), r.getKind());
  return ex.write("stablehlo.reduce", {x[0], init}, "dimensions = " + array(r.getDimensions()), op->getResultTypes(),
                  {combiner(ex, ex.scalarOf(x[0].type), r.getKind())});
}

// The first index of the greatest or least value, or of the first NaN, as JAX writes it.
Refs argReduce(Exporter &ex, mlir::Operation *op, Operands x) {
  auto r = llvm::cast<ArgReduceOp>(op);
  auto type = llvm::cast<Tensor>(x[0].type), result = llvm::cast<Tensor>(r.getY().getType());
  const int64_t dim = static_cast<int64_t>(r.getDimension());
  Tensor scalar = ex.scalarOf(type), index = ex.scalarOf(result);
  Ref iota = ex.writeOne("stablehlo.iota", {}, "iota_dimension = " + std::to_string(dim) + " : i64",
                         Tensor::get(type.getShape(), result.getElementType()));
  Ref init = neutral(ex, ex.scalarOf(type), r.getKind()), zero = ex.constant(index, 0);
  const char *better = r.getKind() == Combine::maximum ? "GT" : "LT";
  std::string body = ex.region({scalar, index, scalar, index}, [&](Operands a) -> Refs {
    Ref wins = ex.compare(better, a[0], a[2]), isNaN = ex.compare("NE", a[0], a[0]);
    wins = ex.binary("stablehlo.or", wins, isNaN);
    Ref tie = ex.binary("stablehlo.and", ex.compare("EQ", a[0], a[2]), ex.compare("LT", a[1], a[3]));
    Ref first = ex.binary("stablehlo.or", wins, tie);
    return {ex.select(wins, a[0], a[2]), ex.select(first, a[1], a[3])};
  });
  return {ex.write("stablehlo.reduce", {x[0], iota, init, zero}, "dimensions = " + array({dim}),
                   {Tensor::get(result.getShape(), type.getElementType()), result}, {body})[1]};
}

// A window that reaches back to the beginning, over padding.
Refs cumulative(Exporter &ex, mlir::Operation *op, Operands x) {
  auto c = llvm::cast<CumulativeOp>(op);
  auto type = llvm::cast<Tensor>(x[0].type);
  const int64_t dim = static_cast<int64_t>(c.getDimension()), n = type.getDimSize(dim), rank = type.getRank();
  if (type.getNumElements() == 0) return Refs(x);
  Sizes ones(rank, 1), window(rank, 1), padding(2 * rank, 0);
  window[dim] = n;
  padding[2 * dim + (c.getReverse() ? 1 : 0)] = n - 1;
  auto i64 = mlir::IntegerType::get(op->getContext(), 64);
  auto pads = mlir::DenseElementsAttr::get(Tensor::get({rank, 2}, i64), llvm::ArrayRef<int64_t>(padding));
  Ref init = neutral(ex, ex.scalarOf(type), c.getKind());
  return ex.write("stablehlo.reduce_window", {x[0], init},
                  "window_dimensions = " + array(window) + ", window_strides = " + array(ones) +
                      ", base_dilations = " + array(ones) + ", window_dilations = " + array(ones) +
                      ", padding = " + text(mlir::Attribute(pads)),
                  op->getResultTypes(), {combiner(ex, ex.scalarOf(type), c.getKind())});
}

}  // namespace

void addReductionRules(ExportRules &rules) {
  rules[ReduceOp::getOperationName()] = reduce;
  rules[ArgReduceOp::getOperationName()] = argReduce;
  rules[CumulativeOp::getOperationName()] = cumulative;
}

}  // namespace fluxion::ir::stablehlo

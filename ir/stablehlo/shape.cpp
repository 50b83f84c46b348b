// Ops that move elements.
#include "ir/stablehlo/importer.h"
#include "mlir/IR/DialectResourceBlobManager.h"

namespace fluxion::ir::stablehlo {
namespace {

Values constant(Importer &in, mlir::Operation *op, Inputs) {
  expect(op, 0);
  mlir::Attribute value = attribute(op, "value");
  if (auto dense = llvm::dyn_cast_if_present<mlir::DenseIntOrFPElementsAttr>(value)) return {in.constant(dense)};
  if (auto resource = llvm::dyn_cast_if_present<mlir::DenseResourceElementsAttr>(value)) {
    Tensor type = checkedType(op, resource.getType());
    mlir::AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    bool splat = false;
    if (blob && mlir::DenseElementsAttr::isValidRawBuffer(type, blob->getData(), splat))
      return {in.constant(mlir::DenseElementsAttr::getFromRawBuffer(type, blob->getData()))};
  }
  in.refuse(op, "a constant has no value, or one of a kind that is not known");
}

Values iota(Importer &in, mlir::Operation *op, Inputs) {
  expect(op, 0);
  Tensor type = resultType(op);
  return {in.iota(integer(op, "iota_dimension"), type.getShape(), type.getElementType())};
}

// Dimensions may come in any order here; fx wants them rising, so the operand is transposed first.
Values broadcastInDim(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  Sizes dims = integers(op, "broadcast_dimensions");
  auto order = llvm::to_vector<6>(llvm::seq<int64_t>(0, static_cast<int64_t>(dims.size())));
  mlir::Value v = x[0];
  if (!llvm::is_sorted(dims)) {
    llvm::sort(order, [&](int64_t a, int64_t b) { return dims[a] < dims[b]; });
    v = in.emit("fx.transpose", {v}, {{"permutation", in.list(order)}});
    llvm::sort(dims);
  }
  return {in.broadcast(v, dims, resultType(op).getShape())};
}

Values reshape(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {in.reshape(x[0], resultType(op).getShape())};
}

Values transpose(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {in.emit("fx.transpose", x, {{"permutation", in.list(integers(op, "permutation"))}})};
}

Values slice(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {in.slice(x[0], integers(op, "start_indices"), integers(op, "limit_indices"), integers(op, "strides"))};
}

Values pad(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  return {in.emit("fx.pad", x,
                  {{"low", in.list(integers(op, "edge_padding_low"))},
                   {"high", in.list(integers(op, "edge_padding_high"))},
                   {"interior", in.list(integers(op, "interior_padding"))}})};
}

Values concatenate(Importer &in, mlir::Operation *op, Inputs x) {
  return {in.emit("fx.concatenate", x, {{"dimension", in.number(integer(op, "dimension"))}})};
}

Values reverse(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {in.emit("fx.reverse", x, {{"dimensions", in.list(integers(op, "dimensions"))}})};
}

Values barrier(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, x.size(), x.size());
  return in.emitMany("fx.optimization_barrier", x);
}

}  // namespace

void addShapeRules(Rules &rules) {
  rules["stablehlo.constant"] = constant;
  rules["stablehlo.iota"] = iota;
  rules["stablehlo.broadcast_in_dim"] = broadcastInDim;
  rules["stablehlo.reshape"] = reshape;
  rules["stablehlo.transpose"] = transpose;
  rules["stablehlo.slice"] = slice;
  rules["stablehlo.pad"] = pad;
  rules["stablehlo.concatenate"] = concatenate;
  rules["stablehlo.reverse"] = reverse;
  rules["stablehlo.optimization_barrier"] = barrier;
}

}  // namespace fluxion::ir::stablehlo

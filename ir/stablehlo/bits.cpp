// Ops on the bits of numbers: reinterpretation and reduced precision.
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

mlir::Type unsignedOf(Importer &in, unsigned width) { return in.builder().getIntegerType(width, false); }

unsigned widthOf(mlir::Operation *op, mlir::Type element) {
  if (!element.isIntOrFloat() || element.getIntOrFloatBitWidth() < 8)
    Importer::refuse(op, "no import for a bitcast of bools or complex numbers");
  return element.getIntOrFloatBitWidth();
}

// Position k of the last dimension of `shape` times `width`, as shifts.
mlir::Value shifts(Importer &in, llvm::ArrayRef<int64_t> shape, mlir::Type element, unsigned width) {
  mlir::Value k = in.iota(static_cast<int64_t>(shape.size()) - 1, shape, element);
  return in.emit("fx.multiply", {k, in.splat(tensorType(k), width)});
}

// One wide element becomes a row of narrow ones, the lowest bits first.
mlir::Value split(Importer &in, mlir::Value x, unsigned from, Tensor type, unsigned to) {
  mlir::Type wide = unsignedOf(in, from);
  mlir::Value bits = in.bitcast(x, wide);
  const auto dims = llvm::to_vector<6>(llvm::seq<int64_t>(0, tensorType(x).getRank()));
  bits = in.broadcast(bits, dims, type.getShape());
  bits = in.emit("fx.shift_right_logical", {bits, shifts(in, type.getShape(), wide, to)});
  return in.bitcast(in.convert(bits, unsignedOf(in, to)), type.getElementType());
}

// And back.
mlir::Value join(Importer &in, mlir::Value x, unsigned from, Tensor type, unsigned to) {
  mlir::Type wide = unsignedOf(in, to);
  mlir::Value bits = in.convert(in.bitcast(x, unsignedOf(in, from)), wide);
  bits = in.emit("fx.shift_left", {bits, shifts(in, shapeOf(x), wide, from)});
  bits = in.emit("fx.reduce", {bits},
                 {{"kind", in.kind(Combine::or_)}, {"dimensions", in.list({tensorType(x).getRank() - 1})}});
  return in.bitcast(bits, type.getElementType());
}

Values bitcastConvert(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  Tensor type = resultType(op);
  if (elementType(x[0]) == type.getElementType()) return {x[0]};
  const unsigned from = widthOf(op, elementType(x[0])), to = widthOf(op, type.getElementType());
  if (from == to) return {in.bitcast(x[0], type.getElementType())};
  if (from > to ? type.getRank() == 0 || type.getShape().back() != from / to
                : shapeOf(x[0]).empty() || shapeOf(x[0]).back() != to / from)
    in.refuse(op, "a bitcast from " + str(x[0].getType()) + " does not give " + str(type));
  return {from > to ? split(in, x[0], from, type, to) : join(in, x[0], from, type, to)};
}

Values reducePrecision(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {in.emit("fx.reduce_precision", {x[0]},
                  {{"exponent_bits", in.number(integer(op, "exponent_bits"))},
                   {"mantissa_bits", in.number(integer(op, "mantissa_bits"))}})};
}

}  // namespace

void addBitRules(Rules &rules) {
  rules["stablehlo.bitcast_convert"] = bitcastConvert;
  rules["stablehlo.reduce_precision"] = reducePrecision;
}

}  // namespace fluxion::ir::stablehlo

// Ops on the bits of numbers: reinterpretation and reduced precision.
#include "ir/ops.h"
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

std::optional<llvm::APInt> splatOf(mlir::Value x) {
  if (auto broadcast = x.getDefiningOp<BroadcastInDimOp>()) x = broadcast.getX();
  auto constant = x.getDefiningOp<ConstantOp>();
  auto dense = constant ? llvm::dyn_cast<mlir::DenseIntElementsAttr>(constant.getValue()) : nullptr;
  if (!dense || !dense.isSplat()) return std::nullopt;
  return dense.getSplatValue<llvm::APInt>();
}

// f, where the bits are those of its sign and mantissa with a constant exponent, as frexp makes them; else null. The
// float that they are is f times a power of two, which is how f moves it; bits tell nothing of that.
mlir::Value mantissaOf(mlir::Value bits, mlir::FloatType type) {
  auto set = bits.getDefiningOp<OrOp>();
  auto kept = set ? set.getLhs().getDefiningOp<AndOp>() : nullptr;
  auto cast = kept ? kept.getLhs().getDefiningOp<BitcastConvertOp>() : nullptr;
  if (!cast || elementType(cast.getX()) != type) return {};
  const auto mask = splatOf(kept.getRhs()), exponent = splatOf(set.getRhs());
  llvm::APInt exponents = llvm::APFloat::getInf(type.getFloatSemantics()).bitcastToAPInt();
  return mask && exponent && *mask == ~exponents && (*exponent & ~exponents).isZero() ? cast.getX() : mlir::Value();
}

// y·(f / f): the same numbers for finite f that are not tiny, with the derivative of y = f·2ⁿ.
mlir::Value movedBy(Importer &in, mlir::Value f, mlir::Value y) {
  auto type = llvm::cast<mlir::FloatType>(elementType(f));
  const double least = llvm::APFloat::getSmallestNormalized(type.getFloatSemantics()).convertToDouble();
  mlir::Value normal = in.compare(Comparison::GE, in.emit("fx.abs", {f}), in.splat(tensorType(f), least));
  normal = in.emit("fx.and", {normal, in.emit("fx.is_finite", {f})});
  mlir::Value one = in.emit("fx.divide", {f, in.emit("fx.stop_gradient", {f})});
  return in.emit("fx.select", {normal, in.emit("fx.multiply", {y, one}), y});
}

Values bitcastConvert(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  Tensor type = resultType(op);
  if (elementType(x[0]) == type.getElementType()) return {x[0]};
  const unsigned from = widthOf(op, elementType(x[0])), to = widthOf(op, type.getElementType());
  if (from == to) {
    mlir::Value y = in.bitcast(x[0], type.getElementType());
    auto real = llvm::dyn_cast<mlir::FloatType>(type.getElementType());
    mlir::Value f = real && llvm::APFloat::semanticsHasInf(real.getFloatSemantics()) ? mantissaOf(x[0], real) : nullptr;
    return {f ? movedBy(in, f, y) : y};
  }
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

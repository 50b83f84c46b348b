// Ops on the bits of numbers: reinterpretation, reduced precision, the next float.
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

mlir::Type unsignedOf(Importer &in, unsigned width) { return in.builder().getIntegerType(width, false); }

Tensor withElement(mlir::Value x, mlir::Type element) { return Tensor::get(shapeOf(x), element); }

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

struct FloatBits {
  unsigned width, mantissa, exponent;
  uint64_t infinity() const { return ((uint64_t(1) << exponent) - 1) << mantissa; }
  uint64_t sign() const { return uint64_t(1) << (width - 1); }
};

FloatBits floatBits(mlir::Operation *op, mlir::Value x) {
  auto type = llvm::dyn_cast<mlir::FloatType>(elementType(x));
  if (!type || type.getWidth() < 16)
    Importer::refuse(op, "no import for '" + op->getName().getStringRef() + "' of " + str(x.getType()));
  const unsigned mantissa = type.getFPMantissaWidth() - 1;
  return {type.getWidth(), mantissa, type.getWidth() - 1 - mantissa};
}

// Rounds to fewer mantissa bits, halves to even; then what leaves the range of fewer exponent bits is ±inf or ±0.
Values reducePrecision(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  const FloatBits f = floatBits(op, x[0]);
  const int64_t exponent = integer(op, "exponent_bits"), mantissa = integer(op, "mantissa_bits");
  if (exponent < 1 || mantissa < 0) in.refuse(op, "reduce_precision needs an exponent bit");
  Tensor type = withElement(x[0], unsignedOf(in, f.width));
  auto bits = [&](uint64_t n) { return in.splatBits(type, n); };
  mlir::Value b = in.bitcast(x[0], type.getElementType());
  if (mantissa < f.mantissa) {
    const uint64_t drop = f.mantissa - static_cast<uint64_t>(mantissa), last = uint64_t(1) << drop;
    mlir::Value odd = in.emit("fx.and", {in.emit("fx.shift_right_logical", {b, bits(drop)}), bits(1)});
    b = in.emit("fx.add", {b, in.emit("fx.add", {odd, bits((last >> 1) - 1)})});
    b = in.emit("fx.and", {b, bits(~(last - 1))});
  }
  if (exponent < f.exponent) {
    const uint64_t bias = (uint64_t(1) << (f.exponent - 1)) - 1, reach = (uint64_t(1) << (exponent - 1)) - 1;
    mlir::Value sign = in.emit("fx.and", {b, bits(f.sign())}), size = in.emit("fx.and", {b, bits(f.infinity())});
    mlir::Value large = in.compare(Comparison::GT, size, bits((bias + reach) << f.mantissa));
    mlir::Value small = in.compare(Comparison::LE, size, bits((bias - reach) << f.mantissa));
    b = in.emit("fx.select", {large, in.emit("fx.or", {sign, bits(f.infinity())}), b});
    b = in.emit("fx.select", {small, sign, b});
  }
  mlir::Value isNaN = in.compare(Comparison::NE, x[0], x[0]);
  return {in.emit("fx.select", {isNaN, x[0], in.bitcast(b, elementType(x[0]))})};
}

// Floats of one sign are in the order of their bits.
Values nextAfter(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  const FloatBits f = floatBits(op, x[0]);
  Tensor type = withElement(x[0], unsignedOf(in, f.width));
  auto bits = [&](uint64_t n) { return in.splatBits(type, n); };
  mlir::Value from = x[0], to = x[1];
  mlir::Value zero = in.splat(tensorType(from), 0), b = in.bitcast(from, type.getElementType());
  mlir::Value up = in.compare(Comparison::LT, from, to), positive = in.compare(Comparison::GT, from, zero);
  mlir::Value away = in.compare(Comparison::EQ, up, positive);
  mlir::Value step =
      in.emit("fx.select", {away, in.emit("fx.add", {b, bits(1)}), in.emit("fx.subtract", {b, bits(1)})});
  mlir::Value fromZero = in.emit("fx.select", {up, bits(1), bits(f.sign() | 1)});
  mlir::Value next = in.emit("fx.select", {in.compare(Comparison::EQ, from, zero), fromZero, step});
  next = in.bitcast(next, elementType(from));
  next = in.emit("fx.select", {in.compare(Comparison::EQ, from, to), to, next});
  mlir::Value ordered = in.emit("fx.and", {in.compare(Comparison::EQ, from, from), in.compare(Comparison::EQ, to, to)});
  return {in.emit("fx.select", {ordered, next, in.emit("fx.add", {from, to})})};
}

// The upper half of a product twice as wide; of 64 bits, by schoolbook multiplication of unsigned halves.
mlir::Value mulhi64(Importer &in, mlir::Value a, mlir::Value b) {
  Tensor type = tensorType(a);
  auto op = [&](const char *name, mlir::Value l, mlir::Value r) { return in.emit(name, {l, r}); };
  mlir::Value mask = in.splatBits(type, 0xffffffff), half = in.splatBits(type, 32);
  auto low = [&](mlir::Value v) { return op("fx.and", v, mask); };
  auto high = [&](mlir::Value v) { return op("fx.shift_right_logical", v, half); };
  mlir::Value ll = op("fx.multiply", low(a), low(b)), lh = op("fx.multiply", low(a), high(b));
  mlir::Value hl = op("fx.multiply", high(a), low(b)), hh = op("fx.multiply", high(a), high(b));
  mlir::Value middle = op("fx.add", op("fx.add", high(ll), low(lh)), low(hl));
  return op("fx.add", op("fx.add", hh, high(middle)), op("fx.add", high(lh), high(hl)));
}

Values mulhi(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  auto element = llvm::dyn_cast<mlir::IntegerType>(elementType(x[0]));
  if (!element || element.getWidth() < 8 || x[0].getType() != x[1].getType())
    in.refuse(op, "mulhi takes two integers of one type");
  if (element.getWidth() < 64) {
    auto wide = in.builder().getIntegerType(64, !element.isUnsigned());
    wide = element.isUnsigned() ? wide : in.builder().getIntegerType(64);
    mlir::Value product = in.emit("fx.multiply", {in.convert(x[0], wide), in.convert(x[1], wide)});
    return {in.convert(in.emit("fx.shift_right_logical", {product, in.splat(tensorType(product), element.getWidth())}),
                       element)};
  }
  mlir::Type bits = unsignedOf(in, 64);
  mlir::Value high = mulhi64(in, in.bitcast(x[0], bits), in.bitcast(x[1], bits));
  if (element.isUnsigned()) return {high};
  // As unsigned numbers, negative operands are 2^64 too large: take that times the other operand off again.
  mlir::Value result = in.bitcast(high, element), zero = in.splat(tensorType(x[0]), 0);
  for (int i = 0; i < 2; ++i) {
    mlir::Value extra = in.emit("fx.select", {in.compare(Comparison::LT, x[i], zero), x[1 - i], zero});
    result = in.emit("fx.subtract", {result, extra});
  }
  return {result};
}

}  // namespace

void addBitRules(Rules &rules) {
  rules["stablehlo.bitcast_convert"] = bitcastConvert;
  rules["stablehlo.reduce_precision"] = reducePrecision;
  rules["chlo.next_after"] = nextAfter;
  rules["chlo.mulhi"] = mulhi;
}

}  // namespace fluxion::ir::stablehlo

// Elementwise ops: most have the same name here.
#include "ir/stablehlo/exporter.h"
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

constexpr llvm::StringLiteral kUnary[] = {"stablehlo.negate",
                                          "stablehlo.abs",
                                          "stablehlo.sign",
                                          "stablehlo.exponential",
                                          "stablehlo.exponential_minus_one",
                                          "stablehlo.log",
                                          "stablehlo.log_plus_one",
                                          "stablehlo.logistic",
                                          "stablehlo.sqrt",
                                          "stablehlo.rsqrt",
                                          "stablehlo.cbrt",
                                          "stablehlo.sine",
                                          "stablehlo.cosine",
                                          "stablehlo.tan",
                                          "stablehlo.tanh",
                                          "stablehlo.floor",
                                          "stablehlo.ceil",
                                          "stablehlo.round_nearest_even",
                                          "stablehlo.round_nearest_afz",
                                          "stablehlo.is_finite",
                                          "stablehlo.not",
                                          "stablehlo.popcnt",
                                          "stablehlo.count_leading_zeros",
                                          "chlo.asin",
                                          "chlo.acos",
                                          "chlo.atan",
                                          "chlo.sinh",
                                          "chlo.cosh",
                                          "chlo.tan",
                                          "chlo.asinh",
                                          "chlo.acosh",
                                          "chlo.atanh",
                                          "chlo.erf",
                                          "chlo.erfc",
                                          "chlo.erf_inv",
                                          "chlo.lgamma",
                                          "chlo.digamma",
                                          "chlo.bessel_i1e"};
constexpr llvm::StringLiteral kBinary[] = {"stablehlo.add",
                                           "stablehlo.subtract",
                                           "stablehlo.multiply",
                                           "stablehlo.divide",
                                           "stablehlo.remainder",
                                           "stablehlo.maximum",
                                           "stablehlo.minimum",
                                           "stablehlo.power",
                                           "stablehlo.atan2",
                                           "stablehlo.and",
                                           "stablehlo.or",
                                           "stablehlo.xor",
                                           "stablehlo.shift_left",
                                           "stablehlo.shift_right_logical",
                                           "stablehlo.shift_right_arithmetic",
                                           "chlo.zeta",
                                           "chlo.polygamma",
                                           "chlo.next_after",
                                           "chlo.mulhi"};

void addSameName(Rules &rules, llvm::StringRef name, size_t operands) {
  rules[name] = [operands](Importer &in, mlir::Operation *op, Inputs x) -> Values {
    expect(op, operands);
    return {in.emit("fx." + op->getName().stripDialect().str(), x)};
  };
}

// The bits of a float as a signed integer in TOTALORDER: −NaN < −inf < … < −0 < +0 < … < +inf < NaN. Negative floats
// grow as their magnitude shrinks, so their magnitude is complemented.
mlir::Value totalOrder(Importer &in, mlir::Value x) {
  const unsigned width = llvm::cast<mlir::FloatType>(elementType(x)).getWidth();
  mlir::Value bits = in.bitcast(x, in.builder().getIntegerType(width));
  mlir::Value sign = in.emit("fx.shift_right_arithmetic", {bits, in.splat(tensorType(bits), width - 1)});
  mlir::Value magnitude = in.splatBits(tensorType(bits), ~uint64_t(0) >> (65 - width));
  return in.emit("fx.xor", {bits, in.emit("fx.and", {sign, magnitude})});
}

Values compare(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  auto direction = symbolizeComparison(keyword(op, "comparison_direction"));
  if (!direction) in.refuse(op, "no comparison direction");
  if (keyword(op, "compare_type") == "TOTALORDER" && llvm::isa<mlir::FloatType>(elementType(x[0])) &&
      x[0].getType() == x[1].getType())
    return {in.compare(*direction, totalOrder(in, x[0]), totalOrder(in, x[1]))};
  return {in.compare(*direction, x[0], x[1])};
}

// A scalar stands for all elements in select's predicate and clamp's limits.
mlir::Value likeShape(Importer &in, mlir::Value scalar, mlir::Value x) {
  return shapeOf(scalar).empty() ? in.broadcastScalar(scalar, shapeOf(x)) : scalar;
}

Values select(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 3);
  return {in.emit("fx.select", {likeShape(in, x[0], x[1]), x[1], x[2]})};
}

Values clamp(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 3);
  return {in.emit("fx.clamp", {likeShape(in, x[0], x[1]), x[1], likeShape(in, x[2], x[1])})};
}

Values convert(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {in.convert(x[0], resultType(op).getElementType())};
}

}  // namespace

llvm::StringRef foreignName(llvm::StringRef fxName) {
  for (llvm::ArrayRef<llvm::StringLiteral> names :
       {llvm::ArrayRef<llvm::StringLiteral>(kUnary), llvm::ArrayRef<llvm::StringLiteral>(kBinary)})
    for (llvm::StringRef name : names)
      if (name.split('.').second == fxName.split('.').second) return name;
  return "";
}

void addElementwiseRules(Rules &rules) {
  for (llvm::StringRef name : kUnary) addSameName(rules, name, 1);
  for (llvm::StringRef name : kBinary) addSameName(rules, name, 2);
  rules["stablehlo.compare"] = compare;
  rules["stablehlo.select"] = select;
  rules["stablehlo.clamp"] = clamp;
  rules["stablehlo.convert"] = convert;
}

}  // namespace fluxion::ir::stablehlo

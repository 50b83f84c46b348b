// Complex numbers. StableHLO's real and imag take real arrays, too; its abs and sign take complex ones.
#include "ir/ops/complex.h"

#include "ir/stablehlo/exporter.h"
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

bool isComplex(mlir::Value x) { return isComplexTensor(x.getType()); }

Values real(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {isComplex(x[0]) ? in.emit("fx.real", x) : x[0]};
}

Values imag(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {isComplex(x[0]) ? in.emit("fx.imag", x) : in.splat(tensorType(x[0]), 0)};
}

Values complex(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  return {in.emit("fx.complex", x)};
}

Values conj(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  if (!isComplex(x[0])) return {x[0]};
  return {in.emit("fx.complex", {in.emit("fx.real", x), in.emit("fx.negate", {in.emit("fx.imag", x)})})};
}

Values abs(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {in.emit(isComplex(x[0]) ? "fx.complex_abs" : "fx.abs", x)};
}

// z / |z|, and z itself where that is 0 or has no direction.
Values sign(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  if (!isComplex(x[0])) return {in.emit("fx.sign", x)};
  mlir::Value size = in.emit("fx.complex_abs", x), zero = in.splat(tensorType(size), 0);
  mlir::Value none = in.compare(Comparison::EQ, size, zero);
  auto part = [&](llvm::StringRef name) {
    mlir::Value p = in.emit(name, x);
    return in.emit("fx.select", {none, p, in.emit("fx.divide", {p, size})});
  };
  return {in.emit("fx.stop_gradient", {in.emit("fx.complex", {part("fx.real"), part("fx.imag")})})};
}

}  // namespace

void addComplexRules(Rules &rules) {
  rules["stablehlo.real"] = real;
  rules["stablehlo.imag"] = imag;
  rules["stablehlo.complex"] = complex;
  rules["stablehlo.abs"] = abs;
  rules["stablehlo.sign"] = sign;
  rules["chlo.conj"] = conj;
}

void addPartRules(ExportRules &rules) {
  auto add = [&](llvm::StringRef from, llvm::StringRef to) {
    rules[from] = [to](Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref> x) -> Refs {
      return ex.write(to, x, "", op->getResultTypes());
    };
  };
  add(RealOp::getOperationName(), "stablehlo.real");
  add(ImagOp::getOperationName(), "stablehlo.imag");
  add(ComplexOp::getOperationName(), "stablehlo.complex");
  add(ComplexAbsOp::getOperationName(), "stablehlo.abs");
}

}  // namespace fluxion::ir::stablehlo

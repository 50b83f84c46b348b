// Ops of CHLO that are compositions.
#include <limits>

#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

Values square(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  return {in.emit("fx.multiply", {x[0], x[0]})};
}

Rule equals(double value, bool magnitude) {
  return [=](Importer &in, mlir::Operation *op, Inputs x) -> Values {
    expect(op, 1);
    mlir::Value v = magnitude ? in.emit("fx.abs", {x[0]}) : x[0];
    return {in.compare(Comparison::EQ, v, in.splat(tensorType(v), value))};
  };
}

// The k greatest elements of the last dimension, with their positions: the head of a descending, stable sort.
Values topK(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1, 2);
  Tensor type = tensorType(x[0]);
  const int64_t k = integer(op, "k"), last = type.getRank() - 1;
  if (last < 0 || k < 0 || k > type.getShape().back())
    in.refuse(op, "top_k: there are no " + llvm::Twine(k) + " elements in " + str(type));
  mlir::Value position = in.iota(last, type.getShape(), in.builder().getI32Type());
  Values sorted =
      in.emitMany("fx.sort", {x[0], position},
                  {{"dimension", in.number(last)}, {"is_stable", in.flag(true)}, {"descending", in.flag(true)}});
  Sizes starts(type.getRank(), 0), limits(type.getShape()), strides(type.getRank(), 1);
  limits.back() = k;
  for (mlir::Value &v : sorted) v = in.slice(v, starts, limits, strides);
  return sorted;
}

}  // namespace

void addChloRules(Rules &rules) {
  constexpr double kInf = std::numeric_limits<double>::infinity();
  rules["chlo.square"] = square;
  rules["chlo.is_inf"] = equals(kInf, true);
  rules["chlo.is_pos_inf"] = equals(kInf, false);
  rules["chlo.is_neg_inf"] = equals(-kInf, false);
  rules["chlo.top_k"] = topK;
}

}  // namespace fluxion::ir::stablehlo

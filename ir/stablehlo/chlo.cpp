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

// The first k of what a stable sort along a dimension gives; the operands after the first move with it.
Values head(Importer &in, Inputs x, int64_t dimension, int64_t k, bool descending) {
  Values sorted = in.emitMany(
      "fx.sort", x,
      {{"dimension", in.number(dimension)}, {"is_stable", in.flag(true)}, {"descending", in.flag(descending)}});
  Sizes starts(shapeOf(x[0]).size(), 0), limits(shapeOf(x[0])), strides(starts.size(), 1);
  limits[static_cast<size_t>(dimension)] = k;
  for (mlir::Value &v : sorted) v = in.slice(v, starts, limits, strides);
  return sorted;
}

// The k greatest elements of the last dimension, with their positions.
Values topK(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1, 2);
  Tensor type = tensorType(x[0]);
  const int64_t k = integer(op, "k"), last = type.getRank() - 1;
  if (last < 0 || k < 0 || k > type.getShape().back())
    in.refuse(op, "top_k: there are no " + llvm::Twine(k) + " elements in " + str(type));
  return head(in, {x[0], in.iota(last, type.getShape(), in.builder().getI32Type())}, last, k, /*descending=*/true);
}

// JAX's approx_max_k and approx_min_k: (arrays…, initial values…), a comparator, and a dimension of which the best k
// elements are kept, or more of them where they are not "aggregated". The exact answer has every recall.
Values approximateTopK(Importer &in, mlir::Operation *op, Inputs x) {
  auto options = llvm::dyn_cast_if_present<mlir::DictionaryAttr>(attribute(op, "mhlo.backend_config"));
  auto dimension = options ? options.getAs<mlir::IntegerAttr>("reduction_dim") : nullptr;
  auto called = llvm::dyn_cast_if_present<mlir::ArrayAttr>(attribute(op, "called_computations"));
  auto name = called && called.size() == 1 ? llvm::dyn_cast<mlir::FlatSymbolRefAttr>(called[0]) : nullptr;
  auto comparator = name ? op->getParentOfType<mlir::ModuleOp>().lookupSymbol<mlir::func::FuncOp>(name.getAttr())
                         : mlir::func::FuncOp();
  if (x.empty() || x.size() % 2 != 0 || op->getNumResults() != x.size() / 2 || !dimension || !comparator ||
      comparator.isExternal())
    in.refuse(op, "ApproxTopK: its operands, dimension or comparator are missing");
  const auto orders = expressions(comparator.getBody());
  const bool greatest = orders.size() == 1 && orders[0] == "GT(0,1)";
  if (!greatest && (orders.size() != 1 || orders[0] != "LT(0,1)"))
    in.refuse(op, "ApproxTopK: the comparator is neither GT nor LT of the first operands");
  const int64_t d = dimension.getInt();
  const llvm::ArrayRef<int64_t> shape = shapeOf(x[0]), wanted = resultType(op).getShape();
  if (d < 0 || d >= static_cast<int64_t>(shape.size()) || wanted.size() != shape.size() ||
      wanted[static_cast<size_t>(d)] > shape[static_cast<size_t>(d)])
    in.refuse(op, "ApproxTopK: " + str(x[0].getType()) + " does not have " + str(resultType(op)) + " along dimension " +
                      llvm::Twine(d));
  return head(in, x.take_front(x.size() / 2), d, wanted[static_cast<size_t>(d)], greatest);
}

}  // namespace

void addChloRules(Rules &rules) {
  constexpr double kInf = std::numeric_limits<double>::infinity();
  rules["chlo.square"] = square;
  rules["chlo.is_inf"] = equals(kInf, true);
  rules["chlo.is_pos_inf"] = equals(kInf, false);
  rules["chlo.is_neg_inf"] = equals(-kInf, false);
  rules["chlo.top_k"] = topK;
  rules["custom_call ApproxTopK"] = approximateTopK;
}

}  // namespace fluxion::ir::stablehlo

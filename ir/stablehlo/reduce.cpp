// Reductions: those that the dialect has where the body is known, else a tree of the body's ops.
#include "ir/ops/shape.h"
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

// Greatest (GT) or least (LT) value with the first index, as JAX writes it; NaN wins. Arguments: value, index, twice.
std::optional<Combine> argReduction(llvm::ArrayRef<std::string> body) {
  for (auto [direction, kind] : {std::pair("GT", Combine::maximum), std::pair("LT", Combine::minimum)}) {
    const std::string wins = std::string("or(") + direction + "(0,2),NE(0,0))";
    const std::string first = "or(" + wins + ",and(EQ(0,2),LT(1,3)))";
    if (body[0] == "select(" + wins + ",0,2)" && body[1] == "select(" + first + ",1,3)") return kind;
  }
  return std::nullopt;
}

std::optional<Values> importArgReduce(Importer &in, mlir::Operation *op, Inputs x, llvm::ArrayRef<std::string> body,
                                      llvm::ArrayRef<int64_t> dims) {
  if (x.size() != 4 || dims.size() != 1 || dims[0] < 0 || dims[0] >= tensorType(x[0]).getRank()) return std::nullopt;
  auto kind = argReduction(body);
  auto iota = x[1].getDefiningOp<IotaOp>();
  if (!kind || !iota || static_cast<int64_t>(iota.getDimension()) != dims[0] || shapeOf(x[0])[dims[0]] == 0 ||
      !llvm::isa<mlir::IntegerType>(elementType(x[1])))
    return std::nullopt;
  mlir::Value value = in.emit("fx.reduce", {x[0]}, {{"kind", in.kind(*kind)}, {"dimensions", in.list(dims)}});
  mlir::Value index = in.emit("fx.arg_reduce", {x[0]}, {{"kind", in.kind(*kind)}, {"dimension", in.number(dims[0])}});
  return Values{value, in.convert(index, elementType(x[1]))};
}

// Neighbours along dimension d are combined until one element is left, which then is dropped. The order stays as it is:
// a body need not be commutative.
Values reduceByPairs(Importer &in, mlir::Region &body, Values x, int64_t d) {
  while (shapeOf(x[0])[d] > 1) {
    const int64_t n = shapeOf(x[0])[d], half = n / 2;
    auto part = [&](mlir::Value v, int64_t from, int64_t to, int64_t stride) {
      Sizes starts(tensorType(v).getRank(), 0), limits(shapeOf(v)), strides(starts.size(), 1);
      starts[d] = from, limits[d] = to, strides[d] = stride;
      return in.slice(v, starts, limits, strides);
    };
    Values pairs;
    for (mlir::Value v : x) pairs.push_back(part(v, 0, 2 * half, 2));
    for (mlir::Value v : x) pairs.push_back(part(v, 1, 2 * half, 2));
    Values combined = in.applyElementwise(body, pairs);
    for (size_t i = 0; n % 2 && i < x.size(); ++i)
      combined[i] = in.emit("fx.concatenate", {combined[i], part(x[i], n - 1, n, 1)}, {{"dimension", in.number(d)}});
    x = combined;
  }
  for (mlir::Value &v : x) {
    Sizes shape(shapeOf(v));
    shape.erase(shape.begin() + d);
    v = in.reshape(v, shape);
  }
  return x;
}

Values reduceGeneral(Importer &in, mlir::Operation *op, Inputs x, Sizes dims) {
  const size_t n = x.size() / 2;
  Values values(x.take_front(n)), inits;
  for (size_t i = 0; i < n; ++i) inits.push_back(in.broadcastScalar(x[n + i], resultType(op, i).getShape()));
  llvm::sort(dims);
  for (int64_t d : llvm::reverse(dims)) {
    if (d < 0 || d >= tensorType(values[0]).getRank()) in.refuse(op, "a reduction names a dimension that there is not");
    if (shapeOf(values[0])[d] == 0) return inits;
    values = reduceByPairs(in, op->getRegion(0), values, d);
  }
  inits.append(values);
  return in.applyElementwise(op->getRegion(0), inits);
}

// Body i is a known combination of operand i alone.
std::optional<Values> reduceKnown(Importer &in, Inputs x, llvm::ArrayRef<std::string> body,
                                  llvm::ArrayRef<int64_t> dims) {
  Values results;
  for (size_t i = 0, n = body.size(); i < n; ++i) {
    auto kind = combinationOf(body[i], i, i + n);
    if (!kind) return std::nullopt;
    mlir::Value y = in.emit("fx.reduce", {x[i]}, {{"kind", in.kind(*kind)}, {"dimensions", in.list(dims)}});
    if (!isNeutral(x[n + i], *kind)) y = in.emit(elementwiseName(*kind), {in.broadcastScalar(x[n + i], shapeOf(y)), y});
    results.push_back(y);
  }
  return results;
}

Values reduce(Importer &in, mlir::Operation *op, Inputs x) {
  const size_t n = op->getNumResults();
  if (op->getNumRegions() != 1 || n == 0 || x.size() != 2 * n)
    in.refuse(op, "a reduction has an initial value for each operand and a region");
  for (size_t i = 0; i < n; ++i)
    if (shapeOf(x[i]) != shapeOf(x[0]) || !shapeOf(x[n + i]).empty())
      in.refuse(op, "a reduction takes equally shaped operands and scalars");
  const Sizes dims = integers(op, "dimensions");
  const auto body = expressions(op->getRegion(0));
  if (body.size() != n) in.refuse(op, "a reducer returns one value for each operand");
  if (auto results = n == 2 ? importArgReduce(in, op, x, body, dims) : std::nullopt) return *results;
  if (auto results = reduceKnown(in, x, body, dims)) return *results;
  return reduceGeneral(in, op, x, dims);
}

}  // namespace

void addReduceRules(Rules &rules) { rules["stablehlo.reduce"] = reduce; }

}  // namespace fluxion::ir::stablehlo

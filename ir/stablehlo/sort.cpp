// Sorts whose comparator is the order of one operand, or of several, the first of them first.
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

// JAX makes −0 and NaN canonical before it compares in TOTALORDER.
std::string canonical(const std::string &x) {
  return "select(NE(" + x + "," + x + "),#NaN,select(EQ(" + x + ",#0),#0," + x + "))";
}

// What is compared of one operand: it, or a part of it.
struct Key {
  size_t operand;
  const char *part;
  bool isCanonical;
};

std::string relation(const char *name, const Key &key) {
  auto side = [&](size_t argument) {
    const std::string x = std::to_string(argument), y = *key.part ? key.part + ("(" + x + ")") : x;
    return key.isCanonical ? canonical(y) : y;
  };
  return std::string(name) + "(" + side(2 * key.operand) + "," + side(2 * key.operand + 1) + ")";
}

/// Whether the comparator is `direction` of the first `keys` operands, lexicographically.
bool isOrder(llvm::StringRef comparator, const char *direction, size_t keys, mlir::TypeRange types) {
  llvm::SmallVector<Key> all;
  for (size_t k = 0; k < keys; ++k) {
    mlir::Type type = llvm::cast<Tensor>(types[k]).getElementType();
    const bool isComplex = llvm::isa<mlir::ComplexType>(type);
    const bool isCanonical = (isComplex || llvm::isa<mlir::FloatType>(type)) && comparator.contains("#NaN");
    all.push_back({k, isComplex ? "real" : "", isCanonical});
    if (isComplex) all.push_back({k, "imag", isCanonical});
  }
  std::string expected;
  for (const Key &key : llvm::reverse(all)) {
    const std::string first = relation(direction, key);
    expected = expected.empty() ? first : "or(" + first + ",and(" + relation("EQ", key) + "," + expected + "))";
  }
  return comparator == expected;
}

// Sorted by the last key first: later, stable sorts keep the order of what is equal to them.
Values sortBy(Importer &in, Values x, size_t keys, int64_t dim, bool stable, bool descending) {
  for (size_t k = keys; k-- > 0;) {
    std::rotate(x.begin(), x.begin() + k, x.begin() + k + 1);
    x = in.emitMany("fx.sort", x,
                    {{"dimension", in.number(dim)},
                     {"is_stable", in.flag(stable || keys > 1)},
                     {"descending", in.flag(descending)}});
    std::rotate(x.begin(), x.begin() + 1, x.begin() + k + 1);
  }
  return x;
}

Values sort(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, x.size(), x.size());
  if (op->getNumRegions() != 1 || x.empty()) in.refuse(op, "a sort has operands and a region");
  const auto body = expressions(op->getRegion(0));
  if (body.size() != 1) in.refuse(op, "a comparator returns one value");
  int64_t dim = attribute(op, "dimension") ? integer(op, "dimension") : -1;
  if (dim < 0) dim += tensorType(x[0]).getRank();
  const auto types = mlir::ValueRange(x).getTypes();
  for (size_t keys = 1; keys <= x.size() && keys <= 4; ++keys)
    for (const char *direction : {"LT", "GT"})
      if (isOrder(body[0], direction, keys, types))
        return sortBy(in, Values(x), keys, dim, boolean(op, "is_stable", false), direction[0] == 'G');
  in.refuse(op, "no import for a sort by " + body[0]);
}

}  // namespace

void addSortRules(Rules &rules) { rules["stablehlo.sort"] = sort; }

}  // namespace fluxion::ir::stablehlo

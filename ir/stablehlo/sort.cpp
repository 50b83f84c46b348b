// Sorts: by keys, the first of them first, where the comparator says so; otherwise by counting for each element those
// that belong in front of it.
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

// JAX makes −0 and NaN canonical before it compares in TOTALORDER, which is the order of fx.sort.
std::string canonical(const std::string &x) {
  return "select(NE(" + x + "," + x + "),#NaN,select(EQ(" + x + ",#0),#0," + x + "))";
}

// What is compared of one operand: it, or a part of it.
struct Part {
  size_t operand;
  const char *part;
  bool isFloat;
};

std::string relation(const char *name, const Part &part) {
  auto side = [&](size_t argument) {
    const std::string x = std::to_string(argument), y = *part.part ? part.part + ("(" + x + ")") : x;
    return part.isFloat ? canonical(y) : y;
  };
  return std::string(name) + "(" + side(2 * part.operand) + "," + side(2 * part.operand + 1) + ")";
}

/// Whether the comparator is `direction` of the first `keys` operands, lexicographically, floats made canonical.
bool isOrder(llvm::StringRef comparator, const char *direction, size_t keys, mlir::TypeRange types) {
  llvm::SmallVector<Part> all;
  for (size_t k = 0; k < keys; ++k) {
    mlir::Type type = llvm::cast<Tensor>(types[k]).getElementType();
    const bool isComplex = llvm::isa<mlir::ComplexType>(type);
    all.push_back({k, isComplex ? "real" : "", isComplex || llvm::isa<mlir::FloatType>(type)});
    if (isComplex) all.push_back({k, "imag", true});
  }
  std::string expected;
  for (const Part &part : llvm::reverse(all)) {
    const std::string first = relation(direction, part);
    expected = expected.empty() ? first : "or(" + first + ",and(" + relation("EQ", part) + "," + expected + "))";
  }
  return comparator == expected;
}

struct Key {
  mlir::Value of;  // in the comparator's block, of the left element
  bool descending = false, totalOrder = false;
};
using Keys = llvm::SmallVector<Key>;

/// Whether b computes from the comparator's arguments moved on by `shift` what a computes: of the right element what a
/// computes of the left one (1), or the same (0).
bool corresponds(mlir::Value a, mlir::Value b, unsigned shift, int depth = 0) {
  auto x = llvm::dyn_cast<mlir::BlockArgument>(a), y = llvm::dyn_cast<mlir::BlockArgument>(b);
  if (x || y)
    return x && y && x.getOwner() == y.getOwner() && x.getArgNumber() % 2 == 0 &&
           x.getArgNumber() + shift == y.getArgNumber();
  mlir::Operation *p = a.getDefiningOp(), *q = b.getDefiningOp();
  if (depth > 32 || p->getName() != q->getName() || p->getNumRegions() != 0 || q->getNumRegions() != 0 ||
      p->getNumOperands() != q->getNumOperands() || p->getResultTypes() != q->getResultTypes() ||
      llvm::cast<mlir::OpResult>(a).getResultNumber() != llvm::cast<mlir::OpResult>(b).getResultNumber() ||
      p->getDiscardableAttrDictionary() != q->getDiscardableAttrDictionary() ||
      p->getPropertiesAsAttribute() != q->getPropertiesAsAttribute())
    return false;
  for (auto [u, v] : llvm::zip_equal(p->getOperands(), q->getOperands()))
    if (!corresponds(u, v, shift, depth + 1)) return false;
  return true;
}

bool isNamed(mlir::Operation *op, llvm::StringRef name, unsigned operands) {
  return op && op->getName().getStringRef() == name && op->getNumOperands() == operands;
}

/// The key of a comparison between what is computed of the left element and of the right one.
std::optional<Key> keyOf(mlir::Value v, llvm::ArrayRef<llvm::StringRef> directions) {
  mlir::Operation *op = v.getDefiningOp();
  if (!isNamed(op, "stablehlo.compare", 2)) return std::nullopt;
  const llvm::StringRef direction = keyword(op, "comparison_direction");
  if (!llvm::is_contained(directions, direction)) return std::nullopt;
  const bool greater = direction == "GT" || direction == "GE";
  const bool total = keyword(op, "compare_type") == "TOTALORDER";
  mlir::Value a = op->getOperand(0), b = op->getOperand(1);
  if (corresponds(a, b, 1)) return Key{a, greater, total};
  if (corresponds(b, a, 1)) return Key{b, !greater, total};
  return std::nullopt;
}

bool isOrderedBy(mlir::Value v, Keys &keys);

/// Whether `equal` says that both elements have the same `first` key, and `rest` orders those that have.
bool isTieBroken(mlir::Value equal, mlir::Value rest, const Key &first, llvm::StringRef direction, Keys &keys) {
  auto same = keyOf(equal, {direction});
  if (!same || !corresponds(same->of, first.of, 0)) return false;
  keys.push_back(first);
  return isOrderedBy(rest, keys);
}

/// Whether the comparator's value is a lexicographic order, whose keys are appended.
bool isOrderedBy(mlir::Value v, Keys &keys) {
  static const llvm::StringRef kOrders[] = {"LT", "GT", "LE", "GE"};
  if (auto key = keyOf(v, kOrders)) {
    keys.push_back(*key);
    return true;
  }
  mlir::Operation *op = v.getDefiningOp();
  if (isNamed(op, "stablehlo.or", 2))
    for (unsigned i : {0u, 1u}) {  // a < b or (a = b and …)
      auto key = keyOf(op->getOperand(i), kOrders);
      mlir::Operation *both = op->getOperand(1 - i).getDefiningOp();
      if (!key || !isNamed(both, "stablehlo.and", 2)) continue;
      for (unsigned j : {0u, 1u})
        if (isTieBroken(both->getOperand(j), both->getOperand(1 - j), *key, "EQ", keys)) return true;
    }
  if (isNamed(op, "stablehlo.select", 3)) {  // a = b ? … : a < b
    if (auto key = keyOf(op->getOperand(2), kOrders))
      if (isTieBroken(op->getOperand(0), op->getOperand(1), *key, "EQ", keys)) return true;
    if (auto key = keyOf(op->getOperand(1), kOrders))
      if (isTieBroken(op->getOperand(0), op->getOperand(2), *key, "NE", keys)) return true;
  }
  return false;
}

// Floats as integers of the same order: −NaN < −∞ < … < −0 < +0 < … < NaN.
mlir::Value inTotalOrder(Importer &in, mlir::Value x) {
  auto f = llvm::dyn_cast<mlir::FloatType>(elementType(x));
  if (!f) return x;
  mlir::Value bits = in.bitcast(x, in.builder().getIntegerType(f.getWidth()));
  const uint64_t magnitude = (uint64_t(1) << (f.getWidth() - 1)) - 1;
  mlir::Value turned = in.emit("fx.xor", {bits, in.splatBits(tensorType(bits), magnitude)});
  return in.emit("fx.select", {in.compare(Comparison::LT, bits, in.splat(tensorType(bits), 0)), turned, bits});
}

Values sortOnce(Importer &in, Values x, size_t key, int64_t dim, bool descending) {
  std::rotate(x.begin(), x.begin() + key, x.begin() + key + 1);
  x = in.emitMany("fx.sort", x,
                  {{"dimension", in.number(dim)}, {"is_stable", in.flag(true)}, {"descending", in.flag(descending)}});
  std::rotate(x.begin(), x.begin() + 1, x.begin() + key + 1);
  return x;
}

// By the last key first: later sorts keep the order of what is equal to them. Keys that are no operands go along.
Values sortByKeys(Importer &in, mlir::Operation *op, Inputs x, llvm::ArrayRef<Key> keys, int64_t dim) {
  Values pairs;
  for (mlir::Value v : x) pairs.append({v, v});
  llvm::SmallVector<mlir::Value> wanted;
  for (const Key &key : keys) wanted.push_back(key.of);
  Values all(x);
  llvm::SmallVector<size_t> places;
  const Values computed = in.applyElementwise(op->getRegion(0), pairs, wanted);
  for (auto [key, value] : llvm::zip_equal(keys, computed)) {
    mlir::Value ordered = key.totalOrder ? inTotalOrder(in, value) : value;
    places.push_back(static_cast<size_t>(llvm::find(all, ordered) - all.begin()));
    if (places.back() == all.size()) all.push_back(ordered);
  }
  for (size_t k = keys.size(); k-- > 0;) all = sortOnce(in, all, places[k], dim, keys[k].descending);
  all.truncate(x.size());
  return all;
}

// Whatever the comparator computes: element i goes behind all j for which it holds, and behind earlier ones for which
// it holds neither way.
Values sortByRank(Importer &in, mlir::Operation *op, Inputs x, int64_t dim) {
  Sizes shape(shapeOf(x[0])), mine, last, spread;
  const int64_t n = shape[dim], rank = static_cast<int64_t>(shape.size());
  if (tensorType(x[0]).getNumElements() > (int64_t(1) << 31) / std::max<int64_t>(n, 1))
    in.refuse(op, "no import for a sort of " + str(x[0].getType()) +
                      " by a comparator that is no order of keys: it would compare every two elements");
  for (int64_t d = 0; d < rank; ++d) {
    mine.push_back(d);
    if (d != dim) last.push_back(d);
  }
  spread = last;  // a broadcast keeps the order of dimensions, so the sorted one is moved to the end first
  last.push_back(dim);
  spread.push_back(rank);
  shape.push_back(n);
  Values before, after;  // (j, i) and (i, j)
  for (mlir::Value v : x) {
    mlir::Value i = in.broadcast(v, mine, shape);
    mlir::Value j = in.broadcast(in.emit("fx.transpose", {v}, {{"permutation", in.list(last)}}), spread, shape);
    before.append({j, i});
    after.append({i, j});
  }
  mlir::Region &comparator = op->getRegion(0);
  mlir::Value less = in.applyElementwise(comparator, before)[0], greater = in.applyElementwise(comparator, after)[0];
  mlir::Type i32 = in.builder().getI32Type();
  mlir::Value earlier = in.compare(Comparison::LT, in.iota(rank, shape, i32), in.iota(dim, shape, i32));
  mlir::Value inFront = in.emit("fx.or", {less, in.emit("fx.and", {in.emit("fx.not", {greater}), earlier})});
  Values all{in.emit("fx.reduce", {in.convert(inFront, i32)},
                     {{"kind", in.kind(Combine::add)}, {"dimensions", in.list({rank})}})};
  all.append(x.begin(), x.end());
  all = sortOnce(in, all, 0, dim, false);
  all.erase(all.begin());
  return all;
}

Values sort(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, x.size(), x.size());
  if (op->getNumRegions() != 1 || x.empty()) in.refuse(op, "a sort has operands and a region");
  mlir::Region &region = op->getRegion(0);
  const auto body = expressions(region);
  if (body.size() != 1 || region.getNumArguments() != 2 * x.size())
    in.refuse(op, "a comparator takes two of each operand and returns one value");
  for (mlir::Value v : x)
    if (shapeOf(v) != shapeOf(x[0])) in.refuse(op, "the operands of a sort have one shape");
  const int64_t rank = tensorType(x[0]).getRank();
  int64_t dim = attribute(op, "dimension") ? integer(op, "dimension") : -1;
  if (dim < 0) dim += rank;
  if (dim < 0 || dim >= rank) in.refuse(op, "a sort names a dimension that there is not");
  const auto types = mlir::ValueRange(x).getTypes();
  for (size_t keys = 1; keys <= x.size() && keys <= 4; ++keys)
    for (const char *direction : {"LT", "GT"})
      if (isOrder(body[0], direction, keys, types)) {
        Values sorted(x);
        for (size_t k = keys; k-- > 0;) sorted = sortOnce(in, sorted, k, dim, direction[0] == 'G');
        return sorted;
      }
  Keys keys;
  if (isOrderedBy(region.front().back().getOperand(0), keys)) return sortByKeys(in, op, x, keys, dim);
  return sortByRank(in, op, x, dim);
}

}  // namespace

void addSortRules(Rules &rules) { rules["stablehlo.sort"] = sort; }

}  // namespace fluxion::ir::stablehlo

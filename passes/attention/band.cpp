#include "passes/attention/band.h"

#include "llvm/ADT/TypeSwitch.h"

namespace fluxion::passes {

using ir::Comparison;
using mlir::Value;

namespace {

// The dimensions of an op's operand, from those of its result, where the op moves elements or repeats them.
std::optional<std::pair<Value, MaskDims>> behind(mlir::Operation *op, const MaskDims &dims) {
  if (auto broadcast = llvm::dyn_cast<ir::BroadcastInDimOp>(op)) {
    MaskDims from;
    for (auto [i, d] : llvm::enumerate(broadcast.getDimensions()))
      from.push_back(ir::shapeOf(broadcast.getX())[i] == 1 ? MaskDim::other : dims[static_cast<size_t>(d)]);
    return std::pair(broadcast.getX(), from);
  }
  if (auto transpose = llvm::dyn_cast<ir::TransposeOp>(op)) {
    MaskDims from(dims.size());
    for (auto [i, d] : llvm::enumerate(transpose.getPermutation())) from[static_cast<size_t>(d)] = dims[i];
    return std::pair(transpose.getX(), from);
  }
  auto reshape = llvm::dyn_cast<ir::ReshapeOp>(op);
  if (!reshape) return std::nullopt;
  MaskDims from;
  size_t next = 0;
  llvm::ArrayRef<int64_t> to = ir::shapeOf(reshape.getY());
  for (int64_t n : ir::shapeOf(reshape.getX())) {  // only dimensions of size 1 come and go
    if (n == 1) {
      from.push_back(MaskDim::other);
      continue;
    }
    while (next < to.size() && to[next] == 1) ++next;
    if (next == to.size() || to[next] != n) return std::nullopt;
    from.push_back(dims[next++]);
  }
  return std::pair(reshape.getX(), from);
}

bool isWide(Value x) {
  auto integer = llvm::dyn_cast<mlir::IntegerType>(ir::elementType(x));
  return integer && integer.getWidth() >= 32;  // no array is so long that these overflow
}

// query·i + key·j + constant
struct Affine {
  int64_t query = 0, key = 0, constant = 0;

  Affine plus(const Affine &other, int64_t sign) const {
    return {query + sign * other.query, key + sign * other.key, constant + sign * other.constant};
  }
};

std::optional<Affine> affineOf(Value x, const MaskDims &dims, int depth = kMaskDepth) {
  mlir::Operation *op = x.getDefiningOp();
  if (!op || !isWide(x) || depth == 0) return std::nullopt;
  if (auto number = splatOf(x)) {
    if (std::abs(*number) > static_cast<double>(Band::kFar)) return std::nullopt;
    return Affine{0, 0, static_cast<int64_t>(*number)};
  }
  if (auto iota = llvm::dyn_cast<ir::IotaOp>(op)) {
    const MaskDim dim = dims[iota.getDimension()];
    if (dim == MaskDim::other) return std::nullopt;
    return dim == MaskDim::query ? Affine{1, 0, 0} : Affine{0, 1, 0};
  }
  if (llvm::isa<ir::AddOp, ir::SubtractOp>(op)) {
    auto a = affineOf(op->getOperand(0), dims, depth - 1), b = affineOf(op->getOperand(1), dims, depth - 1);
    if (!a || !b) return std::nullopt;
    return a->plus(*b, llvm::isa<ir::AddOp>(op) ? 1 : -1);
  }
  if (llvm::isa<ir::ConvertOp>(op)) return affineOf(op->getOperand(0), dims, depth - 1);
  if (auto next = behind(op, dims)) return affineOf(next->first, next->second, depth - 1);
  return std::nullopt;
}

Comparison opposite(Comparison direction) {
  switch (direction) {
    case Comparison::EQ:
      return Comparison::NE;
    case Comparison::NE:
      return Comparison::EQ;
    case Comparison::LT:
      return Comparison::GE;
    case Comparison::GE:
      return Comparison::LT;
    case Comparison::GT:
      return Comparison::LE;
    case Comparison::LE:
      return Comparison::GT;
  }
  return direction;
}

// Where sign·(key − query) + constant compares so with 0.
std::optional<Band> bandOf(Comparison direction, const Affine &a) {
  if (a.query != -a.key || std::abs(a.key) != 1) return std::nullopt;
  if (a.key < 0) {  // −d + c ≤ 0 is d − c ≥ 0
    constexpr auto mirrored = [](Comparison c) {
      return c == Comparison::LT   ? Comparison::GT
             : c == Comparison::GT ? Comparison::LT
             : c == Comparison::LE ? Comparison::GE
             : c == Comparison::GE ? Comparison::LE
                                   : c;
    };
    return bandOf(mirrored(direction), {-a.query, -a.key, -a.constant});
  }
  const int64_t at = -a.constant;
  switch (direction) {
    case Comparison::LT:
      return Band{-Band::kFar, at - 1};
    case Comparison::LE:
      return Band{-Band::kFar, at};
    case Comparison::GT:
      return Band{at + 1, Band::kFar};
    case Comparison::GE:
      return Band{at, Band::kFar};
    case Comparison::EQ:
      return Band{at, at};
    case Comparison::NE:
      break;
  }
  return std::nullopt;
}

// A mask that is there as bits, as many as its type has elements.
std::optional<Band> bandOf(ir::Tensor type, llvm::ArrayRef<char> seen, const MaskDims &dims) {
  std::optional<size_t> query, key;
  for (auto [i, dim] : llvm::enumerate(dims)) {
    if (type.getDimSize(static_cast<int64_t>(i)) == 1) continue;
    if (dim == MaskDim::other) return std::nullopt;
    (dim == MaskDim::query ? query : key) = i;
  }
  if (!query || !key) return std::nullopt;
  const int64_t rows = type.getDimSize(static_cast<int64_t>(*query)),
                columns = type.getDimSize(static_cast<int64_t>(*key));
  const bool turned = *key < *query;
  auto at = [&](int64_t i, int64_t j) { return seen[static_cast<size_t>(turned ? j * rows + i : i * columns + j)]; };
  // The distances on which it holds, from the first row and column; then all elements are compared with them.
  Band band{Band::kFar, -Band::kFar};
  for (int64_t d = -(rows - 1); d < columns; ++d)
    if (at(std::max<int64_t>(-d, 0), std::max<int64_t>(d, 0))) band = {std::min(band.least, d), std::max(band.most, d)};
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < columns; ++j)
      if (bool(at(i, j)) != (band.least <= j - i && j - i <= band.most)) return std::nullopt;
  if (band.least == -(rows - 1)) band.least = -Band::kFar;
  if (band.most == columns - 1) band.most = Band::kFar;
  return band;
}

std::optional<Band> bandOf(mlir::DenseElementsAttr bits, const MaskDims &dims, bool holds) {
  llvm::SmallVector<char> seen;
  seen.reserve(static_cast<size_t>(bits.getNumElements()));
  for (bool b : bits.getValues<bool>()) seen.push_back(b == holds);
  return bandOf(llvm::cast<ir::Tensor>(bits.getType()), seen, dims);
}

double numberOf(llvm::APFloat x) {
  bool lost = false;
  x.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven, &lost);
  return x.convertToDouble();
}

mlir::DenseElementsAttr floatsOf(Value x) {
  auto constant = x.getDefiningOp<ir::ConstantOp>();
  if (!constant || !llvm::isa<mlir::FloatType>(ir::elementType(x))) return {};
  return llvm::dyn_cast<mlir::DenseElementsAttr>(constant.getValue());
}

// A choice between two numbers: the mask, and what they are where it holds and where it does not.
struct Choice {
  Value pred;
  double holds, fails;
};
std::optional<Choice> choiceOf(mlir::Operation *op, int depth = kMaskDepth) {
  if (depth == 0) return std::nullopt;
  if (auto select = llvm::dyn_cast<ir::SelectOp>(op)) {
    auto a = splatOf(select.getOnTrue()), b = splatOf(select.getOnFalse());
    return a && b ? std::optional(Choice{select.getPred(), *a, *b}) : std::nullopt;
  }
  if (auto convert = llvm::dyn_cast<ir::ConvertOp>(op)) {
    if (ir::elementType(convert.getX()).isInteger(1)) return Choice{convert.getX(), 1, 0};
    op = convert.getX().getDefiningOp();
    return op ? choiceOf(op, depth - 1) : std::nullopt;
  }
  if (!llvm::isa<ir::MultiplyOp, ir::AddOp, ir::SubtractOp>(op)) return std::nullopt;
  auto a = splatOf(op->getOperand(0)), b = splatOf(op->getOperand(1));
  mlir::Operation *of = op->getOperand(a ? 1 : 0).getDefiningOp();
  if (!a == !b || !of) return std::nullopt;
  std::optional<Choice> c = choiceOf(of, depth - 1);
  if (!c) return std::nullopt;
  for (double *x : {&c->holds, &c->fails}) {
    if (llvm::isa<ir::MultiplyOp>(op)) *x *= a ? *a : *b;
    if (llvm::isa<ir::AddOp>(op)) *x += a ? *a : *b;
    if (llvm::isa<ir::SubtractOp>(op)) *x = a ? *a - *x : *x - *b;
  }
  return c;
}

std::optional<Band> bandOf(ir::CompareOp op, const MaskDims &dims, bool holds, int depth) {
  const Comparison direction = holds ? op.getDirection() : opposite(op.getDirection());
  // convert(mask) ≠ 0, and select(mask, 1, 0) ≠ 0: what triangles of ones come from.
  if (splatOf(op.getRhs()) == 0.0 && (direction == Comparison::NE || direction == Comparison::EQ)) {
    const bool same = direction == Comparison::NE;
    if (auto convert = op.getLhs().getDefiningOp<ir::ConvertOp>())
      if (ir::elementType(convert.getX()).isInteger(1)) return bandOf(convert.getX(), dims, same, depth);
    if (auto select = op.getLhs().getDefiningOp<ir::SelectOp>()) {
      auto a = splatOf(select.getOnTrue()), b = splatOf(select.getOnFalse());
      if (a && b && (*a != 0) != (*b != 0)) return bandOf(select.getPred(), dims, same == (*a != 0), depth);
    }
  }
  auto a = affineOf(op.getLhs(), dims), b = affineOf(op.getRhs(), dims);
  if (!a || !b) return std::nullopt;
  return bandOf(direction, a->plus(*b, -1));
}

std::optional<Band> both(Value a, Value b, const MaskDims &dims, bool holds, int depth) {
  auto x = bandOf(a, dims, holds, depth), y = bandOf(b, dims, holds, depth);
  if (!x || !y) return std::nullopt;
  return *x & *y;
}

}  // namespace

std::optional<double> splatOf(Value x) {
  while (auto *op = x.getDefiningOp()) {
    if (auto constant = llvm::dyn_cast<ir::ConstantOp>(op)) {
      auto dense = llvm::dyn_cast<mlir::DenseElementsAttr>(constant.getValue());
      if (!dense || !dense.isSplat()) return std::nullopt;
      if (llvm::isa<mlir::FloatType>(dense.getElementType())) {
        return numberOf(dense.getSplatValue<llvm::APFloat>());
      }
      auto integer = llvm::dyn_cast<mlir::IntegerType>(dense.getElementType());
      if (!integer) return std::nullopt;
      const llvm::APInt value = dense.getSplatValue<llvm::APInt>();
      const bool isSigned = !integer.isUnsigned() && integer.getWidth() > 1;
      return isSigned ? static_cast<double>(value.getSExtValue()) : static_cast<double>(value.getZExtValue());
    }
    const bool keeps = llvm::isa<ir::BroadcastInDimOp, ir::ReshapeOp, ir::TransposeOp>(op) ||
                       (llvm::isa<ir::ConvertOp>(op) && ir::elementType(op->getOperand(0)).isInteger(1) &&
                        !llvm::isa<mlir::ComplexType>(ir::elementType(x)));
    if (!keeps) return std::nullopt;
    x = op->getOperand(0);
  }
  return std::nullopt;
}

std::optional<double> hiddenBy(Value x, int depth) {
  mlir::Operation *op = x.getDefiningOp();
  if (!op || depth == 0 || splatOf(x)) return std::nullopt;
  if (auto numbers = floatsOf(x)) {
    double other = 0;
    for (const llvm::APFloat &number : numbers.getValues<llvm::APFloat>()) {
      const double n = numberOf(number);
      if (n == 0 || n == other) continue;
      if (other != 0) return std::nullopt;
      other = n;
    }
    return other;
  }
  if (auto c = choiceOf(op)) return c->holds == 0 ? c->fails : c->fails == 0 ? std::optional(c->holds) : std::nullopt;
  MaskDims unknown(ir::shapeOf(x).size(), MaskDim::other);
  auto next = behind(op, unknown);
  return next ? hiddenBy(next->first, depth - 1) : std::nullopt;
}

std::optional<Band> bandOfAdded(Value x, const MaskDims &dims, int depth) {
  mlir::Operation *op = x.getDefiningOp();
  if (!op || depth == 0) return std::nullopt;
  if (auto numbers = floatsOf(x)) {
    llvm::SmallVector<char> seen;
    for (const llvm::APFloat &number : numbers.getValues<llvm::APFloat>()) seen.push_back(number.isZero());
    return bandOf(llvm::cast<ir::Tensor>(x.getType()), seen, dims);
  }
  if (auto c = choiceOf(op)) return bandOf(c->pred, dims, c->holds == 0);
  auto next = behind(op, dims);
  return next ? bandOfAdded(next->first, next->second, depth - 1) : std::nullopt;
}

std::optional<Band> bandOf(Value mask, const MaskDims &dims, bool holds, int depth) {
  mlir::Operation *op = mask.getDefiningOp();
  if (!op || depth == 0) return std::nullopt;
  if (auto number = splatOf(mask)) return (*number != 0) == holds ? std::optional(Band{}) : std::nullopt;
  if (auto constant = llvm::dyn_cast<ir::ConstantOp>(op))
    if (auto bits = llvm::dyn_cast<mlir::DenseElementsAttr>(constant.getValue())) return bandOf(bits, dims, holds);
  if (auto compare = llvm::dyn_cast<ir::CompareOp>(op)) return bandOf(compare, dims, holds, depth - 1);
  if (llvm::isa<ir::NotOp>(op)) return bandOf(op->getOperand(0), dims, !holds, depth - 1);
  // ¬(a ∨ b) = ¬a ∧ ¬b; the unions that are left are no bands.
  if (holds ? llvm::isa<ir::AndOp>(op) : llvm::isa<ir::OrOp>(op))
    return both(op->getOperand(0), op->getOperand(1), dims, holds, depth - 1);
  if (auto select = llvm::dyn_cast<ir::SelectOp>(op)) {
    auto a = splatOf(select.getOnTrue()), b = splatOf(select.getOnFalse());
    if (a && b && (*a != 0) != (*b != 0)) return bandOf(select.getPred(), dims, holds == (*a != 0), depth - 1);
    // select(p, q, false) is p ∧ q.
    if (holds && b == 0.0) return both(select.getPred(), select.getOnTrue(), dims, true, depth - 1);
    return std::nullopt;
  }
  if (auto next = behind(op, dims)) return bandOf(next->first, next->second, holds, depth - 1);
  return std::nullopt;
}

}  // namespace fluxion::passes

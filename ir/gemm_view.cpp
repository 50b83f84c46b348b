#include "ir/gemm_view.h"

#include "ir/element_map.h"
#include "ir/ops.h"
#include "ir/ops/attention.h"
#include "llvm/ADT/STLExtras.h"

namespace fluxion::ir {

namespace {

// A group of dimensions walked together, with its stride in each of the arrays concerned.
struct Axis {
  int64_t size;
  int64_t strides[3];
};
using Axes = llvm::SmallVector<Axis, 4>;

// Joins neighbours that follow one another in every array.
Axes collapse(const Axes &axes) {
  Axes joined;
  for (const Axis &a : axes) {
    if (a.size == 1) continue;
    bool follows = !joined.empty();
    for (int i = 0; i < 3 && follows; ++i) follows = joined.back().strides[i] == a.strides[i] * a.size;
    if (follows)
      joined.back() = {joined.back().size * a.size, {a.strides[0], a.strides[1], a.strides[2]}};
    else
      joined.push_back(a);
  }
  return joined;
}

std::optional<Axis> single(Axes axes) {
  for (int by : {0, 1}) {
    llvm::sort(axes, [&](const Axis &x, const Axis &y) {
      return std::pair(x.strides[by], y.size) > std::pair(y.strides[by], x.size);
    });
    Axes joined = collapse(axes);
    if (joined.empty()) return Axis{1, {0, 0, 0}};
    if (joined.size() == 1) return joined[0];
  }
  return std::nullopt;
}

// Rows (or columns): the last group; the groups before it become batch dimensions.
Axis takeLast(const Axes &axes, Axes &batch) {
  Axes joined = collapse(axes);
  if (joined.empty()) return {1, {0, 0, 0}};
  batch.append(joined.begin(), joined.end() - 1);
  return joined.back();
}

StridedView viewOf(mlir::Value base, const IndexVector &loops, const IndexExpr &position) {
  StridedView view{base, position.constant, Sizes(loops.size())};
  for (auto [i, loop] : llvm::enumerate(loops))
    for (auto [v, k] : position.terms)
      if (!loop.terms.empty() && loop.terms[0].first == v) view.strides[i] = k;
  return view;
}

bool affine(const IndexSpace &space, const IndexExpr &e) {
  return llvm::all_of(e.terms, [&](auto term) { return space[term.first].kind == IndexVariable::Kind::loop; });
}

}  // namespace

Sizes rowMajorStrides(llvm::ArrayRef<int64_t> shape) {
  Sizes strides(shape.size());
  int64_t next = 1;
  for (size_t i = shape.size(); i-- > 0; next *= shape[i]) strides[i] = shape[i] == 1 ? 0 : next;
  return strides;
}

llvm::SmallVector<StridedView, 4> stridedViews(mlir::Value value) {
  llvm::SmallVector<StridedView, 4> views{{value, 0, rowMajorStrides(shapeOf(value))}};
  IndexSpace space;
  IndexVector loops;
  for (int64_t n : shapeOf(value)) loops.push_back(space.loop(n));
  IndexVector at = loops;
  while (auto *op = value.getDefiningOp()) {
    if (!mlir::isa<BroadcastInDimOp, ReshapeOp, TransposeOp, SliceOp, ReverseOp>(op)) break;
    llvm::SmallVector<ElementSource, 1> sources;
    elementSources(op, space, at, sources);
    at = sources[0].at;
    value = op->getOperand(0);
    IndexExpr position = space.linear(at, shapeOf(value));
    if (!affine(space, position)) break;
    views.push_back(viewOf(value, loops, position));
  }
  return views;
}

StridedView attentionView(mlir::Value operand, llvm::function_ref<bool(mlir::Value)> isThere) {
  auto views = stridedViews(operand);
  for (const StridedView &view : llvm::reverse(views))
    if ((view.strides.back() == 1 || shapeOf(operand).back() == 1) && isThere(view.base)) return view;
  return views[0];
}

namespace {

// Adds where the elements of what moves make of a result of attention lie in the concatenation from `offset` on.
bool addPlace(PackedGradient &packed, ConcatenateOp whole, mlir::Value part, int64_t offset) {
  llvm::SmallVector<mlir::Operation *, 2> moves;
  while (part.hasOneUse() && llvm::isa_and_nonnull<ReshapeOp, TransposeOp>(part.getDefiningOp())) {
    moves.push_back(part.getDefiningOp());
    part = moves.back()->getOperand(0);
  }
  auto attention = part.getDefiningOp<AttentionGradOp>();
  if (!attention || !part.hasOneUse() || (packed.attention && packed.attention != attention)) return false;
  IndexSpace space;
  IndexVector loops;
  for (int64_t n : shapeOf(part)) loops.push_back(space.loop(n));
  IndexVector at = loops;
  for (mlir::Operation *move : llvm::reverse(moves)) {
    if (auto transpose = llvm::dyn_cast<TransposeOp>(move))
      at = llvm::map_to_vector(transpose.getPermutation(), [&](int64_t d) { return at[static_cast<size_t>(d)]; });
    else
      at = space.delinear(space.linear(at, shapeOf(move->getOperand(0))), shapeOf(move->getResult(0)));
  }
  IndexExpr &along = at[whole.getDimension()];
  along = IndexSpace::plus(along, offset);
  const IndexExpr position = space.linear(at, shapeOf(whole.getY()));
  StridedView place = viewOf(whole.getY(), loops, position);
  if (!affine(space, position) || (place.strides.back() != 1 && shapeOf(part).back() != 1)) return false;
  packed.attention = attention;
  packed.places[llvm::cast<mlir::OpResult>(part).getResultNumber()] = std::move(place);
  packed.moves.append(moves);
  return true;
}

}  // namespace

std::optional<PackedGradient> packedGradient(mlir::Operation *concatenation) {
  auto whole = llvm::dyn_cast_or_null<ConcatenateOp>(concatenation);
  if (!whole || whole->getNumOperands() != 3) return std::nullopt;
  PackedGradient packed{};
  int64_t offset = 0;
  for (mlir::Value part : whole->getOperands()) {  // each result is used once, so these are all three
    if (!addPlace(packed, whole, part, offset)) return std::nullopt;
    offset += shapeOf(part)[whole.getDimension()];
  }
  return packed;
}

std::optional<MatrixProduct> matchProduct(DotGeneralOp op, const StridedView &lhs, const StridedView &rhs,
                                          llvm::ArrayRef<int64_t> out) {
  auto lhsShape = shapeOf(op.getLhs()), rhsShape = shapeOf(op.getRhs());
  Axes sums, rows, columns, batch;
  size_t next = 0;
  for (auto [l, r] : llvm::zip(op.getLhsContracting(), op.getRhsContracting()))
    sums.push_back({lhsShape[l], {lhs.strides[l], rhs.strides[r], 0}});
  for (auto [l, r] : llvm::zip(op.getLhsBatching(), op.getRhsBatching()))
    batch.push_back({lhsShape[l], {lhs.strides[l], rhs.strides[r], out[next++]}});
  for (int64_t d = 0; d < static_cast<int64_t>(lhsShape.size()); ++d)
    if (!llvm::is_contained(op.getLhsBatching(), d) && !llvm::is_contained(op.getLhsContracting(), d))
      rows.push_back({lhsShape[d], {lhs.strides[d], 0, out[next++]}});
  for (int64_t d = 0; d < static_cast<int64_t>(rhsShape.size()); ++d)
    if (!llvm::is_contained(op.getRhsBatching(), d) && !llvm::is_contained(op.getRhsContracting(), d))
      columns.push_back({rhsShape[d], {0, rhs.strides[d], out[next++]}});
  auto sum = single(sums);
  if (!sum) return std::nullopt;
  batch = collapse(batch);
  Axis row = takeLast(rows, batch), column = takeLast(columns, batch);
  MatrixProduct p;
  p.m = row.size, p.n = column.size, p.k = sum->size;
  p.a = {lhs.offset, row.strides[0], sum->strides[0], {}};
  p.b = {rhs.offset, sum->strides[1], column.strides[1], {}};
  p.out = {0, row.strides[2], column.strides[2], {}};
  for (const Axis &axis : batch) {
    p.batch.push_back(axis.size);
    p.a.batch.push_back(axis.strides[0]);
    p.b.batch.push_back(axis.strides[1]);
    p.out.batch.push_back(axis.strides[2]);
  }
  // Results are written along their columns: turn the product round if the rows are what lies together.
  if (p.out.row == 1 && p.out.column != 1 && p.n > 1) {
    p.turned = true;
    std::swap(p.m, p.n);
    std::swap(p.a, p.b);
    for (auto *o : {&p.a, &p.b, &p.out}) std::swap(o->row, o->column);
  }
  return p;
}

}  // namespace fluxion::ir

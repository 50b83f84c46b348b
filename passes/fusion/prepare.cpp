#include "passes/fusion/prepare.h"

#include "ir/element_map.h"
#include "ir/gemm_view.h"
#include "ir/ops.h"
#include "ir/ops/attention.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "passes/fusion/cost.h"

namespace fluxion::passes {

namespace {

using ir::shapeOf;
using ir::Sizes;

mlir::Value transposed(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, llvm::ArrayRef<int64_t> order) {
  if (llvm::is_sorted(order)) return x;
  return ir::TransposeOp::create(b, loc, x, order);
}

mlir::Value reshaped(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, llvm::ArrayRef<int64_t> shape) {
  if (shapeOf(x) == shape) return x;
  return ir::ReshapeOp::create(b, loc, x, shape);
}

mlir::Value converted(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, mlir::Type element) {
  return ir::elementType(x) == element ? x : ir::ConvertOp::create(b, loc, x, element).getResult();
}

// An operand as [batch, free, summed].
struct Side {
  mlir::Value value;
  Sizes free;
};
Side arrange(mlir::OpBuilder &b, mlir::Location loc, mlir::Value x, llvm::ArrayRef<int64_t> batching,
             llvm::ArrayRef<int64_t> contracting) {
  Sizes order(batching.begin(), batching.end()), shape(3, 1), free;
  for (int64_t d : batching) shape[0] *= shapeOf(x)[d];
  for (int64_t d = 0; d < static_cast<int64_t>(shapeOf(x).size()); ++d)
    if (!llvm::is_contained(batching, d) && !llvm::is_contained(contracting, d)) {
      order.push_back(d);
      free.push_back(shapeOf(x)[d]);
      shape[1] *= free.back();
    }
  for (int64_t d : contracting) order.push_back(d), shape[2] *= shapeOf(x)[d];
  return {reshaped(b, loc, transposed(b, loc, x, order), shape), free};
}

bool isProductOfBytes(ir::DotGeneralOp op) {
  return ir::elementType(op.getLhs()).isSignlessInteger(8) && ir::elementType(op.getRhs()).isSignlessInteger(8);
}

bool isNative(ir::DotGeneralOp op, bool bytes) {
  mlir::Type l = ir::elementType(op.getLhs()), y = ir::elementType(op.getY());
  if (l != ir::elementType(op.getRhs())) return false;
  if (bytes && isProductOfBytes(op) && y.isSignlessInteger(32)) return true;
  return (l.isF32() && y.isF32()) || (l.isF64() && y.isF64()) || ((l.isBF16() || l.isF16()) && (y == l || y.isF32()));
}

// y = Σ convert(a)·convert(b), for integers too long for floats and for bools.
void expand(ir::DotGeneralOp op) {
  mlir::OpBuilder b(op);
  mlir::Location loc = op.getLoc();
  mlir::Type element = ir::elementType(op.getY());
  Side l = arrange(b, loc, converted(b, loc, op.getLhs(), element), op.getLhsBatching(), op.getLhsContracting());
  Side r = arrange(b, loc, converted(b, loc, op.getRhs(), element), op.getRhsBatching(), op.getRhsContracting());
  auto ls = shapeOf(l.value), rs = shapeOf(r.value);
  Sizes full{ls[0], ls[1], rs[1], ls[2]};
  mlir::Value x = ir::BroadcastInDimOp::create(b, loc, l.value, llvm::ArrayRef<int64_t>{0, 1, 3}, full);
  mlir::Value y = ir::BroadcastInDimOp::create(b, loc, r.value, llvm::ArrayRef<int64_t>{0, 2, 3}, full);
  mlir::Value product = ir::MultiplyOp::create(b, loc, x, y);
  mlir::Value sum = ir::ReduceOp::create(b, loc, ir::Combine::add, product, llvm::ArrayRef<int64_t>{3});
  op.replaceAllUsesWith(reshaped(b, loc, sum, shapeOf(op.getY())));
  op.erase();
}

// Bits of the magnitude of an integer; more than any float has for what is none.
int64_t magnitudeBits(mlir::Type element) {
  auto integer = mlir::dyn_cast<mlir::IntegerType>(element);
  if (!integer) return 64;
  return integer.getWidth() - (integer.isUnsigned() || integer.getWidth() == 1 ? 0 : 1);
}

// The type whose product of matrices serves: at least f32 for floats, and for short integers one in which every sum is
// exact, or wraps around as the result does. Null if there is none.
mlir::Type carrierOf(ir::DotGeneralOp op, bool bytes) {
  mlir::Builder b(op.getContext());
  mlir::Type l = ir::elementType(op.getLhs()), r = ir::elementType(op.getRhs()), y = ir::elementType(op.getY());
  if (auto real = mlir::dyn_cast<mlir::FloatType>(y)) {
    if (real.getWidth() >= 32) return y;
    return l.isF64() || r.isF64() ? b.getF64Type() : b.getF32Type();
  }
  if (y.isInteger(1)) return {};
  int64_t terms = 1;
  for (int64_t d : op.getLhsContracting()) terms *= shapeOf(op.getLhs())[d];
  const int64_t bits = magnitudeBits(l) + magnitudeBits(r) + llvm::Log2_64_Ceil(std::max<int64_t>(terms, 1));
  if (bytes && isProductOfBytes(op) && (y.getIntOrFloatBitWidth() <= 32 || bits <= 31)) return b.getI32Type();
  if (bits <= 24) return b.getF32Type();
  return bits <= 53 ? b.getF64Type() : mlir::FloatType();
}

// The same product with sums of type `carrier`, converted to what it is to be: integers by way of one in which they
// fit, and then wrapping around.
ir::DotGeneralOp carried(ir::DotGeneralOp op, mlir::Type carrier) {
  mlir::OpBuilder b(op);
  mlir::Location loc = op.getLoc();
  const bool ofFloats = mlir::isa<mlir::FloatType>(carrier);
  auto operand = [&](mlir::Value x) { return ofFloats ? converted(b, loc, x, carrier) : x; };
  auto y = ir::DotGeneralOp::create(b, loc, operand(op.getLhs()), operand(op.getRhs()), op.getLhsBatching(),
                                    op.getRhsBatching(), op.getLhsContracting(), op.getRhsContracting(), carrier);
  mlir::Type element = ir::elementType(op.getY());
  mlir::Value result = y.getY();
  if (ofFloats && mlir::isa<mlir::IntegerType>(element))
    result = converted(b, loc, result, b.getIntegerType(carrier.isF64() ? 64 : 32));
  op.replaceAllUsesWith(converted(b, loc, result, element));
  op.erase();
  return y;
}

void prepare(ir::DotGeneralOp op, bool bytes) {
  if (mlir::isa<mlir::ComplexType>(ir::elementType(op.getY()))) return;
  if (!isNative(op, bytes)) {
    mlir::Type carrier = carrierOf(op, bytes);
    if (!carrier) return expand(op);
    op = carried(op, carrier);
  }
  auto [l, r] = productViews(op);
  if (ir::matchProduct(op, l, r, ir::rowMajorStrides(shapeOf(op.getY())))) return;
  mlir::OpBuilder b(op);
  mlir::Location loc = op.getLoc();
  Side lhs = arrange(b, loc, op.getLhs(), op.getLhsBatching(), op.getLhsContracting());
  Side rhs = arrange(b, loc, op.getRhs(), op.getRhsBatching(), op.getRhsContracting());
  const Sizes first{0}, last{2};
  mlir::Value y = ir::DotGeneralOp::create(b, loc, lhs.value, rhs.value, first, first, last, last, op.getElement());
  op.replaceAllUsesWith(reshaped(b, loc, y, shapeOf(op.getY())));
  op.erase();
}

// Gives a product, or attention, its own copy of the moves in front of an operand, through which it reads memory in
// strides. What else needs their values is then free to be computed elsewhere, later.
void separateViews(mlir::OpOperand &operand, mlir::Value base) {
  for (mlir::OpOperand *use = &operand; use->get() != base;) {
    mlir::Operation *move = use->get().getDefiningOp();
    if (!move->hasOneUse()) {
      move = mlir::OpBuilder(use->getOwner()).clone(*move);
      use->set(move->getResult(0));
    }
    use = &move->getOpOperand(0);
  }
}

void separateViews(mlir::Operation *op) {
  if (auto dot = mlir::dyn_cast<ir::DotGeneralOp>(op)) {
    auto [l, r] = productViews(dot);
    separateViews(op->getOpOperand(0), l.base);
    separateViews(op->getOpOperand(1), r.base);
  } else if (ir::isAttention(op)) {
    const auto views = attentionViews(op);
    for (auto [operand, view] : llvm::zip_equal(op->getOpOperands(), views)) separateViews(operand, view.base);
  }
}

// The greatest divisor of n in [2, limit]; 1 if there is none.
int64_t divisor(int64_t n, int64_t limit) {
  for (int64_t d = std::min(n, limit); d > 1; --d)
    if (n % d == 0) return d;
  return 1;
}

// Reduces `op`'s operand in `shape` over `first`, then the partial results over `second`; these are not rounded.
void reduceInSteps(ir::ReduceOp op, llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> first,
                   llvm::ArrayRef<int64_t> second) {
  mlir::OpBuilder b(op);
  mlir::Location loc = op.getLoc();
  mlir::Type element = ir::elementType(op.getX());
  auto real = mlir::dyn_cast<mlir::FloatType>(element);
  mlir::Type wide = real && real.getWidth() < 32 ? b.getF32Type() : element;
  mlir::Value x = reshaped(b, loc, converted(b, loc, op.getX(), wide), shape);
  mlir::Value partial = ir::ReduceOp::create(b, loc, op.getKind(), x, first);
  mlir::Value y = ir::ReduceOp::create(b, loc, op.getKind(), partial, second);
  op.replaceAllUsesWith(converted(b, loc, y, element));
  op.erase();
}

// Whether an array that `x` is computed from elementwise, x itself included, is soon summed up along its rows, too.
bool isReadByRows(mlir::Value x) {
  constexpr size_t kMost = 64;
  const int64_t count = ir::tensorType(x).getNumElements();
  auto isLarge = [&](mlir::Value v) { return ir::tensorType(v).getNumElements() == count; };
  auto isRowSum = [](mlir::Operation *op) {
    if (!mlir::isa<ir::ReduceOp>(op)) return false;
    return llvm::is_contained(ir::reducedDimensions(op), static_cast<int64_t>(shapeOf(op->getOperand(0)).size()) - 1);
  };
  llvm::SetVector<mlir::Value> values;
  values.insert(x);
  for (size_t i = 0; i < values.size() && i < kMost; ++i)  // what it is computed from
    if (auto *op = values[i].getDefiningOp(); op && mlir::isa<ir::ElementwiseInterface>(op))
      for (mlir::Value v : op->getOperands())
        if (isLarge(v)) values.insert(v);
  for (int steps = 0; steps < 3; ++steps)  // and what that makes
    for (size_t i = 0, n = values.size(); i < n && i < kMost; ++i)
      for (mlir::Operation *user : values[i].getUsers()) {
        if (isRowSum(user)) return true;
        if (values.size() < kMost && mlir::isa<ir::ElementwiseInterface>(user)) values.insert(user->getResult(0));
      }
  return false;
}

// Whether columns are summed up that a kernel over rows can take (kSparedByFold), if that is done in blocks of rows.
bool mayFold(ir::ReduceOp op, int64_t columns) {
  const int64_t bytes = ir::shapeDtypeOf(op.getX().getType()).bytes();
  return bytes >= kSparedByFold && 4 * columns <= kMostFolded / 2 && isReadByRows(op.getX());
}

void split(ir::ReduceOp op) {
  auto shape = shapeOf(op.getX());
  Sizes dims = ir::reducedDimensions(op);
  int64_t kept = 1, summed = 1, outer = -1;
  for (int64_t d = 0; d < static_cast<int64_t>(shape.size()); ++d) {
    bool isSummed = llvm::is_contained(dims, d);
    (isSummed ? summed : kept) *= shape[d];
    if (isSummed && outer < 0 && shape[d] > 1) outer = d;
  }
  if (outer < 0 || kept == 0) return;
  int64_t innermost = static_cast<int64_t>(shape.size()) - 1;
  while (shape[innermost] == 1) --innermost;
  bool rows = llvm::is_contained(dims, innermost);
  // Work is cut into tiles of one row, or of 64 columns.
  int64_t tiles = rows ? kept : (kept + 63) / 64, work = kept * summed;
  if (work < 32768 || summed < 256 || (tiles >= 32 && (rows || !mayFold(op, kept)))) return;
  int64_t parts = divisor(shape[outer],
                          std::min<int64_t>(64, std::max<int64_t>(2, work / 16384) / std::max<int64_t>(1, tiles / 8)));
  if (parts < 2 || summed / parts < 16) return;
  Sizes halves(shape.begin(), shape.end()), inner;
  halves[outer] = shape[outer] / parts;
  halves.insert(halves.begin() + outer, parts);
  for (int64_t d : dims) inner.push_back(d + 1);
  int64_t place = llvm::count_if(llvm::seq<int64_t>(0, outer), [&](int64_t d) { return !llvm::is_contained(dims, d); });
  reduceInSteps(op, halves, inner, place);
}

// Sums up the last dimensions first where others are summed up, too, but not all in between: each result would gather
// short pieces from all over memory. The partial results are few.
bool separate(ir::ReduceOp op) {
  constexpr int64_t kLeastWork = 1 << 18, kLeastPiece = 64, kMostPiece = 4096;  // elements; bytes
  auto shape = shapeOf(op.getX());
  Sizes dims = ir::reducedDimensions(op), last, first;
  int64_t edge = static_cast<int64_t>(shape.size()), piece = 1;
  while (edge > 0 && llvm::is_contained(dims, edge - 1)) piece *= shape[--edge];
  for (int64_t d : dims) (d >= edge ? last : first).push_back(d);
  mlir::Type element = ir::elementType(op.getX());
  if (last.empty() || first.empty() || !element.isIntOrFloat()) return false;
  const int64_t bytes = piece * std::max<int64_t>(1, element.getIntOrFloatBitWidth() / 8);
  if (ir::tensorType(op.getX()).getNumElements() < kLeastWork || bytes < kLeastPiece || bytes >= kMostPiece)
    return false;
  reduceInSteps(op, shape, last, first);
  return true;
}

bool isEmpty(mlir::Value x) { return ir::tensorType(x).getNumElements() == 0; }

// Gives `op` the one value that all its elements have. What has complex elements is split into two real ones before.
void replaceByConstant(mlir::Operation *op, mlir::TypedAttr element) {
  mlir::OpBuilder b(op);
  mlir::Value y = op->getResult(0);
  auto value = mlir::DenseElementsAttr::get(ir::tensorType(y), mlir::Attribute(element));
  y.replaceAllUsesWith(ir::ConstantOp::create(b, op->getLoc(), ir::tensorType(y), value));
}

}  // namespace

void replaceEmpty(mlir::func::FuncOp f) {
  f.walk([](mlir::Operation *op) {
    mlir::OpBuilder b(op);
    auto reduce = mlir::dyn_cast<ir::ReduceOp>(op);
    auto dot = mlir::dyn_cast<ir::DotGeneralOp>(op);
    if ((reduce || dot) && isEmpty(op->getOperand(0)) && !isEmpty(op->getResult(0))) {
      mlir::Type element = ir::elementType(op->getResult(0));
      if (!mlir::isa<mlir::ComplexType>(element))
        replaceByConstant(op, ir::neutralElement(reduce ? reduce.getKind() : ir::Combine::add, element));
    }
    if (mlir::isa<ir::ConstantOp>(op)) return;
    for (mlir::Value v : op->getResults()) {
      auto type = mlir::dyn_cast<ir::Tensor>(v.getType());
      if (!type || type.getNumElements() || v.use_empty()) continue;
      auto value = mlir::DenseElementsAttr::get(type, llvm::ArrayRef<mlir::Attribute>());
      v.replaceAllUsesWith(ir::ConstantOp::create(b, op->getLoc(), type, value));
    }
  });
}

void prepareProducts(mlir::func::FuncOp f, bool bytes) {
  llvm::SmallVector<ir::DotGeneralOp> dots;
  f.walk([&](ir::DotGeneralOp op) { dots.push_back(op); });
  for (ir::DotGeneralOp op : dots) prepare(op, bytes);
  f.walk([](mlir::Operation *op) { separateViews(op); });
}

void splitReductions(mlir::func::FuncOp f) {
  llvm::SmallVector<ir::ReduceOp> reductions;
  f.walk([&](ir::ReduceOp op) { reductions.push_back(op); });
  for (ir::ReduceOp op : reductions)
    if (!separate(op)) split(op);
}

}  // namespace fluxion::passes

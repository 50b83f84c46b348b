// Kernels over rows that sum up columns, too: one pass over memory where there would be two.
#include "ir/ops.h"
#include "llvm/ADT/STLExtras.h"
#include "passes/fusion/cluster.h"

namespace fluxion::passes {

using ir::Sizes;

namespace {

// The sizes that cut a space wherever one of two shapes does; none if a cut of one lies within a dimension of the
// other.
Sizes commonShape(llvm::ArrayRef<int64_t> a, llvm::ArrayRef<int64_t> b) {
  Sizes inner;  // numbers of elements inside of each cut
  for (llvm::ArrayRef<int64_t> shape : {a, b}) {
    int64_t n = 1;
    for (int64_t size : llvm::reverse(shape)) inner.push_back(n *= size);
  }
  llvm::sort(inner);
  inner.erase(llvm::unique(inner), inner.end());
  Sizes shape;
  int64_t last = 1;
  for (int64_t n : inner) {
    if (n == 0 || n % last) return {};
    if (n > 1) shape.push_back(n / last);
    last = n;
  }
  std::reverse(shape.begin(), shape.end());
  return shape;
}

// The dimensions of `fine`, whose cuts include those of `shape`, that lie in the given dimensions of `shape`.
Sizes refined(llvm::ArrayRef<int64_t> dims, llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> fine) {
  Sizes found;
  int64_t inside = 1, d = static_cast<int64_t>(shape.size()) - 1, within = shape.empty() ? 1 : shape.back();
  for (int64_t f = static_cast<int64_t>(fine.size()) - 1; f >= 0; --f) {
    inside *= fine[f];
    while (within < inside) within *= shape[--d];
    if (llvm::is_contained(dims, d)) found.push_back(f);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

// Sums are added up where they are written, in the type that they are computed in.
bool hasPlainType(mlir::Value v) {
  mlir::Type type = ir::elementType(v);
  return type.isF32() || type.isF64() || type.isInteger(32) || type.isInteger(64);
}

}  // namespace

bool Cluster::sumsUpOnly() const {
  return kind == ClusterKind::reduce && llvm::all_of(outputs_, [&](mlir::Value v) {
           if (role(v) == Role::whole) return true;
           return mlir::isa<ir::ReduceOp>(v.getDefiningOp()) && hasPlainType(v) && role(v) == Role::kept;
         });
}

void Cluster::addFold(mlir::Value v) {
  outputs_.insert(v);
  folds_.insert(v.getDefiningOp());
  request(v, space_.delinear(unfolded_, ir::shapeOf(v)));
}

std::optional<Cluster> Cluster::fold(const Cluster &rows, const Cluster &columns,
                                     llvm::function_ref<bool(mlir::Value)> unwanted) {
  if (rows.kind != ClusterKind::reduce || !columns.folded_.empty() || !columns.sumsUpOnly()) return std::nullopt;
  const Sizes shape = commonShape(rows.shape_, columns.shape_);
  if (shape.empty()) return std::nullopt;
  const Sizes reduced = refined(rows.reduced_, rows.shape_, shape);
  const Sizes folded = refined(columns.reduced_, columns.shape_, shape);
  const auto last = static_cast<int64_t>(shape.size()) - 1;
  if (!llvm::is_contained(reduced, last) || folded.empty()) return std::nullopt;
  if (llvm::any_of(folded, [&](int64_t d) { return llvm::is_contained(reduced, d); })) return std::nullopt;
  if (!rows.folded_.empty() && refined(rows.folded_, rows.shape_, shape) != folded) return std::nullopt;
  Cluster both(shape, reduced);
  both.setFolded(folded);
  Outputs outputs;
  for (const Cluster *part : {&rows, &columns})
    for (mlir::Value v : part->outputs_) {
      if (part->isFold(v) || (part == &columns && part->role(v) == Role::kept))
        both.addFold(v);
      else if (!unwanted(v))
        outputs.insert(v);
    }
  Ops ops = rows.absorbed_;
  ops.insert(columns.absorbed_.begin(), columns.absorbed_.end());
  both.replay(outputs, ops);
  both.new_.clear();
  // Each value still lies where both parts had it, and no sum over rows is read.
  for (mlir::Value v : outputs)
    if (!both.outputs_.contains(v)) return std::nullopt;
  for (mlir::Operation *op : ops) {
    if (!mlir::isa<ir::ReduceOp, ir::ArgReduceOp>(op) || ir::isElementMap(op)) continue;
    if (both.folds_.contains(op) ? both.role(op->getResult(0)) != Role::folded : !both.matches(op)) return std::nullopt;
  }
  return both;
}

}  // namespace fluxion::passes

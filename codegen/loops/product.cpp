#include "codegen/loops/product.h"

#include "ir/element_map.h"
#include "llvm/ADT/SetVector.h"

namespace fluxion::codegen {

ir::DotGeneralOp productOf(ir::KernelOp kernel) { return *kernel.getBody().front().getOps<ir::DotGeneralOp>().begin(); }

namespace {

// The ops between the product and the kernel's results.
llvm::SetVector<mlir::Operation *> following(ir::KernelOp kernel) {
  llvm::SetVector<mlir::Operation *> ops;
  llvm::SmallVector<mlir::Value> work(kernel.getBody().front().getTerminator()->getOperands());
  while (!work.empty()) {
    auto *op = work.pop_back_val().getDefiningOp();
    if (!op || mlir::isa<ir::DotGeneralOp>(op) || !ops.insert(op)) continue;
    llvm::append_range(work, op->getOperands());
  }
  return ops;
}

}  // namespace

bool isPlainProduct(ir::KernelOp kernel) {
  return kernel.getNumResults() == 1 && llvm::all_of(following(kernel), [](mlir::Operation *op) {
           return mlir::isa<ir::TransposeOp, ir::ReshapeOp>(op);
         });
}

llvm::SmallVector<unsigned> epilogueInputs(ir::KernelOp kernel) {
  llvm::SmallVector<unsigned> numbers;
  if (isPlainProduct(kernel)) return numbers;
  auto ops = following(kernel);
  for (mlir::BlockArgument v : kernel.getBody().getArguments())
    if (llvm::any_of(v.getUsers(), [&](mlir::Operation *user) { return ops.contains(user); }))
      numbers.push_back(v.getArgNumber());
  return numbers;
}

std::optional<LocatedProduct> locateProduct(ir::DotGeneralOp op, llvm::ArrayRef<int64_t> out,
                                            llvm::function_ref<bool(mlir::Value)> hasBuffer) {
  auto lhs = ir::stridedViews(op.getLhs()), rhs = ir::stridedViews(op.getRhs());
  for (const auto &l : llvm::reverse(lhs))
    for (const auto &r : llvm::reverse(rhs)) {
      if (!hasBuffer(l.base) || !hasBuffer(r.base)) continue;
      if (auto product = ir::matchProduct(op, l, r, out))
        return product->turned ? LocatedProduct{*product, r.base, l.base} : LocatedProduct{*product, l.base, r.base};
    }
  return std::nullopt;
}

std::optional<ir::MatrixProduct> productIn(ir::KernelOp kernel, mlir::Value *lhs, mlir::Value *rhs) {
  ir::DotGeneralOp op = productOf(kernel);
  ir::Sizes out = ir::rowMajorStrides(ir::shapeOf(op.getY()));
  mlir::Value y = op.getY();
  if (isPlainProduct(kernel)) {
    // Where the product's dimensions end up in the result: follow the moves from the result back to the product.
    mlir::Value result = kernel.getBody().front().getTerminator()->getOperand(0);
    if (result != y) {
      ir::IndexSpace space;
      ir::IndexVector root, at;
      for (int64_t n : ir::shapeOf(result)) root.push_back(space.loop(n));
      ir::IndexExpr whole = space.linear(root, ir::shapeOf(result));
      at = root;
      for (mlir::Value v = result; v != y; v = v.getDefiningOp()->getOperand(0)) {
        llvm::SmallVector<ir::ElementSource, 1> sources;
        ir::elementSources(v.getDefiningOp(), space, at, sources);
        at = sources[0].at;
      }
      if (!(space.linear(at, ir::shapeOf(y)) == whole))
        for (size_t d = 0; d < at.size(); ++d)
          for (auto [v, k] : whole.terms)
            if (!at[d].isConstant() && v == at[d].terms[0].first) out[d] = k;
    }
  }
  auto located = locateProduct(op, out, [](mlir::Value v) { return mlir::isa<mlir::BlockArgument>(v); });
  if (!located) return std::nullopt;
  if (lhs) *lhs = kernel.getInputs()[mlir::cast<mlir::BlockArgument>(located->lhs).getArgNumber()];
  if (rhs) *rhs = kernel.getInputs()[mlir::cast<mlir::BlockArgument>(located->rhs).getArgNumber()];
  return located->product;
}

KernelLoops productLoops(ir::KernelOp kernel, const ir::MatrixProduct &p, llvm::SmallVectorImpl<int> &variables) {
  KernelLoops k;
  ir::IndexExpr position;
  auto add = [&](int64_t size, int64_t stride) {
    ir::IndexExpr loop = k.space.loop(size);
    variables.push_back(loop.isConstant() ? -1 : loop.terms[0].first);
    if (!loop.isConstant()) k.loops.push_back({loop.terms[0].first, size, false});
    position = k.space.add(position, loop, stride);
  };
  for (auto [n, stride] : llvm::zip(p.batch, p.out.batch)) add(n, stride);
  add(p.m, p.out.row);
  add(p.n, p.out.column);
  k.lane = variables.back() < 0 ? -1 : static_cast<int>(k.loops.size()) - 1;
  k.root = k.space.delinear(position, kernel.getShape());
  k.whole = k.kept = position;
  return k;
}

}  // namespace fluxion::codegen

// Control flow. StableHLO's regions may use values from outside, so constants of loops and inputs of branches need no
// arguments.
#include "ir/ops/attention.h"
#include "ir/ops/control.h"
#include "ir/ops/custom.h"
#include "ir/ops/sharding.h"
#include "ir/stablehlo/exporter.h"
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

using Operands = llvm::ArrayRef<Ref>;

Refs exportCase(Exporter &ex, mlir::Operation *op, Operands x) {
  llvm::SmallVector<std::string> branches;
  for (mlir::Region &branch : op->getRegions())
    branches.push_back(ex.region({}, [&](Operands) { return ex.writeBlock(branch.front(), x.drop_front()); }));
  return ex.write("stablehlo.case", {x[0]}, "", op->getResultTypes(), branches);
}

Refs exportWhile(Exporter &ex, mlir::Operation *op, Operands x) {
  auto loop = llvm::cast<WhileOp>(op);
  const size_t constants = loop.getNumConstants();
  auto region = [&](mlir::Region &source) {
    return ex.region(op->getResultTypes(), [&](Operands carry) {
      Refs arguments(x.take_front(constants));
      arguments.append(carry.begin(), carry.end());
      return ex.writeBlock(source.front(), arguments);
    });
  };
  std::string condition = region(loop.getCondition()), body = region(loop.getBody());
  return ex.write("stablehlo.while", x.drop_front(constants), "", op->getResultTypes(), {condition, body});
}

// Where element i of a stack is: i, then zeros.
Refs positions(Exporter &ex, const Ref &i, int64_t rank) {
  Refs starts{i};
  for (int64_t d = 1; d < rank; ++d) starts.push_back(ex.constant(ex.scalarIndex(), 0));
  return starts;
}

Ref takeRow(Exporter &ex, const Ref &stack, const Ref &i) {
  auto type = llvm::cast<Tensor>(stack.type);
  Sizes one(type.getShape());
  one[0] = 1;
  Refs operands{stack};
  operands.append(positions(ex, i, type.getRank()));
  Ref row = ex.writeOne("stablehlo.dynamic_slice", operands, "slice_sizes = " + array(one),
                        Tensor::get(one, type.getElementType()));
  return ex.writeOne("stablehlo.reshape", {row}, "", Tensor::get(type.getShape().drop_front(), type.getElementType()));
}

Ref putRow(Exporter &ex, const Ref &stack, const Ref &row, const Ref &i) {
  auto type = llvm::cast<Tensor>(stack.type);
  Sizes one(type.getShape());
  one[0] = 1;
  Refs operands{stack, ex.writeOne("stablehlo.reshape", {row}, "", Tensor::get(one, type.getElementType()))};
  operands.append(positions(ex, i, type.getRank()));
  return ex.writeOne("stablehlo.dynamic_update_slice", operands, "", stack.type);
}

Ref zeros(Exporter &ex, mlir::Type type) {
  return ex.writeOne("stablehlo.broadcast_in_dim", {ex.constant(ex.scalarOf(type), 0)},
                     "broadcast_dimensions = array<i64>", type);
}

// A while over a counter, the carries and the stacked results.
Refs exportScan(Exporter &ex, mlir::Operation *op, Operands x) {
  auto scan = llvm::cast<ScanOp>(op);
  const size_t constants = scan.getNumConstants(), carries = scan.getNumCarry();
  const double length = static_cast<double>(scan.getLength());
  if (scan.getLength() == 0) {  // rows of empty arrays cannot be named
    Refs results(x.begin() + constants, x.begin() + constants + carries);
    for (mlir::Type t : mlir::TypeRange(op->getResultTypes()).drop_front(carries)) results.push_back(zeros(ex, t));
    return results;
  }
  llvm::ArrayRef<Ref> xs = x.drop_front(constants + carries);
  Refs state{ex.constant(ex.scalarIndex(), 0)};
  state.append(x.begin() + constants, x.begin() + constants + carries);
  for (mlir::Type t : mlir::TypeRange(op->getResultTypes()).drop_front(carries)) state.push_back(zeros(ex, t));
  llvm::SmallVector<mlir::Type> types;
  for (const Ref &r : state) types.push_back(r.type);
  std::string condition = ex.region(
      types, [&](Operands a) -> Refs { return {ex.compare("LT", a[0], ex.constant(ex.scalarIndex(), length))}; });
  std::string body = ex.region(types, [&](Operands a) -> Refs {
    Ref i = scan.getReverse() ? ex.binary("stablehlo.subtract", ex.constant(ex.scalarIndex(), length - 1), a[0]) : a[0];
    Refs arguments(x.take_front(constants));
    arguments.append(a.begin() + 1, a.begin() + 1 + carries);
    for (const Ref &stack : xs) arguments.push_back(takeRow(ex, stack, i));
    Refs results = ex.writeBlock(scan.getBody().front(), arguments);
    Refs next{ex.binary("stablehlo.add", a[0], ex.constant(ex.scalarIndex(), 1))};
    next.append(results.begin(), results.begin() + carries);
    for (size_t k = carries; k < results.size(); ++k) next.push_back(putRow(ex, a[1 + k], results[k], i));
    return next;
  });
  Refs results = ex.write("stablehlo.while", state, "", types, {condition, body});
  return Refs(results.begin() + 1, results.end());
}

// Functions with rules of their own are what they compute.
Refs exportFirst(Exporter &ex, mlir::Operation *op, Operands x) {
  mlir::Region &first = op->getRegion(0);
  if (first.empty()) Importer::refuse(op, "no export for a function that is known by its transpose alone: expand it");
  return ex.writeBlock(first.front(), x);
}

// Attention is written out.
Refs exportExpanded(Exporter &ex, mlir::Operation *op, Operands x) {
  mlir::OwningOpRef<mlir::func::FuncOp> f = expandedAttention(op);
  return ex.writeBlock(f->getBody().front(), x);
}

}  // namespace

void addLoopRules(ExportRules &rules) {
  rules[CaseOp::getOperationName()] = exportCase;
  rules[WhileOp::getOperationName()] = exportWhile;
  rules[ScanOp::getOperationName()] = exportScan;
  for (llvm::StringRef name :
       {CustomJvpOp::getOperationName(), CustomVjpOp::getOperationName(), CustomVmapOp::getOperationName(),
        LinearCallOp::getOperationName(), CheckpointOp::getOperationName()})
    rules[name] = exportFirst;
  rules[LinearSolveOp::getOperationName()] = [](Exporter &ex, mlir::Operation *op, Operands x) {
    return ex.writeBlock(llvm::cast<LinearSolveOp>(op).getSolve().front(), x);
  };
  rules[AttentionOp::getOperationName()] = exportExpanded;
  rules[AttentionGradOp::getOperationName()] = exportExpanded;
  rules[AttentionJvpOp::getOperationName()] = exportExpanded;
  rules[AttentionGradJvpOp::getOperationName()] = exportExpanded;
  for (llvm::StringRef name : {NameOp::getOperationName(), ShardingConstraintOp::getOperationName()})
    rules[name] = [](Exporter &, mlir::Operation *, Operands x) { return Refs(x); };
}

}  // namespace fluxion::ir::stablehlo

#include "passes/complex/split.h"

#include "ir/ops/complex.h"
#include "passes/complex/rules.h"
#include "passes/passes.h"
#include "passes/transforms.h"

namespace fluxion::passes {

namespace {

using ir::isComplexTensor;
using llvm::SmallVector;

bool anyComplex(mlir::TypeRange types) { return llvm::any_of(types, isComplexTensor); }

bool isComplexOp(mlir::Operation &op) { return anyComplex(op.getOperandTypes()) || anyComplex(op.getResultTypes()); }

class Splitter {
 public:
  // The ops of a block; its terminator's operands become whole or, in regions, pairs.
  void run(mlir::Block &block, bool isRegion) {
    SmallVector<mlir::Operation *> ops, dead;
    for (mlir::Operation &op : block.without_terminator()) ops.push_back(&op);
    for (mlir::Operation *op : ops)
      if (split(op)) dead.push_back(op);
    mlir::Operation *end = block.getTerminator();
    mlir::OpBuilder builder(end);
    Emit e(builder, end->getLoc());
    SmallVector<Value> results;
    if (isRegion)
      results = flat(end->getOperands(), e);
    else
      for (Value v : end->getOperands()) results.push_back(whole(v, e));
    end->setOperands(results);
    for (mlir::Operation *op : llvm::reverse(dead)) op->erase();
  }

 private:
  // Whether the op has been replaced.
  bool split(mlir::Operation *op) {
    if (op->getNumRegions()) return splitRegions(op);
    if (!isComplexOp(*op)) return false;
    mlir::OpBuilder builder(op);
    Emit e(builder, op->getLoc());
    if (llvm::isa<ir::OptimizationBarrierOp>(op)) {
      unflatten(op, ir::OptimizationBarrierOp::create(builder, op->getLoc(), flat(op->getOperands(), e)));
      return true;
    }
    const SplitRule *rule = findSplitRule(op);
    if (!rule) {
      for (mlir::OpOperand &x : op->getOpOperands()) x.set(whole(x.get(), e));
      return false;
    }
    auto in = llvm::map_to_vector<4>(op->getOperands(), [&](Value v) { return parts(v, e); });
    Parts y = (*rule)(op, in, e);
    if (isComplexTensor(op->getResult(0).getType()))
      parts_[op->getResult(0)] = y;
    else
      op->getResult(0).replaceAllUsesWith(y.re);
    return true;
  }

  // Control flow on pairs; the counts of its operands follow.
  bool splitRegions(mlir::Operation *op) {
    const bool complex = isComplexOp(*op) || llvm::any_of(op->getRegions(), [](mlir::Region &r) {
                           return !r.empty() && anyComplex(r.front().getArgumentTypes());
                         });
    if (!complex) {
      for (mlir::Region &region : op->getRegions()) run(region.front(), /*isRegion=*/true);
      return false;
    }
    mlir::OpBuilder builder(op);
    Emit e(builder, op->getLoc());
    mlir::OperationState state(op->getLoc(), op->getName());
    state.addOperands(flat(op->getOperands(), e));
    for (mlir::NamedAttribute a : op->getAttrs()) state.addAttribute(a.getName(), a.getValue());
    recount(op, state, builder);
    for (mlir::Type t : op->getResultTypes()) {
      state.addTypes(ir::partType(t));
      if (isComplexTensor(t)) state.addTypes(ir::partType(t));
    }
    for (mlir::Region &region : op->getRegions()) {
      mlir::Region *target = state.addRegion();
      target->takeBody(region);
      splitBody(target->front());
    }
    unflatten(op, builder.create(state));
    return true;
  }

  void splitBody(mlir::Block &block) {
    SmallVector<mlir::BlockArgument> old(block.getArguments());
    for (mlir::BlockArgument v : old) {
      if (!isComplexTensor(v.getType())) continue;
      mlir::Type type = ir::partType(v.getType());
      Value re = block.insertArgument(v.getArgNumber(), type, v.getLoc());
      Value im = block.insertArgument(v.getArgNumber(), type, v.getLoc());
      parts_[v] = {re, im};
    }
    run(block, /*isRegion=*/true);
    for (mlir::BlockArgument v : llvm::reverse(old))
      if (isComplexTensor(v.getType())) parts_.erase(v), block.eraseArgument(v.getArgNumber());
  }

  // The attributes that count leading operands.
  static void recount(mlir::Operation *op, mlir::OperationState &state, mlir::OpBuilder &b) {
    auto pairs = [&](size_t from, size_t count) {
      return static_cast<int64_t>(llvm::count_if(op->getOperands().slice(from, count).getTypes(), isComplexTensor));
    };
    auto grow = [&](llvm::StringRef name, size_t from) {
      auto n = op->getAttrOfType<mlir::IntegerAttr>(name);
      if (!n) return size_t{0};
      const auto count = static_cast<size_t>(n.getInt());
      state.attributes.set(name, b.getI64IntegerAttr(n.getInt() + pairs(from, count)));
      return count;
    };
    const size_t constants = grow("num_constants", 0);
    grow("num_carry", constants);
  }

  // ---- values and pairs

  Parts parts(Value v, Emit &e) {
    if (!isComplexTensor(v.getType())) return {v, {}};
    if (auto it = parts_.find(v); it != parts_.end()) return it->second;
    // An argument of the function or the result of an op that stays: taken apart once, where it is made.
    mlir::OpBuilder::InsertionGuard guard(e.builder);
    e.builder.setInsertionPointAfterValue(v);
    Parts p{e.op<ir::RealOp>(v), e.op<ir::ImagOp>(v)};
    whole_[v] = v;
    return parts_[v] = p;
  }

  Value whole(Value v, Emit &e) {
    auto it = parts_.find(v);
    if (it == parts_.end()) return v;
    Value &made = whole_[v];
    if (!made) made = e.op<ir::ComplexOp>(it->second.re, it->second.im);
    return made;
  }

  SmallVector<Value> flat(mlir::ValueRange values, Emit &e) {
    SmallVector<Value> all;
    for (Value v : values) {
      Parts p = parts(v, e);
      all.push_back(p.re);
      if (p.im) all.push_back(p.im);
    }
    return all;
  }

  // The results of `op` are those of what takes its place, in pairs.
  void unflatten(mlir::Operation *op, mlir::Operation *replacement) {
    mlir::ResultRange results = replacement->getResults();
    size_t next = 0;
    for (Value v : op->getResults()) {
      if (isComplexTensor(v.getType())) {
        parts_[v] = {results[next], results[next + 1]};
        next += 2;
      } else {
        v.replaceAllUsesWith(results[next++]);
      }
    }
  }

  llvm::DenseMap<Value, Parts> parts_;
  llvm::DenseMap<Value, Value> whole_;
};

}  // namespace

bool splitComplex(mlir::func::FuncOp f) {
  bool any = false;  // results and arguments are all there is to be read
  f.walk([&](mlir::Operation *op) {
    any |= anyComplex(op->getResultTypes());
    for (mlir::Region &region : op->getRegions())
      for (mlir::Block &block : region) any |= anyComplex(block.getArgumentTypes());
  });
  if (any) Splitter().run(f.getBody().front(), /*isRegion=*/false);
  return any;
}

#define GEN_PASS_DEF_SPLITCOMPLEXPASS
#include "passes/passes.h.inc"

namespace {

struct SplitComplexPass : impl::SplitComplexPassBase<SplitComplexPass> {
  using SplitComplexPassBase::SplitComplexPassBase;
  void runOnOperation() override {
    if (splitComplex(getOperation()) && tidy && failed(simplify(getOperation()))) signalPassFailure();
  }
};

}  // namespace

}  // namespace fluxion::passes

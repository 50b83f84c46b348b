// Batching of the ops with rules of their own: their regions are batched, so that vmap of a custom derivative is one
// again. Values and their tangents or cotangents are mapped together, since they have the same types.
#include "ir/ops/custom.h"
#include "ir/operations.h"
#include "passes/bodies.h"
#include "passes/grad/custom.h"
#include "passes/vmap/vmap.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failed;
using mlir::failure;
using mlir::FailureOr;
using Flags = SmallVector<bool>;

namespace {

// Of values and, after them, of the tangents of some.
Flags withTangents(llvm::ArrayRef<bool> flags, mlir::TypeRange types, size_t from) {
  Flags all(flags.begin(), flags.end());
  for (size_t i = from; i < flags.size(); ++i)
    if (isDifferentiable(types[i])) all.push_back(flags[i]);
  return all;
}
Flags tangentFlags(llvm::ArrayRef<bool> flags, mlir::TypeRange types) {
  Flags all = withTangents(flags, types, 0);
  return Flags(all.begin() + static_cast<std::ptrdiff_t>(flags.size()), all.end());
}

// A value is mapped if its tangent is. `all`: outputs and then their tangents.
void mergeTangents(llvm::SmallVectorImpl<bool> &out, llvm::ArrayRef<bool> all, mlir::TypeRange types) {
  size_t next = out.size();
  for (size_t i = 0; i < out.size(); ++i) {
    out[i] = out[i] || all[i];
    if (isDifferentiable(types[i])) out[i] = out[i] || all[next++];
  }
}

// The function that a rule is of, used in the rule, has the operands mapped as outside, so that its batched rule is the
// same: all are, save for the constants.
bool usesItself(mlir::Operation *op) {
  bool found = op->hasAttr("rule_of");
  op->walk([&](mlir::Operation *inner) { found |= inner->hasAttr("rule_of"); });
  return found;
}

}  // namespace

// Fills the regions of `state`; `out` receives which outputs are mapped.
mlir::LogicalResult Vmap::customRegions(mlir::Operation *source, mlir::OperationState &state, llvm::ArrayRef<bool> in,
                                        llvm::SmallVectorImpl<bool> &out) {
  mlir::TypeRange inputs = source->getOperandTypes(), outputs = source->getResultTypes();
  auto fill = [&](size_t i, llvm::ArrayRef<bool> arguments, Flags &results) {
    mlir::Region &region = source->getRegion(static_cast<unsigned>(i));
    return region.empty() ? mlir::success() : this->region(region, *state.regions[i], arguments, results);
  };
  auto constants = [&] { return source->getAttrOfType<mlir::IntegerAttr>("num_constants").getInt(); };
  if (llvm::isa<ir::LinearCallOp, ir::LinearSolveOp>(source)) {  // all linear values are mapped
    const auto known = static_cast<size_t>(constants());
    Flags back(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(known));
    back.append(outputs.size(), true);
    for (size_t i = 0; i < source->getNumRegions(); ++i) {
      const bool transposed = llvm::isa<ir::LinearCallOp>(source) && i == 1;
      mlir::Region &region = source->getRegion(static_cast<unsigned>(i));
      Flags results(region.empty() ? 0 : region.front().getTerminator()->getNumOperands(), true);
      if (failed(fill(i, transposed ? llvm::ArrayRef<bool>(back) : in, results))) return failure();
    }
    return mlir::success();
  }
  Flags primal;
  do {  // again where rules map more than the function: were it each time, regions in regions would take forever
    primal.assign(out.begin(), out.end());
    if (failed(fill(0, in, primal))) return failure();
    out.assign(primal.begin(), primal.end());
    if (llvm::isa<ir::CustomJvpOp>(source) && !source->getRegion(1).empty()) {
      Flags all = withTangents(out, outputs, 0);
      if (failed(fill(1, withTangents(in, inputs, static_cast<size_t>(constants())), all))) return failure();
      mergeTangents(out, all, outputs);
    }
    if (auto vjp = llvm::dyn_cast<ir::CustomVjpOp>(source); vjp && !vjp.getForward().empty()) {
      mlir::Region &forward = vjp.getForward();
      Flags all(forward.front().getTerminator()->getNumOperands());
      llvm::copy(out, all.begin());
      if (failed(fill(1, in, all))) return failure();
      out.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(outputs.size()));
      Flags arguments(in.begin(), in.begin() + constants());
      arguments.append(all.begin() + static_cast<std::ptrdiff_t>(outputs.size()), all.end());
      arguments.append(tangentFlags(out, outputs));
      Flags wanted = tangentFlags(in.drop_front(static_cast<size_t>(constants())),
                                  inputs.drop_front(static_cast<size_t>(constants())));
      Flags given = wanted;
      if (failed(fill(2, arguments, given))) return failure();
      // An input that is the same for all examples gets the sum of what these give it.
      mlir::Operation *yield = state.regions[2]->front().getTerminator();
      mlir::OpBuilder builder(yield);
      Emit e(builder, source->getLoc());
      for (size_t i = 0; i < wanted.size(); ++i)
        if (given[i] && !wanted[i])
          yield->setOperand(static_cast<unsigned>(i), e.reduceSum(yield->getOperand(static_cast<unsigned>(i)), {0}));
    }
  } while (primal != Flags(out.begin(), out.end()));
  return mlir::success();
}

// An operation that a user defines: as the user says, or by what it is.
FailureOr<Vmap::Values> Vmap::operation(mlir::OpBuilder &builder, mlir::Operation *source,
                                        llvm::ArrayRef<Batched> operands) {
  auto op = llvm::cast<ir::OperationOp>(source);
  Emit e(builder, op->getLoc());
  ir::Operations &known = ir::operations();
  const Operands x(operands, size_, e);
  auto all = [&] {
    SmallVector<Value> inputs;
    for (size_t i = 0; i < x.count(); ++i) inputs.push_back(x[i]);
    return inputs;
  };
  auto mapped = [](mlir::ValueRange made) {
    return Values(llvm::map_range(made, [](Value v) { return Batched{v, true}; }));
  };
  const OperationBatching how = known.batching(op);
  if (how == OperationBatching::each) return mapped(callEach(op, x, e));
  if (how == OperationBatching::leading) {
    SmallVector<mlir::Type> types;
    for (mlir::Type type : op->getResultTypes()) {
      auto t = llvm::cast<ir::Tensor>(type);
      types.push_back(ir::Tensor::get(prepend(size_, t.getShape()), t.getElementType()));
    }
    auto batched = ir::OperationOp::create(builder, op.getLoc(), types, all(), op.getName(), ir::typesText(types));
    return mapped(batched->getResults());
  }
  const bool hasRule = how == OperationBatching::rule;
  if (!hasRule && !known.has(op, OperationRule::function))
    return op->emitError("vmap: operation '")
           << op.getName()
           << "' has no batching rule: give it vmap(fx::batch::leading), vmap(fx::batch::each) or a rule of its own";
  auto f = known.rule(op, hasRule ? OperationRule::vmap : OperationRule::function, size_);
  if (failed(f)) return failure();
  if (hasRule) return mapped(inlineBlock(builder, (*f)->getBody().front(), all()));
  return body(builder, (*f)->getBody().front(), operands);
}

FailureOr<Vmap::Values> Vmap::customOp(mlir::OpBuilder &builder, mlir::Operation *op,
                                       llvm::ArrayRef<Batched> operands) {
  Emit e(builder, op->getLoc());
  if (llvm::isa<ir::OperationOp>(op)) return operation(builder, op, operands);
  if (auto custom = llvm::dyn_cast<ir::CustomVmapOp>(op)) {
    const size_t known = custom.getNumConstants();
    if (static_cast<int64_t>(custom.getAxisSize()) != size_ ||
        llvm::any_of(operands.take_front(known), [](const Batched &b) { return b.mapped; }))
      return body(builder, custom.getPrimal().front(), operands);
    SmallVector<Value> arguments;
    for (auto [i, b] : llvm::enumerate(operands)) arguments.push_back(i < known ? b.value : materialize(b, e));
    SmallVector<Value> made = inlineBlock(builder, custom.getRule().front(), arguments);
    return Values(llvm::map_range(made, [](Value v) { return Batched{v, true}; }));
  }
  mlir::OperationState state(op->getLoc(), op->getName());
  state.addAttributes(op->getAttrs());
  auto count = op->getAttrOfType<mlir::IntegerAttr>("num_constants");
  const size_t constants = count ? static_cast<size_t>(count.getInt()) : 0;
  // Rules speak of one member of a named axis: then each has values and cotangents of its own.
  const bool linear = llvm::isa<ir::LinearCallOp, ir::LinearSolveOp>(op),
             all = linear || usesItself(op) || isOverAxis(op);
  Flags in;
  for (auto [i, b] : llvm::enumerate(operands)) {
    in.push_back(b.mapped || (all && i >= constants));
    state.addOperands(in.back() ? materialize(b, e) : b.value);
  }
  Flags out(op->getNumResults(), all);
  if (llvm::isa<ir::NameOp>(op)) out[0] = in[0];
  for (unsigned i = 0; i < op->getNumRegions(); ++i) state.addRegion();
  if (op->getNumRegions() && failed(customRegions(op, state, in, out))) return failure();
  for (auto [type, mapped] : llvm::zip(op->getResultTypes(), out)) {
    auto t = llvm::cast<ir::Tensor>(type);
    state.addTypes(mapped ? ir::Tensor::get(prepend(size_, t.getShape()), t.getElementType()) : t);
  }
  Values results;
  for (auto [v, mapped] : llvm::zip(builder.create(state)->getResults(), out)) results.push_back({v, mapped});
  return results;
}

}  // namespace fluxion::passes

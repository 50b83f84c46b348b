#include "passes/vmap/vmap.h"

#include "ir/ops/collective.h"
#include "mlir/IR/IRMapping.h"
#include "passes/grad/custom.h"
#include "passes/host.h"
#include "passes/rule_watch.h"
#include "passes/transforms.h"
#include "passes/vmap/mapped.h"
#include "passes/vmap/rules/attention.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failed;
using mlir::failure;
using mlir::FailureOr;
using mlir::Value;

mlir::Value moveToFront(Value x, int64_t from, Emit &e) {
  if (from == 0) return x;
  ir::Sizes p{from};
  for (int64_t d : range(0, static_cast<int64_t>(ir::shapeOf(x).size())))
    if (d != from) p.push_back(d);
  return e.transpose(x, p);
}

mlir::Value moveFromFront(Value x, int64_t to, Emit &e) {
  if (to == 0) return x;
  ir::Sizes p = range(1, static_cast<int64_t>(ir::shapeOf(x).size()));
  p.insert(p.begin() + to, 0);
  return e.transpose(x, p);
}

Value rows(Value x, Value numbers, Emit &e) {
  llvm::ArrayRef<int64_t> shape = ir::shapeOf(x);
  const int64_t n = ir::shapeOf(numbers)[0];
  return e.op<ir::GatherOp>(x, e.reshape(numbers, {n, 1}), range(1, static_cast<int64_t>(shape.size())), ir::Sizes{0},
                            ir::Sizes{}, ir::Sizes{}, ir::Sizes{0}, static_cast<uint64_t>(1),
                            prepend(1, shape.drop_front()));
}

Value Operands::operator[](size_t i) const {
  const Batched &x = values_[i];
  if (x.mapped) return x.value;
  llvm::ArrayRef<int64_t> shape = ir::shapeOf(x.value);
  return emit_.broadcast(x.value, range(1, static_cast<int64_t>(shape.size()) + 1), prepend(size_, shape));
}

const VmapRules &defaultVmapRules() {
  static const VmapRules rules = [] {
    VmapRules r;
    addShapeRules(r);
    addReduceRules(r);
    addContractRules(r);
    addConvolutionRules(r);
    addIndexRules(r);
    addFftRules(r);
    addAttentionRules(r);
    addLinalgRules(r);
    addCollectiveRules(r);
    addHostRules(r);
    return r;
  }();
  return rules;
}

namespace {

// The op again on operands that all have the new axis: its attributes name no dimension.
FailureOr<SmallVector<Value>> batchElementwise(mlir::Operation *op, const Operands &x, Emit &e) {
  mlir::OperationState state(e.loc, op->getName());
  for (size_t i = 0; i < x.count(); ++i) state.addOperands(x[i]);
  state.addAttributes(op->getAttrs());
  auto result = ir::tensorType(op->getResult(0));
  state.addTypes(ir::Tensor::get(prepend(x.size(), result.getShape()), result.getElementType()));
  return SmallVector<Value>{e.builder.create(state)->getResult(0)};
}

bool anyMapped(llvm::ArrayRef<Batched> values) {
  return llvm::any_of(values, [](const Batched &v) { return v.mapped; });
}

SmallVector<bool> flags(llvm::ArrayRef<Batched> values) {
  return SmallVector<bool>(llvm::map_range(values, [](const Batched &v) { return v.mapped; }));
}

ir::Tensor mappedType(mlir::Type type, bool mapped, int64_t size) {
  auto t = llvm::cast<ir::Tensor>(type);
  return mapped ? ir::Tensor::get(prepend(size, t.getShape()), t.getElementType()) : t;
}

// flags |= more; whether that changed anything.
bool merge(llvm::SmallVectorImpl<bool> &flags, llvm::ArrayRef<bool> more) {
  bool changed = false;
  for (size_t i = 0; i < flags.size(); ++i)
    if (more[i] && !flags[i]) flags[i] = changed = true;
  return changed;
}

}  // namespace

Value Vmap::materialize(const Batched &x, Emit &e) const { return Operands({x}, size_, e)[0]; }

bool Vmap::isOverAxis(mlir::Operation *op) const {
  if (axisName_.empty()) return false;
  if (op->getNumRegions() == 0) return ir::axisNameOf(op) == axisName_;
  return op
      ->walk([&](mlir::Operation *inner) {
        return ir::axisNameOf(inner) == axisName_ ? mlir::WalkResult::interrupt() : mlir::WalkResult::advance();
      })
      .wasInterrupted();
}

FailureOr<Vmap::Values> Vmap::collective(mlir::Operation *op, const Operands &x, Emit &e) {
  const auto size = op->getAttrOfType<mlir::IntegerAttr>("axis_size").getInt();
  if (size != size_)
    return op->emitError() << "vmap: '" << op->getName() << "' says that axis \"" << axisName_ << "\" has " << size
                           << " members, but it has " << size_;
  const NamedRule *rule = rules_.findNamed(op);
  if (!rule) return op->emitError() << "vmap: no rule takes '" << op->getName() << "' over its own axis";
  return Values{(*rule)(op, x, e)};
}

FailureOr<SmallVector<Batched>> Vmap::body(mlir::OpBuilder &builder, mlir::Block &body,
                                           llvm::ArrayRef<Batched> arguments) {
  llvm::DenseMap<Value, Batched> map;
  for (auto [argument, value] : llvm::zip(body.getArguments(), arguments)) map[argument] = value;
  auto lookup = [&](mlir::ValueRange values) {
    return Values(llvm::map_range(values, [&](Value v) { return map.lookup(v); }));
  };
  for (mlir::Operation &source : body.without_terminator()) {
    Values operands = lookup(source.getOperands());
    RuleWatch watch(builder);
    FailureOr<Values> results = op(builder, &source, operands);
    if (failed(results)) return failure();
    SmallVector<Value *> places;
    for (Batched &b : *results) places.push_back(&b.value);
    watch.finish("vmap", &source, places);
    for (auto [from, to] : llvm::zip(source.getResults(), *results)) map[from] = to;
  }
  return lookup(body.getTerminator()->getOperands());
}

FailureOr<Vmap::Values> Vmap::op(mlir::OpBuilder &builder, mlir::Operation *op, llvm::ArrayRef<Batched> operands) {
  Emit e(builder, op->getLoc());
  const bool isOverIt = isOverAxis(op);
  if (isOverIt && op->getNumRegions() == 0) return collective(op, Operands(operands, size_, e), e);
  if (!anyMapped(operands) && !isOverIt && !op->hasAttr("rule_of")) {
    mlir::IRMapping same;
    for (auto [from, to] : llvm::zip(op->getOperands(), operands)) same.map(from, to.value);
    return Values(llvm::map_range(builder.clone(*op, same)->getResults(), [](Value v) { return Batched{v, false}; }));
  }
  if (llvm::isa<ir::CaseOp>(op)) return caseOp(builder, op, operands);
  if (llvm::isa<ir::WhileOp>(op)) return whileOp(builder, op, operands);
  if (llvm::isa<ir::ScanOp>(op)) return scanOp(builder, op, operands);
  if (isCustom(op)) return customOp(builder, op, operands);
  if (llvm::isa<ir::OptimizationBarrierOp>(op)) {
    SmallVector<Value> inputs(llvm::map_range(operands, [](const Batched &b) { return b.value; }));
    auto barrier = ir::OptimizationBarrierOp::create(builder, op->getLoc(), inputs);
    Values out;
    for (auto [v, b] : llvm::zip(barrier.getOutputs(), operands)) out.push_back({v, b.mapped});
    return out;
  }
  Operands x(operands, size_, e);
  FailureOr<SmallVector<Value>> results = failure();
  if (llvm::isa<ir::ElementwiseInterface>(op)) {
    results = batchElementwise(op, x, e);
  } else if (const BatchRule *rule = rules_.find(op)) {
    results = (*rule)(op, x, e);
  } else {
    op->emitError() << "vmap: no batching rule for '" << op->getName() << "'";
  }
  if (failed(results)) return failure();
  return Values(llvm::map_range(*results, [](Value v) { return Batched{v, true}; }));
}

mlir::LogicalResult Vmap::region(mlir::Region &source, mlir::Region &target, llvm::ArrayRef<bool> in,
                                 llvm::SmallVectorImpl<bool> &out) {
  target.getBlocks().clear();
  mlir::Block &block = target.emplaceBlock();
  Values arguments;
  for (auto [argument, mapped] : llvm::zip(source.getArguments(), in))
    arguments.push_back({block.addArgument(mappedType(argument.getType(), mapped, size_), argument.getLoc()), mapped});
  mlir::OpBuilder builder(source.getContext());  // the target has no op yet to ask for it
  builder.setInsertionPointToEnd(&block);
  FailureOr<Values> results = body(builder, source.front(), arguments);
  if (failed(results)) return failure();
  Emit e(builder, source.getLoc());
  SmallVector<Value> yielded;
  for (auto [i, r] : llvm::enumerate(*results)) {
    yielded.push_back(out[i] ? materialize(r, e) : r.value);
    if (r.mapped) out[i] = true;
  }
  ir::YieldOp::create(builder, source.getLoc(), yielded);
  return mlir::success();
}

FailureOr<Vmap::Values> Vmap::chosenCase(mlir::OpBuilder &builder, ir::CaseOp op, llvm::ArrayRef<Batched> operands) {
  Emit e(builder, op.getLoc());
  SmallVector<Values> all;
  for (mlir::Region &branch : op.getBranches()) {
    FailureOr<Values> results = body(builder, branch.front(), operands.drop_front());
    if (failed(results)) return failure();
    all.push_back(*results);
  }
  // The last branch is taken by its index and by all that is out of range.
  Values chosen;
  for (const Batched &b : all.pop_back_val()) chosen.push_back({materialize(b, e), true});
  for (auto [i, results] : llvm::enumerate(all)) {
    Value is = e.compare(ir::Comparison::EQ, operands[0].value, static_cast<double>(i));
    for (auto [into, r] : llvm::zip_equal(chosen, results)) {
      Value value = materialize(r, e);
      into.value = e.select(e.broadcast(is, {0}, ir::shapeOf(value)), value, into.value);
    }
  }
  return chosen;
}

FailureOr<Vmap::Values> Vmap::caseOp(mlir::OpBuilder &builder, mlir::Operation *source,
                                     llvm::ArrayRef<Batched> operands) {
  auto op = llvm::cast<ir::CaseOp>(source);
  llvm::ArrayRef<Batched> inputs = operands.drop_front();
  if (operands[0].mapped) {  // each example takes a branch of its own
    if (mlir::Operation *call = findAction(op))
      return call->emitError(
          "vmap: an io_callback in a branch of a cond whose predicate differs among examples: all "
          "branches are computed for all of them");
    const bool silent = mlir::isMemoryEffectFree(op);  // places without an example are not to be seen
    return silent && isWorthGrouping(op, operands) ? groupedWhereDear(builder, op, operands)
                                                   : chosenCase(builder, op, operands);
  }
  SmallVector<Value> values{operands[0].value};
  for (const Batched &b : inputs) values.push_back(b.value);
  SmallVector<bool> in = flags(inputs), out(op.getNumResults(), false);
  mlir::OperationState state(op.getLoc(), op->getName());
  state.addOperands(values);
  SmallVector<mlir::Region *> regions;
  for (size_t i = 0; i < op.getBranches().size(); ++i) regions.push_back(state.addRegion());
  SmallVector<SmallVector<bool>> found;
  for (auto [branch, target] : llvm::zip(op.getBranches(), regions)) {
    SmallVector<bool> &own = found.emplace_back(out);
    if (failed(region(branch, *target, in, own))) return failure();
    merge(out, own);
  }
  // What one branch maps, all must.
  for (auto [target, own] : llvm::zip(regions, found)) {
    mlir::Operation *yield = target->front().getTerminator();
    mlir::OpBuilder atYield(yield);
    Emit e(atYield, op.getLoc());
    for (size_t i = 0; i < out.size(); ++i)
      if (out[i] && !own[i])
        yield->setOperand(static_cast<unsigned>(i),
                          materialize({yield->getOperand(static_cast<unsigned>(i)), false}, e));
  }
  for (auto [type, mapped] : llvm::zip(op.getResultTypes(), out)) state.addTypes(mappedType(type, mapped, size_));
  Values results;
  for (auto [v, mapped] : llvm::zip(builder.create(state)->getResults(), out)) results.push_back({v, mapped});
  return results;
}

FailureOr<Vmap::Values> Vmap::whileOp(mlir::OpBuilder &builder, mlir::Operation *source,
                                      llvm::ArrayRef<Batched> operands) {
  auto op = llvm::cast<ir::WhileOp>(source);
  Emit e(builder, op.getLoc());
  size_t constants = op.getNumConstants();
  SmallVector<bool> in = flags(operands);
  in = Dependence().inputs(op.getBody().front(), in, constants, in.size() - constants);
  SmallVector<bool> carry(in.begin() + static_cast<std::ptrdiff_t>(constants), in.end()), flag(1, false);
  mlir::OperationState state(op.getLoc(), op->getName());
  mlir::Region *condition = state.addRegion(), *loop = state.addRegion();
  auto arguments = [&] {
    SmallVector<bool> a(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(constants));
    llvm::append_range(a, carry);
    return a;
  };
  // Which carries are mapped: those that start so, those that the body makes so, and all where examples end at their
  // own times.
  for (bool changed = true; changed;) {
    SmallVector<bool> out = carry;
    if (failed(region(op.getBody(), *loop, arguments(), out)) ||
        failed(region(op.getCondition(), *condition, arguments(), flag)))
      return failure();
    if (flag[0]) out.assign(out.size(), true);
    changed = merge(carry, out);
  }
  if (flag[0]) {
    if (mlir::Operation *call = findAction(op))
      return call->emitError(
          "vmap: an io_callback in a loop that ends at other times for other examples: it runs for "
          "all of them until the last one ends");
    // Runs until all are done; what is done stays as it is.
    mlir::Operation *end = condition->front().getTerminator();
    mlir::OpBuilder atEnd(end);
    Emit c(atEnd, op.getLoc());
    end->setOperand(0, c.reduce(ir::Combine::or_, end->getOperand(0), {0}));
    mlir::Block &block = loop->front();
    mlir::OpBuilder atStart(op.getContext());  // the block has no op above it yet to ask for it
    atStart.setInsertionPointToStart(&block);
    SmallVector<bool> all = arguments();
    Values old;
    for (auto [argument, mapped] : llvm::zip(block.getArguments(), all)) old.push_back({argument, mapped});
    FailureOr<Values> live = body(atStart, op.getCondition().front(), old);
    if (failed(live)) return failure();
    // The condition has been seen where the loop asked for it.
    if (failed(dropEffects(block.begin(), atStart.getInsertionPoint(), Repeat::nothing, "vmap"))) return failure();
    mlir::Operation *yield = block.getTerminator();
    mlir::OpBuilder atYield(yield);
    Emit b(atYield, op.getLoc());
    Value running = materialize((*live)[0], b);
    for (size_t i = 0; i < carry.size(); ++i) {
      Value fresh = yield->getOperand(i);
      yield->setOperand(
          i, b.select(b.broadcast(running, {0}, ir::shapeOf(fresh)), fresh, block.getArgument(constants + i)));
    }
  }
  SmallVector<bool> all = arguments();
  for (auto [b, mapped] : llvm::zip(operands, all)) state.addOperands(mapped ? materialize(b, e) : b.value);
  state.addAttributes(op->getAttrs());
  for (auto [type, mapped] : llvm::zip(op.getResultTypes(), carry)) state.addTypes(mappedType(type, mapped, size_));
  Values results;
  for (auto [v, mapped] : llvm::zip(builder.create(state)->getResults(), carry)) results.push_back({v, mapped});
  return results;
}

FailureOr<Vmap::Values> Vmap::scanOp(mlir::OpBuilder &builder, mlir::Operation *source,
                                     llvm::ArrayRef<Batched> operands) {
  auto op = llvm::cast<ir::ScanOp>(source);
  Emit e(builder, op.getLoc());
  size_t constants = op.getNumConstants(), carries = op.getNumCarry();
  SmallVector<bool> in = Dependence().inputs(op.getBody().front(), flags(operands), constants, carries);
  SmallVector<bool> out(op.getNumResults(), false);
  for (size_t i = 0; i < carries; ++i) out[i] = in[constants + i];
  mlir::OperationState state(op.getLoc(), op->getName());
  mlir::Region *loop = state.addRegion();
  for (bool changed = true; changed;) {
    SmallVector<bool> next = out;
    if (failed(region(op.getBody(), *loop, in, next))) return failure();
    changed = false;
    for (size_t i = 0; i < carries; ++i)
      if (next[i] && !in[constants + i]) in[constants + i] = changed = true;
    out = next;
  }
  for (auto [i, b] : llvm::enumerate(operands)) {
    Value v = in[i] ? materialize(b, e) : b.value;
    // Sequences have the iteration's axis in front: [n, length, …] -> [length, n, …].
    state.addOperands(in[i] && i >= constants + carries ? moveToFront(v, 1, e) : v);
  }
  state.addAttributes(op->getAttrs());
  for (auto [i, type] : llvm::enumerate(op.getResultTypes())) {
    auto t = llvm::cast<ir::Tensor>(type);
    if (i < carries || !out[i]) {
      state.addTypes(mappedType(t, out[i], size_));
    } else {
      ir::Sizes shape(t.getShape());
      shape.insert(shape.begin() + 1, size_);
      state.addTypes(ir::Tensor::get(shape, t.getElementType()));
    }
  }
  Values results;
  for (auto [i, v] : llvm::enumerate(builder.create(state)->getResults()))
    results.push_back({out[i] && i >= carries ? moveToFront(v, 1, e) : Value(v), out[i]});
  return results;
}

mlir::FailureOr<Func> vmap(mlir::func::FuncOp f, llvm::ArrayRef<Axis> in, llvm::ArrayRef<Axis> out, int64_t size,
                           llvm::StringRef axisName) {
  mlir::OpBuilder builder(f.getContext());
  auto target = mlir::func::FuncOp::create(f.getLoc(), (f.getName() + ".vmap").str(), f.getFunctionType());
  Func owned(target);
  mlir::Block &block = target.getBody().emplaceBlock();
  builder.setInsertionPointToEnd(&block);
  Emit e(builder, f.getLoc());
  SmallVector<Batched> arguments;
  for (auto [argument, axis] : llvm::zip(f.getArguments(), in)) {
    auto type = ir::tensorType(argument);
    if (axis) {
      ir::Sizes shape(type.getShape());
      shape.insert(shape.begin() + *axis, size);
      type = ir::Tensor::get(shape, type.getElementType());
    }
    Value fresh = block.addArgument(type, argument.getLoc());
    arguments.push_back({axis ? moveToFront(fresh, *axis, e) : fresh, axis.has_value()});
  }
  Vmap engine(defaultVmapRules(), size, axisName);
  FailureOr<SmallVector<Batched>> results = engine.body(builder, f.front(), arguments);
  if (failed(results)) return failure();
  SmallVector<Value> returned;
  for (auto [r, axis] : llvm::zip(*results, out)) {
    if (!axis && r.mapped)
      return f.emitError("vmap: a result depends on a mapped argument, but its out_axes entry is none");
    returned.push_back(axis ? moveFromFront(Operands({r}, size, e)[0], *axis, e) : r.value);
  }
  mlir::func::ReturnOp::create(builder, f.getLoc(), returned);
  target.setFunctionType(builder.getFunctionType(block.getArgumentTypes(), mlir::ValueRange(returned).getTypes()));
  return owned;
}

}  // namespace fluxion::passes

// Splits control flow that computes values and tangents: a known op, which also gives residuals, and a linear one.
#include "llvm/ADT/DenseSet.h"
#include "passes/grad/control.h"

namespace fluxion::passes {

namespace {

// Gives `block` arguments of the given types instead of its own, of which number i becomes number places[i].
void placeArguments(mlir::Block &block, mlir::TypeRange types, llvm::ArrayRef<size_t> places, mlir::Location loc) {
  unsigned before = block.getNumArguments();
  for (mlir::Type type : types) block.addArgument(type, loc);
  for (auto [i, place] : llvm::enumerate(places))
    block.getArgument(static_cast<unsigned>(i))
        .replaceAllUsesWith(block.getArgument(before + static_cast<unsigned>(place)));
  block.eraseArguments(0, before);
}

void appendYields(mlir::Block &block, llvm::ArrayRef<Value> more) {
  llvm::SmallVector<Value> values(block.getTerminator()->getOperands());
  llvm::append_range(values, more);
  block.getTerminator()->setOperands(values);
}

// A case in two. Residuals travel through slots, further results of the known case, which branches share where types
// agree, since only one branch runs. Residuals that are inputs of the case do not travel: the linear case takes them
// too.
class CaseSplit {
 public:
  CaseSplit(ir::CaseOp op, llvm::ArrayRef<Value> tangents, Emit &e) : op_(op), tangents_(tangents), e_(e) {}

  Halves run() {
    for (mlir::Region &branch : op_.getBranches()) {
      eraseDead(branch.front());
      branches_.push_back(split(branch.front(), op_.getInputs().size(), op_.getNumResults()));
      assignSlots(branches_.back().residuals);
    }
    ir::CaseOp known = makeKnown();
    auto outputs = known.getOutputs();
    size_t own = outputs.size() - slotTypes_.size();
    llvm::SmallVector<Value> inputs(outputs.drop_front(own));
    llvm::append_range(inputs, known.getInputs());
    llvm::append_range(inputs, tangents_);
    return {llvm::SmallVector<Value>(outputs.take_front(own)),
            llvm::SmallVector<Value>(makeLinear(inputs).getOutputs())};
  }

 private:
  // For each residual its place among the slots and, after those, the inputs.
  void assignSlots(llvm::ArrayRef<Value> residuals) {
    llvm::DenseMap<mlir::Type, size_t> taken;
    llvm::SmallVector<size_t> &places = places_.emplace_back();
    for (Value v : residuals) {
      if (auto arg = llvm::dyn_cast<mlir::BlockArgument>(v)) {
        places.push_back(kInputs + arg.getArgNumber());
        continue;
      }
      llvm::SmallVector<size_t> &slots = slotsOf_[v.getType()];
      size_t next = taken[v.getType()]++;
      if (next == slots.size()) {
        slots.push_back(slotTypes_.size());
        slotTypes_.push_back(v.getType());
      }
      places.push_back(slots[next]);
    }
  }

  // Each branch yields its outputs and the slots, zeros in those that it does not use.
  ir::CaseOp makeKnown() {
    llvm::SmallVector<mlir::Type> types(op_.getResultTypes());
    llvm::append_range(types, slotTypes_);
    auto known = ir::CaseOp::create(e_.builder, op_.getLoc(), types, op_.getIndex(), op_.getInputs(), branches_.size());
    for (size_t i = 0; i < branches_.size(); ++i) {
      mlir::Block &block = op_.getBranches()[i].front();
      llvm::SmallVector<Value> slots(slotTypes_.size());
      for (auto [v, place] : llvm::zip_equal(branches_[i].residuals, places_[i]))
        if (place < kInputs) slots[place] = v;
      appendYields(block, materialized(block, slots, slotTypes_));
      eraseDead(block);
      known.getBranches()[i].takeBody(op_.getBranches()[i]);
    }
    return known;
  }

  ir::CaseOp makeLinear(llvm::ArrayRef<Value> inputs) {
    size_t firstTangent = inputs.size() - tangents_.size();
    llvm::SmallVector<bool> used(inputs.size());
    for (auto [part, places] : llvm::zip_equal(branches_, places_)) {
      for (size_t &place : places) {
        if (place >= kInputs) place += slotTypes_.size() - kInputs;
        used[place] = true;
      }
      for (size_t i = firstTangent; i < inputs.size(); ++i) places.push_back(i);
      placeArguments(*part.linear, mlir::ValueRange(inputs).getTypes(), places, op_.getLoc());
    }
    std::fill(used.begin() + firstTangent, used.end(), true);
    auto types = branches_[0].linear->getTerminator()->getOperandTypes();
    auto linear = ir::CaseOp::create(e_.builder, e_.loc, types, op_.getIndex(), kept(inputs, used), branches_.size());
    for (auto [part, region] : llvm::zip_equal(branches_, linear.getBranches())) {
      permuteArguments(*part.linear, numbersOf(used));
      region.push_back(part.linear.release());
    }
    return linear;
  }

  static constexpr size_t kInputs = size_t{1} << 32;  // before the number of slots is known, inputs count from here
  ir::CaseOp op_;
  llvm::ArrayRef<Value> tangents_;
  Emit &e_;
  llvm::SmallVector<Split> branches_;
  llvm::SmallVector<llvm::SmallVector<size_t>> places_;
  llvm::DenseMap<mlir::Type, llvm::SmallVector<size_t>> slotsOf_;
  llvm::SmallVector<mlir::Type> slotTypes_;
};

// Values of a scan's body that are the same in every iteration, computed before the scan where that is asked for.
class Invariants {
 public:
  explicit Invariants(ir::ScanOp op) : body_(op.getBody().front()) {
    for (auto [arg, outer] : llvm::zip(body_.getArguments().take_front(op.getNumConstants()), op.getInputs()))
      outer_[arg] = outer;
    for (mlir::Operation &o : body_.without_terminator())
      if (llvm::all_of(o.getOperands(), [&](Value v) { return contains(v); }) && mlir::isMemoryEffectFree(&o))
        inner_.insert(&o);
  }
  bool contains(Value v) const {
    return outer_.contains(v) || (v.getDefiningOp() && inner_.contains(v.getDefiningOp()));
  }
  // Computes those of `values` that are invariant, and what they need.
  void hoist(llvm::SmallVector<Value> values, Emit &e) {
    llvm::DenseSet<mlir::Operation *> needed;
    while (!values.empty()) {
      mlir::Operation *op = values.pop_back_val().getDefiningOp();
      if (op && inner_.contains(op) && needed.insert(op).second) llvm::append_range(values, op->getOperands());
    }
    for (mlir::Operation &op : body_.without_terminator()) {
      if (!needed.contains(&op)) continue;
      auto operands = llvm::map_to_vector(op.getOperands(), [&](Value v) { return outside(v); });
      mlir::Operation *copy = e.builder.clone(op);
      copy->setOperands(operands);
      for (auto [from, to] : llvm::zip_equal(op.getResults(), copy->getResults())) outer_[from] = to;
    }
  }
  // Null for what is not invariant.
  Value outside(Value v) const { return outer_.lookup(v); }

 private:
  mlir::Block &body_;
  llvm::DenseMap<Value, Value> outer_;
  llvm::DenseSet<mlir::Operation *> inner_;
};

// A scan in two. The known scan stacks its residuals; the linear one scans over them. What is invariant, or scanned
// over anyway, is not stacked.
class ScanSplit {
 public:
  ScanSplit(ir::ScanOp op, Tangents tangents, llvm::ArrayRef<bool> active, Emit &e)
      : op_(op), body_(op.getBody().front()), tangents_(tangents), active_(active), e_(e) {}

  Halves run() {
    eraseDead(body_);
    size_t outputs = op_.getNumResults();
    size_t constants = op_.getNumConstants();
    parts_ = split(body_, op_.getInputs().size(), outputs, {constants, constants + op_.getNumCarry()});
    findSources();
    ir::ScanOp known = makeKnown();
    ir::ScanOp linear = makeLinear(known);
    return {llvm::SmallVector<Value>(known.getOutputs().take_front(outputs)),
            llvm::SmallVector<Value>(linear.getOutputs())};
  }

 private:
  // Where the linear scan finds its residuals: outside, or, where that is null, stacked by the known scan.
  void findSources() {
    Invariants invariants(op_);
    invariants.hoist(parts_.residuals, e_);
    size_t firstScanned = op_.getNumConstants() + op_.getNumCarry();
    for (Value v : parts_.residuals) {
      Value outside = invariants.outside(v);
      isConstant_.push_back(bool(outside));
      if (outside && v.getDefiningOp()) hoisted_.emplace_back(v, outside);
      auto arg = llvm::dyn_cast<mlir::BlockArgument>(v);
      if (arg && arg.getArgNumber() >= firstScanned) outside = op_.getInputs()[arg.getArgNumber()];
      sources_.push_back(outside);
    }
  }

  ir::ScanOp makeKnown() {
    mlir::ValueRange yields = body_.getTerminator()->getOperands();
    llvm::SmallVector<Value> stacked;
    for (auto [v, outer] : llvm::zip_equal(parts_.residuals, sources_)) {
      if (outer) continue;
      size_t same = op_.getNumCarry();  // a result of the scan that is this residual anyway
      while (same < yields.size() && yields[same] != v) ++same;
      number_[v] = same < yields.size() ? same : yields.size() + stacked.size();
      if (same == yields.size()) stacked.push_back(v);
    }
    llvm::SmallVector<mlir::Type> types(op_.getResultTypes());
    for (Value v : stacked) types.push_back(stackedType(v.getType()));
    appendYields(body_, stacked);
    llvm::SmallVector<Value> inputs(op_.getInputs());
    size_t constants = op_.getNumConstants();
    for (auto [inside, outside] : hoisted_) {
      inputs.insert(inputs.begin() + constants, outside);
      inside.replaceAllUsesWith(
          body_.insertArgument(static_cast<unsigned>(constants++), inside.getType(), inside.getLoc()));
    }
    eraseDead(body_);
    auto known = ir::ScanOp::create(e_.builder, op_.getLoc(), types, inputs, constants, op_.getNumCarry(),
                                    op_.getLength(), op_.getReverse());
    known.getBody().takeBody(op_.getBody());
    return known;
  }

  mlir::Type stackedType(mlir::Type slice) {
    auto type = llvm::cast<ir::Tensor>(slice);
    ir::Sizes shape{static_cast<int64_t>(op_.getLength())};
    llvm::append_range(shape, type.getShape());
    return ir::Tensor::get(shape, type.getElementType());
  }

  // The linear body takes residuals, then the tangents of constants, carries and xs; a scan wants the constant
  // residuals first and the stacked ones before the tangents of xs.
  ir::ScanOp makeLinear(ir::ScanOp known) {
    llvm::SmallVector<size_t> order, stackedOrder;
    llvm::SmallVector<Value> inputs, stackedInputs;
    for (auto [i, v] : llvm::enumerate(parts_.residuals)) {
      Value outer = sources_[i] ? sources_[i] : Value(known.getOutputs()[number_.lookup(v)]);
      (isConstant_[i] ? order : stackedOrder).push_back(i);
      (isConstant_[i] ? inputs : stackedInputs).push_back(outer);
    }
    size_t constants = op_.getNumConstants(), carries = op_.getNumCarry(), next = parts_.residuals.size();
    auto addTangents = [&](size_t from, size_t to) {
      size_t before = inputs.size();
      for (size_t i = from; i < to; ++i) {
        if (!active_[i]) continue;
        order.push_back(next++);
        inputs.push_back(e_.orZeros(tangents_[i], op_.getInputs()[i].getType()));
      }
      return inputs.size() - before;
    };
    addTangents(0, constants);
    size_t numConstants = inputs.size();
    size_t numCarry = addTangents(constants, constants + carries);
    llvm::append_range(order, stackedOrder);
    llvm::append_range(inputs, stackedInputs);
    addTangents(constants + carries, tangents_.size());

    permuteArguments(*parts_.linear, order);
    llvm::SmallVector<mlir::Type> types;
    for (auto [i, type] : llvm::enumerate(parts_.linear->getTerminator()->getOperandTypes()))
      types.push_back(i < numCarry ? type : stackedType(type));
    auto linear = ir::ScanOp::create(e_.builder, e_.loc, types, inputs, numConstants, numCarry, op_.getLength(),
                                     op_.getReverse());
    linear.getBody().push_back(parts_.linear.release());
    return linear;
  }

  ir::ScanOp op_;
  mlir::Block &body_;
  Tangents tangents_;
  llvm::ArrayRef<bool> active_;
  Emit &e_;
  Split parts_;
  llvm::SmallVector<bool> isConstant_;  // of each residual
  llvm::SmallVector<Value> sources_;
  llvm::SmallVector<std::pair<Value, Value>> hoisted_;  // values of the body that are computed outside, and those there
  llvm::DenseMap<Value, size_t> number_;                // of stacked residuals: which result of the known scan
};

}  // namespace

Halves splitCase(ir::CaseOp op, llvm::ArrayRef<Value> tangents, Emit &e) { return CaseSplit(op, tangents, e).run(); }

Halves splitScan(ir::ScanOp op, Tangents tangents, llvm::ArrayRef<bool> active, Emit &e) {
  return ScanSplit(op, tangents, active, e).run();
}

}  // namespace fluxion::passes

// Transposes of control flow that linearisation made: a case of transposed branches, and a scan the other way round.
#include "passes/grad/backward.h"
#include "passes/grad/control.h"

namespace fluxion::passes {

mlir::FailureOr<Cotangents> Backward::transposeCase(ir::CaseOp op, llvm::ArrayRef<Value> ct, Linear in, Emit &e) {
  Linear linear = in.drop_front();  // the index is known
  llvm::SmallVector<bool> seeded = llvm::map_to_vector(ct, [](Value v) { return bool(v); }), any(linear.size());
  llvm::SmallVector<llvm::SmallVector<Value>> found;
  for (mlir::Region &branch : op.getBranches()) {
    mlir::Block &block = branch.front();
    Backward inner(rules_);
    for (size_t i : numbersOf(linear)) inner.markLinear(block.getArgument(static_cast<unsigned>(i)));
    for (auto [v, flag] : llvm::zip_equal(llvm::SmallVector<Value>(block.getTerminator()->getOperands()), seeded))
      if (flag) inner.seed(v, block.addArgument(v.getType(), op.getLoc()));
    if (failed(inner.run(block))) return mlir::failure();
    auto args = block.getArguments().take_front(linear.size());
    found.push_back(llvm::map_to_vector(args, [&](Value v) { return inner.cotangent(v); }));
    for (auto [flag, v] : llvm::zip_equal(any, found.back())) flag = flag || v;
  }
  llvm::SmallVector<bool> known = llvm::map_to_vector(linear, [](bool flag) { return !flag; });
  llvm::SmallVector<mlir::Type> types = typesOf(kept(op.getInputs(), any));
  llvm::SmallVector<Value> inputs = kept(op.getInputs(), known);
  llvm::append_range(inputs, kept(ct, seeded));
  auto transposed = ir::CaseOp::create(e.builder, e.loc, types, op.getIndex(), inputs, op.getBranches().size());
  llvm::SmallVector<size_t> order = numbersOf(known);
  llvm::append_range(order, llvm::seq(linear.size(), linear.size() + llvm::count(seeded, true)));
  for (auto [cts, from, to] : llvm::zip_equal(found, op.getBranches(), transposed.getBranches())) {
    mlir::Block &block = from.front();
    block.getTerminator()->setOperands(materialized(block, kept(cts, any), types));
    permuteArguments(block, order);
    to.takeBody(from);
  }
  Cotangents result(1);
  auto next = transposed.getOutputs().begin();
  for (bool flag : any) result.push_back(flag ? Value(*next++) : Value());
  return result;
}

namespace {

// A linear scan c, x ↦ c′, y runs backwards as c̄′, ȳ ↦ c̄, x̄: cotangents of carries are carried from the end, and those
// of the linear constants, which every iteration uses, are further carries that add up.
class ScanTranspose {
 public:
  ScanTranspose(ir::ScanOp op, llvm::ArrayRef<Value> ct, Linear in, const TransposeRules &rules, Emit &e)
      : op_(op), body_(op.getBody().front()), ct_(ct), in_(in), e_(e), inner_(rules) {}

  mlir::FailureOr<Cotangents> run() {
    size_t carryEnd = constants_ + carries_, inputs = in_.size();
    llvm::SmallVector<Value> yields(body_.getTerminator()->getOperands());
    for (size_t i = 0; i < inputs; ++i)
      if (isLinear(i)) inner_.markLinear(arg(i));
    // The cotangents' arguments, and where the transposed scan gets them from.
    llvm::SmallVector<bool> live = liveCotangents(yields);
    for (size_t i = 0; i < carries_; ++i)
      if (live[i]) seed(yields[i], e_.orZeros(ct_[i], yields[i].getType()), carry_);
    llvm::SmallVector<std::pair<size_t, Value>> sums;
    for (size_t i = 0; i < constants_; ++i) {
      if (!in_[i]) continue;
      sums.emplace_back(i, seed(arg(i), e_.zerosLike(arg(i)), carry_));
    }
    for (size_t i = carries_; i < yields.size(); ++i)
      if (ct_[i]) seed(yields[i], ct_[i], xs_);
    if (failed(inner_.run(body_))) return mlir::failure();

    // A constant whose sum stays zero needs no carry.
    Cotangents result(inputs);
    llvm::SmallVector<Value> outs;
    llvm::SmallVector<size_t> from;  // the input whose cotangent each result is
    for (size_t i = constants_; i < carryEnd; ++i)
      if (live[i - constants_]) addOut(i, outs, from);
    for (auto [i, sum] : sums) {
      if (inner_.cotangent(arg(i)) == sum)
        llvm::erase_if(carry_, [&, s = sum](auto &entry) { return entry.first == s; });
      else
        addOut(i, outs, from);
    }
    size_t numCarry = outs.size();
    for (size_t i = carryEnd; i < inputs; ++i)
      if (in_[i] && inner_.cotangent(arg(i))) addOut(i, outs, from);
    ir::ScanOp scan = make(outs, from, numCarry);
    for (auto [i, out] : llvm::zip_equal(from, scan.getOutputs())) result[i] = out;
    return result;
  }

 private:
  using Seeds = llvm::SmallVector<std::pair<Value, Value>>;  // an argument of the body, and its value outside

  bool isLinear(size_t i) const { return in_[i] || (i >= constants_ && i < constants_ + carries_); }
  Value arg(size_t i) { return body_.getArgument(static_cast<unsigned>(i)); }

  // Which carries have a cotangent: those on which a result with a cotangent depends.
  llvm::SmallVector<bool> liveCotangents(llvm::ArrayRef<Value> yields) {
    llvm::SmallVector<bool> live = llvm::map_to_vector(ct_.take_front(carries_), [](Value v) { return bool(v); });
    llvm::SmallVector<Value> work;
    for (size_t i = carries_; i < yields.size(); ++i)
      if (ct_[i]) work.push_back(yields[i]);
    return liveCarries(live, work, body_, constants_);
  }

  Value seed(Value v, Value outside, Seeds &seeds) {
    Value ct = body_.addArgument(v.getType(), op_.getLoc());
    inner_.seed(v, ct);
    seeds.emplace_back(ct, outside);
    return ct;
  }

  void addOut(size_t i, llvm::SmallVector<Value> &outs, llvm::SmallVector<size_t> &from) {
    outs.push_back(inner_.cotangent(arg(i)));
    from.push_back(i);
  }

  ir::ScanOp make(llvm::ArrayRef<Value> outs, llvm::ArrayRef<size_t> from, size_t numCarry) {
    llvm::SmallVector<mlir::Type> bodyTypes = llvm::map_to_vector(from, [&](size_t i) { return arg(i).getType(); });
    llvm::SmallVector<mlir::Type> types = llvm::map_to_vector(
        from, [&](size_t i) { return i >= constants_ + carries_ ? op_.getInputs()[i].getType() : arg(i).getType(); });
    body_.getTerminator()->setOperands(materialized(body_, outs, bodyTypes));
    llvm::SmallVector<size_t> order;
    llvm::SmallVector<Value> inputs;
    auto addKnown = [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i)
        if (!isLinear(i)) order.push_back(i), inputs.push_back(op_.getInputs()[i]);
    };
    auto addSeeds = [&](const Seeds &seeds) {
      for (auto [ct, outside] : seeds)
        order.push_back(llvm::cast<mlir::BlockArgument>(ct).getArgNumber()), inputs.push_back(outside);
    };
    addKnown(0, constants_);
    size_t numConstants = inputs.size();
    addSeeds(carry_);
    addKnown(constants_ + carries_, in_.size());
    addSeeds(xs_);
    permuteArguments(body_, order);
    auto scan = ir::ScanOp::create(e_.builder, e_.loc, types, inputs, numConstants, numCarry, op_.getLength(),
                                   !op_.getReverse());
    scan.getBody().takeBody(op_.getBody());
    return scan;
  }

  ir::ScanOp op_;
  mlir::Block &body_;
  llvm::ArrayRef<Value> ct_;
  Linear in_;
  Emit &e_;
  Backward inner_;
  size_t constants_ = op_.getNumConstants(), carries_ = op_.getNumCarry();
  Seeds carry_, xs_;
};

}  // namespace

mlir::FailureOr<Cotangents> Backward::transposeScan(ir::ScanOp op, llvm::ArrayRef<Value> ct, Linear in, Emit &e) {
  return ScanTranspose(op, ct, in, rules_, e).run();
}

}  // namespace fluxion::passes

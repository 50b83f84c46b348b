// A case whose index differs by example, with branches too dear to be run for examples that do not take them: examples
// are grouped by branch. Those of one branch fill chunks, which are computed together; what is left over and would not
// fill half a chunk is computed one by one. So at most twice as many examples go through a branch as take it, and
// nearly all of them in company. Numbers are known only at run time, so there are as many places for chunks and for
// single examples as could be needed, and those that are not run an empty branch.
//
// To bring examples into order takes longer than what a plain branch computes. So where one branch is dear and the
// other plain, there is a question before: if no example takes the dear one, the plain one runs for all.
#include "ir/ops/collective.h"
#include "ir/ops/custom.h"
#include "mlir/IR/IRMapping.h"
#include "passes/vmap/branch_cost.h"
#include "passes/vmap/vmap.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failed;
using mlir::failure;
using mlir::FailureOr;
using mlir::Value;

namespace {

constexpr int64_t kLargestChunk = 32;
// In nanoseconds: of the steps that bring examples into order, of one of a loop, and of moving a byte to its place.
constexpr double kSorting = 20e3, kStep = 2e3, kMoving = 0.3;
// Beyond so many ops in all branches, there is no second copy of them for single examples.
constexpr size_t kMostCopied = 4000;

// How many examples there are and may be where.
struct Plan {
  int64_t examples, branches, chunk, least;  // examples that fill a chunk, and those that one is begun for
  int64_t chunks, singles;                   // places

  int64_t inChunks() const { return chunks * chunk; }
};

double bytesOf(mlir::Type type) {
  auto t = llvm::cast<ir::Tensor>(type);
  return static_cast<double>(t.getNumElements() * static_cast<int64_t>(size_of(ir::dtypeOf(t.getElementType()))));
}

SmallVector<BranchCost> costsOf(ir::CaseOp op, llvm::ArrayRef<bool> mapped) {
  return llvm::map_to_vector(op.getBranches(), [&](mlir::Region &branch) { return costOf(branch.front(), mapped); });
}

// Of a branch, how many examples are computed together in the time of so many alone.
int64_t breakEven(const BranchCost &cost, int64_t chunk) {
  if (cost.alone <= 0) return 1;
  const auto least = static_cast<int64_t>(cost.together(chunk) / cost.alone + 1);
  return std::clamp<int64_t>(least, 1, std::max<int64_t>(chunk / 2, 1));
}

Plan planOf(ir::CaseOp op, llvm::ArrayRef<BranchCost> costs, int64_t examples) {
  Plan p{examples, static_cast<int64_t>(costs.size()), 0, 1, 0, 0};
  p.chunk = std::min(examples, std::clamp<int64_t>(examples / 4, 16, kLargestChunk));
  const BranchCost *dearest = &costs[0];
  for (const BranchCost &c : costs)
    if (c.alone > dearest->alone) dearest = &c;
  size_t ops = 0;
  op->walk([&](mlir::Operation *) { ++ops; });
  if (ops <= kMostCopied) p.least = breakEven(*dearest, p.chunk);
  p.chunks = (p.examples + p.branches * (p.chunk - p.least)) / p.chunk;
  p.singles = std::min(p.examples, p.branches * (p.least - 1));
  return p;
}

// Ops that count on all examples being computed at once, or that do more than compute.
bool needsAll(ir::CaseOp op, int64_t size) {
  return op
      ->walk([&](mlir::Operation *inner) {
        auto custom = llvm::dyn_cast<ir::CustomVmapOp>(inner);
        const bool batchesItself = custom && static_cast<int64_t>(custom.getAxisSize()) == size;
        const bool isOrdinary = !batchesItself && ir::axisNameOf(inner).empty() && mlir::isMemoryEffectFree(inner);
        return isOrdinary ? mlir::WalkResult::advance() : mlir::WalkResult::interrupt();
      })
      .wasInterrupted();
}

// Who goes where, as vectors of i32.
struct Places {
  Value inChunks, isThere;  // [chunks, chunk]: an example for each place, and whether it is more than a stand-in
  Value ofChunk, ofSingle;  // the branch, or the number of branches where none is needed
  Value singles;            // the example for each single place
  Value place;              // [examples]: in chunks, one after the other, and behind them in single places
};

class Placing {
 public:
  Placing(const Plan &plan, Emit &e) : p_(plan), e_(e), i32_(e.builder.getI32Type()) {}

  Places run(Value index) {
    const double last = static_cast<double>(p_.branches - 1);
    Value inside =
        e_.op<ir::AndOp>(e_.compare(ir::Comparison::GE, index, 0.0), e_.compare(ir::Comparison::LE, index, last));
    Value branch = e_.select(inside, index, e_.like(index, last));
    hot_ = integer(e_.compare(ir::Comparison::EQ, e_.broadcast(branch, {0}, {p_.examples, p_.branches}),
                              e_.iota(type({p_.examples, p_.branches}), 1)));
    Value rank = e_.reduceSum(e_.mul(hot_, before(hot_)), {1});  // among those of the same branch
    Value count = e_.reduceSum(hot_, {0});
    Value full = e_.div(count, e_.like(count, static_cast<double>(p_.chunk)));
    Value rest = e_.sub(count, e_.mul(full, static_cast<double>(p_.chunk)));
    Value begun = e_.compare(ir::Comparison::GE, rest, static_cast<double>(p_.least));
    Value chunks = e_.add(full, integer(begun)), singles = e_.select(begun, e_.zerosLike(rest), rest);
    Value firstChunk = before(chunks), firstSingle = before(singles);

    Places found;
    found.ofChunk = owners(e_.add(firstChunk, chunks), p_.chunks);
    if (p_.singles > 0) found.ofSingle = owners(e_.add(firstSingle, singles), p_.singles);
    Value held = e_.mul(chunks, static_cast<double>(p_.chunk));
    Value inChunk = e_.add(own(e_.mul(firstChunk, static_cast<double>(p_.chunk))), rank);
    Value alone = e_.add(own(e_.sub(e_.add(firstSingle, static_cast<double>(p_.inChunks())), held)), rank);
    found.place = e_.select(e_.compare(ir::Comparison::LT, rank, own(held)), inChunk, alone);
    findExamples(found);
    return found;
  }

 private:
  ir::Tensor type(llvm::ArrayRef<int64_t> shape) { return ir::Tensor::get(shape, i32_); }
  Value integer(Value flags) { return e_.convert(flags, i32_); }
  // The sum of what stands before each.
  Value before(Value x) { return e_.sub(e_.cumulative(ir::Combine::add, x, 0, false), x); }
  // For each example what the table says of its branch.
  Value own(Value table) {
    return e_.reduceSum(e_.mul(hot_, e_.broadcast(table, {1}, {p_.examples, p_.branches})), {1});
  }
  // For each of n places the first branch whose places end behind it.
  Value owners(Value ends, int64_t n) {
    Value ended =
        e_.compare(ir::Comparison::LE, e_.broadcast(ends, {1}, {n, p_.branches}), e_.iota(type({n, p_.branches}), 0));
    return e_.reduceSum(integer(ended), {1});
  }

  void findExamples(Places &found) {
    const int64_t chunked = p_.inChunks(), all = chunked + p_.singles;
    Value nobody = e_.constant(type({all}), -1);
    Value member = e_.op<ir::ScatterOp>(ir::Combine::set, nobody, e_.reshape(found.place, {p_.examples, 1}),
                                        e_.iota(type({p_.examples}), 0), ir::Sizes{}, ir::Sizes{0}, ir::Sizes{},
                                        ir::Sizes{}, ir::Sizes{0}, static_cast<uint64_t>(1), true);
    Value grid = e_.reshape(e_.slice(member, {0}, {chunked}, {1}), {p_.chunks, p_.chunk});
    found.isThere = e_.compare(ir::Comparison::GE, grid, 0.0);
    // The first of a chunk stands in where there are no more, so that nothing is computed that nobody asked for.
    Value first = e_.reshape(e_.slice(grid, {0, 0}, {p_.chunks, 1}, {1, 1}), {p_.chunks});
    Value filled = e_.select(found.isThere, grid, e_.broadcast(first, {0}, {p_.chunks, p_.chunk}));
    found.inChunks = e_.maximum(filled, e_.zerosLike(filled));
    if (p_.singles == 0) return;
    Value singles = e_.slice(member, {chunked}, {all}, {1});
    found.singles = e_.maximum(singles, e_.zerosLike(singles));
  }

  const Plan &p_;
  Emit &e_;
  mlir::Type i32_;
  Value hot_;  // [examples, branches], 1 where the example takes the branch
};

// The arguments of a scan over groups of examples: values that all share, the branch of each group, mapped values.
struct GroupArguments {
  SmallVector<Value> shared, scanned;
};

/// A scan over groups, each of which takes a branch, or none if its branch's number is theirs. `fill(i, region)` makes
/// branch i.
template <class Fill>
FailureOr<SmallVector<Value>> scanGroups(ir::CaseOp op, Value branchOf, llvm::ArrayRef<Batched> inputs,
                                         llvm::ArrayRef<Value> values, mlir::TypeRange outputs, Fill fill, Emit &e) {
  GroupArguments arguments{{}, {branchOf}};
  for (auto [b, v] : llvm::zip_equal(inputs, values)) (b.mapped ? arguments.scanned : arguments.shared).push_back(v);
  const int64_t groups = ir::shapeOf(branchOf)[0];
  SmallVector<Value> operands(arguments.shared);
  llvm::append_range(operands, arguments.scanned);
  auto stacked = llvm::map_to_vector(outputs, [&](mlir::Type type) -> mlir::Type {
    auto t = llvm::cast<ir::Tensor>(type);
    return ir::Tensor::get(prepend(groups, t.getShape()), t.getElementType());
  });
  auto scan = ir::ScanOp::create(e.builder, e.loc, stacked, operands, arguments.shared.size(), 0,
                                 static_cast<uint64_t>(groups), false);
  mlir::OpBuilder builder(op.getContext());
  mlir::Block *body = builder.createBlock(&scan.getBody());
  for (Value v : arguments.shared) body->addArgument(v.getType(), op.getLoc());
  for (Value v : arguments.scanned) {
    auto t = ir::tensorType(v);
    body->addArgument(ir::Tensor::get(t.getShape().drop_front(), t.getElementType()), op.getLoc());
  }
  SmallVector<Value> inner;
  unsigned shared = 0, scanned = static_cast<unsigned>(arguments.shared.size());
  Value index = body->getArgument(scanned++);
  for (const Batched &b : inputs) inner.push_back(body->getArgument(b.mapped ? scanned++ : shared++));
  const size_t branches = op.getBranches().size();
  auto choice = ir::CaseOp::create(builder, op.getLoc(), outputs, index, inner, static_cast<unsigned>(branches + 1));
  ir::YieldOp::create(builder, op.getLoc(), choice.getOutputs());
  for (size_t i = 0; i < branches; ++i)
    if (failed(fill(i, choice.getBranches()[i]))) return failure();
  mlir::Block *none = builder.createBlock(&choice.getBranches()[branches]);
  for (Value v : inner) none->addArgument(v.getType(), op.getLoc());
  Emit nothing(builder, op.getLoc());
  ir::YieldOp::create(builder, op.getLoc(),
                      llvm::map_to_vector(outputs, [&](mlir::Type type) { return nothing.zeros(type); }));
  return SmallVector<Value>(scan.getOutputs());
}

// The first two dimensions as one, and the first as two.
Value joined(Value x, Emit &e) {
  llvm::ArrayRef<int64_t> shape = ir::shapeOf(x);
  return e.reshape(x, prepend(shape[0] * shape[1], shape.drop_front(2)));
}
Value cut(Value x, int64_t a, int64_t b, Emit &e) {
  return e.reshape(x, prepend(a, prepend(b, ir::shapeOf(x).drop_front())));
}

// Examples for the places of chunks. Stand-ins are computed with, but have no derivatives: their cotangents may be NaN.
Value inChunks(Value x, const Places &places, const Plan &p, Emit &e) {
  Value y = cut(rows(x, e.reshape(places.inChunks, {p.inChunks()}), e), p.chunks, p.chunk, e);
  if (!isDifferentiable(y.getType())) return y;
  return e.select(e.broadcast(places.isThere, {0, 1}, ir::shapeOf(y)), y, e.op<ir::StopGradientOp>(y));
}

// Of two branches the number of the plain one, which has few ops and no bodies in bodies: it stands there twice.
std::optional<size_t> plainOfTwo(ir::CaseOp op, llvm::ArrayRef<BranchCost> costs) {
  constexpr size_t kFew = 64;
  if (costs.size() != 2) return {};
  const size_t plain = costs[0].among + costs[0].shared <= costs[1].among + costs[1].shared ? 0 : 1;
  mlir::Block &block = op.getBranches()[plain].front();
  const bool hasBodies = llvm::any_of(block, [](mlir::Operation &inner) { return inner.getNumRegions() > 0; });
  return hasBodies || block.getOperations().size() > kFew ? std::nullopt : std::optional(plain);
}

}  // namespace

FailureOr<Vmap::Values> Vmap::groupedWhereDear(mlir::OpBuilder &builder, ir::CaseOp op,
                                               llvm::ArrayRef<Batched> operands) {
  auto mapped = llvm::map_to_vector(operands, [](const Batched &b) { return b.mapped; });
  const std::optional<size_t> plain = plainOfTwo(op, costsOf(op, llvm::ArrayRef(mapped).drop_front()));
  if (!plain) return groupedCase(builder, op, operands);
  Emit e(builder, op.getLoc());
  Value isFirst = e.compare(ir::Comparison::EQ, operands[0].value, 0.0);  // branch 1 is taken by all other indices
  Value isDear = *plain == 0 ? e.op<ir::NotOp>(isFirst) : isFirst;
  Value any = e.convert(e.reduce(ir::Combine::or_, isDear, {0}), builder.getI32Type());
  auto types = llvm::map_to_vector(op.getResultTypes(), [&](mlir::Type type) -> mlir::Type {
    auto t = llvm::cast<ir::Tensor>(type);
    return ir::Tensor::get(prepend(size_, t.getShape()), t.getElementType());
  });
  auto values = llvm::map_to_vector(operands, [](const Batched &b) { return b.value; });
  auto choice = ir::CaseOp::create(builder, op.getLoc(), types, any, values, 2);
  for (mlir::Region &region : choice.getBranches()) {
    mlir::OpBuilder inside(op.getContext());
    mlir::Block *block = inside.createBlock(&region);
    SmallVector<Batched> inputs;
    for (const Batched &b : operands) inputs.push_back({block->addArgument(b.value.getType(), op.getLoc()), b.mapped});
    FailureOr<Values> found = region.getRegionNumber() == 1
                                  ? groupedCase(inside, op, inputs)
                                  : body(inside, op.getBranches()[*plain].front(), llvm::ArrayRef(inputs).drop_front());
    if (failed(found)) return failure();
    Emit at(inside, op.getLoc());
    auto all = llvm::map_to_vector(*found, [&](const Batched &b) { return materialize(b, at); });
    ir::YieldOp::create(inside, op.getLoc(), all);
  }
  return Values(llvm::map_range(choice.getOutputs(), [](Value v) { return Batched{v, true}; }));
}

bool Vmap::isWorthGrouping(ir::CaseOp op, llvm::ArrayRef<Batched> operands) {
  const size_t branches = op.getBranches().size();
  if (branches < 2 || size_ < 2 || op.getNumResults() == 0 || needsAll(op, size_)) return false;
  auto mapped = llvm::map_to_vector(operands.drop_front(), [](const Batched &b) { return b.mapped; });
  SmallVector<BranchCost> costs = costsOf(op, mapped);
  double all = 0, shared = 0, least = costs[0].among, moved = 0;
  for (const BranchCost &c : costs) all += c.among, shared += c.shared, least = std::min(least, c.among);
  for (const Batched &b : operands)
    if (b.mapped) moved += bytesOf(b.value.getType());
  const auto examples = static_cast<double>(size_);
  for (mlir::Type type : op.getResultTypes()) moved += 2 * examples * bytesOf(type);
  // What depends on no example is computed once where all branches are, and again by each group.
  const Plan plan = planOf(op, costs, size_);
  const auto groups = static_cast<double>(plan.chunks + plan.singles);
  const double overhead = kSorting + groups * kStep + moved * kMoving;
  return examples * (all - least) > 2 * overhead + groups * shared;
}

FailureOr<Vmap::Values> Vmap::groupedCase(mlir::OpBuilder &builder, ir::CaseOp op, llvm::ArrayRef<Batched> operands) {
  Emit e(builder, op.getLoc());
  llvm::ArrayRef<Batched> inputs = operands.drop_front();
  auto mapped = llvm::map_to_vector(inputs, [](const Batched &b) { return b.mapped; });
  const Plan plan = planOf(op, costsOf(op, mapped), size_);
  const Places places = Placing(plan, e).run(operands[0].value);

  Vmap together(rules_, plan.chunk);
  auto chunkTypes = llvm::map_to_vector(op.getResultTypes(), [&](mlir::Type type) -> mlir::Type {
    auto t = llvm::cast<ir::Tensor>(type);
    return ir::Tensor::get(prepend(plan.chunk, t.getShape()), t.getElementType());
  });
  auto batched = [&](size_t i, mlir::Region &target) {
    SmallVector<bool> all(op.getNumResults(), true);
    return together.region(op.getBranches()[i], target, mapped, all);
  };
  auto values = llvm::map_to_vector(
      inputs, [&](const Batched &b) { return b.mapped ? inChunks(b.value, places, plan, e) : b.value; });
  FailureOr<SmallVector<Value>> found = scanGroups(op, places.ofChunk, inputs, values, chunkTypes, batched, e);
  if (failed(found)) return failure();
  for (Value &v : *found) v = joined(v, e);

  if (plan.singles > 0) {
    auto copied = [&](size_t i, mlir::Region &target) {
      mlir::IRMapping mapping;
      op.getBranches()[i].cloneInto(&target, mapping);
      return mlir::success();
    };
    values = llvm::map_to_vector(
        inputs, [&](const Batched &b) { return b.mapped ? rows(b.value, places.singles, e) : b.value; });
    auto single = scanGroups(op, places.ofSingle, inputs, values, op.getResultTypes(), copied, e);
    if (failed(single)) return failure();
    for (auto [v, more] : llvm::zip_equal(*found, *single)) v = e.concatenate({v, more}, 0);
  }
  return Values(llvm::map_range(*found, [&](Value v) { return Batched{rows(v, places.place, e), true}; }));
}

}  // namespace fluxion::passes

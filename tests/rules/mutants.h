// Errors that a rule could have: changes of the ops that it builds, of their attributes, and of what it gives.
#pragma once
#include <fmt/format.h>

#include <set>

#include "ir/ops/complex.h"
#include "ir/ops/convolution.h"
#include "llvm/Support/xxhash.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "passes/emit.h"
#include "passes/rule_watch.h"

namespace fluxion::rules {

using mlir::Attribute;
using mlir::Operation;
using mlir::Value;
using Values = llvm::SmallVector<Value>;

/// A change of an op, or of a value: what takes the place of its results, made where the builder stands.
struct Change {
  std::string name;
  std::function<Values(mlir::OpBuilder &)> make;
};
using Changes = std::vector<Change>;

/// Ops that one could take for one another.
inline constexpr std::pair<const char *, const char *> kConfusable[] = {{"add", "subtract"},
                                                                        {"multiply", "divide"},
                                                                        {"multiply", "add"},
                                                                        {"maximum", "minimum"},
                                                                        {"and", "or"},
                                                                        {"sine", "cosine"},
                                                                        {"sinh", "cosh"},
                                                                        {"tanh", "tan"},
                                                                        {"sqrt", "rsqrt"},
                                                                        {"exponential", "log"},
                                                                        {"exponential", "exponential_minus_one"},
                                                                        {"log", "log_plus_one"},
                                                                        {"sign", "abs"},
                                                                        {"floor", "ceil"},
                                                                        {"real", "imag"},
                                                                        {"erf", "erfc"},
                                                                        {"digamma", "lgamma"},
                                                                        {"igamma", "igammac"},
                                                                        {"bessel_i0e", "bessel_i1e"}};

/// Whether operands i and i + 1 may change places.
inline bool commutes(Operation *op, unsigned i) {
  if (llvm::isa<ir::ClampOp>(op)) return i == 0;  // min(max(lo, x), hi)
  if (auto compare = llvm::dyn_cast<ir::CompareOp>(op))
    return compare.getDirection() == ir::Comparison::EQ || compare.getDirection() == ir::Comparison::NE;
  return llvm::isa<ir::AddOp, ir::MultiplyOp, ir::MaximumOp, ir::MinimumOp, ir::AndOp, ir::OrOp, ir::XorOp>(op);
}

/// Whether nothing depends on entry i (−1: all) of an attribute while the types stay what they are: a mutant of it
/// would be the same program.
inline bool isIdle(Operation *op, llvm::StringRef attribute, int64_t i) {
  // A promise, or a wish, which the values do not depend on; or what would change types, were the matrix not square.
  if (attribute == "unique_indices" || attribute == "prevent_cse" || attribute == "barrier" ||
      attribute == "full_matrices")
    return true;
  // The first and the step decide what is read, and the type how much.
  if (attribute == "limits" || attribute == "high") return llvm::isa<ir::SliceOp, ir::ConvolutionOp>(op);
  if (i < 0) return false;
  if (auto slice = llvm::dyn_cast<ir::SliceOp>(op); slice && attribute == "strides")
    return slice.getType().getDimSize(i) == 1;
  if (auto broadcast = llvm::dyn_cast<ir::BroadcastInDimOp>(op); broadcast && attribute == "dimensions")
    return ir::shapeOf(broadcast.getX())[i] == 1;
  // A window of one element, in a dimension that the result does not have, may be said to have none.
  return attribute == "slice_sizes" && llvm::isa<ir::GatherOp>(op) &&
         (llvm::is_contained(llvm::cast<ir::GatherOp>(op).getCollapsedSliceDims(), i) ||
          llvm::is_contained(llvm::cast<ir::GatherOp>(op).getOperandBatchingDims(), i));
}
/// Of bools, a product and the minimum are `and`; a sum and the maximum are `or`.
inline bool sameOfBools(ir::Combine a, ir::Combine b) {
  auto is = [](ir::Combine kind, std::initializer_list<ir::Combine> kinds) { return llvm::is_contained(kinds, kind); };
  auto among = [&](std::initializer_list<ir::Combine> kinds) { return is(a, kinds) && is(b, kinds); };
  return among({ir::Combine::multiply, ir::Combine::minimum, ir::Combine::and_}) ||
         among({ir::Combine::add, ir::Combine::maximum, ir::Combine::or_});
}
/// Whether the order of an attribute's entries means nothing.
inline bool isSet(Operation *op, llvm::StringRef attribute) {
  return attribute == "collapsed_slice_dims" || attribute == "inserted_window_dims" ||
         (attribute == "dimensions" && llvm::isa<ir::ReduceOp, ir::ReverseOp>(op));
}

/// Other values of an attribute of an op: numbers one off, neighbours swapped, flags the other way, another member of
/// an enum.
inline std::vector<std::pair<std::string, Attribute>> neighbours(Operation *op, mlir::NamedAttribute named) {
  const Attribute attribute = named.getValue();
  const llvm::StringRef name = named.getName();
  std::vector<std::pair<std::string, Attribute>> others;
  if (isIdle(op, name, -1)) return others;
  mlir::MLIRContext *context = attribute.getContext();
  if (auto flag = llvm::dyn_cast<mlir::BoolAttr>(attribute)) {
    others.emplace_back("the other way", mlir::BoolAttr::get(context, !flag.getValue()));
  } else if (auto number = llvm::dyn_cast<mlir::IntegerAttr>(attribute)) {
    for (int64_t by : {1, -1})
      others.emplace_back(fmt::format("{:+}", by), mlir::IntegerAttr::get(number.getType(), number.getInt() + by));
  } else if (auto numbers = llvm::dyn_cast<mlir::DenseI64ArrayAttr>(attribute)) {
    const std::vector<int64_t> now(numbers.asArrayRef());
    for (size_t i = 0; i < now.size(); ++i) {
      for (int64_t by : {1, -1}) {
        if (isIdle(op, name, static_cast<int64_t>(i))) continue;
        std::vector<int64_t> next = now;
        next[i] += by;
        others.emplace_back(fmt::format("[{}] {:+}", i, by), mlir::DenseI64ArrayAttr::get(context, next));
      }
      if (i == 0 || now[i] == now[i - 1] || isSet(op, name)) continue;
      std::vector<int64_t> next = now;
      std::swap(next[i - 1], next[i]);
      others.emplace_back(fmt::format("[{}] and [{}] swapped", i - 1, i), mlir::DenseI64ArrayAttr::get(context, next));
    }
  } else if (auto comparison = llvm::dyn_cast<ir::ComparisonAttr>(attribute)) {
    for (uint32_t i = 0; i < 6; ++i)
      if (auto other = static_cast<ir::Comparison>(i); other != comparison.getValue())
        others.emplace_back(ir::stringifyComparison(other).str(), ir::ComparisonAttr::get(context, other));
  } else if (auto kind = llvm::dyn_cast<ir::CombineAttr>(attribute)) {
    const bool bools = ir::elementType(op->getResult(0)).isInteger(1);
    for (uint32_t i = 0; i < 8; ++i)
      if (auto other = static_cast<ir::Combine>(i);
          other != kind.getValue() && !(bools && sameOfBools(other, kind.getValue())))
        others.emplace_back(ir::stringifyCombine(other).str(), ir::CombineAttr::get(context, other));
  }
  return others;
}

/// A change that gives one value.
inline Change valueChange(std::string name, Value v, std::function<Value(passes::Emit &)> make) {
  return {std::move(name), [=](mlir::OpBuilder &b) {
            passes::Emit e(b, v.getLoc());
            return Values{make(e)};
          }};
}

inline Changes changesOfConstant(Value v) {
  if (ir::elementType(v).isInteger(1))
    return {valueChange("negated", v, [=](passes::Emit &e) { return e.op<ir::NotOp>(v); })};
  Changes changes{valueChange("one more", v, [=](passes::Emit &e) { return e.add(v, e.like(v, 1)); })};
  if (!passes::isZeroConstant(v))
    changes.push_back(valueChange("doubled", v, [=](passes::Emit &e) { return e.add(v, v); }));
  return changes;
}

/// A copy of a loop or branch whose body yields something else.
inline Change yieldChange(std::string name, Operation *op, unsigned region, std::function<void(Operation *)> edit) {
  return {std::move(name), [=](mlir::OpBuilder &b) {
            Operation *copy = b.clone(*op);
            edit(copy->getRegion(region).front().getTerminator());
            return Values(copy->getResults());
          }};
}

inline void addYieldChanges(Operation *op, Changes &changes) {
  for (auto [r, region] : llvm::enumerate(op->getRegions())) {
    if (region.empty()) continue;
    mlir::ValueRange yields = region.front().getTerminator()->getOperands();
    for (unsigned i = 0; i < yields.size(); ++i) {
      changes.push_back(yieldChange(fmt::format("yield {} of region {} zero", i, r), op, r, [=](Operation *yield) {
        mlir::OpBuilder b(yield);
        passes::Emit e(b, yield->getLoc());
        yield->setOperand(i, e.zerosLike(yield->getOperand(i)));
      }));
      if (i == 0 || yields[i] == yields[i - 1] || yields[i].getType() != yields[i - 1].getType()) continue;
      changes.push_back(
          yieldChange(fmt::format("yields {} and {} of region {} swapped", i - 1, i, r), op, r, [=](Operation *yield) {
            const Value first = yield->getOperand(i - 1);
            yield->setOperand(i - 1, yield->getOperand(i));
            yield->setOperand(i, first);
          }));
    }
  }
}

/// What one could write for an op by mistake.
inline Changes changesOf(Operation *op) {
  Changes changes;
  if (llvm::isa<ir::ConstantOp>(op)) return changesOfConstant(op->getResult(0));
  for (mlir::NamedAttribute a : op->getAttrDictionary())
    for (auto &[how, other] : neighbours(op, a))
      changes.push_back({fmt::format("{} {}", a.getName().str(), how), [=, name = a.getName()](mlir::OpBuilder &b) {
                           Operation *copy = b.clone(*op);
                           copy->setAttr(name, other);
                           return Values(copy->getResults());
                         }});
  for (unsigned i = 0; i + 1 < op->getNumOperands(); ++i)
    if (!commutes(op, i) && op->getOperand(i) != op->getOperand(i + 1) &&
        op->getOperand(i).getType() == op->getOperand(i + 1).getType())
      changes.push_back({fmt::format("operands {} and {} swapped", i, i + 1), [=](mlir::OpBuilder &b) {
                           Operation *copy = b.clone(*op);
                           copy->setOperand(i, op->getOperand(i + 1));
                           copy->setOperand(i + 1, op->getOperand(i));
                           return Values(copy->getResults());
                         }});
  addYieldChanges(op, changes);
  if (op->getNumResults() != 1) return changes;
  for (mlir::OpOperand &x : op->getOpOperands())
    if (x.get().getType() == op->getResult(0).getType())
      changes.push_back({fmt::format("just operand {}", x.getOperandNumber()),
                         [v = x.get()](mlir::OpBuilder &) { return Values{v}; }});
  const llvm::StringRef name = op->getName().stripDialect();
  for (auto [a, b] : kConfusable)
    if (name == a || name == b)
      changes.push_back({fmt::format("{} for it", name == a ? b : a),
                         [=, other = fmt::format("fx.{}", name == a ? b : a)](mlir::OpBuilder &b) {
                           mlir::OperationState state(op->getLoc(), other, op->getOperands(), op->getResultTypes());
                           return Values(b.create(state)->getResults());
                         }});
  return changes;
}

/// What one could give, by mistake, for this value.
inline Changes changesOf(Value v) {
  Changes changes{valueChange("zero", v, [=](passes::Emit &e) { return e.zerosLike(v); })};
  const mlir::Type element = ir::elementType(v);
  if (element.isInteger(1)) {
    changes.push_back(valueChange("negated", v, [=](passes::Emit &e) { return e.op<ir::NotOp>(v); }));
  } else {
    changes.push_back(valueChange("negated", v, [=](passes::Emit &e) { return e.neg(v); }));
    changes.push_back(valueChange("doubled", v, [=](passes::Emit &e) { return e.add(v, v); }));
  }
  if (llvm::isa<mlir::ComplexType>(element))
    changes.push_back(valueChange("conjugated", v, [=](passes::Emit &e) {
      return e.op<ir::ComplexOp>(e.op<ir::RealOp>(v), e.neg(e.op<ir::ImagOp>(v)));
    }));
  // A transposition that was forgotten, where the type does not show it.
  const llvm::ArrayRef<int64_t> shape = ir::shapeOf(v);
  for (size_t d = 1; d < shape.size(); ++d)
    if (shape[d] == shape[d - 1] && shape[d] > 1)
      changes.push_back(valueChange(fmt::format("dimensions {} and {} swapped", d - 1, d), v, [=](passes::Emit &e) {
        ir::Sizes p = llvm::to_vector<6>(llvm::seq<int64_t>(0, ir::tensorType(v).getRank()));
        std::swap(p[d - 1], p[d]);
        return e.transpose(v, p);
      }));
  return changes;
}

/// The ops of a change in a block of their own, and what takes the old values' place: nothing if the ops are invalid,
/// or of other types.
struct Draft {
  Draft(const Change &change, mlir::TypeRange types, mlir::MLIRContext *context) {
    mlir::ScopedDiagnosticHandler quiet(context, [](mlir::Diagnostic &) { return mlir::success(); });
    mlir::OpBuilder b(context);
    b.setInsertionPointToEnd(&block);
    values = change.make(b);
    bool valid = mlir::TypeRange(mlir::ValueRange(values)) == types;
    for (Operation &op : block) valid = valid && succeeded(mlir::verify(&op));
    if (!valid) values.clear();
  }
  mlir::Block block;
  Values values;
};

/// A place in a run of a rule where there is something to change: the results of an op, or what the rule gives.
struct Site {
  std::string name;
  Changes changes;
  Values values;
  mlir::Block::iterator after;  // where the new ops belong
  Value *result = nullptr;      // if it is the rule's
};

inline std::vector<Site> sitesOf(const passes::RuleRun &run) {
  std::vector<Site> sites;
  for (auto [i, op] : llvm::enumerate(run.built))
    sites.push_back({fmt::format("op {} ({})", i, op->getName().stripDialect().str()), changesOf(op),
                     Values(op->getResults()), std::next(op->getIterator())});
  for (auto [i, place] : llvm::enumerate(run.results))
    if (*place)
      sites.push_back(
          {fmt::format("result {}", i), changesOf(*place), {*place}, run.builder.getInsertionPoint(), place});
  return sites;
}

/// A mutant by its name: a rule on one of its ways, told by the ops that it builds; a site; a change. As an error in
/// the source would, it acts each time the rule comes that way.
using Mutant = std::string;

inline std::string wayOf(const passes::RuleRun &run) {
  std::string way;
  for (Operation *op : run.built) way += (way.empty() ? "" : ", ") + op->getName().stripDialect().str();
  if (run.built.size() > 6) way = fmt::format("{} ops, {:04x}", run.built.size(), llvm::xxh3_64bits(way) & 0xffff);
  return fmt::format("{} of {} by [{}]", run.transformation.str(), run.op->getName().getStringRef().str(), way);
}

/// Calls visit(mutant, site, change) for all that a run of a rule has.
template <class F>
void forEachMutant(const passes::RuleRun &run, F visit) {
  const std::string way = wayOf(run);
  for (Site &site : sitesOf(run))
    for (const Change &change : site.changes)
      visit(fmt::format("{}: {}: {}", way, site.name, change.name), site, change);
}

/// Adds the mutants of a run of a rule that are valid programs.
inline void collect(const passes::RuleRun &run, std::set<Mutant> &mutants) {
  forEachMutant(run, [&](const Mutant &name, Site &site, const Change &change) {
    if (!mutants.contains(name) && !Draft(change, mlir::ValueRange(site.values), run.op->getContext()).values.empty())
      mutants.insert(name);
  });
}

/// Puts `to` in the place of `from` in what the rule built and gives.
inline void replace(const passes::RuleRun &run, Value from, Value to, const llvm::SmallPtrSetImpl<Operation *> &fresh) {
  for (mlir::OpOperand &use : llvm::make_early_inc_range(from.getUses()))
    if (!fresh.contains(use.getOwner())) use.set(to);
  for (Value *place : run.results)
    if (*place == from) *place = to;
}

/// Makes this mutant of the rule, if it is of this rule; says whether it did.
inline bool plant(const passes::RuleRun &run, const Mutant &mutant) {
  bool planted = false;
  if (!llvm::StringRef(mutant).starts_with(wayOf(run) + ": ")) return false;
  forEachMutant(run, [&](const Mutant &name, Site &site, const Change &change) {
    if (planted || name != mutant) return;
    Draft draft(change, mlir::ValueRange(site.values), run.op->getContext());
    if (draft.values.empty()) return;
    planted = true;
    llvm::SmallPtrSet<Operation *, 8> fresh;
    for (Operation &op : draft.block) fresh.insert(&op);
    run.builder.getInsertionBlock()->getOperations().splice(site.after, draft.block.getOperations());
    for (auto [from, to] : llvm::zip_equal(site.values, draft.values)) {
      if (site.result)
        *site.result = to;
      else
        replace(run, from, to, fresh);
    }
  });
  return planted;
}

}  // namespace fluxion::rules

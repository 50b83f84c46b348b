// The factors of element maps: elementwise ops, and those that move elements. One factor for each dimension of the
// result, which is a loop; a dimension of an operand that is read at that loop's index alone has the factor. Where it
// is read elsewhere (from another start, in another order, behind a guard), elements move.
#include "ir/element_map.h"
#include "passes/sharding/rules.h"

namespace fluxion::passes {

using namespace ir;  // NOLINT: element maps are of ir

namespace {

enum class Reading { same, moved, unknown };

// What is known of the loop of one dimension of the result.
struct Loop {
  Reading reading = Reading::same;
  llvm::SmallVector<DimOf> dims;
};

class ElementFactors {
 public:
  ElementFactors(mlir::Operation *op, ShardingRule &rule) : op_(op), rule_(rule) {
    for (int64_t size : shapeOf(op->getResult(0))) at_.push_back(space_.loop(size));
    loops_.resize(at_.size());
    elementSources(op, space_, at_, sources_);
  }

  void run() {
    for (const ElementSource &s : sources_) {
      for (const IndexGuard &g : s.guards) lower(g.expr, Reading::moved);
      for (auto [d, e] : llvm::enumerate(s.at)) read(s.operand, static_cast<int64_t>(d), e);
    }
    for (const ElementSource &s : sources_) refuseOtherwise(s);
    for (auto [d, loop] : llvm::enumerate(loops_)) {
      if (at_[d].isConstant() || loop.reading == Reading::unknown) continue;
      llvm::SmallVector<DimOf> dims{out(0, static_cast<int64_t>(d))};
      llvm::append_range(dims, loop.dims);
      loop.reading == Reading::same ? rule_.share(dims) : rule_.move(dims);
    }
  }

 private:
  int loopOf(int variable) const {
    for (auto [d, e] : llvm::enumerate(at_))
      if (!e.isConstant() && e.terms[0].first == variable) return static_cast<int>(d);
    return -1;
  }

  // All loops that e depends on, but through positions that are loaded, are read so at best.
  void lower(const IndexExpr &e, Reading reading) {
    for (auto [variable, coefficient] : e.terms) {
      if (const int d = loopOf(variable); d >= 0)
        loops_[d].reading = std::max(loops_[d].reading, reading);
      else if (space_[variable].kind != IndexVariable::Kind::loaded)
        lower(space_[variable].of, reading);
    }
  }

  // The one loop that e depends on, if it depends on nothing else.
  int onlyLoop(const IndexExpr &e) const {
    if (e.terms.size() != 1) return -1;
    const int variable = e.terms[0].first, d = loopOf(variable);
    if (d >= 0) return d;
    return space_[variable].kind == IndexVariable::Kind::quotient ? onlyLoop(space_[variable].of) : -1;
  }

  void read(unsigned operand, int64_t dimension, const IndexExpr &e) {
    const int d = onlyLoop(e);
    if (d < 0) return lower(e, Reading::unknown);
    if (e != at_[d] || shapeOf(op_->getOperand(operand))[dimension] != shapeOf(op_->getResult(0))[d])
      lower(e, Reading::moved);
    auto isSame = [&](const DimOf &o) { return o.number == operand && o.dimension == dimension; };
    if (llvm::none_of(loops_[d].dims, isSame)) loops_[d].dims.push_back(in(operand, dimension));
  }

  // A dimension that another source of the same operand reads otherwise.
  void refuseOtherwise(const ElementSource &s) {
    for (auto [d, loop] : llvm::enumerate(loops_))
      for (const DimOf &o : loop.dims)
        if (o.number == s.operand && onlyLoop(s.at[o.dimension]) != static_cast<int>(d))
          loop.reading = Reading::unknown;
  }

  mlir::Operation *op_;
  ShardingRule &rule_;
  IndexSpace space_;
  IndexVector at_;
  llvm::SmallVector<ElementSource, 4> sources_;
  llvm::SmallVector<Loop> loops_;
};

}  // namespace

void addElementFactors(mlir::Operation *op, ShardingRule &rule) { ElementFactors(op, rule).run(); }

}  // namespace fluxion::passes

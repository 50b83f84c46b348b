// Sharding rules: how the dimensions of an op's operands and results belong together when arrays are cut for devices.
//
// A rule names *factors*, as the letters of an einsum: i, j and k of y[i,j] = Σₖ a[i,k]·b[k,j]. A dimension consists of
// factors, from the slowest to the fastest: in a reshape from [6] to [2,3] the 6 consists of the 2 and the 3. An op cut
// along a factor is done by each device on its parts of whatever has the factor. Results that do not have it are then
// sums (or maxima, …) over the devices. What a dimension without factors holds, each device needs whole.
#pragma once
#include <functional>

#include "ir/dialect.h"
#include "llvm/ADT/StringMap.h"

namespace fluxion::passes {

struct Factor {
  int64_t size;
  /// A layout passes along it, but the op is not one of parts: elements have to move between devices. Of dimensions
  /// that are reversed, sliced, padded, joined, or that windows slide over. Their sizes may differ.
  bool moves = false;
  /// How results without the factor are put together from the devices' parts; `set`: they are the same on all.
  ir::Combine combine = ir::Combine::add;
};

/// The factors of each dimension of an array, by number.
using FactorsOfDims = llvm::SmallVector<llvm::SmallVector<unsigned, 1>, 4>;

/// Dimension `dimension` of operand, or of result, number `number`.
struct DimOf {
  bool isResult;
  unsigned number;
  int64_t dimension;
};
inline DimOf in(unsigned operand, int64_t dimension) { return {false, operand, dimension}; }
inline DimOf out(unsigned result, int64_t dimension) { return {true, result, dimension}; }

class ShardingRule {
 public:
  /// Without factors: each device needs all operands whole.
  explicit ShardingRule(mlir::Operation *op);

  /// A factor that consists of these dimensions, of equal size.
  unsigned share(llvm::ArrayRef<DimOf> dims);
  /// The same: results that have no part of it are put together by `combine`.
  unsigned reduce(llvm::ArrayRef<DimOf> dims, ir::Combine combine = ir::Combine::add);
  /// Dimensions that a layout passes between, though their elements move.
  unsigned move(llvm::ArrayRef<DimOf> dims);
  /// A factor of this size that becomes the fastest so far of each of these dimensions.
  unsigned append(int64_t size, llvm::ArrayRef<DimOf> dims, ir::Combine combine = ir::Combine::add);
  /// Operand `number` counts once where parts are put together: other devices have the neutral element instead.
  void countOnce(unsigned number) { once_.push_back(number); }

  llvm::ArrayRef<Factor> factors() const { return factors_; }
  llvm::ArrayRef<FactorsOfDims> operands() const { return operands_; }
  llvm::ArrayRef<FactorsOfDims> results() const { return results_; }
  llvm::ArrayRef<unsigned> once() const { return once_; }

 private:
  int64_t sizeOf(const DimOf &d) const;
  FactorsOfDims &at(const DimOf &d) { return (d.isResult ? results_ : operands_)[d.number]; }

  mlir::Operation *op_;
  llvm::SmallVector<Factor, 4> factors_;
  llvm::SmallVector<FactorsOfDims, 3> operands_, results_;
  llvm::SmallVector<unsigned, 1> once_;
};

class ShardingRules {
 public:
  using Rule = std::function<void(mlir::Operation *, ShardingRule &)>;

  /// `f(op, rule)` adds the factors.
  template <class Op, class F>
  void add(F f) {
    rules_[Op::getOperationName()] = [f](mlir::Operation *op, ShardingRule &rule) { f(llvm::cast<Op>(op), rule); };
  }
  /// Each device needs all of it, as nobody knows what the op does with its elements.
  template <class... Op>
  void addWhole() {
    ((rules_[Op::getOperationName()] = [](mlir::Operation *, ShardingRule &) {}), ...);
    (whole_.insert({Op::getOperationName(), true}), ...);
  }

  /// The rule of an op that has no regions; element maps (ir/element_map.h), elementwise ops among them, follow from
  /// what they read. Null for an op without one.
  std::optional<ShardingRule> of(mlir::Operation *op) const;
  /// What there is for an op: "by family", "yes", "by its body", "replicated only"; empty if nothing is.
  llvm::StringRef describe(mlir::Operation *op) const;

 private:
  llvm::StringMap<Rule> rules_;
  llvm::StringMap<bool> whole_;
};

/// All rules of the dialect.
const ShardingRules &defaultShardingRules();

void addShapeRules(ShardingRules &rules);
void addReduceRules(ShardingRules &rules);
void addContractRules(ShardingRules &rules);
void addConvolutionRules(ShardingRules &rules);
void addIndexRules(ShardingRules &rules);
void addAttentionRules(ShardingRules &rules);
void addLinalgRules(ShardingRules &rules);
void addCollectiveRules(ShardingRules &rules);

/// Shares dimension `dimension` of all operands and results.
void shareAll(mlir::Operation *op, int64_t dimension, ShardingRule &rule);
/// Factors of an op whose result reads what ir::elementSources says.
void addElementFactors(mlir::Operation *op, ShardingRule &rule);

/// The region that an op with regions computes, whose arguments are its operands (of a case the first branch's): that
/// of functions with rules of their own, and of control flow. Null for others.
mlir::Region *computedRegion(mlir::Operation *op);

/// The op as one device does it, where `builder` stands: on its parts of the operands, with the attributes that say how
/// large they are. Null, without an error, if the op cannot be so.
mlir::Operation *localOp(mlir::OpBuilder &builder, mlir::Operation *op, mlir::ValueRange parts,
                         mlir::TypeRange resultTypes);

}  // namespace fluxion::passes

// Batching rules. Within a rule the mapped axis is axis 0 of every mapped operand and of the result.
#pragma once
#include <functional>

#include "llvm/ADT/StringMap.h"
#include "passes/emit.h"

namespace fluxion::passes {

/// A value under vmap: mapped over axis 0, or the same for all.
struct Batched {
  mlir::Value value;
  bool mapped = false;
};

/// The operands of an op under vmap.
class Operands {
 public:
  Operands(llvm::ArrayRef<Batched> values, int64_t size, Emit &e) : values_(values), size_(size), emit_(e) {}
  /// Operand i with the mapped axis in front, repeated along it if it was the same for all.
  mlir::Value operator[](size_t i) const;
  mlir::Value raw(size_t i) const { return values_[i].value; }
  bool mapped(size_t i) const { return values_[i].mapped; }
  size_t count() const { return values_.size(); }
  /// Size of the mapped axis.
  int64_t size() const { return size_; }

 private:
  llvm::ArrayRef<Batched> values_;
  int64_t size_;
  Emit &emit_;
};

/// Gives the op's results, all mapped. Called only if some operand is mapped; failure has been reported.
using BatchRule =
    std::function<mlir::FailureOr<llvm::SmallVector<mlir::Value>>(mlir::Operation *, const Operands &, Emit &)>;

/// Gives the result of a collective over the mapped axis itself, which may be the same for all.
using NamedRule = std::function<Batched(mlir::Operation *, const Operands &, Emit &)>;

class VmapRules {
 public:
  /// `rule(op, operands, emit)` gives the one result.
  template <class Op, class F>
  void add(F rule) {
    rules_[Op::getOperationName()] = [rule](mlir::Operation *op, const Operands &x,
                                            Emit &e) -> mlir::FailureOr<llvm::SmallVector<mlir::Value>> {
      return llvm::SmallVector<mlir::Value>{rule(llvm::cast<Op>(op), x, e)};
    };
  }
  template <class Op>
  void addMany(BatchRule rule) {
    rules_[Op::getOperationName()] = std::move(rule);
  }
  /// `rule(op, operands, emit)` gives a Batched.
  template <class Op, class F>
  void addNamed(F rule) {
    named_[Op::getOperationName()] = [rule](mlir::Operation *op, const Operands &x, Emit &e) {
      return rule(llvm::cast<Op>(op), x, e);
    };
  }
  const BatchRule *find(mlir::Operation *op) const { return find(rules_, op); }
  const NamedRule *findNamed(mlir::Operation *op) const { return find(named_, op); }

 private:
  template <class Rule>
  static const Rule *find(const llvm::StringMap<Rule> &rules, mlir::Operation *op) {
    auto it = rules.find(op->getName().getStringRef());
    return it == rules.end() ? nullptr : &it->second;
  }

  llvm::StringMap<BatchRule> rules_;
  llvm::StringMap<NamedRule> named_;
};

/// All rules of the dialect. Elementwise ops need none of their own: the family decides.
const VmapRules &defaultVmapRules();

void addShapeRules(VmapRules &rules);
void addReduceRules(VmapRules &rules);
void addContractRules(VmapRules &rules);
void addConvolutionRules(VmapRules &rules);
void addIndexRules(VmapRules &rules);
void addFftRules(VmapRules &rules);
void addLinalgRules(VmapRules &rules);
void addCollectiveRules(VmapRules &rules);
void addHostRules(VmapRules &rules);

/// A scan over the examples, of which each has a copy of the op, one without regions.
llvm::SmallVector<mlir::Value> callEach(mlir::Operation *op, const Operands &x, Emit &e);

/// Dimension numbers behind a new axis 0.
inline ir::Sizes shifted(llvm::ArrayRef<int64_t> dims) {
  return ir::Sizes(llvm::map_range(dims, [](int64_t d) { return d + 1; }));
}
inline ir::Sizes prepend(int64_t first, llvm::ArrayRef<int64_t> rest) {
  ir::Sizes out{first};
  llvm::append_range(out, rest);
  return out;
}
/// from, from + 1, …, to − 1.
inline ir::Sizes range(int64_t from, int64_t to) {
  ir::Sizes out;
  for (int64_t i = from; i < to; ++i) out.push_back(i);
  return out;
}
/// x with dimension `from` moved to the front, or the front moved to `to`.
mlir::Value moveToFront(mlir::Value x, int64_t from, Emit &e);
mlir::Value moveFromFront(mlir::Value x, int64_t to, Emit &e);
/// x[numbers], for a vector of integers that are in range.
mlir::Value rows(mlir::Value x, mlir::Value numbers, Emit &e);

}  // namespace fluxion::passes

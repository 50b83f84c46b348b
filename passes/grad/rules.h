// The rules of differentiation as values: a map from op name to formula. A pass takes its rules as an argument, so that
// an experiment copies the default set and swaps one.
#pragma once
#include <functional>

#include "llvm/ADT/StringMap.h"
#include "passes/emit.h"

namespace fluxion::passes {

/// Tangents of an op's operands; null is zero.
using Tangents = llvm::ArrayRef<Value>;

/// What a forward rule gives: the tangents of the results (null is zero) and, where the derivative needs the op to
/// compute more than it did, the values that take the results' place.
struct Derivative {
  llvm::SmallVector<Value, 1> tangents;
  llvm::SmallVector<Value, 1> results = {};
};

/// The forward rules. A rule `(op, tangents, emit)` gives the tangent of the only result, or a Derivative, or a failure
/// that it has reported. It is linear in the tangents, which it uses in ops that have transpose rules. It is asked only
/// if a tangent is not zero.
class JvpRules {
 public:
  using Rule = std::function<mlir::FailureOr<Derivative>(mlir::Operation *, Tangents, Emit &)>;

  template <class Op, class F>
  void add(F rule) {
    rules_[Op::getOperationName()] = [rule](mlir::Operation *op, Tangents t, Emit &e) -> mlir::FailureOr<Derivative> {
      using Result = std::invoke_result_t<F, Op, Tangents, Emit &>;
      if constexpr (std::is_convertible_v<Result, Value>) {
        return Derivative{{rule(llvm::cast<Op>(op), t, e)}};
      } else if constexpr (std::is_same_v<Result, mlir::FailureOr<Value>>) {
        Result tangent = rule(llvm::cast<Op>(op), t, e);
        if (failed(tangent)) return mlir::failure();
        return Derivative{{*tangent}};
      } else {
        return rule(llvm::cast<Op>(op), t, e);
      }
    };
  }
  /// Ops that are constant wherever they have a derivative.
  template <class... Ops>
  void addZero() {
    (rules_.insert_or_assign(Ops::getOperationName(), Rule()), ...);
  }

  /// Null if there is none; an empty function if the derivative is zero.
  const Rule *find(mlir::Operation *op) const {
    auto it = rules_.find(op->getName().getStringRef());
    return it == rules_.end() ? nullptr : &it->second;
  }
  bool contains(llvm::StringRef op) const { return rules_.contains(op); }
  bool isZero(mlir::Operation *op) const {
    const Rule *rule = find(op);
    return rule && !*rule;
  }

  /// Whether zeros that come from a choice stay zero (absorb.h).
  bool absorbsZeros = true;

 private:
  llvm::StringMap<Rule> rules_;
};

/// Which operands depend on what is transposed; the others are known.
using Linear = llvm::ArrayRef<bool>;
/// One per operand; null for zero and for operands that are known.
using Cotangents = llvm::SmallVector<Value, 3>;

/// The transpose rules of ops that are linear in some operands. A rule `(op, ct, linear, emit)` gives the cotangents of
/// the operands from that of the result; one with a single operand may give just its cotangent.
class TransposeRules {
 public:
  using Rule = std::function<Cotangents(mlir::Operation *, llvm::ArrayRef<Value>, Linear, Emit &)>;

  template <class Op, class F>
  void add(F rule) {
    rules_[Op::getOperationName()] = [rule](mlir::Operation *op, llvm::ArrayRef<Value> ct, Linear in, Emit &e) {
      if constexpr (std::is_invocable_v<F, Op, llvm::ArrayRef<Value>, Linear, Emit &>)
        return Cotangents(rule(llvm::cast<Op>(op), ct, in, e));
      else if constexpr (std::is_convertible_v<std::invoke_result_t<F, Op, Value, Linear, Emit &>, Value>)
        return Cotangents{rule(llvm::cast<Op>(op), ct[0], in, e)};
      else
        return Cotangents(rule(llvm::cast<Op>(op), ct[0], in, e));
    };
  }

  const Rule *find(mlir::Operation *op) const {
    auto it = rules_.find(op->getName().getStringRef());
    return it == rules_.end() ? nullptr : &it->second;
  }

  /// Whether zeros that come from a choice stay zero (absorb.h).
  bool absorbsZeros = true;

 private:
  llvm::StringMap<Rule> rules_;
};

const JvpRules &defaultJvpRules();
const TransposeRules &defaultTransposeRules();
/// The same, by which zeros that come from a choice are numbers like others.
const JvpRules &plainJvpRules();
const TransposeRules &plainTransposeRules();

void addElementwiseRules(JvpRules &rules);
void addElementwiseRules(TransposeRules &rules);
void addSpecialRules(JvpRules &rules);
void addSpecialRules(TransposeRules &rules);
void addComplexRules(JvpRules &rules);
void addComplexRules(TransposeRules &rules);
void addShapeRules(JvpRules &rules);
void addShapeRules(TransposeRules &rules);
void addReduceRules(JvpRules &rules);
void addReduceRules(TransposeRules &rules);
void addContractRules(JvpRules &rules);
void addContractRules(TransposeRules &rules);
void addConvolutionRules(JvpRules &rules);
void addConvolutionRules(TransposeRules &rules);
void addFftRules(JvpRules &rules);
void addFftRules(TransposeRules &rules);
void addIndexRules(JvpRules &rules);
void addIndexRules(TransposeRules &rules);
void addLinalgRules(JvpRules &rules);
void addLinalgRules(TransposeRules &rules);
void addCollectiveRules(JvpRules &rules);
void addHostRules(JvpRules &rules);
void addCollectiveRules(TransposeRules &rules);

}  // namespace fluxion::passes

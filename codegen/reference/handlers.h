// How the interpreter's families plug in: one handler an op, found by the op's name.
#pragma once
#include <functional>
#include <memory>

#include "codegen/reference/interpreter.h"
#include "ir/dialect.h"
#include "llvm/ADT/StringMap.h"

namespace fluxion::codegen::reference {

using Array = std::shared_ptr<const HostArray>;
using Arrays = llvm::SmallVector<Array, 4>;
using Inputs = llvm::ArrayRef<Array>;

/// Evaluates regions; handed to the handlers of control flow.
class Evaluator {
 public:
  explicit Evaluator(Observer *observer) : observer_(observer) {}
  /// What the block yields when its arguments are `inputs`.
  Arrays run(mlir::Block &block, Inputs inputs) const;
  /// The same for a loop's body, in iteration `number`.
  Arrays iterate(mlir::Block &block, Inputs inputs, int64_t number) const;

 private:
  Arrays apply(mlir::Operation &op, Inputs operands) const;
  Observer *observer_;
  mutable llvm::SmallVector<int64_t, 4> iterations_;
};

/// Takes an op and the values of its operands; gives the values of its results. Verified IR leaves nothing to fail.
using Handler = std::function<Arrays(mlir::Operation *, Inputs, const Evaluator &)>;

class Handlers {
 public:
  /// A handler that may see regions.
  template <class Op>
  void add(Handler handler) {
    table_[Op::getOperationName()] = std::move(handler);
  }
  /// The common case: one result, computed by `f(op, inputs)`.
  template <class Op, class F>
  void addOne(F f) {
    add<Op>([f](mlir::Operation *op, Inputs inputs, const Evaluator &) -> Arrays {
      return {std::make_shared<HostArray>(f(llvm::cast<Op>(op), inputs))};
    });
  }
  const Handler *find(llvm::StringRef name) const {
    auto it = table_.find(name);
    return it == table_.end() ? nullptr : &it->second;
  }

 private:
  llvm::StringMap<Handler> table_;
};

void addElementwise(Handlers &handlers);
void addFunctions(Handlers &handlers);  // elementwise functions of analysis: exp, sin, erf, …
void addSpecialFunctions(Handlers &handlers);
void addConversions(Handlers &handlers);
void addComplex(Handlers &handlers);
void addShape(Handlers &handlers);
void addReduce(Handlers &handlers);
void addContract(Handlers &handlers);
void addConvolution(Handlers &handlers);
void addIndex(Handlers &handlers);
void addSort(Handlers &handlers);
void addFft(Handlers &handlers);
void addLinalg(Handlers &handlers);
void addControl(Handlers &handlers);
void addCustom(Handlers &handlers);
void addHost(Handlers &handlers);

}  // namespace fluxion::codegen::reference

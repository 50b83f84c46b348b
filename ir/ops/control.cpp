// Types and checks of control flow. A result's type is what the region yields.
#include "ir/ops/control.h"

#include "ir/ops/checks.h"

#define GET_OP_CLASSES
#include "ir/ops/control.cpp.inc"

namespace fluxion::ir {

using mlir::emitOptionalError;
using mlir::failure;
using mlir::LogicalResult;
using mlir::success;
using mlir::TypeRange;

namespace {

// What a region yields; empty where it is not yet built.
TypeRange yielded(mlir::Region &region) {
  if (region.empty() || region.front().empty()) return {};
  return region.front().back().getOperandTypes();
}

std::string list(TypeRange types) {
  std::string text;
  for (mlir::Type t : types) text += (text.empty() ? "" : ", ") + str(t);
  return "(" + text + ")";
}

LogicalResult checkTypes(mlir::Operation *op, llvm::StringRef what, TypeRange got, TypeRange wanted) {
  if (got == wanted) return success();
  return op->emitOpError() << what << " " << list(got) << ", not " << list(wanted);
}

}  // namespace

LogicalResult CaseOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  if (a.getRegions().empty()) return emitOptionalError(loc, "case: there is no branch");
  llvm::append_range(types, yielded(*a.getRegions().front()));
  return success();
}

LogicalResult CaseOp::verify() {
  for (mlir::Region &branch : getBranches())
    if (failed(checkTypes(*this, "a branch takes", branch.getArgumentTypes(), getInputs().getTypes())) ||  // C1
        failed(checkTypes(*this, "a branch yields", yielded(branch), getOutputs().getTypes())))            // C2
      return failure();
  return success();
}

LogicalResult WhileOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  if (a.getNumConstants() > a.getInputs().size()) return emitOptionalError(loc, "while: more constants than inputs");
  llvm::append_range(types, a.getInputs().drop_front(a.getNumConstants()).getTypes());
  return success();
}

LogicalResult WhileOp::verify() {
  TypeRange inputs = getInputs().getTypes();
  if (failed(checkTypes(*this, "the condition takes", getCondition().getArgumentTypes(), inputs)) ||  // C1
      failed(checkTypes(*this, "the body takes", getBody().getArgumentTypes(), inputs)) ||
      failed(checkTypes(*this, "the body yields", yielded(getBody()), getOutputs().getTypes())))  // C3
    return failure();
  if (auto steps = (*this)->getAttrOfType<mlir::IntegerAttr>("max_steps"); steps && steps.getInt() < 0)
    return emitOpError() << "has a negative bound of its iterations";
  mlir::Type flag = Tensor::get({}, mlir::IntegerType::get(getContext(), 1));
  return checkTypes(*this, "the condition yields", yielded(getCondition()), TypeRange(flag));  // C2
}

LogicalResult ScanOp::inferReturnTypes(mlir::MLIRContext *, Loc loc, Adaptor a, Types &types) {
  size_t carry = a.getNumCarry();
  TypeRange results = yielded(*a.getRegions().front());
  if (results.size() < carry || a.getNumConstants() + carry > a.getInputs().size())
    return emitOptionalError(loc, "scan: the body yields fewer values than there are carries");
  llvm::append_range(types, results.take_front(carry));
  for (mlir::Type y : results.drop_front(carry)) {
    Sizes shape{static_cast<int64_t>(a.getLength())};
    llvm::append_range(shape, tensorOf(y).getShape());
    if (failed(checkShape(loc, "scan", shape))) return failure();
    types.push_back(Tensor::get(shape, tensorOf(y).getElementType()));
  }
  return success();
}

LogicalResult ScanOp::verify() {
  llvm::SmallVector<mlir::Type> wanted;
  size_t fixed = getNumConstants() + getNumCarry();
  if (static_cast<int64_t>(getLength()) < 0) return emitOpError("has a negative length");
  for (auto [i, v] : llvm::enumerate(getInputs())) {
    Tensor t = tensorType(v);
    if (i >= fixed) {
      if (t.getRank() == 0 || t.getDimSize(0) != static_cast<int64_t>(getLength()))  // C1
        return emitOpError() << "scans " << str(t) << " over " << getLength() << " iterations";
      t = Tensor::get(t.getShape().drop_front(), t.getElementType());
    }
    wanted.push_back(t);
  }
  if (failed(checkTypes(*this, "the body takes", getBody().getArgumentTypes(), TypeRange(wanted))))
    return failure();                                                                         // C2
  return checkTypes(*this, "the body carries", yielded(getBody()).take_front(getNumCarry()),  // C3
                    getInputs().drop_front(getNumConstants()).take_front(getNumCarry()).getTypes());
}

}  // namespace fluxion::ir

// Ops on one device's parts: the attributes that speak of sizes.
#include "ir/ops.h"
#include "ir/ops/convolution.h"
#include "ir/ops/sharding.h"
#include "llvm/ADT/TypeSwitch.h"
#include "passes/sharding/rules.h"

namespace fluxion::passes {

using namespace ir;  // NOLINT: ops of many families

namespace {

mlir::Attribute list(mlir::Operation *op, llvm::ArrayRef<int64_t> numbers) {
  return mlir::DenseI64ArrayAttr::get(op->getContext(), numbers);
}

// Sizes of what is taken of x, whose dimensions are cut only where they are taken whole.
Sizes takenOf(llvm::ArrayRef<int64_t> taken, llvm::ArrayRef<int64_t> whole, llvm::ArrayRef<int64_t> part) {
  Sizes sizes(taken);
  for (size_t d = 0; d < sizes.size(); ++d)
    if (whole[d] != part[d] && taken[d] == whole[d]) sizes[d] = part[d];
  return sizes;
}

// The attributes of a convolution that count groups, which are cut with the features or the batch that they consist of.
void setGroups(ConvolutionOp op, llvm::ArrayRef<int64_t> lhs, llvm::ArrayRef<int64_t> rhs, Tensor result,
               mlir::NamedAttrList &attributes) {
  auto i64 = [&](int64_t n) { return mlir::IntegerAttr::get(mlir::IntegerType::get(op.getContext(), 64), n); };
  attributes.set("feature_groups", i64(lhs[op.getLhsDims()[1]] / rhs[op.getRhsDims()[1]]));
  attributes.set("batch_groups", i64(lhs[op.getLhsDims()[0]] / result.getDimSize(op.getOutDims()[0])));
}

mlir::NamedAttrList localAttributes(mlir::Operation *op, mlir::ValueRange parts, mlir::TypeRange resultTypes) {
  mlir::NamedAttrList attributes(op->getAttrs());
  auto result = llvm::cast<Tensor>(resultTypes.front());
  llvm::TypeSwitch<mlir::Operation *>(op)
      .Case<BroadcastInDimOp, ReshapeOp, IotaOp>([&](auto) { attributes.set("shape", list(op, result.getShape())); })
      .Case([&](SliceOp o) {
        attributes.set("limits", list(op, takenOf(o.getLimits(), shapeOf(o.getX()), shapeOf(parts[0]))));
      })
      .Case([&](DynamicSliceOp) { attributes.set("sizes", list(op, result.getShape())); })
      .Case([&](GatherOp o) {
        attributes.set("slice_sizes", list(op, takenOf(o.getSliceSizes(), shapeOf(o.getOperand()), shapeOf(parts[0]))));
      })
      .Case([&](ShardingConstraintOp o) {  // a part is cut no further
        const mlir::DenseI64ArrayAttr none = mlir::DenseI64ArrayAttr::get(op->getContext(), {});
        const llvm::SmallVector<mlir::DenseI64ArrayAttr> axes(result.getRank(), none);
        const llvm::SmallVector<bool> open(result.getRank(), false);
        attributes.set("sharding", ShardingAttr::get(op->getContext(), o.getSharding().getMesh(), axes, open, {}));
      })
      .Case([&](ConvolutionOp o) { setGroups(o, shapeOf(parts[0]), shapeOf(parts[1]), result, attributes); });
  return attributes;
}

}  // namespace

mlir::Operation *localOp(mlir::OpBuilder &builder, mlir::Operation *op, mlir::ValueRange parts,
                         mlir::TypeRange resultTypes) {
  mlir::NamedAttrList attributes = localAttributes(op, parts, resultTypes);
  if (auto infer = llvm::dyn_cast<mlir::InferTypeOpInterface>(op)) {
    llvm::SmallVector<mlir::Type> types;
    if (failed(infer.inferReturnTypes(op->getContext(), std::nullopt, parts, attributes.getDictionary(op->getContext()),
                                      mlir::OpaqueProperties(nullptr), {}, types)) ||
        !llvm::equal(types, resultTypes))
      return nullptr;
  }
  mlir::OperationState state(op->getLoc(), op->getName());
  state.addOperands(parts);
  state.addTypes(resultTypes);
  state.addAttributes(attributes);
  return builder.create(state);
}

}  // namespace fluxion::passes

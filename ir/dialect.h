// The fx dialect, its attributes and interfaces, and small helpers over tensor types that every pass needs.
#pragma once
#include <string>

#include "fluxion/shape.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "ir/dialect.h.inc"
#include "ir/enums.h.inc"
#define GET_ATTRDEF_CLASSES
#include "ir/attributes.h.inc"
#include "ir/interfaces.h.inc"

namespace fluxion::ir {

using Tensor = mlir::RankedTensorType;
using Sizes = llvm::SmallVector<int64_t, 6>;

inline Tensor tensorType(mlir::Value v) { return llvm::cast<Tensor>(v.getType()); }
inline llvm::ArrayRef<int64_t> shapeOf(mlir::Value v) { return tensorType(v).getShape(); }
inline mlir::Type elementType(mlir::Value v) { return tensorType(v).getElementType(); }

/// "f32[2,3]" for tensor<2x3xf32>, as messages write types.
std::string str(mlir::Type type);

/// The dtype of an element type, and back. f8E4M3FN is f8e4m3fn; i1 is bool; i8 is signed, ui8 unsigned.
DType dtypeOf(mlir::Type element);
mlir::Type elementTypeOf(DType dtype, mlir::MLIRContext *context);
ShapeDtype shapeDtypeOf(mlir::Type tensor);
Tensor tensorTypeOf(const ShapeDtype &type, mlir::MLIRContext *context);

/// Loads what the project's passes may create. Call once a context; names come from one place so that none is
/// forgotten.
void registerDialects(mlir::DialectRegistry &registry);

}  // namespace fluxion::ir

#include "ir/dialect.h"

#include "ir/context_cache.h"
#include "ir/ops.h"
#include "ir/ops/attention.h"
#include "ir/ops/collective.h"
#include "ir/ops/complex.h"
#include "ir/ops/convolution.h"
#include "ir/ops/custom.h"
#include "ir/ops/fft.h"
#include "ir/ops/host.h"
#include "ir/ops/linalg.h"
#include "ir/ops/sharding.h"
#include "ir/ops/special.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/raw_ostream.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/DialectImplementation.h"

#include "ir/dialect.cpp.inc"
#include "ir/enums.cpp.inc"
#define GET_ATTRDEF_CLASSES
#include "ir/attributes.cpp.inc"
#include "ir/interfaces.cpp.inc"

namespace fluxion::ir {

namespace {

// A mesh is written once, as #mesh, above what names it.
struct Aliases final : mlir::OpAsmDialectInterface {
  using OpAsmDialectInterface::OpAsmDialectInterface;
  AliasResult getAlias(mlir::Attribute attribute, llvm::raw_ostream &out) const override {
    if (!llvm::isa<MeshAttr>(attribute)) return AliasResult::NoAlias;
    out << "mesh";
    return AliasResult::FinalAlias;
  }
};

}  // namespace

void FxDialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "ir/attributes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "ir/ops/elementwise.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/complex.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/shape.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/reduce.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/contract.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/convolution.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/index.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/control.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/custom.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/attention.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/fft.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/host.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/kernel.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/special.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/linalg.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/collective.cpp.inc"
      ,
#define GET_OP_LIST
#include "ir/ops/sharding.cpp.inc"
      >();
  addInterfaces<ContextCache, Aliases>();
}

mlir::Operation *FxDialect::materializeConstant(mlir::OpBuilder &builder, mlir::Attribute value, mlir::Type type,
                                                mlir::Location loc) {
  if (auto elements = llvm::dyn_cast<mlir::ElementsAttr>(value); elements && elements.getType() == type)
    return ConstantOp::create(builder, loc, type, elements);
  return nullptr;
}

void registerDialects(mlir::DialectRegistry &registry) { registry.insert<FxDialect, mlir::func::FuncDialect>(); }

mlir::Type elementTypeOf(DType dtype, mlir::MLIRContext *c) {
  using mlir::IntegerType;
  switch (dtype) {
    case DType::bool_:
      return IntegerType::get(c, 1);
    case DType::i8:
      return IntegerType::get(c, 8);
    case DType::i16:
      return IntegerType::get(c, 16);
    case DType::i32:
      return IntegerType::get(c, 32);
    case DType::i64:
      return IntegerType::get(c, 64);
    case DType::u8:
      return IntegerType::get(c, 8, IntegerType::Unsigned);
    case DType::u16:
      return IntegerType::get(c, 16, IntegerType::Unsigned);
    case DType::u32:
      return IntegerType::get(c, 32, IntegerType::Unsigned);
    case DType::u64:
      return IntegerType::get(c, 64, IntegerType::Unsigned);
    case DType::f16:
      return mlir::Float16Type::get(c);
    case DType::bf16:
      return mlir::BFloat16Type::get(c);
    case DType::f32:
      return mlir::Float32Type::get(c);
    case DType::f64:
      return mlir::Float64Type::get(c);
    case DType::c64:
      return mlir::ComplexType::get(mlir::Float32Type::get(c));
    case DType::c128:
      return mlir::ComplexType::get(mlir::Float64Type::get(c));
    case DType::f8e4m3fn:
      return mlir::Float8E4M3FNType::get(c);
    case DType::f8e5m2:
      return mlir::Float8E5M2Type::get(c);
  }
  return {};
}

namespace {

std::optional<DType> ofInteger(mlir::IntegerType type) {
  if (type.isSigned()) return std::nullopt;
  const bool isUnsigned = type.isUnsigned();
  switch (type.getWidth()) {
    case 1:
      return isUnsigned ? std::nullopt : std::optional(DType::bool_);
    case 8:
      return isUnsigned ? DType::u8 : DType::i8;
    case 16:
      return isUnsigned ? DType::u16 : DType::i16;
    case 32:
      return isUnsigned ? DType::u32 : DType::i32;
    case 64:
      return isUnsigned ? DType::u64 : DType::i64;
    default:
      return std::nullopt;
  }
}

// By the type's class, since it is asked for each value that is traced: no type is looked up in the context.
std::optional<DType> dtypeIfAny(mlir::Type element) {
  if (element.isF32()) return DType::f32;
  if (auto integer = llvm::dyn_cast<mlir::IntegerType>(element)) return ofInteger(integer);
  if (element.isF64()) return DType::f64;
  if (element.isBF16()) return DType::bf16;
  if (element.isF16()) return DType::f16;
  if (llvm::isa<mlir::Float8E4M3FNType>(element)) return DType::f8e4m3fn;
  if (llvm::isa<mlir::Float8E5M2Type>(element)) return DType::f8e5m2;
  if (auto complex = llvm::dyn_cast<mlir::ComplexType>(element)) {
    if (complex.getElementType().isF32()) return DType::c64;
    if (complex.getElementType().isF64()) return DType::c128;
  }
  return std::nullopt;
}

}  // namespace

DType dtypeOf(mlir::Type element) {
  std::optional<DType> dtype = dtypeIfAny(element);
  assert(dtype && "the verifier admits no other element type");
  return *dtype;
}

ShapeDtype shapeDtypeOf(mlir::Type type) {
  auto tensor = llvm::cast<Tensor>(type);
  return {Shape(std::vector<int64_t>(tensor.getShape().begin(), tensor.getShape().end())),
          dtypeOf(tensor.getElementType())};
}

Tensor tensorTypeOf(const ShapeDtype &type, mlir::MLIRContext *context) {
  return Tensor::get(type.shape.sizes(), elementTypeOf(type.dtype, context));
}

std::string str(mlir::Type type) {
  auto tensor = llvm::dyn_cast<Tensor>(type);
  std::string text;
  llvm::raw_string_ostream out(text);
  if (!tensor) {
    out << type;
    return text;
  }
  if (std::optional<DType> dtype = dtypeIfAny(tensor.getElementType())) out << llvm::StringRef(name(*dtype));
  out << "[";
  llvm::interleave(tensor.getShape(), out, ",");
  out << "]";
  return text;
}

}  // namespace fluxion::ir

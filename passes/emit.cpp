#include "passes/emit.h"

#include "mlir/IR/Matchers.h"

namespace fluxion::passes {

using ir::Sizes;
using ir::Tensor;

namespace {

int64_t saturated(mlir::IntegerType type, int64_t number) {
  unsigned bits = type.getWidth() - (type.isUnsigned() ? 0 : 1);
  if (bits >= 63) return number;
  int64_t most = (int64_t{1} << bits) - 1, least = type.isUnsigned() ? 0 : -most - 1;
  return std::clamp(number, least, most);
}

mlir::Attribute integerAttr(mlir::IntegerType type, int64_t number) {
  llvm::APInt bits(type.getWidth(), static_cast<uint64_t>(saturated(type, number)), true, true);
  return mlir::IntegerAttr::get(type, bits);
}

mlir::Attribute numberAttr(mlir::Type element, double number) {
  if (llvm::isa<mlir::FloatType>(element)) return mlir::FloatAttr::get(element, number);
  if (element.isInteger(1)) return mlir::IntegerAttr::get(element, number != 0 ? 1 : 0);
  return integerAttr(llvm::cast<mlir::IntegerType>(element), static_cast<int64_t>(number));
}

mlir::DenseElementsAttr splatAttr(Tensor type, double number) {
  mlir::Type element = type.getElementType();
  if (auto complex = llvm::dyn_cast<mlir::ComplexType>(element)) {
    auto part = [&](double n) {
      return llvm::cast<mlir::FloatAttr>(numberAttr(complex.getElementType(), n)).getValue();
    };
    return mlir::DenseElementsAttr::get(type, std::complex<llvm::APFloat>(part(number), part(0)));
  }
  return mlir::DenseElementsAttr::get(type, numberAttr(element, number));
}

}  // namespace

Value Emit::constant(mlir::Type tensor, double number) {
  return ir::ConstantOp::create(builder, loc, tensor, splatAttr(llvm::cast<Tensor>(tensor), number));
}

Value Emit::iota(mlir::Type tensor, int64_t dimension) {
  auto type = llvm::cast<Tensor>(tensor);
  return op<ir::IotaOp>(dimension, type.getShape(), type.getElementType());
}

Value Emit::ramp(mlir::Type tensor, Dims numbers, int64_t dimension) {
  auto type = llvm::cast<Tensor>(tensor);
  auto element = llvm::cast<mlir::IntegerType>(type.getElementType());
  llvm::SmallVector<mlir::Attribute> values;
  for (int64_t n : numbers) values.push_back(integerAttr(element, n));
  auto line = Tensor::get({static_cast<int64_t>(numbers.size())}, element);
  Value row = ir::ConstantOp::create(builder, loc, line, mlir::DenseElementsAttr::get(line, values));
  return broadcast(row, {dimension}, type.getShape());
}

Value Emit::select(Value pred, Value onTrue, Value onFalse) {
  if (!onTrue && !onFalse) return {};
  mlir::Type type = (onTrue ? onTrue : onFalse).getType();
  return op<ir::SelectOp>(pred, orZeros(onTrue, type), orZeros(onFalse, type));
}

Value Emit::convert(Value x, mlir::Type element) {
  if (!x || ir::elementType(x) == element) return x;
  return op<ir::ConvertOp>(x, element);
}

Value Emit::broadcast(Value x, Dims dimensions, Dims shape) {
  if (!x || (ir::shapeOf(x) == shape)) return x;
  return op<ir::BroadcastInDimOp>(x, dimensions, shape);
}

Value Emit::reshape(Value x, Dims shape) {
  if (!x || ir::shapeOf(x) == shape) return x;
  return op<ir::ReshapeOp>(x, shape);
}

Value Emit::transpose(Value x, Dims permutation) {
  if (!x || llvm::equal(permutation, llvm::seq<int64_t>(0, permutation.size()))) return x;
  return op<ir::TransposeOp>(x, permutation);
}

Value Emit::slice(Value x, Dims starts, Dims limits, Dims strides) {
  return x ? op<ir::SliceOp>(x, starts, limits, strides) : x;
}

Value Emit::pad(Value x, Value value, Dims low, Dims high, Dims interior) {
  if (!x) return x;
  auto none = [](Dims dims) { return llvm::all_of(dims, [](int64_t n) { return n == 0; }); };
  if (none(low) && none(high) && none(interior)) return x;
  return op<ir::PadOp>(x, orZeros(value, Tensor::get({}, ir::elementType(x))), low, high, interior);
}

Value Emit::concatenate(llvm::ArrayRef<Value> parts, int64_t dimension) {
  return parts.size() == 1 ? parts[0] : op<ir::ConcatenateOp>(mlir::ValueRange(parts), dimension);
}

Value Emit::reduce(ir::Combine kind, Value x, Dims dimensions) {
  return x && !dimensions.empty() ? op<ir::ReduceOp>(kind, x, dimensions) : x;
}

Value Emit::unreduce(Value x, Dims dimensions, Dims shape) {
  return broadcast(x, otherDims(static_cast<int64_t>(shape.size()), dimensions), shape);
}

Value Emit::cumulative(ir::Combine kind, Value x, int64_t dimension, bool reverse) {
  return x ? op<ir::CumulativeOp>(kind, x, dimension, reverse) : x;
}

Sizes otherDims(int64_t rank, Dims dims) {
  Sizes others;
  for (int64_t d = 0; d < rank; ++d)
    if (!llvm::is_contained(dims, d)) others.push_back(d);
  return others;
}

Sizes inverse(Dims permutation) {
  Sizes result(permutation.size());
  for (auto [i, d] : llvm::enumerate(permutation)) result[d] = static_cast<int64_t>(i);
  return result;
}

bool isZeroConstant(Value x) {
  auto constant = x.getDefiningOp<ir::ConstantOp>();
  auto splat = constant ? llvm::dyn_cast<mlir::SplatElementsAttr>(constant.getValue()) : nullptr;
  if (!splat) return false;
  if (llvm::isa<mlir::FloatType>(splat.getElementType())) return splat.getSplatValue<llvm::APFloat>().isZero();
  if (llvm::isa<mlir::IntegerType>(splat.getElementType())) return splat.getSplatValue<llvm::APInt>().isZero();
  auto value = splat.getSplatValue<std::complex<llvm::APFloat>>();
  return value.real().isZero() && value.imag().isZero();
}

}  // namespace fluxion::passes

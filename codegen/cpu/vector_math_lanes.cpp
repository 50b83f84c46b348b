#include "codegen/cpu/vector_math_lanes.h"

#include "codegen/cpu/target.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/SymbolTable.h"

namespace fluxion::codegen::vector_math {

namespace arith = mlir::arith;
namespace math = mlir::math;

namespace {

template <typename Op, typename... Args>
Lanes emit(const Lanes &like, Args &&...args) {
  return {like.site(), Op::create(like.site().builder, like.site().loc, std::forward<Args>(args)...)};
}

template <typename FloatOp, typename IntegerOp>
Lanes emitEither(const Lanes &a, const Lanes &b) {
  assert(a.type() == b.type() && "operands of one type");
  return a.isFloat() ? emit<FloatOp>(a, mlir::Value(a), mlir::Value(b))
                     : emit<IntegerOp>(a, mlir::Value(a), mlir::Value(b));
}

Lanes compare(const Lanes &a, const Lanes &b, arith::CmpFPredicate ofFloats, arith::CmpIPredicate ofIntegers) {
  return a.isFloat() ? emit<arith::CmpFOp>(a, ofFloats, mlir::Value(a), mlir::Value(b))
                     : emit<arith::CmpIOp>(a, ofIntegers, mlir::Value(a), mlir::Value(b));
}

mlir::IntegerType integerLike(const Lanes &x) { return mlir::IntegerType::get(x.type().getContext(), x.bits()); }

}  // namespace

mlir::Type Lanes::element() const { return mlir::getElementTypeOrSelf(type()); }
unsigned Lanes::bits() const { return element().getIntOrFloatBitWidth(); }

mlir::Type Lanes::shaped(mlir::Type element) const {
  auto vector = mlir::dyn_cast<mlir::VectorType>(type());
  return vector ? vector.clone(element) : element;
}

Lanes Lanes::constant(double value) const {
  const mlir::Type type = isFloat() ? element() : mlir::Type(mlir::Float64Type::get(element().getContext()));
  mlir::TypedAttr attribute = mlir::FloatAttr::get(type, value);
  if (const auto vector = mlir::dyn_cast<mlir::VectorType>(shaped(type)))
    attribute = mlir::DenseElementsAttr::get(vector, mlir::Attribute(attribute));
  return emit<arith::ConstantOp>(*this, attribute);
}

Lanes Lanes::integer(int64_t value) const {
  const auto type = integerLike(*this);
  mlir::TypedAttr attribute =
      mlir::IntegerAttr::get(type, llvm::APInt(bits(), value, /*isSigned=*/true, /*implicitTrunc=*/true));
  if (const auto vector = mlir::dyn_cast<mlir::VectorType>(shaped(type)))
    attribute = mlir::DenseElementsAttr::get(vector, mlir::Attribute(attribute));
  return emit<arith::ConstantOp>(*this, attribute);
}

Lanes operator+(Lanes a, Lanes b) { return emitEither<arith::AddFOp, arith::AddIOp>(a, b); }
Lanes operator-(Lanes a, Lanes b) { return emitEither<arith::SubFOp, arith::SubIOp>(a, b); }
Lanes operator*(Lanes a, Lanes b) { return emitEither<arith::MulFOp, arith::MulIOp>(a, b); }
Lanes operator/(Lanes a, Lanes b) { return emit<arith::DivFOp>(a, mlir::Value(a), mlir::Value(b)); }
Lanes operator-(Lanes a) { return a.isFloat() ? emit<arith::NegFOp>(a, mlir::Value(a)) : a.integer(0) - a; }
Lanes operator&(Lanes a, Lanes b) { return emit<arith::AndIOp>(a, mlir::Value(a), mlir::Value(b)); }
Lanes operator|(Lanes a, Lanes b) { return emit<arith::OrIOp>(a, mlir::Value(a), mlir::Value(b)); }
Lanes operator^(Lanes a, Lanes b) { return emit<arith::XOrIOp>(a, mlir::Value(a), mlir::Value(b)); }
Lanes operator<<(Lanes a, int by) { return shiftLeft(a, a.integer(by)); }
Lanes operator>>(Lanes a, int by) { return emit<arith::ShRSIOp>(a, mlir::Value(a), mlir::Value(a.integer(by))); }
Lanes shiftRight(Lanes a, int by) { return shiftRight(a, a.integer(by)); }
Lanes shiftLeft(Lanes a, Lanes by) { return emit<arith::ShLIOp>(a, mlir::Value(a), mlir::Value(by)); }
Lanes shiftRight(Lanes a, Lanes by) { return emit<arith::ShRUIOp>(a, mlir::Value(a), mlir::Value(by)); }

Lanes operator<(Lanes a, Lanes b) { return compare(a, b, arith::CmpFPredicate::OLT, arith::CmpIPredicate::slt); }
Lanes operator<=(Lanes a, Lanes b) { return compare(a, b, arith::CmpFPredicate::OLE, arith::CmpIPredicate::sle); }
Lanes operator>(Lanes a, Lanes b) { return compare(a, b, arith::CmpFPredicate::OGT, arith::CmpIPredicate::sgt); }
Lanes operator>=(Lanes a, Lanes b) { return compare(a, b, arith::CmpFPredicate::OGE, arith::CmpIPredicate::sge); }
Lanes operator==(Lanes a, Lanes b) { return compare(a, b, arith::CmpFPredicate::OEQ, arith::CmpIPredicate::eq); }
Lanes operator!=(Lanes a, Lanes b) { return compare(a, b, arith::CmpFPredicate::UNE, arith::CmpIPredicate::ne); }

Lanes fma(Lanes a, Lanes b, Lanes c) { return emit<math::FmaOp>(a, mlir::Value(a), mlir::Value(b), mlir::Value(c)); }
Lanes abs(Lanes x) { return emit<math::AbsFOp>(x, mlir::Value(x)); }
Lanes sqrt(Lanes x) { return emit<math::SqrtOp>(x, mlir::Value(x)); }
Lanes trunc(Lanes x) { return emit<math::TruncOp>(x, mlir::Value(x)); }
Lanes floor(Lanes x) { return emit<math::FloorOp>(x, mlir::Value(x)); }
Lanes copysign(Lanes magnitude, Lanes sign) {
  return emit<math::CopySignOp>(magnitude, mlir::Value(magnitude), mlir::Value(sign));
}
Lanes select(Lanes condition, Lanes a, Lanes b) {
  return emit<arith::SelectOp>(condition, mlir::Value(condition), mlir::Value(a), mlir::Value(b));
}
Lanes atMost(Lanes x, double limit) { return smaller(x.constant(limit), x); }
Lanes atLeast(Lanes x, double limit) { return larger(x.constant(limit), x); }
Lanes smaller(Lanes a, Lanes b) { return select(a < b, a, b); }
Lanes larger(Lanes a, Lanes b) { return select(a > b, a, b); }

Lanes toBits(Lanes x) { return emit<arith::BitcastOp>(x, x.shaped(integerLike(x)), mlir::Value(x)); }
Lanes fromBits(Lanes x) {
  mlir::MLIRContext *context = x.type().getContext();
  const mlir::Type element =
      x.bits() == 64 ? mlir::Type(mlir::Float64Type::get(context)) : mlir::Type(mlir::Float32Type::get(context));
  return emit<arith::BitcastOp>(x, x.shaped(element), mlir::Value(x));
}
Lanes widen(Lanes x) {
  return emit<arith::ExtFOp>(x, x.shaped(mlir::Float64Type::get(x.type().getContext())), mlir::Value(x));
}
Lanes narrow(Lanes x) {
  return emit<arith::TruncFOp>(x, x.shaped(mlir::Float32Type::get(x.type().getContext())), mlir::Value(x));
}
Lanes extendUnsigned(Lanes x) {
  return emit<arith::ExtUIOp>(x, x.shaped(mlir::IntegerType::get(x.type().getContext(), 64)), mlir::Value(x));
}
Lanes truncateTo32(Lanes x) {
  return emit<arith::TruncIOp>(x, x.shaped(mlir::IntegerType::get(x.type().getContext(), 32)), mlir::Value(x));
}
Lanes toFloat(Lanes x) {
  mlir::MLIRContext *context = x.type().getContext();
  const mlir::Type element =
      x.bits() == 64 ? mlir::Type(mlir::Float64Type::get(context)) : mlir::Type(mlir::Float32Type::get(context));
  return emit<arith::SIToFPOp>(x, x.shaped(element), mlir::Value(x));
}

Lanes polynomial(Lanes x, llvm::ArrayRef<double> c) {
  Lanes sum = x.constant(c.back());
  for (double coefficient : llvm::reverse(c.drop_back())) sum = fma(sum, x, coefficient);
  return sum;
}

// Adding 1.5·2^(p−1), whose last place is 1, rounds to an integer and leaves that integer in the low bits.
static constexpr double kRoundF32 = 0x1.8p23, kRoundF64 = 0x1.8p52;

Nearest nearest(Lanes x, double c) {
  const double shift = x.isF64() ? kRoundF64 : kRoundF32;
  const Lanes shifted = fma(x, c, shift);
  return {shifted - shift, toBits(shifted)};
}

Nearest nearest(Lanes x) {
  const double shift = x.isF64() ? kRoundF64 : kRoundF32;
  const Lanes shifted = x + shift;
  return {shifted - shift, toBits(shifted)};
}

Nearest operator+(const Nearest &n, int by) { return {n.value + by, n.bits + by}; }

// Whether these lanes fill a register that VSCALEF takes.
static bool fillScalableRegister(const Lanes &y) {
  const auto vector = mlir::dyn_cast<mlir::VectorType>(y.type());
  return vector && vector.getRank() == 1 && hostTarget().vectorBytes == 64 &&
         vector.getNumElements() * y.bits() == 512 && (y.bits() == 32 || y.bits() == 64);
}

// VSCALEF: what scaleBy() says, in one instruction.
static Lanes scaleInRegister(Lanes y, Lanes n) {
  const auto &[builder, loc] = y.site();
  const int lanes = 512 / y.bits();
  constexpr int kCurrentRounding = 4;
  const mlir::Value everyLane =
      arith::ConstantOp::create(builder, loc, builder.getIntegerAttr(builder.getIntegerType(lanes), -1));
  const mlir::Value rounding = arith::ConstantOp::create(builder, loc, builder.getI32IntegerAttr(kCurrentRounding));
  const auto name =
      builder.getStringAttr(y.isF64() ? "llvm.x86.avx512.mask.scalef.pd.512" : "llvm.x86.avx512.mask.scalef.ps.512");
  return {y.site(), mlir::LLVM::CallIntrinsicOp::create(builder, loc, y.type(), name,
                                                        mlir::ValueRange{y, n, y, everyLane, rounding})
                        .getResult(0)};
}

// Elsewhere two factors 2^⌊n/2⌋ and 2^⌈n/2⌉, each a normal number. The product with the first is exact.
Lanes scaleBy(Lanes y, const Nearest &nearest) {
  if (fillScalableRegister(y)) return scaleInRegister(y, nearest.value);
  const Lanes n = nearest.bits;
  const int mantissa = y.isF64() ? 52 : 23;
  const int64_t one = y.isF64() ? 0x3ff0000000000000 : 0x3f800000;
  // The bits above n are those of the constant of nearest(): shifting them out first leaves n's sign on top.
  const Lanes half = ((n << (mantissa - 11)) >> (mantissa - 10));
  const Lanes rest = n - half;
  return y * fromBits((half << mantissa) + one) * fromBits((rest << mantissa) + one);
}

Lanes unlessRare(Lanes rare, Lanes common, llvm::function_ref<Lanes()> otherwise) {
  const auto &[builder, loc] = rare.site();
  mlir::Value any = rare;
  if (mlir::isa<mlir::VectorType>(rare.type()))
    any = mlir::vector::ReductionOp::create(builder, loc, mlir::vector::CombiningKind::OR, rare);
  auto branch = mlir::scf::IfOp::create(builder, loc, common.type(), any, /*withElseRegion=*/true);
  {
    mlir::OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(branch.thenBlock());
    mlir::scf::YieldOp::create(builder, loc, mlir::Value(select(rare, otherwise(), common)));
    builder.setInsertionPointToStart(branch.elseBlock());
    mlir::scf::YieldOp::create(builder, loc, mlir::Value(common));
  }
  return {rare.site(), branch.getResult(0)};
}

static mlir::func::FuncOp declare(const Site &site, llvm::StringRef name, mlir::FunctionType type) {
  mlir::Operation *table = mlir::SymbolTable::getNearestSymbolTable(site.builder.getInsertionBlock()->getParentOp());
  assert(table && "math is emitted inside a module");
  if (auto known = mlir::dyn_cast_or_null<mlir::func::FuncOp>(mlir::SymbolTable::lookupSymbolIn(table, name)))
    return known;
  mlir::OpBuilder builder = mlir::OpBuilder::atBlockBegin(&table->getRegion(0).front());
  auto function = mlir::func::FuncOp::create(builder, site.loc, name, type);
  function.setPrivate();
  return function;
}

Lanes callScalar(llvm::StringRef name, llvm::ArrayRef<Lanes> args) {
  const Site &site = args.front().site();
  auto &[builder, loc] = site;
  const mlir::Type type = args.front().element();
  const llvm::SmallVector<mlir::Type> inputs(args.size(), type);
  auto function = declare(site, name, builder.getFunctionType(inputs, type));
  const auto call = [&](mlir::ValueRange values) {
    return mlir::func::CallOp::create(builder, loc, function, values).getResult(0);
  };
  const auto vector = mlir::dyn_cast<mlir::VectorType>(args.front().type());
  if (!vector) return {site, call(llvm::SmallVector<mlir::Value>(args.begin(), args.end()))};
  llvm::SmallVector<mlir::Value> results;
  for (int64_t lane = 0; lane < vector.getNumElements(); ++lane) {
    llvm::SmallVector<mlir::Value> values;
    for (const Lanes &arg : args) values.push_back(mlir::vector::ExtractOp::create(builder, loc, arg, lane));
    results.push_back(call(values));
  }
  return {site, mlir::vector::FromElementsOp::create(builder, loc, vector, results)};
}

Pair fastSum(Lanes a, Lanes b) {
  const Lanes sum = a + b;
  return {sum, b - (sum - a)};
}

Pair exactSum(Lanes a, Lanes b) {
  const Lanes sum = a + b, second = sum - a;
  return {sum, (a - (sum - second)) + (b - second)};
}

Pair exactProduct(Lanes a, Lanes b) {
  const Lanes product = a * b;
  return {product, fma(a, b, -product)};
}

Pair operator*(const Pair &a, const Pair &b) {
  const Pair p = exactProduct(a.hi, b.hi);
  return fastSum(p.hi, p.lo + fma(a.hi, b.lo, a.lo * b.hi));
}

}  // namespace fluxion::codegen::vector_math

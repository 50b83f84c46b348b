// Accuracy, special values and independence of the vector width of codegen/cpu/vector_math.h, against the C library in
// the next larger precision. FLUXION_MATH_STEP=1 tries every f32 (minutes for each function).
#include "codegen/cpu/vector_math.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <memory>
#include <random>
#include <vector>

#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetMachine.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVMPass.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/MemRefToLLVM/MemRefToLLVM.h"
#include "mlir/Conversion/ReconcileUnrealizedCasts/ReconcileUnrealizedCasts.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVMPass.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Pass/Pass.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"

namespace fluxion::codegen {
namespace {

constexpr int64_t kBlock = 2048;  // elements that a compiled loop takes at once

// ---- Compiling one function at several widths -----------------------------------------------------------------------

template <typename Float>
using Loop = void (*)(const Float *x, const Float *y, Float *out);

/// Loops over kBlock elements, `width` at a time: out[i] = function(x[i], y[i]). Width 1 is the scalar code.
class Compiled {
 public:
  Compiled(MathFunction function, int arity, bool wide, std::vector<int> widths);

  template <typename Float>
  Loop<Float> at(int width) {
    return llvm::cantFail(jit_->lookup("width" + std::to_string(width))).template toPtr<Loop<Float>>();
  }

 private:
  void addLoop(MathFunction function, int arity, bool wide, int width);
  void lower();
  void load();

  mlir::MLIRContext context_;
  mlir::OwningOpRef<mlir::ModuleOp> module_;
  std::unique_ptr<llvm::orc::LLJIT> jit_;
};

Compiled::Compiled(MathFunction function, int arity, bool wide, std::vector<int> widths) {
  mlir::DialectRegistry registry;
  mlir::registerBuiltinDialectTranslation(registry);
  mlir::registerLLVMDialectTranslation(registry);
  context_.appendDialectRegistry(registry);
  context_.loadDialect<mlir::arith::ArithDialect, mlir::cf::ControlFlowDialect, mlir::func::FuncDialect,
                       mlir::LLVM::LLVMDialect, mlir::math::MathDialect, mlir::memref::MemRefDialect,
                       mlir::scf::SCFDialect, mlir::vector::VectorDialect>();
  module_ = mlir::ModuleOp::create(mlir::UnknownLoc::get(&context_));
  for (int width : widths) addLoop(function, arity, wide, width);
  EXPECT_TRUE(succeeded(mlir::verify(*module_)));
  lower();
  load();
}

void Compiled::addLoop(MathFunction function, int arity, bool wide, int width) {
  mlir::OpBuilder b(&context_);
  const mlir::Location loc = b.getUnknownLoc();
  const mlir::Type element = wide ? mlir::Type(b.getF64Type()) : mlir::Type(b.getF32Type());
  const auto buffer = mlir::MemRefType::get({kBlock}, element);
  const auto vector = mlir::VectorType::get({width}, element);
  b.setInsertionPointToEnd(module_->getBody());
  auto func = mlir::func::FuncOp::create(b, loc, "width" + std::to_string(width),
                                         b.getFunctionType({buffer, buffer, buffer}, {}));
  b.setInsertionPointToStart(func.addEntryBlock());
  const auto index = [&](int64_t value) { return mlir::arith::ConstantIndexOp::create(b, loc, value); };
  auto loop = mlir::scf::ForOp::create(b, loc, index(0), index(kBlock), index(width));
  mlir::func::ReturnOp::create(b, loc);
  b.setInsertionPointToStart(loop.getBody());
  const mlir::Value i = loop.getInductionVar();
  llvm::SmallVector<mlir::Value> args;
  for (int k = 0; k < arity; ++k) {
    if (width == 1)
      args.push_back(mlir::memref::LoadOp::create(b, loc, func.getArgument(k), i));
    else
      args.push_back(mlir::vector::LoadOp::create(b, loc, vector, func.getArgument(k), i));
  }
  const mlir::Value y = emitMath(b, loc, function, args);
  EXPECT_EQ(y.getType(), args[0].getType());
  if (width == 1)
    mlir::memref::StoreOp::create(b, loc, y, func.getArgument(2), i);
  else
    mlir::vector::StoreOp::create(b, loc, y, func.getArgument(2), i);
}

void Compiled::lower() {
  mlir::PassManager passes(&context_);
  mlir::ConvertFuncToLLVMPassOptions bare;
  bare.useBarePtrCallConv = true;
  passes.addPass(mlir::createSCFToControlFlowPass());
  passes.addPass(mlir::createConvertVectorToLLVMPass());
  passes.addPass(mlir::createConvertMathToLLVMPass());
  passes.addPass(mlir::createArithToLLVMConversionPass());
  passes.addPass(mlir::createFinalizeMemRefToLLVMConversionPass());
  passes.addPass(mlir::createConvertControlFlowToLLVMPass());
  passes.addPass(mlir::createConvertFuncToLLVMPass(bare));
  passes.addPass(mlir::createReconcileUnrealizedCastsPass());
  ASSERT_TRUE(succeeded(passes.run(*module_)));
}

void optimize(llvm::Module &module, llvm::TargetMachine &target) {
  module.setDataLayout(target.createDataLayout());
  module.setTargetTriple(target.getTargetTriple());
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager graphs;
  llvm::ModuleAnalysisManager modules;
  llvm::PassBuilder builder(&target);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(graphs);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, graphs, modules);
  llvm::ModulePassManager passes;
  llvm::cantFail(
      builder.parsePassPipeline(passes, "function(early-cse,instcombine,simplifycfg,loop-mssa(licm),early-cse)"));
  passes.run(module, modules);
}

void Compiled::load() {
  static const bool initialized = !llvm::InitializeNativeTarget() && !llvm::InitializeNativeTargetAsmPrinter();
  ASSERT_TRUE(initialized);
  auto host = llvm::cantFail(llvm::orc::JITTargetMachineBuilder::detectHost());
  host.setCodeGenOptLevel(llvm::CodeGenOptLevel::Default);
  host.addFeatures({"-prefer-256-bit"});
  auto target = llvm::cantFail(host.createTargetMachine());
  auto llvmContext = std::make_unique<llvm::LLVMContext>();
  auto module = mlir::translateModuleToLLVMIR(*module_, *llvmContext);
  ASSERT_TRUE(module);
  for (llvm::Function &function : *module)
    if (!function.isDeclaration()) function.addFnAttr("prefer-vector-width", "512");
  optimize(*module, *target);
  jit_ = llvm::cantFail(llvm::orc::LLJITBuilder().setJITTargetMachineBuilder(host).create());
  llvm::cantFail(jit_->addIRModule({std::move(module), std::move(llvmContext)}));
}

// ---- References -----------------------------------------------------------------------------------------------------

using Wide = long double;

template <typename Real>
Real logisticOf(Real x) {
  return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
}

// Newton on erf, or on log erfc where erf is flat.
Wide erfInvOf(Wide x) {
  const Wide a = std::fabs(x);
  if (!(a < 1)) return a == 1 ? std::copysign(std::numeric_limits<Wide>::infinity(), x) : std::nanl("");
  const Wide slope = 1.1283791670955125738961589L;  // 2/√π
  Wide y = a < 0.7L ? a / slope : std::sqrt(-std::log1p(-a) - 0.5L);
  for (int step = 0; step < 60; ++step) {
    const Wide c = std::erfc(y), derivative = slope * std::exp(-y * y);
    const Wide change = a < 0.7L ? (a - std::erf(y)) / derivative : (std::log(c) - std::log1p(-a)) * c / derivative;
    y += change;
    if (std::fabs(change) <= 1e-18L * y) break;
  }
  return std::copysign(y, x);
}

// log z − 1/(2z) − Σ B₂ₖ/(2k·z²ᵏ) from z ≥ 20 on; recurrence below, reflection for x < 0.
Wide digammaOf(Wide x) {
  const Wide pi = 3.14159265358979323846264338327950288L;
  if (x <= 0 && std::trunc(x) == x) return std::nanl("");
  if (std::isinf(x)) return x;
  if (x < 0) {
    const Wide f = x - std::round(x);
    return digammaOf(1 - x) - pi / std::tan(pi * f);
  }
  Wide sum = 0;
  for (; x < 20; x += 1) sum -= 1 / x;
  const Wide s = 1 / (x * x);
  const Wide c[] = {1 / 12.0L, -1 / 120.0L, 1 / 252.0L, -1 / 240.0L, 1 / 132.0L, -691 / 32760.0L, 1 / 12.0L};
  Wide series = 0;
  for (int k = 6; k >= 0; --k) series = (series + c[k]) * s;
  return sum + std::log(x) - 0.5L / x - series;
}

/// The function in f64 (to judge f32) and in long double (to judge f64).
template <typename Real>
Real reference(MathFunction function, Real x, Real y) {
  switch (function) {
    case MathFunction::kExp:
      return std::exp(x);
    case MathFunction::kExp2:
      return std::exp2(x);
    case MathFunction::kExpm1:
      return std::expm1(x);
    case MathFunction::kLog:
      return std::log(x);
    case MathFunction::kLog2:
      return std::log2(x);
    case MathFunction::kLog1p:
      return std::log1p(x);
    case MathFunction::kLogistic:
      return logisticOf(x);
    case MathFunction::kTanh:
      return std::tanh(x);
    case MathFunction::kSinh:
      return std::sinh(x);
    case MathFunction::kCosh:
      return std::cosh(x);
    case MathFunction::kAsinh:
      return std::asinh(x);
    case MathFunction::kAcosh:
      return std::acosh(x);
    case MathFunction::kAtanh:
      return std::atanh(x);
    case MathFunction::kSin:
      return std::sin(x);
    case MathFunction::kCos:
      return std::cos(x);
    case MathFunction::kTan:
      return std::tan(x);
    case MathFunction::kAsin:
      return std::asin(x);
    case MathFunction::kAcos:
      return std::acos(x);
    case MathFunction::kAtan:
      return std::atan(x);
    case MathFunction::kAtan2:
      return std::atan2(x, y);
    case MathFunction::kCbrt:
      return std::cbrt(x);
    case MathFunction::kRsqrt:
      return 1 / std::sqrt(x);
    case MathFunction::kPow:
      return std::pow(x, y);
    case MathFunction::kErf:
      return std::erf(x);
    case MathFunction::kErfc:
      return std::erfc(x);
    case MathFunction::kErfInv:
      return static_cast<Real>(erfInvOf(x));
    case MathFunction::kLgamma:
      return std::lgamma(x);
    case MathFunction::kDigamma:
      return static_cast<Real>(digammaOf(x));
    case MathFunction::kRemainder:
      return std::fmod(x, y);
    case MathFunction::kRound:
      return std::round(x);
  }
  return 0;
}

/// The size at which errors are counted. Near the zeros of ψ between its poles only the absolute error is small.
template <typename Real>
Real scaleOf(MathFunction function, bool wide, Real x, Real y) {
  const bool cancels = wide && function == MathFunction::kDigamma;
  return cancels ? std::max(std::fabs(y), std::log(std::fabs(x) + 2)) : std::fabs(y);
}

/// |got − expected| in units of the last place that Float has at `scale`; inf counts as the number after the largest.
/// A zero must have the sign of the true result.
template <typename Float, typename Real>
double ulps(Float got, Real expected, Real scale) {
  using Limits = std::numeric_limits<Float>;
  constexpr double kWrong = 1e30;
  if (std::isnan(expected) || std::isnan(got)) return std::isnan(expected) && std::isnan(got) ? 0 : kWrong;
  if (got == 0 && std::signbit(got) != std::signbit(expected)) return kWrong;
  const Real end = std::scalbn(Real(1), Limits::max_exponent);
  const Real error = std::fabs(std::clamp(Real(got), -end, end) - std::clamp(expected, -end, end));
  if (error == 0) return 0;
  const int exponent = std::max(std::ilogb(std::min(scale, end / 2)), Limits::min_exponent - 1);
  return static_cast<double>(error / std::scalbn(Real(1), exponent - Limits::digits + 1));
}

// ---- Tests ----------------------------------------------------------------------------------------------------------

template <typename Float>
struct Worst {
  double ulp = 0;
  Float x = 0, y = 0, got = 0;
};

/// Runs blocks of inputs through the widest code, and keeps the largest error.
template <typename Float, typename Real>
class Judge {
 public:
  Judge(MathFunction function, Loop<Float> loop)
      : function_(function), loop_(loop), x_(kBlock), y_(kBlock), got_(kBlock) {}

  void add(Float x, Float y) {
    x_[size_] = x;
    y_[size_] = y;
    if (++size_ == kBlock) flush();
  }
  void flush() {
    loop_(x_.data(), y_.data(), got_.data());
    for (int64_t i = 0; i < size_; ++i) {
      const Real expected = reference<Real>(function_, x_[i], y_[i]);
      const Real scale = scaleOf<Real>(function_, sizeof(Float) == 8, x_[i], expected);
      const double ulp = ulps(got_[i], expected, scale);
      if (ulp > worst.ulp) worst = {ulp, x_[i], y_[i], got_[i]};
    }
    size_ = 0;
  }

  Worst<Float> worst;

 private:
  MathFunction function_;
  Loop<Float> loop_;
  std::vector<Float> x_, y_, got_;
  int64_t size_ = 0;
};

template <typename Float>
std::vector<Float> specials() {
  using Limits = std::numeric_limits<Float>;
  std::vector<Float> values;
  for (Float v : {Float(0),
                  Limits::denorm_min(),
                  3 * Limits::denorm_min(),
                  Limits::min() / 2,
                  Limits::min(),
                  Limits::epsilon(),
                  Float(0.1),
                  Float(0.5),
                  Float(0.75),
                  Float(1),
                  Float(1.5),
                  Float(2),
                  Float(2.5),
                  Float(3),
                  Float(4),
                  Float(7),
                  Float(10),
                  Float(88.72284),
                  Float(1e10),
                  Float(16777215),
                  Float(16777217),
                  Limits::max(),
                  Limits::infinity(),
                  Limits::quiet_NaN()})
    for (Float near : {v, std::nextafter(v, Float(0)), std::nextafter(v, Limits::infinity())}) {
      values.push_back(near);
      values.push_back(-near);
    }
  return values;
}

// Random bits, so every exponent alike; and numbers of everyday size.
template <typename Float>
Float randomNumber(std::mt19937_64 &random) {
  using Bits = std::conditional_t<sizeof(Float) == 4, uint32_t, uint64_t>;
  if (random() % 4 == 0) return std::bit_cast<Float>(static_cast<Bits>(random()));
  const double scale = std::exp2(static_cast<double>(random() % 24) - 12);
  return static_cast<Float>(std::uniform_real_distribution<double>(-scale, scale)(random));
}

// Near the ends of exponentials and what is made of them: where results are subnormal, or overflow.
template <typename Float>
Float edgeNumber(std::mt19937_64 &random) {
  using Limits = std::numeric_limits<Float>;
  const double ln2 = 0.6931471805599453, least = Limits::min_exponent - Limits::digits, most = Limits::max_exponent;
  const double bases[] = {1, ln2, ln2 / 2};
  const double base = bases[random() % 3], end = random() % 2 ? least : most;
  const double around = end == least ? Limits::digits + 4 : 4;
  const double x = base * (end + std::uniform_real_distribution<double>(-around, around)(random));
  // erfc x is about e^(−x²).
  return static_cast<Float>(random() % 4 ? x : std::copysign(std::sqrt(std::abs(x)), x));
}

// One in this many f32 is tried: a prime by default, so that all low bits occur with all exponents.
uint64_t step() {
  const char *text = std::getenv("FLUXION_MATH_STEP");
  return text ? std::max(1ULL, std::strtoull(text, nullptr, 10)) : 2039;
}

class VectorMath : public testing::TestWithParam<MathAccuracy> {};

template <typename Float>
void addSpecials(auto &judge, int arity) {
  const auto values = specials<Float>();
  for (Float x : values)
    for (Float y : arity == 2 ? values : std::vector<Float>{0}) judge.add(x, y);
}

TEST_P(VectorMath, F32IsWithinItsBoundOverTheWholeRange) {
  const MathAccuracy &promise = GetParam();
  Compiled compiled(promise.function, promise.arity, /*wide=*/false, {16});
  Judge<float, double> judge(promise.function, compiled.at<float>(16));
  addSpecials<float>(judge, promise.arity);
  std::mt19937_64 random(1);
  if (promise.arity == 1) {
    const uint64_t stride = step();
    for (uint64_t bits = 0; bits < uint64_t{1} << 32; bits += stride)
      judge.add(std::bit_cast<float>(static_cast<uint32_t>(bits)), 0);
  }
  for (int i = 0; i < 1'000'000; ++i) judge.add(randomNumber<float>(random), randomNumber<float>(random));
  for (int i = 0; i < 50'000; ++i) judge.add(edgeNumber<float>(random), randomNumber<float>(random));
  judge.flush();
  const auto &worst = judge.worst;
  RecordProperty("ulp", std::to_string(worst.ulp));
  EXPECT_LE(worst.ulp, promise.ulpF32) << std::hexfloat << promise.name.str() << "(" << worst.x << ", " << worst.y
                                       << ") = " << worst.got;
}

TEST_P(VectorMath, F64IsWithinItsBound) {
  const MathAccuracy &promise = GetParam();
  Compiled compiled(promise.function, promise.arity, /*wide=*/true, {8});
  Judge<double, Wide> judge(promise.function, compiled.at<double>(8));
  addSpecials<double>(judge, promise.arity);
  std::mt19937_64 random(2);
  for (int i = 0; i < 300'000; ++i) judge.add(randomNumber<double>(random), randomNumber<double>(random));
  for (int i = 0; i < 50'000; ++i) judge.add(edgeNumber<double>(random), randomNumber<double>(random));
  judge.flush();
  const auto &worst = judge.worst;
  RecordProperty("ulp", std::to_string(worst.ulp));
  EXPECT_LE(worst.ulp, promise.ulpF64) << std::hexfloat << promise.name.str() << "(" << worst.x << ", " << worst.y
                                       << ") = " << worst.got;
}

// A NaN's sign and payload are not defined.
template <typename Float>
bool sameBits(Float a, Float b) {
  return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

template <typename Float>
void expectSameAtEveryWidth(const MathAccuracy &promise, const std::vector<int> &widths) {
  Compiled compiled(promise.function, promise.arity, sizeof(Float) == 8, widths);
  std::mt19937_64 random(3);
  auto x = specials<Float>(), y = x;
  std::vector<Float> expected(kBlock), got(kBlock);
  std::reverse(y.begin(), y.end());
  x.resize(kBlock);
  y.resize(kBlock);
  for (int round = 0; round < 24; ++round) {
    const auto number = round < 20 ? randomNumber<Float> : edgeNumber<Float>;
    for (int64_t i = round == 0 ? 256 : 0; i < kBlock; ++i) x[i] = number(random), y[i] = randomNumber<Float>(random);
    compiled.at<Float>(1)(x.data(), y.data(), expected.data());
    for (int width : widths) {
      compiled.at<Float>(width)(x.data(), y.data(), got.data());
      for (int64_t i = 0; i < kBlock; ++i)
        ASSERT_TRUE(sameBits(expected[i], got[i]))
            << promise.name.str() << " at width " << width << ": " << std::hexfloat << x[i] << ", " << y[i] << ": "
            << expected[i] << " and " << got[i];
    }
  }
}

TEST_P(VectorMath, BitsDoNotDependOnTheWidth) {
  expectSameAtEveryWidth<float>(GetParam(), {1, 4, 8, 16, 32});
  expectSameAtEveryWidth<double>(GetParam(), {1, 4, 8, 16});
}

INSTANTIATE_TEST_SUITE_P(Every, VectorMath, testing::ValuesIn(mathAccuracies().begin(), mathAccuracies().end()),
                         [](const auto &test) { return test.param.name.str(); });

}  // namespace
}  // namespace fluxion::codegen

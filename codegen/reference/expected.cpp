#include "codegen/reference/expected.h"

#include <fmt/format.h>

#include <cmath>
#include <complex>
#include <random>

#include "ir/element_map.h"
#include "ir/ops.h"
#include "llvm/ADT/StringSet.h"

namespace fluxion::codegen::reference {

namespace {

constexpr size_t kFirstRuns = 3, kMostRuns = 24;

// Two units in the last place.
double unitOf(DType dtype) {
  switch (dtype) {
    case DType::f64:
    case DType::c128:
      return 0x1p-51;
    case DType::f32:
    case DType::c64:
      return 0x1p-22;
    case DType::f16:
      return 0x1p-9;
    case DType::bf16:
      return 0x1p-6;
    case DType::f8e4m3fn:
      return 0x1p-2;
    case DType::f8e5m2:
      return 0x1p-1;
    default:
      return 0;
  }
}

// What is as good as nothing: a few of the smallest numbers; and for bf16 all that is not normal, since the instruction
// that makes bf16 of f32 (AVX-512 BF16) gives 0 for it.
double leastOf(DType dtype) {
  switch (dtype) {
    case DType::f64:
    case DType::c128:
      return 4 * 0x1p-1074;
    case DType::f32:
    case DType::c64:
      return 4 * 0x1p-149;
    case DType::f16:
      return 4 * 0x1p-24;
    case DType::bf16:
      return 0x1p-126;
    default:
      return 0;
  }
}

bool isExact(ir::Combine kind) { return kind != ir::Combine::add && kind != ir::Combine::multiply; }

bool isExact(mlir::Operation *op) {
  static const llvm::StringSet<> kExact{"fx.select",
                                        "fx.clamp",
                                        "fx.maximum",
                                        "fx.minimum",
                                        "fx.negate",
                                        "fx.abs",
                                        "fx.sign",
                                        "fx.floor",
                                        "fx.ceil",
                                        "fx.round_nearest_even",
                                        "fx.round_nearest_afz",
                                        "fx.real",
                                        "fx.imag",
                                        "fx.complex",
                                        "fx.stop_gradient",
                                        "fx.bitcast_convert",
                                        "fx.next_after",
                                        "fx.sort",
                                        "fx.case",
                                        "fx.while",
                                        "fx.scan",
                                        "fx.optimization_barrier",
                                        "fx.sharding_constraint",
                                        "fx.dynamic_update_slice",
                                        "fx.reduce_precision"};
  if (kExact.contains(op->getName().getStringRef()) || ir::isMovement(op)) return true;
  if (auto kind = op->getAttrOfType<ir::CombineAttr>("kind")) return isExact(kind.getValue());
  return false;
}

// 1 + δ, where δ is one or two units and never nothing: of three runs without noise nothing would be learnt. A complex
// number gets a complex δ, or what cancels between its parts would not show.
mlir::Attribute factorOf(mlir::Type element, double unit, std::mt19937_64 &random) {
  mlir::OpBuilder b(element.getContext());
  auto noise = [&] {
    constexpr double kSteps[] = {-1, -0.5, 0.5, 1};
    return unit * kSteps[random() % 4];
  };
  auto complex = llvm::dyn_cast<mlir::ComplexType>(element);
  if (!complex) return b.getFloatAttr(element, 1 + noise());
  mlir::Attribute real = b.getFloatAttr(complex.getElementType(), 1 + noise());
  return b.getArrayAttr({real, b.getFloatAttr(complex.getElementType(), noise())});
}

// Multiplies each of the values; `b` stands after all of them.
void addNoise(mlir::OpBuilder &b, mlir::ValueRange values, std::mt19937_64 &random) {
  for (mlir::Value v : values) {
    mlir::Type element = ir::elementType(v);
    const double unit = unitOf(ir::dtypeOf(element));
    if (unit == 0) continue;
    llvm::SmallVector<mlir::Attribute> factors;
    for (int64_t i = 0; i < ir::tensorType(v).getNumElements(); ++i) factors.push_back(factorOf(element, unit, random));
    if (factors.empty()) continue;
    auto factor =
        ir::ConstantOp::create(b, v.getLoc(), v.getType(), mlir::DenseElementsAttr::get(ir::tensorType(v), factors));
    auto product = ir::MultiplyOp::create(b, v.getLoc(), v, factor);
    v.replaceAllUsesExcept(product, product);
  }
}

using Parts = std::array<double, 2>;

// An element as one or two numbers.
Parts element(const HostArray &x, int64_t i) {
  return visit_dtype(x.type.dtype, [&](auto zero) -> Parts {
    using T = decltype(zero);
    const T v = reinterpret_cast<const T *>(x.bytes.data())[i];
    if constexpr (requires { v.real(); })
      return {static_cast<double>(v.real()), static_cast<double>(v.imag())};
    else
      return {static_cast<double>(v), 0};
  });
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace

mlir::OwningOpRef<mlir::func::FuncOp> withNoise(mlir::func::FuncOp f, uint64_t seed) {
  std::mt19937_64 random(seed);
  mlir::OwningOpRef<mlir::func::FuncOp> noisy(f.clone());
  llvm::SmallVector<mlir::Operation *> rounded;
  noisy->walk([&](mlir::Operation *op) {
    if (op->getNumResults() > 0 && !isExact(op)) rounded.push_back(op);
  });
  mlir::OpBuilder b(f.getContext());
  for (mlir::Operation *op : rounded) {
    b.setInsertionPointAfter(op);
    addNoise(b, op->getResults(), random);
  }
  // A function is allowed the error that an error of its arguments would have.
  b.setInsertionPointToStart(&noisy->front());
  addNoise(b, noisy->getArguments(), random);
  return noisy;
}

// The function as it was, and what it gives with noise.
struct Expected::Noise {
  mlir::OwningOpRef<mlir::func::FuncOp> f;
  std::vector<HostArray> arguments;
  int64_t budget;
  std::vector<std::vector<HostArray>> runs;

  llvm::Error run(size_t count) {
    while (runs.size() < count) {
      Budget each(budget);
      auto noisy = evaluate(*withNoise(*f, runs.size() + 1), arguments, &each);
      if (!noisy) return noisy.takeError();
      runs.push_back(std::move(*noisy));
    }
    return llvm::Error::success();
  }
};

llvm::Expected<Expected> Expected::of(mlir::func::FuncOp f, llvm::ArrayRef<HostArray> arguments, int64_t budget) {
  Expected expected;
  Budget first(budget);
  auto results = evaluate(f, arguments, &first);
  if (!results) return results.takeError();
  expected.results_ = std::move(*results);
  expected.noise_ = std::make_shared<Noise>(Noise{f.clone(), arguments.vec(), budget, {}});
  if (llvm::Error error = expected.noise_->run(kFirstRuns)) return error;
  return expected;
}

std::string Expected::difference(llvm::ArrayRef<HostArray> results, double factor) const {
  std::string wrong = differenceSoFar(results, factor);
  while (!wrong.empty() && noise_->runs.size() < kMostRuns) {
    if (llvm::Error error = noise_->run(2 * noise_->runs.size())) return llvm::toString(std::move(error));
    wrong = differenceSoFar(results, factor);
  }
  return wrong;
}

std::string Expected::differenceSoFar(llvm::ArrayRef<HostArray> results, double factor) const {
  if (results.size() != results_.size()) return "another number of results";
  for (size_t r = 0; r < results.size(); ++r) {
    if (!(results[r].type == results_[r].type))
      return fmt::format("result {} is {} instead of {}", r, to_string(results[r].type), to_string(results_[r].type));
    const double unit = unitOf(results[r].type.dtype), least = leastOf(results[r].type.dtype);
    for (int64_t i = 0, n = results[r].type.shape.count(); i < n; ++i) {
      const Parts got = element(results[r], i), want = element(results_[r], i);
      double allowed = std::max(factor * unit * std::max(std::abs(want[0]), std::abs(want[1])), least);
      // Which part of a complex number overflows depends on the order of its evaluation.
      bool stable = !is_complex(results[r].type.dtype) || (std::isfinite(want[0]) && std::isfinite(want[1]));
      for (const auto &noisy : noise_->runs)
        for (size_t p = 0; p < 2; ++p) {
          const double other = element(noisy[r], i)[p];
          if (std::isfinite(other) && std::isfinite(want[p]) && unit > 0)
            allowed = std::max(allowed, factor * std::abs(other - want[p]));
          else
            stable &= same(other, want[p]);
        }
      for (size_t p = 0; p < 2 && stable; ++p)
        if (!same(got[p], want[p]) && !(std::abs(got[p] - want[p]) <= allowed))
          return fmt::format("result {} [{}] is {:.9g} instead of {:.9g} (error {:.2g}, allowed {:.2g})", r, i, got[p],
                             want[p], std::abs(got[p] - want[p]), allowed);
    }
  }
  return {};
}

}  // namespace fluxion::codegen::reference

// Checks vmap of a function of fx ops against a loop over the examples, by the reference interpreter.
#pragma once
#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "codegen/reference/interpreter.h"
#include "ir/dialect.h"
#include "ir/parse.h"
#include "mlir/IR/Verifier.h"
#include "passes/transforms.h"

namespace fluxion::passes {

using codegen::reference::HostArray;
using Arrays = std::vector<HostArray>;

/// How arguments are sampled: floats in [lo, hi], integers in [least, most].
struct VmapCheck {
  double lo = -2, hi = 2;
  int64_t least = -2, most = 5;
  int levels = 2;          // vmap(f) and vmap(vmap(f))
  bool derivative = true;  // also vmap(jvp(f)), where f has floats
};

inline int64_t countBefore(const Shape &shape, size_t axis) {
  int64_t n = 1;
  for (size_t d = 0; d < axis; ++d) n *= shape[d];
  return n;
}

/// The examples, of one type, stacked along a new axis.
inline HostArray stack(const Arrays &examples, size_t axis) {
  std::vector<int64_t> shape(examples[0].type.shape.begin(), examples[0].type.shape.end());
  const auto blocks = static_cast<size_t>(countBefore(examples[0].type.shape, axis));
  shape.insert(shape.begin() + static_cast<std::ptrdiff_t>(axis), static_cast<int64_t>(examples.size()));
  HostArray result{{Shape(shape), examples[0].type.dtype}, {}};
  const size_t size = blocks == 0 ? 0 : examples[0].bytes.size() / blocks;
  for (size_t b = 0; b < blocks; ++b)
    for (const HostArray &x : examples) result.bytes.append(x.bytes, b * size, size);
  return result;
}

class VmapChecker {
 public:
  explicit VmapChecker(const VmapCheck &check) : check_(check) {}

  /// Every choice of mapped arguments, on the first axis and on the last.
  void run(mlir::func::FuncOp f, int levels) {
    const unsigned n = f.getNumArguments();
    for (unsigned mapped = 1; mapped < (1u << n); ++mapped)
      for (bool last : {false, true}) {
        one(f, mapped, last);
        if (testing::Test::HasFailure()) return;
      }
    if (levels > 1) {
      std::vector<Axis> in(n, 0), out(f.getNumResults(), 0);
      auto again = vmap(f, in, out, 2);
      ASSERT_TRUE(succeeded(again));
      for (unsigned mapped : {1u, (1u << n) - 1}) one(**again, mapped, true);
    }
  }

 private:
  void one(mlir::func::FuncOp f, unsigned mapped, bool last) {
    constexpr int64_t kSize = 3;
    std::vector<Axis> in(f.getNumArguments()), out;
    std::vector<Arrays> examples(kSize);
    Arrays arguments;
    for (auto [i, type] : llvm::enumerate(f.getArgumentTypes())) {
      Arrays own;
      for (Arrays &example : examples) {
        own.push_back(mapped >> i & 1 || own.empty() ? sample(type) : own[0]);
        example.push_back(own.back());
      }
      if (mapped >> i & 1) in[i] = last ? llvm::cast<ir::Tensor>(type).getRank() : 0;
      arguments.push_back(in[i] ? stack(own, static_cast<size_t>(*in[i])) : own[0]);
    }
    for (mlir::Type type : f.getResultTypes()) out.push_back(last ? llvm::cast<ir::Tensor>(type).getRank() : 0);
    auto batched = vmap(f, in, out, kSize);
    ASSERT_TRUE(succeeded(batched));
    Arrays results = evaluate(**batched, arguments);
    std::vector<Arrays> wanted;
    for (const Arrays &example : examples) wanted.push_back(evaluate(f, example));
    for (size_t r = 0; r < results.size(); ++r) {
      Arrays own;
      for (const Arrays &w : wanted) own.push_back(w[r]);
      expectEqual(results[r], stack(own, static_cast<size_t>(*out[r])), "vmap and a loop");
    }
    if (testing::Test::HasFailure()) FAIL() << "mapped arguments (bits): " << mapped << show(f) << show(**batched);
    ASSERT_TRUE(succeeded(simplify(**batched)));
    Arrays simple = evaluate(**batched, arguments);
    for (size_t r = 0; r < results.size(); ++r) expectEqual(simple[r], results[r], "simplified");
    if (testing::Test::HasFailure()) FAIL() << show(**batched);
  }

  HostArray sample(mlir::Type type) {
    HostArray x{ir::shapeDtypeOf(type), {}};
    for (int64_t i = 0; i < x.type.shape.count(); ++i) {
      const int64_t integer = std::uniform_int_distribution<int64_t>(check_.least, check_.most)(random_);
      switch (x.type.dtype) {
        case DType::f64:
          append(x, std::uniform_real_distribution<double>(check_.lo, check_.hi)(random_));
          break;
        case DType::i32:
          append(x, static_cast<int32_t>(integer));
          break;
        case DType::i64:
          append(x, integer);
          break;
        case DType::u32:
          append(x, static_cast<uint32_t>(integer < 0 ? 4000000000 : integer));
          break;
        case DType::bool_:
          append(x, static_cast<bool>(random_() % 2));
          break;
        default:
          ADD_FAILURE() << "no sample of " << ir::str(type);
      }
    }
    return x;
  }
  template <class T>
  static void append(HostArray &x, T value) {
    x.bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
  }

  static Arrays evaluate(mlir::func::FuncOp f, const Arrays &args) {
    EXPECT_TRUE(succeeded(mlir::verify(f))) << show(f);
    auto results = codegen::reference::evaluate(f, args);
    if (results) return *results;
    ADD_FAILURE() << llvm::toString(results.takeError()) << show(f);
    return Arrays(f.getNumResults());
  }

  // Floats may differ by the order of a sum.
  static void expectEqual(const HostArray &a, const HostArray &b, const char *what) {
    ASSERT_EQ(a.type, b.type) << what;
    if (a.type.dtype != DType::f64) {
      EXPECT_EQ(a.bytes, b.bytes) << what;
      return;
    }
    for (size_t at = 0; at < a.bytes.size(); at += sizeof(double)) {
      double x, y;
      std::memcpy(&x, a.bytes.data() + at, sizeof x);
      std::memcpy(&y, b.bytes.data() + at, sizeof y);
      if (x == y || (x != x && y != y)) continue;
      ASSERT_NEAR(x, y, 1e-12 * (1 + std::abs(y))) << what << ", element " << at / sizeof(double);
    }
  }

  static std::string show(mlir::func::FuncOp f) {
    std::string text = "\n";
    llvm::raw_string_ostream(text) << f;
    return text;
  }

  const VmapCheck &check_;
  std::mt19937_64 random_{11};
};

/// Checks `func.func @f` followed by `text`, and its derivative: vmap against a loop, also twice, and what
/// simplification makes of it.
inline void checkVmap(const std::string &text, const VmapCheck &check = {}) {
  SCOPED_TRACE(text);
  mlir::DialectRegistry registry;
  ir::registerDialects(registry);
  mlir::MLIRContext context(registry, mlir::MLIRContext::Threading::DISABLED);
  auto module = ir::parseModule("func.func @f" + text, "test.mlir", &context);
  ASSERT_TRUE(module);
  mlir::func::FuncOp f = *module->getOps<mlir::func::FuncOp>().begin();
  VmapChecker(check).run(f, check.levels);
  std::vector<int64_t> floats;
  for (auto [i, type] : llvm::enumerate(f.getArgumentTypes()))
    if (llvm::cast<ir::Tensor>(type).getElementType().isF64()) floats.push_back(static_cast<int64_t>(i));
  if (!check.derivative || floats.empty() || testing::Test::HasFailure()) return;
  auto derivative = jvp(f, floats);
  ASSERT_TRUE(succeeded(derivative));
  VmapChecker(check).run(**derivative, 1);
}

}  // namespace fluxion::passes

// Checks vmap of a function of fx ops against a loop over the examples, by the reference interpreter.
#pragma once
#include "tests/passes/program.h"

namespace fluxion::passes {

/// How arguments are sampled: floats in [lo, hi], integers in [least, most].
struct VmapCheck {
  double lo = -2, hi = 2;
  int64_t least = -2, most = 5;
  int levels = 2;                  // vmap(f) and vmap(vmap(f))
  bool derivative = true;          // also vmap(jvp(f)), where f has floats
  std::vector<Range> ranges = {};  // of the first arguments, where they differ
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
  explicit VmapChecker(const VmapCheck &check)
      : range_{check.lo, check.hi, check.least, check.most}, ranges_(check.ranges) {}

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
        own.push_back(mapped >> i & 1 || own.empty() ? sample(type, i < ranges_.size() ? ranges_[i] : range_, random_)
                                                     : own[0]);
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

  // Floats may differ by the order of a sum.
  static void expectEqual(const HostArray &a, const HostArray &b, const char *what) {
    ASSERT_EQ(a.type, b.type) << what;
    if (a.type.dtype != DType::f64 && a.type.dtype != DType::c128) {
      EXPECT_EQ(a.bytes, b.bytes) << what;
      return;
    }
    for (size_t at = 0; at < a.bytes.size(); at += sizeof(double)) {
      double x, y;
      std::memcpy(&x, a.bytes.data() + at, sizeof x);
      std::memcpy(&y, b.bytes.data() + at, sizeof y);
      if (x == y || (x != x && y != y)) continue;
      ASSERT_NEAR(x, y, 1e-12 * (1 + std::abs(y))) << what << ", number " << at / sizeof(double);
    }
  }

  const Range range_;
  const std::vector<Range> ranges_;
  std::mt19937_64 random_{11};
};

/// Checks `func.func @f` followed by `text`, and its derivative: vmap against a loop, also twice, and what
/// simplification makes of it.
inline void checkVmap(const std::string &text, const VmapCheck &check = {}) {
  SCOPED_TRACE(text);
  Program program(text);
  ASSERT_TRUE(program.f);
  mlir::func::FuncOp f = program.f;
  VmapChecker(check).run(f, check.levels);
  const std::vector<int64_t> floats = inexact(f.getArgumentTypes());
  if (!check.derivative || floats.empty() || testing::Test::HasFailure()) return;
  auto derivative = jvp(f, floats);
  ASSERT_TRUE(succeeded(derivative));
  VmapChecker(check).run(**derivative, 1);
}

}  // namespace fluxion::passes

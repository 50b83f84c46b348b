// A function of fx ops as tests of the passes use it: parsed, printed, interpreted on random arguments.
#pragma once
#include <gtest/gtest.h>

#include <complex>
#include <cstring>
#include <functional>
#include <random>

#include "codegen/reference/interpreter.h"
#include "ir/dialect.h"
#include "ir/parse.h"
#include "mlir/IR/Verifier.h"
#include "passes/transforms.h"

namespace fluxion::passes {

using codegen::reference::HostArray;
using Arrays = std::vector<HostArray>;

/// A context with the dialects.
struct Context {
  Context() : context(registered(), mlir::MLIRContext::Threading::DISABLED) { context.loadAllAvailableDialects(); }
  static mlir::DialectRegistry registered() {
    mlir::DialectRegistry registry;
    ir::registerDialects(registry);
    return registry;
  }
  mlir::MLIRContext context;
};

inline mlir::func::FuncOp onlyFunction(mlir::ModuleOp module) { return *module.getOps<mlir::func::FuncOp>().begin(); }

/// `func.func @f` followed by `text`; null, and a failure of the test, if that is no function.
struct Program : Context {
  explicit Program(const std::string &text) : module(ir::parseModule("func.func @f" + text, "test.mlir", &context)) {
    EXPECT_TRUE(module) << text;
    if (module) f = onlyFunction(*module);
  }
  mlir::OwningOpRef<mlir::ModuleOp> module;
  mlir::func::FuncOp f;
};

inline std::string show(mlir::func::FuncOp f) {
  std::string text = "\n";
  llvm::raw_string_ostream(text) << f;
  return text;
}

/// Who is told of each function that is evaluated; empty for nobody.
inline std::function<void(mlir::func::FuncOp)> &evaluationWatcher() {
  static std::function<void(mlir::func::FuncOp)> watcher;
  return watcher;
}

/// The results of a function that must be valid; placeholders after a failure.
inline Arrays evaluate(mlir::func::FuncOp f, const Arrays &args) {
  if (evaluationWatcher()) evaluationWatcher()(f);
  EXPECT_TRUE(succeeded(mlir::verify(f))) << show(f);
  auto results = codegen::reference::evaluate(f, args);
  if (results) return *results;
  ADD_FAILURE() << llvm::toString(results.takeError()) << show(f);
  return Arrays(f.getNumResults());
}

inline Arrays joined(Arrays a, const Arrays &b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// The numbers of those types that have derivatives.
inline std::vector<int64_t> inexact(mlir::TypeRange types) {
  std::vector<int64_t> result;
  for (auto [i, type] : llvm::enumerate(types))
    if (is_inexact(ir::shapeDtypeOf(type).dtype)) result.push_back(static_cast<int64_t>(i));
  return result;
}

template <class T>
void append(HostArray &x, T value) {
  x.bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

/// Where numbers are sampled: floats in [lo, hi], both parts of complex numbers, too; integers in [least, most].
struct Range {
  double lo = -2, hi = 2;
  int64_t least = 0, most = 3;
};

inline HostArray sample(mlir::Type type, const Range &range, std::mt19937_64 &random) {
  HostArray x{ir::shapeDtypeOf(type), {}};
  auto number = [&] { return std::uniform_real_distribution<double>(range.lo, range.hi)(random); };
  visit_dtype(x.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    for (int64_t i = 0; i < x.type.shape.count(); ++i) {
      const int64_t integer = std::uniform_int_distribution<int64_t>(range.least, range.most)(random);
      if constexpr (std::is_same_v<T, bool>)
        append(x, static_cast<bool>(random() % 2));
      else if constexpr (std::is_integral_v<T>)  // a negative number as an unsigned one is a large one
        append(x, static_cast<T>(integer));
      else if constexpr (std::is_same_v<T, std::complex<float>> || std::is_same_v<T, std::complex<double>>) {
        const double re = number();
        append(x, T(static_cast<typename T::value_type>(re), static_cast<typename T::value_type>(number())));
      } else if constexpr (std::is_same_v<T, double>)
        append(x, number());
      else
        append(x, T(static_cast<float>(number())));
    }
  });
  return x;
}

}  // namespace fluxion::passes

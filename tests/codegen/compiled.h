// Runs a function of fx ops twice, compiled and by the reference interpreter, and compares.
#pragma once
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "codegen/compile.h"
#include "codegen/reference/interpreter.h"
#include "ir/ops.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "passes/transforms.h"
#include "runtime/executable.h"
#include "runtime/fluxion/buffer.h"
#include "runtime/kernel_text.h"

namespace fluxion::codegen {

using reference::HostArray;

class Compiled : public ::testing::Test {
 protected:
  Compiled() {
    setenv("FLUXION_VERIFY", "1", 1);
    mlir::DialectRegistry registry;
    ir::registerDialects(registry);
    context_.appendDialectRegistry(registry);
    context_.loadAllAvailableDialects();
  }

  mlir::OwningOpRef<mlir::ModuleOp> parse(const std::string &text) {
    auto module = mlir::parseSourceString<mlir::ModuleOp>(text, &context_);
    EXPECT_TRUE(module) << text;
    return module;
  }

  /// The machine code of all its kernels.
  std::string assembly(const std::string &text) {
    auto module = parse(text);
    std::vector<runtime::KernelText> kernels;
    Options options;
    options.fuse = passes::fuse;
    options.texts = &kernels;
    EXPECT_TRUE(succeeded(compile(*module->getOps<mlir::func::FuncOp>().begin(), options)));
    std::string all;
    for (const runtime::KernelText &kernel : kernels) all += kernel.assembly;
    return all;
  }

  /// Random arguments: floats in [-2, 2], integers in [-5, 5] (unsigned: [0, 10]).
  static HostArray randomArray(const ShapeDtype &type, std::mt19937 &random) {
    HostArray x{type, std::string(static_cast<size_t>(type.bytes()), '\0')};
    visit_dtype(type.dtype, [&](auto zero) {
      using T = decltype(zero);
      auto *out = reinterpret_cast<T *>(x.bytes.data());
      for (int64_t i = 0; i < type.shape.count(); ++i) {
        double u = std::uniform_real_distribution<double>(-2, 2)(random);
        if constexpr (std::is_same_v<T, bool>)
          out[i] = u > 0;
        else if constexpr (std::is_integral_v<T>)
          out[i] = static_cast<T>(std::is_signed_v<T> ? std::lround(2.5 * u) : std::lround(2.5 * u + 5));
        else
          out[i] = T(static_cast<float>(u));
      }
    });
    return x;
  }

  static std::vector<HostArray> run(const runtime::ProgramPtr &program, const std::vector<HostArray> &args) {
    runtime::Executable executable(program);
    std::vector<runtime::Buffer> buffers;
    std::vector<void *> in, out;
    for (const HostArray &x : args) {
      buffers.emplace_back(x.type.bytes());
      std::copy(x.bytes.begin(), x.bytes.end(), static_cast<char *>(buffers.back().data()));
    }
    for (const ShapeDtype &type : program->results) {
      buffers.emplace_back(type.bytes());
      std::fill_n(static_cast<char *>(buffers.back().data()), type.bytes(), char(0x7e));
    }
    for (size_t i = 0; i < buffers.size(); ++i) (i < args.size() ? in : out).push_back(buffers[i].data());
    executable.run(in.data(), out.data());
    std::vector<HostArray> results;
    for (size_t i = 0; i < program->results.size(); ++i) {
      const auto *data = static_cast<const char *>(out[i]);
      results.push_back({program->results[i], std::string(data, data + program->results[i].bytes())});
    }
    return results;
  }

  static double element(const HostArray &x, int64_t i) {
    return visit_dtype(x.type.dtype, [&](auto zero) -> double {
      using T = decltype(zero);
      if constexpr (requires { static_cast<double>(T{}); } && !std::is_same_v<T, std::complex<float>>)
        return static_cast<double>(reinterpret_cast<const T *>(x.bytes.data())[i]);
      else
        return 0;
    });
  }

  /// Compiles `text`, runs it on `args` (or random ones), and compares with the interpreter: |difference| ≤ tolerance ·
  /// max(1, |expected|). Returns the program.
  runtime::ProgramPtr check(const std::string &text, double tolerance = 1e-5, std::vector<HostArray> args = {}) {
    auto module = parse(text);
    if (!module) return nullptr;
    auto f = *module->getOps<mlir::func::FuncOp>().begin();
    if (args.empty()) {
      std::mt19937 random(7);
      for (mlir::Type type : f.getArgumentTypes()) args.push_back(randomArray(ir::shapeDtypeOf(type), random));
    }
    auto expected = reference::evaluate(f, args);
    if (!expected) {
      ADD_FAILURE() << llvm::toString(expected.takeError());
      return nullptr;
    }
    Options options;
    options.fuse = passes::fuse;
    auto program = compile(f, options);
    if (failed(program)) {
      ADD_FAILURE() << "does not compile: " << text;
      return nullptr;
    }
    auto results = run(*program, args);
    for (size_t r = 0; r < results.size(); ++r) compare(results[r], (*expected)[r], tolerance, text, r);
    return *program;
  }

  static void compare(const HostArray &actual, const HostArray &expected, double tolerance, const std::string &text,
                      size_t r) {
    ASSERT_EQ(actual.type, expected.type);
    int shown = 0;
    for (int64_t i = 0; i < actual.type.shape.count() && shown < 4; ++i) {
      double a = element(actual, i), e = element(expected, i);
      if (a == e || (std::isnan(a) && std::isnan(e)) || std::abs(a - e) <= tolerance * std::max(1.0, std::abs(e)))
        continue;
      ++shown;
      ADD_FAILURE() << "result " << r << " [" << i << "]: " << a << ", expected " << e << "\n"
                    << (shown == 1 ? text : "");
    }
  }

  mlir::MLIRContext context_;
};

}  // namespace fluxion::codegen

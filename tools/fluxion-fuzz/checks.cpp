#include "tools/fluxion-fuzz/checks.h"

#include <fluxion/error.h>
#include <fmt/format.h>

#include <complex>

#include "codegen/reference/expected.h"
#include "codegen/reference/random_arguments.h"
#include "ir/diagnostics.h"
#include "ir/ops.h"
#include "ir/parse.h"
#include "ir/stablehlo.h"
#include "mlir/IR/Verifier.h"
#include "tools/fluxion-run/device.h"

namespace fluxion::tools {

namespace {

using codegen::reference::Expected;
using codegen::reference::randomArguments;
using codegen::reference::withNoise;
using passes::Func;
using Arrays = std::vector<HostArray>;

/// A program under test, with what its evaluation should give.
struct Subject {
  mlir::func::FuncOp f;
  const Arrays &arguments;
  const Expected &expected;
  uint64_t seed;
};

using ir::Diagnostics;

// Some things have no derivative, and say so.
bool isRefusal(const std::string &message) {
  return message.find("has no reverse derivative") != std::string::npos ||
         message.find("no derivative") != std::string::npos || message.find("operand only") != std::string::npos;
}

std::string onDevice(const std::string &device, Subject s) {
  Diagnostics diagnostics(s.f.getContext());
  Executable run = compileFor(device, s.f, 0);
  if (!run) return "does not compile: " + diagnostics.first();
  return s.expected.difference(run(s.arguments));
}

std::string asText(Subject s, const std::string &text) {
  Diagnostics diagnostics(s.f.getContext());
  auto module = ir::parseModule(text, "printed", s.f.getContext());
  if (!module) return "cannot be read again: " + diagnostics.first();
  auto f = *module->getOps<mlir::func::FuncOp>().begin();
  auto results = codegen::reference::evaluate(f, s.arguments);
  if (!results) return llvm::toString(results.takeError());
  return s.expected.difference(*results);
}

std::string throughText(Subject s) {
  std::string text;
  llvm::raw_string_ostream out(text);
  s.f.print(out);
  return asText(s, text);
}

std::string throughStablehlo(Subject s) {
  Diagnostics diagnostics(s.f.getContext());
  auto text = ir::exportStablehlo(s.f);
  if (!text)
    return diagnostics.first().find("no export for") != std::string::npos ? ""
                                                                          : "has no export: " + diagnostics.first();
  return asText(s, *text);
}

// A transformed program agrees with itself on the device, whatever it should compute.
std::string compiled(mlir::func::FuncOp f, uint64_t seed) {
  Diagnostics diagnostics(f.getContext());
  if (failed(mlir::verify(f))) return "is not valid: " + diagnostics.first();
  const Arrays arguments = randomArguments(f, seed);
  auto expected = Expected::of(f, arguments);
  if (!expected) return llvm::toString(expected.takeError());
  return onDevice("cpu", {f, arguments, *expected, seed});
}

HostArray stacked(const HostArray &a, const HostArray &b) {
  std::vector<int64_t> sizes = a.type.shape.sizes();
  sizes.insert(sizes.begin(), 2);
  return {{Shape(sizes), a.type.dtype}, a.bytes + b.bytes};
}

// Two examples at once give what each gives alone.
std::string mapped(Subject s) {
  Diagnostics diagnostics(s.f.getContext());
  llvm::SmallVector<passes::Axis> in(s.f.getNumArguments(), 0), out(s.f.getNumResults(), 0);
  if (in.empty()) return {};
  auto f = passes::vmap(s.f, in, out, 2);
  if (failed(f)) return diagnostics.first();
  if (failed(mlir::verify(**f))) return "is not valid";
  const Arrays others = randomArguments(s.f, s.seed + 1);
  auto second = Expected::of(s.f, others);
  if (!second) return llvm::toString(second.takeError());
  Arrays both;
  for (size_t i = 0; i < others.size(); ++i) both.push_back(stacked(s.arguments[i], others[i]));
  auto results = codegen::reference::evaluate(**f, both);
  if (!results) return llvm::toString(results.takeError());
  for (int example : {0, 1}) {
    Arrays part;
    for (size_t i = 0; i < results->size(); ++i) {
      const HostArray &whole = (*results)[i];
      const size_t half = whole.bytes.size() / 2;
      part.push_back({s.expected.results()[i].type, whole.bytes.substr(example ? half : 0, half)});
    }
    std::string wrong = (example ? *second : s.expected).difference(part);
    if (!wrong.empty()) return fmt::format("example {}: {}", example, wrong);
  }
  return compiled(**f, s.seed);
}

std::string forward(Subject s) {
  Diagnostics diagnostics(s.f.getContext());
  auto f = passes::jvp(s.f, passes::inexactArguments(s.f));
  if (failed(f)) return isRefusal(diagnostics.first()) ? "" : diagnostics.first();
  return compiled(**f, s.seed);
}

std::string reverse(Subject s) {
  Diagnostics diagnostics(s.f.getContext());
  auto f = passes::vjp(s.f, passes::inexactArguments(s.f));
  if (failed(f)) return isRefusal(diagnostics.first()) ? "" : diagnostics.first();
  return compiled(**f, s.seed);
}

// ⟨ct, J·t⟩ = ⟨Jᵀ·ct, t⟩, where all floats are f64.
std::string adjoint(Subject s) {
  bool onlyF64 = true;
  s.f.walk([&](mlir::Operation *op) {
    for (mlir::Type t : op->getResultTypes()) {
      const DType d = ir::dtypeOf(mlir::getElementTypeOrSelf(t));
      onlyF64 &= !is_inexact(d) || d == DType::f64;
    }
  });
  for (mlir::Type t : s.f.getArgumentTypes()) {
    const DType d = ir::dtypeOf(mlir::getElementTypeOrSelf(t));
    onlyF64 &= !is_inexact(d) || d == DType::f64;
  }
  if (!onlyF64) return {};
  Diagnostics diagnostics(s.f.getContext());
  const llvm::SmallVector<int64_t> wrt = passes::inexactArguments(s.f);
  auto jvp = passes::jvp(s.f, wrt), vjp = passes::vjp(s.f, wrt);
  if (failed(jvp) || failed(vjp)) return isRefusal(diagnostics.first()) ? "" : diagnostics.first();
  Arrays forward = randomArguments(jvp->get(), s.seed), backward = randomArguments(vjp->get(), s.seed);
  auto inner = [&](mlir::func::FuncOp j, mlir::func::FuncOp v, double *size) {
    auto a = codegen::reference::evaluate(j, forward), b = codegen::reference::evaluate(v, backward);
    if (!a || !b) throw Error("the interpreter refuses a derivative");
    double difference = 0;
    *size = 0;
    auto add = [&](const HostArray &x, const HostArray &y, double sign) {
      for (int64_t i = 0; i < x.type.shape.count(); ++i) {
        const double term =
            reinterpret_cast<const double *>(x.bytes.data())[i] * reinterpret_cast<const double *>(y.bytes.data())[i];
        difference += sign * term;
        *size += std::abs(term);
      }
    };
    const size_t results = s.expected.results().size(), arguments = s.arguments.size();
    for (size_t i = results; i < a->size(); ++i) add((*a)[i], backward[arguments + i - results], 1);
    for (size_t i = results; i < b->size(); ++i) add((*b)[i], forward[arguments + i - results], -1);
    return difference;
  };
  double size = 0, other = 0;
  const double difference = inner(jvp->get(), vjp->get(), &size);
  if (!std::isfinite(size)) return {};
  double spread = 0;
  for (uint64_t run = 1; run < 3; ++run)
    spread = std::max(spread, std::abs(inner(*withNoise(jvp->get(), run), *withNoise(vjp->get(), run), &other)));
  if (std::isfinite(spread) && std::abs(difference) > 16 * spread + 1e-9 * std::max(1.0, size))
    return fmt::format("<ct, J t> and <J' ct, t> differ by {:.3g}, of {:.3g}", difference, size);
  return {};
}

struct Check {
  const char *name;
  std::string (*run)(Subject);
};
constexpr Check kChecks[] = {
    {"simplified", [](Subject s) { return onDevice("simplified", s); }},
    {"fused", [](Subject s) { return onDevice("fused", s); }},
    {"cpu", [](Subject s) { return onDevice("cpu", s); }},
    {"text", throughText},
    {"stablehlo", throughStablehlo},
    {"vmap", mapped},
    {"jvp", forward},
    {"vjp", reverse},
    {"adjoint", adjoint},
};

}  // namespace

std::vector<std::string> checkNames() {
  std::vector<std::string> names;
  for (const Check &c : kChecks) names.emplace_back(c.name);
  return names;
}

Failure check(mlir::func::FuncOp f, uint64_t seed, const std::string &only) {
  const Arrays arguments = randomArguments(f, seed);
  auto expected = Expected::of(f, arguments);
  if (!expected) return {"reference", llvm::toString(expected.takeError())};
  Subject subject{f, arguments, *expected, seed};
  for (const Check &c : kChecks) {
    if (!only.empty() && only != c.name) continue;
    std::string wrong;
    try {
      wrong = c.run(subject);
    } catch (const std::exception &e) {
      wrong = e.what();
    }
    if (!wrong.empty()) return {c.name, std::move(wrong)};
  }
  return {};
}

}  // namespace fluxion::tools

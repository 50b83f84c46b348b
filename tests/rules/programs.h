// The programs of an op that the tests of the rules take, with an element type.
#pragma once
#include "ir/ops/collective.h"
#include "tests/rules/checks.h"

namespace fluxion::rules {

// What regions end in, and what fusion makes; and what is known to the process that runs a program alone: its rules are
// those of check_operation and of tests/frontend/{callback,operation}_test.cpp.
inline bool isInternal(llvm::StringRef op) {
  return op == "fx.yield" || op == "fx.kernel" || op == "fx.host_call" || op == "fx.operation";
}

inline std::vector<std::string> allOps() {
  passes::Context context;
  std::vector<std::string> names;
  for (mlir::RegisteredOperationName op : context.context.getRegisteredOperationsByDialect("fx"))
    if (!isInternal(op.getStringRef())) names.push_back(op.getStringRef().str());
  llvm::sort(names);
  return names;
}

/// A case of an op, and its program with an element type: an empty text where it does not take that type.
struct Typed {
  Case c;
  std::function<std::string(DType, mlir::MLIRContext *)> text;
};

inline Typed typedText(const Case &c) {
  return {c, [c](DType d, mlir::MLIRContext *context) {
            if ((c.isReal && is_complex(d)) || (c.isInfinite && d == DType::f8e4m3fn)) return std::string();
            return withType(c.text, d, context);
          }};
}

inline std::vector<Typed> casesOf(llvm::StringRef op, mlir::MLIRContext *context) {
  std::vector<Typed> cases;
  auto [first, last] = structureCases().equal_range(op);
  for (auto it = first; it != last; ++it) cases.push_back(typedText(it->second));
  const mlir::OperationName name(op, context);
  if (!cases.empty() || !name.getRegisteredInfo()->hasInterface<ir::ElementwiseInterface>()) return cases;
  const bool two = name.hasTrait<mlir::OpTrait::NOperands<2>::Impl>(),
             three = name.hasTrait<mlir::OpTrait::NOperands<3>::Impl>();
  const size_t operands = three ? 3 : two ? 2 : 1;
  std::vector<Case> domains;
  auto [low, high] = elementwiseDomains().equal_range(op);
  for (auto it = low; it != high; ++it) domains.push_back(it->second);
  if (domains.empty()) domains.emplace_back();
  for (const Case &domain : domains) {
    if (!domain.text.empty()) {
      cases.push_back(typedText(domain));
      continue;
    }
    // All operands of one type; or a choice by bools.
    cases.push_back({domain, [=, n = op.str(), real = domain.isReal](DType d, mlir::MLIRContext *c) {
                       if (real && is_complex(d)) return std::string();
                       return elementwiseText(n, std::vector<DType>(operands, d), c);
                     }});
    if (three)
      cases.push_back({domain, [=, n = op.str()](DType d, mlir::MLIRContext *c) {
                         return elementwiseText(n, {DType::bool_, d, d}, c);
                       }});
  }
  return cases;
}

// Collectives are computed where their axis is mapped, here of 3 members: that comes first, and then the function as it
// was.
inline mlir::LogicalResult mapAxis(mlir::ModuleOp module) {
  mlir::func::FuncOp f = passes::onlyFunction(module);
  llvm::StringRef axis;
  f->walk([&](mlir::Operation *op) { axis = axis.empty() ? ir::axisNameOf(op) : axis; });
  if (axis.empty()) return mlir::success();
  const std::vector<passes::Axis> in(f.getNumArguments(), 0), out(f.getNumResults(), 0);
  auto mapped = passes::vmap(f, in, out, 3, axis);
  if (failed(mapped)) return mlir::failure();
  module.insert(f, mapped->release());
  return mlir::success();
}

inline mlir::OwningOpRef<mlir::ModuleOp> parsed(const std::string &text, mlir::MLIRContext *context) {
  mlir::ScopedDiagnosticHandler quiet(context, [](mlir::Diagnostic &) { return mlir::success(); });
  if (text.empty()) return nullptr;
  auto module = ir::parseModule("func.func @f" + text, "case.mlir", context);
  if (module && failed(mapAxis(*module))) return nullptr;
  return module;
}

/// What needs no compiler: a loop over the examples, differences, and what the case says of its values.
inline void checkInterpreted(RuleCheck &rules, const Typed &typed, DType dtype, mlir::ModuleOp module) {
  mlir::MLIRContext *context = module.getContext();
  rules.batching();
  rules.asExpected([&](const std::string &text) { return withType(text, dtype, context); });
  const std::optional<DType> wide = wideOf(dtype);
  if (wide && dtype != *wide) return;
  auto functions = module.getOps<mlir::func::FuncOp>();
  if (auto over = std::next(functions.begin()); over != functions.end()) rules.overAxis(*over);
  rules.everyMapping();
  if (wide) rules.shared();
  rules.differences();
}

}  // namespace fluxion::rules

// Every op of the dialect with every element type that it takes: jvp, vjp and their compositions with one another and
// with vmap, against differences, against wide precision, against a loop over examples, and compiled against
// interpreted. An op without a case fails.
#include "ir/ops/collective.h"
#include "tests/rules/checks.h"

namespace fluxion::rules {
namespace {

constexpr DType kDtypes[] = {DType::f64,      DType::c128,   DType::f32, DType::c64,   DType::bf16, DType::f16,
                             DType::f8e4m3fn, DType::f8e5m2, DType::i32, DType::bool_, DType::i8,   DType::i16,
                             DType::i64,      DType::u8,     DType::u16, DType::u32,   DType::u64};

// What regions end in, and what fusion makes; and what is known to the process that runs a program alone: its rules are
// those of check_operation and of tests/frontend/{callback,operation}_test.cpp.
bool isInternal(llvm::StringRef op) {
  return op == "fx.yield" || op == "fx.kernel" || op == "fx.host_call" || op == "fx.operation";
}

std::vector<std::string> allOps() {
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

std::vector<Typed> casesOf(llvm::StringRef op, mlir::MLIRContext *context) {
  std::vector<Typed> cases;
  auto [first, last] = structureCases().equal_range(op);
  for (auto it = first; it != last; ++it)
    cases.push_back(
        {it->second, [text = it->second.text](DType d, mlir::MLIRContext *c) { return withType(text, d, c); }});
  const mlir::OperationName name(op, context);
  if (!cases.empty() || !name.getRegisteredInfo()->hasInterface<ir::ElementwiseInterface>()) return cases;
  auto it = elementwiseDomains().find(op);
  const Case domain = it == elementwiseDomains().end() ? Case{} : it->second;
  const bool two = name.hasTrait<mlir::OpTrait::NOperands<2>::Impl>(),
             three = name.hasTrait<mlir::OpTrait::NOperands<3>::Impl>();
  const size_t operands = three ? 3 : two ? 2 : 1;
  // All operands of one type; or a choice by bools.
  cases.push_back({domain, [=, n = op.str()](DType d, mlir::MLIRContext *c) {
                     return elementwiseText(n, std::vector<DType>(operands, d), c);
                   }});
  if (three)
    cases.push_back({domain, [=, n = op.str()](DType d, mlir::MLIRContext *c) {
                       return elementwiseText(n, {DType::bool_, d, d}, c);
                     }});
  return cases;
}

// Collectives are computed where their axis is mapped, here of 3 members.
mlir::LogicalResult mapAxis(mlir::ModuleOp module) {
  mlir::func::FuncOp f = passes::onlyFunction(module);
  llvm::StringRef axis;
  f->walk([&](mlir::Operation *op) { axis = axis.empty() ? ir::axisNameOf(op) : axis; });
  if (axis.empty()) return mlir::success();
  const std::vector<passes::Axis> in(f.getNumArguments(), 0), out(f.getNumResults(), 0);
  auto mapped = passes::vmap(f, in, out, 3, axis);
  if (failed(mapped)) return mlir::failure();
  f->erase();
  module.push_back(mapped->release());
  return mlir::success();
}

mlir::OwningOpRef<mlir::ModuleOp> parsed(const std::string &text, mlir::MLIRContext *context) {
  mlir::ScopedDiagnosticHandler quiet(context, [](mlir::Diagnostic &) { return mlir::success(); });
  if (text.empty()) return nullptr;
  auto module = ir::parseModule("func.func @f" + text, "case.mlir", context);
  if (module && failed(mapAxis(*module))) return nullptr;
  return module;
}

class Rules : public testing::TestWithParam<std::string> {
 protected:
  void check(const Typed &typed, DType dtype, mlir::ModuleOp module) {
    const mlir::func::FuncOp f = passes::onlyFunction(module);
    const std::string label = fmt::format("{} of {}", GetParam(), name(dtype));
    RuleCheck rules(typed.c, f, label);
    if (HasFailure()) return;
    rules.batching();
    rules.compiled();
    const std::optional<DType> wide = wideOf(dtype);
    if (!wide || dtype == *wide) {
      rules.everyMapping();
      rules.differences();
      return;
    }
    auto other = parsed(typed.text(*wide, &context_.context), &context_.context);
    if (other) rules.wide(RuleCheck(typed.c, passes::onlyFunction(*other), label));
  }

  passes::Context context_;
};

TEST_P(Rules, HoldForEveryType) {
  const std::vector<Typed> cases = casesOf(GetParam(), &context_.context);
  ASSERT_FALSE(cases.empty()) << GetParam() << ": add a program of it to tests/rules/cases.h";
  for (const Typed &typed : cases) {
    int types = 0;
    for (DType dtype : kDtypes) {
      auto module = parsed(typed.text(dtype, &context_.context), &context_.context);
      if (!module) continue;
      ++types;
      check(typed, dtype, *module);
    }
    if (&typed == &cases.front()) EXPECT_GT(types, 0) << GetParam() << " takes no type: " << typed.c.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Ops, Rules, testing::ValuesIn(allOps()),
                         [](const auto &info) { return info.param.substr(3); });

}  // namespace
}  // namespace fluxion::rules

// Every op of the dialect with every element type that it takes: jvp, vjp and their compositions with one another and
// with vmap, against differences, against wide precision, against a loop over examples, and compiled against
// interpreted. An op without a case fails.
#include "tests/rules/programs.h"

namespace fluxion::rules {
namespace {

constexpr DType kDtypes[] = {DType::f64,      DType::c128,   DType::f32, DType::c64,   DType::bf16, DType::f16,
                             DType::f8e4m3fn, DType::f8e5m2, DType::i32, DType::bool_, DType::i8,   DType::i16,
                             DType::i64,      DType::u8,     DType::u16, DType::u32,   DType::u64};

class Rules : public testing::TestWithParam<std::string> {
 protected:
  void check(const Typed &typed, DType dtype, mlir::ModuleOp module) {
    const mlir::func::FuncOp f = passes::onlyFunction(module);
    const std::string label = fmt::format("{} of {}", GetParam(), name(dtype));
    RuleCheck rules(typed.c, f, label);
    if (HasFailure()) return;
    checkInterpreted(rules, typed, dtype, module);
    rules.compiled();
    const std::optional<DType> wide = wideOf(dtype);
    if (!wide || dtype == *wide) return;
    auto other = parsed(typed.text(*wide, &context_.context), &context_.context);
    if (other) rules.wide(RuleCheck(typed.c, passes::onlyFunction(*other), label));
  }

  passes::Context context_;
};

TEST_P(Rules, HoldForEveryType) {
  const std::vector<Typed> cases = casesOf(GetParam(), &context_.context);
  ASSERT_FALSE(cases.empty()) << GetParam() << ": add a program of it to tests/rules/cases";
  for (const Typed &typed : cases) {
    int types = 0;
    for (DType dtype : kDtypes) {
      auto module = parsed(typed.text(dtype, &context_.context), &context_.context);
      if (!module) continue;
      ++types;
      check(typed, dtype, *module);
    }
    EXPECT_TRUE(types > 0 || &typed != &cases.front()) << GetParam() << " takes no type: " << typed.c.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Ops, Rules, testing::ValuesIn(allOps()),
                         [](const auto &info) { return info.param.substr(3); });

}  // namespace
}  // namespace fluxion::rules

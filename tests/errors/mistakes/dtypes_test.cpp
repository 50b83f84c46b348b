// Mistakes that users make (mistakes.h): of element types.
#include <fluxion/transformer.h>

#include "mistakes.h"

namespace tf = fluxion::transformer;
namespace mistakes {
namespace {

// clang-format off
const Mistake kMistakes[] = {
  {MISTAKE(IndicesThatAreFloats) {
     fx::Array x = fx::zeros({3});
     fx::Array i = fx::zeros({2});
     x[i];
   },
     "fluxion: index: an index array is f32[2], not integers or bools\n"
     "  at {file}:{+3}"},
  {MISTAKE(BitsOfFloats) {
     fx::Array x = fx::zeros({3});
     fx::Array y = fx::ones({3});
     x & y;
   },
     "fluxion: and: operand 0 is f32[3], a dtype that it does not take\n"
     "  at {file}:{+3}\n"
     "  lhs f32[3] made at {file}:{+1}\n"
     "  rhs f32[3] made at {file}:{+2}"},
  {MISTAKE(ASpanOfAnotherType) {
     fx::Array x = fx::zeros({2});
     x.span<double>();
   },
     "fluxion: span: f32[2] is not stored as f64\n"
     "  at {file}:{+2}"},
  {MISTAKE(EightBitFloats) {
     fx::Array x = fx::zeros({2}, fx::f8e4m3fn);
     fx::Array y = fx::zeros({2}, fx::bf16);
     x + y;
   },
     "fluxion: f8e4m3fn and bf16 do not promote to one another: convert one of them\n"
     "  at {file}:{+3}"},
  {MISTAKE(Targets) {
     fx::Array logits = fx::zeros({8, 65});
     fx::Array targets = fx::zeros({8});
     tf::cross_entropy(logits, targets);
   },
     "fluxion: cross_entropy: targets must be integers: logits f32[8,65], targets f32[8]\n"
     "  at {file}:{+3}\n"
     "  f32[8,65] made at {file}:{+1}"},
  {MISTAKE(ThePredicateOfCond) {
     fx::Array p = fx::array(1.f);
     fx::cond(p, [] { return fx::ones({}); }, [] { return fx::zeros({}); });
   },
     "fluxion: cond: the predicate is f32[], not bool[]\n"
     "  at {file}:{+2}\n"
     "  f32[] made at {file}:{+1}"},
};
// clang-format on

TEST_P(Mistakes, AreExplained) { expect_explained(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Dtypes, Mistakes, testing::ValuesIn(kMistakes), named);

}  // namespace
}  // namespace mistakes

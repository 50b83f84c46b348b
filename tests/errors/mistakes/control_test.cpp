// Mistakes that users make (mistakes.h): in control flow.
#include "mistakes.h"

namespace mistakes {
namespace {

struct Weights {
  fx::Array w, b;
};

// clang-format off
const Mistake kMistakes[] = {
  {MISTAKE(Branches) {
     fx::cond(fx::array(true),
              [] {
                return Weights{fx::ones({2}), fx::ones({2})};
              },
              [] {
                return Weights{fx::ones({2}), fx::ones({3})};
              });
   },
     "fluxion: cond: the branches' results differ at b: on_false gives f32[3], on_true f32[2]\n"
     "  at {file}:{+1}\n"
     "  on_false's f32[3] made at {file}:{+6}\n"
     "  on_true's f32[2] made at {file}:{+3}"},
  {MISTAKE(SwitchBranches) {
     using Branch = fx::Array (*)(const fx::Array &);
     fx::Array x = fx::ones({2});
     const std::vector<Branch> branches{
         [](const fx::Array &a) { return a; },
         [](const fx::Array &a) { return fx::sum(a); },
     };
     fx::switch_(fx::array(0), branches, x);
   },
     "fluxion: switch_: the branches' results differ: branch 0 gives f32[2], branch 1 f32[]\n"
     "  at {file}:{+7}\n"
     "  branch 0's f32[2] made at {file}:{+2}\n"
     "  branch 1's f32[] made at {file}:{+5}"},
  {MISTAKE(TheCarryOfAScan) {
     Weights init{fx::zeros({2}), fx::zeros({})};
     auto step = [](const Weights &c, const fx::Array &x) {
       fx::Array b = c.b + c.w;
       return std::pair(Weights{c.w, b}, x);
     };
     fx::scan(step, init, fx::zeros({3}));
   },
     "fluxion: scan: the body's carry changes its type at b: f32[] becomes f32[2]\n"
     "  at {file}:{+6}\n"
     "  first f32[] made at {file}:{+1}\n"
     "  then f32[2] made at {file}:{+3}"},
  {MISTAKE(AnOpInTheBodyOfAScan) {
     auto step = [](const fx::Array &c, const fx::Array &x) {
       fx::Array y = fx::matmul(c, x);
       return std::pair(y, y);
     };
     fx::Array c = fx::zeros({4});
     fx::scan(step, c, fx::zeros({3, 5}));
   },
     "fluxion: matmul: the contracted sizes differ: f32[4] · f32[5] (4 vs 5)\n"
     "  at {file}:{+2}\n"
     "  lhs f32[4] made at {file}:{+5}\n"
     "  rhs f32[5] made at {file}:{+6}"},
  {MISTAKE(LengthsOfAScan) {
     auto step = [](const fx::Array &c, const Weights &x) { return std::pair(c + x.w, x.b); };
     fx::scan(step, fx::zeros({}), Weights{fx::zeros({3}), fx::zeros({4})});
   },
     "fluxion: scan: the leading sizes differ: f32[4] (4 vs 3)\n"
     "  at {file}:{+2}"},
  {MISTAKE(TheCarryOfAWhileLoop) {
     fx::Array start = fx::array(0);
     fx::while_loop([](const fx::Array &c) { return c < 3; },
                    [](const fx::Array &c) { return c + 0.5; }, start);
   },
     "fluxion: while_loop: the body's carry changes its type: i32[] becomes f32[]\n"
     "  at {file}:{+2}\n"
     "  first i32[] made at {file}:{+1}\n"
     "  then f32[] made at {file}:{+3}"},
  {MISTAKE(TheConditionOfAWhileLoop) {
     fx::while_loop([](const fx::Array &c) { return 3 - c; },
                    [](const fx::Array &c) { return c + 1; }, fx::array(0));
   },
     "fluxion: while_loop: the condition gives i32[], not bool[]\n"
     "  at {file}:{+1}"},
  {MISTAKE(TheCarryOfAForiLoop) {
     fx::Array start = fx::zeros({2});
     fx::fori_loop(0, 3, [](const fx::Array &i, const fx::Array &c) { return fx::stack({c, c}) * i; }, start);
   },
     "fluxion: scan: the body's carry changes its type: f32[2] becomes f32[2,2]\n"
     "  at {file}:{+2}\n"
     "  first f32[2] made at {file}:{+1}"},
};
// clang-format on

TEST_P(Mistakes, AreExplained) { expect_explained(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Control, Mistakes, testing::ValuesIn(kMistakes), named);

}  // namespace
}  // namespace mistakes

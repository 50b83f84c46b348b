// Mistakes that users make (mistakes.h): while functions are traced.
#include "mistakes.h"

namespace mistakes {
namespace {

// clang-format off
const Mistake kMistakes[] = {
  {MISTAKE(ALeakedValue) {
     fx::Array leaked;
     fx::jit([&](const fx::Array &x) {
       leaked = x * 2;
       return x;
     })(fx::ones({3}));
     leaked + 1;
   },
     "fluxion: a traced value f32[3] is used after its trace has ended: return it from the traced "
     "function instead of storing it; it was made at {file}:{+3}\n"
     "  at {file}:{+6}"},
  {MISTAKE(AValueUnderJit) {
     fx::jit([](const fx::Array &x) {
       if (fx::sum(x).item<float>() > 0) return x;
       return -x;
     })(fx::ones({3}));
   },
     "fluxion: item: the value of f32[] is not known while the function is being traced; use fx::cond, "
     "fx::where or fx::while_loop to depend on it\n"
     "  at {file}:{+2}"},
  {MISTAKE(AValueUnderVmap) {
     fx::vmap([](const fx::Array &x) {
       return x.item<float>() > 0 ? x : -x;
     })(fx::ones({3}));
   },
     "fluxion: item: f32[] has a value for each example of vmap; use fx::cond, fx::where or "
     "fx::while_loop to depend on it\n"
     "  at {file}:{+2}"},
  {MISTAKE(AMaskUnderJit) {
     fx::jit([](const fx::Array &x) {
       fx::Array mask = x > 0;
       return x[mask];
     })(fx::ones({3}));
   },
     "fluxion: index: how many elements of the mask bool[3] are true is not known while tracing: use "
     "fx::where, or fx::nonzero with a size\n"
     "  at {file}:{+3}"},
  {MISTAKE(AnEmptyArray) {
     fx::Array x;
     fx::Array y = fx::ones({2});
     y + x;
   },
     "fluxion: an empty Array is used: it was never given a value, or was moved away, as by a call that "
     "it was donated to\n"
     "  at {file}:{+3}\n"
     "  lhs f32[2] made at {file}:{+2}"},
  {MISTAKE(ADonatedArrayUsedAgain) {
     auto step = fx::jit([](const fx::Array &x) { return x + 1; });
     fx::Array x = fx::ones({2});
     fx::Array y = step(std::move(x));
     x * y;
   },
     "fluxion: an empty Array is used: it was never given a value, or was moved away, as by a call that "
     "it was donated to\n"
     "  at {file}:{+4}\n"
     "  rhs f32[2] made at {file}:{+1}"},
  {MISTAKE(AnEmptyArgument) {
     fx::jit([](const fx::Array &x) { return x + 1; })(fx::Array());
   },
     "fluxion: an empty Array is used: it was never given a value, or was moved away, as by a call that "
     "it was donated to"},
  {MISTAKE(AStaticArgumentThatChanges) {
     auto f = fx::jit([](const fx::Array &x, int n) { return x * n; }, {.name = "scale"});
     f(fx::ones({2}), 1);
     fx::no_retrace guard;
     f(fx::ones({2}), 2);
   },
     "fluxion: jit: 'scale' would be compiled under fx::no_retrace: argument 1 is static 2, was static 1\n"
     "  at {file}:{+1}"},
};
// clang-format on

TEST_P(Mistakes, AreExplained) { expect_explained(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Traces, Mistakes, testing::ValuesIn(kMistakes), named);

}  // namespace
}  // namespace mistakes

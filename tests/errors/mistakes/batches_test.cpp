// Mistakes that users make (mistakes.h): in vmap and collectives.
#include "mistakes.h"

namespace mistakes {
namespace {

struct Weights {
  fx::Array w, b;
};

// clang-format off
const Mistake kMistakes[] = {
  {MISTAKE(MappedSizes) {
     auto f = [](const fx::Array &a, const fx::Array &b) { return a + b; };
     fx::Array x = fx::ones({2});
     fx::Array y = fx::ones({3});
     fx::vmap(f)(x, y);
   },
     "fluxion: vmap: the mapped sizes differ: 3 along axis 0 of f32[3] in argument 1, 2 before\n"
     "  at {file}:{+4}"},
  {MISTAKE(MappedAxis) {
     auto f = [](const Weights &p) { return p.w; };
     fx::Array b = fx::ones({});
     fx::vmap(f)(Weights{fx::ones({2}), b});
   },
     "fluxion: vmap: axis 0 is out of range for argument 0 at b of type f32[]\n"
     "  at {file}:{+3}"},
  {MISTAKE(NumberOfAxes) {
     auto f = [](const fx::Array &a, const fx::Array &b, const fx::Array &c) { return a + b + c; };
     fx::Array x = fx::ones({2});
     fx::vmap(f, {.in_axes = {0, fx::none}})(x, x, x);
   },
     "fluxion: vmap: in_axes has 2 entries for 3 arguments\n"
     "  at {file}:{+3}"},
  {MISTAKE(OutAxis) {
     auto f = [](const fx::Array &a) { return a * 2; };
     fx::vmap(f, {.out_axes = {2}})(fx::ones({2, 3}));
   },
     "fluxion: vmap: out axis 2 is out of range for a result of 1 dimensions\n"
     "  at {file}:{+2}"},
  {MISTAKE(NothingMapped) {
     auto f = [](const fx::Array &a) { return a * 2; };
     fx::vmap(f, {.in_axes = {fx::none}})(fx::ones({2}));
   },
     "fluxion: vmap: no argument is mapped: give an axis in in_axes, or axis_size\n"
     "  at {file}:{+2}"},
  {MISTAKE(AnAxisWithoutAName) {
     auto f = [](const fx::Array &x) {
       return x / fx::psum(x, "batch");
     };
     fx::vmap(f, {.axis_name = "b"})(fx::ones({3}));
   },
     "fluxion: psum: no axis is named \"batch\" here (there is \"b\"): vmap(f, {.axis_name = \"batch\"}) "
     "names one\n"
     "  at {file}:{+2}"},
  {MISTAKE(ACollectiveOutside) {
     fx::Array x = fx::ones({3});
     fx::psum(x, "batch");
   },
     "fluxion: psum: no axis is named \"batch\" here (none is): vmap(f, {.axis_name = \"batch\"}) names "
     "one\n"
     "  at {file}:{+2}"},
};
// clang-format on

TEST_P(Mistakes, AreExplained) { expect_explained(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Batches, Mistakes, testing::ValuesIn(kMistakes), named);

}  // namespace
}  // namespace mistakes

// Mistakes that users make (mistakes.h): with what is built on arrays: random numbers, files, models.
#include <fluxion/file.h>
#include <fluxion/transformer.h>

#include "mistakes.h"

namespace tf = fluxion::transformer;
namespace mistakes {
namespace {

struct Weights {
  fx::Array w, b;
};

// clang-format off
const Mistake kMistakes[] = {
  {MISTAKE(AKeyUsedTwice) {
     fx::random::Key key(0);
     fx::Array a = fx::random::normal(std::move(key), {2});
     fx::Array b = fx::random::normal(std::move(key), {2});
   },
     "fluxion: random: the key has been used already; split it for more numbers, clone() it for the same "
     "ones again\n"
     "  at {file}:{+3}\n"
     "  it was used at {file}:{+2}"},
  {MISTAKE(AnArrayThatIsNoKey) {
     fx::Array words = fx::zeros({3}, fx::u32);
     fx::random::normal(fx::random::Key(words), {2});
   },
     "fluxion: random: a key is u32[2], not u32[3]: vmap over an array of keys\n"
     "  at {file}:{+2}"},
  {MISTAKE(GradientsOfAnotherShape) {
     const auto adam = fx::optim::adam({});
     const Weights p{fx::ones({2}), fx::ones({})};
     fx::Array gb = fx::ones({2});
     adam.update(p, Weights{fx::ones({2}), gb}, adam.init(p));
   },
     "fluxion: optim: the parameter at b is f32[], its gradient f32[2]\n"
     "  at {file}:{+4}\n"
     "  parameter f32[] made at {file}:{+2}\n"
     "  gradient f32[2] made at {file}:{+3}"},
  {MISTAKE(AStateOfAnotherOptimizer) {
     const Weights p{fx::ones({2}), fx::ones({})};
     const auto sgd = fx::optim::sgd({}), adam = fx::optim::adam({});
     adam.update(p, p, sgd.init(p));
   },
     "fluxion: optim: 2 parameters, 2 gradients and moments of 0 do not belong together\n"
     "  at {file}:{+3}"},
  {MISTAKE(TreesOfAnotherStructure) {
     const std::vector<fx::Array> a{fx::ones({2})}, b{fx::ones({2}), fx::ones({2})};
     fx::tree::map([](const fx::Array &x, const fx::Array &y) { return x + y; }, a, b);
   },
     "fluxion: tree::map: the trees have different numbers of arrays (1 vs 2)"},
  {MISTAKE(ACheckpointThatIsMissing) {
     fx::safetensors::File("/nowhere/model.safetensors");
   },
     "fluxion: cannot load '/nowhere/model.safetensors': No such file or directory"},
  {MISTAKE(ACheckpointWithoutAnArray) {
     const Weights p{fx::ones({2}), fx::ones({})};
     tf::save_tree(folder() / "a.safetensors", std::pair(p.w, p.b));
     tf::load_tree(fx::safetensors::File(folder() / "a.safetensors"), p);
   },
     "fluxion: cannot load '{folder}/a.safetensors': no tensor 'w' among its 2, '0', '1'"},
  {MISTAKE(ACheckpointOfAnotherShape) {
     tf::save_tree(folder() / "b.safetensors", Weights{fx::ones({2}), fx::ones({})});
     tf::load_tree(fx::safetensors::File(folder() / "b.safetensors"), Weights{fx::ones({2}), fx::ones({2})});
   },
     "fluxion: cannot load '{folder}/b.safetensors': tensor 'b' is f32[], but f32[2] is expected"},
  {MISTAKE(AFileThatIsNoCheckpoint) {
     fx::write_file(folder() / "c.safetensors", "hello, world");
     fx::safetensors::File(folder() / "c.safetensors");
   },
     "fluxion: cannot load '{folder}/c.safetensors': a header of 8583909746840200552 bytes is over the "
     "limit of 100000000"},
  {MISTAKE(ATextTooShortForABatch) {
     tf::Batches(std::vector<int32_t>(100), {.batch = 2, .time = 256});
   },
     "fluxion: Batches: 90 tokens for training and 10 for validation are too few for windows of 256; give "
     "more text or a smaller time"},
  {MISTAKE(ANan) {
     fx::debug::check_nans(true);
     fx::Array x = fx::array({1.f, -1.f});
     fx::log(x);
   },
     "fluxion: check: result 0 of 'fx.log', f32[2], has NaN elements\n"
     "  first made by fx.log at {file}:{+3}\n"
     "  element [1] of its result f32[2] is nan, from -1"},
  {MISTAKE(ADerivativeThatIsWrong) {
     auto f = fx::custom_jvp([](const fx::Array &x) { return fx::sin(x); },
                             [](const fx::Array &x, const fx::Array &dx) { return std::pair(fx::sin(x), dx); });
     fx::check_grads(f, std::tuple(fx::array({1.f, 2.f})), {.order = 1});
   },
     "fluxion: check_grads: the forward derivative of order 1 is 0.77, numerically 0.26"},
};
// clang-format on

TEST_P(Mistakes, AreExplained) { expect_explained(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Libraries, Mistakes, testing::ValuesIn(kMistakes), named);

}  // namespace
}  // namespace mistakes

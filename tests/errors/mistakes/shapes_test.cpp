// Mistakes that users make (mistakes.h): of shapes.
#include <fluxion/transformer.h>

#include "mistakes.h"

namespace tf = fluxion::transformer;
namespace mistakes {
namespace {

// clang-format off
const Mistake kMistakes[] = {
  {MISTAKE(Product) {
     fx::Array x = fx::zeros({32, 784});
     fx::Array w = fx::zeros({512, 10});
     fx::matmul(x, w);
   },
     "fluxion: matmul: the contracted sizes differ: f32[32,784] · f32[512,10] (784 vs 512)\n"
     "  at {file}:{+3}\n"
     "  lhs f32[32,784] made at {file}:{+1}\n"
     "  rhs f32[512,10] made at {file}:{+2}"},
  {MISTAKE(Sum) {
     fx::Array x = fx::zeros({2, 3});
     fx::Array y = fx::ones({4}) * 2;
     x + y;
   },
     "fluxion: add: the shapes do not broadcast: [2,3] and [4] (3 vs 4)\n"
     "  at {file}:{+3}\n"
     "  lhs f32[2,3] made at {file}:{+1}\n"
     "  rhs f32[4] made at {file}:{+2}"},
  {MISTAKE(SumInAJittedFunction) {
     fx::Array x = fx::zeros({2, 3});
     fx::jit([](const fx::Array &a) {
       fx::Array t = a.T();
       return a + t;
     })(x);
   },
     "fluxion: add: the shapes do not broadcast: [2,3] and [3,2] (3 vs 2)\n"
     "  at {file}:{+4}\n"
     "  lhs f32[2,3] made at {file}:{+1}\n"
     "  rhs f32[3,2] made at {file}:{+3}"},
  {MISTAKE(Concatenation) {
     fx::Array x = fx::zeros({2, 3});
     fx::Array y = fx::zeros({2, 4});
     fx::concatenate({x, y}, 0);
   },
     "fluxion: concatenate: the operands do not fit along dimension 0: f32[2,3] and f32[2,4]\n"
     "  at {file}:{+3}\n"
     "  lhs f32[2,3] made at {file}:{+1}\n"
     "  rhs f32[2,4] made at {file}:{+2}"},
  {MISTAKE(Stack) {
     fx::Array x = fx::zeros({2});
     fx::Array y = fx::zeros({3});
     fx::stack({x, y});
   },
     "fluxion: concatenate: the operands do not fit along dimension 0: f32[1,2] and f32[1,3]\n"
     "  at {file}:{+3}\n"
     "  lhs f32[2] made at {file}:{+1}\n"
     "  rhs f32[3] made at {file}:{+2}"},
  {MISTAKE(Reshape) {
     fx::Array x = fx::zeros({10});
     x.reshape({7, 7});
   },
     "fluxion: reshape: the numbers of elements differ: f32[10] to f32[7,7] (10 vs 49)\n"
     "  at {file}:{+2}\n"
     "  f32[10] made at {file}:{+1}"},
  {MISTAKE(ReshapeToTwoUnknownSizes) {
     fx::Array x = fx::zeros({12});
     x.reshape({-1, -1});
   },
     "fluxion: reshape: f32[12] does not fill [-1,-1]\n"
     "  at {file}:{+2}\n"
     "  f32[12] made at {file}:{+1}"},
  {MISTAKE(EinsumSizes) {
     fx::Array q = fx::zeros({2, 5, 8});
     fx::Array k = fx::zeros({2, 5, 4});
     fx::einsum("btd,bsd->bts", q, k);
   },
     "fluxion: einsum: the sizes of 'd' differ: f32[2,5,8] and f32[2,5,4] (8 vs 4)\n"
     "  at {file}:{+3}\n"
     "  lhs f32[2,5,8] made at {file}:{+1}\n"
     "  rhs f32[2,5,4] made at {file}:{+2}"},
  {MISTAKE(EinsumSubscripts) {
     fx::Array q = fx::zeros({2, 5, 8});
     fx::einsum("bt->t", q);
   },
     "fluxion: einsum: f32[2,5,8] has 3 dimensions, 'bt' names 2\n"
     "  at {file}:{+2}\n"
     "  f32[2,5,8] made at {file}:{+1}"},
  {MISTAKE(DotGeneral) {
     fx::Array x = fx::zeros({2, 3, 4});
     fx::Array y = fx::zeros({5, 4, 3});
     fx::dot_general(x, y, {{2}, {1}, {0}, {0}});
   },
     "fluxion: dot_general: the batch sizes differ: f32[2,3,4] · f32[5,4,3] (2 vs 5)\n"
     "  at {file}:{+3}\n"
     "  lhs f32[2,3,4] made at {file}:{+1}\n"
     "  rhs f32[5,4,3] made at {file}:{+2}"},
  {MISTAKE(Convolution) {
     fx::Array x = fx::zeros({1, 3, 8, 8});
     fx::Array w = fx::zeros({16, 4, 3, 3});
     fx::conv(x, w, {1, 1});
   },
     "fluxion: convolution: the input features differ: f32[1,3,8,8] has 3, f32[16,4,3,3] takes 4\n"
     "  at {file}:{+3}\n"
     "  lhs f32[1,3,8,8] made at {file}:{+1}\n"
     "  rhs f32[16,4,3,3] made at {file}:{+2}"},
  {MISTAKE(TakeAlongAxis) {
     fx::Array x = fx::zeros({4, 5});
     fx::Array i = fx::zeros({4}, fx::i32);
     fx::take_along_axis(x, i, 1);
   },
     "fluxion: take_along_axis: f32[4,5] and i32[4] differ in their dimensions\n"
     "  at {file}:{+3}\n"
     "  lhs f32[4,5] made at {file}:{+1}\n"
     "  rhs i32[4] made at {file}:{+2}"},
  {MISTAKE(Broadcast) {
     fx::Array x = fx::zeros({3});
     fx::broadcast_to(x, {3, 2});
   },
     "fluxion: broadcast_in_dim: f32[3] does not broadcast to [3, 2] (3 vs 2)\n"
     "  at {file}:{+2}\n"
     "  f32[3] made at {file}:{+1}"},
  {MISTAKE(Transpose) {
     fx::Array x = fx::zeros({2, 3, 4});
     x.transpose({0, 1, 1});
   },
     "fluxion: transpose: [0, 1, 1] does not permute the 3 dimensions of f32[2,3,4]\n"
     "  at {file}:{+2}\n"
     "  f32[2,3,4] made at {file}:{+1}"},
  {MISTAKE(Squeeze) {
     fx::Array x = fx::zeros({2, 3});
     fx::squeeze(x, {1});
   },
     "fluxion: squeeze: dimension 1 of f32[2,3] has not size 1\n"
     "  at {file}:{+2}\n"
     "  f32[2,3] made at {file}:{+1}"},
  {MISTAKE(Axis) {
     fx::Array x = fx::zeros({3});
     fx::sum(x, 2);
   },
     "fluxion: sum: axis 2 is out of range for 1 dimensions\n"
     "  at {file}:{+2}\n"
     "  f32[3] made at {file}:{+1}"},
  {MISTAKE(Index) {
     fx::Array x = fx::zeros({3});
     x[5];
   },
     "fluxion: index: 5 is out of range for dimension 0 of f32[3]\n"
     "  at {file}:{+2}"},
  {MISTAKE(TooManyIndices) {
     fx::Array x = fx::zeros({3});
     x[{0, 1}];
   },
     "fluxion: index: 2 indices for the 1 dimensions of f32[3]\n"
     "  at {file}:{+2}"},
  {MISTAKE(Update) {
     fx::Array x = fx::zeros({4, 2});
     fx::Array row = fx::ones({3});
     x.at(0).set(row);
   },
     "fluxion: broadcast_in_dim: f32[3] does not broadcast to [2] (3 vs 2)\n"
     "  at {file}:{+3}"},
  {MISTAKE(Where) {
     fx::Array c = fx::zeros({3}, fx::bool_);
     fx::Array x = fx::zeros({2});
     fx::where(c, x, 0.0);
   },
     "fluxion: where: the shapes do not broadcast: [3] and [2] (3 vs 2)\n"
     "  at {file}:{+3}\n"
     "  lhs bool[3] made at {file}:{+1}\n"
     "  rhs f32[2] made at {file}:{+2}"},
  {MISTAKE(Split) {
     fx::Array x = fx::zeros({10});
     fx::split(x, 3);
   },
     "fluxion: split: dimension 0 of f32[10] does not split into 3 equal parts\n"
     "  at {file}:{+2}\n"
     "  f32[10] made at {file}:{+1}"},
  {MISTAKE(DynamicSlice) {
     fx::Array x = fx::zeros({4});
     fx::dynamic_slice(x, {fx::array(0)}, {5});
   },
     "fluxion: dynamic_slice: size 5 does not fit dimension 0 of f32[4]\n"
     "  at {file}:{+2}\n"
     "  f32[4] made at {file}:{+1}"},
  {MISTAKE(Solve) {
     fx::Array a = fx::zeros({3, 2});
     fx::Array b = fx::zeros({3});
     fx::linalg::solve(a, b);
   },
     "fluxion: solve: the matrix is not square: f32[3,2] (3 vs 2)\n"
     "  at {file}:{+3}\n"
     "  lhs f32[3,2] made at {file}:{+1}\n"
     "  rhs f32[3] made at {file}:{+2}"},
  {MISTAKE(OneElement) {
     fx::Array x = fx::zeros({2});
     x.item<float>();
   },
     "fluxion: item: f32[2] has 2 elements, not one\n"
     "  at {file}:{+2}"},
  {MISTAKE(Braces) {
     fx::array({{1.f, 2.f}, {3.f}});
   },
     "fluxion: array: the sizes differ (2 vs 1)\n"
     "  at {file}:{+1}"},
  {MISTAKE(CrossEntropy) {
     fx::Array logits = fx::zeros({8, 16, 65});
     fx::Array targets = fx::zeros({8, 15}, fx::i32);
     tf::cross_entropy(logits, targets);
   },
     "fluxion: cross_entropy: logits must have the dimensions of targets and one more: logits "
     "f32[8,16,65], targets i32[8,15]\n"
     "  at {file}:{+3}\n"
     "  f32[8,16,65] made at {file}:{+1}"},
};
// clang-format on

TEST_P(Mistakes, AreExplained) { expect_explained(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Shapes, Mistakes, testing::ValuesIn(kMistakes), named);

}  // namespace
}  // namespace mistakes

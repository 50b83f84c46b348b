// Mistakes that users make, and all of what they read then: at most eight lines, with the line of the op and those that
// made its operands. In an expected text, {file} is this file and {+n} the line n lines below the mistake's first.
// FLUXION_PRINT_MISTAKES=1 prints what is said now.
#include <fluxion/file.h>
#include <fluxion/fluxion.h>
#include <fluxion/transformer.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>

namespace fx = fluxion;
namespace tf = fluxion::transformer;

namespace {

struct Mistake {
  const char *name;
  int line;
  std::function<void()> make;
  const char *says;
};
// So that a failure names the mistake.
std::ostream &operator<<(std::ostream &out, const Mistake &m) { return out << m.name; }

struct Weights {
  fx::Array w, b;
};

std::filesystem::path folder() {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "fluxion_mistakes";
  std::filesystem::create_directories(path);
  return path;
}

#define MISTAKE(name) #name, __LINE__, []()

// clang-format off
const Mistake kShapes[] = {
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

const Mistake kDtypes[] = {
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

const Mistake kTraces[] = {
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

const Mistake kDerivatives[] = {
  {MISTAKE(OfAVector) {
     auto f = [](const fx::Array &x) {
       return x * 2;
     };
     fx::grad(f)(fx::ones({2}));
   },
     "fluxion: grad: the function must return a scalar, not f32[2]\n"
     "  at {file}:{+4}\n"
     "  f32[2] made at {file}:{+2}"},
  {MISTAKE(OfABool) {
     auto f = [](const fx::Array &x) {
       return fx::all(x > 0);
     };
     fx::grad(f)(fx::ones({2}));
   },
     "fluxion: grad: the function must return a float, not bool[]\n"
     "  at {file}:{+4}\n"
     "  bool[] made at {file}:{+2}"},
  {MISTAKE(ByIntegers) {
     auto f = [](const Weights &p) { return fx::sum(p.w * p.b); };
     fx::Array b = fx::arange(2);
     fx::grad(f)(Weights{fx::ones({2}), b});
   },
     "fluxion: grad: the argument at b is i32[2]: only floating-point arrays have a gradient\n"
     "  at {file}:{+3}\n"
     "  i32[2] made at {file}:{+2}"},
  {MISTAKE(ByAnArgumentThatIsNotThere) {
     auto f = [](const fx::Array &x) { return fx::sum(x); };
     fx::grad(f, {.argnums = {1}})(fx::ones({2}));
   },
     "fluxion: grad: argument 1 of 1 cannot be chosen by argnums: write grad<1>(f)\n"
     "  at {file}:{+2}"},
  {MISTAKE(BySeveralArguments) {
     auto f = [](const fx::Array &x, const fx::Array &y) { return fx::sum(x * y); };
     fx::grad(f, {.argnums = {0, 1}})(fx::ones({2}), fx::ones({2}));
   },
     "fluxion: grad: argnums names several arguments: write grad<0, 1>(f), whose type can say so\n"
     "  at {file}:{+2}"},
  {MISTAKE(ATangentOfAnotherShape) {
     auto f = [](const Weights &p) { return fx::sum(p.w) + fx::sum(p.b); };
     fx::Array w = fx::ones({2});
     fx::Array dw = fx::ones({3});
     fx::jvp(f, std::tuple(Weights{w, w}), std::tuple(Weights{w, dw}));
   },
     "fluxion: jvp: the types of a value and its tangent differ at 0.b: f32[2] and f32[3]\n"
     "  at {file}:{+4}\n"
     "  value f32[2] made at {file}:{+2}\n"
     "  tangent f32[3] made at {file}:{+3}"},
  {MISTAKE(ACotangentOfAnotherShape) {
     auto [y, pullback] = fx::vjp([](const fx::Array &x) { return x * 2; }, fx::ones({2}));
     fx::Array ct = fx::ones({});
     pullback(ct);
   },
     "fluxion: vjp: the types of a value and its cotangent differ: f32[2] and f32[]\n"
     "  cotangent f32[] made at {file}:{+2}"},
  {MISTAKE(ALoopWithoutABound) {
     auto f = [](const fx::Array &x) {
       return fx::while_loop([](const fx::Array &c) { return c < 9; },
                             [](const fx::Array &c) { return c * 2; }, x);
     };
     fx::grad(f)(fx::array(1.f));
   },
     "fluxion: grad: a while loop has no reverse derivative; give it a bound (max_steps), or use scan or "
     "fori_loop with a constant number of iterations\n"
     "  at {file}:{+2}\n"
     "  differentiated or mapped at {file}:{+5}"},
  {MISTAKE(ATransposeOfWhatIsNotLinear) {
     fx::Array x = fx::ones({2});
     fx::linear_transpose([](const fx::Array &a) { return a * a; }, x)(x);
   },
     "fluxion: grad: the transposed function is not linear in argument 0\n"
     "  at {file}:{+2}"},
  {MISTAKE(ARuleForAnotherShape) {
     auto f = fx::custom_jvp([](const fx::Array &x) { return fx::sin(x); },
                             [](const fx::Array &x, const fx::Array &dx) {
                               return std::pair(fx::sin(x), fx::sum(dx));
                             });
     fx::jvp(f, std::tuple(fx::ones({2})), std::tuple(fx::ones({2})));
   },
     "fluxion: custom_jvp: the rule gives a derivative f32[] of leaf 0, which is f32[2]\n"
     "  derivative f32[] made at {file}:{+3}"},
  {MISTAKE(APullbackForAnotherShape) {
     auto f = fx::custom_vjp([](const fx::Array &x) { return fx::sum(x); },
                             [](const fx::Array &x) { return std::pair(fx::sum(x), x); },
                             [](const fx::Array &, const fx::Array &ct) { return ct; });
     fx::grad(f)(fx::ones({2}));
   },
     "fluxion: custom_vjp: bwd gives a derivative f32[] of leaf 0, which is f32[2]"},
};

const Mistake kBatches[] = {
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

const Mistake kControl[] = {
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

const Mistake kLibraries[] = {
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

std::string message(const Mistake &m) {
  std::string text = "nothing was thrown";
  try {
    m.make();
  } catch (const fx::Error &e) {
    text = e.what();
  }
  fx::debug::check_nans(false);
  return std::regex_replace(text, std::regex("(\\.\\d{2})\\d+"), "$1");  // the last digits are the machine's
}

// The text with the lines that placeholders stand for.
std::string filled(const Mistake &m) {
  std::string text = m.says;
  for (int n = 0; n < 20; ++n)
    text = std::regex_replace(text, std::regex(fmt::format("\\{{\\+{}\\}}", n)), std::to_string(m.line + n));
  text = std::regex_replace(text, std::regex("\\{file\\}"), "mistakes_test.cpp");
  return std::regex_replace(text, std::regex("\\{folder\\}"), folder().string());
}

// The other way round, as a C++ literal.
void print(const Mistake &m, std::string text) {
  text = std::regex_replace(text, std::regex(folder().string()), "{folder}");
  for (int n = 0; n < 20; ++n)
    text = std::regex_replace(text, std::regex(fmt::format("mistakes_test.cpp:{}(?!\\d)", m.line + n)),
                              fmt::format("{{file}}:{{+{}}}", n));
  fmt::print("=== {}\n{}\n", m.name, text);
}

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreExplained) {
  const Mistake &m = GetParam();
  const std::string text = message(m);
  if (std::getenv("FLUXION_PRINT_MISTAKES")) return print(m, text);
  EXPECT_EQ(text, filled(m));
  EXPECT_LE(std::count(text.begin(), text.end(), '\n') + 1, 8);
  EXPECT_FLOAT_EQ((fx::ones({2}) + 1).to_vector<float>()[0], 2) << "the process goes on";
}

auto named = [](const auto &info) { return std::string(info.param.name); };
INSTANTIATE_TEST_SUITE_P(Shapes, Mistakes, testing::ValuesIn(kShapes), named);
INSTANTIATE_TEST_SUITE_P(Dtypes, Mistakes, testing::ValuesIn(kDtypes), named);
INSTANTIATE_TEST_SUITE_P(Traces, Mistakes, testing::ValuesIn(kTraces), named);
INSTANTIATE_TEST_SUITE_P(Derivatives, Mistakes, testing::ValuesIn(kDerivatives), named);
INSTANTIATE_TEST_SUITE_P(Batches, Mistakes, testing::ValuesIn(kBatches), named);
INSTANTIATE_TEST_SUITE_P(Control, Mistakes, testing::ValuesIn(kControl), named);
INSTANTIATE_TEST_SUITE_P(Libraries, Mistakes, testing::ValuesIn(kLibraries), named);

}  // namespace

// Mistakes that users make (mistakes.h): in derivatives.
#include "mistakes.h"

namespace mistakes {
namespace {

struct Weights {
  fx::Array w, b;
};

// clang-format off
const Mistake kMistakes[] = {
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
  {MISTAKE(AJacobianOfComplexNumbers) {
     fx::Array z = fx::ones({3}, fx::c64);
     fx::jacfwd([](const fx::Array &x) { return x * x; })(z);
   },
     "fluxion: jacfwd: the argument is c64[3], not real: of a holomorphic function say {.holomorphic = true}; of "
     "another take the parts of its complex arrays as arrays of their own\n"
     "  at {file}:{+2}\n"
     "  c64[3] made at {file}:{+1}"},
};
// clang-format on

TEST_P(Mistakes, AreExplained) { expect_explained(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Derivatives, Mistakes, testing::ValuesIn(kMistakes), named);

}  // namespace
}  // namespace mistakes

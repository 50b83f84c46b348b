// What a user reads after a mistake: the whole message, with the user's own line.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

#include "tests/frontend/message.h"

namespace fx = fluxion;

namespace {

TEST(Messages, ShapesOfAProduct) {
  std::string m = message<fx::ShapeError>([] { fx::matmul(fx::zeros({32, 784}), fx::zeros({512, 10})); });
  EXPECT_EQ(m.substr(0, m.find('\n')),
            "fluxion: matmul: the contracted sizes differ: f32[32,784] · f32[512,10] (784 vs 512)");
  EXPECT_SAYS(m, "at messages_test.cpp:" + std::to_string(__LINE__ - 3));
}

TEST(Messages, ShapesThatDoNotBroadcast) {
  std::string m = message<fx::ShapeError>([] { fx::zeros({2, 3}) + fx::zeros({4}); });
  EXPECT_SAYS(m, "add: the shapes do not broadcast: [2,3] and [4] (3 vs 4)");
  EXPECT_SAYS(m, "messages_test.cpp:" + std::to_string(__LINE__ - 2));
}

TEST(Messages, InsideOfAJittedFunctionTheLineIsTheUsers) {
  auto f = fx::jit([](const fx::Array &x) { return fx::reshape(x, {7, 7}); });
  std::string m = message<fx::ShapeError>([&] { f(fx::zeros({10})); });
  EXPECT_SAYS(m, "reshape: the numbers of elements differ: f32[10] to f32[7,7] (10 vs 49)");
  EXPECT_SAYS(m, "messages_test.cpp:" + std::to_string(__LINE__ - 3));
}

TEST(Messages, ALeakedValue) {
  fx::Array leaked;
  fx::jit([&](const fx::Array &x) {
    leaked = x * 2;
    return x;
  })(fx::ones({3}));
  std::string m = message<fx::TracerError>([&] { leaked + 1; });
  EXPECT_SAYS(m, "a traced value f32[3] is used after its trace has ended");
  EXPECT_SAYS(m, "messages_test.cpp:" + std::to_string(__LINE__ - 2));
  EXPECT_SAYS(m, "messages_test.cpp:" + std::to_string(__LINE__ - 6));
  EXPECT_FLOAT_EQ((fx::ones({2}) + 1)[0].item<float>(), 2);  // the process goes on
}

TEST(Messages, TheValueOfATracedArray) {
  std::string m = message<fx::ConcretizationError>(
      [] { fx::jit([](const fx::Array &x) { return x.item<float>() > 0 ? x : -x; })(fx::ones({})); });
  EXPECT_SAYS(m, "item: the value of f32[] is not known while the function is being traced");
  EXPECT_SAYS(m, "fx::cond");
}

TEST(Messages, GradOfWhatHasNone) {
  EXPECT_SAYS(message<fx::ShapeError>([] { fx::grad([](const fx::Array &x) { return x; })(fx::ones({2})); }),
              "grad: the function must return a scalar, not f32[2]");
  EXPECT_SAYS(message<fx::DTypeError>([] { fx::grad([](const fx::Array &x) { return fx::sum(x); })(fx::arange(2)); }),
              "i32[2]: only floating-point arrays have a gradient");
}

TEST(Messages, Vmap) {
  auto f = [](const fx::Array &a, const fx::Array &b) { return a + b; };
  EXPECT_SAYS(message<fx::ShapeError>([&] { fx::vmap(f)(fx::ones({2}), fx::ones({3})); }),
              "vmap: the mapped sizes differ: 3 along axis 0 of f32[3] in argument 1, 2 before");
  EXPECT_SAYS(message<fx::ShapeError>([&] { fx::vmap(f)(fx::ones({}), fx::ones({})); }),
              "vmap: axis 0 is out of range for argument 0");
}

TEST(Messages, ControlFlow) {
  EXPECT_SAYS(message<fx::ShapeError>(
                  [] { fx::cond(fx::array(true), [] { return fx::ones({2}); }, [] { return fx::ones({3}); }); }),
              "the branches' results differ");
  EXPECT_SAYS(message<fx::ShapeError>([] {
                fx::scan([](const fx::Array &c, const fx::Array &x) { return std::pair(fx::stack({c, x}), x); },
                         fx::zeros({}), fx::zeros({3}));
              }),
              "scan: the body's carry changes its type: f32[] becomes f32[2]");
}

TEST(Messages, IndicesAndAxes) {
  EXPECT_SAYS(message<fx::ShapeError>([] { fx::zeros({3})[5]; }), "index: 5 is out of range for dimension 0 of f32[3]");
  EXPECT_SAYS(message<fx::ShapeError>([] { fx::sum(fx::zeros({3}), 2); }),
              "sum: axis 2 is out of range for 1 dimensions");
  EXPECT_SAYS(message<fx::DTypeError>([] { fx::zeros({3})[fx::zeros({2})]; }),
              "an index array is f32[2], not integers");
}

TEST(Messages, EmptyArraysAndWrongSpans) {
  EXPECT_SAYS(message([] { fx::Array() + 1; }), "empty Array");
  EXPECT_SAYS(message<fx::DTypeError>([] { fx::zeros({2}).span<double>(); }), "span: f32[2] is not stored as f64");
  EXPECT_SAYS(message<fx::ShapeError>([] { fx::zeros({2}).item<float>(); }), "item: f32[2] has 2 elements, not one");
}

}  // namespace

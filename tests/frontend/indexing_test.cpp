// Indexing as NumPy's: random indices against its values, modes of positions out of range, masks.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

namespace fx = fluxion;
using fx::Array;
using fx::IndexMode;

namespace {

std::vector<int> ints(const Array &x) { return x.to_vector<int>(); }

// ---- random indices: surface/indexing.py drew them

struct Case {
  const char *code;
  std::function<Array(const Array &)> f;
  fx::Shape shape;
  std::vector<int> values;
};

// clang-format off
#define UNWRAP(...) __VA_ARGS__
#define GET(INDEX, SHAPE, VALUES) {"x[" #INDEX "]", [](const Array &x) { return x[UNWRAP INDEX]; }, UNWRAP SHAPE, UNWRAP VALUES},
#define UPDATE(INDEX, KIND, SHAPE, SCALE, VALUES)                                                        \
  {"x.at" #INDEX "." #KIND,                                                                              \
   [](const Array &x) {                                                                                  \
     fx::Shape shape UNWRAP SHAPE;                                                                       \
     return x.at(UNWRAP INDEX).KIND(fx::reshape(fx::arange(shape.count()) + 1, shape.sizes()) * SCALE);  \
   },                                                                                                    \
   {2, 3, 4}, UNWRAP VALUES},
// clang-format on
const Case kCases[] = {
#include "surface/indexing.inc"
};

TEST(Indexing, AgreesWithNumPy) {
  Array x = fx::arange(24).reshape({2, 3, 4});
  for (const Case &c : kCases) {
    SCOPED_TRACE(c.code);
    try {
      Array y = c.f(x);
      EXPECT_EQ(y.shape(), c.shape);
      EXPECT_EQ(ints(y), c.values);
    } catch (const std::exception &error) {
      ADD_FAILURE() << error.what();
    }
  }
}

// The same indices within one compiled program, where constants are traced.
TEST(Indexing, Compiled) {
  Array x = fx::arange(24).reshape({2, 3, 4});
  std::vector<Case> some;
  for (size_t i = 0; i < std::size(kCases); i += 7) some.push_back(kCases[i]);
  auto all = fx::jit([&](const Array &y) {
    std::vector<Array> out;
    for (const Case &c : some) out.push_back(c.f(y));
    return out;
  })(x);
  for (size_t i = 0; i < some.size(); ++i) EXPECT_EQ(ints(all[i]), some[i].values) << some[i].code;
}

// ---- modes

TEST(Indexing, ModesOfReading) {
  Array x = fx::array({1, 2, 3}), i = fx::array({0, -1, 3, -4, 7});
  EXPECT_EQ(ints(x[i]), (std::vector<int>{1, 3, 3, 1, 3}));
  EXPECT_EQ(ints(x.at(i).get({.mode = IndexMode::clip})), (std::vector<int>{1, 3, 3, 1, 3}));
  EXPECT_EQ(ints(x.at(i).get({.mode = IndexMode::wrap})), (std::vector<int>{1, 3, 1, 3, 2}));
  EXPECT_EQ(ints(x.at(i).get({.mode = IndexMode::fill, .fill_value = 9})), (std::vector<int>{1, 3, 9, 9, 9}));
  EXPECT_EQ(ints(x.at(fx::array({1, 5})).get({.mode = IndexMode::fill})), (std::vector<int>{2, INT32_MIN}));
  Array f = fx::array({{1.f, 2.f}, {3.f, 4.f}}).at({fx::all, fx::array({1, 2})}).get({.mode = IndexMode::fill});
  EXPECT_EQ(f.to_vector<float>()[2], 4);
  EXPECT_TRUE(std::isnan(f.to_vector<float>()[1]) && std::isnan(f.to_vector<float>()[3]));
}

TEST(Indexing, ModesOfWriting) {
  Array x = fx::array({1, 2, 3}), i = fx::array({0, 3, -4});
  EXPECT_EQ(ints(x.at(i).add(10)), (std::vector<int>{11, 2, 3}));
  EXPECT_EQ(ints(x.at(i).add(10, {.mode = IndexMode::drop})), (std::vector<int>{11, 2, 3}));
  EXPECT_EQ(ints(x.at(i).add(10, {.mode = IndexMode::clip})), (std::vector<int>{21, 2, 13}));
  EXPECT_EQ(ints(x.at(i).add(10, {.mode = IndexMode::wrap})), (std::vector<int>{21, 2, 13}));
  EXPECT_EQ(ints(x.at(fx::array({2, 0})).set(9, {.mode = IndexMode::promise_in_bounds})), (std::vector<int>{9, 2, 9}));
}

TEST(Indexing, EveryKindOfUpdate) {
  Array x = fx::array({8.f, 3.f, 5.f}), i = fx::array({0, 0, 2});
  auto floats = [](const Array &y) { return y.to_vector<float>(); };
  EXPECT_EQ(floats(x.at(i).subtract(1)), (std::vector<float>{6, 3, 4}));
  EXPECT_EQ(floats(x.at(i).multiply(2)), (std::vector<float>{32, 3, 10}));
  EXPECT_EQ(floats(x.at(i).divide(2)), (std::vector<float>{2, 3, 2.5f}));
  EXPECT_EQ(floats(x.at(fx::array({1, 2})).power(2)), (std::vector<float>{8, 9, 25}));
  EXPECT_EQ(floats(x.at(i).min(4)), (std::vector<float>{4, 3, 4}));
  EXPECT_EQ(floats(x.at(i).apply([](const Array &y) { return -y; })), (std::vector<float>{-8, 3, -5}));
  EXPECT_EQ(floats(x.at(fx::slice(0, 2)).divide(fx::array({2.f, 3.f}))), (std::vector<float>{4, 1, 5}));
}

// ---- masks

TEST(Indexing, MasksThatAreKnown) {
  Array x = fx::arange(6).reshape({2, 3});
  EXPECT_EQ(ints(x[x % 2 == 0]), (std::vector<int>{0, 2, 4}));
  EXPECT_EQ(ints(x[{fx::array({false, true}), fx::slice(1, 3)}]), (std::vector<int>{4, 5}));
  EXPECT_EQ(ints(x.at(x > 2).set(fx::array({7, 8, 9}))), (std::vector<int>{0, 1, 2, 7, 8, 9}));
  EXPECT_EQ(x[x > 9].shape(), (fx::Shape{0}));
  // A mask from outside is known while tracing.
  Array even = fx::array({true, false, true});
  EXPECT_EQ(ints(fx::jit([&](const Array &y) { return y[even]; })(fx::array({1, 2, 3}))), (std::vector<int>{1, 3}));
}

TEST(Indexing, MasksThatAreTracedChooseAmongUpdates) {
  auto f = fx::jit([](const Array &x) { return x.at(x > 2).set(0).at(x < 1).add(10); });
  EXPECT_EQ(ints(f(fx::array({{0, 1, 2}, {3, 4, 5}}))), (std::vector<int>{10, 1, 2, 0, 0, 0}));
  auto rows = fx::jit([](const Array &x) { return x.at(fx::any(x > 4, 1)).set(fx::array({7, 8, 9})); });
  EXPECT_EQ(ints(rows(fx::array({{0, 1, 2}, {3, 4, 5}}))), (std::vector<int>{0, 1, 2, 7, 8, 9}));
  EXPECT_THROW(fx::jit([](const Array &x) { return x[x > 2]; })(fx::arange(3)), fx::ConcretizationError);
  EXPECT_THROW(fx::jit([](const Array &x) { return x.at(x > 2).set(fx::array({1, 2})); })(fx::arange(3)),
               fx::ConcretizationError);
}

TEST(Indexing, ErrorsNameTheMistake) {
  Array x = fx::zeros({2, 3});
  auto says = [](auto f) {
    try {
      f();
    } catch (const fx::Error &error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_NE(says([&] { x[fx::array({true, false, true})]; }).find("does not cover dimensions 0 to 0"),
            std::string::npos);
  EXPECT_NE(says([&] { x[{0, 0, 0}]; }).find("3 indices for the 2 dimensions of f32[2,3]"), std::string::npos);
  EXPECT_NE(says([&] { fx::sum(x, 2); }).find("axis 2 is out of range for 2 dimensions"), std::string::npos);
  EXPECT_NE(says([&] { fx::sum(x, 2); }).find("indexing_test.cpp"), std::string::npos);
}

TEST(Indexing, Gradients) {
  Array x = fx::array({{0.5, 1.5, 2.5}, {3.5, 4.5, 5.5}});
  Array i = fx::array({1, 0, 1}), j = fx::array({2, 2, 2});
  fx::check_grads([=](const Array &y) { return fx::square(y[{i, j}]); }, std::tuple(x));
  fx::check_grads([=](const Array &y) { return y.at({i, fx::slice(0, 2)}).add(fx::sin(y[{i, fx::slice(1, 3)}])); },
                  std::tuple(x));
  fx::check_grads([=](const Array &y) { return y.at(i).multiply(2.0).at({fx::all, 1}).divide(y[{fx::all, 0}]); },
                  std::tuple(x));
  fx::check_grads([=](const Array &y) { return fx::take(y, i, 0, {.mode = IndexMode::fill}); }, std::tuple(x));
}

}  // namespace

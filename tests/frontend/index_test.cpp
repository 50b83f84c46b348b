// Indexing and updates as NumPy's and JAX's.
#include <fluxion/fluxion.h>
#include <gtest/gtest.h>

namespace fx = fluxion;
using fx::slice;

namespace {

std::vector<int> ints(const fx::Array &x) { return x.to_vector<int>(); }
fx::Array table() { return fx::arange(24).reshape({2, 3, 4}); }

TEST(Index, NumbersDropTheirDimension) {
  EXPECT_EQ(table()[1].shape(), (fx::Shape{3, 4}));
  EXPECT_EQ(ints(table()[{1, -1}]), (std::vector<int>{20, 21, 22, 23}));
  EXPECT_EQ((table()[{0, 1, 2}].item<int>()), 6);
}

TEST(Index, SlicesWithStepsAndNegativeEnds) {
  fx::Array x = fx::arange(10);
  EXPECT_EQ(ints(x[slice(2, 8, 3)]), (std::vector<int>{2, 5}));
  EXPECT_EQ(ints(x[slice(-3, {})]), (std::vector<int>{7, 8, 9}));
  EXPECT_EQ(ints(x[slice({}, {}, -3)]), (std::vector<int>{9, 6, 3, 0}));
  EXPECT_EQ(ints(x[slice(7, 2, -2)]), (std::vector<int>{7, 5, 3}));
  EXPECT_EQ(x[slice(5, 5)].size(), 0);
  EXPECT_EQ(x[slice(8, 99)].size(), 2);
}

TEST(Index, EllipsisAndNewAxis) {
  EXPECT_EQ((table()[{fx::ellipsis, 0}].shape()), (fx::Shape{2, 3}));
  EXPECT_EQ((table()[{fx::newaxis, 0, fx::ellipsis, fx::newaxis}].shape()), (fx::Shape{1, 3, 4, 1}));
  EXPECT_EQ((table()[{fx::all, 1}].shape()), (fx::Shape{2, 4}));
}

TEST(Index, ArraysGather) {
  fx::Array x = fx::arange(12).reshape({4, 3}), i = fx::array({3, 0, -1});
  EXPECT_EQ(ints(x[i]), (std::vector<int>{9, 10, 11, 0, 1, 2, 9, 10, 11}));
  EXPECT_EQ(ints(x[{i, fx::array({0, 1, 2})}]), (std::vector<int>{9, 1, 11}));
  EXPECT_EQ(ints(x[{fx::all, fx::array({2, 0})}]), (std::vector<int>{2, 0, 5, 3, 8, 6, 11, 9}));
  EXPECT_EQ((table()[{fx::array({0, 1}), fx::all, fx::array({3, 2})}].shape()), (fx::Shape{2, 3}));
  EXPECT_EQ(ints(fx::take_along_axis(x, fx::array({{2}, {1}, {0}, {1}}), 1)), (std::vector<int>{2, 4, 6, 10}));
}

TEST(Update, SetAddAndStrides) {
  fx::Array x = fx::zeros({6}, fx::i32);
  EXPECT_EQ(ints(x.at(2).set(5)), (std::vector<int>{0, 0, 5, 0, 0, 0}));
  EXPECT_EQ(ints(x.at(slice(1, 6, 2)).set(7)), (std::vector<int>{0, 7, 0, 7, 0, 7}));
  EXPECT_EQ(ints(x.at(slice({}, {}, -1)).set(fx::arange(6))), (std::vector<int>{5, 4, 3, 2, 1, 0}));
  fx::Array i = fx::array({1, 1, 4, 9});  // twice the same, and one outside
  EXPECT_EQ(ints(x.at(i).add(1)), (std::vector<int>{0, 2, 0, 0, 1, 0}));
  EXPECT_EQ(ints(fx::ones({2, 2}, fx::i32).at({fx::all, 1}).multiply(fx::array({3, 4}))),
            (std::vector<int>{1, 3, 1, 4}));
  EXPECT_EQ(ints(x.at(fx::array({2, 2})).max(fx::array({3, 1}))), (std::vector<int>{0, 0, 3, 0, 0, 0}));
}

TEST(Index, GradientsGoBackToTheirPlaces) {
  auto f = [](const fx::Array &x) { return fx::sum(x[fx::array({0, 2, 2})] * fx::array({1.f, 10.f, 100.f})); };
  EXPECT_EQ(fx::grad(f)(fx::zeros({4})).to_vector<float>(), (std::vector<float>{1, 0, 110, 0}));
}

TEST(DynamicSlice, ClampsItsStart) {
  fx::Array x = fx::arange(5);
  EXPECT_EQ(ints(fx::dynamic_slice(x, {fx::array(4)}, {3})), (std::vector<int>{2, 3, 4}));
  EXPECT_EQ(ints(fx::dynamic_update_slice(x, fx::array({8, 9}), {fx::array(-7)})), (std::vector<int>{8, 9, 2, 3, 4}));
}

TEST(Sort, ValuesAndPositions) {
  fx::Array x = fx::array({3.f, NAN, -1.f, 2.f});
  EXPECT_EQ(ints(fx::argsort(x)), (std::vector<int>{2, 3, 0, 1}));
  auto [v, i] = fx::top_k(fx::array({1.f, 5.f, 3.f, 5.f}), 3);
  EXPECT_EQ(v.to_vector<float>(), (std::vector<float>{5, 5, 3}));
  EXPECT_EQ(ints(i), (std::vector<int>{1, 3, 2}));
}

}  // namespace

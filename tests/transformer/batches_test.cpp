// Batches depend on the seed and the step alone, and keep training and validation apart.
#include <fluxion/error.h>
#include <fluxion/transformer/batches.h>

#include <numeric>
#include <set>

#include <gtest/gtest.h>

namespace fluxion::transformer {
namespace {

std::vector<int32_t> count_to(int n) {
  std::vector<int32_t> tokens(static_cast<size_t>(n));
  std::iota(tokens.begin(), tokens.end(), 0);
  return tokens;
}

TEST(Batches, TargetsAreTheNextTokens) {
  const Batches batches(count_to(1000), {.batch = 4, .time = 8, .seed = 1});
  for (const Batch &batch : {batches.train(0), batches.validation(0)}) {
    ASSERT_EQ(batch.inputs.size(), 32u);
    for (size_t i = 0; i < 32; ++i) EXPECT_EQ(batch.targets[i], batch.inputs[i] + 1);
    for (size_t i = 0; i < 32; ++i) EXPECT_EQ(batch.inputs[i], batch.inputs[i / 8 * 8] + static_cast<int>(i % 8));
  }
}

TEST(Batches, AStepSeesTheSameBatchWheneverItIsAsked) {
  const BatchOptions options{.batch = 16, .time = 8, .seed = 3};
  const Batches batches(count_to(5000), options), again(count_to(5000), options);
  const Batch late = batches.train(70);
  EXPECT_EQ(again.train(70).inputs, late.inputs);
  EXPECT_NE(batches.train(71).inputs, late.inputs);
  EXPECT_NE(Batches(count_to(5000), {.batch = 16, .time = 8, .seed = 4}).train(70).inputs, late.inputs);
}

TEST(Batches, TrainingNeverSeesTheLastTenth) {
  const Batches batches(count_to(200), {.batch = 8, .time = 10});
  std::set<int32_t> seen;
  for (int step = 0; step < 500; ++step) {
    const Batch batch = batches.train(step);
    seen.insert(batch.inputs.begin(), batch.inputs.end());
    seen.insert(batch.targets.begin(), batch.targets.end());
  }
  EXPECT_EQ(*seen.begin(), 0);
  EXPECT_EQ(*seen.rbegin(), 179);
  EXPECT_EQ(seen.size(), 180u) << "and every token before it";
  EXPECT_EQ(batches.validation_tokens().front(), 180);
}

TEST(Batches, ValidationGoesOnceThroughItsPart) {
  const Batches batches(count_to(1000), {.batch = 2, .time = 10});
  EXPECT_EQ(batches.validation_batches(), 5);  // 9 windows of 10, the last target being token 999
  std::vector<int32_t> inputs;
  for (int i = 0; i < 5; ++i) {
    const Batch batch = batches.validation(i);
    inputs.insert(inputs.end(), batch.inputs.begin(), batch.inputs.end());
  }
  for (int i = 0; i < 90; ++i) EXPECT_EQ(inputs[static_cast<size_t>(i)], 900 + i);
  EXPECT_EQ(inputs[90], 900) << "filled up from the first window";
}

TEST(Batches, TooLittleTextIsRefusedWithTheNumbers) {
  try {
    Batches(count_to(50), {.batch = 1, .time = 8});
    FAIL();
  } catch (const Error &error) {
    EXPECT_STREQ(error.what(),
                 "fluxion: Batches: 45 tokens for training and 5 for validation are too few for windows of 8; "
                 "give more text or a smaller time");
  }
  EXPECT_THROW(Batches(count_to(50), {.batch = 0, .time = 8}), Error);
  EXPECT_THROW(Batches(count_to(50), {.batch = 1, .time = 8, .seed = 0, .validation = 1}), Error);
  EXPECT_NO_THROW(Batches(count_to(50), {.batch = 1, .time = 8, .seed = 0, .validation = 0}).train(0));
}

}  // namespace
}  // namespace fluxion::transformer

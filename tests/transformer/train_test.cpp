// Training end to end on a small text, checkpoints that resume bit for bit, and sampling.
#include <fluxion/file.h>
#include <fluxion/fluxion.h>
#include <fluxion/transformer.h>

#include <cmath>
#include <csignal>
#include <fstream>
#include <limits>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

namespace fluxion::transformer {
namespace {

namespace fs = std::filesystem;

class Training : public testing::Test {
 protected:
  void SetUp() override {
    const auto *info = testing::UnitTest::GetInstance()->current_test_info();
    folder = fs::path(testing::TempDir()) /
             (std::string("fluxion_train_") + info->name() + "_" + std::to_string(::getpid()));
    log = std::tmpfile();
    for (int i = 0; i < 200; ++i) text += "the quick brown fox jumps over the lazy dog; ";
  }
  void TearDown() override {
    std::fclose(log);
    fs::remove_all(folder);
  }
  TrainOptions options(int64_t steps) const {
    return {.steps = steps,
            .batches = {.batch = 4, .time = 16, .seed = 5},
            .learning_rate = 1e-2,
            .warmup = 5,
            .validate_every = 10,
            .validation_batches = 2,
            .save_every = 10,
            .out = log};
  }
  TrainReport run(const TrainOptions &o) const {
    const CharTokenizer tokenizer(text);
    const gpt2::Config config{.layers = 2, .heads = 2, .width = 32, .context = 16, .vocab = tokenizer.vocab()};
    return train(config, tokenizer, tokenizer.encode(text), folder, o);
  }
  fs::path folder;
  std::FILE *log = nullptr;
  std::string text;
};

TEST_F(Training, TheLossFallsBelowTheUnigramEntropy) {
  const TrainReport report = run(options(60));
  EXPECT_EQ(report.steps, 60);
  EXPECT_EQ(report.losses.size(), 60u);
  EXPECT_LT(report.train_loss, report.unigram_entropy / 2);
  EXPECT_LT(report.validation_loss, report.unigram_entropy / 2);
  for (const char *name : {"config.json", "tokenizer.json", "checkpoint.safetensors", "losses.csv", "loss.svg"}) {
    EXPECT_TRUE(fs::exists(folder / name)) << name;
  }
}

TEST_F(Training, AResumedRunGivesTheSameLossesBitForBit) {
  const TrainReport whole = run(options(30));
  const std::string checkpoint = read_file(folder / "checkpoint.safetensors");
  fs::remove_all(folder);
  TrainOptions part = options(30);
  int64_t steps = 0;
  part.stop = [&] { return ++steps == 17; };
  EXPECT_EQ(run(part).steps, 17);
  TrainOptions rest = options(30);
  rest.resume = true;
  const TrainReport resumed = run(rest);
  ASSERT_EQ(resumed.losses.size(), whole.losses.size());
  for (size_t i = 0; i < whole.losses.size(); ++i) {
    EXPECT_EQ(static_cast<float>(resumed.losses[i].train), static_cast<float>(whole.losses[i].train))
        << "step " << i + 1;
  }
  EXPECT_EQ(read_file(folder / "checkpoint.safetensors"), checkpoint);
}

TEST_F(Training, ATimeLimitDecidesTheNumberOfSteps) {
  TrainOptions o = options(1'000'000'000);
  o.minutes = 0.02;
  int64_t steps = 0;
  o.stop = [&] { return ++steps == 3; };
  EXPECT_EQ(run(o).steps, 3);
  const safetensors::File file(folder / "checkpoint.safetensors");
  const int64_t planned = std::stoll(file.metadata().at("steps"));
  EXPECT_GE(planned, 6);
  EXPECT_LT(planned, 100'000);
  o.stop = nullptr;
  o.resume = true;
  const TrainReport report = run(o);
  EXPECT_GT(report.steps, 3);
  EXPECT_LE(report.steps, planned);
}

TEST_F(Training, ACheckpointOfAnotherRunIsNotResumed) {
  run(options(2));
  TrainOptions other = options(4);
  other.resume = true;
  other.batches.seed = 6;
  try {
    run(other);
    FAIL();
  } catch (const Error &error) {
    EXPECT_EQ(std::string(error.what()),
              "fluxion: train: cannot resume '" + folder.string() + "': seed was 5, now it is 6");
  }
}

TEST_F(Training, ATruncatedCheckpointIsNotResumed) {
  run(options(2));
  const std::string good = read_file(folder / "checkpoint.safetensors");
  write_file(folder / "checkpoint.safetensors", std::string_view(good).substr(0, good.size() - 1));
  TrainOptions o = options(4);
  o.resume = true;
  EXPECT_THROW(run(o), IoError);
}

TEST_F(Training, AFullDiskIsReportedAndTrainingGoesOn) {
  run(options(2));
  const std::string before = read_file(folder / "checkpoint.safetensors");
  rlimit old{};
  ::getrlimit(RLIMIT_FSIZE, &old);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{100'000, old.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &limit);
  TrainOptions o = options(12);
  o.resume = true;
  EXPECT_THROW(run(o), IoError) << "at the end it is an error";
  ::setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(read_file(folder / "checkpoint.safetensors"), before);
  std::rewind(log);
  std::string shown(20'000, '\0');
  shown.resize(std::fread(shown.data(), 1, shown.size(), log));
  EXPECT_NE(shown.find("nothing was changed; training goes on"), std::string::npos) << shown;
  EXPECT_NE(shown.find("step 12/12"), std::string::npos) << shown;
}

TEST_F(Training, ATrainedModelLoadsAndGenerates) {
  run(options(250));
  const Model model = load_model(folder);
  const auto tokenizer = load_tokenizer(folder / "tokenizer.json");
  const auto tokens =
      gpt2::generate(model.config, model.params, tokenizer->encode("the quick"), {.tokens = 20, .temperature = 0});
  EXPECT_EQ(tokenizer->decode(tokens), " brown fox jumps ove");
}

TEST_F(Training, OptionsThatDoNotFitAreNamed) {
  TrainOptions o = options(2);
  o.batches.time = 17;
  try {
    run(o);
    FAIL();
  } catch (const Error &error) {
    EXPECT_STREQ(error.what(), "fluxion: train: windows of 17 tokens are longer than the context of 16");
  }
}

TEST(Sampling, TemperatureAndTopKDecide) {
  const std::vector<float> logits = {0, 3, 2, -1};
  EXPECT_EQ(sample_token(logits, {.temperature = 0}, 0.999), 1);
  EXPECT_EQ(sample_token(logits, {.top_k = 1}, 0.999), 1);
  EXPECT_EQ(sample_token(logits, {.top_k = 2}, 0.999), 2);
  EXPECT_EQ(sample_token(logits, {.temperature = 1}, 0.0), 1);
  EXPECT_EQ(sample_token(logits, {.temperature = 1}, 0.9999), 3);
  EXPECT_EQ(sample_token(std::vector<float>{1, 1}, {.temperature = 0}, 0), 0) << "ties go to the lower token";
}

TEST(Sampling, FrequenciesAreThoseOfSoftmax) {
  const std::vector<float> logits = {std::log(1.f), std::log(2.f), std::log(5.f)};
  std::vector<int> counts(3);
  for (int i = 0; i < 8000; ++i) ++counts[static_cast<size_t>(sample_token(logits, {}, (i + 0.5) / 8000))];
  EXPECT_EQ(counts, (std::vector{1000, 2000, 5000}));
}

TEST(Sampling, LogitsThatAreNoNumbersAreErrors) {
  const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
  EXPECT_THROW(sample_token(std::vector<float>{0, nan}, {}, 0.5), Error);
  EXPECT_THROW(sample_token(std::vector<float>{-inf, -inf}, {}, 0.5), Error);
  EXPECT_THROW(sample_token({}, {}, 0.5), Error);
}

}  // namespace
}  // namespace fluxion::transformer

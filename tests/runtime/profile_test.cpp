// Traces: valid JSON with an event for every step; nothing when no trace runs.
#include "runtime/profile.h"

#include <fluxion/error.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/runtime/program_builder.h"

namespace fluxion::runtime {
namespace {

TEST(Profile, WritesAnEventForEveryStep) {
  KernelStep step = kernel([](void *const *, int64_t, int64_t, void *) {}, {});
  step.name = "quoted \"name\"\n";
  const Executable executable(program({vector_of(4)}, {vector_of(4)}, {CopyStep{argument(0), result(0), 16}, step}));
  const std::string path = testing::TempDir() + "fluxion_profile_test.json";
  run<float>(executable, {{1, 2, 3, 4}});  // before the trace: not in it
  profile::start(path);
  EXPECT_TRUE(profile::active());
  run<float>(executable, {{1, 2, 3, 4}});
  profile::record("mine", "user", profile::now(), "a detail");
  profile::stop();
  EXPECT_FALSE(profile::active());
  run<float>(executable, {{1, 2, 3, 4}});
  profile::stop();

  const auto events = nlohmann::json::parse(std::ifstream(path)).at("traceEvents");
  std::remove(path.c_str());
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(events[0].at("name"), "copy");
  EXPECT_EQ(events[0].at("args").at("detail"), "16 bytes");
  EXPECT_EQ(events[1].at("name"), "quoted \"name\"\n");
  EXPECT_EQ(events[1].at("cat"), "kernel");
  EXPECT_EQ(events[2].at("name"), "mine");
  for (const auto &event : events) {
    EXPECT_EQ(event.at("ph"), "X");
    EXPECT_GE(event.at("ts").get<double>(), 0);
    EXPECT_GE(event.at("dur").get<double>(), 0);
  }
}

TEST(Profile, SaysThatItCannotWrite) {
  EXPECT_THROW(profile::start("/no/such/directory/trace.json"), IoError);
  EXPECT_FALSE(profile::active());
  profile::start("/dev/full");
  EXPECT_THROW(profile::stop(), IoError);
  EXPECT_FALSE(profile::active());
}

}  // namespace
}  // namespace fluxion::runtime

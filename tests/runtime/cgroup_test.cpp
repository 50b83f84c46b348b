// What the system lets us use.
#include "runtime/cgroup.h"

#include <gtest/gtest.h>

namespace fluxion::runtime {
namespace {

TEST(Cgroup, FindsThePathOfAController) {
  const std::string text = "9:name=systemd:/\n3:cpu,cpuacct:/a/b\n2:memory:/m\n0::/user.slice\n";
  EXPECT_EQ(cgroup_path(text, "cpu"), "/a/b");
  EXPECT_EQ(cgroup_path(text, "memory"), "/m");
  EXPECT_EQ(cgroup_path(text, ""), "/user.slice");
  EXPECT_EQ(cgroup_path(text, "cpuset"), "/");
  EXPECT_EQ(cgroup_path("no colons here\n", "cpu"), "/");
}

TEST(Cgroup, SaysSomethingSensibleOnThisMachine) {
  EXPECT_GE(usable_processors(), 1);
  EXPECT_GT(usable_memory(), int64_t{1} << 26);
}

}  // namespace
}  // namespace fluxion::runtime

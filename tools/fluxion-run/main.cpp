// Runs one function of an MLIR file on given inputs, or many of them.
#include <fmt/format.h>

#include <cstdio>

#include "tools/fluxion-run/batch.h"
#include "tools/fluxion-run/options.h"

namespace {

using namespace fluxion::tools;

constexpr int kUserError = 1, kWrongUsage = 2;

void print(const Report &report, const Options &options) {
  if (options.json)
    fmt::print("{}\n", report.json());
  else if (report.error.empty() && options.job.ptx.empty())
    fmt::print("{}\n", report.text());
  else if (!report.error.empty())
    fmt::print(stderr, "fluxion-run: {}{}\n", options.batch.empty() ? "" : report.program + ": ", report.error);
  std::fflush(stdout);
}

int runAll(const Options &options) {
  int status = 0;
  for (const Job &job : options.batch.empty() ? std::vector<Job>{options.job} : readBatch(options.batch)) {
    const Report report = run(job, options.settings);
    print(report, options);
    if (!report.error.empty()) status = kUserError;
  }
  return status;
}

}  // namespace

int main(int argc, char **argv) {
  try {
    const Options options = parseOptions(argc, argv);
    if (options.help) fmt::print("{}", kUsage);
    return options.help ? 0 : runAll(options);
  } catch (const WrongUsage &wrong) {
    fmt::print(stderr, "fluxion-run: {}\n\n{}", wrong.why, kUsage);
    return kWrongUsage;
  } catch (const std::exception &e) {
    fmt::print(stderr, "fluxion-run: {}\n", e.what());
    return kUserError;
  }
}

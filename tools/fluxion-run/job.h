// One program to run, and what came of it.
#pragma once
#include <string>
#include <vector>

#include "tools/fluxion-run/compare.h"

namespace fluxion::tools {

struct Job {
  std::string program, function, inputs, outputs, transform, compare, stablehlo, ptx;
  int64_t seed = -1;  // of random inputs; -1: none
  std::vector<Tolerance> tolerances{Tolerance()};
};

struct Settings {
  std::string device = "cpu", gpu = "sm_90";
  int threads = 0, repeat = 1;
};

struct Report {
  std::string program, error;  // no error: all is well
  bool compared = false;
  double max_abs_err = 0, max_rel_err = 0;
  double trace_s = 0, compile_s = 0, run_s_min = 0, run_s_median = 0;
  int64_t peak_bytes = 0;
  std::vector<ShapeDtype> results;

  std::string json() const;  // one line
  std::string text() const;  // for people
};

/// Loads, transforms, compiles, runs, writes and compares. Never throws: what goes wrong is in the report.
Report run(const Job &job, const Settings &settings);

}  // namespace fluxion::tools

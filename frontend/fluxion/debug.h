// Looking for mistakes: NaN where it first appears, and the pass that changed the numbers.
#pragma once
#include <cstdint>
#include <string>

#include <fluxion/compile_options.h>

namespace fluxion::debug {

/// From now on, whatever runs, compiled or op by op, has its results looked through for NaN. Where one is found, the
/// run throws Error, which names the op that made the first one, the user's line, whether it belongs to the backward
/// pass, and the loop's iteration. The numbers stay what they are; a run costs one more reading of its results, and
/// keeps donated arguments. What was compiled before is checked too, but cannot name the op.
void check_nans(bool on = true);
/// The same for infinities.
void check_infs(bool on = true);

struct BisectOptions {
  std::string function = {};    // empty: the only one, or main
  CompileOptions compile = {};  // passes and plugins
  uint64_t seed = 1;            // of the random arguments
  int attempts = 400;           // programs that are tried while reducing
};

/// What bisection found.
struct Bisection {
  std::string pass;        // the first pass that changes the numbers; empty: none does
  std::string difference;  // "result 0 [3] is 1.5 instead of 2 (error …, allowed …)"
  std::string program;     // the smallest program found of which this holds, as text
  std::string skipped;     // why nothing could be compared, such as a program of too many operations; else empty
};

/// Runs the passes of the JIT, and its compiled code, on a program of the fx dialect or of StableHLO, and names the
/// first pass after which the numbers differ from the interpreter's by more than rounding does. The program is then
/// made smaller as long as this holds. IoError if there is no such file; CompileError if it holds no program.
Bisection bisect(const std::string &path, const BisectOptions &options = {});

}  // namespace fluxion::debug

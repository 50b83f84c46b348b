// How a function is compiled.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace fluxion {

/// Sizes of memory in bytes: `{.max_bytes = fx::gib(2)}`.
constexpr int64_t mib(double n) { return static_cast<int64_t>(n * 0x1p20); }
constexpr int64_t gib(double n) { return static_cast<int64_t>(n * 0x1p30); }

/// What a checked run looks for among its floating-point results.
namespace check {
enum Kind : uint8_t { none, nan, inf, nan_or_inf };
}

struct CompileOptions {
  /// Passes of your own, as the text of a pass pipeline: "strength-reduction,cse". They run after the first
  /// simplification, which then runs again; docs/passes.md says how to write one.
  std::string passes = {};
  /// Libraries that have them. CompileError if one cannot be opened or is not a library of passes.
  std::vector<std::string> plugins = {};
  /// Interprets the function before and after each pass, and runs the compiled code, on random arguments; CompileError
  /// names the first pass that changes the numbers by more than rounding does. FLUXION_VALIDATE=1 does so for
  /// everything that is compiled. Functions of more than 20 million operations are not validated.
  bool validate = false;
  /// What a run may take at most, its arguments and results included; 0: anything. What would take more computes values
  /// again instead of keeping them, with the same numbers, as far as that helps. jit refuses what needs more still.
  int64_t max_bytes = 0;
};

}  // namespace fluxion

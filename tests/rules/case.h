// A program for an op of the dialect, and what is known of it. $T stands for the element type, $A for arrays of 2 by 3
// of it, $R for that of its real part, $C for the complex type with parts of it, $B for the unsigned integer of its
// width.
#pragma once
#include <fmt/format.h>

#include "ir/ops.h"
#include "tests/passes/program.h"

namespace fluxion::rules {

using passes::Range;

struct Case {
  std::string text = {};                                    // as of passes::Program; empty: derived
  std::vector<Range> ranges = {{-2, 2}, {-2, 2}, {-2, 2}};  // of the arguments
  int order = 2;                                            // of the derivatives that there are
  std::vector<int64_t> wrt = {};                            // arguments by which there are; none: all
  std::vector<int64_t> again = {};                          // and others, by which these have derivatives
  bool numeric = true;                                      // whether its derivative is that of its values
  bool reverse = true;
  std::vector<std::pair<std::string, std::string>> expected = {};  // programs of transforms (checks.h), by their names
  double tolerance = 1e-9;  // relative to 1 and the value, of what is expected in f64
  bool isReal = false;      // not of complex numbers
  bool isInfinite = false;  // not of types without infinities
  bool forward = true;      // else only what reverse mode makes of it is there to be differentiated forward
};

/// Takes the cases of an op.
using Add = llvm::function_ref<void(llvm::StringRef op, Case)>;

inline const std::string kOf23 = "(%x: tensor<2x3x$T>) -> ", kOf4 = "(%x: tensor<4x$T>) -> ";
/// Of positions at run time, also outside of the arrays.
inline const std::vector<Range> kAnywhere(4, {-2, 2, -3, 6});

}  // namespace fluxion::rules

// Results against expected ones.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "tools/fluxion-run/tensors.h"

namespace fluxion::tools {

/// |got − wanted| ≤ atol + rtol·|wanted| for every float; a NaN only for a NaN, infinities equal; integers and bools
/// exact. The parts of complex numbers are compared apart, with atol at least rtol·max|wanted|.
struct Tolerance {
  double rtol = 1e-5, atol = 1e-6;
};

struct Comparison {
  double max_abs_err = 0, max_rel_err = 0;  // over finite elements
  std::string error;                        // what is wrong first; empty if nothing is
};

/// `tolerances`: one for all results, or one for each.
Comparison compare(const std::vector<HostArray> &got, const std::vector<HostArray> &wanted,
                   const std::vector<Tolerance> &tolerances);

}  // namespace fluxion::tools

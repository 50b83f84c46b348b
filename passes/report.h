// A page that shows what each pass made of a function.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "ir/pass_listener.h"

namespace fluxion::passes {

/// What an op, or a kernel, takes by the cost model: arithmetic, counted in additions, and bytes read and written, each
/// op on its own; about so many nanoseconds on one core, whichever of the two takes longer.
struct OpCost {
  double arithmetic = 0;
  int64_t bytes = 0;
  double nanoseconds() const;
};
OpCost costOf(mlir::Operation *op);

/// Collects stages of functions, and writes them as one HTML file that needs no other: the function as a graph before
/// and after each pass, with what is new and what is gone marked, ops and kernels coloured by cost, and each op's text
/// and the user's line. Of a stage with more than 2500 ops the first are drawn.
class Report {
 public:
  Report();
  ~Report();
  /// A listener that adds f's stages. It must not outlive the report.
  std::unique_ptr<ir::PassListener> follow(mlir::func::FuncOp f);
  std::string html() const;

 private:
  class Follower;
  struct Function;
  std::vector<std::unique_ptr<Function>> functions_;
};

}  // namespace fluxion::passes

// A workload: inputs that every peer makes alike, and one run of a computation on them.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fluxion/fluxion.h>

namespace fluxion::bench {

/// The sizes of a workload by name, as the table gives them.
using Sizes = std::map<std::string, int64_t>;

struct Workload {
  std::string name, kind;
  Sizes sizes;
};

/// Sizes that take a fraction of a second but still are shared among threads.
Sizes quick(Sizes sizes);

/// All workloads, in the table's order; those without a maker print that they are unsupported.
const std::vector<Workload> &workloads();

/// Makes arrays number 0, 1, 2, … of a workload: element i of array k comes from a hash of i and the seed 7000 + k.
class Inputs {
 public:
  Array uniform(const Shape &shape, double scale = 1);
  Array integers(const Shape &shape, int64_t below);
  /// Ones or zeros count as arrays too.
  Array ones(const Shape &shape) { return ++next_, fluxion::ones(shape); }
  Array zeros(const Shape &shape) { return ++next_, fluxion::zeros(shape); }

 private:
  uint32_t seed() { return 7000 + next_++; }
  uint32_t next_ = 0;
};

/// One run: its results. Those of training steps are the loss alone.
using Run = std::function<std::vector<Array>()>;
/// Runs of a jitted function of fixed inputs; its results are a tree.
template <class F, class... A>
Run jitted(F f, A... inputs) {
  return [f = jit(std::move(f)), ... inputs = std::move(inputs)] { return tree::leaves(f(inputs...)); };
}

/// Makes the inputs and gives the run; nothing is traced before the first run.
using Maker = std::function<Run(const Sizes &, Inputs &)>;

/// x: [rows, columns]; gain, bias: [columns].
Array layernorm(const Array &x, const Array &gain, const Array &bias);

void add_array_workloads(std::map<std::string, Maker> &makers);
void add_branch_workloads(std::map<std::string, Maker> &makers);
void add_training_workloads(std::map<std::string, Maker> &makers);
void add_derivative_workloads(std::map<std::string, Maker> &makers);

}  // namespace fluxion::bench

// Optimisers as pure functions over trees of parameters: `init` makes a state, `update` gives new parameters and state.
#pragma once
#include <functional>

#include <fluxion/ops.h>
#include <fluxion/trace.h>

namespace fluxion::optim {

/// A learning rate as a function of the step's number, i32[] counted from 0.
using Schedule = std::function<Array(const Array &step)>;

Schedule constant(double rate);
/// Rises linearly from 0 to `peak` in `warmup` steps, then falls as a cosine to `floor` at step `steps`.
Schedule warmup_cosine(double peak, int64_t warmup, int64_t steps, double floor = 0);
Schedule linear(double first, double last, int64_t steps);
Schedule exponential_decay(double first, int64_t steps, double rate);

/// A number or a schedule.
struct Rate {
  Schedule at;
  Rate(double rate) : at(constant(rate)) {}
  Rate(Schedule schedule) : at(std::move(schedule)) {}
};

/// What an optimiser remembers: the step's number and, for each parameter in order, its moments.
struct State {
  Array step;                        // i32[]
  std::vector<Array> first, second;  // mean of gradients (or momentum), mean of squares
};

struct SgdOptions {
  Rate learning_rate = 0.01;
  double momentum = 0;
  bool nesterov = false;
};
struct AdamOptions {
  Rate learning_rate = 1e-3;
  double beta1 = 0.9, beta2 = 0.999, eps = 1e-8;
};
struct AdamWOptions {
  Rate learning_rate = 1e-3;
  double beta1 = 0.9, beta2 = 0.999, eps = 1e-8;
  double weight_decay = 1e-4;
};

namespace detail {
struct Rule {
  bool uses_first = false, uses_second = false;
  /// (parameter, gradient, first, second, step) -> new parameter; the moments are replaced in place.
  std::function<Array(const Array &, const Array &, Array &, Array &, const Array &)> apply;
};
State init(const Rule &rule, const std::vector<Array> &parameters);
/// `paths` are those of the parameters' leaves.
std::vector<Array> update(const Rule &rule, const std::vector<Array> &parameters, const std::vector<Array> &gradients,
                          State &state, const fluxion::detail::Paths &paths);
}  // namespace detail

class Optimizer {
 public:
  explicit Optimizer(detail::Rule rule) : rule_(std::move(rule)) {}

  template <tree::Tree P>
  State init(const P &parameters, std::source_location where = std::source_location::current()) const {
    At at(where);
    return detail::init(rule_, tree::leaves(parameters));
  }
  /// (new parameters, new state). ShapeError if the trees differ.
  template <tree::Tree P>
  std::pair<P, State> update(const P &parameters, const P &gradients, State state,
                             std::source_location where = std::source_location::current()) const {
    At at(where);
    std::vector<Array> fresh = detail::update(rule_, tree::leaves(parameters), tree::leaves(gradients), state,
                                              [&](size_t leaf) { return fluxion::detail::path_of(parameters, leaf); });
    return {tree::unflatten(parameters, std::span<const Array>(fresh)), std::move(state)};
  }

 private:
  detail::Rule rule_;
};

Optimizer sgd(SgdOptions options = {});
/// Kingma & Ba 2015.
Optimizer adam(AdamOptions options = {});
/// Loshchilov & Hutter 2019: the decay is taken off the parameter itself, scaled by the learning rate.
Optimizer adamw(AdamWOptions options = {});

/// √Σ‖x‖² over all arrays of a tree, in f32.
Array global_norm(const std::vector<Array> &leaves);
template <tree::Tree T>
Array global_norm(const T &t) {
  return global_norm(tree::leaves(t));
}
/// The gradients scaled so that their global norm is at most `limit`.
template <tree::Tree T>
T clip_by_global_norm(const T &gradients, double limit) {
  Array norm = global_norm(gradients), scale = where(norm > limit, limit / norm, 1.0);
  return tree::map([&](const Array &g) { return g * astype(scale, g.dtype()); }, gradients);
}

}  // namespace fluxion::optim

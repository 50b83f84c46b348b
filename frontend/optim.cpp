#include "fluxion/optim.h"

#include <numbers>

namespace fluxion::optim {

Schedule constant(double rate) {
  return [rate](const Array &) { return full({}, rate, f32); };
}

Schedule warmup_cosine(double peak, int64_t warmup, int64_t steps, double floor) {
  return [=](const Array &step) {
    Array s = astype(step, f32);
    Array rising = s * (peak / static_cast<double>(std::max<int64_t>(1, warmup)));
    Array t =
        clip((s - static_cast<double>(warmup)) / static_cast<double>(std::max<int64_t>(1, steps - warmup)), 0.0, 1.0);
    Array falling = (cos(t * std::numbers::pi) + 1.0) * (0.5 * (peak - floor)) + floor;
    return where(step < warmup, rising, falling);
  };
}

Schedule linear(double first, double last, int64_t steps) {
  return [=](const Array &step) {
    Array t = clip(astype(step, f32) / static_cast<double>(std::max<int64_t>(1, steps)), 0.0, 1.0);
    return t * (last - first) + first;
  };
}

Schedule exponential_decay(double first, int64_t steps, double rate) {
  return [=](const Array &step) {
    return power(full({}, rate, f32), astype(step, f32) / static_cast<double>(std::max<int64_t>(1, steps))) * first;
  };
}

namespace detail {

State init(const Rule &rule, const std::vector<Array> &parameters) {
  State state{zeros({}, i32), {}, {}};
  for (const Array &p : parameters) {
    if (rule.uses_first) state.first.push_back(zeros_like(p));
    if (rule.uses_second) state.second.push_back(zeros_like(p));
  }
  return state;
}

std::vector<Array> update(const Rule &rule, const std::vector<Array> &parameters, const std::vector<Array> &gradients,
                          State &state, const fluxion::detail::Paths &paths) {
  using fluxion::detail::at_path;
  using fluxion::detail::made_at;
  const size_t n = parameters.size();
  if (gradients.size() != n || (rule.uses_first && state.first.size() != n) ||
      (rule.uses_second && state.second.size() != n))
    fail<ShapeError>(fmt::format("optim: {} parameters, {} gradients and moments of {} do not belong together", n,
                                 gradients.size(), std::max(state.first.size(), state.second.size())));
  // The other's type has to be the parameter's.
  auto check = [&](size_t i, std::string_view what, const Array &other) {
    if (other.type() == parameters[i].type()) return;
    const Location op = fluxion::detail::current_location({});
    fail<ShapeError>(fmt::format("optim: the parameter{} is {}, its {} {}", at_path(paths, i),
                                 to_string(parameters[i].type()), what, to_string(other.type())),
                     made_at("parameter", parameters[i], op) + made_at(what, other, op));
  };
  std::vector<Array> fresh;
  Array none;
  const auto apply = rule.apply;  // a copy for this update: it keeps what is the same for all parameters
  for (size_t i = 0; i < n; ++i) {
    check(i, "gradient", gradients[i]);
    if (rule.uses_first) check(i, "moment", state.first[i]);
    if (rule.uses_second) check(i, "moment", state.second[i]);
    fresh.push_back(apply(parameters[i], gradients[i], rule.uses_first ? state.first[i] : none,
                          rule.uses_second ? state.second[i] : none, state.step));
  }
  state.step = state.step + 1;
  return fresh;
}

}  // namespace detail

namespace {

// What is the same for all parameters of an update, computed for the first of them. A rule is copied for each update,
// as which it is empty: what it holds are values of one trace.
class Shared {
 public:
  /// In the parameter's dtype.
  template <class Make>
  Array get(const Array &parameter, Make make) {
    if (!value_.defined()) value_ = make();
    return astype(value_, parameter.dtype());
  }

 private:
  Array value_;
};

detail::Rule adam_rule(const Rate &rate, double beta1, double beta2, double eps, double decay) {
  // m and v start at 0: dividing by 1 − βᵗ takes the bias out. It is one number for all, so its reciprocal is taken
  // once.
  auto unbiased = [](double beta, const Array &step) {
    return 1.0 / (1.0 - power(full({}, beta, f32), astype(step + 1, f32)));
  };
  return {true, true,
          [=, c1 = Shared(), c2 = Shared(), lr = Shared()](const Array &p, const Array &g, Array &m, Array &v,
                                                           const Array &step) mutable {
            m = m * beta1 + g * (1 - beta1);
            v = v * beta2 + g * g * (1 - beta2);
            Array b1 = c1.get(p, [&] { return unbiased(beta1, step); });
            Array b2 = c2.get(p, [&] { return unbiased(beta2, step); });
            Array move = (m * b1) / (sqrt(v * b2) + eps);
            if (decay != 0) move = move + p * decay;
            return p - lr.get(p, [&] { return rate.at(step); }) * move;
          }};
}

}  // namespace

Optimizer sgd(SgdOptions o) {
  return Optimizer({o.momentum != 0, false,
                    [=, lr = Shared()](const Array &p, const Array &g, Array &m, Array &, const Array &step) mutable {
                      Array move = g;
                      if (o.momentum != 0) {
                        m = m * o.momentum + g;
                        move = o.nesterov ? g + m * o.momentum : m;
                      }
                      return p - lr.get(p, [&] { return o.learning_rate.at(step); }) * move;
                    }});
}
Optimizer adam(AdamOptions o) { return Optimizer(adam_rule(o.learning_rate, o.beta1, o.beta2, o.eps, 0)); }
Optimizer adamw(AdamWOptions o) {
  return Optimizer(adam_rule(o.learning_rate, o.beta1, o.beta2, o.eps, o.weight_decay));
}

Array global_norm(const std::vector<Array> &leaves) {
  Array total = zeros({}, f32);
  for (const Array &x : leaves) total = total + sum(square(astype(x, f32)));
  return sqrt(total);
}

}  // namespace fluxion::optim

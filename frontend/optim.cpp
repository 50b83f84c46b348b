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
  for (size_t i = 0; i < n; ++i) {
    check(i, "gradient", gradients[i]);
    if (rule.uses_first) check(i, "moment", state.first[i]);
    if (rule.uses_second) check(i, "moment", state.second[i]);
    fresh.push_back(rule.apply(parameters[i], gradients[i], rule.uses_first ? state.first[i] : none,
                               rule.uses_second ? state.second[i] : none, state.step));
  }
  state.step = state.step + 1;
  return fresh;
}

}  // namespace detail

namespace {

// A scalar of the schedule, in the parameter's dtype.
Array rate_for(const Rate &rate, const Array &step, const Array &parameter) {
  return astype(rate.at(step), parameter.dtype());
}

detail::Rule adam_rule(const Rate &rate, double beta1, double beta2, double eps, double decay) {
  return {true, true, [=](const Array &p, const Array &g, Array &m, Array &v, const Array &step) {
            m = m * beta1 + g * (1 - beta1);
            v = v * beta2 + g * g * (1 - beta2);
            // m and v start at 0: dividing by 1 − βᵗ takes the bias out.
            Array t = astype(step + 1, f32);
            Array c1 = 1.0 - power(full({}, beta1, f32), t), c2 = 1.0 - power(full({}, beta2, f32), t);
            Array move = (m / astype(c1, p.dtype())) / (sqrt(v / astype(c2, p.dtype())) + eps);
            if (decay != 0) move = move + p * decay;
            return p - rate_for(rate, step, p) * move;
          }};
}

}  // namespace

Optimizer sgd(SgdOptions o) {
  return Optimizer({o.momentum != 0, false, [=](const Array &p, const Array &g, Array &m, Array &, const Array &step) {
                      Array move = g;
                      if (o.momentum != 0) {
                        m = m * o.momentum + g;
                        move = o.nesterov ? g + m * o.momentum : m;
                      }
                      return p - rate_for(o.learning_rate, step, p) * move;
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

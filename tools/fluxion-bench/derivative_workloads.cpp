// Workloads of derivatives: Hessians, Hessian-vector products, per-example gradients, recurrent nets.
#include "workload.h"

namespace fluxion::bench {
namespace {

int64_t mlp_size(const Sizes &s) {
  int64_t in = s.at("in"), h = s.at("hidden"), out = s.at("out");
  return in * h + h + h * h + h + h * out + out;
}

// Mean squared error of a tanh net of three layers whose parameters are one flat vector; x is one example or a batch.
auto flat_mlp_loss(const Sizes &s) {
  return [s](const Array &p, const Array &x, const Array &y) {
    int64_t sizes[3][2] = {{s.at("in"), s.at("hidden")},
                           {s.at("hidden"), s.at("hidden")},
                           {s.at("hidden"), s.at("out")}},
            at = 0;
    Array h = x;
    for (int i = 0; i < 3; ++i) {
      auto [m, n] = sizes[i];
      Array w = p[slice(at, at + m * n)].reshape({m, n}), b = p[slice(at + m * n, at + m * n + n)];
      h = matmul(h, w) + b;
      at += m * n + n;
      if (i < 2) h = tanh(h);
    }
    return mean(square(h - y));
  };
}

Array rnn(const Array &xs, const Array &h0, const Array &w, const Array &u) {
  auto step = [&](const Array &h, const Array &x) {
    return std::pair(tanh(matmul(h, w) + matmul(x, u)), std::tuple<>());
  };
  return scan(step, h0, xs).first;
}

std::array<Array, 4> rnn_inputs(const Sizes &s, Inputs &in) {
  int64_t b = s.at("batch"), w = s.at("width");
  Array xs = in.uniform({s.at("steps"), b, w}), h0 = in.uniform({b, w}), ww = in.uniform({w, w}, 0.1);
  return {xs, h0, ww, in.uniform({w, w}, 0.1)};
}

}  // namespace

void add_derivative_workloads(std::map<std::string, Maker> &makers) {
  makers["hessian"] = [](const Sizes &s, Inputs &in) -> Run {
    Array p = in.uniform({mlp_size(s)}, 0.5), x = in.uniform({s.at("batch"), s.at("in")}),
          y = in.uniform({s.at("batch"), s.at("out")});
    auto f = jit([loss = flat_mlp_loss(s)](const Array &p, const Array &x, const Array &y) {
      return hessian([&](const Array &p) { return loss(p, x, y); })(p);
    });
    return [=] { return std::vector<Array>{f(p, x, y)}; };
  };
  makers["hvp"] = [](const Sizes &s, Inputs &in) -> Run {
    Array p = in.uniform({mlp_size(s)}, 0.05), v = in.uniform({mlp_size(s)}),
          x = in.uniform({s.at("batch"), s.at("in")}), y = in.uniform({s.at("batch"), s.at("out")});
    auto f = jit([loss = flat_mlp_loss(s)](const Array &p, const Array &v, const Array &x, const Array &y) {
      auto g = grad([&](const Array &p) { return loss(p, x, y); });
      return std::get<1>(jvp(g, std::tuple(p), std::tuple(v)));
    });
    return [=] { return std::vector<Array>{f(p, v, x, y)}; };
  };
  makers["per_example_grads"] = [](const Sizes &s, Inputs &in) -> Run {
    Array p = in.uniform({mlp_size(s)}, 0.05), x = in.uniform({s.at("batch"), s.at("in")}),
          y = in.uniform({s.at("batch"), s.at("out")});
    auto f = jit(vmap(grad(flat_mlp_loss(s)), {.in_axes = {none, 0, 0}}));
    return [=] { return std::vector<Array>{f(p, x, y)}; };
  };
  makers["rnn"] = [](const Sizes &s, Inputs &in) -> Run {
    auto [xs, h0, w, u] = rnn_inputs(s, in);
    return [f = jit(rnn), xs = xs, h0 = h0, w = w, u = u] { return std::vector<Array>{f(xs, h0, w, u)}; };
  };
  makers["rnn_grad"] = [](const Sizes &s, Inputs &in) -> Run {
    auto [xs, h0, w, u] = rnn_inputs(s, in);
    auto f = jit([](const Array &xs, const Array &h0, const Array &w, const Array &u) {
      return grad<0, 1>([&](const Array &w, const Array &u) { return sum(rnn(xs, h0, w, u)); })(w, u);
    });
    return [f, xs = xs, h0 = h0, w = w, u = u] { return tree::leaves(f(xs, h0, w, u)); };
  };
}

}  // namespace fluxion::bench

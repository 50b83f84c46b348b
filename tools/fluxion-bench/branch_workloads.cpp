// Workloads of branches that differ by example: a map over examples of which some take a dear branch, compared with
// choosing among the results of both branches and with a loop over the examples.
#include "workload.h"

namespace fluxion::bench {
namespace {

enum class How { branch, select, loop };

// Layers of one net that all examples share: alone, an example is a product with a vector.
Array layers(const Array &x, const Array &w) {
  Array y = x;
  for (int i = 0; i < 8; ++i) y = tanh(matmul(y, w));
  return y;
}
// A matrix of the example's own: no company makes it cheaper.
Array powers(const Array &x, const Array &) {
  Array m = x.reshape({1, -1}) * x.reshape({-1, 1}), y = m;
  for (int i = 0; i < 2; ++i) y = matmul(y, m) * 0.01f;
  return sum(y, 0);
}
Array cheap(const Array &x, const Array &w) { return x + w[0]; }

template <class F>
auto mapped(How how, F dear) {
  return [how, dear](const Array &p, const Array &x, const Array &w) {
    auto branch = [&](const Array &p, const Array &x) { return cond(p, dear, cheap, x, w); };
    auto select = [&](const Array &p, const Array &x) { return where(p, dear(x, w), cheap(x, w)); };
    if (how == How::branch) return vmap(branch)(p, x);
    if (how == How::select) return vmap(select)(p, x);
    return map([&](const std::pair<Array, Array> &e) { return branch(e.first, e.second); }, std::pair(p, x));
  };
}

template <class F>
Run run(const Sizes &s, Inputs &in, F dear) {
  const int64_t n = s.at("examples"), width = s.at("width");
  Array x = in.uniform({n, width}), w = in.uniform({width, width}, 0.05), p = arange(n) < s.at("taken");
  auto f = mapped(static_cast<How>(s.at("how")), dear);
  auto forward = jit(f);
  auto backward = jit([f](const Array &p, const Array &x, const Array &w) {
    return grad<0, 1>([&](const Array &x, const Array &w) { return sum(square(f(p, x, w))); })(x, w);
  });
  if (s.at("grad") == 0) return [=] { return std::vector<Array>{forward(p, x, w)}; };
  return [=] { return tree::leaves(backward(p, x, w)); };
}

}  // namespace

void add_branch_workloads(std::map<std::string, Maker> &makers) {
  makers["branch_layers"] = [](const Sizes &s, Inputs &in) { return run(s, in, layers); };
  makers["branch_powers"] = [](const Sizes &s, Inputs &in) { return run(s, in, powers); };
}

}  // namespace fluxion::bench

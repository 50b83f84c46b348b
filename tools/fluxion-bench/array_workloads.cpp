// Workloads of single array functions.
#include <cmath>

#include "workload.h"

namespace fluxion::bench {
namespace {

Array elementwise(const Array &x) {
  Array t = tanh(x), a = exp(t * 0.5) + x, w = where(a > 0, a, a * 0.1), s = sqrt(w * w + 1);
  return maximum(s / (abs(x) + 1), 0.25) * t - x;
}

Array attention(const Array &q, const Array &k, const Array &v) {
  int64_t t = q.shape(2);
  Array scores = matmul(q, swapaxes(k, -1, -2)) / std::sqrt(static_cast<double>(q.shape(3)));
  scores = where(tril(ones({t, t}, bool_)), scores, -INFINITY);
  return matmul(softmax(scores, -1), v);
}

}  // namespace

Array layernorm(const Array &x, const Array &gain, const Array &bias) {
  Array centered = x - mean(x, -1, keepdims);
  return centered * rsqrt(mean(centered * centered, -1, keepdims) + 1e-5) * gain + bias;
}

void add_array_workloads(std::map<std::string, Maker> &makers) {
  auto plus_one = [](const Sizes &s, Inputs &in) -> Run {
    return jitted([](const Array &x) { return x + 1; }, in.uniform({s.at("n")}));
  };
  makers["dispatch_jit"] = plus_one;
  makers["dispatch_aot"] = plus_one;
  makers["dispatch_eager"] = [](const Sizes &s, Inputs &in) -> Run {
    Array a = in.uniform({s.at("n")}), b = in.uniform({s.at("n")});
    return [a, b] { return std::vector<Array>{a + b}; };
  };
  makers["elementwise"] = [](const Sizes &s, Inputs &in) { return jitted(elementwise, in.uniform({s.at("n")}, 2)); };
  auto of_matrix = [&makers](const char *kind, double scale, auto f) {
    makers[kind] = [f, scale](const Sizes &s, Inputs &in) {
      return jitted(f, in.uniform({s.at("rows"), s.at("cols")}, scale));
    };
  };
  of_matrix("softmax", 4, [](const Array &x) { return softmax(x, -1); });
  of_matrix("sum_axis0", 1, [](const Array &x) { return sum(x, 0); });
  of_matrix("sum_axis1", 1, [](const Array &x) { return sum(x, 1); });
  of_matrix("argmax", 1, [](const Array &x) { return argmax(x, {.axis = 1}); });
  of_matrix("cumsum", 1, [](const Array &x) { return cumsum(x, 1); });
  auto norm_inputs = [](const Sizes &s, Inputs &in) {
    int64_t r = s.at("rows"), c = s.at("cols");
    return std::array{in.uniform({r, c}), in.uniform({c}), in.uniform({c}), in.uniform({r, c})};
  };
  makers["layernorm"] = [norm_inputs](const Sizes &s, Inputs &in) {
    auto [x, gain, bias, g] = norm_inputs(s, in);
    return jitted(layernorm, x, gain, bias);
  };
  makers["layernorm_grad"] = [norm_inputs](const Sizes &s, Inputs &in) {
    auto [x, gain, bias, g] = norm_inputs(s, in);
    auto f = [](const Array &x, const Array &gain, const Array &bias, const Array &g) {
      return std::get<1>(vjp(layernorm, x, gain, bias))(g);
    };
    return jitted(f, x, gain, bias, g);
  };
  makers["transpose_add"] = [](const Sizes &s, Inputs &in) {
    Shape shape{s.at("rows"), s.at("cols")};
    Array x = in.uniform(shape), y = in.uniform(shape);
    return jitted([](const Array &x, const Array &y) { return x.T() + y; }, x, y);
  };
  auto embedding = [](const Sizes &s, Inputs &in) {
    Array table = in.uniform({s.at("vocab"), s.at("width")}), ids = in.integers({s.at("ids")}, s.at("vocab"));
    return std::array{table, ids, in.uniform({s.at("ids"), s.at("width")})};
  };
  makers["embed_gather"] = [embedding](const Sizes &s, Inputs &in) {
    auto [table, ids, g] = embedding(s, in);
    return jitted([](const Array &table, const Array &ids) { return table[ids]; }, table, ids);
  };
  makers["embed_grad"] = [embedding](const Sizes &s, Inputs &in) {
    auto [table, ids, g] = embedding(s, in);
    auto f = [](const Array &table, const Array &ids, const Array &g) {
      return std::get<0>(std::get<1>(vjp([&](const Array &t) { return t[ids]; }, table))(g));
    };
    return jitted(f, table, ids, g);
  };
  makers["matmul"] = [](const Sizes &s, Inputs &in) {
    Shape a{s.at("m"), s.at("k")}, b{s.at("k"), s.at("n")};
    if (s.count("b")) a = {s.at("b"), s.at("m"), s.at("k")}, b = {s.at("b"), s.at("k"), s.at("n")};
    Array x = in.uniform(a), y = in.uniform(b);
    return jitted([](const Array &x, const Array &y) { return matmul(x, y); }, x, y);
  };
  // A symmetric positive definite matrix: m·mᵀ/n and ones on the diagonal.
  auto definite = [](const Sizes &s, Inputs &in) {
    const int64_t n = s.at("n");
    Array m = in.uniform({n, n});
    return matmul(m, m.T()) / static_cast<double>(n) + eye(n);
  };
  makers["cholesky"] = [definite](const Sizes &s, Inputs &in) {
    return jitted([](const Array &a) { return linalg::cholesky(a); }, definite(s, in));
  };
  makers["solve"] = [definite](const Sizes &s, Inputs &in) {
    Array a = definite(s, in), b = in.uniform({s.at("n"), s.at("rhs")});
    return jitted([](const Array &a, const Array &b) { return linalg::solve(a, b); }, a, b);
  };
  makers["conv2d"] = [](const Sizes &s, Inputs &in) {
    const int64_t size = s.at("size"), window = s.at("window"), pad = window / 2;
    Array x = in.uniform({s.at("batch"), s.at("channels"), size, size}),
          w = in.uniform({s.at("filters"), s.at("channels"), window, window});
    auto f = [pad](const Array &x, const Array &w) {
      return conv_general_dilated(x, w, {.padding = {{pad, pad}, {pad, pad}}});
    };
    return jitted(f, x, w);
  };
  makers["attention_grad"] = [](const Sizes &s, Inputs &in) {
    Shape shape{s.at("batch"), s.at("heads"), s.at("tokens"), s.at("width")};
    Array q = in.uniform(shape), k = in.uniform(shape), v = in.uniform(shape), g = in.uniform(shape);
    auto f = [](const Array &q, const Array &k, const Array &v, const Array &g) {
      return std::get<1>(vjp(attention, q, k, v))(g);
    };
    return jitted(f, q, k, v, g);
  };
  makers["sort"] = [](const Sizes &s, Inputs &in) {
    return jitted([](const Array &x) { return sort(x); }, in.uniform({s.at("n")}));
  };
  makers["fft"] = [](const Sizes &s, Inputs &in) {
    Array re = in.uniform({s.at("n")}), im = in.uniform({s.at("n")});
    return jitted([](const Array &x) { return fft::fft(x); }, stage("fx.complex", {re, im}));
  };
  makers["random_normal"] = [](const Sizes &s, Inputs &) {
    return jitted([n = s.at("n")](const Array &key) { return random::normal(random::Key(key), {n}); },
                  random::Key(7).data());
  };
}

}  // namespace fluxion::bench

// The table of workloads, and their inputs.
#include "workload.h"

namespace fluxion::bench {

const std::vector<Workload> &workloads() {
  static const Sizes square{{"rows", 4096}, {"cols", 4096}}, norm{{"rows", 8192}, {"cols", 768}},
      table{{"vocab", 50257}, {"width", 768}, {"ids", 8192}};
  static const Sizes tiny{{"n", 16}, {"calls", 2000}}, large{{"n", 16777216}},
      rnn{{"steps", 1000}, {"batch", 8}, {"width", 128}};
  auto gpt2 = [](int64_t batch, int64_t tokens) {
    return Sizes{{"layers", 12},   {"heads", 12},      {"width", 768}, {"vocab", 50257},   {"block", 1024},
                 {"batch", batch}, {"tokens", tokens}, {"max_mib", 0}, {"compile_only", 0}};
  };
  auto small = [](int64_t layers) {
    return Sizes{{"layers", layers}, {"heads", 4},   {"width", 128}, {"vocab", 65},      {"block", 64},
                 {"batch", 2},       {"tokens", 64}, {"max_mib", 0}, {"compile_only", 0}};
  };
  auto mlp = [](int64_t in, int64_t hidden, int64_t out, int64_t batch) {
    return Sizes{{"in", in}, {"hidden", hidden}, {"out", out}, {"batch", batch}};
  };
  auto branches = [](int64_t width) {  // how: 0 a branch, 1 a choice, 2 a loop
    return Sizes{{"examples", 64}, {"width", width}, {"taken", 1}, {"how", 0}, {"grad", 0}, {"calls", 10}};
  };
  static const std::vector<Workload> all{
      {"dispatch_jit", "dispatch_jit", tiny},
      {"dispatch_aot", "dispatch_aot", tiny},
      {"dispatch_eager", "dispatch_eager", tiny},
      {"elementwise", "elementwise", large},
      {"softmax", "softmax", square},
      {"layernorm", "layernorm", norm},
      {"layernorm_grad", "layernorm_grad", norm},
      {"sum_axis0", "sum_axis0", square},
      {"sum_axis1", "sum_axis1", square},
      {"argmax", "argmax", square},
      {"cumsum", "cumsum", square},
      {"transpose_add", "transpose_add", square},
      {"embed_gather", "embed_gather", table},
      {"embed_grad", "embed_grad", table},
      {"matmul", "matmul", {{"m", 1024}, {"k", 1024}, {"n", 1024}}},
      {"batch_matmul", "matmul", {{"b", 48}, {"m", 256}, {"k", 64}, {"n", 256}}},
      {"conv2d", "conv2d", {{"batch", 32}, {"channels", 64}, {"size", 56}, {"filters", 64}, {"window", 3}}},
      {"attention_grad", "attention_grad", {{"batch", 4}, {"heads", 12}, {"tokens", 512}, {"width", 64}}},
      {"mlp_train", "mlp_train", mlp(784, 512, 10, 256)},
      {"gpt_char",
       "gpt_train",
       {{"layers", 6},
        {"heads", 6},
        {"width", 384},
        {"vocab", 65},
        {"block", 256},
        {"batch", 8},
        {"tokens", 256},
        {"max_mib", 0},
        {"compile_only", 0}}},
      {"gpt2_b4_t64", "gpt_train", gpt2(4, 64)},
      {"gpt2_b1_t256", "gpt_train", gpt2(1, 256)},
      {"gpt2_b4_t256", "gpt_train", gpt2(4, 256)},
      {"compile_l2", "gpt_train", small(2)},
      {"compile_l12", "gpt_train", small(12)},
      {"compile_l24", "gpt_train", small(24)},
      {"compile_l48", "gpt_train", small(48)},
      {"compile_scan_l2", "gpt_scan", small(2)},
      {"compile_scan_l12", "gpt_scan", small(12)},
      {"compile_scan_l24", "gpt_scan", small(24)},
      {"compile_scan_l48", "gpt_scan", small(48)},
      {"hessian", "hessian", mlp(8, 16, 1, 64)},
      {"hvp", "hvp", mlp(256, 512, 10, 128)},
      {"per_example_grads", "per_example_grads", mlp(784, 128, 10, 128)},
      {"generate",
       "generate",
       {{"layers", 12}, {"heads", 12}, {"width", 768}, {"vocab", 50257}, {"block", 1024}, {"prompt", 32}, {"new", 64}}},
      {"sort", "sort", {{"n", 1000000}}},
      {"fft", "fft", {{"n", 1048576}}},
      {"cholesky", "cholesky", {{"n", 512}}},
      {"solve", "solve", {{"n", 512}, {"rhs", 64}}},
      {"random_normal", "random_normal", large},
      {"rnn", "rnn", rnn},
      {"branch_layers", "branch_layers", branches(512)},
      {"branch_powers", "branch_powers", branches(128)},
      {"rnn_grad", "rnn_grad", rnn},
  };
  return all;
}

Sizes quick(Sizes sizes) {
  static const Sizes most{{"n", 1 << 18},   {"rows", 1000}, {"cols", 1000}, {"vocab", 3000}, {"ids", 1000},
                          {"batch", 8},     {"tokens", 96}, {"block", 96},  {"width", 192},  {"layers", 2},
                          {"channels", 24}, {"size", 28},   {"steps", 40},  {"new", 4},      {"calls", 1}};
  for (auto &[name, value] : sizes)
    if (auto limit = most.find(name); limit != most.end()) value = std::min(value, limit->second);
  return sizes;
}

namespace {

uint32_t hash(uint32_t i, uint32_t seed) {
  uint32_t h = i * 0x9E3779B9u + seed;
  h ^= h >> 16;
  h *= 0x7FEB352Du;
  h ^= h >> 15;
  h *= 0x846CA68Bu;
  return h ^ (h >> 16);
}

template <class T, class F>
Array filled(const Shape &shape, F f) {
  std::vector<T> values(static_cast<size_t>(shape.count()));
  for (size_t i = 0; i < values.size(); ++i) values[i] = f(static_cast<uint32_t>(i));
  return from_vector(values, shape);
}

}  // namespace

Array Inputs::uniform(const Shape &shape, double scale) {
  uint32_t s = seed();
  return filled<float>(shape, [&](uint32_t i) {
    return (static_cast<float>(hash(i, s) >> 8) * 0x1p-23f - 1.0f) * static_cast<float>(scale);
  });
}

Array Inputs::integers(const Shape &shape, int64_t below) {
  uint32_t s = seed();
  return filled<int32_t>(shape,
                         [&](uint32_t i) { return static_cast<int32_t>(hash(i, s) % static_cast<uint32_t>(below)); });
}

}  // namespace fluxion::bench

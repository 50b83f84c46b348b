#include "runtime/workspace.h"

#include <algorithm>

namespace fluxion::runtime {

namespace {

// The largest of each kind: the next step takes it again.
struct Workspace {
  ProductWorkspace product;
  int64_t kernels = 0, library = 0;
  const int threads;

  void add(const KernelStep &step) {
    kernels = std::max(kernels, step.scratch_bytes * std::min<int64_t>(threads, step.tiles));
  }
  void add(const GemmStep &step) { product.cover(gemm_workspace(step)); }
  void add(const CallStep &step) {
    if (step.function == "convolution") product.cover(convolution_workspace(step));
    if (step.function == "sort") library = std::max(library, sort_workspace(step, threads));
    if (step.function.starts_with("attention")) library = std::max(library, attention_workspace(step, threads));
  }
  void add(const CopyStep &) {}
  void add(const CaseStep &step) {
    for (const ProgramPtr &branch : step.branches) add(*branch);
  }
  void add(const WhileStep &step) { add(*step.condition), add(*step.body); }
  void add(const ScanStep &step) { add(*step.body); }
  void add(const Program &program) {
    for (const Step &step : program.steps) std::visit([&](const auto &s) { add(s); }, step);
  }
};

}  // namespace

void ProductWorkspace::cover(const ProductWorkspace &other) {
  for (int64_t ProductWorkspace::*part :
       {&ProductWorkspace::packed, &ProductWorkspace::sums, &ProductWorkspace::parts, &ProductWorkspace::own_a,
        &ProductWorkspace::own_b, &ProductWorkspace::own_sums, &ProductWorkspace::own_tile})
    this->*part = std::max(this->*part, other.*part);
}

int64_t workspace_of(const Program &program, int threads) {
  Workspace all{{}, 0, 0, threads};
  all.add(program);
  return all.product.bytes(threads) + all.kernels + all.library;
}

}  // namespace fluxion::runtime

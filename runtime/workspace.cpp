#include "runtime/workspace.h"

#include <algorithm>

#include "runtime/gemm_buffer.h"

namespace fluxion::runtime {

namespace {

// The largest of each kind: the next step takes it again.
struct Workspace {
  ProductWorkspace product;
  LibraryWorkspace library;
  FftTables tables;
  int64_t kernels = 0;
  const int threads;

  void add(const KernelStep &step) {
    kernels = std::max(kernels, step.scratch_bytes * std::min<int64_t>(threads, step.tiles));
  }
  void add(const GemmStep &step) { product.cover(gemm_workspace(step)); }
  void add(const CallStep &step) {
    if (step.function == "convolution") product.cover(convolution_workspace(step));
    if (step.function == "sort") library.cover(sort_workspace(step, threads));
    if (step.function == "top_k") library.cover(top_k_workspace(step, threads));
    if (step.function.starts_with("attention")) library.cover({attention_workspace(step, threads), 0});
    if (step.function == "fft") library.cover(fft_workspace(step, threads)), tables.add(step);
    if (step.function == "eigh" || step.function == "svd") library.cover(spectral_workspace(step, threads));
    library.cover(factorisation_workspace(step, threads, product));
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

int64_t ProductWorkspace::bytes(int threads) const {
  int64_t shared = 0, own = 0;
  for (int64_t part : {packed, sums, parts}) shared += PackBuffer::rounded(part);
  for (int64_t part : {own_a, own_b, own_sums, own_tile}) own += PackBuffer::rounded(part);
  return shared + threads * own;
}

void LibraryWorkspace::cover(const LibraryWorkspace &other) {
  kept = std::max(kept, other.kept);
  given_back = std::max(given_back, other.given_back);
}

int64_t loop_threads(int64_t tiles, int64_t grain, int threads) {
  grain = std::max<int64_t>(grain, 1);
  return std::clamp<int64_t>((tiles + grain - 1) / grain, 1, threads);
}

int64_t workspace_of(const Program &program, int threads) {
  Workspace all{{}, {}, {}, 0, threads};
  all.add(program);
  return all.product.bytes(threads) + all.kernels + all.library.bytes() + all.tables.bytes();
}

}  // namespace fluxion::runtime

// What steps take for themselves while they run, beside the program's arena.
#pragma once
#include "runtime/program.h"

namespace fluxion::runtime {

/// Bytes of packed panels, partial sums and entries of sorts that a program's steps have at once on `threads` threads.
/// Threads keep the smaller of them for the next step. Leaves out what is small beside the arrays, and LAPACK's own.
int64_t workspace_of(const Program &program, int threads);

/// The buffers of one product: those that all threads share, and those of one thread.
struct ProductWorkspace {
  int64_t packed = 0, sums = 0, parts = 0;  // shared
  int64_t own_a = 0, own_b = 0, own_sums = 0, own_tile = 0;
  void cover(const ProductWorkspace &other);
  int64_t bytes(int threads) const { return packed + sums + parts + threads * (own_a + own_b + own_sums + own_tile); }
};
ProductWorkspace gemm_workspace(const GemmStep &step);
ProductWorkspace convolution_workspace(const CallStep &step);
int64_t sort_workspace(const CallStep &step, int threads);
int64_t attention_workspace(const CallStep &step, int threads);

}  // namespace fluxion::runtime

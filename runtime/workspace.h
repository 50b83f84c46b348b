// What steps take for themselves while they run, beside the program's arena.
#pragma once
#include <set>
#include <utility>

#include "runtime/program.h"

namespace fluxion::runtime {

/// Bytes of packed panels, partial sums, entries of sorts, lines of Fourier transforms with their tables and work
/// arrays of factorisations that a program's steps have at once on `threads` threads. Leaves out what is small beside
/// arrays.
int64_t workspace_of(const Program &program, int threads);

/// The buffers of one product: those that all threads share, and those of one thread.
struct ProductWorkspace {
  int64_t packed = 0, sums = 0, parts = 0;  // shared
  int64_t own_a = 0, own_b = 0, own_sums = 0, own_tile = 0;
  void cover(const ProductWorkspace &other);
  /// Where each thread has products of its own.
  ProductWorkspace of_own() const { return {0, 0, 0, own_a, own_b + packed + parts, own_sums + sums, own_tile}; }
  int64_t bytes(int threads) const;
};
/// What a library function takes: memory that threads keep for the next call, and memory that it gives back.
struct LibraryWorkspace {
  int64_t kept = 0, given_back = 0;
  void cover(const LibraryWorkspace &other);
  int64_t bytes() const { return kept + given_back; }
};

/// Threads that a loop over `tiles` in ranges of `grain` has.
int64_t loop_threads(int64_t tiles, int64_t grain, int threads);

ProductWorkspace gemm_workspace(const GemmStep &step);
ProductWorkspace convolution_workspace(const CallStep &step);
LibraryWorkspace sort_workspace(const CallStep &step, int threads);
LibraryWorkspace top_k_workspace(const CallStep &step, int threads);
int64_t attention_workspace(const CallStep &step, int threads);
LibraryWorkspace fft_workspace(const CallStep &step, int threads);
/// Tables of Fourier transforms by length and bytes of a number. They are made once for all transforms, and stay.
struct FftTables {
  std::set<std::pair<int64_t, int64_t>> plans, real;
  void add(const CallStep &step);
  int64_t bytes() const;
};
/// What the functions of runtime/linalg.h take; the products that they are made of are added to `product`.
LibraryWorkspace factorisation_workspace(const CallStep &step, int threads, ProductWorkspace &product);
LibraryWorkspace spectral_workspace(const CallStep &step, int threads);

}  // namespace fluxion::runtime

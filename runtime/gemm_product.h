// A matrix product made ready: orientation and micro-kernel chosen, addresses known.
#pragma once
#include "runtime/gemm_kernels.h"
#include "runtime/program.h"

namespace fluxion::runtime {

/// What products of numbers of this dtype are summed up in.
constexpr DType sum_type(DType input) {
  return input == DType::f64 ? DType::f64 : input == DType::i8 ? DType::i32 : DType::f32;
}

struct Product {
  struct Matrix {
    const char *data = nullptr;
    int64_t row = 0, column = 0;  // strides, elements
    const std::vector<int64_t> *batch_strides = nullptr;
  };
  const GemmStep *step = nullptr;
  int64_t batches = 1, m = 1, n = 1, k = 1;
  int64_t input_size = 4, value_size = 4;  // bytes of an element of a and b, and of a sum
  Matrix a, b, out;
  /// The product computed is bᵀ·aᵀ: finished blocks are transposed before they are delivered.
  bool exchanged = false;
  const GemmKernels::Set *kernels = nullptr;
  PackFunction pack = nullptr;
  MicroKernel micro;
  int64_t group = 1;  // steps of k that the micro-kernel takes at a time, as one 32-bit element
  EpilogueFunction epilogue = nullptr;
  void *const *epilogue_buffers = nullptr;

  /// Address of element (row, column) of a batch's matrix.
  const char *at(const Matrix &matrix, int64_t batch, int64_t row, int64_t column, int64_t size) const;
  /// The micro-kernel may write the results themselves.
  bool writes_out() const { return direct_out_; }
  /// Says that this block will be delivered after its sums: what the epilogue reads may come meanwhile.
  void announce(int64_t batch, int64_t i, int64_t j, int64_t rows, int64_t columns) const {
    if (!epilogue) return;
    if (exchanged) std::swap(i, j), std::swap(rows, columns);
    epilogue(epilogue_buffers, batch, i, j, rows, columns, nullptr, 0);
  }
  /// Hands over the finished sums of rows [i, i + rows) and columns [j, j + columns): to the epilogue, or to out.
  void deliver(int64_t batch, int64_t i, int64_t j, int64_t rows, int64_t columns, const char *tile, int64_t ld) const;

  bool direct_out_ = false;
};

/// Counts k in pairs or fours from now on, where the micro-kernel takes those.
void use_groups(Product &product);

Product make_product(const GemmStep &step, const void *a, const void *b, void *out, void *const *epilogue_buffers);

}  // namespace fluxion::runtime

#include "runtime/gemm_product.h"

#include <utility>

#include "runtime/gemm_blocking.h"
#include "runtime/gemm_buffer.h"
#include "runtime/gemm_tile.h"

namespace fluxion::runtime {

namespace {

void exchange(Product &p) {
  std::swap(p.m, p.n);
  std::swap(p.a, p.b);
  std::swap(p.a.row, p.a.column);
  std::swap(p.b.row, p.b.column);
}

// Packed B goes to memory and comes back, unless A has few rows; blocks of A stay in the cache that they are packed
// into. So what is far larger than the other operand is better taken as A.
bool spares_packing_exchanged(const Product &p) {
  constexpr int64_t kLarge = int64_t{8} << 20;
  return p.n > 2 * p.m && p.m > 2 * p.micro.nr && p.n * p.k * p.value_size > kLarge &&
         flat_parts(p.m, p.n, p.k, p.value_size) == 0;
}

// Rows of a result are written where columns are contiguous: a column-major result is computed as its transpose at no
// cost. Any other is, where that wastes clearly less on padding; its blocks are then transposed on delivery.
void orient(Product &p) {
  if (!p.epilogue && p.out.row == 1 && p.out.column != 1 && p.m > 1) {
    exchange(p);
    std::swap(p.out.row, p.out.column);
  } else if (runs_exchanged(p.micro.mr, p.micro.nr, p.m, p.n) || spares_packing_exchanged(p)) {
    exchange(p);
    p.exchanged = true;
  }
}

// A dimension of size one may have any stride; 1 lets the fast paths take it.
void normalise(Product::Matrix &matrix, int64_t rows, int64_t columns) {
  if (columns == 1 && matrix.row != 1) matrix.column = 1;
  if (rows == 1 && matrix.column != 1) matrix.row = 1;
}

// One on tile registers, the compiler's micro-kernel, or the best of our own. Pairs of bf16 need an even k, fours of i8
// one that they divide; otherwise both are widened as they are packed.
void choose_micro_kernel(Product &p) {
  const GemmStep &step = *p.step;
  const bool even = step.k % 2 == 0;
  const MicroKernels *pairs = step.dtype == DType::bf16 && even ? pair_micro_kernels() : nullptr;
  const MicroKernels *fours = step.dtype == DType::i8 && step.k % 4 == 0 ? four_micro_kernels() : nullptr;
  const int group = pairs ? 2 : fours ? 4 : 1;
  const MicroKernels *tiles = group == 1 ? nullptr : tile_micro_kernels(group, p.m, p.n);
  if (tiles) {
    p.micro = tiles->choose(p.m, p.n);
    p.group = group;
  } else if (step.micro_kernel && (!step.pairs || even)) {
    p.micro = {reinterpret_cast<MicroKernelFunction>(step.micro_kernel->address), step.mr, step.nr};
    p.group = step.pairs ? 2 : 1;
  } else if (pairs || fours) {
    p.micro = (pairs ? pairs : fours)->choose(p.m, p.n);
    p.group = pairs ? 2 : 4;
  } else {
    p.micro = p.kernels->micro.choose(p.m, p.n);
  }
}

}  // namespace

const char *Product::at(const Matrix &matrix, int64_t batch, int64_t row, int64_t column, int64_t size) const {
  int64_t offset = row * matrix.row + column * matrix.column;
  for (size_t d = step->batch.size(); d-- > 0 && batch != 0;) {
    const int64_t stride = (*matrix.batch_strides)[d];
    if (d == 0) {  // what is left is the outermost index: no division, most of the time of a small product
      offset += batch * stride;
    } else {
      offset += batch % step->batch[d] * stride;
      batch /= step->batch[d];
    }
  }
  return matrix.data + offset * size;
}

void Product::deliver(int64_t batch, int64_t i, int64_t j, int64_t rows, int64_t columns, const char *tile,
                      int64_t ld) const {
  if (exchanged) {
    const GemmKernels &table = gemm_kernels();
    char *transposed = GemmWorkspace::of_this_thread().transposed.reserve(rows * columns * value_size);
    (value_size == 8 ? table.f64 : table.f32).pack(tile, ld, 1, rows, columns, rows, transposed);
    std::swap(i, j);
    std::swap(rows, columns);
    tile = transposed;
    ld = columns;
  }
  if (epilogue) {
    epilogue(epilogue_buffers, batch, i, j, rows, columns, reinterpret_cast<const float *>(tile), ld);
    return;
  }
  const DType type = step->out_dtype;
  auto *to = const_cast<char *>(at(out, batch, i, j, size_of(type)));
  kernels->store(tile, ld, rows, columns, type, to, out.row, out.column);
}

Product make_product(const GemmStep &step, const void *a, const void *b, void *out, void *const *epilogue_buffers) {
  Product p;
  p.step = &step;
  for (int64_t size : step.batch) p.batches *= size;
  p.m = step.m, p.n = step.n, p.k = step.k;
  p.input_size = size_of(step.dtype);
  p.value_size = size_of(sum_type(step.dtype));
  p.a = {static_cast<const char *>(a), step.a.row_stride, step.a.column_stride, &step.a.batch_strides};
  p.b = {static_cast<const char *>(b), step.b.row_stride, step.b.column_stride, &step.b.batch_strides};
  p.out = {static_cast<const char *>(out), step.out.row_stride, step.out.column_stride, &step.out.batch_strides};
  normalise(p.a, p.m, p.k);
  normalise(p.b, p.k, p.n);
  normalise(p.out, p.m, p.n);
  p.kernels = &gemm_kernels().of(step.dtype);
  p.pack = p.kernels->pack;
  choose_micro_kernel(p);
  if (step.epilogue) p.epilogue = reinterpret_cast<EpilogueFunction>(step.epilogue->address);
  p.epilogue_buffers = epilogue_buffers;
  orient(p);
  p.direct_out_ = !p.exchanged && !p.epilogue && step.out_dtype == sum_type(step.dtype) && p.out.column == 1;
  return p;
}

void use_groups(Product &p) {
  if (p.group == 1) return;
  p.pack = p.group == 2 ? gemm_kernels().pack_pairs : gemm_kernels().pack_fours;
  p.k /= p.group;
  p.a.column *= p.group;
  p.b.row *= p.group;
}

}  // namespace fluxion::runtime

// The inner functions of matrix products, one set for each instruction set; gemm_kernels() picks the machine's.
#pragma once
#include <cstdint>

#include <fluxion/abi.h>
#include <fluxion/dtype.h>

namespace fluxion::runtime {

/// Writes `lanes` rows of `k` elements as panels of `width` lanes: panel q is T[k, width] at panels + q·k·width, with
/// lane l = q·width + i at column i. Element (lane, p) is read at source[lane·lane_stride + p·k_stride]; lanes beyond
/// the last are zero. T is double for f64, a 32-bit integer for i8, else float. A's panels have its rows as lanes, B's
/// its columns.
using PackFunction = void (*)(const void *source, int64_t lane_stride, int64_t k_stride, int64_t lanes, int64_t k,
                              int64_t width, void *panels);

/// Some lanes of a panel that lie one after the other in memory, every `lane_stride` elements from source + offset;
/// zeros where the offset is negative.
struct LaneRun {
  int64_t length = 0, offset = 0;
};

/// Writes the rows k of one panel T[k, width], lane by lane as the runs say; from one row to the next memory is read
/// `k_stride` elements further.
using GatherFunction = void (*)(const LaneRun *runs, int64_t count, const void *source, int64_t lane_stride,
                                int64_t k_stride, int64_t k, int64_t width, void *panel);

/// Writes one panel T[k, width] whose lanes lie anywhere: lane i is the k elements from lanes[i], zeros where that is
/// null or i ≥ count. `width` is one of a tile's.
using PackLanesFunction = void (*)(const void *const *lanes, int64_t count, int64_t k, int64_t width, void *panel);

/// out[i] = Σ_p matrix[i, p]·v[p]. Either p is contiguous and `stride` lies between the outputs (row products), or i is
/// contiguous and `stride` lies between the p (column products). v and out are of the type that panels have.
using VectorProductFunction = void (*)(const void *matrix, int64_t stride, const void *v, int64_t k, int64_t outputs,
                                       void *out);

/// out[i·row_stride + j·column_stride] = tile[i·ld + j], rounded to `type` (f32, bf16, f16, f64; i32 of integers).
using StoreFunction = void (*)(const void *tile, int64_t ld, int64_t rows, int64_t columns, DType type, void *out,
                               int64_t row_stride, int64_t column_stride);

/// An element of a convolution's window: where its part of the image begins, and for which lanes that lies inside.
struct ImageTap {
  int64_t offset = 0;
  uint64_t inside = 0;  // a bit for each lane
};

/// A tile of a convolution's result, whose lanes are positions that follow one another in the image as in the result:
/// out[i·out_row + j] (+)= Σ over taps t and p < k of window[t, p, i]·image[taps[t].offset + p·image_row + j]. The
/// window is packed, lanes outside of the image count as zero; whether their memory is read says `reads_inside_only`.
using ImageKernelFunction = void (*)(const void *window, const void *image, void *out, const ImageTap *taps,
                                     int64_t tap_count, int64_t k, int64_t image_row, int64_t out_row,
                                     int64_t accumulate);

/// `k` elements that lie together in the image, beside as many rows of the packed window.
struct PixelRun {
  int64_t image = 0, window = 0, k = 0;
};

/// A tile of a convolution's result, whose lanes are features: out[i·out_row + j] (+)= Σ over runs r and p < r.k of
/// image[r.image + i·pixel + p]·window[r.window + p·nr + j].
using PixelKernelFunction = void (*)(const void *image, const void *window, void *out, const PixelRun *runs,
                                     int64_t run_count, int64_t pixel, int64_t out_row, int64_t accumulate);

struct MicroKernel {
  MicroKernelFunction run = nullptr;
  int64_t mr = 0, nr = 0;
  double speed = 1;  // from the first-level cache, of the machine's peak
  ImageKernelFunction run_image = nullptr;
  PixelKernelFunction run_pixels = nullptr;
  /// Relative time of an m×n product that is computed as it is, not transposed.
  double cost_upright(int64_t m, int64_t n) const;
};

/// Tiles of several shapes; places at the end are unused.
struct MicroKernels {
  MicroKernel all[8];
  /// The one that takes least for an m×n product.
  const MicroKernel &choose(int64_t m, int64_t n) const;
  /// The same for a product that cannot be transposed.
  const MicroKernel &choose_upright(int64_t m, int64_t n) const;
};

struct GemmKernels {
  /// What serves one input dtype.
  struct Set {
    PackFunction pack;
    GatherFunction gather;
    PackLanesFunction pack_lanes;
    VectorProductFunction row_products, column_products;
    StoreFunction store;
    MicroKernels micro;  // used where the compiler gave none
  };
  Set f32, f64, bf16, f16, i8;
  /// Packs 16-bit elements by pairs of k, as 32-bit elements, or bytes by fours: `k` and `k_stride` count and step over
  /// those.
  PackFunction pack_pairs, pack_fours;
  bool reads_inside_only;  // of image kernels

  const Set &of(DType type) const;
};

const GemmKernels &gemm_kernels();
/// Those that take pairs of bf16; null where the machine has no instruction for them.
const MicroKernels *pair_micro_kernels();
/// Those that take fours of i8, likewise.
const MicroKernels *four_micro_kernels();
/// Those on tile registers, for products that fill them; null for smaller ones, and where there are none. `group` is 2
/// for pairs of bf16 and 4 for fours of i8.
const MicroKernels *tile_micro_kernels(int group, int64_t m, int64_t n);

// One definition for each instruction set, from gemm_kernels_body.h.
namespace gemm_baseline {
extern const GemmKernels kernels;
}
#if defined(__x86_64__)
namespace gemm_avx2 {
extern const GemmKernels kernels;
}
namespace gemm_avx512 {
extern const GemmKernels kernels;
}
namespace gemm_avx512_bf16 {
extern const MicroKernels kernels;
}
namespace gemm_avx512_vnni {
extern const MicroKernels kernels;
}
namespace gemm_amx {
/// Of pairs of bf16 and of fours of i8; null where the machine has none.
const MicroKernels *pairs();
const MicroKernels *fours();
}  // namespace gemm_amx
#endif

}  // namespace fluxion::runtime

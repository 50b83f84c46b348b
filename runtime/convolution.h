// Convolutions, taken apart into pieces whose input has no gaps: a dilated input (the gradient of a strided
// convolution) would otherwise be multiplied mostly by zeros.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include <fluxion/shape.h>

#include "runtime/gemm_kernels.h"
#include "runtime/workspace.h"

namespace fluxion::runtime {

/// One spatial dimension of a piece. Result element t of `count` multiplies by the window's element u of `taps` the
/// input's element `first` + t·`step` + u·`tap_step`, if that lies in [0, `size`). Strides are in elements; those of
/// result and window, and where they begin, are in the offsets of the piece.
struct ConvolutionDim {
  int64_t count = 1, taps = 1, size = 1;
  int64_t first = 0, step = 1, tap_step = 1;
  int64_t in_stride = 0, out_stride = 0, window_stride = 0;

  /// The input's element that result t and the window's u meet at, which may lie outside.
  int64_t meeting(int64_t t, int64_t u) const { return first + t * step + u * tap_step; }
  bool contains(int64_t i) const { return i >= 0 && i < size; }
};

/// out[g, b, o, t…] = Σ over f and u of in[g, b, f, …]·window[g, o, f, u…], for groups g. There is at least one spatial
/// dimension.
struct ConvolutionPiece {
  int64_t groups = 1, batch = 1, features = 1, sums = 1;  // `sums`: input features of a group
  int64_t in_group = 0, in_batch = 0, in_feature = 0;     // strides
  int64_t window_group = 0, window_out = 0, window_feature = 0;
  int64_t out_group = 0, out_batch = 0, out_feature = 0;
  int64_t out_offset = 0, window_offset = 0;
  std::vector<ConvolutionDim> dims;

  int64_t positions() const {  // results of each feature
    int64_t n = batch;
    for (const ConvolutionDim &d : dims) n *= d.count;
    return n;
  }
  int64_t taps() const {
    int64_t n = 1;
    for (const ConvolutionDim &d : dims) n *= d.taps;
    return n;
  }
  /// Where number `tap` of the window's elements, in row-major order, lies in the window.
  int64_t tap_offset(int64_t tap) const {
    int64_t offset = 0;
    for (size_t d = dims.size(); d-- > 0; tap /= dims[d].taps) offset += tap % dims[d].taps * dims[d].window_stride;
    return offset;
  }
  /// Where the line of the input begins along which the results at `at` meet the window's elements at `tap`, indices in
  /// all dimensions but the last; negative outside of the input.
  int64_t line_offset(const int64_t *at, const int64_t *tap) const {
    int64_t offset = 0;
    for (size_t d = 0; d + 1 < dims.size(); ++d) {
      const int64_t i = dims[d].meeting(at[d], tap[d]);
      if (!dims[d].contains(i)) return -1;
      offset += i * dims[d].in_stride;
    }
    return offset;
  }
};

/// What the attributes of the library function "convolution" describe.
struct Convolution {
  ShapeDtype lhs, rhs, out;
  std::vector<ConvolutionPiece> pieces;  // disjoint; results in none of them are zero
};

/// Floats of one dtype, as blocked matrix products whose panels are packed straight from the input. False, and nothing
/// done, for pieces that are better off as loops.
bool run_gemm_piece(const Convolution &c, const ConvolutionPiece &piece, const void *lhs, const void *rhs, void *out);

/// The buffers that it takes.
ProductWorkspace gemm_piece_workspace(const Convolution &c, const ConvolutionPiece &piece);

/// Floats whose result lies as the input does, with tiles that read the input itself. False, and nothing done, for
/// others, and where panels that are packed take less time. Tests pass the kernels of lesser machines.
bool run_image_piece(const Convolution &c, const ConvolutionPiece &piece, const void *lhs, const void *rhs, void *out,
                     const GemmKernels &kernels = gemm_kernels());

/// The buffers that it takes; none where it would not run.
std::optional<ProductWorkspace> image_piece_workspace(const Convolution &c, const ConvolutionPiece &piece);

/// The same for features that lie together in the image and in the result.
bool run_pixel_piece(const Convolution &c, const ConvolutionPiece &piece, const void *lhs, const void *rhs, void *out,
                     const GemmKernels &kernels = gemm_kernels());
std::optional<ProductWorkspace> pixel_piece_workspace(const Convolution &c, const ConvolutionPiece &piece);

/// Any dtypes: products are computed in the result's (f32 for narrower floats).
void run_direct(const Convolution &c, const std::vector<ConvolutionPiece> &pieces, const void *lhs, const void *rhs,
                void *out);

}  // namespace fluxion::runtime

// The columns ("lanes") of a convolution's matrix product: the positions of the result, batch first, and what each sees
// of the input.
#pragma once
#include "runtime/convolution.h"
#include "runtime/gemm_kernels.h"

namespace fluxion::runtime {

/// Lanes that follow one another along the last spatial dimension.
struct LaneSegment {
  int64_t lane = 0, length = 0;  // the first one within the panel
  int64_t in_offset = 0;         // of its batch
  int64_t out_offset = 0;
  std::vector<int64_t> at;  // its index in every spatial dimension
};

class ConvolutionLanes {
 public:
  explicit ConvolutionLanes(const ConvolutionPiece &piece) : p_(piece) {}

  /// The lanes [begin, begin + count) of all positions.
  void select(int64_t begin, int64_t count);
  /// What the window's element `tap` multiplies: runs of the input, from the group's first element on, that fill
  /// `width` lanes.
  const std::vector<LaneRun> &runs(const int64_t *tap, int64_t width);
  /// The result's places, every `out_stride` of the last dimension; runs that follow each other are joined.
  const std::vector<LaneSegment> &places() const { return places_; }
  const std::vector<LaneSegment> &segments() const { return segments_; }

 private:
  const ConvolutionPiece &p_;
  std::vector<LaneSegment> segments_, places_;
  int64_t used_ = 0;
  std::vector<LaneRun> runs_;
};

}  // namespace fluxion::runtime

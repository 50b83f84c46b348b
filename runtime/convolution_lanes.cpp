#include "runtime/convolution_lanes.h"

#include <algorithm>

namespace fluxion::runtime {

void ConvolutionLanes::select(int64_t begin, int64_t count) {
  segments_.clear();
  places_.clear();
  const size_t last = p_.dims.size() - 1;
  std::vector<int64_t> at(p_.dims.size());
  int64_t batch = begin;
  for (size_t d = p_.dims.size(); d-- > 0; batch /= p_.dims[d].count) at[d] = batch % p_.dims[d].count;
  for (int64_t lane = 0; lane < count;) {
    LaneSegment s{lane, std::min(count - lane, p_.dims[last].count - at[last]), batch * p_.in_batch,
                  batch * p_.out_batch, at};
    for (size_t d = 0; d <= last; ++d) s.out_offset += at[d] * p_.dims[d].out_stride;
    segments_.push_back(s);
    LaneSegment *before = places_.empty() ? nullptr : &places_.back();
    if (before && before->out_offset + before->length * p_.dims[last].out_stride == s.out_offset) {
      before->length += s.length;
    } else {
      places_.push_back(s);
    }
    lane += s.length;
    at[last] += s.length;
    for (size_t d = last; at[d] == p_.dims[d].count; --d) {
      at[d] = 0;
      if (d == 0) {
        ++batch;
        break;
      }
      ++at[d - 1];
    }
  }
  used_ = count;
}

const std::vector<LaneRun> &ConvolutionLanes::runs(const int64_t *tap, int64_t width) {
  const ConvolutionDim &last = p_.dims.back();
  const int64_t stride = last.step * last.in_stride;
  runs_.clear();
  const auto add = [&](int64_t length, int64_t offset) {
    if (length == 0) return;
    LaneRun *before = runs_.empty() ? nullptr : &runs_.back();
    if (before &&
        (offset < 0 ? before->offset < 0 : before->offset >= 0 && before->offset + before->length * stride == offset)) {
      before->length += length;
    } else {
      runs_.push_back({length, offset});
    }
  };
  for (const LaneSegment &s : segments_) {
    const int64_t line = p_.line_offset(s.at.data(), tap);
    if (line < 0) {
      add(s.length, -1);
      continue;
    }
    const int64_t i = last.meeting(s.at.back(), tap[p_.dims.size() - 1]);
    int64_t before = 0, valid = s.length;  // lanes outside of the input in front, and up to the last one inside
    if (i < 0) before = std::min(s.length, (-i + last.step - 1) / last.step);
    if (i + (s.length - 1) * last.step >= last.size)
      valid = i < last.size ? std::min(s.length, (last.size - i + last.step - 1) / last.step) : 0;
    add(before, -1);
    if (valid > before) add(valid - before, s.in_offset + line + (i + before * last.step) * last.in_stride);
    add(s.length - std::max(before, valid), -1);
  }
  add(width - used_, -1);
  return runs_;
}

}  // namespace fluxion::runtime

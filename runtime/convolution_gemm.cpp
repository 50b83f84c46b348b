// Convolutions as matrix products: rows are output features, columns ("lanes") the positions of the result, and what is
// summed over are the window's elements and the input features. The panels of the window are packed once; those of the
// input, the usual im2col, are packed by each task as it goes and stay in the second-level cache.
//
// How the sum is cut depends on the shape alone, and every element is summed in one order: the bits depend on neither
// the threads nor the machine's load.
#include <algorithm>
#include <cstring>

#include "runtime/convolution_lanes.h"
#include "runtime/gemm_buffer.h"
#include "runtime/gemm_tasks.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kMaxPackedWindow = int64_t{8} << 20;  // bytes at a time
constexpr int64_t kPieceDepth = 128;                    // elements of a lane that are transposed at a time

int64_t divide_up(int64_t x, int64_t unit) { return (x + unit - 1) / unit; }
int64_t round_up(int64_t x, int64_t unit) { return divide_up(x, unit) * unit; }

/// One dimension of the sum: a spatial one of the window, or the features.
struct SumDim {
  int64_t size = 1, window_stride = 0;
  int dim = -1;  // spatial dimension; -1: the features
};

struct Layout {
  std::vector<SumDim> sum;  // outermost first
  bool by_lanes = true;     // panels are gathered row by row; otherwise lane by lane, and transposed
};

/// The order of the sum, chosen so that what is read in the innermost loop lies together in memory. Costs are cycles an
/// element.
Layout choose_layout(const ConvolutionPiece &p, int64_t nr) {
  constexpr int64_t vector = 8;  // lanes, more or less
  const ConvolutionDim &last = p.dims.back();
  const auto width = static_cast<double>(nr), features = static_cast<double>(p.sums);
  const double runs = width / static_cast<double>(last.count) + 1;
  const int64_t stride = last.step * last.in_stride;
  const double moves = stride == 1                          ? width / static_cast<double>(vector) + 2 * runs
                       : stride == 2 && last.count > vector ? 3 * width / static_cast<double>(vector) + 6 * runs
                                                            : 1.2 * width;
  const double by_lanes = (moves + 30 * runs / features) / width;
  // An element costs a share of a transposition, and of what is done for each run of them.
  const double by_features = p.in_feature == 1 ? 0.4 + 6 / static_cast<double>(p.sums) : 1e9;
  const double by_taps = last.tap_step * last.in_stride == 1 ? 0.4 + 16 / static_cast<double>(last.taps) : 1e9;

  Layout layout;
  layout.by_lanes = by_lanes <= std::min(by_features, by_taps);
  const SumDim all_features{p.sums, p.window_feature, -1};
  const bool taps_inside = !layout.by_lanes && by_taps < by_features;
  if (taps_inside) layout.sum.push_back(all_features);
  for (size_t d = 0; d < p.dims.size(); ++d)
    layout.sum.push_back({p.dims[d].taps, p.dims[d].window_stride, static_cast<int>(d)});
  if (!taps_inside) layout.sum.push_back(all_features);
  return layout;
}

class GemmConvolution {
 public:
  GemmConvolution(const Convolution &c, const ConvolutionPiece &piece, const void *lhs, const void *rhs, void *out)
      : p_(piece),
        kernels_(gemm_kernels().of(c.lhs.dtype)),
        micro_(kernels_.micro.choose_upright(piece.features, piece.positions())),
        mr_(micro_.mr),
        nr_(micro_.nr),
        size_(c.lhs.dtype == DType::f64 ? 8 : 4),
        in_size_(size_of(c.lhs.dtype)),
        out_type_(c.out.dtype),
        in_(static_cast<const char *>(lhs)),
        window_(static_cast<const char *>(rhs) + piece.window_offset * in_size_),
        out_(static_cast<char *>(out) + piece.out_offset * size_of(c.out.dtype)),
        layout_(choose_layout(piece, nr_)),
        positions_(piece.positions()),
        k_(piece.sums * piece.taps()) {
    plan(c);
  }

  void run() {
    GemmWorkspace &mine = GemmWorkspace::of_this_thread();
    packed_ = mine.shared_b.reserve(groups_at_once_ * rows_ * phase_depth_ * size_);
    if (phase_depth_ < k_) all_sums_ = mine.shared_sums.reserve(groups_at_once_ * panels_ * nr_ * rows_ * size_);
    for (int64_t g = 0; g < p_.groups; g += groups_at_once_)
      for (int64_t k = 0; k < k_; k += phase_depth_)
        run_phase(g, std::min(p_.groups, g + groups_at_once_), k, std::min(k_, k + phase_depth_));
  }

  ProductWorkspace workspace() const {
    ProductWorkspace w;
    w.packed = groups_at_once_ * rows_ * phase_depth_ * size_;
    if (phase_depth_ < k_) w.sums = groups_at_once_ * panels_ * nr_ * rows_ * size_;
    w.own_b = value_bytes(nr_ * depth_), w.own_sums = value_bytes(nr_ * rows_);
    return w;
  }

 private:
  // A position in the sum, as an index in each of its dimensions.
  using SumIndex = std::vector<int64_t>;

  int64_t value_bytes(int64_t n) const { return n * size_; }

  void plan(const Convolution &c) {
    rows_ = round_up(p_.features, mr_);
    panels_ = divide_up(positions_, nr_);
    const int64_t chunks = divide_up(k_, 2048 / size_);
    depth_ = round_up(divide_up(k_, chunks), 4);
    const int64_t window_bytes = rows_ * round_up(k_, depth_) * size_;
    groups_at_once_ = std::clamp<int64_t>(kMaxPackedWindow / window_bytes, 1, p_.groups);
    phase_depth_ = round_up(k_, depth_);
    if (window_bytes > kMaxPackedWindow)
      phase_depth_ = std::max<int64_t>(1, kMaxPackedWindow / (rows_ * depth_ * size_)) * depth_;
    writes_out_ = c.out.dtype == (size_ == 8 ? DType::f64 : DType::f32) && p_.dims.back().out_stride == 1;
  }

  // ---- the window

  SumIndex index_at(int64_t k) const {
    SumIndex at(layout_.sum.size());
    for (size_t d = at.size(); d-- > 0; k /= layout_.sum[d].size) at[d] = k % layout_.sum[d].size;
    return at;
  }
  // Moves on by `count` within the innermost dimension, and to the next row of it at its end.
  void advance(SumIndex &at, int64_t count) const {
    at.back() += count;
    for (size_t d = at.size() - 1; d > 0 && at[d] == layout_.sum[d].size; --d) {
      at[d] = 0;
      ++at[d - 1];
    }
  }

  void run_phase(int64_t g0, int64_t g1, int64_t k0, int64_t k1) {
    ThreadPool &pool = ThreadPool::global();
    const int64_t groups = g1 - g0, row_panels = rows_ / mr_, chunks = divide_up(k1 - k0, depth_);
    for_each_task(pool, groups * row_panels * chunks, static_cast<double>(mr_ * depth_) * 8, [&](int64_t task) {
      const int64_t k = k0 + task % chunks * depth_, row = task / chunks % row_panels * mr_;
      pack_window(g0 + task / chunks / row_panels, row, k, std::min(k1, k + depth_),
                  window_panel(task / chunks / row_panels, row, k - k0, std::min(k1 - k, depth_)));
    });
    const double work = static_cast<double>(nr_ * rows_) * static_cast<double>(k1 - k0);
    for_each_task(pool, groups * panels_, work,
                  [&](int64_t task) { run_panel(g0, task / panels_, task % panels_, k0, k1); });
  }

  char *window_panel(int64_t group, int64_t row, int64_t k, int64_t depth) const {
    return packed_ + value_bytes(group * rows_ * phase_depth_ + k * rows_ + row * depth);
  }

  void pack_window(int64_t group, int64_t row, int64_t k0, int64_t k1, char *to) const {
    SumIndex at = index_at(k0);
    const int64_t lanes = std::min(mr_, p_.features - row);
    for (int64_t k = k0; k < k1;) {
      const SumDim &inner = layout_.sum.back();
      const int64_t n = std::min(k1 - k, inner.size - at.back());
      int64_t offset = group * p_.window_group + row * p_.window_out;
      for (size_t d = 0; d < at.size(); ++d) offset += at[d] * layout_.sum[d].window_stride;
      kernels_.pack(window_ + offset * in_size_, p_.window_out, inner.window_stride, lanes, n, mr_, to);
      to += value_bytes(n * mr_);
      k += n;
      advance(at, n);
    }
  }

  // ---- the input

  // Rows of the panel, one for each element of the sum.
  void gather_by_lanes(ConvolutionLanes &lanes, int64_t group, int64_t k0, int64_t k1, char *to) const {
    SumIndex at = index_at(k0);
    const int64_t stride = p_.dims.back().step * p_.dims.back().in_stride;
    const char *in = in_ + group * p_.in_group * in_size_;
    for (int64_t k = k0; k < k1;) {
      const int64_t n = std::min(k1 - k, p_.sums - at.back());
      const auto &runs = lanes.runs(at.data(), nr_);
      kernels_.gather(runs.data(), static_cast<int64_t>(runs.size()), in + at.back() * p_.in_feature * in_size_, stride,
                      p_.in_feature, n, nr_, to);
      to += value_bytes(n * nr_);
      k += n;
      advance(at, n);
    }
  }

  // What each lane sees is contiguous along the sum, and transposed in registers: all features, or none, of an element.
  void gather_by_features(const ConvolutionLanes &lanes, int64_t group, int64_t k0, int64_t k1, char *to) const {
    const char *in = in_ + group * p_.in_group * in_size_;
    std::vector<const void *> from(static_cast<size_t>(nr_));
    SumIndex at = index_at(k0);
    for (int64_t k = k0; k < k1;) {
      const int64_t n = std::min(k1 - k, p_.sums - at.back());
      size_t count = 0;
      for (const LaneSegment &s : lanes.segments()) {
        const ConvolutionDim &last = p_.dims.back();
        const int64_t line = p_.line_offset(s.at.data(), at.data()), offset = s.in_offset + at.back() + line;
        int64_t i = last.meeting(s.at.back(), at[p_.dims.size() - 1]);
        for (int64_t t = 0; t < s.length; ++t, i += last.step)
          from[count++] = line >= 0 && last.contains(i) ? in + (offset + i * last.in_stride) * in_size_ : nullptr;
      }
      kernels_.pack_lanes(from.data(), static_cast<int64_t>(count), n, nr_, to);
      to += value_bytes(n * nr_);
      k += n;
      advance(at, n);
    }
  }

  // The same where it is the window's elements that are contiguous, of which some may lie outside of the image: some
  // of them for all lanes are copied together, with zeros, then transposed.
  void gather_by_taps(ConvolutionLanes &lanes, int64_t group, int64_t k0, int64_t k1, char *to) const {
    char *rows = GemmWorkspace::of_this_thread().tail.reserve(nr_ * kPieceDepth * in_size_);
    const char *in = in_ + group * p_.in_group * in_size_;
    SumIndex at = index_at(k0);
    for (int64_t k = k0; k < k1; k += kPieceDepth) {
      const int64_t depth = std::min(kPieceDepth, k1 - k);
      int64_t count = 0;
      for (int64_t done = 0; done < depth;) {
        const int64_t n = std::min(depth - done, layout_.sum.back().size - at.back());
        count = copy_pieces(lanes, in, at, n, rows + done * in_size_, depth * in_size_);
        done += n;
        advance(at, n);
      }
      kernels_.pack(rows, depth, 1, count, depth, nr_, to);
      to += value_bytes(depth * nr_);
    }
  }

  // Elements at.back(), … of the innermost dimension of the sum, `n` of them, for every lane; returns their number.
  int64_t copy_pieces(const ConvolutionLanes &lanes, const char *in, const SumIndex &at, int64_t n, char *to,
                      int64_t row_bytes) const {
    const int64_t *tap = at.data() + 1, feature = at.front() * p_.in_feature;
    const ConvolutionDim &last = p_.dims.back();
    int64_t lane = 0;
    for (const LaneSegment &s : lanes.segments()) {
      const int64_t line = p_.line_offset(s.at.data(), tap), offset = s.in_offset + feature + line;
      int64_t i = last.meeting(s.at.back(), tap[p_.dims.size() - 1]);
      for (int64_t t = 0; t < s.length; ++t, i += last.step, to += row_bytes) {
        const char *from = in + (offset + i * last.in_stride) * in_size_;
        int64_t begin = 0, end = line >= 0 ? n : 0;
        begin = std::clamp<int64_t>(i < 0 ? divide_up(-i, last.tap_step) : 0, 0, end);
        end = std::clamp<int64_t>(i < last.size ? divide_up(last.size - i, last.tap_step) : 0, begin, end);
        if (begin > 0) std::memset(to, 0, static_cast<size_t>(begin * in_size_));
        if (end > begin)
          std::memcpy(to + begin * in_size_, from + begin * in_size_, static_cast<size_t>((end - begin) * in_size_));
        if (end < n) std::memset(to + end * in_size_, 0, static_cast<size_t>((n - end) * in_size_));
      }
      lane += s.length;
    }
    return lane;
  }

  // ---- the products

  void run_panel(int64_t g0, int64_t g, int64_t panel, int64_t k0, int64_t k1) {
    GemmWorkspace &mine = GemmWorkspace::of_this_thread();
    ConvolutionLanes lanes(p_);
    const int64_t first = panel * nr_, columns = std::min(nr_, positions_ - first);
    lanes.select(first, columns);
    char *out = out_ + (g0 + g) * p_.out_group * size_of(out_type_);
    const bool direct = writes_out_ && columns == nr_ && lanes.places().size() == 1;
    char *sums = nullptr;
    if (all_sums_) {
      sums = all_sums_ + value_bytes((g * panels_ + panel) * nr_ * rows_);
    } else if (!direct) {
      sums = mine.sums.reserve(value_bytes(nr_ * rows_));
    }
    for (int64_t k = k0; k < k1; k += depth_) {
      const int64_t depth = std::min(depth_, k1 - k);
      char *b = mine.b.reserve(value_bytes(nr_ * depth_));
      if (layout_.by_lanes) {
        gather_by_lanes(lanes, g0 + g, k, k + depth, b);
      } else if (layout_.sum.back().dim < 0) {
        gather_by_features(lanes, g0 + g, k, k + depth, b);
      } else {
        gather_by_taps(lanes, g0 + g, k, k + depth, b);
      }
      char *place = direct ? out + lanes.places()[0].out_offset * size_ : nullptr;
      for (int64_t row = 0; row < rows_; row += mr_) {
        const char *a = window_panel(g, row, k - k0, depth);
        if (direct && row + mr_ <= p_.features) {
          micro_.run(a, b, place + value_bytes(row * p_.out_feature), depth, 1, mr_, nr_, p_.out_feature, k > 0);
        } else if (direct) {
          run_last_rows(a, b, place + value_bytes(row * p_.out_feature), row, depth, k > 0);
        } else {
          micro_.run(a, b, sums + value_bytes(row * nr_), depth, 1, mr_, nr_, nr_, k > 0);
        }
      }
    }
    if (!direct && k1 == k_) deliver(lanes, sums, out);
  }

  // Fewer rows than the micro-kernel writes go through a tile.
  void run_last_rows(const char *a, const char *b, char *out, int64_t row, int64_t depth, bool accumulate) {
    char *tile = GemmWorkspace::of_this_thread().tile.reserve(value_bytes(mr_ * nr_));
    const int64_t rows = p_.features - row;
    if (accumulate) kernels_.store(out, p_.out_feature, rows, nr_, out_type_, tile, nr_, 1);
    micro_.run(a, b, tile, depth, 1, mr_, nr_, nr_, accumulate);
    kernels_.store(tile, nr_, rows, nr_, out_type_, out, p_.out_feature, 1);
  }

  void deliver(const ConvolutionLanes &lanes, const char *sums, char *out) const {
    const int64_t stride = p_.dims.back().out_stride, bytes = size_of(out_type_);
    if (p_.out_feature == 1 && p_.features > 1) {  // features are contiguous: turned round in registers first
      char *turned = GemmWorkspace::of_this_thread().transposed.reserve(value_bytes(nr_ * p_.features));
      (size_ == 8 ? gemm_kernels().f64 : gemm_kernels().f32).pack(sums, nr_, 1, p_.features, nr_, p_.features, turned);
      for (const LaneSegment &s : lanes.places())
        kernels_.store(turned + value_bytes(s.lane * p_.features), p_.features, s.length, p_.features, out_type_,
                       out + s.out_offset * bytes, stride, 1);
      return;
    }
    for (const LaneSegment &s : lanes.places())
      kernels_.store(sums + value_bytes(s.lane), nr_, p_.features, s.length, out_type_, out + s.out_offset * bytes,
                     p_.out_feature, stride);
  }

  const ConvolutionPiece &p_;
  const GemmKernels::Set &kernels_;
  const MicroKernel micro_;
  const int64_t mr_, nr_, size_, in_size_;
  const DType out_type_;
  const char *in_, *window_;
  char *out_;
  const Layout layout_;
  const int64_t positions_, k_;
  int64_t rows_ = 0, panels_ = 0;  // features in whole tiles; panels of lanes
  int64_t depth_ = 0;              // of a chunk of the sum: sums of chunks are added up in order
  int64_t phase_depth_ = 0;        // of the window that is packed at a time, a multiple of depth_
  int64_t groups_at_once_ = 1;
  bool writes_out_ = false;  // a row of a panel's results may be written by the micro-kernel
  char *packed_ = nullptr, *all_sums_ = nullptr;
};

bool is_product(const Convolution &c, const ConvolutionPiece &p) {
  const DType in = c.lhs.dtype, out = c.out.dtype;
  if (in != c.rhs.dtype) return false;
  const bool single = (in == DType::f32 || in == DType::bf16 || in == DType::f16) &&
                      (out == DType::f32 || out == DType::bf16 || out == DType::f16);
  if (!single && !(in == DType::f64 && out == DType::f64)) return false;
  // One row in four of the smallest tile is still faster than a loop, unless that runs over groups side by side.
  if (p.features == 1) return p.sums * p.taps() >= 32 && !(p.groups > 1 && p.in_group == 1);
  return p.sums * p.taps() >= 4;
}

// Where the batch is contiguous (the gradient of a kernel, features last), it is made the innermost dimension.
ConvolutionPiece with_batch_inside(ConvolutionPiece p) {
  if (p.in_batch != 1 || p.batch == 1) return p;
  ConvolutionDim batch;
  batch.count = batch.size = p.batch;
  batch.in_stride = p.in_batch;
  batch.out_stride = p.out_batch;
  p.dims.push_back(batch);
  p.batch = 1;
  return p;
}

}  // namespace

bool run_gemm_piece(const Convolution &c, const ConvolutionPiece &piece, const void *lhs, const void *rhs, void *out) {
  if (!is_product(c, piece)) return false;
  const ConvolutionPiece ordered = with_batch_inside(piece);
  GemmConvolution(c, ordered, lhs, rhs, out).run();
  return true;
}

ProductWorkspace gemm_piece_workspace(const Convolution &c, const ConvolutionPiece &piece) {
  if (!is_product(c, piece)) return {};
  const char nothing = 0;
  const ConvolutionPiece ordered = with_batch_inside(piece);
  return GemmConvolution(c, ordered, &nothing, &nothing, const_cast<char *>(&nothing)).workspace();
}

}  // namespace fluxion::runtime

// Convolutions whose result lies as their image does (strides of one, padded to the same size), where positions follow
// one another in memory: what an element of the window multiplies for some positions in a row is then the image itself,
// moved by a constant, less what lies outside. Nothing is gathered. Where the machine cannot leave out what lies
// outside, or planes of the image would meet in the same lines of the cache, a strip of the planes is copied first.
//
// As in convolution_gemm.cpp, how the sum is cut depends on the shape alone.
#include <algorithm>
#include <cstring>
#include <numeric>

#include "runtime/convolution_lanes.h"
#include "runtime/gemm_buffer.h"
#include "runtime/gemm_tasks.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kMaxPackedWindow = int64_t{8} << 20;  // bytes at a time
constexpr int64_t kChunkBytes = 1280;                   // of the sum of one result, at a time
constexpr int64_t kStripPanels = 12;                    // that are copied together
constexpr int64_t kMaxStrip = int64_t{1} << 19;         // bytes
constexpr double kGatherCost = 1.05;                    // of products whose panels are gathered

int64_t divide_up(int64_t x, int64_t unit) { return (x + unit - 1) / unit; }
int64_t round_up(int64_t x, int64_t unit) { return divide_up(x, unit) * unit; }

/// The tile that takes least, and how that ends a row of tiles.
struct Tiles {
  const MicroKernel *whole = nullptr, *last = nullptr;  // of as many rows
  double cost = 0;
};

Tiles choose_tiles(const MicroKernels &kernels, int64_t features, int64_t positions) {
  Tiles best;
  for (const MicroKernel &whole : kernels.all) {
    if (!whole.run_image) continue;
    const auto rows = static_cast<double>(round_up(features, whole.mr));
    const int64_t rest = positions % whole.nr;
    const auto cost_of = [](const MicroKernel &k) { return static_cast<double>(k.nr) / k.speed; };
    const MicroKernel *last = &whole;
    for (const MicroKernel &k : kernels.all)
      if (k.run_image && k.mr == whole.mr && k.nr >= rest && cost_of(k) < cost_of(*last)) last = &k;
    const double cost =
        rows * (static_cast<double>(positions / whole.nr) * cost_of(whole) + (rest ? cost_of(*last) : 0));
    if (!best.whole || cost < best.cost) best = {&whole, last, cost};
  }
  return best;
}

bool lies_as_the_image(const ConvolutionPiece &p) {
  int64_t in_stride = 1, out_stride = 1;
  for (size_t d = p.dims.size(); d-- > 0;) {
    const ConvolutionDim &dim = p.dims[d];
    if (dim.step != 1 || dim.count != dim.size || dim.in_stride != in_stride || dim.out_stride != out_stride)
      return false;
    in_stride *= dim.size;
    out_stride *= dim.count;
  }
  return true;
}

class ImageConvolution {
 public:
  ImageConvolution(const GemmKernels &kernels, DType type, const ConvolutionPiece &piece, const void *lhs,
                   const void *rhs, void *out)
      : p_(piece),
        kernels_(kernels.of(type)),
        reads_inside_only_(kernels.reads_inside_only),
        type_(type),
        size_(size_of(type)),
        positions_(piece.positions() / piece.batch),
        taps_(piece.taps()),
        tiles_(choose_tiles(kernels_.micro, piece.features, positions_)),
        in_(static_cast<const char *>(lhs)),
        window_(static_cast<const char *>(rhs) + piece.window_offset * size_),
        out_(static_cast<char *>(out) + piece.out_offset * size_) {
    if (tiles_.whole) plan();
  }

  /// Whether this takes less time than gathering panels.
  bool pays() const {
    if (!tiles_.whole || taps_ < 3 || p_.sums < 4) return false;
    const int64_t columns = positions_ * p_.batch;
    const double least = kernels_.micro.choose_upright(p_.features, columns).cost_upright(p_.features, columns);
    if (tiles_.cost * static_cast<double>(p_.batch) > kGatherCost * least) return false;
    return !copies_ || strip_bytes() <= kMaxStrip;
  }

  void run() {
    GemmWorkspace &mine = GemmWorkspace::of_this_thread();
    packed_ = mine.shared_b.reserve(groups_at_once_ * phase_bytes());
    taps_of_panels_ = reinterpret_cast<ImageTap *>(mine.parts.reserve(tap_bytes()));
    find_taps();
    for (int64_t g = 0; g < p_.groups; g += groups_at_once_)
      for (int64_t k = 0; k < p_.sums; k += phase_sums_)
        run_phase(g, std::min(p_.groups, g + groups_at_once_), k, std::min(p_.sums, k + phase_sums_));
  }

  ProductWorkspace workspace() const {
    ProductWorkspace w;
    w.packed = groups_at_once_ * phase_bytes();
    w.parts = tap_bytes();
    w.own_b = copies_ ? strip_bytes() : 0;
    w.own_tile = tiles_.whole->mr * tiles_.whole->nr * size_;
    return w;
  }

 private:
  struct Chunk {
    int64_t begin, end;  // of the input's features
    int64_t count() const { return end - begin; }
  };
  // The panels of an image that a task runs, and where it reads them.
  struct Strip {
    int64_t begin, end;  // panels
    const char *image;   // position 0 of the chunk's first plane
    int64_t plane;       // elements from a plane to the next
  };

  void plan() {
    mr_ = tiles_.whole->mr, nr_ = tiles_.whole->nr;
    rows_ = round_up(p_.features, mr_);
    panels_ = divide_up(positions_, nr_);
    const int64_t chunks = divide_up(p_.sums * taps_, kChunkBytes / size_);
    chunk_ = divide_up(p_.sums, std::min(chunks, p_.sums));
    phase_sums_ = round_up(p_.sums, chunk_);
    const int64_t group_bytes = rows_ * taps_ * phase_sums_ * size_;
    groups_at_once_ = std::clamp<int64_t>(kMaxPackedWindow / group_bytes, 1, p_.groups);
    if (group_bytes > kMaxPackedWindow)
      phase_sums_ = std::max<int64_t>(1, kMaxPackedWindow / (rows_ * taps_ * chunk_ * size_)) * chunk_;
    for (const ConvolutionDim &dim : p_.dims) {
      first_ += std::min(dim.first, dim.meeting(0, dim.taps - 1)) * dim.in_stride;
      last_ += std::max(dim.first, dim.meeting(0, dim.taps - 1)) * dim.in_stride;
    }
    // Planes a multiple of some KB apart share their places in the caches.
    copies_ = !reads_inside_only_ || std::gcd(p_.in_feature * size_, int64_t{1} << 17) > 2048;
    if (!copies_) return;
    strip_panels_ = std::min(panels_, std::max(kStripPanels, (last_ - first_) / nr_));
    const int64_t lines = divide_up((strip_panels_ * nr_ + last_ - first_) * size_, 64) + 1;
    strip_plane_ = (lines | 1) * 64 / size_;
  }

  int64_t phase_bytes() const { return rows_ * taps_ * phase_sums_ * size_; }
  int64_t tap_bytes() const { return panels_ * taps_ * static_cast<int64_t>(sizeof(ImageTap)); }
  int64_t strip_bytes() const { return chunk_ * strip_plane_ * size_; }

  // Which lanes of a panel meet the image is the same for all images and features.
  void find_taps() const {
    ConvolutionPiece image = p_;
    image.batch = 1;
    for_each_task(ThreadPool::global(), panels_, static_cast<double>(taps_) * 512, [&](int64_t panel) {
      ConvolutionLanes lanes(image);
      lanes.select(panel * nr_, std::min(nr_, positions_ - panel * nr_));
      std::vector<int64_t> at(p_.dims.size());
      for (int64_t t = 0; t < taps_; ++t) {
        ImageTap &tap = taps_of_panels_[panel * taps_ + t];
        tap = {};
        int64_t rest = t;
        for (size_t d = at.size(); d-- > 0; rest /= p_.dims[d].taps) {
          at[d] = rest % p_.dims[d].taps;
          tap.offset += p_.dims[d].meeting(0, at[d]) * p_.dims[d].in_stride;
        }
        int64_t lane = 0;
        for (const LaneRun &run : lanes.runs(at.data(), nr_)) {
          if (run.offset >= 0) tap.inside |= ~uint64_t{0} >> (64 - run.length) << lane;
          lane += run.length;
        }
      }
    });
  }

  void run_phase(int64_t g0, int64_t g1, int64_t k0, int64_t k1) {
    ThreadPool &pool = ThreadPool::global();
    const int64_t groups = g1 - g0, row_panels = rows_ / mr_, chunks = divide_up(k1 - k0, chunk_);
    const auto chunk = [&](int64_t i) { return Chunk{k0 + i * chunk_, std::min(k1, k0 + (i + 1) * chunk_)}; };
    for_each_task(pool, groups * row_panels * chunks, static_cast<double>(mr_ * chunk_ * taps_) * 8, [&](int64_t task) {
      const int64_t group = task / chunks / row_panels, row = task / chunks % row_panels * mr_;
      pack_window(g0 + group, row, chunk(task % chunks), window_panel(group, row, k0, chunk(task % chunks)));
    });
    // What is copied around a strip costs least where strips are long, but there must be some for every thread.
    const int64_t images = groups * p_.batch;
    const int64_t strip = copies_ ? std::clamp<int64_t>(images * panels_ / (8 * pool.threads()), 1, strip_panels_) : 1;
    const int64_t strips = divide_up(panels_, strip);
    const double work = static_cast<double>(strip * nr_ * rows_ * taps_) * static_cast<double>(k1 - k0);
    for_each_task(pool, images * strips, work, [&](int64_t task) {
      const int64_t group = task / strips / p_.batch, image = task / strips % p_.batch;
      const char *in = in_ + ((g0 + group) * p_.in_group + image * p_.in_batch) * size_;
      char *out = out_ + ((g0 + group) * p_.out_group + image * p_.out_batch) * size_;
      Strip s{task % strips * strip, std::min(panels_, (task % strips + 1) * strip), nullptr, p_.in_feature};
      for (int64_t i = 0; i < chunks; ++i) {
        const char *first = in + chunk(i).begin * p_.in_feature * size_;
        s.image = first;
        if (copies_) copy_strip(first, chunk(i).count(), s);
        for (int64_t panel = s.begin; panel < s.end; ++panel)
          run_panel(s, panel, window_panel(group, 0, k0, chunk(i)), chunk(i), out);
      }
    });
  }

  // ---- the window: chunks of the sum, and in them panels of rows

  char *window_panel(int64_t group, int64_t row, int64_t k0, Chunk chunk) const {
    return packed_ +
           (group * rows_ * taps_ * phase_sums_ + (chunk.begin - k0) * taps_ * rows_ + row * taps_ * chunk.count()) *
               size_;
  }

  void pack_window(int64_t group, int64_t row, Chunk chunk, char *to) const {
    const int64_t lanes = std::min(mr_, p_.features - row);
    for (int64_t t = 0; t < taps_; ++t, to += chunk.count() * mr_ * size_) {
      const int64_t from = group * p_.window_group + row * p_.window_out + chunk.begin * p_.window_feature;
      kernels_.pack(window_ + (from + p_.tap_offset(t)) * size_, p_.window_out, p_.window_feature, lanes, chunk.count(),
                    mr_, to);
    }
  }

  // ---- the image

  void copy_strip(const char *from, int64_t planes, Strip &strip) const {
    char *to = GemmWorkspace::of_this_thread().b.reserve(strip_bytes());
    const int64_t start = strip.begin * nr_ + first_;
    const int64_t begin = std::max<int64_t>(0, start), end = std::min(positions_, strip.end * nr_ + last_);
    for (int64_t i = 0; i < planes && begin < end; ++i)
      std::memcpy(to + (i * strip_plane_ + begin - start) * size_, from + (i * p_.in_feature + begin) * size_,
                  static_cast<size_t>((end - begin) * size_));
    strip.image = to - start * size_;
    strip.plane = strip_plane_;
  }

  // What the next panel reads and this one does not lies at the end of each plane's part: all of the planes are too
  // many streams for the processor to foresee. A share of them is asked for before each row of tiles.
  void ask_for_next(const Strip &strip, int64_t panel, Chunk chunk, int64_t row) const {
    const int64_t next = (panel + 1) * nr_ + last_, end = std::min(positions_, next + nr_);
    const int64_t begin = chunk.count() * row / rows_, stop = chunk.count() * (row + mr_) / rows_;
    for (int64_t i = begin; i < stop; ++i)
      for (int64_t at = next; at < end; at += 64 / size_)
        __builtin_prefetch(strip.image + (i * strip.plane + at) * size_, 0, 2);
  }

  // ---- the products

  void run_panel(const Strip &strip, int64_t panel, const char *window, Chunk chunk, char *out) const {
    const int64_t position = panel * nr_, columns = std::min(nr_, positions_ - position);
    const ImageTap *taps = taps_of_panels_ + panel * taps_;
    const MicroKernel &tile = columns < nr_ ? *tiles_.last : *tiles_.whole;
    const char *image = strip.image + position * size_;
    for (int64_t row = 0; row < rows_; row += mr_) {
      if (!copies_) ask_for_next(strip, panel, chunk, row);
      const char *a = window + row * taps_ * chunk.count() * size_;
      char *to = out + (row * p_.out_feature + position) * size_;
      const int64_t rows = std::min(mr_, p_.features - row);
      if (rows == mr_ && columns == tile.nr) {
        tile.run_image(a, image, to, taps, taps_, chunk.count(), strip.plane, p_.out_feature, chunk.begin > 0);
      } else {
        char *part = GemmWorkspace::of_this_thread().tile.reserve(mr_ * nr_ * size_);
        if (chunk.begin > 0) kernels_.store(to, p_.out_feature, rows, columns, type_, part, tile.nr, 1);
        tile.run_image(a, image, part, taps, taps_, chunk.count(), strip.plane, tile.nr, chunk.begin > 0);
        kernels_.store(part, tile.nr, rows, columns, type_, to, p_.out_feature, 1);
      }
    }
  }

  const ConvolutionPiece &p_;
  const GemmKernels::Set &kernels_;
  const bool reads_inside_only_;
  const DType type_;
  const int64_t size_, positions_, taps_;  // positions of one image
  const Tiles tiles_;
  const char *in_, *window_;
  char *out_;
  int64_t mr_ = 0, nr_ = 0, rows_ = 0, panels_ = 0;  // of an image
  int64_t chunk_ = 0, phase_sums_ = 0;               // input features summed at a time, and packed at a time
  int64_t groups_at_once_ = 1;
  int64_t first_ = 0, last_ = 0;  // the least and largest offset of a tap
  bool copies_ = false;
  int64_t strip_panels_ = 1, strip_plane_ = 0;
  char *packed_ = nullptr;
  ImageTap *taps_of_panels_ = nullptr;
};

bool is_image_piece(const Convolution &c, const ConvolutionPiece &p) {
  const DType type = c.out.dtype;
  return (type == DType::f32 || type == DType::f64) && c.lhs.dtype == type && c.rhs.dtype == type && p.features > 1 &&
         lies_as_the_image(p);
}

/// None where the piece is better computed otherwise.
std::optional<ImageConvolution> make_image_convolution(const GemmKernels &kernels, const Convolution &c,
                                                       const ConvolutionPiece &piece, const void *lhs, const void *rhs,
                                                       void *out) {
  if (!is_image_piece(c, piece)) return std::nullopt;
  ImageConvolution convolution(kernels, c.out.dtype, piece, lhs, rhs, out);
  return convolution.pays() ? std::optional(std::move(convolution)) : std::nullopt;
}

}  // namespace

bool run_image_piece(const Convolution &c, const ConvolutionPiece &piece, const void *lhs, const void *rhs, void *out,
                     const GemmKernels &kernels) {
  auto convolution = make_image_convolution(kernels, c, piece, lhs, rhs, out);
  if (convolution) convolution->run();
  return convolution.has_value();
}

std::optional<ProductWorkspace> image_piece_workspace(const Convolution &c, const ConvolutionPiece &piece) {
  char nothing = 0;
  const auto convolution = make_image_convolution(gemm_kernels(), c, piece, &nothing, &nothing, &nothing);
  return convolution ? std::optional(convolution->workspace()) : std::nullopt;
}

}  // namespace fluxion::runtime

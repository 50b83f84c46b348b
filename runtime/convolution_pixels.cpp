// Convolutions whose features lie together: what a pixel of the result multiplies is, for each line of the window, one
// run of numbers in the image, and those of the next pixel lie a constant further. Tiles are some pixels in a row by
// some features, and nothing is gathered but for the tiles at both ends of a row, which reach beyond the image.
//
// As in convolution_gemm.cpp, how the sum is cut depends on the shape alone.
#include <algorithm>
#include <cstring>

#include "runtime/convolution.h"
#include "runtime/gemm_buffer.h"
#include "runtime/gemm_tasks.h"

namespace fluxion::runtime {
namespace {

constexpr int64_t kMaxPackedWindow = int64_t{8} << 20;  // bytes at a time
constexpr int64_t kMaxPanel = int64_t{1} << 18;         // of a panel of the window that is used at a time
constexpr int64_t kMaxCopied = int64_t{1} << 18;        // of the tiles that a task copies
constexpr int64_t kMaxRows = 8;                         // of a task
constexpr double kGatherCost = 1.05, kTurnCost = 14;    // of products whose panels are gathered, and turned round

int64_t divide_up(int64_t x, int64_t unit) { return (x + unit - 1) / unit; }

class PixelConvolution {
 public:
  PixelConvolution(const GemmKernels &kernels, DType type, const ConvolutionPiece &piece, const void *lhs,
                   const void *rhs, void *out)
      : p_(piece),
        last_(piece.dims.back()),
        kernels_(kernels.of(type)),
        type_(type),
        size_(size_of(type)),
        in_(static_cast<const char *>(lhs)),
        window_(static_cast<const char *>(rhs) + piece.window_offset * size_),
        out_(static_cast<char *>(out) + piece.out_offset * size_) {
    for (const MicroKernel &k : kernels_.micro.all)
      if (k.run_pixels && (!micro_ || cost(k) < cost(*micro_))) micro_ = &k;
    if (micro_) plan();
  }

  /// Whether this takes less time than gathering panels.
  bool pays() const {
    if (!micro_ || k_ < 16 || p_.features < 8 || copied_bytes_ > kMaxCopied) return false;
    const int64_t columns = p_.positions();
    const double least = kernels_.micro.choose_upright(p_.features, columns).cost_upright(p_.features, columns);
    const double rows = static_cast<double>(p_.batch * rows_);
    return cost(*micro_) * rows <= least * (kGatherCost + kTurnCost / static_cast<double>(p_.features));
  }

  void run() {
    packed_ = GemmWorkspace::of_this_thread().shared_b.reserve(panels_at_once_ * panel_bytes());
    for (int64_t q = 0; q < panels_; q += panels_at_once_) run_phase(q, std::min(panels_, q + panels_at_once_));
  }

  ProductWorkspace workspace() const {
    ProductWorkspace w;
    w.packed = panels_at_once_ * panel_bytes();
    w.own_b = std::min(kMaxRows * copied_bytes_, kMaxCopied);
    w.own_tile = micro_->mr * micro_->nr * size_;
    return w;
  }

 private:
  // Pixels of a row of the result. Those that reach beyond the image are copied, to a place of their own.
  struct Tile {
    int64_t begin, pixels, place;  // place < 0: read where they lie
  };
  // A row of the result: where it lies, and which lines of the window meet the image.
  struct Row {
    int64_t out = 0;
    std::vector<int64_t> lines;  // offsets in the image; negative: outside
  };

  double cost(const MicroKernel &k) const { return k.cost_upright(last_.count, p_.features); }
  int64_t panel_bytes() const { return nr_ * k_ * size_; }

  void plan() {
    mr_ = micro_->mr, nr_ = micro_->nr;
    panels_ = divide_up(p_.features, nr_);
    k_ = p_.sums * p_.taps();
    lines_ = p_.taps() / last_.taps;
    rows_ = p_.positions() / p_.batch / last_.count;
    depth_ = divide_up(k_, divide_up(panel_bytes(), kMaxPanel));
    panels_at_once_ = std::clamp<int64_t>(kMaxPackedWindow / panel_bytes(), 1, panels_);
    together_ = last_.tap_step == 1 && last_.in_stride == p_.sums;
    columns_ = (mr_ - 1) * last_.step + (last_.taps - 1) * last_.tap_step + 1;
    int64_t places = 0;
    for (int64_t x = 0; x < last_.count; x += mr_) {
      const int64_t begin = last_.first + x * last_.step;
      const bool inside = x + mr_ <= last_.count && begin >= 0 && begin + columns_ <= last_.size;
      tiles_.push_back({x, std::min(mr_, last_.count - x), inside ? -1 : places++});
    }
    copied_bytes_ = places * lines_ * columns_ * p_.sums * size_;
  }

  void run_phase(int64_t q0, int64_t q1) {
    ThreadPool &pool = ThreadPool::global();
    for_each_task(pool, q1 - q0, static_cast<double>(nr_ * k_) * 8, [&](int64_t q) { pack_window(q0 + q, q); });
    const int64_t wanted = std::max<int64_t>(1, p_.batch * rows_ / (8 * pool.threads()));
    const int64_t room = copied_bytes_ ? std::max<int64_t>(1, kMaxCopied / copied_bytes_) : kMaxRows;
    const int64_t together = std::min({wanted, room, kMaxRows, rows_}), strips = divide_up(rows_, together);
    const double work = static_cast<double>(together * last_.count * (q1 - q0) * nr_) * static_cast<double>(k_);
    for_each_task(pool, p_.batch * strips, work, [&](int64_t task) {
      const int64_t image = task / strips, row = task % strips * together;
      run_rows(image, row, std::min(rows_, row + together), q0, q1);
    });
  }

  void pack_window(int64_t panel, int64_t place) const {
    char *to = packed_ + place * panel_bytes();
    const int64_t lanes = std::min(nr_, p_.features - panel * nr_);
    for (int64_t t = 0; t < p_.taps(); ++t, to += p_.sums * nr_ * size_) {
      const int64_t from = panel * nr_ * p_.window_out + p_.tap_offset(t);
      kernels_.pack(window_ + from * size_, p_.window_out, p_.window_feature, lanes, p_.sums, nr_, to);
    }
  }

  Row row_at(int64_t image, int64_t row) const {
    Row r;
    r.out = image * p_.out_batch;
    std::vector<int64_t> at(p_.dims.size() - 1), tap(at.size());
    for (size_t d = at.size(); d-- > 0; row /= p_.dims[d].count) {
      at[d] = row % p_.dims[d].count;
      r.out += at[d] * p_.dims[d].out_stride;
    }
    for (int64_t line = 0; line < lines_; ++line) {
      int64_t rest = line;
      for (size_t d = tap.size(); d-- > 0; rest /= p_.dims[d].taps) tap[d] = rest % p_.dims[d].taps;
      const int64_t offset = p_.line_offset(at.data(), tap.data());
      r.lines.push_back(offset < 0 ? -1 : image * p_.in_batch + offset);
    }
    return r;
  }

  // ---- what reaches beyond the image: columns, with zeros, of every line of the window

  void copy_tiles(const Row &row, char *to) const {
    const auto bytes = static_cast<size_t>(p_.sums * size_);
    for (const Tile &tile : tiles_) {
      if (tile.place < 0) continue;
      const int64_t used = (tile.pixels - 1) * last_.step + (last_.taps - 1) * last_.tap_step + 1;
      for (int64_t line = 0; line < lines_; ++line)
        for (int64_t c = 0; c < columns_; ++c) {
          char *column = to + ((tile.place * lines_ + line) * columns_ + c) * p_.sums * size_;
          const int64_t i = last_.first + tile.begin * last_.step + c, offset = row.lines[static_cast<size_t>(line)];
          if (offset >= 0 && c < used && i >= 0 && i < last_.size)
            std::memcpy(column, in_ + (offset + i * last_.in_stride) * size_, bytes);
          else
            std::memset(column, 0, bytes);
        }
    }
  }

  // ---- the products

  void run_rows(int64_t image, int64_t begin, int64_t end, int64_t q0, int64_t q1) const {
    std::vector<Row> rows;
    for (int64_t row = begin; row < end; ++row) rows.push_back(row_at(image, row));
    char *copied = GemmWorkspace::of_this_thread().b.reserve(std::max<int64_t>(1, (end - begin) * copied_bytes_));
    for (size_t i = 0; i < rows.size(); ++i) copy_tiles(rows[i], copied + static_cast<int64_t>(i) * copied_bytes_);
    std::vector<PixelRun> lying, moved;
    for (int64_t q = q0; q < q1; ++q)
      for (int64_t k = 0; k < k_; k += depth_) {
        const char *window = packed_ + (q - q0) * panel_bytes() + k * nr_ * size_;
        for (size_t i = 0; i < rows.size(); ++i) {
          find_runs(rows[i], k, std::min(k_, k + depth_), lying, moved);
          run_row(rows[i], q, k > 0, window, copied + static_cast<int64_t>(i) * copied_bytes_, lying, moved);
        }
      }
  }

  // The runs of k0 up to k1, in the image and among what is copied.
  void find_runs(const Row &row, int64_t k0, int64_t k1, std::vector<PixelRun> &lying,
                 std::vector<PixelRun> &moved) const {
    lying.clear(), moved.clear();
    const int64_t parts = together_ ? 1 : last_.taps, length = k_ / lines_ / parts;
    for (int64_t r = k0 / length; r * length < k1; ++r) {
      const int64_t line = r / parts, tap = r % parts * last_.tap_step, offset = row.lines[static_cast<size_t>(line)];
      const int64_t from = std::max(k0, r * length), k = std::min(k1, (r + 1) * length) - from;
      if (offset < 0) continue;
      const int64_t within = from - r * length, window = (from - k0) * nr_;
      lying.push_back({offset + tap * last_.in_stride + within, window, k});
      moved.push_back({(line * columns_ + tap) * p_.sums + within, window, k});
    }
  }

  void run_row(const Row &row, int64_t q, bool accumulate, const char *window, const char *copied,
               const std::vector<PixelRun> &lying, const std::vector<PixelRun> &moved) const {
    const int64_t features = std::min(nr_, p_.features - q * nr_);
    const auto count = static_cast<int64_t>(lying.size());
    for (const Tile &tile : tiles_) {
      const bool lies = tile.place < 0;
      const char *image = lies ? in_ + (last_.first + tile.begin * last_.step) * last_.in_stride * size_
                               : copied + tile.place * lines_ * columns_ * p_.sums * size_;
      const PixelRun *runs = lies ? lying.data() : moved.data();
      const int64_t pixel = last_.step * (lies ? last_.in_stride : p_.sums);
      char *to = out_ + (row.out + tile.begin * last_.out_stride + q * nr_) * size_;
      if (tile.pixels == mr_ && features == nr_) {
        micro_->run_pixels(image, window, to, runs, count, pixel, last_.out_stride, accumulate);
      } else {
        char *part = GemmWorkspace::of_this_thread().tile.reserve(mr_ * nr_ * size_);
        if (accumulate) kernels_.store(to, last_.out_stride, tile.pixels, features, type_, part, nr_, 1);
        micro_->run_pixels(image, window, part, runs, count, pixel, nr_, accumulate);
        kernels_.store(part, nr_, tile.pixels, features, type_, to, last_.out_stride, 1);
      }
    }
  }

  const ConvolutionPiece &p_;
  const ConvolutionDim &last_;
  const GemmKernels::Set &kernels_;
  const DType type_;
  const int64_t size_;
  const char *in_, *window_;
  char *out_;
  const MicroKernel *micro_ = nullptr;
  int64_t mr_ = 0, nr_ = 0, panels_ = 0, panels_at_once_ = 1;  // pixels and features of a tile; panels of features
  int64_t k_ = 0, depth_ = 0;                                  // what is summed over, and in a chunk of it
  int64_t lines_ = 1, rows_ = 1;                               // of the window, and of an image's result
  bool together_ = false;                                      // the taps of a line are one run
  int64_t columns_ = 0, copied_bytes_ = 0;                     // of a tile that is copied, and of a row's such tiles
  std::vector<Tile> tiles_;
  char *packed_ = nullptr;
};

bool is_pixel_piece(const Convolution &c, const ConvolutionPiece &p) {
  const DType type = c.out.dtype;
  return (type == DType::f32 || type == DType::f64) && c.lhs.dtype == type && c.rhs.dtype == type && p.groups == 1 &&
         p.in_feature == 1 && p.out_feature == 1 && p.sums >= 4;
}

/// None where the piece is better computed otherwise.
std::optional<PixelConvolution> make_pixel_convolution(const GemmKernels &kernels, const Convolution &c,
                                                       const ConvolutionPiece &piece, const void *lhs, const void *rhs,
                                                       void *out) {
  if (!is_pixel_piece(c, piece)) return std::nullopt;
  PixelConvolution convolution(kernels, c.out.dtype, piece, lhs, rhs, out);
  return convolution.pays() ? std::optional(std::move(convolution)) : std::nullopt;
}

}  // namespace

bool run_pixel_piece(const Convolution &c, const ConvolutionPiece &piece, const void *lhs, const void *rhs, void *out,
                     const GemmKernels &kernels) {
  auto convolution = make_pixel_convolution(kernels, c, piece, lhs, rhs, out);
  if (convolution) convolution->run();
  return convolution.has_value();
}

std::optional<ProductWorkspace> pixel_piece_workspace(const Convolution &c, const ConvolutionPiece &piece) {
  char nothing = 0;
  const auto convolution = make_pixel_convolution(gemm_kernels(), c, piece, &nothing, &nothing, &nothing);
  return convolution ? std::optional(convolution->workspace()) : std::nullopt;
}

}  // namespace fluxion::runtime

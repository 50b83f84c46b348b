#include "runtime/gemm_split.h"

#include <algorithm>

#include "runtime/gemm_blocked.h"
#include "runtime/gemm_blocking.h"
#include "runtime/gemm_buffer.h"
#include "runtime/gemm_tasks.h"

namespace fluxion::runtime {

namespace {

constexpr int64_t kWantedTasks = 16;
constexpr int64_t kLeastDepth = 1024;  // k of a part: less would not pay for adding up

int64_t parts_of(const Product &p) {
  const int64_t tasks = p.batches * ((p.m + 255) / 256) * ((p.n + p.micro.nr - 1) / p.micro.nr);
  const int64_t wanted = std::max(kWantedTasks / std::max<int64_t>(tasks, 1), flat_parts(p.m, p.n, p.k, p.value_size));
  return std::min(wanted, p.k / kLeastDepth);
}

// The parts from `first` on as batches of one product whose results are the partial sums: part after part, in each the
// batches' matrices [m, n].
class Parts {
 public:
  Parts(const Product &p, int64_t first, int64_t count, int64_t from, int64_t depth, char *sums) : product_(p) {
    step_ = *p.step;
    step_.batch.insert(step_.batch.begin(), count);
    step_.out_dtype = sum_type(p.step->dtype);
    step_.epilogue = nullptr;
    a_ = with_part(*p.a.batch_strides, depth * p.a.column);
    b_ = with_part(*p.b.batch_strides, depth * p.b.row);
    out_ = contiguous(step_.batch, p.m * p.n);
    product_.step = &step_;
    product_.batches = p.batches * count;
    product_.k = depth;
    product_.a = {p.a.data + from * p.a.column * p.input_size, p.a.row, p.a.column, &a_};
    product_.b = {p.b.data + from * p.b.row * p.input_size, p.b.row, p.b.column, &b_};
    product_.out = {sums + first * p.batches * p.m * p.n * p.value_size, p.n, 1, &out_};
    product_.exchanged = false;
    product_.epilogue = nullptr;
    product_.direct_out_ = true;
  }
  Parts(const Parts &) = delete;
  Parts &operator=(const Parts &) = delete;
  void run(ThreadPool &pool) const { run_blocked(product_, pool); }

 private:
  std::vector<int64_t> with_part(const std::vector<int64_t> &strides, int64_t stride) const {
    std::vector<int64_t> all(step_.batch.size(), 0);
    all[0] = stride;
    std::copy(strides.begin(), strides.end(), all.begin() + 1);
    return all;
  }
  static std::vector<int64_t> contiguous(const std::vector<int64_t> &sizes, int64_t stride) {
    std::vector<int64_t> strides(sizes.size());
    for (size_t d = sizes.size(); d-- > 0; stride *= sizes[d]) strides[d] = stride;
    return strides;
  }

  Product product_;
  GemmStep step_;
  std::vector<int64_t> a_, b_, out_;
};

template <class T>
void add_parts(T *sums, int64_t parts, int64_t stride, int64_t count) {
  for (int64_t part = 1; part < parts; ++part)
    for (int64_t i = 0; i < count; ++i) sums[i] += sums[part * stride + i];
}

}  // namespace

bool run_split(const Product &p, ThreadPool &pool) {
  int64_t parts = parts_of(p);
  if (parts < 2) return false;
  const int64_t depth = p.k / parts / 4 * 4, rest = p.k - parts * depth, stride = p.batches * p.m * p.n;
  char *sums = GemmWorkspace::of_this_thread().parts.reserve((parts + 1) * stride * p.value_size);
  Parts(p, 0, parts, 0, depth, sums).run(pool);
  if (rest > 0) {
    Parts(p, parts, 1, parts * depth, rest, sums).run(pool);
    ++parts;
  }

  const int64_t group = std::max<int64_t>(1, 4096 / p.n), groups = (p.m + group - 1) / group;
  for_each_task(pool, p.batches * groups, static_cast<double>(group * p.n * parts), [&](int64_t task) {
    const int64_t batch = task / groups, i = task % groups * group, rows = std::min(group, p.m - i);
    char *first = sums + (batch * p.m + i) * p.n * p.value_size;
    if (p.value_size == 8) {
      add_parts(reinterpret_cast<double *>(first), parts, stride, rows * p.n);
    } else if (p.step->dtype == DType::i8) {
      add_parts(reinterpret_cast<uint32_t *>(first), parts, stride, rows * p.n);
    } else {
      add_parts(reinterpret_cast<float *>(first), parts, stride, rows * p.n);
    }
    p.deliver(batch, i, 0, rows, p.n, first, p.n);
  });
  return true;
}

std::optional<ProductWorkspace> split_workspace(const Product &p) {
  const int64_t parts = parts_of(p);
  if (parts < 2) return std::nullopt;
  Product part = p;
  part.batches *= parts;
  part.k = p.k / parts / 4 * 4;
  part.epilogue = nullptr;
  part.direct_out_ = true;
  ProductWorkspace w = blocked_workspace(part);
  w.parts = (parts + 1) * p.batches * p.m * p.n * p.value_size;
  return w;
}

}  // namespace fluxion::runtime

#include "runtime/gemm.h"

#include "runtime/gemm_blocked.h"
#include "runtime/gemm_split.h"
#include "runtime/gemm_vector.h"

namespace fluxion::runtime {

void run_gemm(const GemmStep &step, const void *a, const void *b, void *out, void *const *epilogue_buffers,
              ThreadPool &pool) {
  Product product = make_product(step, a, b, out, epilogue_buffers);
  if (product.m == 0 || product.n == 0 || product.batches == 0) return;
  if (run_vector(product, pool)) return;
  use_groups(product);
  if (run_split(product, pool)) return;
  run_blocked(product, pool);
}

ProductWorkspace gemm_workspace(const GemmStep &step) {
  Product product = make_product(step, nullptr, nullptr, nullptr, nullptr);
  if (product.m <= 1 || product.n <= 1 || product.batches == 0) return {};  // a vector's are small
  if (step.epilogue) product.direct_out_ = false;                           // its code may not have been loaded
  use_groups(product);
  if (auto split = split_workspace(product)) return *split;
  return blocked_workspace(product);
}

}  // namespace fluxion::runtime

// The table of library functions.
#include "runtime/library.h"

#include <map>
#include <mutex>

#include "runtime/attention.h"
#include "runtime/linalg.h"

namespace fluxion::runtime {
namespace {

struct Table {
  std::mutex mutex;
  std::map<std::string, LibraryFunction, std::less<>> functions = {{"sort", sort},
                                                                   {"top_k", top_k},
                                                                   {"cumulative", cumulative},
                                                                   {"fft", fft},
                                                                   {"convolution", convolution},
                                                                   {"attention", attention},
                                                                   {"attention_grad", attention_grad},
                                                                   {"attention_jvp", attention_jvp},
                                                                   {"attention_grad_jvp", attention_grad_jvp},
                                                                   {"cholesky", cholesky},
                                                                   {"triangular_solve", triangular_solve},
                                                                   {"lu", lu},
                                                                   {"qr", qr},
                                                                   {"eigh", eigh},
                                                                   {"svd", svd},
                                                                   {"householder_qr", householder_qr},
                                                                   {"householder_product", householder_product}};
};

Table &table() {
  static auto *const instance = new Table;
  return *instance;
}

}  // namespace

LibraryFunction find_function(std::string_view name) {
  const std::lock_guard lock(table().mutex);
  const auto found = table().functions.find(name);
  return found == table().functions.end() ? nullptr : found->second;
}

void register_function(const std::string &name, LibraryFunction function) {
  const std::lock_guard lock(table().mutex);
  table().functions[name] = function;
}

std::vector<std::string> function_names() {
  const std::lock_guard lock(table().mutex);
  std::vector<std::string> names;
  for (const auto &[name, function] : table().functions) names.push_back(name);
  return names;
}

}  // namespace fluxion::runtime

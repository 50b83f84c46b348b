#include "runtime/attention_rows.h"

#include "runtime/instruction_set.h"

namespace fluxion::runtime {

const AttentionRows &attention_rows() {
#if defined(__x86_64__)
  static const AttentionRows &chosen =
      for_this_machine(attention_baseline::rows, attention_avx2::rows, attention_avx512::rows);
  return chosen;
#else
  return attention_baseline::rows;
#endif
}

}  // namespace fluxion::runtime

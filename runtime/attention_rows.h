// What attention does with a row of scores, one set for each instruction set; attention_rows() picks the machine's.
#pragma once
#include <cstdint>

namespace fluxion::runtime {

/// A row of floats of which begin ≤ j < end count; all `columns`, a multiple of 16, may be read, and are written.
struct AttentionRow {
  int64_t begin, end, columns;
};

struct AttentionRows {
  /// s[j] = e^((s[j] − top)·scale) of those that count, which makes the greatest 1, and 0 for the others; gives their
  /// sum. At most 2 ulp off but for the rounding of the exponent; NaN stays NaN.
  float (*exponentials)(float *s, const AttentionRow &row, float scale);
  /// From exponentials e and their sum's `inverse`: p = e·inverse in their place, and p∘(dp − Σ p∘dp)·scale in dp's; 0
  /// where nothing counts.
  void (*derivatives)(float *e, float *dp, const AttentionRow &row, float inverse, float scale);
  /// The same, and the tangents of both from those of scores, `t`, and of dp: p∘(t − Σ p∘t)·scale in the place of t,
  /// and in that of dp's what the product rule makes of the above.
  void (*second_derivatives)(float *e, float *t, float *dp, float *dp_tangent, const AttentionRow &row, float inverse,
                             float scale);
};

const AttentionRows &attention_rows();

// One definition for each instruction set, from attention_rows_body.h.
namespace attention_baseline {
extern const AttentionRows rows;
}
#if defined(__x86_64__)
namespace attention_avx2 {
extern const AttentionRows rows;
}
namespace attention_avx512 {
extern const AttentionRows rows;
}
#endif

}  // namespace fluxion::runtime

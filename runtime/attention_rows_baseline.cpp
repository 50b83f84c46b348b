// Rows of attention for any machine: 16-byte vectors.
#define FLUXION_ISA attention_baseline
#define FLUXION_VECTOR_BYTES 16
#include "runtime/attention_rows_body.h"

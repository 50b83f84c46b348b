// What language models are trained on.
#pragma once
#include <cstdint>
#include <optional>

#include <fluxion/array.h>

namespace fluxion::transformer {

struct CrossEntropyOptions {
  std::optional<int64_t> ignore = std::nullopt;  // targets of this value (often −100) do not count, in the mean neither
};

/// Mean cross entropy of `logits` against integer `targets`.
///
/// Shapes  logits [..., vocab] of any float dtype, targets i32[...]; the result is f32[], or f64[] for f64 logits.
/// Units   nats per token; divide by ln 2 for bits.
/// Errors  ShapeError if the leading dimensions differ, DTypeError if targets are not integers. A
///         target outside [0, vocab) makes the result NaN, since its value is known only at run time.
/// Source  log-sum-exp shifted by the row maximum: Blanchard, Higham & Higham 2021,
///         "Accurately computing the log-sum-exp and softmax functions".
Array cross_entropy(const Operand &logits, const Operand &targets, CrossEntropyOptions options = {});

}  // namespace fluxion::transformer

#include <fluxion/nn.h>
#include <fluxion/ops.h>
#include <fluxion/transformer/loss.h>

#include <algorithm>
#include <limits>

namespace fluxion::transformer {
namespace {

void check(const Array &logits, const Array &targets) {
  const auto types = [&] {
    return fmt::format("logits {}, targets {}", to_string(logits.type()), to_string(targets.type()));
  };
  if (!is_integer(targets.dtype())) fail<DTypeError>("cross_entropy: targets must be integers: " + types());
  if (!is_float(logits.dtype())) fail<DTypeError>("cross_entropy: logits must be floats: " + types());
  const Shape &shape = logits.shape();
  if (shape.empty() || !std::equal(shape.begin(), shape.end() - 1, targets.shape().begin(), targets.shape().end())) {
    fail<ShapeError>("cross_entropy: logits must have the dimensions of targets and one more: " + types());
  }
}

}  // namespace

Array cross_entropy(const Operand &logits_, const Operand &targets_, CrossEntropyOptions options) {
  const At at(logits_);
  const Array narrow = asarray(logits_), targets = asarray(targets_);
  check(narrow, targets);
  const Array logits = size_of(narrow.dtype()) < 4 ? astype(narrow, f32) : narrow;
  // The target's logit is picked by comparing, not by a gather: the whole loss is then one pass over each row, and its
  // gradient, softmax − onehot, needs no scatter.
  const Array classes = iota(logits.shape(), logits.ndim() - 1, targets.dtype());
  const Array picked = sum(where(classes == expand_dims(targets, -1), logits, 0.0), -1);
  const Array valid = logical_and(targets >= 0, targets < logits.shape(-1));
  const Array losses = where(valid, special::logsumexp(logits, -1) - picked, std::numeric_limits<double>::quiet_NaN());
  if (!options.ignore) return mean(losses);
  const Array counted = targets != *options.ignore;
  return sum(where(counted, losses, 0.0)) / sum(astype(counted, losses.dtype()));
}

}  // namespace fluxion::transformer

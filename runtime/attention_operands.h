// What the functions of attention share: where the rows of operands and results lie, and how work is cut.
#pragma once
#include <vector>

#include "runtime/attention_tile.h"
#include "runtime/library.h"

namespace fluxion::runtime {

/// The rows of an array [batch, heads, tokens, size], in whichever order these two stand; none if data is null.
template <class T>
struct HeadRows {
  T *data = nullptr;
  int64_t batch = 0, head = 0, token = 0;  // strides

  explicit operator bool() const { return data != nullptr; }
  TokenRows<T> of(int64_t b, int64_t h) const {
    return data ? TokenRows<T>{data + b * batch + h * head, token} : TokenRows<T>{nullptr, 0};
  }
};

/// `strides` are those of the batch, heads and tokens of an operand that is read in place of another array; null if it
/// lies in order.
template <class T>
HeadRows<T> head_rows(void *buffer, const ShapeDtype &type, bool tokens_first, const int64_t *strides = nullptr) {
  const Shape &x = type.shape;
  if (x.ndim() != 4) return {};  // a result that is not wanted
  if (strides) return {static_cast<T *>(buffer), strides[0], strides[1], strides[2]};
  const int64_t rows = x[2] * x[3];
  if (tokens_first) return {static_cast<T *>(buffer), x[1] * rows, x[3], rows};
  return {static_cast<T *>(buffer), x[1] * rows, rows, x[3]};
}

/// What the types and attributes of a call say: `plain` attributes and, where operands do not lie in order, the strides
/// of each of them, and of results that do not.
struct AttentionCall {
  const char *name;
  void *const *buffers;
  const ShapeDtype *types;
  const int64_t *attributes;
  int n, operands, plain;
  int results = 0;  // that may have strides

  AttentionShape shape() const;
  HeadRows<const float> operand(int i, bool tokens_first) const {
    const int64_t *strides = n == plain ? nullptr : attributes + plain + 3 * i;
    return head_rows<const float>(buffers[i], types[i], tokens_first, strides);
  }
  HeadRows<float> result(int i, bool tokens_first) const {
    const bool placed = results > 0 && n == plain + 3 * (operands + results);
    return head_rows<float>(buffers[i], types[i], tokens_first, placed ? attributes + plain + 3 * i : nullptr);
  }
};

/// Of the queries of a head; of the queries of a group, whose sums the parts have for themselves.
int64_t attention_parts(const AttentionShape &s, int64_t heads);
int64_t attention_backward_parts(const AttentionShape &s);

/// What the parts of the groups add to the cotangents of keys and values, each in a place of its own: keys by size,
/// then keys by width, and the same once more where there are tangents.
class PartialSums {
 public:
  PartialSums(const AttentionShape &s, int64_t parts, int arrays);

  /// Those of keys for even arrays, and of values for odd ones.
  TokenRows<float> rows(int64_t group, int64_t part, int array);
  /// Adds up the parts of a group.
  void add_up(int64_t group, int array, TokenRows<float> to);

 private:
  int64_t offset(int array) const;
  const AttentionShape &s_;
  int64_t parts_, each_;
  std::vector<float> memory_;
};

}  // namespace fluxion::runtime

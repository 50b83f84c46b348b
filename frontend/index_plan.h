// What a list of indices means for an array: a basic part (slices, reversals, new and dropped dimensions) and index
// arrays, which apply to dimensions of the basic part's result.
#pragma once
#include "fluxion/ops.h"

namespace fluxion::detail {

struct IndexPlan {
  std::vector<int64_t> starts, limits, strides, reversed;  // of x
  std::vector<int64_t> basic_shape;                        // after slicing, before new and dropped dimensions
  std::vector<int64_t> shape;                              // after them; index arrays still cover one dimension each
  std::vector<std::pair<int64_t, Array>> arrays;           // (dimension of `shape`, integer array)
  int64_t front = 0;                                       // where the result has the index arrays' dimensions
  bool whole = true;                                       // whether the basic part is x itself
};

/// Bool arrays become the positions of their true elements, which must be known: ConcretizationError otherwise.
IndexPlan plan_indices(const Array &x, std::span<const Index> indices);
Array apply_basic(const Array &x, const IndexPlan &plan);
/// x with `part` in the place of apply_basic(x, plan).
Array update_basic(const Array &x, const IndexPlan &plan, const Array &part);

/// Index arrays broadcast to one another and stacked as index vectors: integers[positions…, arrays]; negative entries
/// count from the end, and `mode` clamps or wraps them.
Array index_vectors(const IndexPlan &plan, IndexMode mode);
/// Whether each position lies inside: bool[positions…].
Array positions_inside(const IndexPlan &plan, const Array &vectors);

/// x gathered at the plan's index arrays; what x is, apply_basic made.
Array gather_at(const Array &x, const IndexPlan &plan, const Array &vectors);
Array scatter_at(const char *kind, const Array &x, const IndexPlan &plan, const Array &vectors, const Array &updates);
/// The shape of gather_at's result: what updates are broadcast to.
Shape gathered_shape(const IndexPlan &plan, const Array &vectors);

/// The positions of a concrete bool array's true elements: one i32 array a dimension.
std::vector<Array> true_positions(const Array &mask);

}  // namespace fluxion::detail

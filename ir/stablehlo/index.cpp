// Indexing with positions known only at run time.
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

Values gather(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  Fields dims(op, "dimension_numbers");
  return {in.emit("fx.gather", x,
                  {{"offset_dims", in.list(dims.list("offset_dims"))},
                   {"collapsed_slice_dims", in.list(dims.list("collapsed_slice_dims"))},
                   {"operand_batching_dims", in.list(dims.list("operand_batching_dims"))},
                   {"start_indices_batching_dims", in.list(dims.list("start_indices_batching_dims"))},
                   {"start_index_map", in.list(dims.list("start_index_map"))},
                   {"index_vector_dim", in.number(dims.number("index_vector_dim"))},
                   {"slice_sizes", in.list(integers(op, "slice_sizes"))}})};
}

Values scatter(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 3);
  if (op->getNumRegions() != 1) in.refuse(op, "a scatter has one region");
  auto body = expressions(op->getRegion(0));
  if (body.size() != 1) in.refuse(op, "a scatter's region returns one value");
  std::optional<Combine> kind = body[0] == "1" ? Combine::set : combinationOf(body[0], 0, 1);
  if (!kind) in.refuse(op, "no import for a scatter that combines by " + body[0]);
  Fields dims(op, "scatter_dimension_numbers");
  return {in.emit("fx.scatter", x,
                  {{"kind", in.kind(*kind)},
                   {"update_window_dims", in.list(dims.list("update_window_dims"))},
                   {"inserted_window_dims", in.list(dims.list("inserted_window_dims"))},
                   {"input_batching_dims", in.list(dims.list("input_batching_dims"))},
                   {"scatter_indices_batching_dims", in.list(dims.list("scatter_indices_batching_dims"))},
                   {"scatter_dims_to_operand_dims", in.list(dims.list("scatter_dims_to_operand_dims"))},
                   {"index_vector_dim", in.number(dims.number("index_vector_dim"))},
                   {"unique_indices", in.flag(boolean(op, "unique_indices", false))}})};
}

Values dynamicSlice(Importer &in, mlir::Operation *op, Inputs x) {
  return {in.emit("fx.dynamic_slice", x, {{"sizes", in.list(integers(op, "slice_sizes"))}})};
}

Values dynamicUpdateSlice(Importer &in, mlir::Operation *, Inputs x) { return {in.emit("fx.dynamic_update_slice", x)}; }

}  // namespace

void addIndexRules(Rules &rules) {
  rules["stablehlo.gather"] = gather;
  rules["stablehlo.scatter"] = scatter;
  rules["stablehlo.dynamic_slice"] = dynamicSlice;
  rules["stablehlo.dynamic_update_slice"] = dynamicUpdateSlice;
}

}  // namespace fluxion::ir::stablehlo

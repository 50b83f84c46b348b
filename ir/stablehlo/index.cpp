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

Values dynamicSlice(Importer &in, mlir::Operation *op, Inputs x) {
  return {in.emit("fx.dynamic_slice", x, {{"sizes", in.list(integers(op, "slice_sizes"))}})};
}

Values dynamicUpdateSlice(Importer &in, mlir::Operation *, Inputs x) { return {in.emit("fx.dynamic_update_slice", x)}; }

}  // namespace

void addIndexRules(Rules &rules) {
  rules["stablehlo.gather"] = gather;
  rules["stablehlo.dynamic_slice"] = dynamicSlice;
  rules["stablehlo.dynamic_update_slice"] = dynamicUpdateSlice;
}

}  // namespace fluxion::ir::stablehlo

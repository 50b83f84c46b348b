// Indexing with positions known only at run time, and sorting.
#ifndef FLUXION_IR_OPS_INDEX
#define FLUXION_IR_OPS_INDEX

include "ir/families.td"

def Fx_GatherOp : Fx_Inferred<"gather"> {
  let summary = "Slices of `operand` at the positions in `indices` (StableHLO's gather, with its attributes).";
  let description = "Positions are clamped so that the whole slice lies inside the operand.";
  let arguments = (ins Fx_Tensor:$operand, Fx_IndexTensor:$indices, DenseI64ArrayAttr:$offset_dims,
                       DenseI64ArrayAttr:$collapsed_slice_dims, DenseI64ArrayAttr:$operand_batching_dims,
                       DenseI64ArrayAttr:$start_indices_batching_dims, DenseI64ArrayAttr:$start_index_map,
                       I64Attr:$index_vector_dim, DenseI64ArrayAttr:$slice_sizes);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$operand `,` $indices attr-dict `:` functional-type(operands, $y)";
}
def Fx_ScatterOp : Fx_Inferred<"scatter"> {
  let summary = "`operand` with `updates` combined into it at the positions in `indices` (StableHLO's scatter).";
  let description = "A window that does not lie wholly inside the operand is dropped. Whole windows are applied in "
                    "row-major order of their indices, so the result does not depend on threads.";
  let arguments = (ins Fx_CombineAttr:$kind, Fx_Tensor:$operand, Fx_IndexTensor:$indices, Fx_Tensor:$updates,
                       DenseI64ArrayAttr:$update_window_dims, DenseI64ArrayAttr:$inserted_window_dims,
                       DenseI64ArrayAttr:$input_batching_dims, DenseI64ArrayAttr:$scatter_indices_batching_dims,
                       DenseI64ArrayAttr:$scatter_dims_to_operand_dims, I64Attr:$index_vector_dim,
                       BoolAttr:$unique_indices);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$kind `,` $operand `,` $indices `,` $updates attr-dict `:` functional-type(operands, $y)";
}
def Fx_DynamicSliceOp : Fx_Inferred<"dynamic_slice"> {
  let summary = "A slice of `sizes` that begins at `starts`, clamped to lie inside x.";
  let description = "(C1) one scalar start and one size a dimension; (C2) 0 ≤ size ≤ x's size.";
  let arguments = (ins Fx_Tensor:$x, Variadic<Fx_IndexTensor>:$starts, DenseI64ArrayAttr:$sizes);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x (`,` $starts^)? `sizes` $sizes attr-dict `:` functional-type(operands, $y)";
}
def Fx_DynamicUpdateSliceOp : Fx_Inferred<"dynamic_update_slice"> {
  let summary = "x with `update` written at `starts`, clamped so that it lies inside x.";
  let description = "(C1) one scalar start a dimension; (C2) update has x's rank and element type and is nowhere larger.";
  let arguments = (ins Fx_Tensor:$x, Fx_Tensor:$update, Variadic<Fx_IndexTensor>:$starts);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `,` $update (`,` $starts^)? attr-dict `:` functional-type(operands, $y)";
}
def Fx_SortOp : Fx_Inferred<"sort"> {
  let summary = "Sorts along `dimension` by the first operand; the others move with it.";
  let description = "Ascending unless `descending`; floats: −0 equals +0, and NaN is greater than any number. (C1) operands have equal shapes.";
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$dimension, BoolAttr:$is_stable, BoolAttr:$descending);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let assemblyFormat = "$inputs `along` $dimension `stable` $is_stable `descending` $descending attr-dict `:` type($inputs)";
}

#endif

// Ops that move elements without computing: constants, broadcasts, reshapes, transposes, slices, pads, concatenations.
#ifndef FLUXION_IR_OPS_SHAPE
#define FLUXION_IR_OPS_SHAPE

include "ir/families.td"

def Fx_ConstantOp : Fx_Op<"constant", [Pure, ConstantLike, AllTypesMatch<["value", "y"]>]> {
  let summary = "An array known while tracing.";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "attr-dict $value";
  let hasFolder = 1;
}
def Fx_IotaOp : Fx_Inferred<"iota"> {
  let summary = "y[i] = i[dimension].";
  let description = "(C1) `dimension` is in range.";
  let arguments = (ins I64Attr:$dimension, DenseI64ArrayAttr:$shape, TypeAttr:$element);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$dimension `to` $shape `as` $element attr-dict `:` type($y)";
}
def Fx_BroadcastInDimOp : Fx_Inferred<"broadcast_in_dim"> {
  let summary = "Repeats x along new dimensions and along those of size 1.";
  let description = "(C1) `dimensions` rise strictly and are in range; dimension i of x is dimension `dimensions[i]` of y, "
                    "and (C2) has its size or size 1.";
  let arguments = (ins Fx_Tensor:$x, DenseI64ArrayAttr:$dimensions, DenseI64ArrayAttr:$shape);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `dims` $dimensions `to` $shape attr-dict `:` type($x) `->` type($y)";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}
def Fx_ReshapeOp : Fx_Inferred<"reshape"> {
  let summary = "The same elements, in row-major order, as another shape.";
  let description = "(C1) x and y have the same number of elements.";
  let arguments = (ins Fx_Tensor:$x, DenseI64ArrayAttr:$shape);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `to` $shape attr-dict `:` type($x) `->` type($y)";
  let hasFolder = 1;
}
def Fx_TransposeOp : Fx_Inferred<"transpose"> {
  let summary = "Dimensions in another order.";
  let description = "(C1) `permutation` names every dimension once; dimension i of y is dimension `permutation[i]` of x.";
  let arguments = (ins Fx_Tensor:$x, DenseI64ArrayAttr:$permutation);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `by` $permutation attr-dict `:` type($x) `->` type($y)";
  let hasFolder = 1;
}
def Fx_SliceOp : Fx_Inferred<"slice"> {
  let summary = "x[start : limit : stride] in every dimension.";
  let description = "(C1) one start, limit and stride a dimension; (C2) 0 ≤ start ≤ limit ≤ size; (C3) stride ≥ 1.";
  let arguments = (ins Fx_Tensor:$x, DenseI64ArrayAttr:$starts, DenseI64ArrayAttr:$limits, DenseI64ArrayAttr:$strides);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `from` $starts `to` $limits `by` $strides attr-dict `:` type($x) `->` type($y)";
  let hasFolder = 1;
}
def Fx_PadOp : Fx_Inferred<"pad"> {
  let summary = "Puts `value` before, after and between the elements.";
  let description = "(C1) one low, high and interior a dimension; (C2) `interior` ≥ 0 and no size gets negative. Negative "
                    "`low` and `high` crop.";
  let arguments = (ins Fx_Tensor:$x, Fx_Tensor:$value, DenseI64ArrayAttr:$low, DenseI64ArrayAttr:$high,
                       DenseI64ArrayAttr:$interior);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `,` $value `low` $low `high` $high `interior` $interior attr-dict `:` functional-type(operands, $y)";
  let hasFolder = 1;
}
def Fx_ConcatenateOp : Fx_Inferred<"concatenate"> {
  let summary = "The operands one after the other along `dimension`.";
  let description = "(C1) at least one operand; (C2) equal element types, ranks and sizes but for `dimension`.";
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$dimension);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$inputs `along` $dimension attr-dict `:` functional-type($inputs, $y)";
  let hasFolder = 1;
}
def Fx_ReverseOp : Fx_Inferred<"reverse"> {
  let summary = "Turns the order along `dimensions` round.";
  let description = "(C1) `dimensions` are distinct and in range.";
  let arguments = (ins Fx_Tensor:$x, DenseI64ArrayAttr:$dimensions);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `along` $dimensions attr-dict `:` type($x)";
  let hasFolder = 1;
}
def Fx_OptimizationBarrierOp : Fx_Op<"optimization_barrier", [InferTypeOpAdaptor]> {
  let summary = "Its operands, which no pass moves or merges across it.";
  let arguments = (ins Variadic<Fx_Tensor>:$inputs);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let assemblyFormat = "$inputs attr-dict `:` type($inputs)";
}

#endif

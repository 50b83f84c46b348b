// Reductions along dimensions and running reductions.
#ifndef FLUXION_IR_OPS_REDUCE
#define FLUXION_IR_OPS_REDUCE

include "ir/families.td"

def Fx_ReduceOp : Fx_Inferred<"reduce"> {
  let summary = "Combines the elements along `dimensions`, which disappear.";
  let description = [{
    (C1) `dimensions` are distinct and in range. An empty reduction gives the neutral element. bf16 and f16 are
    accumulated in f32 and rounded once.

    ```mlir
    %y = fx.reduce add, %x over [1] : tensor<4x8xf32> -> tensor<4xf32>
    ```
  }];
  let arguments = (ins Fx_CombineAttr:$kind, Fx_Tensor:$x, DenseI64ArrayAttr:$dimensions);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$kind `,` $x `over` $dimensions attr-dict `:` type($x) `->` type($y)";
  let hasFolder = 1;
}
def Fx_ArgReduceOp : Fx_Inferred<"arg_reduce"> {
  let summary = "Index (i32) of the first greatest or least element along `dimension`; a NaN counts as such.";
  let description = "(C1) `dimension` is in range and not empty; the kind is maximum or minimum.";
  let arguments = (ins Fx_CombineAttr:$kind, Fx_RealTensor:$x, I64Attr:$dimension);
  let results = (outs StaticShapeTensorOf<[I32]>:$y);
  let assemblyFormat = "$kind `,` $x `over` $dimension attr-dict `:` type($x) `->` type($y)";
}
def Fx_CumulativeOp : Fx_Inferred<"cumulative"> {
  let summary = "y[i] combines x[0..i] along `dimension`; with `reverse`, x[i..].";
  let description = "(C1) `dimension` is in range.";
  let arguments = (ins Fx_CombineAttr:$kind, Fx_Tensor:$x, I64Attr:$dimension, BoolAttr:$reverse);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$kind `,` $x `along` $dimension `reverse` $reverse attr-dict `:` type($x)";
}

#endif

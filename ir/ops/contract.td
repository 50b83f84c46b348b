// Contractions.
#ifndef FLUXION_IR_OPS_CONTRACT
#define FLUXION_IR_OPS_CONTRACT

include "ir/families.td"

def Fx_DotGeneralOp : Fx_Inferred<"dot_general"> {
  let summary = "Sum of products over the contracting dimensions, for every batch index.";
  let description = [{
    y[batch…, lhs free…, rhs free…]. (C1) batching and contracting dimensions are distinct and in range; (C2) paired
    dimensions have equal sizes. Floats narrower than f32 are accumulated in f32; `element` is the result's element type.

    ```mlir
    %y = fx.dot_general %a, %b batch [0] x [0] contract [2] x [1] as f32 : (tensor<2x3x4xf32>, tensor<2x4x5xf32>) -> tensor<2x3x5xf32>
    ```
  }];
  let arguments = (ins Fx_Tensor:$lhs, Fx_Tensor:$rhs, DenseI64ArrayAttr:$lhs_batching, DenseI64ArrayAttr:$rhs_batching,
                       DenseI64ArrayAttr:$lhs_contracting, DenseI64ArrayAttr:$rhs_contracting, TypeAttr:$element);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = [{$lhs `,` $rhs `batch` $lhs_batching `x` $rhs_batching `contract` $lhs_contracting `x`
    $rhs_contracting `as` $element attr-dict `:` functional-type(operands, $y)}];
}

#endif

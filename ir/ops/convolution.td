// Convolutions.
#ifndef FLUXION_IR_OPS_CONVOLUTION
#define FLUXION_IR_OPS_CONVOLUTION

include "ir/families.td"

def Fx_ConvolutionOp : Fx_Inferred<"convolution"> {
  let summary = "Sum of products over the input features and a window that slides over the spatial dimensions.";
  let description = [{
    With i = s·`strides` + k·`rhs_dilation` − `low` in every spatial dimension,
    y[b, o, s…] = Σ over f and k of lhs[b, f, i / `lhs_dilation`…]·rhs[o, f, k…], where the terms count whose i are
    multiples of `lhs_dilation` and lie in lhs. Where `reversal` is 1 the window is read from its end. `lhs_dims` and
    `out_dims` say which dimension is the batch, which the feature and which the spatial ones, in this order; `rhs_dims`
    names output features, input features, spatial dimensions. With `feature_groups` G the features of lhs, and the
    output features, come in G groups, each output group seeing its input group; with `batch_groups` the batch does.

    (C1) both operands have the same rank, at least 2; (C2) each list of dimensions is a permutation; (C3) the lists have
    an entry for every spatial dimension; (C4) strides, dilations and group counts are positive, reversals 0 or 1, and
    not both group counts exceed 1; (C5) lhs has `feature_groups` times the features that rhs takes; (C6) the group
    counts divide the output features, and `batch_groups` the batch. Floats narrower than f32 are accumulated in f32;
    `element` is the result's element type.

    ```mlir
    %y = fx.convolution %x, %w strides [1, 1] pad [1, 1] x [1, 1] dilate [1, 1] x [1, 1] reverse [0, 0]
      dims [0, 1, 2, 3] x [0, 1, 2, 3] to [0, 1, 2, 3] groups 1 x 1 as f32
      : (tensor<2x3x8x8xf32>, tensor<4x3x3x3xf32>) -> tensor<2x4x8x8xf32>
    ```
  }];
  let arguments = (ins Fx_Tensor:$lhs, Fx_Tensor:$rhs, DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$low,
                       DenseI64ArrayAttr:$high, DenseI64ArrayAttr:$lhs_dilation, DenseI64ArrayAttr:$rhs_dilation,
                       DenseI64ArrayAttr:$reversal, DenseI64ArrayAttr:$lhs_dims, DenseI64ArrayAttr:$rhs_dims,
                       DenseI64ArrayAttr:$out_dims, I64Attr:$feature_groups, I64Attr:$batch_groups, TypeAttr:$element);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = [{$lhs `,` $rhs `strides` $strides `pad` $low `x` $high `dilate` $lhs_dilation `x` $rhs_dilation
    `reverse` $reversal `dims` $lhs_dims `x` $rhs_dims `to` $out_dims `groups` $feature_groups `x` $batch_groups
    `as` $element attr-dict `:` functional-type(operands, $y)}];
}

#endif

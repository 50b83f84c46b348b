// What fusion makes of a function: regions that become one compiled loop nest each.
#ifndef FLUXION_IR_OPS_KERNEL
#define FLUXION_IR_OPS_KERNEL

include "ir/families.td"

def Fx_KernelOp : Fx_Op<"kernel", [Pure, IsolatedFromAbove, SingleBlock]> {
  let summary = "The results of a region that is computed by one loop nest.";
  let description = [{
    The loops run over `shape`. `kind` is "loop" (each result has the elements of the space), "rows" or "columns" (the
    dimensions `reduced` are summed up, the innermost among them or not; a result has the elements of the space or of its
    other dimensions), "gemm" (one dot_general and what follows it, elementwise), "update" (a
    dynamic_update_slice or scatter into a copy of an array; the space is the update's, and `reduced` are the dimensions
    that are applied one after the other) or "attention" (fx.attention_grad and the concatenation of its results).
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, StrAttr:$kind, DenseI64ArrayAttr:$shape,
                       DenseI64ArrayAttr:$reduced);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$kind $shape `reduced` $reduced `(` $inputs `)` attr-dict `:` functional-type(operands, results) $body";
}

#endif

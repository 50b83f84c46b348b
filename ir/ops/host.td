// Code that no pass sees into: functions of the host that a program calls, and operations that users define.
#ifndef FLUXION_IR_OPS_HOST
#define FLUXION_IR_OPS_HOST

include "ir/families.td"

def Fx_HostCallOp : Fx_Op<"host_call", [InferTypeOpAdaptor, DeclareOpInterfaceMethods<MemoryEffectsOpInterface>]> {
  let summary = "A call of a function of the host.";
  let description =
      [{
    Calls the function that the process knows by the name `function` (`runtime/host.h`) with the inputs; its results have
    the `types`, such as `f32[2,3] i32[]`. The `effect` says what calls mean besides their results: `pure`, nothing: they
    may be dropped, merged and repeated; `debug`, somebody looks on: every call is made, in the order of the program,
    and once for each example of a mapped axis, but a checkpoint may make it again; `io`, something changes outside, and
    the order among examples does not matter; `ordered`, it does, so there is no mapping. Only `pure` calls with
    `vectorized` are mapped as a whole. (C1) the effect is one of these; (C2) the types can be read; (C3) a debug call
    has no results.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, StrAttr:$function, StrAttr:$effect, StrAttr:$types,
      BoolAttr:$vectorized);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let assemblyFormat =
      "$function `(` $inputs `)` `effect` $effect `types` $types `vectorized` $vectorized attr-dict `:` "
      "functional-type(operands, results)";
  let hasVerifier = 1;
}
def Fx_OperationOp : Fx_Op<"operation", [Pure, InferTypeOpAdaptor]> {
  let summary = "An operation that the user's program or library defines.";
  let description =
      [{
    The operation that the process knows by the name `name`, such as `"mylib.softclip"`. What it computes is a function of
    the host on the arrays' elements, or a function of fx ops, which takes its place when code is generated; its
    derivatives and its batched form are functions of fx ops. All of them are asked of the process when they are needed
    (`ir/operations.h`). The results have the `types`. (C1) the types can be read.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, StrAttr:$name, StrAttr:$types);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let assemblyFormat = "$name `(` $inputs `)` `types` $types attr-dict `:` functional-type(operands, results)";
  let hasVerifier = 1;
}

#endif

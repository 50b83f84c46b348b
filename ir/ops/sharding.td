// What a program says about how its arrays are cut for devices.
#ifndef FLUXION_IR_OPS_SHARDING
#define FLUXION_IR_OPS_SHARDING

include "ir/families.td"
include "ir/sharding.td"

def Fx_ShardingConstraintOp : Fx_Inferred<"sharding_constraint"> {
  let summary = "x, which is to be cut among the devices of a mesh as the sharding says.";
  let description = [{
    (C1) the sharding has as many dimensions as x; (C2) each size is a multiple of the number of its parts. Derivatives
    are cut like x. On one device it is x.

    ```mlir
    %y = fx.sharding_constraint %x <#mesh, [{"data"}, {?} ]> : tensor<8x4xf32>
    ```
  }];
  let arguments = (ins Fx_Tensor:$x, Fx_ShardingAttr:$sharding);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x $sharding attr-dict `:` type($x)";
}

#endif

// Communication among the members of a named axis: of vmap's examples, or of the devices of a mesh.
#ifndef FLUXION_IR_OPS_COLLECTIVE
#define FLUXION_IR_OPS_COLLECTIVE

include "ir/families.td"

// A function with these ops is what each member of the axis does; `axis_size` is the number of members. x_k is the
// operand of member k, and i is the member whose result is described. As functions of all members' operands they are
// linear (but for maxima and minima), and their transposes are meant so.
class Fx_Collective<string mnemonic, dag operands, dag attributes = (ins)> : Fx_Inferred<mnemonic> {
  let arguments = !con(operands, attributes, (ins StrAttr:$axis_name, I64Attr:$axis_size));
  let results = (outs Fx_Tensor:$y);
}

def Fx_AllReduceOp : Fx_Collective<"all_reduce", (ins Fx_CombineAttr:$kind, Fx_Tensor:$x)> {
  let summary = "y = Σₖ xₖ over the members of a named axis, or their maximum or minimum: the same for all.";
  let description =
      [{
    (C1) the kind is add, maximum or minimum; (C2) it combines elements of x's type; (C3) the axis has a name and at
    least one member. bf16 and f16 are added in f32 and rounded once.

    ```mlir
    %y = fx.all_reduce add, %x over "batch" of 4 : tensor<8xf32>
    ```
  }];
  let assemblyFormat = "$kind `,` $x `over` $axis_name `of` $axis_size attr-dict `:` type($x)";
}
def Fx_AllGatherOp : Fx_Collective<"all_gather", (ins Fx_Tensor:$x), (ins I64Attr:$dimension)> {
  let summary = "x₀, x₁, … one after the other along `dimension`: the same for all members of a named axis.";
  let description =
      [{
    (C1) the axis has a name and at least one member; (C2) `dimension` is in range.

    ```mlir
    %y = fx.all_gather %x along 0 over "batch" of 4 : tensor<2x8xf32> -> tensor<8x8xf32>
    ```
  }];
  let assemblyFormat = "$x `along` $dimension `over` $axis_name `of` $axis_size attr-dict `:` type($x) `->` type($y)";
}
def Fx_ReduceScatterOp : Fx_Collective<"reduce_scatter", (ins Fx_Tensor:$x), (ins I64Attr:$dimension)> {
  let summary = "Part i of Σₖ xₖ, which is cut along `dimension` into as many as a named axis has members.";
  let description =
      "(C1) the axis has a name and at least one member; (C2) `dimension` is in range; (C3) its size is "
      "a multiple of their number.";
  let assemblyFormat = "$x `along` $dimension `over` $axis_name `of` $axis_size attr-dict `:` type($x) `->` type($y)";
}
def Fx_CollectivePermuteOp : Fx_Collective<"collective_permute", (ins Fx_Tensor:$x), (ins DenseI64ArrayAttr:$sources)> {
  let summary = "x of member sources[i] of a named axis; zeros where that is −1.";
  let description =
      [{
    (C1) the axis has a name and at least one member; (C2) one source a member, each named at most once and in range.

    ```mlir
    %y = fx.collective_permute %x from [3, 0, 1, 2] over "ring" of 4 : tensor<8xf32>
    ```
  }];
  let assemblyFormat = "$x `from` $sources `over` $axis_name `of` $axis_size attr-dict `:` type($x)";
}
def Fx_AllToAllOp
    : Fx_Collective<"all_to_all", (ins Fx_Tensor:$x), (ins I64Attr:$split_dimension, I64Attr:$concat_dimension)> {
  let summary = "Part i of each xₖ, which is cut along `split_dimension`; the parts stand along `concat_dimension`.";
  let description =
      "(C1) the axis has a name and at least one member; (C2) both dimensions are in range; (C3) the size "
      "of the one that is cut is a multiple of the number of members.";
  let assemblyFormat =
      "$x `cut` $split_dimension `joined` $concat_dimension `over` $axis_name `of` $axis_size attr-dict "
      "`:` type($x) `->` type($y)";
}
def Fx_AxisIndexOp : Fx_Collective<"axis_index", (ins)> {
  let summary = "The number i of a member of a named axis, i32[].";
  let description = "(C1) the axis has a name and at least one member.";
  let results = (outs StaticShapeTensorOf<[I32]>:$y);
  let assemblyFormat = "`over` $axis_name `of` $axis_size attr-dict `:` type($y)";
}

#endif

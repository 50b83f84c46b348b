// Functions that bring rules of their own: what differentiation does with them is said by further regions. Like control
// flow, regions take all they use as arguments. None of these ops is left when code is generated.
#ifndef FLUXION_IR_OPS_CUSTOM
#define FLUXION_IR_OPS_CUSTOM

include "ir/families.td"

class Fx_CustomOp<string mnemonic, list<Trait> traits = []>
    : Fx_Op<mnemonic, !listconcat([DeclareOpInterfaceMethods<MemoryEffectsOpInterface>, RecursivelySpeculatable, IsolatedFromAbove, SingleBlock, InferTypeOpAdaptor], traits)>;

def Fx_CustomJvpOp : Fx_CustomOp<"custom_jvp"> {
  let summary = "A function with a forward rule of its own.";
  let description = [{
    Computes `primal(inputs)`. Differentiated, it is `rule(inputs, tangents)`, which gives the outputs and then their
    tangents; only floating-point values have tangents. The first `num_constants` inputs are what the function uses from
    outside, in which it cannot be differentiated. An empty rule is that of the op around it whose `id` is `rule_of`: a
    rule may use the function that it is of. (C1) both regions take the inputs; (C2) the rule takes a tangent for each
    floating-point input after the constants; (C3) it yields the outputs and a tangent for each floating-point one.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$num_constants, OptionalAttr<I64Attr>:$id, OptionalAttr<I64Attr>:$rule_of);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$primal, AnyRegion:$rule);
  let assemblyFormat = "`(` $inputs `)` `constants` $num_constants attr-dict `:` functional-type(operands, results) $primal `rule` custom<Body>($rule)";
  let hasVerifier = 1;
}
def Fx_CustomVjpOp : Fx_CustomOp<"custom_vjp"> {
  let summary = "A function with a reverse rule of its own.";
  let description = [{
    Computes `primal(inputs)`. Differentiated, it is `forward(inputs)`, which gives the outputs and then residuals, and
    the cotangents of its inputs are `backward(constants, residuals, cotangents of the outputs)`; only floating-point
    values have cotangents. Constants and empty rules are as in `custom_jvp`. (C1) primal and forward take the inputs;
    (C2) forward yields the outputs first; (C3) backward takes the constants, the residuals and a cotangent for each
    floating-point output; (C4) it yields one for each floating-point input after the constants.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$num_constants, OptionalAttr<I64Attr>:$id, OptionalAttr<I64Attr>:$rule_of);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$primal, AnyRegion:$forward, AnyRegion:$backward);
  let assemblyFormat = "`(` $inputs `)` `constants` $num_constants attr-dict `:` functional-type(operands, results) $primal `forward` custom<Body>($forward) `backward` custom<Body>($backward)";
  let hasVerifier = 1;
}
def Fx_CustomVmapOp : Fx_CustomOp<"custom_vmap"> {
  let summary = "A function with a batching rule of its own.";
  let description = [{
    Computes `primal(inputs)`. Mapped over an axis of `axis_size` it is `rule(constants, inputs)`, whose other inputs and
    outputs all have that axis in front. Over axes of other sizes, where constants are mapped and where it is
    differentiated it is the primal that counts. (C1) the primal takes the inputs; (C2) the rule takes and yields the same
    with one more axis.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$num_constants, I64Attr:$axis_size);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$primal, SizedRegion<1>:$rule);
  let assemblyFormat = "`(` $inputs `)` `constants` $num_constants `axis_size` $axis_size attr-dict `:` functional-type(operands, results) $primal `rule` $rule";
  let hasVerifier = 1;
}
def Fx_LinearCallOp : Fx_CustomOp<"linear_call"> {
  let summary = "A function linear in its inputs after the constants, given by itself or by its transpose, or by both.";
  let description = [{
    Computes `forward(inputs)`; `transpose(constants, cotangents of the outputs)` gives the cotangents of the other
    inputs. One of the two may be empty; it is then the transpose of the other. (C1) there is a region; (C2) their types
    are as said.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$num_constants);
  let results = (outs Variadic<Fx_FloatTensor>:$outputs);
  let regions = (region AnyRegion:$forward, AnyRegion:$transpose);
  let assemblyFormat = "`(` $inputs `)` `constants` $num_constants attr-dict `:` functional-type(operands, results) custom<Body>($forward) `transpose` custom<Body>($transpose)";
  let hasVerifier = 1;
}
def Fx_LinearSolveOp : Fx_CustomOp<"linear_solve"> {
  let summary = "The solution x of A·x = b by a method of the caller's.";
  let description = [{
    Inputs are `num_constants` constants and then b. `matvec(constants, x)` is A·x and `solve(constants, b)` the
    solution, and possibly more, which
    has no derivative; `vecmat` and `transpose_solve` are the same for the transposed matrix. An empty `vecmat` is the transpose of
    `matvec`; with an empty `transpose_solve` there is no reverse derivative; with `symmetric`, both are those of A.
    Derivatives are those of the solution, whatever `solve` does. (C1) every region takes and yields what is said.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$num_constants, BoolAttr:$symmetric);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$matvec, SizedRegion<1>:$solve, AnyRegion:$vecmat, AnyRegion:$transpose_solve);
  let assemblyFormat = [{`(` $inputs `)` `constants` $num_constants `symmetric` $symmetric attr-dict `:` functional-type(operands, results)
    $matvec `solve` $solve `vecmat` custom<Body>($vecmat) `transpose_solve` custom<Body>($transpose_solve)}];
  let hasVerifier = 1;
}
def Fx_CheckpointOp : Fx_CustomOp<"checkpoint"> {
  let summary = "A function of which differentiation keeps little: the rest is computed again.";
  let description = [{
    Computes `body(inputs)`. The `policy` says which values are kept for the derivative besides the inputs: `nothing`,
    `everything`, `dots` (results of products and convolutions), `unbatched_dots` (of products without batch dimensions),
    `names` (those that `fx.name` gives one of the `names`, which line ends separate) or `other_names` (all other named ones). Where `barrier` is
    set, the op computes again what was computed before, from inputs that pass an optimization barrier. (C1) the policy
    is one of these.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, StrAttr:$policy, StrAttr:$names, BoolAttr:$prevent_cse, BoolAttr:$barrier);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "`(` $inputs `)` `policy` $policy `names` $names `prevent_cse` $prevent_cse `barrier` $barrier attr-dict `:` functional-type(operands, results) $body";
  let hasVerifier = 1;
}
def Fx_NameOp : Fx_Op<"name", [Pure, SameOperandsAndResultType]> {
  let summary = "x, under a name that policies of `checkpoint` speak of.";
  let arguments = (ins Fx_Tensor:$x, StrAttr:$name);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `as` $name attr-dict `:` type($y)";
}

#endif

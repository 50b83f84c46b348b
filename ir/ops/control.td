// Control flow. Regions take all they use as arguments; bodies are functions in all but name, and passes treat them so.
#ifndef FLUXION_IR_OPS_CONTROL
#define FLUXION_IR_OPS_CONTROL

include "ir/families.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"

def Fx_YieldOp : Fx_Op<"yield", [Pure, Terminator, ReturnLike]> {
  let summary = "The results of a region.";
  let arguments = (ins Variadic<AnyType>:$values);
  let assemblyFormat = "($values^ `:` type($values))? attr-dict";
}

class Fx_RegionOp<string mnemonic, list<Trait> traits = []>
    : Fx_Op<mnemonic, !listconcat([RecursiveMemoryEffects, RecursivelySpeculatable, IsolatedFromAbove, SingleBlock, InferTypeOpAdaptor], traits)>;

def Fx_CaseOp : Fx_RegionOp<"case"> {
  let summary = "The results of branch number `index`; outside [0, branches) the last branch is taken.";
  let description = "(C1) every branch takes all `inputs` as arguments and (C2) yields results of the same types.";
  let arguments = (ins 0DTensorOf<[I32]>:$index, Variadic<Fx_Tensor>:$inputs);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region VariadicRegion<SizedRegion<1>>:$branches);
  let assemblyFormat = "$index `,` `(` $inputs `)` attr-dict `:` functional-type(operands, results) $branches";
  let hasVerifier = 1;
}
def Fx_WhileOp : Fx_RegionOp<"while"> {
  let summary = "While condition(constants, carry) holds, carry = body(constants, carry).";
  let description = "The first `num_constants` inputs are the same in every iteration and are the first arguments of both "
                    "regions; the rest is the carry. (C1) both regions take all inputs; (C2) the condition yields one "
                    "bool[]; (C3) the body yields the carry's types. An attribute `max_steps` says that there are no more iterations, "
                    "which the condition has to see to; such a loop has a reverse derivative. An attribute `keep_all` beside it says that the "
                    "derivative keeps the carries of all iterations, instead of those that segments of them begin with.";
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$num_constants);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$condition, SizedRegion<1>:$body);
  let assemblyFormat = "`(` $inputs `)` `constants` $num_constants attr-dict `:` functional-type(operands, results) $condition `do` $body";
  let hasVerifier = 1;
}
def Fx_ScanOp : Fx_RegionOp<"scan"> {
  let summary = "Iterates body(constants, carry, xs[i]) -> (carry, ys[i]) over the leading dimension of xs.";
  let description = [{
    Inputs are `num_constants` constants, `num_carry` carries and then xs; results are the final carries and then ys,
    stacked. With `reverse`, i runs from `length − 1` down to 0, and ys[i] still belongs to xs[i]. (C1) every x has leading
    size `length`; (C2) the body takes constants, carries and slices, and (C3) yields the carry's types first.
  }];
  let arguments = (ins Variadic<Fx_Tensor>:$inputs, I64Attr:$num_constants, I64Attr:$num_carry, I64Attr:$length, BoolAttr:$reverse);
  let results = (outs Variadic<Fx_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{`(` $inputs `)` `constants` $num_constants `carry` $num_carry `length` $length `reverse` $reverse
    attr-dict `:` functional-type(operands, results) $body}];
  let hasVerifier = 1;
}

#endif

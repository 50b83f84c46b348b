// Attention as one op: what passes/attention makes of the softmax between two products, so that no array of all queries
// by all keys is ever stored.
#ifndef FLUXION_IR_OPS_ATTENTION
#define FLUXION_IR_OPS_ATTENTION

include "ir/families.td"

def Fx_AttentionTensor : StaticShapeTensorOf<[F32, F64]>;

class Fx_Attending<string mnemonic> : Fx_Inferred<mnemonic> {
  code expansion = [{
    /// What the op computes, in ops of other families where `builder` stands.
    ::llvm::SmallVector<::mlir::Value> expand(::mlir::OpBuilder &builder);
  }];
  code tangentsOf = [{
    /// One for each operand before the tangents; null is zero.
    ::llvm::SmallVector<::mlir::Value> tangentsOfOperands();
    /// How many directions the tangents are of.
    int64_t directions();
  }];
  let extraClassDeclaration = expansion;
}

def Fx_AttentionOp : Fx_Attending<"attention"> {
  let summary = "y = softmax(q·kᵀ·scale)·v for each head, over the keys that a query sees.";
  let description = [{
    q[batch, heads, queries, size], k[batch, groups, keys, size], v[batch, groups, keys, width] and y[batch, heads,
    queries, width]; with `tokens_first`, queries and keys stand before heads and groups. Head h reads group
    h / (heads / groups). Query i sees the keys j with −`before` ≤ j − i ≤ `after`, and weighs others with 0. Whether 0
    times an infinite or NaN element of k or v counts is not said: keys that no query nearby sees are left out. (C1)
    four dimensions each, batch, groups, keys and sizes agree, and no size is 0; (C2) heads are a multiple of groups;
    (C3) all of one element type, f32 or f64; (C4) every query sees a key.

    ```mlir
    %y = fx.attention %q, %k, %v scale 0.125 before 9223372036854775807 after 0 tokens_first false
        : tensor<4x12x512x64xf32>, tensor<4x12x512x64xf32>, tensor<4x12x512x64xf32>
    ```
  }];
  let arguments = (ins Fx_AttentionTensor:$q, Fx_AttentionTensor:$k, Fx_AttentionTensor:$v, F64Attr:$scale,
                       I64Attr:$before, I64Attr:$after, BoolAttr:$tokens_first);
  let results = (outs Fx_AttentionTensor:$y);
  let assemblyFormat = [{$q `,` $k `,` $v `scale` $scale `before` $before `after` $after `tokens_first` $tokens_first
    attr-dict `:` type($q) `,` type($k) `,` type($v)}];
}

def Fx_AttentionGradOp : Fx_Attending<"attention_grad"> {
  let summary = "The cotangents of the operands of `attention`, from that of its result.";
  let description = [{
    With P the weights, dP = dy·vᵀ and dS = P∘(dP − Σⱼ P∘dP)·scale: dq = dS·k, dk = dSᵀ·q and dv = Pᵀ·dy; the weights are
    computed again. (C1) to (C4) are those of `attention`; (C5) dy is of the type of its result.
  }];
  let arguments = (ins Fx_AttentionTensor:$q, Fx_AttentionTensor:$k, Fx_AttentionTensor:$v, Fx_AttentionTensor:$dy,
                       F64Attr:$scale, I64Attr:$before, I64Attr:$after, BoolAttr:$tokens_first);
  let results = (outs Fx_AttentionTensor:$dq, Fx_AttentionTensor:$dk, Fx_AttentionTensor:$dv);
  let assemblyFormat = [{$q `,` $k `,` $v `,` $dy `scale` $scale `before` $before `after` $after `tokens_first`
    $tokens_first attr-dict `:` type($q) `,` type($k) `,` type($v)  `,` type($dy)}];
}

def Fx_AttentionJvpOp : Fx_Attending<"attention_jvp"> {
  let summary = "The result of `attention` and its tangents, from those of operands.";
  let description = [{
    `along` says of which operands there are tangents: q̇, k̇ and v̇ are 0, 1 and 2; the others are zero. Where they have n
    times the batch, they are n directions, one after the other, and so is ẏ. With P the weights, T = (q̇·kᵀ + q·k̇ᵀ)·scale
    and Ṗ = P∘(T − Σⱼ P∘T): ẏ = Ṗ·v + P·v̇. (C1) to (C4) are those of `attention`; (C5) `along` rises; (C6) a tangent is of
    the type of its operand but for the batch, of which all have the same multiple.

    ```mlir
    %y, %dy = fx.attention_jvp %q, %k, %v along [0, 2] %dq, %dv scale 0.125 before 9223372036854775807 after 0
        tokens_first false : tensor<4x12x512x64xf32>, tensor<4x12x512x64xf32>, tensor<4x12x512x64xf32>
        along tensor<4x12x512x64xf32>, tensor<4x12x512x64xf32>
    ```
  }];
  let arguments = (ins Fx_AttentionTensor:$q, Fx_AttentionTensor:$k, Fx_AttentionTensor:$v,
                       Variadic<Fx_AttentionTensor>:$tangents, DenseI64ArrayAttr:$along, F64Attr:$scale,
                       I64Attr:$before, I64Attr:$after, BoolAttr:$tokens_first);
  let results = (outs Fx_AttentionTensor:$y, Fx_AttentionTensor:$tangent);
  let assemblyFormat = [{$q `,` $k `,` $v `along` $along $tangents `scale` $scale `before` $before `after` $after
    `tokens_first` $tokens_first attr-dict `:` type($q) `,` type($k) `,` type($v) `along` type($tangents)}];
  let extraClassDeclaration = expansion # tangentsOf;
}

def Fx_AttentionGradJvpOp : Fx_Attending<"attention_grad_jvp"> {
  let summary = "The results of `attention_grad` and their tangents, from those of operands.";
  let description = [{
    Tangents and directions are as in `attention_jvp`; that of dy is 3. With Ṗ as there, dP and dS as in
    `attention_grad`, dṖ = dẏ·vᵀ + dy·v̇ᵀ and dṠ = (Ṗ∘(dP − Σⱼ P∘dP) + P∘(dṖ − Σⱼ (Ṗ∘dP + P∘dṖ)))·scale: the tangents are
    dṠ·k + dS·k̇, dṠᵀ·q + dSᵀ·q̇ and Ṗᵀ·dy + Pᵀ·dẏ. (C1) to (C6) are those of `attention_jvp`, and dy is of the type of its
    result.
  }];
  let arguments = (ins Fx_AttentionTensor:$q, Fx_AttentionTensor:$k, Fx_AttentionTensor:$v, Fx_AttentionTensor:$dy,
                       Variadic<Fx_AttentionTensor>:$tangents, DenseI64ArrayAttr:$along, F64Attr:$scale,
                       I64Attr:$before, I64Attr:$after, BoolAttr:$tokens_first);
  let results = (outs Fx_AttentionTensor:$dq, Fx_AttentionTensor:$dk, Fx_AttentionTensor:$dv,
                      Fx_AttentionTensor:$dqTangent, Fx_AttentionTensor:$dkTangent, Fx_AttentionTensor:$dvTangent);
  let assemblyFormat = [{$q `,` $k `,` $v `,` $dy `along` $along $tangents `scale` $scale `before` $before `after`
    $after `tokens_first` $tokens_first attr-dict `:` type($q) `,` type($k) `,` type($v) `,` type($dy) `along`
    type($tangents)}];
  let extraClassDeclaration = expansion # tangentsOf;
}

#endif

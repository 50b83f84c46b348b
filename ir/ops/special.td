// Special functions of real floats beyond those of the elementwise family, and elementwise ops on the bits of numbers.
#ifndef FLUXION_IR_OPS_SPECIAL
#define FLUXION_IR_OPS_SPECIAL

include "ir/families.td"

def Fx_RealFloatTensor : StaticShapeTensorOf<[F16, BF16, F32, F64]>;

// Dear: on the CPU each element is a call.
class Fx_SpecialFunction<string mnemonic, dag operands>
    : Fx_Op<mnemonic, [Pure, DeclareOpInterfaceMethods<Fx_ElementwiseInterface, ["isCheap"]>,
                       SameOperandsAndResultType]> {
  let arguments = operands;
  let results = (outs Fx_RealFloatTensor:$y);
  let extraClassDefinition = "bool $cppClass::isCheap() { return false; }";
}
class Fx_SpecialUnary<string mnemonic> : Fx_SpecialFunction<mnemonic, (ins Fx_RealFloatTensor:$x)> {
  let assemblyFormat = "$x attr-dict `:` type($y)";
}
// Of a parameter and an argument.
class Fx_SpecialBinary<string mnemonic> : Fx_SpecialFunction<mnemonic, (ins Fx_RealFloatTensor:$a,
                                                                        Fx_RealFloatTensor:$x)> {
  let assemblyFormat = "$a `,` $x attr-dict `:` type($y)";
}

def Fx_BesselI0eOp : Fx_SpecialUnary<"bessel_i0e"> {
  let summary = "e^(−|x|)·I₀(x), the modified Bessel function of the first kind of order 0, scaled.";
}
def Fx_BesselI1eOp : Fx_SpecialUnary<"bessel_i1e"> {
  let summary = "e^(−|x|)·I₁(x), the modified Bessel function of the first kind of order 1, scaled.";
}
def Fx_ZetaOp : Fx_SpecialBinary<"zeta"> {
  let summary = "Hurwitz's zeta function ζ(a, x) = Σ (x + k)^(−a) over k ≥ 0, for a > 1.";
  let description = "At the poles x = 0, −1, …: +inf for even a, else NaN. Other negative x need an integer a. Inf for "
                    "a = 1, NaN below.";
}
def Fx_PolygammaOp : Fx_SpecialBinary<"polygamma"> {
  let summary = "The derivative of order a of ψ = Γ'/Γ at x; NaN unless a is an integer ≥ 0.";
}
def Fx_IgammaOp : Fx_SpecialBinary<"igamma"> {
  let summary = "The regularised lower incomplete gamma function P(a, x) = 1/Γ(a)·∫₀ˣ t^(a − 1)·e^(−t) dt.";
  let description = "NaN unless a ≥ 0 and x ≥ 0, and for a = x = 0.";
}
def Fx_IgammacOp : Fx_SpecialBinary<"igammac"> {
  let summary = "The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), exact in its tail.";
}
def Fx_IgammaGradAOp : Fx_SpecialBinary<"igamma_grad_a"> {
  let summary = "∂P(a, x)/∂a, the derivative of igamma by its parameter.";
}
def Fx_RandomGammaGradOp : Fx_SpecialBinary<"random_gamma_grad"> {
  let summary = "The derivative by a of a sample x of the gamma distribution: −(∂P/∂a) / (∂P/∂x).";
}
def Fx_GammaSampleOp : Fx_Binary<"gamma_sample", Fx_RealFloatTensor> {
  let summary = "rhs, which is taken for a sample of the gamma distribution with parameter lhs.";
  let description = "So its derivative by lhs is `random_gamma_grad(lhs, rhs)`, though a loop found it.";
}
def Fx_RegularizedIncompleteBetaOp : Fx_SpecialFunction<"regularized_incomplete_beta",
    (ins Fx_RealFloatTensor:$a, Fx_RealFloatTensor:$b, Fx_RealFloatTensor:$x)> {
  let summary = "I_x(a, b) = 1/B(a, b)·∫₀ˣ t^(a − 1)·(1 − t)^(b − 1) dt.";
  let description = "NaN unless a ≥ 0, b ≥ 0 and 0 ≤ x ≤ 1, and for a = b = 0.";
  let assemblyFormat = "$a `,` $b `,` $x attr-dict `:` type($y)";
}

// ---- bits

def Fx_NextAfterOp : Fx_Binary<"next_after", Fx_RealFloatTensor> {
  let summary = "The float next to lhs in the direction of rhs.";
  let description = "rhs where both are equal (so the sign of a zero is that of rhs); NaN if one operand is NaN.";
}
def Fx_MulhiOp : Fx_Binary<"mulhi", Fx_IndexTensor> {
  let summary = "The upper half of the product, which has twice as many bits.";
}
def Fx_ReducePrecisionOp : Fx_Elementwise<"reduce_precision", [InferTypeOpAdaptor]> {
  let summary = "x rounded to a float format with these numbers of bits.";
  let description = [{
    (C1) `exponent_bits` ≥ 1, (C2) `mantissa_bits` ≥ 0. The mantissa is rounded to nearest, ties to even; then what
    leaves the range of the exponent becomes ±inf or ±0: the format has no subnormals. NaN stays as it is.

    ```mlir
    %y = fx.reduce_precision %x {exponent_bits = 8 : i64, mantissa_bits = 7 : i64} : tensor<4xf32>
    ```
  }];
  let arguments = (ins Fx_RealFloatTensor:$x, I64Attr:$exponent_bits, I64Attr:$mantissa_bits);
  let results = (outs Fx_RealFloatTensor:$y);
  let assemblyFormat = "$x attr-dict `:` type($x)";
}

#endif

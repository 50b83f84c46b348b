// Elementwise ops. Floats follow IEEE 754; bf16, f16 and 8-bit floats are computed in f32, and each op's result is
// rounded.
#ifndef FLUXION_IR_OPS_ELEMENTWISE
#define FLUXION_IR_OPS_ELEMENTWISE

include "ir/families.td"

// ---- arithmetic

def Fx_NegateOp : Fx_Unary<"negate", Fx_NumberTensor> {
  let summary = "Minus x, elementwise.";
  let description = "`y = −x`. Flips the sign bit of floats, NaN and zero included; integers wrap around.";
  let hasFolder = 1;
}
def Fx_AbsOp : Fx_Unary<"abs", StaticShapeTensorOf<[Fx_Integer, Fx_Float]>> {
  let summary = "Absolute value, elementwise.";
  let description = "`y = |x|`; clears the sign bit of floats. The least signed integer maps to itself.";
}
def Fx_SignOp : Fx_Unary<"sign", StaticShapeTensorOf<[Fx_Integer, Fx_Float]>> {
  let summary = "Sign of x: −1, 0 or 1, elementwise.";
  let description = "±0 and NaN map to themselves.";
}
def Fx_AddOp : Fx_Binary<"add", Fx_Tensor, [Commutative]> {
  let summary = "Sum, elementwise.";
  let description = "`y = lhs + rhs`. Integers wrap around; for bool it is `or`.";
  let hasFolder = 1;
}
def Fx_SubtractOp : Fx_Binary<"subtract"> {
  let summary = "Difference, elementwise.";
  let description = "`y = lhs − rhs`. Integers wrap around.";
  let hasFolder = 1;
}
def Fx_MultiplyOp : Fx_Binary<"multiply", Fx_Tensor, [Commutative]> {
  let summary = "Product, elementwise.";
  let description = "`y = lhs·rhs`. Integers wrap around; for bool it is `and`.";
  let hasFolder = 1;
}
def Fx_DivideOp : Fx_Binary<"divide"> {
  let summary = "Quotient, elementwise.";
  let description = "`y = lhs / rhs`. Integers round towards zero; x / 0 is −1 (all ones), and MIN / −1 is MIN.";
  let hasFolder = 1;
}
def Fx_RemainderOp : Fx_Binary<"remainder", StaticShapeTensorOf<[Fx_Integer, Fx_Float]>> {
  let summary = "Remainder of the division that rounds towards zero, elementwise.";
  let description = "It has the sign of lhs. For integers x rem 0 is x, and MIN rem −1 is 0.";
}
def Fx_MaximumOp : Fx_Binary<"maximum", Fx_RealTensor, [Commutative]> {
  let summary = "The greater operand, elementwise.";
  let description = "NaN if one operand is NaN; +0 is greater than −0.";
}
def Fx_MinimumOp : Fx_Binary<"minimum", Fx_RealTensor, [Commutative]> {
  let summary = "The lesser operand, elementwise.";
  let description = "NaN if one operand is NaN; −0 is less than +0.";
}
def Fx_PowerOp : Fx_Binary<"power"> {
  let summary = "lhs to the power of rhs, elementwise.";
  let description = "IEEE 754's pow for floats (pow(x, 0) = 1, NaN included). Integers: repeated products that wrap "
                    "around; a negative exponent gives 0, save for bases 1 and −1.";
}
def Fx_Atan2Op : Fx_Binary<"atan2", Fx_FloatTensor> {
  let summary = "Angle of the point (rhs, lhs), in radians in [−π, π], elementwise.";
}

// ---- exponentials and logarithms

def Fx_ExponentialOp : Fx_DearUnary<"exponential"> {
  let summary = "Natural exponential, elementwise.";
  let description = [{
    `y = eˣ`. Overflow gives +inf and NaN stays NaN; at most 2 ulp off in f32.

    ```mlir
    %y = fx.exponential %x : tensor<8x128xf32>
    ```
  }];
}
def Fx_ExponentialMinusOneOp : Fx_DearUnary<"exponential_minus_one"> { let summary = "eˣ − 1, exact near 0."; }
def Fx_LogOp : Fx_DearUnary<"log"> { let summary = "Natural logarithm; log(0) = −inf, NaN below 0."; }
def Fx_LogPlusOneOp : Fx_DearUnary<"log_plus_one"> { let summary = "log(1 + x), exact near 0."; }
def Fx_LogisticOp : Fx_DearUnary<"logistic"> { let summary = "1 / (1 + e⁻ˣ), elementwise."; }
def Fx_SqrtOp : Fx_Unary<"sqrt"> { let summary = "Square root, correctly rounded; NaN below 0."; }
def Fx_RsqrtOp : Fx_Unary<"rsqrt"> { let summary = "1 / √x, elementwise."; }
def Fx_CbrtOp : Fx_DearUnary<"cbrt", StaticShapeTensorOf<[Fx_Float]>> { let summary = "Cube root, with the sign of x."; }

// ---- trigonometric and hyperbolic functions; angles in radians

def Fx_SineOp : Fx_DearUnary<"sine"> { let summary = "Sine of x radians."; }
def Fx_CosineOp : Fx_DearUnary<"cosine"> { let summary = "Cosine of x radians."; }
def Fx_TanOp : Fx_DearUnary<"tan"> { let summary = "Tangent of x radians."; }
def Fx_AsinOp : Fx_DearUnary<"asin"> { let summary = "Arc sine, in [−π/2, π/2]; NaN outside [−1, 1]."; }
def Fx_AcosOp : Fx_DearUnary<"acos"> { let summary = "Arc cosine, in [0, π]; NaN outside [−1, 1]."; }
def Fx_AtanOp : Fx_DearUnary<"atan"> { let summary = "Arc tangent, in [−π/2, π/2]."; }
def Fx_SinhOp : Fx_DearUnary<"sinh"> { let summary = "Hyperbolic sine."; }
def Fx_CoshOp : Fx_DearUnary<"cosh"> { let summary = "Hyperbolic cosine."; }
def Fx_TanhOp : Fx_DearUnary<"tanh"> { let summary = "Hyperbolic tangent."; }
def Fx_AsinhOp : Fx_DearUnary<"asinh"> { let summary = "Inverse hyperbolic sine."; }
def Fx_AcoshOp : Fx_DearUnary<"acosh"> { let summary = "Inverse hyperbolic cosine; NaN below 1."; }
def Fx_AtanhOp : Fx_DearUnary<"atanh"> { let summary = "Inverse hyperbolic tangent; ±inf at ±1, NaN beyond."; }

// ---- special functions, of real floats

class Fx_Special<string mnemonic> : Fx_DearUnary<mnemonic, StaticShapeTensorOf<[Fx_Float]>>;
def Fx_ErfOp : Fx_Special<"erf"> { let summary = "Error function, 2/√π ∫₀ˣ e^(−t²) dt."; }
def Fx_ErfcOp : Fx_Special<"erfc"> { let summary = "1 − erf(x), exact in the right tail."; }
def Fx_ErfInvOp : Fx_Special<"erf_inv"> { let summary = "Inverse of erf on [−1, 1]."; }
def Fx_LgammaOp : Fx_Special<"lgamma"> { let summary = "log |Γ(x)|."; }
def Fx_DigammaOp : Fx_Special<"digamma"> { let summary = "Γ'(x) / Γ(x)."; }

// ---- rounding and classification

class Fx_Rounding<string mnemonic> : Fx_Unary<mnemonic, StaticShapeTensorOf<[Fx_Float]>>;
def Fx_FloorOp : Fx_Rounding<"floor"> { let summary = "The greatest integer ≤ x."; }
def Fx_CeilOp : Fx_Rounding<"ceil"> { let summary = "The least integer ≥ x."; }
def Fx_RoundNearestEvenOp : Fx_Rounding<"round_nearest_even"> { let summary = "The nearest integer; halves go to the even one."; }
def Fx_RoundNearestAfzOp : Fx_Rounding<"round_nearest_afz"> { let summary = "The nearest integer; halves go away from zero."; }
def Fx_IsFiniteOp : Fx_Elementwise<"is_finite", [InferTypeOpAdaptor]> {
  let summary = "Whether x is neither infinite nor NaN.";
  let arguments = (ins StaticShapeTensorOf<[Fx_Float]>:$x);
  let results = (outs Fx_BoolTensor:$y);
  let assemblyFormat = "$x attr-dict `:` type($x)";
}

// ---- bits

def Fx_NotOp : Fx_Unary<"not", Fx_BitsTensor> { let summary = "Bitwise complement."; let hasFolder = 1; }
def Fx_PopcntOp : Fx_Unary<"popcnt", Fx_IndexTensor> { let summary = "The number of bits that are set."; }
def Fx_CountLeadingZerosOp : Fx_Unary<"count_leading_zeros", Fx_IndexTensor> { let summary = "Zero bits above the highest set one."; }
def Fx_AndOp : Fx_Binary<"and", Fx_BitsTensor, [Commutative]> { let summary = "Bitwise and."; let hasFolder = 1; }
def Fx_OrOp : Fx_Binary<"or", Fx_BitsTensor, [Commutative]> { let summary = "Bitwise or."; let hasFolder = 1; }
def Fx_XorOp : Fx_Binary<"xor", Fx_BitsTensor, [Commutative]> { let summary = "Bitwise exclusive or."; }
def Fx_ShiftLeftOp : Fx_Binary<"shift_left", Fx_IndexTensor> { let summary = "lhs·2^rhs; 0 if rhs is outside [0, width)."; }
def Fx_ShiftRightLogicalOp : Fx_Binary<"shift_right_logical", Fx_IndexTensor> {
  let summary = "Shift right that brings in zeros; 0 if rhs is outside [0, width).";
}
def Fx_ShiftRightArithmeticOp : Fx_Binary<"shift_right_arithmetic", Fx_IndexTensor> {
  let summary = "Shift right that brings in the sign; all sign bits if rhs is outside [0, width).";
}

// ---- choice and conversion

def Fx_CompareOp : Fx_Elementwise<"compare", [InferTypeOpAdaptor, SameTypeOperands]> {
  let summary = "Comparison of lhs with rhs, elementwise.";
  let description = [{
    ```mlir
    %y = fx.compare LT, %a, %b : tensor<4xf32>
    ```
  }];
  let arguments = (ins Fx_ComparisonAttr:$direction, Fx_Tensor:$lhs, Fx_Tensor:$rhs);
  let results = (outs Fx_BoolTensor:$y);
  let assemblyFormat = "$direction `,` $lhs `,` $rhs attr-dict `:` type($lhs)";
}
def Fx_SelectOp : Fx_Elementwise<"select", [InferTypeOpAdaptor, AllTypesMatch<["on_true", "on_false"]>]> {
  let summary = "on_true where pred holds, else on_false.";
  let description = "(C1) `pred` has the shape of the others: a scalar is broadcast first.";
  let arguments = (ins Fx_BoolTensor:$pred, Fx_Tensor:$on_true, Fx_Tensor:$on_false);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$pred `,` $on_true `,` $on_false attr-dict `:` type($pred) `,` type($on_true)";
  let hasFolder = 1;
}
def Fx_ClampOp : Fx_Elementwise<"clamp", [SameOperandsAndResultType]> {
  let summary = "min(max(x, lo), hi), elementwise; NaN of any operand is kept.";
  let arguments = (ins Fx_RealTensor:$lo, Fx_RealTensor:$x, Fx_RealTensor:$hi);
  let results = (outs Fx_RealTensor:$y);
  let assemblyFormat = "$lo `,` $x `,` $hi attr-dict `:` type($y)";
}
def Fx_ConvertOp : Fx_Elementwise<"convert", [InferTypeOpAdaptor]> {
  let summary = "Conversion to another element type.";
  let description = "Floats round to nearest, ties to even. Float to integer rounds towards zero and saturates, NaN "
                    "gives 0. Integers wrap around. To bool: whether x ≠ 0.";
  let arguments = (ins Fx_Tensor:$x, TypeAttr:$to);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `to` $to attr-dict `:` type($x) `->` type($y)";
  let hasFolder = 1;
}
def Fx_BitcastConvertOp : Fx_Elementwise<"bitcast_convert", [InferTypeOpAdaptor]> {
  let summary = "The same bits as another element type of the same width.";
  let description = "(C1) the element types are equally wide; (C2) both are complex, or neither is.";
  let arguments = (ins Fx_Tensor:$x, TypeAttr:$to);
  let results = (outs Fx_Tensor:$y);
  let assemblyFormat = "$x `to` $to attr-dict `:` type($x) `->` type($y)";
}
def Fx_StopGradientOp : Fx_Unary<"stop_gradient", Fx_Tensor> {
  let summary = "x, whose derivative is taken to be zero.";
}

#endif

// Complex numbers and their parts. Arithmetic and functions of complex numbers are the elementwise ops themselves.
#ifndef FLUXION_IR_OPS_COMPLEX
#define FLUXION_IR_OPS_COMPLEX

include "ir/families.td"

def Fx_ComplexTensor : StaticShapeTensorOf<[Fx_Complex]>;
def Fx_PartTensor : StaticShapeTensorOf<[F32, F64]>;

class Fx_Part<string mnemonic> : Fx_Elementwise<mnemonic, [InferTypeOpAdaptor]> {
  let arguments = (ins Fx_ComplexTensor:$x);
  let results = (outs Fx_PartTensor:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
  let hasFolder = 1;
}
def Fx_RealOp : Fx_Part<"real"> {
  let summary = "The real part of a complex number, elementwise.";
}
def Fx_ImagOp : Fx_Part<"imag"> {
  let summary = "The imaginary part of a complex number, elementwise.";
}
def Fx_ComplexOp : Fx_Elementwise<"complex", [InferTypeOpAdaptor, SameTypeOperands]> {
  let summary = "The complex number re + i·im, elementwise.";
  let description = [{
    Its parts are bit for bit the operands: NaN in one leaves the other alone.

    ```mlir
    %z = fx.complex %re, %im : tensor<4xf32> -> tensor<4xcomplex<f32>>
    ```
  }];
  let arguments = (ins Fx_PartTensor:$re, Fx_PartTensor:$im);
  let results = (outs Fx_ComplexTensor:$y);
  let assemblyFormat = "$re `,` $im attr-dict `:` type($re) `->` type($y)";
  let hasFolder = 1;
}
def Fx_ComplexAbsOp : Fx_Op<"complex_abs", [Pure, DeclareOpInterfaceMethods<Fx_ElementwiseInterface, ["isCheap"]>,
                                            InferTypeOpAdaptor]> {
  let summary = "The modulus |x| of a complex number, elementwise.";
  let description = "√(re² + im²) without overflow or underflow on the way; +inf if a part is infinite, even beside NaN.";
  let arguments = (ins Fx_ComplexTensor:$x);
  let results = (outs Fx_PartTensor:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `->` type($y)";
  let extraClassDefinition = "bool $cppClass::isCheap() { return false; }";
}

#endif

// The families of ops and what their members share.
#ifndef FLUXION_IR_FAMILIES
#define FLUXION_IR_FAMILIES

include "ir/dialect.td"
include "ir/interfaces.td"
include "mlir/IR/BuiltinAttributes.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Fx_Float : AnyTypeOf<[F16, BF16, F32, F64, F8E4M3FN, F8E5M2]>;
def Fx_Complex : AnyTypeOf<[Complex<F32>, Complex<F64>]>;
def Fx_Integer : AnyTypeOf<[I8, I16, I32, I64, UI8, UI16, UI32, UI64]>;
def Fx_Element : AnyTypeOf<[I1, Fx_Integer, Fx_Float, Fx_Complex]>;

def Fx_Tensor : StaticShapeTensorOf<[Fx_Element]>;
def Fx_FloatTensor : StaticShapeTensorOf<[Fx_Float, Fx_Complex]>;
def Fx_RealTensor : StaticShapeTensorOf<[I1, Fx_Integer, Fx_Float]>;
def Fx_NumberTensor : StaticShapeTensorOf<[Fx_Integer, Fx_Float, Fx_Complex]>;
def Fx_BitsTensor : StaticShapeTensorOf<[I1, Fx_Integer]>;
def Fx_BoolTensor : StaticShapeTensorOf<[I1]>;
def Fx_IndexTensor : StaticShapeTensorOf<[Fx_Integer]>;

class Fx_Op<string mnemonic, list<Trait> traits = []> : Op<Fx_Dialect, mnemonic, traits>;

// Its result's type follows from operands and attributes; `inferReturnTypes` in ops/<family>.cpp checks them.
class Fx_Inferred<string mnemonic, list<Trait> traits = []>
    : Fx_Op<mnemonic, !listconcat([Pure, InferTypeOpAdaptor], traits)>;

class Fx_Elementwise<string mnemonic, list<Trait> traits = []>
    : Fx_Op<mnemonic, !listconcat([Pure, DeclareOpInterfaceMethods<Fx_ElementwiseInterface>], traits)>;

class Fx_Unary<string mnemonic, Type type = Fx_FloatTensor, list<Trait> traits = []>
    : Fx_Elementwise<mnemonic, !listconcat([SameOperandsAndResultType], traits)> {
  let arguments = (ins type:$x);
  let results = (outs type:$y);
  let assemblyFormat = "$x attr-dict `:` type($y)";
}

// The same, for functions so dear that an element is better stored than computed twice.
class Fx_DearUnary<string mnemonic, Type type = Fx_FloatTensor, list<Trait> traits = []>
    : Fx_Op<mnemonic, !listconcat([Pure, DeclareOpInterfaceMethods<Fx_ElementwiseInterface, ["isCheap"]>,
                                   SameOperandsAndResultType], traits)> {
  let arguments = (ins type:$x);
  let results = (outs type:$y);
  let assemblyFormat = "$x attr-dict `:` type($y)";
  let extraClassDefinition = "bool $cppClass::isCheap() { return false; }";
}

class Fx_Binary<string mnemonic, Type type = Fx_NumberTensor, list<Trait> traits = []>
    : Fx_Elementwise<mnemonic, !listconcat([SameOperandsAndResultType], traits)> {
  let arguments = (ins type:$lhs, type:$rhs);
  let results = (outs type:$y);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($y)";
}

#endif

// The fx dialect: array operations with the meaning that StableHLO's specification gives to the ops of the same name.
#ifndef FLUXION_IR_DIALECT
#define FLUXION_IR_DIALECT

include "ir/base.td"
include "mlir/IR/EnumAttr.td"

// The predicate of `compare`. Float comparisons are IEEE 754's: only NE holds with a NaN.
def Fx_Comparison : I32EnumAttr<"Comparison", "comparison direction",
    [I32EnumAttrCase<"EQ", 0>, I32EnumAttrCase<"NE", 1>, I32EnumAttrCase<"GE", 2>,
     I32EnumAttrCase<"GT", 3>, I32EnumAttrCase<"LE", 4>, I32EnumAttrCase<"LT", 5>]> {
  let cppNamespace = "::fluxion::ir";
  let genSpecializedAttr = 0;
}
def Fx_ComparisonAttr : EnumAttr<Fx_Dialect, Fx_Comparison, "comparison">;

// How reductions, scans and scatters combine two elements. `set` is for scatters: the later update wins.
def Fx_Combine : I32EnumAttr<"Combine", "combining function",
    [I32EnumAttrCase<"add", 0>, I32EnumAttrCase<"multiply", 1>, I32EnumAttrCase<"maximum", 2>,
     I32EnumAttrCase<"minimum", 3>, I32EnumAttrCase<"and_", 4, "and">, I32EnumAttrCase<"or_", 5, "or">,
     I32EnumAttrCase<"xor_", 6, "xor">, I32EnumAttrCase<"set", 7>]> {
  let cppNamespace = "::fluxion::ir";
  let genSpecializedAttr = 0;
}
def Fx_CombineAttr : EnumAttr<Fx_Dialect, Fx_Combine, "combine">;

#endif

// The dialect itself, for files that define attributes of their own.
#ifndef FLUXION_IR_BASE
#define FLUXION_IR_BASE

include "mlir/IR/OpBase.td"

def Fx_Dialect : Dialect {
  let name = "fx";
  let cppNamespace = "::fluxion::ir";
  let summary = "Pure functions over arrays of static shape.";
  let hasConstantMaterializer = 1;
  let useDefaultAttributePrinterParser = 1;
  // Attributes live in the op's dictionary, so that an op can be staged by name alone.
  let usePropertiesForAttributes = 0;
}

#endif

// What passes and code generation ask of an op without knowing which one it is.
#ifndef FLUXION_IR_INTERFACES
#define FLUXION_IR_INTERFACES

include "mlir/IR/OpBase.td"

// Result element i depends on element i of each operand alone (operands may also be scalars where the op says so).
def Fx_ElementwiseInterface : OpInterface<"ElementwiseInterface"> {
  let cppNamespace = "::fluxion::ir";
  let description = "Element i of the result depends on element i of every operand alone.";
  let methods = [
    InterfaceMethod<"Whether computing an element again is cheaper than storing and loading it.",
      "bool", "isCheap", (ins), [{}], [{ return true; }]>,
  ];
}

#endif

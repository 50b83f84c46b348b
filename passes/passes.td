// Every pass by name. `fluxion-opt --help` prints these lines.
#ifndef FLUXION_PASSES
#define FLUXION_PASSES
include "mlir/Pass/PassBase.td"
#endif

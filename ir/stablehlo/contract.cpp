// Contractions.
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

Values dotGeneral(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  Fields dims(op, "dot_dimension_numbers");
  return {in.emit("fx.dot_general", x,
                  {{"lhs_batching", in.list(dims.list("lhs_batching_dimensions"))},
                   {"rhs_batching", in.list(dims.list("rhs_batching_dimensions"))},
                   {"lhs_contracting", in.list(dims.list("lhs_contracting_dimensions"))},
                   {"rhs_contracting", in.list(dims.list("rhs_contracting_dimensions"))},
                   {"element", in.type(resultType(op).getElementType())}})};
}

}  // namespace

void addContractRules(Rules &rules) { rules["stablehlo.dot_general"] = dotGeneral; }

}  // namespace fluxion::ir::stablehlo

// Fourier transforms, which have the same kinds there and here.
#include "ir/ops/fft.h"

#include "ir/stablehlo/exporter.h"
#include "ir/stablehlo/importer.h"

namespace fluxion::ir::stablehlo {
namespace {

Values fft(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  std::optional<FftKind> kind = symbolizeFftKind(keyword(op, "fft_type"));
  if (!kind) in.refuse(op, "the attribute 'fft_type' is missing or unknown");
  return {
      in.emit("fx.fft", x,
              {{"kind", in.number(static_cast<int64_t>(*kind))}, {"lengths", in.list(integers(op, "fft_length"))}})};
}

Refs write(Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref> x) {
  auto f = llvm::cast<FftOp>(op);
  return ex.write("stablehlo.fft", x,
                  "fft_length = " + array(f.getLengths()) + ", fft_type = #stablehlo<fft_type " +
                      stringifyFftKind(f.getKind()).str() + ">",
                  op->getResultTypes());
}

}  // namespace

void addFftRules(Rules &rules) { rules["stablehlo.fft"] = fft; }
void addFourierRules(ExportRules &rules) { rules[FftOp::getOperationName()] = write; }

}  // namespace fluxion::ir::stablehlo

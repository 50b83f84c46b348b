// The kinds of fx.fft, in a file of their own: ir/dialect.td is included by every family.
#ifndef FLUXION_IR_FFT_KIND
#define FLUXION_IR_FFT_KIND

include "mlir/IR/EnumAttr.td"

def Fx_FftKind : I64EnumAttr<"FftKind", "kind of Fourier transform",
    [I64EnumAttrCase<"FFT", 0>, I64EnumAttrCase<"IFFT", 1>, I64EnumAttrCase<"RFFT", 2>, I64EnumAttrCase<"IRFFT", 3>]> {
  let cppNamespace = "::fluxion::ir";
}

#endif

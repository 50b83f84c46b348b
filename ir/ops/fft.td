// Discrete Fourier transforms.
#ifndef FLUXION_IR_OPS_FFT
#define FLUXION_IR_OPS_FFT

include "ir/families.td"
include "ir/fft_kind.td"

def Fx_FftOp : Fx_Inferred<"fft"> {
  let summary = "Discrete Fourier transform along the last dimensions, one for each of `lengths`.";
  let description =
      [{
    FFT: `y[k] = Σⱼ x[j]·e^(−2πi·jk/n)` along each dimension; IFFT: with the conjugate factor, divided by n. RFFT takes
    real numbers and gives the first n/2 + 1 along the last dimension, which determine the others; IRFFT is its inverse:
    it takes as many, ignores imaginary parts that a real result cannot have, and needs `lengths` to tell odd n.
    Errors grow as log n: a few ulp of the largest |y|. (C1) one to three lengths, each at least 1; (C2) the
    last dimensions of x have these sizes, the very last of IRFFT's n/2 + 1; (C3) RFFT takes f32 or f64, the others
    complex numbers.

    ```mlir
    %y = fx.fft RFFT, %x over [8] : tensor<2x8xf32> -> tensor<2x5xcomplex<f32>>
    ```
  }];
  let arguments = (ins Fx_FftKind:$kind, Fx_FloatTensor:$x, DenseI64ArrayAttr:$lengths);
  let results = (outs Fx_FloatTensor:$y);
  let assemblyFormat = "$kind `,` $x `over` $lengths attr-dict `:` type($x) `->` type($y)";
}

#endif

// RUN: fluxion-opt %s -split-input-file -verify-diagnostics | FileCheck %s

// Transforms of StableHLO come in as they are; the text form reads back.

// CHECK-LABEL: func.func @imported
// CHECK-SAME:    %[[X:.*]]: tensor<4x6xf32>
// CHECK:         %[[Y:.*]] = fx.fft RFFT, %[[X]] over [4, 6] : tensor<4x6xf32> -> tensor<4x4xcomplex<f32>>
// CHECK:         %[[Z:.*]] = fx.fft IRFFT, %[[Y]] over [6] : tensor<4x4xcomplex<f32>> -> tensor<4x6xf32>
// CHECK:         return %[[Z]]
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4x6xf32>) -> tensor<4x6xf32>, sym_name = "imported"}> ({
  ^bb0(%x: tensor<4x6xf32>):
    %y = "stablehlo.fft"(%x) <{fft_length = array<i64: 4, 6>, fft_type = #stablehlo<fft_type RFFT>}> : (tensor<4x6xf32>) -> tensor<4x4xcomplex<f32>>
    %z = "stablehlo.fft"(%y) <{fft_length = array<i64: 6>, fft_type = #stablehlo<fft_type IRFFT>}> : (tensor<4x4xcomplex<f32>>) -> tensor<4x6xf32>
    "func.return"(%z) : (tensor<4x6xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

func.func @too_many_lengths(%x: tensor<8xf32>) {
  // expected-error@+2 {{fft: 2 lengths do not fit f32[8]}}
  // expected-error@+1 {{failed to infer}}
  %y = fx.fft RFFT, %x over [1, 8] : tensor<8xf32> -> tensor<5xcomplex<f32>>
  return
}

// -----

func.func @no_length(%x: tensor<0xcomplex<f32>>) {
  // expected-error@+2 {{fft: there is no transform of length 0}}
  // expected-error@+1 {{failed to infer}}
  %y = fx.fft FFT, %x over [0] : tensor<0xcomplex<f32>> -> tensor<0xcomplex<f32>>
  return
}

// -----

func.func @wrong_length(%x: tensor<4xcomplex<f32>>) {
  // expected-error@+2 {{fft: dimension 0 of c64[4] is 4, but IRFFT of length 8 needs 5}}
  // expected-error@+1 {{failed to infer}}
  %y = fx.fft IRFFT, %x over [8] : tensor<4xcomplex<f32>> -> tensor<8xf32>
  return
}

// -----

func.func @complex_for_real(%x: tensor<8xcomplex<f32>>) {
  // expected-error@+2 {{fft: RFFT takes f32 or f64, not c64[8]}}
  // expected-error@+1 {{failed to infer}}
  %y = fx.fft RFFT, %x over [8] : tensor<8xcomplex<f32>> -> tensor<5xcomplex<f32>>
  return
}

// -----

func.func @real_for_complex(%x: tensor<8xf64>) {
  // expected-error@+2 {{fft: FFT takes complex numbers, not f64[8]}}
  // expected-error@+1 {{failed to infer}}
  %y = fx.fft FFT, %x over [8] : tensor<8xf64> -> tensor<8xcomplex<f64>>
  return
}

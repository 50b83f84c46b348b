// RUN: fluxion-opt %s -split-input-file -verify-diagnostics

func.func @square(%a: tensor<2x3xf32>) {
  // expected-error@+1 {{cholesky: the matrix is not square: f32[2,3] (2 vs 3)}}
  %l = fx.cholesky %a : tensor<2x3xf32>
  return
}

// -----

func.func @fits(%a: tensor<3x3xf32>, %b: tensor<2x4xf32>) {
  // expected-error@+1 {{triangular_solve: f32[2,4] does not fit the triangular matrix f32[3,3] on its left}}
  %x = fx.triangular_solve %a, %b left true lower true unit false transpose false : tensor<3x3xf32>, tensor<2x4xf32>
  return
}

// -----

func.func @dtype(%a: tensor<3x3xbf16>) {
  // expected-error@+1 {{eigh: matrices of f32 and f64 can be factorised, not bf16[3,3]}}
  %w, %v = fx.eigh %a : tensor<3x3xbf16>
  return
}

// -----

func.func @reflections(%a: tensor<3x4xf32>, %t: tensor<3xf32>) {
  // expected-error@+1 {{householder_product: there are no reflections in f32[3,4] with factors f32[3]}}
  %q = fx.householder_product %a, %t : tensor<3x4xf32>, tensor<3xf32>
  return
}

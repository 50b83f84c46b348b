// RUN: fluxion-opt %s -split-input-file -verify-diagnostics

func.func @kind(%x: tensor<4xf32>) {
  // expected-error@+1 {{all_reduce: 'multiply' is none of add, maximum and minimum}}
  %y = fx.all_reduce multiply, %x over "i" of 2 : tensor<4xf32>
  return
}

// -----

func.func @order(%x: tensor<4xcomplex<f32>>) {
  // expected-error@+1 {{all_reduce: 'maximum' does not combine elements of type 'complex<f32>'}}
  %y = fx.all_reduce maximum, %x over "i" of 2 : tensor<4xcomplex<f32>>
  return
}

// -----

func.func @name(%x: tensor<4xf32>) {
  // expected-error@+1 {{all_reduce: the axis has no name}}
  %y = fx.all_reduce add, %x over "" of 2 : tensor<4xf32>
  return
}

// -----

func.func @size() {
  // expected-error@+2 {{failed to infer returned types}}
  // expected-error@+1 {{axis_index: axis "i" has 0 members}}
  %y = fx.axis_index over "i" of 0 : tensor<i32>
  return
}

// -----

func.func @dimension(%x: tensor<4xf32>) {
  // expected-error@+2 {{failed to infer returned types}}
  // expected-error@+1 {{all_gather: dimension 1 is outside [0, 1)}}
  %y = fx.all_gather %x along 1 over "i" of 2 : tensor<4xf32> -> tensor<8xf32>
  return
}

// -----

func.func @large(%x: tensor<4xf32>) {
  // expected-error@+2 {{failed to infer returned types}}
  // expected-error@+1 {{all_gather: no array has this shape}}
  %y = fx.all_gather %x along 0 over "i" of 4611686018427387904 : tensor<4xf32> -> tensor<8xf32>
  return
}

// -----

func.func @cut(%x: tensor<5xf32>) {
  // expected-error@+2 {{failed to infer returned types}}
  // expected-error@+1 {{reduce_scatter: dimension 0 of f32[5] cannot be cut into 2 equal parts}}
  %y = fx.reduce_scatter %x along 0 over "i" of 2 : tensor<5xf32> -> tensor<2xf32>
  return
}

// -----

func.func @parts(%x: tensor<4x5xf32>) {
  // expected-error@+2 {{failed to infer returned types}}
  // expected-error@+1 {{all_to_all: dimension 1 of f32[4,5] cannot be cut into 2 equal parts}}
  %y = fx.all_to_all %x cut 1 joined 0 over "i" of 2 : tensor<4x5xf32> -> tensor<8x2xf32>
  return
}

// -----

func.func @sources(%x: tensor<4xf32>) {
  // expected-error@+1 {{collective_permute: 3 sources for 2 members}}
  %y = fx.collective_permute %x from [0, 1, 0] over "i" of 2 : tensor<4xf32>
  return
}

// -----

func.func @twice(%x: tensor<4xf32>) {
  // expected-error@+1 {{collective_permute: source 1 is named twice}}
  %y = fx.collective_permute %x from [1, 1] over "i" of 2 : tensor<4xf32>
  return
}

// -----

func.func @range(%x: tensor<4xf32>) {
  // expected-error@+1 {{collective_permute: source 2 is outside [0, 2)}}
  %y = fx.collective_permute %x from [0, 2] over "i" of 2 : tensor<4xf32>
  return
}

// RUN: fluxion-opt %s -split-input-file -verify-diagnostics

func.func @effect(%x: tensor<f32>) {
  // expected-error@+1 {{has no effect 'loud'; there are: pure, debug, io, ordered}}
  fx.host_call "f"(%x) effect "loud" types "" vectorized false : (tensor<f32>) -> ()
  return
}

// -----

func.func @types(%x: tensor<f32>) {
  // expected-error@+2 {{failed to infer returned types}}
  // expected-error@+1 {{host_call: 'f33[2]' are no types such as 'f32[2,3] i32[]'}}
  %y = fx.host_call "f"(%x) effect "pure" types "f33[2]" vectorized false : (tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @results(%x: tensor<f32>) {
  // expected-error@+1 {{only looks on, and has results}}
  %y = fx.host_call "f"(%x) effect "debug" types "f32[2]" vectorized false : (tensor<f32>) -> tensor<2xf32>
  return
}

// -----

func.func @operation(%x: tensor<f32>) {
  // expected-error@+2 {{failed to infer returned types}}
  // expected-error@+1 {{operation: 'f32[-1]' are no types}}
  %y = fx.operation "lib.f"(%x) types "f32[-1]" : (tensor<f32>) -> tensor<f32>
  return
}

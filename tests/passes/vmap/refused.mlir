// RUN: fluxion-opt %s -fluxion-vmap="size=5 in-axes=0 out-axes=-1" -split-input-file -verify-diagnostics

// expected-error@+1 {{vmap: a result depends on a mapped argument, but its out_axes entry is none}}
func.func @mapped(%x: tensor<2xf32>) -> tensor<2xf32> {
  return %x : tensor<2xf32>
}

// -----

// expected-error@+1 {{vmap: in-axes has 1 entries for 2 values}}
func.func @two(%x: tensor<2xf32>, %y: tensor<2xf32>) -> tensor<2xf32> {
  return %x : tensor<2xf32>
}

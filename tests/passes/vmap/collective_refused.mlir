// RUN: fluxion-opt %s -fluxion-vmap="size=4 axis-name=i" -verify-diagnostics

func.func @size(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error@+1 {{vmap: 'fx.all_reduce' says that axis "i" has 2 members, but it has 4}}
  %y = fx.all_reduce add, %x over "i" of 2 : tensor<4xf32>
  return %y : tensor<4xf32>
}

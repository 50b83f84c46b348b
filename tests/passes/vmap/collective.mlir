// RUN: fluxion-opt %s -fluxion-vmap="size=4 axis-name=i" -split-input-file | FileCheck %s --check-prefix=OWN
// RUN: fluxion-opt %s -fluxion-vmap="size=5 axis-name=other" -split-input-file | FileCheck %s --check-prefix=OTHER

// Over its own axis a sum becomes a reduction, whose result is the same for all and stays unmapped: what is computed
// from it alone is computed once.

//   OWN-LABEL: func.func @sum.vmap(%arg0: tensor<4x8xf32>)
//         OWN:   %[[S:.*]] = fx.reduce {{.*}}add, %arg0 over [0]
//         OWN:   %[[E:.*]] = fx.exponential %[[S]] : tensor<8xf32>
//         OWN:   fx.broadcast_in_dim %[[E]]
// OTHER-LABEL: func.func @sum.vmap(%arg0: tensor<5x8xf32>)
//       OTHER:   fx.all_reduce {{.*}}add, %arg0 over "i" of 4 : tensor<5x8xf32>
func.func @sum(%x: tensor<8xf32>) -> tensor<8xf32> {
  %s = fx.all_reduce add, %x over "i" of 4 : tensor<8xf32>
  %y = fx.exponential %s : tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

// Turning all members needs no table.

//   OWN-LABEL: func.func @turn.vmap
//     OWN-NOT:   fx.gather
//         OWN:   %[[A:.*]] = fx.slice %arg0 from [3, 0] to [4, 8]
//         OWN:   %[[B:.*]] = fx.slice %arg0 from [0, 0] to [3, 8]
//         OWN:   fx.concatenate %[[A]], %[[B]] along 0
// OTHER-LABEL: func.func @turn.vmap
//       OTHER:   fx.collective_permute %arg0 from [3, 0, 1, 2] over "i" of 4 : tensor<5x8xf32>
func.func @turn(%x: tensor<8xf32>) -> tensor<8xf32> {
  %y = fx.collective_permute %x from [3, 0, 1, 2] over "i" of 4 : tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----

// What depends on nothing but the member is found in regions, too.

//   OWN-LABEL: func.func @loop.vmap
//         OWN:   fx.scan
//         OWN:   fx.iota
//     OWN-NOT:   fx.axis_index
// OTHER-LABEL: func.func @loop.vmap
//       OTHER:   fx.axis_index over "i" of 4 : tensor<i32>
func.func @loop(%x: tensor<i32>) -> tensor<i32> {
  %y = fx.scan(%x) constants 0 carry 1 length 3 reverse false : (tensor<i32>) -> tensor<i32> {
  ^bb0(%c: tensor<i32>):
    %i = fx.axis_index over "i" of 4 : tensor<i32>
    %n = fx.add %c, %i : tensor<i32>
    fx.yield %n : tensor<i32>
  }
  return %y : tensor<i32>
}

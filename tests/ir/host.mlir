// RUN: fluxion-opt %s -cse -canonicalize | FileCheck %s

// Calls that somebody sees are all made, in their order, in loops and branches too; pure ones are values like others.

// CHECK-LABEL: func @effects
//  CHECK-SAME:   %[[X:.*]]: tensor<f32>
//  CHECK-NEXT:   fx.host_call "print a {0}"
//  CHECK-NEXT:   fx.host_call "print a {0}"
//  CHECK-NEXT:   %[[Y:.*]] = fx.host_call "f"(%[[X]])
//   CHECK-NOT:   fx.host_call "f"
//       CHECK:   fx.scan
//       CHECK:     fx.host_call "print b {0}"
//       CHECK:   fx.host_call "save"
//       CHECK:   %[[Z:.*]] = fx.add %[[Y]], %[[Y]]
//       CHECK:   return %[[Z]]
func.func @effects(%x: tensor<f32>) -> tensor<f32> {
  fx.host_call "print a {0}"(%x) effect "debug" types "" vectorized false : (tensor<f32>) -> ()
  fx.host_call "print a {0}"(%x) effect "debug" types "" vectorized false : (tensor<f32>) -> ()
  %dead = fx.host_call "g"(%x) effect "pure" types "f32[]" vectorized false : (tensor<f32>) -> tensor<f32>
  %y = fx.host_call "f"(%x) effect "pure" types "f32[]" vectorized false : (tensor<f32>) -> tensor<f32>
  %same = fx.host_call "f"(%x) effect "pure" types "f32[]" vectorized false : (tensor<f32>) -> tensor<f32>
  fx.scan(%x) constants 1 carry 0 length 3 reverse false : (tensor<f32>) -> () {
  ^bb0(%c: tensor<f32>):
    fx.host_call "print b {0}"(%c) effect "debug" types "" vectorized false : (tensor<f32>) -> ()
    fx.yield
  }
  %unused = fx.host_call "save"(%x) effect "ordered" types "i32[]" vectorized false : (tensor<f32>) -> tensor<i32>
  %z = fx.add %y, %same : tensor<f32>
  return %z : tensor<f32>
}

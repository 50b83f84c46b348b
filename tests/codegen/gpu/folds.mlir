// RUN: not fluxion-run %s --device=simt --random-inputs=1 2>&1 | FileCheck %s
// RUN: fluxion-run %s --device=cpu --random-inputs=1 --outputs=%t && fluxion-run %s --device=reference --random-inputs=1 --compare=%t --rtol=1e-4 --atol=1e-4

// What has been cut for CPUs is refused, and not computed as if rows were all there is.

// CHECK: a kernel over rows that sums up columns, too, is a CPU's; cut the function for GPUs
func.func @main(%x: tensor<16x64xf32>) -> (tensor<2x64xf32>, tensor<16xf32>) {
  %0:2 = fx.kernel "rows" [2, 8, 64] reduced [2](%x) {folded = array<i64: 1>, folds = array<i64: 0>} : (tensor<16x64xf32>) -> (tensor<2x64xf32>, tensor<16xf32>) {
  ^bb0(%a: tensor<16x64xf32>):
    %r = fx.reduce maximum, %a over [1] : tensor<16x64xf32> -> tensor<16xf32>
    %b = fx.reshape %a to [2, 8, 64] : tensor<16x64xf32> -> tensor<2x8x64xf32>
    %c = fx.reduce add, %b over [1] : tensor<2x8x64xf32> -> tensor<2x64xf32>
    fx.yield %c, %r : tensor<2x64xf32>, tensor<16xf32>
  }
  return %0#0, %0#1 : tensor<2x64xf32>, tensor<16xf32>
}

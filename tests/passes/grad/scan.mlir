// RUN: fluxion-opt %s -fluxion-vjp | FileCheck %s

// c ← tanh(w·c)·x[i]: the known scan stacks what the derivative needs and the transposed scan reads it in the other
// direction. x, which is scanned anyway, and w, which never changes, are not stacked; eʷ is computed once, before. Of tanh
// its value is kept, from which its slope is two cheap ops away.

// CHECK-LABEL: func.func @rnn.vjp
//  CHECK-SAME:   %[[W:[^:]*]]: tensor<8xf32>, %[[C:[^:]*]]: tensor<8xf32>, %[[X:[^:]*]]: tensor<5x8xf32>
//       CHECK:   %[[E:.*]] = fx.exponential %[[W]]
//       CHECK:   %[[K:.*]]:3 = fx.scan(%[[E]], %[[C]], %[[X]]) constants 1 carry 1 length 5 reverse false
//       CHECK:   fx.scan(%[[E]], {{.*}}) constants 1 carry 2 length 5 reverse true
//   CHECK-NOT:   fx.tanh
//   CHECK-NOT:   fx.exponential
//       CHECK:   return
func.func @rnn(%w: tensor<8xf32>, %c: tensor<8xf32>, %x: tensor<5x8xf32>) -> tensor<8xf32> {
  %y = fx.scan (%w, %c, %x) constants 1 carry 1 length 5 reverse false : (tensor<8xf32>, tensor<8xf32>, tensor<5x8xf32>) -> tensor<8xf32> {
  ^bb0(%k: tensor<8xf32>, %d: tensor<8xf32>, %s: tensor<8xf32>):
    %e = fx.exponential %k : tensor<8xf32>
    %p = fx.multiply %e, %d : tensor<8xf32>
    %t = fx.tanh %p : tensor<8xf32>
    %q = fx.multiply %t, %s : tensor<8xf32>
    fx.yield %q : tensor<8xf32>
  }
  return %y : tensor<8xf32>
}

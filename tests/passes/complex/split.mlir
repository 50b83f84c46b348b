// RUN: fluxion-opt %s -fluxion-split-complex -split-input-file | FileCheck %s

// Arguments are taken apart, results put together; in between there are real arrays alone.

// CHECK-LABEL: func.func @product
//  CHECK-SAME:   %[[A:.*]]: tensor<4xcomplex<f32>>, %[[B:.*]]: tensor<4xcomplex<f32>>
//   CHECK-DAG:   %[[BI:.*]] = fx.imag %[[B]]
//   CHECK-DAG:   %[[BR:.*]] = fx.real %[[B]]
//   CHECK-DAG:   %[[AI:.*]] = fx.imag %[[A]]
//   CHECK-DAG:   %[[AR:.*]] = fx.real %[[A]]
//   CHECK-NOT:   complex<f32>> {{.*}}fx.
//       CHECK:   %[[Y:.*]] = fx.complex %{{.*}}, %{{.*}} : tensor<4xf32>
//       CHECK:   return %[[Y]]
func.func @product(%a: tensor<4xcomplex<f32>>, %b: tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>> {
  %p = fx.multiply %a, %b : tensor<4xcomplex<f32>>
  %y = fx.add %p, %a : tensor<4xcomplex<f32>>
  return %y : tensor<4xcomplex<f32>>
}

// -----

// What only passes through stays whole.

// CHECK-LABEL: func.func @through
//  CHECK-SAME:   %[[A:.*]]: tensor<4xcomplex<f32>>
//       CHECK:   return %[[A]]
func.func @through(%a: tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>> {
  return %a : tensor<4xcomplex<f32>>
}

// -----

// A carry becomes two, and the loop's counts follow.

// CHECK-LABEL: func.func @loop
//       CHECK:   fx.scan(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}) constants 2 carry 2 length 3
//  CHECK-NEXT:   ^bb0(%{{.*}}: tensor<f64>, %{{.*}}: tensor<f64>, %{{.*}}: tensor<f64>, %{{.*}}: tensor<f64>):
//       CHECK:   fx.yield %{{.*}}, %{{.*}} : tensor<f64>, tensor<f64>
func.func @loop(%a: tensor<complex<f64>>, %b: tensor<complex<f64>>) -> tensor<complex<f64>> {
  %y = fx.scan (%a, %b) constants 1 carry 1 length 3 reverse false : (tensor<complex<f64>>, tensor<complex<f64>>) -> tensor<complex<f64>> {
  ^bb0(%c: tensor<complex<f64>>, %z: tensor<complex<f64>>):
    %m = fx.multiply %z, %c : tensor<complex<f64>>
    fx.yield %m : tensor<complex<f64>>
  }
  return %y : tensor<complex<f64>>
}

// -----

// A sort by complex keys is the runtime's, which gets them whole.

// CHECK-LABEL: func.func @sorted
//       CHECK:   %[[Z:.*]] = fx.complex
//       CHECK:   %[[S:.*]] = fx.sort %[[Z]]
//       CHECK:   return %[[S]]
func.func @sorted(%a: tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>> {
  %n = fx.negate %a : tensor<4xcomplex<f32>>
  %s = fx.sort %n along 0 stable true descending false : tensor<4xcomplex<f32>>
  return %s : tensor<4xcomplex<f32>>
}

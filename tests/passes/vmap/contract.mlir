// RUN: fluxion-opt %s -fluxion-vmap=size=5 | FileCheck %s --check-prefix=BOTH
// RUN: fluxion-opt %s -fluxion-vmap="size=5 in-axes=0,-1" | FileCheck %s --check-prefix=LEFT
// RUN: fluxion-opt %s -fluxion-vmap="size=5 in-axes=-1,0" | FileCheck %s --check-prefix=RIGHT

// Two mapped operands make a batch of products; one alone stays one product, of a larger matrix.

//  BOTH-LABEL: func.func @product.vmap
//        BOTH:   fx.dot_general %{{.*}}, %{{.*}} batch [0] x [0] contract [2] x [1] as f32 : (tensor<5x2x3xf32>, tensor<5x3x4xf32>) -> tensor<5x2x4xf32>
//  LEFT-LABEL: func.func @product.vmap
//        LEFT:   %[[Y:.*]] = fx.dot_general %{{.*}}, %{{.*}} batch [] x [] contract [2] x [0] as f32 : (tensor<5x2x3xf32>, tensor<3x4xf32>) -> tensor<5x2x4xf32>
//        LEFT:   return %[[Y]]
// RIGHT-LABEL: func.func @product.vmap
//       RIGHT:   %[[Y:.*]] = fx.dot_general %{{.*}}, %{{.*}} batch [] x [] contract [1] x [1] as f32 : (tensor<2x3xf32>, tensor<5x3x4xf32>) -> tensor<2x5x4xf32>
//       RIGHT:   %[[T:.*]] = fx.transpose %[[Y]] by [1, 0, 2]
//       RIGHT:   return %[[T]]
func.func @product(%a: tensor<2x3xf32>, %b: tensor<3x4xf32>) -> tensor<2x4xf32> {
  %y = fx.dot_general %a, %b batch [] x [] contract [1] x [0] as f32 : (tensor<2x3xf32>, tensor<3x4xf32>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

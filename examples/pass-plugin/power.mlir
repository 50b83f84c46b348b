func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %two = fx.constant dense<2.0> : tensor<4xf32>
  %y = fx.power %x, %two : tensor<4xf32>
  return %y : tensor<4xf32>
}

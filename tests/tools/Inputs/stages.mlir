func.func @f(%x: tensor<8x16xf32>) -> tensor<8xf32> {
  %0 = fx.negate %x : tensor<8x16xf32>
  %1 = fx.negate %0 : tensor<8x16xf32>
  %2 = fx.exponential %1 : tensor<8x16xf32>
  %3 = fx.multiply %2, %x : tensor<8x16xf32>
  %4 = fx.reduce add, %3 over [1] : tensor<8x16xf32> -> tensor<8xf32>
  %5 = fx.sine %4 : tensor<8xf32>
  return %5 : tensor<8xf32>
}

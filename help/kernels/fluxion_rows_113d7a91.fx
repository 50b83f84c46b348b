rows [4096, 4096] reduced [1]
%0: tensor<4096x4096xf32>
%1: tensor<4096xf32> = fx.reduce %0 {dimensions = array<i64: 1>, kind = #fx<combine add>}
fx.yield %1

loop [1] reduced []
%0: tensor<1xf32>
%1: tensor<1xf32> = fx.constant {value = dense<1.000000e+00> : tensor<1xf32>}
%2: tensor<1xf32> = fx.add %0 %1
fx.yield %2

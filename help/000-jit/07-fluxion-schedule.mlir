#loc = loc(unknown)
module {
  func.func @jit(%arg0: tensor<1xf32> loc(unknown)) -> tensor<1xf32> {
    %0 = fx.kernel "loop" [1] reduced [](%arg0) : (tensor<1xf32>) -> tensor<1xf32> {
    ^bb0(%arg1: tensor<1xf32> loc(unknown)):
      %1 = fx.constant dense<1.000000e+00> : tensor<1xf32> loc(#loc2)
      %2 = fx.add %arg1, %1 : tensor<1xf32> loc(#loc2)
      fx.yield %2 : tensor<1xf32> loc(#loc2)
    } loc(#loc2)
    return %0 : tensor<1xf32> loc(#loc)
  } loc(#loc)
} loc(#loc)
#loc1 = loc("../../tools/fluxion-bench/main.cpp":69:48)
#loc2 = loc("auto fluxion::bench::(anonymous namespace)::measure(const Workload &, double)::(lambda)::operator()(const Array &) const"(#loc1))


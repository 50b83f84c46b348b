#loc = loc(unknown)
module {
  func.func @jit(%arg0: tensor<4096x4096xf32> loc(unknown)) -> tensor<4096xf32> {
    %0 = fx.reduce  add, %arg0 over [1] : tensor<4096x4096xf32> -> tensor<4096xf32> loc(#loc2)
    return %0 : tensor<4096xf32> loc(#loc)
  } loc(#loc)
} loc(#loc)
#loc1 = loc("../../tools/fluxion-bench/array_workloads.cpp":52:61)
#loc2 = loc("auto fluxion::bench::add_array_workloads(std::map<std::string, Maker> &)::(lambda)::operator()(const Array &) const"(#loc1))


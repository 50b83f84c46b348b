// RUN: fluxion-opt %s -fluxion-propagate-sharding -split-input-file -verify-diagnostics

// expected-error@+1 {{sharding of argument 0: dimension 0 of f32[3] cannot be cut into 2 equal parts}}
func.func @uneven(%x: tensor<3xf32> {fx.sharding = #fx.sharding<#fx.mesh<["a" = 2]>, [{"a"}]>}) -> tensor<3xf32> {
  return %x : tensor<3xf32>
}

// -----

// expected-error@+1 {{sharding of result 0: the sharding has 2 dimensions, f32[4] has 1}}
func.func @rank(%x: tensor<4xf32>) -> (tensor<4xf32> {fx.sharding = #fx.sharding<#fx.mesh<["a" = 2]>, [{"a"}, {}]>}) {
  return %x : tensor<4xf32>
}

// -----

// expected-error@+1 {{sharding of argument 0 is no #fx.sharding}}
func.func @other(%x: tensor<4xf32> {fx.sharding = "a"}) -> tensor<4xf32> {
  return %x : tensor<4xf32>
}

// -----

func.func @meshes(%x: tensor<4xf32> {fx.sharding = #fx.sharding<#fx.mesh<["a" = 2]>, [{"a"}]>}) -> tensor<4xf32> {
  // expected-error@+1 {{sharding_constraint: a function has one mesh: #fx.mesh<["a" = 4]> and #fx.mesh<["a" = 2]>}}
  %y = fx.sharding_constraint %x <#fx.mesh<["a" = 4]>, [{"a"}]> : tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

func.func @list(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error@+1 {{fx.shardings is no list with a sharding for each result}}
  %y = fx.exponential %x {fx.shardings = []} : tensor<4xf32>
  return %y : tensor<4xf32>
}

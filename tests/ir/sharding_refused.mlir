// RUN: fluxion-opt %s -split-input-file -verify-diagnostics

// expected-error@+1 {{mesh: two axes are named "a"}}
#mesh = #fx.mesh<["a" = 4, "a" = 2]>

// -----

// expected-error@+1 {{mesh: axis "a" has 0 devices}}
#mesh = #fx.mesh<["a" = 0]>

// -----

// expected-error@+1 {{mesh: an axis has no name}}
#mesh = #fx.mesh<["" = 2]>

// -----

// expected-error@+1 {{mesh: too many devices}}
#mesh = #fx.mesh<["a" = 4294967296, "b" = 4294967296]>

// -----

#mesh = #fx.mesh<["data" = 4, "model" = 2]>
func.func @unknown(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  // expected-error@+1 {{sharding: the mesh has no axis "modle"}}
  %y = fx.sharding_constraint %x <#mesh, [{"modle"}, {}]> : tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}

// -----

#mesh = #fx.mesh<["data" = 4, "model" = 2]>
func.func @twice(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  // expected-error@+1 {{sharding: axis "data" is used twice}}
  %y = fx.sharding_constraint %x <#mesh, [{"data"}, {"data"}]> : tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}

// -----

#mesh = #fx.mesh<["data" = 4, "model" = 2]>
func.func @cut_and_replicated(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  // expected-error@+1 {{sharding: axis "data" is used twice}}
  %y = fx.sharding_constraint %x <#mesh, [{"data"}, {}], replicated = {"data"}> : tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}

// -----

#mesh = #fx.mesh<["data" = 4, "model" = 2]>
func.func @rank(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  // expected-error@+1 {{sharding_constraint: the sharding has 1 dimensions, f32[8,4] has 2}}
  %y = fx.sharding_constraint %x <#mesh, [{"data"}]> : tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}

// -----

#mesh = #fx.mesh<["data" = 4, "model" = 2]>
func.func @uneven(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  // expected-error@+1 {{sharding_constraint: dimension 1 of f32[8,4] cannot be cut into 8 equal parts}}
  %y = fx.sharding_constraint %x <#mesh, [{}, {"data", "model"}]> : tensor<8x4xf32>
  return %y : tensor<8x4xf32>
}

// RUN: fluxion-opt %s | fluxion-opt | FileCheck %s
// RUN: fluxion-opt %s -fluxion-vjp | FileCheck %s --check-prefix=VJP
// RUN: fluxion-opt %s -fluxion-vmap="size=3" | FileCheck %s --check-prefix=VMAP
// RUN: fluxion-opt %s -fluxion-expand-custom | FileCheck %s --check-prefix=ONE

// A mesh is written once, above what is cut for it.

//       CHECK: #[[MESH:.*]] = #fx.mesh<["data" = 4, "model" = 2]>
// CHECK-LABEL: func.func @constraint
//  CHECK-SAME:   %[[X:.*]]: tensor<8x4x6xf32> {fx.sharding = #fx.sharding<#[[MESH]], [{"data", "model"}, {}, {}]>}
//       CHECK:   fx.sharding_constraint %[[X]] <#[[MESH]], [{"data"}, {"model", ?}, {?}]> : tensor<8x4x6xf32>
//       CHECK:   fx.sharding_constraint {{.*}} <#[[MESH]], [{}, {}, {?}], replicated = {"model"}> : tensor<8x4x6xf32>

// A cotangent is cut like the value.

//   VJP-LABEL: func.func @constraint.vjp
//    VJP-SAME:   %[[CT:[a-z0-9]+]]: tensor<8x4x6xf32>)
//         VJP:   %[[SECOND:.*]] = fx.sharding_constraint %[[CT]] <#{{.*}}, [{}, {}, {?}], replicated = {"model"}>
//         VJP:   fx.sharding_constraint %[[SECOND]] <#{{.*}}, [{"data"}, {"model", ?}, {?}]>

// Whether the examples of a mapped axis are divided among devices is left open.

//  VMAP-LABEL: func.func @constraint.vmap
//        VMAP:   fx.sharding_constraint %{{.*}} <#{{.*}}, [{?}, {"data"}, {"model", ?}, {?}]> : tensor<3x8x4x6xf32>

// On one device there is nothing to be done.

//   ONE-LABEL: func.func @constraint
//    ONE-NEXT:   return %{{.*}} : tensor<8x4x6xf32>
#mesh = #fx.mesh<["data" = 4, "model" = 2]>
func.func @constraint(%x: tensor<8x4x6xf32> {fx.sharding = #fx.sharding<#mesh, [{"data", "model"}, {}, {}]>}) -> tensor<8x4x6xf32> {
  %y = fx.sharding_constraint %x <#mesh, [{"data"}, {"model", ?}, {?}]> : tensor<8x4x6xf32>
  %z = fx.sharding_constraint %y <#fx.mesh<["data" = 4, "model" = 2]>, [{}, {}, {?}], replicated = {"model"}> : tensor<8x4x6xf32>
  return %z : tensor<8x4x6xf32>
}

// RUN: fluxion-opt %s -split-input-file | FileCheck %s

// A loop that counts from one constant to another is a scan, which has a reverse derivative. The last two run until their
// counters have wrapped around.

// CHECK-LABEL: func.func @up_by_three
// CHECK: fx.scan({{.*}} length 3 
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4xf32>) -> tensor<4xf32>, sym_name = "up_by_three"}> ({
  ^bb0(%x: tensor<4xf32>):
    %start = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    %0:2 = "stablehlo.while"(%start, %x) ({
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %limit = "stablehlo.constant"() <{value = dense<10> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.compare"(%i, %limit) <{comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "stablehlo.return"(%1) : (tensor<i1>) -> ()
    }, {
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %step = "stablehlo.constant"() <{value = dense<3> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.add"(%i, %step) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %2 = "stablehlo.sine"(%a) : (tensor<4xf32>) -> tensor<4xf32>
      "stablehlo.return"(%1, %2) : (tensor<i32>, tensor<4xf32>) -> ()
    }) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
    "func.return"(%0#1) : (tensor<4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @up_to_and_with
// CHECK: fx.scan({{.*}} length 3 
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4xf32>) -> tensor<4xf32>, sym_name = "up_to_and_with"}> ({
  ^bb0(%x: tensor<4xf32>):
    %start = "stablehlo.constant"() <{value = dense<0> : tensor<i64>}> : () -> tensor<i64>
    %0:2 = "stablehlo.while"(%start, %x) ({
    ^bb0(%i: tensor<i64>, %a: tensor<4xf32>):
      %limit = "stablehlo.constant"() <{value = dense<4> : tensor<i64>}> : () -> tensor<i64>
      %1 = "stablehlo.compare"(%i, %limit) <{comparison_direction = #stablehlo<comparison_direction LE>}> : (tensor<i64>, tensor<i64>) -> tensor<i1>
      "stablehlo.return"(%1) : (tensor<i1>) -> ()
    }, {
    ^bb0(%i: tensor<i64>, %a: tensor<4xf32>):
      %step = "stablehlo.constant"() <{value = dense<2> : tensor<i64>}> : () -> tensor<i64>
      %1 = "stablehlo.add"(%i, %step) : (tensor<i64>, tensor<i64>) -> tensor<i64>
      %2 = "stablehlo.sine"(%a) : (tensor<4xf32>) -> tensor<4xf32>
      "stablehlo.return"(%1, %2) : (tensor<i64>, tensor<4xf32>) -> ()
    }) : (tensor<i64>, tensor<4xf32>) -> (tensor<i64>, tensor<4xf32>)
    "func.return"(%0#1) : (tensor<4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @limit_first
// CHECK: fx.scan({{.*}} length 4 
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4xf32>) -> tensor<4xf32>, sym_name = "limit_first"}> ({
  ^bb0(%x: tensor<4xf32>):
    %start = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %0:2 = "stablehlo.while"(%start, %x) ({
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %limit = "stablehlo.constant"() <{value = dense<4> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.compare"(%limit, %i) <{comparison_direction = #stablehlo<comparison_direction GT>}> : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "stablehlo.return"(%1) : (tensor<i1>) -> ()
    }, {
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %step = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.add"(%i, %step) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %2 = "stablehlo.sine"(%a) : (tensor<4xf32>) -> tensor<4xf32>
      "stablehlo.return"(%1, %2) : (tensor<i32>, tensor<4xf32>) -> ()
    }) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
    "func.return"(%0#1) : (tensor<4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @down
// CHECK: fx.scan({{.*}} length 3 
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4xf32>) -> tensor<4xf32>, sym_name = "down"}> ({
  ^bb0(%x: tensor<4xf32>):
    %start = "stablehlo.constant"() <{value = dense<7> : tensor<i32>}> : () -> tensor<i32>
    %0:2 = "stablehlo.while"(%start, %x) ({
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %limit = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.compare"(%i, %limit) <{comparison_direction = #stablehlo<comparison_direction GE>}> : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "stablehlo.return"(%1) : (tensor<i1>) -> ()
    }, {
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %step = "stablehlo.constant"() <{value = dense<3> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.subtract"(%i, %step) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %2 = "stablehlo.sine"(%a) : (tensor<4xf32>) -> tensor<4xf32>
      "stablehlo.return"(%1, %2) : (tensor<i32>, tensor<4xf32>) -> ()
    }) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
    "func.return"(%0#1) : (tensor<4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @never
// CHECK: fx.scan({{.*}} length 0 
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4xf32>) -> tensor<4xf32>, sym_name = "never"}> ({
  ^bb0(%x: tensor<4xf32>):
    %start = "stablehlo.constant"() <{value = dense<7> : tensor<i32>}> : () -> tensor<i32>
    %0:2 = "stablehlo.while"(%start, %x) ({
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %limit = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.compare"(%i, %limit) <{comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "stablehlo.return"(%1) : (tensor<i1>) -> ()
    }, {
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %step = "stablehlo.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.add"(%i, %step) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %2 = "stablehlo.sine"(%a) : (tensor<4xf32>) -> tensor<4xf32>
      "stablehlo.return"(%1, %2) : (tensor<i32>, tensor<4xf32>) -> ()
    }) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
    "func.return"(%0#1) : (tensor<4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @away
// CHECK: fx.while
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4xf32>) -> tensor<4xf32>, sym_name = "away"}> ({
  ^bb0(%x: tensor<4xf32>):
    %start = "stablehlo.constant"() <{value = dense<0> : tensor<i32>}> : () -> tensor<i32>
    %0:2 = "stablehlo.while"(%start, %x) ({
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %limit = "stablehlo.constant"() <{value = dense<9> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.compare"(%i, %limit) <{comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<i32>, tensor<i32>) -> tensor<i1>
      "stablehlo.return"(%1) : (tensor<i1>) -> ()
    }, {
    ^bb0(%i: tensor<i32>, %a: tensor<4xf32>):
      %step = "stablehlo.constant"() <{value = dense<-1> : tensor<i32>}> : () -> tensor<i32>
      %1 = "stablehlo.add"(%i, %step) : (tensor<i32>, tensor<i32>) -> tensor<i32>
      %2 = "stablehlo.sine"(%a) : (tensor<4xf32>) -> tensor<4xf32>
      "stablehlo.return"(%1, %2) : (tensor<i32>, tensor<4xf32>) -> ()
    }) : (tensor<i32>, tensor<4xf32>) -> (tensor<i32>, tensor<4xf32>)
    "func.return"(%0#1) : (tensor<4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----

// CHECK-LABEL: func.func @around
// CHECK: fx.while
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4xf32>) -> tensor<4xf32>, sym_name = "around"}> ({
  ^bb0(%x: tensor<4xf32>):
    %start = "stablehlo.constant"() <{value = dense<0> : tensor<i8>}> : () -> tensor<i8>
    %0:2 = "stablehlo.while"(%start, %x) ({
    ^bb0(%i: tensor<i8>, %a: tensor<4xf32>):
      %limit = "stablehlo.constant"() <{value = dense<127> : tensor<i8>}> : () -> tensor<i8>
      %1 = "stablehlo.compare"(%i, %limit) <{comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<i8>, tensor<i8>) -> tensor<i1>
      "stablehlo.return"(%1) : (tensor<i1>) -> ()
    }, {
    ^bb0(%i: tensor<i8>, %a: tensor<4xf32>):
      %step = "stablehlo.constant"() <{value = dense<2> : tensor<i8>}> : () -> tensor<i8>
      %1 = "stablehlo.add"(%i, %step) : (tensor<i8>, tensor<i8>) -> tensor<i8>
      %2 = "stablehlo.sine"(%a) : (tensor<4xf32>) -> tensor<4xf32>
      "stablehlo.return"(%1, %2) : (tensor<i8>, tensor<4xf32>) -> ()
    }) : (tensor<i8>, tensor<4xf32>) -> (tensor<i8>, tensor<4xf32>)
    "func.return"(%0#1) : (tensor<4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// RUN: fluxion-run %s --function=softmax --ptx=%t80.ptx --gpu=sm_80 && FileCheck %s --check-prefix=SOFTMAX --input-file=%t80.ptx
// RUN: fluxion-run %s --function=softmax --ptx=%t90.ptx --gpu=sm_90
// RUN: fluxion-run %s --function=mlp --ptx=%tmlp.ptx && FileCheck %s --check-prefix=MLP --input-file=%tmlp.ptx
// RUN: fluxion-run %s --function=transpose --ptx=%tt.ptx && FileCheck %s --check-prefix=TRANSPOSE --input-file=%tt.ptx
// RUN: %{ptxas} -arch=sm_90 %tt.ptx -o %tt.cubin
// RUN: %{ptxas} -arch=sm_80 %t80.ptx -o %t80.cubin
// RUN: %{ptxas} -arch=sm_90 %t90.ptx -o %t90.cubin
// RUN: %{ptxas} -arch=sm_90 %tmlp.ptx -o %tmlp.cubin
// RUN: not fluxion-run %s --function=softmax --ptx=- --gpu=cpu 2>&1 | FileCheck %s --check-prefix=ARCHITECTURE
// RUN: not fluxion-run %s --function=special --ptx=- 2>&1 | FileCheck %s --check-prefix=CALL

// A block of threads for each row: two reductions, each by shuffles within a warp and then by shared memory. Each row
// is read three times but the intermediate values never leave the registers.

// SOFTMAX: .target sm_80
// SOFTMAX: .visible .entry fluxion_rows_
// SOFTMAX: .reqntid 256
// SOFTMAX: max.NaN.f32
// SOFTMAX-COUNT-5: shfl.sync.bfly
// SOFTMAX: st.shared
// SOFTMAX: bar.sync
// SOFTMAX: ld.shared
// SOFTMAX-COUNT-5: shfl.sync.bfly
// SOFTMAX: bar.sync
// SOFTMAX: div.rn.f32
// SOFTMAX: st.global
// SOFTMAX-NOT: .entry
// SOFTMAX: // fluxion_rows_{{[0-9a-f]+}}: 100 blocks of 256 threads
func.func @softmax(%x: tensor<100x300xf32>) -> tensor<100x300xf32> {
  %m = fx.reduce maximum, %x over [1] : tensor<100x300xf32> -> tensor<100xf32>
  %mb = fx.broadcast_in_dim %m dims [0] to [100, 300] : tensor<100xf32> -> tensor<100x300xf32>
  %d = fx.subtract %x, %mb : tensor<100x300xf32>
  %e = fx.exponential %d : tensor<100x300xf32>
  %s = fx.reduce add, %e over [1] : tensor<100x300xf32> -> tensor<100xf32>
  %sb = fx.broadcast_in_dim %s dims [0] to [100, 300] : tensor<100xf32> -> tensor<100x300xf32>
  %y = fx.divide %e, %sb : tensor<100x300xf32>
  return %y : tensor<100x300xf32>
}

// A product in squares of 64x64, with the bias and tanh applied in registers; then a sum over columns, where the
// threads of a warp have neighbouring columns.

// MLP: .visible .entry fluxion_product_
// MLP: st.shared
// MLP: bar.sync
// MLP: ld.shared
// MLP: fma.rn.f32
// MLP: bar.sync
// MLP: .visible .entry fluxion_columns_
// MLP: // fluxion_product_{{[0-9a-f]+}}: 4 blocks of 256 threads
func.func @mlp(%x: tensor<100x300xf32>, %w: tensor<300x70xf32>, %b: tensor<70xf32>) -> (tensor<100x70xf32>, tensor<70xf32>) {
  %h = fx.dot_general %x, %w batch [] x [] contract [1] x [0] as f32 : (tensor<100x300xf32>, tensor<300x70xf32>) -> tensor<100x70xf32>
  %bb = fx.broadcast_in_dim %b dims [1] to [100, 70] : tensor<70xf32> -> tensor<100x70xf32>
  %z = fx.add %h, %bb : tensor<100x70xf32>
  %y = fx.tanh %z : tensor<100x70xf32>
  %s = fx.reduce add, %y over [0] : tensor<100x70xf32> -> tensor<70xf32>
  return %y, %s : tensor<100x70xf32>, tensor<70xf32>
}

// Squares of 32x32 pass through shared memory, so that loads and stores are both of neighbours.

// TRANSPOSE: .visible .entry fluxion_loop_
// TRANSPOSE: .shared .align 16 .b8 fluxion_loop_{{.*}}[4224]
// TRANSPOSE-COUNT-4: st.shared
// TRANSPOSE: bar.sync
// TRANSPOSE-COUNT-4: ld.shared
// TRANSPOSE-NOT: bar.sync
// TRANSPOSE: // fluxion_loop_{{[0-9a-f]+}}: 40 blocks of 256 threads
func.func @transpose(%x: tensor<100x300xf32>, %y: tensor<300x100xf32>) -> tensor<300x100xf32> {
  %t = fx.transpose %x by [1, 0] : tensor<100x300xf32> -> tensor<300x100xf32>
  %z = fx.add %t, %y : tensor<300x100xf32>
  return %z : tensor<300x100xf32>
}

// ARCHITECTURE: fluxion-run: 'cpu' is no GPU architecture; sm_80 and sm_90 are

// CALL: codegen: no GPU code for a function that calls 'lgamma'
func.func @special(%x: tensor<4xf64>) -> tensor<4xf64> {
  %y = fx.lgamma %x : tensor<4xf64>
  return %y : tensor<4xf64>
}

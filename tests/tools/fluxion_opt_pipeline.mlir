// The passes of the JIT, from the shell: all of them, and up to one of them.
// RUN: fluxion-opt --fluxion-pipeline=cpu %s | FileCheck %s --check-prefix=ALL
// RUN: fluxion-opt --fluxion-pipeline=cpu --fluxion-stop-after=fluxion-simplify %s | FileCheck %s --check-prefix=STOP
// RUN: not fluxion-opt --fluxion-pipeline=tpu %s 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: not fluxion-opt --fluxion-pipeline=cpu --fluxion-stop-after=cse %s 2>&1 | FileCheck %s --check-prefix=PASS
// RUN: not fluxion-opt --fluxion-stop-after=fluxion-fuse %s 2>&1 | FileCheck %s --check-prefix=ALONE

// NAME: fluxion-opt: there is no pipeline 'tpu'; there are: cpu, gpu
// PASS: fluxion-opt: pipeline cpu has no pass 'cse'; it has: fluxion-simplify, fluxion-expand-custom, fluxion-raise-attention, fluxion-split-complex, fluxion-prepare, fluxion-fuse, fluxion-schedule
// ALONE: fluxion-opt: --fluxion-stop-after needs --fluxion-pipeline

// ALL-LABEL: @f
// ALL: fx.kernel "loop"
// STOP-LABEL: @f
// STOP-NOT: fx.kernel
// STOP: fx.exponential
// STOP-NEXT: return
func.func @f(%x: tensor<8xf32>) -> tensor<8xf32> {
  %0 = fx.negate %x : tensor<8xf32>
  %1 = fx.negate %0 : tensor<8xf32>
  %y = fx.exponential %1 : tensor<8xf32>
  return %y : tensor<8xf32>
}

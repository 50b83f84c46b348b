// Every pass by name. `fluxion-opt --help` prints these lines.
#ifndef FLUXION_PASSES
#define FLUXION_PASSES
include "mlir/Pass/PassBase.td"

// ---- differentiation: each function is replaced by what the transformation makes of it

def JvpPass : Pass<"fluxion-jvp", "::mlir::ModuleOp"> {
  let summary = "Replaces each function by f.jvp: (args, tangents) -> (results, tangents)";
  let options = [ListOption<"wrt", "wrt", "int64_t", "Numbers of the arguments that have tangents; all floats by default">];
}
def VjpPass : Pass<"fluxion-vjp", "::mlir::ModuleOp"> {
  let summary = "Replaces each function by f.vjp: (args, cotangents) -> (results, cotangents of the arguments)";
  let options = [ListOption<"wrt", "wrt", "int64_t", "Numbers of the differentiated arguments; all floats by default">];
}
def LinearizePass : Pass<"fluxion-linearize", "::mlir::ModuleOp"> {
  let summary = "Replaces each function by f.known, which gives residuals, and f.linear: (residuals, tangents) -> tangents";
  let options = [ListOption<"wrt", "wrt", "int64_t", "Numbers of the arguments that have tangents; all floats by default">];
}
def TransposePass : Pass<"fluxion-transpose", "::mlir::ModuleOp"> {
  let summary = "Replaces each function, linear after its constants, by f.transpose: (constants, cotangents) -> cotangents";
  let options = [Option<"constants", "constants", "int64_t", "0", "How many first arguments it is not linear in">];
}

// ---- batching

def VmapPass : Pass<"fluxion-vmap", "::mlir::ModuleOp"> {
  let summary = "Replaces each function by f.vmap, which maps it over an axis of its arguments";
  let options = [
    ListOption<"inAxes", "in-axes", "int64_t", "The mapped axis of each argument, -1 for none; 0 for all by default">,
    ListOption<"outAxes", "out-axes", "int64_t", "Where each result has the axis, -1 for nowhere; 0 for all by default">,
    Option<"size", "size", "int64_t", "2", "Size of the axis">,
    Option<"axisName", "axis-name", "std::string", "", "What collectives call the axis">
  ];
}

// ---- devices

def PropagateShardingPass : Pass<"fluxion-propagate-sharding", "::mlir::func::FuncOp"> {
  let summary = "Writes how each array is cut for a mesh of devices (fx.shardings), from what arguments, results and "
                "fx.sharding_constraint say";
}

// ---- simplification

def SimplifyPass : Pass<"fluxion-simplify", "::mlir::func::FuncOp"> {
  let summary = "Canonicalises, merges common subexpressions, simplifies algebra and removes dead code; exact";
}

// ---- towards code

def ExpandCustomPass : Pass<"fluxion-expand-custom", "::mlir::func::FuncOp"> {
  let summary = "Replaces functions with rules of their own, and checkpoints, by what they compute";
  let options = [Option<"tidy", "tidy", "bool", "false", "Simplify what expanding left">];
}

def RaiseAttentionPass : Pass<"fluxion-raise-attention", "::mlir::func::FuncOp"> {
  let summary = "Makes fx.attention of softmax(mask(q·kᵀ·scale))·v, and one op of it and its tangents";
  let options = [Option<"tidy", "tidy", "bool", "false", "Simplify what it left">];
}

def ExpandAttentionPass : Pass<"fluxion-expand-attention", "::mlir::func::FuncOp"> {
  let summary = "Replaces fx.attention and its derivatives by what they compute, for devices that have no code for them";
  let options = [Option<"tidy", "tidy", "bool", "false", "Simplify what expanding left">];
}

def SplitComplexPass : Pass<"fluxion-split-complex", "::mlir::func::FuncOp"> {
  let summary = "Replaces complex arrays inside of a function by their real and imaginary parts; comes before fusion";
  let options = [Option<"tidy", "tidy", "bool", "false", "Simplify what splitting left">];
}

def PreparePass : Pass<"fluxion-prepare", "::mlir::func::FuncOp"> {
  let summary = "Brings products, long sums and empty arrays into the forms that kernels are cut from";
  let options = [Option<"bytes", "bytes", "bool", "false", "The device has products of i8 summed up in i32">];
}

def FusePass : Pass<"fluxion-fuse", "::mlir::func::FuncOp"> {
  let summary = "Partitions a function into kernels (fx.kernel), each of which becomes one compiled loop nest";
  let options = [Option<"prepared", "prepared", "bool", "false", "Only cut: fluxion-split-complex and fluxion-prepare have run">,
                 Option<"folds", "folds", "bool", "false", "If prepared: kernels over rows may sum up columns, too">];
}

// ---- memory

def SchedulePass : Pass<"fluxion-schedule", "::mlir::func::FuncOp"> {
  let summary = "Orders kernels, loops and branches so that less memory is in use at once";
}

def RematerializePass : Pass<"fluxion-rematerialize", "::mlir::func::FuncOp"> {
  let summary = "Computes values again that kernels need later, until what is in memory at once fits; comes after fluxion-schedule";
  let options = [Option<"bytes", "bytes", "int64_t", "0", "What temporaries may come to">];
}

#endif

// A kernel's schedule, and its code before it is lowered.
#pragma once
#include "codegen/cpu/transposed.h"
#include "codegen/loops/loops.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::codegen {

/// How a kernel's iterations are cut into tiles and vectors. It follows from the kernel alone.
struct KernelSchedule {
  KernelLoops loops;
  int64_t width = 16;  // lanes of a vector
  int64_t parts = 1;   // vectors side by side
  int64_t block = 0;   // lanes of a tile; 0: all
  int64_t blocks = 1;
  bool strips = false;    // blocks of columns whose accumulators are in scratch memory
  int64_t stripRows = 1;  // rows of a strip that are added up in registers before
  unsigned outer = 0;     // leading kept loops whose iterations are tiles (the lane's loop is not counted)
  int64_t tiles = 1, grain = 1;
  /// Values kept in scratch memory for later passes over a row, and the pass that computes them.
  llvm::SmallVector<std::pair<mlir::Value, int>, 2> rows;
  llvm::SmallVector<TransposedRead, 2> transposed;  // reads across the lanes
  int along = -1;                                   // the loop in which they are contiguous
  int64_t alongBlocks = 1;                          // tiles of 4·width of its iterations
  bool gathersRows = false;                         // a tile is a row, of which inputs are found by rowGathers
  llvm::SmallVector<unsigned, 2> streamed;          // results that are stored past the caches
  int passes = 1;                                   // over a row
  bool pipelined = false;  // the passes are over as many rows that follow one another, in one loop over the lanes
  int64_t rowElements = 0;
  int64_t scratchBytes = 0;
};

/// `vectorBytes` is the width of the machine's registers.
KernelSchedule scheduleKernel(ir::KernelOp kernel, int64_t vectorBytes);

/// Of a row that is kept in scratch memory.
int64_t scratchRowBytes(const KernelSchedule &schedule, mlir::Value value);

/// Vectors side by side in a pass over a row that does nothing but combine what these reductions take. A pass that
/// computes little waits for its accumulators, which are therefore several.
int64_t partsOfPass(const KernelSchedule &schedule, llvm::ArrayRef<mlir::Operation *> reductions);

/// The inputs that are read a row at a time, along the lanes, from positions that are read from memory; and those
/// positions.
llvm::SmallVector<std::pair<mlir::Value, ir::IndexExpr>, 2> rowGathers(ir::KernelOp kernel, KernelLoops &loops);

/// A module with one function, at whose end `b` inserts.
struct KernelModule {
  KernelModule(mlir::OpBuilder &b, llvm::StringRef symbol, llvm::ArrayRef<mlir::Type> arguments);
  mlir::OwningOpRef<mlir::ModuleOp> module;
  mlir::Block *entry;
};

/// Address number `number` of a table of them.
mlir::Value loadPointer(mlir::OpBuilder &b, mlir::Value table, size_t number);

/// A module with one function, `symbol`, of type runtime::KernelFunction (for kinds loop, rows and columns).
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitKernel(ir::KernelOp kernel, KernelSchedule &schedule,
                                                              llvm::StringRef symbol);
/// The same for a kernel of kind gemm: what follows the product, of type runtime::EpilogueFunction.
mlir::FailureOr<mlir::OwningOpRef<mlir::ModuleOp>> emitEpilogue(ir::KernelOp kernel, int64_t vectorBytes,
                                                                llvm::StringRef symbol);

}  // namespace fluxion::codegen

// A function as arrays and what joins them: an op joins its operands and results by its sharding rule; a loop, a branch
// or a call joins its operands with the arguments of its body, and what that yields with its results.
#pragma once
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "passes/sharding/rules.h"

namespace fluxion::passes {

class ShardingGraph {
 public:
  struct Array {
    mlir::Value value;  // null: a result of the function
    ir::Tensor type;
    bool made = false;  // from nothing but constants, so that each of its readers may have it cut otherwise
  };
  struct Member {
    unsigned array;
    FactorsOfDims dims;
  };
  struct Joint {
    llvm::SmallVector<Factor, 4> factors;
    llvm::SmallVector<Member, 3> members;    // operands, then results
    llvm::SmallVector<unsigned, 3> largest;  // members, from the largest array to the smallest, then as they stand
    bool combines = false;                   // some result lacks a factor: products, reductions
  };

  explicit ShardingGraph(mlir::func::FuncOp f);

  llvm::ArrayRef<Array> arrays() const { return arrays_; }
  /// In the order of the program.
  const std::vector<Joint> &joints() const { return joints_; }
  unsigned number(mlir::Value v) const { return numbers_.at(v); }
  /// The array that result i of the function is.
  unsigned resultNumber(unsigned i) const { return firstResult_ + i; }

 private:
  unsigned add(mlir::Value v, mlir::Type type, bool made);
  void addBlock(mlir::Block &block);
  void addOp(mlir::Operation *op);
  void addRule(mlir::Operation *op);
  void addRegions(mlir::Operation *op);
  void addScan(mlir::Operation *op);
  void addWhile(mlir::Operation *op);
  void addCase(mlir::Operation *op);
  void addCall(mlir::Operation *op);
  /// Arrays that are equal, but that `stacked` of them, the first ones, have one more dimension in front.
  void tie(llvm::ArrayRef<unsigned> arrays, unsigned stacked = 0);
  void finish(Joint joint);

  std::vector<Array> arrays_;
  std::vector<Joint> joints_;
  llvm::DenseMap<mlir::Value, unsigned> numbers_;
  unsigned firstResult_ = 0;
};

}  // namespace fluxion::passes

// Random valid programs over all ops of the dialect and all dtypes.
#pragma once
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "ir/dialect.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::tools {

struct GeneratorOptions {
  int ops = 12;               // about so many in a function; regions have fewer
  int64_t elements = 4000;    // of the largest value
  std::vector<DType> dtypes;  // those that values may have
};

/// Writes programs op by op. What an op accepts is asked of its verifier, so that a new elementwise op takes part
/// without being named here; the others have a function each in generator_structure.cpp.
class Generator {
 public:
  using Step = std::function<void(Generator &)>;

  Generator(mlir::MLIRContext *context, GeneratorOptions options);

  /// A module with one function, "main". The same seed gives the same program.
  mlir::OwningOpRef<mlir::ModuleOp> program(uint64_t seed);
  /// How often each op was made, by name; ops that were never made are there with 0.
  const std::map<std::string, int64_t> &counts() const { return counts_; }

  // ---- for steps

  int64_t below(int64_t n) { return static_cast<int64_t>(random_() % static_cast<uint64_t>(n)); }
  bool chance(int64_t in) { return below(in) == 0; }
  mlir::OpBuilder &builder() { return b_; }
  mlir::Location loc() { return b_.getUnknownLoc(); }
  DType anyDtype() { return options_.dtypes[static_cast<size_t>(below(static_cast<int64_t>(options_.dtypes.size())))]; }
  bool has(DType dtype) const;
  int64_t anySize();
  ir::Sizes anyShape(int64_t mostDimensions = 3);
  ir::Tensor tensor(DType dtype, llvm::ArrayRef<int64_t> shape);

  mlir::Value any() { return values_[static_cast<size_t>(below(static_cast<int64_t>(values_.size())))]; }
  /// A value that holds, or null.
  mlir::Value anyWith(llvm::function_ref<bool(mlir::Value)> holds);
  /// Some value made to be of this type: another one there is, or one that is broadcast, cut or converted.
  mlir::Value like(ir::Tensor type);
  mlir::Value reshapedTo(ir::Tensor type, mlir::Value x);
  mlir::Value splat(ir::Tensor type, double value);
  /// Numbers in [0, n), or a little outside.
  mlir::Value positions(ir::Tensor type, int64_t n);
  /// x with elements that are bounded: sin x for floats, unchanged otherwise.
  mlir::Value bounded(mlir::Value x);
  /// Appends the op if its types can be inferred and it verifies; its results join the values. Null otherwise.
  mlir::Operation *append(llvm::StringRef name, mlir::ValueRange operands,
                          llvm::ArrayRef<std::pair<llvm::StringRef, mlir::Attribute>> attributes = {},
                          std::vector<std::unique_ptr<mlir::Region>> regions = {});
  mlir::Value appendOne(llvm::StringRef name, mlir::ValueRange operands,
                        llvm::ArrayRef<std::pair<llvm::StringRef, mlir::Attribute>> attributes = {});
  /// A region whose block takes `arguments` and yields values of `results`, made of `ops` random steps.
  std::unique_ptr<mlir::Region> region(mlir::TypeRange arguments, llvm::ArrayRef<ir::Tensor> results, int ops);
  /// How many regions there are around what is being made.
  int depth() const { return depth_; }

 private:
  struct Signature {
    std::string op;
    std::vector<DType> operands;
  };
  void findSignatures();
  void trySignature(llvm::StringRef op, std::vector<DType> operands);
  void elementwise();
  void step();

  GeneratorOptions options_;
  mlir::OpBuilder b_;
  std::mt19937_64 random_;
  std::vector<mlir::Value> values_;
  std::map<std::string, std::vector<Signature>> signatures_;  // of each elementwise op
  std::vector<std::string> elementwise_;
  std::vector<Step> steps_;
  std::map<std::string, int64_t> counts_;
  int depth_ = 0;
};

/// A step for each op that is not elementwise; ops that are not in the dialect make none.
std::vector<Generator::Step> structureSteps();

}  // namespace fluxion::tools

// What the rules of the import share. A rule gets an op whose operands are imported and emits fx ops in its place.
// Errors are diagnostics followed by a throw of Refused, which importStablehlo catches: the source may be hostile, so
// nearly every line could fail. No frame of MLIR lies in between.
#pragma once
#include <functional>

#include "ir/dialect.h"
#include "llvm/ADT/StringMap.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace fluxion::ir::stablehlo {

using Values = llvm::SmallVector<mlir::Value, 4>;
using Inputs = llvm::ArrayRef<mlir::Value>;
using Attribute = std::pair<llvm::StringRef, mlir::Attribute>;

/// Thrown after the diagnostic.
struct Refused {};

class Importer;
/// Emits what `source` means and gives its results. Rules of custom calls are found by "custom_call TARGET".
using Rule = std::function<Values(Importer &, mlir::Operation *source, Inputs operands)>;
using Rules = llvm::StringMap<Rule>;

class Importer {
 public:
  explicit Importer(mlir::ModuleOp source);
  mlir::OwningOpRef<mlir::ModuleOp> run();

  [[noreturn]] static void refuse(mlir::Operation *op, const llvm::Twine &why);

  // ---- emitting, at the location of the op being imported

  /// An fx op with one result, whose type is inferred and which is verified.
  mlir::Value emit(llvm::StringRef name, Inputs operands, llvm::ArrayRef<Attribute> attributes = {});
  Values emitMany(llvm::StringRef name, Inputs operands, llvm::ArrayRef<Attribute> attributes = {},
                  std::vector<std::unique_ptr<mlir::Region>> regions = {});
  mlir::Value constant(mlir::DenseElementsAttr value);
  /// Every element is `value`, of an integer or float dtype.
  mlir::Value splat(Tensor type, double value);
  mlir::Value splatBits(Tensor type, uint64_t bits);  // of an integer dtype
  mlir::Value broadcast(mlir::Value x, llvm::ArrayRef<int64_t> dimensions, llvm::ArrayRef<int64_t> shape);
  mlir::Value broadcastScalar(mlir::Value x, llvm::ArrayRef<int64_t> shape) { return broadcast(x, {}, shape); }
  mlir::Value convert(mlir::Value x, mlir::Type element);
  mlir::Value bitcast(mlir::Value x, mlir::Type element);
  mlir::Value compare(Comparison direction, mlir::Value a, mlir::Value b);
  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
    return emit("fx.reshape", {x}, {{"shape", list(shape)}});
  }
  mlir::Value slice(mlir::Value x, llvm::ArrayRef<int64_t> starts, llvm::ArrayRef<int64_t> limits,
                    llvm::ArrayRef<int64_t> strides);
  mlir::Value iota(int64_t dimension, llvm::ArrayRef<int64_t> shape, mlir::Type element);

  mlir::Attribute number(int64_t n) { return builder_.getI64IntegerAttr(n); }
  mlir::Attribute list(llvm::ArrayRef<int64_t> n) { return builder_.getDenseI64ArrayAttr(n); }
  mlir::Attribute flag(bool b) { return builder_.getBoolAttr(b); }
  mlir::Attribute type(mlir::Type t) { return mlir::TypeAttr::get(t); }
  mlir::Attribute kind(Combine k) { return CombineAttr::get(builder_.getContext(), k); }
  mlir::OpBuilder &builder() { return builder_; }

  // ---- regions and functions

  /// The values that the regions of an op use from outside of it, each once. Constants are left out: regions get
  /// copies.
  llvm::SetVector<mlir::Value> captured(mlir::Operation *op);
  mlir::Value imported(mlir::Operation *user, mlir::Value source);
  /// The region's block as one with an argument for each of `captures` and then its own, in the given order, that ends
  /// in an fx.yield of the results with the given numbers.
  std::unique_ptr<mlir::Region> importRegion(mlir::Region &source, llvm::ArrayRef<mlir::Value> captures,
                                             llvm::ArrayRef<size_t> arguments, llvm::ArrayRef<size_t> results);
  Values call(mlir::Operation *op, llvm::StringRef callee, Inputs operands);
  /// A body over scalars, such as a reducer's, applied to every element of equally shaped arrays. Gives its results, or
  /// the `wanted` values of its block.
  Values applyElementwise(mlir::Region &body, Inputs arrays, llvm::ArrayRef<mlir::Value> wanted = {});

 private:
  using Scope = llvm::DenseMap<mlir::Value, mlir::Value>;
  void importFunction(mlir::func::FuncOp source);
  void importOp(mlir::Operation *op);
  bool movesScalar(mlir::Operation *op) const;
  /// Imports the ops of a block; gives the imported operands of its terminator, which must have that name.
  Values importBlock(mlir::Block &block, llvm::StringRef terminator);

  mlir::ModuleOp source_;
  mlir::OwningOpRef<mlir::ModuleOp> result_;
  mlir::OpBuilder builder_;
  mlir::Location location_;
  Scope scope_;  // from source values to imported ones, in the function or isolated region being imported
  llvm::SmallVector<const Scope *> outer_;  // those around it
  std::optional<Sizes> shape_;              // within applyElementwise: that of the arrays
  int depth_ = 0;
  int64_t ops_ = 0;
};

// ---- reading what an unregistered op says

/// The attribute, wherever the generic form put it; null if there is none.
mlir::Attribute attribute(mlir::Operation *op, llvm::StringRef name);
int64_t integer(mlir::Operation *op, llvm::StringRef name);
bool boolean(mlir::Operation *op, llvm::StringRef name, bool otherwise);
Sizes integers(mlir::Operation *op, llvm::StringRef name);
/// The same, or `count` times `otherwise` where the attribute is left out.
Sizes integersOr(mlir::Operation *op, llvm::StringRef name, size_t count, int64_t otherwise);
/// [low, high] of each of n dimensions: the attribute `padding`, 0 where it is left out.
Sizes paddingOf(mlir::Operation *op, size_t n);
/// "LT" of #stablehlo<comparison_direction LT>; empty if there is no such attribute.
llvm::StringRef keyword(mlir::Operation *op, llvm::StringRef name);

/// The fields of a text such as `gather<offset_dims = [1], index_vector_dim = 1>`; those left out are empty or 0.
class Fields {
 public:
  Fields(mlir::Operation *op, llvm::StringRef attribute);
  Sizes list(llvm::StringRef name) const;
  int64_t number(llvm::StringRef name) const;

 private:
  llvm::StringMap<Sizes> fields_;
};

/// Checks the numbers of operands and results.
void expect(mlir::Operation *op, size_t operands, size_t results = 1);
/// The type of result i, static and of a dtype that there is.
Tensor resultType(mlir::Operation *op, unsigned i = 0);
/// That the type is one of an fx array.
Tensor checkedType(mlir::Operation *op, mlir::Type type);

/// What a region with one block computes, as text over its arguments' numbers: "add(0,1)", one for each result; "?"
/// where it is too long or odd to be one of the bodies that the rules know.
llvm::SmallVector<std::string> expressions(mlir::Region &region);

/// The combining function of a body such as "add(0,1)".
std::optional<Combine> combinationOf(llvm::StringRef expression, size_t first, size_t second);
llvm::StringRef elementwiseName(Combine kind);  // "fx.add"
/// Whether a value is a constant that the combination ignores.
bool isNeutral(mlir::Value value, Combine kind);

void addElementwiseRules(Rules &rules);
void addChloRules(Rules &rules);
void addBitRules(Rules &rules);
void addComplexRules(Rules &rules);  // after addElementwiseRules: abs and sign are more than their names
void addShapeRules(Rules &rules);
void addReduceRules(Rules &rules);
void addWindowRules(Rules &rules);
void addContractRules(Rules &rules);
void addConvolutionRules(Rules &rules);
void addIndexRules(Rules &rules);
void addScatterRules(Rules &rules);
void addSortRules(Rules &rules);
void addFftRules(Rules &rules);
void addLinalgRules(Rules &rules);  // and LAPACK's custom calls
void addControlRules(Rules &rules);
void addCollectiveRules(Rules &rules);

}  // namespace fluxion::ir::stablehlo

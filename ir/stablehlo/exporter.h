// What the rules of the export share: a writer of MLIR's generic form. Text is enough, as StableHLO's ops are not
// registered here.
#pragma once
#include <functional>
#include <string>

#include "ir/dialect.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace fluxion::ir::stablehlo {

/// A value of the text.
struct Ref {
  std::string name;
  mlir::Type type;
};
using Refs = llvm::SmallVector<Ref, 4>;

/// A named axis of devices.
struct MeshAxis {
  std::string name;
  int64_t size;
};
/// The axes that the function's collectives name, in their order.
llvm::SmallVector<MeshAxis> meshOf(mlir::func::FuncOp f);

class Exporter;
/// Writes what `source` means and gives its results.
using ExportRule = std::function<Refs(Exporter &, mlir::Operation *source, llvm::ArrayRef<Ref> operands)>;
using ExportRules = llvm::StringMap<ExportRule>;

class Exporter {
 public:
  explicit Exporter(mlir::MLIRContext *context) : context_(context) {}
  /// The module with `f` as its only function.
  std::string run(mlir::func::FuncOp f);

  // ---- writing

  /// `attributes` is what stands between <{ and }>; `regions` are texts made by `region`.
  Refs write(llvm::StringRef name, llvm::ArrayRef<Ref> operands, llvm::StringRef attributes, mlir::TypeRange results,
             llvm::ArrayRef<std::string> regions = {});
  Ref writeOne(llvm::StringRef name, llvm::ArrayRef<Ref> operands, llvm::StringRef attributes, mlir::Type result) {
    return write(name, operands, attributes, {result})[0];
  }
  /// "({ ^bb0(…): … })" with what `body` writes, which gives the values to return.
  std::string region(mlir::TypeRange arguments, llvm::function_ref<Refs(llvm::ArrayRef<Ref>)> body);
  /// The ops of a block of fx, whose arguments have these values; gives the values of its terminator.
  Refs writeBlock(mlir::Block &block, llvm::ArrayRef<Ref> arguments);

  Ref constant(mlir::ElementsAttr value);
  Ref constant(Tensor type, double value);
  Ref binary(llvm::StringRef name, const Ref &a, const Ref &b) { return writeOne(name, {a, b}, "", a.type); }
  Ref compare(llvm::StringRef direction, const Ref &a, const Ref &b, bool totalOrder = false);
  Ref select(const Ref &pred, const Ref &a, const Ref &b) {
    return writeOne("stablehlo.select", {pred, a, b}, "", a.type);
  }

  Tensor scalarOf(mlir::Type type) const { return Tensor::get({}, llvm::cast<Tensor>(type).getElementType()); }
  mlir::MLIRContext *context() const { return context_; }
  /// The devices for which the module is: replicas, numbered with the last axis fastest.
  llvm::ArrayRef<MeshAxis> mesh() const { return mesh_; }
  int64_t devices() const {
    int64_t n = 1;
    for (const MeshAxis &a : mesh_) n *= a.size;
    return n;
  }
  Tensor scalarIndex() const { return Tensor::get({}, mlir::IntegerType::get(context_, 64)); }

 private:
  mlir::MLIRContext *context_;
  std::string out_;
  int64_t next_ = 0;
  llvm::DenseMap<mlir::Value, Ref> values_;
  llvm::SmallVector<MeshAxis> mesh_;
};

std::string text(mlir::Type type);
std::string text(mlir::Attribute attribute);
/// "array<i64: 1, 2>" and "[1, 2]".
std::string array(llvm::ArrayRef<int64_t> numbers);
std::string brackets(llvm::ArrayRef<int64_t> numbers);
/// The op of StableHLO or CHLO that an elementwise fx op is imported from; empty if there is none.
llvm::StringRef foreignName(llvm::StringRef fxName);

void addDataRules(ExportRules &rules);
void addPartRules(ExportRules &rules);
void addReductionRules(ExportRules &rules);
void addIndexingRules(ExportRules &rules);
void addLinalgRules(ExportRules &rules);
void addLoopRules(ExportRules &rules);
void addFourierRules(ExportRules &rules);
void addDeviceRules(ExportRules &rules);
void addSpecialRules(ExportRules &rules);

}  // namespace fluxion::ir::stablehlo

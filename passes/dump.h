// The IR after each pass, as files, and a table of the passes.
#pragma once
#include <string>
#include <vector>

#include "ir/pass_listener.h"

namespace fluxion::passes {

/// What a function amounts to: its ops (inside of kernels, too), its kernels, and the bytes of its values (inside of
/// kernels there are none in memory).
struct FunctionSize {
  int64_t ops = 0, kernels = 0, bytes = 0;
  std::vector<std::pair<std::string, int64_t>> counts;  // of each op, by name
};
FunctionSize sizeOf(mlir::func::FuncOp f);

/// The text of a module with nothing but f, locations and all constants included, so that it can be read back.
std::string replayable(mlir::func::FuncOp f);

/// Writes each stage of a function to a folder of its own, FOLDER/NNN-NAME: 00-traced.mlir, 01-fluxion-simplify.mlir,
/// …, each of which fluxion-opt and fluxion-run read; and passes.txt, a line a pass: time, ops, kernels, bytes, and
/// which ops became more or fewer. What cannot be written is left out.
class Dump final : public ir::PassListener {
 public:
  Dump(const std::string &folder, llvm::StringRef name);

  void begin(llvm::StringRef stage, mlir::func::FuncOp f) override;
  mlir::LogicalResult after(llvm::StringRef pass, mlir::func::FuncOp f, double seconds) override;
  /// A line of the table for what is no pass.
  void note(const std::string &what, double seconds);
  /// The function's folder.
  const std::string &folder() const { return folder_; }

 private:
  void write(llvm::StringRef stage, mlir::func::FuncOp f, double seconds);
  void writeTable() const;

  std::string folder_;
  int number_ = 0;
  FunctionSize last_;
  std::vector<std::string> lines_;
};

/// The folder that FLUXION_DUMP names, or "".
std::string dumpFolder();

}  // namespace fluxion::passes

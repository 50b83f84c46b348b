// What MLIR reports, collected for a message of our own.
#pragma once
#include <string>
#include <thread>

#include "ir/source_line.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Location.h"

namespace fluxion::ir {

/// The errors reported while it lives, which are then not printed.
class Diagnostics {
 public:
  enum class From { everywhere, this_thread };  // the JIT compiles on several threads in one context

  explicit Diagnostics(mlir::MLIRContext *context, From from = From::everywhere)
      : handler_(context, [this, from, self = std::this_thread::get_id()](mlir::Diagnostic &d) {
          if (from == From::this_thread && std::this_thread::get_id() != self) return mlir::failure();
          if (d.getSeverity() == mlir::DiagnosticSeverity::Error) add(d);
          return mlir::success();
        }) {}

  /// The first error, without its place.
  const std::string &first() const { return first_; }
  /// The user's line that it is about, "train.cpp:41 in loss()"; empty where it is not known.
  const std::string &place() const { return place_; }
  /// All of them, a line each: "file:line:column: message".
  const std::string &all() const { return all_; }

 private:
  void add(mlir::Diagnostic &d) {
    if (first_.empty()) first_ = d.str(), place_ = sourceLine(d.getLocation());
    if (!all_.empty()) all_ += "\n";
    if (auto place = d.getLocation()->findInstanceOf<mlir::FileLineColLoc>())
      all_ += place.getFilename().str() + ":" + std::to_string(place.getLine()) + ":" +
              std::to_string(place.getColumn()) + ": ";
    all_ += d.str();
  }

  std::string first_, place_, all_;
  mlir::ScopedDiagnosticHandler handler_;
};

}  // namespace fluxion::ir

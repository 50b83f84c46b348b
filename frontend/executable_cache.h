// Compiled functions, and how they are run on concrete arrays.
#pragma once
#include <memory>

#include "frontend/frame.h"
#include "runtime/executable.h"

namespace fluxion::detail {

/// A compiled function, ready to run. Safe to call from several threads at once.
class Compiled {
 public:
  /// `donated` lists the arguments whose memory results may take.
  Compiled(const trace::Function &function, const trace::CompileOptions &options);

  const runtime::Program &program() const { return *program_; }
  /// Runs on `arguments`. Results take the memory of donated ones to which nobody else has a handle.
  std::vector<Array> run(std::vector<Array> arguments) const;
  const trace::CompileTimes &times() const { return times_; }

 private:
  runtime::Buffer donated_or_new(size_t i, const std::vector<Array> &arguments) const;
  std::vector<Array> interpret(std::span<const Array> arguments) const;

  trace::FunctionPtr function_;  // kept where the interpreter runs it
  runtime::ProgramPtr program_;
  std::unique_ptr<runtime::Executable> executable_;
  trace::CompileTimes times_;
  int threads_;  // a run has at most so many; 0: as many as the pool
};

/// The compiled form of `function`, made once for equal texts.
std::shared_ptr<const Compiled> compiled(const trace::FunctionPtr &function);

}  // namespace fluxion::detail

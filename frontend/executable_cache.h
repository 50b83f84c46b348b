// Compiled functions, and how they are run on concrete arrays.
#pragma once
#include <memory>

#include "fluxion/compile_options.h"
#include "frontend/frame.h"
#include "runtime/executable.h"

namespace fluxion::detail {

/// A compiled function, ready to run. Safe to call from several threads at once.
class Compiled {
 public:
  /// `donated` lists the arguments whose memory results may take. Every run is checked for what `check` asks, and for
  /// what debug::check_nans and check_infs have asked.
  Compiled(trace::FunctionPtr function, const trace::CompileOptions &options, trace::Check check = {});

  /// A program that was compiled before.
  explicit Compiled(runtime::ProgramPtr program);

  const runtime::Program &program() const { return *program_; }
  /// Runs on `arguments`. Results take the memory of donated ones to which nobody else has a handle. Error if a check
  /// fails. `made` is the line of each result, for messages; or one for all.
  std::vector<Array> run(std::vector<Array> arguments, std::span<const Location> made = {}) const;
  /// Whether there is code, and not a function that is interpreted.
  bool has_code() const { return executable_ != nullptr; }
  const trace::CompileTimes &times() const { return times_; }
  /// What a run may have at most; 0: as many as the pool.
  int threads() const { return threads_; }

 private:
  runtime::Buffer donated_or_new(size_t i, const std::vector<Array> &arguments) const;
  std::vector<Array> execute(std::vector<Array> arguments, std::span<const Location> made) const;
  std::vector<Array> interpret(std::span<const Array> arguments, std::span<const Location> made) const;
  [[noreturn]] void throw_bad(size_t result, std::span<const Array> arguments, trace::Check check) const;

  trace::FunctionPtr function_;  // kept where the interpreter runs it, or a check may have to look into it
  trace::Check check_;
  runtime::ProgramPtr program_;
  std::unique_ptr<runtime::Executable> executable_;
  trace::CompileTimes times_;
  int threads_ = 0;  // a run has at most so many; 0: as many as the pool
};

/// What debug::check_nans and check_infs ask for.
trace::Check global_check();
/// Whether a array holds what `check` looks for.
bool is_bad(const Array &a, trace::Check check);

/// Compiles the function once more, for the texts of its kernels.
void list_kernels(const trace::Function &function, const std::string &name, const CompileOptions &options,
                  std::vector<runtime::KernelText> &texts);

/// The compiled form of `function`, made once for equal texts.
std::shared_ptr<const Compiled> compiled(const trace::FunctionPtr &function);

}  // namespace fluxion::detail

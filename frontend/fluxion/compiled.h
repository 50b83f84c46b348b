// Functions between tracing and running: what they became, and what that takes.
#pragma once
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include <fluxion/compile_options.h>
#include <fluxion/trace.h>

namespace fluxion {

/// A value in a compiled function's memory.
struct LiveValue {
  std::string type;  // "f32[64,256]"
  std::string line;  // the user's: "train.cpp:41 in loss()"; empty where it is not known
  int64_t bytes = 0;
};

/// What a run takes, in bytes. Known before it runs: a run allocates its results and its temporaries, once. `workspace`
/// is what matrix products, sorts and attention take for themselves, on the threads that there are; threads keep the
/// small ones for the next step, so functions that run in turn have them once.
struct Memory {
  int64_t arguments = 0, results = 0, constants = 0;
  int64_t temporaries = 0;         // the arena, in which values that live at different times share places
  int64_t workspace = 0;           // packed panels, partial sums, entries of sorts
  int64_t donated = 0;             // of the arguments, whose memory results take
  int64_t peak = 0;                // all of these, what is shared counted once
  std::vector<LiveValue> largest;  // in memory at the step where most is, the largest first; 16 at most
};
/// A table for people.
std::string to_string(const Memory &memory);
std::ostream &operator<<(std::ostream &out, const Memory &memory);

/// What the cost model counted for a run.
struct Cost {
  int64_t flops = 0, bytes = 0;  // arithmetic; read and written by kernels and products
  int64_t steps = 0;             // kernels, products, copies, loops
};

/// What the code of a compiled function consists of: a fused kernel, or a product, whose kernel is what follows it.
struct Kernel {
  std::string name;      // as in profiles
  std::string ops;       // what it computes, as ops of the dialect; empty where all is done by the library
  std::string ir;        // LLVM's, optimised
  std::string assembly;  // of this processor
};

namespace detail {
class Compiled;
}

/// A compiled function: of the arrays of its arguments, one after the other, and giving those of its results.
class CompiledFunction {
 public:
  /// `function` is what it was compiled from, null if that is not known.
  CompiledFunction(std::shared_ptr<const detail::Compiled> program, std::vector<Array> captures,
                   trace::FunctionPtr function = {}, CompileOptions options = {})
      : program_(std::move(program)),
        captures_(std::move(captures)),
        function_(std::move(function)),
        options_(std::move(options)) {}
  /// Runs it. `tree::unflatten(pattern, …)` makes a tree of the results.
  /// Errors  ShapeError or DTypeError if the arrays are not of the types that it was compiled for.
  template <tree::Tree... T>
  std::vector<Array> operator()(const T &...arguments) const {
    return run(detail::leaves_of(arguments...));
  }
  std::vector<ShapeDtype> arguments() const;
  std::vector<ShapeDtype> results() const;
  /// Writes it, with its code and the arrays that the function captured, so that `fx::load(path)` runs it without the
  /// compiler, here or on another machine with the same instructions.
  /// Errors  IoError if the file cannot be written; CompileError if there is no code, as with FLUXION_DEVICE=reference.
  void save(const std::filesystem::path &path) const;
  Memory memory() const;
  Cost cost() const;
  /// Its kernels and products in the order in which they run. They are compiled once more for it, to have their texts;
  /// a function that was loaded has the names alone. Errors: CompileError.
  std::vector<Kernel> kernels() const;

 private:
  std::vector<Array> run(std::vector<Array> arguments) const;
  std::shared_ptr<const detail::Compiled> program_;
  std::vector<Array> captures_;  // the program's last arguments
  trace::FunctionPtr function_;
  CompileOptions options_;
};

/// A traced function.
class Lowered {
 public:
  Lowered(std::string name, detail::Traced traced, std::vector<int32_t> donated, CompileOptions options,
          int threads = 0)
      : name_(std::move(name)),
        traced_(std::move(traced)),
        donated_(std::move(donated)),
        options_(std::move(options)),
        threads_(threads) {}
  /// The IR that was traced.
  std::string text() const;
  /// The same as StableHLO in MLIR's generic form. CompileError if an op has no counterpart there.
  std::string stablehlo() const;
  /// Compiles it, and runs nothing.
  CompiledFunction compile() const;

 private:
  std::string name_;
  detail::Traced traced_;
  std::vector<int32_t> donated_;
  CompileOptions options_;
  int threads_;
};

}  // namespace fluxion

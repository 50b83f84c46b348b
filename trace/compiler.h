// The door to the compiler library: what the frontend asks of tracing, passes and code generation. No MLIR type passes
// through it, so libfluxion links without LLVM and opens libfluxion_compiler on the first trace.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "fluxion/attribute.h"
#include "fluxion/shape.h"
#include "runtime/kernel_text.h"
#include "runtime/program.h"

namespace fluxion::trace {

/// An SSA value of a function under construction; only the compiler library looks inside.
using Value = void *;

/// A function of fx ops: closed, with typed arguments and results. Immutable once finished; shared freely.
class Function {
 public:
  virtual ~Function() = default;
  virtual std::vector<ShapeDtype> arguments() const = 0;
  virtual std::vector<ShapeDtype> results() const = 0;
};
using FunctionPtr = std::shared_ptr<Function>;

/// A transformation's parameters, by name: lists of argument numbers, axes (−1: not mapped), sizes.
struct TransformOptions {
  std::vector<int64_t> arguments;  // which arguments are differentiated; or the axis of each
  std::vector<int64_t> results;    // the axis of each result
  int64_t size = 0;                // vmap: of the mapped axis
  bool plain_zeros = false;        // derivatives: 0·∞ is NaN in branches that were not taken, too
  std::string axis_name = {};      // vmap: what collectives call the mapped axis
};

struct CompileOptions {
  std::string name = "main";
  std::vector<int32_t> donated = {};      // argument numbers whose memory results may take
  int threads = 0;                        // 0: the pool's
  std::string passes = {};                // run after the first simplification: the text of a pass pipeline
  std::vector<std::string> plugins = {};  // libraries that have such passes
  bool validate = false;                  // interpret the function before and after each pass, on random arguments
  int64_t max_bytes = 0;                  // what a run may take, if there is a way to do with that; 0: anything
  std::vector<runtime::KernelText> *texts = nullptr;  // receives those of all kernels, which are then compiled anew
};

/// What shall not be among numbers.
struct Check {
  bool nan = false, inf = false;
  explicit operator bool() const { return nan || inf; }
};

struct BisectOptions {
  std::string function = {}, passes = {};  // the only function, or main; passes as in CompileOptions
  std::vector<std::string> plugins = {};
  uint64_t seed = 1;   // of the arguments
  int attempts = 400;  // programs tried while reducing
};

/// What bisection found.
struct Bisection {
  std::string pass, difference;  // the first pass that changes the numbers, and how; empty: none does
  std::string program;           // the smallest program found of which this holds
  std::string skipped;           // why nothing could be compared; empty if it was
};

/// Where the time of a compilation went, seconds.
struct CompileTimes {
  double passes = 0, codegen = 0;
};

/// What has to be computed to know some values of a function under construction: `function` makes `outputs` from
/// `inputs`.
struct Slice {
  FunctionPtr function;        // null: some value depends on an argument that is not known
  std::vector<Value> inputs;   // known ones
  std::vector<Value> outputs;  // computed ones that are asked for or may be needed again
  Value unknown = nullptr;     // where there is no function: what it depends on, or null for a collective's axis
};

class Compiler {
 public:
  static constexpr int kVersion = 6;
  virtual ~Compiler() = default;

  // ---- building. Errors are thrown as ShapeError, DTypeError, …; their text is one sentence without the location.
  virtual FunctionPtr create(std::string_view name) = 0;
  virtual Value argument(Function &function, const ShapeDtype &type, Location location) = 0;
  /// Appends an op; `regions` become its bodies. Returns its results.
  virtual std::vector<Value> stage(Function &function, std::string_view op, std::span<const Value> operands,
                                   const Attributes &attributes, std::span<const FunctionPtr> regions,
                                   Location location) = 0;
  /// Ends building. Argument i of the finished function is the one that was declared as number order[i]; an empty order
  /// keeps the order of declaration.
  virtual void finish(Function &function, std::span<const Value> results, std::span<const int64_t> order) = 0;
  virtual ShapeDtype type(Value value) = 0;
  /// The ops that `targets` depend on, from `known` values on. Results of theirs that other ops use, too, or that are
  /// `kept` are outputs; so no op needs to be in two slices once the outputs of the first are known.
  virtual Slice slice(const Function &function, std::span<const Value> targets, const std::function<bool(Value)> &known,
                      const std::function<bool(Value)> &kept) = 0;
  /// Copies the body of `callee` into `function`, which is under construction.
  virtual std::vector<Value> inline_call(Function &function, const Function &callee, std::span<const Value> arguments,
                                         Location location) = 0;
  /// The same of a function that nobody uses any more: its body is moved, and it is left without one.
  virtual std::vector<Value> inline_last_call(Function &function, Function &callee,
                                              std::span<const Value> arguments) = 0;

  // ---- transforming
  /// "jvp", "vjp", "linearize", "transpose", "vmap", "simplify", …: passes/transforms.h lists them and what they
  /// return.
  virtual std::vector<FunctionPtr> transform(const Function &function, std::string_view name,
                                             const TransformOptions &options) = 0;
  virtual std::string print(const Function &function, bool locations) = 0;
  /// Equal for functions that compute the same by the same ops: their exact text without locations, constants in full.
  virtual std::string fingerprint(const Function &function) = 0;

  /// The function as another compiler library can read it: exactly, with locations.
  virtual std::string text(const Function &function) = 0;
  /// What `text` has written. CompileError for anything else.
  virtual FunctionPtr parse(std::string_view text) = 0;

  // ---- running
  virtual runtime::ProgramPtr compile(const Function &function, const CompileOptions &options, CompileTimes *times) = 0;
  /// The reference interpreter: slow and obvious. Arrays are row-major bytes.
  virtual std::vector<std::string> evaluate(const Function &function, std::span<const std::string_view> arguments) = 0;

  // ---- looking for mistakes
  /// The first op whose results fail the check though its operands pass it, described in a few lines; "" if none does.
  virtual std::string first_bad(const Function &function, std::span<const std::string_view> arguments, Check check) = 0;
  /// The first pass that changes what a program of a file computes. IoError, CompileError for a file that is none.
  virtual Bisection bisect(const std::string &path, const BisectOptions &options) = 0;
  /// The function as StableHLO in generic form. CompileError if an op has no counterpart.
  virtual std::string stablehlo(const Function &function) = 0;
};

}  // namespace fluxion::trace

/// The one symbol of libfluxion_compiler; null if `version` is not Compiler::kVersion.
extern "C" fluxion::trace::Compiler *fluxion_compiler(int version);

// A compiled program as data: steps over one planned arena. Made by codegen, run by runtime/executable.h, saved as
// .fxe.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <fluxion/abi.h>
#include <fluxion/shape.h>

namespace fluxion::runtime {

/// Where a step finds an array: the program's arguments, results or constants by number, or its arena by byte offset.
struct BufferRef {
  enum class Space : uint8_t { argument, result, constant, arena };
  Space space = Space::arena;
  int32_t index = 0;   // argument, result, constant
  int64_t offset = 0;  // bytes from the start of that buffer or of the arena
  bool operator==(const BufferRef &) const = default;
};

/// A compiled function: relocatable object code, shared between programs that need the same kernel.
struct Code {
  std::string symbol;           // the function's name in `object`
  std::string object;           // ELF, x86-64, small code model, position independent; may be empty once loaded
  std::string text;             // what it was made from, for dumps; may be empty
  void *address = nullptr;      // set by the loader, or beforehand where the function is not compiled by us
  std::shared_ptr<void> image;  // keeps the memory that the loader mapped
};
using CodePtr = std::shared_ptr<Code>;

/// Runs `code` on `tiles` tiles, split over the threads; which thread runs which tile never changes the numbers.
struct KernelStep {
  CodePtr code;  // KernelFunction
  std::vector<BufferRef> buffers;
  int64_t tiles = 1;
  int64_t grain = 1;          // the least number of tiles worth giving to a thread
  int64_t scratch_bytes = 0;  // per thread
  std::string name;           // for profiles
};

/// out[batch, m, n] = epilogue(Σ_k a[batch, m, k]·b[batch, k, n]). Strides are in elements; batch dimensions are
/// listed outermost first with one stride an operand (0 where an operand does not have the dimension).
struct GemmStep {
  struct Operand {
    BufferRef buffer;
    int64_t row_stride = 0, column_stride = 0;  // of a[m, k], b[k, n] or out[m, n]
    std::vector<int64_t> batch_strides;
  };
  DType dtype = DType::f32;      // of a and b: f32, f64, bf16, f16, i8
  DType out_dtype = DType::f32;  // i32 for i8
  std::vector<int64_t> batch;
  int64_t m = 1, n = 1, k = 1;
  Operand a, b, out;       // `out` is unused where there is an epilogue
  CodePtr micro_kernel;    // MicroKernelFunction, null: the runtime's portable loop
  int64_t mr = 0, nr = 0;  // tile of the micro-kernel
  bool pairs = false;      // the micro-kernel takes pairs of bf16 along k; dtype is bf16, k even
  CodePtr epilogue;        // EpilogueFunction, or null: store to `out`
  std::vector<BufferRef> epilogue_buffers;
  std::string name;
};

/// Calls a function of the runtime's table (runtime/library.h) by name: sort, fft, linear algebra, random bits …
struct CallStep {
  std::string function;
  std::vector<BufferRef> buffers;   // operands, then results
  std::vector<ShapeDtype> types;    // of `buffers`
  std::vector<int64_t> attributes;  // what the function says they are
};

struct CopyStep {
  BufferRef from, to;
  int64_t bytes = 0;
};

struct Program;
using ProgramPtr = std::shared_ptr<const Program>;

/// Runs branches[index] (i32 scalar), the last one if there is none of that number. `operands` are its arguments,
/// `results` its results.
struct CaseStep {
  BufferRef index;
  std::vector<ProgramPtr> branches;
  std::vector<BufferRef> operands, results;
  BufferRef arena;  // where the branches' own arena lies
};

/// while (condition(constants, carry)) carry = body(constants, carry). The carries of the loop live in
/// `carry_in` at first, `results` at the end; `spare` holds a second copy of each for the exchange. Carry i may lie in
/// results[i] or spare[i] from the start. One that the body can update in place, since body->aliases names its argument
/// (constants + i) for result i, stays in its result and needs no spare, here as in ScanStep.
struct WhileStep {
  ProgramPtr condition, body;  // condition gives bool[]
  std::vector<BufferRef> constants, carry_in, results, spare;
  std::vector<int64_t> carry_bytes;
  BufferRef flag, arena;
};

/// (carry, ys) = scan(body, carry, xs): iteration i reads slice i of each of `xs` and writes slice i of each of `ys`.
struct ScanStep {
  ProgramPtr body;  // (constants…, carry…, x…) -> (carry…, y…)
  int64_t length = 0;
  bool reverse = false;
  std::vector<BufferRef> constants, carry_in, results, spare, xs, ys;
  std::vector<int64_t> carry_bytes, x_strides, y_strides;  // bytes
  BufferRef arena;
};

using Step = std::variant<KernelStep, GemmStep, CallStep, CopyStep, CaseStep, WhileStep, ScanStep>;

/// A value in the memory of a program.
struct LiveValue {
  ShapeDtype type;
  int64_t bytes = 0;
  std::string line;  // the user's; empty where it is not known
};

struct Program {
  std::string name;
  std::vector<ShapeDtype> arguments, results;
  std::vector<std::pair<ShapeDtype, std::string>> constants;  // bytes, row-major
  std::vector<Step> steps;
  int64_t arena_bytes = 0;  // includes the arenas of nested programs
  /// Result i may use the memory of argument aliases[i] if the caller donates it; -1: never.
  std::vector<int32_t> aliases;
  int64_t flops = 0, bytes_moved = 0;  // what the cost model counted
  /// What is in memory at the step where most is, the largest first; arguments and constants are left out.
  std::vector<LiveValue> largest;
};

}  // namespace fluxion::runtime

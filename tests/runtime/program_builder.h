// Programs written by hand for tests, with C++ functions as kernels.
#pragma once
#include <vector>

#include "runtime/executable.h"

namespace fluxion::runtime {

inline CodePtr code(KernelFunction function) {
  auto code = std::make_shared<Code>();
  code->symbol = "test";
  code->address = reinterpret_cast<void *>(function);
  return code;
}

inline BufferRef argument(int32_t i, int64_t offset = 0) { return {BufferRef::Space::argument, i, offset}; }
inline BufferRef result(int32_t i, int64_t offset = 0) { return {BufferRef::Space::result, i, offset}; }
inline BufferRef constant(int32_t i, int64_t offset = 0) { return {BufferRef::Space::constant, i, offset}; }
inline BufferRef arena(int64_t offset) { return {BufferRef::Space::arena, 0, offset}; }

inline KernelStep kernel(KernelFunction function, std::vector<BufferRef> buffers, int64_t tiles = 1, int64_t grain = 1,
                         int64_t scratch = 0) {
  KernelStep step;
  step.code = code(function);
  step.buffers = std::move(buffers);
  step.tiles = tiles;
  step.grain = grain;
  step.scratch_bytes = scratch;
  return step;
}

inline ShapeDtype vector_of(int64_t n, DType dtype = f32) { return {{n}, dtype}; }
inline ShapeDtype scalar(DType dtype = f32) { return {{}, dtype}; }

inline std::shared_ptr<Program> program(std::vector<ShapeDtype> arguments, std::vector<ShapeDtype> results,
                                        std::vector<Step> steps, int64_t arena_bytes = 0) {
  auto made = std::make_shared<Program>();
  made->name = "test";
  made->arguments = std::move(arguments);
  made->results = std::move(results);
  made->steps = std::move(steps);
  made->arena_bytes = arena_bytes;
  return made;
}

template <class T>
std::string bytes_of(const std::vector<T> &values) {
  return std::string(reinterpret_cast<const char *>(values.data()), values.size() * sizeof(T));
}

/// Runs a program whose arrays are vectors of one type.
template <class T>
std::vector<std::vector<T>> run(const Executable &executable, std::vector<std::vector<T>> arguments) {
  std::vector<std::vector<T>> results;
  std::vector<void *> in, out;
  for (auto &argument : arguments) in.push_back(argument.data());
  for (const ShapeDtype &type : executable.program().results) {
    results.emplace_back(static_cast<size_t>(type.shape.count()), T(-99));
  }
  for (auto &result : results) out.push_back(result.data());
  executable.run(in.data(), out.data());
  return results;
}

}  // namespace fluxion::runtime

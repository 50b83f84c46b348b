// The fields of a program's parts, in the order in which they are stored. Saving and loading both read this list, so
// that they cannot disagree; a change of it is a change of the format's version in program_file.cpp.
#pragma once
#include <tuple>

#include "runtime/program.h"

namespace fluxion::runtime {

inline auto fields(BufferRef &x) { return std::tie(x.space, x.index, x.offset); }
inline auto fields(ShapeDtype &x) { return std::tie(x.dtype, x.shape); }
inline auto fields(Code &x) { return std::tie(x.symbol, x.object, x.text); }
inline auto fields(KernelStep &x) { return std::tie(x.code, x.buffers, x.tiles, x.grain, x.scratch_bytes, x.name); }
inline auto fields(GemmStep::Operand &x) { return std::tie(x.buffer, x.row_stride, x.column_stride, x.batch_strides); }
inline auto fields(GemmStep &x) {
  return std::tie(x.dtype, x.out_dtype, x.batch, x.m, x.n, x.k, x.a, x.b, x.out, x.micro_kernel, x.mr, x.nr, x.pairs,
                  x.epilogue, x.epilogue_buffers, x.name);
}
inline auto fields(CallStep &x) { return std::tie(x.function, x.buffers, x.types, x.attributes); }
inline auto fields(CopyStep &x) { return std::tie(x.from, x.to, x.bytes); }
inline auto fields(CaseStep &x) { return std::tie(x.index, x.branches, x.operands, x.results, x.arena); }
inline auto fields(WhileStep &x) {
  return std::tie(x.condition, x.body, x.constants, x.carry_in, x.results, x.spare, x.carry_bytes, x.flag, x.arena);
}
inline auto fields(ScanStep &x) {
  return std::tie(x.body, x.length, x.reverse, x.constants, x.carry_in, x.results, x.spare, x.xs, x.ys, x.carry_bytes,
                  x.x_strides, x.y_strides, x.arena);
}
inline auto fields(Program &x) {
  return std::tie(x.name, x.arguments, x.results, x.constants, x.steps, x.arena_bytes, x.aliases, x.flops,
                  x.bytes_moved);
}

template <class T>
concept HasFields = requires(T &x) { fields(x); };

}  // namespace fluxion::runtime

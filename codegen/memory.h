// Buffers of a program under construction, and where they end up.
#pragma once
#include <vector>

#include "runtime/program.h"

namespace fluxion::codegen {

/// The memory of a program: arguments, results, constants, and an arena in which buffers that live at different times
/// share places. While steps are made, a BufferRef of the arena names a buffer by `index`.
class MemoryPlan {
 public:
  enum class Kind { argument, result, constant, temporary };

  int argument(int32_t number, int64_t bytes) { return add(Kind::argument, number, bytes); }
  int constant(int32_t number, int64_t bytes) { return add(Kind::constant, number, bytes); }
  int temporary(int64_t bytes) { return add(Kind::temporary, 0, bytes); }
  static runtime::BufferRef ref(int buffer, int64_t offset = 0) {
    return {runtime::BufferRef::Space::arena, buffer, offset};
  }

  /// Step number `step` reads or writes the buffer.
  void use(int buffer, int step);
  /// Makes a temporary the program's result. False if it is something else already.
  bool makeResult(int buffer, int32_t number);
  /// Lets `result`, written in `step`, take the place of `input`, which is read there for the last time, if both are
  /// memory of this program (or an argument that the caller may donate).
  void shareInPlace(int result, int input, int step);
  /// Says that the caller may donate an argument, whose buffer it is.
  void donate(int buffer) { buffers_[static_cast<size_t>(buffer)].donated = true; }

  /// The buffers, temporaries and results, that are in use at the step where they come to the most bytes. Each stands
  /// for those that it is one with.
  std::vector<int> atPeak() const;
  /// The buffer whose memory it has.
  int root(int buffer) const;
  int64_t bytes(int buffer) const { return buffers_[static_cast<size_t>(buffer)].bytes; }

  /// Places everything. Fills the program's arena size and aliases, and all references in its steps.
  void finish(runtime::Program &program);

 private:
  struct Buffer {
    Kind kind;
    int32_t number;
    int64_t bytes;
    int first = -1, last = -1;
    int64_t offset = 0;
    mutable int same = -1;  // the buffer it is one with, or one of those between
    bool donated = false, takesArgument = false;
    int taken = -1;  // the step whose result lies in this memory after its old value
  };
  int add(Kind kind, int32_t number, int64_t bytes);
  void placeTemporaries(runtime::Program &program);
  void fit(const std::vector<Buffer *> &order, runtime::Program &program);
  void hand(std::vector<Buffer *> order, runtime::Program &program);
  void aliasDonated(runtime::Program &program);
  std::vector<Buffer> buffers_;
  std::vector<std::pair<int, int>> resultInPlace_;  // result buffer, donated argument buffer
};

}  // namespace fluxion::codegen

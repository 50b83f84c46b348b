// What takes the memory of a program, for people.
#include "codegen/program_builder.h"
#include "ir/source_line.h"

namespace fluxion::codegen {

void ProgramBuilder::noteLargest() {
  constexpr size_t kMost = 16;
  std::vector<int> live = memory_.atPeak();
  llvm::sort(live, [&](int a, int b) { return std::pair(-memory_.bytes(a), a) < std::pair(-memory_.bytes(b), b); });
  if (live.size() > kMost) live.resize(kMost);
  llvm::DenseMap<int, runtime::LiveValue> known;
  for (int buffer : live) known[buffer].bytes = memory_.bytes(buffer);
  for (auto [buffer, op] : scratchOwner_)
    if (auto it = known.find(memory_.root(buffer)); it != known.end())
      it->second.type = {Shape{it->second.bytes}, DType::u8}, it->second.line = ir::sourceLine(op->getLoc());
  for (mlir::Operation &op : block_)
    for (mlir::Value v : op.getResults()) {
      auto place = places_.find(v);
      if (place == places_.end() || place->second.offset != 0) continue;
      auto it = known.find(memory_.root(place->second.buffer));
      if (it == known.end() || bytes(v) != it->second.bytes) continue;
      it->second.type = ir::shapeDtypeOf(v.getType());
      if (std::string line = ir::sourceLine(op.getLoc()); !line.empty()) it->second.line = std::move(line);
    }
  for (int buffer : live)
    if (known[buffer].bytes > 0) program_->largest.push_back(std::move(known[buffer]));
}

}  // namespace fluxion::codegen

#include "codegen/memory.h"

#include <algorithm>
#include <climits>

namespace fluxion::codegen {

using runtime::BufferRef;

int MemoryPlan::add(Kind kind, int32_t number, int64_t bytes) {
  buffers_.push_back({kind, number, bytes});
  return static_cast<int>(buffers_.size()) - 1;
}

int MemoryPlan::root(int buffer) const {
  while (buffers_[buffer].same >= 0) buffer = buffers_[buffer].same;
  return buffer;
}

void MemoryPlan::use(int buffer, int step) {
  Buffer &b = buffers_[root(buffer)];
  if (b.first < 0) b.first = step;
  b.last = std::max(b.last, step);
}

bool MemoryPlan::makeResult(int buffer, int32_t number) {
  Buffer &b = buffers_[root(buffer)];
  if (b.kind != Kind::temporary) return false;
  b.kind = Kind::result;
  b.number = number;
  b.last = INT_MAX;
  return true;
}

void MemoryPlan::donate(int32_t argument) {
  for (Buffer &b : buffers_)
    if (b.kind == Kind::argument && b.number == argument) b.donated = true;
}

void MemoryPlan::shareInPlace(int result, int input, int step) {
  int r = root(result), i = root(input);
  Buffer &to = buffers_[r], &from = buffers_[i];
  if (r == i || to.bytes != from.bytes || from.last != step || to.first != step) return;
  if (from.taken == step) return;  // by another result of this step, which began as the same value
  if (to.kind != Kind::temporary && to.kind != Kind::result) return;
  // One place for the result: what else is put there earlier would destroy the argument that it takes.
  if (std::any_of(resultInPlace_.begin(), resultInPlace_.end(), [&](auto pair) { return pair.first == r; })) return;
  if (from.kind == Kind::argument && from.donated && to.kind == Kind::result) {
    from.donated = false;
    from.taken = step;
    resultInPlace_.push_back({r, i});
  } else if (from.kind == Kind::temporary) {
    to.first = std::min(to.first, from.first);
    from.same = r;
    to.taken = step;
  }
}

// A result may also take an argument that was read for the last time before the result is first written.
void MemoryPlan::aliasDonated(runtime::Program &program) {
  program.aliases.assign(program.results.size(), -1);
  for (auto [result, argument] : resultInPlace_) program.aliases[buffers_[result].number] = buffers_[argument].number;
  for (Buffer &b : buffers_) {
    if (b.kind != Kind::result || b.same >= 0 || program.aliases[b.number] >= 0) continue;
    for (Buffer &a : buffers_)
      if (a.kind == Kind::argument && a.donated && a.bytes == b.bytes && a.last < b.first) {
        a.donated = false;
        program.aliases[b.number] = a.number;
        break;
      }
  }
}

// Largest first, each into the tightest gap that is free during its whole life.
void MemoryPlan::placeTemporaries(runtime::Program &program) {
  std::vector<Buffer *> order, placed;
  for (Buffer &b : buffers_)
    if (b.kind == Kind::temporary && b.same < 0 && b.first >= 0 && b.bytes > 0) order.push_back(&b);
  std::sort(order.begin(), order.end(),
            [](Buffer *a, Buffer *b) { return a->bytes != b->bytes ? a->bytes > b->bytes : a < b; });
  for (Buffer *b : order) {
    int64_t bytes = (b->bytes + 63) / 64 * 64, place = -1, tightest = INT64_MAX, end = 0;
    for (Buffer *other : placed) {  // by offset
      if (other->last < b->first || b->last < other->first) continue;
      int64_t gap = other->offset - end;
      if (gap >= bytes && gap < tightest) place = end, tightest = gap;
      end = std::max(end, other->offset + (other->bytes + 63) / 64 * 64);
    }
    b->offset = place >= 0 ? place : end;
    program.arena_bytes = std::max(program.arena_bytes, b->offset + bytes);
    placed.insert(
        std::upper_bound(placed.begin(), placed.end(), b, [](Buffer *x, Buffer *y) { return x->offset < y->offset; }),
        b);
  }
}

std::vector<int> MemoryPlan::atPeak() const {
  std::vector<int> owners;
  for (size_t i = 0; i < buffers_.size(); ++i) {
    const Buffer &b = buffers_[i];
    if ((b.kind == Kind::temporary || b.kind == Kind::result) && b.same < 0 && b.first >= 0)
      owners.push_back(static_cast<int>(i));
  }
  // The sum grows where a buffer begins only.
  std::sort(owners.begin(), owners.end(), [&](int a, int b) { return buffers_[a].first < buffers_[b].first; });
  std::vector<int> live, most;
  int64_t bytes = 0, peak = -1;
  for (int owner : owners) {
    std::erase_if(live, [&](int other) {
      const bool over = buffers_[other].last < buffers_[owner].first;
      if (over) bytes -= buffers_[other].bytes;
      return over;
    });
    live.push_back(owner);
    bytes += buffers_[owner].bytes;
    if (bytes > peak) peak = bytes, most = live;
  }
  return most;
}

namespace {

// Calls f on every reference of a step.
template <class F>
struct EachReference {
  F f;
  void all(std::vector<BufferRef> &refs) const {
    for (BufferRef &r : refs) f(r);
  }
  void operator()(runtime::KernelStep &s) const { all(s.buffers); }
  void operator()(runtime::GemmStep &s) const {
    f(s.a.buffer), f(s.b.buffer);
    if (!s.epilogue) f(s.out.buffer);
    all(s.epilogue_buffers);
  }
  void operator()(runtime::CallStep &s) const { all(s.buffers); }
  void operator()(runtime::CopyStep &s) const { f(s.from), f(s.to); }
  void operator()(runtime::CaseStep &s) const { f(s.index), f(s.arena), all(s.operands), all(s.results); }
  void operator()(runtime::WhileStep &s) const {
    all(s.constants), all(s.carry_in), all(s.results), all(s.spare);
    f(s.flag), f(s.arena);
  }
  void operator()(runtime::ScanStep &s) const {
    all(s.constants), all(s.carry_in), all(s.results), all(s.spare), all(s.xs), all(s.ys);
    f(s.arena);
  }
};

}  // namespace

void MemoryPlan::finish(runtime::Program &program) {
  placeTemporaries(program);
  aliasDonated(program);
  auto place = [&](BufferRef &r) {
    const Buffer &b = buffers_[root(r.index)];
    switch (b.kind) {
      case Kind::argument:
        r = {BufferRef::Space::argument, b.number, r.offset};
        break;
      case Kind::result:
        r = {BufferRef::Space::result, b.number, r.offset};
        break;
      case Kind::constant:
        r = {BufferRef::Space::constant, b.number, r.offset};
        break;
      case Kind::temporary:
        r = {BufferRef::Space::arena, 0, b.offset + r.offset};
        break;
    }
  };
  EachReference each{place};
  for (runtime::Step &step : program.steps) std::visit(each, step);
}

}  // namespace fluxion::codegen

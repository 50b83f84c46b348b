#include "codegen/memory.h"

#include <algorithm>
#include <climits>
#include <map>
#include <set>
#include <utility>

#include "codegen/placement.h"

namespace fluxion::codegen {

using runtime::BufferRef;

int MemoryPlan::add(Kind kind, int32_t number, int64_t bytes) {
  buffers_.push_back({kind, number, bytes});
  return static_cast<int>(buffers_.size()) - 1;
}

int MemoryPlan::root(int buffer) const {
  int root = buffer;
  while (buffers_[root].same >= 0) root = buffers_[root].same;
  while (buffers_[buffer].same >= 0) buffer = std::exchange(buffers_[buffer].same, root);
  return root;
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

void MemoryPlan::shareInPlace(int result, int input, int step) {
  int r = root(result), i = root(input);
  Buffer &to = buffers_[r], &from = buffers_[i];
  if (r == i || to.bytes != from.bytes || from.last != step || to.first != step) return;
  if (from.taken == step) return;  // by another result of this step, which began as the same value
  if (to.kind != Kind::temporary && to.kind != Kind::result) return;
  // One place for the result: what else is put there earlier would destroy the argument that it takes.
  if (to.takesArgument) return;
  if (from.kind == Kind::argument && from.donated && to.kind == Kind::result) {
    from.donated = false;
    from.taken = step;
    to.takesArgument = true;
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
  std::map<int64_t, std::vector<Buffer *>> donated;  // by size
  for (Buffer &a : buffers_)
    if (a.kind == Kind::argument && a.donated) donated[a.bytes].push_back(&a);
  for (Buffer &b : buffers_) {
    if (b.kind != Kind::result || b.same >= 0 || program.aliases[b.number] >= 0) continue;
    auto it = donated.find(b.bytes);
    if (it == donated.end()) continue;
    auto free = std::find_if(it->second.begin(), it->second.end(), [&](Buffer *a) { return a->last < b.first; });
    if (free == it->second.end()) continue;
    program.aliases[b.number] = (*free)->number;
    it->second.erase(free);
  }
}

namespace {

constexpr size_t kFitted = 4096;  // buffers for which the tightest gap is sought

int64_t rounded(int64_t bytes) { return (bytes + 63) / 64 * 64; }

// Hands out and takes back pieces of memory, the tightest one that is free.
class Pieces {
 public:
  explicit Pieces(int64_t begin) : end_(begin) {}

  int64_t take(int64_t bytes) {
    auto found = bySize_.lower_bound({bytes, 0});
    if (found == bySize_.end()) return std::exchange(end_, end_ + bytes);
    const auto [size, offset] = *found;
    remove(offset, size);
    if (size > bytes) add(offset + bytes, size - bytes);
    return offset;
  }
  void giveBack(int64_t offset, int64_t bytes) {
    auto next = byOffset_.lower_bound(offset);
    if (next != byOffset_.end() && next->first == offset + bytes) {
      bytes += next->second;
      remove(next->first, next->second);
    }
    auto before = byOffset_.lower_bound(offset);
    if (before != byOffset_.begin() && std::prev(before)->first + std::prev(before)->second == offset) {
      --before;
      offset = before->first, bytes += before->second;
      remove(before->first, before->second);
    }
    add(offset, bytes);
  }
  int64_t end() const { return end_; }

 private:
  void add(int64_t offset, int64_t bytes) {
    byOffset_[offset] = bytes;
    bySize_.insert({bytes, offset});
  }
  void remove(int64_t offset, int64_t bytes) {
    byOffset_.erase(offset);
    bySize_.erase({bytes, offset});
  }

  std::map<int64_t, int64_t> byOffset_;
  std::set<std::pair<int64_t, int64_t>> bySize_;
  int64_t end_;
};

}  // namespace

// Where there are very many, good places are sought for the largest; the others get what is free when they begin.
void MemoryPlan::placeTemporaries(runtime::Program &program) {
  std::vector<Buffer *> order;
  for (Buffer &b : buffers_)
    if (b.kind == Kind::temporary && b.same < 0 && b.first >= 0 && b.bytes > 0) order.push_back(&b);
  std::sort(order.begin(), order.end(),
            [](Buffer *a, Buffer *b) { return a->bytes != b->bytes ? a->bytes > b->bytes : a < b; });
  const auto rest = order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), kFitted));
  fit(std::vector<Buffer *>(order.begin(), rest), program);
  hand(std::vector<Buffer *>(rest, order.end()), program);
}

void MemoryPlan::fit(const std::vector<Buffer *> &order, runtime::Program &program) {
  std::vector<Lifetime> lifetimes;
  for (const Buffer *b : order) lifetimes.push_back({rounded(b->bytes), b->first, b->last});
  program.arena_bytes = place(lifetimes);
  for (size_t i = 0; i < order.size(); ++i) order[i]->offset = lifetimes[i].offset;
}

void MemoryPlan::hand(std::vector<Buffer *> order, runtime::Program &program) {
  if (order.empty()) return;
  std::sort(order.begin(), order.end(),
            [](Buffer *a, Buffer *b) { return a->first != b->first ? a->first < b->first : a < b; });
  Pieces pieces(rounded(program.arena_bytes));
  std::multimap<int, Buffer *> live;  // by their ends
  for (Buffer *b : order) {
    for (; !live.empty() && live.begin()->first < b->first; live.erase(live.begin()))
      pieces.giveBack(live.begin()->second->offset, rounded(live.begin()->second->bytes));
    b->offset = pieces.take(rounded(b->bytes));
    live.insert({b->last, b});
  }
  program.arena_bytes = pieces.end();
}

std::vector<int> MemoryPlan::atPeak() const {
  std::vector<int> owners;
  for (size_t i = 0; i < buffers_.size(); ++i) {
    const Buffer &b = buffers_[i];
    if ((b.kind == Kind::temporary || b.kind == Kind::result) && b.same < 0 && b.first >= 0)
      owners.push_back(static_cast<int>(i));
  }
  // The sum grows where a buffer begins only.
  std::vector<int> ending = owners;
  std::sort(owners.begin(), owners.end(), [&](int a, int b) { return buffers_[a].first < buffers_[b].first; });
  std::sort(ending.begin(), ending.end(), [&](int a, int b) { return buffers_[a].last < buffers_[b].last; });
  int64_t bytes = 0, peak = -1;
  int at = 0;
  size_t ended = 0;
  for (int owner : owners) {
    const int begin = buffers_[owner].first;
    for (; buffers_[ending[ended]].last < begin; ++ended) bytes -= buffers_[ending[ended]].bytes;
    bytes += buffers_[owner].bytes;
    if (bytes > peak) peak = bytes, at = begin;
  }
  std::erase_if(owners, [&](int b) { return buffers_[b].first > at || buffers_[b].last < at; });
  return owners;
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

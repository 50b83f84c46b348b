#include "passes/fusion/graph.h"

#include "llvm/ADT/STLExtras.h"

namespace fluxion::passes {

namespace {
constexpr int64_t kGap = int64_t{1} << 24;  // between the places of neighbours, at first
}

int OrderedGraph::add() {
  const int id = size();
  Node node;
  node.next = first_;
  if (first_ >= 0) {
    node.place = nodes_[first_].place - kGap;
    nodes_[first_].before = id;
  } else {
    last_ = id;
  }
  nodes_.push_back(std::move(node));
  return first_ = id;
}

// Only what has a place before that of `to` can reach it.
bool OrderedGraph::reaches(llvm::ArrayRef<int> from, int to) {
  llvm::SmallVector<int> stack(from.begin(), from.end());
  beginWalk();
  while (!stack.empty()) {
    int n = find(stack.pop_back_val());
    if (n == to) return true;
    if (nodes_[n].place > nodes_[to].place || !see(n)) continue;
    llvm::append_range(stack, nodes_[n].successors);
  }
  return false;
}

// Follows the edges of the next node that was found, to those with places between the two.
void OrderedGraph::advance(Search &search, bool forward, int64_t first, int64_t last) {
  const Node &node = nodes_[search.found[search.done++]];
  const auto &edges = forward ? node.successors : node.predecessors;
  search.edges += edges.size();
  for (int edge : edges)
    if (int n = find(edge); nodes_[n].place > first && nodes_[n].place < last && see(n)) search.found.push_back(n);
}

// An edge against the order moves, of what lies between the two, either all that leads to `from` or all that `to` leads
// to, whichever is found first when both are looked for in turn: as in B. Alpern et al., Incremental evaluation of
// computational circuits (1990). Numbers that all layers read lead to much, and little leads to them.
void OrderedGraph::addEdge(int from, int to) {
  from = find(from), to = find(to);
  if (from == to) return;
  nodes_[from].successors.push_back(to);
  nodes_[to].predecessors.push_back(from);
  const int64_t first = nodes_[to].place, last = nodes_[from].place;
  if (last < first) return;
  Search leading{{from}}, led{{to}};
  beginWalk();
  see(from), see(to);
  while (!isOver(leading) && !isOver(led)) {
    const bool forward = led.edges < leading.edges;
    advance(forward ? led : leading, forward, first, last);
  }
  if (isOver(leading))
    move(leading.found, to);
  else
    move(led.found, nodes_[from].next);
}

void OrderedGraph::unlink(int node) {
  const auto [before, next] = std::pair(nodes_[node].before, nodes_[node].next);
  (before < 0 ? first_ : nodes_[before].next) = next;
  (next < 0 ? last_ : nodes_[next].before) = before;
}

// Moves nodes to where `next` is, or to the end if that is none; among themselves they keep their order.
void OrderedGraph::move(llvm::SmallVectorImpl<int> &nodes, int next) {
  llvm::sort(nodes, [&](int a, int b) { return nodes_[a].place < nodes_[b].place; });
  for (int n : nodes) unlink(n);
  int before = next < 0 ? last_ : nodes_[next].before;
  const auto count = static_cast<int64_t>(nodes.size());
  const int64_t low = before < 0 ? nodes_[next].place - (count + 1) * kGap : nodes_[before].place;
  const int64_t high = next < 0 ? low + (count + 1) * kGap : nodes_[next].place;
  const int64_t step = (high - low) / (count + 1);
  for (auto [i, n] : llvm::enumerate(nodes)) {
    nodes_[n].before = before;
    (before < 0 ? first_ : nodes_[before].next) = n;
    nodes_[n].place = low + (static_cast<int64_t>(i) + 1) * step;
    before = n;
  }
  nodes_[before].next = next;
  (next < 0 ? last_ : nodes_[next].before) = before;
  if (step == 0) number();
}

// When there is no place left between two neighbours.
void OrderedGraph::number() {
  int64_t place = 0;
  for (int n = first_; n >= 0; n = nodes_[n].next) nodes_[n].place = place += kGap;
}

void OrderedGraph::merge(int other, int into) {
  unlink(other);
  nodes_[other].mergedInto = into;
  for (int n : std::exchange(nodes_[other].successors, {})) addEdge(into, n);
  for (int n : std::exchange(nodes_[other].predecessors, {})) addEdge(n, into);
}

}  // namespace fluxion::passes

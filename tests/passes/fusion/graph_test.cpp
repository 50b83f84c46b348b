// Random graphs, built edge by edge with nodes that become one, against a search of all edges.
#include "passes/fusion/graph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace fluxion::passes {
namespace {

// The same graph without an order.
struct Plain {
  std::set<std::pair<int, int>> edges;
  bool reaches(int from, int to) const {
    std::vector<int> stack{from};
    std::set<int> seen;
    while (!stack.empty()) {
      const int n = stack.back();
      stack.pop_back();
      if (n == to) return true;
      if (!seen.insert(n).second) continue;
      for (auto it = edges.lower_bound({n, 0}); it != edges.end() && it->first == n; ++it) stack.push_back(it->second);
    }
    return false;
  }
  void merge(int other, int into) {
    std::set<std::pair<int, int>> next;
    for (auto [a, b] : edges) {
      const int from = a == other ? into : a, to = b == other ? into : b;
      if (from != to) next.insert({from, to});
    }
    edges = std::move(next);
  }
};

void expectEqual(OrderedGraph &graph, const Plain &plain, const std::vector<int> &nodes) {
  for (int a : nodes)
    for (int b : nodes) ASSERT_EQ(graph.reaches({a}, b), plain.reaches(a, b)) << a << " to " << b;
}

TEST(OrderedGraph, AnswersAsASearchOfAllEdges) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    auto below = [&](size_t n) { return static_cast<size_t>(random() % n); };
    OrderedGraph graph;
    Plain plain;
    std::vector<int> nodes;
    for (int step = 0; step < 160; ++step) {
      if (nodes.size() < 4 || below(4) == 0) nodes.push_back(graph.add());
      const int a = nodes[below(nodes.size())], b = nodes[below(nodes.size())];
      if (a == b) continue;
      const bool there = plain.reaches(a, b), back = plain.reaches(b, a);
      if (below(8) == 0 && nodes.size() > 4 && !there && !back) {
        graph.merge(a, b);
        plain.merge(a, b);
        EXPECT_TRUE(graph.isMerged(a));
        EXPECT_EQ(graph.find(a), b);
        nodes.erase(std::find(nodes.begin(), nodes.end(), a));
      } else if (!back) {
        graph.addEdge(a, b);
        plain.edges.insert({a, b});
      }
    }
    expectEqual(graph, plain, nodes);
  }
}

// Each node moves to between the one before it and the same neighbour; then all change places.
TEST(OrderedGraph, FindsNewPlacesWhereNoneAreLeft) {
  OrderedGraph graph;
  Plain plain;
  std::vector<int> nodes;
  auto join = [&](int from, int to) {
    graph.addEdge(from, to);
    plain.edges.insert({from, to});
  };
  for (int i = 0; i < 100; ++i) nodes.push_back(graph.add());
  const int to = graph.add();
  for (int n : nodes) join(n, to);
  for (size_t i = nodes.size() - 1; i > 0; --i) join(nodes[i], nodes[i - 1]);
  nodes.push_back(to);
  expectEqual(graph, plain, nodes);
}

TEST(OrderedGraph, AWalkSeesEachNodeOnce) {
  OrderedGraph graph;
  const int a = graph.add(), b = graph.add();
  graph.beginWalk();
  EXPECT_TRUE(graph.see(a));
  EXPECT_FALSE(graph.see(a));
  EXPECT_TRUE(graph.see(b));
  graph.beginWalk();
  EXPECT_TRUE(graph.see(a));
}

TEST(OrderedGraph, ANodeBecomesOneWithItsNeighbour) {
  OrderedGraph graph;
  const int c = graph.add(), b = graph.add(), a = graph.add();
  graph.addEdge(a, b);
  graph.addEdge(b, c);
  graph.merge(b, a);
  EXPECT_TRUE(graph.reaches({a}, c));
  EXPECT_FALSE(graph.reaches({c}, a));
  EXPECT_EQ(graph.find(b), a);
}

}  // namespace
}  // namespace fluxion::passes

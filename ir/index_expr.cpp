#include "ir/index_expr.h"

#include "llvm/ADT/STLExtras.h"

namespace fluxion::ir {

using Kind = IndexVariable::Kind;

IndexExpr IndexSpace::loop(int64_t size) {
  if (size == 1) return {};
  IndexVariable v{Kind::loop, 0, size - 1, {}, 1, {}, {}, uint64_t{1} << variables_.size()};
  variables_.push_back(std::move(v));
  return variable(this->size() - 1);
}

IndexExpr IndexSpace::variable(int number) const { return {0, {{number, 1}}}; }

IndexExpr IndexSpace::add(const IndexExpr &a, const IndexExpr &b, int64_t scale) {
  IndexExpr sum{a.constant + scale * b.constant, {}};
  auto i = a.terms.begin(), j = b.terms.begin();
  while (i != a.terms.end() || j != b.terms.end()) {
    if (j == b.terms.end() || (i != a.terms.end() && i->first < j->first)) {
      sum.terms.push_back(*i++);
    } else if (i == a.terms.end() || j->first < i->first) {
      if (scale) sum.terms.push_back({j->first, scale * j->second});
      ++j;
    } else {
      if (int64_t c = i->second + scale * j->second) sum.terms.push_back({i->first, c});
      ++i, ++j;
    }
  }
  recombine(sum);
  return sum;
}

IndexExpr IndexSpace::scale(const IndexExpr &a, int64_t by) { return add({}, a, by); }

// c·by·(e / by) + c·(e % by) = c·e
void IndexSpace::recombine(IndexExpr &a) {
  for (size_t i = 0; i < a.terms.size(); ++i) {
    auto [r, c] = a.terms[i];
    const IndexVariable &rest = variables_[r];
    if (rest.kind != Kind::remainder) continue;
    for (size_t j = 0; j < a.terms.size(); ++j) {
      const IndexVariable &q = variables_[a.terms[j].first];
      if (q.kind != Kind::quotient || q.by != rest.by || a.terms[j].second != c * rest.by || !(q.of == rest.of))
        continue;
      IndexExpr of = rest.of;
      int64_t factor = c;
      a.terms.erase(a.terms.begin() + std::max(i, j));
      a.terms.erase(a.terms.begin() + std::min(i, j));
      a = add(a, of, factor);
      return;
    }
  }
}

int IndexSpace::intern(IndexVariable v) {
  for (auto [i, other] : llvm::enumerate(variables_))
    if (other.kind == v.kind && v.kind != Kind::loop && other.by == v.by && other.of == v.of &&
        other.source == v.source && other.high == v.high && other.at == v.at)
      return static_cast<int>(i);
  variables_.push_back(std::move(v));
  return size() - 1;
}

// a = by·first + second, where second keeps what `by` does not divide.
std::pair<IndexExpr, IndexExpr> IndexSpace::divide(const IndexExpr &a, int64_t by) {
  IndexExpr whole, rest;
  int64_t c = a.constant >= 0 ? a.constant / by : -((by - 1 - a.constant) / by);
  whole.constant = c;
  rest.constant = a.constant - c * by;
  for (auto [v, k] : a.terms)
    if (k % by == 0)
      whole.terms.push_back({v, k / by});
    else
      rest.terms.push_back({v, k});
  return {whole, rest};
}

IndexExpr IndexSpace::quotient(const IndexExpr &a, int64_t by) {
  if (by == 1) return a;
  auto [whole, rest] = divide(a, by);
  IndexRange r = range(rest);
  if (r.within(by)) return whole;
  if (r.low < 0) whole = {}, rest = a, r = range(a);
  for (auto [v, k] : rest.terms) {
    const IndexVariable &var = variables_[v];
    if (var.kind != Kind::loop || k <= 0 || by % k) continue;
    int64_t inner = by / k;
    if (inner > 1 && (var.high + 1) % inner == 0 && var.high + 1 > inner) wanted_.push_back({v, inner});
  }
  int q = intern(
      {Kind::quotient, r.low >= 0 ? r.low / by : -((by - 1 - r.low) / by), r.high / by, rest, by, {}, {}, loops(rest)});
  return add(whole, variable(q));
}

IndexExpr IndexSpace::remainder(const IndexExpr &a, int64_t by) {
  if (by == 1) return {};
  auto [whole, rest] = divide(a, by);
  IndexRange r = range(rest);
  if (r.within(by)) return rest;
  if (r.low < 0) rest = a, r = range(a);
  return variable(intern({Kind::remainder, r.low < 0 ? 1 - by : 0, by - 1, rest, by, {}, {}, loops(rest)}));
}

IndexExpr IndexSpace::loaded(mlir::Value source, llvm::ArrayRef<IndexExpr> at, int64_t count) {
  if (count <= 1) return {};
  return variable(intern({Kind::loaded, 0, count - 1, {}, 1, source, IndexVector(at), loops(at)}));
}

IndexExpr IndexSpace::linear(llvm::ArrayRef<IndexExpr> at, llvm::ArrayRef<int64_t> shape) {
  IndexExpr position;
  int64_t stride = 1;
  for (int64_t i = static_cast<int64_t>(shape.size()) - 1; i >= 0; --i) {
    position = add(position, at[i], stride);
    stride *= shape[i];
  }
  return position;
}

IndexVector IndexSpace::delinear(const IndexExpr &position, llvm::ArrayRef<int64_t> shape) {
  IndexVector at(shape.size());
  IndexExpr rest = position;
  int64_t leading = 0;  // the first dimension that is not of size 1 takes what is left
  while (leading + 1 < static_cast<int64_t>(shape.size()) && shape[leading] == 1) ++leading;
  for (int64_t i = static_cast<int64_t>(shape.size()) - 1; i > leading; --i) {
    if (shape[i] <= 1) continue;
    at[i] = remainder(rest, shape[i]);
    rest = quotient(rest, shape[i]);
  }
  if (!shape.empty() && shape[leading] > 1) at[leading] = rest;
  return at;
}

IndexRange IndexSpace::range(const IndexExpr &a) const {
  IndexRange r{a.constant, a.constant};
  for (auto [v, k] : a.terms) {
    int64_t x = k * variables_[v].low, y = k * variables_[v].high;
    r.low += std::min(x, y);
    r.high += std::max(x, y);
  }
  return r;
}

uint64_t IndexSpace::loops(const IndexExpr &a) const {
  uint64_t mask = 0;
  for (auto [v, k] : a.terms) mask |= variables_[v].loops;
  return mask;
}

uint64_t IndexSpace::loops(llvm::ArrayRef<IndexExpr> at) const {
  uint64_t mask = 0;
  for (const IndexExpr &e : at) mask |= loops(e);
  return mask;
}

}  // namespace fluxion::ir

// Einstein summation. Operands are contracted from the left, each step one dot_general.
#include <algorithm>
#include <map>

#include "fluxion/shaping.h"
#include "frontend/ops_internal.h"

namespace fluxion {

namespace {

// The letters of an operand's dimensions. The dimensions that an ellipsis stands for are numbered from the right, by
// characters below the letters, so that those of several operands meet as broadcasting wants it.
struct Term {
  Array x;
  std::string letters;
  bool has(char c) const { return letters.find(c) != std::string::npos; }
  int64_t dim(char c) const { return static_cast<int64_t>(letters.find(c)); }
  int64_t size(char c) const { return x.shape(dim(c)); }
};

constexpr char kDots = '.';
bool is_numbered(char c) { return c < ' '; }

struct Equation {
  std::vector<std::string> inputs;
  std::optional<std::string> output;
};

Equation parse(std::string_view text, size_t operands) {
  Equation e;
  std::string term;
  bool arrow = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == ' ') continue;
    if (c == ',' && !arrow) {
      e.inputs.push_back(std::exchange(term, {}));
    } else if (text.substr(i, 2) == "->" && !arrow) {
      arrow = true, ++i, e.inputs.push_back(std::exchange(term, {}));
    } else if (text.substr(i, 3) == "..." && term.find(kDots) == std::string::npos) {
      term += kDots, i += 2;
    } else if (std::isalpha(static_cast<unsigned char>(c)) && !(arrow && term.find(c) != std::string::npos)) {
      term += c;
    } else {
      fail<ShapeError>(fmt::format(
          "einsum: '{}' in \"{}\" is not understood: letters or ..., then -> and the result, each letter once", c,
          text));
    }
  }
  if (arrow)
    e.output = term;
  else
    e.inputs.push_back(term);
  if (e.inputs.size() != operands)
    fail<ShapeError>(fmt::format("einsum: \"{}\" describes {} operands, not {}", text, e.inputs.size(), operands));
  return e;
}

// "..." as numbers for `count` dimensions.
std::string expand_dots(std::string letters, int64_t count) {
  size_t dots = letters.find(kDots);
  if (dots == std::string::npos) return letters;
  std::string numbers;
  for (int64_t i = count; i > 0; --i) numbers += static_cast<char>(i);
  return letters.replace(dots, 1, numbers);
}

Term make_term(const Array &x, const std::string &text) {
  bool dots = text.find(kDots) != std::string::npos;
  int64_t named = static_cast<int64_t>(text.size()) - dots;
  if (dots ? x.ndim() < named : x.ndim() != named)
    fail<ShapeError>(
        fmt::format("einsum: {} has {} dimensions, '{}' names {}", to_string(x.type()), x.ndim(), text, named));
  if (x.ndim() - named >= ' ') fail<ShapeError>("einsum: ... stands for too many dimensions");
  return {x, expand_dots(text, x.ndim() - named)};
}

// A letter that is repeated means the diagonal of its dimensions.
void take_diagonals(Term &t) {
  for (size_t i = 0; i < t.letters.size(); ++i) {
    size_t j = t.letters.find(t.letters[i], i + 1);
    if (j == std::string::npos) continue;
    char c = t.letters[i];
    int64_t a = static_cast<int64_t>(i), b = static_cast<int64_t>(j);
    if (t.x.shape(a) != t.x.shape(b))
      fail<ShapeError>(fmt::format("einsum: the sizes of '{}' differ in {} ({} vs {})", c, to_string(t.x.type()),
                                   t.x.shape(a), t.x.shape(b)));
    t.x = diagonal(t.x, 0, a, b);
    t.letters.erase(j, 1).erase(i, 1).push_back(c);
    i = static_cast<size_t>(-1);  // from the start: letters have moved
  }
}

// Dimensions of an ellipsis with size 1 are left out where another operand has more.
void drop_broadcast(std::vector<Term> &terms) {
  std::map<char, int64_t> most;
  for (const Term &t : terms)
    for (char c : t.letters)
      if (is_numbered(c)) most[c] = std::max(most[c], t.size(c));
  for (Term &t : terms)
    for (auto [c, size] : most)
      if (t.has(c) && t.size(c) == 1 && size > 1) {
        t.x = squeeze(t.x, t.dim(c));
        t.letters.erase(static_cast<size_t>(t.dim(c)), 1);
      }
}

// Sums over the letters that nothing else has.
void drop_private(Term &t, const std::string &kept) {
  std::vector<int64_t> dims;
  std::string rest;
  for (size_t i = 0; i < t.letters.size(); ++i)
    kept.find(t.letters[i]) == std::string::npos ? dims.push_back(static_cast<int64_t>(i))
                                                 : rest.push_back(t.letters[i]);
  if (dims.empty()) return;
  t.letters = rest;
  t.x = sum(t.x, Axes(dims));
}

std::string shown(char c) { return is_numbered(c) ? "..." : std::string(1, c); }

Term contract(Term a, Term b, const std::string &kept) {
  drop_private(a, b.letters + kept);
  drop_private(b, a.letters + kept);
  DotDimensions d;
  std::string batch, left, right;
  for (char c : a.letters) {
    if (!b.has(c)) {
      left += c;
      continue;
    }
    if (a.size(c) != b.size(c))
      fail<ShapeError>(fmt::format("einsum: the sizes of '{}' differ: {} and {} ({} vs {})", shown(c),
                                   to_string(a.x.type()), to_string(b.x.type()), a.size(c), b.size(c)));
    bool stays = kept.find(c) != std::string::npos;
    (stays ? d.lhs_batching : d.lhs_contracting).push_back(a.dim(c));
    (stays ? d.rhs_batching : d.rhs_contracting).push_back(b.dim(c));
    if (stays) batch += c;
  }
  for (char c : b.letters)
    if (!a.has(c)) right += c;
  return {dot_general(a.x, b.x, d), batch + left + right};
}

Array arrange(const Term &t, const std::string &want) {
  std::vector<int64_t> p;
  for (char c : want) p.push_back(t.dim(c));
  return std::is_sorted(p.begin(), p.end()) ? t.x : transpose(t.x, std::move(p));
}

// Without an arrow: first the ellipsis, then what appears once, in the order of the alphabet.
std::string implied_output(const std::vector<std::string> &inputs) {
  std::map<char, int> count;
  for (const std::string &s : inputs)
    for (char c : s) ++count[c];
  std::string out = count.contains(kDots) ? std::string(1, kDots) : "";
  for (auto [c, n] : count)
    if (c != kDots && n == 1) out += c;
  return out;
}

Array evaluate(std::string_view text, std::vector<Array> operands) {
  Equation e = parse(text, operands.size());
  std::vector<Term> terms;
  int64_t dots = 0;
  for (size_t i = 0; i < operands.size(); ++i) {
    terms.push_back(make_term(operands[i], e.inputs[i]));
    for (char c : terms.back().letters)
      if (is_numbered(c)) dots = std::max<int64_t>(dots, c);
    take_diagonals(terms.back());
  }
  std::string output = expand_dots(e.output ? *e.output : implied_output(e.inputs), dots);
  for (char c : output)
    if (std::none_of(terms.begin(), terms.end(), [c](const Term &t) { return t.has(c); }))
      fail<ShapeError>(fmt::format("einsum: no operand has the dimension '{}' of the result", shown(c)));
  drop_broadcast(terms);
  Term result = terms[0];
  for (size_t i = 1; i < terms.size(); ++i) {
    std::string kept = output;
    for (size_t j = i + 1; j < terms.size(); ++j) kept += terms[j].letters;
    result = contract(result, terms[i], kept);
  }
  drop_private(result, output);
  return arrange(result, output);
}

}  // namespace

Array einsum(std::string_view equation, std::span<const Array> operands, std::source_location line) {
  At at(line, operands);
  if (operands.empty()) fail<ShapeError>("einsum: there is no operand");
  return evaluate(equation, {operands.begin(), operands.end()});
}
Array einsum(std::string_view equation, const Operand &a) {
  At at(a);
  return evaluate(equation, {asarray(a)});
}
Array einsum(std::string_view equation, const Operand &a, const Operand &b) {
  At at(a, b);
  return evaluate(equation, {asarray(a), asarray(b)});
}
Array einsum(std::string_view equation, const Operand &a, const Operand &b, const Operand &c) {
  At at(a, b, c);
  return evaluate(equation, {asarray(a), asarray(b), asarray(c)});
}
Array einsum(std::string_view equation, const Operand &a, const Operand &b, const Operand &c, const Operand &d) {
  At at(a, b, c, d);
  return evaluate(equation, {asarray(a), asarray(b), asarray(c), asarray(d)});
}

}  // namespace fluxion

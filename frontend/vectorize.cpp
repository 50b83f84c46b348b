#include "fluxion/vectorize.h"

#include <map>

#include "frontend/ops_internal.h"

namespace fluxion::detail {

namespace {

[[noreturn]] void fail_to_parse(std::string_view text) {
  fail<ShapeError>(fmt::format("vectorize: \"{}\" is no signature: write it as \"(m,n),(n)->(m)\"", text));
}

// "(m,n),(n)" as lists of names.
std::vector<std::vector<std::string>> parse_lists(std::string_view list, std::string_view whole) {
  std::vector<std::vector<std::string>> out;
  bool inside = false;
  for (char c : list) {
    if (c == '(' && !inside) {
      inside = true;
      out.emplace_back();
    } else if (c == ')' && inside) {
      inside = false;
    } else if (c == ',' && inside && !out.back().empty()) {
      out.back().emplace_back();
    } else if (inside && (std::isalnum(static_cast<unsigned char>(c)) || c == '_')) {
      if (out.back().empty()) out.back().emplace_back();
      out.back().back() += c;
    } else if (c != ' ' && !(c == ',' && !inside)) {
      fail_to_parse(whole);
    }
  }
  if (inside) fail_to_parse(whole);
  for (const auto &names : out)
    for (const std::string &name : names)
      if (name.empty()) fail_to_parse(whole);
  return out;
}

}  // namespace

Signature parse_signature(std::string_view text, size_t operands) {
  if (text.empty()) return {std::vector<std::vector<std::string>>(operands), {{}}};
  size_t arrow = text.find("->");
  if (arrow == std::string_view::npos) fail_to_parse(text);
  Signature s{parse_lists(text.substr(0, arrow), text), parse_lists(text.substr(arrow + 2), text)};
  if (s.inputs.size() != operands)
    fail<ShapeError>(fmt::format("vectorize: \"{}\" describes {} operands, not {}", text, s.inputs.size(), operands));
  return s;
}

std::vector<Array> flatten_outer(const Signature &s, const std::vector<Array> &operands, Shape &outer) {
  std::map<std::string, int64_t> sizes;
  std::vector<Shape> leading;
  for (size_t i = 0; i < operands.size(); ++i) {
    const Array &x = operands[i];
    int64_t core = static_cast<int64_t>(s.inputs[i].size());
    if (x.ndim() < core)
      fail<ShapeError>(fmt::format("vectorize: {} has fewer than {} dimensions", to_string(x.type()), core));
    for (int64_t d = 0; d < core; ++d) {
      const std::string &name = s.inputs[i][static_cast<size_t>(d)];
      int64_t size = x.shape(d - core);
      auto [it, fresh] = sizes.emplace(name, size);
      bool fixed = std::isdigit(static_cast<unsigned char>(name[0]));
      if (it->second != size || (fixed && std::to_string(size) != name))
        fail<ShapeError>(fmt::format("vectorize: the sizes of '{}' differ: {} has {} ({} vs {})", name,
                                     to_string(x.type()), size, size, fixed ? name : std::to_string(it->second)));
    }
    leading.emplace_back(std::vector<int64_t>(x.shape().begin(), x.shape().end() - core));
  }
  outer = broadcast_shapes("vectorize", leading);
  std::vector<Array> flat;
  for (size_t i = 0; i < operands.size(); ++i) {
    std::vector<int64_t> wide = outer.sizes(), shape{outer.count()};
    for (int64_t d = leading[i].ndim(); d < operands[i].ndim(); ++d)
      wide.push_back(operands[i].shape(d)), shape.push_back(operands[i].shape(d));
    flat.push_back(reshape(broadcast_to(operands[i], Shape(wide)), shape));
  }
  return flat;
}

Array unflatten_outer(const Array &x, const Shape &outer) {
  std::vector<int64_t> shape = outer.sizes();
  shape.insert(shape.end(), x.shape().begin() + 1, x.shape().end());
  return reshape(x, shape);
}

}  // namespace fluxion::detail

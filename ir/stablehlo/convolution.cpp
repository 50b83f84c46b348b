// Convolutions.
#include "ir/stablehlo/importer.h"
#include "llvm/ADT/StringExtras.h"

namespace fluxion::ir::stablehlo {
namespace {

/// Where an array has its two named dimensions and its spatial ones.
struct Layout {
  int64_t first = -1, second = -1;  // batch and feature; of a kernel, output and input feature
  Sizes spatial;
  Sizes dimensions() const {  // [first, second, spatial…]
    Sizes p{first, second};
    p.append(spatial);
    return p;
  }
};

Layout parseLayout(mlir::Operation *op, llvm::StringRef text, char first, char second, size_t rank) {
  Layout layout;
  llvm::SmallVector<llvm::StringRef> words;
  text.split(words, ',');
  if (words.size() != rank || rank < 2)
    Importer::refuse(op, "a convolution's dimensions are not those of its operands");
  layout.spatial.assign(rank - 2, -1);
  for (auto [i, word] : llvm::enumerate(words)) {
    word = word.trim();
    size_t k = 0;
    if (word == llvm::StringRef(&first, 1))
      layout.first = static_cast<int64_t>(i);
    else if (word == llvm::StringRef(&second, 1))
      layout.second = static_cast<int64_t>(i);
    else if (word.getAsInteger(10, k) || k >= rank - 2)
      Importer::refuse(op, "'" + text + "' is no layout");
    else
      layout.spatial[k] = static_cast<int64_t>(i);
  }
  if (layout.first < 0 || layout.second < 0 || llvm::is_contained(layout.spatial, -1))
    Importer::refuse(op, "'" + text + "' is no layout");
  return layout;
}

Values convolution(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  const auto rank = static_cast<size_t>(tensorType(x[0]).getRank());
  if (rank < 2 || static_cast<size_t>(tensorType(x[1]).getRank()) != rank)
    in.refuse(op, "no convolution of " + str(x[0].getType()) + " and " + str(x[1].getType()));
  auto text = llvm::dyn_cast_if_present<mlir::OpaqueAttr>(attribute(op, "dimension_numbers"));
  if (!text) in.refuse(op, "a convolution has no dimension numbers");
  llvm::SmallVector<llvm::StringRef> lists;  // "conv<[b, f, 0, 1]x[o, i, 0, 1]->[b, f, 0, 1]>"
  for (llvm::StringRef rest = text.getAttrData(); rest.contains('[');) {
    auto [list, more] = rest.split('[').second.split(']');
    lists.push_back(list);
    rest = more;
  }
  if (lists.size() != 3) in.refuse(op, "a convolution has three layouts");
  const size_t n = rank - 2;
  const Sizes padding = paddingOf(op, n);
  Sizes low, high;
  for (size_t d = 0; d < n; ++d) {
    low.push_back(padding[2 * d]);
    high.push_back(padding[2 * d + 1]);
  }
  return {in.emit("fx.convolution", x,
                  {{"strides", in.list(integersOr(op, "window_strides", n, 1))},
                   {"low", in.list(low)},
                   {"high", in.list(high)},
                   {"lhs_dilation", in.list(integersOr(op, "lhs_dilation", n, 1))},
                   {"rhs_dilation", in.list(integersOr(op, "rhs_dilation", n, 1))},
                   {"reversal", in.list(integersOr(op, "window_reversal", n, 0))},
                   {"lhs_dims", in.list(parseLayout(op, lists[0], 'b', 'f', rank).dimensions())},
                   {"rhs_dims", in.list(parseLayout(op, lists[1], 'o', 'i', rank).dimensions())},
                   {"out_dims", in.list(parseLayout(op, lists[2], 'b', 'f', rank).dimensions())},
                   {"feature_groups", in.number(integer(op, "feature_group_count"))},
                   {"batch_groups", in.number(integer(op, "batch_group_count"))},
                   {"element", in.type(resultType(op).getElementType())}})};
}

}  // namespace

void addConvolutionRules(Rules &rules) { rules["stablehlo.convolution"] = convolution; }

}  // namespace fluxion::ir::stablehlo

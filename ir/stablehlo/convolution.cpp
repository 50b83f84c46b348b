// Convolutions as matrix products: the shifted copies of the input that the kernel's elements see, side by side.
#include "ir/stablehlo/importer.h"
#include "llvm/ADT/StringExtras.h"

namespace fluxion::ir::stablehlo {
namespace {

constexpr int64_t kMaxTaps = 4096;  // elements of a kernel; each becomes a slice

/// Where an array has its two named dimensions and its spatial ones.
struct Layout {
  int64_t first = -1, second = -1;  // batch and feature; of a kernel, output and input feature
  Sizes spatial;
  Sizes permutation() const {  // to [first, second, spatial…]
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

struct Convolution {
  Layout input, kernel, output;
  Sizes strides, low, high, inputDilation, kernelDilation, reversal;
  int64_t featureGroups, batchGroups;
};

Convolution read(mlir::Operation *op, size_t rank) {
  auto text = llvm::dyn_cast_if_present<mlir::OpaqueAttr>(attribute(op, "dimension_numbers"));
  if (!text) Importer::refuse(op, "a convolution has no dimension numbers");
  llvm::SmallVector<llvm::StringRef> lists;  // "conv<[b, f, 0, 1]x[o, i, 0, 1]->[b, f, 0, 1]>"
  for (llvm::StringRef rest = text.getAttrData(); rest.contains('[');) {
    auto [list, more] = rest.split('[').second.split(']');
    lists.push_back(list);
    rest = more;
  }
  if (lists.size() != 3) Importer::refuse(op, "a convolution has three layouts");
  const size_t n = rank - 2;
  Convolution c{parseLayout(op, lists[0], 'b', 'f', rank),
                parseLayout(op, lists[1], 'o', 'i', rank),
                parseLayout(op, lists[2], 'b', 'f', rank),
                integersOr(op, "window_strides", n, 1),
                {},
                {},
                integersOr(op, "lhs_dilation", n, 1),
                integersOr(op, "rhs_dilation", n, 1),
                integersOr(op, "window_reversal", n, 0),
                integer(op, "feature_group_count"),
                integer(op, "batch_group_count")};
  const Sizes padding = paddingOf(op, n);
  for (size_t d = 0; d < n; ++d) {
    c.low.push_back(padding[2 * d]);
    c.high.push_back(padding[2 * d + 1]);
    for (int64_t k : {c.strides[d], c.inputDilation[d], c.kernelDilation[d]})
      if (k < 1 || k > (1 << 30)) Importer::refuse(op, "a convolution has a stride or dilation that is not positive");
  }
  if (c.featureGroups < 1 || c.batchGroups < 1)
    Importer::refuse(op, "a convolution has a group count that is not positive");
  return c;
}

mlir::Value padded(Importer &in, mlir::Value x, const Convolution &c) {
  Sizes low{0, 0}, high{0, 0}, interior{0, 0};
  low.append(c.low);
  high.append(c.high);
  for (int64_t d : c.inputDilation) interior.push_back(d - 1);
  mlir::Value zero = in.splat(Tensor::get({}, elementType(x)), 0);
  return in.emit("fx.pad", {x, zero},
                 {{"low", in.list(low)}, {"high", in.list(high)}, {"interior", in.list(interior)}});
}

/// [taps, batch, feature, output spatial…]: for every element of the kernel, what it is multiplied by.
mlir::Value patches(Importer &in, mlir::Operation *op, mlir::Value x, llvm::ArrayRef<int64_t> kernel,
                    const Convolution &c) {
  const size_t n = kernel.size();
  Sizes output(shapeOf(x).take_front(2)), strides{1, 1};
  int64_t taps = 1;
  for (size_t d = 0; d < n; ++d) {
    const int64_t reach = (kernel[d] - 1) * c.kernelDilation[d] + 1, size = shapeOf(x)[d + 2];
    if (kernel[d] < 1 || size < reach) Importer::refuse(op, "no import for a convolution whose kernel fits nowhere");
    output.push_back((size - reach) / c.strides[d] + 1);
    strides.push_back(c.strides[d]);
    if ((taps *= kernel[d]) > kMaxTaps)
      Importer::refuse(op, "no import for a convolution whose kernel has more than 4096 elements");
  }
  Sizes row{1};
  row.append(output);
  Values rows;
  Sizes tap(n, 0);
  for (int64_t k = 0; k < taps; ++k) {
    Sizes starts{0, 0}, limits(output);
    for (size_t d = 0; d < n; ++d) {
      starts.push_back(tap[d] * c.kernelDilation[d]);
      limits[d + 2] = starts.back() + (output[d + 2] - 1) * c.strides[d] + 1;
    }
    rows.push_back(in.reshape(in.slice(x, starts, limits, strides), row));
    for (size_t d = n; d-- > 0 && ++tap[d] == kernel[d];) tap[d] = 0;
  }
  return in.emit("fx.concatenate", rows, {{"dimension", in.number(0)}});
}

/// x with dimension d, of groups·m elements, as [groups, m].
mlir::Value splitGroups(Importer &in, mlir::Operation *op, mlir::Value x, int64_t d, int64_t groups) {
  Sizes shape(shapeOf(x));
  if (shape[d] % groups != 0) Importer::refuse(op, "a convolution's groups do not divide " + str(x.getType()));
  shape[d] /= groups;
  shape.insert(shape.begin() + d, groups);
  return in.reshape(x, shape);
}

Values convolution(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 2);
  const int64_t rank = tensorType(x[0]).getRank();
  if (rank < 2 || tensorType(x[1]).getRank() != rank || llvm::isa<mlir::ComplexType>(elementType(x[0])))
    in.refuse(op, "no import for a convolution of " + str(x[0].getType()) + " and " + str(x[1].getType()));
  const Convolution c = read(op, static_cast<size_t>(rank));
  const int64_t groups = c.featureGroups * c.batchGroups;
  if (c.featureGroups > 1 && c.batchGroups > 1) in.refuse(op, "a convolution has groups of both kinds");
  mlir::Value input = in.emit("fx.transpose", {x[0]}, {{"permutation", in.list(c.input.permutation())}});
  mlir::Value kernel = in.emit("fx.transpose", {x[1]}, {{"permutation", in.list(c.kernel.permutation())}});
  Sizes reversed;
  for (auto [d, r] : llvm::enumerate(c.reversal))
    if (r) reversed.push_back(static_cast<int64_t>(d) + 2);
  if (!reversed.empty()) kernel = in.emit("fx.reverse", {kernel}, {{"dimensions", in.list(reversed)}});
  mlir::Value left = patches(in, op, padded(in, input, c), shapeOf(kernel).drop_front(2), c);
  // Grouped: left [taps, g, batch, feature, spatial…] or [taps, batch, g, feature, spatial…]; right [g, out, in, taps].
  const bool byFeature = c.batchGroups == 1;
  left = splitGroups(in, op, left, byFeature ? 2 : 1, groups);
  Sizes flat(shapeOf(kernel).take_front(2));
  flat.push_back(shapeOf(left)[0]);
  mlir::Value right = splitGroups(in, op, in.reshape(kernel, flat), 0, groups);
  mlir::Value y = in.emit("fx.dot_general", {left, right},
                          {{"lhs_batching", in.list({byFeature ? 2 : 1})},
                           {"rhs_batching", in.list({0})},
                           {"lhs_contracting", in.list({0, 3})},
                           {"rhs_contracting", in.list({3, 2})},
                           {"element", in.type(resultType(op).getElementType())}});
  // [g, batch, spatial…, out] becomes [batch, g·out, spatial…] and then what the output shall be.
  Sizes order{1, 0, rank};
  for (int64_t d = 2; d < rank; ++d) order.push_back(d);
  y = in.emit("fx.transpose", {y}, {{"permutation", in.list(order)}});
  Sizes shape(shapeOf(y));
  shape[1] *= shape[2];
  shape.erase(shape.begin() + 2);
  Sizes inverse(static_cast<size_t>(rank));
  for (auto [i, d] : llvm::enumerate(c.output.permutation())) inverse[d] = static_cast<int64_t>(i);
  return {in.emit("fx.transpose", {in.reshape(y, shape)}, {{"permutation", in.list(inverse)}})};
}

}  // namespace

void addConvolutionRules(Rules &rules) { rules["stablehlo.convolution"] = convolution; }

}  // namespace fluxion::ir::stablehlo

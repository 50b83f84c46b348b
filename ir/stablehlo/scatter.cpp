// Scatters: by a known combination, or by any body, which is applied to the updates one after the other.
#include "ir/ops/control.h"
#include "ir/stablehlo/importer.h"
#include "llvm/ADT/SetVector.h"

namespace fluxion::ir::stablehlo {
namespace {

struct Numbers {
  Sizes window, inserted, batching, indexBatching, map;  // StableHLO's, in its order
  int64_t vector;                                        // index_vector_dim

  explicit Numbers(mlir::Operation *op) {
    const Fields dims(op, "scatter_dimension_numbers");
    window = dims.list("update_window_dims");
    inserted = dims.list("inserted_window_dims");
    batching = dims.list("input_batching_dims");
    indexBatching = dims.list("scatter_indices_batching_dims");
    map = dims.list("scatter_dims_to_operand_dims");
    vector = dims.number("index_vector_dim");
  }
};

mlir::Value scatterBy(Importer &in, Combine kind, mlir::Value x, mlir::Value indices, mlir::Value update,
                      const Numbers &n, bool unique) {
  return in.emit("fx.scatter", {x, indices, update},
                 {{"kind", in.kind(kind)},
                  {"update_window_dims", in.list(n.window)},
                  {"inserted_window_dims", in.list(n.inserted)},
                  {"input_batching_dims", in.list(n.batching)},
                  {"scatter_indices_batching_dims", in.list(n.indexBatching)},
                  {"scatter_dims_to_operand_dims", in.list(n.map)},
                  {"index_vector_dim", in.number(n.vector)},
                  {"unique_indices", in.flag(unique)}});
}

/// What of x each update meets, shaped as the updates. Starts are clamped; where that changes them the update does not
/// count.
mlir::Value gatherFor(Importer &in, mlir::Value x, mlir::Value indices, mlir::Value update, const Numbers &n) {
  Sizes sizes;
  size_t next = 0;
  for (int64_t d = 0; d < tensorType(x).getRank(); ++d) {
    const bool whole = !llvm::is_contained(n.inserted, d) && !llvm::is_contained(n.batching, d);
    sizes.push_back(whole ? shapeOf(update)[n.window[next++]] : 1);
  }
  return in.emit("fx.gather", {x, indices},
                 {{"offset_dims", in.list(n.window)},
                  {"collapsed_slice_dims", in.list(n.inserted)},
                  {"operand_batching_dims", in.list(n.batching)},
                  {"start_indices_batching_dims", in.list(n.indexBatching)},
                  {"start_index_map", in.list(n.map)},
                  {"index_vector_dim", in.number(n.vector)},
                  {"slice_sizes", in.list(sizes)}});
}

/// Every update at once: right where no two of them meet.
Values updateTogether(Importer &in, mlir::Region &body, Inputs x, mlir::Value indices, Inputs updates,
                      const Numbers &n) {
  Values pairs;
  for (auto [a, u] : llvm::zip_equal(x, updates)) pairs.push_back(gatherFor(in, a, indices, u, n));
  pairs.append(updates.begin(), updates.end());
  Values combined = in.applyElementwise(body, pairs), results;
  for (auto [a, c] : llvm::zip_equal(x, combined))
    results.push_back(scatterBy(in, Combine::set, a, indices, c, n, true));
  return results;
}

/// Index vectors [number, components], those of batching dimensions made explicit.
mlir::Value indexRows(Importer &in, mlir::Value indices, const Numbers &n) {
  const int64_t rank = tensorType(indices).getRank();
  Sizes order;
  for (int64_t d = 0; d < rank; ++d)
    if (d != n.vector) order.push_back(d);
  Sizes shape;
  for (int64_t d : order) shape.push_back(shapeOf(indices)[d]);
  shape.push_back(n.vector < rank ? shapeOf(indices)[n.vector] : 1);
  if (n.vector < rank) order.push_back(n.vector);
  mlir::Value rows = in.reshape(in.emit("fx.transpose", {indices}, {{"permutation", in.list(order)}}), shape);
  Values columns{rows};
  Sizes column(shape);
  column.back() = 1;
  for (int64_t d : n.indexBatching)
    columns.push_back(in.iota(d - (d > n.vector ? 1 : 0), column, elementType(indices)));
  if (columns.size() > 1)
    rows = in.emit("fx.concatenate", columns, {{"dimension", in.number(static_cast<int64_t>(shape.size()) - 1)}});
  int64_t count = 1;
  for (int64_t size : llvm::ArrayRef(shape).drop_back()) count *= size;
  return in.reshape(rows, {count, shapeOf(rows).back()});
}

/// Updates [number, window…].
mlir::Value updateRows(Importer &in, mlir::Value update, int64_t count, const Numbers &n) {
  Sizes order, shape{count};
  for (int64_t d = 0; d < tensorType(update).getRank(); ++d)
    if (!llvm::is_contained(n.window, d)) order.push_back(d);
  for (int64_t d : n.window) {
    order.push_back(d);
    shape.push_back(shapeOf(update)[d]);
  }
  return in.reshape(in.emit("fx.transpose", {update}, {{"permutation", in.list(order)}}), shape);
}

/// One update after the other, in the order of their indices.
Values updateInTurn(Importer &in, mlir::Operation *op, Inputs x, mlir::Value indices, Inputs updates,
                    const Numbers &n) {
  mlir::Value rows = indexRows(in, indices, n);
  const int64_t count = shapeOf(rows)[0];
  Values operands(x);
  operands.push_back(rows);
  for (mlir::Value u : updates) operands.push_back(updateRows(in, u, count, n));
  Numbers one = n;
  one.window.clear();
  for (size_t d = 0; d < n.window.size(); ++d) one.window.push_back(static_cast<int64_t>(d));
  one.inserted.append(n.batching);
  llvm::sort(one.inserted);
  one.map.append(n.batching);
  one.batching.clear();
  one.indexBatching.clear();
  one.vector = 0;

  std::vector<std::unique_ptr<mlir::Region>> regions;
  regions.push_back(std::make_unique<mlir::Region>());
  {
    mlir::OpBuilder::InsertionGuard guard(in.builder());
    mlir::Block *block = in.builder().createBlock(regions[0].get());
    for (auto [i, v] : llvm::enumerate(operands)) {
      Tensor type = tensorType(v);
      if (i >= x.size()) type = Tensor::get(type.getShape().drop_front(), type.getElementType());
      block->addArgument(type, v.getLoc());
    }
    const Values arguments(block->args_begin(), block->args_end());
    const Inputs all(arguments);
    Values results = updateTogether(in, op->getRegion(0), all.take_front(x.size()), all[x.size()],
                                    all.drop_front(x.size() + 1), one);
    YieldOp::create(in.builder(), op->getLoc(), results);
  }
  return in.emitMany("fx.scan", operands,
                     {{"num_constants", in.number(0)},
                      {"num_carry", in.number(static_cast<int64_t>(x.size()))},
                      {"length", in.number(count)},
                      {"reverse", in.flag(false)}},
                     std::move(regions));
}

// The combination of operand i alone, if each result's body is one.
std::optional<llvm::SmallVector<Combine>> kindsOf(llvm::ArrayRef<std::string> body) {
  llvm::SmallVector<Combine> kinds;
  for (auto [i, text] : llvm::enumerate(body)) {
    auto kind = text == std::to_string(i + body.size()) ? Combine::set : combinationOf(text, i, i + body.size());
    if (!kind) return std::nullopt;
    kinds.push_back(*kind);
  }
  return kinds;
}

Values scatter(Importer &in, mlir::Operation *op, Inputs x) {
  const size_t n = op->getNumResults();
  if (op->getNumRegions() != 1 || n == 0 || x.size() != 2 * n + 1)
    in.refuse(op, "a scatter has arrays, indices, as many updates and one region");
  const auto body = expressions(op->getRegion(0));
  if (body.size() != n) in.refuse(op, "a scatter's region returns one value for each array");
  const Numbers numbers(op);
  const Inputs arrays = x.take_front(n), updates = x.drop_front(n + 1);
  const bool unique = boolean(op, "unique_indices", false);
  const auto kinds = kindsOf(body);
  // What fx.scatter checks holds for each of them, whatever the body; its result is not used where there is another.
  Values results;
  for (size_t i = 0; i < n; ++i)
    results.push_back(scatterBy(in, kinds ? (*kinds)[i] : Combine::set, arrays[i], x[n], updates[i], numbers, unique));
  if (kinds) return results;
  for (mlir::Value v : results) v.getDefiningOp()->erase();
  for (size_t i = 1; i < n; ++i)
    if (shapeOf(arrays[i]) != shapeOf(arrays[0]) || shapeOf(updates[i]) != shapeOf(updates[0]))
      in.refuse(op, "a scatter's arrays have one shape, and its updates");
  if (!in.captured(op).empty()) in.refuse(op, "no import for a scatter whose region uses values from outside");
  if (tensorType(updates[0]).getNumElements() == 0) return Values(arrays);
  return unique ? updateTogether(in, op->getRegion(0), arrays, x[n], updates, numbers)
                : updateInTurn(in, op, arrays, x[n], updates, numbers);
}

}  // namespace

void addScatterRules(Rules &rules) { rules["stablehlo.scatter"] = scatter; }

}  // namespace fluxion::ir::stablehlo

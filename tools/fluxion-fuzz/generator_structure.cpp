// The ops that are not elementwise: attributes are drawn so that most of what is tried is valid.
#include "ir/ops.h"
#include "tools/fluxion-fuzz/generator.h"

namespace fluxion::tools {
namespace {

using ir::shapeOf;
using ir::Sizes;
using mlir::Value;

mlir::Attribute list(Generator &g, llvm::ArrayRef<int64_t> n) { return g.builder().getDenseI64ArrayAttr(n); }
mlir::Attribute number(Generator &g, int64_t n) { return g.builder().getI64IntegerAttr(n); }
mlir::Attribute flag(Generator &g, bool b) { return g.builder().getBoolAttr(b); }
int64_t rankOf(Value v) { return ir::tensorType(v).getRank(); }
DType dtypeOf(Value v) { return ir::dtypeOf(ir::elementType(v)); }

// Some of 0 … n − 1, rising.
Sizes someOf(Generator &g, int64_t n) {
  Sizes some;
  for (int64_t i = 0; i < n; ++i)
    if (g.chance(2)) some.push_back(i);
  return some;
}
Sizes shuffled(Generator &g, int64_t n) {
  Sizes order;
  for (int64_t i = 0; i < n; ++i) order.insert(order.begin() + g.below(i + 1), i);
  return order;
}
Value withRank(Generator &g, int64_t least) {
  return g.anyWith([&](Value v) { return rankOf(v) >= least; });
}

// ---- movement

void broadcast(Generator &g) {
  Value x = g.any();
  Sizes shape, dims;
  for (int64_t n : shapeOf(x)) {
    while (g.chance(3)) shape.push_back(g.anySize());
    dims.push_back(static_cast<int64_t>(shape.size()));
    shape.push_back(n == 1 && g.chance(2) ? g.anySize() : n);
  }
  if (g.chance(2)) shape.push_back(g.anySize());
  g.append("fx.broadcast_in_dim", x, {{"dimensions", list(g, dims)}, {"shape", list(g, shape)}});
}

void reshape(Generator &g) {
  Value x = g.any();
  int64_t n = ir::tensorType(x).getNumElements();
  if (n == 0) return;
  Sizes shape;
  for (int64_t d : {2, 3, 4, 7, 16})
    if (n % d == 0 && n > d && g.chance(2)) shape.push_back(d), n /= d;
  shape.insert(shape.begin() + g.below(static_cast<int64_t>(shape.size()) + 1), n);
  if (g.chance(4)) shape.push_back(1);
  g.append("fx.reshape", x, {{"shape", list(g, shape)}});
}

void transpose(Generator &g) {
  Value x = g.any();
  g.append("fx.transpose", x, {{"permutation", list(g, shuffled(g, rankOf(x)))}});
}

void slice(Generator &g) {
  Value x = g.any();
  Sizes from, to, by;
  for (int64_t n : shapeOf(x)) {
    from.push_back(g.below(n + 1));
    to.push_back(from.back() + g.below(n - from.back() + 1));
    by.push_back(1 + g.below(3));
  }
  g.append("fx.slice", x, {{"starts", list(g, from)}, {"limits", list(g, to)}, {"strides", list(g, by)}});
}

void pad(Generator &g) {
  Value x = g.any();
  Sizes low, high, interior;
  for (int64_t n : shapeOf(x)) {
    low.push_back(g.below(4) - (n > 2 ? 1 : 0));
    high.push_back(g.below(4) - (n > 3 ? 1 : 0));
    interior.push_back(g.chance(4) ? 1 : 0);
  }
  g.append("fx.pad", {x, g.splat(ir::Tensor::get({}, ir::elementType(x)), 1)},
           {{"low", list(g, low)}, {"high", list(g, high)}, {"interior", list(g, interior)}});
}

void concatenate(Generator &g) {
  Value x = withRank(g, 1);
  if (!x) return;
  const int64_t d = g.below(rankOf(x));
  llvm::SmallVector<Value> parts{x};
  for (int64_t i = g.below(3); i >= 0; --i) {
    Sizes shape(shapeOf(x));
    shape[d] = g.anySize();
    parts.push_back(g.like(ir::Tensor::get(shape, ir::elementType(x))));
  }
  g.append("fx.concatenate", parts, {{"dimension", number(g, d)}});
}

void reverse(Generator &g) {
  Value x = g.any();
  g.append("fx.reverse", x, {{"dimensions", list(g, someOf(g, rankOf(x)))}});
}

void iota(Generator &g) {
  const Sizes shape = g.anyShape();
  if (shape.empty()) return;
  const DType d = g.anyDtype();
  if (d == DType::bool_) return;
  g.append("fx.iota", {},
           {{"dimension", number(g, g.below(static_cast<int64_t>(shape.size())))},
            {"shape", list(g, shape)},
            {"element", mlir::TypeAttr::get(ir::elementTypeOf(d, g.builder().getContext()))}});
}

void constant(Generator &g) { g.splat(g.tensor(g.anyDtype(), g.anyShape()), 0.25 * static_cast<double>(g.below(9))); }

void barrier(Generator &g) {
  Value x = g.any(), y = g.any();
  mlir::OpBuilder &b = g.builder();
  ir::OptimizationBarrierOp::create(b, g.loc(), mlir::TypeRange{x.getType(), y.getType()}, mlir::ValueRange{x, y});
}

// ---- reductions

mlir::Attribute combine(Generator &g, int64_t kinds) {
  return ir::CombineAttr::get(g.builder().getContext(), static_cast<ir::Combine>(g.below(kinds)));
}

void reduce(Generator &g) {
  Value x = g.bounded(g.any());
  if (!x) return;
  g.append("fx.reduce", x, {{"kind", combine(g, 7)}, {"dimensions", list(g, someOf(g, rankOf(x)))}});
}

void argReduce(Generator &g) {
  Value x = withRank(g, 1);
  if (!x) return;
  auto kind = ir::CombineAttr::get(g.builder().getContext(), g.chance(2) ? ir::Combine::maximum : ir::Combine::minimum);
  g.append("fx.arg_reduce", x, {{"kind", kind}, {"dimension", number(g, g.below(rankOf(x)))}});
}

void cumulative(Generator &g) {
  Value x = withRank(g, 1);
  if (!x || !(x = g.bounded(x))) return;
  g.append("fx.cumulative", x,
           {{"kind", combine(g, 7)}, {"dimension", number(g, g.below(rankOf(x)))}, {"reverse", flag(g, g.chance(2))}});
}

void dot(Generator &g) {
  Value x = g.bounded(g.any());
  if (!x || dtypeOf(x) == DType::bool_) return;
  const Sizes dims = shuffled(g, rankOf(x));
  const int64_t batch = g.below(std::min<int64_t>(rankOf(x), 2) + 1),
                contract = g.below(std::min<int64_t>(rankOf(x) - batch, 2) + 1);
  Sizes lb(dims.begin(), dims.begin() + batch), lc(dims.begin() + batch, dims.begin() + batch + contract);
  // The other operand: its dimensions in any order, with some of its own.
  Sizes sizes;
  for (int64_t i = 0; i < batch + contract; ++i) sizes.push_back(shapeOf(x)[dims[i]]);
  if (g.chance(2)) sizes.push_back(g.anySize());
  const Sizes order = shuffled(g, static_cast<int64_t>(sizes.size()));  // order[i]: where dimension i stands
  Sizes shape(sizes.size()), rb, rc;
  for (size_t i = 0; i < sizes.size(); ++i) {
    shape[order[i]] = sizes[i];
    if (static_cast<int64_t>(i) < batch)
      rb.push_back(order[i]);
    else if (static_cast<int64_t>(i) < batch + contract)
      rc.push_back(order[i]);
  }
  Value y = g.bounded(g.like(ir::Tensor::get(shape, ir::elementType(x))));
  if (!y) return;
  mlir::Type element = ir::elementType(x);
  if (dtypeOf(x) == DType::bf16 || dtypeOf(x) == DType::f16)
    if (g.has(DType::f32) && g.chance(2)) element = g.builder().getF32Type();
  g.append("fx.dot_general", {x, y},
           {{"lhs_batching", list(g, lb)},
            {"rhs_batching", list(g, rb)},
            {"lhs_contracting", list(g, lc)},
            {"rhs_contracting", list(g, rc)},
            {"element", mlir::TypeAttr::get(element)}});
}

// ---- positions at run time

DType indexDtype(Generator &g) { return g.has(DType::i64) && g.chance(3) ? DType::i64 : DType::i32; }

void dynamicSlice(Generator &g) {
  Value x = g.any();
  llvm::SmallVector<Value> operands{x};
  Sizes sizes;
  for (int64_t n : shapeOf(x)) {
    sizes.push_back(g.below(n + 1));
    operands.push_back(g.positions(g.tensor(DType::i32, {}), n));
  }
  g.append("fx.dynamic_slice", operands, {{"sizes", list(g, sizes)}});
}

void dynamicUpdateSlice(Generator &g) {
  Value x = g.any();
  Sizes sizes;
  for (int64_t n : shapeOf(x)) sizes.push_back(g.below(n + 1));
  llvm::SmallVector<Value> operands{x, g.like(ir::Tensor::get(sizes, ir::elementType(x)))};
  for (int64_t n : shapeOf(x)) operands.push_back(g.positions(g.tensor(DType::i32, {}), n));
  g.append("fx.dynamic_update_slice", operands);
}

/// What gather and scatter share: windows of an array, whose places are listed in an array of indices.
struct Windows {
  Sizes indexed;          // dimensions of the array that the indices name
  Sizes gone;             // of these, those that a window does not have
  Sizes sizes;            // of a window, in all dimensions
  Sizes batch;            // shape of the list
  int64_t vectorDim = 0;  // where the index vector stands in it
  Value indices;
};

Windows windows(Generator &g, Value x) {
  Windows w;
  w.indexed = someOf(g, rankOf(x));
  for (int64_t d = 0; d < rankOf(x); ++d) {
    const int64_t n = shapeOf(x)[d];
    const bool isIndexed = llvm::is_contained(w.indexed, d), isGone = isIndexed && n > 0 && g.chance(2);
    w.sizes.push_back(isGone ? 1 : isIndexed ? g.below(n + 1) : n);
    if (isGone) w.gone.push_back(d);
  }
  w.batch = g.anyShape(2);
  w.vectorDim = g.below(static_cast<int64_t>(w.batch.size()) + 1);
  Sizes shape(w.batch);
  shape.insert(shape.begin() + w.vectorDim, static_cast<int64_t>(w.indexed.size()));
  int64_t largest = 1;
  for (int64_t d : w.indexed) largest = std::max(largest, shapeOf(x)[d]);
  w.indices = g.positions(g.tensor(indexDtype(g), shape), largest);
  return w;
}

// Where a window's dimensions stand among those of the list.
Sizes offsets(Generator &g, const Windows &w) {
  const auto count = static_cast<int64_t>(w.sizes.size() - w.gone.size());
  Sizes all;
  for (int64_t i = 0; i < count + static_cast<int64_t>(w.batch.size()); ++i) all.push_back(i);
  while (static_cast<int64_t>(all.size()) > count) all.erase(all.begin() + g.below(static_cast<int64_t>(all.size())));
  return all;
}

void gather(Generator &g) {
  Value x = withRank(g, 1);
  if (!x) return;
  const Windows w = windows(g, x);
  g.append("fx.gather", {x, w.indices},
           {{"offset_dims", list(g, offsets(g, w))},
            {"collapsed_slice_dims", list(g, w.gone)},
            {"operand_batching_dims", list(g, {})},
            {"start_indices_batching_dims", list(g, {})},
            {"start_index_map", list(g, w.indexed)},
            {"index_vector_dim", number(g, w.vectorDim)},
            {"slice_sizes", list(g, w.sizes)}});
}

void scatter(Generator &g) {
  Value x = withRank(g, 1);
  if (!x || !(x = g.bounded(x))) return;
  const Windows w = windows(g, x);
  const Sizes places = offsets(g, w);
  Sizes shape(w.batch.size() + places.size());
  size_t window = 0, batch = 0;
  Sizes kept;
  for (size_t d = 0; d < w.sizes.size(); ++d)
    if (!llvm::is_contained(w.gone, static_cast<int64_t>(d))) kept.push_back(w.sizes[d]);
  for (size_t i = 0; i < shape.size(); ++i)
    shape[i] = llvm::is_contained(places, static_cast<int64_t>(i)) ? kept[window++] : w.batch[batch++];
  int64_t count = 1;
  for (int64_t n : shape) count *= n;
  if (count > 4000) return;
  Value updates = g.bounded(g.like(ir::Tensor::get(shape, ir::elementType(x))));
  if (!updates) return;
  g.append("fx.scatter", {x, w.indices, updates},
           {{"kind", combine(g, 8)},
            {"update_window_dims", list(g, places)},
            {"inserted_window_dims", list(g, w.gone)},
            {"input_batching_dims", list(g, {})},
            {"scatter_indices_batching_dims", list(g, {})},
            {"scatter_dims_to_operand_dims", list(g, w.indexed)},
            {"index_vector_dim", number(g, w.vectorDim)},
            {"unique_indices", flag(g, false)}});
}

void sort(Generator &g) {
  Value x = withRank(g, 1);
  if (!x) return;
  llvm::SmallVector<Value> operands{x};
  for (int64_t i = g.below(3); i > 0; --i) operands.push_back(g.like(g.tensor(g.anyDtype(), shapeOf(x))));
  g.append("fx.sort", operands,
           {{"dimension", number(g, g.below(rankOf(x)))},
            {"is_stable", flag(g, true)},
            {"descending", flag(g, g.chance(2))}});
}

// ---- control flow

llvm::SmallVector<Value> someValues(Generator &g, int64_t most) {
  llvm::SmallVector<Value> values;
  for (int64_t i = g.below(most) + 1; i > 0; --i) values.push_back(g.any());
  return values;
}
llvm::SmallVector<ir::Tensor> typesOf(llvm::ArrayRef<Value> values) {
  return llvm::map_to_vector(values, [](Value v) { return ir::tensorType(v); });
}
std::vector<std::unique_ptr<mlir::Region>> regions(std::unique_ptr<mlir::Region> first,
                                                   std::unique_ptr<mlir::Region> second = nullptr) {
  std::vector<std::unique_ptr<mlir::Region>> all;
  all.push_back(std::move(first));
  if (second) all.push_back(std::move(second));
  return all;
}

// Adds an op with regions, whose result types are given.
void appendControl(Generator &g, llvm::StringRef name, mlir::ValueRange operands,
                   llvm::ArrayRef<std::pair<llvm::StringRef, mlir::Attribute>> attributes,
                   std::vector<std::unique_ptr<mlir::Region>> bodies) {
  g.append(name, operands, attributes, std::move(bodies));
}

void branch(Generator &g) {
  if (g.depth() > 1) return;
  llvm::SmallVector<Value> inputs = someValues(g, 3);
  llvm::SmallVector<ir::Tensor> results = typesOf(someValues(g, 2));
  mlir::ValueRange range(inputs);
  auto first = g.region(range.getTypes(), results, 3), second = g.region(range.getTypes(), results, 3);
  llvm::SmallVector<Value> operands{g.positions(g.tensor(DType::i32, {}), 2)};
  operands.append(inputs);
  appendControl(g, "fx.case", operands, {}, regions(std::move(first), std::move(second)));
}

void scan(Generator &g) {
  if (g.depth() > 1) return;
  const int64_t length = g.below(5);
  llvm::SmallVector<Value> inputs = someValues(g, 2);  // constants
  const auto constants = static_cast<int64_t>(inputs.size());
  llvm::SmallVector<Value> carries;
  for (Value v : someValues(g, 2))
    if (Value x = g.bounded(v)) carries.push_back(x);
  inputs.append(carries);
  llvm::SmallVector<mlir::Type> arguments;
  for (Value v : inputs) arguments.push_back(v.getType());
  for (int64_t i = g.below(2); i >= 0; --i) {
    const DType d = g.anyDtype();
    const Sizes slice = g.anyShape(2);
    Sizes shape(slice);
    shape.insert(shape.begin(), length);
    arguments.push_back(g.tensor(d, slice));
    inputs.push_back(g.like(g.tensor(d, shape)));
  }
  llvm::SmallVector<ir::Tensor> results = typesOf(carries);
  if (g.chance(2)) results.push_back(g.tensor(g.anyDtype(), g.anyShape(2)));
  appendControl(g, "fx.scan", inputs,
                {{"num_constants", number(g, constants)},
                 {"num_carry", number(g, static_cast<int64_t>(carries.size()))},
                 {"length", number(g, length)},
                 {"reverse", flag(g, g.chance(2))}},
                regions(g.region(arguments, results, 3)));
}

// While a count is less than a small number: the count is the last carry.
void loop(Generator &g) {
  if (g.depth() > 1) return;
  llvm::SmallVector<Value> carries;
  for (Value v : someValues(g, 2))
    if (Value x = g.bounded(v)) carries.push_back(x);
  ir::Tensor counter = g.tensor(DType::i32, {});
  carries.push_back(g.splat(counter, 0));
  mlir::TypeRange types = mlir::ValueRange(carries).getTypes();
  const int64_t last = static_cast<int64_t>(carries.size()) - 1;
  auto condition = std::make_unique<mlir::Region>();
  mlir::OpBuilder &b = g.builder();
  auto body = g.region(types, typesOf(carries), 3);
  {
    mlir::OpBuilder::InsertionGuard guard(b);
    mlir::Block &block = condition->emplaceBlock();
    for (mlir::Type t : types) block.addArgument(t, g.loc());
    b.setInsertionPointToEnd(&block);
    Value limit = ir::ConstantOp::create(
        b, g.loc(), counter,
        mlir::DenseElementsAttr::get(counter, llvm::ArrayRef<int32_t>{static_cast<int32_t>(g.below(4))}));
    Value less = ir::CompareOp::create(b, g.loc(), ir::Comparison::LT, block.getArgument(last), limit);
    ir::YieldOp::create(b, g.loc(), less);
    // The body counts.
    mlir::Operation *yield = body->front().getTerminator();
    b.setInsertionPoint(yield);
    Value one =
        ir::ConstantOp::create(b, g.loc(), counter, mlir::DenseElementsAttr::get(counter, llvm::ArrayRef<int32_t>{1}));
    yield->setOperand(static_cast<unsigned>(last),
                      ir::AddOp::create(b, g.loc(), body->front().getArgument(static_cast<unsigned>(last)), one));
  }
  appendControl(g, "fx.while", carries, {{"num_constants", number(g, 0)}},
                regions(std::move(condition), std::move(body)));
}

}  // namespace

std::vector<Generator::Step> structureSteps() {
  return {broadcast, reshape, transpose, slice,     pad,        concatenate, reverse, iota,         constant,
          barrier,   reduce,  reduce,    argReduce, cumulative, dot,         dot,     dynamicSlice, dynamicUpdateSlice,
          gather,    gather,  scatter,   scatter,   sort,       branch,      scan,    loop};
}

}  // namespace fluxion::tools

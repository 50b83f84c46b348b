#include "codegen/loops/emitter.h"

#include "codegen/lower/elementwise.h"
#include "ir/ops/complex.h"
#include "llvm/ADT/STLExtras.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

namespace fluxion::codegen {

namespace arith = mlir::arith;
namespace LLVM = mlir::LLVM;
using ir::IndexExpr;
using ir::IndexVariable;
using ir::IndexVector;
using ir::shapeOf;

namespace {

// Ops whose results have no more digits than their operands.
bool isExact(mlir::Operation *op) {
  return mlir::isa<ir::NegateOp, ir::AbsOp, ir::SignOp, ir::MaximumOp, ir::MinimumOp, ir::ClampOp, ir::SelectOp,
                   ir::FloorOp, ir::CeilOp, ir::RoundNearestEvenOp, ir::RoundNearestAfzOp, ir::RemainderOp,
                   ir::ConvertOp, ir::BitcastConvertOp, ir::StopGradientOp>(op);
}

auto ordered(const IndexExpr &e) { return std::tie(e.constant, e.terms); }

bool less(const IndexVector &a, const IndexVector &b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](const IndexExpr &x, const IndexExpr &y) { return ordered(x) < ordered(y); });
}

}  // namespace

bool Emitter::Key::operator<(const Key &o) const {
  if (value != o.value) return value < o.value;
  if (part != o.part) return part < o.part;
  if (!(at == o.at)) return less(at, o.at);
  return std::lexicographical_compare(guards.begin(), guards.end(), o.guards.begin(), o.guards.end(),
                                      [](const auto &x, const auto &y) {
                                        return std::tie(x.second, x.first.constant, x.first.terms) <
                                               std::tie(y.second, y.first.constant, y.first.terms);
                                      });
}

// Emits where a frame's values belong: before the loop that was opened in it.
struct AtFrame {
  AtFrame(Emitter &e, size_t frame) : guard(e.b) {
    if (auto *anchor = e.frames_[frame].anchor) e.b.setInsertionPoint(anchor);
  }
  mlir::OpBuilder::InsertionGuard guard;
};

Emitter::Emitter(mlir::OpBuilder &builder, KernelLoops &loops, mlir::Block &body, llvm::ArrayRef<mlir::Value> pointers,
                 int64_t width)
    : b(builder), loc(builder.getUnknownLoc()), loops(loops), width(width), body_(body) {
  for (auto [argument, pointer] : llvm::zip(body.getArguments(), pointers)) pointers_[argument] = pointer;
  frames_.emplace_back();
}

mlir::Value Emitter::constant(int64_t v) { return arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(v)); }

void Emitter::setIndex(int variable, mlir::Value index) {
  frames_.back().indices[variable] = index;
  frames_.back().known |= uint64_t{1} << variable;
}

void Emitter::inside(mlir::Operation *op, mlir::Block &block, llvm::function_ref<void()> body) {
  mlir::OpBuilder::InsertionGuard guard(b);
  const size_t depth = frames_.size();
  llvm::SmallVector<size_t> open;
  for (size_t f = 0; f < depth; ++f)
    if (!frames_[f].anchor) open.push_back(f);
  for (size_t f : open) frames_[f].anchor = op;
  frames_.emplace_back();
  frames_.back().known = frames_[depth - 1].known;
  if (!block.empty() && block.back().hasTrait<mlir::OpTrait::IsTerminator>())
    b.setInsertionPoint(&block.back());
  else
    b.setInsertionPointToEnd(&block);
  body();
  frames_.pop_back();
  for (size_t f : open) frames_[f].anchor = nullptr;
}

llvm::SmallVector<mlir::Value> Emitter::loop(mlir::Value low, mlir::Value high, int64_t step, mlir::ValueRange carried,
                                             Body body) {
  auto loop = mlir::scf::ForOp::create(b, loc, low, high, constant(step), carried);
  inside(loop, *loop.getBody(), [&] {
    auto next = body(loop.getInductionVar(), loop.getRegionIterArgs());
    if (!carried.empty()) mlir::scf::YieldOp::create(b, loc, next);
  });
  return llvm::map_to_vector(loop.getResults(), [](mlir::OpResult r) { return mlir::Value(r); });
}

void Emitter::frame(llvm::function_ref<void()> body) {
  frames_.emplace_back();
  frames_.back().known = frames_[frames_.size() - 2].known;
  body();
  frames_.pop_back();
}

Emitter::Row Emitter::row(llvm::function_ref<void()> set) {
  Row row;
  frame([&] {
    set();
    row.frame = std::move(frames_.back());
    frames_.back() = Frame();
  });
  return row;
}

void Emitter::inRow(Row &row, llvm::function_ref<void()> body) {
  const size_t results = resultFrame_;
  const uint64_t known = frames_.back().known;
  row.frame.anchor = frames_[results].anchor;
  frames_.push_back(std::move(row.frame));
  resultFrame_ = frames_.size() - 1;
  frames_.emplace_back();
  frames_.back().known = known | frames_[resultFrame_].known;
  body();
  frames_.pop_back();
  row.frame = std::move(frames_.back());
  frames_.pop_back();
  resultFrame_ = results;
}

uint64_t Emitter::laneBit() const { return loops.lane < 0 ? 0 : uint64_t{1} << loops.loops[loops.lane].variable; }

size_t Emitter::frameFor(uint64_t used) const {
  for (size_t f = 0; f < frames_.size(); ++f)
    if (!(used & ~frames_[f].known)) return f;
  llvm_unreachable("an index uses a loop that is not open");
}

bool Emitter::dependsOnLane(const IndexExpr &e) const { return loops.space.loops(e) & laneBit(); }

bool Emitter::usesResults(mlir::Value v) {
  auto *op = v.getDefiningOp();
  if (!op) return false;
  if (!ir::isElementMap(op)) return true;
  if (auto it = usesResults_.find(v); it != usesResults_.end()) return it->second;
  bool uses = llvm::any_of(op->getOperands(), [&](mlir::Value x) { return usesResults(x); });
  return usesResults_[v] = uses;
}

bool Emitter::usesResults(const IndexExpr &e) {
  return llvm::any_of(e.terms, [&](auto term) {
    const IndexVariable &v = loops.space[term.first];
    return v.kind == IndexVariable::Kind::loaded ? usesResults(v.source) : usesResults(v.of);
  });
}

mlir::Value Emitter::memoise(void *key, const IndexVector &at, const Guards &guards, uint64_t used, bool usesResults,
                             llvm::function_ref<mlir::Value()> make) {
  size_t frame = frameFor(used);
  if (usesResults) frame = std::max(frame, resultFrame_);
  Key k{key, at, {}, used & laneBit() ? part_ : -1};
  for (const ir::IndexGuard &g : guards) k.guards.push_back({g.expr, g.size});
  if (auto it = frames_[frame].memo.find(k); it != frames_[frame].memo.end()) return it->second;
  AtFrame place(*this, frame);
  mlir::Value made = make();
  frames_[frame].memo[k] = made;
  return made;
}

mlir::Value Emitter::vectorOf(mlir::Value v) {
  if (mlir::isa<mlir::VectorType>(v.getType())) return v;
  return mlir::vector::BroadcastOp::create(b, loc, mlir::VectorType::get({width}, v.getType()), v);
}

mlir::Value Emitter::firstLanes(int64_t count) {
  llvm::SmallVector<bool> bits;
  for (int64_t i = 0; i < width; ++i) bits.push_back(i < count);
  auto type = mlir::VectorType::get({width}, b.getI1Type());
  return arith::ConstantOp::create(b, loc, mlir::DenseElementsAttr::get(type, llvm::ArrayRef<bool>(bits)));
}

mlir::Value Emitter::firstLanes(mlir::Value count) {
  llvm::SmallVector<int32_t> numbers;
  for (int32_t i = 0; i < width; ++i) numbers.push_back(i);
  auto type = mlir::VectorType::get({width}, b.getI32Type());
  mlir::Value lanes =
      arith::ConstantOp::create(b, loc, mlir::DenseElementsAttr::get(type, llvm::ArrayRef<int32_t>(numbers)));
  mlir::Value n = vectorOf(arith::TruncIOp::create(b, loc, b.getI32Type(), count));
  return arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt, lanes, n);
}

// ---- values

mlir::Value Emitter::value(mlir::Value v, const IndexVector &at, const Guards &guards) {
  if (auto it = reduced.find(v); it != reduced.end()) return it->second[it->second.size() > 1 ? part_ : 0];
  uint64_t used = loops.space.loops(at);
  for (const ir::IndexGuard &g : guards) used |= loops.space.loops(g.expr);
  bool late = usesResults(v) || llvm::any_of(at, [&](const IndexExpr &e) { return usesResults(e); });
  return memoise(v.getAsOpaquePointer(), at, guards, used, late, [&] { return emit(v, at, guards); });
}

mlir::Value Emitter::emit(mlir::Value v, const IndexVector &at, const Guards &guards) {
  if (auto it = stored.find(v); it != stored.end() && loops.space.linear(at, shapeOf(v)) == loops.whole) {
    mlir::Value x = load(it->second.pointer, it->second.element, it->second.position);
    return v.getDefiningOp<ir::DotGeneralOp>() ? rounded(b, loc, x, ir::elementType(v)) : x;
  }
  auto *op = v.getDefiningOp();
  if (!op) {
    IndexExpr position = loops.space.linear(at, shapeOf(v));
    for (const TileOf &t : tiles_)
      if (t.input == v && t.position == position && guards.empty()) return loadTile(t.tile, ir::elementType(v));
    return load(pointers_.lookup(v), ir::elementType(v), position, guards);
  }
  if (auto splat = mlir::dyn_cast<ir::ConstantOp>(op)) {
    mlir::Type type = computeType(ir::elementType(v));
    auto attribute = mlir::cast<mlir::DenseElementsAttr>(splat.getValue());
    if (auto f = mlir::dyn_cast<mlir::FloatType>(attribute.getElementType())) {
      llvm::APFloat value = attribute.getSplatValue<llvm::APFloat>();
      bool inexact;
      value.convert(mlir::cast<mlir::FloatType>(type).getFloatSemantics(), llvm::APFloat::rmNearestTiesToEven,
                    &inexact);
      return arith::ConstantOp::create(b, loc, b.getFloatAttr(type, value));
    }
    return arith::ConstantOp::create(b, loc, b.getIntegerAttr(type, attribute.getSplatValue<llvm::APInt>()));
  }
  if (auto iota = mlir::dyn_cast<ir::IotaOp>(op)) {
    const IndexExpr &e = at[iota.getDimension()];
    mlir::Value i = dependsOnLane(e) ? indexLanes(e) : index(e);
    return emitConvert(b, loc, i, mlir::getElementTypeOrSelf(i.getType()), ir::elementType(v));
  }
  if (mlir::isa<ir::PadOp, ir::ConcatenateOp>(op)) return emitSelects(op, at, guards);
  llvm::SmallVector<ir::ElementSource, 4> sources;
  ir::elementSources(op, loops.space, at, sources);
  llvm::SmallVector<mlir::Value, 3> args;
  bool vectors = false;
  for (const ir::ElementSource &s : sources) {
    if (s.index) continue;
    args.push_back(value(op->getOperand(s.operand), s.at, guards));
    vectors |= mlir::isa<mlir::VectorType>(args.back().getType());
  }
  if (mlir::isa<ir::ArgReduceOp>(op)) return arith::ConstantOp::create(b, loc, b.getI32IntegerAttr(0));
  if (!mlir::isa<ir::ElementwiseInterface>(op)) return args[0];
  if (mlir::isa<ir::RealOp, ir::ImagOp>(op)) return partOf(args[0], mlir::isa<ir::ImagOp>(op));
  if (mlir::isa<ir::ComplexOp>(op)) return pairOf(args[0], args[1]);
  if (vectors)
    for (mlir::Value &arg : args) arg = vectorOf(arg);
  mlir::Value y = emitElementwise(b, op, args);
  if (!y) {
    failed = op;
    y = arith::ConstantOp::create(b, loc,
                                  b.getZeroAttr(shapedLike(args[0].getType(), computeType(ir::elementType(v)))));
  }
  // Every op rounds, as JAX's do: 1 + tanh x in bf16 is not what it is in f32.
  return isExact(op) ? y : rounded(b, loc, y, ir::elementType(v));
}

// pad and concatenate: of several sources the one whose guards hold.
mlir::Value Emitter::emitSelects(mlir::Operation *op, const IndexVector &at, const Guards &guards) {
  llvm::SmallVector<ir::ElementSource, 4> sources;
  ir::elementSources(op, loops.space, at, sources);
  // Without a guard a source is the value, always; the padding value is the last resort of pad.
  mlir::Value chosen;
  for (ir::ElementSource &s : llvm::reverse(sources)) {
    bool never = llvm::any_of(s.guards, [&](const ir::IndexGuard &g) {
      ir::IndexRange r = loops.space.range(g.expr);
      return r.high < 0 || r.low >= g.size;
    });
    if (never && chosen) continue;
    Guards all = guards;
    all.append(s.guards);
    mlir::Value x = value(op->getOperand(s.operand), s.at, all);
    if (!chosen || s.guards.empty()) {
      chosen = x;
      continue;
    }
    mlir::Value condition = allOf(s.guards);
    bool vectors = false;
    for (mlir::Value part : {condition, x, chosen}) vectors |= mlir::isa<mlir::VectorType>(part.getType());
    bool vectorCondition = mlir::isa<mlir::VectorType>(condition.getType());
    if (vectors) x = vectorOf(x), chosen = vectorOf(chosen);
    if (vectors && !vectorCondition) condition = vectorOf(condition);
    chosen = arith::SelectOp::create(b, loc, condition, x, chosen);
  }
  return chosen;
}

mlir::Value Emitter::guardValue(const ir::IndexGuard &g) {
  IndexVector key{g.expr, IndexExpr{g.size, {}}};
  return memoise(nullptr, key, {}, loops.space.loops(g.expr), usesResults(g.expr), [&]() -> mlir::Value {
    mlir::Value i = dependsOnLane(g.expr) ? indexLanes(g.expr) : index(g.expr);
    ir::IndexRange r = loops.space.range(g.expr);
    if (r.low < 0)  // one unsigned comparison for both bounds
      return arith::CmpIOp::create(b, loc, arith::CmpIPredicate::ult, i, integerOf(b, loc, i.getType(), g.size));
    return arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt, i, integerOf(b, loc, i.getType(), g.size));
  });
}

mlir::Value Emitter::allOf(const Guards &guards) {
  mlir::Value all;
  for (const ir::IndexGuard &g : guards) {
    mlir::Value one = guardValue(g);
    if (!all) {
      all = one;
      continue;
    }
    if (mlir::isa<mlir::VectorType>(one.getType()) || mlir::isa<mlir::VectorType>(all.getType()))
      one = vectorOf(one), all = vectorOf(all);
    all = arith::AndIOp::create(b, loc, all, one);
  }
  return all;
}

}  // namespace fluxion::codegen

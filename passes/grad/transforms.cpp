// jvp, vjp, linearize and transpose of whole functions. All begin with forward differentiation in a copy: jvp returns
// it, linearize splits it, and the others transpose its linear part.
#include "passes/transforms.h"

#include "llvm/ADT/DenseSet.h"
#include "passes/attention/raise.h"
#include "passes/grad/absorb.h"
#include "passes/grad/backward.h"
#include "passes/grad/control.h"
#include "passes/grad/grad.h"
#include "passes/host.h"

namespace fluxion::passes {

using llvm::SmallVector;
using mlir::failure;
using mlir::FailureOr;
using mlir::func::FuncOp;
using Values = SmallVector<Value>;

namespace {

Func emptyFunction(mlir::Location loc, const llvm::Twine &name) {
  mlir::OpBuilder builder(loc.getContext());
  return FuncOp::create(builder, loc, name.str(), builder.getFunctionType({}, {}));
}

// Sets what the function returns, removes what that does not need, and brings the function's type in line.
void finish(FuncOp f, llvm::ArrayRef<Value> results) {
  mlir::Block &body = f.getBody().front();
  mlir::Operation *terminator = body.getTerminator();
  terminator->setOperands(results);
  eraseDead(body);
  f.removeArgAttrsAttr();
  f.removeResAttrsAttr();
  f.setType(mlir::FunctionType::get(f.getContext(), body.getArgumentTypes(), terminator->getOperandTypes()));
}

// A function, differentiated: after its arguments stand the tangents of those in `wrt`.
struct Differentiated {
  Func f;
  Values results, tangents;  // of the floating-point results; null is zero
  size_t arguments = 0;
  SmallVector<mlir::Type> types;  // of the floating-point results

  mlir::Block &body() { return f->getBody().front(); }
  Values tangentArguments() { return Values(body().getArguments().drop_front(arguments)); }
  // For those who compute the tangents; what is transposed sees to its zeros afterwards.
  void absorb(bool compares) { absorbZeros(body(), tangentArguments(), tangents, compares); }
  Values zeroed() { return materialized(body(), tangents, types); }
};

mlir::LogicalResult checkWrt(FuncOp f, llvm::ArrayRef<int64_t> wrt) {
  int64_t n = f.getNumArguments();
  llvm::SmallDenseSet<int64_t> seen;
  for (int64_t i : wrt) {
    if (!seen.insert(i).second) return f.emitError("grad: argument ") << i << " is named twice";
    if (i < 0 || i >= n) return f.emitError("grad: there is no argument ") << i << " (" << n << " arguments)";
    mlir::Type type = f.getArgument(static_cast<unsigned>(i)).getType();
    if (!isDifferentiable(type))
      return f.emitError("grad: argument ") << i << " is " << ir::str(type) << ", which has no derivative";
  }
  return mlir::success();
}

FailureOr<Differentiated> differentiate(Func f, llvm::ArrayRef<int64_t> wrt, const JvpRules &rules, Mode mode,
                                        llvm::StringRef suffix) {
  if (failed(checkWrt(*f, wrt))) return failure();
  Differentiated d;
  d.f = std::move(f);
  d.f->setName((d.f->getName() + suffix).str());
  mlir::Block &body = d.body();
  eraseDead(body);
  d.arguments = body.getNumArguments();
  Forward forward(rules, mode);
  for (int64_t i : wrt) {
    mlir::BlockArgument x = body.getArgument(static_cast<unsigned>(i));
    forward.set(x, body.addArgument(x.getType(), x.getLoc()));
  }
  if (failed(forward.run(body))) return failure();
  d.results = Values(body.getTerminator()->getOperands());
  for (Value y : d.results) {
    if (!isDifferentiable(y.getType())) continue;
    d.tangents.push_back(forward.tangent(y));
    d.types.push_back(y.getType());
  }
  return d;
}

// Replaces the linear part of d by its transpose, and the tangents' arguments by cotangents of the results; gives the
// cotangents of the former.
FailureOr<Values> transposeInPlace(Differentiated &d, const TransposeRules &rules) {
  mlir::Block &body = d.body();
  Values arguments = d.tangentArguments();
  Backward backward(rules);
  for (Value v : arguments) backward.markLinear(v);
  for (auto [tangent, type] : llvm::zip_equal(d.tangents, d.types)) {
    Value ct = body.addArgument(type, d.f->getLoc());
    if (tangent) backward.seed(tangent, ct);
  }
  if (failed(backward.run(body))) return failure();
  Values cotangents = llvm::map_to_vector<6>(arguments, [&](Value v) { return backward.cotangent(v); });
  cotangents = materialized(body, cotangents, mlir::ValueRange(arguments).getTypes());
  body.eraseArguments(static_cast<unsigned>(d.arguments), static_cast<unsigned>(arguments.size()));
  return cotangents;
}

}  // namespace

namespace {

// A copy in which attention is found before it is differentiated: its derivative then needs no weights that were
// stored. Where zeros are numbers like others, weights of 0 are, too, and no key is left out.
Func withAttention(FuncOp f, const JvpRules &rules) {
  Func copy(f.clone());
  if (!rules.absorbsZeros || !mayAttend(f)) return copy;
  eraseDead(copy->getBody().front());  // what nobody needs may use the values in between
  raiseAttention(*copy);
  return copy;
}

}  // namespace

FailureOr<Func> jvp(FuncOp f, llvm::ArrayRef<int64_t> wrt, const Rules &rules) {
  auto d = differentiate(withAttention(f, rules.jvp), wrt, rules.jvp, Mode::jvp, ".jvp");
  if (failed(d)) return failure();
  if (rules.jvp.absorbsZeros) d->absorb(/*compares=*/true);
  Values results = d->results;
  llvm::append_range(results, d->zeroed());
  finish(*d->f, results);
  return std::move(d->f);
}

FailureOr<Func> vjp(FuncOp f, llvm::ArrayRef<int64_t> wrt, const Rules &rules) {
  auto d = differentiate(withAttention(f, rules.jvp), wrt, rules.jvp, Mode::linearize, ".vjp");
  if (failed(d)) return failure();
  auto cotangents = transposeInPlace(*d, rules.transpose);
  if (failed(cotangents)) return failure();
  Values results = d->results;
  llvm::append_range(results, *cotangents);
  finish(*d->f, results);
  return std::move(d->f);
}

FailureOr<Linearized> linearize(FuncOp f, llvm::ArrayRef<int64_t> wrt, const Rules &rules) {
  auto d = differentiate(withAttention(f, rules.jvp), wrt, rules.jvp, Mode::linearize, ".known");
  if (failed(d)) return failure();
  if (rules.jvp.absorbsZeros) d->absorb(/*compares=*/false);
  Values results = d->results;
  llvm::append_range(results, d->zeroed());
  finish(*d->f, results);  // before the split, so that nothing unused is kept for the linear part
  Split parts = split(d->body(), d->arguments, d->results.size());
  results = Values(d->body().getTerminator()->getOperands());
  llvm::append_range(results, parts.residuals);
  finish(*d->f, results);

  Func linear = emptyFunction(f.getLoc(), f.getName() + ".linear");
  linear->setVisibility(f.getVisibility());
  mlir::Operation *yield = parts.linear->getTerminator();
  mlir::OpBuilder builder(yield);
  mlir::func::ReturnOp::create(builder, yield->getLoc(), yield->getOperands());
  yield->erase();
  linear->getBody().push_back(parts.linear.release());
  finish(*linear, Values(linear->getBody().front().getTerminator()->getOperands()));
  return Linearized{std::move(d->f), std::move(linear)};
}

// A linear function is its own derivative, so its transpose is that of its derivative, which does not depend on where
// it was taken.
FailureOr<Func> transpose(FuncOp linear, int64_t constants, const Rules &rules) {
  int64_t n = linear.getNumArguments();
  if (constants < 0 || constants > n)
    return linear.emitError("grad: ") << constants << " constants of a function of " << n << " arguments";
  auto d = differentiate(Func(linear.clone()), llvm::to_vector(llvm::seq(constants, n)), rules.jvp, Mode::linearize,
                         ".transpose");
  if (failed(d)) return failure();
  if (failed(dropDependent(d->body(), d->body().getArguments().slice(constants, n - constants)))) return failure();
  auto cotangents = transposeInPlace(*d, rules.transpose);
  if (failed(cotangents)) return failure();
  finish(*d->f, *cotangents);
  mlir::Block &body = d->body();
  for (int64_t i = constants; i < n; ++i) {
    Value x = body.getArgument(static_cast<unsigned>(i));
    if (!x.use_empty())
      return (*x.user_begin())->emitError("grad: the transposed function is not linear in argument ") << i;
  }
  body.eraseArguments(static_cast<unsigned>(constants), static_cast<unsigned>(n - constants));
  finish(*d->f, Values(body.getTerminator()->getOperands()));
  return std::move(d->f);
}

const Rules &plainRules() {
  static const Rules rules{plainJvpRules(), plainTransposeRules()};
  return rules;
}

const Rules &defaultRules() {
  static const Rules rules{defaultJvpRules(), defaultTransposeRules()};
  return rules;
}

FailureOr<Func> jvp(FuncOp f, llvm::ArrayRef<int64_t> wrt) { return jvp(f, wrt, defaultRules()); }
FailureOr<Func> vjp(FuncOp f, llvm::ArrayRef<int64_t> wrt) { return vjp(f, wrt, defaultRules()); }
FailureOr<Linearized> linearize(FuncOp f, llvm::ArrayRef<int64_t> wrt) { return linearize(f, wrt, defaultRules()); }
FailureOr<Func> transpose(FuncOp linear, int64_t constants) { return transpose(linear, constants, defaultRules()); }

}  // namespace fluxion::passes

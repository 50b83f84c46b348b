// Derivatives of contractions: bilinear, and each operand's transpose is another contraction.
#include "passes/grad/rules.h"

namespace fluxion::passes {

using ir::Sizes;

namespace {

// Of one operand of a dot_general: its dimensions by role, each in the order in which they appear in the result.
struct Roles {
  Dims batching, contracting;
  Sizes free;
};

Roles rolesOf(Value x, Dims batching, Dims contracting) {
  Sizes used(batching);
  llvm::append_range(used, contracting);
  return {batching, contracting, otherDims(ir::tensorType(x).getRank(), used)};
}

Sizes range(size_t begin, size_t size) { return llvm::to_vector<6>(llvm::seq<int64_t>(begin, begin + size)); }

// What is left of z in a product over its free dimensions are its contracting ones in rising order; dimension
// `zs.contracting[i]` pairs with `xs.contracting[i]`, which is given here.
Sizes partners(const Roles &xs, const Roles &zs) {
  Sizes rising(zs.contracting), result;
  llvm::sort(rising);
  for (int64_t d : rising) result.push_back(xs.contracting[llvm::find(zs.contracting, d) - zs.contracting.begin()]);
  return result;
}

// The cotangent of operand x, given the other operand z: ct·z over z's free dimensions, which stand at `freeInCt` in
// ct. The product has dimensions [batch…, free of x…, contracted…], or, as z·ct, [batch…, contracted…, free of x…]; the
// order that x has is taken if it is one of these.
Value transposed(ir::DotGeneralOp op, Value ct, Value x, const Roles &xs, Value z, const Roles &zs, size_t freeInCt,
                 Emit &e) {
  // Mixed precision: the product is taken in the wider type.
  mlir::Type wider = std::max(ir::elementType(ct), ir::elementType(z), [](mlir::Type a, mlir::Type b) {
    return size_of(ir::dtypeOf(a)) < size_of(ir::dtypeOf(b));
  });
  ct = e.convert(ct, wider);
  z = e.convert(z, wider);
  Sizes batch = range(0, xs.batching.size()), free = range(freeInCt, zs.free.size());
  Sizes contracted = partners(xs, zs), zFirst(xs.batching), ctFirst(xs.batching);
  llvm::append_range(zFirst, contracted);
  llvm::append_range(zFirst, xs.free);
  mlir::Type element = ir::elementType(x);
  if (llvm::is_sorted(zFirst)) return e.op<ir::DotGeneralOp>(z, ct, zs.batching, batch, zs.free, free, element);
  llvm::append_range(ctFirst, xs.free);
  llvm::append_range(ctFirst, contracted);
  Value product = e.op<ir::DotGeneralOp>(ct, z, batch, zs.batching, free, zs.free, element);
  return e.transpose(product, inverse(ctFirst));
}

}  // namespace

void addContractRules(JvpRules &rules) {
  // d(a·b) = da·b + a·db
  rules.add<ir::DotGeneralOp>([](ir::DotGeneralOp op, Tangents t, Emit &e) {
    auto dot = [&](Value a, Value b) {
      if (!a || !b) return Value();
      return e.op<ir::DotGeneralOp>(a, b, op.getLhsBatching(), op.getRhsBatching(), op.getLhsContracting(),
                                    op.getRhsContracting(), op.getElement());
    };
    return e.add(dot(t[0], op.getRhs()), dot(op.getLhs(), t[1]));
  });
}

void addContractRules(TransposeRules &rules) {
  rules.add<ir::DotGeneralOp>([](ir::DotGeneralOp op, Value ct, Linear in, Emit &e) {
    Roles lhs = rolesOf(op.getLhs(), op.getLhsBatching(), op.getLhsContracting());
    Roles rhs = rolesOf(op.getRhs(), op.getRhsBatching(), op.getRhsContracting());
    size_t batch = lhs.batching.size();
    if (in[0])
      return Cotangents{transposed(op, ct, op.getLhs(), lhs, op.getRhs(), rhs, batch + lhs.free.size(), e), Value()};
    return Cotangents{Value(), transposed(op, ct, op.getRhs(), rhs, op.getLhs(), lhs, batch, e)};
  });
}

}  // namespace fluxion::passes

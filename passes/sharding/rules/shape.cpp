// Sharding of what makes and moves elements, beyond what follows from where each result is read.
#include <numeric>

#include "ir/ops/custom.h"
#include "ir/ops/shape.h"
#include "ir/ops/sharding.h"
#include "passes/sharding/rules.h"

namespace fluxion::passes {

namespace {

// Result i is operand i.
void identity(mlir::Operation *op, ShardingRule &rule) {
  for (unsigned i = 0; i < op->getNumResults(); ++i)
    for (int64_t d = 0; d < ir::tensorType(op->getResult(i)).getRank(); ++d)
      rule.reduce({in(i, d), out(i, d)}, ir::Combine::set);  // other results do not depend on it
}

// The dimensions of one side of a reshape, of which the slow factors are taken first.
struct Side {
  llvm::ArrayRef<int64_t> shape;
  int64_t d = 0, left = 0;  // of size `left`, dimension d has factors to come

  explicit Side(llvm::ArrayRef<int64_t> s) : shape(s), left(s.empty() ? 0 : s[0]) { skipTaken(); }
  bool done() const { return d == static_cast<int64_t>(shape.size()); }
  void next() { left = ++d < static_cast<int64_t>(shape.size()) ? shape[d] : 0; }
  void skipTaken() {
    while (!done() && left == 1) next();
  }
  void take(int64_t size) {
    left /= size;
    skipTaken();
  }
};

// Both sides go on where they next have a boundary in common: what lies before has no factors in common.
void realign(Side &a, Side &b) {
  int64_t left = a.left, right = b.left;
  a.next(), b.next();
  while (left != right) {
    Side &shorter = left < right ? a : b;
    (left < right ? left : right) *= shorter.left;
    shorter.next();
  }
  a.skipTaken(), b.skipTaken();
}

// The slow factors in which [6, 4] and [2, 12] agree are 2 and 3, those of [6, 4] and [4, 6] a 2 alone.
void reshape(ir::ReshapeOp op, ShardingRule &rule) {
  Side x(ir::shapeOf(op.getX())), y(ir::shapeOf(op.getY()));
  while (!x.done() && !y.done()) {
    const int64_t common = std::gcd(x.left, y.left);
    if (common == 1) {
      realign(x, y);
      continue;
    }
    rule.append(common, {in(0, x.d), out(0, y.d)});
    const bool agree = common == x.left || common == y.left;
    if (!agree) {  // 6 and 4: of what is left, 3 and 2, nothing is a factor of both
      x.left /= common, y.left /= common;
      realign(x, y);
      continue;
    }
    x.take(common), y.take(common);
  }
}

}  // namespace

void addShapeRules(ShardingRules &rules) {
  rules.add<ir::ConstantOp>([](ir::ConstantOp, ShardingRule &) {});  // a device takes its part of the value
  rules.add<ir::IotaOp>([](ir::IotaOp op, ShardingRule &rule) {
    for (int64_t d = 0; d < ir::tensorType(op.getY()).getRank(); ++d)
      if (d != static_cast<int64_t>(op.getDimension())) rule.share({out(0, d)});
  });
  rules.add<ir::ReshapeOp>(reshape);
  rules.add<ir::OptimizationBarrierOp>(identity);
  rules.add<ir::ShardingConstraintOp>(identity);
  rules.add<ir::NameOp>(identity);
}

}  // namespace fluxion::passes

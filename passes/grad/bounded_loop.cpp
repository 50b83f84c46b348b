#include "passes/grad/bounded_loop.h"

#include <cmath>

#include "ir/ops/custom.h"
#include "passes/bodies.h"
#include "passes/host.h"

namespace fluxion::passes {

namespace {

using Values = llvm::SmallVector<Value>;

constexpr int64_t kShort = 16;  // iterations of which all may be kept: segments would save next to nothing

class BoundedLoop {
 public:
  explicit BoundedLoop(ir::WhileOp op) : op_(op), constants_(op.getNumConstants()) {}

  ir::ScanOp inOne(mlir::OpBuilder builder, int64_t steps, mlir::ValueRange inputs) {
    return scan(builder, steps, inputs, [this](mlir::OpBuilder &b, const Values &arguments) {
      return whileRunning(b, arguments, [this](mlir::OpBuilder &inner, const Values &values) {
        return inlineBlock(inner, op_.getBody().front(), values);
      });
    });
  }

  ir::ScanOp inSegments(mlir::OpBuilder builder, int64_t steps, mlir::ValueRange inputs) {
    const auto length = static_cast<int64_t>(std::ceil(std::sqrt(static_cast<double>(steps))));
    return scan(builder, (steps + length - 1) / length, inputs, [&](mlir::OpBuilder &b, const Values &arguments) {
      auto segment = ir::CheckpointOp::create(b, op_.getLoc(), op_.getResultTypes(), arguments, "nothing", "",
                                              /*prevent_cse=*/false, /*barrier=*/false);
      fill(segment.getBody(), [&](mlir::OpBuilder &inner, const Values &values) {
        return whileRunning(inner, values, [&](mlir::OpBuilder &again, const Values &state) {
          return Values(inOne(again, length, state).getOutputs());
        });
      });
      return Values(segment.getOutputs());
    });
  }

 private:
  // Makes what a block yields from its arguments.
  using Body = llvm::function_ref<Values(mlir::OpBuilder &builder, const Values &arguments)>;

  // Every region here takes what the loop takes.
  void fill(mlir::Region &region, Body body) {
    mlir::OpBuilder builder(op_.getContext());
    mlir::Block *block = builder.createBlock(&region);
    for (Value v : op_.getInputs()) block->addArgument(v.getType(), v.getLoc());
    const Values results = body(builder, Values(block->getArguments()));
    ir::YieldOp::create(builder, op_.getLoc(), results);
  }

  ir::ScanOp scan(mlir::OpBuilder &builder, int64_t length, mlir::ValueRange inputs, Body body) {
    auto scan = ir::ScanOp::create(builder, op_.getLoc(), op_.getResultTypes(), inputs, constants_, op_.getNumResults(),
                                   static_cast<uint64_t>(length), false);
    fill(scan.getBody(), body);
    return scan;
  }

  Values whileRunning(mlir::OpBuilder &builder, const Values &arguments, Body next) {
    Value running = inlineBlock(builder, op_.getCondition().front(), arguments)[0];
    Value index = Emit(builder, op_.getLoc()).convert(running, builder.getI32Type());
    auto choice = ir::CaseOp::create(builder, op_.getLoc(), op_.getResultTypes(), index, arguments, 2);
    fill(choice.getBranches()[0], [&](mlir::OpBuilder &, const Values &values) {
      return Values(llvm::ArrayRef(values).drop_front(constants_));
    });
    fill(choice.getBranches()[1], next);
    return Values(choice.getOutputs());
  }

  ir::WhileOp op_;
  size_t constants_;
};

}  // namespace

ir::ScanOp boundedScan(ir::WhileOp op, int64_t steps, Emit &e) {
  BoundedLoop loop(op);
  const bool whole = steps <= kShort || op->hasAttr("keep_all") || findAction(op);  // which must not happen again
  return whole ? loop.inOne(e.builder, steps, op.getInputs()) : loop.inSegments(e.builder, steps, op.getInputs());
}

void copyBound(ir::WhileOp from, ir::WhileOp to) {
  for (llvm::StringRef name : {"max_steps", "keep_all"})
    if (mlir::Attribute value = from->getAttr(name)) to->setAttr(name, value);
}

}  // namespace fluxion::passes

#include "ir/stablehlo/formula.h"

namespace fluxion::ir::stablehlo {
namespace {

// A block with arguments for all of these, and the builder in it.
Numbers arguments(mlir::Region &region, mlir::OpBuilder &b, mlir::ValueRange values) {
  mlir::Block &block = region.emplaceBlock();
  Numbers numbers;
  for (mlir::Type t : values.getTypes()) numbers.emplace_back(b, block.addArgument(t, b.getUnknownLoc()));
  b.setInsertionPointToEnd(&block);
  return numbers;
}

llvm::SmallVector<mlir::Value> valuesOf(llvm::ArrayRef<Number> numbers) {
  return llvm::map_to_vector(numbers, [](const Number &x) { return x.value(); });
}

}  // namespace

// The last carries are how often it ran and what moves.
Numbers iterate(llvm::ArrayRef<Number> constants, llvm::ArrayRef<Number> carry, int most, const Body &body) {
  mlir::OpBuilder &b = carry[0].builder();
  mlir::Location loc = b.getUnknownLoc();
  const size_t fixed = constants.size(), carried = carry.size();
  llvm::SmallVector<mlir::Value> inputs = valuesOf(constants);
  llvm::append_range(inputs, valuesOf(carry));
  inputs.push_back(carry[0].like(0).value());
  inputs.push_back(carry[0].truth(true).value());
  mlir::ValueRange range(inputs);
  auto loop = WhileOp::create(b, loc, range.drop_front(fixed).getTypes(), inputs, static_cast<int64_t>(fixed));
  mlir::OpBuilder::InsertionGuard guard(b);
  {
    Numbers x = arguments(loop.getCondition(), b, range);
    const auto all = llvm::to_vector(llvm::seq<int64_t>(0, tensorType(x.back().value()).getRank()));
    YieldOp::create(b, loc, x.back().make<ReduceOp>(Combine::or_, x.back().value(), all).value());
  }
  Numbers x = arguments(loop.getBody(), b, range);
  const Number count = x[fixed + carried] + 1;
  Iteration result = body(llvm::ArrayRef(x).take_front(fixed), llvm::ArrayRef(x).slice(fixed, carried));
  llvm::SmallVector<mlir::Value> yields = valuesOf(result.next);
  yields.push_back(count.value());
  yields.push_back((result.moving & (count < most)).value());
  YieldOp::create(b, loc, yields);
  Numbers results;
  for (mlir::Value v : loop.getOutputs().take_front(carried)) results.emplace_back(b, v);
  return results;
}

}  // namespace fluxion::ir::stablehlo

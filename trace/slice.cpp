#include "trace/slice.h"

#include "ir/ops.h"
#include "ir/ops/host.h"
#include "mlir/IR/IRMapping.h"
#include "trace/builder.h"

namespace fluxion::trace {
namespace {

using llvm::SmallVector;

mlir::Value unwrap(Value v) { return mlir::Value::getFromOpaquePointer(v); }
Value wrap(mlir::Value v) { return v.getAsOpaquePointer(); }

// What is said across the members of an axis has no value in the function of one member.
bool needsAxis(mlir::Operation *op) {
  return op
      ->walk([](mlir::Operation *inner) {
        return inner->hasAttr("axis_name") ? mlir::WalkResult::interrupt() : mlir::WalkResult::advance();
      })
      .wasInterrupted();
}

// What acts outside does so once, when the whole function runs.
bool acts(mlir::Operation *op) {
  return op
      ->walk([](ir::HostCallOp call) {
        const bool repeats = call.getEffect() == "pure" || call.getEffect() == "debug";
        return repeats ? mlir::WalkResult::advance() : mlir::WalkResult::interrupt();
      })
      .wasInterrupted();
}

// Walks back from the targets to what is known. The ops come in an order of computation that depends on the slice
// alone, so that equal slices are equal texts, and the second is not compiled again.
class Slicer {
 public:
  Slicer(const std::function<bool(Value)> &known) : known_(known) {}

  // False: it depends on what is not known.
  bool visit(mlir::Value target) {
    if (!reach(target)) return false;
    while (!open_.empty()) {
      auto &[op, next] = open_.back();
      if (next == op->getNumOperands()) {
        ops_.insert(op);
        open_.pop_back();
      } else if (!reach(op->getOperand(next++))) {
        return false;
      }
    }
    return true;
  }

  llvm::ArrayRef<mlir::Operation *> ops() const { return ops_.getArrayRef(); }
  llvm::ArrayRef<mlir::Value> inputs() const { return inputs_.getArrayRef(); }
  mlir::Value unknown() const { return unknown_; }
  bool contains(mlir::Operation *op) const { return ops_.contains(op); }

 private:
  bool reach(mlir::Value v) {
    if (known_(wrap(v))) {
      inputs_.insert(v);
      return true;
    }
    mlir::Operation *op = v.getDefiningOp();
    if (!op) unknown_ = v;
    if (!op || needsAxis(op) || acts(op)) return false;
    if (seen_.insert(op).second) open_.emplace_back(op, 0);
    return true;
  }

  const std::function<bool(Value)> &known_;
  SmallVector<std::pair<mlir::Operation *, unsigned>> open_;
  llvm::DenseSet<mlir::Operation *> seen_;
  llvm::SetVector<mlir::Operation *> ops_;
  llvm::SetVector<mlir::Value> inputs_;
  mlir::Value unknown_;
};

FunctionPtr cloneOps(mlir::MLIRContext *context, const Slicer &slicer, llvm::ArrayRef<mlir::Value> outputs) {
  FunctionPtr made = createFunction(context, "value");
  mlir::Block &body = funcOf(*made).front();
  mlir::IRMapping map;
  for (mlir::Value v : slicer.inputs()) map.map(v, body.addArgument(v.getType(), v.getLoc()));
  mlir::OpBuilder b = mlir::OpBuilder::atBlockEnd(&body);
  for (mlir::Operation *op : slicer.ops()) b.clone(*op, map);
  SmallVector<mlir::Value> results;
  for (mlir::Value v : outputs) results.push_back(map.lookup(v));
  finishFunction(*made, results, {});
  funcOf(*made)->walk([](ir::HostCallOp call) {
    if (call.getEffect() == "debug") call.erase();  // seen when the whole function runs
  });
  return made;
}

}  // namespace

Slice sliceOf(const Function &function, std::span<const Value> targets, const std::function<bool(Value)> &known,
              const std::function<bool(Value)> &kept) {
  Slicer slicer(known);
  llvm::DenseSet<mlir::Value> asked;
  for (Value v : targets) {
    if (!slicer.visit(unwrap(v))) return {nullptr, {}, {}, slicer.unknown() ? wrap(slicer.unknown()) : nullptr};
    asked.insert(unwrap(v));
  }
  auto isOutput = [&](mlir::Value v) {
    return asked.contains(v) || kept(wrap(v)) ||
           llvm::any_of(v.getUsers(), [&](mlir::Operation *user) { return !slicer.contains(user); });
  };
  SmallVector<mlir::Value> outputs;
  for (mlir::Operation *op : slicer.ops()) llvm::copy_if(op->getResults(), std::back_inserter(outputs), isOutput);
  Slice out;
  out.function = cloneOps(funcOf(function).getContext(), slicer, outputs);
  keepHosts(function, *out.function);
  out.inputs.assign(llvm::map_iterator(slicer.inputs().begin(), wrap), llvm::map_iterator(slicer.inputs().end(), wrap));
  out.outputs.assign(llvm::map_iterator(outputs.begin(), wrap), llvm::map_iterator(outputs.end(), wrap));
  return out;
}

}  // namespace fluxion::trace

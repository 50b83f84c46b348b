#include "passes/pipeline.h"

#include "llvm/ADT/StringExtras.h"
#include "mlir/Pass/PassRegistry.h"
#include "passes/attention/merge.h"
#include "passes/attention/raise.h"
#include "passes/complex/split.h"
#include "passes/expand.h"
#include "passes/fusion/prepare.h"
#include "passes/memory/schedule.h"
#include "runtime/profile.h"

namespace fluxion::passes {

namespace {

mlir::LogicalResult expandAndSimplify(mlir::func::FuncOp f) {
  mlir::FailureOr<bool> expanded = expandCustom(f);
  if (failed(expanded)) return mlir::failure();
  return *expanded ? simplify(f) : mlir::success();
}

mlir::LogicalResult raiseAndSimplify(mlir::func::FuncOp f) {
  const bool raised = raiseAttention(f), merged = mergeAttention(f);
  return raised || merged ? simplify(f) : mlir::success();
}

mlir::LogicalResult expandAttentionAndSimplify(mlir::func::FuncOp f) {
  return expandAttention(f) ? simplify(f) : mlir::success();
}

mlir::LogicalResult splitComplexAndSimplify(mlir::func::FuncOp f) {
  return splitComplex(f) ? simplify(f) : mlir::success();
}

mlir::LogicalResult cutWithFolds(mlir::func::FuncOp f) { return cutIntoKernels(f, true); }
mlir::LogicalResult cutWithoutFolds(mlir::func::FuncOp f) { return cutIntoKernels(f); }
mlir::LogicalResult prepareWithBytes(mlir::func::FuncOp f) { return prepareForKernels(f, true); }
mlir::LogicalResult prepareWithoutBytes(mlir::func::FuncOp f) { return prepareForKernels(f); }

mlir::LogicalResult addPass(mlir::OpPassManager &functions, const Stage &stage, std::string &error) {
  const mlir::PassInfo *info = mlir::PassInfo::lookup(stage.pass);
  auto report = [&](const llvm::Twine &message) { return error = message.str(), mlir::failure(); };
  if (!info) return report("pass '" + stage.pass + "' is not registered");
  return info->addToPipeline(functions, stage.options, report);
}

std::string namesOf(llvm::ArrayRef<Stage> stages) {
  return llvm::join(llvm::map_range(stages, [](const Stage &s) { return s.pass; }), ", ");
}

double seconds(int64_t begin) { return static_cast<double>(runtime::profile::now() - begin) / 1e9; }

mlir::LogicalResult runStage(const Stage &stage, mlir::func::FuncOp f, llvm::ArrayRef<ir::PassListener *> listeners) {
  const int64_t begin = runtime::profile::now();
  if (failed(stage.run(f))) return mlir::failure();
  if (runtime::profile::active()) runtime::profile::record(stage.pass.str(), "pass", begin);
  const double time = seconds(begin);
  for (ir::PassListener *l : listeners)
    if (failed(l->after(stage.pass, f, time))) return mlir::failure();
  return mlir::success();
}

// Listeners that belong to others, told by a pass manager.
class Borrowed final : public ir::PassListener {
 public:
  explicit Borrowed(ir::PassListener *of) : of_(of) {}
  void begin(llvm::StringRef, mlir::func::FuncOp) override {}
  mlir::LogicalResult after(llvm::StringRef pass, mlir::func::FuncOp f, double time) override {
    return of_->after(pass, f, time);
  }

 private:
  ir::PassListener *of_;
};

// Passes of functions, which the text need not say, or else of modules. `error` is the former's.
mlir::LogicalResult parsePasses(llvm::StringRef text, mlir::OpPassManager &manager, std::string &error) {
  mlir::OpPassManager functions(mlir::func::FuncOp::getOperationName());
  llvm::raw_string_ostream stream(error);
  if (succeeded(mlir::parsePassPipeline(text, functions, stream))) {
    manager.nest<mlir::func::FuncOp>() = std::move(functions);
    return mlir::success();
  }
  return mlir::parsePassPipeline(text, manager, llvm::nulls());
}

// Passes that are known by their text alone, on a module that holds f.
mlir::LogicalResult runExtra(Func &f, llvm::StringRef text, llvm::ArrayRef<ir::PassListener *> listeners) {
  mlir::MLIRContext *context = f->getContext();
  const std::string name = f->getName().str();
  const mlir::Location loc = f->getLoc();
  mlir::PassManager manager(context, mlir::ModuleOp::getOperationName());
  std::string error;
  if (failed(parsePasses(text, manager, error)))
    return mlir::emitError(loc) << "passes '" << text << "': " << llvm::StringRef(error).trim();
  bool refused = false;
  auto borrow = [&](mlir::func::FuncOp) {
    std::vector<std::unique_ptr<ir::PassListener>> list;
    for (ir::PassListener *l : listeners) list.push_back(std::make_unique<Borrowed>(l));
    return list;
  };
  listen(manager, borrow, refused);
  mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(loc);
  module->push_back(f.release());
  if (failed(manager.run(*module)) || refused) return mlir::failure();
  auto result = module->lookupSymbol<mlir::func::FuncOp>(name);
  if (!result) return mlir::emitError(loc) << "passes '" << text << "' removed the function '" << name << "'";
  result->remove();
  f = result;
  return mlir::success();
}

}  // namespace

llvm::ArrayRef<Stage> pipelineStages(llvm::StringRef name) {
  // The stages up to kernels are the same for all devices, but that GPUs have no steps for attention, nor products of
  // bytes, nor kernels over rows that sum up columns.
  static constexpr Stage kSimplify{"fluxion-simplify", "", simplify},
      kExpand{"fluxion-expand-custom", "tidy=true", expandAndSimplify},
      kSplit{"fluxion-split-complex", "tidy=true", splitComplexAndSimplify},
      kSchedule{"fluxion-schedule", "", scheduleForMemory};
  static constexpr Stage kCpu[] = {kSimplify,
                                   kExpand,
                                   {"fluxion-raise-attention", "tidy=true", raiseAndSimplify},
                                   kSplit,
                                   {"fluxion-prepare", "bytes=true", prepareWithBytes},
                                   {"fluxion-fuse", "prepared=true folds=true", cutWithFolds},
                                   kSchedule};
  static constexpr Stage kGpu[] = {kSimplify,
                                   kExpand,
                                   {"fluxion-expand-attention", "tidy=true", expandAttentionAndSimplify},
                                   kSplit,
                                   {"fluxion-prepare", "", prepareWithoutBytes},
                                   {"fluxion-fuse", "prepared=true", cutWithoutFolds},
                                   kSchedule};
  if (name == "cpu") return kCpu;
  if (name == "gpu") return kGpu;
  return {};
}

mlir::LogicalResult appendPipeline(mlir::OpPassManager &manager, const PipelineRange &range, std::string &error) {
  llvm::ArrayRef<Stage> stages = pipelineStages(range.name);
  if (stages.empty()) {
    error = ("there is no pipeline '" + range.name + "'; there are: cpu, gpu").str();
    return mlir::failure();
  }
  for (llvm::StringRef pass : {range.first, range.last})
    if (!pass.empty() && llvm::none_of(stages, [&](const Stage &s) { return s.pass == pass; })) {
      error = ("pipeline " + range.name + " has no pass '" + pass + "'; it has: " + namesOf(stages)).str();
      return mlir::failure();
    }
  mlir::OpPassManager &functions = manager.nest("func.func");
  bool runs = range.first.empty();
  for (const Stage &stage : stages) {
    if (runs && failed(addPass(functions, stage, error))) return mlir::failure();
    if (runs && stage.pass == stages.front().pass && !range.extra.empty()) {
      llvm::raw_string_ostream stream(error);
      if (failed(mlir::parsePassPipeline(range.extra, functions, stream))) return mlir::failure();
      if (failed(addPass(functions, stage, error))) return mlir::failure();
    }
    if (stage.pass == range.first) runs = true;
    if (stage.pass == range.last) break;
  }
  return mlir::success();
}

mlir::LogicalResult runPipeline(Func &f, llvm::StringRef name, llvm::StringRef extra,
                                llvm::ArrayRef<ir::PassListener *> listeners) {
  for (ir::PassListener *l : listeners) l->begin("traced", *f);
  for (const Stage &stage : pipelineStages(name)) {
    if (failed(runStage(stage, *f, listeners))) return mlir::failure();
    if (&stage != pipelineStages(name).begin() || extra.empty()) continue;
    if (failed(runExtra(f, extra, listeners)) || failed(runStage(stage, *f, listeners))) return mlir::failure();
  }
  return mlir::success();
}

}  // namespace fluxion::passes

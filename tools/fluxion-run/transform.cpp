#include "tools/fluxion-run/transform.h"

#include <fluxion/error.h>
#include <fmt/format.h>

#include <charconv>

#include "ir/dialect.h"
#include "ir/ops/shape.h"
#include "llvm/ADT/StringExtras.h"
#include "mlir/IR/Verifier.h"

namespace fluxion::tools {
namespace {

/// "vmap(0;none)" is {"vmap", {0, none}}.
struct Step {
  std::string name;
  std::vector<passes::Axis> numbers;
  passes::Axis of(size_t argument) const {
    if (numbers.size() == 1) return numbers[0];
    return argument < numbers.size() ? numbers[argument] : std::nullopt;
  }
};

Step parseStep(llvm::StringRef text) {
  auto malformed = [&] {
    return Error(fmt::format("--transform: '{}' is none of jvp, vjp, grad(0;1), vmap(0;none)", text.str()));
  };
  auto [name, rest] = text.split('(');
  Step step{name.str(), {}};
  const bool takesList = name == "grad" || name == "vmap";
  if (!takesList && text != "jvp" && text != "vjp") throw malformed();
  if (!takesList) return step;
  if (!rest.consume_back(")")) throw malformed();
  llvm::SmallVector<llvm::StringRef> words;
  rest.split(words, ';');
  for (llvm::StringRef word : words) {
    int64_t number = 0;
    if (name == "vmap" && word == "none")
      step.numbers.push_back(std::nullopt);
    else if (word.getAsInteger(10, number) || number < 0)
      throw malformed();
    else
      step.numbers.push_back(number);
  }
  return step;
}

std::vector<Step> parse(llvm::StringRef list) {
  std::vector<Step> steps;
  llvm::SmallVector<llvm::StringRef> words;
  list.split(words, ',', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef word : words) steps.push_back(parseStep(word.trim()));
  return steps;
}

// Later transformations append arguments, so argument i is input i less the axes that later maps put there.
std::vector<int64_t> sizesOfMaps(const std::vector<Step> &steps, const std::vector<ShapeDtype> &inputs) {
  std::vector<std::vector<int64_t>> shapes;
  for (const ShapeDtype &t : inputs) shapes.push_back(t.shape.sizes());
  std::vector<int64_t> sizes(steps.size(), -1);
  for (size_t k = steps.size(); k-- > 0;) {
    if (steps[k].name != "vmap") continue;
    for (size_t i = 0; i < shapes.size(); ++i) {
      const passes::Axis axis = steps[k].of(i);
      if (!axis || *axis >= static_cast<int64_t>(shapes[i].size())) continue;
      if (sizes[k] < 0) sizes[k] = shapes[i][static_cast<size_t>(*axis)];
      shapes[i].erase(shapes[i].begin() + *axis);
    }
    if (sizes[k] < 0) throw ShapeError("--transform: no input has the axis that vmap maps");
  }
  return sizes;
}

bool isInexact(mlir::Value v) { return is_inexact(ir::dtypeOf(ir::elementType(v))); }

mlir::Value ones(mlir::OpBuilder &builder, mlir::Location loc, ir::Tensor type) {
  auto element = llvm::dyn_cast<mlir::FloatType>(type.getElementType());
  if (!element) throw DTypeError("--transform: grad needs real results, not " + ir::str(type));
  auto value = mlir::DenseElementsAttr::get(type, mlir::Attribute(builder.getFloatAttr(element, 1.0)));
  return ir::ConstantOp::create(builder, loc, type, value);
}

// vjp with cotangents of one, of which the results proper are dropped.
mlir::FailureOr<passes::Func> grad(mlir::func::FuncOp f, llvm::ArrayRef<int64_t> wrt) {
  for (int64_t i : wrt)
    if (i >= f.getNumArguments() || !isInexact(f.getArgument(static_cast<unsigned>(i))))
      throw Error(fmt::format("--transform: '{}' has no floating-point argument {}", f.getName().str(), i));
  auto vjp = passes::vjp(f, wrt);
  if (failed(vjp)) return mlir::failure();
  mlir::OpBuilder builder(f.getContext());
  auto results = (*vjp)->getResultTypes().take_back(wrt.size());
  passes::Func g(
      mlir::func::FuncOp::create(f.getLoc(), f.getName(), builder.getFunctionType(f.getArgumentTypes(), results)));
  mlir::Block *entry = g->addEntryBlock();
  builder.setInsertionPointToEnd(entry);
  llvm::SmallVector<mlir::Value> arguments(entry->getArguments());
  for (mlir::Type t : (*vjp)->getArgumentTypes().drop_front(arguments.size()))
    arguments.push_back(ones(builder, f.getLoc(), llvm::cast<ir::Tensor>(t)));
  llvm::SmallVector<mlir::Value> values = passes::inlineBody(builder, **vjp, arguments);
  mlir::func::ReturnOp::create(builder, f.getLoc(), mlir::ValueRange(values).take_back(wrt.size()));
  return g;
}

mlir::FailureOr<passes::Func> vmap(mlir::func::FuncOp f, const Step &step, int64_t size) {
  if (step.numbers.size() != 1 && step.numbers.size() != f.getNumArguments())
    throw Error(fmt::format("--transform: vmap names {} axes for the {} arguments of '{}'", step.numbers.size(),
                            f.getNumArguments(), f.getName().str()));
  std::vector<passes::Axis> in, out(f.getNumResults(), 0);
  for (mlir::BlockArgument a : f.getArguments()) {
    in.push_back(step.of(a.getArgNumber()));
    if (in.back() && *in.back() > ir::tensorType(a).getRank())
      throw ShapeError(fmt::format("--transform: argument {} of '{}' cannot have axis {}", a.getArgNumber(),
                                   f.getName().str(), *in.back()));
  }
  return passes::vmap(f, in, out, size);
}

mlir::FailureOr<passes::Func> apply(mlir::func::FuncOp f, const Step &step, int64_t size) {
  if (step.name == "jvp") return passes::jvp(f, passes::inexactArguments(f));
  if (step.name == "vjp") return passes::vjp(f, passes::inexactArguments(f));
  if (step.name == "vmap") return vmap(f, step, size);
  std::vector<int64_t> wrt;
  for (passes::Axis number : step.numbers) wrt.push_back(*number);
  return grad(f, wrt);
}

}  // namespace

passes::Func transform(mlir::func::FuncOp f, const std::string &list, const std::vector<ShapeDtype> &inputs) {
  const std::vector<Step> steps = parse(list);
  const std::vector<int64_t> sizes = sizesOfMaps(steps, inputs);
  passes::Func current(f.clone());
  for (size_t k = 0; k < steps.size(); ++k) {
    auto next = apply(*current, steps[k], sizes[k]);
    if (failed(next) || failed(mlir::verify(**next))) return {};
    current = std::move(*next);
  }
  current->setName(f.getName());
  return current;
}

}  // namespace fluxion::tools

// The walk over a function, and the writer.
#include "ir/stablehlo/exporter.h"

#include "ir/stablehlo.h"
#include "ir/stablehlo/importer.h"
#include "llvm/ADT/StringExtras.h"

namespace fluxion::ir::stablehlo {
namespace {

const ExportRules &rules() {
  static const ExportRules *const all = [] {
    auto *r = new ExportRules;
    addDataRules(*r);
    addPartRules(*r);
    addReductionRules(*r);
    addIndexingRules(*r);
    addLinalgRules(*r);
    addLoopRules(*r);
    addFourierRules(*r);
    addDeviceRules(*r);
    addSpecialRules(*r);
    return r;
  }();
  return *all;
}

std::string joined(llvm::ArrayRef<int64_t> numbers) {
  return llvm::join(llvm::map_range(numbers, [](int64_t n) { return std::to_string(n); }), ", ");
}

std::string types(mlir::TypeRange range) {
  return "(" + llvm::join(llvm::map_range(range, [](mlir::Type t) { return text(t); }), ", ") + ")";
}

}  // namespace

std::string text(mlir::Type type) {
  std::string s;
  llvm::raw_string_ostream(s) << type;
  return s;
}
std::string text(mlir::Attribute attribute) {
  std::string s;
  llvm::raw_string_ostream(s) << attribute;
  return s;
}
std::string array(llvm::ArrayRef<int64_t> numbers) {
  return numbers.empty() ? "array<i64>" : "array<i64: " + joined(numbers) + ">";
}
std::string brackets(llvm::ArrayRef<int64_t> numbers) { return "[" + joined(numbers) + "]"; }

Refs Exporter::write(llvm::StringRef name, llvm::ArrayRef<Ref> operands, llvm::StringRef attributes,
                     mlir::TypeRange results, llvm::ArrayRef<std::string> regions) {
  Refs refs;
  const std::string first = "%" + std::to_string(next_++);
  for (auto [i, type] : llvm::enumerate(results))
    refs.push_back({results.size() == 1 ? first : first + "#" + std::to_string(i), type});
  if (!results.empty()) out_ += first + (results.size() == 1 ? "" : ":" + std::to_string(results.size())) + " = ";
  out_ += "\"" + name.str() + "\"(" + llvm::join(llvm::map_range(operands, [](const Ref &r) { return r.name; }), ", ") +
          ")";
  if (!attributes.empty()) out_ += " <{" + attributes.str() + "}>";
  if (!regions.empty()) out_ += " (" + llvm::join(regions, ", ") + ")";
  llvm::SmallVector<mlir::Type> operandTypes;
  for (const Ref &r : operands) operandTypes.push_back(r.type);
  out_ += " : " + types(operandTypes) + " -> " + types(results) + "\n";
  return refs;
}

std::string Exporter::region(mlir::TypeRange arguments, llvm::function_ref<Refs(llvm::ArrayRef<Ref>)> body) {
  std::string outer;
  std::swap(out_, outer);
  Refs refs;
  for (mlir::Type t : arguments) refs.push_back({"%" + std::to_string(next_++), t});
  auto declared = llvm::map_range(refs, [](const Ref &r) { return r.name + ": " + text(r.type); });
  out_ = "{\n";
  if (!refs.empty()) out_ += "^bb0(" + llvm::join(declared, ", ") + "):\n";
  write("stablehlo.return", body(refs), "", {});
  out_ += "}";
  std::swap(out_, outer);
  return outer;
}

Refs Exporter::writeBlock(mlir::Block &block, llvm::ArrayRef<Ref> arguments) {
  for (auto [from, to] : llvm::zip_equal(block.getArguments(), arguments)) values_[from] = to;
  for (mlir::Operation &op : block) {
    Refs operands;
    for (mlir::Value v : op.getOperands()) operands.push_back(values_.at(v));
    if (op.hasTrait<mlir::OpTrait::IsTerminator>()) return operands;
    auto rule = rules().find(op.getName().getStringRef());
    const llvm::StringRef name = foreignName(op.getName().getStringRef());
    if (rule == rules().end() && name.empty())
      Importer::refuse(&op, "no export for '" + op.getName().getStringRef() + "'");
    Refs results =
        rule == rules().end() ? write(name, operands, "", op.getResultTypes()) : rule->second(*this, &op, operands);
    for (auto [from, to] : llvm::zip_equal(op.getResults(), results)) values_[from] = to;
  }
  return {};
}

std::string Exporter::run(mlir::func::FuncOp f) {
  out_.clear();
  mesh_ = meshOf(f);
  Refs arguments;
  for (mlir::Type t : f.getArgumentTypes()) arguments.push_back({"%" + std::to_string(next_++), t});
  Refs results = writeBlock(f.getBody().front(), arguments);
  write("func.return", results, "", {});
  auto declared = llvm::map_range(arguments, [](const Ref &r) { return r.name + ": " + text(r.type); });
  std::string symbol;
  llvm::raw_string_ostream(symbol) << mlir::StringAttr::get(context_, f.getName());
  // XLA wants the module to have a name, and to say for how many devices it is.
  return "\"builtin.module\"() <{sym_name = " + symbol +
         "}> ({\n\"func.func\"() <{function_type = " + text(f.getFunctionType()) + ", sym_name = " + symbol +
         ", sym_visibility = \"public\"}> ({\n^bb0(" + llvm::join(declared, ", ") + "):\n" + out_ +
         "}) : () -> ()\n}) {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = " + std::to_string(devices()) +
         " : i32} : () -> ()\n";
}

Ref Exporter::constant(mlir::ElementsAttr value) {
  return writeOne("stablehlo.constant", {}, "value = " + text(value), value.getType());
}

Ref Exporter::constant(Tensor type, double value) {
  mlir::Type e = type.getElementType();
  if (auto complex = llvm::dyn_cast<mlir::ComplexType>(e)) {
    auto part = [&](double n) { return mlir::FloatAttr::get(complex.getElementType(), n).getValue(); };
    return constant(mlir::DenseElementsAttr::get(type, std::complex<llvm::APFloat>(part(value), part(0))));
  }
  mlir::Attribute element;
  if (auto f = llvm::dyn_cast<mlir::FloatType>(e))
    element = mlir::FloatAttr::get(f, value);
  else
    element = mlir::IntegerAttr::get(
        e, llvm::APInt(64, static_cast<uint64_t>(static_cast<int64_t>(value))).trunc(e.getIntOrFloatBitWidth()));
  return constant(mlir::DenseElementsAttr::get(type, element));
}

Ref Exporter::compare(llvm::StringRef direction, const Ref &a, const Ref &b, bool totalOrder) {
  auto type = llvm::cast<Tensor>(a.type);
  mlir::Type e = type.getElementType();
  const char *kind = llvm::isa<mlir::FloatType>(e)             ? (totalOrder ? "TOTALORDER" : "FLOAT")
                     : llvm::isa<mlir::ComplexType>(e)         ? "FLOAT"
                     : e.isUnsignedInteger() || e.isInteger(1) ? "UNSIGNED"
                                                               : "SIGNED";
  return writeOne("stablehlo.compare", {a, b},
                  (llvm::Twine("compare_type = #stablehlo<comparison_type ") + kind +
                   ">, comparison_direction = #stablehlo<comparison_direction " + direction + ">")
                      .str(),
                  Tensor::get(type.getShape(), mlir::IntegerType::get(context_, 1)));
}

}  // namespace fluxion::ir::stablehlo

namespace fluxion::ir {

std::optional<std::string> exportStablehlo(mlir::func::FuncOp f) {
  try {
    return stablehlo::Exporter(f.getContext()).run(f);
  } catch (const stablehlo::Refused &) {
    return std::nullopt;
  }
}

}  // namespace fluxion::ir

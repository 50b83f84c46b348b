#include "ir/stablehlo/sharding.h"

#include "ir/sharding.h"
#include "mlir/AsmParser/AsmParser.h"

namespace fluxion::ir::stablehlo {
namespace {

std::string textOf(mlir::Attribute attribute) {
  std::string text;
  if (attribute) llvm::raw_string_ostream(text) << attribute;
  return text;
}

// `<["data"=4, "model"=2]>` of the module's op sdy.mesh of that name.
std::string meshNamed(mlir::Operation *op, llvm::StringRef name) {
  auto module = op->getParentOfType<mlir::ModuleOp>();
  for (mlir::Operation &other : module.getBody()->getOperations()) {
    auto symbol = llvm::dyn_cast_if_present<mlir::StringAttr>(attribute(&other, "sym_name"));
    if (other.getName().getStringRef() != "sdy.mesh" || !symbol || symbol.getValue() != name) continue;
    std::string text = textOf(attribute(&other, "mesh"));
    llvm::StringRef body(text);
    if (body.consume_front("#sdy.mesh")) return body.str();
  }
  Importer::refuse(op, "there is no mesh @" + name);
}

// The same, whether the mesh is named or written out; `rest` begins behind it.
std::string meshOf(mlir::Operation *op, llvm::StringRef &rest) {
  if (rest.consume_front("@")) {
    const llvm::StringRef name = rest.take_until([](char c) { return c == ','; }).rtrim();
    rest = rest.drop_front(name.size());
    return meshNamed(op, name.trim('"'));
  }
  const size_t end = rest.find("]>");
  if (!rest.consume_front("mesh") || end == llvm::StringRef::npos) return {};
  const std::string body = rest.take_front(end + 2 - llvm::StringRef("mesh").size()).str();
  rest = rest.drop_front(body.size());
  return body;
}

}  // namespace

mlir::Attribute importSharding(mlir::Operation *op, mlir::Attribute shardy) {
  const std::string text = textOf(shardy);
  llvm::StringRef rest(text);
  if (rest.consume_front("#sdy.sharding<")) {
    const std::string mesh = meshOf(op, rest);
    mlir::ScopedDiagnosticHandler quiet(op->getContext(), [](mlir::Diagnostic &) { return mlir::success(); });
    if (mlir::Attribute a = mlir::parseAttribute("#fx.sharding<#fx.mesh" + mesh + rest.str(), op->getContext()))
      return a;
  }
  Importer::refuse(op, "no import for the sharding " + text);
}

void addShardingRules(Rules &rules) {
  rules["sdy.sharding_constraint"] = [](Importer &in, mlir::Operation *op, Inputs x) -> Values {
    if (x.size() != 1) in.refuse(op, "sdy.sharding_constraint has one operand");
    return {in.emit("fx.sharding_constraint", x, {{"sharding", importSharding(op, attribute(op, "sharding"))}})};
  };
  // What JAX writes without Shardy says how tiles are numbered, but not what their axes are.
  rules["custom_call Sharding"] = [](Importer &in, mlir::Operation *op, Inputs x) -> Values {
    if (x.size() != 1) in.refuse(op, "custom_call of 'Sharding' has one operand");
    return Values(x);
  };
}

}  // namespace fluxion::ir::stablehlo

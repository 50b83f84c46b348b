// No op without its rules. Walks the ops of the dialect and asks each part of the compiler what it knows of them: the
// answers are docs/ops.md, which `completeness_test --write` writes; a hole fails with a sentence that says where to
// go.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "codegen/lower/elementwise.h"
#include "codegen/reference/handlers.h"
#include "ir/element_map.h"
#include "ir/ops.h"
#include "ir/ops/collective.h"
#include "ir/stablehlo/importer.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Verifier.h"
#include "passes/complex/rules.h"
#include "passes/grad/rules.h"
#include "passes/sharding/rules.h"
#include "passes/vmap/rules.h"

namespace fluxion {
namespace {

bool writeDocument = false;

// What a table of rules cannot say, since the engines treat these themselves.
constexpr llvm::StringLiteral kStructure[] = {"fx.yield", "fx.kernel"};
constexpr llvm::StringLiteral kControl[] = {"fx.case", "fx.while", "fx.scan"};
// Functions with rules of their own, which are expanded before code is generated.
constexpr llvm::StringLiteral kCustom[] = {"fx.custom_jvp",   "fx.custom_vjp", "fx.custom_vmap", "fx.linear_call",
                                           "fx.linear_solve", "fx.checkpoint", "fx.name",        "fx.operation"};
// Floating-point ops without a derivative, and why.
const std::map<llvm::StringRef, const char *> kNoDerivative = {
    {"fx.igamma_grad_a", "no op has its derivatives"},
    {"fx.random_gamma_grad", "no op has its derivatives"},
};
// Their rule is to refuse.
constexpr llvm::StringLiteral kRefused[] = {"fx.host_call"};
// Ops with a derivative by some operands, as in JAX; by the others it is refused.
const std::map<llvm::StringRef, const char *> kPartly = {
    {"fx.polygamma", "by x"},
    {"fx.regularized_incomplete_beta", "by x"},
};
// Ops that are linear in an operand: a forward rule may use them on tangents.
constexpr llvm::StringLiteral kLinear[] = {"fx.negate",
                                           "fx.add",
                                           "fx.subtract",
                                           "fx.multiply",
                                           "fx.divide",
                                           "fx.select",
                                           "fx.convert",
                                           "fx.reshape",
                                           "fx.transpose",
                                           "fx.slice",
                                           "fx.pad",
                                           "fx.reverse",
                                           "fx.concatenate",
                                           "fx.reduce",
                                           "fx.gather",
                                           "fx.scatter",
                                           "fx.cumulative",
                                           "fx.dot_general",
                                           "fx.dynamic_slice",
                                           "fx.dynamic_update_slice",
                                           "fx.broadcast_in_dim",
                                           "fx.fft",
                                           "fx.convolution",
                                           "fx.reduce_precision",
                                           "fx.triangular_solve",
                                           "fx.real",
                                           "fx.imag",
                                           "fx.complex",
                                           "fx.all_reduce",
                                           "fx.all_gather",
                                           "fx.reduce_scatter",
                                           "fx.collective_permute",
                                           "fx.all_to_all",
                                           "fx.sharding_constraint"};
// Of other names in StableHLO; after =: what is exported instead of the op, which StableHLO does not have.
const std::map<llvm::StringRef, const char *> kRenamed = {
    {"fx.arg_reduce", "stablehlo.reduce"},
    {"fx.complex_abs", "stablehlo.abs"},
    {"fx.cumulative", "stablehlo.reduce_window"},
    {"fx.scan", "stablehlo.while"},
    {"fx.lu", "lapack_sgetrf_ffi"},
    {"fx.qr", "lapack_sgeqrf_ffi"},
    {"fx.householder_qr", "lapack_sgeqrf_ffi"},
    {"fx.householder_product", "lapack_sorgqr_ffi"},
    {"fx.eigh", "lapack_ssyevd_ffi"},
    {"fx.svd", "lapack_sgesdd_ffi"},
    {"fx.axis_index", "stablehlo.partition_id"},
    {"fx.stop_gradient", "=its operand"},
    {"fx.gamma_sample", "=its operand"},
    {"fx.name", "=its operand"},
    {"fx.sharding_constraint", "=its operand"},
    {"fx.custom_jvp", "=its primal"},
    {"fx.custom_vjp", "=its primal"},
    {"fx.custom_vmap", "=its primal"},
    {"fx.linear_call", "=its forward"},
    {"fx.linear_solve", "=its solve"},
    {"fx.checkpoint", "=its body"},
    {"fx.host_call", "=none"},
    {"fx.operation", "=none"},
    // JAX writes these out as loops, and so does the export.
    {"fx.bessel_i0e", "=written out"},
    {"fx.igamma", "=written out"},
    {"fx.igammac", "=written out"},
    {"fx.igamma_grad_a", "=written out"},
    {"fx.random_gamma_grad", "=written out"},
    {"fx.regularized_incomplete_beta", "=written out"},
    {"fx.attention", "=written out"},
    {"fx.attention_grad", "=written out"},
    {"fx.attention_jvp", "=written out"},
    {"fx.attention_grad_jvp", "=written out"},
};
// What codegen/program_builder.cpp makes a step of its own, and what a kernel ends in.
constexpr llvm::StringLiteral kSteps[] = {"fx.dot_general",
                                          "fx.sort",
                                          "fx.cumulative",
                                          "fx.case",
                                          "fx.while",
                                          "fx.scan",
                                          "fx.optimization_barrier",
                                          "fx.fft",
                                          "fx.host_call",
                                          "fx.attention",
                                          "fx.attention_grad",
                                          "fx.attention_jvp",
                                          "fx.attention_grad_jvp",
                                          "fx.convolution"};
constexpr llvm::StringLiteral kLinalg[] = {
    "fx.cholesky",       "fx.triangular_solve",   "fx.lu", "fx.qr", "fx.eigh", "fx.svd",
    "fx.householder_qr", "fx.householder_product"};
// Run where their axis is bound: vmap over it replaces them by ops on the values of all members.
constexpr llvm::StringLiteral kCollectives[] = {"fx.all_reduce", "fx.all_gather",         "fx.axis_index",
                                                "fx.all_to_all", "fx.collective_permute", "fx.reduce_scatter"};
constexpr llvm::StringLiteral kKernelEnds[] = {"fx.reduce", "fx.arg_reduce", "fx.scatter", "fx.dynamic_update_slice"};

class Completeness : public testing::Test {
 protected:
  Completeness() {
    mlir::DialectRegistry registry;
    ir::registerDialects(registry);
    registry.insert<mlir::arith::ArithDialect, mlir::math::MathDialect, mlir::scf::SCFDialect,
                    mlir::vector::VectorDialect>();
    context_.appendDialectRegistry(registry);
    context_.loadAllAvailableDialects();
    using namespace codegen::reference;
    for (auto add :
         {addElementwise, addFunctions, addConversions, addComplex, addShape, addReduce, addContract, addIndex, addSort,
          addControl, addCustom, addHost, addFft, addSpecialFunctions, addConvolution, addLinalg})
      add(handlers_);
    using namespace ir::stablehlo;
    for (auto add :
         {ir::stablehlo::addElementwiseRules, addChloRules, ir::stablehlo::addComplexRules, addBitRules,
          ir::stablehlo::addShapeRules, ir::stablehlo::addReduceRules, addWindowRules, ir::stablehlo::addContractRules,
          addConvolutionRules, ir::stablehlo::addIndexRules, addScatterRules, addSortRules, addControlRules,
          ir::stablehlo::addCollectiveRules, ir::stablehlo::addFftRules, ir::stablehlo::addLinalgRules})
      add(imports_);
  }

  std::vector<mlir::RegisteredOperationName> ops() {
    std::vector<mlir::RegisteredOperationName> all;
    for (mlir::RegisteredOperationName op : context_.getRegisteredOperationsByDialect("fx"))
      if (!llvm::is_contained(kStructure, op.getStringRef())) all.push_back(op);
    llvm::sort(all, [](auto a, auto b) { return a.getStringRef() < b.getStringRef(); });
    return all;
  }

  // An op with that name and nothing else, for tables that look ops up.
  struct Bare {
    mlir::Operation *op;
    Bare(mlir::MLIRContext *c, llvm::StringRef name)
        : op(mlir::Operation::create(mlir::OperationState(mlir::UnknownLoc::get(c), name))) {}
    ~Bare() { op->destroy(); }
  };

  static bool isOfEngine(llvm::StringRef name) {
    return llvm::is_contained(kControl, name) || llvm::is_contained(kCustom, name) || name == "fx.optimization_barrier";
  }
  static bool isCollective(llvm::StringRef op) { return llvm::is_contained(kCollectives, op); }
  static void missing(llvm::StringRef op, const char *what) { ADD_FAILURE() << op.str() << ": " << what; }

  std::string inference(mlir::RegisteredOperationName op) {
    if (op.hasInterface<mlir::InferTypeOpInterface>()) return "yes";
    missing(op.getStringRef(), "derive it from Fx_Inferred or give it InferTypeOpAdaptor in ir/ops/");
    return "**no**";
  }
  std::string reference(mlir::RegisteredOperationName op) {
    if (isCollective(op.getStringRef())) return "by vmap";
    if (handlers_.find(op.getStringRef())) return "yes";
    missing(op.getStringRef(), "add its evaluation under codegen/reference/");
    return "**no**";
  }
  std::string jvp(mlir::RegisteredOperationName op) {
    llvm::StringRef name = op.getStringRef();
    Bare bare(&context_, name);
    if (llvm::isa<ir::ConstantOp, ir::IotaOp, ir::AxisIndexOp>(bare.op)) return "no operands";
    if (isOfEngine(name)) return "by the engine";
    const passes::JvpRules &rules = passes::defaultJvpRules();
    if (rules.isZero(bare.op)) return "zero";
    if (auto partly = kPartly.find(name); partly != kPartly.end()) return partly->second;
    if (rules.find(bare.op)) return llvm::is_contained(kRefused, name) ? "refused" : "yes";
    if (kNoDerivative.contains(name)) return std::string("no: ") + kNoDerivative.at(name);
    missing(name, "add its derivative under passes/grad/rules/, or name it in kNoDerivative");
    return "**no**";
  }
  std::string transpose(mlir::RegisteredOperationName op) {
    llvm::StringRef name = op.getStringRef();
    Bare bare(&context_, name);
    if (name == "fx.while") return "refused";
    if (name == "fx.custom_jvp" || name == "fx.custom_vjp" || name == "fx.custom_vmap" || name == "fx.name")
      return "not linear";
    if (isOfEngine(name)) return "by the engine";
    if (passes::defaultTransposeRules().find(bare.op)) return "yes";
    if (llvm::is_contained(kLinear, name)) missing(name, "add its transpose rule under passes/grad/rules/");
    return "not linear";
  }
  std::string vmap(mlir::RegisteredOperationName op) {
    llvm::StringRef name = op.getStringRef();
    Bare bare(&context_, name);
    if (isCollective(name) && !passes::defaultVmapRules().findNamed(bare.op))
      missing(name, "add the rule that takes it over its own axis to passes/vmap/rules/collective.cpp");
    if (llvm::isa<ir::ConstantOp, ir::IotaOp, ir::AxisIndexOp>(bare.op)) return "no operands";
    if (isOfEngine(name)) return "by the engine";
    if (op.hasInterface<ir::ElementwiseInterface>()) return "by family";
    if (passes::defaultVmapRules().find(bare.op)) return "yes";
    missing(name, "add its batching rule under passes/vmap/rules/");
    return "**no**";
  }
  std::string sharding(mlir::RegisteredOperationName op) {
    llvm::StringRef name = op.getStringRef();
    Bare bare(&context_, name);
    if (llvm::isa<ir::ConstantOp>(bare.op)) return "no operands";
    llvm::StringRef what = passes::defaultShardingRules().describe(bare.op);
    if (!what.empty()) return what.str();
    missing(name, "add its sharding rule under passes/sharding/rules/, or name it in addWhole");
    return "**no**";
  }
  std::string cpu(mlir::RegisteredOperationName op) {
    llvm::StringRef name = op.getStringRef();
    Bare bare(&context_, name);
    if (op.hasInterface<ir::ElementwiseInterface>()) {
      if (hasBody(name)) return "in kernels";
      if (passes::findSplitRule(bare.op)) return "in kernels, by parts";
      missing(name, "add the value of an element to codegen/lower/elementwise.cpp");
      return "**no**";
    }
    if (llvm::is_contained(kCustom, name) || name == "fx.sharding_constraint") return "expanded";
    if (isCollective(name)) return "by vmap";
    if (llvm::is_contained(kSteps, name) || llvm::is_contained(kLinalg, name)) return "a step";
    if (llvm::is_contained(kKernelEnds, name) || ir::isElementMap(bare.op)) return "in kernels";
    missing(name,
            "add it to ir/element_map.cpp, or make it a step in codegen/program_builder.cpp and name it in kSteps");
    return "**no**";
  }
  std::string stablehlo(mlir::RegisteredOperationName op) {
    llvm::StringRef name = op.getStringRef();
    std::string own = name.split('.').second.str();
    if (auto it = kRenamed.find(name); it != kRenamed.end()) {
      const std::string as = it->second;
      return as[0] == '=' ? as.substr(1) : "`" + as + "`";
    }
    for (const char *dialect : {"stablehlo.", "chlo."})
      if (imports_.contains(dialect + own)) return dialect[0] == 's' ? "yes" : "`chlo`";
    missing(name, "add it under ir/stablehlo/, or name it in kRenamed");
    return "**no**";
  }

  // Whether code generation has the scalar body of an elementwise op: tried on the first types that the op accepts.
  bool hasBody(llvm::StringRef name) {
    mlir::ScopedDiagnosticHandler quiet(&context_, [](mlir::Diagnostic &) { return mlir::success(); });
    mlir::Type f32 = mlir::Float32Type::get(&context_), i32 = mlir::IntegerType::get(&context_, 32),
               flag = mlir::IntegerType::get(&context_, 1);
    const std::vector<llvm::SmallVector<mlir::Type>> tries = {{f32}, {f32, f32}, {f32, f32, f32}, {flag, f32, f32},
                                                              {i32}, {i32, i32}};
    for (llvm::ArrayRef<mlir::Type> operands : tries)
      if (takes(name, operands.size()))  // inference may look at any operand that the op has
        if (std::optional<bool> answer = tryBody(name, operands)) return *answer;
    return false;
  }
  bool takes(llvm::StringRef name, size_t operands) {
    const mlir::OperationName op(name, &context_);
    return operands == 1   ? op.hasTrait<mlir::OpTrait::OneOperand>()
           : operands == 2 ? op.hasTrait<mlir::OpTrait::NOperands<2>::Impl>()
                           : op.hasTrait<mlir::OpTrait::NOperands<3>::Impl>();
  }
  std::optional<bool> tryBody(llvm::StringRef name, llvm::ArrayRef<mlir::Type> operands) {
    mlir::Location loc = mlir::UnknownLoc::get(&context_);
    mlir::OperationState state(loc, name);
    namespace traits = mlir::OpTrait;
    const bool takes[] = {state.name.hasTrait<traits::OneOperand>(), state.name.hasTrait<traits::NOperands<2>::Impl>(),
                          state.name.hasTrait<traits::NOperands<3>::Impl>()};
    if (!takes[operands.size() - 1]) return std::nullopt;
    mlir::Block arrays;
    mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(loc);  // where calls are declared
    auto function = mlir::func::FuncOp::create(loc, "element", mlir::FunctionType::get(&context_, operands, {}));
    module->push_back(function);
    mlir::Block &body = *function.addEntryBlock();
    for (mlir::Type t : operands) state.addOperands(arrays.addArgument(ir::Tensor::get({4}, t), loc));
    state.addAttribute("direction", ir::ComparisonAttr::get(&context_, ir::Comparison::LT));
    for (const char *bits : {"exponent_bits", "mantissa_bits"})
      state.addAttribute(bits, mlir::IntegerAttr::get(mlir::IntegerType::get(&context_, 64), 8));
    state.addAttribute("to", mlir::TypeAttr::get(mlir::IntegerType::get(&context_, 32)));
    auto infer = state.name.getInterface<mlir::InferTypeOpInterface>();
    if (!infer ||
        failed(infer->inferReturnTypes(&context_, loc, state.operands, state.attributes.getDictionary(&context_),
                                       mlir::OpaqueProperties(nullptr), {}, state.types)))
      return std::nullopt;
    mlir::Operation *op = mlir::Operation::create(state);
    arrays.push_back(op);
    if (failed(op->getRegisteredInfo()->verifyInvariants(op))) return std::nullopt;
    mlir::OpBuilder builder(&context_);
    builder.setInsertionPointToEnd(&body);
    return codegen::emitElementwise(builder, op, body.getArguments()) != nullptr;
  }

  mlir::MLIRContext context_{mlir::MLIRContext::Threading::DISABLED};
  codegen::reference::Handlers handlers_;
  ir::stablehlo::Rules imports_;
};

constexpr const char *kHead = R"(# The ops, and what there is for each

Written by `completeness_test --write` from what the compiler has; a test fails where it is out of date. What each op
means is told in `ir/ops/`.

| column | says |
| --- | --- |
| types | whether the result's type follows from operands and attributes |
| reference | whether the interpreter knows it; *by vmap*: of the collectives it knows what vmap makes of them |
| jvp | the derivative; *zero*: constant wherever there is a derivative; *by x*: by that operand, and refused by the others, as in JAX |
| transpose | the rule by which reverse mode goes back through it; *not linear*: its derivative is made of other ops |
| vmap | batching; *by family*: all elementwise ops are batched alike |
| sharding | how its operands can be cut for devices; *by its body*: as what is in it can; *replicated only*: each device needs all of it |
| CPU | *in kernels*: part of fused loops; *by parts*: of complex numbers, in real arithmetic; *a step*: run by itself; *expanded*: gone by then |
| StableHLO | what it is imported from and exported as; *its …*, *written out*: StableHLO has no such op, and this stands for it: a part of it, or series and loops of others; *none*: only the process that made the program knows what it calls |

| op | types | reference | jvp | transpose | vmap | sharding | CPU | StableHLO |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
)";

TEST_F(Completeness, EveryOpHasItsRulesAndTheDocumentSaysSo) {
  std::string text = kHead;
  for (mlir::RegisteredOperationName op : ops()) {
    text += "| `" + op.getStringRef().split('.').second.str() + "` |";
    for (const std::string &cell :
         {inference(op), reference(op), jvp(op), transpose(op), vmap(op), sharding(op), cpu(op), stablehlo(op)})
      text += " " + cell + " |";
    text += "\n";
  }
  const std::string path = FLUXION_TEST_DATA "/../../docs/ops.md";
  if (writeDocument) std::ofstream(path) << text;
  std::ostringstream stored;
  stored << std::ifstream(path).rdbuf();
  EXPECT_EQ(stored.str(), text) << "docs/ops.md is out of date: run completeness_test --write";
}

}  // namespace
}  // namespace fluxion

int main(int argc, char **argv) {
  testing::InitGoogleTest(&argc, argv);
  fluxion::writeDocument = argc > 1 && llvm::StringRef(argv[1]) == "--write";
  return RUN_ALL_TESTS();
}

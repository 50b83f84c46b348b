// What must hold of the rules of an op, each for one program with one element type.
#pragma once
#include <fmt/format.h>

#include "codegen/reference/expected.h"
#include "ir/ops/collective.h"
#include "tests/passes/check_grads.h"
#include "tests/passes/check_vmap.h"
#include "tests/rules/cases.h"
#include "tools/fluxion-run/device.h"

namespace fluxion::rules {

using codegen::reference::Expected;
using passes::Arrays;
using passes::Func;
using passes::HostArray;

inline std::string spelling(DType dtype, mlir::MLIRContext *context) {
  std::string text;
  llvm::raw_string_ostream(text) << ir::elementTypeOf(dtype, context);
  return text;
}

/// The dtype in which rules of `dtype` are exact beside it; none for those that have no derivatives.
inline std::optional<DType> wideOf(DType dtype) {
  if (is_complex(dtype)) return DType::c128;
  if (is_float(dtype)) return DType::f64;
  return std::nullopt;
}

/// A case's program with an element type; empty where it needs a type that there is not.
inline std::string withType(std::string text, DType dtype, mlir::MLIRContext *context) {
  auto put = [&](const std::string &name, std::optional<DType> d) {
    for (size_t at; (at = text.find(name)) != std::string::npos;) {
      if (!d) {
        text.clear();
        return;
      }
      text.replace(at, name.size(), spelling(*d, context));
    }
  };
  std::optional<DType> bits, complex, real = dtype;
  for (DType u : {DType::u8, DType::u16, DType::u32, DType::u64})
    if (dtype != DType::bool_ && size_of(u) == size_of(dtype)) bits = u;
  if (dtype == DType::f32 || dtype == DType::c64) complex = DType::c64, real = DType::f32;
  if (dtype == DType::f64 || dtype == DType::c128) complex = DType::c128, real = DType::f64;
  while (text.find("$A") != std::string::npos) text.replace(text.find("$A"), 2, "tensor<2x3x$T>");
  put("$T", dtype);
  put("$R", real);
  put("$C", complex);
  put("$B", bits);
  return text;
}

/// `%y = op %a…` on arrays of those types; empty where the op refuses them.
inline std::string elementwiseText(llvm::StringRef name, llvm::ArrayRef<DType> dtypes, mlir::MLIRContext *context) {
  mlir::ScopedDiagnosticHandler quiet(context, [](mlir::Diagnostic &) { return mlir::success(); });
  mlir::OpBuilder b(context);
  mlir::Block block;
  b.setInsertionPointToEnd(&block);
  mlir::OperationState state(b.getUnknownLoc(), name);
  for (DType d : dtypes)
    state.addOperands(block.addArgument(ir::Tensor::get({2, 3}, ir::elementTypeOf(d, context)), state.location));
  auto infer = state.name.getInterface<mlir::InferTypeOpInterface>();
  if (failed(infer->inferReturnTypes(context, state.location, state.operands, state.attributes.getDictionary(context),
                                     mlir::OpaqueProperties(nullptr), {}, state.types)))
    return {};
  mlir::Operation *op = b.create(state);
  if (failed(mlir::verify(op))) return {};
  std::string arguments, names, types, result = ir::str(op->getResult(0).getType());
  for (mlir::BlockArgument a : block.getArguments()) {
    const std::string comma = a.getArgNumber() ? ", " : "", own = fmt::format("%a{}", a.getArgNumber());
    const std::string type = fmt::format("tensor<2x3x{}>", spelling(dtypes[a.getArgNumber()], context));
    arguments += comma + own + ": " + type;
    names += comma + own;
    types += comma + type;
  }
  result = fmt::format("tensor<2x3x{}>", spelling(ir::shapeDtypeOf(op->getResult(0).getType()).dtype, context));
  return fmt::format("({0}) -> {3} {{ %y = \"{4}\"({1}) : ({2}) -> {3} return %y : {3} }}", arguments, names, types,
                     result, name.str());
}

inline HostArray converted(const HostArray &x, DType to) {
  HostArray result{{x.type.shape, to}, {}};
  visit_dtype(x.type.dtype, [&](auto from) {
    using From = decltype(from);
    visit_dtype(to, [&](auto zero) {
      using T = decltype(zero);
      for (int64_t i = 0; i < x.type.shape.count(); ++i) {
        const From v = reinterpret_cast<const From *>(x.bytes.data())[i];
        if constexpr (requires {
                        v.real();
                        typename T::value_type;
                      })
          passes::append(
              result, T(static_cast<typename T::value_type>(v.real()), static_cast<typename T::value_type>(v.imag())));
        else if constexpr (requires {
                             static_cast<double>(v);
                             static_cast<double>(T{});
                           })
          passes::append(result, sizeof(T) < sizeof(float) ? T(static_cast<float>(v)) : static_cast<T>(v));
      }
    });
  });
  return result;
}

/// What is wrong with numbers of wide types that should be the same but for the order of sums. Where arguments are
/// equal on purpose this sees more than `Expected`, whose noise sets them apart.
inline std::string unequal(const Arrays &a, const Arrays &b, double tolerance = 1e-9) {
  for (auto [i, x, y] : llvm::enumerate(a, b)) {
    if (x.type.dtype != DType::f64 && x.type.dtype != DType::c128) continue;
    for (auto [k, u, v] : llvm::enumerate(passes::numbers(x), passes::numbers(y)))
      if (u != v && !(u != u && v != v) && !(std::abs(u - v) <= tolerance * (1 + std::min(std::abs(u), std::abs(v)))))
        return fmt::format("result {}, number {}: {} instead of {}", i, k, u, v);
  }
  return {};
}

/// x[0] + x[1], of f64 or complex f64.
inline HostArray halvesAdded(const HostArray &x) {
  const std::vector<double> both = passes::numbers(x);
  HostArray sum{{Shape(std::vector<int64_t>(x.type.shape.begin() + 1, x.type.shape.end())), x.type.dtype}, {}};
  for (size_t i = 0; i < both.size() / 2; ++i) passes::append(sum, both[i] + both[i + both.size() / 2]);
  return sum;
}

/// A program with all that is made of it.
class RuleCheck {
 public:
  RuleCheck(const Case &c, mlir::func::FuncOp f, std::string label) : case_(c), f_(f), label_(std::move(label)) {
    for (int64_t i : passes::inexact(f.getArgumentTypes()))
      if (c.wrt.empty() || llvm::is_contained(c.wrt, i)) wrt_.push_back(i);
    make();
  }

  /// Derivatives against differences, and one another.
  void differences() {
    if (!differentiable() || !case_.numeric) return;
    passes::Check check{.order = case_.order,
                        .tolerance = case_.order < 2 ? 1e-5 : 1e-7,
                        .reverse = case_.reverse,
                        .ranges = case_.ranges,
                        .wrt = case_.wrt};
    passes::GradChecker(check).run(f_, case_.order);
  }

  /// Values and derivatives against the programs that the case has for them.
  void asExpected(const std::function<std::string(std::string)> &typed) {
    for (auto &[name, text] : case_.expected) {
      if (name != "itself" && !differentiable()) continue;
      auto module = ir::parseModule("func.func @expected" + typed(text), "expected.mlir", f_.getContext());
      ASSERT_TRUE(module) << label_ << text;
      const auto it = llvm::find_if(transforms_, [&, n = llvm::StringRef(name)](auto &t) { return t.first == n; });
      ASSERT_TRUE(it != transforms_.end()) << label_ << " has no " << name;
      const Arrays x = arguments(it->second, 5);
      auto expected = Expected::of(passes::onlyFunction(*module), x), own = Expected::of(it->second, x);
      ASSERT_TRUE(static_cast<bool>(expected)) << llvm::toString(expected.takeError());
      ASSERT_TRUE(static_cast<bool>(own)) << llvm::toString(own.takeError());
      // Either may lose the more digits.
      const Arrays results = passes::evaluate(it->second, x);
      std::string wrong = expected->difference(results);
      if (!wrong.empty()) wrong = own->difference(expected->results());
      wrong += unequal(results, expected->results(), case_.tolerance);
      EXPECT_EQ(wrong, "") << label_ << ", " << name << passes::show(it->second) << text;
    }
  }

  /// f is what the members of an axis of 3 do, and the checked function is that for all of them. Transformed before the
  /// axis is mapped, it is the same.
  void overAxis(mlir::func::FuncOp f) {
    const unsigned n = f.getNumArguments();
    if (auto other = take(passes::vmap(f, axes(n, 0), axes(f.getNumResults(), 0), 2), "vmap"))
      compareWith(*overAxis(*other, 1), *mapped(f_), "vmap under the axis");
    if (!differentiable()) return;
    compareWith(*overAxis(*take(passes::jvp(f, wrt_), "jvp"), 0), *take(passes::jvp(f_, wrt_), "jvp"),
                "jvp under the axis");
    Func inner = take(passes::vjp(f, wrt_), "vjp");
    compareWith(*overAxis(*inner, 0), *vjp_, "vjp under the axis");
  }

  /// All transforms, simplified.
  std::string simplified() {
    std::string text;
    for (auto [name, f] : transforms_) {
      Func copy(f.clone());
      if (succeeded(passes::simplify(*copy))) text += passes::show(*copy);
    }
    return text;
  }

  /// All choices of mapped arguments against a loop over the examples.
  void everyMapping() {
    passes::VmapCheck check{.levels = 1, .derivative = false, .ranges = case_.ranges};
    passes::VmapChecker(check).run(f_, 1);
  }

  /// vmap, vmap of vjp and vjp of vmap give what a loop over the examples gives, in this element type.
  void batching() {
    Func both = mapped(f_);
    compareBatched(f_, *both, "vmap");
    if (!vjp_) return;
    compareBatched(*vjp_, *mapped(*vjp_), "vmap of vjp");
    compareBatched(*vjp_, *vjpOf(*both, f_.getNumArguments()), "vjp of vmap");
  }

  /// Reverse mode over vmap of some arguments only: those that are the same for all examples receive the sum.
  void shared() {
    const unsigned n = f_.getNumArguments();
    if (!vjp_ || n < 2) return;
    Func whole = vjpOf(*mapped(f_), n);
    for (unsigned mask = 1; mask + 1 < (1u << n); ++mask) {
      std::vector<passes::Axis> in(n), out(f_.getNumResults(), 0);
      for (unsigned i = 0; i < n; ++i)
        if (mask >> i & 1) in[i] = 0;
      Func some = vjpOf(*take(passes::vmap(f_, in, out, 2), "vmap"), n);
      const Arrays x = arguments(*some, 7);
      Arrays repeated = x;
      for (unsigned i = 0; i < n; ++i)
        if (!in[i]) repeated[i] = passes::stack({x[i], x[i]}, 0);
      Arrays expected = passes::evaluate(*whole, repeated);
      for (auto [k, i] : llvm::enumerate(derivable(f_, n)))
        if (HostArray &ct = expected[f_.getNumResults() + k]; !in[static_cast<size_t>(i)]) ct = halvesAdded(ct);
      const std::string wrong = unequal(passes::evaluate(*some, x), expected);
      EXPECT_EQ(wrong, "") << label_ << ", vjp of vmap of arguments (bits) " << mask << passes::show(*some);
    }
  }

  /// The same rules in a wider type, on the same numbers.
  void wide(const RuleCheck &other) {
    ASSERT_EQ(transforms_.size(), other.transforms_.size()) << label_;
    for (size_t i = 0; i < transforms_.size(); ++i) {
      auto [name, f] = transforms_[i];
      mlir::func::FuncOp wider = other.transforms_[i].second;
      const Arrays x = arguments(f, 1);
      Arrays wideX, results;
      for (auto [k, a] : llvm::enumerate(x))
        wideX.push_back(converted(a, ir::shapeDtypeOf(wider.getArgumentTypes()[k]).dtype));
      auto expected = Expected::of(f, x);
      ASSERT_TRUE(static_cast<bool>(expected)) << llvm::toString(expected.takeError());
      for (auto [k, a] : llvm::enumerate(passes::evaluate(wider, wideX)))
        results.push_back(converted(a, expected->results()[k].type.dtype));
      const std::string wrong = expected->difference(results, 8);
      EXPECT_EQ(wrong, "") << label_ << ", " << name << " in wide precision" << passes::show(f);
    }
  }

  /// The program and its transforms, compiled together, against the interpreter.
  void compiled() {
    mlir::MLIRContext *context = f_.getContext();
    llvm::SmallVector<mlir::Type> in, out;
    Arrays x;
    std::string order;
    for (auto [name, f] : transforms_) {
      llvm::append_range(in, f.getArgumentTypes());
      order += fmt::format(" {}: {}…", name, out.size());
      llvm::append_range(out, f.getResultTypes());
      x = passes::joined(x, arguments(f, 2));
    }
    mlir::OpBuilder b(context);
    Func all(mlir::func::FuncOp::create(b.getUnknownLoc(), "all", b.getFunctionType(in, out)));
    b.setInsertionPointToEnd(all->addEntryBlock());
    llvm::SmallVector<mlir::Value> results;
    unsigned at = 0;
    for (auto [name, f] : transforms_) {
      llvm::append_range(results, passes::inlineBody(b, f, all->getArguments().slice(at, f.getNumArguments())));
      at += f.getNumArguments();
    }
    mlir::func::ReturnOp::create(b, b.getUnknownLoc(), results);
    auto expected = Expected::of(*all, x);
    ASSERT_TRUE(static_cast<bool>(expected)) << llvm::toString(expected.takeError());
    tools::Executable run = tools::compileFor("cpu", *all, 0);
    ASSERT_TRUE(run) << label_ << " does not compile" << passes::show(*all);
    const std::string wrong = expected->difference(run(x));
    EXPECT_EQ(wrong, "") << label_ << ", compiled; results are those of" << order << passes::show(*all);
  }

 private:
  bool differentiable() { return case_.order > 0 && !wrt_.empty() && !passes::inexact(f_.getResultTypes()).empty(); }

  void make() {
    transforms_.emplace_back("itself", f_);
    keep("vmap", mapped(f_));
    if (!differentiable()) return;
    if (case_.forward) keep("jvp", take(passes::jvp(f_, wrt_), "jvp"));
    if (!case_.reverse) return;
    vjp_ = vjpOf(f_, f_.getNumArguments());
    keep("vjp", Func(vjp_->clone()));
    keep("vmap of vjp", mapped(*vjp_));
    keep("vjp of vmap", vjpOf(*mapped(f_), f_.getNumArguments()));
    if (case_.order < 2) return;
    std::vector<int64_t> again = derivable(*vjp_, f_.getNumArguments());
    again.insert(again.end(), case_.again.begin(), case_.again.end());
    llvm::sort(again);
    keep("jvp of vjp", take(passes::jvp(*vjp_, again), "jvp of vjp"));
    keep("vjp of vjp", take(passes::vjp(*vjp_, again), "vjp of vjp"));
  }

  // Of f itself those that the case names, and all cotangents after them.
  std::vector<int64_t> derivable(mlir::func::FuncOp f, int64_t primal) {
    std::vector<int64_t> wrt = passes::inexact(f.getArgumentTypes());
    llvm::erase_if(wrt, [&](int64_t i) { return i < primal && !llvm::is_contained(wrt_, i); });
    return wrt;
  }
  Func vjpOf(mlir::func::FuncOp f, int64_t primal) { return take(passes::vjp(f, derivable(f, primal)), "vjp"); }
  Func mapped(mlir::func::FuncOp f) {
    llvm::SmallVector<passes::Axis> in(f.getNumArguments(), 0), out(f.getNumResults(), 0);
    return take(passes::vmap(f, in, out, 2), "vmap");
  }
  Func take(mlir::FailureOr<Func> f, const char *what) {
    if (succeeded(f)) return std::move(*f);
    ADD_FAILURE() << label_ << ": no " << what << passes::show(f_);
    return Func(f_.clone());
  }
  void keep(const char *name, Func f) {
    transforms_.emplace_back(name, *f);
    owned_.push_back(std::move(f));
  }

  static std::vector<passes::Axis> axes(unsigned n, int64_t axis) { return std::vector<passes::Axis>(n, axis); }
  Func overAxis(mlir::func::FuncOp f, int64_t axis) {
    llvm::StringRef name;
    f->walk([&](mlir::Operation *op) { name = name.empty() ? ir::axisNameOf(op) : name; });
    return take(passes::vmap(f, axes(f.getNumArguments(), axis), axes(f.getNumResults(), axis), 3, name), "vmap");
  }
  void compareWith(mlir::func::FuncOp f, mlir::func::FuncOp other, const char *what) {
    const Arrays x = arguments(other, 6);
    auto expected = Expected::of(other, x);
    ASSERT_TRUE(static_cast<bool>(expected)) << llvm::toString(expected.takeError());
    const Arrays results = passes::evaluate(f, x);
    const std::string wrong = expected->difference(results) + unequal(results, expected->results());
    EXPECT_EQ(wrong, "") << label_ << ", " << what << passes::show(f) << passes::show(other);
  }

  // The same for the same seed; cotangents and tangents are small.
  Arrays arguments(mlir::func::FuncOp f, uint64_t seed) {
    std::mt19937_64 random(seed);
    Arrays x;
    for (auto [i, type] : llvm::enumerate(f.getArgumentTypes()))
      x.push_back(passes::sample(type, i < case_.ranges.size() ? case_.ranges[i] : Range{-1, 1}, random));
    return x;
  }

  void compareBatched(mlir::func::FuncOp one, mlir::func::FuncOp both, const char *what) {
    const Arrays first = arguments(one, 3), second = arguments(one, 4);
    Arrays stacked;
    for (size_t i = 0; i < first.size(); ++i) stacked.push_back(passes::stack({first[i], second[i]}, 0));
    const Arrays results = passes::evaluate(both, stacked);
    for (int example : {0, 1}) {
      auto expected = Expected::of(one, example ? second : first);
      ASSERT_TRUE(static_cast<bool>(expected)) << llvm::toString(expected.takeError());
      Arrays part;
      for (size_t r = 0; r < results.size(); ++r) {
        const size_t half = results[r].bytes.size() / 2;
        part.push_back({expected->results()[r].type, results[r].bytes.substr(example ? half : 0, half)});
      }
      const std::string wrong = expected->difference(part) + unequal(part, expected->results());
      EXPECT_EQ(wrong, "") << label_ << ", " << what << ", example " << example << passes::show(both);
    }
  }

  const Case &case_;
  mlir::func::FuncOp f_;
  std::string label_;
  std::vector<int64_t> wrt_;
  Func vjp_;
  std::vector<std::pair<const char *, mlir::func::FuncOp>> transforms_;
  std::vector<Func> owned_;
};

}  // namespace fluxion::rules

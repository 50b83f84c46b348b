// Every op's sharding rule against its values: the operands are cut along a factor, or along several, each device does
// the op on its parts, and the results put together are those of the whole. On the programs of all ops, and on random
// ones.
#include "passes/sharding/rules.h"

#include "tests/rules/programs.h"
#include "tools/fluxion-fuzz/generator.h"

namespace fluxion::rules {
namespace {

using mlir::Operation;
using passes::FactorsOfDims;
using passes::ShardingRule;

// Into how many parts each factor is cut, and which of them a device has.
using Parts = std::vector<int64_t>;

// An op alone, as a function; over an axis of 3 members, if it speaks of one.
class Alone {
 public:
  Alone(Operation *op, const std::function<Operation *(mlir::OpBuilder &, mlir::ValueRange)> &build,
        mlir::TypeRange operands, mlir::TypeRange results) {
    mlir::MLIRContext *context = op->getContext();
    f_ = mlir::func::FuncOp::create(op->getLoc(), "alone", mlir::FunctionType::get(context, operands, results));
    mlir::Block *body = f_->addEntryBlock();
    mlir::OpBuilder b = mlir::OpBuilder::atBlockEnd(body);
    Operation *copy = build(b, body->getArguments());
    if (!copy) return;
    mlir::func::ReturnOp::create(b, op->getLoc(), copy->getResults());
    const std::vector<passes::Axis> in(operands.size(), 0), out(results.size(), 0);
    if (llvm::StringRef axis = ir::axisNameOf(op); !axis.empty()) {
      auto mapped = passes::vmap(*f_, in, out, 3, axis);
      if (failed(mapped)) return;
      f_ = std::move(*mapped);
    }
    valid_ = true;
  }
  bool valid() const { return valid_; }
  mlir::func::FuncOp f() { return *f_; }

 private:
  passes::Func f_;
  bool valid_ = false;
};

// Walks over the elements of the part of `whole` that begins at `starts`, with the offsets of both.
void forEachOf(const Shape &part, const Shape &whole, const std::vector<int64_t> &starts,
               llvm::function_ref<void(int64_t, int64_t)> f) {
  const auto rank = static_cast<size_t>(part.ndim());
  std::vector<int64_t> at(rank);
  for (int64_t k = 0; k < part.count(); ++k) {
    int64_t offset = 0;
    for (size_t d = 0; d < rank; ++d) offset = offset * whole[static_cast<int64_t>(d)] + starts[d] + at[d];
    f(k, offset);
    for (size_t d = rank; d-- > 0 && ++at[d] == part[static_cast<int64_t>(d)];) at[d] = 0;
  }
}

// Real numbers, or the parts of complex ones in turn.
std::vector<double> doubles(const HostArray &x) {
  std::vector<double> values;
  visit_dtype(x.type.dtype, [&](auto zero) {
    using T = decltype(zero);
    const auto *elements = reinterpret_cast<const T *>(x.bytes.data());
    for (int64_t i = 0; i < x.type.shape.count(); ++i)
      if constexpr (is_complex(dtype_of<T>)) {
        values.push_back(elements[i].real());
        values.push_back(elements[i].imag());
      } else {
        values.push_back(static_cast<double>(static_cast<float>(elements[i])));
        if constexpr (std::is_same_v<T, double>) values.back() = elements[i];
      }
  });
  return values;
}

class RuleChecker {
 public:
  RuleChecker(Operation *op, ShardingRule rule, uint64_t seed) : op_(op), rule_(std::move(rule)), random_(seed) {
    members_ = ir::axisNameOf(op).empty() ? 0 : 3;
    auto copy = [&](mlir::OpBuilder &b, mlir::ValueRange x) {
      Operation *whole = b.clone(*op);
      whole->setOperands(x);
      return whole;
    };
    Alone whole(op, copy, op->getOperandTypes(), op->getResultTypes());
    EXPECT_TRUE(whole.valid());
    if (!whole.valid()) return;
    for (mlir::Type t : whole.f().getArgumentTypes()) operands_.push_back(passes::sample(t, {-2, 2, -3, 6}, random_));
    results_ = passes::evaluate(whole.f(), operands_);
  }

  /// What is wrong with cutting each factor alone, and with cutting any two; empty if nothing is.
  std::string check() {
    for (const HostArray &y : results_)
      if (y.bytes.empty()) return "";  // without elements, or it could not be evaluated, which has been reported
    const auto count = static_cast<unsigned>(rule_.factors().size());
    for (unsigned a = 0; a < count; ++a)
      for (unsigned b = a; b < count; ++b) {
        Parts parts(count, 1);
        if (!cut(parts, a) || (b != a && !cut(parts, b))) continue;
        if (std::string wrong = checkCut(parts); !wrong.empty()) return wrong;
      }
    return {};
  }
  int cuts() const { return cuts_; }

 private:
  // Cuts a factor, and those that are slower than it in any dimension into single elements: a part is contiguous.
  bool cut(Parts &parts, unsigned factor) {
    const passes::Factor &f = rule_.factors()[factor];
    if (f.moves || f.size < 2) return false;
    int64_t n = 2;
    while (f.size % n != 0) ++n;
    if (random_() % 3 == 0) n = f.size;
    parts[factor] = std::max(parts[factor], n);
    cutSlower(parts, factor);
    return true;
  }
  void cutSlower(Parts &parts, unsigned factor) {
    for (llvm::ArrayRef<FactorsOfDims> arrays : {rule_.operands(), rule_.results()})
      for (const FactorsOfDims &dims : arrays)
        for (auto &list : dims)
          if (auto it = llvm::find(list, factor); it != list.end())
            for (auto slower = list.begin(); slower != it; ++slower)
              if (parts[*slower] != rule_.factors()[*slower].size) {
                parts[*slower] = rule_.factors()[*slower].size;
                cutSlower(parts, *slower);
              }
  }

  // [parts of dimension d, the number of the part that a device has]
  static std::pair<int64_t, int64_t> place(llvm::ArrayRef<unsigned> factors, const Parts &parts, const Parts &device) {
    int64_t n = 1, number = 0;
    for (unsigned f : factors) n *= parts[f], number = number * parts[f] + device[f];
    return {n, number};
  }

  mlir::Type partOf(mlir::Type type, const FactorsOfDims &dims, const Parts &parts) const {
    auto t = llvm::cast<ir::Tensor>(type);
    ir::Sizes shape(t.getShape());
    for (size_t d = 0; d < shape.size(); ++d) shape[d] /= place(dims[d], parts, parts).first;
    return ir::Tensor::get(shape, t.getElementType());
  }

  // Where a device's part of an array begins; members of a named axis stand in front.
  std::vector<int64_t> startsOf(const Shape &part, const FactorsOfDims &dims, const Parts &parts,
                                const Parts &device) const {
    const size_t front = members_ ? 1 : 0;
    std::vector<int64_t> starts(dims.size() + front);
    for (size_t d = 0; d < dims.size(); ++d)
      starts[d + front] = place(dims[d], parts, device).second * part[static_cast<int64_t>(d + front)];
    return starts;
  }

  static void copyElement(HostArray &to, int64_t i, const HostArray &from, int64_t k) {
    const auto size = static_cast<size_t>(size_of(from.type.dtype));
    to.bytes.replace(static_cast<size_t>(i) * size, size, from.bytes, static_cast<size_t>(k) * size, size);
  }

  // Whether the device is not the first along all factors that some result lacks.
  bool isOther(const Parts &device) const {
    for (unsigned f = 0; f < device.size(); ++f)
      if (device[f] != 0 && isReduced(f)) return true;
    return false;
  }
  bool isReduced(unsigned factor) const {
    return rule_.factors()[factor].combine != ir::Combine::set &&
           llvm::any_of(rule_.results(), [&](const FactorsOfDims &dims) { return lacks(dims, factor); });
  }
  static bool lacks(const FactorsOfDims &dims, unsigned factor) {
    return llvm::none_of(dims, [&](auto &list) { return llvm::is_contained(list, factor); });
  }

  // The element that changes nothing.
  static void fillNeutral(HostArray &x, ir::Combine kind) {
    std::string bytes;
    visit_dtype(x.type.dtype, [&](auto zero) {
      using T = decltype(zero);
      if constexpr (is_complex(dtype_of<T>)) {
        HostArray one{{Shape({}), x.type.dtype}, {}};
        for (int64_t i = 0; i < x.type.shape.count(); ++i)
          passes::append(one, T(kind == ir::Combine::multiply ? 1 : 0));
        bytes = one.bytes;
      } else if constexpr (std::is_arithmetic_v<T>) {
        T v{};
        if (kind == ir::Combine::multiply || kind == ir::Combine::and_) v = static_cast<T>(1);
        if (kind == ir::Combine::and_ && !std::is_floating_point_v<T>) v = static_cast<T>(~uint64_t(0));
        if (kind == ir::Combine::maximum) v = std::numeric_limits<T>::lowest();
        if (kind == ir::Combine::minimum) v = std::numeric_limits<T>::max();
        HostArray one{{Shape({}), x.type.dtype}, {}};
        for (int64_t i = 0; i < x.type.shape.count(); ++i) passes::append(one, v);
        bytes = one.bytes;
      } else {
        bytes = x.bytes;
        ADD_FAILURE() << "no neutral element of " << name(x.type.dtype);
      }
    });
    x.bytes = bytes;
  }

  template <class T>
  static T combined(ir::Combine kind, T a, T b) {
    switch (kind) {
      case ir::Combine::add:
        return static_cast<T>(a + b);
      case ir::Combine::multiply:
        return static_cast<T>(a * b);
      case ir::Combine::maximum:
        return a != a || a > b ? a : b;
      case ir::Combine::minimum:
        return a != a || a < b ? a : b;
      default:
        break;
    }
    if constexpr (std::is_integral_v<T>)
      return static_cast<T>(kind == ir::Combine::and_ ? a & b : kind == ir::Combine::or_ ? a | b : a ^ b);
    else
      return a;
  }

  static void combine(HostArray &to, int64_t i, const HostArray &from, int64_t k, ir::Combine kind) {
    visit_dtype(from.type.dtype, [&](auto zero) {
      using T = decltype(zero);
      auto *a = reinterpret_cast<T *>(to.bytes.data()) + i;
      const auto *b = reinterpret_cast<const T *>(from.bytes.data()) + k;
      if constexpr (std::is_same_v<T, bool>)
        *a = kind == ir::Combine::and_ || kind == ir::Combine::multiply || kind == ir::Combine::minimum ? *a && *b
             : kind == ir::Combine::xor_                                                                ? *a != *b
                                                                                                        : *a || *b;
      else if constexpr (std::is_arithmetic_v<T>)
        *a = combined(kind, *a, *b);
      else if constexpr (requires { typename T::value_type; })
        *a = kind == ir::Combine::multiply ? *a * *b : *a + *b;
      else
        ADD_FAILURE() << "no sums of " << name(from.type.dtype);
    });
  }

  std::string checkCut(const Parts &parts) {
    ++cuts_;
    std::vector<mlir::Type> operandTypes, resultTypes;
    for (auto [t, dims] : llvm::zip(op_->getOperandTypes(), rule_.operands()))
      operandTypes.push_back(partOf(t, dims, parts));
    for (auto [t, dims] : llvm::zip(op_->getResultTypes(), rule_.results()))
      resultTypes.push_back(partOf(t, dims, parts));
    auto local = [&](mlir::OpBuilder &b, mlir::ValueRange x) { return passes::localOp(b, op_, x, resultTypes); };
    Alone part(op_, local, operandTypes, resultTypes);
    const std::string what = fmt::format("{}cut as [{}]", passes::show(part.f()), fmt::join(parts, ","));
    if (!part.valid()) return what + " is no op";
    Arrays together;
    for (const HostArray &y : results_) together.push_back({y.type, std::string(y.bytes.size(), '\0')});
    Parts device(parts.size());
    bool more = true;
    while (more) {
      run(part.f(), parts, device, together);
      more = false;
      for (size_t f = 0; f < parts.size() && !more; ++f) {
        more = ++device[f] < parts[f];
        if (!more) device[f] = 0;
      }
    }
    const std::string wrong = difference(together, parts);
    return wrong.empty() ? wrong : what + ": " + wrong;
  }

  // What one device does.
  void run(mlir::func::FuncOp part, const Parts &parts, const Parts &device, Arrays &together) {
    Arrays x;
    for (auto [i, type] : llvm::enumerate(part.getArgumentTypes())) {
      HostArray &own = x.emplace_back(HostArray{ir::shapeDtypeOf(type), {}});
      own.bytes.resize(static_cast<size_t>(own.type.bytes()));
      forEachOf(own.type.shape, operands_[i].type.shape, startsOf(own.type.shape, rule_.operands()[i], parts, device),
                [&](int64_t k, int64_t at) { copyElement(own, k, operands_[i], at); });
      if (llvm::is_contained(rule_.once(), i) && isOther(device)) fillNeutral(own, combineOf(parts));
    }
    const Arrays y = passes::evaluate(part, x);
    for (auto [i, own] : llvm::enumerate(y)) {
      const ir::Combine kind = combineOf(parts);
      bool first = true, again = false;  // again: what another device has, too
      for (unsigned f = 0; f < parts.size(); ++f)
        if (device[f] != 0 && lacks(rule_.results()[i], f)) {
          first &= !isReduced(f);
          again |= !isReduced(f);
        }
      if (again) continue;
      HostArray &whole = together[i];
      forEachOf(
          own.type.shape, whole.type.shape, startsOf(own.type.shape, rule_.results()[i], parts, device),
          [&](int64_t k, int64_t at) { first ? copyElement(whole, at, own, k) : combine(whole, at, own, k, kind); });
    }
  }

  // An op combines in one way.
  ir::Combine combineOf(const Parts &parts) const {
    for (unsigned f = 0; f < parts.size(); ++f)
      if (parts[f] > 1 && isReduced(f)) return rule_.factors()[f].combine;
    return ir::Combine::set;
  }

  // To the bit, unless parts have been added up.
  std::string difference(const Arrays &together, const Parts &parts) const {
    for (auto [i, y] : llvm::enumerate(together)) {
      bool reduced = false;
      for (unsigned f = 0; f < parts.size(); ++f)
        reduced |= parts[f] > 1 && isReduced(f) && lacks(rule_.results()[i], f);
      if (!reduced && y.bytes != results_[i].bytes) return fmt::format("result {} differs", i);
      if (!reduced || y.bytes == results_[i].bytes) continue;
      if (is_integer(y.type.dtype) || y.type.dtype == DType::bool_) return fmt::format("result {} differs", i);
      const double tolerance = y.type.dtype == DType::f64 || y.type.dtype == DType::c128 ? 1e-9 : 1e-3;
      for (auto [k, a, b] : llvm::enumerate(doubles(y), doubles(results_[i])))
        if (a != b && !(a != a && b != b) && !(std::abs(a - b) <= tolerance * (1 + std::abs(b))))
          return fmt::format("result {}, number {}: {} instead of {}", i, k, a, b);
    }
    return {};
  }

  Operation *op_;
  ShardingRule rule_;
  std::mt19937_64 random_;
  int64_t members_ = 0;
  Arrays operands_, results_;
  int cuts_ = 0;
};

// Floats narrower than f32 are rounded once they have been added up, which parts of them are not.
bool isNarrow(mlir::Type type) {
  const DType d = ir::shapeDtypeOf(type).dtype;
  return is_float(d) && size_of(d) < 4;
}

/// The first rule that is wrong among the ops of a program, and in how many ways they were cut; of one op alone, if it
/// is named.
std::pair<std::string, int> checkProgram(mlir::ModuleOp module, uint64_t seed, llvm::StringRef only = {}) {
  std::string wrong;
  int cuts = 0;
  module.walk([&](Operation *op) {
    if ((!only.empty() && op->getName().getStringRef() != only) || op->getNumRegions() || op->getNumOperands() == 0 ||
        op->getNumResults() == 0 || !wrong.empty() || llvm::any_of(op->getOperandTypes(), isNarrow) ||
        llvm::any_of(op->getResultTypes(), isNarrow))
      return;
    std::optional<ShardingRule> rule = passes::defaultShardingRules().of(op);
    if (!rule) {
      wrong = op->getName().getStringRef().str() + " has no rule";
      return;
    }
    if (rule->factors().empty()) return;
    RuleChecker checker(op, *rule, seed);
    wrong = checker.check();
    cuts += checker.cuts();
  });
  return {wrong, cuts};
}

// Ops without operands, and those whose bodies are cut.
constexpr llvm::StringLiteral kNeverCut[] = {"fx.constant",    "fx.iota",        "fx.axis_index",   "fx.case",
                                             "fx.while",       "fx.scan",        "fx.custom_jvp",   "fx.custom_vjp",
                                             "fx.custom_vmap", "fx.linear_call", "fx.linear_solve", "fx.checkpoint"};

// The function over four examples, too, of all arguments and of the first: ops with batches.
void addMapped(mlir::ModuleOp module) {
  mlir::func::FuncOp f = passes::onlyFunction(module);
  std::vector<passes::Axis> in(f.getNumArguments(), 0);
  const std::vector<passes::Axis> out(f.getNumResults(), 0);
  for (const char *name : {"all", "first"}) {
    auto mapped = passes::vmap(f, in, out, 4);
    if (failed(mapped)) return;
    mapped->get().setSymName(name);
    module.push_back(mapped->release());
    for (size_t i = 1; i < in.size(); ++i) in[i].reset();
  }
}

class ShardingRulesOf : public testing::TestWithParam<std::string> {
 protected:
  passes::Context context_;
};

TEST_P(ShardingRulesOf, GiveTheWholeFromItsParts) {
  uint64_t seed = 1;
  int cuts = 0;
  for (const Typed &typed : casesOf(GetParam(), &context_.context))
    for (DType dtype : {DType::f64, DType::c128, DType::f32, DType::i32, DType::u8, DType::bool_}) {
      mlir::ScopedDiagnosticHandler quiet(&context_.context, [](mlir::Diagnostic &) { return mlir::success(); });
      const std::string text = typed.text(dtype, &context_.context);
      if (text.empty()) continue;
      auto module = ir::parseModule("func.func @f" + text, "case.mlir", &context_.context);
      if (!module) continue;
      addMapped(*module);
      auto [wrong, own] = checkProgram(*module, ++seed, GetParam());
      EXPECT_EQ(wrong, "") << text;
      cuts += own;
    }
  const bool isCut = !llvm::is_contained(kNeverCut, GetParam());
  EXPECT_EQ(cuts > 0, isCut) << GetParam() << ": is its rule tried by a program in tests/rules/cases?";
}

INSTANTIATE_TEST_SUITE_P(Ops, ShardingRulesOf, testing::ValuesIn(allOps()),
                         [](const auto &info) { return info.param.substr(3); });

TEST(ShardingRules, HoldInRandomPrograms) {
  passes::Context context;
  tools::Generator generator(
      &context.context, {.ops = 12, .elements = 400, .dtypes = {DType::f32, DType::f64, DType::i32, DType::bool_}});
  int cuts = 0;
  for (uint64_t seed = 1; seed <= 400; ++seed) {
    auto module = generator.program(seed);
    auto [wrong, own] = checkProgram(*module, seed);
    ASSERT_EQ(wrong, "") << "seed " << seed;
    cuts += own;
  }
  EXPECT_GT(cuts, 2000);
}

// A rule that somebody might have written.
struct Wrong {
  const char *text;
  void (*rule)(ShardingRule &);
};
using passes::in;
using passes::out;
const Wrong kWrong[] = {
    {"(%x: tensor<4x3xf64>) -> tensor<4x3xf64> { %y = fx.reverse %x along [0] : tensor<4x3xf64> return %y : "
     "tensor<4x3xf64> }",
     [](ShardingRule &r) { r.share({in(0, 0), out(0, 0)}); }},
    {"(%x: tensor<4x3xf64>) -> tensor<4x3xf64> { %y = fx.cumulative add, %x along 0 reverse false : tensor<4x3xf64> "
     "return "
     "%y : tensor<4x3xf64> }",
     [](ShardingRule &r) { r.share({in(0, 0), out(0, 0)}); }},
    {"(%x: tensor<4x3xf64>) -> tensor<4x3xf64> { %y = fx.sort %x along 0 stable true descending false : "
     "tensor<4x3xf64> return "
     "%y : tensor<4x3xf64> }",
     [](ShardingRule &r) { r.share({in(0, 0), out(0, 0)}); }},
    {"(%x: tensor<4x4xf64>) -> tensor<4x4xf64> { %y = fx.transpose %x by [1, 0] : tensor<4x4xf64> -> tensor<4x4xf64> "
     "return "
     "%y : tensor<4x4xf64> }",
     [](ShardingRule &r) { r.share({in(0, 0), out(0, 0)}); }},
    {"(%x: tensor<4x3xf64>) -> tensor<3xf64> { %y = fx.reduce add, %x over [0] : tensor<4x3xf64> -> tensor<3xf64> "
     "return "
     "%y : tensor<3xf64> }",
     [](ShardingRule &r) { r.reduce({in(0, 0)}, ir::Combine::maximum); }},
    {"(%x: tensor<3x3xf64>, %w: tensor<3x2xf64>) -> tensor<3x2xf64> { %y = fx.dot_general %x, %w batch [] x [] "
     "contract [1] x "
     "[0] as f64 : (tensor<3x3xf64>, tensor<3x2xf64>) -> tensor<3x2xf64> return %y : tensor<3x2xf64> }",
     [](ShardingRule &r) { r.reduce({in(0, 0), in(1, 0)}); }},
    {"(%x: tensor<6xf64>) -> tensor<2x3xf64> { %y = fx.reshape %x to [2, 3] : tensor<6xf64> -> tensor<2x3xf64> return "
     "%y : tensor<2x3xf64> }",
     [](ShardingRule &r) {
       r.append(3, {in(0, 0), out(0, 1)});
       r.append(2, {in(0, 0), out(0, 0)});
     }},
    {"(%x: tensor<5xf64>, %i: tensor<4x1xi32>, %u: tensor<4xf64>) -> tensor<5xf64> { %y = fx.scatter add, %x, %i, %u "
     "{update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, input_batching_dims = array<i64>, "
     "scatter_indices_batching_dims = array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, index_vector_dim = 1, "
     "unique_indices = false} : (tensor<5xf64>, tensor<4x1xi32>, tensor<4xf64>) -> tensor<5xf64> return %y : "
     "tensor<5xf64> }",
     [](ShardingRule &r) { r.reduce({in(1, 0), in(2, 0)}); }},  // the operand counts for each device
    {"(%x: tensor<6xf64>) -> tensor<4xf64> { %y = fx.slice %x from [1] to [5] by [1] : tensor<6xf64> -> tensor<4xf64> "
     "return "
     "%y : tensor<4xf64> }",
     [](ShardingRule &r) { r.append(2, {in(0, 0), out(0, 0)}); }},
};

TEST(ShardingRules, AreNoticedWhereTheyAreWrong) {
  for (const Wrong &w : kWrong) {
    passes::Program program(w.text);
    Operation *op = &program.f.getBody().front().front();
    const std::optional<ShardingRule> own = passes::defaultShardingRules().of(op);
    ASSERT_TRUE(own) << w.text;
    EXPECT_EQ(RuleChecker(op, *own, 7).check(), "") << w.text;
    ShardingRule wrong(op);
    w.rule(wrong);
    EXPECT_NE(RuleChecker(op, wrong, 7).check(), "") << w.text;
  }
}

}  // namespace
}  // namespace fluxion::rules

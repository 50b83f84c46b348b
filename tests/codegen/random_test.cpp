// Random programs, compiled and interpreted. FLUXION_PROGRAMS=N runs more of them, FLUXION_SEED=S begins elsewhere.
#include <cstdlib>

#include "compiled.h"
#include "mlir/IR/Builders.h"

namespace fluxion::codegen {
namespace {

using ir::shapeOf;
using ir::Sizes;

class RandomProgram {
 public:
  RandomProgram(mlir::MLIRContext *context, unsigned seed) : random_(seed), b_(context), loc_(b_.getUnknownLoc()) {}

  mlir::OwningOpRef<mlir::ModuleOp> build() {
    mlir::OwningOpRef<mlir::ModuleOp> module = mlir::ModuleOp::create(loc_);
    b_.setInsertionPointToEnd(module->getBody());
    llvm::SmallVector<mlir::Type> types;
    for (int i = 0; i < 3; ++i) {
      Sizes shape;
      for (int64_t r = pick(4); r > 0; --r) shape.push_back(size());
      types.push_back(ir::Tensor::get(shape, b_.getF32Type()));
    }
    auto f = mlir::func::FuncOp::create(b_, loc_, "main", b_.getFunctionType(types, {}));
    mlir::Block *entry = f.addEntryBlock();
    b_.setInsertionPointToStart(entry);
    values_.assign(entry->args_begin(), entry->args_end());
    for (int i = 0, n = 4 + static_cast<int>(pick(16)); i < n; ++i)
      if (mlir::Value v = step(); v && ir::tensorType(v).getNumElements() <= 20000) values_.push_back(v);
    llvm::SmallVector<mlir::Value> results;
    for (size_t i = values_.size(); i-- > 0 && results.size() < 4;)
      if (results.empty() || pick(3) == 0) results.push_back(values_[i]);
    mlir::func::ReturnOp::create(b_, loc_, results);
    f.setType(b_.getFunctionType(types, mlir::ValueRange(results).getTypes()));
    return module;
  }

 private:
  int64_t pick(int64_t n) { return static_cast<int64_t>(random_() % static_cast<uint64_t>(n)); }
  int64_t size() {
    static const int64_t kSizes[] = {1, 2, 3, 5, 8, 16, 17, 33, 64};
    return kSizes[pick(9)];
  }
  mlir::Value any() { return values_[pick(static_cast<int64_t>(values_.size()))]; }
  mlir::Value scalar(double v) {
    auto type = ir::Tensor::get({}, b_.getF32Type());
    return ir::ConstantOp::create(b_, loc_, type, mlir::DenseElementsAttr::get(type, static_cast<float>(v)));
  }
  // Some value as this shape: broadcast if it fits, else cut and padded.
  mlir::Value shaped(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
    if (shapeOf(x) == shape) return x;
    for (mlir::Value v : values_)
      if (shapeOf(v) == shape && v != x && pick(2)) return v;
    Sizes dims;
    size_t next = 0;
    for (int64_t n : shapeOf(x)) {
      while (next < shape.size() && n != 1 && shape[next] != n) ++next;
      if (next == shape.size()) break;
      dims.push_back(static_cast<int64_t>(next++));
    }
    if (dims.size() == shapeOf(x).size()) return ir::BroadcastInDimOp::create(b_, loc_, x, dims, Sizes(shape));
    mlir::Value flat = ir::ReshapeOp::create(b_, loc_, x, Sizes{ir::tensorType(x).getNumElements()});
    int64_t wanted = 1, have = ir::tensorType(x).getNumElements();
    for (int64_t n : shape) wanted *= n;
    flat = ir::PadOp::create(b_, loc_, flat, scalar(0.5), Sizes{0}, Sizes{wanted - have}, Sizes{0});
    return ir::ReshapeOp::create(b_, loc_, flat, Sizes(shape));
  }

  mlir::Value step() {
    mlir::Value x = any();
    Sizes shape(shapeOf(x));
    auto rank = static_cast<int64_t>(shape.size());
    switch (pick(18)) {
      case 0:
        return ir::LogisticOp::create(b_, loc_, x);
      case 1:
        return ir::TanhOp::create(b_, loc_, x);
      case 2:
        return ir::NegateOp::create(b_, loc_, x);
      case 3:
        return ir::AddOp::create(b_, loc_, x, shaped(any(), shape));
      case 4:
        return ir::MultiplyOp::create(b_, loc_, x, shaped(any(), shape));
      case 5:
        return ir::MaximumOp::create(b_, loc_, x, shaped(any(), shape));
      case 6: {
        mlir::Value y = shaped(any(), shape);
        mlir::Value c = ir::CompareOp::create(b_, loc_, ir::Comparison::LT, x, y);
        return ir::SelectOp::create(b_, loc_, c, y, x);
      }
      case 7:
      case 8:
        return reduce(x);
      case 9: {
        Sizes order;
        for (int64_t d = 0; d < rank; ++d) order.insert(order.begin() + pick(d + 1), d);
        return ir::TransposeOp::create(b_, loc_, x, order);
      }
      case 10:
        return reshape(x);
      case 11: {
        Sizes from, to, by;
        for (int64_t n : shape) {
          from.push_back(pick(n));
          to.push_back(from.back() + 1 + pick(n - from.back()));
          by.push_back(1 + pick(2));
        }
        return ir::SliceOp::create(b_, loc_, x, from, to, by);
      }
      case 12: {
        Sizes low, high, interior;
        for (int64_t n : shape) {
          low.push_back(pick(4) - (n > 2 ? 1 : 0));
          high.push_back(pick(4));
          interior.push_back(pick(4) == 0 ? 1 : 0);
        }
        return ir::PadOp::create(b_, loc_, x, scalar(-0.25), low, high, interior);
      }
      case 13: {
        if (!rank) return {};
        int64_t d = pick(rank);
        mlir::Value y = shaped(any(), shape);
        llvm::SmallVector<mlir::Value> inputs{x, y, x};
        return ir::ConcatenateOp::create(b_, loc_, inputs, d);
      }
      case 14:
        return rank ? ir::ReverseOp::create(b_, loc_, x, Sizes{pick(rank)}).getResult() : mlir::Value();
      case 15:
        return dot(x);
      case 16: {
        if (!rank) return {};
        mlir::Value i = ir::IotaOp::create(b_, loc_, pick(rank), shape, b_.getF32Type());
        return ir::MultiplyOp::create(b_, loc_, x, ir::SineOp::create(b_, loc_, i));
      }
      default:
        return softmax(x);
    }
  }

  mlir::Value reduce(mlir::Value x) {
    Sizes dims;
    for (int64_t d = 0; d < static_cast<int64_t>(shapeOf(x).size()); ++d)
      if (pick(2)) dims.push_back(d);
    if (dims.empty()) return {};
    static const ir::Combine kKinds[] = {ir::Combine::add, ir::Combine::maximum, ir::Combine::minimum};
    return ir::ReduceOp::create(b_, loc_, kKinds[pick(3)], x, dims);
  }

  mlir::Value reshape(mlir::Value x) {
    int64_t n = ir::tensorType(x).getNumElements();
    Sizes shape;
    for (int64_t d : {2, 3, 5, 8, 16})
      if (n % d == 0 && n > d && pick(2)) shape.push_back(d), n /= d;
    shape.insert(shape.begin() + pick(static_cast<int64_t>(shape.size()) + 1), n);
    if (pick(4) == 0) shape.push_back(1);
    return ir::ReshapeOp::create(b_, loc_, x, shape);
  }

  mlir::Value softmax(mlir::Value x) {
    Sizes shape(shapeOf(x)), others;
    if (shape.empty()) return {};
    int64_t d = pick(static_cast<int64_t>(shape.size()));
    for (int64_t i = 0; i < static_cast<int64_t>(shape.size()); ++i)
      if (i != d) others.push_back(i);
    auto spread = [&](mlir::Value v) -> mlir::Value {
      return ir::BroadcastInDimOp::create(b_, loc_, v, others, shape);
    };
    mlir::Value m = ir::ReduceOp::create(b_, loc_, ir::Combine::maximum, x, Sizes{d});
    mlir::Value e = ir::ExponentialOp::create(b_, loc_, ir::SubtractOp::create(b_, loc_, x, spread(m)));
    mlir::Value s = ir::ReduceOp::create(b_, loc_, ir::Combine::add, e, Sizes{d});
    return ir::DivideOp::create(b_, loc_, e, spread(s));
  }

  mlir::Value dot(mlir::Value x) {
    Sizes shape(shapeOf(x));
    if (shape.empty()) return {};
    int64_t d = pick(static_cast<int64_t>(shape.size()));
    Sizes other{shape[d], size()};
    int64_t where = pick(2);
    if (where) std::swap(other[0], other[1]);
    mlir::Value y = shaped(any(), other);
    return ir::DotGeneralOp::create(b_, loc_, x, y, Sizes{}, Sizes{}, Sizes{d}, Sizes{where}, b_.getF32Type());
  }

  std::mt19937 random_;
  mlir::OpBuilder b_;
  mlir::Location loc_;
  std::vector<mlir::Value> values_;
};

TEST_F(Compiled, RandomPrograms) {
  auto number = [](const char *name, unsigned otherwise) {
    const char *text = std::getenv(name);
    return text ? static_cast<unsigned>(std::atoi(text)) : otherwise;
  };
  unsigned first = number("FLUXION_SEED", 1), count = number("FLUXION_PROGRAMS", 60);
  for (unsigned seed = first; seed < first + count && !HasFailure(); ++seed) {
    auto module = RandomProgram(&context_, seed).build();
    ASSERT_TRUE(succeeded(mlir::verify(*module))) << seed;
    std::string text;
    llvm::raw_string_ostream out(text);
    out << "// seed " << seed << "\n";
    module->print(out);
    check(text, 2e-4);
  }
}

}  // namespace
}  // namespace fluxion::codegen

// Rows whose passes are worked on in a pipeline, several rows at a time: softmax, its kin and what is fused with them.
#include <map>

#include "codegen/cpu/kernel.h"
#include "runtime/thread_pool.h"
#include "tests/codegen/compiled.h"

namespace fluxion::codegen {
namespace {

// The text of a function on rows: f32[kept…, columns], what is known of a row, what all rows share.
class RowsText {
 public:
  RowsText(std::vector<int64_t> kept, int64_t columns, const std::string &element = "f32") : kept_(std::move(kept)) {
    for (int64_t size : kept_) keptSizes_ += std::to_string(size) + "x";
    columns_ = std::to_string(columns);
    whole = typeOf(keptSizes_ + columns_ + "x", element);
    row = typeOf(keptSizes_, element);
    column = typeOf(columns_ + "x", element);
    wholeOfIntegers = typeOf(keptSizes_ + columns_ + "x", "i32");
    rowOfIntegers = typeOf(keptSizes_, "i32");
  }

  std::string whole, row, column, wholeOfIntegers, rowOfIntegers;

  std::string input(const std::string &type) {
    inputs_ += (inputs_.empty() ? "" : ", ") + fresh(type) + ": " + type;
    return last_;
  }
  std::string op(const std::string &name, const std::vector<std::string> &operands) {
    return line(name + " " + joined(operands), types_[operands[0]]);
  }
  std::string select(const std::string &condition, const std::string &x, const std::string &y) {
    return line("select " + joined({condition, x, y}), types_[condition] + ", " + types_[x], types_[x]);
  }
  std::string compare(const std::string &how, const std::string &x, const std::string &y) {
    std::string type = types_[x];
    type.replace(type.rfind('x') + 1, std::string::npos, "i1>");
    return line("compare " + how + ", " + x + ", " + y, types_[x], type);
  }
  std::string constant(const std::string &value, const std::string &type) {
    return line("constant dense<" + value + ">", type);
  }
  std::string numbersAlongRows() {
    return line("iota " + std::to_string(kept_.size()) + " to [" + sizes() + "] as i32", wholeOfIntegers);
  }
  std::string reduce(const std::string &kind, const std::string &x) {
    const std::string y = types_[x] == whole ? row : rowOfIntegers;
    return line("reduce " + kind + ", " + x + " over [" + std::to_string(kept_.size()) + "]", types_[x] + " -> " + y,
                y);
  }
  std::string argReduce(const std::string &kind, const std::string &x) {
    return line("arg_reduce " + kind + ", " + x + " over " + std::to_string(kept_.size()),
                types_[x] + " -> " + rowOfIntegers, rowOfIntegers);
  }
  /// What is known of rows, for all their elements; or of columns, for all rows.
  std::string spread(const std::string &x) {
    const std::string &y = types_[x] == rowOfIntegers ? wholeOfIntegers : whole;
    std::vector<std::string> dims;
    for (size_t i = 0; i < kept_.size(); ++i) dims.push_back(std::to_string(i));
    if (types_[x] == column) dims = {std::to_string(kept_.size())};
    return line("broadcast_in_dim " + x + " dims [" + joined(dims) + "] to [" + sizes() + "]", types_[x] + " -> " + y,
                y);
  }
  /// Rows of a table, found by numbers, one for each row here; of one kept dimension.
  std::string gather(const std::string &table, const std::string &numbers) {
    return line("gather " + table + ", " + numbers +
                    " {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, operand_batching_dims = "
                    "array<i64>, start_indices_batching_dims = array<i64>, start_index_map = array<i64: 0>, "
                    "index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, " +
                    columns_ + ">}",
                "(" + types_[table] + ", " + types_[numbers] + ") -> " + whole, whole);
  }
  /// An element of each row, found by its number; of one kept dimension.
  std::string pick(const std::string &x, const std::string &numbers) {
    return line("gather " + x + ", " + numbers +
                    " {offset_dims = array<i64>, collapsed_slice_dims = array<i64: 1>, operand_batching_dims = "
                    "array<i64: 0>, start_indices_batching_dims = array<i64: 0>, start_index_map = array<i64: 1>, "
                    "index_vector_dim = 1 : i64, slice_sizes = array<i64: 1, 1>}",
                "(" + types_[x] + ", " + types_[numbers] + ") -> " + row, row);
  }
  std::string function(const std::vector<std::string> &results) {
    std::vector<std::string> types;
    for (const std::string &result : results) types.push_back(types_[result]);
    return "func.func @f(" + inputs_ + ") -> (" + joined(types) + ") {\n" + body_ + "return " + joined(results) +
           " : " + joined(types) + "\n}";
  }

  // ---- what most functions here have
  std::string exponentials(const std::string &x) {
    return op("exponential", {op("subtract", {x, spread(reduce("maximum", x))})});
  }
  std::string softmax(const std::string &x) {
    const std::string e = exponentials(x);
    return op("divide", {e, spread(reduce("add", e))});
  }

 private:
  static std::string typeOf(const std::string &sizes, const std::string &element) {
    return "tensor<" + sizes + element + ">";
  }
  static std::string joined(const std::vector<std::string> &parts) {
    std::string all;
    for (const std::string &part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
  }
  std::string sizes() const {
    std::vector<std::string> all;
    for (int64_t size : kept_) all.push_back(std::to_string(size));
    all.push_back(columns_);
    return joined(all);
  }
  const std::string &fresh(const std::string &type) {
    last_ = "%v" + std::to_string(count_++);
    types_[last_] = type;
    return last_;
  }
  std::string line(const std::string &what, const std::string &signature, const std::string &type) {
    body_ += fresh(type) + " = fx." + what + " : " + signature + "\n";
    return last_;
  }
  std::string line(const std::string &what, const std::string &type) { return line(what, type, type); }

  std::vector<int64_t> kept_;
  std::string keptSizes_, columns_, inputs_, body_, last_;
  std::map<std::string, std::string> types_;
  int count_ = 0;
};

class PipelinedRows : public Compiled {
 protected:
  /// Of the kernels of a function, how many work on rows in a pipeline, and the passes of those, where registers are as
  /// wide as `vectorBytes`.
  struct Pipelines {
    int count = 0, passes = 0;
  };
  Pipelines pipelines(const std::string &text, int64_t vectorBytes = 64) {
    Pipelines found;
    auto module = parse(text);
    if (!module || failed(passes::fuse(*module->getOps<mlir::func::FuncOp>().begin()))) {
      ADD_FAILURE() << text;
      return found;
    }
    module->walk([&](ir::KernelOp kernel) {
      const KernelSchedule schedule = scheduleKernel(kernel, vectorBytes);
      if (schedule.pipelined) ++found.count, found.passes += schedule.passes;
    });
    return found;
  }
  void checkPipelined(const std::string &text, int passes, double tolerance = 1e-5, std::vector<HostArray> args = {}) {
    const Pipelines found = pipelines(text);
    EXPECT_EQ(found.count, 1) << text;
    EXPECT_EQ(found.passes, passes) << text;
    check(text, tolerance, std::move(args));
  }

  static std::string softmax(std::vector<int64_t> kept, int64_t columns, const std::string &element = "f32") {
    RowsText t(std::move(kept), columns, element);
    return t.function({t.softmax(t.input(t.whole))});
  }
  // y·(g − Σ g·y), recomputing y from x.
  static std::string softmaxGradient(std::vector<int64_t> kept, int64_t columns, const std::string &element) {
    RowsText t(std::move(kept), columns, element);
    const std::string x = t.input(t.whole), g = t.input(t.whole), y = t.softmax(x);
    const std::string inner = t.spread(t.reduce("add", t.op("multiply", {g, y})));
    return t.function({t.op("multiply", {y, t.op("subtract", {g, inner})})});
  }
  // x − max − log Σ e^(x − max), and what that function gives back of a gradient: g − e^y·Σ g.
  static std::string logSoftmax(std::vector<int64_t> kept, int64_t columns, const std::string &element) {
    RowsText t(std::move(kept), columns, element);
    const std::string x = t.input(t.whole), shifted = t.op("subtract", {x, t.spread(t.reduce("maximum", x))});
    const std::string total = t.reduce("add", t.op("exponential", {shifted}));
    return t.function({t.op("subtract", {shifted, t.spread(t.op("log", {total}))})});
  }
  static std::string logSoftmaxGradient(std::vector<int64_t> kept, int64_t columns, const std::string &element) {
    RowsText t(std::move(kept), columns, element);
    const std::string y = t.input(t.whole), g = t.input(t.whole);
    const std::string part = t.op("multiply", {t.op("exponential", {y}), t.spread(t.reduce("add", g))});
    return t.function({t.op("subtract", {g, part})});
  }
  // The loss of each row by its target's number, and its gradient: softmax − onehot, by rows' weights.
  static std::string crossEntropy(int64_t rows, int64_t columns, bool gradient, const std::string &element = "f32") {
    RowsText t({rows}, columns, element);
    const std::string x = t.input(t.whole), targets = t.input(t.rowOfIntegers), weights = t.input(t.row);
    const std::string top = t.reduce("maximum", x);
    const std::string e = t.op("exponential", {t.op("subtract", {x, t.spread(top)})}), total = t.reduce("add", e);
    const std::string isTarget = t.compare("EQ", t.numbersAlongRows(), t.spread(targets));
    const std::string picked = t.reduce("add", t.select(isTarget, x, t.spread(t.op("subtract", {weights, weights}))));
    const std::string loss = t.op("subtract", {t.op("add", {t.op("log", {total}), top}), picked});
    if (!gradient) return t.function({loss});
    const std::string y = t.op("divide", {e, t.spread(total)});
    const std::string rest = t.op("subtract", {y, t.spread(weights)});
    return t.function({loss, t.op("multiply", {t.select(isTarget, rest, y), t.spread(weights)})});
  }

  runtime::ProgramPtr compiled(const std::string &text, std::vector<int32_t> donated = {}) {
    auto module = parse(text);
    Options options;
    options.fuse = passes::fuse;
    options.donated = donated;
    auto program = compile(*module->getOps<mlir::func::FuncOp>().begin(), options);
    EXPECT_TRUE(succeeded(program)) << text;
    return succeeded(program) ? *program : nullptr;
  }
  std::vector<HostArray> randomArguments(const std::string &text) {
    auto module = parse(text);
    std::mt19937 random(5);
    std::vector<HostArray> args;
    for (mlir::Type type : (*module->getOps<mlir::func::FuncOp>().begin()).getArgumentTypes())
      args.push_back(randomArray(ir::shapeDtypeOf(type), random));
    return args;
  }

  // One kernel with a result of all elements and one of rows, which the last pass completes.
  std::string scaledSoftmax(int64_t columns) {
    const std::string n = std::to_string(columns), x = "tensor<77x" + n + "xf32>", r = "tensor<77xf32>",
                      types = "(" + x + ", " + r + ")", spread = " dims [0] to [77, " + n + "] : " + r + " -> " + x;
    return "func.func @f(%x: " + x + ", %s: " + r + ") -> " + types + " {\n%r:2 = fx.kernel \"rows\" [77, " + n +
           "] reduced [1](%x, %s) : " + types + " -> " + types + " {\n^bb0(%a: " + x + ", %b: " + r +
           "):\n%m = fx.reduce maximum, %a over [1] : " + x + " -> " + r + "\n%ms = fx.broadcast_in_dim %m" + spread +
           "\n%d = fx.subtract %a, %ms : " + x + "\n%e = fx.exponential %d : " + x +
           "\n%t = fx.reduce add, %e over [1] : " + x + " -> " + r + "\n%p = fx.multiply %t, %b : " + r +
           "\n%ps = fx.broadcast_in_dim %p" + spread + "\n%y = fx.divide %e, %ps : " + x +
           "\n%q = fx.subtract %p, %b : " + r + "\nfx.yield %y, %q : " + x + ", " + r +
           "\n}\nreturn %r#0, %r#1 : " + x + ", " + r + "\n}";
  }

  // The bytes of the results, which take the places of arguments where they may.
  static std::vector<std::string> runInPlace(const runtime::ProgramPtr &program, const std::vector<HostArray> &args) {
    const runtime::Executable executable(program);
    std::vector<runtime::Buffer> memory;
    std::vector<void *> in, out;
    for (const HostArray &arg : args) {
      memory.emplace_back(arg.type.bytes());
      in.push_back(memory.back().data());
      std::copy(arg.bytes.begin(), arg.bytes.end(), static_cast<char *>(in.back()));
    }
    for (size_t r = 0; r < program->results.size(); ++r) {
      const int32_t taken = program->aliases[r];
      if (taken < 0) memory.emplace_back(program->results[r].bytes());
      out.push_back(taken < 0 ? memory.back().data() : in[taken]);
    }
    executable.run(in.data(), out.data());
    std::vector<std::string> results;
    for (size_t r = 0; r < out.size(); ++r) {
      const auto *from = static_cast<const char *>(out[r]);
      results.emplace_back(from, from + program->results[r].bytes());
    }
    return results;
  }
};

// ---- when rows are pipelined

TEST_F(PipelinedRows, AreThoseOfMuchArithmetic) {
  EXPECT_EQ(pipelines(softmax({257}, 1000)).count, 1);
  EXPECT_EQ(pipelines(logSoftmax({257}, 1000, "f32")).count, 1);
  EXPECT_EQ(pipelines(softmaxGradient({257}, 1000, "f32")).count, 1);
  EXPECT_EQ(pipelines(crossEntropy(257, 1000, false)).count, 1);
  EXPECT_EQ(pipelines(crossEntropy(257, 1000, true)).count, 1);
}

TEST_F(PipelinedRows, AreNotThoseOfALayerNorm) {
  RowsText t({257}, 1000);
  const std::string x = t.input(t.whole), gain = t.input(t.column), n = t.constant("1.0e-3", t.row);
  const std::string mean = t.op("multiply", {t.reduce("add", x), n});
  const std::string centred = t.op("subtract", {x, t.spread(mean)});
  const std::string variance = t.op("multiply", {t.reduce("add", t.op("multiply", {centred, centred})), n});
  const std::string scaled = t.op("multiply", {centred, t.spread(t.op("rsqrt", {variance}))});
  const std::string text = t.function({t.op("multiply", {scaled, t.spread(gain)})});
  EXPECT_EQ(pipelines(text).count, 0) << "what is dear is known of a row, not of its elements";
  check(text, 1e-4);
}

TEST_F(PipelinedRows, AreEnoughOfThemInWideRegistersAndTheCaches) {
  EXPECT_EQ(pipelines(softmax({31}, 1000)).count, 0);
  EXPECT_EQ(pipelines(softmax({32}, 1000)).count, 1);
  EXPECT_EQ(pipelines(softmax({257}, 31)).count, 0) << "a row has two vectors or more";
  EXPECT_EQ(pipelines(softmax({257}, 32)).count, 1);
  EXPECT_EQ(pipelines(softmax({257}, 1000), 32).count, 0);
  EXPECT_EQ(pipelines(softmax({257}, 10000)).count, 1);
  EXPECT_EQ(pipelines(softmax({64}, 100000)).count, 0) << "three rows and their exponentials are past 2 MiB";
}

// ---- what they compute

TEST_F(PipelinedRows, OfEveryNumberOfRows) {
  for (const int64_t rows : {31, 32, 33, 34, 63, 257}) check(softmax({rows}, 100), 1e-7);
  checkPipelined(softmax({32}, 100), 3, 1e-7);
  checkPipelined(softmax({3, 11}, 100), 3, 1e-7);
  checkPipelined(softmax({2, 3, 4, 5}, 64), 3, 1e-7);
}

TEST_F(PipelinedRows, OfEveryLengthAndElement) {
  for (const int64_t columns : {32, 33, 40, 47, 48, 64, 100, 128, 1000, 4096, 4100}) {
    const double size = 1 / static_cast<double>(columns);  // of results
    checkPipelined(softmax({35}, columns), 3, 1e-5 * size);
    checkPipelined(softmax({35}, columns, "f64"), 3, 1e-13 * size);
    checkPipelined(softmax({35}, columns, "bf16"), 3, 0.1 * size);
  }
}

TEST_F(PipelinedRows, OfGradients) {
  for (const int64_t columns : {40, 100, 1000, 4100})
    for (const auto &[element, tolerance] : {std::pair("f32", 1e-5), std::pair("bf16", 0.05)}) {
      checkPipelined(softmaxGradient({37}, columns, element), 4, tolerance);
      checkPipelined(logSoftmax({5, 7}, columns, element), 3, tolerance);
      checkPipelined(logSoftmaxGradient({64}, columns, element), 2, tolerance * std::sqrt(columns));
    }
  checkPipelined(softmaxGradient({40}, 1001, "f64"), 4, 1e-13);
  checkPipelined(logSoftmaxGradient({40}, 1001, "f64"), 2, 1e-11);
}

TEST_F(PipelinedRows, OfCrossEntropies) {
  for (const int64_t columns : {40, 64, 1000, 2100}) {
    checkPipelined(crossEntropy(33, columns, false), 2, 1e-5);
    checkPipelined(crossEntropy(33, columns, true), 3, 1e-5);
    checkPipelined(crossEntropy(33, columns, true, "f64"), 3, 1e-12);
  }
}

// An element of each row by its number, and rows of a table by theirs; numbers of either kind may lie outside.
TEST_F(PipelinedRows, OfGatheredElements) {
  for (const int64_t columns : {48, 100}) {
    RowsText t({45}, columns);
    const std::string table = t.input("tensor<9x" + std::to_string(columns) + "xf32>"),
                      numbers = t.input("tensor<45x1xi32>");
    checkPipelined(t.function({t.softmax(t.gather(table, numbers))}), 3);
    RowsText u({45}, columns);
    const std::string x = u.input(u.whole), which = u.input("tensor<45x1xi32>"), e = u.exponentials(x);
    const std::string shifted = u.op("subtract", {e, u.spread(u.pick(x, which))});
    const std::string total = u.spread(u.reduce("add", shifted));
    const std::string text = u.function({u.op("divide", {shifted, total}), u.pick(x, which)});
    EXPECT_GE(pipelines(text).count, 1);
    check(text, 1e-3);
  }
}

// Results of all elements that are known in the first, a middle and the last pass, and some of rows in each.
TEST_F(PipelinedRows, WithResultsOfEveryPass) {
  for (const int64_t columns : {33, 64, 1000})
    for (const auto &[element, tolerance] : {std::pair("f32", 1e-4), std::pair("f64", 1e-12)}) {
      RowsText t({35}, columns, element);
      const std::string x = t.input(t.whole), z = t.input(t.whole), gain = t.input(t.column), bias = t.input(t.row);
      const std::string first = t.op("multiply", {t.op("tanh", {x}), t.spread(gain)});
      const std::string top = t.reduce("maximum", first), least = t.reduce("minimum", z);
      const std::string second = t.op("exponential", {t.op("subtract", {first, t.spread(top)})});
      const std::string total = t.reduce("add", second), products = t.reduce("add", t.op("multiply", {second, z}));
      const std::string third = t.op("divide", {second, t.spread(total)});
      const std::string squares = t.reduce("add", t.op("multiply", {third, third}));
      const std::string fourth = t.op("add", {t.op("subtract", {third, t.spread(squares)}), t.spread(bias)});
      checkPipelined(
          t.function({first, top, least, second, total, products, third, squares, t.op("add", {top, squares})}), 3,
          tolerance);
      checkPipelined(t.function({first, squares}), 3, tolerance);
      checkPipelined(t.function({top, fourth}), 4, tolerance);
      checkPipelined(t.function({least, products, fourth, squares, first}), 4, tolerance);
    }
}

// Positions of the greatest and least, of elements and of what is computed of them, and integers.
TEST_F(PipelinedRows, WithPositionsAndIntegers) {
  for (const int64_t columns : {40, 64, 1000}) {
    RowsText t({3, 12}, columns);
    const std::string x = t.input(t.whole), n = t.input(t.wholeOfIntegers);
    const std::string most = t.argReduce("maximum", x), top = t.reduce("maximum", x), sum = t.reduce("add", n);
    const std::string e = t.op("exponential", {t.op("subtract", {x, t.spread(top)})});
    const std::string isLess = t.compare("LT", n, t.spread(most));
    const std::string left = t.select(isLess, e, t.op("negate", {e}));
    const std::string least = t.argReduce("minimum", left), total = t.reduce("add", left);
    const std::string quotient = t.op("divide", {t.spread(sum), t.op("add", {n, t.spread(least)})});
    const std::string atLeast = t.compare("GE", left, t.spread(total));
    checkPipelined(t.function({most, least, sum, top, total, left, quotient, atLeast}), 3, 1e-4);
  }
}

// Functions of ops that come as they may, of which most are pipelined. Elements and what is known of rows stay in
// [−1, 1].
TEST_F(PipelinedRows, OfRandomFunctions) {
  std::mt19937 random(11);
  const auto below = [&](size_t n) { return static_cast<size_t>(random() % n); };
  int pipelined = 0;
  for (int round = 0; round < 60; ++round) {
    const int64_t columns[] = {32, 50, 64, 96, 130, 271};
    RowsText t(round % 3 ? std::vector<int64_t>{33} : std::vector<int64_t>{4, 9}, columns[below(6)],
               round % 4 ? "f32" : "f64");
    std::vector<std::string> wholes{t.input(t.whole), t.input(t.whole)}, rows{t.input(t.row)}, results;
    wholes.push_back(t.spread(t.input(t.column)));
    for (std::string &x : wholes) x = t.op("sine", {x});
    const auto any = [&](const std::vector<std::string> &from) { return from[below(from.size())]; };
    for (int i = 0; i < 14; ++i) {
      const std::string last = wholes.back();
      if (i % 3 == 2) {
        const char *kinds[] = {"maximum", "minimum", "add"};
        rows.push_back(t.op("tanh", {t.reduce(kinds[below(3)], last)}));
        wholes.push_back(t.op("multiply", {any(wholes), t.spread(rows.back())}));
        if (below(3) == 0) results.push_back(rows.back());
      } else if (below(2)) {
        wholes.push_back(t.op("tanh", {t.op("subtract", {last, any(wholes)})}));
      } else {
        wholes.push_back(t.op("multiply", {t.op("cosine", {last}), t.spread(any(rows))}));
      }
      if (below(8) == 0) results.push_back(wholes.back());
    }
    results.push_back(below(2) ? wholes.back() : t.reduce("add", wholes.back()));
    const std::string text = t.function(results);
    pipelined += pipelines(text).count > 0;
    check(text, 2e-4);
  }
  EXPECT_GE(pipelined, 45);
}

// What is not a number, and infinities, stay in their rows.
TEST_F(PipelinedRows, AreApart) {
  for (const int64_t columns : {64, 100}) {
    const std::string text = softmax({50}, columns);
    auto args = randomArguments(text);
    auto *x = reinterpret_cast<float *>(args[0].bytes.data());
    for (int64_t r = 0; r < 50; r += 7) x[r * columns + r % columns] = NAN;
    for (int64_t r = 1; r < 50; r += 7) x[r * columns + 2 * r % columns] = INFINITY;
    for (int64_t r = 2; r < 50; r += 7) std::fill_n(x + r * columns, columns, -INFINITY);
    for (int64_t r = 3; r < 50; r += 7) x[r * columns + 3 * r % columns] = -INFINITY;
    checkPipelined(text, 3, 1e-5, args);
  }
}

// ---- how they are run

TEST_F(PipelinedRows, BitsDoNotDependOnThreadsAndChunks) {
  const int before = runtime::ThreadPool::global().threads();
  for (const std::string &text : {softmax({257}, 1000), crossEntropy(131, 4100, true),
                                  softmaxGradient({8, 9}, 333, "f32"), logSoftmax({64}, 130, "bf16")}) {
    auto program = compiled(text);
    ASSERT_TRUE(program);
    const auto args = randomArguments(text);
    std::vector<HostArray> expected;
    for (const int64_t grain : {1, 2, 3, 5, 31, 1000})
      for (const int threads : {1, 2, 3, 4, 8}) {
        runtime::ThreadPool::global().set_threads(threads);
        auto changed = std::make_shared<runtime::Program>(*program);
        for (runtime::Step &step : changed->steps)
          if (auto *kernel = std::get_if<runtime::KernelStep>(&step)) kernel->grain = grain;
        auto results = run(changed, args);
        if (expected.empty()) expected = results;
        for (size_t i = 0; i < results.size(); ++i)
          ASSERT_TRUE(results[i].bytes == expected[i].bytes) << threads << " threads, " << grain << " rows\n" << text;
      }
  }
  runtime::ThreadPool::global().set_threads(before);
}

// Results that take the places of operands: of all elements, and of what is known of rows.
TEST_F(PipelinedRows, ResultsMayTakeThePlacesOfOperands) {
  const int before = runtime::ThreadPool::global().threads();
  for (const std::string &text : {softmax({77}, 64), softmaxGradient({77}, 1003, "f32"), scaledSoftmax(64),
                                  scaledSoftmax(1000), scaledSoftmax(1003)}) {
    const auto args = randomArguments(text);
    EXPECT_EQ(pipelines(text).count, 1);
    auto program = compiled(text, {0, 1});
    ASSERT_TRUE(program);
    for (const int32_t taken : program->aliases) EXPECT_GE(taken, 0) << text;
    check(text, 1e-6, args);
    const auto expected = run(program, args);
    for (const int threads : {1, 3}) {
      runtime::ThreadPool::global().set_threads(threads);
      const auto results = runInPlace(program, args);
      for (size_t r = 0; r < results.size(); ++r) EXPECT_TRUE(results[r] == expected[r].bytes) << "result " << r;
    }
  }
  runtime::ThreadPool::global().set_threads(before);
}

}  // namespace
}  // namespace fluxion::codegen

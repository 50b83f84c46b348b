// What a checkpoint is for: the gradient's memory. And that what is computed again is computed right.
#include <cstdlib>

#include "compiled.h"

namespace fluxion::codegen {
namespace {

class Checkpoint : public Compiled {
 protected:
  // Layers x ← x + sin(sin(…sin(x·a + layer)…)) with a checkpoint around each, as text; `wide` sines keep as many
  // arrays.
  static std::string layers(int count, const std::string &policy, bool preventCse = true) {
    std::string text = "func.func @f(%x0: tensor<1024x64xf32>) -> tensor<f32> {\n";
    for (int l = 0; l < count; ++l) {
      const std::string in = "%x" + std::to_string(l), out = "%x" + std::to_string(l + 1);
      text += out + " = fx.checkpoint(" + in + ") policy \"" + policy + "\" names \"\" prevent_cse " +
              (preventCse ? "true" : "false") +
              " barrier false : (tensor<1024x64xf32>) -> tensor<1024x64xf32> {\n"
              "^bb0(%a: tensor<1024x64xf32>):\n"
              "%w = fx.slice %a from [0, 0] to [64, 64] by [1, 1] : tensor<1024x64xf32> -> tensor<64x64xf32>\n";
      std::string last = "%a";
      for (int i = 0; i < 4; ++i) {
        const std::string p = "%p" + std::to_string(i), s = "%s" + std::to_string(i);
        text += p + " = fx.dot_general " + last +
                ", %w batch [] x [] contract [1] x [0] as f32 : (tensor<1024x64xf32>, tensor<64x64xf32>) " +
                "-> tensor<1024x64xf32>\n";
        text += s + " = fx.sine " + p + " : tensor<1024x64xf32>\n";
        last = s;
      }
      text += "%y = fx.add %a, " + last + " : tensor<1024x64xf32>\nfx.yield %y : tensor<1024x64xf32>\n}\n";
    }
    const std::string last = "%x" + std::to_string(count);
    return text + "%sum = fx.reduce add, " + last + " over [0, 1] : tensor<1024x64xf32> -> tensor<f32>\n" +
           "return %sum : tensor<f32>\n}\n";
  }

  runtime::ProgramPtr gradient(const std::string &text) {
    auto module = parse(text);
    if (!module) return nullptr;
    auto backward = passes::vjp(*module->getOps<mlir::func::FuncOp>().begin(), {0});
    if (failed(backward)) return nullptr;
    Options options;
    options.fuse = passes::fuse;
    auto program = compile(**backward, options);
    return failed(program) ? nullptr : *program;
  }

  // The arena of the gradient, in arrays of the layers' type.
  double arrays(const std::string &text) {
    auto program = gradient(text);
    return program ? static_cast<double>(program->arena_bytes) / (1024 * 64 * 4) : NAN;
  }
};

TEST_F(Checkpoint, TheGradientNeedsTheMemoryOfOneLayer) {
  // Without checkpoints each layer keeps its input and eight results; with them its input alone.
  const double all = arrays(layers(12, "everything")), nothing = arrays(layers(12, "nothing")),
               dots = arrays(layers(12, "dots"));
  RecordProperty("arrays_everything", static_cast<int>(all));
  RecordProperty("arrays_nothing", static_cast<int>(nothing));
  EXPECT_GT(all, 12 * 4);
  EXPECT_LT(nothing, all / 2);
  EXPECT_LT(nothing, 12 + 16);
  EXPECT_GT(dots, nothing);
  // One more layer costs one more array.
  EXPECT_LT(arrays(layers(24, "nothing")) - nothing, 12 + 2);
}

TEST_F(Checkpoint, WithoutABarrierWhatIsComputedAgainIsMergedAway) {
  auto kept = gradient(layers(4, "nothing")), merged = gradient(layers(4, "nothing", /*preventCse=*/false));
  ASSERT_TRUE(kept && merged);
  EXPECT_GT(kept->flops, merged->flops);
}

TEST_F(Checkpoint, TheGradientIsThatOfTheFunction) {
  auto wanted = gradient(layers(3, "everything"));
  ASSERT_TRUE(wanted);
  std::mt19937 random(3);
  std::vector<HostArray> args;
  for (const ShapeDtype &type : wanted->arguments) args.push_back(randomArray(type, random));
  const auto expected = run(wanted, args);
  for (const char *policy : {"nothing", "dots", "unbatched_dots"}) {
    auto program = gradient(layers(3, policy));
    ASSERT_TRUE(program);
    const auto results = run(program, args);
    for (size_t r = 0; r < results.size(); ++r) compare(results[r], expected[r], 1e-3, policy, r);
  }
}

}  // namespace
}  // namespace fluxion::codegen

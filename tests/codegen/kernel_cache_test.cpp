// Kernels of repeated layers: told from one another without their texts.
#include "codegen/kernel_cache.h"

#include "codegen/cpu/jit.h"
#include "compiled.h"

namespace fluxion::codegen {
namespace {

class KernelCache : public Compiled {
 protected:
  // `count` layers x ← tanh(x·w + b)·factor of alternating factors, cut into kernels.
  mlir::OwningOpRef<mlir::ModuleOp> layers(int count) {
    std::string text =
        "func.func @f(%x0: tensor<32x64xf32>, %w: tensor<64x64xf32>, %b: tensor<64xf32>) "
        "-> tensor<32x64xf32> {\n"
        "%f0 = fx.constant dense<0.5> : tensor<32x64xf32>\n"
        "%f1 = fx.constant dense<0.25> : tensor<32x64xf32>\n"
        "%r = fx.broadcast_in_dim %b dims [1] to [32, 64] : tensor<64xf32> -> tensor<32x64xf32>\n";
    for (int l = 0; l < count; ++l) {
      const std::string n = std::to_string(l);
      text += "%p" + n + " = fx.dot_general %x" + n +
              ", %w batch [] x [] contract [1] x [0] as f32 : (tensor<32x64xf32>, tensor<64x64xf32>) "
              "-> tensor<32x64xf32>\n"
              "%s" +
              n + " = fx.add %p" + n +
              ", %r : tensor<32x64xf32>\n"
              "%t" +
              n + " = fx.tanh %s" + n +
              " : tensor<32x64xf32>\n"
              "%x" +
              std::to_string(l + 1) + " = fx.multiply %t" + n + ", %f" + std::to_string(l % 2) +
              " : tensor<32x64xf32>\n";
    }
    auto module = parse(text + "return %x" + std::to_string(count) + " : tensor<32x64xf32>\n}\n");
    if (module) EXPECT_TRUE(succeeded(passes::fuse(*module->getOps<mlir::func::FuncOp>().begin())));
    return module;
  }
};

TEST_F(KernelCache, EqualKernelsAreWrittenAsTextOnce) {
  for (int count : {2, 12, 48}) {
    auto module = layers(count);
    ASSERT_TRUE(module);
    loadKernelDialects(context_);
    KernelCompiler kernels(Device::cpu);
    std::map<std::string, const CompiledKernel *> byText;
    int added = 0;
    module->walk([&](ir::KernelOp kernel) {
      const CompiledKernel *entry = &kernels.add(kernel);
      EXPECT_EQ(byText.try_emplace(kernelText(kernel), entry).first->second, entry);
      ++added;
    });
    EXPECT_EQ(added, count);
    EXPECT_EQ(byText.size(), 2u);  // one for each factor
    EXPECT_EQ(kernels.texts(), 2u);
    EXPECT_TRUE(succeeded(kernels.finish()));
  }
}

}  // namespace
}  // namespace fluxion::codegen

// Generated micro-kernels: their sums, and that their tiles stay in registers.
#include "codegen/cpu/micro_kernel.h"

#include <cmath>
#include <string>
#include <vector>

#include <fluxion/abi.h>
#include <gtest/gtest.h>

#include "llvm/ADT/SmallString.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/ExecutionEngine/Orc/ThreadSafeModule.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/TargetParser/Host.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"

namespace fluxion::codegen {
namespace {

std::unique_ptr<llvm::Module> translate(MicroTile tile, int64_t vectorBytes, DType type,
                                        llvm::LLVMContext &llvmContext) {
  mlir::MLIRContext context;
  mlir::registerBuiltinDialectTranslation(context);
  mlir::registerLLVMDialectTranslation(context);
  auto module = emitMicroKernel(context, tile, vectorBytes, type, "kernel");
  EXPECT_TRUE(succeeded(mlir::verify(*module)));
  auto translated = mlir::translateModuleToLLVMIR(*module, llvmContext);
  EXPECT_TRUE(translated && !llvm::verifyModule(*translated, &llvm::errs()));
  return translated;
}

std::unique_ptr<llvm::TargetMachine> machine(llvm::StringRef cpu) {
  llvm::InitializeNativeTarget();
  llvm::InitializeNativeTargetAsmPrinter();
  const llvm::Triple triple("x86_64-unknown-linux-gnu");
  std::string error;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  return std::unique_ptr<llvm::TargetMachine>(target->createTargetMachine(
      triple, cpu, "", {}, llvm::Reloc::PIC_, llvm::CodeModel::Small, llvm::CodeGenOptLevel::Default));
}

std::string compile(llvm::Module &module, llvm::StringRef cpu, llvm::CodeGenFileType kind) {
  auto target = machine(cpu);
  module.setTargetTriple(target->getTargetTriple());
  module.setDataLayout(target->createDataLayout());
  llvm::SmallString<0> bytes;
  llvm::raw_svector_ostream out(bytes);
  llvm::legacy::PassManager passes;
  EXPECT_FALSE(target->addPassesToEmitFile(passes, out, nullptr, kind));
  passes.run(module);
  return bytes.str().str();
}

// A kernel compiled for this machine, and what keeps its code.
struct Compiled {
  std::unique_ptr<llvm::orc::LLJIT> jit;
  runtime::MicroKernelFunction run = nullptr;
};
Compiled compiled(MicroTile tile, int64_t vectorBytes, DType type) {
  llvm::LLVMContext context;
  auto module = translate(tile, vectorBytes, type, context);
  const std::string object = compile(*module, llvm::sys::getHostCPUName(), llvm::CodeGenFileType::ObjectFile);
  Compiled result;
  result.jit = llvm::cantFail(llvm::orc::LLJITBuilder().create());
  llvm::cantFail(result.jit->addObjectFile(llvm::MemoryBuffer::getMemBufferCopy(object)));
  result.run = llvm::cantFail(result.jit->lookup("kernel")).toPtr<runtime::MicroKernelFunction>();
  return result;
}

bool hostHas(const char *feature) { return llvm::sys::getHostCPUFeatures().lookup(feature); }

std::vector<int64_t> widthsOfHost() {
  std::vector<int64_t> widths = {16};
  if (hostHas("avx2") && hostHas("fma")) widths.push_back(32);
  if (hostHas("avx512f")) widths.push_back(64);
  return widths;
}

std::vector<MicroTile> tilesOf(int64_t vectorBytes, int64_t lanes) {
  if (vectorBytes == 64)
    return {{6, 4 * lanes}, {8, 3 * lanes}, {12, 2 * lanes}, {8, 2 * lanes}, {4, 4 * lanes}, {24, lanes}, {8, lanes}};
  if (vectorBytes == 32) return {{6, 2 * lanes}, {10, lanes}};
  return {{4, 2 * lanes}};
}

// a[i·aRow + p·aColumn] times row p of b, on small integers, so that sums are exact in any order.
template <class T>
void expectExactSums(runtime::MicroKernelFunction run, MicroTile tile, int64_t k, int64_t aRow, int64_t aColumn,
                     int64_t bRow) {
  const int64_t cRow = tile.nr + 5;
  std::vector<T> a(static_cast<size_t>(tile.mr * aRow + k * aColumn + 1)), b(static_cast<size_t>((k + 1) * bRow));
  for (size_t i = 0; i < a.size(); ++i) a[i] = static_cast<T>(static_cast<int>(i * 7 % 11) - 5);
  for (size_t i = 0; i < b.size(); ++i) b[i] = static_cast<T>(static_cast<int>(i * 5 % 13) - 6);
  for (int64_t accumulate : {0, 1}) {
    std::vector<T> c(static_cast<size_t>(tile.mr * cRow), T(3));
    run(a.data(), b.data(), c.data(), k, aRow, aColumn, bRow, cRow, accumulate);
    for (int64_t i = 0; i < tile.mr; ++i)
      for (int64_t j = 0; j < cRow; ++j) {
        T want = j < tile.nr ? T(3 * accumulate) : T(3);
        for (int64_t p = 0; p < k && j < tile.nr; ++p)
          want += a[static_cast<size_t>(i * aRow + p * aColumn)] * b[static_cast<size_t>(p * bRow + j)];
        ASSERT_EQ(c[static_cast<size_t>(i * cRow + j)], want)
            << tile.mr << "x" << tile.nr << " k " << k << " at " << i << ", " << j;
      }
  }
}

template <class T>
void expectRight(DType type) {
  for (int64_t width : widthsOfHost())
    for (MicroTile tile : tilesOf(width, width / static_cast<int64_t>(sizeof(T)))) {
      const Compiled kernel = compiled(tile, width, type);
      for (int64_t k : {0, 1, 2, 3, 4, 5, 8, 11, 64}) {
        expectExactSums<T>(kernel.run, tile, k, 1, tile.mr, tile.nr);      // packed
        expectExactSums<T>(kernel.run, tile, k, 71, 1, tile.nr + 3);       // A row-major, B as it lies
        expectExactSums<T>(kernel.run, tile, k, 1, tile.mr + 9, tile.nr);  // A column-major
      }
    }
}

TEST(MicroKernel, SumsOfEveryTileAndDepth) {
  expectRight<float>(DType::f32);
  expectRight<double>(DType::f64);
}

TEST(MicroKernel, PairsOfBfloat16) {
  if (!hostHas("avx512bf16")) GTEST_SKIP() << "this machine has no AVX512-BF16";
  const MicroTile tile{6, 64};
  const Compiled kernel = compiled(tile, 64, DType::bf16);
  for (int64_t pairs : {0, 1, 5, 64}) {
    std::vector<bfloat16> a(static_cast<size_t>(2 * pairs * tile.mr)), b(static_cast<size_t>(2 * pairs * tile.nr));
    for (size_t i = 0; i < a.size(); ++i) a[i] = static_cast<float>(static_cast<int>(i * 7 % 11) - 5);
    for (size_t i = 0; i < b.size(); ++i) b[i] = static_cast<float>(static_cast<int>(i * 5 % 13) - 6);
    std::vector<float> c(static_cast<size_t>(tile.mr * tile.nr), 1);
    kernel.run(a.data(), b.data(), c.data(), pairs, 1, tile.mr, tile.nr, tile.nr, 1);
    for (int64_t i = 0; i < tile.mr; ++i)
      for (int64_t j = 0; j < tile.nr; ++j) {
        float want = 1;
        for (int64_t p = 0; p < pairs; ++p)
          for (int64_t h = 0; h < 2; ++h)
            want += static_cast<float>(a[static_cast<size_t>((p * tile.mr + i) * 2 + h)]) *
                    static_cast<float>(b[static_cast<size_t>((p * tile.nr + j) * 2 + h)]);
        ASSERT_EQ(c[static_cast<size_t>(i * tile.nr + j)], want) << "pairs " << pairs << " at " << i << ", " << j;
      }
  }
}

// A spilled sum costs a third of the speed: no vector goes to the stack or comes from it, on any kind of machine.
TEST(MicroKernel, NothingSpills) {
  const std::pair<const char *, int64_t> machines[] = {{"znver4", 64},         {"znver5", 64},  {"skylake-avx512", 64},
                                                       {"sapphirerapids", 64}, {"haswell", 32}, {"znver3", 32},
                                                       {"x86-64", 16}};
  for (const auto &[cpu, width] : machines)
    for (DType type : {DType::f32, DType::f64})
      for (MicroTile tile : tilesOf(width, width / size_of(type))) {
        llvm::LLVMContext context;
        auto module = translate(tile, width, type, context);
        const std::string text = compile(*module, cpu, llvm::CodeGenFileType::AssemblyFile);
        llvm::SmallVector<llvm::StringRef> lines;
        llvm::StringRef(text).split(lines, '\n');
        int64_t products = 0;
        for (llvm::StringRef line : lines) {
          EXPECT_FALSE(line.contains("(%rsp)") && line.contains("mm"))
              << cpu << " " << tile.mr << "x" << tile.nr << line.str();
          EXPECT_FALSE(line.contains("call")) << cpu << ": " << line.str();
          products += line.contains("fmadd") || line.contains("mulp");
        }
        EXPECT_EQ(products, 5 * tile.mr * tile.nr * size_of(type) / width) << cpu << "\n" << text;
      }
}

TEST(MicroKernel, TilesFitTheShape) {
  EXPECT_EQ(chooseMicroTile(64, DType::f32, 2048, 1536), (MicroTile{8, 48}));
  EXPECT_EQ(chooseMicroTile(64, DType::f32, 2046, 64), (MicroTile{6, 64}));
  EXPECT_EQ(chooseMicroTile(64, DType::f64, 2048, 1536), (MicroTile{8, 24}));
  EXPECT_EQ(chooseMicroTile(32, DType::f32, 2048, 1536), (MicroTile{6, 16}));
  // 65 columns: as 66 rows of the transposed product.
  EXPECT_EQ(chooseMicroTile(64, DType::f32, 2048, 65), (MicroTile{6, 64}));
}

}  // namespace
}  // namespace fluxion::codegen

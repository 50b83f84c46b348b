// Saved programs: they come back equal and run; damaged or hostile bytes are refused.
#include "runtime/program_file.h"

#include <fluxion/error.h>
#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "runtime/cpu_features.h"
#include "runtime/executable.h"
#include "runtime/hash.h"
#include "runtime/host.h"
#include "tests/runtime/elf_builder.h"
#include "tests/runtime/program_builder.h"

namespace fluxion::runtime {
namespace {

constexpr size_t kHeaderBytes = 48;

/// A kernel with object code: *(float *)buffers[1] = *(float *)buffers[0] + *(float *)buffers[0].
CodePtr twice() {
  const unsigned char bytes[] = {0x48, 0x8b, 0x07, 0xf3, 0x0f, 0x10, 0x00, 0xf3, 0x0f, 0x58,
                                 0xc0, 0x48, 0x8b, 0x47, 0x08, 0xf3, 0x0f, 0x11, 0x00, 0xc3};
  ElfBuilder elf;
  elf.symbol("twice", elf.section({".text",
                                   std::string(reinterpret_cast<const char *>(bytes), sizeof bytes),
                                   SHT_PROGBITS,
                                   SHF_ALLOC | SHF_EXECINSTR,
                                   16,
                                   {}}));
  auto code = std::make_shared<Code>();
  code->symbol = "twice";
  code->object = elf.build();
  code->text = "y = x + x";
  return code;
}

KernelStep twice_step(CodePtr code, BufferRef from, BufferRef to) {
  KernelStep step;
  step.code = std::move(code);
  step.buffers = {from, to};
  step.name = "twice";
  return step;
}

/// y = 2^6·x: a scan of a case of a kernel, then a while that does not run, a product by one, and a copy of a constant.
std::shared_ptr<Program> everything() {
  const CodePtr code = twice();
  const ProgramPtr branch = program({scalar()}, {scalar()}, {twice_step(code, argument(0), result(0))});
  CaseStep choice;
  choice.index = constant(0);
  choice.branches = {branch, branch};
  choice.operands = {argument(0)};
  choice.results = {result(0)};
  choice.arena = arena(0);
  auto body = program({scalar()}, {scalar()}, {choice});
  body->constants = {{scalar(i32), bytes_of<int32_t>({1})}};
  ScanStep scan;
  scan.body = body;
  scan.length = 6;
  scan.carry_in = {argument(0)};
  scan.results = {arena(0)};
  scan.spare = {arena(4)};
  scan.carry_bytes = {4};
  scan.arena = arena(8);
  WhileStep loop;
  auto never = program({scalar()}, {scalar(bool_)}, {CopyStep{constant(0), result(0), 1}});
  never->constants = {{scalar(bool_), std::string(1, '\0')}};
  loop.condition = never;
  loop.body = body;
  loop.carry_in = {arena(0)};
  loop.results = {arena(8)};
  loop.spare = {arena(12)};
  loop.carry_bytes = {4};
  loop.flag = arena(16);
  loop.arena = arena(20);
  GemmStep gemm;
  gemm.batch = {1};
  gemm.a = {arena(8), 1, 1, {0}};
  gemm.b = {constant(0), 1, 1, {0}};
  gemm.out = {result(0), 1, 1, {0}};
  CallStep call{"cumulative", {constant(1), result(1)}, {vector_of(2), vector_of(2)}, {0, 1, 0}};
  auto p = program({scalar()}, {scalar(), vector_of(2)}, {scan, loop, gemm, call}, 32);
  p->constants = {{scalar(), bytes_of<float>({1})}, {vector_of(2), bytes_of<float>({1, 2})}};
  p->aliases = {0, -1};
  p->flops = 7;
  return p;
}

TEST(ProgramFile, ComesBackAndRuns) {
  const auto saved = save_program(*everything());
  const ProgramPtr loaded = load_program(saved);
  EXPECT_EQ(save_program(*loaded), saved);
  EXPECT_EQ(loaded->name, "test");
  EXPECT_EQ(loaded->flops, 7);
  EXPECT_EQ(loaded->aliases, (std::vector<int32_t>{0, -1}));
  EXPECT_EQ(loaded->results[1], vector_of(2));
  EXPECT_EQ(run<float>(Executable(loaded), {{1.5f}}), (std::vector<std::vector<float>>{{96}, {3, 2}}));
}

TEST(ProgramFile, SharesWhatTheProgramShares) {
  const ProgramPtr loaded = load_program(save_program(*everything()));
  const auto &scan = std::get<ScanStep>(loaded->steps[0]);
  EXPECT_EQ(scan.body, std::get<WhileStep>(loaded->steps[1]).body);
  const auto &choice = std::get<CaseStep>(scan.body->steps[0]);
  EXPECT_EQ(choice.branches[0], choice.branches[1]);
}

// Functions of the host are stored by name, and found by it or not: never by an address.
TEST(ProgramFile, NamesFunctionsOfTheHost) {
  auto calling = [](const std::string &name) {
    CallStep step{std::string(kHostPrefix) + name, {argument(0), result(0)}, {scalar(), scalar()}, {1}};
    return save_program(*program({scalar()}, {scalar()}, {step}));
  };
  auto negate = [](void *const *buffers, const ShapeDtype *, int, int) {
    *static_cast<float *>(buffers[1]) = -*static_cast<const float *>(buffers[0]);
  };
  HostFunctionPtr function = add_host_function(unique_host_name("test"), negate);
  const std::string bytes = calling(function->name);
  {
    const Executable executable(load_program(bytes));
    function.reset();  // a program that is ready holds what it calls
    EXPECT_EQ(run<float>(executable, {{3}}), (std::vector<std::vector<float>>{{-3}}));
  }
  try {
    const Executable executable(load_program(bytes));
    ADD_FAILURE() << "the function is gone";
  } catch (const CompileError &e) {
    EXPECT_NE(std::string(e.what()).find("a function of the host that this process does not have"), std::string::npos)
        << e.what();
  }
}

TEST(ProgramFile, NeedsObjectCode) {
  EXPECT_THROW(save_program(*program({}, {}, {kernel([](void *const *, int64_t, int64_t, void *) {}, {})})),
               CompileError);
}

/// The bytes with their header made right again, so that damage gets past the checksum.
std::string sealed(std::string bytes) {
  const uint64_t size = bytes.size() - kHeaderBytes;
  const Hash128 hash = hash128(std::string_view(bytes).substr(kHeaderBytes));
  std::memcpy(bytes.data() + 24, &size, sizeof size);
  std::memcpy(bytes.data() + 32, &hash, sizeof hash);
  return bytes;
}

std::string refusal(const std::string &bytes) {
  try {
    load_program(bytes);
  } catch (const Error &error) {
    return error.what();
  }
  return "";
}

TEST(ProgramFile, SaysWhatIsWrong) {
  std::string bytes = save_program(*everything());
  EXPECT_EQ(refusal(""), "cannot load the program: it is shorter than a header");
  EXPECT_EQ(refusal(std::string(100, 'x')), "cannot load the program: it is no compiled program");
  EXPECT_NE(refusal(bytes.substr(0, bytes.size() - 1)).find(" instead of "), std::string::npos);
  std::string changed = bytes;
  changed.back() ^= 1;
  EXPECT_EQ(refusal(changed), "cannot load the program: its checksum is wrong");
  EXPECT_EQ(refusal(sealed(bytes + "more")), "cannot load the program: something follows its end");
  std::string version = bytes;
  version[8] = 77;
  EXPECT_NE(refusal(version).find("another version of Fluxion (format 77."), std::string::npos);
  std::string foreign = bytes;
  foreign[16 + 7] = 1;  // a feature that no processor has yet
  EXPECT_NE(refusal(foreign).find("a processor with others"), std::string::npos) << refusal(foreign);
}

TEST(ProgramFile, SurvivesAnyBytes) {
  const std::string bytes = save_program(*everything());
  for (size_t n = kHeaderBytes; n < bytes.size(); n += 3) refusal(sealed(bytes.substr(0, n)));
  std::mt19937_64 random(3);
  int loaded = 0;
  for (size_t i = kHeaderBytes; i < bytes.size(); ++i) {
    for (int round = 0; round < 3; ++round) {
      std::string damaged = bytes;
      if (round == 2 && i + 8 <= bytes.size()) {
        const uint64_t value = random() >> (random() % 64);
        std::memcpy(damaged.data() + i, &value, sizeof value);
      } else {
        damaged[i] = round == 0 ? '\xff' : static_cast<char>(random());
      }
      try {
        const Executable executable(load_program(sealed(damaged)));  // made, but not run
        ++loaded;
      } catch (const Error &) {
      }
    }
  }
  EXPECT_GT(loaded, 0);
}

TEST(CpuFeatures, HaveNames) {
  EXPECT_EQ(to_string_features(0), "");
  EXPECT_EQ(to_string_features(0b110), "avx, avx2");
  EXPECT_EQ(to_string_features(uint64_t{1} << 63 | 1), "sse4.2, and others");
}

}  // namespace
}  // namespace fluxion::runtime

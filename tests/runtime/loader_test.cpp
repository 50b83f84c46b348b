// The object loader: it links what our compiler writes, refuses the rest, and survives any damage.
#include "runtime/loader.h"

#include <fluxion/abi.h>
#include <fluxion/error.h>
#include <gtest/gtest.h>

#include <random>

#include "runtime/imports.h"
#include "tests/runtime/elf_builder.h"

namespace fluxion::runtime {
namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (int value : values) text += static_cast<char>(value);
  return text;
}

const uint64_t kText = SHF_ALLOC | SHF_EXECINSTR;

// void store(void **buffers, …): *(float *)buffers[0] = 2.5f, the constant being in another section.
ElfBuilder store_constant() {
  ElfBuilder elf;
  const auto text = elf.section({".text",
                                 bytes({0x48, 0x8b, 0x07,                    // mov rax, [rdi]
                                        0xf3, 0x0f, 0x10, 0x05, 0, 0, 0, 0,  // movss xmm0, [rip + constant]
                                        0xf3, 0x0f, 0x11, 0x00,              // movss [rax], xmm0
                                        0xc3}),                              // ret
                                 SHT_PROGBITS,
                                 kText,
                                 16,
                                 {}});
  const float value = 2.5f;
  const auto data =
      elf.section({".rodata", std::string(reinterpret_cast<const char *>(&value), 4), SHT_PROGBITS, SHF_ALLOC, 64, {}});
  elf.symbol("store", text);
  const uint32_t constant = elf.symbol("constant", data, 0, STT_OBJECT);
  elf.relocate(text, 7, constant, R_X86_64_PC32);
  return elf;
}

// void copy(void **buffers, …): memcpy(buffers[0], buffers[1], begin), called through `call` or through the table.
std::string copy_object(bool through_table, const char *import = "memcpy") {
  ElfBuilder elf;
  const std::string load = bytes({0x48, 0x83, 0xec, 0x08,                                        // sub rsp, 8
                                  0x48, 0x89, 0xf2, 0x48, 0x8b, 0x77, 0x08, 0x48, 0x8b, 0x3f});  // its arguments
  const std::string call = through_table ? bytes({0xff, 0x15, 0, 0, 0, 0}) : bytes({0xe8, 0, 0, 0, 0});
  const auto text =
      elf.section({".text", load + call + bytes({0x48, 0x83, 0xc4, 0x08, 0xc3}), SHT_PROGBITS, kText, 16, {}});
  elf.symbol("copy", text);
  const uint32_t memcpy = elf.symbol(import, SHN_UNDEF, 0, STT_NOTYPE);
  elf.relocate(text, load.size() + (through_table ? 2 : 1), memcpy,
               through_table ? R_X86_64_GOTPCRELX : R_X86_64_PLT32);
  return elf.build();
}

Code code_of(const std::string &object, const char *symbol) {
  Code code;
  code.symbol = symbol;
  code.object = object;
  return code;
}

std::string refusal(const std::string &object, const char *symbol) {
  Code code = code_of(object, symbol);
  try {
    load(code);
  } catch (const CompileError &error) {
    EXPECT_EQ(code.address, nullptr);
    return error.what();
  }
  return "";
}

TEST(Loader, LinksAConstantInAnotherSection) {
  Code code = code_of(store_constant().build(), "store");
  load(code);
  float value = 0;
  void *buffers[] = {&value};
  reinterpret_cast<KernelFunction>(code.address)(buffers, 0, 1, nullptr);
  EXPECT_EQ(value, 2.5f);
  void *address = code.address;
  load(code);
  EXPECT_EQ(code.address, address);
}

TEST(Loader, CallsImportsDirectlyAndThroughTheTable) {
  for (bool through_table : {false, true}) {
    Code code = code_of(copy_object(through_table), "copy");
    load(code);
    char from[] = "abcdef", to[] = "------";
    void *buffers[] = {to, from};
    reinterpret_cast<KernelFunction>(code.address)(buffers, 4, 0, nullptr);
    EXPECT_STREQ(to, "abcd--");
  }
}

TEST(Loader, SaysWhatItRefuses) {
  EXPECT_EQ(refusal("", "f"), "cannot load the object code of 'f': its header is cut off");
  EXPECT_EQ(refusal(std::string(200, 'x'), "f"),
            "cannot load the object code of 'f': it is no relocatable x86-64 object");
  EXPECT_EQ(refusal(store_constant().build(), "other"),
            "cannot load the object code of 'other': it does not define the function");
  EXPECT_EQ(refusal(store_constant().build(), "constant"),
            "cannot load the object code of 'constant': the function is not code");
  EXPECT_EQ(refusal(copy_object(false, "no_such_function_anywhere"), "copy"),
            "cannot load the object code of 'copy': it calls 'no_such_function_anywhere', which is not there");
}

TEST(Loader, RefusesWritableDataAndUnknownRelocations) {
  ElfBuilder writable = store_constant();
  writable.section({".data", "1234", SHT_PROGBITS, SHF_ALLOC | SHF_WRITE, 4, {}});
  EXPECT_NE(refusal(writable.build(), "store").find("data that can be written"), std::string::npos);
  ElfBuilder local = store_constant();
  local.section({".tdata", "1234", SHT_PROGBITS, SHF_ALLOC | SHF_TLS, 4, {}});
  EXPECT_NE(refusal(local.build(), "store").find("data that can be written"), std::string::npos);
  for (uint32_t type : {R_X86_64_32S, R_X86_64_TPOFF32, R_X86_64_COPY, 200}) {
    ElfBuilder unknown = store_constant();
    unknown.relocate(1, 7, 2, type);
    EXPECT_NE(refusal(unknown.build(), "store").find("type " + std::to_string(type)), std::string::npos);
  }
}

TEST(Loader, RefusesWhatPointsOutside) {
  ElfBuilder beyond = store_constant();
  beyond.relocate(1, 13, 2, R_X86_64_PC32);
  EXPECT_NE(refusal(beyond.build(), "store").find("beyond its section"), std::string::npos);
  ElfBuilder far = store_constant();
  far.relocate(1, 7, 2, R_X86_64_PC32, int64_t{1} << 40);
  EXPECT_NE(refusal(far.build(), "store").find("out of reach"), std::string::npos);
  ElfBuilder symbol = store_constant();
  symbol.relocate(1, 7, 99, R_X86_64_PC32);
  EXPECT_NE(refusal(symbol.build(), "store").find("does not exist"), std::string::npos);
  ElfBuilder aligned = store_constant();
  aligned.section({".odd", "1", SHT_PROGBITS, SHF_ALLOC, 48, {}});
  EXPECT_NE(refusal(aligned.build(), "store").find("alignment"), std::string::npos);
}

// Whatever is damaged: an error, or an object that still makes sense; never a crash (nothing is run).
TEST(Loader, SurvivesDamage) {
  std::mt19937 random(1);
  for (const std::string &object : {store_constant().build(), copy_object(true), copy_object(false)}) {
    for (size_t n = 0; n < object.size(); ++n) refusal(object.substr(0, n), "store");
    for (size_t i = 0; i < object.size(); ++i) {
      for (int value : {0, 1, 0x7f, 0x80, 0xff, static_cast<int>(random() & 0xff)}) {
        std::string damaged = object;
        damaged[i] = static_cast<char>(value);
        Code code = code_of(damaged, i % 2 ? "store" : "copy");
        try {
          load(code);
        } catch (const CompileError &) {
        }
      }
    }
  }
}

TEST(Imports, KnowTheLibrariesThatKernelsCall) {
  for (const char *name : {"memcpy", "memset", "expf", "exp", "powf", "__truncsfhf2", "fmaf", "erff"}) {
    EXPECT_NE(find_import(name), nullptr) << name;
  }
  EXPECT_EQ(find_import("no_such_function_anywhere"), nullptr);
  EXPECT_EQ(reinterpret_cast<float (*)(float)>(find_import("sqrtf"))(4.0f), 2.0f);
}

}  // namespace
}  // namespace fluxion::runtime

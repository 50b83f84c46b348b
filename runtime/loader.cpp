// All sections of an object go into one mapping, followed by a slot for each import. A slot is a jump and the address
// that it jumps to, which also serves as the entry of a global offset table:
//   +0  jmp *[rip + 2];  +6  two bytes of int3;  +8  the address
#include "runtime/loader.h"

#include <fluxion/error.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <mutex>

#include "runtime/imports.h"
#include "runtime/object_file.h"

namespace fluxion::runtime {
namespace {

constexpr uint64_t kNowhere = UINT64_MAX;
constexpr uint64_t kSlotBytes = 16, kSlotAddress = 8;
// The sanitizer of calls reads what lies before a function, so that none may lie at the start of a mapping.
constexpr uint64_t kBeforeCode = 64;
constexpr uint64_t kLargestImage = uint64_t{1} << 30;  // 32-bit displacements reach everywhere in it

bool is_loaded(const ObjectFile &object, const Elf64_Shdr &section) {
  if (!(section.sh_flags & SHF_ALLOC) || section.sh_size == 0) return false;
  return section.sh_type != SHT_X86_64_UNWIND && object.name(section) != ".eh_frame";  // nothing unwinds kernels
}

bool is_got(uint32_t type) {
  return type == R_X86_64_GOTPCREL || type == R_X86_64_GOTPCRELX || type == R_X86_64_REX_GOTPCRELX;
}

/// Where everything of an object lies in its image, in bytes from the start.
struct Layout {
  std::vector<uint64_t> sections, slots;  // by section and by symbol; kNowhere: not in the image
  uint64_t bytes = kBeforeCode;

  explicit Layout(const ObjectFile &object) { place_sections(object), place_slots(object); }

 private:
  void place_sections(const ObjectFile &object) {
    sections.assign(object.sections().size(), kNowhere);
    for (size_t i = 0; i < sections.size(); ++i) {
      const Elf64_Shdr &section = object.sections()[i];
      if (!is_loaded(object, section)) continue;
      if (section.sh_flags & (SHF_WRITE | SHF_TLS)) object.refuse("it has data that can be written");
      if (section.sh_type == SHT_NOBITS) object.refuse("it has data without contents");
      const uint64_t align = section.sh_addralign == 0 ? 1 : section.sh_addralign;
      if ((align & (align - 1)) != 0 || align > 4096) object.refuse("a section has an impossible alignment");
      bytes = (bytes + align - 1) & ~(align - 1);
      sections[i] = bytes;
      bytes += object.contents(section).size();
      if (bytes > kLargestImage) object.refuse("it is too large");
    }
  }

  void place_slots(const ObjectFile &object) {
    slots.assign(object.symbols().size(), kNowhere);
    bytes = (bytes + kSlotBytes - 1) & ~(kSlotBytes - 1);
    for (const Elf64_Shdr &section : object.sections()) {
      if (section.sh_type != SHT_RELA || section.sh_info >= sections.size() || sections[section.sh_info] == kNowhere) {
        continue;
      }
      for (const Elf64_Rela &entry : object.relocations(section)) {
        const uint32_t symbol = ELF64_R_SYM(entry.r_info);
        const bool import = object.symbols()[symbol].st_shndx == SHN_UNDEF && symbol != 0;
        if (slots[symbol] != kNowhere || !(import || is_got(ELF64_R_TYPE(entry.r_info)))) continue;
        slots[symbol] = bytes;
        bytes += kSlotBytes;
      }
    }
  }
};

/// An image under construction in memory that is not yet executable.
class Image {
 public:
  Image(const ObjectFile &object, const Layout &layout) : object_(object), layout_(layout) {
    const auto page = static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
    size_ = (std::max<uint64_t>(layout.bytes, 1) + page - 1) / page * page;
    void *mapped = mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) throw DeviceError("cannot map memory for compiled code");
    base_ = static_cast<char *>(mapped);
    memory_ = std::shared_ptr<void>(mapped, [size = size_](void *data) { munmap(data, size); });
  }

  void copy_sections() {
    for (size_t i = 0; i < layout_.sections.size(); ++i) {
      if (layout_.sections[i] == kNowhere) continue;
      const std::string_view bytes = object_.contents(object_.sections()[i]);
      std::memcpy(base_ + layout_.sections[i], bytes.data(), bytes.size());
    }
  }

  void fill_slots() {
    for (uint32_t symbol = 0; symbol < layout_.slots.size(); ++symbol) {
      if (layout_.slots[symbol] == kNowhere) continue;
      char *slot = base_ + layout_.slots[symbol];
      const unsigned char jump[8] = {0xff, 0x25, 2, 0, 0, 0, 0xcc, 0xcc};
      std::memcpy(slot, jump, sizeof jump);
      store(slot + kSlotAddress, reinterpret_cast<uint64_t>(address_of(symbol)));
    }
  }

  void relocate() {
    for (const Elf64_Shdr &section : object_.sections()) {
      const bool loaded = section.sh_info < layout_.sections.size() && layout_.sections[section.sh_info] != kNowhere;
      if (section.sh_type == SHT_REL && loaded) object_.refuse("its relocations have no addends");
      if (section.sh_type != SHT_RELA || !loaded) continue;
      for (const Elf64_Rela &entry : object_.relocations(section)) relocate(entry, section.sh_info);
    }
  }

  /// Makes the image executable, and no longer writable.
  std::shared_ptr<void> finish() {
    if (mprotect(base_, size_, PROT_READ | PROT_EXEC) != 0) {
      throw CompileError("the system does not let this process make memory executable");
    }
    return memory_;
  }

  /// The address of a symbol that the object defines.
  char *defined(const Elf64_Sym &symbol) const {
    if (ELF64_ST_TYPE(symbol.st_info) == STT_TLS || ELF64_ST_TYPE(symbol.st_info) == STT_GNU_IFUNC) {
      object_.refuse("a symbol is of a kind that is not supported");
    }
    if (symbol.st_shndx >= layout_.sections.size() || layout_.sections[symbol.st_shndx] == kNowhere) {
      object_.refuse("a symbol lies outside of what is loaded");
    }
    if (symbol.st_value > object_.sections()[symbol.st_shndx].sh_size)
      object_.refuse("a symbol lies beyond its section");
    return base_ + layout_.sections[symbol.st_shndx] + symbol.st_value;
  }

 private:
  const void *address_of(uint32_t index) const {
    const Elf64_Sym &symbol = object_.symbols()[index];
    if (symbol.st_shndx != SHN_UNDEF) return defined(symbol);
    const std::string name(object_.name(symbol));
    const void *address = name.empty() ? nullptr : find_import(name);
    if (!address) object_.refuse("it calls '" + name + "', which is not there");
    return address;
  }

  /// What a reference to the symbol refers to, inside of the image: an import's slot, or the symbol itself.
  const char *target(uint32_t index) const {
    const Elf64_Sym &symbol = object_.symbols()[index];
    return symbol.st_shndx == SHN_UNDEF && index != 0 ? base_ + layout_.slots[index] : defined(symbol);
  }

  void relocate(const Elf64_Rela &entry, uint32_t section) {
    const uint32_t type = ELF64_R_TYPE(entry.r_info), symbol = ELF64_R_SYM(entry.r_info);
    if (type == R_X86_64_NONE) return;
    const uint64_t width = type == R_X86_64_64 || type == R_X86_64_PC64 ? 8 : 4;
    const uint64_t size = object_.sections()[section].sh_size;
    if (entry.r_offset > size || width > size - entry.r_offset) object_.refuse("a relocation lies beyond its section");
    char *place = base_ + layout_.sections[section] + entry.r_offset;
    const auto addend = static_cast<uint64_t>(entry.r_addend);
    const auto from = reinterpret_cast<uint64_t>(place);
    if (type == R_X86_64_64) {
      store(place, reinterpret_cast<uint64_t>(target(symbol)) + addend);
    } else if (type == R_X86_64_PC64) {
      store(place, reinterpret_cast<uint64_t>(target(symbol)) + addend - from);
    } else if (type == R_X86_64_PC32 || type == R_X86_64_PLT32) {
      store32(place, reinterpret_cast<uint64_t>(target(symbol)) + addend - from);
    } else if (is_got(type)) {
      const char *slot = base_ + layout_.slots[symbol] + kSlotAddress;
      store32(place, reinterpret_cast<uint64_t>(slot) + addend - from);
    } else {
      object_.refuse("relocations of type " + std::to_string(type) + " are not supported");
    }
  }

  static void store(char *place, uint64_t value) { std::memcpy(place, &value, sizeof value); }
  void store32(char *place, uint64_t value) const {
    const auto narrow = static_cast<int32_t>(value);
    if (static_cast<uint64_t>(int64_t{narrow}) != value) object_.refuse("a reference is out of reach");
    std::memcpy(place, &narrow, sizeof narrow);
  }

  const ObjectFile &object_;
  const Layout &layout_;
  char *base_ = nullptr;
  uint64_t size_ = 0;
  std::shared_ptr<void> memory_;
};

void *entry_point(const ObjectFile &object, const Image &image, std::string_view name) {
  for (const Elf64_Sym &symbol : object.symbols()) {
    if (symbol.st_shndx == SHN_UNDEF || object.name(symbol) != name) continue;
    char *address = image.defined(symbol);
    if (!(object.sections()[symbol.st_shndx].sh_flags & SHF_EXECINSTR)) object.refuse("the function is not code");
    if (symbol.st_value >= object.sections()[symbol.st_shndx].sh_size) object.refuse("the function is empty");
    return address;
  }
  object.refuse("it does not define the function");
}

/// With FLUXION_PERF_MAP set, tells `perf` the name of the code, in the file where it looks for those of compilers.
void write_perf_map(const Code &code, uint64_t bytes) {
  static const bool wanted = std::getenv("FLUXION_PERF_MAP") != nullptr;
  if (!wanted) return;
  const std::string path = "/tmp/perf-" + std::to_string(getpid()) + ".map";
  if (std::FILE *file = std::fopen(path.c_str(), "ae")) {
    const std::string line =
        fmt::format("{:x} {:x} {}\n", reinterpret_cast<uintptr_t>(code.address), bytes, code.symbol);
    std::fputs(line.c_str(), file);
    std::fclose(file);
  }
}

}  // namespace

void load(Code &code) {
  static std::mutex mutex;  // loading takes some 30 µs, so that one lock for all codes will do
  const std::lock_guard lock(mutex);
  if (code.address) return;
  const ObjectFile object(code.object, code.symbol);
  const Layout layout(object);
  Image image(object, layout);
  image.copy_sections();
  image.fill_slots();
  image.relocate();
  void *address = entry_point(object, image, code.symbol);
  code.image = image.finish();
  code.address = address;
  write_perf_map(code, layout.bytes - kBeforeCode);
}

}  // namespace fluxion::runtime

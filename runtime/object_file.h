// A relocatable ELF object, read with suspicion: it may come from a damaged cache file, so that every offset is checked
// before it is followed.
#pragma once
#include <elf.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace fluxion::runtime {

class ObjectFile {
 public:
  /// Checks the headers. CompileError, which names `symbol`, if they are not those of a relocatable x86-64 object.
  ObjectFile(std::string_view bytes, std::string_view symbol);

  const std::vector<Elf64_Shdr> &sections() const { return sections_; }
  const std::vector<Elf64_Sym> &symbols() const { return symbols_; }
  std::string_view name(const Elf64_Shdr &section) const;
  std::string_view name(const Elf64_Sym &symbol) const;
  /// The bytes of a section in the file.
  std::string_view contents(const Elf64_Shdr &section) const;
  /// The relocations of a SHT_RELA section, each for a symbol that exists.
  std::vector<Elf64_Rela> relocations(const Elf64_Shdr &section) const;

  [[noreturn]] void refuse(std::string_view what) const;

 private:
  std::string_view slice(uint64_t offset, uint64_t size, const char *what) const;
  std::string_view text_at(const Elf64_Shdr &strings, uint64_t offset) const;
  template <class T>
  std::vector<T> table(const Elf64_Shdr &section, const char *what) const;

  std::string_view bytes_, symbol_;
  std::vector<Elf64_Shdr> sections_;
  std::vector<Elf64_Sym> symbols_;
  uint32_t section_names_ = 0, symbol_names_ = 0, symbol_table_ = 0;
};

}  // namespace fluxion::runtime

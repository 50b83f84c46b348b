// Writes small relocatable objects for the loader's tests, with machine code given as bytes.
#pragma once
#include <elf.h>

#include <cstring>
#include <string>
#include <vector>

namespace fluxion::runtime {

class ElfBuilder {
 public:
  struct Section {
    std::string name, bytes;
    uint32_t type = SHT_PROGBITS;
    uint64_t flags = SHF_ALLOC, align = 16;
    std::vector<Elf64_Rela> relocations;
  };

  ElfBuilder() { symbols_.push_back({}), symbol_names_.push_back(""); }

  /// Returns the section's number, for symbols.
  uint16_t section(Section section) {
    sections_.push_back(std::move(section));
    return static_cast<uint16_t>(sections_.size());
  }
  uint32_t symbol(const std::string &name, uint16_t section, uint64_t value = 0, uint8_t type = STT_FUNC) {
    Elf64_Sym symbol = {};
    symbol.st_info = ELF64_ST_INFO(STB_GLOBAL, type);
    symbol.st_shndx = section;
    symbol.st_value = value;
    symbols_.push_back(symbol);
    symbol_names_.push_back(name);
    return static_cast<uint32_t>(symbols_.size()) - 1;
  }
  void relocate(uint16_t section, uint64_t offset, uint32_t symbol, uint32_t type, int64_t addend = -4) {
    sections_[section - 1u].relocations.push_back({offset, ELF64_R_INFO(uint64_t{symbol}, type), addend});
  }

  std::string build() const {
    std::string file(sizeof(Elf64_Ehdr), '\0'), names(1, '\0'), strings(1, '\0');
    std::vector<Elf64_Shdr> headers(1);
    const auto add = [&](const std::string &name, uint32_t type, const std::string &bytes) -> Elf64_Shdr & {
      Elf64_Shdr header = {};
      header.sh_name = static_cast<uint32_t>(names.size());
      names += name + '\0';
      header.sh_type = type;
      header.sh_offset = file.size();
      header.sh_size = bytes.size();
      file += bytes;
      return headers.emplace_back(header);
    };
    for (const Section &section : sections_) {
      Elf64_Shdr &header = add(section.name, section.type, section.bytes);
      header.sh_flags = section.flags;
      header.sh_addralign = section.align;
    }
    std::vector<Elf64_Sym> symbols = symbols_;
    for (size_t i = 1; i < symbols.size(); ++i) {
      symbols[i].st_name = static_cast<uint32_t>(strings.size());
      strings += symbol_names_[i] + '\0';
    }
    const auto string_table = static_cast<uint32_t>(headers.size());
    add(".strtab", SHT_STRTAB, strings);
    Elf64_Shdr &table = add(".symtab", SHT_SYMTAB, bytes_of(symbols));
    table.sh_link = string_table;
    table.sh_entsize = sizeof(Elf64_Sym);
    for (size_t i = 0; i < sections_.size(); ++i) {
      if (sections_[i].relocations.empty()) continue;
      Elf64_Shdr &header = add(".rela", SHT_RELA, bytes_of(sections_[i].relocations));
      header.sh_link = string_table + 1;
      header.sh_info = static_cast<uint32_t>(i) + 1;
      header.sh_entsize = sizeof(Elf64_Rela);
    }
    const auto name_table = static_cast<uint16_t>(headers.size());
    add(".shstrtab", SHT_STRTAB, names + ".shstrtab" + '\0').sh_name = static_cast<uint32_t>(names.size()) - 10;
    return finish(file, headers, name_table);
  }

 private:
  template <class T>
  static std::string bytes_of(const std::vector<T> &entries) {
    return std::string(reinterpret_cast<const char *>(entries.data()), entries.size() * sizeof(T));
  }

  static std::string finish(std::string file, const std::vector<Elf64_Shdr> &headers, uint16_t name_table) {
    Elf64_Ehdr header = {};
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_ident[EI_VERSION] = EV_CURRENT;
    header.e_type = ET_REL;
    header.e_machine = EM_X86_64;
    header.e_shoff = file.size();
    header.e_shentsize = sizeof(Elf64_Shdr);
    header.e_shnum = static_cast<uint16_t>(headers.size());
    header.e_shstrndx = name_table;
    std::memcpy(file.data(), &header, sizeof header);
    return file + bytes_of(headers);
  }

  std::vector<Section> sections_;
  std::vector<Elf64_Sym> symbols_;
  std::vector<std::string> symbol_names_;
};

}  // namespace fluxion::runtime

// Tables are copied out of the file, since nothing promises that they are aligned there.
#include "runtime/object_file.h"

#include <fluxion/error.h>
#include <fmt/format.h>

namespace fluxion::runtime {

ObjectFile::ObjectFile(std::string_view bytes, std::string_view symbol) : bytes_(bytes), symbol_(symbol) {
  Elf64_Ehdr header;
  std::memcpy(&header, slice(0, sizeof header, "header").data(), sizeof header);
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_ident[EI_CLASS] != ELFCLASS64 ||
      header.e_ident[EI_DATA] != ELFDATA2LSB || header.e_type != ET_REL || header.e_machine != EM_X86_64) {
    refuse("it is no relocatable x86-64 object");
  }
  if (header.e_shentsize != sizeof(Elf64_Shdr) || header.e_shstrndx >= header.e_shnum) refuse("bad section table");
  const std::string_view headers =
      slice(header.e_shoff, uint64_t{header.e_shnum} * sizeof(Elf64_Shdr), "section table");
  sections_.resize(header.e_shnum);
  std::memcpy(sections_.data(), headers.data(), headers.size());
  section_names_ = header.e_shstrndx;
  for (uint32_t i = 0; i < sections_.size(); ++i) {
    if (sections_[i].sh_type != SHT_SYMTAB) continue;
    if (symbol_table_ != 0) refuse("two symbol tables");
    symbol_table_ = i;
    symbol_names_ = sections_[i].sh_link;
    if (symbol_names_ >= sections_.size()) refuse("the symbols' names are missing");
    symbols_ = table<Elf64_Sym>(sections_[i], "symbol table");
  }
}

void ObjectFile::refuse(std::string_view what) const {
  throw CompileError(fmt::format("cannot load the object code of '{}': {}", symbol_, what));
}

std::string_view ObjectFile::slice(uint64_t offset, uint64_t size, const char *what) const {
  if (offset > bytes_.size() || size > bytes_.size() - offset) refuse(fmt::format("its {} is cut off", what));
  return bytes_.substr(offset, size);
}

template <class T>
std::vector<T> ObjectFile::table(const Elf64_Shdr &section, const char *what) const {
  if (section.sh_entsize != sizeof(T) || section.sh_size % sizeof(T) != 0) refuse(fmt::format("bad {}", what));
  const std::string_view bytes = slice(section.sh_offset, section.sh_size, what);
  std::vector<T> entries(bytes.size() / sizeof(T));
  if (!entries.empty()) std::memcpy(entries.data(), bytes.data(), bytes.size());
  return entries;
}

std::string_view ObjectFile::text_at(const Elf64_Shdr &strings, uint64_t offset) const {
  const std::string_view all = slice(strings.sh_offset, strings.sh_size, "string table");
  const size_t end = offset < all.size() ? all.find('\0', offset) : std::string_view::npos;
  if (end == std::string_view::npos) refuse("a name is cut off");
  return all.substr(offset, end - offset);
}

std::string_view ObjectFile::name(const Elf64_Shdr &section) const {
  return text_at(sections_[section_names_], section.sh_name);
}

std::string_view ObjectFile::name(const Elf64_Sym &symbol) const {
  return text_at(sections_[symbol_names_], symbol.st_name);
}

std::string_view ObjectFile::contents(const Elf64_Shdr &section) const {
  return slice(section.sh_offset, section.sh_size, "section");
}

std::vector<Elf64_Rela> ObjectFile::relocations(const Elf64_Shdr &section) const {
  if (section.sh_link != symbol_table_ || symbol_table_ == 0) refuse("relocations without symbols");
  std::vector<Elf64_Rela> entries = table<Elf64_Rela>(section, "relocation table");
  for (const Elf64_Rela &entry : entries) {
    if (ELF64_R_SYM(entry.r_info) >= symbols_.size()) refuse("a relocation of a symbol that does not exist");
  }
  return entries;
}

}  // namespace fluxion::runtime

// Programs as bytes (.fxe): saved with their code, loaded without the compiler.
#pragma once
#include <string>
#include <string_view>

#include "runtime/program.h"

namespace fluxion::runtime {

/// The program with all nested programs and their object code, each once.
/// Errors  CompileError if a kernel has no object code, which only happens to functions that were not compiled by us.
std::string save_program(const Program &program);

/// The reverse. Nothing is trusted: a checksum finds accidents, and every size and number is checked besides.
/// Errors  IoError if the bytes are no such program, are damaged, or come from a version with another format;
///         CompileError if this processor lacks instructions that the program's code may use.
ProgramPtr load_program(std::string_view bytes);

}  // namespace fluxion::runtime

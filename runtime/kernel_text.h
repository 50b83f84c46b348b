// A kernel on its way to machine code, for people.
#pragma once
#include <string>

namespace fluxion::runtime {

struct KernelText {
  std::string symbol;    // of its code: Code::symbol
  std::string ops;       // what it computes, as ops of the dialect
  std::string ir;        // LLVM's, optimised
  std::string assembly;  // of this machine
};

}  // namespace fluxion::runtime

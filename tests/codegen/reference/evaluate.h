// Evaluates fx functions given as text, for tests of the interpreter.
#pragma once
#include <gtest/gtest.h>

#include <cstring>

#include "codegen/reference/interpreter.h"
#include "ir/dialect.h"
#include "ir/parse.h"

namespace fluxion::codegen::reference {

template <class T>
HostArray array(Shape shape, std::initializer_list<T> values) {
  HostArray x{{std::move(shape), dtype_of<T>}, {}};
  for (T v : values) x.bytes.append(reinterpret_cast<const char *>(&v), sizeof v);
  return x;
}

template <class T>
HostArray vector(std::initializer_list<T> values) {
  return array<T>(Shape{static_cast<int64_t>(values.size())}, values);
}

/// Results of `func.func @f` followed by `text`, or a failure of the test.
inline std::vector<HostArray> evaluateText(const std::string &text, llvm::ArrayRef<HostArray> args) {
  mlir::DialectRegistry registry;
  ir::registerDialects(registry);
  mlir::MLIRContext context(registry);
  auto module = ir::parseModule("func.func @f" + text, "test.mlir", &context);
  if (!module) {
    ADD_FAILURE() << "no parse:\n" << text;
    return {};
  }
  auto results = evaluate(*module->getOps<mlir::func::FuncOp>().begin(), args);
  if (results) return *results;
  ADD_FAILURE() << llvm::toString(results.takeError());
  return {};
}

/// The elements of the only result, which has T's dtype.
template <class T>
std::vector<T> evaluateOne(const std::string &text, llvm::ArrayRef<HostArray> args) {
  auto results = evaluateText(text, args);
  if (results.size() != 1 || results[0].type.dtype != dtype_of<T>) {
    ADD_FAILURE() << "not one result of dtype " << name(dtype_of<T>);
    return {};
  }
  std::vector<T> values(static_cast<size_t>(results[0].type.shape.count()));
  std::memcpy(values.data(), results[0].bytes.data(), results[0].bytes.size());
  return values;
}

}  // namespace fluxion::codegen::reference

#include "codegen/reference/random_arguments.h"

#include <random>

#include "ir/dialect.h"

namespace fluxion::codegen::reference {

std::vector<HostArray> randomArguments(mlir::func::FuncOp f, uint64_t seed) {
  std::vector<HostArray> arguments;
  for (auto [i, type] : llvm::enumerate(f.getArgumentTypes())) {
    std::mt19937_64 random(seed * 1000003 + i);
    const ShapeDtype t = ir::shapeDtypeOf(type);
    HostArray x{t, std::string(static_cast<size_t>(t.bytes()), '\0')};
    visit_dtype(t.dtype, [&](auto zero) {
      using T = decltype(zero);
      auto *out = reinterpret_cast<T *>(x.bytes.data());
      for (int64_t n = 0; n < t.shape.count(); ++n) {
        auto number = [&] { return static_cast<double>(random() % 4001) / 1000 - 2; };
        if constexpr (std::is_same_v<T, bool>)
          out[n] = random() % 2;
        else if constexpr (std::is_integral_v<T>)
          out[n] = static_cast<T>(static_cast<int64_t>(random() % 11) - (std::is_signed_v<T> ? 5 : 0));
        else if constexpr (requires { out[n].real(); })
          out[n] = T(static_cast<typename T::value_type>(number()), static_cast<typename T::value_type>(number()));
        else
          out[n] = T(static_cast<float>(number()));
      }
    });
    arguments.push_back(std::move(x));
  }
  return arguments;
}

}  // namespace fluxion::codegen::reference

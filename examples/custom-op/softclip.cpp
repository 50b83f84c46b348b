// An operation with a kernel in C++, a derivative and batching.
#include "softclip.h"

#include <fluxion/fluxion.h>

#include <cmath>

namespace mylib {
namespace fx = fluxion;

const fx::Operation softclip =
    fx::operation("mylib.softclip")
        .kernel([](std::span<const float> x, std::span<float> y) {
          for (size_t i = 0; i < x.size(); ++i) y[i] = x[i] / (1 + std::abs(x[i]));
        })
        .jvp([](const fx::Array &x, const fx::Array &dx) { return dx / fx::square(1 + fx::abs(x)); })
        .vmap(fx::batch::leading);

}  // namespace mylib

#pragma once
#include <fluxion/operation.h>

namespace mylib {

/// x / (1 + |x|), elementwise; f32.
extern const fluxion::Operation softclip;

}  // namespace mylib

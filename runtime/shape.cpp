// Shapes as text.
#include <fluxion/shape.h>

namespace fluxion {

std::string to_string(const ShapeDtype &type) {
  std::string text(name(type.dtype));
  text += '[';
  for (int64_t i = 0; i < type.shape.ndim(); ++i) {
    if (i > 0) text += ',';
    text += std::to_string(type.shape[i]);
  }
  text += ']';
  return text;
}

}  // namespace fluxion

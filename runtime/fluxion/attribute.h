// What an op is told besides its operands, and where the user asked for it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fluxion/shape.h>

namespace fluxion {

/// The user's line that asked for an op.
struct Location {
  const char *file = "";
  uint32_t line = 0, column = 0;
  const char *function = "";
};

/// An array known while tracing: row-major elements; one element stands for all where `splat` holds.
struct Literal {
  ShapeDtype type;
  std::string bytes;
  bool splat = false;
  bool operator==(const Literal &) const = default;
};

/// Attributes by the names and kinds of the op's description. An enum is given by its keyword, as a string.
using Attribute = std::variant<bool, int64_t, double, std::string, std::vector<int64_t>, DType, Literal>;
using Attributes = std::vector<std::pair<std::string_view, Attribute>>;

}  // namespace fluxion

// Sizes of attention that its tests go through, and numbers for them.
#pragma once
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <fluxion/shape.h>
#include <fmt/format.h>

namespace fluxion::runtime::attention_cases {

inline constexpr int64_t kAll = std::numeric_limits<int64_t>::max();
inline constexpr float kInf = std::numeric_limits<float>::infinity(), kNaN = std::numeric_limits<float>::quiet_NaN();
using Floats = std::vector<float>;

struct Case {
  int64_t batch, heads, groups, queries, keys, size, width, before = kAll, after = kAll;
  bool tokens_first = false;
  double scale = 0.3;
};

inline std::string label(const Case &c) {
  return fmt::format("batch {} heads {}/{} queries {} keys {} size {} width {} before {} after {} tokens_first {}",
                     c.batch, c.heads, c.groups, c.queries, c.keys, c.size, c.width, c.before, c.after, c.tokens_first);
}

// Where the row of a token of a head lies.
inline int64_t row_at(const Case &c, int64_t batch, int64_t head, int64_t heads, int64_t token, int64_t tokens) {
  return c.tokens_first ? (batch * tokens + token) * heads + head : (batch * heads + head) * tokens + token;
}

struct Operands {
  Floats q, k, v, dy;

  explicit Operands(const Case &c, float range = 2) {
    std::mt19937 random(static_cast<unsigned>(c.queries * 31 + c.keys * 7 + c.size));
    std::uniform_real_distribution<float> uniform(-range, range);
    auto fill = [&](Floats &x, int64_t n) {
      x.resize(static_cast<size_t>(n));
      for (float &value : x) value = uniform(random);
    };
    fill(q, c.batch * c.heads * c.queries * c.size), fill(k, c.batch * c.groups * c.keys * c.size);
    fill(v, c.batch * c.groups * c.keys * c.width), fill(dy, c.batch * c.heads * c.queries * c.width);
  }
};

struct Types {
  ShapeDtype q, k, v, y;

  explicit Types(const Case &c) {
    auto type = [&](int64_t heads, int64_t tokens, int64_t last) {
      return ShapeDtype{c.tokens_first ? Shape{c.batch, tokens, heads, last} : Shape{c.batch, heads, tokens, last},
                        f32};
    };
    q = type(c.heads, c.queries, c.size), k = type(c.groups, c.keys, c.size), v = type(c.groups, c.keys, c.width);
    y = type(c.heads, c.queries, c.width);
  }
};

inline const Case kCases[] = {
    {1, 1, 1, 1, 1, 1, 1},
    {2, 3, 3, 17, 5, 3, 2, 12, 0},
    {1, 1, 1, 47, 33, 8, 9},
    {1, 2, 2, 48, 48, 16, 16, kAll, 0},
    {2, 2, 1, 49, 49, 5, 31, kAll, 0, true},
    {1, 6, 2, 97, 130, 24, 40, 30, 2},
    {1, 6, 3, 97, 130, 24, 40, 30, 2, true},
    {1, 4, 4, 33, 300, 64, 64},
    {1, 4, 4, 200, 31, 64, 33, 180, kAll, true},
    {1, 1, 1, 64, 70, 32, 32, -2, 6},   // keys after the query alone
    {1, 1, 1, 100, 100, 7, 65, 0, 0},   // itself alone
    {1, 1, 1, 500, 500, 20, 20, 3, 1},  // blocks that see few keys
    {1, 2, 1, 513, 600, 48, 17, kAll, 87},
    {3, 8, 8, 65, 65, 33, 1, kAll, 0},
    {1, 1, 1, 40, 5000, 16, 16},
    {1, 1, 1, 300, 300, 130, 200, 100, 100, false, -0.1},
};

}  // namespace fluxion::runtime::attention_cases

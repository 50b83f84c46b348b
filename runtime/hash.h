// The 128-bit hash of contents that names cached kernels: SipHash-2-4 with a fixed key and a 128-bit result.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace fluxion::runtime {

struct Hash128 {
  uint64_t low = 0, high = 0;
  bool operator==(const Hash128 &) const = default;
  auto operator<=>(const Hash128 &) const = default;
};

/// 32 lower-case hexadecimal digits, a file name that sorts as the bytes do.
std::string to_hex(Hash128 hash);

/// Hashes what it is given piece by piece. Pieces are simply joined: give the length of one whose end matters.
class Hasher {
 public:
  explicit Hasher(uint64_t key_low = 0, uint64_t key_high = 0);
  Hasher &add(std::string_view bytes);
  Hasher &add(int64_t value);
  /// A string with its length, so that ("ab", "c") and ("a", "bc") differ.
  Hasher &add_string(std::string_view text) { return add(static_cast<int64_t>(text.size())).add(text); }
  /// The hash of all so far.
  Hash128 finish() const;

 private:
  uint64_t v_[4];
  uint64_t length_ = 0;
  unsigned char tail_[8] = {};  // the last length_ % 8 bytes
};

inline Hash128 hash128(std::string_view bytes) { return Hasher().add(bytes).finish(); }

}  // namespace fluxion::runtime

template <>
struct std::hash<fluxion::runtime::Hash128> {
  size_t operator()(const fluxion::runtime::Hash128 &hash) const noexcept { return hash.low; }
};

// SipHash: Aumasson & Bernstein 2012, "SipHash: a fast short-input PRF", with the authors' 128-bit extension. Chosen
// because no two inputs are known to collide even when one tries to, and a kernel's text hashes in microseconds.
#include "runtime/hash.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace fluxion::runtime {
namespace {

void rounds(uint64_t (&v)[4], int n) {
  for (int i = 0; i < n; ++i) {
    v[0] += v[1];
    v[2] += v[3];
    v[1] = std::rotl(v[1], 13) ^ v[0];
    v[3] = std::rotl(v[3], 16) ^ v[2];
    v[0] = std::rotl(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = std::rotl(v[1], 17) ^ v[2];
    v[3] = std::rotl(v[3], 21) ^ v[0];
    v[2] = std::rotl(v[2], 32);
  }
}

void absorb(uint64_t (&v)[4], uint64_t word) {
  v[3] ^= word;
  rounds(v, 2);
  v[0] ^= word;
}

uint64_t read_word(const void *bytes) {
  static_assert(std::endian::native == std::endian::little, "the hash of a file must not depend on the machine");
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

}  // namespace

Hasher::Hasher(uint64_t key_low, uint64_t key_high)
    : v_{key_low ^ 0x736f6d6570736575u, key_high ^ 0x646f72616e646f6du ^ 0xee, key_low ^ 0x6c7967656e657261u,
         key_high ^ 0x7465646279746573u} {}

Hasher &Hasher::add(std::string_view bytes) {
  const size_t held = length_ % 8;
  length_ += bytes.size();
  if (held != 0) {
    const size_t more = std::min(8 - held, bytes.size());
    std::memcpy(tail_ + held, bytes.data(), more);
    bytes.remove_prefix(more);
    if (held + more < 8) return *this;
    absorb(v_, read_word(tail_));
  }
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) absorb(v_, read_word(bytes.data()));
  if (!bytes.empty()) std::memcpy(tail_, bytes.data(), bytes.size());
  return *this;
}

Hasher &Hasher::add(int64_t value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  return add(std::string_view(bytes, sizeof value));
}

Hash128 Hasher::finish() const {
  uint64_t v[4] = {v_[0], v_[1], v_[2], v_[3]};
  unsigned char last[8] = {};
  std::memcpy(last, tail_, length_ % 8);
  last[7] = static_cast<unsigned char>(length_);
  absorb(v, read_word(last));
  Hash128 hash;
  v[2] ^= 0xee;
  rounds(v, 4);
  hash.low = v[0] ^ v[1] ^ v[2] ^ v[3];
  v[1] ^= 0xdd;
  rounds(v, 4);
  hash.high = v[0] ^ v[1] ^ v[2] ^ v[3];
  return hash;
}

std::string to_hex(Hash128 hash) {
  std::string text;
  text.reserve(32);
  for (uint64_t word : {hash.low, hash.high}) {
    for (int byte = 0; byte < 8; ++byte) {
      text += "0123456789abcdef"[word >> (8 * byte + 4) & 15];
      text += "0123456789abcdef"[word >> (8 * byte) & 15];
    }
  }
  return text;
}

}  // namespace fluxion::runtime
